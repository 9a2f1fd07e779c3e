"""A draft: the facts, the register entries they use, the pictures. A value; everything else is a function of it."""

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pressdesk.model.amendments import Amendment
from pressdesk.model.asides import Aside
from pressdesk.model.facts import Entry, Facts, Organisation, Person, Phrase, Ref, Text
from pressdesk.model.signoff import Issued, Tick


@dataclass(frozen=True, kw_only=True)
class Draft:
    """One press release in the making.

    Attributes:
        facts: what happened, in the nominative.
        register: the entries that the facts refer to, by id. They travel with the draft, so that it reads the same on
            every machine, whatever that machine's own register says.
        images: file name -> bytes.
        words: words that the user accepts in this draft, by language tag.
        ignored: findings set aside, in the order in which that was done.
        amendments: blocks of the finished text that were rewritten by hand.
        final: whether somebody made it final; a draft shows its mark in every export.
        ticks: what people looked at and found right, for the checklist before a release.
        record: the final releases that were made of it, the oldest first. Nothing of it is ever printed.
    """

    facts: Facts = field(default_factory=Facts)
    register: Mapping[str, Entry] = field(default_factory=dict)
    images: Mapping[str, bytes] = field(default_factory=dict)
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ignored: tuple[Aside, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    final: bool = False
    ticks: tuple[Tick, ...] = ()
    record: tuple[Issued, ...] = ()

    def with_facts(self, facts: Facts) -> "Draft":
        """The same draft with other facts."""
        return dataclasses.replace(self, facts=facts)

    def text_of(self, phrase: Phrase) -> Text:
        """The words of a phrase, looked up in the register where it is a reference. Unknown ids give {}."""
        if isinstance(phrase, Ref):
            entry = self.register.get(str(phrase))
            return entry.text if entry else {}
        return phrase

    def person(self, person_id: str) -> tuple[int, Person] | None:
        """Place and person with an id."""
        return next(((i, p) for i, p in enumerate(self.facts.people) if p.id == person_id), None)

    def organisation(self, org_id: str) -> tuple[int, Organisation] | None:
        """Place and organisation with an id."""
        return next(((i, o) for i, o in enumerate(self.facts.organisations) if o.id == org_id), None)


def references(value: Any) -> Iterator[Ref]:
    """Every reference to the register below a value, in order."""
    if isinstance(value, Ref):
        yield value
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for f in dataclasses.fields(value):
            yield from references(getattr(value, f.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from references(item)
