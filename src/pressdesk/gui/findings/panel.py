"""The findings of the text on the page: a list below it that folds into one line. Start at `FindingsPanel`.

List, page and form move together, but know nothing of each other: the window joins the signals.
"""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QVBoxLayout, QWidget

from pressdesk.app.fixes import offered
from pressdesk.gui.bridge import Bridge
from pressdesk.gui.findings.delegate import ROW, FindingDelegate
from pressdesk.gui.findings.head import Head
from pressdesk.gui.findings.judge import HERE, choices
from pressdesk.gui.findings.menu import choice_of
from pressdesk.gui.findings.model import FindingsModel
from pressdesk.gui.findings.notices import Notice
from pressdesk.gui.findings.standing import Standing
from pressdesk.model.findings import Finding, Severity

MOST_ROWS, PATIENCE = 4, 400  # rows in sight; ms before a check that still runs is spoken of


def is_to_field(event: QKeyEvent) -> bool:
    """Ctrl+J: to the field."""
    return event.key() == Qt.Key.Key_J and event.modifiers() == Qt.KeyboardModifier.ControlModifier


class FindingsList(QListView):
    """The rows. Keys beyond moving about go to the panel."""

    pressed_key = Signal(object)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and is_to_field(event):
            event.accept()  # here the key means the field, for the window it means the text
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.setAccepted(False)
        self.pressed_key.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)


class FindingsPanel(QWidget):
    """What is to be looked at in the text on the page.

    Attributes:
        model: the rows.
    Signals:
        finding_wanted(Finding): a row was chosen, by click, arrow or F8: bring its words into sight.
        field_wanted(path, language): a row was opened (Enter, double click, Ctrl+J): its field is wanted.
        popover_wanted(Finding): Alt+Enter: the popover is wanted, with the keyboard.
        mend_wanted(ProoferUnavailable): a checker that is away is to be set up.
        fix_wanted(): all signs are to be mended.
        collapsed_changed(bool): the list was folded into one line, or unfolded.
        announced(str): what a screen reader has just been told.
    """

    finding_wanted = Signal(object)
    field_wanted = Signal(str, str)
    popover_wanted = Signal(object)
    mend_wanted = Signal(object)
    fix_wanted = Signal()
    collapsed_changed = Signal(bool)
    announced = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._standing = Standing(bridge, self)
        self._collapsed = False
        self._checking = self._quiet = self._just_wanted = False
        self._told = ""
        self._away: list[Notice] = []
        self._aside: dict[str, Finding] = {}
        self.setObjectName("findings")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(bridge.ui.say("findings.title"))
        self.model = FindingsModel(bridge.kind, bridge.ui, self)
        self._make()
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._say_state)
        self._listen()
        self.refresh()

    def _make(self) -> None:
        px = self._bridge.theme.px
        self.head = Head(self._bridge)
        self.head.filtered.connect(self._filter)
        self.head.folded.connect(lambda: self.set_collapsed(not self._collapsed))
        self.head.next_wanted.connect(lambda: self.step(1))
        self.head.fix_wanted.connect(self.fix_wanted)
        self.list = FindingsList()
        self.list.setObjectName("findingsList")
        self.list.setAccessibleName(self._bridge.ui.say("findings.title"))
        self._delegate = FindingDelegate(self._bridge.theme)
        self.list.setItemDelegate(self._delegate)
        self.list.setModel(self.model)
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._notices = QVBoxLayout()
        self._notices.setContentsMargins(px(8), 0, px(8), px(4))
        self._notices.setSpacing(px(4))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 1, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self.head)
        lines.addLayout(self._notices)
        lines.addWidget(self.list)

    def _listen(self) -> None:
        bridge = self._bridge
        # methods, not lambdas: Qt lets go of a method when its widget is gone
        bridge.findings_ready.connect(self._take_news)
        bridge.release_ready.connect(self._take_news)
        bridge.draft_changed.connect(self._follow_draft)
        bridge.language_changed.connect(self._change_language)
        bridge.notices_changed.connect(self._take_notices)
        bridge.checking.connect(self._set_checking)
        self.list.selectionModel().currentChanged.connect(self._current_changed)
        self.list.clicked.connect(self._clicked)
        self.list.doubleClicked.connect(lambda index: self._open_field(self._at(index)))
        self.list.pressed_key.connect(self._key)

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
        row = self.model.row_of(finding)
        if row >= 0 and row != self.list.currentIndex().row():
            self._choose_quietly(row)

    def step(self, by: int) -> None:
        """Next (1) or previous (-1) finding, round and round; page and form follow (F8, Shift+F8)."""
        count = self.model.rowCount()
        if not count:
            self._tell(self.head.state.text() or self._bridge.ui.say("findings.none"))
            return
        here = self.list.currentIndex().row()
        row = (here + by) % count if here >= 0 else (0 if by > 0 else count - 1)
        if row == here:
            self._want(self.current)
        else:
            self._choose(row)

    def focus_list(self) -> None:
        """Puts the keyboard on the list (F6); on the line's arrow while it is folded."""
        target = self.head.arrow if self._collapsed or not self.model.rowCount() else self.list
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if target is self.list and not self.list.currentIndex().isValid():
            self._choose(0)

    # --- what is shown -------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Shows what stands of the newest findings; the chosen row stays chosen where it is still there."""
        bridge = self._bridge
        release = bridge.releases.get(bridge.language)
        kept, here = self.current, self.list.currentIndex().row()
        found = self._standing.of(bridge.language)
        aside = self._still_aside(found)
        rows = self._in_order((*found, *aside.values()), kept, here)
        self.model.take(release, rows, frozenset(aside))
        row = self.model.row_of(kept)
        if row >= 0:
            self._choose_quietly(row)
        self._take_notices()
        self._say_state()
        self._arrange()

    def _still_aside(self, found: tuple[Finding, ...]) -> dict[str, Finding]:
        """Rows that were set aside and are still the current one: undo brings them back, leaving takes them away."""
        live = {f.fingerprint() for f in found}
        self._aside = {key: f for key, f in self._aside.items() if key not in live}
        return self._aside

    def _in_order(self, found: tuple[Finding, ...], kept: Finding | None, here: int) -> tuple[Finding, ...]:
        rows = [f for f in found if kept is None or f != kept or f.fingerprint() not in self._aside]
        if kept is not None and kept.fingerprint() in self._aside and kept not in rows:
            rows.insert(min(here, len(rows)), kept)
        return tuple(rows)

    def _say_state(self) -> None:
        """One sentence where there are no rows, and the counts."""
        say, counts = self._bridge.ui.say, self.model.counts()
        self.head.set_counts(counts)
        self.head.set_fixes(offered(self._bridge.findings))
        waiting = self._checking and not self._patience.isActive()
        if waiting:
            words = say("findings.checking")
        elif self.model.rowCount():
            words = ""
        elif any(counts.values()):
            words = say("findings.none_shown")
        elif self._bridge.language not in self._bridge.findings:
            words = say("findings.unchecked") if not self._checking else ""
        elif self._away:
            words = ""  # a checker is away: «none» would be a lie
        else:
            words = say("findings.none")
        self.head.state.setText(words)

    def _arrange(self) -> None:
        px = self._bridge.theme.px
        rows = 0 if self._collapsed else min(MOST_ROWS, self.model.rowCount())
        self.list.setVisible(rows > 0)
        self.list.setFixedHeight(rows * px(ROW))
        self.head.set_collapsed(self._collapsed)
        for notice in self._away:
            notice.setVisible(not self._collapsed)
        shown = len(self._away) if not self._collapsed else 0
        bottom = px(8) if rows else 0
        self.setFixedHeight(1 + self.head.height() + shown * px(36) + (px(4) if shown else 0) + rows * px(ROW) + bottom)

    def _take_news(self, language: str, news: object) -> None:
        if language == self._bridge.language:
            self.refresh()

    def _follow_draft(self, draft: object) -> None:
        self.refresh()

    def _take_notices(self, _: object = None) -> None:
        language = self._bridge.language
        notices = self._bridge.away.get(language, ())
        if [notice.notice for notice in self._away] == list(notices):
            return
        for old in self._away:
            self._notices.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._away = []
        for notice in notices:
            made = Notice(self._bridge.make, self._bridge.ui, language, notice)
            made.setFixedHeight(self._bridge.theme.px(32))
            made.mend_wanted.connect(self.mend_wanted)
            made.again_wanted.connect(self._bridge.recheck)
            self._notices.addWidget(made)
            self._away.append(made)
        self._say_state()
        self._arrange()

    def _set_checking(self, checking: bool) -> None:
        self._checking = checking
        if checking:
            self._patience.start()  # no word of a check that is over within 400 ms
        else:
            self._patience.stop()
        self._say_state()
        if not checking:
            self._announce()

    def _change_language(self, language: str) -> None:
        self._aside = {}
        self.refresh()
        self._announce()

    def _filter(self, shown: frozenset[Severity]) -> None:
        self.model.show_only(shown)
        self._say_state()
        self._arrange()

    # --- what the user does --------------------------------------------------------------------------------------

    def _at(self, index: QModelIndex) -> Finding | None:
        row = index.row()
        return self.model.rows[row] if index.isValid() and row < len(self.model.rows) else None

    def _choose(self, row: int) -> None:
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.list.selectionModel().setCurrentIndex(self.model.index(row), flags)
        self.list.scrollTo(self.model.index(row))

    def _choose_quietly(self, row: int) -> None:
        self._quiet = True
        self._choose(row)
        self._quiet = False

    def _current_changed(self, now: QModelIndex, before: QModelIndex) -> None:
        if self._quiet:
            return
        self._just_wanted = now.isValid()
        self._want(self._at(now))
        left = self._aside
        if left and now.isValid():
            self._aside = {}
            QTimer.singleShot(0, self, self.refresh)

    def _clicked(self, index: QModelIndex) -> None:
        if not self._just_wanted:  # a click on the row that was chosen already
            self._want(self._at(index))
        self._just_wanted = False

    def _want(self, finding: Finding | None) -> None:
        if finding is not None:
            self.finding_wanted.emit(finding)

    def _open_field(self, finding: Finding | None) -> None:
        if finding is not None and finding.field:
            self.field_wanted.emit(finding.field, finding.language or self._bridge.language)

    def _key(self, event: QKeyEvent) -> None:
        finding, key, mods = self.current, event.key(), event.modifiers()
        if finding is None:
            return
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if (enter and mods == Qt.KeyboardModifier.AltModifier) or key == Qt.Key.Key_Menu:
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

    def set_aside(self, finding: Finding) -> None:
        """Ignores a finding here; its row stays, struck through, until one leaves it."""
        if finding.fingerprint() not in self._aside:
            self._aside[finding.fingerprint()] = finding
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
