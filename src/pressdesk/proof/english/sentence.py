"""English sentences as tokens. Start at `sentences`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pressdesk.text.spans import Span

_TOKEN = re.compile(
    r"(?P<skip>https?://\S+|www\.\S+|[^\s@]{1,64}@[^\s@]{1,255}\.\w+)"
    r"|(?P<word>[^\W\d_]+(?:[-’'][^\W\d_]+)*)"
    r"|(?P<number>\d[\d.,:]*\d%?|\d%?)"
    r"|(?P<mark>[^\w\s]|_)"
)
_SHORT = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|No|Prof|Hon|Gen|Lt|Col|vs|Art|cf|approx|[A-Z])|e\.g|i\.e|p\.m|a\.m)$")
_POSSESSIVE = re.compile("(?:[’']s|s[’'])$")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a figure or a mark.

    Attributes:
        span: code points of the paragraph.
        text: what stands there.
        kind: "word", "number", "mark", or "skip" for an address.
        low: in lower case, ’ as '.
    """

    span: Span
    text: str
    kind: str
    low: str = field(default="")

    @property
    def word(self) -> bool:
        """Whether it is made of letters."""
        return self.kind == "word"

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()

    @property
    def possessive(self) -> bool:
        """Whether it ends in ’s or s’."""
        return bool(_POSSESSIVE.search(self.text))


Sentence = tuple[Token, ...]


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a paragraph, one after another; the closing mark belongs to its sentence."""
    held: list[Token] = []
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "mark"
        shown = match.group()
        held.append(Token(Span(*match.span()), shown, kind, shown.lower().replace("’", "'")))
        if shown in ".!?…" and not _SHORT.search(text[: match.start()]) and _ends(text, match.end()):
            yield tuple(held)
            held = []
    if held:
        yield tuple(held)


def _ends(text: str, end: int) -> bool:
    rest = text[end : end + 3]
    apart = rest[:1].isspace() or rest[:1] in "”’\"')"
    return not rest.strip() or (apart and not rest.strip()[:1].islower())
