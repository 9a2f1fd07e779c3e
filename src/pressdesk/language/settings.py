"""A language's `language.toml` as frozen values; start at `read`. An unknown key is an error with file and line."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from types import GenericAlias
from typing import Any, get_args, get_origin, get_type_hints

from pressdesk.errors import DataMissingError, TableError


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """Patterns with {day}, {month}, {year}, {day2}, {month2}; `months` are the twelve names as they stand in a date."""

    months: tuple[str, ...]
    full: str
    day: str
    year: str
    line: str  # for datelines: with no-break spaces
    numeric: str
    on: str  # one day with the preposition that it takes in an adverbial, {start}: pt "a 17 de agosto"
    days: str  # two days of a month, {day}, {day_end}, {month}: 17–18 тамыз
    span: str  # two days of different months, {start}, {end}: each in the style `day`
    close: str = ""  # what follows a whole date within a sentence: en-US "on December 22, 2025, in Lisbon"


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """Pattern of a time of day with {hour} and {minute}, two figures each."""

    clock: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordinals:
    """Ordinal numbers before a noun.

    `words` holds words by number, one for all genders or masculine, feminine and neuter in this order; `figures` the
    same for numbers without a word, by the last digits of the number ("11" before "1", "" for all others), with
    {number}. `joint` stands between the figures and the noun.
    """

    words: Mapping[str, tuple[str, ...]]
    figures: Mapping[str, tuple[str, ...]]
    joint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """How figures are written: `group_from` is the smallest whole number whose thousands are set apart."""

    decimal: str
    thousands: str
    group_from: int
    percent: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """What stands between the parts of a list. `with_` is "CONJ" where the inflector chooses the word."""

    comma: str
    and_: str
    or_: str
    with_: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """Words of amounts: the pattern of a sum with and without a scale, names of scales, names of currencies."""

    scaled: str
    plain: str
    scales: Mapping[str, str]
    currencies: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All of a language.toml.

    Attributes:
        tag: the short tag, "kk".
        locale: the tag for documents, "kk-KZ".
        name: what the language calls itself.
        inflection: which engine: tables, russian, english or portuguese.
        outer: the quotation marks, opening and closing, one code point each.
        inner: the marks of a quotation within a quotation.
        words: number words by number, as they stand before a masculine noun.
        counted: the genitive plural after a number, of nouns that have one of their own there: {"человек": "человек"}.
        latin: transliteration for slugs, lower case, by letter.
        prepositions: a preposition's longer form by the beginning of the next word: {"в": {"во": "regex"}}.
    """

    tag: str
    locale: str
    name: str
    inflection: str
    outer: tuple[str, ...]
    inner: tuple[str, ...]
    date: Dates
    time: Times
    number: Numbers
    ordinal: Ordinals
    list: Lists
    money: Money
    words: Mapping[str, str] = field(default_factory=dict)
    counted: Mapping[str, str] = field(default_factory=dict)
    latin: Mapping[str, str] = field(default_factory=dict)
    prepositions: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


_INFLECTIONS = ("tables", "russian", "english", "portuguese")


def read(path: Path, over: Mapping[str, Any] | None = None) -> Settings:
    """Reads a language.toml. DataMissingError where there is none, TableError for what it may not say.

    `over` holds keys that take the place of the file's own, table by table: what a variety writes otherwise.
    """
    raw, text = read_toml(path)
    settings: Settings = _Reader(path, text).record(Settings, _laid_over(raw, over or {}), "")
    _check(path, settings)
    return settings


def read_toml(path: Path) -> tuple[dict[str, Any], str]:
    """A file's tables and its text. DataMissingError where it cannot be read, TableError where it is no TOML."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise DataMissingError(f"{path} cannot be read ({error.strerror}): install PressDesk anew.") from error
    except UnicodeDecodeError as error:
        raise TableError(path, 1, 1, "This file is not UTF-8: save it as UTF-8 text.") from error
    try:
        return tomllib.loads(text), text
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"at line (\d+), column (\d+)", str(error))
        line, column = (int(place[1]), int(place[2])) if place else (1, 1)
        raise TableError(path, line, column, f"This is not valid TOML: {error}.") from error


def _laid_over(raw: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """The tables with single keys replaced."""
    made = dict(raw)
    for key, value in over.items():
        inner = made.get(key)
        made[key] = _laid_over(inner, value) if isinstance(inner, dict) and isinstance(value, dict) else value
    return made


def _check(path: Path, settings: Settings) -> None:
    if settings.tag != path.parent.name:
        raise TableError(path, 1, 1, f"The tag “{settings.tag}” is not the folder's name “{path.parent.name}”.")
    if settings.inflection not in _INFLECTIONS:
        raise TableError(path, 1, 1, f"inflection is one of {', '.join(_INFLECTIONS)}, not “{settings.inflection}”.")
    if len(settings.date.months) != 12:
        raise TableError(path, 1, 1, f"date.months has {len(settings.date.months)} names, not twelve.")
    for longer in settings.prepositions.values():
        for preposition, pattern in longer.items():
            try:
                re.compile(pattern)
            except re.error as error:
                raise TableError(path, 1, 1, f"“{preposition}” has a pattern that cannot be: {error}.") from error
    for marks in (settings.outer, settings.inner):
        if len(marks) != 2 or any(len(mark) != 1 for mark in marks):
            raise TableError(path, 1, 1, "outer and inner are an opening and a closing mark of one character each.")


class _Reader:
    """Turns tables of TOML into the records above, by the records' own field types."""

    def __init__(self, path: Path, text: str) -> None:
        self.path, self.lines = path, text.split("\n")

    def fail(self, key: str, sentence: str) -> TableError:
        shown = re.compile(rf'^\s*(?:\[.*\b)?"?{re.escape(key)}"?\b')
        line = next((n for n, text in enumerate(self.lines, 1) if shown.match(text)), 1)
        return TableError(self.path, line, 1, sentence)

    def record(self, kind: type[Any], raw: Mapping[str, Any], where: str) -> Any:
        hints = get_type_hints(kind)
        names = {f.name.rstrip("_"): f.name for f in fields(kind)}
        place = f"in [{where}]" if where else "at the top"
        for key in raw:
            if key not in names:
                known = ", ".join(sorted(names))
                raise self.fail(key, f"The key “{key}” {place} is not known; known are {known}.")
        values = {}
        for key, name in names.items():
            if key in raw:
                values[name] = self.value(hints[name], raw[key], key)
        try:
            return kind(**values)
        except TypeError:
            needed = [k for k, name in names.items() if name not in values]
            raise self.fail(where, f"These keys are missing {place}: {', '.join(needed)}.") from None

    def value(self, hint: Any, raw: Any, key: str) -> Any:
        origin = get_origin(hint)
        if isinstance(hint, type) and not isinstance(hint, GenericAlias) and hint not in (str, int):
            if not isinstance(raw, dict):
                raise self.fail(key, f"“{key}” is a table: write [{key}] and its keys below it.")
            return self.record(hint, raw, key)
        if origin is tuple:
            if not isinstance(raw, Sequence) or isinstance(raw, str) or not all(isinstance(v, str) for v in raw):
                raise self.fail(key, f"“{key}” is a list of texts in square brackets.")
            return tuple(raw)
        if origin is not None:
            if not isinstance(raw, dict):
                raise self.fail(key, f"“{key}” is a table: write [{key}] and its keys below it.")
            return {str(k): self.value(get_args(hint)[1], v, str(k)) for k, v in raw.items()}
        if not isinstance(raw, hint) or isinstance(raw, bool):
            raise self.fail(key, f"“{key}” must be a {'text in quotation marks' if hint is str else 'whole number'}.")
        return raw
