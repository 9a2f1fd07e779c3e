"""Draws a row of the findings: glyph, the quote under its own line, what to write instead, the message, the place.

The line under the quote is the one that the page draws: the list is its own legend.
"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from pressdesk.gui.findings.apart import told_apart
from pressdesk.gui.findings.groups import Group, GroupedModel, Role
from pressdesk.gui.kit.marks import paint_glyph, paint_underline
from pressdesk.gui.kit.theme import Theme
from pressdesk.model.findings import Finding

ROW, HEAD = 32, 24  # px: a finding, the head of a group
QUOTE = 0.27  # the widest share of the row for the quote, and for the suggestion
SPACE = "␣"
FIELD_FROM, FIELD_WIDEST = 600, 128  # px: narrower rows do without the place


class FindingDelegate(QStyledItemDelegate):
    """Paints rows ROW pixels high and heads of groups HEAD, grown by the text size.

    Attributes:
        level: whether heads are as high as rows: a list of thousands then need not ask each for its height.
        action: what a click on the right end of a row does, in words; "" for nothing, and the place stands there.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.level = False
        self.action = ""
        self._row, self._head = QSize(100, theme.px(ROW)), QSize(100, theme.px(HEAD))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        model = index.model()  # asked of every row at every change, so without a way round through Qt
        item = model.items[index.row()] if isinstance(model, GroupedModel) and not self.level else None
        return self._head if isinstance(item, Group) else self._row

    def action_box(self, rect: QRect) -> QRect:
        """Where the action of a row is clicked."""
        width = QFontMetricsF(self._theme.font("small", 500)).horizontalAdvance(self.action) if self.action else 0
        return rect.adjusted(rect.width() - round(width) - 28, 0, 0, 0) if width else QRect()

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        finding, group = index.data(Role.FINDING), index.data(Role.GROUP)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, state = QRectF(option.rect), option.state
        self._ground(painter, rect, state)
        if isinstance(finding, Finding):
            self._words(painter, rect, finding, str(index.data(Role.FIELD)), aside=bool(index.data(Role.ASIDE)))
        elif isinstance(group, Group):
            self._group(painter, rect, group, str(index.data()))
        painter.restore()

    def _group(self, painter: QPainter, rect: QRectF, group: Group, title: str) -> None:
        """An arrow that shows whether it is open, what is in it, how many, and a line to the right end."""
        px, middle = self._theme.px, rect.center().y()
        caption = QFontMetricsF(self._theme.font("caption", 600))
        left, side = rect.left() + 20, px(6)
        shape = [QPointF(left, middle - side / 2), QPointF(left + side, middle - side / 2)]
        shape.append(QPointF(left + side / 2, middle + side / 2))
        if group.folded:
            shape = [QPointF(left + 1, middle - side / 2), QPointF(left + 1, middle + side / 2)]
            shape.append(QPointF(left + 1 + side * 0.8, middle))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("text3"))
        painter.drawPolygon(shape)
        left, base = rect.left() + 24 + px(16), self._base(middle, caption)
        self._text(painter, QPointF(left, base), title, self._theme.font("caption", 600), "text2")
        left += caption.horizontalAdvance(title) + px(8)
        self._text(painter, QPointF(left, base), str(group.count), self._theme.font("caption"), "text3")
        left += caption.horizontalAdvance(str(group.count)) + px(8)
        painter.setPen(QPen(self._theme.color("line"), 1))
        painter.drawLine(QPointF(left, middle), QPointF(rect.right() - 20, middle))

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
        if self.action:
            bold = self._theme.font("small", 500)
            right -= QFontMetricsF(bold).horizontalAdvance(self.action)
            self._text(painter, QPointF(right, self._base(middle, small)), self.action, bold, "accent")
            right -= 16
        elif width > px(FIELD_FROM) and place:
            shown = small.elidedText(place, Qt.TextElideMode.ElideRight, px(FIELD_WIDEST))
            right -= small.horizontalAdvance(shown)
            self._text(painter, QPointF(right, self._base(middle, small)), shown, self._theme.font("small"), "text3")
            right -= 16
        offer = (visible(finding.suggestions[0].text) or "∅") if finding.suggestions and not aside else ""
        measure = QFontMetricsF(self._theme.font("body", 500))

        def cut(words: str) -> str:
            return measure.elidedText(words, Qt.TextElideMode.ElideRight, rect.width() * QUOTE)

        quote, offer = told_apart(visible(finding.text), offer, cut)
        left = self._quote(painter, rect, finding, quote, aside=aside)
        if offer:
            left = self._suggestion(painter, rect, left, offer)
        message = small.elidedText(finding.message, Qt.TextElideMode.ElideRight, max(0.0, right - left))
        self._text(painter, QPointF(left, self._base(middle, small)), message, self._theme.font("small"), "text2")

    def _quote(self, painter: QPainter, rect: QRectF, finding: Finding, quote: str, *, aside: bool) -> float:
        font = self._theme.font("body", 500)
        font.setStrikeOut(aside)
        measure = QFontMetricsF(font)
        left, base = rect.left() + 24 + self._theme.px(16), self._base(rect.center().y(), measure)
        self._text(painter, QPointF(left, base), quote, font, "text3" if aside else "text")
        right = left + measure.horizontalAdvance(quote)
        if not aside:
            paint_underline(painter, finding.severity, left, right, base + 5, self._theme)
        return right + 12

    def _suggestion(self, painter: QPainter, rect: QRectF, left: float, shown: str) -> float:
        font = self._theme.font("body", 500)
        measure = QFontMetricsF(font)
        base = self._base(rect.center().y(), measure)
        self._text(painter, QPointF(left - 4, base), "→", font, "text3")
        left += measure.horizontalAdvance("→") + 4
        self._text(painter, QPointF(left, base), shown, font, "accent")
        return left + measure.horizontalAdvance(shown) + 12

    def _text(self, painter: QPainter, where: QPointF, words: str, font: QFont, token: str) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.color(token))
        painter.drawText(where, words)

    def _base(self, middle: float, measure: QFontMetricsF) -> float:
        return middle + measure.capHeight() / 2


def visible(words: str) -> str:
    """The words; spaces alone are drawn as signs, for nobody sees them."""
    return words if words.strip() else SPACE * len(words)
