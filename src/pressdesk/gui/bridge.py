"""Between the desk, which knows nothing of windows, and the widgets, which know nothing of each other.

One Bridge is made for an open draft and passed to constructors. Widgets call its methods with what the user did and
hear its signals; whatever is slow (rendering, checking) happens in a thread and comes back as a signal.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from pressdesk.app.desk import Deed, Desk
from pressdesk.app.problems import all_problems
from pressdesk.errors import DraftFileError, FactsError, PressDeskError, ProoferUnavailable
from pressdesk.gui.agreed import Agreed, Compared, Comparer, Proofed
from pressdesk.gui.findings.judge import Judge
from pressdesk.gui.jobs import Lane
from pressdesk.gui.kit.icons import Icons
from pressdesk.gui.kit.theme import Theme
from pressdesk.gui.kit.widgets import Make
from pressdesk.gui.naming import full_name
from pressdesk.model.check import Problem
from pressdesk.model.draft import Draft
from pressdesk.model.fields import ReleaseType
from pressdesk.model.findings import Finding
from pressdesk.model.mend import mend, outcome
from pressdesk.model.release import Release
from pressdesk.model.signoff import Issued
from pressdesk.render.render import render
from pressdesk.text.messages import Messages

RENDER_QUIET = 60  # milliseconds of quiet before the text on the screen is made anew
REST_QUIET = 400  # the other languages wait until nobody types, for making them takes the time from the keystrokes
PROOF_QUIET = 250
SETTLE = 40  # milliseconds from a keystroke until the rest of the window says what was typed
ORDER = ("kk", "ru", "en", "pt")


class Checker(Protocol):
    """Whoever checks a release; `pressdesk.app.proofing.Proofing` does."""

    def proof(self, draft: Draft, release: Release, ui_language: str) -> Proofed:
        """Findings and notices of one release. Called in a worker thread."""
        ...


class Bridge(QObject):
    """One open draft, for the widgets.

    Attributes:
        desk: the draft with its history.
        ui: the window's sentences.
        theme, icons, make: how things look, and a builder of small widgets.
        judge: what one may decide about a finding: set it aside, keep the word, switch the rule off.
        language: the language of the text now shown.
        languages: the languages of the release type, Kazakh first.
        releases, findings, notices, problems: the newest answers, for a widget that was made after the signal.
        away: the notices by the language that could not be checked.
        aside: what was found and is set aside in the draft, by language.

    Signals:
        draft_changed(Draft): at once, after every edit.
        draft_settled(Draft): after every edit too, but while keys are typed only every SETTLE ms and when the field is
            left: for whatever costs more than the letter.
        release_ready(language, Release): after RENDER_QUIET ms of quiet.
        findings_ready(language, tuple of Finding): after PROOF_QUIET ms of quiet.
        notices_changed(tuple of ProoferUnavailable): which checkers cannot work, whenever that changes.
        problems_changed(list of Problem): what is missing or odd in the facts.
        field_focused(path): the field the user is in.
        language_changed(language): another text is shown.
        saved(): the draft was written to its file.
        failed(PressDeskError): something could not be done; str() is the sentence.
        checking(bool): whether a check is under way.
        register_wanted(str): an entry of the register is to be shown, by its id.
        told(str): something was done outside the draft that undo takes back.
        why_wanted(Finding): the page of its rule is to be shown.
    """

    draft_changed = Signal(object)
    draft_settled = Signal(object)
    release_ready = Signal(str, object)
    findings_ready = Signal(str, object)
    notices_changed = Signal(object)
    problems_changed = Signal(object)
    field_focused = Signal(str)
    language_changed = Signal(str)
    saved = Signal()
    failed = Signal(object)
    checking = Signal(bool)
    register_wanted = Signal(str)
    why_wanted = Signal(object)
    told = Signal(str)

    def __init__(
        self, desk: Desk, ui: Messages, theme: Theme, icons: Icons, checker: Checker | None = None,
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.desk, self.ui, self.theme, self.icons = desk, ui, theme, icons
        self.make = Make(theme, icons)
        self.judge = Judge(self)
        self.checker = checker
        self._kind = desk.kind
        self.languages = _in_order(self._kind.languages, desk.draft.facts.languages)
        self.language = ui.language if ui.language in self.languages else self.languages[0]
        self.releases: dict[str, Release] = {}
        self.findings: dict[str, tuple[Finding, ...]] = {}
        self.notices: tuple[ProoferUnavailable, ...] = ()
        self.problems: list[Problem] = []
        self.focused = ""
        self.away: dict[str, tuple[ProoferUnavailable, ...]] = {}
        self.aside: dict[str, tuple[Finding, ...]] = {}
        self._checked: dict[str, Draft] = {}
        self._agreed = Agreed()
        self._settling = QTimer(self, singleShot=True, interval=SETTLE)
        self._settling.timeout.connect(self.settle)
        self._rendering = Lane(RENDER_QUIET, self)
        self._rest = Lane(REST_QUIET, self)
        self._proofing = Lane(PROOF_QUIET, self)
        self._hurry = False
        self._rendering.finished.connect(self._hurry_rest)
        for lane in (self._rendering, self._rest):
            lane.result.connect(self._take_rendered)
            lane.finished.connect(self._ask_for_checks)
        self._proofing.result.connect(self._take_proofed)
        self._proofing.finished.connect(lambda: self.checking.emit(False))
        for lane in (self._rendering, self._rest, self._proofing):
            lane.failed.connect(self.failed)

    # --- what the user does ------------------------------------------------------------------------------------

    @property
    def draft(self) -> Draft:
        """The draft as it stands."""
        return self.desk.draft

    @property
    def kind(self) -> ReleaseType:
        """The draft's release type."""
        if self._kind.id != self.draft.facts.type:
            self._kind = self.desk.kind
        return self._kind

    def start(self) -> None:
        """Makes the first texts, without the quiet time."""
        self.draft_changed.emit(self.draft)
        self.draft_settled.emit(self.draft)
        self._ask_for_text(at_once=True)

    def put(self, path: str, value: object, typing: bool = True) -> None:
        """Sets the fact at a path; keystrokes in one field are one step of undo."""
        self.desk.put(path, value, self.step_name(path), typing=typing)
        self._changed(typing=typing)

    def insert(self, path: str, value: object) -> None:
        """One more item in a list, at the place the path names."""
        self.desk.insert(path, value, self.step_name(path))
        self._changed()

    def remove(self, path: str) -> None:
        """Takes an item out of its list."""
        self.desk.remove(path, self.step_name(path))
        self._changed()

    def move(self, path: str, to: int) -> None:
        """Moves an item within its list."""
        self.desk.move(path, to, self.step_name(path))
        self._changed()

    def change(self, draft: Draft, step: str, merge: str = "") -> None:
        """Makes another draft the present one: for edits of more than one place. `step` names it for undo."""
        self.desk.change(draft, step, merge)
        self._changed(typing=bool(merge))

    def note(self, draft: Draft, step: str) -> None:
        """Makes another draft the present one of which every text is the same: ticks of the checklist. Nothing is made
        or checked anew."""
        old = self.draft
        self.desk.change(draft, step)
        self._passed_on(old)

    def record(self, release: Issued) -> None:
        """Adds a final release to the draft's record, which no undo takes away."""
        old = self.draft
        self.desk.record(release)
        self._passed_on(old)

    def _passed_on(self, old: Draft) -> None:
        self._checked = {tag: self.draft if draft is old else draft for tag, draft in self._checked.items()}
        self.draft_changed.emit(self.draft)
        self.settle()

    def undo(self) -> None:
        """Takes the last step back."""
        self._attempt(self.desk.undo)

    def redo(self) -> None:
        """Brings the step back that undo took."""
        self._attempt(self.desk.redo)

    def act(self, deed: Deed, step: str) -> bool:
        """Does something outside the draft, which undo takes back; False where that failed, and `failed` has told."""
        return self._attempt(lambda: self.desk.act(deed, step))

    def _attempt(self, step: Callable[[], object]) -> bool:
        before = self.draft
        try:
            step()
        except PressDeskError as error:
            self.failed.emit(error)
            return False
        if self.draft is before:
            self._checked.clear()  # what has changed lies outside the draft: words, rules, the register
            self._agreed.forget()
        self._changed()
        return True

    def seal(self) -> None:
        """Ends the running step of undo: a field lost the focus."""
        self.desk.seal()
        if self._settling.isActive():
            self.settle()

    def save(self, path: Path | None = None) -> bool:
        """Writes the draft; False where that failed, and `failed` has told why."""
        try:
            self.desk.save(path)
        except DraftFileError:
            where = path or self.desk.path
            self.failed.emit(DraftFileError(self.ui.say("shell.error.not_saved", path=where)))
            return False
        self.desk.seal()  # so that undo can come back to what the file holds
        self.saved.emit()
        return True

    def focus_field(self, path: str) -> None:
        """The user is in this field now; "" for none."""
        if path != self.focused:
            self.focused = path
            self.field_focused.emit(path)

    def show_language(self, tag: str) -> None:
        """Shows the text in another language of the draft."""
        if tag in self.languages and tag != self.language:
            self.language = tag
            self.language_changed.emit(tag)
            if self._rest.busy:  # the text now on the screen may be an old one
                self._ask_for_text(at_once=True)

    def apply(self, finding: Finding, suggestion: str) -> bool:
        """Puts a suggestion into the fact that the words come from; False where no fact can be changed so."""
        release = self.releases.get(finding.language or self.language)
        if release is None:
            return False
        mended = mend(self.draft, release, finding, suggestion)
        if mended is None:
            why = outcome(self.draft, release, finding, suggestion)
            self.failed.emit(FactsError(self.ui.say(f"shell.mend.{why.value}", text=finding.text)))
            return False
        self.change(mended, self.ui.say("shell.step.mend", text=finding.text))
        return True

    def step_name(self, path: str) -> str:
        """What undo calls an edit at a path: «Адамдар 2 · Аты-жөні»."""
        return full_name(self.kind, path, self.ui)

    def forget(self, gone: Callable[[Finding], bool]) -> None:
        """Drops findings that are known to be settled, before the next check says so too."""
        for tag, findings in self.findings.items():
            self.findings[tag] = tuple(f for f in findings if not gone(f))

    @property
    def busy(self) -> bool:
        """Whether a text or a check is still to come."""
        return self._rendering.busy or self._rest.busy or self._proofing.busy

    def recheck(self) -> None:
        """Checks all texts again: a checker has become available, or the user's dictionary changed."""
        self._checked.clear()
        self._agreed.forget()
        self._ask_for_checks()

    def close(self) -> None:
        """Ends the work in threads; after this no signal comes any more."""
        self._settling.stop()
        for lane in (self._rendering, self._rest, self._proofing):
            lane.drop()

    # --- what comes of it --------------------------------------------------------------------------------------

    def settle(self) -> None:
        """Says now what was typed, where that still waits its moment."""
        self._settling.stop()
        self.draft_settled.emit(self.draft)

    def _changed(self, *, typing: bool = False) -> None:
        self._proofing.drop()
        self.draft_changed.emit(self.draft)
        if not typing:
            self.settle()
        elif not self._settling.isActive():
            self._settling.start()
        self._ask_for_text()

    def _ask_for_text(self, *, at_once: bool = False) -> None:
        draft, kind, house = self.draft, self.kind, self.desk.house
        shown, rest = self.language, [tag for tag in self.languages if tag != self.language]

        def first() -> Iterator[object]:
            yield render(draft, shown, house)
            yield all_problems(draft, kind)

        def others() -> Iterator[object]:
            for tag in rest:
                yield render(draft, tag, house)

        self._rendering.ask(first, at_once=at_once)
        self._rest.ask(others)
        self._hurry = at_once

    def _hurry_rest(self) -> None:
        if self._hurry:  # nobody is typing yet
            self._hurry = False
            self._rest.hurry()

    def _take_rendered(self, thing: object) -> None:
        if isinstance(thing, Release):
            self.releases[thing.language] = thing
            self.release_ready.emit(thing.language, thing)
        elif isinstance(thing, list):
            self.problems = thing
            self.problems_changed.emit(thing)

    def _ask_for_checks(self) -> None:
        checker, draft, ui_language = self.checker, self.draft, self.ui.language
        if checker is None:
            return
        order = [self.language, *(tag for tag in self.languages if tag != self.language)]
        stale = [tag for tag in order if self._checked.get(tag) is not draft]
        # while the other languages are still to be made, only the text on the screen is checked
        wanted = [tag for tag in stale if tag == self.language or not self._rest.busy]
        texts = [self.releases[tag] for tag in wanted if tag in self.releases]
        if not texts:
            return
        whole = None if self._rest.busy else self._agreed.to_compare(draft, self.releases, self.languages)

        def work() -> Iterator[object]:
            for release in texts:
                yield _Checked(draft, release.language, checker.proof(draft, release, ui_language))
            if whole is not None and isinstance(checker, Comparer):
                yield Compared(whole[0], checker.agree(draft, whole[1], ui_language))

        self.checking.emit(True)
        self._proofing.ask(work)

    def _take_proofed(self, thing: object) -> None:
        if isinstance(thing, Compared):
            self._agreed.take(thing)
            for tag in thing.found:
                self._show_findings(tag)
        if not isinstance(thing, _Checked):
            return
        self._checked[thing.language] = thing.draft
        self._agreed.keep(thing.language, thing.proofed)
        self.away[thing.language] = tuple(thing.proofed.notices)
        self._show_findings(thing.language)
        notices = tuple({str(n): n for some in self.away.values() for n in some}.values())
        if [str(n) for n in notices] != [str(n) for n in self.notices]:
            self.notices = notices
            self.notices_changed.emit(notices)

    def _show_findings(self, tag: str) -> None:
        self.findings[tag] = self._agreed.findings(tag, self.releases.get(tag))
        self.aside[tag] = self._agreed.aside(tag)
        self.findings_ready.emit(tag, self.findings[tag])


@dataclass(frozen=True, slots=True)
class _Checked:
    draft: Draft
    language: str
    proofed: Proofed


def _in_order(offered: tuple[str, ...], wanted: tuple[str, ...]) -> tuple[str, ...]:
    """The languages of the release type that the draft wants (all where it names none), Kazakh first."""
    chosen = [tag for tag in offered if tag in wanted] or list(offered)
    known = [tag for tag in ORDER if tag in chosen]
    return (*known, *(tag for tag in chosen if tag not in ORDER))
