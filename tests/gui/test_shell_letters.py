import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pressdesk.gui.kit.icons import Icons
from pressdesk.gui.kit.theme import Theme
from pressdesk.gui.kit.widgets import Make
from pressdesk.gui.shell.letters import LETTERS, LetterStrip, turn_before_cursor, turned
from pressdesk.text.messages import Messages


@pytest.mark.parametrize(
    ("letter", "turn"),
    [("а", "ә"), ("ә", "а"), ("о", "ө"), ("г", "ғ"), ("к", "қ"), ("н", "ң"), ("и", "і"), ("х", "һ"), ("К", "Қ")],
)
def test_a_letter_turns_into_its_kazakh_neighbour_and_back(letter: str, turn: str) -> None:
    assert turned(letter) == turn


def test_u_goes_round_through_both_its_neighbours() -> None:
    assert [turned("у"), turned("ұ"), turned("ү")] == ["ұ", "ү", "у"]


@pytest.mark.parametrize("letter", ["б", "a", "1", " ", ""])
def test_what_has_no_kazakh_neighbour_does_not_turn(letter: str) -> None:
    assert turned(letter) == ""


def test_the_letter_before_the_cursor_turns_in_a_line_and_can_be_taken_back(qtbot: QtBot) -> None:
    line = QLineEdit("казак")
    qtbot.addWidget(line)
    line.setCursorPosition(1)

    assert turn_before_cursor(line)
    assert line.text() == "қазак"
    assert line.cursorPosition() == 1
    line.undo()
    assert line.text() == "казак"


@pytest.mark.parametrize("kind", [QTextEdit, QPlainTextEdit])
def test_the_letter_before_the_cursor_turns_in_a_text(qtbot: QtBot, kind: type[QTextEdit]) -> None:
    text = kind()
    qtbot.addWidget(text)
    text.setPlainText("ун")
    text.moveCursor(QTextCursor.MoveOperation.End)

    assert turn_before_cursor(text)
    assert text.toPlainText() == "уң"


def test_nothing_turns_at_the_start_in_a_locked_field_or_outside_a_field(qtbot: QtBot) -> None:
    line = QLineEdit("казак")
    qtbot.addWidget(line)
    line.setCursorPosition(0)
    assert not turn_before_cursor(line)
    line.setCursorPosition(1)
    line.setReadOnly(True)
    assert not turn_before_cursor(line)
    assert not turn_before_cursor(None)
    assert line.text() == "казак"


def test_the_row_types_into_the_field_that_has_the_focus(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    strip = LetterStrip(Make(theme, Icons(theme)), Messages("kk"))
    line = QLineEdit("а")
    window.setLayout(QVBoxLayout())
    window.layout().addWidget(line)
    window.layout().addWidget(strip)
    window.show()
    window.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)

    buttons = [b for b in strip.findChildren(QPushButton) if b.accessibleName() in LETTERS]
    assert "".join(b.text() for b in buttons) == LETTERS
    for button in buttons:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert line.text() == "а" + LETTERS
    assert line.hasFocus()
