"""What a release type asks for: sections and fields, as `type.toml` says them. The window's form is made from these."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from pressdesk.model.facts import Text


class FieldKind(Enum):
    """The kinds of field a release type may ask for."""

    TEXT = "text"  # words in each language: a grid with a row a language
    LINE = "line"  # one string, the same in every language
    DATE = "date"
    TIME = "time"
    NUMBER = "number"
    CHOICE = "choice"  # one of `options`
    PERSON = "person"  # the id of one of the draft's people
    ORGANISATION = "organisation"
    COUNTRY = "country"
    PARTIES = "parties"  # ids of people or organisations, in order
    PHRASE = "phrase"  # one text by language, or an entry of the register of the kind `register`
    PHRASES = "phrases"  # several, as chips
    LIST = "list"  # rows of `fields`, one card open at a time
    STEPS = "steps"  # rows of different kinds, each kind with fields of its own (`steps`)
    PHOTO = "photo"


@dataclass(frozen=True, kw_only=True)
class Option:
    """One answer of a CHOICE: the stored value and its words."""

    value: str
    label: Text


@dataclass(frozen=True, kw_only=True)
class FieldSpec:
    """One field.

    Attributes:
        path: where its value stands in the facts; within a LIST or STEPS relative to the row.
        required: a release is not complete without it.
        register: for PHRASE(S) the kind of register entries offered ("topic", "assessment", ...).
        title: for LIST rows: the paths (relative) shown as the row's heading.
    """

    path: str
    kind: FieldKind
    label: Text
    hint: Text = field(default_factory=dict)
    required: bool = False
    register: str = ""
    options: tuple[Option, ...] = ()
    fields: tuple["FieldSpec", ...] = ()
    steps: tuple["StepSpec", ...] = ()
    title: tuple[str, ...] = ()
    add: Text = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class StepSpec:
    """One kind of step of a STEPS field: its name, icon and fields (paths relative to the step)."""

    kind: str
    icon: str
    label: Text
    fields: tuple[FieldSpec, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Section:
    """A part of the form, an entry of the rail. `group` is "facts" or "text"."""

    id: str
    icon: str
    label: Text
    group: str = "facts"
    fields: tuple[FieldSpec, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ReleaseType:
    """A release type: a folder in `templates/`, its sections, the languages it has a template for.

    Types are shown by `order`, the smallest first. One that is `ahead` tells of what is to come, so it is dated before
    its event."""

    id: str
    label: Text
    languages: tuple[str, ...]
    sections: tuple[Section, ...]
    icon: str = "newspaper"
    order: int = 100
    ahead: bool = False
    defaults: Mapping[str, str] = field(default_factory=dict)

    def fields(self) -> tuple[FieldSpec, ...]:
        """All top-level fields in order."""
        return tuple(f for section in self.sections for f in section.fields)

    def label_at(self, path: str) -> Text:
        """The label of the field at a path of the facts, or of the nearest one above it; {} where there is none."""
        return _label(self.fields(), re.sub(r"\[\d+\]", "[]", path), "")


def _label(specs: tuple[FieldSpec, ...], path: str, base: str) -> Text:
    best: tuple[int, Text] = (0, {})
    for spec in specs:
        own = f"{base}{spec.path}"
        if path == own or path.startswith((f"{own}.", f"{own}[")):
            inner = (*spec.fields, *(field for step in spec.steps for field in step.fields))
            label = _label(inner, path, f"{own}[].") or spec.label
            best = max(best, (len(own), label), key=lambda pair: pair[0])
    return best[1]
