"""Whether two entries speak of the same thing. Start at `Shelf.match`."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from pressdesk.app.register.layers import Layers, Whole
from pressdesk.app.register.search import folded
from pressdesk.model.facts import Entry
from pressdesk.model.register import Record, Subject, names_of, slot_of


class Shelf:
    """Records to look among, by id and by name."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._by_id: dict[str, Record] = {}
        self._by_name: dict[tuple[str, str, str], list[Record]] = defaultdict(list)
        for record in records:
            self._by_id[record.id] = record
            for tag, name in record.names.items():
                self._by_name[record.kind, tag, folded(name)].append(record)

    def named(self, what: Subject) -> list[Record]:
        """The records of its kind that have one of its names in the same language, in the order of the shelf."""
        kind = what.kind if isinstance(what, Entry) else slot_of(what)
        found: dict[str, Record] = {}
        for tag, name in names_of(what).items():
            for record in self._by_name.get((kind, tag, folded(name)), ()):
                found[record.id] = record
        return list(found.values())

    def match(self, what: Subject, record_id: str) -> Record | None:
        """The record of the same thing: the one with its id if they share a name; else the only one of its kind that is
        called so in every language that both have."""
        near = self.named(what)
        known = self._by_id.get(record_id)
        if known is not None and any(record is known for record in near):
            return known
        names = names_of(what)
        same = [record for record in near if same_name(record.names, names)]
        return same[0] if len(same) == 1 else None


def shelf_of(layers: Layers) -> Shelf:
    """Everything of both layers to look among; made once a register."""
    return _shelf(Whole(layers.own))


@lru_cache(maxsize=2)
def _shelf(own: Whole) -> Shelf:
    return Shelf(Layers(own.book))


def same_name(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Whether two names agree wherever both have words, and both have words somewhere."""
    shared = [tag for tag in one if one[tag] and other.get(tag)]
    return bool(shared) and all(folded(one[tag]) == folded(other[tag]) for tag in shared)
