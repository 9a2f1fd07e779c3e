"""The checklist in the window: ticking under a name, lapsing, going where it stands, final releases all the same."""

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from tests.gui.conftest import BridgeMaker, press, settled

from pressdesk.app.checklist.points import State
from pressdesk.app.checklist.words import point_words
from pressdesk.app.places import Places
from pressdesk.app.samples import sample
from pressdesk.app.settings import Settings
from pressdesk.gui.bridge import Bridge
from pressdesk.gui.kit.widgets import Button
from pressdesk.gui.main_window import MainWindow
from pressdesk.gui.shell.checklist_panel import ChecklistPanel, Signing
from pressdesk.gui.shell.checklist_sheet import ChecklistSheet
from pressdesk.gui.shell.export_sheet import ExportSheet
from pressdesk.gui.shell.preferences import Preferences
from pressdesk.model.draft import Draft
from pressdesk.model.findings import Finding, Kind, Severity
from pressdesk.model.release import Release
from pressdesk.store.draft_file import open_draft, save_draft
from pressdesk.text.spans import Span

WindowMaker = Callable[..., MainWindow]


@dataclasses.dataclass(frozen=True)
class Checked:
    findings: tuple[Finding, ...] = ()
    notices: tuple[object, ...] = ()
    aside: tuple[Finding, ...] = ()


class Clean:
    """Finds nothing."""

    def proof(self, draft: Draft, release: Release, ui_language: str) -> Checked:
        return Checked()


@pytest.fixture
def ready(make_bridge: BridgeMaker, qtbot: QtBot) -> Bridge:
    """A draft with a quotation and two partners, its texts made and checked."""
    bridge = make_bridge(sample("salvania-water"), "kk", Clean())
    bridge.start()
    qtbot.waitUntil(lambda: not bridge.busy and len(bridge.findings) == len(bridge.languages), timeout=10000)
    return bridge


def panel_of(
    bridge: Bridge, places: Places, qtbot: QtBot, reviewer: str = "", *, everything: bool = False
) -> ChecklistPanel:
    preferences = Preferences(places, Settings(reviewer=reviewer))
    panel = ChecklistPanel(bridge, Signing.of(preferences, bridge), lambda: (), everything=everything)
    preferences.setParent(panel)
    qtbot.addWidget(panel)
    panel.resize(600, 400)
    panel.show()
    return panel


def button(panel: ChecklistPanel, item: str, what: str, about: str = "") -> Button:
    row = next(row for row in panel.rows() if row.shown.item.id == item)
    return next(b for (_, where, does), b in row.buttons.items() if does == what and about in where)


def state(panel: ChecklistPanel, item: str) -> State:
    row = panel.checklist.row(item)
    assert row is not None
    return row.state


def test_a_tick_asks_for_a_name_first_and_is_a_step_of_undo(ready: Bridge, places: Places, qtbot: QtBot) -> None:
    panel = panel_of(ready, places, qtbot)
    button(panel, "quotes", "tick").click()
    assert ready.draft.ticks == ()
    assert state(panel, "quotes") is State.OPEN

    panel.name.setText(" Г.  Ержанова ")
    button(panel, "quotes", "tick").click()
    assert [(tick.item, tick.by) for tick in ready.draft.ticks] == [("quotes", "Г. Ержанова")]
    assert panel.signing.reviewer == "Г. Ержанова"
    assert not any(row.shown.item.id == "quotes" for row in panel.rows())  # only what is open is shown

    ready.undo()
    assert ready.draft.ticks == ()
    assert state(panel, "quotes") is State.OPEN


def test_a_tick_makes_nothing_anew_and_lapses_when_the_words_change(
    ready: Bridge, places: Places, qtbot: QtBot
) -> None:
    panel = panel_of(ready, places, qtbot, "Г. Ержанова", everything=True)
    button(panel, "quotes", "tick").click()
    assert not ready.busy
    assert state(panel, "quotes") is State.TICKED
    assert button(panel, "quotes", "untick").accessibleName().startswith("Дәйексөздер бекітілген, Су шекара білмейді")

    ready.put("quote.text.pt", "Outra coisa.", typing=False)
    assert state(panel, "quotes") is State.LAPSED
    row = next(row for row in panel.rows() if row.shown.item.id == "quotes")
    assert row.accessibleName() == "Дәйексөздер бекітілген: Тексерілген соң өзгерген"
    assert "Г. Ержанова" in row.accessibleDescription()


def test_what_is_noted_of_each_language_is_shown_as_on_the_command_line(
    make_bridge: BridgeMaker, places: Places, qtbot: QtBot
) -> None:
    class Warned:
        def proof(self, draft: Draft, release: Release, ui_language: str) -> Checked:
            block = release.blocks[0]
            word = Finding(
                block.id, Span(0, 4), block.text[:4], "style.x", Kind.STYLE, Severity.WARNING, "", (), "style"
            )
            return Checked((word,) * (1 + draft.facts.languages.index(release.language)))

    bridge = make_bridge(sample("salvania-water"), "en", Warned())
    bridge.start()
    qtbot.waitUntil(lambda: not bridge.busy and len(bridge.findings) == len(bridge.languages), timeout=10000)
    panel = panel_of(bridge, places, qtbot, everything=True)

    row = next(row for row in panel.rows() if row.shown.item.id == "findings")
    words = [label.text() for label in row.findChildren(QLabel)]

    told = [point_words(point, bridge.ui) for point in row.shown.points if point.note]
    assert len(told) == len(bridge.languages) > 1
    assert [line for line in words if line in told] == told


def test_the_focus_stays_with_its_item_when_a_button_goes(ready: Bridge, places: Places, qtbot: QtBot) -> None:
    panel = panel_of(ready, places, qtbot, "Г. Ержанова", everything=True)
    with qtbot.waitActive(panel):
        panel.activateWindow()
    tick = button(panel, "partner", "tick", "rector")
    tick.setFocus(Qt.FocusReason.TabFocusReason)
    press(tick, Qt.Key.Key_Return)

    assert QApplication.focusWidget() is button(panel, "partner", "untick", "rector")
    rows = panel.rows()
    rows[0].setFocus(Qt.FocusReason.TabFocusReason)
    press(rows[0], Qt.Key.Key_Down)
    assert QApplication.focusWidget() is rows[1]
    assert [row.focusPolicy() & Qt.FocusPolicy.TabFocus for row in rows[:3]] == [
        Qt.FocusPolicy.TabFocus, Qt.FocusPolicy.NoFocus, Qt.FocusPolicy.NoFocus,
    ]  # fmt: skip


def test_a_ministry_s_items_hold_and_a_faulty_file_is_told(ready: Bridge, places: Places, qtbot: QtBot) -> None:
    places.config.mkdir(parents=True, exist_ok=True)
    house = places.config / "house.toml"
    house.write_text('[checklist.quotes]\nlevel = "off"\n', encoding="utf-8")
    assert panel_of(ready, places, qtbot).checklist.row("quotes") is None

    house.write_text('[checklist.quotes]\nlevel = "maybe"\n', encoding="utf-8")
    panel = panel_of(ready, places, qtbot)
    assert panel.checklist.row("quotes") is not None
    assert "house.toml:1" in panel.signing.complaint


# --- with the whole window -------------------------------------------------------------------------------------------


def opened(window: MainWindow, qtbot: QtBot) -> ExportSheet:
    settled(qtbot, window)
    window.run("export")
    sheet = window.findChild(ExportSheet)
    assert sheet is not None
    for name, card in sheet.formats.items():
        card.button.setChecked(name == "txt")
    for one in sheet.lines:
        one.tick.setChecked(one.tag == "kk")
    return sheet


def exported(sheet: ExportSheet, folder: Path, qtbot: QtBot) -> None:
    sheet.folder = folder
    with qtbot.waitSignal(sheet.written, timeout=20000):
        sheet.export()


def test_a_release_is_forced_with_a_reason_and_the_draft_remembers_it_whatever_is_undone(
    make_window: WindowMaker, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "water.pressdesk"
    save_draft(sample("salvania-water"), path)
    window = make_window(checker=Clean())
    window.open_path(path)
    sheet = opened(window, qtbot)
    assert not sheet.final.button.isEnabled()
    assert sheet.final.more.text() == "Алдымен: Дәйексөздер бекітілген, Серіктестің лауазымы тексерілген"

    sheet.force.link.click()
    assert sheet.force.reason.hasFocus()
    sheet.force.reason.setText("Министр тапсырды")
    assert not sheet.final.button.isEnabled()  # nobody is named yet
    sheet.panel.name.setText("Г. Ержанова")
    sheet.final.button.click()
    exported(sheet, tmp_path / "out", qtbot)

    [release] = open_draft(path).record
    assert (release.by, release.reason, release.languages, release.formats) == (
        "Г. Ержанова", "Министр тапсырды", ("kk",), ("txt",),
    )  # fmt: skip
    assert {unmet.item for unmet in release.unmet} == {"quotes", "partner"}
    [written] = (tmp_path / "out").iterdir()
    assert "draft" not in written.name
    assert "Ержанова" not in written.read_text(encoding="utf-8")

    assert window.bridge is not None
    while window.bridge.desk.undo_step is not None:
        window.run("undo")
    assert window.bridge.draft.record == (release,)
    assert not window.bridge.draft.final


@pytest.mark.slow
def test_with_everything_ticked_final_needs_no_reason_and_a_draft_without_a_file_asks_to_be_saved(
    make_window: WindowMaker, qtbot: QtBot, tmp_path: Path
) -> None:
    window = make_window(checker=Clean(), settings=Settings(reviewer="Г. Ержанова"))
    window.bring_sample("guimaraes")
    sheet = opened(window, qtbot)
    for about in ("araujo", "fangueiro"):
        button(sheet.panel, "partner", "tick", about).click()
    assert not sheet.force.isVisibleTo(sheet)
    sheet.final.button.click()
    exported(sheet, tmp_path / "out", qtbot)

    assert window.bridge is not None
    [release] = window.bridge.draft.record
    assert (release.forced, release.by) == (False, "Г. Ержанова")
    assert "сақтаңыз" in window.banner.text
    assert window.touched  # closing asks, so that the record is not lost unseen


@pytest.mark.slow
def test_the_checklist_shows_the_record_and_leads_to_fields(
    make_window: WindowMaker, qtbot: QtBot, tmp_path: Path
) -> None:
    window = make_window(checker=Clean())
    path = Path(__file__).parents[1] / "formats" / "draft-3.pressdesk"
    window.open_path(path)
    settled(qtbot, window)
    window.run("checklist")
    sheet = window.findChild(ChecklistSheet)
    assert sheet is not None
    assert QApplication.focusWidget() is sheet.panel.rows()[0]
    said = [label.text() for label in sheet.record.findChildren(type(sheet.panel._count))]
    assert said[:2] == [
        "24.11.2026 11:00 · Г. Ержанова · kk, ru · docx, html",
        "24.11.2026 09:40 · Г. Ержанова · kk, ru · docx",
    ]
    assert said[2] == "Бәрібір шығарылды: Министр хатшылығының тапсырмасы"

    row = next(row for row in sheet.panel.rows() if row.shown.open and row.shown.open[0].field)
    go = next(b for (_, _, does), b in row.buttons.items() if does == "go")
    wanted = row.shown.open[0].field
    go.click()
    assert not sheet.isVisible()
    assert window.bridge is not None
    assert window.bridge.focused.startswith(wanted.partition(".")[0])


@pytest.mark.slow
@pytest.mark.parametrize("size", [(1024, 640), (720, 450)])
def test_in_a_small_window_the_focus_is_always_in_sight(
    make_window: WindowMaker, qtbot: QtBot, size: tuple[int, int]
) -> None:
    window = make_window(size=size, checker=Clean())
    window.bring_sample("salvania-water")
    sheet = opened(window, qtbot)
    seen = set()
    for _ in range(40):
        press(sheet, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None
        area = now.visibleRegion().boundingRect()
        assert area.height() >= min(now.height(), 20), now
        seen.add(now)
    assert sheet.force.link in seen
    assert sheet.panel.name in seen
