"""Posts and kinds of bodies: an ambassador in one version who is a consul in another. Start at `posts` and `bodies`."""

from collections.abc import Iterator, Mapping, Sequence

from pressdesk.proof.agreement.align import Row
from pressdesk.proof.agreement.found import Difference
from pressdesk.proof.agreement.lexicon import Lexicon, table
from pressdesk.proof.agreement.swaps import swaps
from pressdesk.proof.agreement.versions import Version

NEAR = "near"
APART = "/"  # between a post and the language that does not tell it from another


def posts(row: Row, versions: Sequence[Version]) -> Iterator[Difference]:
    """A post that a version gives where the others give another (posts.tsv)."""
    known = table("posts", NEAR)
    near = _Near(known.rows, versions)
    for swap in swaps(row, versions, known.lexicon, near.holds):
        yield Difference("post", "post", swap.version, swap.odd.piece, swap.odd.mention.span, swap.elsewhere)


def bodies(row: Row, versions: Sequence[Version], named: Lexicon) -> Iterator[Difference]:
    """An organisation, by its name in the register (`named`) or by its kind (bodies.tsv), that others call another."""
    for lexicon in (named, table("bodies", NEAR).lexicon):
        near = _Near(table("bodies", NEAR).rows, versions)
        for swap in swaps(row, versions, lexicon, near.holds):
            at = swap.odd
            yield Difference("organisation", "organisation", swap.version, at.piece, at.mention.span, swap.elsewhere)


class _Near:
    """Which things a language does not tell apart, by the table's column `near`."""

    def __init__(self, rows: Mapping[str, Mapping[str, str]], versions: Sequence[Version]) -> None:
        self._rows, self._versions = rows, versions

    def holds(self, odd: str, instead: str, version: int) -> bool:
        return self._one_way(odd, instead, version) or self._one_way(instead, odd, version)

    def _one_way(self, one: str, other: str, version: int) -> bool:
        own = self._versions[version].language
        others = {v.language for n, v in enumerate(self._versions) if n != version}
        for cell in self._rows.get(one, {}).get(NEAR, "").split():
            thing, _, language = cell.partition(APART)
            if thing == other and (not language or language == own or others == {language}):
                return True
        return False
