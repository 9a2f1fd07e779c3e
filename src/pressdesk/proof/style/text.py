"""A text as the rules of style see it: blocks with their kinds, sentences, what stands in quotation marks.

Start at `Piece` and `told_apart`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import takewhile

from pressdesk.language.quotes import MARKS, pair
from pressdesk.model.release import Block, BlockKind, Source
from pressdesk.text.spans import Span

LONGEST_HEADLINE = 25  # words; what opens a text, has no full stop and no more words than this, is its headline
MOST_SPEAKER = 30  # words; a line below a quotation that has no full stop says whose it is
LEAST_LEAD = 10  # words; a shorter line below a headline is a credit or a dateline
# a run of stops is tried from its first alone: it may be as long as the text
_ENDS = re.compile(r"(?<![.!?…])(?P<stop>[.!?…]++)(?P<close>[»”\"’)\]]*)(?=\s+[«“„‘\"(\[]*(?P<next>[^\W_]))")
_PIECE = re.compile(r"[^\n]+")
LOOKED_BACK = 60  # code points; whoever asks what stands before a place needs no more, and a paragraph may be a book
PERSON = re.compile(r"people\[\d+\]")
OPENS, CLOSES = "«“„", "»”"


@dataclass(frozen=True)
class Piece:
    """A block of a release or a line of a text.

    Attributes:
        id: the block's id, None in plain text.
        kind: None where it cannot be told.
        offset: where it begins in the text that spans count from.
        foreign: spans that are left alone, in another language or gaps, counted from the piece's start.
        people: where a person of the facts is named, with the person's path; none in a text from elsewhere.
        shortened: words after which a stop ends no sentence, in lower case.
    """

    id: str | None
    kind: BlockKind | None
    text: str
    offset: int = 0
    foreign: tuple[Span, ...] = ()
    shortened: frozenset[str] = frozenset()
    people: tuple[tuple[Span, str], ...] = ()

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences, without the spaces between them."""
        found, start = [], 0
        for match in _ENDS.finditer(self.text):
            if self._goes_on(match):
                continue
            found.append(_trimmed(self.text, start, match.end()))
            start = match.end()
        found.append(_trimmed(self.text, start, len(self.text)))
        return tuple(span for span in found if span.start < span.end)

    def _goes_on(self, match: re.Match[str]) -> bool:
        """Whether the stop belongs to an initial, a shortened word or a figure, or a small letter follows."""
        if match["stop"] != "." or match["close"]:
            return match["next"].islower()
        before = re.search(r"[^\W_]+$", self.before(match.start()))
        word = before[0] if before else ""
        return match["next"].islower() or (len(word) == 1 and word.isupper()) or word.lower() in self.shortened

    @cached_property
    def quoted(self) -> tuple[Span, ...]:
        """What stands in quotation marks, the outer pair alone; a quotation that is not closed lasts to the end."""
        found: list[Span] = []
        depth, start = 0, 0
        for index, char in enumerate(self.text):
            straight = char == '"'
            before = self.text[index - 1 : index]
            opens = char in OPENS and not (char == "“" and depth and before and not before.isspace())
            if opens or (straight and not depth):
                start = index if not depth else start
                depth += 1
            elif depth and (char in CLOSES or straight or char == "“"):
                depth -= 1
                if not depth:
                    found.append(Span(start, index + 1))
        if depth:
            found.append(Span(start, len(self.text)))
        return tuple(found)

    @cached_property
    def shouts(self) -> bool:
        """Whether most of its letters are capitals."""
        letters = [char for char in self.text if char.isalpha()]
        return 2 * sum(char.isupper() for char in letters) > len(letters)

    def before(self, place: int) -> str:
        """What stands right before a place, not more than a few words of it."""
        return self.text[max(0, place - LOOKED_BACK) : place]

    def inside(self, span: Span, spans: Sequence[Span]) -> bool:
        """Whether the span touches one of these."""
        return any(span.overlaps(other) for other in spans)


def of_block(block: Block, shortened: frozenset[str]) -> Piece:
    """A block of a release; a gap, which is reported as a missing fact, is left alone like what is foreign."""
    gaps = tuple(origin.span for origin in block.origins if origin.source is Source.GAP)
    people = tuple((origin.span, origin.field) for origin in block.origins if PERSON.fullmatch(origin.field))
    foreign = (*(span for span, _ in block.foreign), *gaps)
    return Piece(block.id, block.kind, block.text, 0, foreign, shortened, people)


def told_apart(
    blocks: Sequence[tuple[str | None, str]], shortened: frozenset[str], credit: str, above: Sequence[str] = ()
) -> list[Piece]:
    """The lines of a text from elsewhere, each with the kind that it looks like; see `named`."""
    lines = [Piece(block, None, text, offset, (), shortened) for block, text, offset in _lines(blocks)]
    return named(lines, credit, above)


def named(pieces: Sequence[Piece], credit: str, above: Sequence[str] = ()) -> list[Piece]:
    """The pieces of a text in one language, each with its own kind, or where it has none the one that it looks like.

    Where no piece is a headline yet, the first is, if it has no full stop and is short; `credit` (a pattern) tells the
    photo's credit, and the first long piece below a headline is the lead. A text without a headline has paragraphs
    alone. A line that one of `above` (patterns) finds may stand over a headline, such as an embargo.
    """
    tops = (any(re.fullmatch(one, piece.text) for one in above) and piece.kind is None for piece in pieces)
    over = sum(1 for _ in takewhile(bool, tops))
    if over:
        return [replace(piece, kind=BlockKind.SUBHEADING) for piece in pieces[:over]] + named(pieces[over:], credit)
    found: list[Piece] = []
    told = any(piece.kind is BlockKind.HEADLINE for piece in pieces)
    headline = lead = False
    for piece in pieces:
        words = len(piece.text.split())
        kind = piece.kind or BlockKind.PARAGRAPH
        ended = piece.text.endswith((".", "!", "…", ":", ";", ","))
        if piece.kind is BlockKind.HEADLINE:
            headline = True
        elif piece.kind is None and not told and not found and words <= LONGEST_HEADLINE and not ended:
            kind, headline = BlockKind.HEADLINE, True
        elif piece.kind is None and credit and words <= LEAST_LEAD and re.match(credit, piece.text):
            kind = BlockKind.CREDIT
        elif piece.kind is None and _quotation(piece.text):
            kind = BlockKind.QUOTE
        elif piece.kind is None and found and found[-1].kind is BlockKind.QUOTE and not ended and words < MOST_SPEAKER:
            kind = BlockKind.SPEAKER
        elif piece.kind is None and headline and not lead and words >= LEAST_LEAD:
            kind, lead = BlockKind.LEAD, True
        found.append(replace(piece, kind=kind))
    if headline and not lead and not told:  # a line by itself is no headline of anything
        found = [replace(piece, kind=own.kind) for piece, own in zip(found, pieces, strict=True)]
    return found


def _quotation(text: str) -> bool:
    """Whether a line is one quotation from its first sign to its last."""
    if text[:1] not in MARKS:
        return False
    marks = pair(text.rstrip(".!?…"))
    return len(marks) > 1 and marks[0][0].start == 0 and marks[-1][0].end == len(text.rstrip(".!?…"))


def _lines(blocks: Sequence[tuple[str | None, str]]) -> Iterator[tuple[str | None, str, int]]:
    for block, text in blocks:
        for match in _PIECE.finditer(text):
            span = _trimmed(text, match.start(), match.end())
            if span.start < span.end:
                yield block, span.of(text), span.start


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))
