"""A ministry's house file: `resources/house/default.toml`, laid under the ministry's own TOML file. Start at `read`.

The shipped file names every key; a ministry's file says only what it wants otherwise. What may stand under a key comes
from the languages' own files: the varieties of varieties.toml, the readings of % in grammar/symbols.tsv.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from pressdesk import data
from pressdesk.errors import HouseError
from pressdesk.grammar.table import EVIDENCE, read_table
from pressdesk.language.language import Language, dialect, load
from pressdesk.language.reading import PERCENT
from pressdesk.language.varieties import varieties
from pressdesk.model.house import CAPITALS, INITIALS, POSITIONS, House
from pressdesk.text import toml

LONGEST_MARK = 80  # code points of an end mark; a longer one is a paragraph
ELSEWHERE = ("checklist.",)  # tables of a house file that others read: app/checklist/items.py
_HEADER = re.compile(r"^\s*\[\s*([^\[\]]+?)\s*\]")
_KEY = re.compile(r"^\s*([\w.\"' -]+?)\s*=")


def default_file() -> Path:
    """The shipped house file, which explains every key."""
    return data.resources("house", "default.toml")


@cache
def default() -> House:
    """The shipped house."""
    return _house(_values(default_file()))


def read(path: Path) -> House:
    """The shipped house with the keys that a ministry's file has otherwise. HouseError names file and line."""
    known = _values(default_file())
    own = {key: value for key, value in _values(path).items() if not key.startswith(ELSEWHERE)}
    for key, value in own.items():
        if key not in known:
            raise HouseError(path, _line(path, key), f"“{key}” is no key of a house file; there are {_list(known)}.")
        _check(path, key, value)
    return _house({**known, **own})


def speak(tag: str, house: House) -> Language:
    """The language as the house writes it."""
    return dialect(tag, house.varieties.get(tag, ""), _other_reading(tag, house.percents.get(tag, "")))


def choices(key: str) -> tuple[str, ...]:
    """What may stand under a key; () where any words may."""
    table, _, name = key.partition(".")
    if table == "attribution":
        return POSITIONS
    if table == "titles":
        return CAPITALS
    if table == "initials":
        return INITIALS
    if name == "percent":
        return _readings(table)
    if name == "variety":
        return (load(table).locale.rpartition("-")[2], *varieties(data.resources(table)))
    return ()


def _readings(tag: str) -> tuple[str, ...]:
    """How a language reads the percent sign, the usual reading first."""
    rows = read_table(data.resources(tag, "grammar", "symbols.tsv"), ("symbol", "reading", *EVIDENCE))
    return tuple(row["reading"] for row in rows if row["symbol"] == PERCENT)


def _other_reading(tag: str, chosen: str) -> str:
    return "" if not chosen or chosen == _readings(tag)[0] else chosen


def _check(path: Path, key: str, value: Any) -> None:
    """Refuses a value that the key cannot have."""
    if not isinstance(value, str):
        raise HouseError(path, _line(path, key), f"“{key}” must be a text in quotation marks.")
    allowed = choices(key)
    if allowed and value not in allowed:
        raise HouseError(path, _line(path, key), f"“{key}” is {_list(allowed, 'or')}, not “{value}”.")
    if not allowed and (len(value) > LONGEST_MARK or any(not c.isprintable() and c != "\u00a0" for c in value)):
        raise HouseError(path, _line(path, key), f"“{key}” is one line of at most {LONGEST_MARK} characters.")


def _values(path: Path) -> dict[str, Any]:
    """The values of a file by their whole keys: {"titles.capitals.kk": "lower"}."""
    return dict(_flat(toml.read(path, "house file"), ""))


def _flat(table: Mapping[str, Any], before: str) -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{key}.")
        else:
            yield f"{before}{key}", value


def _house(values: Mapping[str, str]) -> House:
    def by_language(start: str, end: str = "") -> dict[str, str]:
        found = ((k, v) for k, v in values.items() if k.startswith(start) and k.endswith(end))
        return {key.removeprefix(start).removesuffix(end): value for key, value in found}

    return House(
        position=values["attribution.position"],
        capitals=by_language("titles.capitals."),
        percents=by_language("", ".percent"),
        initials=by_language("initials."),
        varieties=by_language("", ".variety"),
        end_marks=by_language("end_mark."),
    )


def _line(path: Path, wanted: str) -> int:
    """The line where a whole key stands, 1 where it is written in another way than one key a line."""
    table = ""
    for number, text in enumerate(path.read_text(encoding="utf-8-sig").split("\n"), 1):
        header, key = _HEADER.match(text), _KEY.match(text)
        if header:
            table = _plain(header[1]) + "."
        elif key and f"{wanted}.".startswith(f"{table}{_plain(key[1])}."):
            return number
    return 1


def _plain(key: str) -> str:
    return ".".join(part.strip().strip("\"'") for part in key.split("."))


def _list(words: Sequence[str] | Mapping[str, Any], before_last: str = "and") -> str:
    *most, last = words
    return f"{', '.join(most)} {before_last} {last}" if most else last
