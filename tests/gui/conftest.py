"""Real widgets around a real desk, without a screen."""

import os

os.environ["QT_QPA_PLATFORM"] = os.environ.get("PRESSDESK_TEST_PLATFORM", "offscreen")

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pressdesk.app.desk import Desk
from pressdesk.app.places import Places
from pressdesk.app.settings import Settings
from pressdesk.gui.bridge import Bridge
from pressdesk.gui.kit.icons import Icons
from pressdesk.gui.kit.theme import Theme, load_fonts
from pressdesk.gui.main_window import MainWindow, Surroundings
from pressdesk.gui.shell.asker import Answer
from pressdesk.model.draft import Draft
from pressdesk.text.messages import Messages

BridgeMaker = Callable[..., Bridge]


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["pressdesk-tests"]


@pytest.fixture(scope="session")
def _fonts(qapp: QApplication) -> None:
    load_fonts()


@pytest.fixture
def theme(qapp: QApplication, _fonts: None) -> Theme:
    theme = Theme()
    qapp.setStyle("Fusion")
    qapp.setPalette(theme.palette())
    qapp.setFont(theme.font("body"))
    if qapp.styleSheet() == "":
        qapp.setStyleSheet(theme.style_sheet())
    return theme


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places.at(tmp_path / "home")


@pytest.fixture
def make_bridge(theme: Theme, places: Places) -> Iterator[BridgeMaker]:
    """`make_bridge(draft, language="kk", checker=None)`: a bridge around a real desk, closed after the test."""
    made: list[Bridge] = []

    def make(draft: Draft | None = None, language: str = "kk", checker: object = None) -> Bridge:
        desk = Desk(places, draft)
        bridge = Bridge(desk, Messages(language), theme, Icons(theme), checker)  # type: ignore[arg-type]
        made.append(bridge)
        return bridge

    yield make
    for bridge in made:
        bridge.close()
    # without a running event loop nothing that was "deleted later" ever goes, and every next test polishes it again
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def press(widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
          text: str = "") -> None:  # fmt: skip
    """One key, down and up, to one widget."""
    for what in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(what, key, modifiers, text))


def type_text(widget: QWidget, text: str) -> None:
    """Letters of any script, one key event each: qtbot.keyClicks aborts on anything beyond ASCII."""
    for letter in text:
        press(widget, Qt.Key.Key_unknown, text=letter)


class FakeAsker:
    """Answers as it was told, and remembers what it was asked."""

    def __init__(self) -> None:
        self.answer = Answer.CANCEL
        self.path: Path | None = None
        self.asked: list[str] = []

    def unsaved(self, host: QWidget, title: str, *, text: bool = False) -> Answer:
        self.asked.append(f"unsaved {title}")
        return self.answer

    def open_path(self, host: QWidget, folder: Path, facts: bool = False) -> Path | None:
        self.asked.append("open")
        return self.path

    def house_path(self, host: QWidget, folder: Path) -> Path | None:
        self.asked.append("house")
        return self.path

    def save_path(self, host: QWidget, suggested: Path) -> Path | None:
        self.asked.append(f"save {suggested.name}")
        return self.path

    def folder(self, host: QWidget, start: Path) -> Path | None:
        self.asked.append("folder")
        return self.path


@pytest.fixture
def asker() -> FakeAsker:
    return FakeAsker()


WindowMaker = Callable[..., MainWindow]


@pytest.fixture
def make_window(theme: Theme, places: Places, asker: FakeAsker, qtbot: QtBot) -> Iterator[WindowMaker]:
    """`make_window(size=(1440, 900), language="kk", checker=None, settings=None)`: a shown window, closed after."""
    made: list[MainWindow] = []

    def make(
        size: tuple[int, int] = (1440, 900), language: str = "kk", checker: object = None,
        settings: Settings | None = None,
    ) -> MainWindow:  # fmt: skip
        around = Surroundings(
            places=places,
            dress=lambda chosen: (Theme(theme.name, chosen.text_size / 100), 1.0),
            language=lambda chosen: chosen.language or language,
            checker=None if checker is None else lambda: checker,  # type: ignore[return-value,arg-type]
            asker=asker,
            platform="offscreen",
        )
        window = MainWindow(around, settings or Settings())
        made.append(window)
        window.resize(*size)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    yield make
    for window in made:
        asker.answer = Answer.DISCARD
        window.close()
        window.deleteLater()


def settled(qtbot: QtBot, window: MainWindow) -> None:
    """Waits until the texts (and checks) of the window's draft are there."""
    assert window.bridge is not None
    bridge = window.bridge
    qtbot.waitUntil(lambda: not bridge.busy and len(bridge.releases) == len(bridge.languages), timeout=10000)
