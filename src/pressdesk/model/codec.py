"""Facts to JSON and back. One reader for all of them, driven by the dataclasses' own annotations.

What is refused is refused whole, with one sentence for each fault and the place of each (`people[1].titel`). What is
written leaves out everything that is empty, so a file says only what somebody knows.
"""

import dataclasses
import difflib
import math
import types
import typing
from collections.abc import Mapping
from datetime import date, datetime, time
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin

from pressdesk.errors import FactsError
from pressdesk.model.facts import Ref

T = TypeVar("T")

LANGUAGE_TAGS = frozenset({"kk", "ru", "en", "pt", "de", "fr", "es", "tr", "zh", "ar"})


def decode(cls: type[T], value: object, *, ignore: frozenset[str] = frozenset(), place: str = "") -> T:
    """An instance of the dataclass `cls` from parsed JSON. Raises FactsError with every fault found.

    `ignore` names keys of the top level that are passed over.
    """
    reader = _Reader()
    if isinstance(value, dict):
        value = {k: v for k, v in value.items() if k not in ignore}
    made = reader.read(cls, value, place)
    if reader.problems:
        raise FactsError(reader.problems)
    return typing.cast(T, made)


def encode(value: object) -> Any:
    """Plain JSON values of an instance; empty parts are left out."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        out: dict[str, Any] = {}
        for f in dataclasses.fields(value):
            inner = encode(getattr(value, f.name))
            if inner not in (None, "", [], {}, False):
                out[f.metadata.get("json", f.name)] = inner
        return out
    if isinstance(value, tuple):
        return [encode(item) for item in value]
    if isinstance(value, Mapping):
        return {k: encode(v) for k, v in value.items() if v != ""}
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat(timespec="minutes")
    if isinstance(value, Ref):
        return str(value)
    return value


def keys(cls: Any) -> dict[str, tuple[str, Any]]:
    """JSON key -> (attribute, annotation) of a dataclass type."""
    return _keys(cls)


@cache
def _keys(cls: Any) -> dict[str, tuple[str, Any]]:
    hints = typing.get_type_hints(cls)
    return {f.metadata.get("json", f.name): (f.name, hints[f.name]) for f in dataclasses.fields(cls)}


class _Reader:
    """Walks JSON beside annotations and gathers every fault instead of stopping at the first."""

    def __init__(self) -> None:
        self.problems: list[str] = []

    def fail(self, place: str, sentence: str) -> Any:
        self.problems.append(f"{place or 'the facts'}: {sentence}")
        return None

    def read(self, hint: Any, value: object, place: str) -> Any:
        """The value as `hint` wants it; on a fault the fault is noted and None returned."""
        origin = get_origin(hint)
        if origin in (Union, types.UnionType):
            return self._union(get_args(hint), value, place)
        if origin is tuple:
            if not isinstance(value, list):
                return self.fail(place, f"a list [...] belongs here, not {_kind(value)}.")
            inner = get_args(hint)[0]
            return tuple(self.read(inner, item, f"{place}[{i}]") for i, item in enumerate(value))
        if origin is not None and issubclass(origin, Mapping):
            return self._text(value, place)
        if dataclasses.is_dataclass(hint):
            return self._record(typing.cast(type, hint), value, place)
        return self._scalar(hint, value, place)

    def _record(self, cls: type, value: object, place: str) -> Any:
        if not isinstance(value, dict):
            return self.fail(place, f"an object {{...}} belongs here, not {_kind(value)}.")
        known = keys(cls)
        made = {}
        for key, inner in value.items():
            where = f"{place}.{key}" if place else str(key)
            if key not in known:
                near = difflib.get_close_matches(key, known, n=1)
                mend = f"did you mean “{near[0]}”?" if near else "known here: " + ", ".join(sorted(known)) + "."
                self.fail(where, f"this key is not known; {mend}")
                continue
            name, hint = known[key]
            made[name] = self.read(hint, inner, where)
        return cls(**made)

    def _text(self, value: object, place: str) -> Any:
        if not isinstance(value, dict):
            return self.fail(place, f'a text by language {{"kk": "…"}} belongs here, not {_kind(value)}.')
        forms = place.endswith((".forms", ".prepositions"))
        for tag, words in value.items():
            if not forms and tag not in LANGUAGE_TAGS:
                self.fail(f"{place}.{tag}", "this is not a language tag; use kk, ru, en or pt.")
            elif not isinstance(words, str):
                self.fail(f"{place}.{tag}", f"words in quotation marks belong here, not {_kind(words)}.")
            elif any("\ud800" <= c <= "\udfff" for c in words):
                self.fail(f"{place}.{tag}", "the text holds half of a character; type it anew.")
        return dict(value)

    def _union(self, hints: tuple[Any, ...], value: object, place: str) -> Any:
        if value is None and type(None) in hints:
            return None
        chosen = [h for h in hints if _fits(h, value)]
        if isinstance(value, dict) and value and LANGUAGE_TAGS.issuperset(value):  # {"kk": …} is a text, not a record
            chosen = [h for h in chosen if not dataclasses.is_dataclass(h)] or chosen
        if chosen:
            return self.read(chosen[0], value, place)
        if any(h in (date, time, datetime) for h in hints) and isinstance(value, str):
            return self._scalar(next(h for h in hints if h in (date, time, datetime)), value, place)
        return self.fail(place, f"{_kind(value)} cannot stand here.")

    def _scalar(self, hint: Any, value: object, place: str) -> Any:
        if hint in (date, datetime, time):
            return self._moment(hint, value, place)
        if hint is Ref and isinstance(value, str):
            return Ref(value)
        if isinstance(value, float) and not math.isfinite(value):
            return self.fail(place, f"{value} is no number; write figures.")
        if isinstance(value, int) and abs(value) > 10**15:
            return self.fail(place, "this number is too large; write it with a unit such as million.")
        if isinstance(value, str) and any("\ud800" <= c <= "\udfff" for c in value):
            return self.fail(place, "the text holds half of a character; type it anew.")
        if hint is float and isinstance(value, int) and not isinstance(value, bool):
            return float(value)
        if isinstance(hint, type) and isinstance(value, hint) and (hint is bool or not isinstance(value, bool)):
            return value
        names = {str: "words in quotation marks belong", int: "a whole number belongs", bool: "true or false belongs"}
        return self.fail(place, f"{names.get(hint, 'something else belongs')} here, not {_kind(value)}.")

    def _moment(self, hint: Any, value: object, place: str) -> Any:
        wants = {
            date: "a date such as 2026-05-14",
            time: "a time such as 15:30",
            datetime: "a time with its zone such as 2026-11-20T10:00:00+05:00",
        }[hint]
        if not isinstance(value, str):
            return self.fail(place, f"{wants} belongs here, not {_kind(value)}.")
        try:
            moment = hint.fromisoformat(value)
        except ValueError:
            return self.fail(place, f"“{value}” is not {wants}; write it so.")
        if hint is datetime and moment.tzinfo is None:
            return self.fail(place, f"“{value}” lacks its time zone; write {wants}.")
        return moment


def _fits(hint: Any, value: object) -> bool:
    if get_origin(hint) is not None:
        return isinstance(value, dict)
    if dataclasses.is_dataclass(hint):
        return isinstance(value, dict)
    if hint is Ref:
        return isinstance(value, str)
    if hint in (date, time, datetime):
        return False
    if isinstance(value, bool):
        return hint is bool
    return isinstance(hint, type) and isinstance(value, hint)


def _kind(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "a list"
    text = str(value)
    return f"“{text[:40]}{'…' if len(text) > 40 else ''}”"
