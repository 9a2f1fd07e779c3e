"""Which of several findings on the same words is shown. The one place where that is decided. Start at `settled`."""

from collections.abc import Iterable, Sequence

from pressdesk.model.findings import Finding, Kind, Severity
from pressdesk.text.spans import Span

WORST_FIRST = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.HINT: 2, Severity.NUANCE: 3}
FIRST_HEARD = ("facts", "register", "agreement", "style")
"""Checkers that know the draft or the house, before those that know the language alone."""
LAST_HEARD = "languagetool"
"""It knows the language but not the house: whoever else speaks of the same words is more to the point."""
OF_DAYS = ("agreement.no-such-day", "agreement.weekday")
"""What the agreement says of a date by itself; LanguageTool has rules of its own for the same two slips."""
DATED = ("DATE", "TWELFTH_OF_NEVER")
"""What the ids of those rules of LanguageTool 6.8 contain: INVALID_DATE, DATE_WEEKDAY1, EN_DATE_WEEKDAY …"""
SIGNS = frozenset((Kind.SPELLING, Kind.GRAMMAR, Kind.TYPOGRAPHY))
"""Kinds that are about the letters that stand there: two of them on the same letters say one thing twice."""
WIDE = 60
"""Code points. What underlines more, a sentence or a headline, is about the whole of it and not about a word in it."""


STRETCH = 512  # code points


def settled(findings: Iterable[Finding], blocks: Sequence[str | None]) -> list[Finding]:
    """The findings to show, in reading order, the more severe first where two begin together.

    Two findings compete where they are about the same thing: the very same words and the same kind, or letters that
    overlap. Of them stays what the facts, the register, the house say; then the more severe, then the one with a
    suggestion, then the narrower.

    Args:
        findings: of one text, in any order.
        blocks: the ids of its blocks in reading order.
    """
    place = {block: index for index, block in enumerate(blocks)}
    kept: dict[tuple[str | None, int], list[Finding]] = {}  # by stretches: a block may be a book with as many slips
    shown: list[Finding] = []
    for finding in sorted(findings, key=_rank):
        touched = range(finding.span.start // STRETCH, max(finding.span.start, finding.span.end - 1) // STRETCH + 1)
        near = [kept.setdefault((finding.block, stretch), []) for stretch in touched]
        if not any(_same_thing(finding, rival) for rivals in near for rival in rivals):
            shown.append(finding)
            for rivals in near:
                rivals.append(finding)
    return sorted(shown, key=lambda f: (place.get(f.block, -1), f.span.start, WORST_FIRST[f.severity], f.span.end))


def _rank(finding: Finding) -> tuple[int, int, bool, int, int, str]:
    heard = FIRST_HEARD.index(finding.proofer) if finding.proofer in FIRST_HEARD else len(FIRST_HEARD)
    heard += finding.proofer == LAST_HEARD
    return (
        heard,
        WORST_FIRST[finding.severity],
        not finding.suggestions,
        finding.span.end - finding.span.start,
        finding.span.start,
        finding.rule,
    )


def _same_thing(one: Finding, other: Finding) -> bool:
    if one.span == other.span and one.kind is other.kind and one.kind not in (Kind.FACTS, Kind.STYLE):
        return True
    if one.span == other.span and one.rule == other.rule and one.message == other.message:
        return True
    if _same_day(one, other) or _same_day(other, one):
        return True
    if not (one.kind in SIGNS and other.kind in SIGNS) or max(_length(one), _length(other)) > WIDE:
        return False
    return any(a.overlaps(b) for a in _touched(one) for b in _touched(other))


def _same_day(one: Finding, other: Finding) -> bool:
    """Whether both say of one date that it does not exist, or falls on another weekday."""
    if one.rule not in OF_DAYS or other.proofer != LAST_HEARD or not one.span.overlaps(other.span):
        return False
    return any(part in other.rule for part in DATED)


def _touched(finding: Finding) -> list[Span]:
    """The letters that the only suggestion changes where it is as long as the text, else the whole span.

    A pair of quotation marks is one finding; what stands between them is somebody else's.
    """
    put = finding.suggestions[0].text if len(finding.suggestions) == 1 else ""
    if finding.kind is not Kind.TYPOGRAPHY or len(put) != len(finding.text) or put == finding.text:
        return [finding.span]
    start = finding.span.start
    return [Span(start + n, start + n + 1) for n, (a, b) in enumerate(zip(finding.text, put, strict=True)) if a != b]


def _length(finding: Finding) -> int:
    return finding.span.end - finding.span.start
