"""What is done outside the draft is a step of undo like any other, and one that fails is none."""

import pytest

from pressdesk.app.desk import Deed, Desk
from pressdesk.app.places import Places
from pressdesk.errors import PressDeskError


@pytest.fixture
def desk(places: Places) -> Desk:
    return Desk(places)


@pytest.fixture
def places(tmp_path) -> Places:  # type: ignore[no-untyped-def]
    return Places.at(tmp_path)


def refuse() -> None:
    raise PressDeskError("the disk is full")


def test_a_deed_is_done_undone_and_done_again_between_edits(desk: Desk) -> None:
    kept: list[str] = []
    desk.put("type", "working_visit", "type")
    desk.act(Deed(lambda: kept.append("сөз"), lambda: kept.remove("сөз")), "сөз қосу")
    desk.seal()
    desk.put("type", "briefing_announcement", "type")
    assert kept == ["сөз"]

    desk.undo()
    assert (kept, desk.undo_step) == (["сөз"], "сөз қосу")
    desk.undo()
    assert (kept, desk.draft.facts.type) == ([], "working_visit")
    desk.redo()
    assert (kept, desk.redo_step) == (["сөз"], "type")


def test_a_deed_that_fails_is_no_step(desk: Desk) -> None:
    with pytest.raises(PressDeskError):
        desk.act(Deed(refuse, lambda: None), "step")

    assert desk.undo_step is None


def test_a_deed_that_cannot_be_undone_stays_done(desk: Desk) -> None:
    desk.act(Deed(lambda: None, refuse), "step")

    with pytest.raises(PressDeskError):
        desk.undo()

    assert desk.undo_step == "step"
    assert desk.redo_step is None


def test_a_deed_changes_nothing_that_would_have_to_be_saved(desk: Desk) -> None:
    before = desk.draft
    desk.act(Deed(lambda: None, lambda: None), "step")

    assert desk.draft is before
