"""Why a form is a guess is said in the window's language, in the tables' own words."""

import re
from pathlib import Path

import pytest

import pressdesk
from pressdesk.grammar.grammar import Grammar
from pressdesk.language.language import load
from pressdesk.model.forms import How
from pressdesk.text.messages import UI_LANGUAGES, Messages, catalogue

SOURCES = sorted(Path(pressdesk.__file__).parent.rglob("*.py"))


def test_every_doubt_of_the_tables_is_told_in_every_language_of_the_window(kazakh: Grammar) -> None:
    doubts = {ending.doubt for ending in kazakh.reader.lexicon.endings if ending.doubt}

    assert doubts
    assert [(key, tag) for key in doubts for tag in UI_LANGUAGES if tag not in catalogue().get(key, {})] == []


@pytest.mark.parametrize(
    ("base", "word"),
    [("Рикарду Араужу", "-у"), ("Жерарь", "ь"), ("Lamerinho", "читается"), ("ЩЩФ", "сокращение"), ("–", "нет слова")],
)
def test_a_guess_gives_its_reason_in_the_language_asked_for(kazakh: Grammar, base: str, word: str) -> None:
    form = kazakh.form(base, "GEN")

    assert form.how is How.GUESSED
    assert word in Messages("ru").reason(form.note)
    assert Messages("kk").reason(form.note) != Messages("en").reason(form.note)


def test_a_note_without_a_key_stands_as_it_is() -> None:
    assert Messages("kk").reason("a reason of its own; guess.no-word") == (
        "a reason of its own; мұнда түрленетін сөз жоқ"
    )


def test_every_reason_that_an_inflector_gives_has_its_sentence() -> None:
    given = {key for path in SOURCES for key in re.findall(r"[\"'](guess\.[a-z-]+)", path.read_text(encoding="utf-8"))}

    assert len(given) > 20
    assert [(key, tag) for key in sorted(given) for tag in UI_LANGUAGES if tag not in catalogue().get(key, {})] == []


@pytest.mark.parametrize(
    ("language", "base", "features", "traits", "about"),
    [
        ("ru", "Рикарду Араужу", "GEN", {}, "пол не указан"),
        ("ru", "что-то произошло вчера", "GEN", {}, "предложение"),
    ],
)
def test_russian_guesses_speak_the_windows_language_too(
    language: str, base: str, features: str, traits: dict[str, str], about: str
) -> None:
    form = load(language).inflector.form(base, features, traits)

    assert form.guessed
    assert "guess." not in Messages("kk").reason(form.note)
    assert about in Messages("ru").reason(form.note)
