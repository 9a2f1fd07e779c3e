"""What is offered while one types: the draft's people, entries of the register, «new …». Start at `Offers`.

The list is a child of the window that never takes the focus: the keys stay with the line, which is what a screen reader
and an input method expect.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from pressdesk.gui.form.context import FormContext
from pressdesk.gui.kit.widgets import column

Index = QModelIndex | QPersistentModelIndex
_ROW, _MOST = 32, 8
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True)
class Offer:
    """One thing to choose.

    Attributes:
        text: what it is.
        choose: does it.
        note: which, in grey.
        icon: the icon at the left, "" for none.
        new: it makes something new; Ctrl+Enter means this one.
    """

    text: str
    choose: Callable[[], object]
    note: str = ""
    icon: str = ""
    new: bool = False


class Offers(QObject):
    """Offers for one edit. `find` gives them for what is typed; `eager` shows them before anything is typed.

    With `first` the first offer is chosen by Enter; without it Enter keeps the words as typed, unless an arrow chose.
    """

    def __init__(
        self,
        context: FormContext,
        edit: QLineEdit | QPlainTextEdit,
        find: Callable[[str], Sequence[Offer]],
        *,
        eager: bool = False,
        first: bool = False,
    ) -> None:
        super().__init__(edit)
        self._context, self._edit, self._find = context, edit, find
        self._eager, self._first = eager, first
        self._popup: _Popup | None = None
        self._offers: Sequence[Offer] = ()
        edit.installEventFilter(self)
        edit.textChanged.connect(self._typed)

    @property
    def shown(self) -> bool:
        """Whether the list is in sight."""
        return self._popup is not None and self._popup.isVisible()

    @property
    def offers(self) -> Sequence[Offer]:
        """What is offered now."""
        return self._offers if self.shown else ()

    def open(self) -> None:
        """Shows all that fits what is typed (F4)."""
        text = self._edit.text() if isinstance(self._edit, QLineEdit) else self._edit.toPlainText()
        self._offers = self._find(text.strip())
        if not self._offers:
            self.close()
            return
        if self._popup is None or self._popup.parent() is not self._edit.window():
            self._drop()
            self._popup = _Popup(self._context, self._edit.window(), self._chosen)
            self._edit.destroyed.connect(self._popup.deleteLater)
        self._popup.fill(self._offers, 0 if self._first else -1)
        self._popup.place(self._edit)

    def close(self) -> None:
        """Takes the list away."""
        if self._popup is not None:
            self._popup.hide()

    def _drop(self) -> None:
        if self._popup is not None:
            self._popup.deleteLater()
            self._popup = None

    def _typed(self) -> None:
        text = self._edit.text() if isinstance(self._edit, QLineEdit) else self._edit.toPlainText()
        if not self._edit.hasFocus():
            return
        if text.strip() or self._eager:
            self.open()
        else:
            self.close()

    def _chosen(self, number: int) -> None:
        offer = self._offers[number]
        self.close()
        offer.choose()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        if kind == QEvent.Type.FocusIn and self._eager:
            self.open()
        elif kind in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.close()
        return False

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_F4:
            self.open()
            return True
        if not self.shown or self._popup is None:
            return False
        if key == Qt.Key.Key_Escape:
            self.close()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and not event.modifiers():
            self._popup.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return self._choose_new()
        elif key in _ENTER and self._popup.current() >= 0:
            self._chosen(self._popup.current())
        else:
            return False
        return True

    def _choose_new(self) -> bool:
        for number, offer in enumerate(self._offers):
            if offer.new:
                self._chosen(number)
                return True
        return False


class _Popup(QFrame):
    """The list itself."""

    def __init__(self, context: FormContext, window: QWidget, chosen: Callable[[int], None]) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self.setProperty("popover", True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list = QListWidget()
        self.list.setProperty("popup", True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(_Delegate(context, self.list))
        self.list.setMouseTracking(True)
        self.list.itemClicked.connect(lambda item: chosen(self.list.row(item)))
        self.list.setAccessibleName(context.say("offers"))
        self.setLayout(column(self.list, margins=(4, 4, 4, 4)))
        self.hide()

    def fill(self, offers: Sequence[Offer], current: int) -> None:
        """Lists the offers; `current` is marked, -1 marks none."""
        self.list.clear()
        for offer in offers:
            item = QListWidgetItem(f"{offer.text}  {offer.note}".strip())
            item.setData(Qt.ItemDataRole.UserRole, (offer.text, offer.note, offer.icon, offer.new))
            item.setToolTip(offer.note or offer.text)
            self.list.addItem(item)
        self.list.setCurrentRow(current)

    def place(self, edit: QWidget) -> None:
        """Stands below the edit, above it where there is no room below."""
        px = self._context.theme.px
        around = edit.parentWidget()
        box = around if around is not None and around.property("box") else edit
        window = self._window
        height = min(self.list.count(), _MOST) * px(_ROW) + 10
        width = min(max(box.width(), px(400)), window.width() - 16)
        corner = box.mapTo(window, QPoint(0, box.height() + 2))
        if corner.y() + height > window.height() - 8:
            corner = box.mapTo(window, QPoint(0, -height - 2))
        x = max(8, min(corner.x(), window.width() - width - 8))
        self.setGeometry(QRect(x, max(8, corner.y()), width, height))
        self.show()
        self.raise_()

    def step(self, by: int) -> None:
        """Marks the next or the previous offer."""
        count = self.list.count()
        at = self.list.currentRow() + by
        self.list.setCurrentRow(at if -1 <= at < count else (0 if by > 0 else count - 1))

    def current(self) -> int:
        """The marked offer, -1 for none."""
        return self.list.currentRow()


class _Delegate(QStyledItemDelegate):
    """A row of the list: icon, what, which."""

    def __init__(self, context: FormContext, parent: QListWidget) -> None:
        super().__init__(parent)
        self._context = context

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, self._context.theme.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, px = self._context.theme, self._context.theme.px
        text, note, icon, new = index.data(Qt.ItemDataRole.UserRole)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft"))
            painter.drawRoundedRect(rect, 5, 5)
        x = rect.x() + px(8)
        if icon:
            painter.drawPixmap(x, rect.center().y() - px(8) + 1, self._context.icons.pixmap(icon, "accent", 16))
            x += px(24)
        painter.setFont(theme.font("body", 500 if new else None))
        painter.setPen(theme.color("accent" if new else "text"))
        room = rect.right() - px(8) - x
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(x, rect.y(), room, rect.height()), Qt.AlignmentFlag.AlignVCenter, shown)
        used = painter.fontMetrics().horizontalAdvance(shown) + px(8)
        if note and room - used > px(40):
            painter.setFont(theme.font("small"))
            painter.setPen(theme.color("text2"))
            shown = painter.fontMetrics().elidedText(note, Qt.TextElideMode.ElideRight, room - used)
            spot = QRect(x + used, rect.y(), room - used, rect.height())
            painter.drawText(spot, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()
