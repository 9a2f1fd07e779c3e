"""The rules of house style as data: resources/style/*.toml and words.tsv. Start at `load`.

A rule is a table: the check that finds it, how severe and of what kind it is, what the check needs, bad and good
examples by language, and where the rule comes from. A ministry's own file has the same tables and says only what it
wants otherwise, key by key; `off = true` switches a rule off, and `off = false` one on that is shipped as off. A rule
of its own brings its own `message`. What it switches off of the other checkers is read by switches.py.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Protocol

from pressdesk import data
from pressdesk.errors import HouseError
from pressdesk.grammar.table import read_table
from pressdesk.model.findings import Kind, Severity
from pressdesk.model.release import BlockKind
from pressdesk.proof.style.refusals import expression, no_rule
from pressdesk.proof.style.switches import RESERVED, switched_off
from pressdesk.text import toml

SHORTENED = ("language", "word", "example", "source")
COLUMNS = ("rule", "language", "find", "put", "bad", "good", "source")
EXAMPLES = ("bad", "good")
COMMON = frozenset(
    ("off", "check", "severity", "elsewhere", "kind", "languages", "not_in", "only_in", "message", "source", *EXAMPLES)
)
NO_BREAK = "\u00a0"
# one thing repeated within a group that is repeated: the ways to part a long run among both are without number
REPEATED = re.compile(r"(?<!\\)\((?:\?:)?(?:\[[^\]]+\]|\\.|[^\\()\[\]|])[+*]\)(?:[+*](?!\+)|\{\d+,\}(?!\+))")
EXPRESSIONS = ("pattern", "except", "shape", "looks", "above", "alone", "not_names")
"""Parameters that are regular expressions."""
_HEADER = re.compile(r"^\s*\[\s*([^\[\]]+?)\s*\]")


Refuse = Callable[..., HouseError]  # a sentence, and some text of the line that is meant


class Asks(Protocol):
    """What a check must be given, and what it may."""

    @property
    def needs(self) -> tuple[str, ...]:
        """Parameters without which it cannot look."""

    @property
    def takes(self) -> tuple[str, ...]:
        """Parameters that may be left out."""


@dataclass(frozen=True, slots=True)
class Words:
    """A row of words.tsv: words that are not written so, and what is put there (\\g<name> for a group, "" for nothing
    that a machine could say)."""

    find: re.Pattern[str]
    put: str
    bad: str
    good: str
    line: int


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of house style.

    Attributes:
        id: "sentence-length"; a finding's rule is "style.sentence-length".
        check: the name of a check in checks.py.
        languages: the tags that it is for.
        not_in: release types that it leaves alone.
        only_in: release types that it is for; every text where there are none.
        elsewhere: how severe it is in a text whose release type nobody knows, None where that is the same.
        message: the sentence by language of the window; empty where resources/ui/rules_style.toml has it.
        parameters: what the check needs, as the file has it; a table by language is asked through `of`.
        words: the rows of words.tsv of this rule, by language.
        bad, good: examples by language: a paragraph, or a release of one line a block.
        off: whether it is known but not in force.
        path, line: where it stands; for a rule that a ministry changes, in the ministry's file.
    """

    id: str
    check: str
    severity: Severity
    kind: Kind
    languages: tuple[str, ...]
    not_in: frozenset[str]
    message: Mapping[str, str]
    source: str
    parameters: Mapping[str, Any]
    words: Mapping[str, tuple[Words, ...]]
    bad: Mapping[str, tuple[str, ...]]
    good: Mapping[str, tuple[str, ...]]
    only_in: frozenset[str] = frozenset()
    elsewhere: Severity | None = None
    off: bool = False
    path: Path = Path()
    line: int = 1

    def of(self, key: str, language: str, default: Any = None) -> Any:
        """A parameter in a language: the value itself, or its entry for the language, or its entry for `all`."""
        value = self.parameters.get(key, default)
        if isinstance(value, Mapping):
            return value.get(language, value.get("all", default))
        return value


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """The rules in force, in order: of two about typography that overlap, the first one speaks.

    Attributes:
        shortened: words by language after which a stop ends no sentence, in lower case (shortened.tsv).
        own: the ids of the rules that the ministry's file names.
        idle: the rules that are switched off, shipped so or by the ministry's file.
        off: rules of other checkers that the ministry's file switches off ("lt.en.OXFORD_SPELLING", "kk.doubled").
    """

    rules: tuple[Rule, ...]
    shortened: Mapping[str, frozenset[str]]
    own: frozenset[str] = field(default=frozenset())
    idle: tuple[Rule, ...] = ()
    off: frozenset[str] = field(default=frozenset())


def load(checks: Mapping[str, Asks], own: Path | None = None) -> HouseStyle:
    """The shipped rules, with what a ministry's own file has otherwise. HouseError names file and line.

    `checks` are the names that a rule may ask for, with the parameters that each takes.
    """
    rows, tables = _words(data.resources("style", "words.tsv")), _tables()
    named = read(own) if own is not None else {}
    off = switched_off(own, named) if own is not None else frozenset()
    changed = {name: table for name, table in named.items() if name not in RESERVED}
    for name, table in changed.items():
        assert own is not None
        tables[name] = (own, _whole_table(name, own, table, tables))
    lines = {path: _headers(path) for path in dict.fromkeys(path for path, _ in tables.values())}
    rules = [
        replace(_rule(name, path, table, rows, checks), path=path, line=lines[path].get(name, 1))
        for name, (path, table) in tables.items()
    ]
    return HouseStyle(
        rules=tuple(rule for rule in rules if not rule.off),
        shortened=_shortened(data.resources("style", "shortened.tsv")),
        own=frozenset(changed),
        idle=tuple(rule for rule in rules if rule.off),
        off=off,
    )


def faults(checks: Mapping[str, Asks], own: Path) -> Iterator[HouseError]:
    """The first fault of each table of a ministry's file, in its order; `load` tells of the first of all.

    HouseError where the file cannot be read at all.
    """
    rows, tables = _words(data.resources("style", "words.tsv")), _tables()
    named = read(own)
    try:
        switched_off(own, named)
    except HouseError as error:
        yield error
    for name, table in named.items():
        if name not in RESERVED:
            try:
                _rule(name, own, _whole_table(name, own, table, tables), rows, checks)
            except HouseError as error:
                yield error


def _whole_table(
    name: str, own: Path, table: Mapping[str, Any], tables: Mapping[str, tuple[Path, dict[str, Any]]]
) -> dict[str, Any]:
    """A table of a ministry's file, over the shipped one where there is one. HouseError where it is neither."""
    if name in tables:
        return laid_over(tables[name][1], table)
    if "check" not in table:
        raise HouseError(own, line_of(own, name), f"[{name}]: {no_rule(name, tables)}")
    return dict(table)


def _tables() -> dict[str, tuple[Path, dict[str, Any]]]:
    """The shipped tables by name, with the files they stand in."""
    tables: dict[str, tuple[Path, dict[str, Any]]] = {}
    for path in sorted(data.resources("style").glob("*.toml")):
        for name, table in read(path).items():
            if name in tables:
                raise HouseError(path, line_of(path, name), f"the rule “{name}” stands in {tables[name][0].name} too.")
            tables[name] = (path, table)
    return tables


def read(path: Path) -> dict[str, dict[str, Any]]:
    """The tables of a file, in its order."""
    raw = toml.read(path, "style file")
    for name, table in raw.items():
        if not isinstance(table, dict):
            raise HouseError(
                path, line_of(path, name), f"“{name}” stands outside a rule; begin a rule with [its-name]."
            )
    return raw


def laid_over(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """The tables as one, key by key; what stands above wins, lists as a whole."""
    found = dict(below)
    for key, value in above.items():
        under = found.get(key)
        both = isinstance(value, Mapping) and isinstance(under, Mapping)
        found[key] = laid_over(under, value) if both else value  # type: ignore[arg-type]  # both are tables
    return found


def line_of(path: Path, name: str, text: str = "") -> int:
    """The line of a rule's header, or of the first line below it that holds `text`; 1 where there is none."""
    lines, found = path.read_text(encoding="utf-8-sig").split("\n"), 0
    for number, line in enumerate(lines, 1):
        header = _HEADER.match(line)
        inside = header and (header[1].strip("\"'") == name or header[1].startswith(f"{name}."))
        if inside and not found:
            found = number
        if found and text and text in line:
            return number
    if not found:
        found = next((n for n, line in enumerate(lines, 1) if line.lstrip().startswith(name)), 1)
    return found


def _headers(path: Path) -> dict[str, int]:
    """The line on which each table of a file begins."""
    found: dict[str, int] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").split("\n"), 1):
        header = _HEADER.match(line)
        if header:
            found.setdefault(header[1].partition(".")[0].strip("\"'"), number)
    return found


def _rule(
    name: str,
    path: Path,
    table: Mapping[str, Any],
    rows: Mapping[tuple[str, str], tuple[Words, ...]],
    checks: Mapping[str, Asks],
) -> Rule:
    def refuse(sentence: str, text: str = "") -> HouseError:
        return HouseError(path, line_of(path, name, text), f"[{name}]: {sentence}")

    for key in ("check", "severity", "kind", "source"):
        if not isinstance(table.get(key), str) or not table[key]:
            raise refuse(f"the rule needs its {key}, a text in quotation marks.")
    if not isinstance(table.get("off", False), bool):
        raise refuse("“off” is true or false, without quotation marks.", "off")
    if table["check"] not in checks:
        raise refuse(f"there is no check “{table['check']}”; there are {', '.join(checks)}.", "check")
    severities = [s.value for s in Severity]
    for key, members in (("severity", severities), ("elsewhere", severities), ("kind", [k.value for k in Kind])):
        if key in table and table[key] not in members:
            raise refuse(f"“{key}” is one of {', '.join(members)}, not “{table[key]}”.", key)
    for key in ("languages", "not_in", "only_in"):
        if not _texts(table.get(key, [])):
            raise refuse(f"“{key}” is a list of texts: {key} = [“…”].", key)
    said = table.get("message", {})
    if not isinstance(said, Mapping) or not all(_text(sentence) for sentence in said.values()):
        raise refuse("“message” has a sentence for each language of the window: message.en = “…”.", "message")
    languages = tuple(table.get("languages", data.languages()))
    for tag in languages:
        if tag not in data.languages():
            raise refuse(f"there is no language “{tag}”; there are {', '.join(data.languages())}.", "languages")
    _parameters(table, checks[table["check"]], refuse)
    rule = Rule(
        id=name,
        check=table["check"],
        severity=Severity(table["severity"]),
        kind=Kind(table["kind"]),
        languages=languages,
        not_in=frozenset(table.get("not_in", ())),
        message=table.get("message", {}),
        source=table["source"],
        parameters={key: value for key, value in table.items() if key not in COMMON},
        words={tag: rows.get((name, tag), ()) for tag in languages},
        bad=_examples(table, "bad", refuse),
        good=_examples(table, "good", refuse),
        only_in=frozenset(table.get("only_in", ())),
        off=table.get("off", False),
        elsewhere=Severity(table["elsewhere"]) if "elsewhere" in table else None,
    )
    _expressions(rule, refuse)
    return rule


def _parameters(table: Mapping[str, Any], check: Asks, refuse: Refuse) -> None:
    """Refuses a parameter that the check does not know, lacks, or that is of another type."""
    for key, value in table.items():
        if key in COMMON:
            continue
        if key not in (*check.needs, *check.takes):
            known = ", ".join((*check.needs, *check.takes))
            raise refuse(f"the check “{table['check']}” knows no “{key}”; it takes {known}.", key)
        is_right, what = TYPES[key]
        if not all(is_right(one) for one in (value.values() if isinstance(value, Mapping) else [value])):
            raise refuse(f"“{key}” is {what}, or one for each language.", key)
        if key == "blocks" and not set(value) <= {kind.value for kind in BlockKind}:
            raise refuse(f"“blocks” are some of {', '.join(kind.value for kind in BlockKind)}.", key)
    for key in check.needs:
        if key not in table:
            raise refuse(f"the check “{table['check']}” needs “{key}”.")


def _expressions(rule: Rule, refuse: Refuse) -> None:
    """Refuses what is no regular expression, and a replacement that names a group that is not there."""
    for tag in rule.languages:
        for key in (*EXPRESSIONS, "name"):
            written = rule.of(key, tag) or ""
            if REPEATED.search(written):
                raise refuse(f"“{key}” repeats what repeats, as in (a+)+, and would not come to an end.", key)
            try:
                pattern = re.compile(written)
                if key == "pattern":
                    pattern.sub(rule.of("put", tag) or "", "")
            except (re.error, IndexError, OverflowError, RecursionError) as error:
                raise refuse(expression(key, error), key) from None
        for key in ("ways", "posts"):
            for written in rule.of(key, tag, ()):
                try:
                    re.compile(written)
                except (re.error, OverflowError, RecursionError) as error:
                    raise refuse(expression(key, error, written), key) from None


def _text(value: Any) -> bool:
    return isinstance(value, str)


def _letters(value: Any) -> bool:
    try:
        return _text(value) and re.compile(f"[{value}]") is not None
    except re.error:
        return False


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


def _switch(value: Any) -> bool:
    return isinstance(value, bool)


# what may stand under a parameter of a check, and how a refusal says so
TYPES: Mapping[str, tuple[Callable[[Any], bool], str]] = {
    **dict.fromkeys((*EXPRESSIONS, "name", "put"), (_text, "a text in quotation marks")),
    **dict.fromkeys(("first", "second"), (_letters, "a class of letters in quotation marks")),
    **dict.fromkeys(("blocks", "rows", "known", "common", "ways", "posts", "own"), (_texts, "a list of texts")),
    "alike": (lambda value: _texts(value) and all(len(pair) == 2 for pair in value), "a list of pairs of letters"),
    "instead": (lambda value: _texts(value) and all(len(pair) == 2 for pair in value), "a list of pairs of letters"),
    **dict.fromkeys(("limit", "least", "times", "sentences"), (_whole, "a whole number above 0")),
    **dict.fromkeys(("unquoted", "needed", "outer"), (_switch, "true or false")),
}


def _examples(table: Mapping[str, Any], key: str, refuse: Refuse) -> Mapping[str, tuple[str, ...]]:
    found = table.get(key, {})
    if not isinstance(found, Mapping) or not all(_texts(texts) for texts in found.values()):
        raise refuse(f"“{key}” has a list of examples for each language: {key}.en = [“…”].", key)
    return {tag: tuple(text.replace("⍽", NO_BREAK) for text in texts) for tag, texts in found.items()}


def _words(path: Path) -> Mapping[tuple[str, str], tuple[Words, ...]]:
    found: dict[tuple[str, str], tuple[Words, ...]] = {}
    for row in read_table(path, COLUMNS, ("rule", "language", "find", "bad", "good", "source")):
        try:
            find = re.compile(row["find"])
            find.sub(row["put"], "")
        except (re.error, IndexError) as error:
            raise row.error("find", f"This is no regular expression, or its groups are not there: {error}.") from error
        key = (row["rule"], row["language"])
        found[key] = (*found.get(key, ()), Words(find, row["put"], row["bad"], row["good"], row.line))
    return found


def _shortened(path: Path) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in read_table(path, SHORTENED, SHORTENED):
        found.setdefault(row["language"], set()).add(row["word"].lower())
    return {tag: frozenset(words) for tag, words in found.items()}
