"""What a check gives and what it may ask. Start at `Knowledge`."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pressdesk.grammar.analyse import Reading
from pressdesk.grammar.names import NameForms
from pressdesk.proof.context.endings import Endings
from pressdesk.proof.context.paragraph import Paragraph, Token
from pressdesk.proof.context.rules import Style
from pressdesk.proof.context.soft import SoftMarks
from pressdesk.proof.spelling import Speller
from pressdesk.text.spans import Span

MEMORY = 10_000  # words


@dataclass(frozen=True, slots=True)
class Hit:
    """What to underline, what to put there instead, the first the likeliest, and what the message may quote."""

    span: Span
    suggestions: tuple[str, ...]


@dataclass(slots=True, eq=False, repr=False)
class Knowledge:
    """What the checks may ask.

    Attributes:
        read: readings of the words that were asked for before, which all checks share.
    """

    speller: Speller
    endings: Endings
    style: Style
    soft: SoftMarks
    names: NameForms
    read: dict[str, list[Reading]]

    def set(self, name: str) -> frozenset[str]:
        """A set of words.tsv; empty where the table has none of this name."""
        return self.style.words.get(name, frozenset())

    def readings(self, token: Token) -> list[Reading]:
        """Every reading of the word."""
        found = self.read.get(token.text)
        if found is None:
            if len(self.read) >= MEMORY:
                self.read.clear()
            found = self.read[token.text] = self.speller.grammar.analyse(token.text)
        return found

    def accepts(self, token: Token) -> bool:
        """Whether the spelling check lets the word pass."""
        return self.speller.accepts(token.text, self.names)


Check = Callable[[Paragraph, Knowledge], Iterator[Hit]]
