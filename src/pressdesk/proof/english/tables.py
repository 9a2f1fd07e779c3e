"""The tables of resources/en/proof, read once. Start at `load`. A faulty row is a TableError with its line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pressdesk import data
from pressdesk.errors import TableError
from pressdesk.grammar.table import read_table
from pressdesk.proof.english import ENGLISH
from pressdesk.proof.rule_table import Rule, read_rules

SORTS = (
    *("one", "many", "any", "preposition", "stop", "modal", "adverb", "collective", "neutral", "singular_s", "amount"),
    *("bare_mass", "person", "title_plural", "reporting", "linking", "opening", "aside", "past"),
    *("preterite", "many_after_there", "loose", "clause_start", "no_antecedent", "noun_in_ly", "noun_suffix"),
)
"""The sorts of words.tsv; each must be there once."""
TO_SINGULAR = {"are": "is", "were": "was", "have": "has", "do": "does"}
TO_PLURAL = {singular: plural for plural, singular in TO_SINGULAR.items()}
EVIDENCE = ("example", "source")


@dataclass(frozen=True, slots=True)
class Pair:
    """A row of pairs.tsv: the groups x, y, z of `find` hold the wrong word, `put` says what belongs there.

    Attributes:
        rule: of rules.toml.
        word: letters, in lower case, without which the row cannot fit.
        bad: a sentence in which it finds something; in `good` it finds nothing.
    """

    rule: str
    word: str
    find: re.Pattern[str]
    put: str
    bad: str
    good: str


@dataclass(frozen=True, slots=True)
class Tables:
    """What the checks look up; all words are in lower case.

    Attributes:
        rules: in the order of the file.
        sorts: the words of each sort of words.tsv.
        bases: the form without -s of each verb, with its form in -s.
        singulars: the other way round.
        nouns: forms of either kind that are nouns or adjectives too.
        pairs: real words that are taken for one another, in the order of the file.
    """

    rules: tuple[Rule, ...]
    sorts: dict[str, frozenset[str]]
    bases: dict[str, str]
    singulars: dict[str, str]
    nouns: frozenset[str]
    pairs: tuple[Pair, ...]

    def has(self, sort: str, word: str) -> bool:
        """Whether a word is of a sort of words.tsv."""
        return word in self.sorts[sort]


@cache
def load(folder: Path | None = None) -> Tables:
    """The tables of a folder, of the shipped one by default."""
    folder = folder or data.resources(ENGLISH, "proof")
    bases, nouns = _verbs(folder / "verbs.tsv")
    both = bases | TO_SINGULAR
    singulars = {singular: base for base, singular in both.items()}
    sorts, pairs = _sorts(folder / "words.tsv"), tuple(_pairs(folder / "pairs.tsv"))
    return Tables(read_rules(folder / "rules.toml"), sorts, both, singulars, nouns, pairs)


def third_person(base: str) -> str:
    """The form in -s of a regular verb: “reach” gives “reaches”, “carry” “carries”."""
    if base.endswith(("s", "x", "z", "ch", "sh", "go")):
        return base + "es"
    return base[:-1] + "ies" if re.search("[^aeiou]y$", base) else base + "s"


def _verbs(path: Path) -> tuple[dict[str, str], frozenset[str]]:
    bases: dict[str, str] = {}
    nouns: set[str] = set()
    for row in read_table(path, ("base", "noun", *EVIDENCE), EVIDENCE):
        base, noun = row["base"], row["noun"]
        if noun not in ("", "base", "both"):
            raise row.error("noun", f"The column noun holds nothing, base or both, not “{noun}”.")
        if base in bases:
            raise row.error("base", f"“{base}” stands in this table twice.")
        bases[base] = third_person(base)
        nouns |= {base} if noun else set()
        nouns |= {bases[base]} if noun == "both" else set()
    return bases, frozenset(nouns)


def _pairs(path: Path) -> Iterator[Pair]:
    columns = ("rule", "word", "find", "put", "bad", "good", "source")
    for row in read_table(path, columns, columns):
        try:
            find = re.compile(row["find"], re.IGNORECASE)
        except re.error as error:
            raise row.error("find", f"This is no regular expression: {error}.") from None
        if not {"x", "y", "z"} & set(find.groupindex):
            raise row.error("find", "The expression names the wrong word with a group: (?P<x>…).")
        yield Pair(row["rule"], row["word"].lower(), find, row["put"], row["bad"], row["good"])


def _sorts(path: Path) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in read_table(path, ("sort", "words", *EVIDENCE), ("words", *EVIDENCE)):
        if row["sort"] not in SORTS or row["sort"] in found:
            raise row.error("sort", f"The sorts are {', '.join(SORTS)}, each once.")
        found[row["sort"]] = frozenset(row["words"].split())
    if len(found) < len(SORTS):
        missing = ", ".join(sort for sort in SORTS if sort not in found)
        raise TableError(path, 1, 1, f"This table lacks the sorts {missing}.")
    return found
