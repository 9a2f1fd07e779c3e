"""The pieces of the checklist in the window: an item with its points, each with what can be done about it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from pressdesk.app.checklist.checklist import Row
from pressdesk.app.checklist.points import Item, Point, State
from pressdesk.app.checklist.words import point_words, shortened, state_words, title
from pressdesk.gui.kit.marks import Completeness, Mark
from pressdesk.gui.kit.widgets import Button, Make, column, row
from pressdesk.model.findings import Severity
from pressdesk.text.messages import Messages

POINTS_SHOWN = 6  # of one item; the rest are a number


@dataclass(frozen=True, slots=True)
class Doing:
    """What the rows ask for: to tick points of an item, to take their ticks away, to go to where a point stands."""

    tick: Callable[[Item, Sequence[Point]], object]
    untick: Callable[[Item, Sequence[Point]], object]
    go: Callable[[Item, Point], object]


class ItemRow(QFrame):
    """An item: its mark, what it is called, how it stands, and below it what is open with a button each.

    Up and down go from item to item; a screen reader is told all of it.

    Attributes:
        buttons: by item, point and what they do, so that the focus finds its button again after a change.
    """

    def __init__(self, make: Make, ui: Messages, shown: Row, doing: Doing, last: bool) -> None:
        super().__init__()
        self._make, self._ui, self.shown, self._doing = make, ui, shown, doing
        self.buttons: dict[tuple[str, str, str], Button] = {}
        self.setProperty("row", "last" if last else "true")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        name = title(shown.item, ui)
        told = state_words(shown, ui)
        if not shown.item.required and shown.open:
            told = f"{told} · {ui.say('checklist.advised')}"
        words = make.label(name, "strong", elide=True)
        words.setToolTip(ui.pick(shown.item.hint))
        state = make.label(told, "small", "text2", elide=True)
        head = row(Mark(make.theme, _mark(shown), 16), words, state, spacing=8)
        head.setStretchFactor(words, 1)
        lines = [self._line(point) for point in self._told()]
        rest = len(shown.open) - POINTS_SHOWN
        if rest > 0:
            lines.append(self._rest(ui.say("checklist.more", n=rest)))
        self.setLayout(column(head, *lines, spacing=4, margins=(12, 8, 8, 8)))
        self.setAccessibleName(f"{name}: {told}")
        self.setAccessibleDescription("; ".join(point_words(point, ui) for point in shown.open[:POINTS_SHOWN]))

    def _told(self) -> Sequence[Point]:
        """The points that get a line: what is open, and what people ticked one by one; else what there is to note."""
        shown = self.shown
        left_out = shown.open[POINTS_SHOWN:]
        told = [point for point in shown.points if point.state is not State.FINE and point not in left_out]
        noted = [point for point in shown.points if point.state is State.FINE and point.note and not shown.open]
        return (*told, *noted[:POINTS_SHOWN])  # one a language

    def _rest(self, words: str) -> QWidget:
        label = self._make.label(words, "small", "text2")
        label.setContentsMargins(self._make.theme.px(24), 0, 0, 0)
        return label

    def _line(self, point: Point) -> QWidget:
        make, ui, shown = self._make, self._ui, self.shown
        words = make.label(point_words(point, ui), "small", "text2", wrap=True)
        parts: list[QWidget] = []
        if point.state in (State.OPEN, State.LAPSED):
            if (key := self._leads(point)) is not None:
                parts.append(self._button(point, "go", ui.say(key), lambda: self._doing.go(shown.item, point)))
            if shown.item.by != "program":
                tick = ui.say("checklist.approve" if shown.item.check == "quotes" else "checklist.tick")
                parts.append(self._button(point, "tick", tick, lambda: self._doing.tick(shown.item, [point])))
        elif point.state is State.TICKED:
            away = ui.say("checklist.untick")
            parts.append(self._button(point, "untick", away, lambda: self._doing.untick(shown.item, [point])))
        if point.state is State.LAPSED and point.tick is not None:
            words.setToolTip(f"{ui.say('checklist.was')}\n{point.tick.text}")
        elif shown.item.check in ("quotes", "partners"):
            words.setToolTip(point.text)
        layout = row(24, words, *parts, spacing=8)
        layout.setStretchFactor(words, 1)
        line = QWidget()
        line.setLayout(layout)
        line.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        return line

    @staticmethod
    def _leads(point: Point) -> str | None:
        """What a link says, None where there is nowhere to go to."""
        if point.field:
            return "checklist.go_field"
        return "checklist.go" if point.finding is not None or point.language or point.about == "register" else None

    def _button(self, point: Point, what: str, words: str, act: Callable[[], object]) -> Button:
        button = self._make.button(words, "link" if what == "go" else "ghost", clicked=act)
        said = shortened(point_words(point, self._ui))
        button.setAccessibleName(f"{title(self.shown.item, self._ui)}, {said}: {words}" if said else words)
        self.buttons[self.shown.item.id, f"{point.language}|{point.about}", what] = button
        return button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        parent = self.parentWidget()
        if by is None or parent is None:
            super().keyPressEvent(event)
            return
        rows = parent.findChildren(ItemRow, options=Qt.FindChildOption.FindDirectChildrenOnly)
        at = rows.index(self) + by
        if 0 <= at < len(rows):
            rows[at].setFocus(Qt.FocusReason.OtherFocusReason)


def _mark(shown: Row) -> Completeness:
    """Tick, half disc where a tick has lapsed, diamond for errors, ring for what is required, else a dashed ring."""
    if shown.state in (State.FINE, State.TICKED):
        return Completeness.FULL
    if any(p.finding is not None and p.finding.severity is Severity.ERROR for p in shown.open):
        return Completeness.ERROR
    if shown.state is State.LAPSED:
        return Completeness.PART
    return Completeness.EMPTY if shown.item.required else Completeness.OPTIONAL
