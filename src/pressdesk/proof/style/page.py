"""House style as a page for people, written from the rules. Start at `page`.

    python -m pressdesk.proof.style.page docs/house-style.md

rewrites what stands below the mark in that file; what stands above it is written by hand.
"""

import inspect
import sys
from collections.abc import Iterator
from pathlib import Path

from pressdesk.proof.style.checks import CHECKS
from pressdesk.proof.style.rules import HouseStyle, Rule, load
from pressdesk.text.messages import Messages

MARK = "<!-- below this line: python -m pressdesk.proof.style.page docs/house-style.md -->\n"
SHOWN = (
    "limit",
    "not_in",
    "only_in",
    "rows",
    "known",
    "sentences",
    "least",
    "times",
)  # what a ministry is likely to change


def page(style: HouseStyle) -> str:
    """Markdown: a section a rule, those that are shipped as off last."""
    return "\n".join("\n".join(_section(rule)) for rule in (*style.rules, *style.idle))


def _section(rule: Rule) -> Iterator[str]:
    yield f"## {rule.id}\n"
    how = (inspect.getdoc(CHECKS[rule.check].find) or "").partition(".")[0]
    off = "off unless a file says `off = false`; " if rule.off else ""
    yield f"{off}{rule.severity.value}, {rule.kind.value}; {', '.join(rule.languages)}. `{rule.check}`: {how}.\n"
    yield f"> {Messages('en').say('style.' + rule.id)}\n"
    for key in SHOWN:
        kinds = {"not_in": rule.not_in, "only_in": rule.only_in}
        value = sorted(kinds[key]) if key in kinds else rule.parameters.get(key)
        if value:
            yield f"* `{key}`: {_said(value)}"
    for tag in rule.languages:
        yield from (f"* {tag} ✗ {_line(bad)}" for bad in rule.bad.get(tag, ()))
        yield from (f"* {tag} ✓ {_line(good)}" for good in rule.good.get(tag, ()))
        yield from (f"* {tag} ✗ {row.bad} ✓ {row.good}" for row in rule.words.get(tag, ()))
    yield f"\nSource: {rule.source}.\n"


def _said(value: object) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{tag} {_said(part)}" for tag, part in value.items())
    return ", ".join(value) if isinstance(value, list) else str(value)


def _line(example: str) -> str:
    return example.replace("\n", " / ").replace("\u00a0", "⍽").replace("  ", "␣␣")


def renewed(text: str, style: HouseStyle) -> str:
    """The file's text with the part below the mark written anew."""
    return text.partition(MARK)[0] + MARK + "\n" + page(style)


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.write_text(renewed(target.read_text(encoding="utf-8"), load(CHECKS)), encoding="utf-8")
