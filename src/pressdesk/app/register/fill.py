"""Names in a draft that the register can fill in whole while they are typed. Pure; start at `kinds_at` and `fill`."""

import dataclasses
import re

from pressdesk.app.register.bring import day_of, with_references
from pressdesk.app.register.layers import Layers
from pressdesk.model import paths
from pressdesk.model.draft import Draft
from pressdesk.model.facts import Country, Entry, Organisation, Person, Place, Title
from pressdesk.model.register import Record

# which kinds are offered where a name or words are typed; a path without its language
_AT = (
    (re.compile(r"people\[\d+\]\.(given|family)"), ("person",)),
    (re.compile(r"organisations\[\d+\]\.(name|short)"), ("organisation",)),
    (re.compile(r"countries\[\d+\]\.(name|official)"), ("country",)),
    (re.compile(r"(event|next|cause)\.place\.name"), ("place",)),
    (re.compile(r"dateline\.city"), ("place",)),
    (re.compile(r"people\[\d+\]\.title\.text"), ("role",)),
    (re.compile(r"photo\.credit"), ("credit",)),
)


def kinds_at(path: str) -> tuple[str, ...]:
    """The kinds of the register's entries that are offered at a path of the facts, none where it is no name."""
    return next((kinds for pattern, kinds in _AT if pattern.fullmatch(path)), ())


def fill(draft: Draft, path: str, record: Record, layers: Layers) -> Draft:
    """The draft in which the record stands where its name was typed, with everything that it names.

    Somebody in a list keeps the id that they have there; of a place the type and country come too. A person's title on
    the event's day comes where none was written; where one was, it stays.
    """
    what = record.what
    owner = path.rpartition(".")[0]
    there = paths.get(draft.facts, owner)
    if isinstance(what, Person | Organisation | Country) and type(there) is type(what):
        if isinstance(what, Person) and isinstance(there, Person):
            said = there.title
            what = dataclasses.replace(what, title=said if said != Title() else record.title(day_of(draft)))
        draft, made = with_references(draft, what, layers)
        return draft.with_facts(paths.put(draft.facts, owner, dataclasses.replace(made, id=there.id)))
    if isinstance(what, Place) and isinstance(there, Place):
        kept = dataclasses.replace(what, descriptor=what.descriptor or there.descriptor)
        draft, place = with_references(draft, kept, layers)
        return draft.with_facts(paths.put(draft.facts, owner, place))
    words = what.text if isinstance(what, Entry) else record.names
    return draft.with_facts(paths.put(draft.facts, path, dict(words)))
