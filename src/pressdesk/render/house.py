"""How a language puts titles, places and lists together: `resources/<tag>/phrases.toml`, read and checked once.

A pattern is words with slots: `{of:GEN} {to:LOC+ATTR} {role:POSS3*}`. A slot names a part of the title, then the form
it stands in; a star marks the head, which takes the endings that the template asks for. `{=қала:POSS3*}` is a word of
the pattern's own. `{в to:LOC}` has its preposition, in the shape that the words ask for (во Франции, на Кубе).
"""

import dataclasses
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pressdesk import data
from pressdesk.errors import PackError
from pressdesk.language.language import Language
from pressdesk.language.language import dialect as load_dialect

_SLOT = re.compile(r"\{(=?)([^:*}]+)(?::([^*}]+))?(\*?)\}")
_KEYS = frozenset(
    ("titles", "posts", "appositions", "places", "roles", "events", "documents", "lists", "verbs", "days", "questions")
)
OTHER = "other"  # the noun of an event or a document of a kind that the table does not know


@dataclass(frozen=True, slots=True)
class Slot:
    """One part of a pattern: literal glue, a slot of the title, or a word of the pattern's own."""

    text: str
    literal: bool = False
    own_word: bool = False
    features: str = ""
    head: bool = False
    preposition: str = ""


@dataclass(frozen=True, slots=True)
class Phrases:
    """The patterns of one language.

    Attributes:
        titles: pattern by the parts a title has, such as "role+of+to".
        posts: the same without the organisation, for a sentence that has named it.
        appositions: how a title and a name stand together ("person").
        places: pattern by place type.
        roles: the words of a role, by role and, where they differ, gender ("ambassador.f").
        events: the noun of an event, by its kind («дөңгелек үстел»); OTHER is any.
        documents: the noun of a document signed, by its kind («келісім»); OTHER is any.
        document_title: how that noun and a proper title stand together; unused where the title itself is a document's.
        document_about: how the noun stands with a title that only says what the document is about («… туралы»).
        about: such a title; it takes no quotation marks.
        document_names: titles that say themselves what they are («… туралы меморандум»); they take no quotation marks.
        list_inflects: "last" or "all": which members of a list take the ending.
        infinitive: how words begin that say what to do («посетить …», "to visit …"); matches nothing where unused.
        days: the seven days of the week, Monday first, as they stand in a table of opening hours.
        days_between: what stands between the first and the last of several days ("Monday to Friday").
        questions: the words of a slot that waits, by kind and features ("person" -> {"INS": "кіммен"}).
    """

    titles: Mapping[str, tuple[Slot, ...]]
    posts: Mapping[str, tuple[Slot, ...]]
    appositions: Mapping[str, tuple[Slot, ...]]
    places: Mapping[str, tuple[Slot, ...]]
    roles: Mapping[str, str]
    events: Mapping[str, str]
    documents: Mapping[str, str]
    document_title: tuple[Slot, ...]
    document_about: tuple[Slot, ...]
    about: re.Pattern[str]
    document_names: re.Pattern[str]
    list_inflects: str
    infinitive: re.Pattern[str]
    days: tuple[str, ...]
    days_between: str
    questions: Mapping[str, Mapping[str, str]]

    def document(self, title: str) -> tuple[Slot, ...]:
        """How the noun of a document and this title stand together."""
        return self.document_about if self.about.search(title) else self.document_title

    def question(self, kind: str, features: str) -> str:
        """What a gap asks: the nearest question of its kind."""
        forms = self.questions.get(kind) or self.questions.get("text", {})
        parts = features.split("+")
        for size in range(len(parts), 0, -1):
            asked = forms.get("+".join(parts[-size:]))
            if asked:
                return asked
        return forms.get("NOM", "…")


def phrases_of(language: Language) -> Phrases:
    """The patterns of a language as a house writes it: the nouns and roles of a variety in its own words."""
    return _phrases_of(language.tag, language.variety)


@cache
def _phrases_of(tag: str, variety: str) -> Phrases:
    plain, put = phrases(tag), load_dialect(tag, variety).wording.put
    if not variety:
        return plain
    roles, events, documents = (
        {key: put(words) for key, words in table.items()} for table in (plain.roles, plain.events, plain.documents)
    )
    return dataclasses.replace(plain, roles=roles, events=events, documents=documents)


@cache
def phrases(language: str) -> Phrases:
    """The patterns of a language. PackError names the file and the key that is wrong."""
    path = data.resources(language, "phrases.toml")
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise PackError(path, None, f"the language “{language}” has no phrases.toml.") from None
    except tomllib.TOMLDecodeError as error:
        raise PackError(path, None, f"this is not valid TOML: {error}.") from None
    unknown = set(raw) - _KEYS
    if unknown:
        raise PackError(path, None, f"the key “{min(unknown)}” is not known; known are {', '.join(sorted(_KEYS))}.")
    documents = raw.get("documents", {})
    return Phrases(
        titles=_patterns(raw.get("titles", {}), path),
        posts=_patterns(raw.get("posts", {}), path),
        appositions=_patterns(raw.get("appositions", {}), path),
        places=_patterns(raw.get("places", {}), path),
        roles=raw.get("roles", {}),
        events=raw.get("events", {}),
        documents=documents.get("kinds", {}),
        document_title=tuple(_slots(documents.get("titled", "{noun*}"))),
        document_about=tuple(_slots(documents.get("titled_about", "{noun*} {title}"))),
        about=_pattern(documents, "about", "documents", path),
        document_names=_pattern(documents, "names", "documents", path),
        list_inflects=raw.get("lists", {}).get("inflects", "all"),
        infinitive=_pattern(raw.get("verbs", {}), "infinitive", "verbs", path),
        days=tuple(raw.get("days", {}).get("names", ())),
        days_between=raw.get("days", {}).get("between", "–"),
        questions=raw.get("questions", {}),
    )


def _pattern(raw: Mapping[str, str], key: str, table: str, path: Path) -> re.Pattern[str]:
    """A regular expression of the file, in any case of letters; one that matches nothing where there is none."""
    try:
        return re.compile(raw.get(key, "(?!)"), re.IGNORECASE)
    except re.error as error:
        raise PackError(path, None, f"{table}.{key} is no regular expression: {error}.") from None


def _patterns(raw: Mapping[str, Any], path: Path) -> dict[str, tuple[Slot, ...]]:
    out = {}
    for key, pattern in raw.items():
        if not isinstance(pattern, str) or pattern.count("{") != pattern.count("}"):
            raise PackError(path, None, f"the pattern “{key}” must be words with {{slots}} in quotation marks.")
        out[key] = tuple(_slots(pattern))
    return out


def _slots(pattern: str) -> list[Slot]:
    out, last = [], 0
    for match in _SLOT.finditer(pattern):
        if match.start() > last:
            out.append(Slot(pattern[last : match.start()], literal=True))
        before, _, name = ("", "", match[2]) if match[1] else match[2].rpartition(" ")
        slot = Slot(name, own_word=bool(match[1]), features=match[3] or "", head=bool(match[4]), preposition=before)
        out.append(slot)
        last = match.end()
    if last < len(pattern):
        out.append(Slot(pattern[last:], literal=True))
    return out
