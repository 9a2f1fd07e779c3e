"""Lists: people, organisations, outcomes, the steps of a programme. Start at `ListField`.

Rows are recognised by the fact they stand for, so that an open card stays with its person when rows are moved, added,
removed or brought back by undo. A closed row holds no editors.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout, QWidget

from pressdesk.gui.form.card import Card
from pressdesk.gui.form.context import FormContext
from pressdesk.gui.form.editor import Editor, below, worst
from pressdesk.gui.form.order import chain
from pressdesk.gui.form.rows import CardRow, RowHead
from pressdesk.gui.kit.widgets import restyle, row, set_state
from pressdesk.model import edits, paths
from pressdesk.model.check import Problem
from pressdesk.model.draft import Draft
from pressdesk.model.fields import FieldKind, FieldSpec
from pressdesk.model.findings import Kind, Severity

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ListField(Editor):
    """Rows of cards.

    Attributes:
        rows: top to bottom.
        add_button: adds a row at the end; the section's heading or the list itself shows it.
    """

    def __init__(self, context: FormContext, spec: FieldSpec, base: str = "") -> None:
        super().__init__(context, spec, base)
        self.rows: list[CardRow] = []
        self._problems: Sequence[Problem] = ()
        words = context.ui.pick(spec.add) or context.say("add")
        self.add_button = context.make.button(words, "ghost", "plus", self.add_here)
        self._empty = context.make.label(
            context.ui.pick(spec.hint) or context.say("empty"), "small", "text3", wrap=True
        )
        self._empty.setContentsMargins(12, 10, 12, 10)
        self._frame = QFrame()
        self._frame.setProperty("card", True)
        self._column = QVBoxLayout(self._frame)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self._column.addWidget(self._empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(4)
        outer.addWidget(self._frame)
        self._foot = row(self.add_button, None)
        outer.addLayout(self._foot)
        self._drop_line = QFrame(self._frame)
        self._drop_line.setProperty("dropline", True)
        self._drop_line.hide()
        self.refresh(context.draft)

    # --- what kind of rows -------------------------------------------------------------------------------------------

    @property
    def numbered(self) -> bool:
        """Whether rows show their number: the order of steps is told, that of people is not."""
        return self.spec.kind is FieldKind.STEPS

    def fields_of(self, item: object) -> tuple[FieldSpec, ...]:
        """The fields of a row."""
        if self.spec.kind is not FieldKind.STEPS:
            return self.spec.fields
        kind = paths.get(item, "kind")
        return next((step.fields for step in self.spec.steps if step.kind == kind), ())

    def _icon(self, item: object) -> str:
        kind = paths.get(item, "kind")
        return next((step.icon for step in self.spec.steps if step.kind == kind), "flag" if self.numbered else "")

    def _words(self, item: object, draft: Draft) -> tuple[str, str]:
        describer = self.context.describer(draft)
        if self.spec.kind is not FieldKind.STEPS:
            what, which = describer.heading(self.spec, item)
            return what or self.context.say("nameless"), which
        kind = paths.get(item, "kind")
        label = next((step.label for step in self.spec.steps if step.kind == kind), None)
        return self.context.ui.pick(label) if label else str(kind), describer.step(self.fields_of(item), item)

    # --- what is shown -----------------------------------------------------------------------------------------------

    def items(self, draft: Draft) -> tuple[object, ...]:
        """The facts of the rows."""
        return paths.get(draft.facts, self.path) or ()

    def refresh(self, draft: Draft) -> None:
        items = self.items(draft)
        self._match(items)
        describer = self.context.describer(draft)
        for number, (line, item) in enumerate(zip(self.rows, items, strict=True)):
            line.item = item
            line.head.show_words(number + 1, *self._words(item, draft))
            line.head.presence.show_missing(describer.lacking(self.fields_of(item), item))
            if isinstance(line.card, Card):
                line.card.rebase(self.row_path(number))
                line.card.refresh(draft)
        self._empty.setVisible(not items)
        self._restate_heads()

    def _match(self, items: Sequence[object]) -> None:
        """Gives every item the row it had: the same object first, then the same id, then the same place."""
        old = list(self.rows)
        found: list[CardRow | None] = [None] * len(items)
        if len(old) == len(items) and sum(a.item is not b for a, b in zip(old, items, strict=True)) <= 1:
            found = list(old)
            old = []
        for same in (_identical, _same_id):
            for number, item in enumerate(items):
                if found[number] is None:
                    found[number] = next((line for line in old if same(line.item, item)), None)
                    if found[number] is not None:
                        old.remove(found[number])  # type: ignore[arg-type]
        for number in range(len(items)):
            if (
                found[number] is None
                and len(old) == 1
                and len(items) == len(self.rows)
                and self._kin(old[0], items[number])
            ):
                found[number] = old.pop()
        for line in old:
            if isinstance(line.card, Card):
                line.card.retire()
        rows = [line or self._make_row(items[number]) for number, line in enumerate(found)]
        lost = next((self.rows.index(line) for line in old if _has_focus(line)), None)
        if rows != self.rows:
            self._place(rows)
        if lost is not None:  # undo took away the row somebody was in: they are now in its neighbour
            self._focus_row(lost)
        for line in old:
            self._discard(line)

    def _kin(self, line: CardRow, item: object) -> bool:
        return bool(paths.get(line.item, "kind") == paths.get(item, "kind"))

    def _place(self, rows: list[CardRow]) -> None:
        """Puts the rows into their order without taking any out of the window: focus and cursor stay."""
        self.rows = rows
        for number, line in enumerate(rows):
            if self._column.indexOf(line) != number:
                self._column.removeWidget(line)
                self._column.insertWidget(number, line)
                line.show()
        for number, line in enumerate(rows):
            look: object = "last" if number == len(rows) - 1 else True
            if line.property("row") != look:
                line.setProperty("row", look)
                restyle(line)
        self._order_tab()

    def _order_tab(self) -> None:
        """Tab goes from each head into its card and on to the next head."""
        widgets: list[QWidget] = []
        for line in self.rows:
            widgets.append(line.head)
            if isinstance(line.card, Card):
                widgets += line.card.stops()
        chain(widgets)

    def _make_row(self, item: object) -> CardRow:
        head = RowHead(self.context, numbered=self.numbered, icon=self._icon(item))
        line = CardRow(self.context, item, head, lambda event: self._key(line, event))
        head.toggled.connect(lambda keep: self.toggle(line, keep))
        head.stepped.connect(lambda by: self._focus_row(self.rows.index(line) + by))
        head.menu_wanted.connect(lambda where: self.row_menu(self.rows.index(line)).popup(where))
        head.grip.dragged.connect(self._dragged)
        head.grip.dropped.connect(lambda spot: self._dropped(line, spot))
        return line

    def _discard(self, line: CardRow) -> None:
        self._column.removeWidget(line)
        line.hide()
        line.setParent(None)
        line.deleteLater()

    def retire(self) -> None:
        super().retire()
        for line in self.rows:
            if isinstance(line.card, Card):
                line.card.retire()

    def row_path(self, number: int) -> str:
        """Where a row's fact stands."""
        return f"{self.path}[{number}]"

    def rebase(self, base: str) -> None:
        super().rebase(base)
        for number, line in enumerate(self.rows):
            if isinstance(line.card, Card):
                line.card.rebase(self.row_path(number))

    def restate(self) -> None:
        for line in self.rows:
            if isinstance(line.card, Card):
                line.card.restate()
        self._restate_heads()

    def mark(self, problems: Sequence[Problem]) -> None:
        self._problems = problems
        for line in self.rows:
            if isinstance(line.card, Card):
                line.card.show_problems(problems)
        bare = worst([p for p in problems if p.path == self.path])
        set_state(self._frame, "error" if bare and bare.severity is Severity.ERROR else "")
        self._restate_heads()

    def own_messages(self) -> bool:
        return not any(p.path == self.path for p in self._problems)

    def _restate_heads(self) -> None:
        errors = [f for fs in self.context.findings.values() for f in fs if f.severity is Severity.ERROR]
        found = [f.field for f in errors if f.field and f.kind is not Kind.FACTS]
        found += [p.path for p in self._problems if p.severity is Severity.ERROR]
        for number, line in enumerate(self.rows):
            line.head.mark.setVisible(any(below(path, self.row_path(number)) for path in found))

    # --- opening -----------------------------------------------------------------------------------------------------

    def toggle(self, line: CardRow, keep: bool = False) -> None:
        """Opens or closes a card; others close unless `keep`."""
        if line.is_open:
            line.drop_card()
            return
        self.open_row(line, keep)

    def open_row(self, line: CardRow, keep: bool = False) -> Card:
        """Opens a card and gives it back."""
        if not keep:
            for other in self.rows:
                if other is not line:
                    other.drop_card()
        if not isinstance(line.card, Card):
            number = self.rows.index(line)
            card = Card(self.context, self.fields_of(line.item), self.row_path(number), line)
            card.remove_wanted.connect(lambda: self.remove_row(self.rows.index(line)))
            line.show_card(card)
            self._order_tab()
            card.show_problems(self._problems)
        assert isinstance(line.card, Card)
        return line.card

    def focus_on(self, path: str, language: str = "") -> bool:
        for number, line in enumerate(self.rows):
            if below(path, self.row_path(number)):
                card = self.open_row(line)
                if path == self.row_path(number) or not card.focus_on(path, language):
                    card.focus_first()
                return True
        (self.rows[0].head if self.rows else self.add_button).setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    # --- adding, removing, moving ------------------------------------------------------------------------------------

    def add_here(self, after: int | None = None) -> None:
        """One more row, after another or at the end; for steps a menu asks for the kind."""
        at = len(self.rows) if after is None else after + 1
        if self.spec.kind is FieldKind.STEPS:
            self.step_menu(at).popup(self._menu_spot(after))
            return
        item = edits.empty_item(self.context.draft.facts, self.path)
        for field in self.spec.fields:
            if field.kind is FieldKind.CHOICE and field.required and len(field.options) == 1:
                item = paths.put(item, field.path, field.options[0].value)  # where there is no choice nobody is asked
        place = self.row_path(at)
        self.context.change(lambda draft: edits.add(draft, place, item), self.add_button.text())
        self.open_row(self.rows[at]).focus_first()

    def step_menu(self, at: int) -> QMenu:
        """The kinds of step with their icons."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setFont(self.context.theme.font("body"))
        for step in self.spec.steps:
            icon = self.context.icons.icon(step.icon, "accent")
            menu.addAction(icon, self.context.ui.pick(step.label), partial(self.add_step, step.kind, at))
        return menu

    def add_step(self, kind: str, at: int) -> None:
        """An empty step of a kind at a place; its card opens."""
        place = self.row_path(at)
        self.context.change(lambda draft: edits.add_step(draft, place, kind), self.add_button.text())
        self.open_row(self.rows[at]).focus_first()

    def row_menu(self, number: int) -> QMenu:
        """What can be done with a row, with the keys that do it."""
        say = self.context.say
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setFont(self.context.theme.font("body"))
        for key, keys, does, can in (
            ("move_up", "Alt+\u2191", partial(self.move_row, number, number - 1), number > 0),
            ("move_down", "Alt+\u2193", partial(self.move_row, number, number + 1), number < len(self.rows) - 1),
            ("add_after", "Ctrl+Enter", partial(self.add_here, number), True),
            ("remove_row", "Ctrl+Del", partial(self.remove_row, number), True),
        ):
            menu.addAction(f"{say(key)}\t{keys}", does).setEnabled(can)
        return menu

    def _menu_spot(self, after: int | None) -> QPoint:
        anchor: QWidget = self.add_button if after is None else self.rows[after]
        return anchor.mapToGlobal(QPoint(0, anchor.height()))

    def remove_row(self, number: int) -> None:
        """Takes a row out; the focus goes to the next."""
        place = self.row_path(number)
        what = self.rows[number].head.words[0]
        self.context.change(lambda draft: edits.remove(draft, place), self.context.say("remove", what=what))
        self._focus_row(number)

    def _focus_row(self, number: int) -> None:
        """Gives the focus to a row's head, to the last one's where there are fewer, to «add» where there is none."""
        heads = [line.head for line in self.rows]
        target = heads[max(0, min(number, len(heads) - 1))] if heads else self.add_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def move_row(self, number: int, to: int) -> None:
        """Moves a row; an open card goes with it."""
        if number != to and 0 <= to < len(self.rows):
            self.context.bridge.move(self.row_path(number), to)

    def _key(self, line: CardRow, event: QKeyEvent) -> bool:
        number, key, held = self.rows.index(line), event.key(), event.modifiers()
        if held & Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_row(number, number + (-1 if key == Qt.Key.Key_Up else 1))
        elif held & Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_Delete:
            self.remove_row(number)
        elif held & Qt.KeyboardModifier.ControlModifier and key in _ENTER:
            self.add_here(number)
        elif key == Qt.Key.Key_Escape and line.is_open:
            line.head.setFocus(Qt.FocusReason.OtherFocusReason)
            line.drop_card()
        else:
            return False
        return True

    # --- dragging ----------------------------------------------------------------------------------------------------

    def _target(self, spot: QPoint) -> int:
        """The gap between rows that a point of the screen is nearest to: 0 above the first."""
        y = self._frame.mapFromGlobal(spot).y()
        return sum(1 for line in self.rows if y > line.y() + line.height() / 2)

    def _dragged(self, spot: QPoint) -> None:
        self.context.reveal(spot)
        gap = self._target(spot)
        y = self.rows[gap].y() if gap < len(self.rows) else self.rows[-1].geometry().bottom()
        self._drop_line.setGeometry(4, y - 1, self._frame.width() - 8, 2)
        self._drop_line.show()
        self._drop_line.raise_()

    def _dropped(self, line: CardRow, spot: QPoint) -> None:
        self._drop_line.hide()
        number, gap = self.rows.index(line), self._target(spot)
        self.move_row(number, gap - 1 if gap > number else gap)


def _has_focus(line: CardRow) -> bool:
    focused = line.window().focusWidget()
    return focused is not None and (focused is line or line.isAncestorOf(focused))


def _identical(a: object, b: object) -> bool:
    return a is b


def _same_id(a: object, b: object) -> bool:
    name = getattr(a, "id", "")
    return bool(name) and name == getattr(b, "id", "")
