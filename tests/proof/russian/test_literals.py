"""An expression is only tried on a text that has the letters it cannot do without."""

import re

import pytest

from pressdesk.proof.russian.literals import may_match, needed
from pressdesk.proof.russian.tables import load


@pytest.mark.parametrize(
    ("pattern", "pieces"),
    [
        (r"(?<!\w)(?P<x>(?P<c>[Вв]) связи этим)(?= |$)", (" связи этим",)),
        (r"(?:январ|феврал)я", ("январ", "феврал")),
        (r"(?:январ|май)? года", (" года",)),
        (r"(?:январь|мя)", ()),
        (r"\d+-\d+", ()),
        (r"(?=этого)нет(?!того)", ("нет",)),
    ],
)
def test_what_every_match_has_is_told_and_what_may_be_missing_is_not(pattern: str, pieces: tuple[str, ...]) -> None:
    assert needed(pattern) == pieces


def test_a_text_without_these_letters_is_passed_over_and_one_in_capitals_is_not() -> None:
    assert not may_match(re.compile("связи"), "В ходе встречи")
    assert may_match(re.compile("связи"), "В связи с этим")
    assert may_match(re.compile("(?i)связи"), "В СВЯЗИ")


def test_no_row_passes_over_a_text_that_it_matches() -> None:
    told = [(row.find.pattern, e.bad) for row in load().wording for e in load().examples if row.find.search(e.bad)]
    assert len(told) > 100
    assert [bad for pattern, bad in told if not may_match(re.compile(pattern), bad)] == []
