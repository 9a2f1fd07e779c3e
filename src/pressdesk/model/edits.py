"""Edits of a draft that touch more than one place: pure functions from a draft to the next. The form calls them.

Every function is one step of undo. Start at `add` and `remove`; the table `_REFERENCES` says which facts name somebody.
"""

import dataclasses
import re
import typing
from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import Any

from pressdesk.model import paths
from pressdesk.model.codec import keys
from pressdesk.model.draft import Draft
from pressdesk.model.facts import (
    Agreement,
    Attribution,
    Country,
    Decree,
    Entry,
    Event,
    Facts,
    Meeting,
    Organisation,
    Outcome,
    Person,
    Place,
    Quote,
    Ref,
    Site,
    Statement,
    Step,
    Text,
    Title,
)

Named = Person | Organisation | Country

# who may be named where; "party" is a person, a body or a country. Fields of the dataclasses, not keys of the JSON
_REFERENCES: Mapping[type, Mapping[str, str]] = {
    Title: {"of": "country", "to": "country", "org": "organisation"},
    Place: {"country": "country"},
    Organisation: {"country": "country"},
    Event: {
        "initiator": "party",
        "organisers": "party",
        "chairs": "party",
        "guests": "party",
        "under_aegis": "party",
    },
    Meeting: {"with_": "party"},
    Site: {"org": "organisation"},
    Step: {"with_": "party", "organisers": "party", "org": "organisation", "host": "party"},
    Quote: {"by": "party"},
    Agreement: {"signatories": "party", "parties": "party"},
    Statement: {"by": "party"},
    Decree: {"by": "party"},
    Outcome: {"by": "party", "parties": "party"},
    Attribution: {"source": "party"},
    Facts: {"own": "country", "partner": "country", "actor": "party", "counterpart": "party"},
}
_LISTS: Mapping[type, tuple[str, str]] = {
    Person: ("people", "p"),
    Organisation: ("organisations", "o"),
    Country: ("countries", "c"),
}
_SATISFIES = {Person: ("party", "person"), Organisation: ("party", "organisation"), Country: ("party", "country")}


def new_id(facts: Facts, kind: type[Named]) -> str:
    """An id that nobody in the facts bears yet: p1, p2 ... for people, o1 ... organisations, c1 ... countries."""
    letter = _LISTS[kind][1]
    taken = {p.id for p in facts.people} | {o.id for o in facts.organisations} | {c.id for c in facts.countries}
    taken.add(facts.issuer.id)
    number = 1
    while f"{letter}{number}" in taken:
        number += 1
    return f"{letter}{number}"


def named_ids(value: Any) -> Iterator[str]:
    """Every id of a person, an organisation or a country that facts, or a part of them, name; in order."""
    if isinstance(value, tuple):
        for item in value:
            yield from named_ids(item)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for f in dataclasses.fields(value):
            here = getattr(value, f.name)
            if f.name not in _REFERENCES.get(type(value), {}):
                yield from named_ids(here)
            else:
                yield from (
                    one for one in (here if isinstance(here, tuple) else (here,)) if isinstance(one, str) and one
                )


def empty_item(facts: Facts, path: str) -> Any:
    """An empty item for the list at a path, with an id of its own where its kind has one. KeyError for no list."""
    kind = _item_type(path)
    if kind in _LISTS:
        return kind(id=new_id(facts, kind))
    return kind()


def add(draft: Draft, path: str, item: object) -> Draft:
    """One more item in a list; the path names the place it will have (`people[2]`)."""
    return draft.with_facts(paths.insert(draft.facts, path, item))


def add_named(draft: Draft, item: Named) -> tuple[Draft, str]:
    """A new person, organisation or country at the end of its list; the id is made here. Gives the draft and the id."""
    name = _LISTS[type(item)][0]
    made = dataclasses.replace(item, id=new_id(draft.facts, type(item)))
    return add(draft, f"{name}[{len(getattr(draft.facts, name))}]", made), made.id


def add_person(draft: Draft, given: Text | None = None, family: Text | None = None) -> tuple[Draft, str]:
    """A new person at the end of the list; gives the draft and the new id."""
    return add_named(draft, Person(given=given or {}, family=family or {}))


def add_organisation(draft: Draft, name: Text | None = None) -> tuple[Draft, str]:
    """A new organisation at the end of the list; gives the draft and the new id."""
    return add_named(draft, Organisation(name=name or {}))


def add_country(draft: Draft, name: Text | None = None) -> tuple[Draft, str]:
    """A new country at the end of the list; gives the draft and the new id."""
    return add_named(draft, Country(name=name or {}))


def add_step(draft: Draft, path: str, kind: str) -> Draft:
    """An empty step of a kind, at the place that the path names (`programme[3]`)."""
    return add(draft, path, Step(kind=kind))


def remove(draft: Draft, path: str) -> Draft:
    """Takes an item out of its list; who is taken out is no longer named anywhere else either."""
    item = paths.get(draft.facts, path)
    facts = paths.remove(draft.facts, path)
    if isinstance(item, Person | Organisation | Country) and item.id:
        facts = _without(facts, item)
    return draft.with_facts(facts)


def remove_person(draft: Draft, person_id: str) -> Draft:
    """Takes a person out and clears every place that names them. KeyError where nobody has the id."""
    found = draft.person(person_id)
    if found is None:
        raise KeyError(person_id)
    return remove(draft, f"people[{found[0]}]")


def uses(facts: Facts, item: Named) -> int:
    """How many places of the facts name this person, organisation or country."""
    return _count(facts, item)


# --- phrases ---------------------------------------------------------------------------------------------------------


def set_words(draft: Draft, path: str, language: str, words: str) -> Draft:
    """Words of a phrase in one language. A reference to the register is first written out, so nothing is lost."""
    phrase = paths.get(draft.facts, path)
    text = dict(draft.text_of(phrase)) if phrase is not None else {}
    if words:
        text[language] = words
    else:
        text.pop(language, None)
    return draft.with_facts(paths.put(draft.facts, path, text))


def choose(draft: Draft, path: str, entry: Entry) -> Draft:
    """The phrase at a path becomes a reference to an entry, which from now on travels with the draft."""
    kept = {**draft.register, entry.id: entry}
    return dataclasses.replace(draft, register=kept, facts=paths.put(draft.facts, path, Ref(entry.id)))


def add_choice(draft: Draft, path: str, entry: Entry) -> Draft:
    """An entry of the register as one more phrase of a list, at the place that the path names."""
    kept = {**draft.register, entry.id: entry}
    return dataclasses.replace(draft, register=kept, facts=paths.insert(draft.facts, path, Ref(entry.id)))


# --- the photo -------------------------------------------------------------------------------------------------------


def set_photo(draft: Draft, path: str, name: str, content: bytes) -> Draft:
    """The picture becomes part of the draft under a plain file name; the picture it replaces is dropped."""
    images = _without_image(draft, path)
    stored = _free_name(_plain_name(name), images)
    return dataclasses.replace(draft, images={**images, stored: content}, facts=paths.put(draft.facts, path, stored))


def remove_photo(draft: Draft, path: str) -> Draft:
    """The draft without the picture at a path."""
    return dataclasses.replace(draft, images=_without_image(draft, path), facts=paths.put(draft.facts, path, ""))


def _without_image(draft: Draft, path: str) -> dict[str, bytes]:
    old = paths.get(draft.facts, path)
    return {name: content for name, content in draft.images.items() if name != old}


def _plain_name(name: str) -> str:
    pure = PurePath(name.replace("\\", "/"))
    stem = re.sub(r"[^\w-]+", "-", pure.stem).strip("-") or "photo"
    return stem[:80] + pure.suffix.lower()


def _free_name(name: str, taken: Mapping[str, bytes]) -> str:
    pure, number, free = PurePath(name), 2, name
    while free in taken:
        free, number = f"{pure.stem}-{number}{pure.suffix}", number + 1
    return free


# --- references ------------------------------------------------------------------------------------------------------


def _item_type(path: str) -> Any:
    here: Any = Facts
    for step in paths.parse(path):
        if isinstance(step, int):
            here = typing.get_args(here)[0] if typing.get_origin(here) is tuple else here
        else:
            here = keys(here)[step][1]
    if typing.get_origin(here) is not tuple:
        raise KeyError(path)
    return typing.get_args(here)[0]


def _names(kind: str, item: Named) -> bool:
    return kind in _SATISFIES[type(item)]


def _without(value: Any, item: Named) -> Any:
    """A copy of `value` in which nothing names the item any more; the very same object where nothing did."""
    if isinstance(value, tuple):
        cleared = tuple(_without(inner, item) for inner in value)
        return value if all(a is b for a, b in zip(value, cleared, strict=True)) else cleared
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return value
    changes: dict[str, Any] = {}
    for f in dataclasses.fields(value):
        here = getattr(value, f.name)
        refers = _names(_REFERENCES.get(type(value), {}).get(f.name, ""), item)
        cleared = _dropped(here, item.id) if refers else _without(here, item)
        if cleared is not here:
            changes[f.name] = cleared
    return dataclasses.replace(value, **changes) if changes else value


def _dropped(here: Any, name: str) -> Any:
    if isinstance(here, tuple):
        return tuple(inner for inner in here if inner != name) if name in here else here
    return "" if here == name else here


def _count(value: Any, item: Named) -> int:
    if isinstance(value, tuple):
        return sum(_count(inner, item) for inner in value)
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return 0
    found = 0
    for f in dataclasses.fields(value):
        here = getattr(value, f.name)
        if _names(_REFERENCES.get(type(value), {}).get(f.name, ""), item):
            found += here.count(item.id) if isinstance(here, tuple) else int(here == item.id)
        else:
            found += _count(here, item)
    return found
