"""The findings that are underlined on a page, and which of them stands where."""

from collections.abc import Sequence

from pressdesk.gui.findings.standing import fresh
from pressdesk.gui.page.geometry import Hit
from pressdesk.gui.page.paint import Place
from pressdesk.model.findings import Finding, Severity
from pressdesk.model.release import Release


class Underlined:
    """The fresh ones among the findings that a page was given.

    Attributes:
        findings: those whose words stand where they say, in the order given.
    """

    def __init__(self) -> None:
        self.findings: tuple[Finding, ...] = ()
        self._given: tuple[Finding, ...] = ()
        self._blocks: dict[str, int] = {}

    def give(self, findings: Sequence[Finding]) -> None:
        """Takes what the checkers found."""
        self._given = tuple(findings)

    def sort_out(self, release: Release | None) -> list[tuple[Severity, Place]]:
        """What is to be underlined in a release."""
        self.findings = fresh(release, self._given) if release is not None else ()
        self._blocks = {b.id: i for i, b in enumerate(release.blocks)} if release is not None else {}
        return [(f.severity, p) for f in self.findings if (p := self.place(f)) is not None]

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
