"""Words as they stand in the text: what was typed in bold, what the grammar added in the accent."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pressdesk.gui.form.context import FormContext
from pressdesk.gui.form.traces import Standing


class Stem(QWidget):
    """One line of such words; a long beginning is shortened, the ending never."""

    def __init__(self, context: FormContext) -> None:
        super().__init__()
        self._context = context
        self._standing: Standing | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_standing(self, standing: Standing | None) -> None:
        """Shows these words."""
        if standing != self._standing:
            self._standing = standing
            self.setAccessibleName(standing.stem + standing.ending if standing else "")
            self.setToolTip(self.accessibleName())
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        theme = self._context.theme
        width = 0
        if self._standing is not None:
            stem = QFontMetrics(theme.font("small", 600)).horizontalAdvance(self._standing.stem)
            width = stem + QFontMetrics(theme.font("small", 500)).horizontalAdvance(self._standing.ending)
        return QSize(width + 2, theme.line_height("small") + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._standing is None:
            return
        theme = self._context.theme
        bold, plain = theme.font("small", 600), theme.font("small", 500)
        ending = self._standing.ending
        room = self.width() - QFontMetrics(plain).horizontalAdvance(ending)
        metrics = QFontMetrics(bold)
        stem = metrics.elidedText(self._standing.stem, Qt.TextElideMode.ElideLeft, max(room, 20))
        painter = QPainter(self)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(bold)
        painter.setPen(theme.color("text2"))
        painter.drawText(QRect(0, 0, self.width(), self.height()), middle, stem)
        painter.setFont(plain)
        painter.setPen(theme.color("accent"))
        x = metrics.horizontalAdvance(stem)
        painter.drawText(QRect(x, 0, self.width() - x, self.height()), middle, ending)
        painter.end()
