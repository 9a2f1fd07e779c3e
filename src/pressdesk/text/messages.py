"""Sentences for the person at the desk, in the window's language.

They lie in `resources/ui/*.toml`, a table a key: `[desk.saved]` with `kk`, `ru`, `en` (and `pt` where there is one).
A value may be a table of plural forms (`one`, `few`, `many`, `other`), chosen by the argument `n`. A language that
lacks a key speaks English; a key that exists nowhere is an error in the program and shows itself as the key.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from pressdesk import data
from pressdesk.errors import DataMissingError

UI_LANGUAGES = ("kk", "ru", "en")
Entry = Mapping[str, str | Mapping[str, str]]


class Messages:
    """The catalogue in one language."""

    def __init__(self, language: str) -> None:
        self.language = language if language in UI_LANGUAGES else "en"

    def say(self, key: str, **args: object) -> str:
        """The sentence of `key` with {names} filled in. `n` chooses the plural form."""
        entry = catalogue().get(key)
        if entry is None:
            return key
        words = entry.get(self.language) or entry.get("en") or next(iter(entry.values()))
        if isinstance(words, Mapping):
            words = words.get(plural(self.language, int(str(args.get("n", 0))))) or words["other"]
        return words.format(**args) if args else words

    def reason(self, note: str) -> str:
        """Why a form is a guess. A note is one or more reasons parted by "; ", each a key, or a key, a space and the
        word that it is about. What is no key stands as it is."""
        said = []
        for part in note.split("; "):
            key, _, word = part.partition(" ")
            said.append(self.say(key, word=word) if self.has(key) else part)
        return "; ".join(said)

    def has(self, key: str) -> bool:
        """Whether the catalogue knows the key."""
        return key in catalogue()

    def pick(self, text: Mapping[str, str]) -> str:
        """The words of a label by language, in this window's language or the nearest there is."""
        for tag in (self.language, "en", "ru", "kk"):
            if text.get(tag):
                return text[tag]
        return next(iter(text.values()), "")


def ui_language(wish: str | None, environment: Mapping[str, str]) -> str:
    """The messages' language: the wish, else the system's (LC_ALL, LC_MESSAGES, LANG), else English."""
    system = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    named = re.split(r"[_.@-]", system)[0].lower()
    return next((tag for tag in (wish, named) if tag in UI_LANGUAGES), "en")


def plural(language: str, n: int) -> str:
    """The plural category of a count: CLDR's rules for the window's three languages."""
    if language == "ru":
        if n % 10 == 1 and n % 100 != 11:
            return "one"
        if n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14):
            return "few"
        return "many"
    return "one" if n == 1 else "other"


@cache
def catalogue() -> Mapping[str, Entry]:
    """All keys of `resources/ui/*.toml`; a key that stands in two files is an error."""
    import tomllib  # most commands say nothing

    found: dict[str, Entry] = {}
    for path in sorted(data.resources("ui").glob("*.toml")):
        for key, entry in _flat(tomllib.loads(path.read_text(encoding="utf-8")), ""):
            if key in found:
                raise DataMissingError(f"{path}: the key “{key}” stands in another file too; keep one of them.")
            found[key] = entry
    return found


def _flat(table: Mapping[str, Any], prefix: str) -> list[tuple[str, Entry]]:
    rows: list[tuple[str, Entry]] = []
    for key, value in table.items():
        name = f"{prefix}.{key}" if prefix else key
        if isinstance(value, dict) and "en" in value:
            rows.append((name, value))
        elif isinstance(value, dict):
            rows.extend(_flat(value, name))
    return rows
