"""Why a form is a guess is said in the window's language, in the tables' own words."""

import pytest

from pressdesk.grammar.grammar import Grammar
from pressdesk.model.forms import How
from pressdesk.text.messages import UI_LANGUAGES, Messages, catalogue


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
