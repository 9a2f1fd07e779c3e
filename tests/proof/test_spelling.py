"""Kazakh spelling: what is let through, what is marked, and what is proposed."""

import time
from pathlib import Path

import pytest

from pressdesk.data import resources
from pressdesk.grammar.grammar import Grammar
from pressdesk.grammar.names import NameForms
from pressdesk.model.release import Block, BlockKind, Release
from pressdesk.proof.spelling import Speller, SpellingProofer
from pressdesk.text.spans import Span

# the press service of the Kazakh foreign ministry, 22 December 2025
RELEASE = Path(__file__).parent / "data" / "release-kk-2025-12-22.txt"
NAMES: list[tuple[str, dict[str, str]]] = [
    ("Рикарду Араужу", {"harmony": "back"}),
    ("Рауль Фангейру", {"harmony": "back"}),
    ("Жан Ғалиев", {}),
    ("Гимарайнш", {"harmony": "front"}),
    ("Қасым-Жомарт Тоқаев", {}),
    ("Жил Виейра", {}),
]


@pytest.fixture(scope="module")
def grammar() -> Grammar:
    return Grammar.load(resources("kk"))


@pytest.fixture(scope="module")
def speller(grammar: Grammar) -> Speller:
    return Speller(grammar)


@pytest.fixture(scope="module")
def names(grammar: Grammar) -> NameForms:
    return NameForms.of(grammar, NAMES)


@pytest.mark.parametrize(
    "word",
    [
        "мәселелеріне", "оқытылмайтындығын", "қазақстандық", "Қазақстандағы", "ҚАЗАҚСТАН", "көлік-логистикалық",
        "ҚР-ның", "БҰҰ-ға", "АҚШ-тың", "70%-ын", "30%-ке", "2026-жылы", "34-отырысына", "19-ға", "5-і", "17:30-да",
        "«Самұрық»-тың", "Lamerinho", "Lamerinho-ның", "COVID-19", "Айгүл", "Жұмабекұлына", "а", "бір-бірімен",
    ],
)  # fmt: skip
def test_words_of_press_prose_are_accepted(speller: Speller, word: str) -> None:
    assert speller.accepts(word, NameForms.none())


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("карап", "қарап"),
        ("ынтымактастык", "ынтымақтастық"),
        ("Казақстан", "Қазақстан"),
        ("мектепінде", "мектебінде"),
        ("министрдың", "министрдің"),
        ("инвесторлерға", "инвесторларға"),
        ("ынтымқатастық", "ынтымақтастық"),
        ("ұйымдастырру", "ұйымдастыру"),
        ("келіссөздр", "келіссөздер"),
        ("қазақстан", "Қазақстан"),
        ("ҚАЗАКСТАН", "ҚАЗАҚСТАН"),
        ("сондайақ", "сондай-ақ"),
        ("әлеуметтік-экономикалык", "әлеуметтік-экономикалық"),
    ],
)
def test_a_misspelling_is_marked_and_the_word_meant_is_among_the_first(speller: Speller, word: str, meant: str) -> None:
    assert not speller.accepts(word, NameForms.none())
    assert meant in [s.text for s in speller.suggest(word, NameForms.none())][:3]


def test_a_latin_look_alike_is_marked_and_the_cyrillic_word_comes_first(speller: Speller) -> None:
    word = "к\u0065\u006c\u0069сім".replace("l", "л")  # Latin e and i inside

    assert not speller.accepts(word, NameForms.none())
    assert speller.suggest(word, NameForms.none())[0].text == "келісім"


def test_a_name_needs_its_capital(speller: Speller) -> None:
    assert speller.accepts("Португалияның", NameForms.none())
    assert not speller.accepts("португалияның", NameForms.none())


@pytest.mark.parametrize("word", ["Араужудың", "Араужумен", "Араужуға", "Рикарду", "Ғалиевтің", "Гимарайнштің"])
def test_the_drafts_own_names_are_words_in_every_form(speller: Speller, names: NameForms, word: str) -> None:
    assert speller.accepts(word, names)


@pytest.mark.parametrize("word", ["Араужудің", "Араужуның", "Гимарайнштың", "Араужуге"])
def test_a_wrong_ending_on_an_own_name_is_found(speller: Speller, names: NameForms, word: str) -> None:
    assert not speller.accepts(word, names)


def test_an_unknown_name_is_marked_where_the_draft_does_not_have_it(speller: Speller) -> None:
    assert not speller.accepts("Араужудың", NameForms.none())


def test_an_own_name_is_proposed_for_its_misspelling(speller: Speller, names: NameForms) -> None:
    assert speller.suggest("Арауждың", names)[0].text == "Араужудың"


def test_the_model_release_has_no_false_alarm_with_its_names(grammar: Grammar) -> None:
    proofer = SpellingProofer.of(grammar, "en")
    found = proofer.text(RELEASE.read_text(encoding="utf-8"), NameForms.of(grammar, NAMES))

    assert [f.text for f in found] == []


def test_a_finding_says_where_in_code_points_and_in_the_windows_language(grammar: Grammar) -> None:
    release = Release("kk", "kk-KZ", "statement", (Block("b1", BlockKind.LEAD, "🇰🇿 Бұл карап тұр."),))
    (finding,) = SpellingProofer.of(grammar, "ru").proof(release, NameForms.none())

    assert (finding.block, finding.span, finding.text, finding.rule) == ("b1", Span(7, 12), "карап", "kk.spelling")
    assert "карап" in finding.message
    assert "словаре" in finding.message
    assert finding.suggestions[0].text == "қарап"


def test_words_marked_as_foreign_are_left_alone(grammar: Grammar) -> None:
    text = "Бұл сотрудничество туралы"
    foreign = ((Span(4, 18), "ru"),)
    release = Release("kk", "kk-KZ", "statement", (Block("b1", BlockKind.LEAD, text, foreign=foreign),))

    assert SpellingProofer.of(grammar, "en").proof(release, NameForms.none()) == []


def test_a_paragraph_is_checked_in_a_blink(grammar: Grammar, names: NameForms) -> None:
    proofer = SpellingProofer.of(grammar, "en")
    text = max(RELEASE.read_text(encoding="utf-8").split("\n"), key=len)
    proofer.text(text, names)
    start = time.perf_counter()
    proofer.text(text, names)

    assert time.perf_counter() - start < 0.02
