"""A colleague's register into one's own: what is new comes in, what is the same stays, what differs waits. See `merge`.

Neither side's work is lost: of two versions both are kept until somebody chooses. Everything is decided by the two
registers alone, so the same two give the same result.
"""

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from pressdesk.app.register.matching import Shelf
from pressdesk.model.codec import keys
from pressdesk.model.register import Book, Checked, Record, Rival, renamed

Difference = tuple[str, str, str]
"""Path within the record, what stands here, what stands there; "" where nothing does."""


class Take(Enum):
    """What becomes of a record that differs."""

    LATER = "later"  # mine stands, theirs waits beside it
    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"  # theirs becomes an entry of its own


@dataclass(frozen=True)
class Conflict:
    """A record that both sides have and that differs: mine, theirs, and in what."""

    mine: Record
    theirs: Record
    differences: tuple[Difference, ...]


@dataclass(frozen=True)
class Merged:
    """What came of it: the register, the ids that are new in it, those that were the same, and what differed."""

    book: Book
    added: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


def merge(mine: Book, theirs: Book, origin: str, take: Take = Take.LATER) -> Merged:
    """My register with a colleague's; `origin` says where theirs came from, for what waits.

    A record is the same thing where it has the same id and a name in common, or the only one of its kind that is called
    so in every language that both have. References among theirs follow where an id had to change.
    """
    ids = _ids(mine, theirs)
    book, added, same, conflicts = mine, list[str](), list[str](), list[Conflict]()
    for key in sorted(theirs.records):
        there = dataclasses.replace(renamed(theirs.records[key], ids), id=ids.get(key, key))
        here = mine.records.get(there.id)
        if here is None:
            book = book.with_record(there)
            added.append(there.id)
            continue
        found = tuple(differences(here, there))
        if not found:
            book = book.with_record(dataclasses.replace(here, checked=_later(here.checked, there.checked)))
            same.append(here.id)
            continue
        conflicts.append(Conflict(here, there, found))
        book = chosen(_waiting(book, here.id, there, origin), here.id, take)
    return Merged(book, tuple(added), tuple(same), tuple(conflicts))


def chosen(book: Book, record_id: str, take: Take) -> Book:
    """The register after a choice for a record of which two versions wait; unchanged where none waits."""
    rival = book.rivals.get(record_id)
    if rival is None or take is Take.LATER:
        return book
    settled = dataclasses.replace(book, rivals={k: v for k, v in book.rivals.items() if k != record_id})
    if take is Take.THEIRS:
        return settled.with_record(dataclasses.replace(rival.record, id=record_id))
    if take is Take.BOTH:
        return settled.with_record(dataclasses.replace(rival.record, id=book.free_id(record_id)))
    return settled


def differences(mine: Record, theirs: Record) -> Iterator[Difference]:
    """What two records say differently, each with its place. Who checked them and when they changed does not count."""
    yield from _differences(_bare(mine), _bare(theirs), "")


def _bare(record: Record) -> Record:
    return dataclasses.replace(record, id="", checked=Checked(), changed=None)


def _ids(mine: Book, theirs: Book) -> dict[str, str]:
    """Theirs -> here, for those of their ids that cannot stay: another thing has it here, or this one another id."""
    shelf, ids, taken = Shelf(mine), dict[str, str](), set(theirs.records)
    met: set[str] = set()
    for key in sorted(theirs.records):
        record = theirs.records[key]
        known = shelf.match(record.what, key)
        if known is not None and known.id not in met:
            here = known.id
        elif key in mine.records:
            here = mine.free_id(key, taken)
        else:
            here = key
        met.add(here)
        taken.add(here)
        if here != key:
            ids[key] = here
    return ids


def _waiting(book: Book, record_id: str, theirs: Record, origin: str) -> Book:
    """The book in which a version waits. Another one that waits already becomes an entry of its own: it is no less."""
    before = book.rivals.get(record_id)
    if before is not None and any(True for _ in differences(before.record, theirs)):
        book = chosen(book, record_id, Take.BOTH)
    return dataclasses.replace(book, rivals={**book.rivals, record_id: Rival(record=theirs, origin=origin)})


def _later(mine: Checked, theirs: Checked) -> Checked:
    """Of two marks the later one; one with a day beats one without, mine beats an equal one."""
    if not mine.by:
        return theirs
    if not theirs.by or theirs.on is None:
        return mine
    return theirs if mine.on is None or theirs.on > mine.on else mine


def _differences(mine: Any, theirs: Any, place: str) -> Iterator[Difference]:
    if mine == theirs:
        return
    if isinstance(mine, Mapping) and isinstance(theirs, Mapping):
        for key in dict.fromkeys((*mine, *theirs)):
            yield from _differences(mine.get(key, ""), theirs.get(key, ""), f"{place}.{key}")
    elif isinstance(mine, tuple) and isinstance(theirs, tuple):
        for index in range(max(len(mine), len(theirs))):
            here, there = (side[index] if index < len(side) else None for side in (mine, theirs))
            yield from _differences(here, there, f"{place}[{index}]")
    elif dataclasses.is_dataclass(mine) and type(mine) is type(theirs):
        for key, (name, _) in keys(type(mine)).items():
            yield from _differences(getattr(mine, name), getattr(theirs, name), f"{place}.{key}" if place else key)
    else:
        yield place, said(mine), said(theirs)


def said(value: Any) -> str:
    """A value in one line: words by language, dates as ISO 8601 writes them, nothing for what is empty."""
    if value in (None, "", (), False) or value == {}:
        return ""
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {words}" for key, words in value.items() if words)
    if isinstance(value, tuple):
        return "; ".join(filter(None, map(said, value)))
    if dataclasses.is_dataclass(value):
        parts = (said(getattr(value, f.name)) for f in dataclasses.fields(value))
        return " ".join(part for part in parts if part)
    return str(value)
