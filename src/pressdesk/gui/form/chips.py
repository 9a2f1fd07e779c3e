"""Chips: what has been chosen, each with a ×, and a line that adds another. The base of people, parties and phrases.

One Tab stop for all chips of a field; left and right walk among them, Del removes, Enter opens.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from pressdesk.gui.form.cells import FieldLine
from pressdesk.gui.form.context import FormContext
from pressdesk.gui.form.editor import Editor, below
from pressdesk.gui.form.offers import Offer, Offers
from pressdesk.gui.form.order import chain
from pressdesk.gui.form.presence import Presence
from pressdesk.gui.form.traces import slips
from pressdesk.gui.kit.widgets import Chip, FlowLayout, IconButton
from pressdesk.model.check import Problem
from pressdesk.model.draft import Draft
from pressdesk.model.fields import FieldSpec
from pressdesk.model.findings import Severity

_WHOLE = 2000  # pixels: whatever the form is wide
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True)
class ChipItem:
    """What a chip shows: its words, the tone, the languages it lacks, and the path of its fact."""

    text: str
    path: str
    tone: str = ""
    lacks: tuple[str, ...] = ()


class ItemChip(Chip):
    """A chip that can come to show another item."""

    def __init__(self, context: FormContext) -> None:
        super().__init__(context.theme, context.icons, "", removable=True)
        self._context = context
        self._presence = Presence(context)
        layout = self.layout()
        if isinstance(layout, QHBoxLayout):
            layout.insertWidget(1, self._presence)

    def show_item(self, item: ChipItem) -> None:
        """Shows an item: its words, what it lacks."""
        self.label.setText(item.text)
        self.setAccessibleName(item.text)
        self._presence.show_missing(item.lacks)
        self.setAccessibleDescription(self._presence.accessibleName())
        self.setToolTip(item.text if len(item.text) > 40 else "")
        for cross in self.findChildren(IconButton):
            cross.set_tip(self._context.say("remove", what=item.text))
        if self.property("tone") != item.tone:
            self.set_tone(item.tone)
        self.updateGeometry()


class ChipsField(Editor):
    """Base of fields that are made of chips.

    Attributes:
        single: there is room for one only; the line goes while it is there.
        line: where another one is typed.
    """

    single = False
    eager = True  # whether all there is is offered before anything is typed

    def __init__(self, context: FormContext, spec: FieldSpec, base: str = "") -> None:
        super().__init__(context, spec, base)
        self._items: list[ChipItem] = []
        self._made: list[ItemChip] = []
        self.chips: list[ItemChip] = []
        self._errors: frozenset[str] = frozenset()
        self._wrong = ""
        self._flow = FlowLayout(6)
        self.line = FieldLine(context, self.name)
        self.line.setProperty("cell", bool(base) or not self.single)
        self.line.setPlaceholderText(context.ui.pick(spec.hint) or self.invitation())
        self.line.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.line.wish_width(_WHOLE if self.single else context.theme.px(220))
        self.line.entered.connect(self._entered)
        self.line.left.connect(self._line_left)
        self.line.textEdited.connect(self._line_edited)
        self.line.installEventFilter(self)
        self.add_button = context.make.button(
            context.ui.pick(spec.add) or context.say("add"), "ghost", "plus", self.open_line
        )
        self.add_button.installEventFilter(self)
        self.offers = Offers(context, self.line, self.offered, eager=self.eager, first=not self.takes_words())
        self._flow.addWidget(self.line)
        self._flow.addWidget(self.add_button)
        self.setLayout(self._flow)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.refresh(context.draft)
        self._show_line(False)

    # --- what a kind of chips says -----------------------------------------------------------------------------------

    def items(self, draft: Draft) -> list[ChipItem]:
        """The chips that the draft wants."""
        raise NotImplementedError

    def offered(self, query: str) -> Sequence[Offer]:
        """What is offered for what is typed."""
        raise NotImplementedError

    def takes_words(self) -> bool:
        """Whether what is typed may stand as it is, without being chosen from what is offered."""
        return False

    def take_words(self, words: str) -> None:
        """Somebody typed words and Enter."""

    def invitation(self) -> str:
        """The placeholder of the line."""
        return self.context.say("choose")

    def take_out(self, number: int) -> None:
        """Takes one out."""
        raise NotImplementedError

    def open_item(self, number: int, chip: Chip) -> None:
        """A chip was clicked."""

    def shift(self, number: int, to: int) -> None:
        """Moves one among the others."""

    # --- what is shown -----------------------------------------------------------------------------------------------

    def refresh(self, draft: Draft) -> None:
        items = self.items(draft)
        if items == self._items:
            return
        focused = next((n for n, c in enumerate(self.chips) if c.hasFocus()), -1)
        self._items = items
        while len(self._made) < len(items):
            self._make_chip()
        self.chips = self._made[: len(items)]
        for chip, item in zip(self.chips, items, strict=True):
            chip.show_item(item)
            chip.show()
        if focused >= len(items):
            self._focus_near(len(items) - 1)
        for chip in self._made[len(items) :]:  # kept for the next time: nothing that has the focus is ever deleted
            chip.hide()
        self._show_line(self.line.hasFocus())
        self.restate()

    def _make_chip(self) -> None:
        number = len(self._made)
        chip = ItemChip(self.context)
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if number == 0 else Qt.FocusPolicy.ClickFocus)
        chip.removed.connect(partial(self._removed, number))
        chip.clicked.connect(partial(self._opened, number))
        chip.installEventFilter(self)
        before = self._made[-1] if self._made else None
        self._made.append(chip)
        self._flow.insert_widget(number, chip)
        if before is not None:
            chain((before, chip, self.line))
        else:  # next to the line, then before it
            chain((self.line, chip))
            chain((chip, self.line))

    def _opened(self, number: int) -> None:
        self.open_item(number, self.chips[number])

    def restate(self) -> None:
        errors = [f for found in self.context.findings.values() for f in found if f.severity is Severity.ERROR]
        for item, chip in zip(self._items, self.chips, strict=True):
            wrong = bool(slips(errors, item.path)) or any(below(path, item.path) for path in self._errors)
            tone = "error" if wrong else item.tone
            if chip.property("tone") != tone:
                chip.set_tone(tone)

    def mark(self, problems: Sequence[Problem]) -> None:
        self._errors = frozenset(p.path for p in problems if p.severity is Severity.ERROR)
        self.restate()
        bare = any(not any(below(path, i.path) for i in self._items) for path in self._errors)
        self.line.set_error((bare or bool(self._wrong)) and not self.line.isHidden())

    def complaint(self) -> str:
        return self.context.say("wrong.unknown", text=self._wrong) if self._wrong else ""

    def focus_on(self, path: str, language: str = "") -> bool:
        for number, item in enumerate(self._items):
            if below(path, item.path):
                self._focus_near(number)
                return True
        if self.chips and self.single:
            self._focus_near(0)
        elif self.chips:
            self._focus_near(len(self.chips) - 1)
        else:
            self.open_line()
        return True

    # --- adding ------------------------------------------------------------------------------------------------------

    def open_line(self) -> None:
        """Shows the line for another one (Ctrl+Enter)."""
        if self.single and self.chips:
            return
        self._show_line(True)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def added(self) -> None:
        """One more was added by choosing it: the line is ready for the next, or goes where one is enough."""
        self._wrong = ""
        self.line.clear()
        self.complaints.emit()
        if self.single and self.chips:
            self._focus_near(0)
            self._show_line(False)

    def _show_line(self, wanted: bool) -> None:
        full = self.single and bool(self._items)
        empty = self.single and not self._items
        shown = empty or (wanted and not full) or bool(self.line.text().strip())
        self.line.setVisible(shown)
        self.add_button.setVisible(not shown and not full)
        self._flow.invalidate()
        self.updateGeometry()

    def _entered(self) -> None:
        self.context.bridge.focus_field(self.path)

    def _line_edited(self) -> None:
        if self._wrong:
            self._wrong = ""
            self.complaints.emit()

    def _line_left(self) -> None:
        if self.retired:
            return
        words = " ".join(self.line.text().split())
        if words and self.takes_words():
            self.take_words(words)
        elif words:
            self._wrong = words
            self.complaints.emit()
        self.context.bridge.seal()
        self._show_line(False)

    def _removed(self, number: int) -> None:
        self.take_out(number)
        if self.chips:
            self._focus_near(min(number, len(self.chips) - 1))
        elif self.single:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- keys --------------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and watched is not self.line:
            number = self.chips.index(watched) if watched in self.chips else -1
            self.context.bridge.focus_field(self._items[number].path if number >= 0 else self.path)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.line:
                return self._line_key(event)
            return self._chip_key(watched, event)
        return False

    def _line_key(self, event: QKeyEvent) -> bool:
        words = " ".join(self.line.text().split())
        if event.key() in _ENTER and words and self.takes_words():
            self.take_words(words)
            return True
        if event.key() == Qt.Key.Key_Backspace and not self.line.text() and self.chips:
            self._focus_near(len(self.chips) - 1)
            return True
        if event.key() == Qt.Key.Key_Escape and (self.chips or words) and not self.offers.shown:
            self.line.clear()
            self._wrong = ""
            self.complaints.emit()
            if self.chips:
                self._focus_near(len(self.chips) - 1)
                self._show_line(False)
            return True
        return False

    def _chip_key(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier and not self.single:
            self.open_line()
            return True
        if event.key() == Qt.Key.Key_F4 and not self.single:
            self.open_line()
            self.offers.open()
            return True
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if not by or watched not in self.chips:
            return False
        at = self.chips.index(watched)
        to = at + by
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if 0 <= to < len(self.chips):
                self.shift(at, to)
                self._focus_near(to)
        elif to >= len(self.chips):
            (self.add_button if self.add_button.isVisible() else self.line).setFocus(Qt.FocusReason.TabFocusReason)
        elif to >= 0:
            self._focus_near(to)
        return True

    def _focus_near(self, number: int) -> None:
        for at, chip in enumerate(self.chips):
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if at == number else Qt.FocusPolicy.ClickFocus)
        if 0 <= number < len(self.chips):
            self.chips[number].setFocus(Qt.FocusReason.OtherFocusReason)
