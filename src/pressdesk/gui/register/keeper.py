"""Between the register's view and the user's file: reads, changes, takes back. Every change is written at once."""

import dataclasses
import datetime as dt
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from pressdesk.app.places import Places
from pressdesk.app.register.exchange import export, take_in
from pressdesk.app.register.layers import Layers
from pressdesk.app.register.merge import Merged, Take, chosen, merge
from pressdesk.app.register.own import OwnRegister
from pressdesk.errors import PressDeskError
from pressdesk.model.facts import Country, Entry, Organisation, Person, Place
from pressdesk.model.register import Book, Card, Checked, Record, Subject, of


@dataclass(frozen=True)
class Group:
    """Kinds that are shown together: a name, an icon, the kinds, and what a new entry of it is."""

    id: str
    icon: str
    kinds: tuple[str, ...]
    fresh: Subject


GROUPS = (
    Group("people", "users", ("person",), Person()),
    Group("roles", "award", ("role",), Entry(kind="role")),
    Group("organisations", "building-2", ("organisation",), Organisation()),
    Group("countries", "globe", ("country",), Country()),
    Group("places", "map-pin", ("place",), Place(type="city")),
    Group("topics", "tag", ("topic", "measure", "classifier", "district"), Entry(kind="topic")),
    Group("sayings", "scroll-text", (), Entry(kind="assessment")),  # every kind that stands nowhere else
    Group("descriptors", "file-text", ("descriptor", "place_fact", "boilerplate"), Entry(kind="descriptor")),
    Group("contacts", "phone", ("contact",), Card()),
    Group("credits", "image", ("credit",), Entry(kind="credit")),
)
_TAKEN = frozenset(kind for group in GROUPS for kind in group.kinds)


class Keeper(QObject):
    """The register for the view.

    Attributes:
        layers: the register as it is.

    Signals:
        changed: the register is another one now.
        failed(PressDeskError): something could not be done; str() is the sentence.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, places: Places, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._own = OwnRegister(places)
        self._past: list[tuple[Book, Book]] = []
        self.layers = Layers()
        self.reload()

    def reload(self) -> None:
        """Reads the register anew; that it is damaged is told."""
        book, complaint = self._own.readable()
        self.layers = Layers(book, complaint)
        if complaint is not None:
            self.failed.emit(complaint)

    def records(self, group: Group, query: str = "", tag: str = "kk") -> list[Record]:
        """The records of a group that fit a query: what waits for a choice first, then what nobody has checked.

        `tag` is the language by whose names those of one standing are sorted.
        """
        found = self.layers.find(query, group.kinds) if query else list(self.layers)
        shown = [r for r in found if (r.kind in group.kinds if group.kinds else r.kind not in _TAKEN)]
        if query:
            return shown

        def order(record: Record) -> tuple[int, str]:
            names = record.names
            return self.standing(record), (names.get(tag) or next(iter(names.values()), "")).casefold()

        return sorted(shown, key=order)

    def counts(self) -> dict[str, int]:
        """How many records each group has, by its id."""
        kinds = Counter(record.kind for record in self.layers)
        rest = sum(count for kind, count in kinds.items() if kind not in _TAKEN)
        return {group.id: sum(kinds[kind] for kind in group.kinds) if group.kinds else rest for group in GROUPS}

    def standing(self, record: Record) -> int:
        """0 two versions wait, 1 nobody has checked it, 2 checked, 3 shipped."""
        if record.id in self.layers.own.rivals:
            return 0
        if not self.layers.is_own(record.id):
            return 3
        return 2 if record.checked.by else 1

    def put(self, record: Record) -> None:
        """Keeps a record that somebody edited; a shipped one becomes the user's own. Nobody has checked it any more."""
        if record != self.layers.record(record.id):
            made = dataclasses.replace(record, changed=dt.date.today(), checked=Checked())
            self._change(lambda book: book.with_record(made))

    def add(self, group: Group) -> str:
        """A new record without a name; gives its id, "" where it could not be kept."""
        made = ""

        def change(book: Book) -> Book:
            nonlocal made
            made = book.free_id(f"{group.id}-new")
            return book.with_record(of(group.fresh, made, changed=dt.date.today()))

        return made if self._change(change) else ""

    def approve(self, record: Record, by: str) -> None:
        """Somebody has looked at all forms of a record."""
        mark = Checked(by=by, on=dt.date.today())
        self._change(lambda book: book.with_record(dataclasses.replace(record, checked=mark)))

    def remove(self, record_id: str) -> None:
        """Takes a record out of the user's own register; a shipped one of the same id shows itself again."""
        self._change(lambda book: book.without(record_id))

    def choose(self, record_id: str, take: Take) -> None:
        """Settles a record of which two versions wait."""
        self._change(lambda book: chosen(book, record_id, take))

    def send(self, path: Path) -> int:
        """Writes the user's own register into a file; the number of entries, 0 where it failed."""
        try:
            return export(self.layers.own, path, excel=True)
        except PressDeskError as error:
            self.failed.emit(error)
            return 0

    def take_in(self, path: Path) -> Merged | None:
        """Merges a colleague's file; None where that failed."""
        try:
            theirs = take_in(path, dt.date.today())
        except PressDeskError as error:
            self.failed.emit(error)
            return None
        merged = Merged(Book())

        def change(book: Book) -> Book:
            nonlocal merged
            merged = merge(book, theirs, path.name)
            return merged.book

        return merged if self._change(change) else None

    @property
    def can_undo(self) -> bool:
        """Whether a change of this view can be taken back."""
        return bool(self._past)

    def undo(self) -> None:
        """Takes the last change back, and nothing that another window or the form has kept since."""
        if self._past:
            before, after = self._past.pop()
            self._change(lambda now: now.taken_back(before, after), remember=False)

    def _change(self, change: Callable[[Book], Book], *, remember: bool = True) -> bool:
        before = Book()

        def step(book: Book) -> Book:
            nonlocal before
            before = book
            return change(book)

        try:
            after = self._own.change(step)
        except PressDeskError as error:
            self.failed.emit(error)
            return False
        if remember and after != before:
            self._past.append((before, after))
        self.layers = Layers(after)
        self.changed.emit()
        return True
