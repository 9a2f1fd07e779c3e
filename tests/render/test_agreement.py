"""Verbs and participles agree with a body's head noun, and with a name that is plural."""

import pytest

from pressdesk.language.language import load
from pressdesk.render.agreement import agreeing
from pressdesk.render.words import Atom, Words


def gender(name: str, language: str, **traits: str) -> str:
    return agreeing(Words((Atom(name, base=name),)), load(language), traits).gender


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Посольство Республики Казахстан в Сальвании", "n"),
        ("Министерство иностранных дел", "n"),
        ("Организация Объединённых Наций", "f"),
        ("Казахстан", "m"),
        ("Нидерланды", "pl"),
        ("Соединённые Штаты Америки", "pl"),
        ("Solmar", ""),
    ],
)
def test_a_russian_body_has_the_gender_of_its_head_noun(name: str, expected: str) -> None:
    assert gender(name, "ru") == expected


@pytest.mark.parametrize(
    ("name", "expected"), [("Embaixada do Cazaquistão", "f"), ("Estados Unidos", "pl"), ("Uruguai", "m")]
)
def test_a_portuguese_body_has_the_gender_of_its_article(name: str, expected: str) -> None:
    assert gender(name, "pt") == expected


def test_a_stored_gender_comes_before_the_dictionary() -> None:
    assert gender("Solmar", "ru", gender="f") == "f"


@pytest.mark.parametrize("language", ["kk", "en"])
def test_languages_without_genders_have_none(language: str) -> None:
    assert gender("Embassy", language) == ""
