"""A draft's own names in all their forms, and the endings that they must not take."""

import pytest

from pressdesk.grammar.grammar import Grammar
from pressdesk.grammar.names import NameForms


def names(grammar: Grammar, base: str, **traits: str) -> NameForms:
    return NameForms.of(grammar, [(base, traits)])


@pytest.mark.parametrize("word", ["Рикарду", "Рикардуға", "Араужу", "Араужудың", "Араужудан", "Араужумен"])
def test_every_part_of_a_name_is_read_in_every_form(kazakh: Grammar, word: str) -> None:
    assert names(kazakh, "Рикарду Араужу", harmony="back").accepts(word)


def test_a_stored_harmony_refuses_the_other_one(kazakh: Grammar) -> None:
    own = names(kazakh, "Рикарду Араужу", harmony="back")

    assert own.refuses("Араужудің")
    assert not own.refuses("Араужудың")
    assert not own.refuses("Португалияның")


def test_a_name_that_only_a_guess_could_decide_is_read_both_ways(kazakh: Grammar) -> None:
    own = names(kazakh, "Рикарду Араужу")

    assert own.accepts("Араужудың")
    assert own.accepts("Араужудің")
    assert not own.refuses("Араужудің")


def test_a_name_needs_its_capital(kazakh: Grammar) -> None:
    assert not names(kazakh, "Рикарду Араужу", harmony="back").accepts("араужудың")


def test_a_possessed_name_takes_the_cases_with_н(kazakh: Grammar) -> None:
    own = names(kazakh, "Вила-Серена Палатасы", possessed="")

    assert own.accepts("Палатасына")
    assert not own.accepts("Палатасыға")


def test_a_latin_name_takes_its_endings_after_a_hyphen_as_it_is_pronounced(kazakh: Grammar) -> None:
    own = names(kazakh, "Lamerinho", pronounced="ламериньо")

    assert own.accepts("Lamerinho-ның")
    assert own.accepts("Lamerinho-ға")
    assert own.refuses("Lamerinho-ге")


def test_an_abbreviation_takes_the_endings_of_its_reading(kazakh: Grammar) -> None:
    own = names(kazakh, "ЖЗҚ", pronounced="зертхана")

    assert own.accepts("ЖЗҚ-ның")
    assert not own.accepts("ЖЗҚ-тің")


def test_a_typed_form_is_a_word_even_where_no_rule_makes_it(kazakh: Grammar) -> None:
    own = NameForms.of(kazakh, [("Жан Ғалиев", {"form:GEN": "Жан Ғалиевовтың"})])

    assert own.accepts("Ғалиевовтың")


def test_no_names_accept_nothing() -> None:
    assert not NameForms.none().accepts("Араужу")
    assert not NameForms.none().refuses("Араужу")


def test_only_a_grammar_with_tables_knows_forms() -> None:
    class Other:
        def form(self, base: str, features: str, traits: object = None) -> object:
            raise NotImplementedError

    with pytest.raises(TypeError, match="tables"):
        NameForms.of(Other(), [("Жан", {})])  # type: ignore[arg-type]
