"""The journal as the window uses it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.gui.conftest import FakeAsker, settled

from pressdesk.app.places import Places
from pressdesk.app.recovery import left_behind
from pressdesk.gui.main_window import MainWindow
from pressdesk.gui.shell import autosave

pytestmark = pytest.mark.slow  # one by one they take long; CI runs them

WindowMaker = Callable[..., MainWindow]


def kept(places: Places) -> list[Path]:
    return list(places.recovery.glob("*.pressdesk"))


def test_the_first_keystroke_of_a_draft_that_was_never_saved_is_kept_after_the_quiet_time(
    make_window: WindowMaker, qtbot: QtBot, places: Places
) -> None:
    window = make_window()
    window.bring_sample("guimaraes")
    settled(qtbot, window)
    assert kept(places) == []
    assert window.bridge is not None
    window.bridge.put("event.place.name.kk", "Б")
    qtbot.wait(autosave.IDLE // 2)
    assert kept(places) == []
    qtbot.waitUntil(lambda: kept(places) != [], timeout=autosave.IDLE * 3)
    assert window.autosave is not None
    window.autosave.abandon()  # the program dies

    [leftover] = left_behind(places)
    assert leftover.draft().facts.event.place.name["kk"] == "Б"
    assert leftover.note.words > 100
    leftover.release()


def test_a_clean_close_and_a_save_leave_nothing_to_recover(
    make_window: WindowMaker, qtbot: QtBot, places: Places, asker: FakeAsker, tmp_path: Path
) -> None:
    window = make_window()
    window.bring_sample("guimaraes")
    assert window.bridge is not None
    assert window.autosave is not None
    window.bridge.put("event.place.name.kk", "Брага")
    window.autosave.keep()
    qtbot.waitUntil(lambda: kept(places) != [])
    asker.path = tmp_path / "a.pressdesk"
    window.run("save")
    assert kept(places) == []

    window.bridge.put("event.place.name.kk", "Порту")
    window.autosave.keep()
    qtbot.waitUntil(lambda: kept(places) != [])
    window.rebuild()
    assert kept(places) != []  # another language does not throw the copy away
    assert window.bridge is not None
    window.bridge.undo()
    assert kept(places) == []  # back to what the file holds
