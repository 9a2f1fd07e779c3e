"""Reads a tab-separated table; start at `read_table`. Every fault is a TableError that names file, line and column.

A table begins with a line of column names. Lines that begin with `#` and empty lines are for people. Whatever a table
means is somebody else's business: this module knows rows, cells, and that a word has one script.
"""

import math
import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pressdesk.errors import TableError

LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
CYRILLIC = re.compile("[\u0400-\u052f]")
LONGEST_WORD = 100  # letters; no word is longer, and trying all its stems would take its length squared


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table.

    Attributes:
        path: the table's file.
        line: counted from 1.
        cells: column name to text; a cell that was left out is "".
        columns: the table's columns in order.
    """

    path: Path
    line: int
    cells: dict[str, str]
    columns: tuple[str, ...]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    @property
    def id(self) -> str:
        """How an explanation names the row: `suffixes.tsv:12`."""
        return f"{self.path.name}:{self.line}"

    def error(self, column: str, sentence: str) -> TableError:
        """A fault in one cell; the column counted is that of the cell's first letter."""
        before = [self.cells[name] for name in self.columns[: self.columns.index(column)]]
        return TableError(self.path, self.line, sum(len(cell) + 1 for cell in before) + 1, sentence)


def table_text(path: Path) -> str:
    """The whole text of a table; a byte order mark, which some editors put before it, is no part of it."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise TableError(path, 1, 1, f"This table cannot be read ({error.strerror}): put the file back.") from error
    except UnicodeDecodeError as error:
        raise TableError(path, 1, 1, "This table is not UTF-8: save it as UTF-8 text.") from error


EVIDENCE = ("example", "source")  # what every row of a grammar's table must have


def read_table(path: Path, columns: Sequence[str], filled: Sequence[str] = ()) -> Iterator[Row]:
    """The rows of a table that must have these columns, in this order; the last ones may be left empty in a row, but
    for those that must be `filled`."""
    text = table_text(path)
    expected = tuple(columns)
    seen_header = False
    for number, line in enumerate(text.split("\n"), start=1):
        line = line.rstrip("\r")
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not seen_header:
            if tuple(cells) != expected:
                raise TableError(path, number, 1, f"The first line must name the columns {', '.join(expected)}.")
            seen_header = True
            continue
        if len(cells) > len(expected):
            at = sum(len(cell) + 1 for cell in cells[: len(expected)]) + 1
            raise TableError(path, number, at, f"A row has {len(expected)} cells: take out the tab too many.")
        cells += [""] * (len(expected) - len(cells))
        row = Row(path, number, {name: cell.strip() for name, cell in zip(expected, cells, strict=True)}, expected)
        for column in filled:
            if not row[column]:
                raise row.error(column, f"Every row of {path.name} needs its {column}.")
        yield row
    if not seen_header:
        raise TableError(path, 1, 1, f"This table is empty: its first line names the columns {', '.join(expected)}.")


def mixed_script(word: str) -> int:
    """The position of the first Latin letter in a word that also has Cyrillic ones, -1 where there is none.

    A space or a hyphen parts words: `IT-компания` is two words, each in one script.
    """
    if not LATIN.search(word):
        return -1
    start = 0
    for part in re.split("([ -])", word):
        latin = LATIN.search(part)
        if latin and CYRILLIC.search(part):
            return start + latin.start()
        start += len(part)
    return -1


def count(row: Row, column: str) -> int:
    """The number in a cell, 0 where it is empty."""
    if row[column] and not row[column].isdecimal():
        raise row.error(column, f"The column {column} holds a number or nothing, not “{row[column]}”.")
    return int(row[column] or 0)


def decimal(row: Row, column: str) -> float:
    """The number in a cell, in threefold steps: finite, with a point."""
    try:
        number = float(row[column])
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise row.error(column, f"This is a number of threefold steps, not “{row[column]}”.")
    return number


def one_letter(row: Row, column: str) -> str:
    """The cell's text, which must be a single character."""
    if len(row[column]) != 1:
        raise row.error(column, f"The column {column} holds one letter, not “{row[column]}”.")
    return row[column]


def one_of(row: Row, column: str, *allowed: str) -> str:
    """The cell's text, which must be one of these."""
    if row[column] not in allowed:
        named = ", ".join(name or "nothing" for name in allowed)
        raise row.error(column, f"The column {column} holds {named}, not “{row[column]}”.")
    return row[column]


def once(row: Row, column: str, known: Container[str]) -> str:
    """The cell's text, refused where a row above has the same."""
    if row[column] in known:
        raise row.error(column, f"“{row[column]}” has a row already: change that one.")
    return row[column]


def one_script(row: Row, column: str) -> str:
    """The cell's text; refused where a Latin look-alike hides in a Cyrillic word (`i` for `і`)."""
    text = row[column]
    at = mixed_script(text)
    if at >= 0:
        raise row.error(column, f"“{text}” mixes Latin and Cyrillic letters (“{text[at]}”): type it anew.")
    return text
