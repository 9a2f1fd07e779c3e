"""`pressdesk style check`: whether a ministry's style file is whole and its examples hold. Start at `check`."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from pressdesk import data
from pressdesk.app.packs import Fault
from pressdesk.app.why import every_rule
from pressdesk.errors import HouseError
from pressdesk.proof.style.checks import CHECKS
from pressdesk.proof.style.examples import Failing, failing
from pressdesk.proof.style.proofer import StyleProofer
from pressdesk.proof.style.refusals import nearest
from pressdesk.proof.style.rules import EXAMPLES, Rule, faults, line_of, load, read
from pressdesk.proof.style.switches import BY_ID, RULES
from pressdesk.text.messages import Messages

SWITCHES = frozenset(
    ("off", "severity", "elsewhere", "not_in", "only_in", "message", "source", "languages")
)  # these break no example


def check(path: Path | None = None) -> list[Fault]:
    """Every fault of a style file, laid over the shipped one. HouseError where there is no such file or no TOML in it.

    A rule that the file changes is tried with the file's own examples where it has some; a changed limit or pattern
    without any is a hint. Without a file the shipped rules are tried, also those that are off.
    """
    if path is None:
        return _shipped()
    if not path.is_file():
        raise HouseError(path, None, "there is no such file; name a style file.")
    named = read(path)
    broken = [Fault(Path(error.path), error.line, str(error).partition(": ")[2]) for error in faults(CHECKS, path)]
    if broken:
        told = [*broken, *_unknown(path, named)]
        return sorted(told, key=lambda fault: fault.line or 0)  # examples can be tried by rules that can be read
    style = load(CHECKS, path)
    proofer = StyleProofer(style, Messages("en"))
    shipped = load(CHECKS)
    known = {rule.id for rule in (*shipped.rules, *shipped.idle)}
    found: list[Fault] = []
    for rule in style.rules:
        if rule.id in style.own:
            found += _faults(path, rule, named[rule.id], proofer, rule.id in known)
    return [*found, *_unknown(path, named)]


def _unknown(path: Path, named: dict[str, dict[str, object]]) -> Iterator[Fault]:
    """What [rules] switches off that is no rule of ours; LanguageTool's own are known to it alone."""
    listed = named.get(RULES, {}).get("off", [])
    ours = [str(name) for name in listed] if isinstance(listed, list) else []
    known = every_rule() if ours else ()
    for name in ours:
        if name not in known and BY_ID.fullmatch(name):
            near = nearest(name, (rule for rule in known if BY_ID.fullmatch(rule)))
            meant = f"is “{near}” meant?" if near else "`pressdesk why` names all."
            yield Fault(path, line_of(path, RULES, name), f"[{RULES}]: there is no rule “{name}”; {meant}", hint=True)


def _shipped() -> list[Fault]:
    style = load(CHECKS)
    proofer = StyleProofer(replace(style, rules=(*style.rules, *style.idle)), Messages("en"))
    return [_fault(rule.path, fault, True) for rule in proofer.style.rules for fault in failing(proofer, rule)]


def _faults(path: Path, rule: Rule, table: dict[str, object], proofer: StyleProofer, shipped: bool) -> Iterator[Fault]:
    changed = not set(table) <= SWITCHES | set(EXAMPLES)
    examples = set(table) & set(EXAMPLES)
    line = line_of(path, rule.id)
    if not shipped and not rule.message:
        yield Fault(path, line, f"[{rule.id}]: a rule of your own needs its message: message.en = “…”.")
    if not shipped and not (any(rule.bad.values()) and any(rule.good.values())):
        yield Fault(path, line, f"[{rule.id}]: a rule of your own needs a bad and a good example.")
    if shipped and changed and not examples:
        yield Fault(path, line, f"[{rule.id}]: changed without examples of its own, so it was not tried.", hint=True)
        return
    for fault in failing(proofer, rule):
        own = any(fault.example in _texts(table.get(key)) for key in EXAMPLES)
        if own or not changed:
            yield _fault(path, fault, own)


def _texts(examples: object) -> list[str]:
    tables = examples.values() if isinstance(examples, dict) else ()
    return [text.replace("⍽", "\u00a0") for texts in tables for text in texts]


def _fault(path: Path, fault: Failing, own: bool) -> Fault:
    said = "the bad example is not found" if fault.bad else "the good example is found"
    sentence = f"[{fault.rule.id}] {fault.language}: {said}: “{fault.example}”."
    if fault.line is not None:
        return Fault(data.resources("style", "words.tsv"), fault.line, sentence)
    first = fault.example.split("\n")[0].split("\u00a0")[0] if own else ""
    return Fault(path, line_of(path, fault.rule.id, first), sentence)
