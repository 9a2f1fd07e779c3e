"""The bar at the top: home, the draft's name and state, languages, search, undo, export."""

from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QSizePolicy, QWidget

from pressdesk.app.hindrances import hindrances
from pressdesk.gui.bridge import Bridge
from pressdesk.gui.kit.marks import paint_ring
from pressdesk.gui.kit.widgets import row
from pressdesk.gui.shell.completeness import language_share
from pressdesk.gui.shell.titles import draft_title, language_name
from pressdesk.model.draft import Draft

FULL, MIDDLE, ONE_PANE = "full", "middle", "one"


class LanguageRings(QPushButton):
    """kk ru en pt, each with a ring of how full it is. A click leads to the next language."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge, self._theme = bridge, bridge.theme
        self.setProperty("kind", "quiet")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        bridge.release_ready.connect(self._refresh)
        bridge.findings_ready.connect(self._refresh)
        self._refresh()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(40) * len(self._bridge.languages) + self._theme.px(8), self._theme.px(32))

    def _refresh(self, *_: object) -> None:
        lines = []
        for tag in self._bridge.languages:
            name, release = language_name(tag, self._bridge.ui), self._bridge.releases.get(tag)
            found = hindrances(self._bridge, tag)
            key = "waits" if release is None else "lacks" if found else "ready"
            errors, gaps = len(found.errors), len(found.gaps)
            lines.append(self._bridge.ui.say(f"shell.language_{key}", name=name, errors=errors, gaps=gaps))
        self.setToolTip("\n".join(lines))
        self.setAccessibleName(f"{self._bridge.ui.say('shell.languages_ready')}: {'; '.join(lines)}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        px, painter = self._theme.px, QPainter(self)
        painter.setFont(self._theme.font("caption"))
        painter.setPen(self._theme.color("text2"))
        side, height = px(13), self.height()
        for index, tag in enumerate(self._bridge.languages):
            left = px(6) + index * px(40)
            release = self._bridge.releases.get(tag)
            share = language_share(release) if release else 0.0
            paint_ring(painter, share, QRectF(left, (height - side) / 2, side, side), self._theme)
            words = QRectF(left + side + px(4), 0, px(24), height)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, tag)
        painter.end()


class Bar(QFrame):
    """The bar.

    Signals:
        home_wanted, find_wanted, export_wanted, undo_wanted, redo_wanted, letters_wanted: a button was pressed.
        languages_wanted: the rings were pressed: the next language, please.
        pane_wanted(str): "form" or "text", where only one is shown.
    """

    home_wanted = Signal()
    find_wanted = Signal()
    export_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()
    letters_wanted = Signal()
    languages_wanted = Signal()
    pane_wanted = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self._bridge = bridge
        make, say = bridge.make, bridge.ui.say
        self.setFixedHeight(make.theme.px(52))
        self._home = make.icon_button("house", say("shell.home"), keys="Ctrl+W", size=32, icon_size=18)
        self._title = make.label("", "strong", elide=True)
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._stage = make.chip("", height=22)
        self._stage.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._stage.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._tick = make.icon_label("check", "ok", 14)
        self._state = make.label("", "small", "text3", elide=True)
        self._state.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._rings = LanguageRings(bridge)
        self._find = self._find_field()
        self._search = make.icon_button("search", say("shell.find"), keys="Ctrl+K", size=32)
        self._letters = make.icon_button("keyboard", say("shell.letters"), size=32)
        self._undo = make.icon_button("undo-2", say("shell.undo"), keys="Ctrl+Z", size=32)
        self._redo = make.icon_button("redo-2", say("shell.redo"), keys="Ctrl+Y", size=32)
        self._panes = self._pane_switch()
        self._export = make.button(say("shell.export_"), "primary", "download")
        left = (self._home, self._title, self._stage, self._tick, self._state, None, self._panes, self._rings)
        right = (self._find, self._search, self._letters, self._undo, self._redo, self._export)
        self.setLayout(row(*left, *right, spacing=8, margins=(12, 0, 16, 0)))
        self._connect()
        self._sized = FULL
        self._saved: datetime | None = None
        self._kept: datetime | None = None
        self.arrange(FULL)

    def _find_field(self) -> QPushButton:
        make, say = self._bridge.make, self._bridge.ui.say
        field = make.button(say("shell.find"), "palette", "search")
        field.setFont(make.theme.font("label", 400))
        field.setFixedWidth(make.theme.px(228))
        field.setLayout(row(None, make.keys("Ctrl K"), margins=(0, 0, 8, 0)))
        field.setAccessibleName(say("shell.find"))
        field.setToolTip(f"{say('shell.find')}  Ctrl+K")
        return field

    def _pane_switch(self) -> QFrame:
        make, say = self._bridge.make, self._bridge.ui.say
        self._pane_buttons = {
            "form": make.button(say("shell.form"), "seg"),
            "text": make.button(say("shell.text_"), "seg"),
        }
        group = QButtonGroup(self)
        for name, button in self._pane_buttons.items():
            button.setCheckable(True)
            group.addButton(button)
            button.clicked.connect(lambda _=False, n=name: self.pane_wanted.emit(n))
        frame = make.frame(row(*self._pane_buttons.values(), spacing=0, margins=(2, 2, 2, 2)), segments=True)
        frame.setFixedHeight(make.theme.px(32))
        return frame

    def _connect(self) -> None:
        pairs = (
            (self._home, self.home_wanted), (self._find, self.find_wanted), (self._search, self.find_wanted),
            (self._letters, self.letters_wanted), (self._undo, self.undo_wanted), (self._redo, self.redo_wanted),
            (self._export, self.export_wanted), (self._rings, self.languages_wanted),
        )  # fmt: skip
        for button, signal in pairs:
            button.clicked.connect(lambda _=False, s=signal: s.emit())
        self._bridge.draft_settled.connect(self._refresh)

    def arrange(self, size: str) -> None:
        """FULL, MIDDLE (search is an icon) or ONE_PANE (a switch, and neither rings nor undo)."""
        one = size == ONE_PANE
        self._panes.setVisible(one)
        self._find.setVisible(size == FULL)
        self._search.setVisible(size != FULL)
        for widget in (self._rings, self._undo, self._redo, self._state, self._tick, self._letters):
            widget.setVisible(not one)
        self._sized = size
        self._refresh(self._bridge.draft)

    def show_pane(self, name: str) -> None:
        """Which of the two panes the switch says is shown."""
        self._pane_buttons[name].setChecked(True)

    def show_state(self, saved: datetime | None, kept: datetime | None) -> None:
        """When the draft was saved, or when a copy was kept against a crash."""
        self._saved, self._kept = saved, kept
        self._refresh(self._bridge.draft)

    def _refresh(self, draft: Draft) -> None:
        desk, say = self._bridge.desk, self._bridge.ui.say
        title = draft_title(draft, self._bridge.kind, self._bridge.ui)
        if title != self._title.text():
            self._title.setText(title)
        stage = say("shell.final" if draft.final else "shell.draft")
        if stage != self._stage.text:
            self._stage.label.setText(stage)
            self._stage.label.setMinimumWidth(self._stage.label.sizeHint().width())
            self._stage.setAccessibleName(stage)
        clean = not desk.modified
        if clean and self._saved:
            words = say("shell.saved_at", time=self._saved.strftime("%H:%M"))
        elif not clean and self._kept and self._sized == FULL:
            words = say("shell.kept", time=self._kept.strftime("%H:%M"))
        else:
            words = "" if clean else say("shell.unsaved_state")
        if words != self._state.text():
            self._state.setText(words)
        self._tick.setVisible(clean and self._saved is not None and self._sized != ONE_PANE)
        self._show_steps()

    def _show_steps(self) -> None:
        desk, say = self._bridge.desk, self._bridge.ui.say
        undo, redo = desk.undo_step, desk.redo_step
        self._undo.setEnabled(undo is not None)
        self._redo.setEnabled(redo is not None)
        self._undo.set_tip(say("shell.undo_step", step=undo) if undo else say("shell.undo"), "Ctrl+Z")
        self._redo.set_tip(say("shell.redo_step", step=redo) if redo else say("shell.redo"), "Ctrl+Y")
