"""Who did what: organised in one version and assisted in another, rose and fell, north and south. Start at `roles`."""

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache

from pressdesk.proof.agreement.align import Row
from pressdesk.proof.agreement.directions import directions, words
from pressdesk.proof.agreement.found import Difference
from pressdesk.proof.agreement.lexicon import TONGUES, Lexicon, table
from pressdesk.proof.agreement.swaps import Sighting, sightings
from pressdesk.proof.agreement.versions import Version

OPPOSED = "opposed"


def roles(row: Row, versions: Sequence[Version]) -> Iterator[Difference]:
    """A meaning of roles.tsv that a version has alone where others have alone the one that it is opposed to.

    With three or more versions the fewer are told of it; with two, or as many on either side, all.
    """
    yield from directions(row, versions)
    opposed = _opposed()
    seen = sightings(row, versions, meanings())
    for thing, against in opposed.items():
        mine = _alone(seen, {thing}, against)
        theirs = _alone(seen, against, {thing})
        same_side = {other for meaning in against for other in opposed[meaning]}
        if not mine or not theirs or len(_alone(seen, same_side, against)) > len(theirs):
            continue
        places = tuple(versions[n].place(s.piece, s.mention.span) for n, s in theirs)
        for number, sighting in mine:
            yield Difference("role", "role", number, sighting.piece, sighting.mention.span, places)


@cache
def meanings() -> Lexicon:
    """The words of roles.tsv, and of directions.tsv those that tell by themselves. TableError for a damaged table."""
    lexicon = Lexicon()
    for thing, cells in table("roles", OPPOSED).rows.items():
        for tag in TONGUES:
            for form in cells[tag].split(";"):
                lexicon.add(thing, tag, form.strip())
    for way, tag, form, alone in words():
        if alone:
            lexicon.add(way, tag, form)
    return lexicon


@cache
def _opposed() -> Mapping[str, frozenset[str]]:
    """What each meaning is opposed to; of the two ways of directions.tsv the one to the other."""
    ways = {way for way, *_ in words()}
    named = {thing: frozenset(cells[OPPOSED].split()) for thing, cells in table("roles", OPPOSED).rows.items()}
    return named | {way: frozenset(ways - {way}) for way in ways}


def _alone(seen: Sequence[list[Sighting] | None], meant: Set[str], without: Set[str]) -> list[tuple[int, Sighting]]:
    """The versions that have one of some meanings and none of others, each with the place."""
    found = []
    for number, own in enumerate(seen):
        things = {s.mention.thing for s in own or ()}
        if own and things & meant and not things & without:
            found.append((number, next(s for s in own if s.mention.thing in meant)))
    return found
