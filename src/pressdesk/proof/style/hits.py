"""What a check of style sees and says: a text, its pieces, a hit. Start at `Text` and `Hit`."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from pressdesk.proof.style.rules import Rule
from pressdesk.proof.style.text import Piece
from pressdesk.text.spans import Span


@dataclass(frozen=True)
class Text:
    """What a check sees.

    Attributes:
        language: the tag.
        pieces: in reading order.
        photo: whether a picture goes with it.
        reports: whether it is a release that says who reports.
        kind: the release type's folder name, "" for a text from elsewhere.
    """

    language: str
    pieces: tuple[Piece, ...]
    photo: bool = False
    reports: bool = False
    kind: str = ""

    @cached_property
    def lower(self) -> str:
        """All of it in small letters, a piece a line."""
        return "\n".join(piece.text for piece in self.pieces).lower()


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a rule is broken, counted from the piece's start, and what may be put there.

    Attributes:
        count: a figure for the message.
        other: words from elsewhere in the text, for the message.
        touched: the letters that a mend changes, where that is less than the whole span.
    """

    piece: Piece
    span: Span
    put: str | None = None
    count: int = 0
    other: str = ""
    touched: tuple[Span, ...] = ()


Finder = Callable[[Rule, Text], Iterator[Hit]]


@dataclass(frozen=True, slots=True)
class Check:
    """A check, the parameters that a rule must give it, and those that it may."""

    find: Finder
    needs: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()


def looked_at(rule: Rule, text: Text) -> Iterator[Piece]:
    """The pieces that a rule looks at: `blocks` names their kinds, all where it does not."""
    wanted = rule.parameters.get("blocks")
    for piece in text.pieces:
        if wanted is None or (piece.kind is not None and piece.kind.value in wanted):
            yield piece
