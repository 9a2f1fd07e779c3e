"""One pane only: the line at the foot of the form that always shows the sentence in which the focused field stands."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from pressdesk.gui.bridge import Bridge
from pressdesk.gui.findings.standing import Standing
from pressdesk.gui.kit.marks import paint_glyph
from pressdesk.gui.page.positions import drawn
from pressdesk.gui.page.spots import sentence, spots_of
from pressdesk.model.findings import Severity

HEIGHT, SIZE, EDGE = 44, 15, 16  # px: the line, its letters, its inner edge
SHARE = 0.46  # of the room left over for what stands before the words


@dataclass(frozen=True, slots=True)
class Glimpse:
    """A sentence cut at the words of the field."""

    before: str
    words: str
    after: str


class PeekLine(QWidget):
    """The sentence of the focused field, and how many errors and warnings the text has.

    Signals:
        text_wanted(): it was clicked, or Enter pressed on it: the text itself is wanted.
    """

    text_wanted = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._standing = Standing(bridge, self)
        self.glimpse: Glimpse | None = None
        self.counts: dict[Severity, int] = {}
        self._words = ""
        self.setFixedHeight(bridge.theme.px(HEIGHT))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        for news in (bridge.release_ready, bridge.findings_ready):
            news.connect(self._take_news)
        for change in (bridge.draft_settled, bridge.language_changed, bridge.field_focused):
            change.connect(self._follow)
        self.refresh()

    def _take_news(self, language: str, news: object) -> None:
        if language == self._bridge.language:
            self.refresh()

    def _follow(self, change: object) -> None:
        self.refresh()

    def refresh(self) -> None:
        """Shows the newest text."""
        bridge, say = self._bridge, self._bridge.ui.say
        release = bridge.releases.get(bridge.language)
        spots = spots_of(release, bridge.draft, bridge.focused) if release is not None else ()
        self.glimpse = None
        if release is not None and spots:
            text, span = release.blocks[spots[0].block].text, spots[0].span
            around = sentence(text, span)
            self.glimpse = Glimpse(
                drawn(text[around.start : span.start]), drawn(span.of(text)), drawn(text[span.end : around.end])
            )
        self._words = say("page.peek.nowhere" if bridge.focused else "page.peek.nothing")
        found = self._standing.of(bridge.language)
        self.counts = {s: sum(f.severity is s for f in found) for s in (Severity.ERROR, Severity.WARNING)}
        self.setAccessibleName(f"{say('page.peek.name')}: {self._spoken()}")
        self.update()

    def _spoken(self) -> str:
        if self.glimpse is None:
            return self._words
        return f"{self.glimpse.before}{self.glimpse.words}{self.glimpse.after}"

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.text_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.text_wanted.emit()
        else:
            super().keyPressEvent(event)

    # --- drawing -------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._bridge.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.color("paper"))
        painter.fillRect(0, 0, self.width(), 1, theme.color("line"))
        right = self._paint_counts(painter)
        self._paint_sentence(painter, right)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 3, -2, -2), 4, 4)
        painter.end()

    def _paint_counts(self, painter: QPainter) -> float:
        """Glyphs and numbers at the right edge; the x to their left."""
        theme = self._bridge.theme
        font = theme.font("caption", 600)
        measure = QFontMetricsF(font)
        x, middle, size = float(self.width() - EDGE), self.height() / 2, theme.px(10)
        painter.setFont(font)
        for severity in (Severity.WARNING, Severity.ERROR):
            number = self.counts.get(severity, 0)
            if number:
                x -= measure.horizontalAdvance(str(number))
                painter.setPen(theme.color("text2"))
                painter.drawText(QPointF(x, middle + measure.capHeight() / 2), str(number))
                x -= size + 4
                paint_glyph(painter, severity, QRectF(x, middle - size / 2, size, size), theme)
                x -= 12
        return x

    def _paint_sentence(self, painter: QPainter, right: float) -> None:
        theme = self._bridge.theme
        if self.glimpse is None:
            font = theme.font("small")
            measure = QFontMetricsF(font)
            painter.setFont(font)
            painter.setPen(theme.color("text3"))
            words = measure.elidedText(self._words, Qt.TextElideMode.ElideRight, right - EDGE)
            painter.drawText(QPointF(EDGE, self.height() / 2 + measure.capHeight() / 2), words)
            return
        font = theme.font("doc")
        font.setPixelSize(theme.px(SIZE))
        measure = QFontMetricsF(font)
        painter.setFont(font)
        room = right - EDGE
        words = measure.elidedText(self.glimpse.words, Qt.TextElideMode.ElideRight, room * 0.7)
        width = measure.horizontalAdvance(words)
        left_room = (room - width) * SHARE
        after_room = room - width - min(left_room, measure.horizontalAdvance(self.glimpse.before))
        if measure.horizontalAdvance(self.glimpse.after) < after_room:
            left_room = room - width - measure.horizontalAdvance(self.glimpse.after)
        before = measure.elidedText(self.glimpse.before, Qt.TextElideMode.ElideLeft, left_room)
        base = self.height() / 2 + measure.capHeight() / 2
        painter.setPen(theme.color("text2"))
        painter.drawText(QPointF(EDGE, base), before)
        x = EDGE + measure.horizontalAdvance(before)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("mark"))
        size = font.pixelSize()
        painter.drawRoundedRect(QRectF(x - 2, base - size * 1.1, width + 4, size * 1.5), 4, 4)
        painter.setPen(theme.color("text"))
        painter.drawText(QPointF(x, base), words)
        x += width
        painter.setPen(theme.color("text2"))
        after = measure.elidedText(self.glimpse.after, Qt.TextElideMode.ElideRight, right - x)
        painter.drawText(QPointF(x, base), after)
