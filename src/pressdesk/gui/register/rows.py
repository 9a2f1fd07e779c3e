"""The list of entries: a mark, the name, who that is, and the languages that it lacks."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from pressdesk.gui.kit.marks import Completeness, paint_mark
from pressdesk.gui.kit.theme import Theme
from pressdesk.gui.register.keeper import Keeper
from pressdesk.model.facts import Entry, Organisation, Person, Place, Text
from pressdesk.model.register import Card, Record
from pressdesk.render.house import phrases
from pressdesk.text.messages import Messages

Index = QModelIndex | QPersistentModelIndex
TAGS = ("kk", "ru", "en", "pt")
ROW = 48
STATES = (Completeness.ERROR, Completeness.PART, Completeness.FULL, Completeness.OPTIONAL)
"""By `Keeper.standing`."""
COUNT = Qt.ItemDataRole.UserRole + 9


class Role(IntEnum):
    """What the delegate asks for."""

    RECORD = Qt.ItemDataRole.UserRole
    NOTE = Qt.ItemDataRole.UserRole + 1
    STATE = Qt.ItemDataRole.UserRole + 2
    LACKS = Qt.ItemDataRole.UserRole + 3


class Records(QAbstractListModel):
    """The records of a group, as the list shows them."""

    def __init__(self, keeper: Keeper, ui: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keeper, self._ui = keeper, ui
        self.records: list[Record] = []

    def show(self, records: Sequence[Record]) -> None:
        """Shows other records."""
        self.beginResetModel()
        self.records = list(records)
        self.endResetModel()

    def row_of(self, record_id: str) -> int:
        """Where a record stands, -1 where it does not."""
        return next((n for n, record in enumerate(self.records) if record.id == record_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        return 0 if parent.isValid() else len(self.records)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        record = self.records[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return name_of(record, self._ui)
        if role == Role.RECORD:
            return record
        if role == Role.NOTE:
            return note_of(record, self._keeper, self._ui)
        if role == Role.STATE:
            return STATES[self._keeper.standing(record)]
        if role == Role.LACKS:
            return lacking(record)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = self._ui.say(f"register.standing.{self._keeper.standing(record)}")
            words = (name_of(record, self._ui), note_of(record, self._keeper, self._ui), state, *lacking(record))
            return ", ".join(word for word in words if word)
        return None


def name_of(record: Record, ui: Messages) -> str:
    """What the record is called in the window's language, else in any."""
    return ui.pick(record.names) or ui.say("register.nameless")


def note_of(record: Record, keeper: Keeper, ui: Messages) -> str:
    """Who or what that is, in one line."""
    what = record.what
    texts: list[Text] = []
    if isinstance(what, Person):
        return title_line(record, keeper, ui)
    if isinstance(what, Organisation):
        texts = [what.short, _names(keeper, what.country)]
    elif isinstance(what, Place):
        texts = [_names(keeper, what.country)]
    elif isinstance(what, Card):
        return " · ".join(part for part in (ui.pick(what.organisation), *what.emails[:1], *what.phones[:1]) if part)
    elif isinstance(what, Entry):
        texts = [_names(keeper, what.about)]
        other = ui.say(f"register.kind.{what.kind}") if ui.has(f"register.kind.{what.kind}") else ""
        return " · ".join(part for part in (other, *map(ui.pick, texts)) if part)
    else:
        texts = [what.official]
    shown = name_of(record, ui)
    return " · ".join(said for said in map(ui.pick, texts) if said and said != shown)


def title_line(record: Record, keeper: Keeper, ui: Messages, number: int = 0) -> str:
    """A person's title in one line: the post, and where."""
    if number >= len(record.posts):
        return ""
    title = record.posts[number].title
    words = ui.pick(title.text) or phrases(ui.language).roles.get(title.role, title.role)
    places = (ui.pick(_names(keeper, ref)) for ref in (title.org or title.of, title.to))
    return " · ".join(part for part in (words, *places) if part)


def lacking(record: Record) -> tuple[str, ...]:
    """The languages that a record has no name in; a contact needs none."""
    if isinstance(record.what, Card):
        return ()
    return tuple(tag for tag in TAGS if not record.names.get(tag))


def _names(keeper: Keeper, record_id: str) -> Text:
    record = keeper.layers.record(record_id) if record_id else None
    return record.names if record is not None else {}


class CountDelegate(QStyledItemDelegate):
    """A kind with the number of its entries at the right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        count, rect = index.data(COUNT), option.rect
        if not index.data() or count is None:
            return
        painter.save()
        painter.setFont(self._theme.font("caption"))
        painter.setPen(self._theme.color("text3"))
        spot = QRect(rect.left(), rect.top(), rect.width() - self._theme.px(10), rect.height())
        painter.drawText(spot, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(count))
        painter.restore()


class RecordDelegate(QStyledItemDelegate):
    """Paints rows ROW pixels high, grown by the text size."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, self._theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, px = self._theme, self._theme.px
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.color("accent_soft" if chosen else "sunken"))
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        if chosen and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        mark = px(14)
        spot = QRectF(rect.left() + px(14), rect.center().y() - mark / 2, mark, mark)
        paint_mark(painter, index.data(Role.STATE), spot, theme)
        right = self._lacks(painter, rect, index.data(Role.LACKS) or ())
        left = rect.left() + px(38)
        note = str(index.data(Role.NOTE) or "")
        top = rect.top() + px(5 if note else 14)
        self._line(painter, QRect(left, top, right - left, px(20)), str(index.data()), "strong", "text")
        self._line(painter, QRect(left, rect.top() + px(24), right - left, px(18)), note, "small", "text2")
        painter.restore()

    def _lacks(self, painter: QPainter, rect: QRect, tags: Sequence[str]) -> int:
        """`○ en ○ pt` at the right; gives where the words must end."""
        theme, px = self._theme, self._theme.px
        right = rect.right() - px(12)
        painter.setFont(theme.font("caption"))
        painter.setPen(QPen(theme.color("warn"), 1.5))
        for tag in reversed(tags[:3]):
            width = painter.fontMetrics().horizontalAdvance(tag)
            spot = QRect(right - width, rect.top(), width + 2, rect.height())
            painter.drawText(spot, Qt.AlignmentFlag.AlignVCenter, tag)
            radius = px(4)
            painter.drawEllipse(QPointF(right - width - radius - 4, rect.center().y() + 0.5), radius, radius)
            right -= width + 2 * radius + px(12)
        return right

    def _line(self, painter: QPainter, spot: QRect, words: str, role: str, tone: str) -> None:
        painter.setFont(self._theme.font(role))
        painter.setPen(self._theme.color(tone))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, spot.width())
        painter.drawText(spot, Qt.AlignmentFlag.AlignVCenter, shown)
