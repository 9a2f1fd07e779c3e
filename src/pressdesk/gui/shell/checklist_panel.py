"""The checklist before release as a list in a sheet. Start at `ChecklistPanel`."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QVBoxLayout, QWidget

from pressdesk.app.checklist.checklist import Checklist, look, ticked, unticked
from pressdesk.app.checklist.items import load, shipped
from pressdesk.app.checklist.points import Item, Known, Point
from pressdesk.app.checklist.words import title
from pressdesk.app.house import house_file
from pressdesk.app.register.layers import Layers
from pressdesk.errors import FactsError, HouseError
from pressdesk.gui.bridge import Bridge
from pressdesk.gui.kit.widgets import column, restyle, row, set_state
from pressdesk.gui.shell.checklist_rows import Doing, ItemRow
from pressdesk.gui.shell.preferences import Preferences


@dataclass(frozen=True)
class Signing:
    """The items that hold here, and whose name ticks carry.

    Attributes:
        complaint: why the ministry's own items could not be read, "" where they could.
    """

    preferences: Preferences
    items: tuple[Item, ...] = field(default_factory=shipped)
    complaint: str = ""

    @classmethod
    def of(cls, preferences: Preferences, bridge: Bridge) -> "Signing":
        """By the house file of the settings; the shipped items hold where it is faulty."""
        try:
            items = load(house_file(bridge.desk.places, preferences.settings.house))
        except HouseError as error:
            return cls(preferences, complaint=str(error))
        return cls(preferences, items)

    @property
    def reviewer(self) -> str:
        """The name, "" as long as nobody wrote one."""
        return self.preferences.settings.reviewer

    def look(self, bridge: Bridge, only: Sequence[str] = ()) -> Checklist:
        """How it stands with what is known by now, for the languages that are to go out."""
        unchecked = (t for t in bridge.languages if t not in bridge.findings or bridge.away.get(t))
        known = Known(
            draft=bridge.draft, kind=bridge.kind, releases=dict(bridge.releases), findings=dict(bridge.findings),
            problems=tuple(bridge.problems), unchecked=frozenset(unchecked), layers=Layers.at(bridge.desk.places),
            now=dt.datetime.now().astimezone(), only=frozenset(only),
        )  # fmt: skip
        return look(self.items, known)


class ChecklistPanel(QFrame):
    """The items that concern the draft: those that are open, or all; ticking them; whose name that is.

    Signals:
        changed: the checklist is another one, or the panel wants another height.
        go_wanted(Item, Point): show where this stands.
    """

    changed = Signal()
    go_wanted = Signal(object, object)

    def __init__(
        self, bridge: Bridge, signing: Signing, only: Callable[[], Sequence[str]], *, everything: bool
    ) -> None:
        super().__init__()
        self._bridge, self.signing, self._only = bridge, signing, only
        self._everything = everything
        self._doing = Doing(self._tick, self._untick, self.go_wanted.emit)
        make, ui = bridge.make, bridge.ui
        self.checklist = signing.look(bridge, only())
        self._count = make.label("", "small", "text2")
        self._switch = make.button("", "ghost", clicked=self._turn)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._rows.setContentsMargins(1, 1, 1, 1)
        self._list = make.frame(self._rows, card=True)
        self.name = QLineEdit(signing.reviewer)
        self.name.setAccessibleName(ui.say("checklist.name"))
        self.name.setMaxLength(80)
        self.name.editingFinished.connect(self.keep_name)
        self._asking = make.label("", "small", "error", wrap=True)
        self._asking.hide()
        self._complaint = make.label("", "small", "warn", wrap=True)
        self._complaint.setText(ui.say("checklist.broken", why=signing.complaint) if signing.complaint else "")
        label = make.label("" if everything else ui.say("checklist.title"), "label", "text2")
        if everything:  # then it is the sheet's own title
            label.hide()
        head = row(label, self._count, None, self._switch, spacing=8)
        whose = row(make.label(ui.say("checklist.name"), "label", "text2"), self.name, spacing=8)
        whose.setStretchFactor(self.name, 1)
        self.setLayout(column(head, self._complaint, self._list, self._asking, 4, whose, spacing=4))
        self._complaint.setVisible(bool(signing.complaint))
        self._fill()
        for signal in (bridge.findings_ready, bridge.release_ready, bridge.problems_changed, bridge.draft_settled):
            signal.connect(self.refresh)
        bridge.checking.connect(self.refresh)

    def refresh(self, *_: object) -> None:
        """Looks anew; what has not changed is not built anew."""
        found = self.signing.look(self._bridge, self._only())
        if found != self.checklist:
            self.checklist = found
            self._fill()
            self.changed.emit()

    def rows(self) -> list[ItemRow]:
        """The rows that are shown."""
        return self._list.findChildren(ItemRow, options=Qt.FindChildOption.FindDirectChildrenOnly)

    @property
    def blocking_names(self) -> list[str]:
        """The items that keep the release from being final, save those that the languages' own lines tell."""
        told = ("findings", "complete")
        left = (r.item for r in self.checklist.blocking if r.item.check not in told or r.item.rules)
        return [title(item, self._bridge.ui) for item in left]

    def keep_name(self) -> bool:
        """Keeps the name for the next time; False where there is none."""
        name = " ".join(self.name.text().split())
        if name:
            self.signing.preferences.change(reviewer=name)
            self._asking.hide()
            set_state(self.name, "")
        return bool(name)

    def ask_name(self) -> None:
        """Says that a name is needed, and goes there."""
        self._asking.setText(self._bridge.ui.say("checklist.name_needed"))
        self._asking.show()
        set_state(self.name, "error")
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    # --- building ----------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        make, ui, found = self._bridge.make, self._bridge.ui, self.checklist
        held = self._held()
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        shown = found.rows if self._everything else found.open
        for shown_row in shown:
            made = ItemRow(make, ui, shown_row, self._doing, shown_row is shown[-1])
            self._rows.addWidget(made)
            made.show()  # at once, for the focus may be given back to one of its buttons
        if not shown:
            done = make.label(ui.say("checklist.all_done"), "small", "text2")
            done.setContentsMargins(12, 8, 8, 8)
            self._rows.addWidget(done)
        rows = self.rows()
        if rows:
            rows[0].setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # one stop; arrows go on from there
        done_count = len(found.rows) - len(found.open)
        self._count.setText(ui.say("checklist.count", done=done_count, all=len(found.rows)))
        self._switch.setText(ui.say("checklist.show_open" if self._everything else "checklist.show_all"))
        restyle(self._list)
        if held is not None:
            self._hold(*held)

    def _held(self) -> tuple[str, tuple[str, str, str] | None] | None:
        """Which item and button have the focus, None where none of them has."""
        now = QApplication.focusWidget()
        for shown in self.rows():
            if now is shown:
                return shown.shown.item.id, None
            for key, button in shown.buttons.items():
                if now is button:
                    return shown.shown.item.id, key
        return None

    def _hold(self, item: str, key: tuple[str, str, str] | None) -> None:
        """Gives the focus to the same button again; where it is gone, to what is left of its item, or to the list."""
        rows = self.rows()
        same: QWidget | None = next((shown for shown in rows if shown.shown.item.id == item), None)
        if isinstance(same, ItemRow) and key is not None:
            left = same.buttons
            same = left.get(key) or left.get((*key[:2], "untick")) or next(iter(left.values()), same)
        target = same or (rows[0] if rows else self._switch)
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self) -> None:
        self._everything = not self._everything
        self._fill()
        self.changed.emit()

    # --- ticking -----------------------------------------------------------------------------------------------

    def _tick(self, item: Item, points: Sequence[Point]) -> None:
        if not self.keep_name():
            self.ask_name()
            return
        now = dt.datetime.now().astimezone()
        try:
            draft = ticked(self._bridge.draft, item, points, self.signing.reviewer, now)
        except FactsError as error:
            self._bridge.failed.emit(error)
            return
        self._bridge.note(draft, title(item, self._bridge.ui))

    def _untick(self, item: Item, points: Sequence[Point]) -> None:
        self._bridge.note(unticked(self._bridge.draft, item, points), title(item, self._bridge.ui))
