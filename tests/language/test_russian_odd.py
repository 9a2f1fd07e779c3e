"""Odd names leave Russian inflection unmoved: never an exception, never a changed letter."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressdesk.language.language import load

CASES = ("GEN", "DAT", "ACC", "INS", "LOC", "PL+GEN")
SIGNS = st.text(st.sampled_from("абвьйаяАЯ-–.,'’ «»1%😀\u0301\u200b"), min_size=1, max_size=8)


@pytest.mark.parametrize("name", ["А", "А.", "-", "—", "Б.-", "1", "😀", "Я А"])
@pytest.mark.parametrize("kind", ["person", "place", "org", "title", "phrase", "adjective", ""])
def test_what_is_no_word_is_left_as_it_is(name: str, kind: str) -> None:
    traits = {"kind": kind, "gender": "m"} if kind else {"gender": "m"}

    for case in CASES[:5]:
        assert load("ru").inflector.form(name, case, traits).text


@settings(max_examples=150, deadline=None)
@given(name=SIGNS, kind=st.sampled_from(["person", "place", "org", "title", "phrase"]), case=st.sampled_from(CASES))
def test_no_string_of_signs_ends_in_an_exception(name: str, kind: str, case: str) -> None:
    load("ru").inflector.form(name, case, {"kind": kind, "gender": "f"})
