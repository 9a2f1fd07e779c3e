"""Any text is checked paragraph by paragraph in its own language, and words of another language in theirs."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pressdesk.app.places import Places
from pressdesk.app.proofing import Proofing
from pressdesk.app.text_check import TELLING, TextCheck, Told, chunks
from pressdesk.model.findings import Finding
from pressdesk.model.passage import Passage, lines_of
from pressdesk.model.release import BlockKind

MIXED = """Елші Лиссабонға барды
Елші Жан Ғалиев «Мы будем развивать сотрудничиство во всех сферах.» деді. Lamerinho қатысты, ынтымактастық артты.
В посольстве состоялась встречча с коллегами из акционерного общества «Қазақстан темір жолы».
The embasador met the minister in Lisbon on 24 November.
O embaixador foi recebidoo pelo ministro em Lisboa."""


@pytest.fixture(scope="module")
def proofing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proofing]:
    made = Proofing(Places.at(str(tmp_path_factory.mktemp("home"))))
    yield made
    made.close()


@pytest.fixture
def checking(proofing: Proofing) -> TextCheck:
    return TextCheck(proofing)


@pytest.fixture
def installed(tmp_path: Path) -> Iterator[TextCheck]:
    """With LanguageTool, and a name in the register."""
    places, own = Places.at(str(tmp_path)), Places.at().languagetool
    if not own.is_dir():
        pytest.fail("LanguageTool is not there: run pressdesk setup", pytrace=False)
    places.data.mkdir(parents=True)
    places.languagetool.symlink_to(own)
    name = {"given": {"ru": "Беатриш"}, "family": {"ru": "Вашконселуш"}, "gender": "f"}
    own_names = {"format": 1, "records": [{"id": "p1", "person": name}], "rivals": []}
    (places.data / "register.json").write_text(json.dumps(own_names), encoding="utf-8")
    proofing = Proofing(places)
    yield TextCheck(proofing)
    proofing.close()


def quoted(text: str, checked: object) -> list[tuple[str, str, str]]:
    findings = getattr(checked, "findings")  # noqa: B009
    assert all(finding.span.of(text) == finding.text for finding in findings)
    return [(f.language, f.text, f.proofer) for f in findings]


def test_kazakh_is_checked_where_languagetool_is_away_and_its_absence_is_said_once(checking: TextCheck) -> None:
    checked = checking.check(lines_of(MIXED))
    assert [found for found in quoted(MIXED, checked) if found[2] == "spelling"] == [
        ("kk", "ынтымактастық", "spelling")
    ]
    assert [told.language for told in checked.told] == ["kk", "kk", "ru", "en", "pt"]
    assert len(checked.notices) == 1


def test_words_of_another_language_are_not_misspelt_kazakh(checking: TextCheck) -> None:
    text = "Ол «Мы посетили новый завод» деді. Lamerinho және The Green Capital of Europe жобалары таныстырылды."
    assert [found for found in quoted(text, checking.check(lines_of(text))) if found[2] != "style"] == []


def test_grammar_is_looked_at_in_a_quotation_of_another_language(checking: TextCheck) -> None:
    text = "Елші «Мы благодарны за приём, согласно распоряжения министра» деді."
    found = quoted(text, checking.check(lines_of(text)))
    assert ("ru", "согласно распоряжения", "ru") in found


def test_a_language_that_nobody_checks_is_named_and_not_called_misspelt(checking: TextCheck) -> None:
    text = "Елші Лиссабонға барды.\nПосол зустрівся з міністром закордонних справ України у місті Києві."
    checked = checking.check(lines_of(text))
    assert quoted(text, checked) == []
    assert [(notice.proofer, "Ukrainian" in str(notice)) for notice in checked.notices] == [(TELLING, True)]


def test_said_language_holds_for_the_whole_text(checking: TextCheck) -> None:
    text = "Министр Казахстана прибыл"
    assert [told.language for told in checking.check(lines_of(text), "kk").told] == ["kk"]


def test_a_paragraph_that_somebody_said_the_language_of_keeps_it(checking: TextCheck) -> None:
    passages = lines_of("Laila Nurbek\nЕлші Лиссабонға барды.")
    assert [told.language for told in checking.told(passages, {0: "pt"})] == ["pt", "kk"]


def test_findings_of_a_file_stand_in_their_paragraph_and_its_kind_is_believed(checking: TextCheck) -> None:
    body = "Елші Лиссабон қаласына барып, кәсіпорындардың басшыларымен кездесті, деп хабарлайды баспасөз қызметі."
    passages = [
        Passage("p1", "Елші Лиссабонға барды.", BlockKind.HEADLINE),
        Passage("p2", "Елшілік"),
        Passage("p3", body + " Ол гылым туралы айтты."),
    ]
    found = [(f.block, f.text, f.rule) for f in checking.check(passages).findings]
    assert ("p3", "гылым", "kk.spelling") in found
    assert any(block == "p1" and rule.startswith("style.headline") for block, _, rule in found)
    assert not any(block == "p2" for block, _, _ in found)


def test_a_running_head_is_no_sentence_and_one_with_a_figure_no_text(checking: TextCheck) -> None:
    passages = [
        Passage("p1", "Елші келді."),
        Passage("header1.p1", "Елшілік", beside=True),
        Passage("footer1.p1", "гылым-сапары 2026", beside=True),
        Passage("footer2.p1", "гылым", beside=True),
    ]
    assert [(f.block, f.text) for f in checking.check(passages).findings] == [("footer2.p1", "гылым")]


def test_an_unchanged_paragraph_is_checked_once_wherever_it_moves(
    checking: TextCheck, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    check = checking._proofing.paragraph

    def listening(language: str, text: str, *more: Any) -> list[Finding]:
        asked.append(text)
        return check(language, text, *more)

    monkeypatch.setattr(checking._proofing, "paragraph", listening)
    text = "Олар гылым туралы айтты."
    one, _ = checking.passage(checking.told(lines_of(text))[0])
    moved, _ = checking.passage(checking.told(lines_of(f"Елші келді.\n{text}"))[1])
    assert moved[0].span.start == one[0].span.start + 12
    assert asked == [text]
    checking.forget()
    checking.passage(checking.told(lines_of(text))[0])
    assert asked == [text, text]


@pytest.mark.slow
@pytest.mark.languagetool
def test_a_mixed_text_is_checked_in_four_languages_each_where_it_stands(installed: TextCheck) -> None:
    checked = installed.check(lines_of(MIXED))
    assert checked.notices == ()
    assert [found[:2] for found in quoted(MIXED, checked) if found[2] != "style"] == [
        ("ru", "сотрудничиство"),
        ("kk", "ынтымактастық"),
        ("ru", "встречча"),
        ("en", "embasador"),
        ("pt", "recebidoo"),
    ]


@pytest.mark.slow
@pytest.mark.languagetool
def test_an_item_of_a_list_is_asked_for_no_capital_and_a_paragraph_is(installed: TextCheck) -> None:
    items = [Passage("p1", "развитие торговли;", BlockKind.LIST_ITEM), Passage("p2", "туризм.", BlockKind.LIST_ITEM)]
    prose = Passage("p3", "стороны обсудили развитие торговли и туризма в двух странах.")
    found = installed.check([*items, prose]).findings
    assert [(f.block, f.text) for f in found if f.suggestions and f.suggestions[0].text.istitle()] == [
        ("p3", "стороны")
    ]


@pytest.mark.slow
@pytest.mark.languagetool
def test_a_name_of_the_register_is_right_in_russian_too_and_another_is_not(installed: TextCheck) -> None:
    text = "Встреча с Беатриш Вашконселуш состоялась. Встреча с Вашкунселушем состоялась."
    spelt = [f.text for f in installed.check(lines_of(text)).findings if f.rule.startswith("lt.")]
    assert spelt == ["Вашкунселушем"]


def test_the_window_finds_line_by_line_what_the_command_line_finds_in_the_whole(checking: TextCheck) -> None:
    text = "\n\n".join(
        (
            "Елші Порту қаласына барды\nКездесуде тараптар сауда және көлік саласындагы іс-қимылды талқылады.",
            'Посол Казахстана посетил город Порту с рабочим визитом\nСтороны обсудили проект "Зеленый город" в '
            "ходе встречи с мэром города.",
            "Ambassador of Kazakhstan pays a working visit to Porto\nThe sides discussed trade -  and transport.",
        )
    )
    lines = text.split("\n")
    starts = [sum(len(line) + 1 for line in lines[:number]) for number in range(len(lines))]
    told = [Told(Passage(None, line), *some) for line, some in zip(lines, checking.tell_lines(lines, {}), strict=True)]
    window = [(number, finding) for number, one in enumerate(told) for finding in checking.passage(one)[0]]
    window += checking.style_lines(lines, {})

    by_line = sorted((starts[number] + f.span.start, f.text, f.rule) for number, f in window)

    assert by_line == sorted((f.span.start, f.text, f.rule) for f in checking.check(lines_of(text)).findings)
    assert {rule for _, _, rule in by_line} >= {"kk.spelling", "style.quotes"}
    assert not any(rule == "style.final-stop" for _, _, rule in by_line), "the second language has a headline too"


def test_to_learn_where_nobody_can_look_is_no_error(checking: TextCheck) -> None:
    told = checking.told(lines_of(MIXED))
    checking.learn(told)
    assert checking.passage(told[2])[1], "and the paragraph says so itself"


@pytest.mark.slow
def test_paragraphs_that_were_asked_for_together_show_what_each_shows_by_itself(installed: TextCheck) -> None:
    told = installed.told(lines_of(MIXED))
    for some in chunks(told):
        installed.learn(some)
    together = [installed.passage(one) for one in told]
    apart = TextCheck(installed._proofing)
    installed._proofing._languagetool._cache.clear()
    assert [apart.passage(one) for one in told] == together
    assert any(found for found, _ in together)
