"""Only what is missing makes noise: a ring and the language that a name lacks. A name that has all shows nothing."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from pressdesk.gui.form.context import FormContext

_WIDTH, _HEIGHT = 34, 20


class Presence(QWidget):
    """`○ en ○ pt`: the languages that lack words."""

    def __init__(self, context: FormContext) -> None:
        super().__init__()
        self._context = context
        self._missing: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    @property
    def missing(self) -> tuple[str, ...]:
        """The languages shown."""
        return self._missing

    def show_missing(self, missing: Sequence[str]) -> None:
        """Shows these languages; none hides the widget."""
        if tuple(missing) != self._missing:
            self._missing = tuple(missing)
            told = self._context.say("lacks", languages=", ".join(missing)) if missing else ""
            self.setToolTip(told)
            self.setAccessibleName(told)
            self.setVisible(bool(missing))
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        px = self._context.theme.px
        return QSize(px(_WIDTH) * len(self._missing), px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._context.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("caption"))
        painter.setPen(QPen(theme.color("warn"), 1.5))
        step, middle, radius = theme.px(_WIDTH), self.height() / 2, theme.px(4)
        for number, tag in enumerate(self._missing):
            x = number * step
            painter.drawEllipse(QPointF(x + radius + 2, middle), radius, radius)
            spot = QRectF(x + 2 * radius + 6, 0, step, self.height())
            painter.drawText(spot, Qt.AlignmentFlag.AlignVCenter, tag)
        painter.end()
