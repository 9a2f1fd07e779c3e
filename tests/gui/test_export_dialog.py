import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.gui.conftest import FakeAsker, settled

from pressdesk.app.samples import sample
from pressdesk.gui.main_window import MainWindow
from pressdesk.gui.shell.export_sheet import ExportSheet
from pressdesk.model.draft import Draft
from pressdesk.model.findings import Finding, Kind, Severity
from pressdesk.model.release import Release
from pressdesk.text.spans import Span

pytestmark = pytest.mark.slow

WindowMaker = Callable[..., MainWindow]


@dataclasses.dataclass(frozen=True)
class Checked:
    findings: tuple[Finding, ...] = ()
    notices: tuple[object, ...] = ()
    aside: tuple[Finding, ...] = ()


class OneError:
    """Underlines one Kazakh word and finds the other languages clean."""

    word = "ғылыми-техникалық"

    def proof(self, draft: Draft, release: Release, ui_language: str) -> Checked:
        for block in release.blocks:
            at = block.text.find(self.word)
            if at >= 0:
                origin = block.origin_at(at)
                return Checked(
                    (
                        Finding(
                            block=block.id, span=Span(at, at + len(self.word)), text=self.word, rule="kk.spelling",
                            kind=Kind.SPELLING, severity=Severity.ERROR, message="…",
                            field=origin.field if origin else "", language=release.language,
                        ),
                    )
                )  # fmt: skip
        return Checked()


class Clean:
    """Finds nothing."""

    def proof(self, draft: Draft, release: Release, ui_language: str) -> Checked:
        return Checked()


def sheet_of(window: MainWindow, qtbot: QtBot) -> ExportSheet:
    settled(qtbot, window)
    window.run("export")
    sheet = window.findChild(ExportSheet)
    assert sheet is not None
    return sheet


def line(sheet: ExportSheet, tag: str) -> str:
    found = next(one for one in sheet.lines if one.tag == tag)
    return "\n".join(label.text() for label in found.findChildren(QLabel))


def tick(sheet: ExportSheet, *tags: str) -> None:
    for one in sheet.lines:
        one.tick.setChecked(one.tag in tags)


def sign(sheet: ExportSheet) -> None:
    """Somebody has looked at what only a person can look at: the titles of the other side."""
    sheet.panel.name.setText("Г. Ержанова")
    for row in sheet.panel.rows():
        for (_, _, what), button in row.buttons.items():
            if what == "tick" and row.shown.item.required:
                button.click()


def test_an_error_is_named_at_its_language_and_only_final_waits_for_it(make_window: WindowMaker, qtbot: QtBot) -> None:
    window = make_window(checker=OneError())
    window.bring_sample("guimaraes")
    sheet = sheet_of(window, qtbot)
    sign(sheet)

    assert "1 қате: «ғылыми-техникалық»" in line(sheet, "kk")
    assert "Дайын" in line(sheet, "ru")
    tick(sheet, "kk", "ru")
    assert not sheet.final.button.isEnabled()
    assert "1 қате" in sheet.final.more.text()
    assert sheet.draft.button.isEnabled()
    tick(sheet, "ru")
    assert sheet.final.button.isEnabled()


def test_a_gap_counts_for_its_language_alone(make_window: WindowMaker, qtbot: QtBot) -> None:
    window = make_window(checker=Clean())
    window.bring_sample("guimaraes")
    assert window.bridge is not None
    window.bridge.put("event.place.name.en", "")
    sheet = sheet_of(window, qtbot)

    assert "1 олқылық: Оқиға" in line(sheet, "en")
    assert "Дайын" in line(sheet, "kk")
    tick(sheet, "kk", "en")
    assert not sheet.final.button.isEnabled()


def test_the_link_leads_to_the_field_that_hinders(make_window: WindowMaker, qtbot: QtBot) -> None:
    window = make_window(checker=Clean())
    window.bring_sample("guimaraes")
    assert window.bridge is not None
    window.bridge.put("event.place.name.en", "")
    sheet = sheet_of(window, qtbot)
    next(one for one in sheet.lines if one.tag == "en").mend_wanted.emit("en")

    assert not sheet.isVisible()
    assert window.bridge.language == "en"
    assert window.bridge.focused.startswith("event.place.name")


def test_a_language_that_could_not_be_checked_is_never_called_ready(make_window: WindowMaker, qtbot: QtBot) -> None:
    window = make_window()
    window.bring_sample("guimaraes")
    sheet = sheet_of(window, qtbot)

    assert "Дайын" not in line(sheet, "ru")
    assert "Тексеру қосылмаған" in line(sheet, "ru")
    tick(sheet, "ru")
    sign(sheet)
    assert "Русский" in sheet.final.more.text()


def test_drafts_are_written_in_every_ticked_language_and_format(
    make_window: WindowMaker, qtbot: QtBot, tmp_path: Path, asker: FakeAsker
) -> None:
    window = make_window(checker=OneError())
    window.bring_sample("guimaraes")
    sheet = sheet_of(window, qtbot)
    sheet.folder = tmp_path / "out"
    tick(sheet, "kk", "pt")
    for name, card in sheet.formats.items():
        card.button.setChecked(name in ("docx", "html"))
    with qtbot.waitSignal(sheet.written, timeout=20000):
        qtbot.mouseClick(sheet.go, Qt.MouseButton.LeftButton)

    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert len(names) == 4
    assert all("-draft." in name for name in names)
    docx = next((tmp_path / "out").glob("*-kk-draft.docx"))
    assert any("Гимарайнш" in paragraph.text for paragraph in Document(str(docx)).paragraphs)
    assert window.banner.isVisible()
    assert str(tmp_path / "out") in window.banner.text
    assert window.preferences.settings.export_folder == str(tmp_path / "out")


def test_a_final_export_has_no_draft_mark_and_makes_the_draft_final(
    make_window: WindowMaker, qtbot: QtBot, tmp_path: Path
) -> None:
    window = make_window(checker=Clean())
    window.bring_sample("guimaraes")
    sheet = sheet_of(window, qtbot)
    sheet.folder = tmp_path / "out"
    tick(sheet, "kk")
    sign(sheet)
    sheet.final.button.click()
    for name, card in sheet.formats.items():
        card.button.setChecked(name == "txt")
    with qtbot.waitSignal(sheet.written, timeout=20000):
        sheet.export()

    [path] = (tmp_path / "out").iterdir()
    assert "draft" not in path.name
    assert window.bridge is not None
    assert window.bridge.draft.final


def test_a_folder_that_cannot_be_written_is_told_in_the_sheet_which_stays(
    make_window: WindowMaker, qtbot: QtBot, tmp_path: Path
) -> None:
    window = make_window(checker=Clean())
    window.bring_sample("guimaraes")
    sheet = sheet_of(window, qtbot)
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    sheet.folder = blocked
    sheet.export()
    qtbot.waitUntil(lambda: any(str(blocked) in label.text() for label in sheet.findChildren(QLabel)), timeout=10000)

    assert sheet.isVisible()
    assert sheet.go.isEnabled()


@pytest.mark.parametrize("what", ["languages", "formats"])
def test_with_nothing_ticked_nothing_is_offered(make_window: WindowMaker, qtbot: QtBot, what: str) -> None:
    window = make_window(checker=Clean())
    window.bring_sample("guimaraes")
    sheet = sheet_of(window, qtbot)
    if what == "languages":
        tick(sheet)
    else:
        for card in sheet.formats.values():
            card.button.setChecked(False)

    assert not sheet.go.isEnabled()
    assert sheet.go.toolTip()


def test_another_folder_is_asked_for(make_window: WindowMaker, qtbot: QtBot, asker: FakeAsker, tmp_path: Path) -> None:
    window = make_window(checker=Clean())
    window.bring_sample("guimaraes")
    sheet = sheet_of(window, qtbot)
    asker.path = tmp_path / "elsewhere"
    sheet._choose_folder()

    assert sheet.order.folder == tmp_path / "elsewhere"


def test_the_samples_draft_is_not_changed_by_looking(make_window: WindowMaker, qtbot: QtBot) -> None:
    window = make_window(checker=Clean())
    window.bring_sample("guimaraes")
    sheet = sheet_of(window, qtbot)
    sheet.reject()

    assert window.bridge is not None
    assert window.bridge.draft == sample("guimaraes")
