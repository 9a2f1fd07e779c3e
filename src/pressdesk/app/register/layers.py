"""The layers of the register as one: what the user keeps hides what is shipped under the same id. Start at `Layers`."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from pressdesk.app.places import Places
from pressdesk.app.register.own import OwnRegister
from pressdesk.app.register.search import folded, rank, rank_folded
from pressdesk.app.register.shipped import cities, countries, organisations, shipped, sources
from pressdesk.errors import RegisterFileError
from pressdesk.model.draft import Draft
from pressdesk.model.facts import Country, Entry, Organisation, Place
from pressdesk.model.register import Book, Record, Subject, of

_Known = tuple[Record, str, tuple[str, ...]]  # a record, its kind, what it is found by


@cache
def shipped_records() -> Mapping[str, Record]:
    """Everything shipped, as records by id. FactsError names the file and the entry that is wrong."""
    found = {key: of(entry) for key, entry in shipped().items()}
    shelves: tuple[tuple[type, Mapping[str, Subject]], ...] = (
        (Country, countries()),
        (Organisation, organisations()),
        (Place, cities()),
    )
    for cls, things in shelves:
        sources_of = sources(cls)
        found |= {key: of(thing, key, source=sources_of.get(key, "")) for key, thing in things.items()}
    return found


@dataclass(frozen=True)
class Layers:
    """The user's own register over the shipped one.

    Attributes:
        own: what the user keeps.
        complaint: why the user's own register could not be read; what is shipped is there all the same.
    """

    own: Book = field(default_factory=Book)
    complaint: RegisterFileError | None = None

    @classmethod
    def at(cls, places: Places) -> "Layers":
        """The layers as the user's files have them now."""
        book, complaint = OwnRegister(places).readable()
        return cls(book, complaint)

    def record(self, record_id: str) -> Record | None:
        """The record with an id; the user's own beats the shipped one."""
        return self.own.records.get(record_id) or shipped_records().get(record_id)

    def is_own(self, record_id: str) -> bool:
        """Whether the user keeps this one."""
        return record_id in self.own.records

    def __iter__(self) -> Iterator[Record]:
        yield from self.own
        yield from (record for key, record in shipped_records().items() if key not in self.own.records)

    def find(self, query: str, kinds: Collection[str] = ()) -> list[Record]:
        """Records whose name, title or words fit the query in any language; the best first, the user's own before
        shipped ones, then as they are kept. No kinds means all."""
        wanted, hidden = folded(query), self.own.records
        ranked = [
            (fit, layer, number, record)
            for layer, known in enumerate((_known(Whole(self.own)), _shipped_known()))
            for number, (record, kind, texts) in enumerate(known)
            if not kinds or kind in kinds
            if not layer or record.id not in hidden
            if (fit := rank_folded(wanted, texts)) is not None
        ]
        return [record for *_, record in sorted(ranked, key=lambda item: item[:3])]

    def entry(self, record_id: str) -> Entry | None:
        """A phrase of the register by id, as a draft keeps it."""
        record = self.record(record_id)
        return entry_of(record) if record is not None and isinstance(record.what, Entry) else None

    def own_phrases(self) -> dict[str, Entry]:
        """The user's own phrases by id, as a draft keeps them."""
        return {record.id: entry_of(record) for record in self.own if isinstance(record.what, Entry)}

    def offers(self, kind: str, query: str, draft: Draft) -> list[Entry]:
        """Phrases of a kind to choose from, the draft's own first. An empty kind offers every kind of phrase."""
        own = [e for e in draft.register.values() if not kind or e.kind == kind]
        near = [entry for entry in own if rank(query, entry.text.values()) is not None]
        found = (r for r in self.find(query, (kind,) if kind else ()) if isinstance(r.what, Entry))
        return [*near, *(entry_of(record) for record in found if record.id not in draft.register)]


class Whole:
    """A book as a key of a cache: the same object is the same book, for books are values and are never changed."""

    def __init__(self, book: Book) -> None:
        self.book = book

    def __hash__(self) -> int:
        return id(self.book)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Whole) and other.book is self.book


@lru_cache(maxsize=2)
def _known(own: Whole) -> list[_Known]:
    return [_item(record) for record in own.book]


@cache
def _shipped_known() -> list[_Known]:
    return [_item(record) for record in shipped_records().values()]


def _item(record: Record) -> _Known:
    return record, record.kind, tuple(folded(text) for text in texts_of(record))


def texts_of(record: Record) -> list[str]:
    """What a record is found by: its names, short names, official names and titles, in every language."""
    what = record.what
    texts = [*record.names.values()]
    for name in ("short", "abbreviation", "official", "organisation", "post"):
        words = getattr(what, name, None)
        if isinstance(words, Mapping):
            texts += words.values()
    return [*texts, *(words for post in record.posts for words in post.title.text.values())]


def entry_of(record: Record) -> Entry:
    """The phrase of a record as it travels with a draft: with its id, who checked it, where it comes from."""
    what = record.what
    if not isinstance(what, Entry):
        raise TypeError(f"{record.id} is no phrase")
    checked = record.checked
    when = f", {checked.on.isoformat()}" if checked.on else ""
    said = f"{checked.by}{when}" if checked.by else ""
    return Entry(
        id=record.id, kind=what.kind, about=what.about, text=what.text, checked=said, source=record.source,
        kk=what.kk, ru=what.ru, en=what.en, pt=what.pt,
    )  # fmt: skip
