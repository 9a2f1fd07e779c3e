"""From the register into a draft: a record comes with everything that it names. Pure; start at `bring`."""

import dataclasses
import datetime as dt
from collections.abc import Mapping
from typing import TypeVar

from pressdesk.app.register.layers import Layers, entry_of
from pressdesk.app.register.matching import same_name
from pressdesk.model import edits, paths
from pressdesk.model.draft import Draft
from pressdesk.model.facts import Country, Entry, Organisation, Person
from pressdesk.model.register import Record, names_of, references, renamed

Named = Person | Organisation | Country
T = TypeVar("T")
LISTS: Mapping[type, str] = {Person: "people", Organisation: "organisations", Country: "countries"}


def bring(draft: Draft, record: Record, layers: Layers, day: dt.date | None = None) -> tuple[Draft, str]:
    """The draft with a person, organisation or country of the register, and the id it has there.

    A person comes with the title of that day; the countries, organisations and phrases that the record names come too.
    Somebody whom the draft has already is not taken in twice: what the draft says of them stays. TypeError for a record
    that has no list in a draft (a phrase, a place, a contact).
    """
    what = record.what
    if not isinstance(what, Person | Organisation | Country):
        raise TypeError(f"{record.id}: a {record.kind} has no list in a draft")
    there = _present(draft, record)
    if there:
        return draft, there
    named: Named = dataclasses.replace(what, title=record.title(day)) if isinstance(what, Person) else what
    draft, named = with_references(draft, named, layers)
    made = record.id if _free(draft, record.id) else edits.new_id(draft.facts, type(named))
    name = LISTS[type(named)]
    items = getattr(draft.facts, name)
    grown = paths.put(draft.facts, name, (*items, dataclasses.replace(named, id=made)))
    return draft.with_facts(grown), made


def day_of(draft: Draft) -> dt.date | None:
    """The day for which titles are wanted: the event's, else the dateline's."""
    return draft.facts.event.date or draft.facts.dateline.date


def with_references(draft: Draft, what: T, layers: Layers) -> tuple[Draft, T]:
    """The draft with all that a thing of the register names, and the thing as it names them there.

    What the register does not know is no longer named.
    """
    ids: dict[str, str] = {}
    for ref in sorted(references(what)):
        record = layers.record(ref)
        if record is None:
            ids[ref] = ""
        elif isinstance(record.what, Entry):
            draft = dataclasses.replace(draft, register={record.id: entry_of(record), **draft.register})
        elif isinstance(record.what, Organisation | Country):
            draft, ids[ref] = bring(draft, record, layers)
    return draft, renamed(what, ids)


def _present(draft: Draft, record: Record) -> str:
    """The id under which the draft has this very thing already, "" where it has not."""
    for item in getattr(draft.facts, LISTS[type(record.what)]):
        names = names_of(item)
        meant = item.id == record.id and (not names or any(names[t] == record.names.get(t) for t in names))
        if meant or same_name(names, record.names):
            return str(item.id)
    return ""


def _free(draft: Draft, wanted: str) -> bool:
    facts = draft.facts
    taken = {item.id for name in LISTS.values() for item in getattr(facts, name)} | {facts.issuer.id}
    return bool(wanted) and wanted not in taken
