"""Places in the facts, written as JSON would: `people[1].family.kk`, `programme[0].topics[2]`.

The form, the findings and the rendered text speak of facts by these paths. All functions return new values: a draft is
never changed in place.
"""

import dataclasses
import re
import typing
from collections.abc import Mapping
from typing import Any, TypeVar

from pressdesk.model.codec import keys

T = TypeVar("T")
Step = str | int
_PART = re.compile(r"([^.\[\]]+)|\[(\d+)\]")


def parse(path: str) -> tuple[Step, ...]:
    """`people[1].family` as ("people", 1, "family")."""
    return tuple(int(m[2]) if m[2] else m[1] for m in _PART.finditer(path))


def join(*steps: Step) -> str:
    """The inverse of parse."""
    out = ""
    for step in steps:
        out += f"[{step}]" if isinstance(step, int) else (f".{step}" if out else step)
    return out


def get(root: object, path: str) -> Any:
    """The value at a path; None where nothing stands there."""
    value: Any = root
    for step in parse(path):
        if isinstance(step, int):
            if not isinstance(value, tuple) or step >= len(value):
                return None
            value = value[step]
        elif isinstance(value, Mapping):
            value = value.get(step)
        elif dataclasses.is_dataclass(value) and step in keys(type(value)):
            value = getattr(value, keys(type(value))[step][0])
        else:
            return None
    return value


def put(root: T, path: str, value: object) -> T:
    """A copy of `root` in which `value` stands at the path. KeyError where the path leads nowhere."""
    return typing.cast(T, _put(root, parse(path), value))


def _put(here: Any, steps: tuple[Step, ...], value: object) -> Any:
    if not steps:
        return value
    step, rest = steps[0], steps[1:]
    if isinstance(step, int):
        if not isinstance(here, tuple) or step >= len(here):
            raise KeyError(step)
        return (*here[:step], _put(here[step], rest, value), *here[step + 1 :])
    if dataclasses.is_dataclass(here) and not isinstance(here, type):
        name = keys(type(here))[step][0]
        return dataclasses.replace(here, **{name: _put(getattr(here, name), rest, value)})
    # a text by language, or a reference to the register that is now being written out as words
    words = dict(here) if isinstance(here, Mapping) else {}
    if value == "" and not rest:
        words.pop(str(step), None)
        return words
    return {**words, str(step): _put(words.get(str(step), {}), rest, value)}


def insert(root: T, path: str, value: object) -> T:
    """A copy with one more item in the list; the path names the place it will have (`people[2]`)."""
    *to_list, index = parse(path)
    where = join(*to_list)
    items = get(root, where)
    at = int(index)
    return put(root, where, (*items[:at], value, *items[at:]))


def remove(root: T, path: str) -> T:
    """A copy without the item at the path."""
    *to_list, index = parse(path)
    where = join(*to_list)
    items = get(root, where)
    return put(root, where, (*items[: int(index)], *items[int(index) + 1 :]))


def move(root: T, path: str, to: int) -> T:
    """A copy in which the item at the path stands at place `to` of its list."""
    *to_list, _ = parse(path)
    item = get(root, path)
    return insert(remove(root, path), join(*to_list, to), item)
