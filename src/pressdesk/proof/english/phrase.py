"""What the words of a sentence may be, by the tables alone. Start at `Reader`.

A noun's number is told by its ending and its article; `None` wherever both numbers would do or nothing tells.
"""

import re
from dataclasses import dataclass

from pressdesk.proof.english.sentence import Sentence, Token
from pressdesk.proof.english.tables import TO_PLURAL, TO_SINGULAR, Tables
from pressdesk.text.spans import Span

ONE, MANY = "one", "many"
BEFORE_VERB_NOT = frozenset(("to", "and", "or", "not", "be", "been", "being"))
CLEAR = frozenset(("that", "how", "them", "us", "it", "itself", "themselves", "more"))
"""After these a word that may be a noun is a verb."""
ADJECTIVAL = re.compile("(?:ese|ish|ful|ous|ive|ic|al|able|ible|less|ary|ory|ed|ern)$")
_NATION = re.compile("(?:ese|ish)$")


@dataclass(frozen=True, slots=True)
class Hit:
    """A wrong form of a verb: where it stands, and the right one."""

    span: Span
    put: str


class Reader:
    """A sentence with its tables."""

    def __init__(self, sentence: Sentence, tables: Tables) -> None:
        """Reads nothing yet."""
        self.tokens, self.tables = sentence, tables

    def low(self, index: int) -> str:
        """The word or mark in lower case; "" beyond either end."""
        return self.tokens[index].low if 0 <= index < len(self.tokens) else ""

    def of(self, sort: str, index: int) -> bool:
        """Whether the word is of a sort of words.tsv."""
        return self.tables.has(sort, self.low(index))

    def determiner(self, index: int) -> str:
        """`one`, `many`, `any`, or "" for what is none; a figure opens a phrase of many."""
        if not 0 <= index < len(self.tokens):
            return ""
        if self.tokens[index].kind == "number":
            return MANY if index + 1 < len(self.tokens) and self.tokens[index].text != "1" else "any"
        return next((sort for sort in ("one", "many", "any") if self.of(sort, index)), "")

    def preposition(self, index: int) -> bool:
        """Whether the word is a preposition."""
        return self.of("preposition", index)

    def participle(self, index: int) -> bool:
        """Whether a past participle may stand here after its noun: “signed in”, “made by”, “opened last year”."""
        low = self.low(index)
        if self.of("preterite", index) or not (low.endswith("ed") or self.of("past", index)):
            return False
        after = self.low(index + 1)
        return self.preposition(index + 1) or after in ("to", "last", "this", "so", "yesterday", "today", "jointly")

    def adverb(self, index: int) -> bool:
        """Whether the word is an adverb."""
        low = self.low(index)
        return self.tables.has("adverb", low) or (
            low.endswith("ly") and len(low) > 4 and low not in ("family", "assembly")
        )

    def number(self, index: int, after: str = "") -> str | None:
        """Whether a head noun is one or many; `after` is the sort of its determiner."""
        token, low = self.tokens[index], self.tokens[index].low
        if not token.word or token.possessive or self.of("amount", index) or _NATION.search(low):
            return None
        if self.of("collective", index):
            return ONE if low == "number" and self.low(index - 1) == "the" else None
        if self.low(index - 1) in ("most", "more", "least") or self.tables.has("past", low):  # “the most notable are”
            return None
        if self.of("neutral", index) or self.adverb(index) or low.endswith("ed"):
            return None
        part = low.rpartition("-")[2]
        if self.tables.has("singular_s", part) or not part.endswith("s") or part.endswith(("ss", "us", "is")):
            return None if after == MANY else ONE
        if token.capital and index and not self.of("title_plural", index):
            return None
        return None if after == ONE else MANY

    def wrong(self, index: int, number: str, bound: bool = False) -> bool | None:
        """Whether the word is a verb that disagrees with a subject of that number; None where it is no verb.

        Args:
            bound: nothing but a verb can stand here: after “which”, after an aside.
        """
        low, before = self.low(index), self.low(index - 1)
        if (
            not low
            or not self.tokens[index].word
            or self.tokens[index].text != low
            or (not bound and before in BEFORE_VERB_NOT)
        ):
            return None
        wrongly, rightly = (TO_SINGULAR, TO_PLURAL) if number == ONE else (TO_PLURAL, TO_SINGULAR)
        if low in wrongly or low in rightly:
            return (low in wrongly) if low not in ("do", "does") or self.low(index + 1) == "not" else None
        bases, singulars = self.tables.bases, self.tables.singulars
        if (low not in bases and low not in singulars) or self.tables.has("past", low):  # “put” may be the past
            return None
        if low == "need" and self.low(index + 1) == "not":  # a modal
            return None
        if not bound and not self._verbal(index, low in bases):
            return None
        return (low in bases) == (number == ONE)

    def _verbal(self, index: int, base: bool) -> bool:
        before = self.tokens[index - 1]
        if not before.word or before.possessive or self.determiner(index - 1) or self.preposition(index - 1):
            return before.kind == "number" and not base
        if self.low(index) not in self.tables.nouns:
            return True
        if ADJECTIVAL.search(before.low) and not before.capital:
            return False
        after = index + 1
        clear = self.low(after) in CLEAR or bool(self.determiner(after))
        if (
            self.low(after) == "that"
            and (self.wrong(after + 1, ONE, True) if after + 1 < len(self.tokens) else None) is not None
        ):
            return False  # “in quotation marks that were”
        return clear and (not base or before.low.endswith("s"))

    def hit(self, index: int) -> Hit:
        """The finding on a verb that disagrees."""
        low = self.low(index)
        put = self.tables.singulars.get(low) or self.tables.bases.get(low) or low
        return Hit(self.tokens[index].span, put)


def is_word(token: Token) -> bool:
    """Whether the token may be part of a noun phrase."""
    return token.kind in ("word", "number")
