"""What a template walks through: parts of the draft, lists that know their field, dates and numbers."""

import dataclasses
import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pressdesk.render.words import Words


class Node(Mapping[str, Any]):
    """A part of the draft: children by their names in the facts, and the words it prints as. False when empty."""

    def __init__(self, label: str, children: Mapping[str, Any], words: Words | None = None) -> None:
        self.label = label
        self._children = children
        self.words = Words(present=False) if words is None else words
        self._filled = bool(self.words) or any(bool(c) for k, c in children.items() if k not in ("id", "type", "kind"))

    def __getitem__(self, key: str) -> Any:
        return self._children[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._children)

    def __len__(self) -> int:
        return len(self._children)

    def __bool__(self) -> bool:
        return self._filled

    def having(self, **more: Any) -> "Node":
        """The same with further children, which a template may ask for and which do not fill it."""
        made = Node(self.label, {**self._children, **more}, self.words)
        made._filled = self._filled
        return made


class Missing(Node):
    """What stands where an id names nobody: every part of it prints as a question, and none is there in an `if`."""

    def __init__(self, label: str, words: Words, role: Words) -> None:
        super().__init__(label, {}, words)
        self._role = role

    def __getitem__(self, key: str) -> Any:
        return self._role if key in ("title", "post", "role") else self.words

    def __contains__(self, key: object) -> bool:
        return True


def spoken_of(words: Words, told: Words) -> dict[str, Words]:
    """What a template may ask of a person, for a body or a country: it has no post, and its name stands for one.

    `told` is the name as it begins a sentence («O Brasil»).
    """
    post = dataclasses.replace(words, present=False)
    return {"title": post, "post": post, "role": post, "headed": words, "later": told, "family": told}


class Items(tuple[Any, ...]):
    """A list of the draft that knows its field, so that an empty one can ask for its first item."""

    field: str

    @classmethod
    def at(cls, field: str, items: Iterable[Any]) -> "Items":
        """The items of the list at a path."""
        made = cls(items)
        made.field = field
        return made


@dataclasses.dataclass(frozen=True, slots=True)
class Moment:
    """A date or time with its field; `date` and `time` filters put it into words. False where none is set."""

    value: dt.date | dt.time | dt.datetime | None
    field: str
    ask: str = "date"

    def __bool__(self) -> bool:
        return self.value is not None


@dataclasses.dataclass(frozen=True, slots=True)
class Number:
    """A number with its field; `number`, `percent` and `counted` put it into words. False where none is set."""

    value: int | float | None
    field: str

    def __bool__(self) -> bool:
        return self.value is not None
