"""The house's quotation marks, dashes and no-break spaces, put in without moving a letter. Start at `tidy`.

Always true: `len(tidy(text, tag)) == len(text)`, and tidying twice is tidying once; so spans of a text stay right. The
rules are rows of `resources/<tag>/typography.tsv`: a regular expression whose group `x` is the one character to change,
and the character to put there. Each row carries its example. ⍽ stands for a no-break space in those files.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pressdesk.data import resources
from pressdesk.grammar.table import Row, read_table
from pressdesk.language.quotes import pair
from pressdesk.language.settings import read
from pressdesk.text.spans import Span

COLUMNS = ("rule", "find", "put", "bad", "good", "source")
QUOTES = "<quotes>"
NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True)
class Rule:
    """One row: `pattern` is None for the pairs of quotation marks, which no regular expression finds."""

    id: str
    pattern: re.Pattern[str] | None
    put: str
    bad: str
    good: str


@dataclass(frozen=True, slots=True)
class House:
    """A language's rules in order, and its outer and inner quotation marks."""

    rules: tuple[Rule, ...]
    outer: tuple[str, ...]
    inner: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One character changed: its place in code points, what stood there, what stands there now, by which rule."""

    span: Span
    old: str
    new: str
    rule: str


@cache
def house(tag: str) -> House:
    """The shipped rules of a language."""
    return house_of(resources(tag))


def house_of(folder: Path) -> House:
    """The rules of a language's folder. TableError for a row that could change a text's length."""
    settings = read(folder / "language.toml")
    rules = tuple(_rule(row) for row in read_table(folder / "typography.tsv", COLUMNS))
    return House(rules, settings.outer, settings.inner)


def tidy(text: str, tag: str) -> str:
    """The text as the house writes it; as many code points as before."""
    return tidied(text, house(tag))


def tidied(text: str, rules: House) -> str:
    """The same by any rules."""
    return _apply(text, rules)[0]


def changes(text: str, tag: str) -> list[Change]:
    """What `tidy` changes, in the text's order."""
    tidied, by = _apply(text, house(tag))
    pairs = enumerate(zip(text, tidied, strict=True))
    return [Change(Span(i, i + 1), old, new, by[i]) for i, (old, new) in pairs if old != new]


def _rule(row: Row) -> Rule:
    bad, good, put = (row[name].replace("⍽", NO_BREAK) for name in ("bad", "good", "put"))
    if len(bad) != len(good):
        raise row.error("good", "The good example is not as long as the bad one: a rule may not change the length.")
    if row["find"] == QUOTES:
        return Rule(row["rule"], None, "", bad, good)
    try:
        pattern = re.compile(row["find"])
    except re.error as error:
        raise row.error("find", f"This is not a regular expression: {error}.") from error
    if "x" not in pattern.groupindex:
        raise row.error("find", "Mark the character to change as (?P<x>…).")
    # an empty cell in `put` is how a plain space survives the reader
    put = put or " "
    if len(put) != 1:
        raise row.error("put", "Put exactly one character.")
    return Rule(row["rule"], pattern, put, bad, good)


def _apply(text: str, rules: House) -> tuple[str, dict[int, str]]:
    chars = list(text)
    by: dict[int, str] = {}
    current = text
    for rule in rules.rules:
        moved = False
        for index, new in _places(current, rule, rules):
            if chars[index] != new:
                chars[index] = new
                by[index] = rule.id
                moved = True
        if moved:
            current = "".join(chars)
    return current, by


def _places(text: str, rule: Rule, rules: House) -> list[tuple[int, str]]:
    if rule.pattern is None:
        return _quotes(text, rules)
    places = []
    for match in rule.pattern.finditer(text):
        start, end = match.span("x")
        if end - start == 1:
            places.append((start, rule.put))
    return places


def _quotes(text: str, rules: House) -> list[tuple[int, str]]:
    places = []
    offset = 0
    for line in text.split("\n"):
        for span, opens, depth in pair(line):
            marks = rules.outer if depth == 0 else rules.inner
            places.append((offset + span.start, marks[0] if opens else marks[1]))
        offset += len(line) + 1
    return places
