"""The record of final releases is no step of undo: it is in every step, and no edit takes it away."""

import dataclasses
import datetime as dt
from pathlib import Path

import pytest

from pressdesk.app.desk import Desk
from pressdesk.app.places import Places
from pressdesk.app.samples import sample
from pressdesk.model.signoff import Issued

MADE = Issued(
    by="Г. Ержанова", at=dt.datetime(2026, 11, 24, 9, 30, tzinfo=dt.UTC), languages=("kk",), formats=("docx",)
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(Places.at(tmp_path), sample("guimaraes"))
    desk.put("event.place.name.kk", "Брага", typing=False)
    desk.put("event.place.name.ru", "Брага", typing=False)
    desk.undo()
    return desk


def test_the_record_stays_whatever_is_undone_and_done_again(desk: Desk) -> None:
    desk.record(MADE)
    for step in (desk.undo, desk.redo, desk.redo):
        step()
        assert desk.draft.record == (MADE,)
    assert desk.undo_step == "event.place.name.ru"
    assert desk.draft.facts.event.place.name["ru"] == "Брага"


def test_an_edit_of_a_draft_from_before_does_not_lose_it(desk: Desk) -> None:
    before = desk.draft
    desk.record(MADE)
    desk.change(dataclasses.replace(before, final=True), "final")

    assert desk.draft.final
    assert desk.draft.record == (MADE,)


def test_an_edit_cannot_add_to_it(desk: Desk) -> None:
    desk.change(dataclasses.replace(desk.draft, record=(MADE, MADE)), "forged")

    assert desk.draft.record == ()


def test_a_record_is_owed_until_it_is_saved(desk: Desk, tmp_path: Path) -> None:
    assert not desk.owes_record
    desk.record(MADE)
    assert desk.owes_record
    assert desk.modified

    desk.save(tmp_path / "a.pressdesk")
    assert not desk.owes_record
    desk.undo()
    assert not desk.owes_record
    assert not Desk.open(Places.at(tmp_path), tmp_path / "a.pressdesk").owes_record
