"""The words by which a language writes its figures, from `resources/agreement/*.tsv`. Start at `vocabulary`.

A cell of words holds forms with `|` between them. A word may end in a sign that says what may follow its stem: `~` a
case ending, `^` a possessive, plural or case ending (`figure_endings.tsv`), `*` any letters. A form that is written
with a capital is met with a capital alone. This module knows no language.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pressdesk import data
from pressdesk.grammar.table import Row, read_table
from pressdesk.proof.agreement.tokens import Token, tokens

TABLES = ("numbers", "months", "weekdays", "currencies", "approximations", "units", "times")
COLUMNS = ("language", "kind", "value", "words", "example", "source")
CLASSES = {"~": "case", "^": "possessed"}
ANY = "*"
LONGEST_ENDING = 12  # code points; no ending of the table is longer


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word or some words in a row mean.

    Attributes:
        kind: the row's kind, such as "cardinal" or "month".
        value: the row's value.
        start: the first token of the words.
        end: the token behind the last of the words.
        bare: whether the last word has no ending.
    """

    kind: str
    value: str
    start: int
    end: int
    bare: bool


@dataclass(frozen=True, slots=True)
class _Word:
    stem: str
    follows: str  # "", "~", "^" or "*"
    capital: bool

    def fits(self, token: Token, endings: dict[str, frozenset[str]]) -> bool:
        if not token.low.startswith(self.stem) or (self.capital and not token.text[:1].isupper()):
            return False
        rest = token.low[len(self.stem) :]
        return not rest or self.follows == ANY or rest in endings.get(CLASSES.get(self.follows, ""), frozenset())


@dataclass(frozen=True, slots=True)
class _Form:
    kind: str
    value: str
    words: tuple[_Word, ...]


class Vocabulary:
    """What the words of one language mean."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._endings = _endings(language)
        self._settings: dict[str, str] = {}
        self._by_stem: dict[str, list[_Form]] = {}
        self._longest = 0  # letters of a stem
        self._known: dict[tuple[str, bool], tuple[_Form, ...]] = {}
        for row in rows():
            if row["language"] == language:
                self._settings.setdefault(row["kind"], row["value"])
                for form in _forms(row):
                    self._by_stem.setdefault(form.words[0].stem, []).append(form)
                    self._longest = max(self._longest, len(form.words[0].stem))

    def at(self, text: Sequence[Token], index: int) -> tuple[Meaning, ...]:
        """What the words from a token on mean, the most words first."""
        forms = self._beginning(text[index])
        if not forms:
            return ()
        found = []
        for form in forms:
            end = index + len(form.words)
            if end <= len(text) and all(
                word.fits(token, self._endings)
                for word, token in zip(form.words[1:], text[index + 1 : end], strict=True)
            ):
                last = text[end - 1]
                found.append(Meaning(form.kind, form.value, index, end, last.low == form.words[-1].stem))
        if len(found) > 1:
            found.sort(key=lambda meaning: -meaning.end)
        return tuple(found)

    def is_ending(self, letters: str) -> bool:
        """Whether a figure may take the letters as its ending («350-ден»)."""
        return letters in self._endings["possessed"]

    def setting(self, kind: str) -> str:
        """The value of the only row of a kind, "" where there is none."""
        return self._settings.get(kind, "")

    def _beginning(self, token: Token) -> tuple[_Form, ...]:
        key = (token.low, token.text[:1].isupper())
        if key not in self._known:
            shortest = max(1, len(token.low) - LONGEST_ENDING)
            stems = {token.low[:length] for length in range(1, min(len(token.low), self._longest) + 1)}
            fitting = [
                form
                for stem in sorted(stems, key=len, reverse=True)
                for form in self._by_stem.get(stem, ())
                if (len(stem) >= shortest or form.words[0].follows == ANY) and form.words[0].fits(token, self._endings)
            ]
            self._known[key] = tuple(fitting)
        return self._known[key]


@cache
def vocabulary(language: str) -> Vocabulary:
    """The words of a language; a language without rows has figures in digits alone. TableError for a damaged table."""
    return Vocabulary(language)


@cache
def rows() -> tuple[Row, ...]:
    """All rows of all tables, for the vocabulary and for the tests of the tables."""
    found: list[Row] = []
    for name in TABLES:
        found += read_table(
            data.resources("agreement", f"{name}.tsv"), COLUMNS, ("language", "kind", "words", "example")
        )
    return tuple(found)


def _forms(row: Row) -> Iterator[_Form]:
    for form in row["words"].split("|"):
        words = tuple(_words(form))
        if words:
            yield _Form(row["kind"], row["value"], words)


def _words(form: str) -> Iterator[_Word]:
    for part in form.split():
        follows = part[-1] if part[-1] in (*CLASSES, ANY) and len(part) > 1 else ""
        read = tokens(part.removesuffix(follows) if follows else part)
        for number, token in enumerate(read, start=1):
            capital = token.text[:1].isupper() and token.text[1:].islower()
            yield _Word(token.low, follows if number == len(read) else "", capital)


@cache
def _endings(language: str) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {"case": frozenset(), "possessed": frozenset()}
    columns = ("language", "class", "value", "words", "example", "source")
    for row in read_table(data.resources("agreement", "figure_endings.tsv"), columns, ("language", "class", "words")):
        if row["language"] == language:
            found[row["class"]] = frozenset(row["words"].split())
    found["possessed"] |= found["case"]
    return found


def digits(text: str) -> str:
    """The digits of a text alone."""
    return re.sub(r"\D", "", text)
