"""Writing in a paragraph: facts stay living until a letter of theirs is touched, and come back when that is undone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressdesk.app.amending import living
from pressdesk.app.mentions import Mentions
from pressdesk.app.samples import sample
from pressdesk.app.writing import Writing
from pressdesk.model.amendments import Piece, plain
from pressdesk.text.spans import Span

NAME = Piece(text="Сапарова", fact="people[amb].family")
CITY = Piece(text="Вила-Серенада", fact="event.place.name", features="LOC")
START = (NAME, Piece(text=" бүгін "), CITY, Piece(text=" болды."))


@pytest.fixture
def writing() -> Writing:
    return Writing(START)


def living_words(writing: Writing) -> list[str]:
    assert plain(writing.pieces) == writing.text
    return [p.text for p in writing.pieces if p.fact]


def typed(writing: Writing, text: str, at: int) -> None:
    writing.typed(writing.text[:at] + text + writing.text[at:], at + len(text))


def test_nothing_typed_gives_the_very_pieces_back(writing: Writing) -> None:
    assert writing.pieces == START


@pytest.mark.parametrize("at", [0, 8, 9, 14, 15, 28, 29, 35])
def test_words_typed_before_after_and_between_facts_leave_them_alone(writing: Writing, at: int) -> None:
    typed(writing, "жаңа", at)

    assert living_words(writing) == ["Сапарова", "Вила-Серенада"]


def test_the_same_letter_typed_after_a_name_is_no_letter_of_the_name(writing: Writing) -> None:
    typed(writing, "а", 8)

    assert living_words(writing) == ["Сапарова", "Вила-Серенада"]
    assert writing.text.startswith("Сапароваа")


def test_a_changed_letter_ends_the_fact_and_undoing_it_brings_it_back(writing: Writing) -> None:
    before = writing.text
    writing.typed(before.replace("Сапарова", "Сапорова"), 4)
    assert living_words(writing) == ["Вила-Серенада"]

    writing.typed(before, 4)

    assert living_words(writing) == ["Сапарова", "Вила-Серенада"]


def test_a_deleted_stretch_takes_the_facts_that_it_touches(writing: Writing) -> None:
    writing.typed(writing.text[:5] + writing.text[10:], 5)

    assert living_words(writing) == ["Вила-Серенада"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 6), st.text("аб @😀", max_size=3)), max_size=8))
def test_after_any_edits_every_fact_stands_where_it_is_said_to_stand(edits: list[tuple[int, int, str]]) -> None:
    writing = Writing(START)
    for at, gone, new in edits:
        start = min(at, len(writing.text))
        writing.typed(writing.text[:start] + new + writing.text[start + gone :], start + len(new))

        assert plain(writing.pieces) == writing.text
        assert all(f.span.of(writing.text) == f.piece.text for f in writing.facts)
        assert {f.piece for f in writing.facts} <= {NAME, CITY}


def test_an_at_sign_asks_for_a_fact_and_one_in_an_address_does_not(writing: Writing) -> None:
    typed(writing, "@Са", 9)
    assert writing.asked(12) == Span(9, 12)
    assert writing.asked(9) is None

    other = Writing((Piece(text="press@mfa"),))
    assert other.asked(9) is None


def test_a_fact_put_in_the_place_of_the_question_is_living(writing: Writing) -> None:
    typed(writing, "@Вил", 9)

    writing.put(Span(9, 13), CITY)

    assert writing.text == "Сапарова Вила-Серенадабүгін Вила-Серенада болды."
    assert living_words(writing) == ["Сапарова", "Вила-Серенада", "Вила-Серенада"]


def test_an_ending_typed_after_a_name_is_settled_when_the_word_is_over() -> None:
    mentions = Mentions(living(sample("vila-serena"), "kk"))
    piece = next(m.piece for m in mentions.all if m.piece.text == "Салдана")
    writing = Writing((Piece(text="Біз "), piece))
    typed(writing, "мен", 11)

    assert writing.ending(mentions, cursor=14) is None
    found = writing.ending(mentions)
    assert found is not None
    assert found[0] == Span(4, 14)
    writing.put(*found)
    assert [(p.text, p.features) for p in writing.pieces if p.fact] == [("Салданамен", "INS")]


def test_a_word_after_a_name_without_a_space_is_no_ending() -> None:
    mentions = Mentions(living(sample("vila-serena"), "kk"))
    piece = next(m.piece for m in mentions.all if m.piece.text == "Салдана")
    writing = Writing((piece, Piece(text="қала")))

    assert writing.ending(mentions) is None
