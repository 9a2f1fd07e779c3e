"""Register <-> CSV: a record a row, a fact a column; `person.family.kk`, `posts[0].from`: the keys of the JSON file.

Written for a spreadsheet: with a byte order mark and semicolons where Excel is to open it. What Excel makes of it is
read again: either separator, its way of writing days, figures for yes. A value that a spreadsheet would take for a
formula carries an apostrophe in front, which is taken off again.
"""

import csv
import dataclasses
import datetime as dt
import io
import re
import types
import typing
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pressdesk.errors import FactsError, RegisterFileError
from pressdesk.model.codec import keys
from pressdesk.model.register import Book, Record, Subject
from pressdesk.store.register_file import record_from, to_json

NewId = Callable[[Subject, Book], str]
_SEPARATORS = (",", ";", "\t")
_RISKY = ("=", "+", "-", "@", "'", "\t")
_DAY = re.compile(r"^(\d{1,2})[./](\d{1,2})[./](\d{4})$")
_PART = re.compile(r"([^.\[\]]+)|\[(\d+)\]")
_WIDEST = 50  # places in one list of a row
_NO_ID = "row"
_TAGS = ("kk", "ru", "en", "pt")


def to_csv(book: Book, *, excel: bool = False) -> bytes:
    """The register as UTF-8; with `excel` a byte order mark stands in front and semicolons part the columns."""
    rows = [dict(_flat(to_json(r), "")) for r in sorted(book, key=lambda r: (r.kind, r.id))]
    columns = list(dict.fromkeys(["id", *sorted({c for row in rows for c in row}, key=_order)]))
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, delimiter=";" if excel else ",", lineterminator="\r\n", restval="")
    writer.writeheader()
    writer.writerows({column: _guarded(value) for column, value in row.items()} for row in rows)
    return out.getvalue().encode("utf-8-sig" if excel else "utf-8")


def from_csv(content: bytes, name: str, new_id: NewId) -> Book:
    """The register of a CSV file. A row without an id is given one by `new_id`. RegisterFileError names the line."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise RegisterFileError(f"{name}: the file is not in UTF-8; save it anew as “CSV UTF-8”.") from None
    first = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=first.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    book = Book()
    try:
        for row in reader:
            line = reader.line_num
            if None in row:
                raise RegisterFileError(f"{name}:{line}: the line has more cells than the first line has names.")
            cells = {column.strip(): _bare(value or "") for column, value in row.items()}
            if any(cells.values()):
                book = _with(book, cells, f"{name}:{line}", new_id)
    except csv.Error as error:
        raise RegisterFileError(f"{name}:{reader.line_num}: this is not valid CSV: {error}.") from None
    return book


def _with(book: Book, cells: Mapping[str, str], where: str, new_id: NewId) -> Book:
    raw: Any = {}
    for column, value in cells.items():
        if value:
            _put(raw, column, value, where)
    named = bool(raw.get("id"))
    try:
        record = record_from(_typed(Record, {**raw, "id": raw.get("id") or _NO_ID}), where)
    except FactsError as error:
        raise RegisterFileError(error.problems[0]) from None
    if not named:
        record = _renamed(record, new_id(record.what, book))
    if record.id in book.records:
        raise RegisterFileError(f"{where}: the id “{record.id}” stands there twice.")
    return book.with_record(record)


def _renamed(record: Record, name: str) -> Record:
    return record_from({**to_json(record), "id": name}, name)


def _flat(value: Any, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _flat(inner, f"{place}.{key}" if place else key)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _flat(inner, f"{place}[{index}]")
    else:
        yield place, "1" if value is True else str(value)


def _order(column: str) -> tuple[tuple[int, str], ...]:
    """Columns stand as the keys of a record do, languages as everywhere, figures of lists as figures."""
    hint: Any = Record
    order: list[tuple[int, str]] = []
    for match in _PART.finditer(column):
        options = typing.get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
        record = next((o for o in options if dataclasses.is_dataclass(o)), None)
        known = keys(record) if record is not None else {}
        name = match[1] or ""
        if match[2]:
            order.append((int(match[2]), ""))
            hint = next((typing.get_args(o)[0] for o in options if typing.get_origin(o) is tuple), str)
        elif name in known:
            order.append((list(known).index(name), name))
            hint = known[name][1]
        else:
            order.append((_TAGS.index(name) if name in _TAGS else len(_TAGS), name))
            hint = str
    return tuple(order)


def _put(raw: Any, column: str, value: str, where: str) -> None:
    steps: list[str | int] = [int(m[2]) if m[2] else m[1] for m in _PART.finditer(column)]
    here = raw
    for step, following in zip(steps, [*steps[1:], None], strict=True):
        fresh: Any = value if following is None else [] if isinstance(following, int) else {}
        if isinstance(step, int):
            if not isinstance(here, list) or step > _WIDEST:
                raise RegisterFileError(f"{where}: the column “{column}” cannot stand beside the others.")
            here += [{} for _ in range(step + 1 - len(here))]
            if following is None or not here[step]:
                here[step] = fresh
            here = here[step]
        else:
            if not isinstance(here, dict) or (following is None and here.get(step)):
                raise RegisterFileError(f"{where}: the column “{column}” cannot stand beside the others.")
            here = here.setdefault(step, fresh)
    if not steps:
        raise RegisterFileError(f"{where}: a column has no name.")


def _typed(hint: Any, value: Any) -> Any:
    """Cells are words; yes and no, and days as a spreadsheet writes them, become what the JSON would hold."""
    options = typing.get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
    record = next((o for o in options if dataclasses.is_dataclass(o)), None)
    if record is not None and isinstance(value, dict):
        known = keys(record)
        return {key: _typed(known[key][1], inner) if key in known else inner for key, inner in value.items()}
    if isinstance(value, list):
        inner_hint = next((typing.get_args(o)[0] for o in options if typing.get_origin(o) is tuple), str)
        return [_typed(inner_hint, item) for item in value]
    if bool in options and isinstance(value, str):
        return {"1": True, "true": True, "0": False, "false": False}.get(value.casefold(), value)
    if dt.date in options and isinstance(value, str) and (day := _DAY.match(value)):
        return f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}"
    return value


def _guarded(value: str) -> str:
    return f"'{value}" if value.startswith(_RISKY) else value


def _bare(value: str) -> str:
    return value[1:] if value.startswith("'") and value[1:].startswith(_RISKY) else value
