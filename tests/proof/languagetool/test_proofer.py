"""What LanguageTool finds, what is left out, and what happens when it dies or hangs."""

import logging
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pressdesk.errors import ProoferUnavailable
from pressdesk.model.findings import Kind, Severity
from pressdesk.model.release import Block, BlockKind, Origin, Release, Source
from pressdesk.proof.languagetool.client import Match
from pressdesk.proof.languagetool.proofer import SENTENCES, LanguageToolProofer
from pressdesk.proof.languagetool.requests import LONGEST
from pressdesk.text.spans import Span

pytestmark = [pytest.mark.languagetool, pytest.mark.slow]

SEEDED = [
    line.split("\t") for line in (Path(__file__).parent / "seeded.tsv").read_text(encoding="utf-8").splitlines()[1:]
]


def release(language: str, *texts: str) -> Release:
    blocks = tuple(Block(f"b{number}", BlockKind.PARAGRAPH, text) for number, text in enumerate(texts))
    return Release(language=language, locale=language, kind="statement", blocks=blocks)


@pytest.mark.parametrize(("language", "text", "mistake", "rule", "severity"), SEEDED)
def test_a_seeded_mistake_is_found(
    language: str, text: str, mistake: str, rule: str, severity: str, proofer: LanguageToolProofer
) -> None:
    found = proofer.check(language, text)

    assert [(f.text, f.rule, f.severity) for f in found] == [(mistake, f"lt.{language}.{rule}", Severity(severity))], (
        text
    )
    assert all(f.span.of(text) == f.text and f.block is None and f.proofer == "languagetool" for f in found)


def test_what_is_found_is_said_in_the_language_of_the_window_with_languagetools_own_words_behind(jars: Path) -> None:
    with LanguageToolProofer(jars, ui="kk") as kazakh:
        (verb,) = kazakh.check("en", "He go to Lisbon often.")
    with LanguageToolProofer(jars, ui="en") as english:
        (own,) = english.check("en", "He go to Lisbon often.")

    assert own.message.startswith("The pronoun")
    assert verb.message == f"Баяндауыш бастауышпен үйлеспейді ({own.message.rstrip('.')})"


@pytest.mark.parametrize(("language", "text"), [("en", ".The man left."), ("pt", "Mede a 1O.")])
def test_nothing_is_offered_that_would_leave_the_text_as_it_stands(
    language: str, text: str, proofer: LanguageToolProofer
) -> None:
    found = proofer.check(language, text)

    assert found != []
    assert [f.text for f in found if f.text in {s.text for s in f.suggestions}] == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Посол встретился с мэром города и поблагодарил его за тёплый приём."),
        ("en", "The ambassador met the mayor of the city and thanked him for the warm welcome."),
        ("pt", "O embaixador reuniu-se com o presidente da câmara e agradeceu a hospitalidade."),
        ("en", ""),
        ("ru", " \n "),
    ],
)
def test_a_clean_text_has_no_findings(language: str, text: str, proofer: LanguageToolProofer) -> None:
    assert proofer.check(language, text) == []


@pytest.mark.parametrize(
    ("locale", "text", "mistakes"),
    [
        ("en-US", "The programme was organized.", ["programme"]),
        ("en-US", "The program was organized in the center.", []),
        ("en-GB", "The programme was organised in the center.", ["center"]),
        pytest.param("pt-BR", "A recepção econômica foi registrada.", [], marks=pytest.mark.slow),  # loads for seconds
    ],
)
def test_a_text_is_checked_in_its_own_variety(
    locale: str, text: str, mistakes: list[str], proofer: LanguageToolProofer
) -> None:
    written = Block("b", BlockKind.PARAGRAPH, text)
    whole = Release(language=locale[:2], locale=locale, kind="statement", blocks=(written,))

    assert [f.text for f in proofer.proof(whole)] == mistakes
    assert [f.text for f in proofer.check(locale, text)] == mistakes


def test_spans_count_in_code_points_after_an_emoji(proofer: LanguageToolProofer) -> None:
    text = "🇰🇿😀 The ambassador recieved 😀 the delegation."

    (found,) = proofer.check("en", text)

    assert found.span == Span(text.index("recieved"), text.index("recieved") + 8)
    assert found.text == "recieved"


def test_a_span_that_holds_an_emoji_ends_where_it_ends(proofer: LanguageToolProofer) -> None:
    text = "Он сказал 😀 , что визит состоится."

    assert [f.text for f in proofer.check("ru", text)] == [" ,"]


def test_the_right_word_is_suggested_first(proofer: LanguageToolProofer) -> None:
    (found,) = proofer.check("pt", "O embaixador agradeceu a colaboraçao.")

    assert found.suggestions[0].text == "colaboração"
    assert found.suggestions[0].found_by == "languagetool"


def test_findings_of_a_release_name_their_block_and_field(proofer: LanguageToolProofer) -> None:
    text = "The ambassador recieved the delegation."
    field = Origin(Span(15, 23), "meetings[0].told", Source.FIELD)
    blocks = (
        Block("lead", BlockKind.LEAD, "The visit took place."),
        Block("p1", BlockKind.PARAGRAPH, text, origins=(field,)),
    )

    (found,) = proofer.proof(Release(language="en", locale="en-GB", kind="statement", blocks=blocks))

    assert (found.block, found.field, found.language) == ("p1", "meetings[0].told", "en")
    assert found.span.of(text) == found.text == "recieved"


def test_names_and_the_users_words_are_no_mistakes(proofer: LanguageToolProofer) -> None:
    text = "Посол встретился с Домингушом Брагансой в Гимарайнше и с Нұрлыбеком."
    names = {"Домингушом Брагансой", "Гимарайнше", "Нұрлыбеком"}

    without = {f.text for f in proofer.proof(release("ru", text))}

    assert without >= {"Домингушом", "Гимарайнше"}
    assert proofer.proof(release("ru", text), names) == []


def test_a_name_does_not_hide_a_mistake_beside_it(proofer: LanguageToolProofer) -> None:
    found = proofer.proof(release("en", "Ambassador Nurtleu recieved Nurtleus."), {"Nurtleu"})

    assert [f.text for f in found] == ["recieved", "Nurtleus"]


def test_a_name_hides_spelling_alone(proofer: LanguageToolProofer) -> None:
    found = proofer.proof(release("en", "The two sides discussed an university project."), {"an", "university"})

    assert [(f.text, f.kind) for f in found] == [("an", Kind.GRAMMAR)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Документ передан в Мажилис."),
        ("en", "The governor of Mangystau visited the Majilis."),
        ("pt", "O embaixador cazaque falou sobre o mar de Aral e Kassym-Jomart Tokayev."),
    ],
)
def test_the_words_of_the_house_are_right(language: str, text: str, proofer: LanguageToolProofer) -> None:
    assert proofer.check(language, text) == []


@pytest.mark.parametrize("word", ["торгово-экономической", "культурно-гуманитарной", "Казахстанско-португальские"])
def test_a_compound_of_right_words_is_right(word: str, proofer: LanguageToolProofer) -> None:
    assert [f for f in proofer.check("ru", f"Речь о {word} связи.") if f.kind is Kind.SPELLING] == []


@pytest.mark.parametrize("word", ["торгово-экономческой", "ослико-экономической"])
def test_a_compound_with_a_wrong_part_is_wrong(word: str, proofer: LanguageToolProofer) -> None:
    assert word in [f.text for f in proofer.check("ru", f"Стороны рады {word} связи.")]


def test_house_style_wins_over_a_rule_that_it_switched_off(proofer: LanguageToolProofer) -> None:
    assert proofer.check("pt", "Cerca de 70% dos votos foram contados.") == []
    assert proofer.check("en", "The organisation recognised the modernisation.") == []


def test_words_of_another_language_and_holes_are_left_alone(proofer: LanguageToolProofer) -> None:
    text = "The motto «Labora et amaa» and ⟦meetngs[0].persn⟧ were recieved."
    start, hole = text.index("Labora"), text.index("⟦")
    block = Block(
        "p",
        BlockKind.PARAGRAPH,
        text,
        origins=(Origin(Span(hole, text.index("⟧") + 1), "meetings[0].person", Source.GAP),),
        foreign=((Span(start, start + 14), "la"),),
    )

    found = proofer.proof(Release(language="en", locale="en-GB", kind="statement", blocks=(block,)))

    assert [f.text for f in found if f.kind is Kind.SPELLING] == ["recieved"]


def test_a_long_text_is_sent_in_pieces_and_spans_count_from_its_start(proofer: LanguageToolProofer) -> None:
    line = "The parties met and the talks went well.\n"
    text = line * (LONGEST // len(line) + 20) + "The end was suprising."

    found = [f for f in proofer.check("en", text) if f.kind is Kind.SPELLING]

    assert len(text) > LONGEST
    assert [(f.text, f.span.of(text)) for f in found] == [("suprising", "suprising")]


@pytest.mark.parametrize(
    ("tag", "spoken"), [("ru", True), ("en", True), ("pt-PT", True), ("de", True), ("fr", True), ("kk", False)]
)
def test_it_speaks_the_languages_of_a_release_but_kazakh_and_two_more(
    tag: str, spoken: bool, proofer: LanguageToolProofer
) -> None:
    assert proofer.speaks(tag) is spoken


def test_a_language_it_does_not_speak_is_no_clean_text(proofer: LanguageToolProofer) -> None:
    with pytest.raises(ProoferUnavailable, match="it does not check the language “kk”"):
        proofer.proof(release("kk", "Сәлем"))


def test_an_unchanged_release_is_not_sent_again(proofer: LanguageToolProofer) -> None:
    text = "The two sides discussed an university project today."
    first = proofer.proof(release("en", text, "They parted."))
    pid = proofer.server.pid
    assert pid
    os.kill(pid, signal.SIGSTOP)  # whatever is sent now gets no answer
    try:
        again = proofer.proof(release("en", text, "They parted."))
    finally:
        os.kill(pid, signal.SIGCONT)

    assert again == first
    assert [f.text for f in first] == ["an"]


def test_the_sentences_of_an_unchanged_block_are_not_sent_again(
    proofer: LanguageToolProofer, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [f"The {number} guests discussed an university project." for number in ("first", "second", "third")]
    proofer.proof(release("en", *texts))
    sent: list[tuple[str, str]] = []
    asked = proofer._asked

    def listening(locale: str, text: str, mode: str) -> list[Match]:
        sent.append((mode, text))
        return asked(locale, text, mode)

    monkeypatch.setattr(proofer, "_asked", listening)
    found = proofer.proof(release("en", texts[0], texts[1] + " They have left.", texts[2]))

    assert [text for mode, text in sent if mode == SENTENCES] == [texts[1] + " They have left."]
    assert [f.text for f in found] == ["an", "an", "an"]
    assert [f.block for f in found] == ["b0", "b1", "b2"]


def test_blocks_sent_in_one_request_keep_their_own_places(proofer: LanguageToolProofer) -> None:
    texts = ["🇰🇿 They recieved it.", "", "All is well here.", "An 😀 univrsity opened."]
    together = proofer.proof(release("en", *texts))
    alone = [(f.span, f.text) for text in texts for f in proofer.check("en", text)]

    assert [(f.span, f.text) for f in together] == alone
    assert [f.text for f in together if f.kind is Kind.SPELLING] == ["recieved", "univrsity"]


def test_what_only_the_text_at_large_shows_is_found_across_blocks(proofer: LanguageToolProofer) -> None:
    found = proofer.proof(release("en", "Also, they met.", "Also, they talked.", "Also, they parted."))
    assert [(f.block, f.rule.split(".")[-1]) for f in found] == [
        ("b1", "ENGLISH_WORD_REPEAT_BEGINNING_RULE"),
        ("b2", "ENGLISH_WORD_REPEAT_BEGINNING_RULE"),
    ]


def test_threads_wait_for_each_other(proofer: LanguageToolProofer) -> None:
    wrong: list[str] = []

    def work(number: int) -> None:
        text = f"Group {number} recieved {'😀' * number} the delegtion."
        if [f.text for f in proofer.check("en", text)] != ["recieved", "delegtion"]:
            wrong.append(text)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(1, 9)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert wrong == []


def test_no_word_of_the_text_reaches_a_log(proofer: LanguageToolProofer, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)

    assert proofer.check("en", "Zanzibarquux recieved them.")

    assert "anzibarquux" not in caplog.text
    assert "recieved" not in caplog.text


@pytest.mark.parametrize("name", ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "HTTPS_PROXY"])
def test_a_proxy_of_the_surroundings_is_not_asked(
    name: str, proofer: LanguageToolProofer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.setenv(name, "http://127.0.0.1:9")

    assert [f.text for f in proofer.check("en", f"They recieved it by {name.swapcase().lower()[:4]}.")] == ["recieved"]


@pytest.fixture(scope="module")
def victim(jars: Path) -> Iterator[LanguageToolProofer]:
    """A LanguageTool that tests may harm; the next check starts it again."""
    with LanguageToolProofer(jars, answer_within=2.0) as harmed:
        harmed.check("en", "They arrived.")  # the first check of a language may take a minute
        yield harmed


def test_a_server_that_died_is_started_again_within_the_same_check(victim: LanguageToolProofer) -> None:
    victim.check("en", "They are fine.")
    pid = victim.server.pid
    assert pid
    os.kill(pid, signal.SIGKILL)

    assert [f.text for f in victim.check("en", "They recieved it after its death.")] == ["recieved"]
    assert victim.server.pid not in (None, pid)


def test_a_server_that_hangs_is_ended_and_that_is_said(
    victim: LanguageToolProofer, gone: Callable[[int], bool]
) -> None:
    victim.check("en", "It is fine.")
    pid = victim.server.pid
    assert pid
    os.kill(pid, signal.SIGSTOP)

    with pytest.raises(ProoferUnavailable, match="it gave no answer within 2 seconds"):
        victim.check("en", "They recieved it while it hung.")

    assert gone(pid)


def test_closing_in_the_middle_of_a_request_ends_it_at_once(jars: Path, gone: Callable[[int], bool]) -> None:
    caught: list[ProoferUnavailable] = []
    proofer = LanguageToolProofer(jars)

    def work() -> None:
        try:
            proofer.check("pt", "O embaixador chegou ontem. " * 1000)  # loading Portuguese alone takes seconds
        except ProoferUnavailable as error:
            caught.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    while proofer.server.pid is None:
        time.sleep(0.01)
    pid = proofer.server.pid
    time.sleep(0.3)

    begun = time.perf_counter()
    proofer.close()
    thread.join(5)

    assert time.perf_counter() - begun < 3
    assert gone(pid)
    assert [error.why for error in caught] == ["it was closed together with PressDesk"]
