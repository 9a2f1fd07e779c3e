"""A name from a text comes into the register in the nominative and under its own kind, where that can be told."""

import datetime as dt

import pytest

from pressdesk.app.places import Places
from pressdesk.app.register.first_form import Named, first_form
from pressdesk.app.register.layers import Layers
from pressdesk.app.register.pick import pick_name
from pressdesk.model.facts import Person


@pytest.mark.parametrize(
    ("words", "language", "named"),
    [
        ("Батыржана", "ru", Named(given="Батыржан", gender="m")),
        ("Жанатом", "ru", Named(given="Жанат", gender="m")),
        ("Марии", "ru", Named(given="Мария", gender="f")),
        ("Ивановым", "ru", Named(family="Иванов", gender="m")),
        ("Батыржана Иванова", "ru", Named("Батыржан", "Иванов", "m")),
        ("Анной Ивановой", "ru", Named("Анна", "Иванова", "f")),
        ("Жанатпен", "kk", Named(given="Жанат")),
        ("Морейрамен", "kk", Named(family="Морейра")),
    ],
)
def test_a_form_that_can_be_told_is_put_into_the_nominative(words: str, language: str, named: Named) -> None:
    assert first_form(words, language) == named


@pytest.mark.parametrize(
    ("words", "language"),
    [("Иванова", "ru"), ("Токаева", "ru"), ("Морейрой", "ru"), ("Лиссабона", "ru"), ("Rui", "pt")],
)
def test_what_may_be_a_nominative_or_is_no_known_name_stays_as_it_stands(words: str, language: str) -> None:
    assert first_form(words, language) == Named(family=words)


def test_the_entry_has_a_given_name_and_no_family_name_made_of_it(tmp_path: object) -> None:
    _, record = pick_name("Батыржана", "ru", Layers.at(Places.at(str(tmp_path))), dt.date(2026, 11, 24))

    assert isinstance(record.what, Person)
    assert (dict(record.what.given), dict(record.what.family)) == ({"ru": "Батыржан"}, {})
    assert record.what.gender == "m"
