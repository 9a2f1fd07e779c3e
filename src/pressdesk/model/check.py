"""What is missing or odd in the facts of a draft, each with its place. Pure: no grammar, no files.

What a language lacks is not asked here: the rendered release lists its gaps. What only a grammar can see (a name typed
in an oblique case) is asked in `app/proofing.py`.
"""

import dataclasses
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pressdesk.model.draft import Draft, references
from pressdesk.model.fields import FieldKind, FieldSpec, ReleaseType
from pressdesk.model.findings import Severity
from pressdesk.model.paths import get

LOOKALIKES = dict(zip("aceopxyiABCEHIKMOPTXYhk", "асеорхуіАВСЕНІКМОРТХУһк", strict=True))
_WORD = re.compile(r"[^\W\d_]+")
_KNOWN_REFERENCES = {
    FieldKind.PERSON: ("people",),
    FieldKind.ORGANISATION: ("organisations", "issuer"),
    FieldKind.COUNTRY: ("countries",),
    FieldKind.PARTIES: ("people", "organisations", "issuer"),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend in the facts.

    Attributes:
        path: the fact's path, with the language's tag at the end where it is about one language.
        key: the message's key; `args` fill it. A text by language among them is shown in the window's language.
        severity: ERROR blocks a final export.
        suggestion: what may stand there instead, "" where there is none.
    """

    path: str
    key: str
    severity: Severity
    args: Mapping[str, Any] = field(default_factory=dict)
    language: str = ""
    suggestion: str = ""


def problems(draft: Draft, kind: ReleaseType) -> list[Problem]:
    """Everything missing or odd, in the order of the form."""
    found = list(_fields(draft, kind.fields(), ""))
    found += _references(draft)
    found += _photo(draft)
    found += _dates(draft, kind)
    found += _impossible(draft)
    return found


def _fields(draft: Draft, specs: tuple[FieldSpec, ...], base: str) -> Iterator[Problem]:
    for spec in specs:
        path = f"{base}.{spec.path}" if base else spec.path
        value = get(draft.facts, path)
        if spec.required and _empty(value):
            yield Problem(path, "problem.required", Severity.ERROR, {"field": spec.label})
        if spec.kind is FieldKind.LIST and isinstance(value, tuple):
            for index in range(len(value)):
                yield from _fields(draft, spec.fields, f"{path}[{index}]")
        elif spec.kind is FieldKind.STEPS and isinstance(value, tuple):
            for index, step in enumerate(value):
                inner = next((s.fields for s in spec.steps if s.kind == step.kind), ())
                if not inner:
                    args = {"kind": step.kind}
                    yield Problem(f"{path}[{index}]", "problem.unknown_step", Severity.WARNING, args)
                yield from _fields(draft, inner, f"{path}[{index}]")
        elif spec.kind is FieldKind.CHOICE and value and all(value != o.value for o in spec.options):
            yield Problem(path, "problem.other_value", Severity.HINT, {"value": value, "field": spec.label})
        elif spec.kind in _KNOWN_REFERENCES:
            yield from _identities(draft, spec, path, value)
        elif isinstance(value, Mapping):
            yield from _script(path, value)
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, Mapping):
                    yield from _script(f"{path}[{index}]", item)


def _empty(value: Any) -> bool:
    if isinstance(value, Mapping):
        return not any(words.strip() for words in value.values())
    if dataclasses.is_dataclass(value):
        return False
    return value is None or value in ("", ())


def _identities(draft: Draft, spec: FieldSpec, path: str, value: Any) -> Iterator[Problem]:
    facts = draft.facts
    known = {item.id for name in _KNOWN_REFERENCES[spec.kind] if name != "issuer" for item in getattr(facts, name)}
    known.add(facts.issuer.id)
    for index, identity in enumerate(value if isinstance(value, tuple) else (value,)):
        if identity and identity not in known:
            where = f"{path}[{index}]" if isinstance(value, tuple) else path
            yield Problem(where, "problem.unknown_id", Severity.ERROR, {"id": identity, "field": spec.label})


def _references(draft: Draft) -> Iterator[Problem]:
    for ref in dict.fromkeys(references(draft.facts)):
        if str(ref) not in draft.register:
            yield Problem("", "problem.unknown_entry", Severity.ERROR, {"id": str(ref)})


def _script(path: str, text: Mapping[str, str]) -> Iterator[Problem]:
    for tag, words in text.items():
        for match in _WORD.finditer(words):
            mended = one_script(match[0])
            if mended is not None:
                args = {"word": match[0], "letters": ", ".join(sorted(set(_strangers(match[0]))))}
                whole = words[: match.start()] + mended + words[match.end() :]
                yield Problem(f"{path}.{tag}", "problem.mixed_script", Severity.ERROR, args, tag, whole)


def scripts(word: str) -> set[str]:
    """The scripts of a word's letters: {"CYRILLIC"}, {"LATIN"}, both."""
    return {unicodedata.name(c, "?").split()[0] for c in word if c.isalpha()} & {"CYRILLIC", "LATIN"}


def one_script(word: str) -> str | None:
    """A word of mixed Latin and Cyrillic letters in one script, None where it is not mixed.

    The script of letters that cannot be mistaken decides; where all could be either, Cyrillic.
    """
    if scripts(word) != {"CYRILLIC", "LATIN"}:
        return None
    back = {cyrillic: latin for latin, cyrillic in LOOKALIKES.items()}
    sure_latin = sum(1 for c in word if scripts(c) == {"LATIN"} and c not in LOOKALIKES)
    sure_cyrillic = sum(1 for c in word if scripts(c) == {"CYRILLIC"} and c not in back)
    table = back if sure_latin > sure_cyrillic else LOOKALIKES
    return "".join(table.get(c, c) for c in word)


def _strangers(word: str) -> list[str]:
    mended = one_script(word) or word
    return [a for a, b in zip(word, mended, strict=True) if a != b]


def _photo(draft: Draft) -> Iterator[Problem]:
    photo = draft.facts.photo
    if photo.file and photo.file not in draft.images:
        yield Problem("photo.file", "problem.photo_missing", Severity.WARNING, {"file": photo.file})
    if photo.file and photo.file in draft.images:
        if _empty(photo.alt):
            yield Problem("photo.alt", "problem.photo_alt", Severity.ERROR)
        if _empty(photo.credit):
            yield Problem("photo.credit", "problem.photo_credit", Severity.ERROR)


def _dates(draft: Draft, kind: ReleaseType) -> Iterator[Problem]:
    event, dateline = draft.facts.event, draft.facts.dateline
    asked = any(field.path == "event.date" for field in kind.fields())
    if event.date is None and dateline.date is None:
        yield Problem("event.date" if asked else "dateline.date", "problem.no_date", Severity.ERROR)
    elif event.date is None and asked:
        yield Problem("event.date", "problem.no_event_date", Severity.HINT)
    if event.date and dateline.date and event.date > dateline.date and not kind.ahead:
        yield Problem("dateline.date", "problem.release_before_event", Severity.WARNING)
    until = draft.facts.embargo.until
    if until and dateline.date and until.date() < dateline.date:
        yield Problem("embargo.until", "problem.embargo_before_release", Severity.WARNING)


def _impossible(draft: Draft) -> Iterator[Problem]:
    """What cannot be: an end before its beginning, fewer than none, two under one id."""
    facts = draft.facts
    spans = (
        ("event.end", facts.event.date, facts.event.end),
        ("notice.to", facts.notice.from_, facts.notice.to),
        ("notice.resume", facts.notice.to or facts.notice.from_, facts.notice.resume),
    )
    for path, first, last in spans:
        if first and last and last < first:
            yield Problem(path, "problem.end_before_start", Severity.ERROR)
    for name in ("participants_count", "works_count", "b2b_count"):
        count = getattr(facts.event, name)
        if count is not None and count < 0:
            yield Problem(f"event.{name}", "problem.negative", Severity.ERROR, {"value": count})
    seen: set[str] = set()
    for name in ("countries", "organisations", "people"):
        for index, item in enumerate(getattr(facts, name)):
            if item.id and item.id in seen:
                yield Problem(f"{name}[{index}]", "problem.same_id", Severity.ERROR, {"id": item.id})
            seen.add(item.id)
