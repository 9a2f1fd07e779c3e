"""An unknown word with a capital is a question where it may be a name, and an error where it is a likely slip."""

import pytest

from pressdesk.proof.languagetool.unknown import in_no_dictionary, perhaps_name


@pytest.mark.parametrize(
    ("word", "offers"),
    [
        ("Педру", ["Бедру", "Кедру", "Недру"]),  # a first letter is nearly never the wrong one
        ("Дуарте", ["Дауте", "Ду арте"]),  # a space within a name mends nothing
        ("Батрашев", ["Патрушев", "Баграшев", "Барашев"]),  # other family names say nothing about this one
        ("Силва", ["Сильва", "Силова"]),
        ("Нуртлеу", []),
    ],
)
def test_a_russian_name_that_nobody_told_of_is_a_question(word: str, offers: list[str]) -> None:
    assert perhaps_name("Выступил министр ", word, offers, "ru")


@pytest.mark.parametrize(
    ("word", "offers"), [("Министерсво", ["Министерство"]), ("Посолство", ["Посольство"]), ("Форм", ["Форум"])]
)
def test_a_likely_slip_in_a_word_with_a_capital_stays_an_error(word: str, offers: list[str]) -> None:
    assert not perhaps_name("В мероприятии участвовало ", word, offers, "ru")


def test_what_begins_a_sentence_or_is_small_is_no_question() -> None:
    assert not perhaps_name("", "Педру", ["Кедру"], "ru")
    assert not perhaps_name("Встреча прошла. ", "Педру", ["Кедру"], "ru")
    assert not perhaps_name("Выступил ", "педру", ["кедру"], "ru")


def test_english_and_portuguese_names_are_told_by_their_first_letter_too() -> None:
    assert perhaps_name("O ministro ", "Fávaro", ["Bávaro", "Avaro", "Fá varo"], "pt")
    assert not perhaps_name("the ", "Comission", ["Commission", "Omission"], "en")


def test_a_short_name_is_near_to_some_word_whatever_it_is() -> None:
    assert perhaps_name("He met Minister ", "Rui", ["Run", "Rue"], "en", " Pereira.", {"run"}.__contains__)
    assert not perhaps_name("He ", "rui", ["run"], "en")
    assert not perhaps_name("", "Teh", ["The"], "en")


def test_only_rules_that_tell_of_an_unknown_word_are_said_in_the_windows_language() -> None:
    assert in_no_dictionary("MORFOLOGIK_RULE_PT_PT")
    assert not in_no_dictionary("EN_A_VS_AN")


def test_in_a_row_of_capitals_only_a_slip_of_an_ordinary_word_is_a_slip() -> None:
    ordinary = {"commission", "embassy"}.__contains__
    assert perhaps_name("He met ", "Jonatan", ["Jonathan"], "en", " Vseviov today.", ordinary)
    assert not perhaps_name("the Intergovernmental ", "Comission", ["Commission"], "en", " met.", ordinary)
    assert not perhaps_name("They opened the ", "Embasy", ["Embassy"], "en", " of Kazakhstan.", ordinary)


@pytest.mark.parametrize(
    ("before", "word", "after", "language"),
    [
        ("в концертном зале «", "Каза", " да Музика».", "ru"),  # a quotation begins with it
        ("Президент Марселу ", "Ребелу", " де Соуза прибыл.", "ru"),
        ("Президент Марселу Ребелу де ", "Соузы", " прибыл.", "ru"),
        ("", "Урсула", " фон дер Ляйен прибыла.", "ru"),
        ("He met Marcelo ", "Rebelo", " de Sousa.", "en"),
    ],
)
def test_within_a_row_of_capitals_joined_by_a_small_word_of_names_no_word_is_a_mistake(
    before: str, word: str, after: str, language: str
) -> None:
    assert perhaps_name(before, word, ["Коза", "Ребеку", "Rebel"], language, after)


def test_a_slip_beside_no_such_small_word_stays_an_error() -> None:
    assert not perhaps_name("", "Министерсво", ["Министерство"], "ru", " иностранных дел")
    assert not perhaps_name("o ", "Ministerio", ["Ministério"], "pt", " da Cultura")  # «da» is everyday Portuguese
