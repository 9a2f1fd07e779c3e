"""The rules as data: resources/<language>/style/. Start at `load_rules`.

`rules.tsv` has a row a rule: its name, the check that finds it (`pattern`, or the name of one in checks.py), how severe
and of what kind it is, for a pattern the regular expression (group x is what is underlined) and what is put there, bad
examples, the same mended by the first suggestion, good examples, and where the rule comes from. Examples are parted by
` | ` and are the rule's tests. `government.tsv` and `particles.tsv` have the words of two rules, `words.tsv` the sets
of words that checks ask for. The tables of the soft marks are read by `soft` and `plausible`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pressdesk.grammar.table import Row, decimal, one_script, read_table
from pressdesk.model.findings import Kind, Severity

RULES = ("rule", "check", "severity", "kind", "pattern", "put", "bad", "mended", "good", "source")
PATTERN = "pattern"
GOVERNMENT = ("word", "case", "refused", "before", "good", "bad", "source")
VERBS = ("verb", "case", "refused", "where", "beside", "good", "bad", "source")
AFTER, LAST, FIRST = "after", "last", "first"
BARE, CASES = "NOM", frozenset(("GEN", "DAT", "ACC", "LOC", "ABL", "INS"))
WORDS, FIGURES, BOTH = "words", "figures", "both"


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of rules.tsv.

    Attributes:
        id: "kk.conjunction"; the message is `rules.conjunction` of resources/ui/rules_kk.toml.
        check: the name of the check, "pattern" for a regular expression.
        pattern: None for a named check.
        put: what a pattern's group x becomes, with \\g<name> for another group; "" for a named check.
        bad, mended: texts in which it finds one thing, and what its first suggestion makes of them.
        good: texts in which this rule finds nothing.
    """

    id: str
    check: str
    severity: Severity
    kind: Kind
    pattern: re.Pattern[str] | None
    put: str
    bad: tuple[str, ...]
    mended: tuple[str, ...]
    good: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Governor:
    """A row of government.tsv: a postposition.

    Attributes:
        case: what it asks for, NOM for no ending.
        refused: cases that cannot stand before it; all others are left alone.
        figures: whether a bare figure before it lacks its ending.
        numbers: whether it is looked at after figures and number words only.
    """

    case: str
    refused: frozenset[str]
    figures: bool
    numbers: bool


@dataclass(frozen=True, slots=True)
class VerbCase:
    """A row of verbs.tsv: what a verb at the end of a sentence asks for.

    Attributes:
        case: what it takes, NOM for no ending.
        refused: cases that are wrong; all others are left alone.
        where: LAST for the word right before the verb, FIRST for the one that opens the sentence.
        beside: the case of the word before the verb where `where` is FIRST.
    """

    case: str
    refused: frozenset[str]
    where: str
    beside: str


@dataclass(frozen=True, slots=True)
class Beside:
    """A row of fits.tsv: in this place a form with this last tag is `steps` likelier.

    Attributes:
        where: AFTER a word whose last tag is `beside`, or LAST in a sentence.
    """

    where: str
    beside: str
    tag: str
    steps: float


@dataclass(frozen=True, slots=True)
class Style:
    """A language's rules.

    Attributes:
        rules: in the order of the table.
        words: name of a set to its words in lower case.
        governors: postposition to what it asks for.
        verbs: stem of a verb to what it asks for.
        fits: what suits the words beside it.
        refused_steps: by how many steps a case that the postposition behind it refuses is unlikelier.
        particles: particles as suffixes.tsv writes suffixes, for each all its shapes are one.
    """

    rules: tuple[Rule, ...]
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    governors: Mapping[str, Governor] = field(default_factory=dict)
    verbs: Mapping[str, tuple[VerbCase, ...]] = field(default_factory=dict)
    particles: tuple[str, ...] = ()
    fits: tuple[Beside, ...] = ()
    refused_steps: float = 2.0


def load_rules(folder: Path, checks: Mapping[str, object]) -> Style:
    """Reads the tables of a style folder; a TableError names the row of an unknown check, severity or pattern."""
    rules: dict[str, Rule] = {}
    for row in read_table(folder / "rules.tsv", RULES):
        if row["rule"] in rules:
            raise row.error("rule", f"The rule “{row['rule']}” has a row already: add the examples there.")
        rules[row["rule"]] = _rule(row, checks)
    words = _word_sets(folder / "words.tsv")
    particles, fits = _particles(folder), _fits(folder)
    return Style(tuple(rules.values()), words, _governors(folder), _verbs(folder), particles, fits)


def _rule(row: Row, checks: Mapping[str, object]) -> Rule:
    if row["check"] != PATTERN and row["check"] not in checks:
        raise row.error("check", f"There is no check “{row['check']}”: use {PATTERN} or {', '.join(checks)}.")
    for column, names in (("severity", [s.value for s in Severity]), ("kind", [k.value for k in Kind])):
        if row[column] not in names:
            raise row.error(column, f"“{row[column]}” is none of {', '.join(names)}.")
    for column in ("bad", "mended", "good", "source"):
        if not row[column]:
            raise row.error(column, "Every rule needs a bad and a good example, the bad one mended, and a source.")
    bad, mended, good = (tuple(map(str.strip, row[name].split(" | "))) for name in ("bad", "mended", "good"))
    if len(bad) != len(mended):
        raise row.error("mended", "Every bad example needs its mended one, in the same order.")
    severity, kind = Severity(row["severity"]), Kind(row["kind"])
    pattern = _pattern(row) if row["check"] == PATTERN else None
    return Rule(row["rule"], row["check"], severity, kind, pattern, row["put"], bad, mended, good, row["source"])


def _pattern(row: Row) -> re.Pattern[str]:
    try:
        pattern = re.compile(row["pattern"])
    except re.error as error:
        raise row.error("pattern", f"This is no regular expression ({error}).") from error
    if "x" not in pattern.groupindex:
        raise row.error("pattern", "The group (?P<x>…) must say what is underlined.")
    try:
        pattern.sub(row["put"], "")
    except (re.error, IndexError) as error:
        raise row.error("put", f"This names a group that the pattern has not ({error}).") from error
    return pattern


def _word_sets(path: Path) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in read_table(path, ("set", "word", "note")):
        found.setdefault(row["set"], set()).add(one_script(row, "word").lower())
    return {name: frozenset(members) for name, members in found.items()}


def _governors(folder: Path) -> dict[str, Governor]:
    found = {}
    for row in read_table(folder / "government.tsv", GOVERNMENT):
        if row["before"] not in (WORDS, FIGURES, BOTH):
            raise row.error("before", f"Say {WORDS}, {FIGURES} or {BOTH}: what may stand before it.")
        kinds = row["before"] != WORDS, row["before"] == FIGURES
        found[one_script(row, "word")] = Governor(row["case"], frozenset(row["refused"].split()), *kinds)
    return found


def _verbs(folder: Path) -> dict[str, tuple[VerbCase, ...]]:
    found: dict[str, tuple[VerbCase, ...]] = {}
    for row in read_table(folder / "verbs.tsv", VERBS):
        if row["where"] not in (FIRST, LAST):
            raise row.error("where", f"Say {LAST} (right before the verb) or {FIRST} (what opens the sentence).")
        one = VerbCase(row["case"], frozenset(row["refused"].split()), row["where"], row["beside"])
        found[row["verb"]] = (*found.get(one_script(row, "verb"), ()), one)
    return found


def _particles(folder: Path) -> tuple[str, ...]:
    rows = read_table(folder / "particles.tsv", ("particle", "example", "source"))
    return tuple(one_script(row, "particle") if row["particle"].islower() else row["particle"] for row in rows)


def _fits(folder: Path) -> tuple[Beside, ...]:
    found = []
    for row in read_table(folder / "fits.tsv", ("where", "beside", "tag", "steps", "example", "source")):
        if row["where"] not in (AFTER, LAST):
            raise row.error("where", f"Say {AFTER} (a word that ends in the tag beside) or {LAST} (in a sentence).")
        found.append(Beside(row["where"], row["beside"], row["tag"], decimal(row, "steps")))
    return tuple(found)
