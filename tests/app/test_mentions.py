"""What is offered after an @, and the form that a typed ending means."""

import pytest

from pressdesk.app.amending import living
from pressdesk.app.mentions import Mentions
from pressdesk.app.samples import sample
from pressdesk.model import paths


@pytest.fixture(scope="module")
def kazakh() -> Mentions:
    return Mentions(living(sample("vila-serena"), "kk"))


def texts(mentions: Mentions, typed: str) -> list[str]:
    return [offer.piece.text for offer in mentions.offers(typed)]


def test_people_bodies_countries_places_and_dates_can_be_mentioned(kazakh: Mentions) -> None:
    assert {m.group for m in kazakh.all} == {"people", "organisations", "countries", "place", "date"}
    assert "2026 жылғы 21 сәуір" in {m.piece.text for m in kazakh.all}


def test_an_at_sign_alone_offers_everybody_once(kazakh: Mentions) -> None:
    assert texts(kazakh, "")[:2] == ["Айгерім Сапарова", "Мартинью Салдана"]


def test_letters_find_names_by_any_of_their_words_and_names_that_begin_so_come_first(kazakh: Mentions) -> None:
    assert texts(kazakh, "сап") == ["Сапарова", "Айгерім Сапарова"]
    assert texts(kazakh, "каз") == []
    assert texts(kazakh, "жоқадам") == []


@pytest.mark.parametrize(
    ("typed", "form", "features"),
    [
        ("Сальтың", "Сальванияның", "GEN"),  # the letters of a name and an ending in the wrong shape
        ("Салданамен", "Мартинью Салданамен", "INS"),
        ("Сапарованың", "Айгерім Сапарованың", "GEN"),
    ],
)
def test_letters_and_an_ending_offer_the_name_in_that_case(
    kazakh: Mentions, typed: str, form: str, features: str
) -> None:
    assert (form, features) in [(o.piece.text, o.piece.features) for o in kazakh.offers(typed)]


@pytest.mark.parametrize(("ending", "form"), [("нің", "Салдананың"), ("ға", "Салданаға"), ("тен", "Салданадан")])
def test_the_grammar_writes_the_ending_that_was_meant(kazakh: Mentions, ending: str, form: str) -> None:
    piece = next(m.piece for m in kazakh.all if m.piece.text == "Салдана")
    made = kazakh.with_ending(piece, ending)

    assert made is not None
    assert made.text == form


@pytest.mark.parametrize("ending", ["", "сыз", "қала", "123"])
def test_what_is_no_case_ending_leaves_the_name_alone(kazakh: Mentions, ending: str) -> None:
    piece = next(m.piece for m in kazakh.all if m.piece.text == "Салдана")

    assert kazakh.with_ending(piece, ending) is None


def test_a_name_that_already_stands_in_a_case_takes_no_second_ending(kazakh: Mentions) -> None:
    piece = next(m.piece for m in kazakh.all if m.piece.text == "Салдана")
    genitive = kazakh.formed(piece, "GEN")
    assert genitive is not None

    assert kazakh.with_ending(genitive, "ға") is None


def test_the_forms_of_a_name_are_those_of_its_language() -> None:
    draft = sample("vila-serena")
    for language, form in (("ru", "Казахстаном"), ("en", "Kazakhstan’s"), ("pt", "do Cazaquistão")):
        mentions = Mentions(living(draft, language))
        piece = next(m.piece for m in mentions.all if m.group == "countries")

        assert form in [one.text for one in mentions.forms(piece)]


def test_a_name_that_the_language_lacks_is_offered_in_latin_letters_and_a_hole_never() -> None:
    draft = sample("vila-serena")
    facts = paths.put(draft.facts, "people[0].family", {"en": "Saparova"})
    facts = paths.put(facts, "countries[0].name", {"zh": "哈"})

    mentions = Mentions(living(draft.with_facts(facts), "kk"))

    assert "Saparova" in {m.piece.text for m in mentions.all}
    assert not any("⟦" in m.piece.text for m in mentions.all)
