"""Which quotation mark of a text opens, which closes, and how deep it lies. Start at `pair`."""

from pressdesk.text.spans import Span

MARKS = '"“”„«»'
_OPENERS = "([{–—-/"


def pair(text: str) -> list[tuple[Span, bool, int]]:
    """The marks of one paragraph as (span, whether it opens, depth from 0); empty where they are not in pairs.

    The neighbours alone decide, so that the answer is the same after the marks were exchanged for others.
    """
    found: list[tuple[Span, bool, int]] = []
    depth = 0
    opened = False  # whether the mark right before opens
    for index, char in enumerate(text):
        if char not in MARKS:
            continue
        before = text[index - 1] if index else " "
        after = text[index + 1] if index + 1 < len(text) else " "
        opens = before.isspace() or before in _OPENERS or (before in MARKS and opened)
        if (opens and after.isspace()) or (opens and char in "»") or (not opens and char in "«„"):
            return []
        if not opens:
            depth -= 1
        if depth < 0:
            return []
        found.append((Span(index, index + 1), opens, depth))
        if opens:
            depth += 1
        opened = opens
    return found if depth == 0 else []
