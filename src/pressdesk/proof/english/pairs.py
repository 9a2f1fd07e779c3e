"""A real word where another is meant. Start at `pairs`."""

from collections.abc import Iterator

from pressdesk.proof.english.phrase import Hit
from pressdesk.proof.english.tables import Tables
from pressdesk.text.spans import Span

GROUPS = ("x", "y", "z")
"""The groups of a row's expression that may hold the wrong word."""


def pairs(text: str, tables: Tables, rule: str) -> Iterator[Hit]:
    """The words of a paragraph that a row of pairs.tsv, of that rule, knows to be wrong beside their neighbours."""
    low = text.lower()
    for pair in tables.pairs:
        if pair.rule != rule or pair.word not in low:
            continue
        for match in pair.find.finditer(text):
            name = next(name for name in GROUPS if name in match.re.groupindex and match[name])
            yield Hit(Span(*match.span(name)), put(match[name], pair.put))


def put(wrong: str, right: str) -> str:
    """The right word, as the row tells it, with the capital of the wrong one; “,+” puts a comma behind it."""
    if right == ",+":
        return wrong + ","
    if ">" in right:
        old, new = right.split(">")
        start = wrong.lower().rindex(old)
        return wrong[:start] + (new.capitalize() if wrong[start].isupper() else new) + wrong[start + len(old) :]
    return right.capitalize() if wrong[:1].isupper() else right
