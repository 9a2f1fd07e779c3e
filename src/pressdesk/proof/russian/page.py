"""The rules as a page for people, written from the tables. Start at `renewed`.

    python -m pressdesk.proof.russian.page docs/russian-rules.md

rewrites what stands below the mark in that file; what stands above it is written by hand.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from pressdesk.proof.rule_table import Rule
from pressdesk.proof.russian import RUSSIAN
from pressdesk.proof.russian.tables import Tables, load
from pressdesk.text.messages import Messages

MARK = "<!-- below this line: python -m pressdesk.proof.russian.page docs/russian-rules.md -->\n"


def page(tables: Tables) -> str:
    """Markdown: a section a rule."""
    return "\n".join("\n".join(_section(rule, tables)) for rule in tables.rules)


def _section(rule: Rule, tables: Tables) -> Iterator[str]:
    yield f"## {RUSSIAN}.{rule.id}\n"
    yield f"{rule.severity.value}, {rule.kind.value}.\n"
    yield f"> {Messages('ru').say(f'{RUSSIAN}.{rule.id}')}\n"
    yield from (f"* ✗ {text}" for text in rule.bad)
    yield from (f"* ✓ {text}" for text in rule.good)
    yield from (f"* ✗ {row.bad} ✓ {row.good}" for row in tables.examples if row.rule == rule.id)
    yield f"\nSource: {rule.source}.\n"


def renewed(text: str, tables: Tables) -> str:
    """The file's text with the part below the mark written anew."""
    return text.partition(MARK)[0] + MARK + "\n" + page(tables)


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.write_text(renewed(target.read_text(encoding="utf-8"), load()), encoding="utf-8")
