"""What a check of the checklist sees and says. Start at `Item`, `Known` and `Point`."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from pressdesk.app.register.layers import Layers
from pressdesk.model.check import Problem
from pressdesk.model.draft import Draft
from pressdesk.model.facts import Text
from pressdesk.model.fields import ReleaseType
from pressdesk.model.findings import Finding
from pressdesk.model.release import Release
from pressdesk.model.signoff import Tick

OFF = "off"  # the level of an item that a ministry does without


class State(Enum):
    """How it stands with a point or an item."""

    FINE = "fine"  # in order, as the program itself can see
    TICKED = "ticked"  # a person looked at it
    LAPSED = "lapsed"  # a person looked at it, and it has changed since
    OPEN = "open"


@dataclass(frozen=True, kw_only=True)
class Item:
    """One item of the checklist.

    Attributes:
        id: its name, under which ticks and records know it.
        check: which check looks; one of `checks.CHECKS`.
        title: what it is called, by the window's language.
        hint: what is looked for, in one sentence.
        level: "required" blocks a final release, "advised" is shown and blocks nothing.
        by: who ticks it: "program" by itself alone, "person" a person each time, "either" a person where the program
            cannot see it.
        kinds, not_in: the release types that it is for, and is not for; all where neither is named.
        fields: paths of facts, whose words are looked for or which must be filled.
        also: more such paths, by release type.
        dates, dateline, formula: what else counts in a lead: a date in words; the dateline above; the template's words.
        rules: beginnings of the rules whose findings this item tells; "" in `findings` takes what no other item does.
        days: the longest embargo, in days from now.
        source: where the item comes from.
    """

    id: str
    check: str
    title: Text
    hint: Text = field(default_factory=dict)
    level: str = "required"
    by: str = "either"
    kinds: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    also: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    dates: bool = False
    dateline: bool = False
    formula: bool = False
    rules: tuple[str, ...] = ()
    days: int = 0
    source: str = ""

    def wanted(self, kind: str) -> bool:
        """Whether a release type has this item."""
        return kind not in self.not_in and (not self.kinds or kind in self.kinds)

    @property
    def required(self) -> bool:
        """Whether it blocks a final release."""
        return self.level == "required"


@dataclass(frozen=True, kw_only=True)
class Known:
    """What a checklist is made from.

    Attributes:
        draft, kind: the draft and its release type.
        releases: the texts by language: all that the draft has, for a tick is about all of them.
        only: the languages that are to go out; all where none is named.
        findings: what the checkers found, by language.
        problems: what is missing or odd in the facts.
        unchecked: languages whose checkers could not look, or have not looked yet.
        layers: the register, to know which entries somebody has looked at.
        now: the present moment, with its zone.
        told: beginnings of rules and of facts' paths that an item of its own tells, so that no other tells them again.
    """

    draft: Draft
    kind: ReleaseType
    releases: Mapping[str, Release]
    findings: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)
    problems: Sequence[Problem] = ()
    unchecked: frozenset[str] = frozenset()
    layers: Layers = field(default_factory=Layers)
    now: dt.datetime
    only: frozenset[str] = frozenset()
    told: tuple[str, ...] = ()

    def asks(self, fields: Sequence[str]) -> str:
        """The first of the form's fields at or below one of these paths, "" where it asks for none of them."""
        asked = [spec.path for spec in self.kind.fields()]
        found = (own for path in fields for own in asked if own == path or own.startswith(f"{path}."))
        return next(found, "")

    def every(self) -> Iterator[tuple[str, Release]]:
        """All languages with their texts, in the draft's order."""
        first = [tag for tag in self.draft.facts.languages if tag in self.releases]
        for tag in (*first, *(tag for tag in self.releases if tag not in first)):
            yield tag, self.releases[tag]

    def shown(self) -> Iterator[tuple[str, Release]]:
        """The languages that are to go out, with their texts."""
        for tag, release in self.every():
            if not self.only or tag in self.only:
                yield tag, release


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that an item of the checklist looks at: a quotation, a partner, a language's lead.

    Attributes:
        about: its name within the item, which no change of order alters.
        text: the very text that a tick is about.
        fine: whether the program can see by itself that it is in order.
        language: the tag of the version, "" for all.
        label: what it is called, by the window's language; under "" what is said in every language alike.
        note: the key of a sentence on what was found or is missing, "" for none; `args` fill it.
        field: the path of the fact that mends it, "" for none.
        finding: the finding that it is, None for none.
        blocks: whether it keeps a required item's release in; a warning is shown as open and does not.
        tick: the tick that somebody set, whether it still counts or not.
    """

    about: str
    text: str
    fine: bool = False
    language: str = ""
    label: Mapping[str, str] = field(default_factory=dict)
    note: str = ""
    args: Mapping[str, Any] = field(default_factory=dict)
    field: str = ""
    finding: Finding | None = None
    blocks: bool = True
    state: State = State.OPEN
    tick: Tick | None = None
