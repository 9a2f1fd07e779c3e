"""What a stale block says and on which words, and that a slip in words written by hand can be mended."""

import dataclasses
from pathlib import Path

import pytest

from pressdesk.app.amending import STALE, changed, findings, living, take_up, write
from pressdesk.app.places import Places
from pressdesk.app.proofing import Proofing
from pressdesk.app.samples import sample
from pressdesk.model import paths
from pressdesk.model.amendments import Piece
from pressdesk.model.draft import Draft
from pressdesk.model.findings import Finding, Kind, Severity
from pressdesk.model.mend import Outcome, mend, outcome
from pressdesk.model.release import Release
from pressdesk.render.render import render
from pressdesk.text.spans import Span


def rewritten(text: str, block: str = "lead") -> Draft:
    draft = sample("vila-serena")
    release = render(draft, "kk")
    taken = take_up(draft, release, next(b for b in release.blocks if b.id == block), living(draft, "kk"))
    return write(draft, taken, [Piece(text=text)])


def with_other_day(draft: Draft) -> Release:
    date = draft.facts.event.date
    assert date is not None
    return render(draft.with_facts(paths.put(draft.facts, "event.date", date.replace(day=28))), "kk")


def test_a_stale_block_is_a_warning_on_the_words_that_no_longer_hold() -> None:
    found = list(findings(with_other_day(rewritten("Сапар 21 сәуірде басталды.")), "en"))

    assert [(f.rule, f.severity, f.kind, f.text) for f in found] == [
        (STALE, Severity.WARNING, Kind.FACTS, "21")
    ]  # fmt: skip
    assert found[0].message == "The facts of this rewritten paragraph have changed: 21 → 28"


def test_a_stale_block_that_says_nothing_of_the_fact_is_marked_on_its_first_word() -> None:
    found = list(findings(with_other_day(rewritten("«Сапар» басталды.")), "ru"))

    assert [f.text for f in found] == ["Сапар"]
    assert found[0].message.startswith("Факты переписанного абзаца изменились: 21 → 28")


def test_a_block_that_is_not_stale_says_nothing() -> None:
    assert list(findings(render(rewritten("Сапар 21 сәуірде басталды."), "kk"), "kk")) == []


def test_the_checkers_report_it_and_look_at_the_words_written_by_hand(tmp_path: Path) -> None:
    draft = rewritten("Сапар 21 сәуірде бастлады.")
    date = draft.facts.event.date
    assert date is not None
    draft = draft.with_facts(paths.put(draft.facts, "event.date", date.replace(day=28)))
    proofing = Proofing(Places.at(tmp_path))
    try:
        found = proofing.proof(draft, render(draft, "kk"), "kk").findings
    finally:
        proofing.close()

    assert STALE in {f.rule for f in found}
    assert "бастлады" in {f.text for f in found}


def test_only_the_first_changes_are_told() -> None:
    many = changed("1 бір сөз 2 екі сөз 3 үш сөз 4 төрт", "5 бір сөз 6 екі сөз 7 үш сөз 8 төрт")
    assert many == ["1 → 5", "2 → 6", "3 → 7", "…"]


@pytest.mark.parametrize("text", ["", "  "])
def test_a_block_left_without_words_is_the_generated_one_again(text: str) -> None:
    assert rewritten(text) == sample("vila-serena")


def slip(release: Release, word: str) -> Finding:
    block = next(b for b in release.blocks if word in b.text)
    span = Span(block.text.index(word), block.text.index(word) + len(word))
    return Finding(block.id, span, word, "kk.spelling", Kind.SPELLING, Severity.ERROR, "", language="kk")


def test_a_slip_in_words_written_by_hand_is_mended_there() -> None:
    draft = rewritten("Сапар бастлады.")
    release = render(draft, "kk")

    found = slip(release, "бастлады")
    mended = mend(draft, release, found, "басталды")

    assert outcome(draft, release, found, "басталды") is Outcome.FIELD
    assert mended is not None
    assert render(mended, "kk").lead == "Сапар басталды."
    assert mended.facts == draft.facts


def test_a_slip_in_a_living_fact_is_mended_in_its_field() -> None:
    draft = sample("vila-serena")
    draft = draft.with_facts(paths.put(draft.facts, "programme[0].topics[1]", {"kk": "энергтика"}))
    release = render(draft, "kk")
    block = next(b for b in release.blocks if b.id == "paragraph-1")
    taken = take_up(draft, release, block, living(draft, "kk"))
    topic = next(p for p in taken.pieces if p.text == "энергтика")
    draft = write(draft, taken, [Piece(text="Сөз "), topic, Piece(text=" туралы болды.")])
    release = render(draft, "kk")

    mended = mend(draft, release, slip(release, "энергтика"), "энергетика")

    assert mended is not None
    assert paths.get(mended.facts, "programme[0].topics[1].kk") == "энергетика"
    assert mended.amendments == draft.amendments
    assert dataclasses.replace(mended, facts=draft.facts) == draft
