"""Everything that versions say otherwise. Start at `differences`."""

from collections.abc import Iterable, Sequence

from pressdesk.proof.agreement import figures_differ
from pressdesk.proof.agreement.align import basic_signs, rows
from pressdesk.proof.agreement.found import Difference
from pressdesk.proof.agreement.lexicon import table
from pressdesk.proof.agreement.names import Names
from pressdesk.proof.agreement.organisations import bodies, posts
from pressdesk.proof.agreement.paragraphs import paragraphs
from pressdesk.proof.agreement.quotes import quotes
from pressdesk.proof.agreement.roles import meanings, roles
from pressdesk.proof.agreement.spotting import Common, Known
from pressdesk.proof.agreement.topics import topics
from pressdesk.proof.agreement.versions import Version
from pressdesk.proof.style.text import Piece
from pressdesk.text.spans import Span


def differences(versions: Sequence[Version], known: Known, common: Common) -> list[Difference]:
    """Every difference between two versions or more, by version and in reading order, each place told once a rule."""
    signs = _Signs(known).of
    aligned = rows(versions, signs)
    found: list[Difference] = list(paragraphs(aligned, versions, signs))
    whole = [row for row in aligned if sum(bool(part) for part in row.parts) > 1]
    found += Names(versions, known, common).differences(aligned)
    for row in whole:
        found += posts(row, versions)
        found += bodies(row, versions, known.organisations)
        found += topics(row, versions)
        found += quotes(row, versions)
        found += roles(row, versions)
    found += figures_differ.differences(versions, whole)
    return _in_order(_once(found), versions)


class _Signs:
    """What paragraphs of different languages may share: figures, sounds, and the things of the tables."""

    def __init__(self, known: Known) -> None:
        self._lexicons = {
            "person": known.people, "place": known.places, "body": known.organisations,
            "term": table("terms").lexicon, "post": table("posts", "near").lexicon,
            "kind": table("bodies", "near").lexicon, "role": meanings(),
        }  # fmt: skip

    def of(self, piece: Piece, language: str) -> frozenset[str]:
        """Words that are the same in every language."""
        found = set(basic_signs(piece, language))
        for sort, lexicon in self._lexicons.items():
            found |= {f"{sort} {mention.thing}" for mention in lexicon.scan(piece.text, language)}
        return frozenset(found)


def _once(found: Iterable[Difference]) -> list[Difference]:
    """The first difference of each place and rule."""
    kept: dict[tuple[int, int | None, Span, str], Difference] = {}
    for difference in found:
        key = (difference.version, id(difference.piece), difference.span, difference.rule)
        kept.setdefault(key, difference)
    return list(kept.values())


def _in_order(found: Sequence[Difference], versions: Sequence[Version]) -> list[Difference]:
    place = {id(piece): n for version in versions for n, piece in enumerate(version.pieces)}
    return sorted(found, key=lambda d: (d.version, place.get(id(d.piece), -1), d.span))
