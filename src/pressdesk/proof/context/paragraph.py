"""A paragraph as the rules see it: its words, and where sentences begin. Start at `Paragraph.of`."""

from dataclasses import dataclass
from functools import cached_property

from pressdesk.text.spans import Span
from pressdesk.text.words import plain, words

SPACES = " \u00a0\u202f\t"
STOPS = ".!?…"
LONGEST_FIGURE = 40  # code points looked back for a figure before a word; the paragraph may be a book
OPENING = "«“„\"'(–—-[0123456789№ \u00a0\u202f\t"


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the paragraph.

    Attributes:
        span: code points of the paragraph, end excluded.
        text: as `plain` writes it.
        lower: the same in lower case.
        beside: whether nothing but spaces parts it from the word before.
        first: whether a sentence begins with it.
    """

    span: Span
    text: str
    lower: str
    beside: bool
    first: bool

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[:1].isupper()


@dataclass(frozen=True)
class Paragraph:
    """A text of one or more sentences; spans count code points from its start."""

    text: str
    tokens: tuple[Token, ...]

    @classmethod
    def of(cls, text: str) -> "Paragraph":
        """The paragraph with its words; bare figures and addresses are none."""
        tokens: list[Token] = []
        end = 0
        for word in words(text):
            gap = text[end : word.span.start]
            bare = gap.rstrip(OPENING)
            first = not bare if not tokens else bare[-1:] in STOPS and bare != ""
            spelt = plain(word.text)
            beside = bool(tokens) and gap != "" and not gap.strip(SPACES)
            tokens.append(Token(word.span, spelt, spelt.lower(), beside, first))
            end = word.span.end
        return cls(text, tuple(tokens))

    @cached_property
    def shouts(self) -> bool:
        """Whether most words are in capitals, as in some headlines."""
        long = [token for token in self.tokens if len(token.text) > 1]
        return 2 * sum(token.text.isupper() for token in long) > len(long)

    def sentence(self, place: int) -> tuple[Token, ...]:
        """The words of the sentence in which the word with this number stands."""
        start = next((i for i in range(place, 0, -1) if self.tokens[i].first), 0)
        rest = range(place + 1, len(self.tokens))
        return self.tokens[start : next((i for i in rest if self.tokens[i].first), len(self.tokens))]


def like(text: str, typed: str) -> str:
    """The text in the capitals of what was typed."""
    if len(typed) > 1 and typed.isupper():
        return text.upper()
    return text[:1].upper() + text[1:] if typed[:1].isupper() else text
