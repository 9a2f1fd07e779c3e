"""The findings of the text on the page: a list below it that folds into one line. Start at `FindingsPanel`.

List, page and form move together, but know nothing of each other: the window joins the signals.
"""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.app.fixes import offered
from pressdesk.gui.bridge import Bridge
from pressdesk.gui.findings.choice_menu import ChoiceMenu
from pressdesk.gui.findings.choices import HERE, choice_of, choices
from pressdesk.gui.findings.delegate import HEAD, ROW, FindingDelegate
from pressdesk.gui.findings.groups import Group
from pressdesk.gui.findings.head import Head
from pressdesk.gui.findings.languages import Languages
from pressdesk.gui.findings.menu import fill
from pressdesk.gui.findings.model import FindingsModel
from pressdesk.gui.findings.notices import Notices
from pressdesk.gui.findings.rows import FindingsList, is_to_field
from pressdesk.gui.findings.standing import Standing, same
from pressdesk.model.asides import Aside
from pressdesk.model.findings import Finding, Severity

MOST_ROWS, MOST_HEADS, PATIENCE = 4, 2, 400  # rows and heads in sight; ms before a check that still runs is spoken of


class FindingsPanel(QWidget):
    """What is to be looked at in the text on the page, and at a glance in the other languages.

    Attributes:
        model: the rows.
    Signals:
        finding_wanted(Finding): a row was chosen, by click, arrow or F8: bring its words into sight.
        field_wanted(path, language): a row was opened (Enter, double click, Ctrl+J): its field is wanted.
        popover_wanted(Finding): Alt+Enter: the popover is wanted, with the keyboard.
        place_wanted(Finding, Elsewhere): the other version that a finding speaks of is wanted.
        mend_wanted(ProoferUnavailable): a checker that is away is to be set up.
        collapsed_changed(bool): the list was folded into one line, or unfolded.
        announced(str): what a screen reader has just been told.
    """

    finding_wanted = Signal(object)
    field_wanted = Signal(str, str)
    popover_wanted = Signal(object)
    place_wanted = Signal(object, object)
    mend_wanted = Signal(object)
    collapsed_changed = Signal(bool)
    announced = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._standing = Standing(bridge, self)
        self._collapsed = self._listing_aside = False
        self._checking = self._quiet = self._just_wanted = False
        self._told, self._place = "", -1  # the place of the last chosen finding among all, for when it is mended
        self._seen: tuple[object, ...] = ()
        self._aside: tuple[Finding, ...] = ()  # rows set aside just now, struck through until one leaves them
        self._hidden: tuple[tuple[Finding, Aside], ...] = ()
        self.setObjectName("findings")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(bridge.ui.say("findings.title"))
        self.model = FindingsModel(bridge.kind, bridge.ui, self)
        self._make()
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._say_state)
        self._listen()
        self.languages.count_all(self._standing)
        self.refresh()

    def _make(self) -> None:
        self.head = Head(self._bridge.make, self._bridge.ui)
        self.languages = Languages(self._bridge)
        self._delegate = FindingDelegate(self._bridge.theme)
        self.list = FindingsList(self.model, self._delegate, self._bridge.ui.say("findings.title"))
        self.notices = Notices(self._bridge)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 1, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self.head)
        lines.addWidget(self.languages)
        lines.addWidget(self.notices)
        lines.addWidget(self.list)

    def _listen(self) -> None:
        bridge = self._bridge
        # methods, not lambdas: Qt lets go of a method when its widget is gone
        bridge.findings_ready.connect(self._take_news)
        bridge.release_ready.connect(self._take_news)
        bridge.draft_settled.connect(self._follow_draft)
        bridge.language_changed.connect(self._change_language)
        bridge.notices_changed.connect(self._take_notices)
        bridge.checking.connect(self._set_checking)
        self.head.filtered.connect(self._filter)
        self.head.folded.connect(lambda: self.set_collapsed(not self._collapsed))
        self.head.next_wanted.connect(lambda: self.step(1))
        self.notices.mend_wanted.connect(self.mend_wanted)
        self.languages.language_wanted.connect(bridge.show_language)
        self.languages.aside_wanted.connect(self.list_aside)
        self.languages.rule_wanted.connect(lambda rule: bridge.judge.switch_off(rule, on=True))
        self.list.selectionModel().currentChanged.connect(self._current_changed)
        self.list.clicked.connect(self._clicked)
        self.list.doubleClicked.connect(lambda index: self._open_field(self._at(index)))
        self.list.pressed_key.connect(self._key)
        self.list.menu_wanted.connect(self._menu)

    # --- what the window may ask ---------------------------------------------------------------------------------

    @property
    def collapsed(self) -> bool:
        """Whether the list is folded into one line."""
        return self._collapsed

    def set_collapsed(self, collapsed: bool) -> None:
        """Folds the list into one line, or unfolds it (F9)."""
        if collapsed != self._collapsed:
            self._collapsed = collapsed
            self._arrange()
            self.collapsed_changed.emit(collapsed)

    @property
    def current(self) -> Finding | None:
        """The finding that is chosen."""
        return self._at(self.list.currentIndex())

    def select(self, finding: Finding | None) -> None:
        """Chooses a finding without saying so: the page has chosen it."""
        row = self._open_row(finding)
        if row >= 0 and row != self.list.currentIndex().row():
            self._choose_quietly(row)

    def step(self, by: int) -> None:
        """Next (1) or previous (-1) finding, round and round; page and form follow (F8, Shift+F8)."""
        rows = self.model.rows
        if not rows:
            self._tell(self.head.state.text() or self._bridge.ui.say("findings.none"))
            return
        here = self._place_among_rows(by)
        finding = rows[(here + by) % len(rows) if here is not None else (0 if by > 0 else -1)]
        if finding == self.current:
            self._want(finding)
        else:
            self._choose(self._open_row(finding))

    def _place_among_rows(self, by: int) -> int | None:
        """Where the current row stands among all findings; of a head the gap that a step of `by` goes over."""
        index, items = self.list.currentIndex(), self.model.items
        if not index.isValid() or index.row() >= len(items):
            return self._place - (1 if by > 0 else 0) if self._place >= 0 else None
        item = items[index.row()]
        if isinstance(item, Finding):
            return self.model.rows.index(item)
        first = next(n for n, f in enumerate(self.model.rows) if (f.severity, f.kind) == item.key)
        return first - (1 if by > 0 else 0)

    def list_aside(self, wanted: bool) -> None:
        """Lists what is set aside in this language, to bring it back; or what stands again."""
        self._listing_aside = wanted
        self._aside = ()
        self.refresh()

    def focus_list(self) -> None:
        """Puts the keyboard on the list (F6); on the line's arrow while it is folded."""
        target = self.head.arrow if self._collapsed or not self.model.rowCount() else self.list
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if target is self.list and not self.list.currentIndex().isValid():
            self._choose(0)

    # --- what is shown -------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Shows what stands of the newest findings; the chosen row stays chosen where it is still there."""
        bridge, tag = self._bridge, self._bridge.language
        kept, here = self.list.currentIndex(), self.current
        found, self._hidden = self._standing.parted(tag)
        hidden = tuple(finding for finding, _ in self._hidden)
        self._listing_aside = self._listing_aside and bool(hidden)
        self._aside = tuple(f for f in hidden if same(f, self._aside)) if self._aside else ()
        struck = hidden if self._listing_aside else self._aside
        self._delegate.action = bridge.ui.say("findings.restore") if self._listing_aside else ""
        rows = struck if self._listing_aside else (*found, *struck)
        self.model.take(bridge.releases.get(tag), rows, frozenset(struck))
        row = self.model.row_of(here)
        if row >= 0 and (row != kept.row() or not self.list.currentIndex().isValid()):
            self._choose_quietly(row)
        self.languages.show_current()
        self.languages.show_aside(len(hidden), listed=self._listing_aside)
        self._seen = self._known()
        self._take_notices()
        self._say_state()
        self._arrange()

    def _known(self) -> tuple[object, ...]:
        """What the rows are made of; where it is the same as before, they are."""
        bridge, tag = self._bridge, self._bridge.language
        made_of = (bridge.releases.get(tag), bridge.findings.get(tag), bridge.aside.get(tag), bridge.draft.ignored)
        return tag, *map(id, made_of), id(bridge.draft.words), bridge.draft.facts.languages

    def _say_state(self) -> None:
        """One sentence where there are no rows, and the counts."""
        say, counts = self._bridge.ui.say, self.model.counts()
        self.head.set_counts(counts, bool(self.model.rows))
        waiting = self._checking and not self._patience.isActive()
        if waiting:
            words = say("findings.checking")
        elif self._listing_aside:
            words = say("findings.ignored_tip")
        elif self.model.rowCount():
            words = ""
        elif any(counts.values()):
            words = say("findings.none_shown")
        elif self._bridge.language not in self._bridge.findings:
            words = say("findings.unchecked") if not self._checking else ""
        elif self.notices.shown:
            words = ""  # a checker is away: «none» would be a lie
        else:
            words = say("findings.none")
        self.head.state.setText(words)

    def _arrange(self) -> None:
        px = self._bridge.theme.px
        heads = sum(isinstance(item, Group) for item in self.model.items)
        rows = self.model.rowCount() - heads
        high = min(MOST_ROWS, rows) * px(ROW) + min(MOST_HEADS, heads) * px(HEAD) if not self._collapsed else 0
        self.list.setVisible(high > 0)
        self.list.setFixedHeight(high)
        self.head.set_collapsed(self._collapsed)
        self.languages.setVisible(not self._collapsed)
        self.notices.setVisible(bool(self.notices.shown) and not self._collapsed)
        high += px(8) if high else 0
        if not self._collapsed:
            high += self.languages.height() + self.notices.height_of_all()
        self.setFixedHeight(1 + self.head.height() + high)

    def _take_news(self, language: str, news: object) -> None:
        self.languages.count(language, self._standing)
        self.head.set_fixes(offered(self._bridge.findings))
        if language == self._bridge.language:
            self.refresh()

    def _follow_draft(self, draft: object) -> None:
        """A letter typed changes no row before the next text is made; what is set aside, kept or switched off does."""
        if self._known() != self._seen:
            self.languages.count_all(self._standing)
            self.refresh()

    def _take_notices(self, _: object = None) -> None:
        if self.notices.show_those_of(self._bridge.language):
            self._say_state()
            self._arrange()

    def _set_checking(self, checking: bool) -> None:
        self._checking = checking
        (self._patience.start if checking else self._patience.stop)()  # no word of a check that is over in 400 ms
        self._say_state()
        if not checking:
            self._announce()

    def _change_language(self, language: str) -> None:
        self._aside, self._listing_aside, self._place = (), False, -1
        self.refresh()
        self._announce()

    def _filter(self, shown: frozenset[Severity]) -> None:
        self.model.show_only(shown)
        self._say_state()
        self._arrange()

    # --- what the user does --------------------------------------------------------------------------------------

    def _at(self, index: QModelIndex) -> Finding | None:
        item = self.model.item_at(index)
        return item if isinstance(item, Finding) else None

    def _open_row(self, finding: Finding | None) -> int:
        """The finding's row; its group is unfolded first."""
        found = same(finding, self.model.rows) if finding is not None else None
        if found is not None:
            self.model.open_group_of(found)
            self._arrange()
        return self.model.row_of(found)

    def _choose(self, row: int) -> None:
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.list.selectionModel().setCurrentIndex(self.model.index(row), flags)
        self.list.scrollTo(self.model.index(row))

    def _choose_quietly(self, row: int) -> None:
        self._quiet = True
        self._choose(row)
        self._quiet = False

    def _current_changed(self, now: QModelIndex, before: QModelIndex) -> None:
        found = self._at(now)
        self._place = self.model.rows.index(found) if found in self.model.rows else self._place
        if self._quiet:
            return
        self._just_wanted = now.isValid()
        self._want(self._at(now))
        if self._aside and now.isValid():
            self._aside = ()
            QTimer.singleShot(0, self, self.refresh)

    def _clicked(self, index: QModelIndex) -> None:
        group, finding = self._group_at(index), self._at(index)
        where = self.list.viewport().mapFromGlobal(self.list.cursor().pos())
        if group is not None:
            self._fold(group, not group.folded)
        elif finding is not None and self._delegate.action_box(self.list.visualRect(index)).contains(where):
            self._restore(finding)
        elif not self._just_wanted:  # a click on the row that was chosen already
            self._want(self._at(index))
        self._just_wanted = False

    def _group_at(self, index: QModelIndex) -> Group | None:
        item = self.model.item_at(index)
        return item if isinstance(item, Group) else None

    def _fold(self, group: Group, folded: bool) -> None:
        """Folds or opens a group; its head stays the current row."""
        self.model.fold(group, folded)
        self._arrange()
        items = self.model.items
        self._choose_quietly(next(n for n, i in enumerate(items) if isinstance(i, Group) and i.key == group.key))

    def _restore(self, finding: Finding) -> None:
        """Shows again what was set aside."""
        aside = next((aside for hidden, aside in self._hidden if hidden == finding), None)
        if aside is not None and self._bridge.judge.restore(aside):
            self._tell(self._bridge.ui.say("findings.restored"))

    def _want(self, finding: Finding | None) -> None:
        if finding is not None:
            self.finding_wanted.emit(finding)

    def _open_field(self, finding: Finding | None) -> None:
        if finding is not None and finding.field:
            self.field_wanted.emit(finding.field, finding.language or self._bridge.language)

    def _key(self, event: QKeyEvent) -> None:
        finding, key, mods = self.current, event.key(), event.modifiers()
        group = self._group_at(self.list.currentIndex())
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        folds = {Qt.Key.Key_Left: True, Qt.Key.Key_Right: False}
        if group is not None and (enter or key == Qt.Key.Key_Space or Qt.Key(key) in folds):
            self._fold(group, folds.get(Qt.Key(key), not group.folded))
        elif finding is None:
            return
        elif self._is_aside(finding) and (choice_of(event) == HERE.id or (enter and self._listing_aside)):
            self._restore(finding)
        elif enter and mods == Qt.KeyboardModifier.AltModifier:
            self.popover_wanted.emit(finding)
        elif (enter and not mods) or is_to_field(event):
            self._open_field(finding)
        elif choice_of(event) == HERE.id:
            self.set_aside(finding)
        elif choice_of(event) in [choice.id for choice in choices(finding)]:
            self._bridge.judge.do(choice_of(event), finding)
        else:
            return
        event.accept()

    def _menu(self, where: QPoint, index: QModelIndex) -> None:
        """What may be done about a row."""
        finding = self._at(index)
        if finding is None:
            return
        menu = ChoiceMenu(self)
        if self._is_aside(finding):
            menu.addAction(self._bridge.ui.say("findings.restore"), lambda: self._restore(finding))
        else:
            fill(menu, self._bridge, finding, self.place_wanted.emit)
        menu.popup(where)

    def _is_aside(self, finding: Finding) -> bool:
        return any(hidden == finding for hidden, _ in self._hidden)

    def set_aside(self, finding: Finding) -> None:
        """Ignores a finding here; its row stays, struck through, until one leaves it."""
        self._aside = (*self._aside, finding)
        self._bridge.judge.ignore(finding)
        self._tell(self._bridge.ui.say("findings.aside"))

    def _announce(self) -> None:
        """Tells a screen reader how many there are, after a check that changed it; never in the middle of typing."""
        counts = self.model.counts()
        spoken = [self._bridge.ui.say(f"findings.count.{s.value}", n=n) for s, n in counts.items() if n]
        words = ", ".join(spoken) or self.head.state.text()
        if words and words != self._told:
            self._told = words
            self._tell(words)

    def _tell(self, words: str) -> None:
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self.announced.emit(words)
