"""Marks told apart by shape before colour: four findings, five states of completeness, the ring of a language."""

import math
from enum import Enum
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from pressdesk.gui.kit.theme import Theme
from pressdesk.model.findings import Severity

SLOPE, HEIGHT, CREST = 4.0, 2.6, 3.0
"""px of the line under an error: how wide half a wave is, how far its curve is drawn up, room on either side of it."""
TOKEN = {Severity.ERROR: "error", Severity.WARNING: "warn", Severity.HINT: "hint", Severity.NUANCE: "nuance"}


class Completeness(Enum):
    """How full a section, a person, a language is."""

    FULL = "full"  # tick on a disc
    PART = "part"  # half disc
    EMPTY = "empty"  # ring: required, nothing there
    OPTIONAL = "optional"  # dashed ring: nothing there, nothing wanted
    ERROR = "error"  # diamond


def paint_glyph(painter: QPainter, severity: Severity, rect: QRectF, theme: Theme) -> None:
    """A filled diamond, a triangle, a ring, a bar."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    color = theme.color(TOKEN[severity])
    painter.setPen(QPen(color, 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    middle, half = rect.center(), rect.width() / 2
    x, y = middle.x(), middle.y()
    if severity is Severity.ERROR:
        painter.setBrush(color)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPolygon([QPointF(x, y - half), QPointF(x + half, y), QPointF(x, y + half), QPointF(x - half, y)])
    elif severity is Severity.WARNING:
        low = y + half * 0.8
        painter.drawPolygon([QPointF(x, y - half * 0.9), QPointF(x + half, low), QPointF(x - half, low)])
    elif severity is Severity.HINT:
        painter.drawEllipse(middle, half * 0.8, half * 0.8)
    else:
        painter.drawLine(QPointF(x - half, y), QPointF(x + half, y))
    painter.restore()


def paint_underline(painter: QPainter, severity: Severity, left: float, right: float, y: float, theme: Theme) -> None:
    """The line under a finding: a wave, dashes, dots, a hairline between two ticks; `y` is 5 px below the baseline."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    color = theme.color(TOKEN[severity])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    flat = Qt.PenCapStyle.FlatCap
    if severity is Severity.ERROR:
        wave = _wave(color.rgba(), painter.device().devicePixelRatioF())
        painter.drawTiledPixmap(QRectF(left, y - CREST, right - left, 2 * CREST), wave)
    elif severity is Severity.WARNING:
        pen = QPen(color, 2, Qt.PenStyle.CustomDashLine, flat)
        pen.setDashPattern([3.5, 1.75])
        painter.setPen(pen)
        painter.drawLine(QPointF(left, y), QPointF(right, y))
    elif severity is Severity.HINT:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        x = left + 1.2
        while x < right:
            painter.drawEllipse(QPointF(x, y), 1.2, 1.2)
            x += 4.5
    else:
        painter.setPen(QPen(color, 1, Qt.PenStyle.SolidLine, flat))
        painter.drawLine(QPointF(left, y), QPointF(right, y))
        for x in (left + 0.5, right - 0.5):
            painter.drawLine(QPointF(x, y - 3), QPointF(x, y))
    painter.restore()


@lru_cache(maxsize=32)
def _wave(color: int, ratio: float) -> QPixmap:
    """Waves of a line as a picture that is put side by side, for stroking a curve is dear: a text may have fifty such
    lines in sight, which are painted with every letter typed.

    Args:
        color: as QColor.rgba gives it.
        ratio: device pixels to a pixel; so many waves are in it that they are whole device pixels wide.
    """
    width = next(n * 2 * SLOPE for n in range(1, 21) if (n * 2 * SLOPE * ratio).is_integer() or n == 20)
    pixmap = QPixmap(round(width * ratio), math.ceil(2 * CREST * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    path = QPainterPath(QPointF(-2 * SLOPE, CREST))
    for n in range(-2, round(width / SLOPE) + 2):
        top = CREST + (-HEIGHT if n % 2 == 0 else HEIGHT)
        path.quadTo(QPointF((n + 0.5) * SLOPE, top), QPointF((n + 1) * SLOPE, CREST))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor.fromRgba(color), 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawPath(path)
    painter.end()
    return pixmap


def paint_mark(painter: QPainter, state: Completeness, rect: QRectF, theme: Theme) -> None:
    """The mark of a state of completeness, drawn within the square `rect`."""
    if state is Completeness.ERROR:
        paint_glyph(painter, Severity.ERROR, rect.adjusted(2, 2, -2, -2), theme)
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inner = rect.adjusted(2, 2, -2, -2)
    if state is Completeness.FULL:
        painter.setBrush(theme.color("ok"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(inner.adjusted(-0.5, -0.5, 0.5, 0.5))
        painter.setPen(QPen(theme.color("card"), 1.7, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        middle, unit = inner.center(), inner.width() / 12
        steps = ((-2.8, 0.2), (-0.8, 2.2), (2.9, -2.2))
        painter.drawPolyline([QPointF(middle.x() + dx * unit, middle.y() + dy * unit) for dx, dy in steps])
    elif state is Completeness.PART:
        painter.setPen(QPen(theme.color("warn"), 1.5))
        painter.drawEllipse(inner)
        painter.setBrush(theme.color("warn"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPie(inner.adjusted(2, 2, -2, -2), 90 * 16, -180 * 16)
    else:
        pen = QPen(theme.color("edge"), 1.5)
        if state is Completeness.OPTIONAL:
            pen.setDashPattern([1.6, 1.9])
        painter.setPen(pen)
        painter.drawEllipse(inner)
    painter.restore()


def paint_ring(painter: QPainter, share: float, rect: QRectF, theme: Theme) -> None:
    """The ring of a language: `share` of 0 to 1 of it is filled, green only when whole."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("line2"), 2.4))
    painter.drawEllipse(rect)
    color = theme.color("ok" if share >= 1 else "warn")
    painter.setPen(QPen(color, 2.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawArc(rect, 90 * 16, -round(360 * 16 * max(0.0, min(1.0, share))))
    painter.restore()


class Glyph(QWidget):
    """The glyph of a severity as a widget. `size` is at 100 %."""

    def __init__(self, theme: Theme, severity: Severity, size: int = 10, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._severity = theme, severity
        side = theme.px(size) + 2
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_glyph(painter, self._severity, QRectF(self.rect()).adjusted(1, 1, -1, -1), self._theme)
        painter.end()


class Mark(QWidget):
    """The mark of completeness as a widget; `set_state` changes it."""

    def __init__(self, theme: Theme, state: Completeness, size: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self.state = theme, state
        self.setFixedSize(theme.px(size), theme.px(size))

    def set_state(self, state: Completeness) -> None:
        """Shows another state."""
        if state is not self.state:
            self.state = state
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_mark(painter, self.state, QRectF(self.rect()), self._theme)
        painter.end()
