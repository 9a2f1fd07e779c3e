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


def carried(span: Span, old: str, new: str) -> Span | None:
    """Where the words at a place of a text stand after an edit elsewhere in it; None where the edit touches them.

    Letters typed right before or behind a word touch it too.
    """
    shortest = min(len(old), len(new))
    before = next((i for i in range(shortest) if old[i] != new[i]), shortest)
    rest = shortest - before
    after = next((i for i in range(rest) if old[-1 - i] != new[-1 - i]), rest)
    by = 0 if span.end <= before else len(new) - len(old)
    if span.end > before and span.start < len(old) - after:
        return None
    here = Span(span.start + by, span.end + by)
    glued_before = here.start > 0 and new[here.start - 1].isalnum() and not old[: span.start][-1:].isalnum()
    glued_after = new[here.end : here.end + 1].isalnum() and not old[span.end : span.end + 1].isalnum()
    return None if glued_before or glued_after else here


def _tokens(text: str) -> list[tuple[str, int]]:
    """The words, blanks and signs of a text with their starts; no-break signs count as ordinary ones."""
    return [(m[0].translate(_SAME), m.start()) for m in _TOKEN.finditer(text)]


def _span(tokens: list[tuple[str, int]], first: int, last: int, length: int) -> Span:
    start = tokens[first][1] if first < len(tokens) else length
    return Span(start, tokens[last][1] if last < len(tokens) else length)
