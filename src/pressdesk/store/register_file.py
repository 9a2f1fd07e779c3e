"""Register <-> one JSON file that a person can read: a format number, the records, what waits for a choice.

The same book gives the same bytes. Nothing is ever written over a file that cannot be read, and the version before the
last save stays beside it as `NAME.backup.json`.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pressdesk.errors import DraftFileError, FactsError, RegisterFileError, RegisterTooNewError
from pressdesk.model.codec import decode, encode
from pressdesk.model.register import NAMED, Book, Record, Rival, of, slot_of
from pressdesk.store import atomic

Migration = Callable[[dict[str, Any]], dict[str, Any]]

MIGRATIONS: tuple[Migration, ...] = ()
"""Each takes the parsed JSON of its format and returns that of the next; the first brings format 1 to format 2."""
VERSION = len(MIGRATIONS) + 1
SUFFIX = ".json"
BACKUP = ".backup.json"
LARGEST = 64 * 1024 * 1024
_SLOTS = (*NAMED, "phrase")


def read(path: Path) -> Book:
    """The register of a file, an empty one where there is none. RegisterFileError says where it is damaged."""
    try:
        if path.exists() and not path.is_file():
            raise RegisterFileError(f"{path}: this is a folder or a device and no file; choose a register.")
        if not path.exists():
            return Book()
        if path.stat().st_size > LARGEST:
            raise RegisterFileError(f"{path}: the file is larger than 64 MB; no register of PressDesk is that large.")
        content = path.read_bytes()
    except OSError as error:
        raise RegisterFileError(f"{path}: the register cannot be read ({error.strerror}).") from None
    return from_bytes(content, str(path))


def write(book: Book, path: Path) -> None:
    """Writes the register whole or not at all; the file that was there becomes the backup. It must be readable."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists():
            read(path)  # a file that somebody has to mend first is not replaced
            atomic.write(path.with_name(path.stem + BACKUP), path.read_bytes())
        atomic.write(path, to_bytes(book))
    except OSError as error:
        raise RegisterFileError(f"{path}: the register was not saved ({error.strerror}).") from None
    except DraftFileError as error:
        raise RegisterFileError(str(error)) from None


def to_bytes(book: Book) -> bytes:
    """The file's bytes: UTF-8, records sorted by kind and id, empty parts left out."""
    records = sorted(book, key=lambda record: (record.kind, record.id))
    rivals = [{"id": key, "record": to_json(r.record), "origin": r.origin} for key, r in sorted(book.rivals.items())]
    payload = {"format": VERSION, "records": [to_json(record) for record in records]}
    if rivals:
        payload["rivals"] = rivals
    return (json.dumps(payload, ensure_ascii=False, indent=1) + "\n").encode()


def to_json(record: Record) -> dict[str, Any]:
    """A record as JSON; what it is stands there even where nothing is known of it yet."""
    out: dict[str, Any] = encode(record)
    what = record.what
    return {"id": record.id, slot_of(what): encode(what), **out}


def from_bytes(content: bytes, name: str) -> Book:
    """The register of a file's bytes; `name` is what the sentences call it."""
    mend = "the file was left as it is; mend it in an editor, or put the backup beside it in its place."
    try:
        raw = json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise RegisterFileError(f"{name}: the register is damaged (it is not UTF-8); {mend}") from None
    except json.JSONDecodeError as error:
        where = f"{name}:{error.lineno}:{error.colno}"
        raise RegisterFileError(f"{where}: the register is damaged ({error.msg}); {mend}") from None
    except (RecursionError, ValueError):
        raise RegisterFileError(f"{name}: the register is damaged (it is nested too deeply); {mend}") from None
    if not isinstance(raw, dict) or not isinstance(raw.get("format"), int) or isinstance(raw["format"], bool):
        raise RegisterFileError(f"{name}: this is no register of PressDesk; choose one that “register export” wrote.")
    return _book(migrated(raw, name), name, mend)


def migrated(raw: dict[str, Any], name: str, steps: tuple[Migration, ...] = MIGRATIONS) -> dict[str, Any]:
    """Brings the JSON of an older format up to today's, one step at a time; a newer one is refused."""
    version, newest = raw["format"], len(steps) + 1
    if version > newest:
        raise RegisterTooNewError(
            f"{name}: this register was written by a newer PressDesk (format {version}, this one reads up to "
            f"{newest}); install the newer PressDesk to open it. The file was not touched."
        )
    if version < 1:
        raise RegisterFileError(f"{name}: the register's format number {version} is wrong; the file is damaged.")
    for step in steps[version - 1 :]:
        raw = step(raw)
    return raw


def record_from(raw: object, place: str) -> Record:
    """One record of parsed JSON. FactsError names the place of every fault."""
    record = decode(Record, raw, place=place)
    held = [slot for slot in _SLOTS if getattr(record, slot) is not None]
    if len(held) != 1:
        raise FactsError(f"{place}: exactly one of {', '.join(_SLOTS)} belongs here, not {len(held)}.")
    if not record.id:
        raise FactsError(f"{place}: the entry needs an id of its own.")
    kept = {name: getattr(record, name) for name in ("posts", "checked", "source", "changed")}
    return of(record.what, record.id, **kept)


def _book(raw: dict[str, Any], name: str, mend: str) -> Book:
    records: dict[str, Record] = {}
    rivals: dict[str, Rival] = {}
    try:
        for index, item in enumerate(_list(raw, "records")):
            record = record_from(item, f"records[{index}]")
            if record.id in records:
                raise FactsError(f"records[{index}]: the id “{record.id}” stands there twice.")
            records[record.id] = record
        for index, item in enumerate(_list(raw, "rivals")):
            if not isinstance(item, dict) or item.get("id") not in records:
                raise FactsError(f"rivals[{index}]: there is no record with this id.")
            record = record_from(item.get("record"), f"rivals[{index}].record")
            rivals[str(item["id"])] = Rival(record=record, origin=str(item.get("origin", "")))
    except FactsError as error:
        raise RegisterFileError(f"{name}: the register is damaged ({error.problems[0].rstrip('.')}); {mend}") from None
    return Book(records=records, rivals=rivals)


def _list(raw: dict[str, Any], key: str) -> list[object]:
    items = raw.get(key, [])
    if not isinstance(items, list):
        raise FactsError(f"{key}: a list [...] belongs here.")
    return items
