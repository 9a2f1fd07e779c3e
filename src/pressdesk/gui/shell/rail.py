"""The rail: the sections of the form with their marks. One stop for Tab, arrows inside."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLabel, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from pressdesk.gui.bridge import Bridge
from pressdesk.gui.kit.marks import Completeness, paint_mark
from pressdesk.gui.kit.widgets import column, holder, row
from pressdesk.gui.shell.completeness import required_fields, row_count, section_states
from pressdesk.model.draft import Draft
from pressdesk.model.fields import Section

WIDE, NARROW = 216, 56
QUIET = 150  # milliseconds without news before the marks are looked up again


class RailItem(QWidget):
    """One section, drawn by hand: bar at the left when current, icon, name, number of rows, mark."""

    clicked = Signal()

    def __init__(self, bridge: Bridge, section: Section) -> None:
        super().__init__()
        self.section = section
        self._theme, self._icons = bridge.theme, bridge.icons
        self.name = bridge.ui.pick(section.label)
        self._states = {state: bridge.ui.say(f"shell.state.{state.value}") for state in Completeness}
        self.state = Completeness.OPTIONAL
        self.count = 0
        self.current = self.wide = False
        self.ringed = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_state(self.state, 0)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(WIDE if self.wide else NARROW), self._theme.px(34))

    def show_state(self, state: Completeness, count: int) -> None:
        """Another mark and another number of rows."""
        self.state, self.count = state, count
        words = f"{self.name}: {self._states[state]}"
        self.setAccessibleName(f"{words}, {count}" if count else words)
        self.setToolTip(words)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px, height = self._theme.px, self.height()
        body = QRectF(self.rect()).adjusted(px(8) + 0.5, 1.5, -px(8) - 0.5, -1.5)
        if self.current or self.underMouse():
            painter.setPen(QPen(self._theme.color("line"), 1) if self.current else Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("card"))
            painter.drawRoundedRect(body, 6, 6)
        if self.current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("accent"))
            painter.drawRoundedRect(QRectF(px(8), height / 2 - px(7), 3, px(14)), 1.5, 1.5)
        if self.ringed:
            painter.setPen(QPen(self._theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(body.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        size = 16 if self.wide else 18
        left = px(18) if self.wide else (self.width() - px(size)) // 2
        color = "accent" if self.current else "text2"
        painter.drawPixmap(QPoint(left, (height - px(size)) // 2), self._icons.pixmap(self.section.icon, color, size))
        if self.wide:
            self._paint_words(painter, left)
        else:
            side = px(14)
            # a full section is quiet in the narrow rail
            if self.state is not Completeness.FULL:
                ground = self._theme.color("card" if self.current else "rail")
                spot = QRectF(left + px(size) - side / 2 + 2, (height - px(size)) / 2 - side / 2, side, side)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(ground)
                painter.drawEllipse(spot)
                paint_mark(painter, self.state, spot, self._theme)
        painter.end()

    def _paint_words(self, painter: QPainter, left: int) -> None:
        px, height = self._theme.px, self.height()
        mark = px(16)
        right = self.width() - px(8) - px(8) - mark
        paint_mark(painter, self.state, QRectF(right, (height - mark) / 2, mark, mark), self._theme)
        middle = Qt.AlignmentFlag.AlignVCenter
        if self.count:
            painter.setFont(self._theme.font("caption"))
            painter.setPen(self._theme.color("text3"))
            width = painter.fontMetrics().horizontalAdvance(str(self.count))
            right -= width + px(8)
            painter.drawText(QRect(right, 0, width + 1, height), middle, str(self.count))
        painter.setFont(self._theme.font("strong" if self.current else "body"))
        painter.setPen(self._theme.color("text"))
        start = left + px(24)
        room = right - px(8) - start
        words = painter.fontMetrics().elidedText(self.name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(start, 0, room + 1, height), middle, words)


class Rail(QFrame):
    """The sections.

    Signals:
        section_wanted(id): go to this section.
        entered(id): Enter or Tab forward on a section: go there and into its first field.
        menu_wanted(QPoint): the «…» at the bottom was pressed; a global position.
        required_wanted: the count of required fields was pressed: what is missing?
        settings_wanted, register_wanted: the settings, the register at the bottom were pressed.
    """

    section_wanted = Signal(str)
    entered = Signal(str)
    menu_wanted = Signal(object)
    settings_wanted = Signal()
    register_wanted = Signal()
    required_wanted = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAccessibleName(bridge.ui.say("shell.rail"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._bridge, self._theme = bridge, bridge.theme
        self.items = [RailItem(bridge, section) for section in bridge.kind.sections]
        self._at = 0
        self._groups: list[QLabel] = []
        layout = QVBoxLayout(self)
        layout.setSpacing(0)
        layout.setContentsMargins(0, self._theme.px(8), 0, self._theme.px(8))
        group = ""
        for index, item in enumerate(self.items):
            if item.section.group != group:
                group = item.section.group
                label = bridge.make.label(bridge.ui.say(f"shell.group.{group}"), "caption", "text3")
                label.setContentsMargins(self._theme.px(16), self._theme.px(8 if self._groups else 4), 0, 2)
                self._groups.append(label)
                layout.addWidget(label)
            layout.addWidget(item)
            item.clicked.connect(lambda i=index: self._choose(i))
        layout.addStretch(1)
        self._progress = QProgressBar(textVisible=False)
        self._required = bridge.make.button("", "quiet", clicked=lambda: self.required_wanted.emit())
        self._required.setFont(bridge.theme.font("caption"))
        self._required.setToolTip(f"{bridge.ui.say('shell.errors')}  Ctrl+Shift+E")
        self._foot = QWidget()
        self._foot.setLayout(
            column(holder(row(self._progress, margins=(8, 0, 8, 0))), self._required, spacing=4, margins=(8, 8, 8, 4))
        )
        layout.addWidget(self._foot)
        self.settings = bridge.make.button(bridge.ui.say("shell.settings"), "quiet", "settings")
        self.settings.clicked.connect(lambda: self.settings_wanted.emit())
        self.register = bridge.make.button(bridge.ui.say("register.title"), "quiet", "book-user")
        self.register.setToolTip(f"{bridge.ui.say('register.open')}  Ctrl+Shift+R")
        self.register.clicked.connect(lambda: self.register_wanted.emit())
        layout.addLayout(row(self.register, None, margins=(12, 0, 12, 0)))
        self.more = bridge.make.icon_button("ellipsis", bridge.ui.say("shell.more"), size=32, icon_size=18)
        self.more.clicked.connect(lambda: self.menu_wanted.emit(self.more.mapToGlobal(QPoint(0, 0))))
        layout.addLayout(row(self.settings, None, self.more, margins=(12, 0, 12, 0)))
        self.set_wide(True)
        self._mark_current()
        # looking through all facts takes milliseconds that belong to the keystroke: the marks follow a moment later
        self._later = QTimer(self, singleShot=True, interval=QUIET)
        self._later.timeout.connect(lambda: self._refresh(bridge.draft))
        for signal in (bridge.draft_settled, bridge.problems_changed, bridge.findings_ready, bridge.release_ready):
            signal.connect(lambda *_: self._later.start())
        self._refresh(bridge.draft)

    @property
    def current(self) -> str:
        """The id of the section now in view."""
        return self.items[self._at].section.id if self.items else ""

    def set_wide(self, wide: bool) -> None:
        """With names (216 px) or icons alone (56 px)."""
        self.setFixedWidth(self._theme.px(WIDE if wide else NARROW))
        for index, label in enumerate(self._groups):
            label.setVisible(wide or index > 0)
            label.setText(self._bridge.ui.say(f"shell.group.{self._group(index)}") if wide else "")
        self._foot.setVisible(wide)
        for item in self.items:
            item.wide = wide
            item.updateGeometry()
            item.update()
        self.settings.setVisible(wide)
        self.register.setVisible(wide)

    def set_current(self, section: str) -> None:
        """The form shows this section now."""
        found = next((i for i, item in enumerate(self.items) if item.section.id == section), None)
        if found is not None and found != self._at:
            self._at = found
            self._mark_current()

    def go(self, number: int) -> None:
        """Chooses the section of a number, counted from 1; none where there is no such number."""
        if 1 <= number <= len(self.items):
            self._choose(number - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None:
            self._choose(max(0, min(len(self.items) - 1, self._at + step)))
        elif event.key() == Qt.Key.Key_Home:
            self._choose(0)
        elif event.key() == Qt.Key.Key_End:
            self._choose(len(self.items) - 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self.entered.emit(self.current)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._mark_current()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._mark_current()

    def _group(self, index: int) -> str:
        groups = list(dict.fromkeys(item.section.group for item in self.items))
        return groups[index]

    def _choose(self, index: int) -> None:
        self._at = index
        self._mark_current()
        self.section_wanted.emit(self.current)

    def _mark_current(self) -> None:
        for index, item in enumerate(self.items):
            current, ringed = index == self._at, index == self._at and self.hasFocus()
            if (item.current, item.ringed) != (current, ringed):
                item.current, item.ringed = current, ringed
                item.update()
        if self.items:
            self.setAccessibleDescription(self.items[self._at].accessibleName())

    def _refresh(self, draft: Draft) -> None:
        kind = self._bridge.kind
        states = section_states(self._bridge, draft, kind)
        for item in self.items:
            state, count = states[item.section.id], row_count(draft, item.section)
            if (state, count) != (item.state, item.count):
                item.show_state(state, count)
        done, wanted = required_fields(draft, kind)
        self._progress.setMaximum(max(1, wanted))
        self._progress.setValue(done)
        words = self._bridge.ui.say("shell.required", done=done, all=wanted)
        self._required.setText(words)
        self._progress.setAccessibleName(words)
