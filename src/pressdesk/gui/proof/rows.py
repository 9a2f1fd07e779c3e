"""The findings of a text as rows of a list in groups, the worst first, and the lines above them. See `TextFindings`."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from pressdesk.app.fixes import is_safe
from pressdesk.gui.findings.choices import EVERYWHERE, HERE, choice_of, choices
from pressdesk.gui.findings.delegate import FindingDelegate
from pressdesk.gui.findings.groups import Group, GroupedModel, counted
from pressdesk.gui.findings.head import Head
from pressdesk.gui.findings.languages import LanguageLine, State
from pressdesk.gui.findings.rows import FindingsList, is_to_field
from pressdesk.gui.findings.staying import stays_at
from pressdesk.gui.kit.widgets import Make, column
from pressdesk.gui.proof.about import About
from pressdesk.gui.proof.editor import name_of
from pressdesk.model.findings import Finding
from pressdesk.text.messages import Messages

Row = tuple[int, Finding]


class Rows(GroupedModel):
    """Each row is (paragraph's number from 0, Finding).

    Attributes:
        language: the only language that has rows, "" for all.
    """

    def __init__(self, ui: Messages, parent: QObject | None = None) -> None:
        super().__init__(ui, parent)
        self.language = ""
        self._struck = False

    def finding_of(self, row: Row) -> Finding:
        """The second half."""
        return row[1]

    def place_of(self, row: Row) -> str:
        """«kk · 12»."""
        number, finding = row
        return f"{finding.language} · {number + 1}" if finding.language else str(number + 1)

    def said_place(self, row: Row) -> str:
        """The same in words."""
        return f"{name_of(row[1].language, self._ui)}, {row[0] + 1}"

    def is_aside(self, row: Row) -> bool:
        """Whether the rows are those that are ignored."""
        return self._struck

    def has(self, finding: Finding) -> bool:
        """Whether a finding is among those that are to be shown, though its group be folded."""
        return finding.severity in self.shown and self.language in ("", finding.language)

    def take(self, rows: Sequence[Row], *, struck: bool = False) -> None:
        """Shows the findings of a text, given in reading order; `struck`: they are the ignored ones."""
        self._struck = struck
        self._take_rows(row for row in rows if self.language in ("", row[1].language))

    def row_of(self, row: Row) -> int:
        """The place of a row in the list, -1 for none."""
        return next((place for place, item in enumerate(self.items) if item == row), -1)


class TextFindings(QWidget):
    """The list, its head, a count for each language, and the whole of what is said of the row that is chosen.

    Signals:
        chosen(int, Finding): another row was chosen by the user: its words are to be shown.
        entered(int, Finding): the keyboard is to go into the text at its words.
        menu_wanted(int, Finding, QPoint): what may be done about a row, at a place of the screen.
        applied(int, Finding, str): a suggestion was chosen.
        decided(str, int, Finding): one of the Choices, by its id.
        restored(int, Finding): what is ignored is to be shown again.
        rule_wanted(str): a rule is to be switched on again.
        next_wanted(), fix_wanted(): the buttons of the head.
    """

    chosen = Signal(int, object)
    entered = Signal(int, object)
    menu_wanted = Signal(int, object, QPoint)
    applied = Signal(int, object, str)
    decided = Signal(str, int, object)
    restored = Signal(int, object)
    rule_wanted = Signal(str)
    next_wanted = Signal()
    fix_wanted = Signal()

    def __init__(self, make: Make, ui: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findings")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._ui = ui
        self._all: tuple[Row, ...] = ()
        self._aside: tuple[Row, ...] = ()
        self._listing_aside = self._quiet = False
        self._wished: Row | None = None
        self._beside = True
        self.head = Head(make, ui, folds=False)
        self.languages = LanguageLine(make.theme, ui, wraps=True)
        self.model = Rows(ui, self)
        self._delegate = FindingDelegate(make.theme)
        self._delegate.level = True
        self.list = FindingsList(self.model, self._delegate, ui.say("findings.title"))
        self.list.setUniformItemSizes(True)
        self.about = About(make, ui)
        layout = column(self.head, self.languages, self.list, self.about, spacing=0)
        layout.setStretchFactor(self.list, 1)
        self.setLayout(layout)
        self._listen()
        self.take((), (), {})
        self.show_state(checking=False, empty=True)

    def _listen(self) -> None:
        self.head.filtered.connect(self._filter)
        self.head.next_wanted.connect(self.next_wanted)
        self.head.fix_wanted.connect(self.fix_wanted)
        self.languages.language_wanted.connect(self._choose_language)
        self.languages.aside_wanted.connect(self.list_aside)
        self.languages.rule_wanted.connect(self.rule_wanted)
        self.list.clicked.connect(self._clicked)
        self.list.pressed_key.connect(self._key)
        self.list.doubleClicked.connect(self._enter)
        self.list.menu_wanted.connect(lambda where, index: self._menu(index, where))
        self.list.selectionModel().currentChanged.connect(lambda *_: self._current_changed())
        self.model.modelReset.connect(self._show_about)
        self.about.applied.connect(self.applied)
        self.about.decided.connect(self.decided)
        self.about.more_wanted.connect(self.menu_wanted)

    # --- what is shown -----------------------------------------------------------------------------------------------

    def set_beside(self, beside: bool) -> None:
        """Whether the list stands beside the text; below it rows are wide enough for all that is said."""
        self._beside = beside
        self._show_about()

    def take(self, rows: Sequence[Row], aside: Sequence[Row], states: Mapping[str, State]) -> None:
        """Shows the findings and keeps the row that was chosen; where it is gone, the next one is chosen.

        Args:
            rows: in reading order.
            aside: those that are ignored.
            states: the languages of the text, and what is known of each.
        """
        self._all, self._aside = tuple(rows), tuple(aside)
        self._listing_aside = self._listing_aside and bool(aside)
        known = len(self.languages.buttons)
        tags = list(dict.fromkeys([*states, *(finding.language for _, finding in rows)]))
        for tag in tags:
            counts = counted(finding for _, finding in rows if finding.language == tag)
            button = self.languages.button(tag, name_of(tag, self._ui))
            button.show_counts(counts, states.get(tag, State.CHECKED))
        for tag, button in self.languages.buttons.items():
            button.setVisible(tag in tags)
        if len(self.languages.buttons) > known:
            self._order_tabs()
        if self.model.language not in tags:
            self.model.language = ""
        self._fill()

    def _order_tabs(self) -> None:
        """Tab goes from the languages to the list and on to what is said of its row, in whichever order they came."""
        line, said = self.languages, self.about.findChildren(QAbstractButton)
        for first, second in pairwise([*line.buttons.values(), line.aside, line.rules, self.list, *said]):
            self.setTabOrder(first, second)

    def show_rules(self, rules: Sequence[str]) -> None:
        """The rules that are switched off."""
        self.languages.show_rules(rules)
        self._hide_line()

    def _fill(self) -> None:
        before, at = self.model.items, self.list.currentIndex().row()
        focus = QApplication.focusWidget()
        held = focus is not None and self.about.isAncestorOf(focus)
        self._quiet = True
        self._delegate.action = self._ui.say("findings.restore") if self._listing_aside else ""
        self.model.take(self._aside if self._listing_aside else self._all, struck=self._listing_aside)
        shown = [finding for _, finding in self._all if self.model.language in ("", finding.language)]
        self.head.set_counts(dict(counted(shown)), bool(shown))
        self.head.set_fixes(sum(is_safe(finding) for _, finding in self._all))
        self.languages.show_chosen(self.model.language)
        self.languages.show_aside(len(self._aside), listed=self._listing_aside)
        self._hide_line()
        place = self.model.row_of(self._wished) if self._wished is not None else -1
        if place >= 0:
            self._wished = None
        else:
            place = stays_at(before, at, self.model.items)
        if place >= 0:
            self.list.setCurrentIndex(self.model.index(place))
        self._quiet = False
        self._show_about()
        row, kept = self._chosen(), before[at] if 0 <= at < len(before) else None
        if held and row != kept:  # the button that was pressed is gone
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if row is not None and row != kept and self.list.hasFocus():
            self.chosen.emit(*row)

    def _hide_line(self) -> None:
        """Without a text there are no languages, and a line of nothing takes no room."""
        parts = (*self.languages.buttons.values(), self.languages.aside, self.languages.rules)
        self.languages.setVisible(any(not part.isHidden() for part in parts))

    def show_state(self, *, checking: bool, empty: bool) -> None:
        """Says that a check is under way, or that there is nothing to mend; `empty`: there is no text."""
        words = "" if empty else self._ui.say("findings.checking") if checking else ""
        if not words and not empty and not self._all:
            words = self._ui.say("findings.none")
        self.head.state.setText(words)

    def list_aside(self, wanted: bool) -> None:
        """Lists what is ignored, to bring it back; or what stands again."""
        self._listing_aside = wanted and bool(self._aside)
        self._fill()

    def wish(self, number: int, finding: Finding) -> None:
        """Chooses a finding's row as soon as it is there again."""
        self._wished = (number, finding)

    def select(self, number: int, finding: Finding) -> None:
        """Marks a finding's row; its group is opened."""
        if (number, finding) in self.model.rows:
            self.model.open_group_of(finding)
        place = self.model.row_of((number, finding))
        if place >= 0:
            self._quiet = True
            self.list.setCurrentIndex(self.model.index(place))
            self._quiet = False
            self._show_about()

    def _filter(self, shown: frozenset[Any]) -> None:
        self.model.show_only(shown)

    def _choose_language(self, tag: str) -> None:
        """One language alone; the same once more shows all."""
        self.model.language = "" if self.model.language == tag else tag
        self._fill()

    def _current_changed(self) -> None:
        if self._quiet:
            return
        self._show_about()
        row = self._chosen()
        if row is not None:
            self.chosen.emit(*row)

    def _show_about(self) -> None:
        if self._quiet:
            return
        self.about.show_row(self._chosen() if self._beside and not self._listing_aside else None)

    # --- what the user does ------------------------------------------------------------------------------------------

    def _item(self, index: QModelIndex) -> object:
        return self.model.item_at(index)

    def _chosen(self) -> Row | None:
        item = self._item(self.list.currentIndex())
        return item if isinstance(item, tuple) else None

    def _clicked(self, index: QModelIndex) -> None:
        item = self._item(index)
        where = self.list.viewport().mapFromGlobal(self.list.cursor().pos())
        if isinstance(item, Group):
            self._fold(item, not item.folded)
        elif isinstance(item, tuple) and self._delegate.action_box(self.list.visualRect(index)).contains(where):
            self.restored.emit(*item)
        elif isinstance(item, tuple):
            self.chosen.emit(*item)  # once more, where one has scrolled away from it

    def _fold(self, group: Group, folded: bool) -> None:
        """Folds or opens a group; its head stays the current row."""
        self.model.fold(group, folded)
        places = (n for n, item in enumerate(self.model.items) if isinstance(item, Group) and item.key == group.key)
        self.list.setCurrentIndex(self.model.index(next(places)))

    def _enter(self, index: QModelIndex) -> None:
        item = self._item(index)
        if isinstance(item, tuple):
            self.entered.emit(*item)

    def _menu(self, index: QModelIndex, where: QPoint) -> None:
        item = self._item(index)
        if isinstance(item, tuple) and not self._listing_aside:
            self.menu_wanted.emit(*item, where)

    def _key(self, event: QKeyEvent) -> None:
        index, key = self.list.currentIndex(), event.key()
        item, choice = self._item(index), choice_of(event)
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        folds = {Qt.Key.Key_Left: True, Qt.Key.Key_Right: False}
        if isinstance(item, Group) and (enter or key == Qt.Key.Key_Space or Qt.Key(key) in folds):
            self._fold(item, folds.get(Qt.Key(key), not item.folded))
        elif not isinstance(item, tuple):
            return
        elif self._listing_aside and (enter or choice in (HERE.id, EVERYWHERE.id)):
            self.restored.emit(*item)
        elif enter or is_to_field(event):
            self._enter(index)
        elif not self._listing_aside and choice in [offered.id for offered in choices(item[1])]:
            self.decided.emit(choice, *item)
        else:
            return
        event.accept()

    def open_menu(self) -> None:
        """What may be done about the row that is chosen, by key."""
        index = self.list.currentIndex()
        self._menu(index, self.list.viewport().mapToGlobal(self.list.visualRect(index).bottomLeft() + QPoint(40, 0)))
