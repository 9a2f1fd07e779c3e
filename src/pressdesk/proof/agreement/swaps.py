"""What one version names where the others name something else. Start at `swaps`.

Which version is told of it: with three or more the one that stands alone, that is, has what more than half of the
others lack and lacks what more than half of the others have; with two, both.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pressdesk.model.findings import Elsewhere
from pressdesk.model.release import BlockKind
from pressdesk.proof.agreement.align import Row
from pressdesk.proof.agreement.lexicon import Mention, Scans
from pressdesk.proof.agreement.versions import Version
from pressdesk.proof.style.text import Piece


@dataclass(frozen=True, slots=True)
class Sighting:
    """A mention with the paragraph that it stands in; spans count from the paragraph's start."""

    piece: Piece
    mention: Mention


@dataclass(frozen=True)
class Swap:
    """A thing that a version names where the others name another.

    Attributes:
        version: its number.
        odd: what it names.
        instead: the thing that it does not name, or too seldom.
        elsewhere: where the others name that.
    """

    version: int
    odd: Sighting
    instead: str
    elsewhere: tuple[Elsewhere, ...]


def sightings(row: Row, versions: Sequence[Version], lexicon: Scans) -> list[list[Sighting] | None]:
    """What each version names in a row; None for a version that has no such paragraph."""
    return [
        [Sighting(p, m) for p in part for m in lexicon.scan(p.text, version.language)] if part else None
        for part, version in zip(row.parts, versions, strict=True)
    ]


def swaps(
    row: Row,
    versions: Sequence[Version],
    lexicon: Scans,
    near: Callable[[str, str, int], bool] = lambda odd, instead, version: False,
    like: Callable[[str, str], bool] = lambda odd, instead: True,
) -> Iterator[Swap]:
    """Every swap in a row. `near` says of two things whether a version does not tell them apart, `like` whether one can
    stand in the place of the other at all: no country in that of a city."""
    seen = sightings(row, versions, lexicon)
    for number, mine in enumerate(seen):
        others = [(n, s) for n, s in enumerate(seen) if n != number and s is not None]
        if not mine or not others:
            continue
        own = Counter(s.mention.thing for s in mine)
        counted = [Counter(s.mention.thing for s in s_) for _, s_ in others]
        odd = [thing for thing in own if _most(not other[thing] for other in counted)]
        every = {thing for other in counted for thing in other}
        missing = [thing for thing in every if _most(other[thing] > own[thing] for other in counted)]
        missing.sort(key=lambda thing: (own[thing], -sum(other[thing] for other in counted), thing))
        if _is_headline(row):
            odd, missing = _nowhere(number, odd, missing, versions, lexicon)
        for thing, instead in _pairs(odd, missing, lambda a, b, n=number: near(a, b, n), like):  # type: ignore[misc]
            at = next(s for s in mine if s.mention.thing == thing)
            places = tuple(place for n, s_ in others for place in _places(versions[n], s_, instead))
            yield Swap(number, at, instead, places)


def _is_headline(row: Row) -> bool:
    return any(piece.kind is BlockKind.HEADLINE for part in row.parts for piece in part)


def _nowhere(
    number: int, odd: list[str], missing: list[str], versions: Sequence[Version], lexicon: Scans
) -> tuple[list[str], list[str]]:
    """Of a headline, which is short and freely put, only what the rest of the text does not have either."""
    texts = [{m.thing for p in version.pieces for m in lexicon.scan(p.text, version.language)} for version in versions]
    others = [text for n, text in enumerate(texts) if n != number]
    odd = [thing for thing in odd if not all(thing in text for text in others)]
    return odd, [thing for thing in missing if odd or thing not in texts[number]]


def _most(holds: Iterator[bool]) -> bool:
    answers = list(holds)
    return 2 * sum(answers) > len(answers)


def _pairs(
    odd: list[str], missing: list[str], near: Callable[[str, str], bool], like: Callable[[str, str], bool]
) -> Iterator[tuple[str, str]]:
    """Each odd thing with one that is missing; one that only has a near one missing is no swap."""
    left = list(missing)
    for thing in odd:
        if any(near(thing, other) for other in missing):
            continue
        instead = next((other for other in left if like(thing, other)), None)
        if instead is not None:
            left.remove(instead)
            yield thing, instead


def _places(version: Version, seen: Sequence[Sighting], thing: str) -> Iterator[Elsewhere]:
    found = next((s for s in seen if s.mention.thing == thing), None)
    if found is not None:
        yield version.place(found.piece, found.mention.span)
