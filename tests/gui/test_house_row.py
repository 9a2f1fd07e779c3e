"""The house file in the settings: it is chosen, shown, named when it is broken, and holds for the text on the desk."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from tests.gui.conftest import FakeAsker, WindowMaker, settled

from pressdesk.app.places import Places
from pressdesk.app.settings import load
from pressdesk.gui.main_window import MainWindow
from pressdesk.gui.settings_view import SettingsView

pytestmark = pytest.mark.slow

SMALL = '[titles.capitals]\nkk = "lower"\n'


def settings_of(window: MainWindow) -> SettingsView:
    window.run("settings")
    sheet = window.findChild(SettingsView)
    assert sheet is not None
    return sheet


def lead(window: MainWindow) -> str:
    release = window.bridge.releases.get("kk") if window.bridge is not None else None
    return release.lead if release is not None else ""


def test_a_file_that_is_chosen_shows_what_it_changes_and_changes_the_text_on_the_desk(
    make_window: WindowMaker, places: Places, asker: FakeAsker, tmp_path: Path, qtbot: QtBot
) -> None:
    window = make_window()
    window.bring_sample("guimaraes")
    settled(qtbot, window)
    assert "Португалиядағы Елшісі" in lead(window)
    asker.path = tmp_path / "ministry.toml"
    asker.path.write_text(SMALL, encoding="utf-8")

    sheet = settings_of(window)
    sheet.house.choose.click()

    assert asker.asked == ["house"]
    qtbot.waitUntil(lambda: any("Елшісі → елшісі" in line for line in sheet.house.told))
    sheet.save.click()
    qtbot.waitUntil(lambda: load(places).settings.house == str(asker.path))
    qtbot.waitUntil(lambda: "Португалиядағы елшісі" in lead(window))
    settled(qtbot, window)

    sheet = settings_of(window)
    sheet.house.reset.click()
    sheet.save.click()
    qtbot.waitUntil(lambda: load(places).settings.house == "")
    qtbot.waitUntil(lambda: "Португалиядағы Елшісі" in lead(window))


def test_a_broken_file_is_named_with_its_line_and_leaves_the_text_as_it_was(
    make_window: WindowMaker, places: Places, asker: FakeAsker, qtbot: QtBot
) -> None:
    places.config.mkdir(parents=True)
    (places.config / "house.toml").write_text('[titles.capitals]\nkk = "loud"\n', encoding="utf-8")
    window = make_window()
    window.bring_sample("guimaraes")
    settled(qtbot, window)

    assert "Португалиядағы Елшісі" in lead(window)
    sheet = settings_of(window)
    qtbot.waitUntil(lambda: bool(sheet.house.told))
    assert "house.toml:2:" in sheet.house.told[0]
    assert not sheet.house.reset.isVisible()  # no file was named, so there is nothing to go back from
    assert all(button.text() for button in sheet.house.findChildren(QPushButton))


def test_a_style_file_that_is_chosen_says_what_is_off_and_holds_for_the_next_check(
    make_window: WindowMaker, places: Places, asker: FakeAsker, tmp_path: Path, qtbot: QtBot
) -> None:
    window = make_window()
    asker.path = tmp_path / "rules.toml"
    asker.path.write_text('[dash]\noff = true\n[quotes]\nseverity = "hint"\n[rules]\noff = ["kk.x"]\n', "utf-8")

    sheet = settings_of(window)
    sheet.style_rules.choose.click()

    qtbot.waitUntil(lambda: any("style.dash, kk.x" in line for line in sheet.style_rules.told))
    assert any("1" in line for line in sheet.style_rules.told)
    sheet.save.click()
    qtbot.waitUntil(lambda: load(places).settings.style == str(asker.path))


def test_a_broken_style_file_is_named_with_its_line(make_window: WindowMaker, places: Places, qtbot: QtBot) -> None:
    places.config.mkdir(parents=True)
    (places.config / "style.toml").write_text("[dash]\nlimt = 3\n", encoding="utf-8")
    sheet = settings_of(make_window())

    qtbot.waitUntil(lambda: any("style.toml:2: [dash]" in line for line in sheet.style_rules.told))
