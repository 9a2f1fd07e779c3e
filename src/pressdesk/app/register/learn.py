"""From a draft into the user's own register: «Add to the register». Pure; start at `learn`."""

import dataclasses
import datetime as dt
from collections.abc import Mapping
from typing import Any

from pressdesk.app.register.layers import Layers
from pressdesk.app.register.matching import shelf_of
from pressdesk.language.transliteration import slug
from pressdesk.model import paths
from pressdesk.model.draft import Draft
from pressdesk.model.facts import Country, Entry, Organisation, Person, Ref
from pressdesk.model.register import Book, Checked, Record, Subject, names_of, of, references, renamed, slot_of

Named = Organisation | Country | Entry
LATIN = ("en", "pt")
ID_LIMIT = 40  # code points


def learn(draft: Draft, path: str, layers: Layers, today: dt.date, kind: str = "") -> tuple[Book, Record]:
    """The user's register with what stands at a path of the draft, and its record there.

    The path leads to a person, organisation or country, or to a phrase; then `kind` says of which kind it is. Whom the
    register knows already (by id, or by a name in some language and no other) is brought up to date: words that the
    draft has beat the register's, what the draft lacks stays, another title becomes a further post. What the record
    names comes along. KeyError where nothing stands at the path.
    """
    what = paths.get(draft.facts, path)
    if isinstance(what, Ref):
        what = draft.register.get(str(what))
    elif isinstance(what, Mapping):
        what = Entry(kind=kind or "topic", text=what)
    if not isinstance(what, Person | Organisation | Country | Entry) or not names_of(what):
        raise KeyError(path)
    return _taken(draft, what, layers, today)


def new_id(what: Subject, book: Book) -> str:
    """An id for something new, from its Latin name where there is one: "ricardo-araujo"."""
    names = names_of(what)
    tag = next((tag for tag in (*LATIN, *names) if names.get(tag)), "en")
    made = slug(names.get(tag, ""), tag, ID_LIMIT) or slot_of(what)
    return book.free_id(f"{what.kind}.{made}" if isinstance(what, Entry) else made)


def _taken(
    draft: Draft, what: Person | Organisation | Country | Entry, layers: Layers, today: dt.date
) -> tuple[Book, Record]:
    """The book with the thing, and its record."""
    ids: dict[str, str] = {}
    for ref in sorted(references(what)):
        layers, ids[ref] = _reference(draft, ref, layers, today)
    what = renamed(what, ids)
    known = shelf_of(layers).match(what, what.id)
    if known is None:
        record = dataclasses.replace(of(what, new_id(what, layers.own)), changed=today)
    else:
        record = updated(known, of(what, known.id), today)
    return layers.own.with_record(record), record


def _reference(draft: Draft, ref: str, layers: Layers, today: dt.date) -> tuple[Layers, str]:
    """The layers that know what a draft's id stands for, and its id there; "" for what nobody knows."""
    facts = draft.facts
    things: tuple[Named, ...] = (*facts.organisations, *facts.countries, *draft.register.values())
    thing = next((item for item in things if item.id == ref), None)
    if thing is None:
        return layers, ref if layers.record(ref) is not None else ""
    known = shelf_of(layers).match(thing, ref)
    if known is not None:
        return layers, known.id
    if not names_of(thing):
        return layers, ""
    book, record = _taken(draft, thing, layers, today)
    return Layers(book, layers.complaint), record.id


def updated(known: Record, newer: Record, today: dt.date) -> Record:
    """The known record with what the newer one says, then unchecked; the known one where that is nothing new."""
    what = _over(known.what, newer.what)
    posts = known.posts
    for post in reversed(newer.posts):
        if post.title not in [held.title for held in posts]:
            posts = (post, *posts)
    made = dataclasses.replace(known.with_what(what), posts=posts)
    return known if made == known else dataclasses.replace(made, changed=today, checked=Checked())


def _over(old: Any, new: Any) -> Any:
    """A value over another: what the new one leaves empty stays as it was."""
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        return {**old, **{key: words for key, words in new.items() if words}}
    if dataclasses.is_dataclass(old) and type(old) is type(new) and not isinstance(old, type):
        return dataclasses.replace(
            old, **{f.name: _over(getattr(old, f.name), getattr(new, f.name)) for f in dataclasses.fields(old)}
        )
    return old if new in (None, "", (), False) or new == {} else new
