"""What a ministry's style file switches off of the other checkers: LanguageTool's rules by language, and rules by id.

    [languagetool]
    off.en = ["OXFORD_SPELLING_Z_NOT_S"]

    [rules]
    off = ["kk.doubled-word", "agreement.order"]

A rule of house style is switched off in its own table (`off = true`). What the facts say, such as a gap, cannot be.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pressdesk.errors import HouseError

LANGUAGETOOL, RULES = "languagetool", "rules"
RESERVED = frozenset((LANGUAGETOOL, RULES))
"""Tables of a style file that are no rules."""
OF_LANGUAGETOOL = re.compile(r"lt\.(?P<tag>[a-z]{2,3})\.(?P<id>\S+)")
"""How findings name a rule of LanguageTool: the language's tag and LanguageTool's own id."""
BY_ID = re.compile(r"(?:kk|ru|en|pt|agreement)\.\S+")
"""Rules of checkers that may be switched off by their id; facts and the register may not."""
_TAG = re.compile(r"[a-z]{2,3}")


def switched_off(path: Path, tables: Mapping[str, Mapping[str, Any]]) -> frozenset[str]:
    """The ids of findings' rules that the file's reserved tables switch off. HouseError names file and line."""
    found: set[str] = set()
    off = _of(path, tables, LANGUAGETOOL)
    if not isinstance(off, Mapping):
        raise _fault(path, "off", f"[{LANGUAGETOOL}] has a list of rules for each language: off.en = [“…”].")
    for tag, rules in off.items():
        if not _TAG.fullmatch(tag) or not _texts(rules):
            raise _fault(path, tag, f"[{LANGUAGETOOL}] has a list of rules for each language: off.en = [“…”].")
        found |= {f"lt.{tag}.{rule}" for rule in rules}
    rules = _of(path, tables, RULES) or []
    if not _texts(rules):
        raise _fault(path, "off", f"[{RULES}] has one list of rules: off = [“kk.…”].")
    for rule in rules:
        if not BY_ID.fullmatch(rule):
            raise _fault(path, rule, f"[{RULES}]: “{rule}” is no rule that may stand here, such as “kk.…”.")
    return frozenset(found | set(rules))


def _of(path: Path, tables: Mapping[str, Mapping[str, Any]], name: str) -> Any:
    table = tables.get(name, {})
    for key in table:
        if key != "off":
            raise _fault(path, key, f"[{name}] knows “off” alone, not “{key}”.")
    return table.get("off", {})


def _texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) and one.strip() == one and one for one in value)


def _fault(path: Path, text: str, sentence: str) -> HouseError:
    lines = path.read_text(encoding="utf-8-sig").split("\n")
    start = next((n for n, line in enumerate(lines) if re.match(r"\s*\[?(?:languagetool|rules)\b", line)), 0)
    return HouseError(path, next((n for n, line in enumerate(lines, 1) if n > start and text in line), 1), sentence)
