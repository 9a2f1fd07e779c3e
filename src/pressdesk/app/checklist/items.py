"""The checklist's items as data: `resources/checklist/items.toml`, laid under a ministry's house file. See `load`.

A ministry says in `[checklist.ID]` of its house file what it wants otherwise of an item, and may add items of its own.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

from pressdesk import data
from pressdesk.app.checklist.checks import BY_PROGRAM_ALONE, CHECKS
from pressdesk.app.checklist.points import OFF, Item
from pressdesk.errors import HouseError
from pressdesk.text import toml
from pressdesk.text.messages import UI_LANGUAGES

TABLE = "checklist"
CHOICES = {"level": ("required", "advised", OFF), "by": ("program", "person", "either")}


def shipped_file() -> Path:
    """The shipped items, which explain every key."""
    return data.resources(TABLE, "items.toml")


@cache
def shipped() -> tuple[Item, ...]:
    """The shipped items, in their order."""
    path = shipped_file()
    return _items(path, tomllib.loads(path.read_text(encoding="utf-8")))


def load(house: Path | None = None) -> tuple[Item, ...]:
    """The items that hold with a ministry's house file. HouseError names file and line of what cannot be taken."""
    own = _own(house) if house is not None else {}
    if house is None or not own:
        return shipped()
    known = tomllib.loads(shipped_file().read_text(encoding="utf-8"))
    merged = {key: {**known.get(key, {}), **own.get(key, {})} for key in (*known, *(k for k in own if k not in known))}
    return _items(house, merged, tuple(own))


def _own(path: Path) -> dict[str, Any]:
    """The house file's tables of items. What else is wrong with the file is told by whoever reads the rest of it."""
    try:
        table = toml.loads(toml.text_of(path)).get(TABLE, {})
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise HouseError(path, None, f"the checklist's items cannot be read: {error}.") from None
    if not isinstance(table, dict) or not all(isinstance(item, dict) for item in table.values()):
        raise HouseError(path, 1, f"“{TABLE}” holds one table an item, such as [{TABLE}.contacts].")
    return table


def _items(path: Path, tables: Mapping[str, Any], own: tuple[str, ...] = ()) -> tuple[Item, ...]:
    made = []
    for key, table in tables.items():
        try:
            item = _item(key, table)
        except ValueError as error:
            raise HouseError(path, _line(path, key) if key in own else None, f"[{TABLE}.{key}] {error}") from None
        if item.level != OFF:
            made.append(item)
    return tuple(made)


def _item(key: str, table: Mapping[str, Any]) -> Item:
    """One item. ValueError says what is wrong with its table."""
    known = {f.name: f.default for f in fields(Item) if f.name != "id"}
    for name in table:
        if name not in known:
            raise ValueError(f"“{name}” is no key of an item; there are {', '.join(known)}.")
    if table.get("level") == OFF:
        return Item(id=key, check="", title={}, level=OFF)
    if table.get("check") not in CHECKS:
        raise ValueError(f"needs check, one of {', '.join(CHECKS)}.")
    values = {name: _value(name, value) for name, value in table.items()}
    if not values.get("title"):
        raise ValueError('needs its title: title = { en = "…" }.')
    by = "program" if values["check"] in BY_PROGRAM_ALONE else "either"
    item = Item(id=key, **{"by": by, **values})
    if item.check in BY_PROGRAM_ALONE and item.by != "program":
        raise ValueError(f"the check {item.check} is the program's alone: nobody can tick it.")
    return item


def _value(name: str, value: Any) -> Any:
    if name in CHOICES and value not in CHOICES[name]:
        raise ValueError(f"“{name}” is one of {', '.join(CHOICES[name])}.")
    if name in ("title", "hint"):
        return _text(name, value)
    if name == "also":
        if not isinstance(value, dict):
            raise ValueError("“also” holds lists of paths by release type.")
        return {kind: _list(name, paths) for kind, paths in value.items()}
    if name in ("kinds", "not_in", "fields", "rules"):
        return _list(name, value)
    wanted = {"dates": bool, "dateline": bool, "formula": bool, "days": int}.get(name, str)
    if type(value) is not wanted:
        words = {bool: "true or false", int: "a whole number", str: "a text in quotation marks"}
        raise ValueError(f"“{name}” must be {words[wanted]}.")
    return value


def _text(name: str, value: Any) -> dict[str, str]:
    fits = isinstance(value, dict) and all(tag in UI_LANGUAGES and isinstance(text, str) for tag, text in value.items())
    if not fits:
        raise ValueError(f"“{name}” holds texts by language: {', '.join(UI_LANGUAGES)}.")
    return dict(value)


def _list(name: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ValueError(f"“{name}” must be a list of texts.")
    return tuple(value)


def _line(path: Path, key: str) -> int:
    """The line of an item's header, 1 where it is written in another way."""
    header = re.compile(rf"^\s*\[\s*{TABLE}\s*\.\s*[\"']?{re.escape(key)}[\"']?\s*\]")
    lines = path.read_text(encoding="utf-8-sig").split("\n")
    return next((number for number, line in enumerate(lines, 1) if header.match(line)), 1)
