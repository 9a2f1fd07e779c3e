"""Nothing is cut off, in no language of the window and at no promised size."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.conftest import settled

from pressdesk.gui.kit.widgets import ElidedLabel
from pressdesk.gui.main_window import MainWindow

pytestmark = pytest.mark.slow

WindowMaker = Callable[..., MainWindow]
SIZES = ((1440, 900), (1280, 800), (1024, 640), (720, 450), (640, 360))


def cut(window: QWidget) -> Iterator[str]:
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or isinstance(widget, ElidedLabel):
            continue
        if isinstance(widget, QLabel) and widget.text() and widget.pixmap().isNull():
            wide = widget.textFormat() == Qt.TextFormat.PlainText and not widget.wordWrap()
            needed = widget.fontMetrics().horizontalAdvance(widget.text()) if wide else 0
            if needed > widget.contentsRect().width() + 1:
                yield f"{widget.text()}: {needed} in {widget.width()}"
        elif isinstance(widget, QPushButton | QCheckBox) and widget.text():
            needed = widget.sizeHint().width()
            if needed > widget.width() + 1:
                yield f"{widget.text()}: {needed} in {widget.width()}"


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_no_words_are_cut_off_on_the_start_page_on_the_desk_or_in_the_export(
    make_window: WindowMaker, qtbot: QtBot, language: str
) -> None:
    window = make_window(language=language)
    found: list[str] = []

    def look(where: str) -> None:
        for size in SIZES:
            window.resize(*size)
            QApplication.processEvents()
            found.extend(f"{where} {size}: {words}" for words in cut(window))

    look("start")
    window.resize(1440, 900)
    window.bring_sample("guimaraes")
    settled(qtbot, window)
    look("desk")
    window.run("export")
    look("export")

    assert found == []


def test_a_larger_text_size_is_a_narrower_window(make_window: WindowMaker, qtbot: QtBot) -> None:
    window = make_window((1440, 900))
    window.bring_sample("guimaraes")
    assert window.desk_view is not None
    assert window.desk_view.rail.width() == 216
    window.preferences.change(text_size=150)
    window.rebuild()
    QApplication.processEvents()

    # 1440 at 150 % is 960: icons in the rail, and they are half as large again
    assert window.desk_view.rail.width() == 84
