"""Gaps of the finished texts as problems of the facts, so that a list can lead to the very cell. Pure; no Qt here."""

from collections.abc import Iterable, Iterator, Mapping

from pressdesk.model import paths
from pressdesk.model.check import Problem
from pressdesk.model.draft import Draft
from pressdesk.model.facts import Ref
from pressdesk.model.fields import FieldKind, FieldSpec, ReleaseType
from pressdesk.model.findings import Severity
from pressdesk.model.release import Gap

KEY = "form.gap_here"
_NAME_KEY = "form.gap_name"  # a person's name in Latin letters is found in a passport, not translated
KEYS = frozenset({KEY, _NAME_KEY})
_LATIN = frozenset({"en", "pt"})


def gap_problems(draft: Draft, kind: ReleaseType, gaps: Iterable[Gap]) -> list[Problem]:
    """One problem a fact and language. What stands in no language at all is left to `check`, which asks for it."""
    found: dict[tuple[str, str], Problem] = {}
    for gap in gaps:
        for path in _cells(draft, kind, gap):
            where = f"{path}.{gap.language}"
            personal = path.rpartition(".")[2] in ("given", "family") and gap.language in _LATIN
            key = _NAME_KEY if personal else KEY
            found.setdefault((path, gap.language), Problem(where, key, Severity.ERROR, {}, gap.language))
    return list(found.values())


def _cells(draft: Draft, kind: ReleaseType, gap: Gap) -> Iterator[str]:
    value = paths.get(draft.facts, gap.field)
    if isinstance(value, Mapping | Ref):
        text = draft.text_of(value)
        if text and not text.get(gap.language):
            yield gap.field
        return
    # a whole row (a person's name): its required words that the language lacks
    for spec in _row_fields(kind, gap.field):
        words = paths.get(value, spec.path)
        if isinstance(words, Mapping) and spec.required and words and not words.get(gap.language):
            yield f"{gap.field}.{spec.path}"


def _row_fields(kind: ReleaseType, path: str) -> tuple[FieldSpec, ...]:
    name = path.split("[")[0]
    fields = next((f.fields for f in kind.fields() if f.path == name), ())
    return tuple(f for f in fields if f.kind is FieldKind.TEXT)
