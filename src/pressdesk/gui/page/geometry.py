"""Where words stand on the page: rectangles of spans, and the word under a point. All in the document's coordinates."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QTextLine

from pressdesk.gui.page.fill import Sheet
from pressdesk.text.spans import Span

BESIDE = 24  # px left and right of a block that still mean it


@dataclass(frozen=True, slots=True)
class Stretch:
    """The part of a span that stands on one line; logical pixels from the document's left and top edge."""

    left: float
    right: float
    top: float
    baseline: float
    bottom: float
    size: int  # the font's size in pixels


@dataclass(frozen=True, slots=True)
class Hit:
    """A letter under a point: the block's place in the release and its code point."""

    block: int
    position: int


def stretches(sheet: Sheet, block: int, span: Span) -> Iterator[Stretch]:
    """A span line by line. Nothing for a span outside the block."""
    if not 0 <= block < len(sheet.positions):
        return
    start, end = sheet.positions[block].span16(span)
    text_block = sheet.block(block)
    layout = text_block.layout()
    size = text_block.charFormat().font().pixelSize()
    box = sheet.document.documentLayout().blockBoundingRect(text_block)
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, length = line.textStart(), line.textLength()
        if first >= end:
            return
        if first + length <= start:
            continue
        left = _x(line, max(start, first))
        right = _x(line, min(end, first + length))
        if first + length < end:  # the blank that the line ends with is no part of what is marked
            right = min(right, line.naturalTextRect().right())
        top = box.top() + line.y()
        yield Stretch(box.left() + left, box.left() + right, top, top + line.ascent(), top + line.height(), size)


def _x(line: QTextLine, position: int) -> float:
    # PySide gives (x, position) where C++ has an in-out argument
    x: Any = line.cursorToX(position)
    return float(x[0])


def top_of(sheet: Sheet, block: int) -> float:
    """The upper edge of a block."""
    return sheet.document.documentLayout().blockBoundingRect(sheet.block(block)).top()


def hit(sheet: Sheet, point: QPointF) -> Hit | None:
    """The letter under a point; None beside the words and on the photo."""
    place = sheet.document.documentLayout().hitTest(point, Qt.HitTestAccuracy.ExactHit)
    if place < 0:
        return None
    text_block = sheet.document.findBlock(place)
    block = sheet.index_of(text_block)
    if block < 0:
        return None
    box = sheet.document.documentLayout().blockBoundingRect(text_block)
    line = text_block.layout().lineForTextPosition(place - text_block.position())
    x = point.x() - box.left()
    if not line.isValid() or not line.naturalTextRect().left() <= x <= line.naturalTextRect().right():
        return None
    units = line.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter)
    position = sheet.positions[block].code_points(units)
    return Hit(block, position) if position < len(sheet.positions[block].text) else None


def block_at(sheet: Sheet, point: QPoint) -> int:
    """The block of the release at a point, beside its words too; -1 where there is none."""
    if sheet.release is None:
        return -1
    for index in range(len(sheet.positions)):
        box = box_of(sheet, index)
        if box is not None and box.adjusted(-BESIDE, 0, BESIDE, 0).contains(point):
            return index
    return -1


def box_of(sheet: Sheet, block: int) -> QRect | None:
    """The box of a block of the release, as wide as the lines may be; None where there is no such block."""
    if not 0 <= block < len(sheet.positions):
        return None
    return sheet.document.documentLayout().blockBoundingRect(sheet.block(block)).toAlignedRect()
