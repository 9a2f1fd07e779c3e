"""A day at the window: drafts in and out, panes, keys."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.conftest import FakeAsker, press, settled, type_text

from pressdesk.app.places import Places
from pressdesk.app.settings import load
from pressdesk.gui.main_window import MainWindow
from pressdesk.gui.shell.asker import Answer
from pressdesk.gui.shell.panes import FORM, TEXT
from pressdesk.model.paths import get
from pressdesk.store.draft_file import MIMETYPE, open_draft

WindowMaker = Callable[..., MainWindow]


@pytest.fixture
def window(make_window: WindowMaker, qtbot: QtBot) -> MainWindow:
    window = make_window()
    window.bring_sample("guimaraes")
    settled(qtbot, window)
    return window


def edit(window: MainWindow, value: str = "Жаңа") -> None:
    assert window.bridge is not None
    window.bridge.put("event.place.name.kk", value)


# --- drafts ------------------------------------------------------------


def test_a_new_draft_is_saved_opened_again_and_listed_as_recent(
    window: MainWindow, asker: FakeAsker, tmp_path: Path, places: Places
) -> None:
    edit(window, "Брага")
    asker.path = tmp_path / "Брага 22.12"
    window.run("save")

    path = tmp_path / "Брага 22.12.pressdesk"
    assert open_draft(path).facts.event.place.name["kk"] == "Брага"
    assert not window.touched
    assert load(places).settings.recent == (str(path),)
    assert window.open_path(path)
    assert window.bridge is not None
    assert window.bridge.desk.path == path


def test_an_untouched_sample_closes_without_a_question(window: MainWindow, asker: FakeAsker) -> None:
    window.run("home")

    assert asker.asked == []
    assert window.bridge is None


@pytest.mark.parametrize(
    ("answer", "closed", "saved"),
    [(Answer.CANCEL, False, False), (Answer.DISCARD, True, False), (Answer.SAVE, True, True)],
)
def test_a_changed_draft_is_only_closed_after_an_answer(
    window: MainWindow, asker: FakeAsker, tmp_path: Path, answer: Answer, closed: bool, saved: bool
) -> None:
    edit(window)
    asker.answer, asker.path = answer, tmp_path / "a.pressdesk"
    window.run("home")

    assert asker.asked[0].startswith("unsaved")
    assert (window.bridge is None) == closed
    assert asker.path.exists() == saved


def test_saving_called_off_keeps_the_draft_open(window: MainWindow, asker: FakeAsker) -> None:
    edit(window)
    asker.answer, asker.path = Answer.SAVE, None
    window.run("home")

    assert window.bridge is not None
    assert window.touched


def test_the_window_does_not_close_over_an_unsaved_draft(window: MainWindow, asker: FakeAsker) -> None:
    edit(window)
    asker.answer = Answer.CANCEL

    assert not window.close()
    assert window.isVisible()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no zip", b"hello"])
def test_a_damaged_file_gives_one_sentence_and_the_open_draft_stays(
    window: MainWindow, tmp_path: Path, content: bytes
) -> None:
    bad = tmp_path / "bad.pressdesk"
    bad.write_bytes(content)
    edit(window, "Брага")
    bridge = window.bridge

    assert not window.open_path(bad)
    assert window.bridge is bridge
    assert window.banner.isVisible()
    assert "bad.pressdesk" in window.banner.text
    assert bad.read_bytes() == content


def test_a_draft_of_a_newer_version_says_so_in_the_windows_language(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "new.pressdesk"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", MIMETYPE)
        archive.writestr("draft.json", json.dumps({"format": 999, "facts": {}}))
    before = path.read_bytes()

    assert not window.open_path(path)
    assert "жаңарақ нұсқасында" in window.banner.text
    assert path.read_bytes() == before


def test_a_facts_file_with_many_faults_tells_three(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "facts.json"
    faults = {f"unknown{number}": 1 for number in range(9)}
    path.write_text(json.dumps({"type": "working_visit", **faults}), encoding="utf-8")

    assert not window.open_path(path)
    assert len(window.banner.text.splitlines()) == 4
    assert "unknown0" in window.banner.text


def test_a_draft_that_cannot_be_saved_can_be_saved_elsewhere_at_once(
    window: MainWindow, asker: FakeAsker, tmp_path: Path, qtbot: QtBot
) -> None:
    edit(window)
    asker.path = tmp_path / "nowhere" / "a.pressdesk"
    window.run("save")
    mend = window.banner.mend_button
    assert mend is not None
    asker.path = tmp_path / "b.pressdesk"
    qtbot.mouseClick(mend, Qt.MouseButton.LeftButton)

    assert (tmp_path / "b.pressdesk").exists()
    assert not window.banner.isVisible()


def test_another_window_language_keeps_the_draft_its_history_and_the_field(window: MainWindow, qtbot: QtBot) -> None:
    edit(window, "Брага")
    assert window.bridge is not None
    window.bridge.focus_field("event.place.name")
    window.preferences.change(language="ru")
    window.rebuild()
    settled(qtbot, window)

    assert window.ui.language == "ru"
    assert window.bridge is not None
    assert get(window.bridge.draft.facts, "event.place.name.kk") == "Брага"
    assert window.bridge.desk.undo_step is not None
    assert window.desk_view is not None
    assert window.desk_view.rail.items[0].name == "Событие"


def test_no_part_of_the_window_is_a_window_of_its_own_even_for_a_moment(make_window: WindowMaker, qtbot: QtBot) -> None:
    window = make_window()
    shown: list[str] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
                shown.append(type(watched).__name__)
            return False

    watch = Watch()
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(watch)
    window.bring_sample("guimaraes")
    settled(qtbot, window)
    for command in ("export", "settings", "palette"):
        window.run(command)
    app.removeEventFilter(watch)

    assert shown == []


# --- panes ------------------------------------------------------------


@pytest.mark.parametrize(
    ("size", "form", "rail"), [((1440, 900), 552, 216), ((1280, 800), 480, 216), ((1024, 640), 432, 56)]
)
def test_the_panes_follow_the_width(
    make_window: WindowMaker, qtbot: QtBot, size: tuple[int, int], form: int, rail: int
) -> None:
    window = make_window(size)
    window.bring_sample("guimaraes")
    view = window.desk_view
    assert view is not None
    settled(qtbot, window)
    qtbot.waitUntil(lambda: view.form.width() == form)

    assert view.rail.width() == rail
    assert view.page.isVisible()
    assert not view.peek.isVisible()


def test_a_narrow_window_shows_one_pane_and_a_switch(make_window: WindowMaker, qtbot: QtBot) -> None:
    window = make_window((720, 450))
    window.bring_sample("guimaraes")
    view = window.desk_view
    assert view is not None
    assert view.form.isVisible()
    assert view.peek.isVisible()
    assert not view.page.isVisible()

    view.bar.pane_wanted.emit(TEXT)
    assert view.page.isVisible()
    assert not view.form.isVisible()


def test_crossing_a_width_keeps_widgets_focus_and_cursor(window: MainWindow, qtbot: QtBot) -> None:
    view = window.desk_view
    assert view is not None
    view.open_field("people[1].family", "kk")
    field = QApplication.focusWidget()
    assert field is not None
    if isinstance(field, QLineEdit):
        field.setCursorPosition(3)
    for width, height in ((1024, 640), (720, 450), (1440, 900)):
        window.resize(width, height)
        QApplication.processEvents()

    assert QApplication.focusWidget() is field
    if isinstance(field, QLineEdit):
        assert field.cursorPosition() == 3


def test_a_field_wanted_from_the_text_brings_the_form_back(make_window: WindowMaker, qtbot: QtBot) -> None:
    window = make_window((720, 450))
    window.bring_sample("guimaraes")
    view = window.desk_view
    assert view is not None
    view.panes.show_pane(TEXT)
    view.page.field_wanted.emit("event.place.name", "kk")

    assert view.panes.pane == FORM
    assert window.bridge is not None
    assert window.bridge.focused.startswith("event.place.name")


def test_text_alone_hides_the_form_and_brings_it_back(window: MainWindow) -> None:
    view = window.desk_view
    assert view is not None
    window.run("text_only")
    assert not view.form.isVisible()
    window.run("text_only")
    assert view.form.isVisible()


# --- keys ------------------------------------------------------------


def test_f6_goes_round_the_panes_and_shift_f6_back(window: MainWindow) -> None:
    view = window.desk_view
    assert view is not None
    view.rail.setFocus()
    parts = (view.form, view.page, view.findings)

    def at() -> int:
        now = QApplication.focusWidget()
        assert now is not None
        return next((i for i, part in enumerate(parts) if part is now or part.isAncestorOf(now)), -1)

    went = []
    for _ in range(4):
        window.run("panes")
        went.append(at())
    assert went[:2] == [0, 1]
    assert went[-1] in (-1, 0)  # the findings are passed over where there is no list to stand in
    window.run("panes_back")
    assert at() != went[-1]


def test_alt_and_a_digit_go_to_a_section_also_by_scan_code(window: MainWindow) -> None:
    view = window.desk_view
    assert view is not None
    alt = Qt.KeyboardModifier.AltModifier
    QApplication.sendEvent(view.form, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_2, alt, "2"))
    window.digit_keys.eventFilter(view.form, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_2, alt, "2"))
    assert view.rail.current == view.rail.items[1].section.id

    from pressdesk.gui.actions import DigitKeys

    by_code = DigitKeys(window, "xcb", lambda _: None)
    kazakh = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, alt, 13, 0, 0, "ғ")  # the key that says 4
    assert by_code.number_of(kazakh) == 4
    assert window.digit_keys.number_of(kazakh) is None  # offscreen has no scan codes
    plain = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, 13, 0, 0, "ғ")
    assert by_code.number_of(plain) is None


@pytest.mark.parametrize(
    ("key", "modifiers", "opened"),
    [
        (Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier, "Palette"),
        (Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier, "ExportSheet"),
        (Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier, "SettingsView"),
        (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier, "KeysSheet"),
    ],
)
def test_a_key_opens_its_sheet_from_within_a_field_and_esc_comes_back_to_the_field(
    window: MainWindow, qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier, opened: str
) -> None:
    view = window.desk_view
    assert view is not None
    view.open_field("event.place.name", "kk")
    field = QApplication.focusWidget()
    assert field is not None
    qtbot.keyClick(field, key, modifiers)
    found = [w for w in window.findChildren(QWidget) if type(w).__name__ == opened]
    assert len(found) == 1
    inside = QApplication.focusWidget()
    assert inside is not None
    assert found[0].isAncestorOf(inside)
    qtbot.keyClick(inside, Qt.Key.Key_Escape)

    assert not found[0].isVisible()
    assert QApplication.focusWidget() is field


def test_ctrl_z_in_a_field_takes_back_the_step_of_the_draft(window: MainWindow, qtbot: QtBot) -> None:
    view, bridge = window.desk_view, window.bridge
    assert view is not None
    assert bridge is not None
    before = bridge.draft
    view.open_field("people[1].family", "kk")
    field = QApplication.focusWidget()
    assert field is not None
    type_text(field, "қ")
    assert bridge.draft != before
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert bridge.draft == before
    qtbot.keyClick(field, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert bridge.draft != before


def test_what_hinders_the_export_is_listed_and_each_line_leads_to_its_field(window: MainWindow, qtbot: QtBot) -> None:
    view, bridge = window.desk_view, window.bridge
    assert view is not None
    assert bridge is not None
    bridge.put("event.place.name", {})
    settled(qtbot, window)
    window.run("errors")
    [link] = [link for link in view.form.summary.links if link.path.startswith("event.place")]
    view.form.summary.wanted.emit(link.path, link.language)

    assert bridge.focused.startswith("event.place.name")


def test_the_rail_is_one_stop_with_arrows_inside(window: MainWindow) -> None:
    view = window.desk_view
    assert view is not None
    assert all(item.focusPolicy() == Qt.FocusPolicy.NoFocus for item in view.rail.items)
    view.rail.setFocus()
    first = view.rail.current
    press(view.rail, Qt.Key.Key_Down)
    assert view.rail.current != first
    press(view.rail, Qt.Key.Key_Home)
    assert view.rail.current == first
    press(view.rail, Qt.Key.Key_End)
    assert view.rail.current == view.rail.items[-1].section.id


def test_languages_change_by_key(window: MainWindow) -> None:
    assert window.bridge is not None
    window.run("language_next")
    assert window.bridge.language == "ru"
    window.run("language_back")
    assert window.bridge.language == "kk"


def test_f2_turns_a_letter_in_the_form_and_the_text_follows(window: MainWindow, qtbot: QtBot) -> None:
    view, bridge = window.desk_view, window.bridge
    assert view is not None
    assert bridge is not None
    view.open_field("people[1].family", "kk")
    field = QApplication.focusWidget()
    assert field is not None
    type_text(field, "к")
    window.run("turn_letter")
    settled(qtbot, window)

    assert "қ" in get(bridge.draft.facts, "people[1].family.kk")
    assert get(bridge.draft.facts, "people[1].family.kk") in bridge.releases["kk"].plain()


def test_the_palette_finds_in_every_language_runs_and_gives_the_focus_back(window: MainWindow, qtbot: QtBot) -> None:
    from pressdesk.gui.shell.palette import Palette

    view = window.desk_view
    assert view is not None
    view.rail.setFocus()
    window.run("palette")
    palette = window.findChild(Palette)
    assert palette is not None
    type_text(palette.field, "организации")  # the window speaks Kazakh
    press(palette.field, Qt.Key.Key_Return)

    assert view.rail.current == "organisations"


def test_the_palette_finds_people_and_says_when_nothing_is_found(window: MainWindow) -> None:
    from pressdesk.gui.shell.palette import Palette

    window.run("palette")
    palette = window.findChild(Palette)
    assert palette is not None
    type_text(palette.field, "fangueiro")
    assert palette.list.model().rowCount() == 1
    type_text(palette.field, "zzz")
    assert palette.list.model().rowCount() == 0
    assert "fangueirozzz" in palette.layout().itemAt(1).widget().text()
    press(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_no_command_runs_under_an_open_sheet(window: MainWindow) -> None:
    window.run("settings")
    assert window.commands is not None
    assert window.commands.paused
    command = next(c for c, *_ in window.commands.listed() if c.id == "home")
    window.commands.do(command)

    assert window.bridge is not None


def test_tab_stays_within_a_sheet(window: MainWindow) -> None:
    from pressdesk.gui.settings_view import SettingsView

    window.run("settings")
    sheet = window.findChild(SettingsView)
    assert sheet is not None
    seen = set()
    for _ in range(20):
        now = QApplication.focusWidget()
        assert now is not None
        assert sheet.isAncestorOf(now)
        seen.add(now)
        press(now, Qt.Key.Key_Tab)
    assert len(seen) >= 5


def test_every_button_can_be_heard(window: MainWindow) -> None:
    silent = [
        type(button).__name__
        for kind in (QToolButton, QPushButton)
        for button in window.findChildren(kind)
        if button.isVisible() and not button.accessibleName() and not button.text()
    ]
    assert silent == []


def test_a_mistake_of_the_program_is_told_and_the_draft_is_kept(
    window: MainWindow, qtbot: QtBot, places: Places
) -> None:
    from pressdesk.gui.shell.failure import FailureSheet

    edit(window)
    window.sheets.failure("ZeroDivisionError: division by zero", "Traceback …")
    sheet = window.findChild(FailureSheet)
    assert sheet is not None
    assert sheet.isVisible()
    qtbot.waitUntil(lambda: any(places.recovery.glob("*.pressdesk")), timeout=5000)
