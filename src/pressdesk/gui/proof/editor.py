"""The text that is checked: plain words, a line under each finding, the language of each paragraph in the margin.

What is found is asked for by the paragraph's text while it is painted, so nothing has to follow what is typed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QMargins, QMimeData, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextLine,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from pressdesk.gui.kit.marks import paint_underline
from pressdesk.gui.kit.theme import Theme
from pressdesk.gui.proof.answers import Answers
from pressdesk.gui.proof.history import History
from pressdesk.model.findings import Finding
from pressdesk.text.messages import Messages
from pressdesk.text.spans import from_utf16, to_utf16

CHOICES = ("kk", "ru", "en", "pt", "de", "fr")  # languages that somebody may say a paragraph is in
MARGIN, INSET, BELOW = 44, 16, 4  # px: the languages, around the words, from the baseline to the line under them
WIDEST = 800  # px of the text: longer lines are hard to follow
LAST_SINGLE = "\uffff"  # the last letter that is one UTF-16 unit
FILES = (".docx", ".docm", ".html", ".htm", ".xhtml", ".txt")


class Editor(QPlainTextEdit):
    """The text.

    Attributes:
        history: what undo takes back, typed words and deeds.
        selected: the paragraph's number and the finding that are tinted, None for none.
    Signals:
        file_dropped(str): the path of a file that was dropped on it.
        menu_wanted(QPoint): the menu of the place where the cursor is, at a place of the screen.
        margin_wanted(int, QPoint): the language of a paragraph (its number) is to be chosen.
    """

    file_dropped = Signal(str)
    menu_wanted = Signal(object)
    margin_wanted = Signal(int, object)

    def __init__(self, theme: Theme, ui: Messages, answers: Answers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._answers = theme, answers
        self.selected: tuple[int, Finding] | None = None
        self.history = History(self.document(), super().undo, super().redo, self)
        self.setObjectName("proofText")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(theme.font("doc"))
        self.setPlaceholderText(ui.say("proof.placeholder"))
        self.setAccessibleName(ui.say("proof.editor"))
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(theme.px(INSET))
        self.margin = Margin(self, theme, ui)
        self.setViewportMargins(theme.px(MARGIN), 0, 0, 0)
        self.updateRequest.connect(self._margin_moves)

    # --- text --------------------------------------------------------------------------------------------------------

    def lines(self) -> tuple[str, ...]:
        """The paragraphs; toPlainText would turn no-break spaces into blanks."""
        return tuple(block.text() for block in self.blocks())

    def text(self) -> str:
        """The whole text."""
        return "\n".join(self.lines())

    def undo(self) -> None:
        """Takes the last step back, whatever it was."""
        self.history.undo()

    def redo(self) -> None:
        """Brings the step back that undo took."""
        self.history.redo()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # the text would undo letters alone
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo()
        else:
            super().keyPressEvent(event)

    def blocks(self) -> Iterator[QTextBlock]:
        """The paragraphs in order."""
        block = self.document().begin()
        while block.isValid():
            yield block
            block = block.next()

    def chosen(self) -> dict[int, str]:
        """The languages that somebody chose, by the paragraph's number."""
        return {block.blockNumber(): tag for block in self.blocks() if (tag := chosen_in(block))}

    def choose(self, number: int, language: str) -> None:
        """Says the language of a paragraph; "" lets it be told."""
        block = self.document().findBlockByNumber(number)
        block.setUserState(CHOICES.index(language) if language in CHOICES else -1)
        self.margin.update()

    def in_sight(self) -> range:
        """The numbers of the paragraphs on the screen."""
        first = self.firstVisibleBlock()
        last = self.cursorForPosition(self.viewport().rect().bottomLeft()).block()
        return range(first.blockNumber(), last.blockNumber() + 1)

    def replace(self, number: int, finding: Finding, words: str) -> bool:
        """Puts words in the place of a finding's, as one step of undo; False where they no longer stand there."""
        block = self.document().findBlockByNumber(number)
        text = block.text()
        if not block.isValid() or finding.span.of(text) != finding.text:
            return False
        cursor = self.cursor_on(block, finding)
        cursor.insertText(words)
        self.setTextCursor(cursor)
        return True

    def cursor_on(self, block: QTextBlock, finding: Finding) -> QTextCursor:
        """A cursor that selects a finding's words."""
        text = block.text()
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + to_utf16(text, finding.span.start))
        cursor.setPosition(block.position() + to_utf16(text, finding.span.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def at_cursor(self, cursor: QTextCursor) -> tuple[int, Finding] | None:
        """The narrowest finding at a cursor, with the number of its paragraph."""
        block = cursor.block()
        at = from_utf16(block.text(), cursor.position() - block.position())
        here = [f for f in self._answers.findings(block.text()) if f.span.start <= at <= f.span.end]
        best = min(here, key=lambda f: f.span.end - f.span.start, default=None)
        return (block.blockNumber(), best) if best is not None else None

    def show_finding(self, number: int, finding: Finding) -> None:
        """Brings a finding into sight; the cursor goes before its words, and they are tinted."""
        block = self.document().findBlockByNumber(number)
        if not block.isValid():
            return
        cursor = self.cursor_on(block, finding)
        self.selected = (number, finding)
        cursor.setPosition(cursor.selectionStart())
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self.viewport().update()

    def here(self) -> tuple[int, Finding] | None:
        """The finding that is tinted, else the one at the cursor."""
        return self.selected if self.selected is not None else self.at_cursor(self.textCursor())

    def untint(self) -> None:
        """The cursor was moved: where it has left the tinted words, they are so no longer."""
        if self.selected is None:
            return
        cursor, (number, finding) = self.textCursor(), self.selected
        at = from_utf16(cursor.block().text(), cursor.positionInBlock())
        if cursor.blockNumber() != number or not finding.span.start <= at <= finding.span.end:
            self.selected = None
            self.viewport().update()

    def refresh(self) -> None:
        """Paints anew: there are other answers."""
        self.viewport().update()
        self.margin.update()

    # --- clipboard and files -----------------------------------------------------------------------------------------

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802  (Qt's name)
        mime = QMimeData()
        mime.setText(self.textCursor().selectedText().replace("\u2029", "\n").replace("\u2028", "\n"))
        return mime

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802  (Qt's name)
        return bool(dropped(source)) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802  (Qt's name)
        path = dropped(source)
        if path:
            self.file_dropped.emit(path)
        else:
            super().insertFromMimeData(source)

    # --- painting ----------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        inside, left = self.contentsRect(), self._theme.px(MARGIN)
        margins = QMargins(left, 0, max(0, inside.width() - left - self._theme.px(WIDEST)), 0)
        if self.viewportMargins() != margins:
            self.setViewportMargins(margins)  # before the lines are broken anew
        super().resizeEvent(event)
        self.margin.setGeometry(QRect(inside.left(), inside.top(), self._theme.px(MARGIN), inside.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.selected is not None:
            self._tint(event)
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setClipRect(event.rect())
        for block, top in self.shown(event.rect()):
            sheet = Lines.of(block, top, event.rect())
            for finding in self._answers.findings(sheet.text) if sheet.text else ():
                for left, right, base in self._places(sheet, finding):
                    paint_underline(painter, finding.severity, left, right, base, self._theme)
        painter.end()

    def shown(self, within: QRect) -> Iterator[tuple[QTextBlock, float]]:
        """The paragraphs that touch a part of the viewport, each with its top there."""
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        while block.isValid() and top <= within.bottom():
            height = self.blockBoundingRect(block).height()
            if block.isVisible() and top + height >= within.top():
                yield block, top
            top += height
            block = block.next()

    def _tint(self, event: QPaintEvent) -> None:
        number, finding = self.selected or (0, None)
        painter = QPainter(self.viewport())
        for block, top in self.shown(event.rect()):
            if finding is None or block.blockNumber() != number or finding.span.of(block.text()) != finding.text:
                continue
            height = QFontMetricsF(self.font())
            for left, right, base in self._places(Lines.of(block, top, event.rect()), finding):
                rect = QRect(round(left) - 2, round(base - BELOW - height.ascent()), round(right - left) + 4, 0)
                rect.setHeight(round(height.height()))
                painter.fillRect(rect, self._theme.color("mark"))
        painter.end()

    def _places(self, sheet: "Lines", finding: Finding) -> Iterator[tuple[float, float, float]]:
        """(left, right, y) of the line under a finding, one a line of the screen, of those that are painted."""
        start, end = sheet.utf16(finding.span.start), sheet.utf16(finding.span.end)
        shift = self.contentOffset().x() + sheet.left
        for line in sheet.lines if start < sheet.end and end > sheet.start else ():
            first, last = line.textStart(), line.textStart() + line.textLength()
            if last <= start or first >= end:
                continue
            x1, x2 = _x(line, max(start, first)), _x(line, min(end, last))
            base = sheet.top + line.y() + line.ascent() + BELOW
            yield shift + min(x1, x2), shift + max(x1, x2, x1 + 4), base

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse and not self.textCursor().hasSelection():
            self.setTextCursor(self.cursorForPosition(event.pos()))
        keyboard = event.reason() != QContextMenuEvent.Reason.Mouse
        below = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
        self.menu_wanted.emit(below if keyboard else event.globalPos())

    def _margin_moves(self, rect: QRect, dy: int) -> None:
        if dy:
            self.margin.scroll(0, dy)
        else:
            self.margin.update(0, rect.y(), self.margin.width(), rect.height())


@dataclass(frozen=True)
class Lines:
    """The lines of a paragraph that are to be painted: a paragraph may be as long as a book.

    Attributes:
        start, end: what they hold of the text, in UTF-16 units.
        plain: whether every letter is one UTF-16 unit.
    """

    text: str
    lines: tuple[QTextLine, ...]
    top: float
    left: float
    start: int
    end: int
    plain: bool

    @classmethod
    def of(cls, block: QTextBlock, top: float, within: QRect) -> "Lines":
        """Those of a block, whose top is at `top`, that touch a part of the viewport."""
        layout, text = block.layout(), block.text()
        every = (layout.lineAt(number) for number in range(layout.lineCount()))
        shown = tuple(
            ln for ln in every if within.top() <= top + ln.y() + ln.height() and top + ln.y() <= within.bottom()
        )
        start = shown[0].textStart() if shown else 0
        end = shown[-1].textStart() + shown[-1].textLength() if shown else 0
        return cls(text, shown, top, layout.position().x(), start, end, max(text, default="") <= LAST_SINGLE)

    def utf16(self, code_points: int) -> int:
        """The place in UTF-16 units."""
        return code_points if self.plain else to_utf16(self.text, code_points)


class Margin(QWidget):
    """The languages at the left of the paragraphs; a click chooses another."""

    def __init__(self, editor: Editor, theme: Theme, ui: Messages) -> None:
        super().__init__(editor)
        self._editor, self._theme, self._ui = editor, theme, ui
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMouseTracking(True)
        self._last: dict[int, str] = {}

    def language(self, block: QTextBlock) -> str:
        """The language of a paragraph; while it is being typed in, what it was."""
        number, text = block.blockNumber(), block.text()
        told = chosen_in(block) or self._editor._answers.language(text)
        if told is None:
            return self._last.get(number, "")
        self._last[number] = told
        return told

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(MARGIN), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.color("rail"))
        painter.setFont(self._theme.font("caption"))
        before = ""
        for block, top in self._editor.shown(event.rect()):
            if not block.text().strip():
                continue
            language = self.language(block)
            own = bool(chosen_in(block))
            painter.setPen(self._theme.color("accent" if own else "text2" if language != before else "text3"))
            line = block.layout().lineAt(0)
            rect = QRect(0, round(top + line.y()), self.width(), round(line.height()))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, language or "–")
            before = language
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        block = self._block(event)
        named = name_of(self.language(block), self._ui)
        self.setToolTip(self._ui.say("proof.language_of", language=named))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        block = self._block(event)
        self._editor.margin_wanted.emit(block.blockNumber(), event.globalPosition().toPoint())

    def _block(self, event: QMouseEvent) -> QTextBlock:
        return self._editor.cursorForPosition(event.position().toPoint()).block()


def _x(line: QTextLine, position: int) -> float:
    x: Any = line.cursorToX(position)  # PySide gives (x, position) where C++ has an in-out argument
    return float(x[0])


def name_of(language: str, ui: Messages) -> str:
    """What a language is called in the window."""
    if not language:
        return ui.say("proof.untold")
    key = f"proof.lang.name_{language}"
    return ui.say(key) if ui.has(key) else language


def chosen_in(block: QTextBlock) -> str:
    """The language that somebody said a paragraph is in, "" where nobody did."""
    state = block.userState()
    return CHOICES[state] if 0 <= state < len(CHOICES) else ""


def dropped(source: QMimeData) -> str:
    """The path of a text file among what is dropped or pasted, "" for none."""
    paths = [url.toLocalFile() for url in source.urls() if url.isLocalFile()]
    return next((path for path in paths if path.lower().endswith(FILES)), "")
