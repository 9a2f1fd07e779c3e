"""The rules as a page for people, written from the tables. Start at `page`.

    python -m pressdesk.proof.context.page docs/kazakh-rules.md

rewrites what stands below the mark in that file; what stands above it is written by hand.
"""

import inspect
import sys
from pathlib import Path

from pressdesk.data import resources
from pressdesk.proof.context.checks import CHECKS
from pressdesk.proof.context.rules import Rule, Style, load_rules
from pressdesk.text.messages import Messages

MARK = "<!-- below this line: python -m pressdesk.proof.context.page docs/kazakh-rules.md -->\n"


def page(style: Style) -> str:
    """Markdown: a section a rule, and the sets of words."""
    parts = [_section(rule) for rule in style.rules]
    sets = [f"* `{name}`: {', '.join(sorted(members))}" for name, members in sorted(style.words.items())]
    parts.append("## Sets of words (`words.tsv`)\n\n" + "\n".join(sets) + "\n")
    return "\n".join(parts)


def _section(rule: Rule) -> str:
    said = Messages("en").say("rules." + rule.id.partition(".")[2], text="…", put="…")
    how = f"`{rule.pattern.pattern}` becomes `{rule.put}`" if rule.pattern else inspect.getdoc(CHECKS[rule.check]) or ""
    lines = [f"## {rule.id}", "", f"{rule.severity.value}, {rule.kind.value}. {how}", "", f"> {said}", ""]
    lines += [f"* ✗ {bad} → {mended}" for bad, mended in zip(rule.bad, rule.mended, strict=True)]
    lines += [f"* ✓ {good}" for good in rule.good]
    return "\n".join([*lines, "", f"Source: {rule.source}.", ""])


def renewed(text: str, style: Style) -> str:
    """The file's text with the part below the mark written anew."""
    return text.partition(MARK)[0] + MARK + "\n" + page(style)


if __name__ == "__main__":
    target = Path(sys.argv[1])
    rules = load_rules(resources("kk") / "style", CHECKS)
    target.write_text(renewed(target.read_text(encoding="utf-8"), rules), encoding="utf-8")
