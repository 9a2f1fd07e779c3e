"""The shipped samples, and drafts from facts files."""

import dataclasses
import json
from pathlib import Path
from typing import Any

from pressdesk import data
from pressdesk.app.register import countries, entries_for
from pressdesk.app.register.adopt import adopt
from pressdesk.app.register.layers import Layers
from pressdesk.errors import FactsError
from pressdesk.model.codec import decode
from pressdesk.model.draft import Draft
from pressdesk.model.facts import Entry, Facts, Meeting, Step
from pressdesk.render.pack import load_type, pack_folder

LARGEST = 20 * 1024 * 1024
SKIPPED = frozenset({"heldout", "expect", "must_not"})


def names() -> tuple[str, ...]:
    """The samples' names; the model release comes first."""
    found = sorted(path.stem for path in data.templates().glob("*/samples/*.json"))
    return tuple(sorted(found, key=lambda name: (name != "guimaraes", name)))


def sample(name: str) -> Draft:
    """A shipped sample as a draft. FactsError for a name that is none, with those that are."""
    path = next(data.templates().glob(f"*/samples/{name}.json"), None) if name in names() else None
    if path is None:
        raise FactsError(f"There is no sample “{name}”; there are {', '.join(names())}.")
    return from_facts_file(path)


def start(kind: str) -> Draft:
    """A new draft of a release type: empty but for what the pack's `start.json` and the house always say."""
    folder = pack_folder(kind)
    path = folder / "start.json"
    raw = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    facts = decode(Facts, {**raw, "type": kind}, place=f"{kind}/start.json")
    own = [countries()[facts.own]] if facts.own in countries() else []
    facts = dataclasses.replace(facts, languages=load_type(folder).languages, countries=tuple(own))
    return Draft(facts=facts)


def from_facts_file(path: Path, kept: Layers | None = None) -> Draft:
    """A draft of a facts file; a photo named in it is taken from beside the file. FactsError names place and mend.

    `kept` is the register whose people, organisations, countries and phrases the facts may name by their ids; what is
    shipped where none is given.
    """
    try:
        if path.exists() and not path.is_file():
            raise FactsError(f"{path}: this is no file that can be read; choose a facts file.")
        if path.is_file() and path.stat().st_size > LARGEST:
            raise FactsError(f"{path}: the file is larger than 20 MB; no release has that many facts.")
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise FactsError(f"{path}: there is no such file.") from None
    except (OSError, UnicodeDecodeError) as error:
        raise FactsError(f"{path}: the file cannot be read as UTF-8 text; save it anew as UTF-8 ({error}).") from None
    try:
        raw = json.loads(text)
    except json.JSONDecodeError as error:
        raise FactsError(f"{path}:{error.lineno}:{error.colno}: this is not valid JSON: {error.msg}.") from None
    except (RecursionError, ValueError):
        raise FactsError(f"{path}: the JSON is nested too deeply or holds a number that is too long.") from None
    try:
        draft = from_facts(raw, kept)
    except FactsError as error:
        raise FactsError([f"{path}: {problem}" for problem in error.problems]) from None
    photo = draft.facts.photo.file
    beside = path.parent / Path(photo).name if photo else None
    if beside and beside.is_file():
        draft = dataclasses.replace(draft, images={photo: beside.read_bytes()})
    return draft


def from_facts(raw: Any, kept: Layers | None = None) -> Draft:
    """A draft of parsed facts. The key `register` may bring entries of its own, which beat those of the register."""
    own: dict[str, Entry] = {}
    if isinstance(raw, dict) and "register" in raw:
        items = raw["register"]
        if not isinstance(items, list):
            raise FactsError("register: a list [...] of entries belongs here.")
        entries = [decode(Entry, item, place=f"register[{i}]") for i, item in enumerate(items)]
        own = {entry.id: entry for entry in entries}
        raw = {key: value for key, value in raw.items() if key != "register"}
    facts = decode(Facts, raw, ignore=SKIPPED)
    if not facts.type:
        raise FactsError('type: the release type is missing; write for example "type": "working_visit".')
    facts = dataclasses.replace(facts, languages=_languages(facts))
    layers = kept or Layers()
    register = entries_for(facts, layers.own_phrases(), own)
    draft = adopt(Draft(facts=facts, register=register), layers)
    return draft.with_facts(completed(draft.facts))


def _languages(facts: Facts) -> tuple[str, ...]:
    """The languages asked for, each once; all that the release type speaks where none is named."""
    spoken = load_type(pack_folder(facts.type)).languages
    unknown = [tag for tag in facts.languages if tag not in spoken]
    if unknown:
        raise FactsError(f"languages: “{unknown[0]}” has no template here; there are {', '.join(spoken)}.")
    return tuple(dict.fromkeys(facts.languages)) or spoken


def completed(facts: Facts) -> Facts:
    """Facts in which each fact has its one home in the form of their release type.

    The short form's meetings become steps of the programme, or the counterpart and the topics of a type without one;
    our country and the host's are those of the actor's post where the file does not name them.
    """
    kind = load_type(pack_folder(facts.type))
    known = {field.path for field in kind.fields()}
    if "programme" in known and facts.meetings:
        steps = tuple(
            Step(kind="meeting", with_=m.with_, topics=m.topics, assessment=m.assessment) for m in facts.meetings
        )
        facts = dataclasses.replace(facts, meetings=(), programme=steps + facts.programme)
    elif facts.meetings:
        facts = dataclasses.replace(
            facts,
            counterpart=facts.counterpart or facts.meetings[0].with_,
            topics=facts.topics + tuple(topic for m in facts.meetings for topic in m.topics),
            meetings=tuple(Meeting(with_=m.with_) for m in facts.meetings) if len(facts.meetings) > 1 else (),
        )
    if {"own", "partner"} <= known and facts.people:
        actor = next((p for p in facts.people if p.id == facts.actor), facts.people[0])
        own = facts.own or actor.title.of
        partner = facts.partner or actor.title.to or facts.event.place.country
        facts = dataclasses.replace(facts, own=own, partner=partner)
    return facts
