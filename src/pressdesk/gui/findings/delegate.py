"""Draws a row of the findings: glyph, the quote under its own line, what to write instead, the message, the place.

The line under the quote is the one that the page draws: the list is its own legend.
"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from pressdesk.gui.findings.model import Role
from pressdesk.gui.kit.marks import paint_glyph, paint_underline
from pressdesk.gui.kit.theme import Theme
from pressdesk.model.findings import Finding

ROW = 32
QUOTE = 0.27  # the widest share of the row for the quote, and for the suggestion
FIELD_FROM, FIELD_WIDEST = 600, 128  # px: narrower rows do without the place


class FindingDelegate(QStyledItemDelegate):
    """Paints rows ROW pixels high, grown by the text size."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, self._theme.px(ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        finding = index.data(Role.FINDING)
        if not isinstance(finding, Finding):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, state = QRectF(option.rect), option.state
        self._ground(painter, rect, state)
        self._words(painter, rect, finding, str(index.data(Role.FIELD)), aside=bool(index.data(Role.ASIDE)))
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag) -> None:
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        box = rect.adjusted(8, 1, -8, -1)
        if chosen or over:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("accent_soft" if chosen else "sunken"))
            painter.drawRoundedRect(box, 6, 6)
        if chosen and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)

    def _words(self, painter: QPainter, rect: QRectF, finding: Finding, place: str, *, aside: bool) -> None:
        px, width = self._theme.px, rect.width()
        middle, size = rect.center().y(), px(10)
        paint_glyph(painter, finding.severity, QRectF(rect.left() + 19, middle - size / 2, size, size), self._theme)
        small = QFontMetricsF(self._theme.font("small"))
        right = rect.right() - 20
        if width > px(FIELD_FROM) and place:
            shown = small.elidedText(place, Qt.TextElideMode.ElideRight, px(FIELD_WIDEST))
            right -= small.horizontalAdvance(shown)
            self._text(painter, QPointF(right, self._base(middle, small)), shown, self._theme.font("small"), "text3")
            right -= 16
        left = self._quote(painter, rect, finding, aside=aside)
        if finding.suggestions and not aside:
            left = self._suggestion(painter, rect, left, finding)
        message = small.elidedText(finding.message, Qt.TextElideMode.ElideRight, max(0.0, right - left))
        self._text(painter, QPointF(left, self._base(middle, small)), message, self._theme.font("small"), "text2")

    def _quote(self, painter: QPainter, rect: QRectF, finding: Finding, *, aside: bool) -> float:
        font = self._theme.font("body", 500)
        font.setStrikeOut(aside)
        measure = QFontMetricsF(font)
        left, base = rect.left() + 24 + self._theme.px(16), self._base(rect.center().y(), measure)
        quote = measure.elidedText(finding.text, Qt.TextElideMode.ElideRight, rect.width() * QUOTE)
        self._text(painter, QPointF(left, base), quote, font, "text3" if aside else "text")
        right = left + measure.horizontalAdvance(quote)
        if not aside:
            paint_underline(painter, finding.severity, left, right, base + 5, self._theme)
        return right + 12

    def _suggestion(self, painter: QPainter, rect: QRectF, left: float, finding: Finding) -> float:
        font = self._theme.font("body", 500)
        measure = QFontMetricsF(font)
        base = self._base(rect.center().y(), measure)
        self._text(painter, QPointF(left - 4, base), "→", font, "text3")
        left += measure.horizontalAdvance("→") + 4
        words = finding.suggestions[0].text or "∅"
        shown = measure.elidedText(words, Qt.TextElideMode.ElideRight, rect.width() * QUOTE)
        self._text(painter, QPointF(left, base), shown, font, "accent")
        return left + measure.horizontalAdvance(shown) + 12

    def _text(self, painter: QPainter, where: QPointF, words: str, font: QFont, token: str) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.color(token))
        painter.drawText(where, words)

    def _base(self, middle: float, measure: QFontMetricsF) -> float:
        return middle + measure.capHeight() / 2
