"""A text as words, figures and signs. Start at `tokens`."""

import re
from dataclasses import dataclass

SPACES = " \u00a0\u202f\u2009"
DASHES = frozenset("-–—‑")
_TOKEN = re.compile(
    rf"""
    (?P<mail>(?<![\w.+-])[\w.+-]{{1,64}}@[\w-]+(?:\.[\w-]+)+)
   |(?P<web>(?:https?://|www\.)[^\s,;)»”"]+)
   |(?P<phone>\+\d[\d\s()\u00a0-]{{6,}}\d)
   |(?P<iso>\d{{4}}-\d\d-\d\d(?!\d))
   |(?P<dotted>\d\d?[./]\d\d?[./]\d{{4}}(?!\d))
   |(?P<clock>\d\d?:\d\d(?!\d)|\d\d?h(?:\d\d)?(?![^\W_]))
   |(?P<code>[^\W\d_]+[-‑]?\d[^\W_]*(?:-\d+)*)
   |(?P<number>\d{{1,3}}(?:[{SPACES}]\d{{3}})+(?![\d])(?:[.,]\d+)?|\d+(?:[.,]\d+)*)
   |(?P<word>[^\W\d_]+(?:[’'‑-][^\W\d_]+)*)
   |(?P<sign>[^\w\s])
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a figure or a sign.

    Attributes:
        kind: the group of the pattern: "word", "number", "sign", "clock", "iso", "dotted", "code", "phone", ...
        start: code points; `end` is excluded.
        low: the text in small letters, with the plain hyphen.
        glued: whether no space stands before it.
    """

    kind: str
    start: int
    end: int
    text: str
    low: str
    glued: bool


def tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a text in reading order."""
    found: list[Token] = []
    end = -1
    for match in _TOKEN.finditer(text):
        kind, start, shown = match.lastgroup or "", match.start(), match[0]
        found.append(Token(kind, start, match.end(), shown, shown.lower().replace("‑", "-"), start == end))
        end = match.end()
    return tuple(found)
