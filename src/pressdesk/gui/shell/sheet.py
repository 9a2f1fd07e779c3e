"""A dialog inside the window: a veil over everything, a card in the middle. Start at `Sheet`."""

from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from pressdesk.gui.kit.theme import Theme
from pressdesk.gui.kit.widgets import Make, column, row


class Sheet(QDialog):
    """A dialog drawn within its window, so that it is never lost behind it. Esc closes; the focus stays inside and
    returns to where it was.

    `fill` puts the content on the card; what is too tall for the window scrolls.
    """

    def __init__(self, host: QWidget, make: Make, title: str, width: int, close_name: str) -> None:
        super().__init__(host)
        self.setWindowFlags(Qt.WindowType.Widget)
        self.setAccessibleName(title)
        self.make = make
        self._theme: Theme = make.theme
        self._host = host
        self._width = make.theme.px(width)
        self._before: QWidget | None = None
        self._loop: QEventLoop | None = None
        self.card = QFrame(self)
        self.card.setObjectName("sheet")
        self.head = row(make.label(title, "heading"), None, margins=(24, 16, 16, 0))
        cross = make.icon_button("x", close_name, self.reject, keys="Esc", size=32)
        self.head.addWidget(cross)
        self._body = QVBoxLayout()
        self.foot = row(margins=(24, 8, 24, 16))
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.card.setLayout(column(self.head, self._scroll, self.foot, spacing=0))
        host.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, *_: object) -> None:
        """Brings what has the focus into sight: at once, and again when what was shown just now has its place."""
        self._show_focus()
        QTimer.singleShot(0, self, self._show_focus)

    def _show_focus(self) -> None:
        inside, now = self._scroll.widget(), QApplication.focusWidget()
        if now is not None and inside is not None and inside.isAncestorOf(now):
            self._scroll.ensureWidgetVisible(now, 0, 16)

    def fill(self, content: QLayout) -> None:
        """The content between the title and the buttons."""
        inside = QWidget()
        content.setContentsMargins(24, 8, 24, 8)
        inside.setLayout(content)
        inside.setObjectName("sheetBody")
        self._scroll.setWidget(inside)

    def present(self, first: QWidget | None = None) -> None:
        """Shows the sheet; `first` gets the focus."""
        self._before = QApplication.focusWidget()
        self._place()
        self.show()
        self.raise_()
        (first or self.card).setFocus(Qt.FocusReason.OtherFocusReason)

    def run(self, first: QWidget | None = None) -> int:
        """Shows the sheet and waits for its end: 1 accepted, 0 not."""
        self.present(first)
        self._loop = QEventLoop(self)
        self._loop.exec()
        return self.result()

    def done(self, result: int) -> None:
        """Ends the sheet and gives the focus back."""
        super().done(result)
        self._host.removeEventFilter(self)
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._loop is not None:
            self._loop.quit()
        self.deleteLater()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round within the sheet."""
        stops = self._stops()
        if not stops:
            return False
        focus = QApplication.focusWidget()
        at = stops.index(focus) if focus in stops else -1 if forward else 0
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[(at + (1 if forward else -1)) % len(stops)].setFocus(reason)
        return True

    def _stops(self) -> list[QWidget]:
        """What Tab stops at, in reading order.

        Qt's own chain is not asked: PySide makes each widget of QWidget.nextInFocusChain a child of the one before it,
        and closing the sheet then invalidates half the window.
        """

        def place(widget: QWidget) -> tuple[int, int]:
            corner = widget.mapTo(self, QPoint(0, 0))
            return corner.y(), corner.x()

        stops = [
            widget
            for widget in self.card.findChildren(QWidget)
            if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        return sorted(stops, key=place)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("veil"))
        painter.end()

    def refit(self) -> None:
        """Takes the height that the content wants now."""
        self._place()

    def _place(self) -> None:
        self.setGeometry(self._host.rect())
        width = min(self._width, self.width() - 32)
        inside = self._scroll.widget()
        wanted = 0
        layout = inside.layout() if inside is not None else None
        if layout is not None:
            wanted = layout.heightForWidth(width - 2) if layout.hasHeightForWidth() else layout.sizeHint().height()
        wanted += self.head.sizeHint().height() + self.foot.sizeHint().height() + 8
        height = min(wanted, self.height() - 32)
        self.card.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)
