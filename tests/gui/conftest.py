"""Real widgets around a real desk, without a screen."""

import os

os.environ["QT_QPA_PLATFORM"] = os.environ.get("PRESSDESK_TEST_PLATFORM", "offscreen")

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QThreadPool
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from pressdesk.app.desk import Desk
from pressdesk.app.places import Places
from pressdesk.gui.bridge import Bridge
from pressdesk.gui.kit.icons import Icons
from pressdesk.gui.kit.theme import Theme, load_fonts
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
    QThreadPool.globalInstance().clear()
    QThreadPool.globalInstance().waitForDone()


def press(widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
          text: str = "") -> None:  # fmt: skip
    """One key, down and up, to one widget."""
    for what in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(what, key, modifiers, text))


def type_text(widget: QWidget, text: str) -> None:
    """Letters of any script, one key event each: qtbot.keyClicks aborts on anything beyond ASCII."""
    for letter in text:
        press(widget, Qt.Key.Key_unknown, text=letter)
