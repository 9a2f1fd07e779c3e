"""One row of a list: the head of 38 px that is always there, and the card that is made when it opens."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from pressdesk.gui.form.context import FormContext
from pressdesk.gui.form.presence import Presence
from pressdesk.gui.kit.marks import Completeness, Mark
from pressdesk.gui.kit.widgets import ElidedLabel, row

HEIGHT = 38
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Grip(QLabel):
    """The handle by which a row is dragged.

    Signals:
        dragged, dropped: the pointer's place on the screen.
    """

    dragged = Signal(QPoint)
    dropped = Signal(QPoint)

    def __init__(self, context: FormContext) -> None:
        super().__init__()
        side = context.theme.px(14)
        self.setPixmap(context.icons.pixmap("grip-vertical", "text3", 14))
        self.setFixedSize(context.theme.px(24), context.theme.px(HEIGHT))
        self.setContentsMargins((context.theme.px(24) - side) // 2, 0, 0, 0)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(context.say("drag"))
        self.setAccessibleName(context.say("drag"))
        self._moving = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._moving = False
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._moving = True
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.dragged.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        if self._moving:
            self.dropped.emit(event.globalPosition().toPoint())
        self._moving = False


class RowHead(QWidget):
    """Grip, number, icon, what (bold), which (grey), what is missing, a mark, the chevron.

    Signals:
        menu_wanted(spot): a right click, or the menu key; a place on the screen.
        stepped(by): an arrow wants the row above (-1) or below (1).
        toggled(keep): clicked, or Space or Enter pressed; `keep` leaves the other cards open (Shift).
    """

    toggled = Signal(bool)
    stepped = Signal(int)
    menu_wanted = Signal(QPoint)

    def __init__(self, context: FormContext, *, numbered: bool, icon: str) -> None:
        super().__init__()
        self._context = context
        make, px = context.make, context.theme.px
        self.setFixedHeight(px(HEIGHT))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.grip = Grip(context)
        self._number = make.label("", "caption", "text3")
        self._number.setFixedWidth(px(14))
        if not numbered:  # shown without a parent it would be a window of its own for a moment
            self._number.hide()
        self._icon = make.icon_label(icon, "accent", 16) if icon else None
        self._what = ElidedLabel()
        self._what.setFont(context.theme.font("strong"))
        self._what.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._which = ElidedLabel()
        self._which.setFont(context.theme.font("small"))
        self._which.setProperty("tone", "text2")
        self._which.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        for label in (self._what, self._which):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.presence = Presence(context)
        self.mark = Mark(context.theme, Completeness.ERROR, 16)
        self.mark.hide()
        self._chevron = make.icon_label("chevron-down", "text3", 14)
        icons = (self._icon,) if self._icon is not None else ()
        parts = (self.grip, self._number, *icons, self._what, self._which, self.presence, self.mark, self._chevron)
        line = row(*parts, spacing=8, margins=(2, 0, px(12), 0))
        line.setStretchFactor(self._which, 1)
        self.setLayout(line)

    def show_words(self, number: int, what: str, which: str) -> None:
        """Shows number, what and which."""
        self._number.setText(str(number))
        for label, words in ((self._what, what), (self._which, which)):
            if label.text() != words:
                label.setText(words)
        self.setAccessibleName(f"{number}. {what} {which}".strip())

    @property
    def words(self) -> tuple[str, str]:
        """What and which, as shown."""
        return self._what.text(), self._which.text()

    def set_open(self, on: bool) -> None:
        """Turns the chevron."""
        self._chevron.setPixmap(self._context.icons.pixmap("chevron-up" if on else "chevron-down", "text3", 14))
        say = self._context.say
        self.setAccessibleDescription(say("card_open" if on else "card_closed"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.toggled.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (*_ENTER, Qt.Key.Key_Space) and not ctrl:
            self.toggled.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers():
            self.stepped.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._context.theme.color("focus"), 2))
            painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), 5, 5)
            painter.end()


class CardRow(QFrame):
    """A row and, while it is open, its card.

    Attributes:
        item: the fact that the row stands for, to recognise it after it has moved.
        head: always there.
        card: the editors; None while the row is closed.
    """

    def __init__(self, context: FormContext, item: object, head: RowHead, keys: Callable[[QKeyEvent], bool]) -> None:
        super().__init__()
        self.item, self.head = item, head
        self.card: QWidget | None = None
        self._keys = keys
        self.setProperty("row", True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(head)
        head.set_open(False)

    @property
    def is_open(self) -> bool:
        """Whether the card is in sight."""
        return self.card is not None

    def show_card(self, card: QWidget) -> None:
        """Opens with these editors."""
        self.card = card
        self._column.addWidget(card)
        card.show()
        self.head.set_open(True)

    def drop_card(self) -> None:
        """Closes; the editors are gone."""
        if self.card is not None:
            card, self.card = self.card, None
            self._column.removeWidget(card)
            card.hide()
            card.setParent(None)
            card.deleteLater()
            self.head.set_open(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys(event):
            super().keyPressEvent(event)
