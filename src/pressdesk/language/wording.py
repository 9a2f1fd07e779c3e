"""A variety's words in place of the language's own: organised, organized. Only for text that PressDesk wrote."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from pressdesk.grammar.table import once, read_table

COLUMNS = ("word", "instead", "example", "source")


@dataclass(frozen=True)
class Wording:
    """Words and what stands instead of them; a row may be several words. No rows change nothing."""

    rows: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self.rows, key=len, reverse=True)
        words = (r"\s+".join(map(re.escape, row.split())) for row in longest_first)
        return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)

    def put(self, text: str) -> str:
        """The text with the variety's words; a word with a capital keeps it."""
        return self._pattern.sub(self._instead, text) if self.rows else text

    def _instead(self, match: re.Match[str]) -> str:
        found = match[0]
        new = self.rows[" ".join(found.lower().split())]
        return new[:1].upper() + new[1:] if found[:1].isupper() else new


def read_wording(path: Path) -> Wording:
    """The table of a variety: word, what stands instead, example, source. TableError for a word that has two rows."""
    rows: dict[str, str] = {}
    for row in read_table(path, COLUMNS, filled=COLUMNS):
        once(row, "word", rows)
        if row["word"] != row["word"].lower():
            raise row.error(
                "word", f"Write “{row['word']}” in small letters: a capital is kept where the text has one."
            )
        rows[row["word"]] = row["instead"]
    return Wording(rows)
