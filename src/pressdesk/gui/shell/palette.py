"""Ctrl+K: everything one can do or go to, found by a few letters in any of the window's languages."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from pressdesk.gui.bridge import Bridge
from pressdesk.gui.kit.theme import Theme
from pressdesk.gui.kit.widgets import Make, column
from pressdesk.model import paths
from pressdesk.model.fields import FieldKind
from pressdesk.text.messages import Messages

Index = QModelIndex | QPersistentModelIndex
_ENTRY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Offer:
    """One line of the palette: words, what it is, its key, what to search in, and what it does."""

    words: str
    what: str
    keys: str
    sought: str
    act: Callable[[], object]


def offers_of(
    bridge: Bridge, open_field: Callable[[str], object], open_section: Callable[[str], object]
) -> Iterator[Offer]:
    """Sections, fields and people of a draft."""
    ui, facts = bridge.ui, bridge.draft.facts
    for section in bridge.kind.sections:
        name = ui.pick(section.label)
        everything = " ".join(section.label.values())
        yield Offer(name, ui.say("shell.palette.section"), "", everything, partial(open_section, section.id))
        for spec in section.fields:
            label = ui.pick(spec.label)
            if spec.kind in (FieldKind.LIST, FieldKind.STEPS) or label == name:
                continue
            sought = f"{everything} {' '.join(spec.label.values())}"
            yield Offer(f"{name} · {label}", ui.say("shell.palette.field"), "", sought, partial(open_field, spec.path))
    for index, person in enumerate(facts.people):
        name = f"{ui.pick(person.given)} {ui.pick(person.family)}".strip()
        everything = " ".join((*person.given.values(), *person.family.values()))
        path = paths.join("people", index)
        if name:
            yield Offer(name, ui.say("shell.palette.person"), "", everything, partial(open_field, path))


def matching(offers: Iterable[Offer], text: str) -> list[Offer]:
    """The offers that hold every word of `text`; those that begin with it first."""
    words = text.casefold().split()
    found = [o for o in offers if all(word in f"{o.words} {o.sought}".casefold() for word in words)]
    return sorted(found, key=lambda o: not o.words.casefold().startswith(text.casefold().strip()))


class _Offers(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.shown: list[Offer] = []

    def show(self, offers: list[Offer]) -> None:
        self.beginResetModel()
        self.shown = offers
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return len(self.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        offer = self.shown[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(part for part in (offer.words, offer.what, offer.keys) if part)
        return offer if role == _ENTRY else None


class _Line(QStyledItemDelegate):
    """Words at the left; what it is and its key at the right."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, self._theme.px(34))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, px = self._theme, self._theme.px
        offer: Offer = index.data(_ENTRY)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft"))
            painter.drawRoundedRect(rect.adjusted(px(6), 1, -px(6), -1), 6, 6)
        inner = rect.adjusted(px(16), 0, -px(16), 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("text3"))
        side = offer.keys or offer.what
        width = painter.fontMetrics().horizontalAdvance(side)
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, side)
        painter.setFont(theme.font("body"))
        painter.setPen(theme.color("text"))
        words = painter.fontMetrics().elidedText(
            offer.words, Qt.TextElideMode.ElideRight, inner.width() - width - px(16)
        )
        painter.drawText(inner, middle, words)
        painter.restore()


class Palette(QFrame):
    """The palette: a field and a list. Esc or a click elsewhere closes it, and the focus goes back."""

    def __init__(self, host: QWidget, make: Make, ui: Messages, offers: Iterable[Offer]) -> None:
        super().__init__(host)
        self.setObjectName("palette")
        self.setAccessibleName(ui.say("shell.find"))
        self._host, self._ui, self._make = host, ui, make
        self._offers = list(offers)
        self._before = QApplication.focusWidget()
        self._open = True
        self.field = QLineEdit()
        self.field.setFont(make.theme.font("body"))
        self.field.setPlaceholderText(ui.say("shell.palette.placeholder"))
        self.field.setAccessibleName(ui.say("shell.palette.placeholder"))
        self._model = _Offers(self)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Line(make.theme, self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(ui.say("shell.find"))
        self.list.clicked.connect(lambda index: self._do(index.row()))
        self._none = make.label("", "body", "text2", wrap=True)
        self._none.setContentsMargins(16, 12, 16, 12)
        self.setLayout(column(self.field, self._none, self.list, spacing=4, margins=(4, 4, 4, 8)))
        self.field.textChanged.connect(self._filter)
        self.field.installEventFilter(self)
        host.installEventFilter(self)
        self._filter("")
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_it(self) -> None:
        """Ends the palette and gives the focus back."""
        if not self._open:
            return
        self._open = False
        self._host.removeEventFilter(self)
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self._place()
        if watched is self.field and event.type() == QEvent.Type.FocusOut:
            self.close_it()
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _key(self, key: Qt.Key) -> bool:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}.get(key)
        if step is not None:
            self._select(self.list.currentIndex().row() + step)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._do(self.list.currentIndex().row())
        elif key == Qt.Key.Key_Escape:
            self.close_it()
        elif key not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return False
        return True

    def _filter(self, text: str) -> None:
        found = matching(self._offers, text)
        self._model.show(found)
        self._none.setText(self._ui.say("shell.palette.none", text=text))
        self._none.setVisible(not found)
        self.list.setVisible(bool(found))
        self._select(0)
        self._place()

    def _select(self, row: int) -> None:
        if self._model.shown:
            self.list.setCurrentIndex(self._model.index(max(0, min(row, len(self._model.shown) - 1))))

    def _do(self, row: int) -> None:
        if 0 <= row < len(self._model.shown):
            offer = self._model.shown[row]
            self.close_it()
            offer.act()

    def _place(self) -> None:
        px = self._make.theme.px
        width = min(px(560), self._host.width() - 32)
        lines = min(10, max(1, len(self._model.shown)))
        height = min(px(42) + 16 + lines * px(34) + px(12), self._host.height() - px(72))
        self.setGeometry((self._host.width() - width) // 2, px(56), width, height)
