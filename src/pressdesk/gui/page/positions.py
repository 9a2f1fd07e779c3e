"""Where a block's code points stand in Qt's document, which counts UTF-16 units.

The only module of the window that knows both. What is drawn has exactly as many characters as the block's text, so a
position means the same in both; letters beyond the BMP count once here and twice in Qt.
"""

from bisect import bisect_left

from pressdesk.export.pieces import pieces
from pressdesk.text.spans import Span

# no face of the desk has ⟦ and ⟧: a slot is a drawn box, and these keep its words off the box's edge and together
SLOT_OPEN, SLOT_CLOSE = "\u27e6", "\u27e7"
NO_BREAK_HYPHEN = "\u2011"
_DRAWN = str.maketrans(
    {
        SLOT_OPEN: "\u00a0",
        SLOT_CLOSE: "\u00a0",
        "\n": " ",
        "\r": " ",
        "\u2028": " ",
        "\u2029": " ",
        "\ufdd0": " ",
        "\ufdd1": " ",
    }
)
# Qt's own characters for objects and frames (U+FFFC, U+FDD0, U+FDD1) never come from a block's text


class Positions:
    """Code points of one block's text against UTF-16 units of Qt's block."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._wide = [i for i, c in enumerate(text) if c > "\uffff"] if text and max(text) > "\uffff" else []
        # the UTF-16 place of each wide letter: its code point place and one more for each wide letter before it
        self._wide16 = [at + before for before, at in enumerate(self._wide)]

    def utf16(self, code_points: int) -> int:
        """Qt's position of a code point."""
        return code_points + bisect_left(self._wide, code_points)

    def code_points(self, units: int) -> int:
        """The code point at Qt's position; the middle of a pair is its letter."""
        inside = bisect_left(self._wide16, units)
        if inside and self._wide16[inside - 1] + 1 == units:
            return self._wide[inside - 1]
        return units - inside

    def span16(self, span: Span) -> tuple[int, int]:
        """Qt's first position and the one after the last of a span."""
        return self.utf16(span.start), self.utf16(span.end)


def drawn(text: str) -> str:
    """The characters put into Qt's document, as many as in `text`.

    Slots' brackets and line ends become blanks; the hyphen of «70%-ын» becomes one that no line breaks at, as in the
    documents.
    """
    plain = text.replace("\ufffc", "\ufffd").translate(_DRAWN)
    if "-" not in plain:
        return plain
    bound = "".join(p.text.replace("-", NO_BREAK_HYPHEN) if p.bound else p.text for p in pieces(plain))
    return bound if len(bound) == len(plain) else plain


def slots(text: str) -> tuple[Span, ...]:
    """The visible holes of a text, brackets included, in code points. A bracket without its partner is none."""
    found: list[Span] = []
    start = -1
    for at, char in enumerate(text):
        if char == SLOT_OPEN:
            start = at
        elif char == SLOT_CLOSE and start >= 0:
            found.append(Span(start, at + 1))
            start = -1
    return tuple(found)
