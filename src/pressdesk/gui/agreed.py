"""What the languages of the open draft say otherwise than one another, beside what each has alone. Start at `Agreed`.

The bridge asks for it in the thread that checks, after the texts, and only where a text has changed since.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from pressdesk.errors import ProoferUnavailable
from pressdesk.model.draft import Draft
from pressdesk.model.findings import Finding
from pressdesk.model.release import Release
from pressdesk.proof.overlaps import settled


class Proofed(Protocol):
    """What a check of one release brings."""

    @property
    def findings(self) -> tuple[Finding, ...]: ...
    @property
    def notices(self) -> tuple[ProoferUnavailable, ...]: ...
    @property
    def aside(self) -> tuple[Finding, ...]: ...


@runtime_checkable
class Comparer(Protocol):
    """A checker that compares the languages too; `pressdesk.app.proofing.Proofing` does."""

    def agree(self, draft: Draft, releases: Sequence[Release], ui_language: str) -> Mapping[str, Proofed]:
        """What the releases say otherwise than one another, by language. Called in a worker thread."""
        ...


@dataclass(frozen=True)
class Compared:
    """The answer of a comparison, with what it was asked of."""

    asked: object
    found: Mapping[str, Proofed]


class Agreed:
    """The newest comparison, and what the languages have by themselves."""

    def __init__(self) -> None:
        self._asked: object = None
        self._found: Mapping[str, Proofed] = {}
        self._own: dict[str, Proofed] = {}

    def to_compare(
        self, draft: Draft, releases: Mapping[str, Release], languages: Sequence[str]
    ) -> tuple[object, tuple[Release, ...]] | None:
        """The releases to compare and what they are known by; None where one is lacking or nothing has changed."""
        texts = tuple(releases[tag] for tag in languages if tag in releases)
        if len(texts) < len(languages) or len(texts) < 2:
            return None
        names = (draft.facts.people, draft.facts.organisations, draft.facts.countries)
        asked = ([[(block.id, block.text) for block in r.blocks] for r in texts], draft.ignored, names)
        return None if asked == self._asked else (asked, texts)

    def take(self, compared: Compared) -> None:
        """Keeps an answer."""
        self._asked, self._found = compared.asked, compared.found

    def keep(self, tag: str, own: Proofed) -> None:
        """Keeps what a language has by itself."""
        self._own[tag] = own

    def forget(self) -> None:
        """Has the next comparison made in any case."""
        self._asked = None

    def findings(self, tag: str, release: Release | None) -> tuple[Finding, ...]:
        """Both together, without differences whose words no longer stand in the release."""
        own = tuple(self._own[tag].findings) if tag in self._own else ()
        if release is None or tag not in self._found:
            return own
        texts = {block.id: block.text for block in release.blocks}
        theirs = [f for f in self._found[tag].findings if f.span.of(texts.get(f.block or "", "")) == f.text]
        return tuple(settled([*own, *theirs], list(texts))) if theirs else own

    def aside(self, tag: str) -> tuple[Finding, ...]:
        """What is set aside in a language, of both."""
        both = (found[tag].aside for found in (self._own, self._found) if tag in found)
        return tuple(finding for some in both for finding in some)
