"""How a draft of an older format becomes one of today's. The format's version is the number of migrations plus one.

A migration takes the parsed `draft.json` of its version and returns that of the next. `tests/formats` keeps one file a
version for ever.
"""

from collections.abc import Callable
from typing import Any

Migration = Callable[[dict[str, Any]], dict[str, Any]]


def _amendments(raw: dict[str, Any]) -> dict[str, Any]:
    """Format 2 knows paragraphs that were rewritten by hand; a draft of format 1 has none."""
    return {**raw, "amendments": []}


def _asides(raw: dict[str, Any]) -> dict[str, Any]:
    """Format 3 knows what was set aside at one place; format 2 set words aside everywhere, as language|rule|text."""
    parted = [str(fingerprint).split("|", 2) for fingerprint in raw.get("ignored", [])]
    asides = [dict(zip(("language", "rule", "text"), parts, strict=True)) for parts in parted if len(parts) == 3]
    return {**raw, "ignored": asides}


MIGRATIONS: tuple[Migration, ...] = (_amendments, _asides)
VERSION = len(MIGRATIONS) + 1


def migrate(raw: dict[str, Any], version: int) -> dict[str, Any]:
    """Brings the JSON of an older version up to today's, one step at a time."""
    for step in MIGRATIONS[version - 1 :]:
        raw = step(raw)
    return raw
