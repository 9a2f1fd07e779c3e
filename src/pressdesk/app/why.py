"""Why a rule finds what it finds: its page, for people. Start at `page`; `every_rule` names all that have one.

What a rule's tables say is shown as it stands there: examples, source, file and line. Rules without a table are
explained by resources/ui/why.toml, LanguageTool's by its own files where they are installed.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pressdesk import data
from pressdesk.app import style_file
from pressdesk.app.places import Places
from pressdesk.model.findings import Kind, Severity
from pressdesk.proof.context.checks import CHECKS as KAZAKH_CHECKS
from pressdesk.proof.context.rules import Rule as KazakhRule
from pressdesk.proof.context.rules import load_rules
from pressdesk.proof.english import ENGLISH
from pressdesk.proof.english.tables import load as load_english
from pressdesk.proof.languagetool.lock import default_folder
from pressdesk.proof.languagetool.rulebook import look_up
from pressdesk.proof.languagetool.unknown import in_no_dictionary
from pressdesk.proof.russian import RUSSIAN
from pressdesk.proof.russian.tables import load as load_russian
from pressdesk.proof.style.proofer import PREFIX
from pressdesk.proof.style.rules import Rule as StyleRule
from pressdesk.proof.style.rules import line_of
from pressdesk.proof.style.switches import LANGUAGETOOL, OF_LANGUAGETOOL, RULES
from pressdesk.text.messages import Messages, catalogue

MOST = 6  # examples of each kind
FACTS = "problem."  # what is missing or odd in the facts, shown in the form
_NAME = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Example:
    """A text that breaks the rule, and the same mended ("" where the rule does not say); or one that keeps it.

    Attributes:
        language: the tag of the text.
        bad: "" where this is a text that keeps the rule.
        good: as it should be.
    """

    language: str
    bad: str
    good: str


@dataclass(frozen=True, slots=True)
class RulePage:
    """Everything to be said of a rule, in the window's language.

    Attributes:
        rule: as findings name it.
        title: what it is about, in a few words.
        sentence: what it looks at and how to mend it; "" where the finding's message says all.
        severity, kind: None where it depends on the finding.
        examples: bad ones first.
        source: where the rule comes from.
        file, line: where it lives; 0 where no line is meant. "" where it is built into a checker.
        off: what a style file says to switch it off; "" where that is not offered.
    """

    rule: str
    title: str
    sentence: str
    severity: Severity | None
    kind: Kind | None
    examples: tuple[Example, ...]
    source: str
    file: str
    line: int
    off: str

    @property
    def where(self) -> str:
        """The file and the line, as editors write it."""
        return f"{self.file}:{self.line}" if self.line else self.file


def page(rule: str, ui: str, places: Places | None = None) -> RulePage | None:
    """The page of a rule in the window's language, None where no checker has such a rule.

    Args:
        rule: as a finding names it: "style.headline-length", "kk.government", "lt.ru.Two_PREP", "facts.gap".
        places: where a ministry's own style file and LanguageTool lie; None means this user's.
    """
    messages = Messages(ui)
    places = places or Places.at()
    foreign = OF_LANGUAGETOOL.fullmatch(rule)
    if foreign:
        return _languagetool(rule, foreign["tag"], foreign["id"], messages, places)
    for pages in (_told, _style, _kazakh, _russian, _english, _problem):
        found = pages(rule, messages, places)
        if found is not None:
            return found
    return None


def every_rule(places: Places | None = None) -> tuple[str, ...]:
    """The ids of all rules that stand in a table; LanguageTool has thousands more of its own."""
    path = style_file.style_file(places) if places is not None else None
    style = style_file.choose(path).style
    problems = (key for key in catalogue() if key.startswith(FACTS))
    ids = (
        *_reasons(),
        *(rule.id for rule in _kazakh_rules()),
        *(PREFIX + rule.id for rule in (*style.rules, *style.idle)),
        *(f"{RUSSIAN}.{rule.id}" for rule in load_russian().rules),
        *(f"{ENGLISH}.{rule.id}" for rule in load_english().rules),
        *problems,
    )
    return tuple(dict.fromkeys(ids))


def switch(rule: str) -> str:
    """What a style file says to switch a rule off; "" where that is not offered."""
    if not style_file.is_offered(rule):
        return ""
    foreign = OF_LANGUAGETOOL.fullmatch(rule)
    if rule.startswith(PREFIX):
        return f"[{rule.removeprefix(PREFIX)}]\noff = true"
    if foreign:
        return f'[{LANGUAGETOOL}]\noff.{foreign["tag"]} = ["{foreign["id"]}"]'
    return f'[{RULES}]\noff = ["{rule}"]'


# --- what has no table ----------------------------------------------------------------------------------------------


@cache
def _reasons() -> Mapping[str, Mapping[str, Any]]:
    with data.resources("ui", "why.toml").open("rb") as file:
        return dict(tomllib.load(file)["why"])


def _told(rule: str, messages: Messages, _: Places) -> RulePage | None:
    table = _reasons().get(rule)
    if table is None:
        return None
    path = data.resources("ui", "why.toml")
    examples = (Example(e["language"], e.get("bad", ""), e.get("mended", e.get("good", ""))) for e in table["examples"])
    return RulePage(
        rule=rule,
        title=messages.pick(table["title"]),
        sentence=messages.pick(table["sentence"]),
        severity=Severity(table["severity"]),
        kind=Kind(table["kind"]),
        examples=tuple(examples),
        source=table["source"],
        file=_short(path),
        line=_line(path, f'[why."{rule}"]'),
        off=switch(rule),
    )


def _problem(rule: str, messages: Messages, _: Places) -> RulePage | None:
    if not rule.startswith(FACTS) or not messages.has(rule):
        return None
    path = data.resources("ui", "problems.toml")
    return RulePage(
        rule=rule,
        title=messages.say("why_page.problem"),
        sentence=_filled(messages.say(rule)),
        severity=None,
        kind=Kind.FACTS,
        examples=(),
        source="src/pressdesk/model/check.py",
        file=_short(path),
        line=_line(path, f"[{rule}]"),
        off="",
    )


# --- what has one ---------------------------------------------------------------------------------------------------


def _style(rule: str, messages: Messages, places: Places) -> RulePage | None:
    if not rule.startswith(PREFIX):
        return None
    path = style_file.style_file(places)
    chosen = style_file.choose(path)
    name = rule.removeprefix(PREFIX)
    found = next((r for r in (*chosen.style.rules, *chosen.style.idle) if r.id == name), None)
    if found is None:
        return None
    home = path if path is not None and name in chosen.style.own else _homes().get(name)
    return RulePage(
        rule=rule,
        title=_title(found.kind, messages),
        sentence=_filled(
            messages.pick(found.message) or messages.say(rule), limit=found.of("limit", messages.language)
        ),
        severity=found.severity,
        kind=found.kind,
        examples=tuple(_style_examples(found)),
        source=found.source,
        file=_short(home) if home is not None else "",
        line=line_of(home, name) if home is not None else 0,
        off=switch(rule),
    )


@cache
def _homes() -> Mapping[str, Path]:
    """Which shipped file has a rule of house style."""
    paths = sorted(data.resources("style").glob("*.toml"))
    return {name: path for path in paths for name in tomllib.loads(path.read_text(encoding="utf-8"))}


def _style_examples(rule: StyleRule) -> Iterator[Example]:
    """A bad and a good example of each language, then further ones, at most MOST of each kind."""
    rows = [(tag, row) for tag in rule.languages for row in rule.words.get(tag, ())]
    bad = [Example(tag, text, "") for tag in rule.languages for text in rule.bad.get(tag, ())[:2]]
    bad += [Example(tag, row.bad, row.good) for tag, row in rows]
    good = [Example(tag, "", text) for tag in rule.languages for text in rule.good.get(tag, ())[:2]]
    yield from (*bad[:MOST], *good[:MOST])


def _kazakh_folder() -> Path:
    return data.resources("kk") / "style"


@cache
def _kazakh_rules() -> tuple[KazakhRule, ...]:
    return load_rules(_kazakh_folder(), KAZAKH_CHECKS).rules


def _kazakh(rule: str, messages: Messages, _: Places) -> RulePage | None:
    path = _kazakh_folder() / "rules.tsv"
    found = next((r for r in _kazakh_rules() if r.id == rule), None)
    if found is None:
        return None
    bad = (Example("kk", bad, mended) for bad, mended in zip(found.bad, found.mended, strict=True))
    good = (Example("kk", "", text) for text in found.good)
    return RulePage(
        rule=rule,
        title=_title(found.kind, messages),
        sentence=_filled(messages.say("rules." + rule.partition(".")[2])),
        severity=found.severity,
        kind=found.kind,
        examples=(*list(bad)[:MOST], *list(good)[:MOST]),
        source=found.source,
        file=_short(path),
        line=_line(path, f"{rule}\t"),
        off=switch(rule),
    )


def _russian(rule: str, messages: Messages, _: Places) -> RulePage | None:
    tables = load_russian()
    found = next((r for r in tables.rules if f"{RUSSIAN}.{r.id}" == rule), None)
    if found is None:
        return None
    path = data.resources(RUSSIAN, "proof", "rules.toml")
    bad = [*(Example(RUSSIAN, text, "") for text in found.bad[:2])]
    bad += [Example(RUSSIAN, e.bad, e.good) for e in tables.examples if e.rule == found.id]
    return RulePage(
        rule=rule,
        title=_title(found.kind, messages),
        sentence=_filled(messages.say(rule)),
        severity=found.severity,
        kind=found.kind,
        examples=(*bad[:MOST], *(Example(RUSSIAN, "", text) for text in found.good[:MOST])),
        source=found.source,
        file=_short(path),
        line=_line(path, f"[{found.id}]"),
        off=switch(rule),
    )


def _english(rule: str, messages: Messages, _: Places) -> RulePage | None:
    found = next((r for r in load_english().rules if f"{ENGLISH}.{r.id}" == rule), None)
    if found is None:
        return None
    path = data.resources(ENGLISH, "proof", "rules.toml")
    return RulePage(
        rule=rule,
        title=_title(found.kind, messages),
        sentence=_filled(messages.say(rule)),
        severity=found.severity,
        kind=found.kind,
        examples=(
            *(Example(ENGLISH, text, "") for text in found.bad[:MOST]),
            *(Example(ENGLISH, "", text) for text in found.good[:MOST]),
        ),
        source=found.source,
        file=_short(path),
        line=_line(path, f"[{found.id}]"),
        off=switch(rule),
    )


def _languagetool(rule: str, tag: str, name: str, messages: Messages, places: Places) -> RulePage:
    """A rule of LanguageTool; of one that it has in Java only the id is known here."""
    entry = look_up(default_folder(places.data), tag, name)
    if entry is None:
        key = "why_page.lt_spelling" if in_no_dictionary(name) else "why_page.lt_built_in"
        said = messages.say(key)
        return RulePage(rule, "LanguageTool", said, None, None, (), f"LanguageTool, {name}", "", 0, switch(rule))
    own = messages.say("why_page.lt_own" if entry.own else "why_page.lt_rule", category=entry.category)
    bad = (Example(tag, text, mended) for text, mended in entry.bad)
    return RulePage(
        rule=rule,
        title=entry.name or "LanguageTool",
        sentence=own,
        severity=None,
        kind=None,
        examples=(*bad, *(Example(tag, "", text) for text in entry.good)),
        source=f"PressDesk, {name}" if entry.own else f"LanguageTool, {name}",
        file=_short(Path(entry.file)) if entry.own else entry.file,
        line=entry.line,
        off=switch(rule),
    )


# --- small things ---------------------------------------------------------------------------------------------------


def _title(kind: Kind, messages: Messages) -> str:
    return messages.say(f"findings.kind.{kind.value}")


def _filled(sentence: str, **known: object) -> str:
    """The sentence of a message with … where a finding has its words."""
    return _NAME.sub(lambda match: str(known.get(match[1]) or "…"), sentence)


def _line(path: Path, start: str) -> int:
    """The first line that begins with some text, from 1; 0 for none."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return next((number for number, line in enumerate(lines, 1) if line.startswith(start)), 0)


def _short(path: Path) -> str:
    """A shipped file from its resources folder on, any other file whole."""
    base = data.resources().parent
    return str(path.relative_to(base)) if path.is_relative_to(base) else str(path)
