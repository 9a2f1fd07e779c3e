"""A small window within the window: stands beside what it belongs to, closes on Esc and when the focus goes away."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QWidget

from pressdesk.gui.form.context import FormContext

SCROLLED = 300  # milliseconds after which the form has come to rest


class Popover(QFrame):
    """The frame. `anchor` is what it belongs to and where the focus goes back to."""

    def __init__(self, context: FormContext, anchor: QWidget, width: int) -> None:
        super().__init__(anchor.window())
        self.context, self.anchor = context, anchor
        self._home = anchor.window()
        self._wide = context.theme.px(width)
        self._handle: QWindow | None = None
        self.setProperty("popover", True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(24)
        shadow.setOffset(0, 6)
        shadow.setColor(context.theme.color("shadow"))
        self.setGraphicsEffect(shadow)
        self.hide()

    def open(self) -> None:
        """Shows the popover and gives it the focus."""
        self.settle()
        self.show()
        self.raise_()
        self.settle()
        self._home.installEventFilter(self)
        self.anchor.destroyed.connect(self.close)  # its card is gone, or the whole window
        self._handle = self.window().windowHandle()
        if self._handle is not None:
            self._handle.focusObjectChanged.connect(self._focus_moved)
        self.first_focus()
        # a click in the text opens a chip while the form still scrolls to it: take the place that fits afterwards, too
        QTimer.singleShot(0, self, self.settle)
        QTimer.singleShot(SCROLLED, self, self.settle)

    def first_focus(self) -> None:
        """Where the focus goes when it opens."""
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def settle(self) -> None:
        """Takes the size and the place that fit: below the anchor, above where there is no room below."""
        window = self._home
        width = min(self._wide, window.width() - 16)
        self.ensurePolished()
        layout = self.layout()
        height = layout.totalHeightForWidth(width) if layout is not None and layout.hasHeightForWidth() else -1
        height = max(height, self.sizeHint().height())
        height = min(height, window.height() - 16)
        spot = self.anchor.mapTo(window, QPoint(0, 0))
        x = max(8, min(spot.x(), window.width() - width - 8))
        y = spot.y() + self.anchor.height() + 4
        if y + height > window.height() - 8:
            above = spot.y() - height - 4
            y = above if above >= 8 else window.height() - height - 8
        y = max(8, min(y, window.height() - height - 8))  # the form may have scrolled the anchor away
        self.setGeometry(QRect(x, y, width, height))

    def leave(self) -> None:
        """Closes and gives the focus back."""
        inside = self.focusWidget() is not None or self.hasFocus()
        self._end()
        if inside and self.anchor.isVisible():
            self.anchor.setFocus(Qt.FocusReason.PopupFocusReason)

    def _end(self) -> None:
        if self._handle is not None:
            self._handle.focusObjectChanged.disconnect(self._focus_moved)
            self._handle = None
        self._home.removeEventFilter(self)
        self.close()

    def _focus_moved(self, target: QObject | None) -> None:
        if isinstance(target, QWidget) and target is not self and not self.isAncestorOf(target) and self.isVisible():
            self._end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.settle()
        return False

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays inside until Esc."""
        stops = [
            w
            for w in self.findChildren(QWidget)
            if w.isVisibleTo(self)
            and w.isEnabled()
            and w.focusPolicy() & Qt.FocusPolicy.TabFocus
            and w.focusProxy() is None
        ]
        here = self.focusWidget()
        if not stops:
            return False
        at = stops.index(here) if here in stops else -1
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[(at + (1 if forward else -1)) % len(stops)].setFocus(reason)
        return True
