"""The list below an @: facts to put in, then the forms of the one that was chosen. It never takes the keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from pressdesk.app.mentions import MOST, Offer
from pressdesk.gui.bridge import Bridge
from pressdesk.gui.kit.widgets import column
from pressdesk.model.amendments import Piece

ROW, WIDTH, GAP = 30, 380, 4  # px of the design
Index = QModelIndex | QPersistentModelIndex


def form_name(bridge: Bridge, language: str, features: str) -> str:
    """What a form is called in the window's language; "" for the name as it is stored in languages without cases."""
    ui = bridge.ui
    own = f"amend.case.{language}_{features.replace('+', '_')}"
    common = f"form.case.{features or 'NOM'}"
    if ui.has(own):
        return ui.say(own)
    return ui.say(common) if ui.has(common) and (features or language in ("kk", "ru")) else ""


class FactList(QFrame):
    """Rows to choose from.

    Attributes:
        pieces: what each row puts in.
        forms: whether the rows are the forms of one fact.
    Signals:
        chosen(int): a row was clicked.
    """

    chosen = Signal(int)

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.pieces: tuple[Piece, ...] = ()
        self.forms = False
        self.setProperty("popover", True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list = QListWidget()
        self.list.setProperty("popup", True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(_Row(bridge, self.list))
        self.list.itemClicked.connect(lambda item: self.chosen.emit(self.list.row(item)))
        self.setLayout(column(self.list, margins=(4, 4, 4, 4)))
        self.hide()

    def offer(self, offers: Sequence[Offer], language: str, corner: QRect) -> None:
        """Shows facts: what, its form where it is none but the stored one, and which kind of thing it is."""
        ui = self._bridge.ui
        self.forms = False
        notes = [
            " · ".join(filter(None, (ui.say(f"amend.group.{o.group}"), self._form(language, o.piece)))) for o in offers
        ]
        self._fill([o.piece for o in offers], notes, ui.say("amend.mention.name"), corner)

    def _form(self, language: str, piece: Piece) -> str:
        return form_name(self._bridge, language, piece.features) if piece.features else ""

    def offer_forms(self, pieces: Sequence[Piece], language: str, corner: QRect) -> None:
        """Shows the forms of one fact, the stored one first."""
        self.forms = True
        notes = [form_name(self._bridge, language, piece.features) for piece in pieces]
        self._fill(pieces, notes, self._bridge.ui.say("amend.mention.forms"), corner)

    def _fill(self, pieces: Sequence[Piece], notes: Sequence[str], name: str, corner: QRect) -> None:
        self.pieces = tuple(pieces)
        self.list.clear()
        for piece, note in zip(pieces, notes, strict=True):
            item = QListWidgetItem(f"{piece.text}  {note}".rstrip())  # what a screen reader says
            item.setData(Qt.ItemDataRole.UserRole, (piece.text, note))
            item.setToolTip(item.text())
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setAccessibleName(name)
        self._place(corner)

    def _place(self, corner: QRect) -> None:
        """Below the words, above them where there is no room; `corner` is the cursor's box in the parent."""
        px, parent = self._bridge.theme.px, self.parentWidget()
        if parent is None:
            return
        height = min(len(self.pieces), MOST) * px(ROW) + 10
        width = min(px(WIDTH), parent.width() - 2 * GAP)
        left = max(GAP, min(corner.left(), parent.width() - width - GAP))
        top = corner.bottom() + GAP
        if top + height > parent.height() - GAP:
            top = max(GAP, corner.top() - height - GAP)
        self.setGeometry(left, top, width, height)
        self.show()
        self.raise_()

    def step(self, by: int) -> None:
        """Marks another row, round and round."""
        self.list.setCurrentRow((self.list.currentRow() + by) % max(1, self.list.count()))

    @property
    def current(self) -> int:
        """The marked row."""
        return max(0, self.list.currentRow())


class _Row(QStyledItemDelegate):
    """The words that would stand in the text, and at the right in grey what they are."""

    def __init__(self, bridge: Bridge, parent: QListWidget) -> None:
        super().__init__(parent)
        self._theme = bridge.theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, self._theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, px = self._theme, self._theme.px
        text, note = index.data(Qt.ItemDataRole.UserRole)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft"))
            painter.drawRoundedRect(rect, 5, 5)
        room = rect.adjusted(px(8), 0, -px(8), 0)
        painter.setFont(theme.font("small"))
        used = min(painter.fontMetrics().horizontalAdvance(note) + px(12), room.width() // 2) if note else 0
        painter.setPen(theme.color("text2"))
        middle = Qt.AlignmentFlag.AlignVCenter
        shown = painter.fontMetrics().elidedText(note, Qt.TextElideMode.ElideRight, used)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | middle, shown)
        painter.setFont(theme.font("body"))
        painter.setPen(theme.color("text"))
        left = room.adjusted(0, 0, -used, 0)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, left.width())
        painter.drawText(left, middle, shown)
        painter.restore()
