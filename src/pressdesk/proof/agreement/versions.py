"""The language versions that are compared. Start at `Version`, `of_release` and `of_paragraphs`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from pressdesk import data
from pressdesk.grammar.table import read_table
from pressdesk.model.findings import Elsewhere
from pressdesk.model.release import Release
from pressdesk.proof.style.text import Piece, of_block, told_apart
from pressdesk.text.spans import Span


@dataclass(frozen=True)
class Version:
    """One language version of a text.

    Attributes:
        language: its tag.
        source: the file it stands in, "" for a version of a draft.
        pieces: its paragraphs in reading order; spans of a finding count from `piece.offset`.
    """

    language: str
    source: str
    pieces: tuple[Piece, ...]

    def place(self, piece: Piece, span: Span) -> Elsewhere:
        """A span of a piece (code points from its start) as the place that a finding of another version names."""
        whole = Span(piece.offset + span.start, piece.offset + span.end)
        return Elsewhere(self.language, self.source, piece.id, whole, span.of(piece.text))

    def lacking(self, after: Piece | None) -> Elsewhere:
        """The place where something is missing: an empty span behind a piece, or at the start of the text."""
        if after is None:
            first = self.pieces[0] if self.pieces else None
            return Elsewhere(self.language, self.source, first.id if first else None, Span(0, 0), "")
        end = after.offset + len(after.text)
        return Elsewhere(self.language, self.source, after.id, Span(end, end), "")


def of_release(release: Release) -> Version:
    """A rendered release of a draft."""
    words = shortened().get(release.language, frozenset())
    return Version(release.language, "", tuple(of_block(block, words) for block in release.blocks))


def of_paragraphs(language: str, source: str, blocks: Sequence[tuple[str | None, str]], credit: str = "") -> Version:
    """A text from elsewhere, (block id or None, text); `credit` is a pattern that tells the photo's credit line."""
    pieces = told_apart(blocks, shortened().get(language, frozenset()), credit)
    return Version(language, source, tuple(pieces))


@cache
def shortened() -> Mapping[str, frozenset[str]]:
    """Words by language after which a stop ends no sentence."""
    found: dict[str, set[str]] = {}
    columns = ("language", "word", "example", "source")
    for row in read_table(data.resources("style", "shortened.tsv"), columns, columns):
        found.setdefault(row["language"], set()).add(row["word"].lower())
    return {tag: frozenset(words) for tag, words in found.items()}
