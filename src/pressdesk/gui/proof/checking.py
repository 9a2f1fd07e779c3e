"""Checks a text beside the window: what is in sight first, only what has changed, house style when all is quiet.

Whatever is under way stops at the next paragraph when a key is pressed (`hold`): a checker that computes in Python
would else take the time from the letters.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from pressdesk.app.text_check import TextCheck, Told, chunks
from pressdesk.errors import ProoferUnavailable
from pressdesk.gui.jobs import Lane
from pressdesk.model.findings import Finding
from pressdesk.model.passage import Passage

QUIET = 250  # milliseconds without a key before the words are checked
STYLE_QUIET = 900  # and before house style is, which reads the whole text


@dataclass(frozen=True, slots=True)
class Asked:
    """A text to check: its lines, the languages somebody chose by line, and the lines in sight."""

    lines: tuple[str, ...]
    chosen: Mapping[int, str]
    first: range


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in a paragraph, from its start, and who could not look."""

    text: str
    language: str
    findings: tuple[Finding, ...]
    away: tuple[ProoferUnavailable, ...]


@dataclass(frozen=True, slots=True)
class Styled:
    """What house style found, by the text of the paragraph, and whom it or the languages miss."""

    findings: Mapping[str, tuple[Finding, ...]]
    notices: tuple[ProoferUnavailable, ...]


class Checking(QObject):
    """The checks of one text.

    Signals:
        told(mapping of text to language): the languages of all paragraphs.
        found(Found): one paragraph has been checked.
        styled(Styled): house style has read the whole.
        working(bool): whether a check is under way.
        failed(PressDeskError): a check could not be made.
    """

    told = Signal(object)
    found = Signal(object)
    styled = Signal(object)
    working = Signal(bool)
    failed = Signal(object)

    def __init__(self, make: Callable[[], TextCheck], parent: QObject | None = None) -> None:
        """`make`: makes the checkers, in the worker's thread, once."""
        super().__init__(parent)
        self._make = make
        self._check: TextCheck | None = None
        self._told: _Languages | None = None
        self._sent: set[tuple[str, str]] = set()
        self._words, self._style = Lane(QUIET, self), Lane(STYLE_QUIET, self)
        self._words.result.connect(self._take)
        self._words.finished.connect(self._ask_style)
        self._style.result.connect(self.styled)
        self._style.finished.connect(lambda: self.working.emit(False))
        for lane in (self._words, self._style):
            lane.failed.connect(self.failed)

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._words.busy or self._style.busy

    def ask(self, asked: Asked, *, at_once: bool = False) -> None:
        """Wants a text checked after QUIET ms; what was wanted before is forgotten, what was found is not."""
        self._style.drop()
        self._words.ask(lambda: self._work(asked), at_once=at_once)
        self.working.emit(True)

    def hold(self) -> None:
        """A key was pressed: whatever is under way stops; the next `ask` goes on with it."""
        self._words.drop()
        self._style.drop()

    def forget(self, *, answers: bool = True) -> None:
        """Has all paragraphs checked anew by the next `ask`; `answers` False: only what is at hand is asked again."""
        self.hold()
        self._sent.clear()
        if self._check is not None and answers:
            self._check.forget()

    def _work(self, asked: Asked) -> Iterator[object]:
        if self._check is None:
            self._check = self._make()
        check = self._check
        told = check.tell_lines(asked.lines, asked.chosen)
        yield _Languages(asked, tuple(language for language, _ in told))
        every = (Told(Passage(None, asked.lines[place]), *told[place]) for place in in_order(len(told), asked.first))
        new = [one for one in every if one.passage.text.strip() and (one.passage.text, one.language) not in self._sent]
        for some in chunks(new):
            if len(some) > 1:
                check.learn(some)
                yield None  # a key may have been pressed meanwhile
            for one in some:
                findings, away = check.passage(one)
                yield Found(one.passage.text, one.language, tuple(findings), tuple(away))

    def _take(self, thing: object) -> None:
        if isinstance(thing, Found):
            if not thing.away:
                self._sent.add((thing.text, thing.language))
            self.found.emit(thing)
        elif isinstance(thing, _Languages):
            self._told = thing
            self.told.emit(dict(zip(thing.asked.lines, thing.languages, strict=True)))

    def _ask_style(self) -> None:
        told, check = self._told, self._check
        if check is None or told is None:
            self.working.emit(False)
            return
        lines, chosen = told.asked.lines, told.asked.chosen
        tags = dict.fromkeys(told.languages)

        def work() -> Iterator[object]:
            by_text: dict[str, list[Finding]] = {}
            for number, finding in check.style_lines(lines, chosen):
                by_text.setdefault(lines[number], []).append(finding)
            notices = check.unchecked([Told(Passage(None, ""), tag) for tag in tags])
            yield Styled({text: tuple(some) for text, some in by_text.items()}, tuple(notices))

        self._style.ask(work)


@dataclass(frozen=True, slots=True)
class _Languages:
    asked: Asked
    languages: tuple[str, ...]


def in_order(count: int, first: range) -> Iterator[int]:
    """The numbers below `count`, those of `first` before the others."""
    yield from (place for place in first if 0 <= place < count)
    yield from (place for place in range(count) if place not in first)
