"""The text field of a paragraph that is written by hand: its facts are tinted, an @ puts one in. Start at `HandText`.

What is a fact and what is not is `app/writing.py`'s; this keeps the field, its tints and the list of facts in step.
"""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QMenu, QTextEdit, QWidget

from pressdesk.app.mentions import Mentions
from pressdesk.app.writing import Writing
from pressdesk.gui.bridge import Bridge
from pressdesk.gui.page.fact_list import FactList
from pressdesk.gui.page.fill import Look
from pressdesk.gui.page.positions import Positions
from pressdesk.model.amendments import Piece
from pressdesk.text.spans import Span, from_utf16

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value


class HandText(QTextEdit):
    """One paragraph, to be written in.

    Attributes:
        writing: its text and facts.
    Signals:
        changed(): the words have changed.
        done(): Enter; the words stay as they are.
        cancelled(): Esc; the words are to be what they were.
        left(): the keyboard has gone elsewhere.
    """

    changed = Signal()
    done = Signal()
    cancelled = Signal()
    left = Signal()

    def __init__(self, bridge: Bridge, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._look = bridge, look
        self._mentions: Mentions | None = None
        self._language = ""
        self._busy = False
        self._list: FactList | None = None
        self._named = Span(0, 0)  # the words whose forms are listed
        self.writing = Writing(())
        self.setObjectName("handText")
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFont(bridge.theme.font(look.role, look.weight or None, look.italic))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._typed)
        self.cursorPositionChanged.connect(self._moved)

    def write(self, pieces: Sequence[Piece], mentions: Mentions, language: str) -> None:
        """Begins with these words."""
        self._mentions, self._language = mentions, language
        self.writing = Writing(pieces)
        self._show(len(self.writing.text))
        self.document().clearUndoRedoStacks()

    @property
    def facts_listed(self) -> FactList | None:
        """The list of facts while it is in sight."""
        return self._list if self._list is not None and self._list.isVisible() else None

    def finish(self) -> tuple[Piece, ...]:
        """The words as they are meant: endings typed after names are written as the grammar has them."""
        self.close_list()
        self._settle(None)
        return self.writing.pieces

    # --- text --------------------------------------------------------------------------------------------------------

    def _cursor(self) -> int:
        """The cursor's place in code points."""
        return from_utf16(self.document().toRawText(), self.textCursor().position())

    def _typed(self) -> None:
        if self._busy:
            return
        text = self.document().toRawText()  # toPlainText would turn no-break spaces into blanks
        cursor = self._cursor()
        if text == self.writing.text:
            return  # a tint or a line height, no letter
        self.writing.typed(text, cursor)
        self._settle(cursor)
        self._tint()
        self.changed.emit()
        self._ask()

    def _settle(self, cursor: int | None) -> None:
        """Writes each ending that was typed after a name as the grammar has it."""
        if self._mentions is None:
            return
        found = self.writing.ending(self._mentions, cursor)
        while found is not None:
            self._replace(*found)
            found = self.writing.ending(self._mentions, None if cursor is None else self._cursor())

    def _replace(self, span: Span, piece: Piece) -> None:
        """Puts a fact into text and field, as one step of the field's own undo."""
        at = Positions(self.writing.text)
        start, end = at.span16(span)
        self.writing.put(span, piece)
        self._busy = True
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(piece.text)
        self._busy = False
        self._tint()

    def _show(self, cursor: int) -> None:
        self._busy = True
        self.setPlainText(self.writing.text)
        lines = QTextBlockFormat()
        lines.setLineHeight(self._bridge.theme.line_height(self._look.role), _FIXED)
        whole = QTextCursor(self.document())
        whole.select(QTextCursor.SelectionType.Document)
        whole.mergeBlockFormat(lines)
        self._busy = False
        place = self.textCursor()
        place.setPosition(Positions(self.writing.text).utf16(cursor))
        self.setTextCursor(place)
        self._tint()

    def _tint(self) -> None:
        """Facts stand on a tint: extra selections, which are no part of the document and of its undo."""
        at, marks = Positions(self.writing.text), []
        ground = QTextCharFormat()
        ground.setBackground(self._bridge.theme.color("mark"))
        for fact in self.writing.facts:
            mark = QTextEdit.ExtraSelection()
            start, end = at.span16(fact.span)
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            mark.cursor, mark.format = cursor, ground
            marks.append(mark)
        self.setExtraSelections(marks)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802  (Qt's name)
        """What is pasted comes as words on one line."""
        self.insertPlainText(" ".join(source.text().split("\n")).strip("\r"))

    # --- the list of facts -------------------------------------------------------------------------------------------

    def _ask(self) -> None:
        """Lists what the letters after an @ may mean."""
        asked = self.writing.asked(self._cursor())
        offers = self._mentions.offers(asked.of(self.writing.text)[1:]) if asked and self._mentions else ()
        if asked is None or not offers:
            self.close_list()
            return
        self._named = asked
        self._facts().offer(offers, self._language, self._corner())

    def _facts(self) -> FactList:
        if self._list is None or self._list.parentWidget() is not self.window():
            self._list = FactList(self._bridge, self.window())
            self._list.chosen.connect(self.choose)
            self.destroyed.connect(self._list.deleteLater)
        return self._list

    def _corner(self) -> QRect:
        """The cursor's box in the window."""
        box = self.cursorRect()
        return QRect(self.viewport().mapTo(self.window(), QPoint(box.left(), box.top())), box.size())

    def choose(self, row: int) -> None:
        """Puts the fact of a row in; then its forms are listed, if it has several and none was typed."""
        facts = self._list
        if facts is None or not 0 <= row < len(facts.pieces) or self._mentions is None:
            return
        piece, forms = facts.pieces[row], facts.forms
        facts.hide()
        start = self._named.start
        self._replace(self._named, piece)
        self._named = Span(start, start + len(piece.text))
        place = self.textCursor()
        place.setPosition(Positions(self.writing.text).utf16(self._named.end))
        self._busy = True
        self.setTextCursor(place)
        self._busy = False
        self.changed.emit()
        others = self._mentions.forms(piece) if not forms and not piece.features else ()
        if len(others) > 1:
            facts.offer_forms(others, self._language, self._corner())

    def close_list(self) -> None:
        """Takes the list away; what is typed stays."""
        if self._list is not None:
            self._list.hide()

    def _moved(self) -> None:
        """The cursor has left the words that the list is about."""
        facts = self.facts_listed
        if facts is not None and not self._busy and not self._named.start <= self._cursor() <= self._named.end + 1:
            self.close_list()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Cut, copy, paste, select all in the window's language."""
        self.close_list()
        menu, selected = QMenu(self), self.textCursor().hasSelection()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key, action, enabled in (
            ("cut", self.cut, selected),
            ("copy", self.copy, selected),
            ("paste", self.paste, True),
            ("select_all", self.selectAll, True),
        ):
            menu.addAction(self._bridge.ui.say(f"form.{key}"), action).setEnabled(enabled)
        menu.popup(event.globalPos())

    # --- keys --------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, facts = event.key(), self.facts_listed
        if facts is not None and self._list_key(facts, key, event):
            return
        if key in _ENTER:
            self.done.emit()
        elif key == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _list_key(self, facts: FactList, key: int, event: QKeyEvent) -> bool:
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            facts.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (*_ENTER, Qt.Key.Key_Tab):
            self.choose(facts.current)
        elif key == Qt.Key.Key_Escape:
            facts.hide()
        else:
            return False
        event.accept()
        return True

    def focusNextPrevChild(self, forward: bool) -> bool:
        facts = self.facts_listed
        if facts is not None:
            self.choose(facts.current)  # Tab chooses, as Enter does
            return True
        return super().focusNextPrevChild(forward)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.close_list()
            self.left.emit()
