"""The planted differences of tests/data/agreement, and texts that agree: the figures of docs/agreement.md."""

import itertools

import pytest
from benchmarks.agreement import GOAL, clean, in_draft, in_pairs, plants, translations

from pressdesk.app.agreeing import Agreeing

QUICK = ("vila-serena", "salvania-forum")
KINDS = {
    "number", "percent", "sum", "date", "time", "name", "post", "organisation", "topic", "order", "quote", "paragraph",
    "role",
}  # fmt: skip


def test_sixty_differences_at_least_of_every_kind_are_planted_in_eight_samples_at_least() -> None:
    rows = plants()

    assert len(rows) >= 60
    assert len({plant.sample for plant in rows}) >= 8
    assert {kind for plant in rows for kind in plant.kinds} >= KINDS
    assert {plant.language for plant in rows} == {"kk", "ru", "en", "pt"}


@pytest.mark.parametrize("name", QUICK)
def test_what_is_planted_in_a_sample_is_found_in_its_draft(name: str) -> None:
    agreeing = Agreeing()
    found = [in_draft(agreeing, plant) for plant in plants() if plant.sample == name]

    assert sum(found) >= 0.85 * len(found)


@pytest.mark.parametrize("release", sorted(translations()))
def test_four_translations_made_by_themselves_are_told_nothing_all_and_in_pairs(release: str) -> None:
    versions = translations()[release]
    agreeing = Agreeing()

    assert len(versions) == 4
    assert agreeing.findings(versions, "en") == []
    for pair in itertools.combinations(versions, 2):
        assert agreeing.findings(pair, "en") == []


@pytest.mark.slow
def test_ninety_five_in_a_hundred_are_found_in_drafts_and_in_pairs_of_plain_texts() -> None:
    drafts, pairs = Agreeing(), Agreeing()
    rows = plants()
    by_pair = [hit for plant in rows for hit in in_pairs(pairs, plant)]

    assert sum(in_draft(drafts, plant) for plant in rows) >= GOAL * len(rows)
    assert sum(by_pair) >= GOAL * len(by_pair)


@pytest.mark.slow
def test_every_clean_sample_is_told_nothing_all_versions_and_every_pair() -> None:
    assert {name: found for name, found in clean(Agreeing()) if found} == {}
