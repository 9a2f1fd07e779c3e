"""The tables of resources/ru/proof, read once. Start at `load`. A faulty row is a TableError with its line.

Words of the tables are compared without ё, in lower case, as dictionary forms unless a table says otherwise.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

from pressdesk import data
from pressdesk.grammar.table import Row, read_table
from pressdesk.proof.rule_table import Rule, read_rules

CASE_NAMES = frozenset(("NOM", "GEN", "DAT", "ACC", "INS", "LOC"))
EVIDENCE = ("bad", "good", "source")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Example:
    """A row's own proof: the rule finds something in `bad` and nothing in `good`."""

    rule: str
    bad: str
    good: str
    row: str
    source: str


@dataclass(frozen=True, slots=True)
class Wording:
    """A row of wording.tsv: an expression, its group x underlined, and what is put there (nothing: no sure mend)."""

    rule: str
    find: re.Pattern[str]
    put: str


@dataclass(frozen=True, slots=True)
class Link:
    """A row of links.tsv: after these words this preposition is wrong, or asks for this case.

    Attributes:
        put: the right preposition, "" where none stands there.
        cases: of the noun after `preposition` where that is right; empty where the preposition itself is wrong.
        proper: only before the name of a place.
    """

    preposition: str
    put: str
    cases: frozenset[str]
    proper: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """A row of pairs.tsv: two words that do not stand together; `put` are lemmas of the right first one."""

    rule: str
    second: frozenset[str]
    put: str


@dataclass(frozen=True, slots=True)
class Idiom:
    """A row of idioms.tsv: a verb with this noun (a dictionary form) governs one of these cases."""

    noun: str
    cases: frozenset[str]


@dataclass(frozen=True, slots=True)
class Institution:
    """A row of institutions.tsv: the lemmas of a name, and how each word of it begins.

    Attributes:
        lemmas: the dictionary forms of its words, lower case, ё as е.
        capitals: of each word whether it begins with a capital; None where both are right.
    """

    lemmas: tuple[str, ...]
    capitals: tuple[bool | None, ...]


@dataclass(frozen=True, eq=False)
class Tables:
    """All of it.

    Attributes:
        rules: in the order of rules.toml.
        lists: the named lists of words.tsv.
        prepositions: the words of a preposition, in lower case, to the cases it takes.
        cases: a verb's or noun's lemma to the cases of what stands right after it.
        links, pairs, idioms: by the lemma of the first word.
        institutions: by the first of its lemmas.
    """

    rules: tuple[Rule, ...]
    lists: Mapping[str, frozenset[str]]
    prepositions: Mapping[tuple[str, ...], frozenset[str]]
    cases: Mapping[str, frozenset[str]]
    links: Mapping[str, tuple[Link, ...]]
    pairs: Mapping[str, tuple[Pair, ...]]
    idioms: Mapping[str, tuple[Idiom, ...]]
    institutions: Mapping[str, tuple[Institution, ...]]
    wording: tuple[Wording, ...]
    shortened: frozenset[str]
    examples: tuple[Example, ...]

    def among(self, name: str, words: frozenset[str]) -> bool:
        """Whether one of the words is in a list."""
        return not self.lists[name].isdisjoint(words)


@cache
def load(folder: Path | None = None) -> Tables:
    """The shipped tables, or those of another folder."""
    folder = folder or data.resources("ru", "proof")
    examples: list[Example] = []
    links: dict[str, list[Link]] = {}
    for row in read_table(folder / "links.tsv", ("rule", "words", "preposition", "put", "cases", *EVIDENCE), EVIDENCE):
        put = row["put"]  # “в!” is right before the name of a place alone
        _each(links, row, "words", Link(row["preposition"], put.rstrip("!"), _cases(row, "cases", True), "!" in put))
        examples.append(_example(row))
    pairs: dict[str, list[Pair]] = {}
    for row in read_table(folder / "pairs.tsv", ("rule", "words", "second", "put", *EVIDENCE), EVIDENCE):
        _each(pairs, row, "words", Pair(row["rule"], frozenset(_plain(row["second"]).split()), row["put"]))
        examples.append(_example(row))
    cases: dict[str, frozenset[str]] = {}
    for row in read_table(folder / "cases.tsv", ("rule", "words", "cases", *EVIDENCE), EVIDENCE):
        cases.update((word, _cases(row, "cases")) for word in _plain(row["words"]).split())
        examples.append(_example(row))
    idioms: dict[str, list[Idiom]] = {}
    for row in read_table(folder / "idioms.tsv", ("rule", "words", "nouns", "cases", *EVIDENCE), EVIDENCE):
        for noun in _plain(row["nouns"]).split():
            _each(idioms, row, "words", Idiom(noun, _cases(row, "cases")))
        examples.append(_example(row))
    wording = []
    for row in read_table(folder / "wording.tsv", ("rule", "find", "put", *EVIDENCE), EVIDENCE):
        try:
            find = re.compile(row["find"])
        except re.error as error:
            raise row.error("find", f"This is no regular expression: {error}.") from error
        if "x" not in find.groupindex:
            raise row.error("find", "The expression needs a group (?P<x>…): what is underlined.")
        wording.append(Wording(row["rule"], find, row["put"]))
        examples.append(_example(row))
    return Tables(
        rules=read_rules(folder / "rules.toml"),
        lists=_lists(folder / "words.tsv"),
        prepositions=_prepositions(folder / "prepositions.tsv", examples),
        cases=cases,
        links={word: tuple(found) for word, found in links.items()},
        pairs={word: tuple(found) for word, found in pairs.items()},
        idioms={word: tuple(found) for word, found in idioms.items()},
        institutions=_institutions(folder / "institutions.tsv", examples),
        wording=tuple(wording),
        shortened=_shortened(),
        examples=tuple(examples),
    )


def _plain(text: str) -> str:
    return text.lower().replace("ё", "е")


def _each(into: dict[str, list[T]], row: Row, column: str, value: T) -> None:
    for word in _plain(row[column]).split():
        into.setdefault(word, []).append(value)


def _example(row: Row) -> Example:
    return Example(row["rule"], row["bad"], row["good"], row.id, row["source"])


def _cases(row: Row, column: str, empty: bool = False) -> frozenset[str]:
    found = frozenset(row[column].split())
    if not found <= CASE_NAMES or not (found or empty):
        raise row.error(column, f"Cases are some of {', '.join(sorted(CASE_NAMES))}.")
    return found


def _lists(path: Path) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in read_table(path, ("list", "words", "source"), ("list", "words", "source")):
        words = {word.replace("_", " ") for word in _plain(row["words"]).split()}
        found[row["list"]] = found.get(row["list"], frozenset()) | words
    return found


def _prepositions(path: Path, examples: list[Example]) -> dict[tuple[str, ...], frozenset[str]]:
    found: dict[tuple[str, ...], frozenset[str]] = {}
    for row in read_table(path, ("rule", "words", "cases", *EVIDENCE), EVIDENCE):
        for words in _plain(row["words"]).split(";"):
            found[tuple(words.split())] = _cases(row, "cases")
        examples.append(_example(row))
    return found


def _institutions(path: Path, examples: list[Example]) -> dict[str, tuple[Institution, ...]]:
    found: dict[str, tuple[Institution, ...]] = {}
    for row in read_table(path, ("rule", "name", "words", *EVIDENCE), EVIDENCE):
        names, words = row["name"].split(), _plain(row["words"]).split()
        if len(names) != len(words) or not words:
            raise row.error("words", "There must be as many dictionary forms as words of the name.")
        capitals = tuple(None if name.startswith("*") else name[:1].isupper() for name in names)
        found[words[0]] = (*found.get(words[0], ()), Institution(tuple(words), capitals))
        examples.append(_example(row))
    return found


def _shortened() -> frozenset[str]:
    columns = ("language", "word", "example", "source")
    rows = read_table(data.resources("style", "shortened.tsv"), columns, columns)
    return frozenset(row["word"].lower() for row in rows if row["language"] == "ru")
