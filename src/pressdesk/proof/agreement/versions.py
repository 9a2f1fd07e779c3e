"""The language versions that are compared. Start at `Version`, `of_release` and `of_paragraphs`."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from pressdesk import data
from pressdesk.grammar.table import read_table
from pressdesk.model.findings import Elsewhere
from pressdesk.model.passage import Passage
from pressdesk.model.release import BlockKind, Release
from pressdesk.proof.style.text import Piece, named, of_block, told_apart
from pressdesk.text.spans import Span

CREDIT = "photo-credit"
LETTERHEAD = 12  # words of a line above the headline


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


def of_release(release: Release, source: str = "") -> Version:
    """A rendered release of a draft; as a file (`source` is its name) with the disclaimer, which is no block."""
    words = shortened().get(release.language, frozenset())
    pieces = [of_block(block, words) for block in release.blocks]
    if source and release.disclaimer:
        pieces.append(Piece(None, BlockKind.PARAGRAPH, release.disclaimer, 0, (), words))
    return Version(release.language, source, tuple(pieces))


def of_paragraphs(language: str, source: str, blocks: Sequence[tuple[str | None, str]], credit: str = "") -> Version:
    """A text from elsewhere, (block id or None, text); `credit` is a pattern that tells the photo's credit line."""
    pieces = told_apart(blocks, shortened().get(language, frozenset()), credit)
    return Version(language, source, tuple(pieces))


def of_passages(language: str, source: str, passages: Sequence[Passage], credit: str = "") -> Version:
    """The paragraphs of a file, of the kind that it gives them or that they look like; `credit` as above."""
    words = shortened().get(language, frozenset())
    pieces = []
    for passage in _below_the_letterhead(passages):
        text = passage.text.strip()
        if any(char.isalnum() for char in text):
            offset = passage.offset + len(passage.text) - len(passage.text.lstrip())
            pieces.append(Piece(passage.id, passage.kind, text, offset, (), words))
    return Version(language, source, tuple(named(pieces, credit)))


def _below_the_letterhead(passages: Sequence[Passage]) -> Sequence[Passage]:
    """The text from its headline on, where the file says which it is and nothing but short lines stands above it."""
    at = next((n for n, passage in enumerate(passages) if passage.kind is BlockKind.HEADLINE), 0)
    short = all(len(passage.text.split()) <= LETTERHEAD for passage in passages[:at])
    return passages[at:] if short else passages


@cache
def credit_of(language: str) -> str:
    """The pattern by which the shipped house style tells a photo's credit, "" where the language has none."""
    path = data.resources("style", "structure.toml")
    rule = tomllib.loads(path.read_text(encoding="utf-8")).get(CREDIT, {})
    return str(rule.get("looks", {}).get(language, ""))


@cache
def shortened() -> Mapping[str, frozenset[str]]:
    """Words by language after which a stop ends no sentence."""
    found: dict[str, set[str]] = {}
    columns = ("language", "word", "example", "source")
    for row in read_table(data.resources("style", "shortened.tsv"), columns, columns):
        found.setdefault(row["language"], set()).add(row["word"].lower())
    return {tag: frozenset(words) for tag, words in found.items()}
