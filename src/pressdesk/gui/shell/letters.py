"""Kazakh letters for keyboards that lack them: F2 turns the letter before the cursor, a row of buttons types them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from pressdesk.gui.kit.widgets import Make, row
from pressdesk.text.messages import Messages

# the letter that every Cyrillic keyboard has, and what F2 makes of it; у goes round through both ұ and ү
_TURNS = ("аә", "оө", "уұү", "гғ", "кқ", "нң", "иі", "хһ")
LETTERS = "әғқңөұүһі"


def turned(letter: str) -> str:
    """The next letter of its group: а → ә → а, у → ұ → ү → у. Capitals stay capitals; others give ""."""
    small = letter.lower()
    for group in _TURNS:
        if small and small in group:
            turned = group[(group.index(small) + 1) % len(group)]
            return turned if letter == small else turned.upper()
    return ""


def turn_before_cursor(widget: QWidget | None) -> bool:
    """Turns the letter before the cursor of a text field, as one step of its undo. False where nothing turns."""
    if isinstance(widget, QLineEdit):
        at = widget.cursorPosition()
        new = turned(widget.text()[at - 1 : at]) if at and not widget.isReadOnly() else ""
        if new:
            widget.setSelection(at - 1, 1)
            widget.insert(new)
        return bool(new)
    if isinstance(widget, QTextEdit | QPlainTextEdit) and not widget.isReadOnly():
        cursor = widget.textCursor()
        cursor.clearSelection()
        cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter, QTextCursor.MoveMode.KeepAnchor)
        new = turned(cursor.selectedText())
        if new:
            cursor.insertText(new)
        return bool(new)
    return False


class LetterStrip(QFrame):
    """A row of the nine letters. It never takes the focus, so the letter goes to the field one is in.

    Signals:
        closed: the × was clicked.
    """

    closed = Signal()

    def __init__(self, make: Make, ui: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("letters")
        self.setAccessibleName(ui.say("shell.letters"))
        self._capital = make.icon_button("arrow-up", ui.say("shell.letter.capital"), size=28)
        self._capital.setCheckable(True)
        self._capital.toggled.connect(self._show_case)
        self._buttons = [make.button(letter) for letter in LETTERS]
        for button, letter in zip(self._buttons, LETTERS, strict=True):
            button.setFixedWidth(make.theme.px(30))
            button.setProperty("letter", True)
            button.setAccessibleName(letter)
            button.clicked.connect(lambda _=False, b=button: self._type(b.text()))
        self._hint = make.label(ui.say("shell.letter.hint"), "caption", "text3", elide=True)
        cross = make.icon_button("x", ui.say("shell.letter.close"), size=24, icon_size=12, color="text3")
        cross.clicked.connect(self.closed)
        for widget in (*self._buttons, self._capital, cross):
            widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = row(self._capital, *self._buttons, 4, self._hint, None, cross, spacing=4, margins=(16, 4, 12, 4))
        layout.setStretchFactor(self._hint, 1)
        self.setLayout(layout)
        self._room = layout.sizeHint().width() - self._hint.sizeHint().width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # half a hint helps nobody
        self._hint.setVisible(self.width() >= self._room + self._hint.sizeHint().width())

    def _show_case(self, capital: bool) -> None:
        for button, letter in zip(self._buttons, LETTERS, strict=True):
            button.setText(letter.upper() if capital else letter)

    def _type(self, letter: str) -> None:
        widget = QApplication.focusWidget()
        if widget is not None:
            event = QInputMethodEvent()
            event.setCommitString(letter)
            QApplication.sendEvent(widget, event)
        self._capital.setChecked(False)
