"""Texts in requests that the server takes: several in one, or a long one in pieces. Start at `parts` and `pieces`."""

from __future__ import annotations

import bisect
import dataclasses
import itertools
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from pressdesk.text.spans import Span

if TYPE_CHECKING:
    from pressdesk.proof.languagetool.client import Match

LONGEST = 40_000
"""Code points sent at once; the server takes 60,000 UTF-16 units (server.properties)."""
APART = "\n\n"
"""What parts blocks in a request: LanguageTool ends a sentence and a paragraph there in every language."""


def parts(texts: Sequence[str], matches: Iterable[Match]) -> list[list[Match]]:
    """The matches of texts that were sent in one piece, text by text, counted from each one's start.

    What reaches over a border speaks of two texts and is dropped.
    """
    found: list[list[Match]] = [[] for _ in texts]
    starts = [0, *itertools.accumulate(len(text) + len(APART) for text in texts)]
    for match in matches:
        number = bisect.bisect_right(starts, match.span.start) - 1
        start = starts[number]
        if number < len(texts) and match.span.end <= start + len(texts[number]):
            span = Span(match.span.start - start, match.span.end - start)
            found[number].append(dataclasses.replace(match, span=span))
    return found


def pieces(text: str) -> list[tuple[int, str]]:
    """The text in pieces short enough to send, each with its start in code points; cut at a line's end if possible."""
    pieces: list[tuple[int, str]] = []
    start = 0
    while len(text) - start > LONGEST:
        end = text.rfind("\n", start, start + LONGEST) + 1 or text.rfind(" ", start, start + LONGEST) + 1
        end = end if end > start else start + LONGEST
        pieces.append((start, text[start:end]))
        start = end
    pieces.append((start, text[start:]))
    return pieces
