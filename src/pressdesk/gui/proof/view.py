"""The window of any text: the text, its findings, and what one may do with both. Start at `ProofView`.

Nothing is checked while keys are pressed; QUIET ms after the last one what has changed is, the lines in sight first.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QMenu, QSplitter, QWidget

from pressdesk.app.desk import Deed
from pressdesk.app.text_check import TextCheck
from pressdesk.gui.findings.choices import EVERYWHERE, HERE
from pressdesk.gui.findings.languages import State
from pressdesk.gui.kit.widgets import IconButton, Make, column, row
from pressdesk.gui.proof.answers import Answers
from pressdesk.gui.proof.away import Away
from pressdesk.gui.proof.checking import QUIET, Asked, Checking, Found, Styled
from pressdesk.gui.proof.editor import CHOICES, Editor, name_of
from pressdesk.gui.proof.menus import Deeds, language_menu, row_menu, text_menu
from pressdesk.gui.proof.rows import Row, TextFindings
from pressdesk.model.asides import Aside, everywhere, here
from pressdesk.model.findings import Finding
from pressdesk.text.messages import Messages

WIDE, NARROW = 1100, 860  # px at 100 %: from here the findings stand beside the text; below it the buttons are icons
SHOWN_AFTER, LISTED_AFTER = 30, 200  # milliseconds in which answers are gathered before they are painted or listed


class ProofView(QWidget):
    """A text and its findings.

    Attributes:
        editor, findings: the two halves.
    Signals:
        back_wanted(): the text is to be closed.
        open_wanted(), save_wanted(): a file is to be chosen.
        file_dropped(str): a file was dropped on the text.
        told(str, object): something was done, as a sentence, and what undoes it (a callable or None).
        decided(str, Finding): a Choice that changes more than this text, by its id.
        asides_changed(): something is ignored, or no longer.
        rule_wanted(str): a rule is to be switched on again.
        fix_wanted(): many signs are to be mended at once.
        setup_wanted(): a checker is to be set up.
        failed(PressDeskError): something could not be done.
        touched(): the text was changed.
    """

    back_wanted = Signal()
    open_wanted = Signal()
    save_wanted = Signal()
    file_dropped = Signal(str)
    told = Signal(str, object)
    decided = Signal(str, object)
    asides_changed = Signal()
    rule_wanted = Signal(str)
    fix_wanted = Signal()
    setup_wanted = Signal()
    failed = Signal(object)
    touched = Signal()

    def __init__(self, make: Make, ui: Messages, check: Callable[[], TextCheck] | None) -> None:
        """`check` makes the checkers, in a worker's thread; None checks nothing."""
        super().__init__()
        self.setObjectName("proof")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._make, self._ui = make, ui
        self.answers = Answers()
        self.editor = Editor(make.theme, ui, self.answers)
        self.findings = TextFindings(make, ui)
        self.checking = Checking(check, self) if check is not None else None
        self._typed_in = (0, "")  # the paragraph where the cursor is: number and text
        self._bar = self._make_bar()
        self.away = Away(make, ui)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.addWidget(self.editor)
        self._split.addWidget(self.findings)
        self._split.setStretchFactor(0, 1)
        self._split.setChildrenCollapsible(False)
        layout = column(self._bar, self.away, self._split, spacing=0)
        layout.setStretchFactor(self._split, 1)
        self.setLayout(layout)
        self._quiet, self._paint, self._list = (self._timer(ms) for ms in (QUIET, SHOWN_AFTER, LISTED_AFTER))
        self._quiet.timeout.connect(self.check)
        self._paint.timeout.connect(self.editor.refresh)
        self._list.timeout.connect(self._show_rows)
        self._connect()

    def _timer(self, after: int) -> QTimer:
        return QTimer(self, singleShot=True, interval=after)

    def _connect(self) -> None:
        editor, findings = self.editor, self.findings
        editor.textChanged.connect(self._changed)
        editor.cursorPositionChanged.connect(self._moved)
        editor.file_dropped.connect(self.file_dropped)
        editor.menu_wanted.connect(self._text_menu)
        editor.margin_wanted.connect(self._language_menu)
        self.away.mend_wanted.connect(self.setup_wanted)
        self.away.again_wanted.connect(self.check_anew)
        findings.chosen.connect(editor.show_finding)
        findings.entered.connect(self._enter)
        findings.menu_wanted.connect(self._row_menu)
        findings.applied.connect(self._apply)
        findings.next_wanted.connect(lambda: self.step(1))
        findings.fix_wanted.connect(self.fix_wanted)
        findings.decided.connect(self.decide)
        findings.restored.connect(self._restore)
        findings.rule_wanted.connect(self.rule_wanted)
        if self.checking is not None:
            self.checking.told.connect(self._take_languages)
            self.checking.found.connect(self._take_found)
            self.checking.styled.connect(self._take_styled)
            self.checking.working.connect(lambda _: self._show_state())
            self.checking.failed.connect(self.failed)

    def _make_bar(self) -> QWidget:
        make, say = self._make, self._ui.say
        px = make.theme.px
        back = make.icon_button("arrow-left", say("proof.back"), self.back_wanted.emit, keys="Ctrl+W", size=32)
        self.title = make.label(say("proof.title"), "heading", elide=True)
        self.count = make.label("", "small", "text2")
        acts: tuple[tuple[str, str, str, Callable[[], object]], ...] = (
            ("folder-open", "proof.file", "Ctrl+O", self.open_wanted.emit),
            ("copy", "proof.copy_all", "", self.copy_all),
            ("save", "proof.save", "Ctrl+S", self.save_wanted.emit),
        )
        self._wide = [make.button(say(words), icon=icon, clicked=act) for icon, words, _, act in acts]
        for button, (_, words, keys, _act) in zip(self._wide, acts, strict=True):
            button.setToolTip(f"{say(words)}  {keys}".strip())
        self._icons: list[IconButton] = [
            make.icon_button(icon, say(words), act, keys=keys, size=32) for icon, words, keys, act in acts
        ]
        layout = row(
            back, self.title, self.count, None, *self._wide, *self._icons, spacing=px(8), margins=(px(8), 0, px(12), 0)
        )
        bar = make.frame(layout)
        bar.setObjectName("proofBar")
        bar.setFixedHeight(px(52))
        return bar

    # --- from outside ------------------------------------------------------------------------------------------------

    def show_text(self, text: str, chosen: dict[int, str] | None = None, title: str = "") -> None:
        """Another text, with languages that are known already and the name of its file; it can be undone to none."""
        self.editor.setPlainText(text)
        for number, tag in (chosen or {}).items():
            self.editor.choose(number, tag)
        self.editor.document().setModified(False)
        self.editor.history.clear()
        self._typed_in = (-1, "")
        self.editor.moveCursor(QTextCursor.MoveOperation.Start)
        self.title.setText(title or self._ui.say("proof.title"))
        self.check()

    def check(self) -> None:
        """Checks what has changed, now."""
        self._quiet.stop()
        lines = self.editor.lines()
        words = sum(len(line.split()) for line in lines)
        self.count.setText(self._ui.say("proof.words", n=words) if words else "")
        if self.checking is not None and words:
            self.checking.ask(Asked(lines, self.editor.chosen(), self.editor.in_sight()), at_once=True)
        else:
            self._show_rows()

    def check_anew(self, *, answers: bool = True) -> None:
        """Checks everything again: a checker has come, or words and names have changed.

        What was found stands until it is found anew. `answers` False: it still holds, but a rule was switched.
        """
        if self.checking is not None:
            self.checking.forget(answers=answers)
        self.check()

    def drop(self, gone: Callable[[Finding], bool]) -> None:
        """Findings that are settled by what was done go at once, before the next check says so too."""
        self.answers.drop(gone)
        self._soon()

    def copy_all(self) -> None:
        """The whole text on the clipboard."""
        QGuiApplication.clipboard().setText(self.editor.text())
        self.told.emit(self._ui.say("proof.copied"), None)

    def step(self, by: int) -> None:
        """To the next finding (1) or the one before (-1) in the text, round its end."""
        rows = [item for item in self.rows() if self.findings.model.has(item[1])]
        if not rows:
            return
        cursor = self.editor.textCursor()
        selected = self.editor.selected
        if selected in rows and cursor.blockNumber() == selected[0]:
            place = rows.index(selected) + by
        else:
            number, at = cursor.blockNumber(), cursor.positionInBlock()
            later = [i for i, (n, f) in enumerate(rows) if (n, f.span.start) >= (number, at)]
            place = (later[0] if later else 0) if by > 0 else (later[0] if later else len(rows)) - 1
        self._go(*rows[place % len(rows)])

    def rows(self) -> list[Row]:
        """The findings in reading order, each with its paragraph's number."""
        return [
            (number, finding)
            for number, line in enumerate(self.editor.lines())
            for finding in (self.answers.findings(line) if line else ())
        ]

    def _aside(self) -> list[Row]:
        """What is ignored, as `rows`."""
        if not self.answers.asides:
            return []
        lines = enumerate(self.editor.lines())
        return [(n, finding) for n, line in lines if line for finding, _ in self.answers.hidden(line)]

    def _states(self) -> dict[str, State]:
        """The languages of the text in their order, and what is known of each."""
        known: dict[str, set[bool | None]] = {}
        for line in self.editor.lines():
            tag = self.answers.language(line) if line.strip() else ""
            if tag:
                known.setdefault(tag, set()).add(self.answers.away_in(line))
        states = {}
        for tag, found in known.items():
            away = True in found or tag not in CHOICES
            states[tag] = State.AWAY if away else State.WAITS if found == {None} else State.CHECKED
        return states

    def pane(self) -> None:
        """The keyboard goes from the text to the findings and back."""
        (self.findings.list if self.editor.hasFocus() else self.editor).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def menu_here(self) -> None:
        """What one may do about the row that has the keyboard, else at the cursor."""
        if self.findings.list.hasFocus():
            self.findings.open_menu()
        else:
            self._text_menu(self.editor.viewport().mapToGlobal(self.editor.cursorRect().bottomLeft()))

    def close_view(self) -> None:
        """Ends the work in threads."""
        for timer in (self._quiet, self._paint, self._list):
            timer.stop()
        if self.checking is not None:
            self.checking.hold()

    # --- what comes of it --------------------------------------------------------------------------------------------

    def _changed(self) -> None:
        if self.editor.history.marking:
            return
        cursor = self.editor.textCursor()
        number, text = cursor.blockNumber(), cursor.block().text()
        if number == self._typed_in[0]:
            self.answers.carry(self._typed_in[1], text)
        self._typed_in = (number, text)
        self.editor.selected = None
        if self.checking is not None:
            self.checking.hold()
        self._quiet.start()
        self.touched.emit()

    def _moved(self) -> None:
        block = self.editor.textCursor().block()
        if block.blockNumber() != self._typed_in[0]:  # the cursor of a letter typed moves before the text is said to
            self._typed_in = (block.blockNumber(), block.text())
        self.editor.untint()

    def _take_languages(self, languages: dict[str, str]) -> None:
        self.answers.take_languages(languages)
        self._paint.start()

    def _take_found(self, found: Found) -> None:
        self.answers.take(found.text, found.findings, found.away)
        self._soon()

    def _take_styled(self, styled: Styled) -> None:
        self.answers.take_style(styled.findings)
        self.away.show_all([*self.answers.away(self.editor.lines()), *styled.notices])
        self._soon()

    def _soon(self) -> None:
        for timer in (self._paint, self._list):
            if not timer.isActive():
                timer.start()

    def _show_rows(self) -> None:
        if self._quiet.isActive():  # somebody types: the list can wait
            self._list.start()
            return
        self.findings.take(self.rows(), self._aside(), self._states())
        self._show_state()

    def _show_state(self) -> None:
        busy = self.checking is not None and self.checking.busy
        self.findings.show_state(checking=busy, empty=self.editor.document().isEmpty())

    def _go(self, number: int, finding: Finding) -> None:
        """To a finding, with the keyboard on its row: there its keys do what the menu says."""
        self.editor.show_finding(number, finding)
        self.findings.select(number, finding)
        self.findings.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _enter(self, number: int, finding: Finding) -> None:
        """Into the text, before the finding's words."""
        self.editor.show_finding(number, finding)
        self.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # --- menus -------------------------------------------------------------------------------------------------------

    def _row_menu(self, number: int, finding: Finding, where: QPoint) -> None:
        row_menu(self, self._ui, (number, finding), Deeds(self._apply, self.decide)).popup(where)

    def _text_menu(self, where: QPoint) -> None:
        menu = text_menu(self.editor, self._ui, self.editor.here(), Deeds(self._apply, self.decide))
        menu.addSeparator()
        menu.addMenu(self._languages(self.editor.textCursor().blockNumber()))
        menu.popup(where)

    def _language_menu(self, number: int, where: QPoint) -> None:
        self._languages(number).popup(where)

    def _languages(self, number: int) -> QMenu:
        block = self.editor.document().findBlockByNumber(number)
        chosen = self.editor.chosen().get(number, "")
        named = name_of(self.editor.margin.language(block), self._ui)
        return language_menu(self, self._ui, CHOICES, chosen, named, lambda tag: self._choose(number, tag))

    def _choose(self, number: int, language: str) -> None:
        """Somebody says the language of a paragraph."""

        def say(tag: str) -> None:
            self.editor.choose(number, tag)
            self.check()

        before = self.editor.chosen().get(number, "")
        self.editor.history.act(Deed(lambda: say(language), lambda: say(before)))

    def _apply(self, number: int, finding: Finding, words: str) -> None:
        self._typed_in = (number, self.editor.document().findBlockByNumber(number).text())
        self.editor.replace(number, finding, words)
        self.check()

    def decide(self, choice: str, number: int, finding: Finding) -> None:
        """Carries a Choice out, by its id."""
        if choice not in (HERE.id, EVERYWHERE.id):
            self.decided.emit(choice, finding)
            return
        text = self.editor.document().findBlockByNumber(number).text()
        aside = here(finding, text) if choice == HERE.id else everywhere(finding)

        def undo() -> None:
            self.findings.wish(number, finding)
            self._take_back(aside)

        self.editor.history.act(Deed(lambda: self._set_asides((*self.answers.asides, aside)), undo))
        step = "proof.ignored_here" if choice == HERE.id else "proof.ignored_everywhere"
        self.told.emit(self._ui.say(step, text=finding.text), self.editor.undo)

    def _restore(self, number: int, finding: Finding) -> None:
        """Shows again what is ignored."""
        text = self.editor.document().findBlockByNumber(number).text()
        aside = next((aside for hidden, aside in self.answers.hidden(text) if hidden == finding), None)
        if aside is not None:
            self.editor.history.act(
                Deed(lambda: self._take_back(aside), lambda: self._set_asides((*self.answers.asides, aside)))
            )
            self.told.emit(self._ui.say("findings.restored"), self.editor.undo)

    def _take_back(self, aside: Aside) -> None:
        left = list(self.answers.asides)
        if aside in left:
            left.remove(aside)
            self._set_asides(left)

    def _set_asides(self, asides: Sequence[Aside]) -> None:
        self.answers.set_asides(asides)
        self.editor.selected = None
        self.asides_changed.emit()
        self._soon()

    # --- room --------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        scale = self._make.theme.scale
        width = event.size().width() / scale
        for widget in self._wide:
            widget.setVisible(width >= NARROW)
        for icon in self._icons:
            icon.setVisible(width < NARROW)
        beside = Qt.Orientation.Horizontal if width >= WIDE else Qt.Orientation.Vertical
        if self._split.orientation() is not beside or event.oldSize() == QSize(-1, -1):
            self._split.setOrientation(beside)
            self.findings.set_beside(width >= WIDE)
            total = event.size().width() if width >= WIDE else event.size().height() - round(52 * scale)
            listed = round((420 if width >= WIDE else 170) * scale)
            self._split.setSizes([max(1, total - listed), listed])
