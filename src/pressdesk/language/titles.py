"""Capitals of titles, as a house wants them: «Елші» or «елші», Ambassador or ambassador. Start at `Titles.shaped`.

The words of titles are rows of `resources/<tag>/titles.tsv`. What no row knows is left as it was written, so that the
name of a body or a country within a title keeps its capitals.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from pressdesk.data import resources
from pressdesk.grammar.table import once, read_table
from pressdesk.model.house import CAPITALS

COLUMNS = ("lower", "upper", "source")
AS_WRITTEN, UPPER, LOWER = CAPITALS
_CAPITAL = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Titles:
    """The words of titles in one language: in small letters, with the capitals they may bear."""

    upper: Mapping[str, str]
    lower: Mapping[str, str]

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self.upper, key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)

    def shaped(self, title: str, how: str) -> str:
        """The title with the capitals of `how`, one of CAPITALS. As many letters as before.

        After the first word of a title, a word with a capital that no row knows begins a name: what follows stays. A
        title of words that are in no row takes a capital at its beginning with UPPER, and is left alone with LOWER.
        """
        if how == AS_WRITTEN or not self.upper:
            return title
        table = self.upper if how == UPPER else self.lower
        made, at = "", 0
        for match in self._pattern.finditer(title):
            between = title[at : match.start()]
            if at and (_has_capital(between) or _name_follows(title[match.end() :], self._pattern)):
                break
            made += between + table[match[0].lower()]
            at = match.end()
        made += title[at:]
        return made[:1].upper() + made[1:] if how == UPPER else made


def _has_capital(text: str) -> bool:
    return any(word[0][:1].isupper() for word in _CAPITAL.finditer(text))


def _name_follows(rest: str, known: re.Pattern[str]) -> bool:
    """Whether the very next word has a capital and is no word of a title: «Foreign Affairs Department»."""
    following = rest.lstrip(" ")
    return rest[:1] == " " and following[:1].isupper() and not known.match(following)


@cache
def titles(tag: str) -> Titles:
    """The words of titles of a language; none where it has no table. TableError for a row that cannot be."""
    path = resources(tag, "titles.tsv")
    return read_titles(path) if path.is_file() else Titles({}, {})


def read_titles(path: Path) -> Titles:
    """The table of any file. TableError for a row whose two shapes are not the same letters."""
    upper: dict[str, str] = {}
    lower: dict[str, str] = {}
    for row in read_table(path, COLUMNS, filled=COLUMNS):
        key = row["lower"].lower()
        once(row, "lower", lower.values())
        if row["upper"].lower() != key:
            raise row.error("upper", f"“{row['upper']}” and “{row['lower']}” may differ in their capitals alone.")
        upper[key], lower[key] = row["upper"], row["lower"]
    return Titles(upper, lower)
