"""A word form and how it came about: the common currency of the grammar, the Russian libraries and the templates."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Protocol


class How(Enum):
    """How a form came about. GUESSED must never be silent: the preview and the command line show it."""

    TYPED = "typed"  # stored by a person; beats every rule
    LEXICON = "lexicon"  # from a dictionary entry
    RULE = "rule"  # from a rule that leaves no choice
    GUESSED = "guessed"  # from a rule that had more than one answer


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a word or phrase: the text, how it came about, and for a guess the reason: see `Messages.reason`."""

    text: str
    how: How
    note: str = ""

    @property
    def guessed(self) -> bool:
        """Whether somebody should look at it."""
        return self.how is How.GUESSED


Traits = Mapping[str, str]
"""What is known of a name beyond its letters: {"possessed": "", "harmony": "back", "gender": "f", ...}."""


class Inflector(Protocol):
    """Puts a base form into a form. One per language."""

    def form(self, base: str, features: str, traits: Traits | None = None) -> Form:
        """The form of `base` (a nominative) with `features` ("GEN", "PL+POSS3+DAT", ...).

        Unknown features raise FactsError with a sentence; a base that nobody knows gives a GUESSED form, no error.
        """
        ...
