"""Facts are changed at paths, and only copies are changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.model.facts import Facts, Person, Ref, Step
from pressdesk.model.paths import get, insert, join, move, parse, put, remove

STEPS = st.lists(st.one_of(st.integers(0, 99), st.text("abcdefgh_", min_size=1)), min_size=1)


@given(STEPS.map(lambda steps: ["people", *steps]))
def test_a_path_is_read_as_it_was_written(steps: list[str | int]) -> None:
    assert parse(join(*steps)) == tuple(steps)


def test_a_name_is_set_in_one_language_and_the_others_stay() -> None:
    facts = Facts(people=(Person(id="a", family={"kk": "Сейіт", "ru": "Сейит"}),))

    changed = put(facts, "people[0].family.kk", "Сейітов")

    assert changed.people[0].family == {"kk": "Сейітов", "ru": "Сейит"}
    assert facts.people[0].family["kk"] == "Сейіт", "the old draft is kept for undo"


def test_an_emptied_language_leaves_the_text() -> None:
    facts = Facts(people=(Person(family={"kk": "Сейіт"}),))

    assert put(facts, "people[0].family.kk", "").people[0].family == {}


def test_typing_over_a_reference_to_the_register_makes_it_words() -> None:
    facts = Facts(purposes=(Ref("topic.trade"),))

    assert put(facts, "purposes[0].kk", "сауда").purposes == ({"kk": "сауда"},)


def test_keys_are_those_of_the_facts_file_not_of_python() -> None:
    facts = put(Facts(programme=(Step(kind="meeting"),)), "programme[0].with", "mayor")

    assert facts.programme[0].with_ == "mayor"
    assert get(facts, "programme[0].with") == "mayor"


def test_items_are_put_in_moved_and_taken_out() -> None:
    facts = Facts(languages=("kk", "ru", "en"))

    assert insert(facts, "languages[1]", "pt").languages == ("kk", "pt", "ru", "en")
    assert move(facts, "languages[2]", 0).languages == ("en", "kk", "ru")
    assert remove(facts, "languages[0]").languages == ("ru", "en")


@pytest.mark.parametrize("path", ["people[3].family", "nowhere", "event.nothing"])
def test_nothing_stands_at_a_place_that_is_not_there(path: str) -> None:
    assert get(Facts(), path) is None


@pytest.mark.parametrize("path", ["people[3].id", "nowhere"])
def test_nothing_can_be_put_at_a_place_that_is_not_there(path: str) -> None:
    with pytest.raises(KeyError):
        put(Facts(), path, "x")
