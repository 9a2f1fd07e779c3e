from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.gui.test_start_page import WindowMaker

from pressdesk.app.places import Places
from pressdesk.gui.shell.setup_sheet import SetupSheet
from pressdesk.proof.languagetool.lock import default_folder


def test_what_will_be_fetched_is_said_before_anything_is(
    make_window: WindowMaker, qtbot: QtBot, places: Places
) -> None:
    window = make_window(language="ru")
    window.run("setup")
    sheet = window.findChild(SetupSheet)
    assert sheet is not None
    words = " ".join(label.text() for label in sheet.findChildren(QLabel))

    assert "МБ" in words
    assert "Русский" in words
    sheet.reject()
    assert not default_folder(places.data).exists()


def test_a_bundle_that_is_none_is_one_sentence_and_another_try_is_possible(
    make_window: WindowMaker, qtbot: QtBot, places: Places, tmp_path: Path
) -> None:
    window = make_window()
    bundle = tmp_path / "bundle.zip"
    bundle.write_bytes(b"no zip at all")
    sheet = SetupSheet(window, window.make, window.ui, places, bundle)
    sheet.present(sheet.go)
    sheet.begin()
    assert not sheet.go.isEnabled()
    qtbot.waitUntil(sheet.go.isEnabled, timeout=10000)

    assert any(str(bundle) in label.text() or "bundle.zip" in label.text() for label in sheet.findChildren(QLabel))
    sheet.reject()
