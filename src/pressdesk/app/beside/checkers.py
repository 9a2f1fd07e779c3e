"""The checkers as the window calls them, each call answered by the checkers' process. Start at `Checkers`."""

import contextlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pressdesk.app.beside.process import Process
from pressdesk.app.places import Places
from pressdesk.app.proofing import Proofed
from pressdesk.app.text_check import TextCheck, TextChecked, Told
from pressdesk.errors import ProoferUnavailable
from pressdesk.model.draft import Draft
from pressdesk.model.findings import Finding
from pressdesk.model.house import House
from pressdesk.model.passage import Passage
from pressdesk.model.release import Release
from pressdesk.proof.telling.runs import Run


class Checkers:
    """`pressdesk.app.proofing.Proofing`, somewhere else: what the window asks of it, with the same answers."""

    def __init__(self, places: Places, ui_language: str = "en") -> None:
        self.process = Process(places, ui_language)

    def proof(self, draft: Draft, release: Release, ui_language: str = "en") -> Proofed:
        """Every finding of a release; what cannot be asked now is a notice."""
        try:
            found = self.process.ask(None, "proof", draft, release, ui_language)
        except ProoferUnavailable as away:
            return Proofed((), (away,))
        assert isinstance(found, Proofed)
        return found

    def agree(self, draft: Draft, releases: Sequence[Release], ui_language: str = "en") -> Mapping[str, Proofed]:
        """What the releases say otherwise than one another, by language."""
        try:
            found = self.process.ask(None, "agree", draft, tuple(releases), ui_language)
        except ProoferUnavailable as away:
            return {release.language: Proofed((), (away,)) for release in releases}
        assert isinstance(found, dict)
        return found

    def text_check(self, ui_language: str = "en", manners: House | None = None) -> "TextChecks":
        """The checkers on texts that are no drafts."""
        return TextChecks(self.process, ui_language, manners)

    def close(self) -> None:
        """Ends the process, and LanguageTool with it."""
        self.process.close()


class TextChecks(TextCheck):
    """`pressdesk.app.text_check.TextCheck`, somewhere else."""

    def __init__(self, process: Process, ui_language: str, manners: House | None) -> None:
        self._process, self._target = process, (ui_language, manners)
        self._to_forget = False

    def check(self, passages: Sequence[Passage], language: str = "") -> TextChecked:
        """Every finding of a text."""
        found = self._ask("check", tuple(passages), language)
        assert isinstance(found, TextChecked)
        return found

    def told(self, passages: Sequence[Passage], chosen: Mapping[int, str] | None = None) -> list[Told]:
        """The language of each paragraph."""
        return list(self._ask("told", tuple(passages), dict(chosen or {})))

    def tell_lines(self, lines: Sequence[str], chosen: Mapping[int, str]) -> list[tuple[str, tuple[Run, ...]]]:
        """The language and the runs of each line."""
        return list(self._ask("tell_lines", tuple(lines), dict(chosen)))

    def style_lines(self, lines: Sequence[str], chosen: Mapping[int, str]) -> list[tuple[int, Finding]]:
        """What house style finds in each line."""
        return list(self._ask("style_lines", tuple(lines), dict(chosen)))

    def passage(self, told: Told) -> tuple[list[Finding], list[ProoferUnavailable]]:
        """What the languages' own checkers find in one paragraph, and which of them could not look."""
        try:
            found, notices = self._ask("passage", told)
        except ProoferUnavailable as away:
            return [], [away]
        return found, notices

    def learn(self, told: Iterable[Told]) -> None:
        """Asks for many paragraphs at once, so that `passage` has most of their answers at hand."""
        with contextlib.suppress(ProoferUnavailable):  # `passage` says so
            self._ask("learn", tuple(told))

    def style(self, told: Sequence[Told]) -> list[Finding]:
        """What house style finds."""
        return list(self._ask("style", tuple(told)))

    def unchecked(self, told: Iterable[Told]) -> list[ProoferUnavailable]:
        """That there are paragraphs in a language that no checker is meant for."""
        return list(self._ask("unchecked", tuple(told)))

    def forget(self) -> None:
        """Has every paragraph checked anew."""
        self._to_forget = True  # said with the next question, for whoever calls this must not wait

    def _ask(self, method: str, *arguments: object) -> Any:
        if self._to_forget:
            self._to_forget = False
            self._process.ask(self._target, "forget")
        return self._process.ask(self._target, method, *arguments)
