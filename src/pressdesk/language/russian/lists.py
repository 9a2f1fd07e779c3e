"""The tables of `resources/ru` that the rules of names and phrases consult; start at `load`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from pressdesk.grammar.table import Row, one_script, read_table
from pressdesk.language.russian.words import plain

MARKS = ("both", "stressed", "given", "surname", "noun", "family", "stays", "particle", "fixed", "indeclinable")


@dataclass(frozen=True, slots=True)
class Lists:
    """What the tables say, all keys as `plain` leaves them.

    Attributes:
        places: the gender of place names that the dictionary lacks: m, f, n, or fixed.
        forms: stored forms by (base, features); features "*" is every form.
        marks: the marks of a word in names.tsv and compounds.tsv; `MARKS` lists them and those files explain them.
    """

    forms: Mapping[tuple[str, str], str]
    marks: Mapping[str, frozenset[str]]
    places: Mapping[str, str]

    def stored(self, base: str, features: str) -> str | None:
        """The stored form of a base, or None."""
        key = plain(base)
        return self.forms.get((key, features)) or self.forms.get((key, "*"))

    def marked(self, word: str, mark: str) -> bool:
        """Whether the tables put the mark on the word."""
        return mark in self.marks.get(plain(word), ())


@cache
def load(folder: Path) -> Lists:
    """Reads the tables of resources/ru. TableError for a row that cannot be."""
    forms: dict[tuple[str, str], str] = {}
    for row in read_table(folder / "forms.tsv", ("base", "features", "form", "source")):
        forms[plain(one_script(row, "base")), row["features"]] = one_script(row, "form")
    marks: dict[str, frozenset[str]] = {}
    for name in ("names.tsv", "compounds.tsv"):
        for row in read_table(folder / name, ("word", "mark", "source")):
            _add(marks, row)
    places = {}
    for row in read_table(folder / "places.tsv", ("name", "gender", "source")):
        if row["gender"] not in ("m", "f", "n", "fixed"):
            raise row.error("gender", f"A gender is m, f, n or fixed, not “{row['gender']}”.")
        places[plain(one_script(row, "name"))] = row["gender"]
    return Lists(MappingProxyType(forms), MappingProxyType(marks), MappingProxyType(places))


def _add(marks: dict[str, frozenset[str]], row: Row) -> None:
    mark = row["mark"]
    if mark not in MARKS:
        raise row.error("mark", f"A mark is one of {', '.join(MARKS)}, not “{mark}”.")
    word = plain(one_script(row, "word"))
    marks[word] = marks.get(word, frozenset()) | {mark}
