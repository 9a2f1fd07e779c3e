"""A paragraph while somebody writes in it: its text, and which of its words are living facts. Start at `Writing`.

Words of a fact stay living until a letter of theirs is changed; undoing that brings the fact back. Offsets are code
points.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pressdesk.app.mentions import Mentions
from pressdesk.model.amendments import Piece, joined, plain
from pressdesk.text.spans import Span

AT = "@"
LONGEST = 60  # letters after an @ that still ask for a fact


@dataclass(frozen=True, slots=True)
class Fact:
    """A living fact and where it begins."""

    start: int
    piece: Piece

    @property
    def span(self) -> Span:
        """Its words."""
        return Span(self.start, self.start + len(self.piece.text))


class Writing:
    """What stands in the paragraph now.

    Attributes:
        text: all of it.
        facts: the living facts in it, in order.
    """

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.text = plain(pieces)
        self.facts: tuple[Fact, ...] = ()
        at = 0
        for piece in pieces:
            if piece.fact:
                self.facts = (*self.facts, Fact(at, piece))
            at += len(piece.text)
        self._known = {self.text: self.facts}

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The text as pieces, own words between the facts."""
        made: list[Piece] = []
        at = 0
        for fact in self.facts:
            made += [Piece(text=self.text[at : fact.start]), fact.piece]
            at = fact.span.end
        return joined((*made, Piece(text=self.text[at:])))

    def typed(self, text: str, cursor: int) -> None:
        """The text is another one now, with the cursor behind what was typed. A fact whose letters changed is none."""
        if text == self.text:
            return
        if text in self._known:
            self.text, self.facts = text, self._known[text]
            return
        gone, new = _edit(self.text, text, cursor)
        by = new.end - new.start - (gone.end - gone.start)
        kept: list[Fact] = []
        for fact in self.facts:
            if fact.span.end <= gone.start:
                kept.append(fact)
            elif fact.start >= gone.end:
                kept.append(Fact(fact.start + by, fact.piece))
        self._take(text, kept)

    def put(self, span: Span, piece: Piece) -> None:
        """A fact stands for the words of a span."""
        by = len(piece.text) - (span.end - span.start)
        kept = [f for f in self.facts if f.span.end <= span.start]
        kept += [Fact(span.start, piece)]
        kept += [Fact(f.start + by, f.piece) for f in self.facts if f.start >= span.end]
        self._take(self.text[: span.start] + piece.text + self.text[span.end :], kept)

    def _take(self, text: str, facts: Sequence[Fact]) -> None:
        self.text, self.facts = text, tuple(facts)
        self._known[text] = self.facts

    # --- asking for facts --------------------------------------------------------------------------------------------

    def asked(self, cursor: int) -> Span | None:
        """The @ before the cursor and the letters after it; None where nobody asks. An address is no question."""
        at = self.text.rfind(AT, 0, cursor)
        if at < 0 or cursor - at > LONGEST or self.text[at - 1 : at].isalnum():
            return None
        if any(f.span.overlaps(Span(at, cursor)) for f in self.facts):
            return None
        return Span(at, cursor)

    def ending(self, mentions: Mentions, cursor: int | None = None) -> tuple[Span, Piece] | None:
        """The first name that an ending was typed after, and the form that is meant: the words it takes the place of.

        An ending that the cursor stands behind is still being typed and left alone.
        """
        for fact in self.facts:
            match = re.compile(r"[^\W\d_]+").match(self.text, fact.span.end)
            if match is None or match.end() == cursor:
                continue
            made = mentions.with_ending(fact.piece, match[0])
            if made is not None:
                return Span(fact.start, match.end()), made
        return None


def _edit(old: str, new: str, cursor: int) -> tuple[Span, Span]:
    """What one edit took away and what it put there; the cursor decides where letters repeat."""
    shortest = min(len(old), len(new))
    after = 0  # behind the cursor nothing has changed
    most = min(shortest, max(0, len(new) - cursor))
    while after < most and old[-1 - after] == new[-1 - after]:
        after += 1
    before = 0
    while before < shortest - after and old[before] == new[before]:
        before += 1
    while after < shortest - before and old[-1 - after] == new[-1 - after]:
        after += 1
    return Span(before, len(old) - after), Span(before, len(new) - after)
