"""Where one types: a line, and a cell that grows with its words. Both leave undo to the window.

Qt's own undo of a line would fight the draft's: Ctrl+Z must take back the last step of the *draft*, wherever it was.
"""

import math
from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QLineEdit, QMenu, QPlainTextEdit, QSizePolicy, QWidget

from pressdesk.gui.form.context import FormContext
from pressdesk.gui.kit.marks import paint_underline
from pressdesk.gui.kit.widgets import column, restyle, row
from pressdesk.model.findings import Severity

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def is_undo(event: QKeyEvent) -> bool:
    """Whether a key is undo or redo, which belong to the draft."""
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


def is_command(event: QKeyEvent) -> bool:
    """Whether a key is for somebody around the field: Ctrl+Enter, Alt+Enter, Ctrl+Del, Alt+arrows, Esc."""
    ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
    key = event.key()
    return bool(
        (ctrl and (key in _ENTER or key == Qt.Key.Key_Delete))
        or (alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down, *_ENTER))
        or key == Qt.Key.Key_Escape
    )


class FieldLine(QLineEdit):
    """A single line.

    Signals:
        entered, left: the focus came, went.
    """

    entered = Signal()
    left = Signal()

    def __init__(self, context: FormContext, name: str) -> None:
        super().__init__()
        self._context = context
        self.setFont(context.theme.font("body"))
        self.setAccessibleName(name)
        self.setMinimumWidth(60)
        self._wish = 0

    def wish_width(self, width: int) -> None:
        """How wide the line would be where there is room; a flow of chips makes it narrower where there is none."""
        self._wish = width
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(self._wish or hint.width(), hint.height())

    def show_text(self, text: str) -> None:
        """Shows other words; the cursor stays where it was."""
        if text != self.text():
            at = self.cursorPosition()
            blocked = self.blockSignals(True)
            self.setText(text)
            self.setCursorPosition(min(at, len(text)) if self.hasFocus() else 0)
            self.blockSignals(blocked)

    def set_error(self, on: bool) -> None:
        """Draws the red edge."""
        state = "error" if on else ""
        if (self.property("state") or "") != state:
            self.setProperty("state", state)
            restyle(self)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_undo(event) or is_command(event):
            event.ignore()
        elif event.key() in _ENTER:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        edit_menu(self._context, self, bool(self.selectedText())).exec(event.globalPos())


class GrowingEdit(QPlainTextEdit):
    """Words on as many lines as they need; never a line break of its own. Set within a Cell, which draws the edge.

    Signals:
        entered, left: the focus came, went.
        edited: somebody typed (not: `show_text`).
        stepped: an arrow left the words upwards (-1) or downwards (1).
    """

    entered = Signal()
    left = Signal()
    edited = Signal(str)
    stepped = Signal(int)

    def __init__(self, context: FormContext, name: str) -> None:
        super().__init__()
        self._context = context
        self._underlined: list[tuple[int, int, Severity]] = []
        self._showing = False
        self.hint = ""
        self.setFont(context.theme.font("body"))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("grow", True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._changed)
        self._fit()

    @property
    def text(self) -> str:
        """The words."""
        return self.toPlainText()

    def show_text(self, text: str) -> None:
        """Shows other words; cursor and focus stay."""
        if text == self.text:
            return
        at = self.textCursor().position()
        self._showing = True
        self.setPlainText(text)
        self._showing = False
        cursor = self.textCursor()
        cursor.setPosition(min(at, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def show_hint(self, hint: str) -> None:
        """What belongs here, in grey as long as nothing does. Qt's own placeholder would be cut at the width."""
        self.hint = hint
        self.setToolTip(hint)
        self.setAccessibleDescription(hint)

    def underline(self, marks: Sequence[tuple[int, int, Severity]]) -> None:
        """Underlines parts, by UTF-16 positions."""
        if list(marks) != self._underlined:
            self._underlined = list(marks)
            self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(120, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.minimumHeight())

    def _changed(self) -> None:
        self._fit()
        if not self._showing:
            self.edited.emit(self.text)

    def _fit(self) -> None:
        lines = max(1, math.ceil(self.document().size().height()))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 2)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802  (an override keeps Qt's name)
        self.insertPlainText(" ".join(source.text().split()))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_undo(event) or is_command(event):
            event.ignore()
        elif event.key() in _ENTER:
            self.focusNextChild()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers():
            self._arrow(event)
        else:
            super().keyPressEvent(event)

    def _arrow(self, event: QKeyEvent) -> None:
        up = event.key() == Qt.Key.Key_Up
        cursor = self.textCursor()
        if cursor.movePosition(QTextCursor.MoveOperation.Up if up else QTextCursor.MoveOperation.Down):
            super().keyPressEvent(event)
        else:
            self.stepped.emit(-1 if up else 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        edit_menu(self._context, self, self.textCursor().hasSelection()).exec(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hint and not self.text:
            painter = QPainter(self.viewport())
            painter.setFont(self.font())
            painter.setPen(self._context.theme.color("text3"))
            shown = self.fontMetrics().elidedText(self.hint, Qt.TextElideMode.ElideRight, self.viewport().width())
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignVCenter, shown)
            painter.end()
        if self._underlined:
            painter = QPainter(self.viewport())
            for start, end, severity in self._underlined:
                self._paint_line(painter, start, end, severity)
            painter.end()

    def _paint_line(self, painter: QPainter, start: int, end: int, severity: Severity) -> None:
        block = self.document().firstBlock()
        layout, origin = block.layout(), self.blockBoundingGeometry(block).translated(self.contentOffset()).topLeft()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first, last = line.textStart(), line.textStart() + line.textLength()
            if start < last and end > first:
                left, right = (_x_of(line, spot) for spot in (max(start, first), min(end, last)))
                y = origin.y() + line.y() + line.ascent() + 3.5
                paint_underline(painter, severity, origin.x() + left, origin.x() + right, y, self._context.theme)


def _x_of(line: QTextLine, position: int) -> float:
    found = cast(tuple[float, int], line.cursorToX(position))  # the stubs forget that PySide gives both
    return found[0]


class Cell(QFrame):
    """A growing edit with its edge. `look` is "field" (an edge all round) or "cell" (a line below).

    `code` is the language's short tag, shown at the left; `trailing` widgets stand at the right.
    """

    def __init__(
        self, context: FormContext, name: str, look: str, code: str = "", trailing: Sequence[QWidget] = ()
    ) -> None:
        super().__init__()
        self._context, self._look, self._error = context, look, False
        px = context.theme.px
        self.edit = GrowingEdit(context, name)
        self.setProperty("box", look)
        self.setFocusProxy(self.edit)
        parts: list[QWidget] = []
        if code:
            tag = context.make.label(code, "caption", "text3")
            tag.setFixedSize(px(20), px(24))
            parts.append(tag)
        # the words stand in the middle of 24 px, the height of the buttons beside them
        around = (px(24) - self.edit.height()) // 2
        words = column(self.edit, margins=(0, around, 0, around))
        upright = px(1 if look == "cell" else 4)
        side = px(8 if look == "cell" else 10)
        line = row(*parts, words, *trailing, spacing=4, margins=(side, upright, px(6), upright))
        line.setStretchFactor(words, 1)
        for part in (*parts, *trailing):
            line.setAlignment(part, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)
        self.edit.entered.connect(self._restate)
        self.edit.left.connect(self._restate)

    def set_error(self, on: bool) -> None:
        """Draws the red edge."""
        self._error = on
        self._restate()

    def _restate(self) -> None:
        state = "error" if self._error else "focus" if self.edit.hasFocus() else ""
        if (self.property("state") or "") != state:
            self.setProperty("state", state)
            restyle(self)


def edit_menu(context: FormContext, edit: QLineEdit | QPlainTextEdit, selected: bool) -> QMenu:
    """Cut, copy, paste, select all in the window's language; undo is the window's."""
    menu = QMenu(edit)
    for key, action, enabled in (
        ("cut", edit.cut, selected),
        ("copy", edit.copy, selected),
        ("paste", edit.paste, True),
        ("select_all", edit.selectAll, True),
    ):
        menu.addAction(context.say(key), action).setEnabled(enabled)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu
