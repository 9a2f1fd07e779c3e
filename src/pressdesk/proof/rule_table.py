"""The rules.toml of a language: what each rule is called, who finds it, how much it matters. Start at `read_rules`."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from pressdesk.errors import TableError
from pressdesk.grammar.table import table_text
from pressdesk.model.findings import Kind, Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of rules.toml: its id, the check that finds it, its weight, and examples, one a sentence."""

    id: str
    check: str
    kind: Kind
    severity: Severity
    bad: tuple[str, ...]
    good: tuple[str, ...]
    source: str


def read_rules(path: Path) -> tuple[Rule, ...]:
    """The rules in the order of the file. TableError names the line of a fault."""
    text = table_text(path)
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"at line (\d+)", str(error))
        raise TableError(path, int(place[1]) if place else 1, 1, f"This is not valid TOML: {error}.") from None
    found = []
    for name, table in raw.items():
        try:
            kind, severity = Kind(table["kind"]), Severity(table["severity"])
            bad, good = tuple(table["bad"]), tuple(table["good"])
            found.append(Rule(name, table["check"], kind, severity, bad, good, table["source"]))
        except (KeyError, TypeError, ValueError) as error:
            line = next((n for n, said in enumerate(text.split("\n"), 1) if said.strip() == f"[{name}]"), 1)
            raise TableError(path, line, 1, f"The rule “{name}” lacks something or misnames it: {error}.") from None
    return tuple(found)
