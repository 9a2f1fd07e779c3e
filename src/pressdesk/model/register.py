"""Entries of a register that somebody keeps: who or what each is, and how it is kept. Values; files are `store/`'s.

A `Record` holds exactly one of six things, the same values that facts are made of, in the nominative, each language
beside the others, with its stored exceptions (traits). Start at `Record` and `Book`.
"""

import dataclasses
import datetime as dt
import typing
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from pressdesk.model.facts import Country, Entry, Organisation, Person, Place, Ref, Text, Title, named

T = TypeVar("T")
NAMED = ("person", "organisation", "country", "place", "contact")
"""The kinds that have a name; every other kind is that of a phrase (topic, role, credit, boilerplate ...)."""


@dataclass(frozen=True, kw_only=True)
class Post:
    """A title and the days from which and until which somebody bore it, both included; None where nobody wrote it."""

    title: Title = field(default_factory=Title)
    from_: dt.date | None = field(default=None, metadata=named("from"))
    until: dt.date | None = None

    def holds(self, day: dt.date) -> bool:
        """Whether the title was borne on a day; an open end never closes."""
        return (self.from_ is None or self.from_ <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, kw_only=True)
class Card:
    """Whom to write to or ring: a person or an office, their organisation and post, as a vCard holds them."""

    name: Text = field(default_factory=dict)
    organisation: Text = field(default_factory=dict)
    post: Text = field(default_factory=dict)
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    address: str = ""
    site: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Checked:
    """Who has looked at an entry in all its forms, and on which day. Nobody where `by` is empty."""

    by: str = ""
    on: dt.date | None = None


Subject = Person | Organisation | Country | Place | Entry | Card


@dataclass(frozen=True, kw_only=True)
class Record:
    """One entry of a register.

    Attributes:
        id: its name in the register; what is within refers to other entries by theirs. The thing itself has none.
        person, organisation, country, place, phrase, contact: what it is; one of them, the others are None.
        posts: a person's titles over time, the newest first.
        checked: by whom and when it was looked at.
        source: where the spelling comes from.
        changed: the day of the last change.
    """

    id: str = ""
    person: Person | None = None
    organisation: Organisation | None = None
    country: Country | None = None
    place: Place | None = None
    phrase: Entry | None = None
    contact: Card | None = None
    posts: tuple[Post, ...] = ()
    checked: Checked = field(default_factory=Checked)
    source: str = ""
    changed: dt.date | None = None

    @property
    def what(self) -> Subject:
        """The thing itself. ValueError for a record that holds none, which `of` and the store never make."""
        for slot in (*NAMED, "phrase"):
            thing = getattr(self, slot)
            if thing is not None:
                return thing  # type: ignore[no-any-return]
        raise ValueError(f"the record {self.id} holds nothing")

    @property
    def kind(self) -> str:
        """One of NAMED, or the kind of its phrase ("topic", "role", ...)."""
        what = self.what
        return what.kind if isinstance(what, Entry) else slot_of(what)

    @property
    def names(self) -> Text:
        """What it is called, by language: a person's whole name in its order, a phrase's words."""
        return names_of(self.what)

    def with_what(self, what: Subject) -> "Record":
        """The same record of another thing of the same sort."""
        changes: dict[str, Any] = {slot_of(what): what}
        return dataclasses.replace(self, **changes)

    def title(self, day: dt.date | None = None) -> Title:
        """A person's title on a day; the newest where none holds then, or no day is asked for."""
        held = [post for post in self.posts if day is None or post.holds(day)]
        chosen = held or list(self.posts)
        return chosen[0].title if chosen else Title()


def of(what: Subject, record_id: str = "", **kept: Any) -> Record:
    """A record of a thing. A person's title becomes the first of their posts; the thing's own id is dropped."""
    posts: tuple[Post, ...] = tuple(kept.pop("posts", ()))
    given = record_id
    if isinstance(what, Person):
        if what.title != Title():
            posts = (Post(title=what.title), *(post for post in posts if post.title != what.title))
        what = dataclasses.replace(what, title=Title())
    if not isinstance(what, Place | Card):
        given = record_id or what.id
        what = dataclasses.replace(what, id="")
    if isinstance(what, Entry):
        kept = {"source": what.source, "checked": Checked(by=what.checked), **kept}
        what = dataclasses.replace(what, source="", checked="")
    return Record(id=given, posts=posts, **kept).with_what(what)


def slot_of(what: Subject) -> str:
    """The name of the record's field that holds such a thing."""
    slots = {Person: "person", Organisation: "organisation", Country: "country", Place: "place", Card: "contact"}
    return slots.get(type(what), "phrase")


def names_of(what: Subject) -> dict[str, str]:
    """What something is called, by language."""
    if isinstance(what, Person):
        tags = dict.fromkeys((*what.given, *what.family))
        return {tag: person_name(what, tag) for tag in tags if person_name(what, tag)}
    return dict(what.text if isinstance(what, Entry) else what.name)


def person_name(person: Person, tag: str) -> str:
    """The whole name of a person in a language, the family name first where it belongs there."""
    parts = [person.given.get(tag, ""), person.family.get(tag, "")]
    if person.name_order == "family_first":
        parts.reverse()
    return " ".join(part for part in parts if part)


@dataclass(frozen=True, kw_only=True)
class Rival:
    """Another side's version of an entry, kept until somebody chooses: its record, and where it came from."""

    record: Record = field(default_factory=Record)
    origin: str = ""


@dataclass(frozen=True, kw_only=True)
class Book:
    """A register: its records and the versions that wait for a choice. A value: changing gives another book.

    Attributes:
        records: by id.
        rivals: other versions of records of this book, by the id of the record here.
    """

    records: Mapping[str, Record] = field(default_factory=dict)
    rivals: Mapping[str, Rival] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Record]:
        return iter(self.records.values())

    def with_record(self, record: Record) -> "Book":
        """The book with one record more, or another in its place."""
        return dataclasses.replace(self, records={**self.records, record.id: record})

    def without(self, record_id: str) -> "Book":
        """The book without a record and its rival."""
        return Book(
            records={k: v for k, v in self.records.items() if k != record_id},
            rivals={k: v for k, v in self.rivals.items() if k != record_id},
        )

    def taken_back(self, before: "Book", after: "Book") -> "Book":
        """The book without the step from `before` to `after`; what was changed since by somebody else stays."""
        records, rivals = dict(self.records), dict(self.rivals)
        _take_back(records, before.records, after.records)
        _take_back(rivals, before.rivals, after.rivals)
        return Book(records=records, rivals={key: rival for key, rival in rivals.items() if key in records})

    def free_id(self, wanted: str, taken: Iterable[str] = ()) -> str:
        """The wanted id, with -2, -3 ... where it is taken here or among `taken`."""
        base, number, used = wanted or "entry", 2, {*self.records, *taken}
        free = base
        while free in used:
            free, number = f"{base}-{number}", number + 1
        return free


def _take_back(now: dict[str, T], before: Mapping[str, T], after: Mapping[str, T]) -> None:
    for key in before.keys() | after.keys():
        if before.get(key) == after.get(key) or now.get(key) != after.get(key):
            continue
        if key in before:
            now[key] = before[key]
        else:
            del now[key]


# --- what records say of one another ---------------------------------------------------------------------------------

_REFERENCES: Mapping[type, tuple[str, ...]] = {
    Title: ("of", "to", "org"),
    Place: ("country",),
    Organisation: ("country",),
    Entry: ("about",),
}


def references(value: Any) -> set[str]:
    """The ids of other entries that a value names."""
    if isinstance(value, Ref):
        return {str(value)}
    if isinstance(value, tuple):
        return {ref for item in value for ref in references(item)}
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return set()
    found: set[str] = set()
    for f in dataclasses.fields(value):
        inner = getattr(value, f.name)
        if f.name in _REFERENCES.get(type(value), ()):
            found |= {inner} - {""}
        else:
            found |= references(inner)
    return found


def renamed(value: T, names: Mapping[str, str]) -> T:
    """A copy in which a reference to an id of `names` is one to the id it has there, to nothing where that is ""."""
    return typing.cast(T, _renamed(value, names)) if names else value


def _renamed(value: Any, names: Mapping[str, str]) -> Any:
    if isinstance(value, Ref):
        name = names.get(str(value), str(value))
        return Ref(name) if name else {}
    if isinstance(value, tuple):
        gone = [isinstance(item, Ref) and names.get(str(item)) == "" for item in value]
        return tuple(_renamed(item, names) for item, out in zip(value, gone, strict=True) if not out)
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return value
    changes = {}
    for f in dataclasses.fields(value):
        inner = getattr(value, f.name)
        if f.name in _REFERENCES.get(type(value), ()):
            changes[f.name] = names.get(inner, inner)
        else:
            changes[f.name] = _renamed(inner, names)
    return dataclasses.replace(value, **changes)
