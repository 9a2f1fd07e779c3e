"""Reads the tables of `resources/documents`. A fault in one is a TableError with file, line and column."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pressdesk.errors import DataMissingError, TableError


def read_text(path: Path) -> str:
    """The file's text, UTF-8. A file that is not there is a DataMissingError."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise DataMissingError(f"{path} cannot be read ({error.strerror}): install PressDesk anew.") from error
    except UnicodeDecodeError as error:
        raise TableError(path, 1, 1, "the file is not UTF-8; save it as UTF-8.") from error


def read_toml(path: Path) -> dict[str, Any]:
    """The file as a dictionary."""
    try:
        return tomllib.loads(read_text(path))
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"at line (\d+), column (\d+)", str(error))
        line, column = (int(place[1]), int(place[2])) if place else (1, 1)
        raise TableError(path, line, column, f"this is not TOML: {error}.") from error


def read_rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a tab-separated table as (line number, {column: cell}); `#` starts a comment, `-` an empty cell."""
    header: list[str] = []
    for number, line in enumerate(read_text(path).splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not header:
            header = cells
            continue
        if len(cells) != len(header):
            raise TableError(path, number, 1, f"{len(cells)} cells where the table has {len(header)} columns.")
        yield number, {name: "" if cell == "-" else cell for name, cell in zip(header, cells, strict=True)}
