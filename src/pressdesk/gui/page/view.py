"""The text pane: one language of the release, or two side by side, the length of it, and the popover of a finding.

Start at `PageView`. It hears the bridge and tells the window what the user meant; the window joins it to form and list.
"""

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from pressdesk.gui.bridge import Bridge
from pressdesk.gui.findings.choice_menu import ChoiceMenu
from pressdesk.gui.findings.menu import as_finding, fill
from pressdesk.gui.findings.standing import same
from pressdesk.gui.kit.menus import add_switch
from pressdesk.gui.naming import full_name
from pressdesk.gui.page.column import Column
from pressdesk.gui.page.leads import lead
from pressdesk.gui.page.paper import Paper
from pressdesk.gui.page.popover import Popover
from pressdesk.gui.page.rewriting import Rewriting
from pressdesk.gui.page.spots import Spot, length
from pressdesk.model.findings import Elsewhere, Finding

ROOM = 420  # px that each of two pages needs at 100 %
TOAST = 3000  # ms


class PageView(QWidget):
    """The release as text.

    Attributes:
        columns: the pages, one or two; the first shows the bridge's language.
        popover: what is said about one finding.
        rewriting: paragraphs that are written by hand.
    Signals:
        field_wanted(path, language): words that come from a field were chosen.
        finding_wanted(Finding): an underlined word was chosen; the list should choose it too.
        text_only_wanted(): the text alone is wanted, or the form back.
        room_wanted(bool): two pages do not fit (True) or are no longer wanted (False): hide or show the form.
        announced(str): what a screen reader has just been told.
    """

    field_wanted = Signal(str, str)
    finding_wanted = Signal(object)
    text_only_wanted = Signal()
    room_wanted = Signal(bool)
    announced = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._two = False
        self._white = False
        self.columns: list[Column] = []
        self.popover = Popover(bridge, self)
        self.rewriting = Rewriting(bridge, self)
        self._make_tools()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._add_column(bridge.language)
        self._toast = QLabel("", self)
        self._toast.setObjectName("toast")
        self._toast.setFont(bridge.theme.font("small"))
        self._toast.hide()
        self._toast_end = QTimer(self, singleShot=True, interval=TOAST)
        self._toast_end.timeout.connect(self._toast.hide)
        self._listen()
        self._measure()

    def _make_tools(self) -> None:
        make, say = self._bridge.make, self._bridge.ui.say
        self._length = make.label("", "label", "text2")
        self._both = make.icon_button("columns-2", say("page.two_languages"), self.toggle_two, keys="Ctrl+Shift+L")
        self._both.setCheckable(True)
        self._alone = make.icon_button("eye", say("page.text_only"), self.text_only_wanted.emit, keys="F11")

    def _listen(self) -> None:
        bridge = self._bridge
        bridge.release_ready.connect(self._take_release)
        bridge.findings_ready.connect(self._take_findings)
        bridge.draft_settled.connect(self._follow_draft)
        bridge.language_changed.connect(self._show_language)
        bridge.field_focused.connect(self._light_up)
        self.popover.field_wanted.connect(self.want_field)
        self.popover.place_wanted.connect(self.show_place)
        self.popover.closed.connect(self._popover_closed)
        self.popover.take_wanted.connect(self.rewriting.take_new)
        self.popover.keep_wanted.connect(self.rewriting.keep_mine)
        self.popover.edit_wanted.connect(self._rewrite_stale)
        self.rewriting.told.connect(self.tell)
        self.rewriting.began.connect(self.popover.close_quietly)

    def _add_column(self, language: str) -> None:
        column = Column(self._bridge, language)
        paper = column.paper
        column.language_wanted.connect(lambda tag: self._choose_language(column, tag))
        paper.field_wanted.connect(lambda path: self.want_field(path, column.language))
        paper.formula_clicked.connect(lambda: self.tell(self._bridge.ui.say("page.formula")))
        paper.own_words_clicked.connect(lambda: self.tell(self._bridge.ui.say("amend.own_words")))
        paper.finding_clicked.connect(lambda finding: self._chose(column, finding, by_key=False))
        paper.popover_wanted.connect(lambda finding: self._chose(column, finding, by_key=True))
        paper.stopped.connect(lambda spot: self._read(column, spot))
        paper.menu_wanted.connect(lambda where, finding: self._menu(column, where, finding))
        paper.copied.connect(lambda: self.tell(self._bridge.ui.say("page.copied")))
        paper.moved.connect(self._follow_words)
        if self._white:
            paper.set_white(True)
        self.rewriting.watch(column)
        self.columns.append(column)
        self._row.addWidget(column, 1)
        self._place_tools()

    def _place_tools(self) -> None:
        for tool in (self._length, self._both, self._alone):
            self.columns[-1].head.addWidget(tool)

    # --- what the window may ask ---------------------------------------------------------------------------------

    @property
    def paper(self) -> Paper:
        """The first page."""
        return self.columns[0].paper

    def focus_page(self) -> None:
        """Puts the keyboard on the page (F6)."""
        self.paper.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_finding(self, finding: Finding | None, *, popover: bool = False) -> None:
        """Brings a finding's words into sight and sets them off; the list has chosen it.

        With `popover` it opens and takes the keyboard: a key has asked for it. Otherwise an open popover moves along.
        """
        column = self._column_of(finding)
        here = finding is not None and finding.language in ("", column.language)  # else it has other letters here
        for other in self.columns:
            other.paper.choose(finding if here and other is column else None)
        if finding is not None and (popover or self.popover.isVisible()):
            QTimer.singleShot(self._bridge.theme.motion("scroll"), self, lambda: self._open(column, finding, popover))

    def finding_here(self) -> Finding | None:
        """The finding that a key is about while the keyboard is on a page; None for none, and elsewhere."""
        return next((c.paper.finding_here() for c in self.columns if c.paper.hasFocus()), None)

    def show_place(self, finding: Finding, place: Elsewhere) -> None:
        """Goes to another version of the draft, to the words that a finding speaks of there."""
        self._bridge.show_language(place.language)
        self.show_finding(as_finding(finding, place, self._bridge.releases.get(place.language)))

    def rewrite(self) -> None:
        """Opens a field over the paragraph where one is (Ctrl+R): the arrows' own, the focused field's, the first."""
        column = next((c for c in self.columns if c.paper.hasFocus()), self.columns[0])
        marks = column.paper.marks
        lit = marks.ring is None and bool(marks.tints)
        self.rewriting.open(column, marks.tints[0].block if lit else column.paper.block_here())

    def _rewrite_stale(self, finding: Finding) -> None:
        column = self._column_of(finding)
        blocks = column.paper.release.blocks if column.paper.release is not None else ()
        self.rewriting.open(column, next((i for i, b in enumerate(blocks) if b.id == finding.block), -1))

    def step_language(self, by: int) -> None:
        """The next language to the right (1) or left (-1), round and round (Ctrl+PgDn, Ctrl+PgUp)."""
        tags = self.columns[0].tabs.languages
        if self._bridge.language in tags:
            self._bridge.show_language(tags[(tags.index(self._bridge.language) + by) % len(tags)])

    def toggle_two(self) -> None:
        """One language or two side by side (Ctrl+Shift+L)."""
        self.set_two(not self._two)

    def set_two(self, two: bool) -> None:
        """Two languages side by side, as soon as each page has room enough."""
        if len(self.columns[0].tabs.languages) < 2:
            two = False
        if two == self._two:
            self._both.setChecked(two)
            return
        self._two = two
        self._both.setChecked(two)
        if not two:
            self.room_wanted.emit(False)
        elif self.width() < 2 * self._bridge.theme.px(ROOM):
            self.room_wanted.emit(True)
        self._arrange()

    @property
    def white(self) -> bool:
        """Whether the page alone is white."""
        return self._white

    def set_white(self, white: bool) -> None:
        """«Ақ парақ»: a white page in the dark theme."""
        self._white = white
        for column in self.columns:
            column.paper.set_white(white)

    def tell(self, words: str) -> None:
        """Says something in passing, at the foot of the page and to a screen reader."""
        self._toast.setText(words)
        self._toast.adjustSize()
        self._place_toast()
        self._toast.show()
        self._toast.raise_()
        self._toast_end.start()
        self.announce(words)

    def announce(self, words: str) -> None:
        """Tells a screen reader; the eye sees it elsewhere."""
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self.announced.emit(words)

    # --- what the bridge says ------------------------------------------------------------------------------------

    def _take_release(self, language: str, release: object) -> None:
        for column in self.columns:
            column.count(language)
            if column.language == language:
                column.take_release()
        if language == self._bridge.language:
            self._measure()
        self._check_popover()

    def _take_findings(self, language: str, findings: object) -> None:
        for column in self.columns:
            column.count(language)
            if column.language == language:
                column.take_findings()
        self._check_popover()

    def _follow_draft(self, draft: object) -> None:
        for column in self.columns:
            column.follow_draft()
        self._both.setEnabled(len(self.columns[0].tabs.languages) > 1)
        self._check_popover()

    def _show_language(self, language: str) -> None:
        first = self.columns[0]
        before = first.language
        self.popover.close_quietly()
        first.set_language(language)
        for other in self.columns[1:]:
            if other.language == language:
                other.set_language(before)
        self._measure()

    def _light_up(self, path: str) -> None:
        for column in self.columns:
            column.light_up(scroll=True)

    def _measure(self) -> None:
        release = self._bridge.releases.get(self._bridge.language)
        if release is None:
            self._length.setText("")
            return
        how_long = length(release)
        say = self._bridge.ui.say
        words = say("page.words", n=how_long.words)
        self._length.setText(f"{words} · {say('page.minutes', n=how_long.minutes)}" if how_long.words else words)
        self._length.setAccessibleName(self._length.text())
        self._give_room()

    # --- what the user does --------------------------------------------------------------------------------------

    def _choose_language(self, column: Column, tag: str) -> None:
        if column is self.columns[0]:
            self._bridge.show_language(tag)
        elif tag == self.columns[0].language:
            before = column.language
            column.set_language(tag)
            self._bridge.show_language(before)
        else:
            column.set_language(tag)

    def want_field(self, path: str, language: str) -> None:
        """Says that the field of a fact is wanted, or that the form does not ask for this fact."""
        asked = lead(self._bridge.draft, self._bridge.kind, path)
        if asked:
            self.field_wanted.emit(asked, language)
        else:
            self.tell(self._bridge.ui.say("page.no_field"))

    def _chose(self, column: Column, finding: Finding, *, by_key: bool) -> None:
        column.paper.choose(finding, scroll=False)
        self.finding_wanted.emit(finding)
        self._open(column, finding, by_key)

    def _open(self, column: Column, finding: Finding, by_key: bool) -> None:
        now = same(finding, column.paper.findings)  # the text may have changed while the page was scrolling
        box = column.paper.words_box(now) if now is not None else None
        if now is not None and box is not None:
            self.popover.open(now, self._in_window(column, box), self._pane(), take_focus=by_key)

    def _popover_closed(self, had_focus: bool) -> None:
        if had_focus:
            self.focus_page()

    def _read(self, column: Column, spot: Spot) -> None:
        release = column.paper.release
        if release is not None:
            words = spot.span.of(release.blocks[spot.block].text)
            asked = lead(self._bridge.draft, self._bridge.kind, spot.origin.field)
            self.announce(f"{words}, {full_name(self._bridge.kind, asked, self._bridge.ui)}" if asked else words)

    def _menu(self, column: Column, where: QPoint, finding: Finding | None) -> None:
        say = self._bridge.ui.say
        menu = ChoiceMenu(self)
        if finding is not None:
            column.paper.choose(finding, scroll=False)
            self.finding_wanted.emit(finding)
            fill(menu, self._bridge, finding, self.show_place)
            menu.addSeparator()
        menu.addAction(say("page.copy"), column.paper.copy_words)
        self.rewriting.offer(menu, column, column.paper.viewport().mapFromGlobal(where))
        menu.addSeparator()
        add_switch(menu, say("page.two_languages"), self.toggle_two, on=self._two)
        if self._bridge.theme.dark:
            add_switch(menu, say("page.white_paper"), lambda: self.set_white(not self._white), on=self._white)
        menu.popup(where)

    # --- room ----------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        self._place_toast()
        self._follow_words()

    def _arrange(self) -> None:
        """One page or two, and the length of the text where there is room for it."""
        px = self._bridge.theme.px
        two = self._two and self.width() >= 2 * px(ROOM)
        if two and len(self.columns) == 1:
            tags = self.columns[0].tabs.languages
            self._add_column(tags[(tags.index(self._bridge.language) + 1) % len(tags)])
            QTimer.singleShot(0, self, self._align)
        elif not two and len(self.columns) > 1:
            gone = self.columns.pop()
            self.rewriting.forget(gone)
            self._place_tools()
            self._row.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._give_room()

    def _give_room(self) -> None:
        """The tabs come first; the length is told where there is room left."""
        px = self._bridge.theme.px
        room = self.width() // len(self.columns) - self.columns[-1].tabs.whole_width() - px(112)
        self._length.setVisible(room >= self._length.sizeHint().width())

    def _align(self) -> None:
        """A second page opens at the paragraph that the first one shows."""
        if len(self.columns) > 1:
            self.columns[1].paper.follow(self.columns[0].paper)

    def _place_toast(self) -> None:
        box = self._pane()
        size = self._toast.sizeHint()
        where = self.mapFrom(self.window(), box.bottomLeft()) if self.window() is not self else box.bottomLeft()
        self._toast.move(where.x() + (box.width() - size.width()) // 2, where.y() - size.height() - 16)

    def _follow_words(self) -> None:
        """The popover goes with its words, and goes when they have left the window."""
        if self.popover.isVisible() and self.popover.finding is not None:
            column = self._column_of(self.popover.finding)
            box = column.paper.words_box(self.popover.finding)
            if box is None:
                self.popover.close_quietly()
            else:
                self.popover.place(self._in_window(column, box), self._pane())

    def _check_popover(self) -> None:
        """A popover about words that are no more closes."""
        finding = self.popover.finding
        if self.popover.isVisible() and finding is not None:
            now = same(finding, (f for column in self.columns for f in column.paper.findings))
            if now is None:
                self.popover.close_quietly()
            else:
                self.popover.finding = now  # typing elsewhere may have moved its words
                self._follow_words()

    def _column_of(self, finding: Finding | None) -> Column:
        tag = finding.language if finding is not None else ""
        return next((c for c in self.columns if c.language == tag), self.columns[0])

    def _in_window(self, column: Column, box: QRect) -> QRect:
        return QRect(column.paper.viewport().mapTo(self.window(), box.topLeft()), box.size())

    def _pane(self) -> QRect:
        return QRect(self.mapTo(self.window(), QPoint(0, 0)), self.size())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ParentChange:
            self.popover.close_quietly()
