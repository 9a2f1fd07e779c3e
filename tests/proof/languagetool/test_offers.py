"""The word that was meant comes first: a letter left out is likelier than another word, and the sentence decides."""

import pytest

from pressdesk.language.russian.words import known
from pressdesk.proof.languagetool.client import Match
from pressdesk.proof.languagetool.offers import MOST_OFFERS, near, offers_for, ordered
from pressdesk.proof.russian.fitting import price
from pressdesk.text.spans import Span


@pytest.mark.parametrize(
    ("typed", "offers", "meant"),
    [
        ("heavly", ["heavy", "heavily", "heaven"], "heavily"),
        ("reachd", ["reach", "reaches", "reached"], "reached"),
        ("recieved", ["relieved", "received", "reviewed"], "received"),
        ("coopération", ["cooperation", "corporation"], "cooperation"),
        ("коридра", ["коретра", "коретру", "коридора", "кори дра"], "коридора"),
        ("представтелей", ["предстателей", "представителей"], "представителей"),
    ],
)
def test_the_likeliest_slip_is_mended_first(typed: str, offers: list[str], meant: str) -> None:
    assert ordered(typed, offers)[0] == meant


def test_no_space_is_put_into_a_word_that_lacks_a_letter() -> None:
    assert ordered("коридра", ["коридора", "кори дра"]) == ["коридора"]
    assert ordered("вобщем", ["в общем"]) == ["в общем"]


def test_the_first_letter_is_hardly_ever_the_wrong_one() -> None:
    assert ordered("преговоры", ["приговоры", "переговоры", "зеговоры"])[-1] == "зеговоры"


def test_nothing_is_offered_for_nothing() -> None:
    assert ordered("слово", []) == []


def test_a_russian_word_that_languagetool_does_not_offer_is_found_near_by() -> None:
    found = list(near("Следущий", known))
    assert "Следующий" in found
    assert ordered("Следущий", ["Сл едущий", *found])[0] == "Следующий"


@pytest.mark.parametrize(
    ("before", "typed", "after", "offers", "meant"),
    [
        ("Стороны ", "обсудли", " состояние отношений.", ["обсуди", "обсудил", "обсудили"], "обсудили"),
        ("Посол ", "обсудли", " состояние отношений.", ["обсуди", "обсудили", "обсудил"], "обсудил"),
        ("Встреча завершена. Стороны ", "договорилсь", " о визите.", ["договорилась", "договорились"], "договорились"),
        ("Визит способствует ", "развитю", " туризма.", ["развитью", "развить", "развитию"], "развитию"),
    ],
)
def test_of_words_as_near_the_one_that_fits_the_sentence_is_first(
    before: str, typed: str, after: str, offers: list[str], meant: str
) -> None:
    assert ordered(typed, offers, price(before, after))[0] == meant


def match(rule: str, *offers: str) -> Match:
    return Match(Span(0, 7), rule, "TYPOS", "misspelling", "", offers)


def test_a_finding_offers_eight_words_at_most() -> None:
    many = tuple(f"reach{letter}" for letter in "abcdefghijkl")
    assert len(offers_for(match("MORFOLOGIK_RULE_EN_GB", *many), "reachzz it", "en", False)) == MOST_OFFERS
    assert len(offers_for(match("AGREEMENT", *many), "reachzz it", "en", False)) == MOST_OFFERS


def test_what_a_rule_of_grammar_offers_keeps_its_order() -> None:
    assert offers_for(match("AGREEMENT", "heavy", "heavily"), "heavly ", "en", False) == ("heavy", "heavily")
    assert offers_for(match("MORFOLOGIK_RULE_EN_GB", "heavy", "heavily"), "heavly ", "en", False)[0] == "heavily"


@pytest.mark.parametrize(
    ("typed", "offers", "meant"),
    [
        ("spectaters", ["spectates", "spectators"], "spectators"),
        ("translater", ["translated", "translates", "translator"], "translator"),
        ("dubble", ["dibble", "dabble", "bubble", "double"], "double"),
    ],
)
def test_letters_written_for_one_sound_are_a_likely_slip(typed: str, offers: list[str], meant: str) -> None:
    assert ordered(typed, offers)[0] == meant


def _match(word: str, offers: tuple[str, ...], start: int) -> Match:
    return Match(Span(start, start + len(word)), "MORFOLOGIK_RULE_EN_GB", "TYPOS", "misspelling", "", offers)


def test_what_is_perhaps_a_name_has_no_offers() -> None:
    text = "He met Minister Yermek today."
    assert offers_for(_match("Yermek", ("Yemen", "Termed"), 16), text, "en", name=True) == ()
    assert offers_for(_match("Yermek", ("Yemen", "Termed"), 16), text, "en", name=False) != ()


def test_a_name_of_the_house_in_small_letters_is_offered_with_its_capital_first() -> None:
    assert offers_for(_match("nauryz", ("Nauru", "nary"), 4), "The nauryz feast", "en", name=False)[0] == "Nauryz"
