"""What is painted under and over the page's text: paper, tints, slots, the margin's bar; underlines, the ring.

Under the text goes what fills, over it what draws lines; the text itself is Qt's. Only what the clip shows is painted.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from pressdesk.gui.kit.marks import paint_glyph, paint_underline
from pressdesk.gui.kit.theme import Theme
from pressdesk.gui.page.fill import Sheet
from pressdesk.gui.page.geometry import Stretch, box_of, stretches
from pressdesk.model.findings import Severity
from pressdesk.model.release import BlockKind
from pressdesk.text.spans import Span

ABOVE, TALL = 1.02, 1.36  # a tint's edge above the baseline and its height, in sizes of the font
BELOW_BASELINE = 5  # px from the baseline to an underline

SOFT = {Severity.ERROR: "error_soft", Severity.WARNING: "warn_soft", Severity.HINT: "hint_soft"}


@dataclass(frozen=True, slots=True)
class Place:
    """Code points of a block of the release, by its place there."""

    block: int
    span: Span


@dataclass(slots=True)
class Marks:
    """What is to be seen on the page beyond its words.

    Attributes:
        tints: the words of the focused field.
        strength: how far the tint has faded in, 0 to 1.
        slots: visible holes.
        underlines: findings.
        active: the finding that the list has chosen.
        ring: the words that the arrow keys stand on, None without the keyboard.
        hands: the blocks that were rewritten by hand, and whether their facts have moved on.
    """

    tints: list[Place] = field(default_factory=list)
    strength: float = 1.0
    slots: list[Place] = field(default_factory=list)
    underlines: list[tuple[Severity, Place]] = field(default_factory=list)
    active: tuple[Severity, Place] | None = None
    ring: Place | None = None
    hands: list[tuple[int, bool]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Paper:
    """The sheet of paper on the desk, in the document's coordinates: left edge, width, height, inner margin."""

    left: float
    width: float
    height: float
    margin: float
    top: float = 16


class PagePainter:
    """Paints one page's marks. `clip` is the part of the document that is to be painted."""

    def __init__(self, painter: QPainter, sheet: Sheet, theme: Theme, clip: QRectF) -> None:
        self._p, self._sheet, self._theme, self._clip = painter, sheet, theme, clip
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def under(self, paper: Paper, marks: Marks) -> None:
        """Paper, active finding, tint with its bar, slots, bullets."""
        self._p.setPen(QPen(self._theme.color("line"), 1))
        self._p.setBrush(self._theme.color("paper"))
        self._p.drawRoundedRect(QRectF(paper.left + 0.5, paper.top + 0.5, paper.width - 1, paper.height), 4, 4)
        tint = self._theme.color("mark")
        tint.setAlphaF(marks.strength)
        # the chosen finding shows within a longer field, but a field of the very same words is the field's tint
        if marks.active is not None and marks.active[1] not in marks.tints:
            severity, place = marks.active
            self._fill(marks.tints, tint)
            self._fill([place], self._theme.color(SOFT.get(severity, "sunken")))
        else:
            self._fill(marks.tints, tint)
        self._bars(paper, marks)
        self._hands(paper, marks)
        self._slots(marks)
        self._bullets()

    def over(self, marks: Marks, *, focused: bool) -> None:
        """Underlines, and the ring of the arrow keys while the page has the focus."""
        for severity, place in marks.underlines:
            for line in self._seen(place):
                y = round(line.baseline) + BELOW_BASELINE + 0.5  # in the middle of a pixel: hairlines stay crisp
                paint_underline(self._p, severity, line.left, line.right, y, self._theme)
        if focused and marks.ring is not None:
            self._p.setPen(QPen(self._theme.color("focus"), 2))
            self._p.setBrush(Qt.BrushStyle.NoBrush)
            for line in self._seen(marks.ring):
                self._p.drawRoundedRect(_box(line, 3), 4, 4)

    # --- pieces --------------------------------------------------------------------------------------------------

    def _seen(self, place: Place) -> Iterator[Stretch]:
        for line in stretches(self._sheet, place.block, place.span):
            if line.bottom + BELOW_BASELINE >= self._clip.top() and line.top <= self._clip.bottom():
                yield line

    def _fill(self, places: Iterable[Place], color: QColor) -> None:
        self._p.setPen(Qt.PenStyle.NoPen)
        self._p.setBrush(color)
        for place in places:
            for line in self._seen(place):
                self._p.drawRoundedRect(_box(line, 2), 4, 4)

    def _bars(self, paper: Paper, marks: Marks) -> None:
        """A bar in the margin beside the lines that hold the focused field's words."""
        accent = self._theme.color("accent")
        accent.setAlphaF(marks.strength)
        self._p.setPen(Qt.PenStyle.NoPen)
        self._p.setBrush(accent)
        for block in sorted({place.block for place in marks.tints}):
            lines = [s for t in marks.tints if t.block == block for s in stretches(self._sheet, block, t.span)]
            if lines:
                top = min(s.baseline - s.size for s in lines)
                bottom = max(s.baseline + s.size * 0.3 for s in lines)
                left = paper.left + paper.margin - 16
                self._p.drawRoundedRect(QRectF(left, top, 3, bottom - top), 1.5, 1.5)

    def _hands(self, paper: Paper, marks: Marks) -> None:
        """A fine line in the margin beside a block written by hand; a dashed one with a triangle where it is stale."""
        for block, stale in marks.hands:
            box = box_of(self._sheet, block)
            first = next(stretches(self._sheet, block, Span(0, 1)), None)
            lines = self._sheet.block(block).layout()
            if box is None or first is None or not lines.lineCount():
                continue
            last = lines.lineAt(lines.lineCount() - 1)
            left, top = paper.left + paper.margin - 9.0, first.baseline - first.size
            bottom = box.top() + last.y() + last.ascent() + first.size * 0.3
            pen = QPen(self._theme.color("warn" if stale else "edge"), 2)
            if stale:
                pen.setDashPattern([3, 2])
                glyph = QRectF(left - 9, top - 1, 12, 12)
                paint_glyph(self._p, Severity.WARNING, glyph, self._theme)
                top = glyph.bottom() + 3
            self._p.setPen(pen)
            if top < bottom:
                self._p.drawLine(QPointF(left, top), QPointF(left, bottom))

    def _slots(self, marks: Marks) -> None:
        lit = {(t.block, t.span) for t in marks.tints}
        for place in marks.slots:
            on = any(block == place.block and span.overlaps(place.span) for block, span in lit)
            pen = QPen(self._theme.color("accent" if on else "edge"), 1.5 if on else 1, Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([3, 2])
            self._p.setPen(pen)
            self._p.setBrush(self._theme.color("mark" if on else "sunken"))
            for line in self._seen(place):
                self._p.drawRoundedRect(_box(line, -0.5), 4, 4)

    def _bullets(self) -> None:
        release = self._sheet.release
        if release is None:
            return
        self._p.setPen(Qt.PenStyle.NoPen)
        self._p.setBrush(self._theme.color("text2"))
        for index, block in enumerate(release.blocks):
            if block.kind is BlockKind.LIST_ITEM and block.text:
                for line in list(self._seen(Place(index, Span(0, 1))))[:1]:
                    x, y = line.left - self._theme.px(14), line.baseline - line.size * 0.3
                    self._p.drawEllipse(QRectF(x, y - 2.5, 5, 5))


def _box(line: Stretch, out: float) -> QRectF:
    """The box around a piece of a line, `out` pixels wider on either side than its words."""
    top = line.baseline - line.size * ABOVE
    return QRectF(line.left - out, top, line.right - line.left + 2 * out, line.size * TALL)
