"""The findings that are underlined on a page, and which of them stands where."""

from collections.abc import Sequence

from pressdesk.gui.findings.standing import fresh
from pressdesk.gui.page.geometry import Hit
from pressdesk.gui.page.paint import Place
from pressdesk.model.findings import Finding, Severity
from pressdesk.model.release import Release
from pressdesk.proof.overlaps import WORST_FIRST
from pressdesk.text.spans import Span


class Underlined:
    """The fresh ones among the findings that a page was given.

    Attributes:
        findings: those whose words stand where they say, in the order given.
        placed: each of them by its severity and place.
    """

    def __init__(self) -> None:
        self.findings: tuple[Finding, ...] = ()
        self.placed: list[tuple[Severity, Place]] = []
        self._given: tuple[Finding, ...] = ()
        self._blocks: dict[str, int] = {}

    def give(self, findings: Sequence[Finding]) -> None:
        """Takes what the checkers found."""
        self._given = tuple(findings)

    def sort_out(self, release: Release | None) -> list[tuple[Severity, Place]]:
        """What is to be underlined in a release: no letter twice, for two lines on one another are neither.

        Where findings overlap the narrower one has the letters, of two on the same words the more severe; what a wider
        one has besides is underlined for it.
        """
        self.findings = fresh(release, self._given) if release is not None else ()
        self._blocks = {b.id: i for i, b in enumerate(release.blocks)} if release is not None else {}
        self.placed = [(f.severity, p) for f in self.findings if (p := self.place(f)) is not None]
        taken: dict[int, list[Span]] = {}
        drawn: list[tuple[Severity, Place]] = []
        for severity, place in sorted(self.placed, key=_narrowest_first):
            here = taken.setdefault(place.block, [])
            drawn += [(severity, Place(place.block, part)) for part in _left(place.span, here)]
            here.append(place.span)
        return drawn

    def place(self, finding: Finding) -> Place | None:
        """Where a finding is; None where the release has no such block."""
        block = self._blocks.get(finding.block or "")
        return Place(block, finding.span) if block is not None else None

    def at(self, hit: Hit) -> Finding | None:
        """The narrowest finding at a letter."""
        here = [
            f
            for f in self.findings
            if self._blocks.get(f.block or "") == hit.block and f.span.start <= hit.position < f.span.end
        ]
        return min(here, key=lambda f: f.span.end - f.span.start, default=None)

    def on(self, place: Place) -> Finding | None:
        """The first finding that shares a letter with some words."""
        return next(
            (
                f
                for f in self.findings
                if self._blocks.get(f.block or "") == place.block and f.span.overlaps(place.span)
            ),
            None,
        )


def _narrowest_first(item: tuple[Severity, Place]) -> tuple[int, int, int]:
    severity, place = item
    return place.span.end - place.span.start, WORST_FIRST[severity], place.block


def _left(span: Span, taken: Sequence[Span]) -> list[Span]:
    """What is left of a span when others are cut out of it."""
    parts = [span]
    for other in taken:
        if other.overlaps(span):
            cut = [(Span(p.start, min(p.end, other.start)), Span(max(p.start, other.end), p.end)) for p in parts]
            parts = [part for pair in cut for part in pair if part.start < part.end]
    return parts
