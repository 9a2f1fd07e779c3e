"""Small widgets that every pane uses. `Make` builds them with the theme's fonts, icons and names filled in."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLayoutItem,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from pressdesk.gui.kit.icons import Icons
from pressdesk.gui.kit.marks import paint_underline
from pressdesk.gui.kit.theme import Theme
from pressdesk.model.findings import Severity

Box = TypeVar("Box", QHBoxLayout, QVBoxLayout)
Spot = QWidget | QLayout | int | None
"""What a row or column is made of: a widget, a layout, a gap in pixels, or None for a stretch."""


class ElidedLabel(QLabel):
    """A label that ends in … where the room is short; the tooltip then holds the whole."""

    def __init__(self, text: str = "", mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> None:
        super().__init__(text)
        self._mode = mode
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def setText(self, text: str) -> None:  # noqa: N802  (Qt's name)
        super().setText(text)
        self._tell()

    def _tell(self) -> None:
        cut = self.fontMetrics().horizontalAdvance(self.text()) > self.width()
        self.setToolTip(self.text() if cut else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = self.fontMetrics().elidedText(self.text(), self._mode, self.contentsRect().width())
        painter.drawText(self.contentsRect(), self.alignment() | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()


class FlowLayout(QLayout):
    """Children side by side that wrap to the next line. One that is too long is narrowed to the width there is."""

    def __init__(self, gap: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def insert_widget(self, index: int, widget: QWidget) -> None:
        """Puts a widget at a place among the others."""
        self.addWidget(widget)
        self._items.insert(index, self._items.pop())
        self.invalidate()

    def count(self) -> int:
        """How many children there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), dry=True)

    def sizeHint(self) -> QSize:
        visible = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in visible) + self._gap * max(0, len(visible) - 1)
        return QSize(width, max((size.height() for size in visible), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802  (Qt's name)
        # small on purpose: one long child would else push the whole pane wide
        return QSize(80, max((item.sizeHint().height() for item in self._items), default=0))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, dry=False)

    def _arrange(self, rect: QRect, *, dry: bool) -> int:
        x, y, line = rect.x(), rect.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            width = min(size.width(), rect.width())
            if x > rect.x() and x + width > rect.right() + 1:
                x, y, line = rect.x(), y + line + self._gap, 0
            if not dry:
                item.setGeometry(QRect(QPoint(x, y), QSize(width, size.height())))
            x += width + self._gap
            line = max(line, size.height())
        return y + line - rect.y()


class Button(QPushButton):
    """A button that Enter presses as well as Space; Qt does so in dialogs alone. Enter with a modifier goes on."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not (
            event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            self.click()
        else:
            super().keyPressEvent(event)


class IconButton(QToolButton):
    """A button that is only an icon. It always has a tooltip (with its key) and an accessible name."""

    def __init__(self, icons: Icons, name: str, tip: str, *, keys: str = "", size: int = 30, icon_size: int = 16,
                 color: str = "text2") -> None:  # fmt: skip
        super().__init__()
        self._icons, self._icon_size, self._color = icons, icon_size, color
        side = icons.theme.px(size)
        self.setFixedSize(side, side)
        self.set_icon(name)
        self.set_tip(tip, keys)

    def set_icon(self, name: str, color: str = "") -> None:
        """Shows another icon, in another colour where one is named."""
        self._color = color or self._color
        side = self._icons.theme.px(self._icon_size)
        self.setIcon(self._icons.icon(name, self._color, self._icon_size))
        self.setIconSize(QSize(side, side))

    def set_tip(self, tip: str, keys: str = "") -> None:
        """Names the button for eyes and for ears."""
        self.setToolTip(f"{tip}  {keys}" if keys else tip)
        self.setAccessibleName(tip)


class Chip(QFrame):
    """A small rounded label, with a × where it can be removed.

    Signals:
        removed: the × was clicked, or Del or Backspace pressed on it.
        clicked: the chip itself was clicked, or Space or Enter pressed on it.
    """

    removed = Signal()
    clicked = Signal()

    def __init__(self, theme: Theme, icons: Icons, text: str, *, tone: str = "", removable: bool = False,
                 remove_name: str = "", height: int = 26) -> None:  # fmt: skip
        super().__init__()
        self._theme, self._height = theme, theme.px(height)
        self.label = ElidedLabel(text)
        self.label.setFont(theme.font("small"))
        self.setFixedHeight(self._height)
        self.setProperty("chip", True)
        self.setProperty("tall", height)
        layout = QHBoxLayout(self)
        layout.setSpacing(0)
        layout.setContentsMargins(theme.px(10), 0, theme.px(2 if removable else 10), 0)
        layout.addWidget(self.label)
        if removable:
            cross = IconButton(icons, "x", remove_name or f"× {text}", size=24, icon_size=12, color="text3")
            cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            cross.clicked.connect(self.removed)
            layout.addWidget(cross)
        self._removable = removable
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        self.set_tone(tone)

    @property
    def text(self) -> str:
        """The chip's words."""
        return self.label.text()

    def set_tone(self, tone: str) -> None:
        """ "", "person", "warn", "error" or "ok"."""
        self.setProperty("tone", tone)
        label_tone = tone if tone in ("warn", "ok") else "accent" if tone == "person" else "text"
        self.label.setProperty("tone", label_tone)
        for widget in (self, self.label):
            restyle(widget)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._removable and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.property("tone") == "error":
            spot = self.label.geometry()
            width = min(self.label.fontMetrics().horizontalAdvance(self.text), spot.width())
            painter = QPainter(self)
            paint_underline(
                painter, Severity.ERROR, spot.left(), spot.left() + width, spot.center().y() + 9.5, self._theme
            )
            painter.end()


def set_state(widget: QWidget, state: str) -> None:
    """Gives a widget the property `state` of the style sheet; nothing is styled anew where it has it already."""
    if (widget.property("state") or "") != state:
        widget.setProperty("state", state)
        restyle(widget)


def restyle(widget: QWidget) -> None:
    """Lets the style sheet see a changed property."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def row(*spots: Spot, spacing: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QHBoxLayout:
    """Widgets side by side."""
    return _fill(QHBoxLayout(), spots, spacing, margins)


def column(*spots: Spot, spacing: int = 4, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QVBoxLayout:
    """Widgets one below the other."""
    return _fill(QVBoxLayout(), spots, spacing, margins)


def _fill(box: Box, spots: tuple[Spot, ...], spacing: int, margins: tuple[int, int, int, int]) -> Box:
    box.setSpacing(spacing)
    box.setContentsMargins(*margins)
    for spot in spots:
        if spot is None:
            box.addStretch(1)
        elif isinstance(spot, int):
            box.addSpacing(spot)
        elif isinstance(spot, QLayout):
            box.addLayout(spot)
        else:
            box.addWidget(spot)
    return box


def holder(layout: QLayout) -> QWidget:
    """A bare widget around a layout."""
    widget = QWidget()
    widget.setLayout(layout)
    return widget


class Make:
    """Builds the common widgets with the theme filled in: `make.label("Күні", "label", "text2")`."""

    def __init__(self, theme: Theme, icons: Icons) -> None:
        self.theme, self.icons = theme, icons

    def label(self, text: str, role: str = "body", tone: str = "text", *, wrap: bool = False,
              elide: bool = False) -> QLabel:  # fmt: skip
        """A label in a role of the type scale and a colour token of text."""
        label = ElidedLabel(text) if elide else QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(self.theme.font(role))
        label.setProperty("tone", tone)
        label.setWordWrap(wrap)
        return label

    def icon_label(self, name: str, color: str = "text2", size: int = 16) -> QLabel:
        """An icon that is not a button."""
        label = QLabel()
        label.setPixmap(self.icons.pixmap(name, color, size))
        label.setFixedSize(self.theme.px(size), self.theme.px(size))
        return label

    def button(self, text: str, kind: str = "", icon: str = "", clicked: Callable[[], object] | None = None) -> Button:
        """A button of a kind: "", primary, ghost, quiet, link, errlink, seg."""
        button = Button(text)
        button.setProperty("kind", kind)
        weight = {"primary": 600, "link": 400}.get(kind, 500)
        button.setFont(self.theme.font("label", weight))
        if icon:
            color = {"primary": "on_accent", "ghost": "accent"}.get(kind, "text2")
            button.setIcon(self.icons.icon(icon, color, 16, disabled="text3"))
            button.setIconSize(QSize(self.theme.px(16), self.theme.px(16)))
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        button.setAutoDefault(False)
        if clicked is not None:
            button.clicked.connect(lambda: clicked())
        return button

    def icon_button(self, icon: str, tip: str, clicked: Callable[[], object] | None = None, *, keys: str = "",
                    size: int = 30, icon_size: int = 16, color: str = "text2") -> IconButton:  # fmt: skip
        """A button that is only an icon, with a tooltip and a name."""
        button = IconButton(self.icons, icon, tip, keys=keys, size=size, icon_size=icon_size, color=color)
        if clicked is not None:
            button.clicked.connect(lambda: clicked())
        return button

    def chip(self, text: str, *, tone: str = "", removable: bool = False, remove_name: str = "",
             height: int = 26) -> Chip:  # fmt: skip
        """A chip; see Chip."""
        return Chip(
            self.theme, self.icons, text, tone=tone, removable=removable, remove_name=remove_name, height=height
        )

    def keys(self, text: str) -> QLabel:
        """A key, drawn as a key."""
        label = QLabel(text)
        label.setFont(self.theme.font("caption"))
        label.setProperty("keys", True)
        label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        return label

    def frame(self, layout: QLayout, **properties: object) -> QFrame:
        """A frame with properties for the style sheet: card=True, row="last", sunken=True, state="error"."""
        frame = QFrame()
        for name, value in properties.items():
            frame.setProperty(name, value)
        frame.setLayout(layout)
        return frame
