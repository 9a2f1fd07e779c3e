"""Which findings still stand, in which order, and what blocks a language. Pure, for the page and the list alike."""

from collections.abc import Iterable

from pressdesk.model.draft import Draft
from pressdesk.model.findings import Finding, Kind, Severity
from pressdesk.model.release import Release

ORDER = {severity: place for place, severity in enumerate(Severity)}


def fresh(release: Release, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that speak of the release as it stands: their words are where they say."""
    texts = {block.id: block.text for block in release.blocks}
    return tuple(f for f in findings if f.block in texts and f.span.of(texts[f.block]) == f.text and f.text)


def standing(draft: Draft, release: Release, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The fresh findings that the user has not set aside, the worst first and each kind in reading order.

    Setting aside and the draft's own words count at once, before the next check has come back.
    """
    places = {block.id: place for place, block in enumerate(release.blocks)}
    words = {word.lower() for word in draft.words.get(release.language, ())}
    kept = [
        f
        for f in fresh(release, findings)
        if f.fingerprint() not in draft.ignored and not (f.kind is Kind.SPELLING and f.text.lower() in words)
    ]
    return tuple(sorted(kept, key=lambda f: (ORDER[f.severity], places[f.block or ""], f.span)))


def blockers(release: Release, findings: Iterable[Finding]) -> tuple[int, int]:
    """What blocks a language's final export: errors of the checkers, and facts that it lacks (each counted once)."""
    gaps = {gap.field for gap in release.gaps}
    errors = [f for f in findings if f.severity is Severity.ERROR and not (f.kind is Kind.FACTS and f.field in gaps)]
    return len(errors), len(gaps)
