"""What is known of each paragraph of a text, by its words: findings and language. Start at `Answers`.

A paragraph is its text: wherever it moves, what was found in it moves along, and while it is being changed nothing old
is shown in it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from pressdesk.errors import ProoferUnavailable
from pressdesk.model.asides import Aside, sorted_out
from pressdesk.model.findings import Finding
from pressdesk.proof.overlaps import settled
from pressdesk.text.difference import carried

MOST = 20_000  # paragraphs remembered; a text of 100,000 words has fewer


@dataclass
class Answers:
    """The answers of the checkers, and what the user does not want to hear of.

    All findings count from the start of their paragraph.

    Attributes:
        asides: what is ignored, here or in the whole text.
    """

    _own: dict[str, tuple[Finding, ...]] = field(default_factory=dict)
    _style: dict[str, tuple[Finding, ...]] = field(default_factory=dict)
    _languages: dict[str, str] = field(default_factory=dict)
    _away: dict[str, tuple[ProoferUnavailable, ...]] = field(default_factory=dict)
    _settled: dict[str, tuple[Finding, ...]] = field(default_factory=dict)
    _hidden: dict[str, tuple[tuple[Finding, Aside], ...]] = field(default_factory=dict)
    asides: tuple[Aside, ...] = ()

    def take(self, text: str, findings: Iterable[Finding], away: Iterable[ProoferUnavailable] = ()) -> None:
        """What the languages' own checkers say of a paragraph."""
        if len(self._own) > MOST:
            self.forget()
        self._own[text] = tuple(findings)
        self._away[text] = tuple(away)
        self._settled.pop(text, None)

    def take_style(self, found: Mapping[str, tuple[Finding, ...]]) -> None:
        """What house style says of all paragraphs, by their text."""
        for text in self._style.keys() | found.keys():
            if self._style.get(text) != found.get(text):
                self._settled.pop(text, None)
        self._style = dict(found)

    def take_languages(self, languages: Mapping[str, str]) -> None:
        """The language of each paragraph, by its text."""
        self._languages = dict(languages)

    def language(self, text: str) -> str | None:
        """The language of a paragraph, "" where nothing tells it, None where it is not known yet."""
        return self._languages.get(text)

    def findings(self, text: str) -> tuple[Finding, ...]:
        """What is to be shown in a paragraph, in reading order."""
        found = self._settled.get(text)
        if found is None:
            every = (*self._own.get(text, ()), *self._style.get(text, ()))
            apart = sorted_out(settled(every, [None]), lambda _: text, self.asides)
            found = self._settled[text] = apart.shown
            self._hidden[text] = apart.aside
        return found

    def hidden(self, text: str) -> tuple[tuple[Finding, Aside], ...]:
        """What is ignored in a paragraph, each with what sets it aside."""
        self.findings(text)
        return self._hidden.get(text, ())

    def carry(self, old: str, new: str) -> None:
        """A paragraph is being typed in: what was found before and after the place stays until it is checked anew."""
        if new in self._own or old == new:
            return
        moved = ((finding, carried(finding.span, old, new)) for finding in self.findings(old))
        self._settled[new] = tuple(replace(finding, span=span) for finding, span in moved if span is not None)
        if old in self._languages:
            self._languages.setdefault(new, self._languages[old])

    def away(self, texts: Iterable[str]) -> list[ProoferUnavailable]:
        """Which checkers could not look at these paragraphs, each once."""
        return list({str(notice): notice for text in texts for notice in self._away.get(text, ())}.values())

    def away_in(self, text: str) -> bool | None:
        """Whether a checker could not look at a paragraph; None where it has not been checked yet."""
        return bool(self._away[text]) if text in self._away else None

    def set_asides(self, asides: Iterable[Aside]) -> None:
        """What is ignored from now on."""
        before, self.asides = self.asides, tuple(asides)
        changed = {(a.rule, a.text) for a in {*before} ^ {*self.asides}}
        for text, found in list(self._settled.items()):
            every = (*found, *(f for f, _ in self._hidden.get(text, ())))
            if any((f.rule, f.text) in changed for f in every):
                known = text in self._own or text in self._style
                if known:
                    del self._settled[text]
                else:  # it is being typed in
                    self._settled[text] = sorted_out(found, lambda _, t=text: t, self.asides).shown  # type: ignore[misc]

    def drop(self, gone: Callable[[Finding], bool]) -> None:
        """Forgets the findings of which `gone` is true, in all paragraphs."""
        for kept in (self._own, self._style):
            for text, found in kept.items():
                left = tuple(finding for finding in found if not gone(finding))
                if len(left) < len(found):
                    kept[text] = left
                    self._settled.pop(text, None)

    def forget(self) -> None:
        """Forgets all findings, for they will come anew; what is ignored stays so."""
        for kept in (self._own, self._style, self._away, self._settled, self._hidden):
            kept.clear()
