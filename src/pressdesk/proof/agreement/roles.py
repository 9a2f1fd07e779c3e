"""Who did what: organised in one version and assisted in another, rose and fell, north and south. Start at `roles`."""

from collections.abc import Iterator, Sequence

from pressdesk.proof.agreement.align import Row
from pressdesk.proof.agreement.found import Difference
from pressdesk.proof.agreement.lexicon import table
from pressdesk.proof.agreement.swaps import Sighting, sightings
from pressdesk.proof.agreement.versions import Version

OPPOSED = "opposed"


def roles(row: Row, versions: Sequence[Version]) -> Iterator[Difference]:
    """A meaning of roles.tsv that a version has alone where others have alone the one that it is opposed to.

    With three or more versions the fewer are told of it; with two, or as many on either side, all.
    """
    known = table("roles", OPPOSED)
    seen = sightings(row, versions, known.lexicon)
    for thing, cells in known.rows.items():
        against = set(cells[OPPOSED].split())
        mine = _alone(seen, {thing}, against)
        theirs = _alone(seen, against, {thing})
        same_side = {other for meaning in against for other in known.rows[meaning][OPPOSED].split()}
        if not mine or not theirs or len(_alone(seen, same_side, against)) > len(theirs):
            continue
        places = tuple(versions[n].place(s.piece, s.mention.span) for n, s in theirs)
        for number, sighting in mine:
            yield Difference("role", "role", number, sighting.piece, sighting.mention.span, places)


def _alone(seen: Sequence[list[Sighting] | None], meant: set[str], without: set[str]) -> list[tuple[int, Sighting]]:
    """The versions that have one of some meanings and none of others, each with the place."""
    found = []
    for number, own in enumerate(seen):
        things = {s.mention.thing for s in own or ()}
        if own and things & meant and not things & without:
            found.append((number, next(s for s in own if s.mention.thing in meant)))
    return found
