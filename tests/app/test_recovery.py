import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

import pytest

from pressdesk.app.places import Places
from pressdesk.app.recovery import Journal, Note, left_behind
from pressdesk.errors import DraftFileError
from pressdesk.model.draft import Draft
from pressdesk.model.facts import Facts

DRAFT = Draft(facts=Facts(type="working_visit", id="x"), images={"a.jpg": b"\xff\xd8"})
NOTE = Note("Гимарайнш – сапар", "/srv/a.pressdesk", "working_visit", 212, datetime(2026, 5, 1, 18, 5))


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places.at(tmp_path)


def test_without_a_crash_there_is_nothing(places: Places) -> None:
    assert left_behind(places) == []


def test_a_journal_in_use_is_not_offered(places: Places) -> None:
    journal = Journal(places)
    journal.write(DRAFT, NOTE)

    assert left_behind(places) == []
    journal.close()


def test_what_a_crash_left_comes_back_whole_with_its_pictures(places: Places) -> None:
    journal = Journal(places)
    journal.write(DRAFT, NOTE)
    journal.abandon()
    [leftover] = left_behind(places)

    assert leftover.draft() == DRAFT
    assert leftover.note == NOTE
    leftover.release()


def test_a_killed_process_leaves_its_journal_to_the_next(places: Places) -> None:
    program = (
        "import sys, time\n"
        "from datetime import datetime\n"
        "from pressdesk.app.places import Places\n"
        "from pressdesk.app.recovery import Journal, Note\n"
        "from pressdesk.model.draft import Draft\n"
        "from pressdesk.model.facts import Facts\n"
        "Journal(Places.at(sys.argv[1])).write(Draft(facts=Facts(id='kept')), Note('', '', '', 3, datetime.now()))\n"
        "print('written', flush=True)\n"
        "time.sleep(60)\n"
    )
    # the journal object must outlive the line that made it
    program = program.replace("Journal(Places", "j = Journal(Places").replace(").write(", "); j.write(")
    process = subprocess.Popen(
        [sys.executable, "-c", program, str(places.data.parent)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "written\n"
    assert left_behind(places) == []  # it lives
    process.kill()
    process.wait()
    process.stdout.close()

    [leftover] = left_behind(places)
    assert leftover.draft().facts.id == "kept"
    leftover.release()


def test_two_programs_that_start_after_a_crash_do_not_both_take_it(places: Places) -> None:
    journal = Journal(places)
    journal.write(DRAFT, NOTE)
    journal.abandon()
    first = left_behind(places)
    second = left_behind(places)

    assert len(first) == 1
    assert second == []
    first[0].release()
    third = left_behind(places)
    assert len(third) == 1
    third[0].release()


def test_a_recovered_draft_is_only_dropped_once_the_new_journal_is_written(places: Places) -> None:
    old = Journal(places)
    old.write(DRAFT, NOTE)
    old.abandon()
    [leftover] = left_behind(places)
    new = Journal(places)
    new.take_over(leftover)
    assert old.file.exists()
    new.write(DRAFT, NOTE)

    assert not old.file.exists()
    assert new.file.exists()
    new.close()
    assert list(places.recovery.iterdir()) == []


def test_a_broken_note_costs_the_title_and_not_the_draft(places: Places) -> None:
    journal = Journal(places)
    journal.write(DRAFT, NOTE)
    journal.abandon()
    journal.file.with_suffix(".json").write_text("{", encoding="utf-8")
    [leftover] = left_behind(places)

    assert leftover.note.title == ""
    assert leftover.draft() == DRAFT
    leftover.release()


def test_the_newest_is_offered_first(places: Places) -> None:
    for hour in (9, 18, 12):
        journal = Journal(places)
        journal.write(DRAFT, Note(str(hour), "", "", 1, datetime(2026, 5, 1, hour)))
        journal.abandon()
    found = left_behind(places)

    assert [leftover.note.title for leftover in found] == ["18", "12", "9"]
    for leftover in found:
        leftover.discard()
    assert list(places.recovery.iterdir()) == []


def test_a_folder_that_cannot_be_made_gives_one_sentence(places: Places) -> None:
    places.data.mkdir(parents=True)
    places.recovery.write_text("a file where the folder belongs", encoding="utf-8")

    with pytest.raises(DraftFileError, match="save the draft often"):
        Journal(places).write(DRAFT, NOTE)


def test_writing_is_quick_even_with_a_large_photo(places: Places) -> None:
    journal = Journal(places)
    big = Draft(facts=DRAFT.facts, images={"a.jpg": b"x" * 5_000_000})
    began = time.monotonic()
    journal.write(big, NOTE)

    assert time.monotonic() - began < 2
    journal.close()
