"""What changed between two texts, word by word. Start at `difference`."""

import difflib
import re
from dataclasses import dataclass

from pressdesk.text.spans import Span

_TOKEN = re.compile(r"\s+|[^\s\w]|[\w'’-]+")
_SAME = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2011": "-"})


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of two texts: the same words in both, or `old` giving way to `new` (either may be empty).

    The spans are code points of the old and of the new text.
    """

    old: Span
    new: Span
    same: bool


def difference(old: str, new: str) -> list[Part]:
    """The stretches of both texts in order, from start to end of each.

    A lone blank or sign between two changed words belongs to the change: a reader wants whole words.
    """
    before, after = _tokens(old), _tokens(new)
    matcher = difflib.SequenceMatcher(None, [t for t, _ in before], [t for t, _ in after], autojunk=False)
    parts: list[Part] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        part = Part(_span(before, a, b, len(old)), _span(after, c, d, len(new)), tag == "equal")
        lone = part.same and not any(map(str.isalnum, part.old.of(old)))
        if parts and not parts[-1].same and (not part.same or (lone and b < len(before))):
            last = parts.pop()
            part = Part(Span(last.old.start, part.old.end), Span(last.new.start, part.new.end), False)
        parts.append(part)
    return parts


def _tokens(text: str) -> list[tuple[str, int]]:
    """The words, blanks and signs of a text with their starts; no-break signs count as ordinary ones."""
    return [(m[0].translate(_SAME), m.start()) for m in _TOKEN.finditer(text)]


def _span(tokens: list[tuple[str, int]], first: int, last: int, length: int) -> Span:
    start = tokens[first][1] if first < len(tokens) else length
    return Span(start, tokens[last][1] if last < len(tokens) else length)
