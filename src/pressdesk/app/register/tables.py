"""The tables of the shipped register: tab-separated, a language a column; start at `phrases` and `things`.

A phrase is one row: `id kk ru en pt traits source`; its kind is what stands before the first full stop of its id
(`topic.transit`), or `kind=…` among its traits. A country, an organisation or a city has a row for each of its texts:
`id field kk ru en pt traits source`. Traits are written `kk.possessed; ru.forms.LOC=…; country=pt`: the keys of the
facts file, on any of its rows. A fault is a TableError with file, line and column, or a FactsError with the row that
has it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pressdesk.grammar.table import Row, read_table
from pressdesk.model.codec import decode
from pressdesk.model.facts import Entry

T = TypeVar("T")

TAGS = ("kk", "ru", "en", "pt")
PHRASES = ("id", *TAGS, "traits", "source")
THINGS = ("id", "field", *TAGS, "traits", "source")


@dataclass(frozen=True, slots=True)
class Shipped:
    """Something of a table: its id, itself, and where its words come from, each source once."""

    id: str
    thing: Any
    source: str


def phrases(path: Path) -> Iterator[Entry]:
    """The phrases of a table, in its order."""
    for row in read_table(path, PHRASES, filled=("id", "source")):
        kind, dot, _ = row["id"].partition(".")
        if not dot:
            raise row.error("id", f"The id of a phrase begins with its kind, as in “topic.{row['id']}”.")
        raw = {"id": row["id"], "kind": kind, "source": row["source"], "text": _text(row), **_traits(row)}
        yield decode(Entry, raw, place=row.id)


def things(path: Path, cls: type[T]) -> Iterator[Shipped]:
    """The countries, organisations or places (`cls`) of a table, in its order; the rows of one stand together."""
    seen: set[str] = set()
    together: list[Row] = []
    for row in read_table(path, THINGS, filled=("id", "field", "source")):
        if together and row["id"] != together[0]["id"]:
            yield _thing(together, cls)
            together = []
        if not together and row["id"] in seen:
            raise row.error("id", f"“{row['id']}” stands further up: put its rows together.")
        seen.add(row["id"])
        together.append(row)
    if together:
        yield _thing(together, cls)


def _thing(rows: list[Row], cls: type[T]) -> Shipped:
    raw: dict[str, Any] = {}
    for row in rows:
        if row["field"] in raw:
            raise row.error("field", f"“{row['id']}” has “{row['field']}” twice.")
        raw[row["field"]] = _text(row)
        for key, value in _traits(row).items():
            raw[key] = {**raw.get(key, {}), **value} if isinstance(value, dict) else value
    own = rows[0]["id"]
    if "id" in getattr(cls, "__dataclass_fields__", {}):
        raw["id"] = own
    thing = decode(cls, raw, place=f"{rows[0].id} ({own})")
    return Shipped(own, thing, "; ".join(dict.fromkeys(row["source"] for row in rows)))


def _text(row: Row) -> dict[str, str]:
    return {tag: row[tag] for tag in TAGS if row[tag]}


def _traits(row: Row) -> Mapping[str, Any]:
    """`kk.possessed; ru.forms.LOC=Кубе` as {"kk": {"possessed": True}, "ru": {"forms": {"LOC": "Кубе"}}}."""
    out: dict[str, Any] = {}
    for part in filter(None, map(str.strip, row["traits"].split(";"))):
        path, equals, value = part.partition("=")
        *above, last = path.strip().split(".")
        inner = out
        for name in above:
            inner = inner.setdefault(name, {})
            if not isinstance(inner, dict):
                raise row.error("traits", f"“{part}” goes on from something that has a value of its own.")
        inner[last] = value.strip() if equals else True
    return out
