"""Names of a draft that are spelt otherwise than the register spells them. Start at `misspelt` and `findings`.

A name of the draft and a record of the register are taken for the same thing where they share an id and a name, where
they are called the same in another language and alike in this one, or where they differ by a letter or two. What the
register itself knows as a name, of whatever kind, is never a misspelling: Austria is no Australia.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from pressdesk.app.register.layers import Layers, Whole, shipped_records
from pressdesk.app.register.search import folded
from pressdesk.errors import FactsError
from pressdesk.language.language import load as load_language
from pressdesk.model.draft import Draft
from pressdesk.model.facts import Country, Entry, Issuer, Organisation, Person, Place, Text
from pressdesk.model.findings import Finding, Kind, Severity, Suggestion
from pressdesk.model.register import Record, person_name
from pressdesk.model.release import Block, Origin, Release
from pressdesk.render.traits import traits_of
from pressdesk.text.edits import distance
from pressdesk.text.messages import Messages

RULE = "register.name"
SHORTEST = 5  # letters; shorter names differ by a letter by their nature (Иран, Ирак)
LONG = 9  # letters from which two slips are still the same name
ALIKE = {"person": 0.6, "organisation": 0.75, "country": 0.75, "place": 0.75}
"""How much two spellings must share (0 to 1) where only another language says that they are the same."""


@dataclass(frozen=True, slots=True)
class Misspelt:
    """A name of the draft: the path of its fact without the language, what stands there, what the register says, whose
    name that is there."""

    path: str
    language: str
    typed: str
    meant: str
    record: Record


class _Names:
    """What records are called, for a look-up of near names: by language and by the letters left when one is dropped."""

    def __init__(self, records: Iterator[Record]) -> None:
        self.all: dict[str, dict[str, list[Record]]] = {}
        self._near: dict[tuple[str, str, str], list[Record]] = {}
        for record in records:
            for tag, names in _spellings(record).items():
                for name in names:
                    self.all.setdefault(tag, {}).setdefault(name, []).append(record)
            if record.kind in ALIKE or record.kind == "credit":
                for tag, name in record.names.items():
                    for rest in _dropped(folded(name)):
                        self._near.setdefault((record.kind, tag, rest), []).append(record)

    def near(self, kind: str, tag: str, name: str) -> dict[str, Record]:
        """Records of a kind, by id, whose name in a language is that name or a letter or two away."""
        found = (r for rest in _dropped(folded(name)) for r in self._near.get((kind, tag, rest), ()))
        return {record.id: record for record in found}


@lru_cache(maxsize=1)
def _shipped() -> _Names:
    return _Names(iter(shipped_records().values()))


@lru_cache(maxsize=4)
def _own(book: Whole) -> _Names:
    return _Names(iter(book.book))


def misspelt(draft: Draft, layers: Layers) -> Iterator[Misspelt]:
    """Every name of the draft that the register spells otherwise, each language by itself."""
    looker = _Looker(layers)
    facts = draft.facts
    for index, person in enumerate(facts.people):
        yield from looker.person(person, f"people[{index}]")
    for index, organisation in enumerate(facts.organisations):
        yield from looker.named("organisation", organisation, organisation.id, f"organisations[{index}]")
    for index, country in enumerate(facts.countries):
        yield from looker.named("country", country, country.id, f"countries[{index}]")
    yield from looker.named("organisation", facts.issuer, facts.issuer.id, "issuer")
    places = (("event.place", facts.event.place), ("next.place", facts.next.place), ("cause.place", facts.cause.place))
    for path, place in places:
        yield from looker.named("place", place, "", path)
    yield from looker.text("place", facts.dateline.city, "dateline.city")
    yield from looker.text("credit", facts.photo.credit, "photo.credit")


class _Looker:
    """Looks names up in both layers."""

    def __init__(self, layers: Layers) -> None:
        self._layers = layers
        self._shelves = (_own(Whole(layers.own)), _shipped())

    def person(self, person: Person, path: str) -> Iterator[Misspelt]:
        """The parts of a person's name that are spelt otherwise."""
        names = {tag: person_name(person, tag) for tag in {*person.given, *person.family}}
        record = self._meant("person", names, person.id, person)
        if record is None or not isinstance(record.what, Person):
            return
        for part in ("given", "family"):
            mine, theirs = getattr(person, part), getattr(record.what, part)
            for tag in mine:
                if mine[tag] and theirs.get(tag, mine[tag]) != mine[tag] and not self._known(tag, names[tag]):
                    yield Misspelt(f"{path}.{part}", tag, mine[tag], theirs[tag], record)

    def named(
        self, kind: str, what: Organisation | Country | Issuer | Place, name: str, path: str
    ) -> Iterator[Misspelt]:
        """The name of something that has one."""
        yield from self.text(kind, what.name, f"{path}.name", name, what)

    def text(self, kind: str, text: Text, path: str, name: str = "", what: object = None) -> Iterator[Misspelt]:
        """A name by language."""
        record = self._meant(kind, text, name, what)
        if record is None:
            return
        for tag, typed in text.items():
            meant = record.names.get(tag, "")
            if typed and meant and typed != meant and not self._known(tag, typed):
                yield Misspelt(path, tag, typed, meant, record)

    def _known(self, tag: str, name: str) -> bool:
        """Whether the register has this very spelling, of whatever kind."""
        return any(name in shelf.all.get(tag, {}) for shelf in self._shelves)

    def _meant(self, kind: str, names: Mapping[str, str], record_id: str, what: object) -> Record | None:
        """The one record that is meant by names of which some differ from it; None where none is, or several are."""
        known = self._layers.record(record_id) if record_id else None
        if known is not None and known.kind == kind and any(names[tag] == known.names.get(tag) for tag in names):
            return known
        found: dict[str, Record] = {}
        for tag, name in names.items():
            for number, shelf in enumerate(self._shelves):
                near = {r.id: r for r in shelf.all.get(tag, {}).get(name, ()) if r.kind == kind and not number}
                near |= shelf.near(kind, tag, name) if len(name) >= SHORTEST else {}
                found |= {key: r for key, r in near.items() if not number or not self._layers.is_own(key)}
        fitting = [record for record in found.values() if _may_be(kind, names, record, what)]
        same = [record for record in fitting if any(names[tag] == record.names.get(tag) for tag in names)]
        chosen = same or fitting
        return chosen[0] if len(chosen) == 1 else None


def _may_be(kind: str, names: Mapping[str, str], record: Record, what: object) -> bool:
    """Whether names and a record can be of the same thing: alike in every language, nothing else against it."""
    there = record.what
    if isinstance(what, Person) and isinstance(there, Person) and {what.gender, there.gender} == {"m", "f"}:
        return False
    here, its = getattr(what, "country", ""), getattr(there, "country", "")
    if here and its and here != its:
        return False
    shared = [tag for tag in names if names[tag] and record.names.get(tag)]
    equal = any(names[tag] == record.names[tag] for tag in shared)
    for tag in shared:
        one, other = names[tag], record.names[tag]
        if [c for c in one if c.isdigit()] != [c for c in other if c.isdigit()]:
            return False
        if equal and SequenceMatcher(None, folded(one), folded(other), autojunk=False).ratio() < ALIKE.get(kind, 0.8):
            return False
        if not equal and not _near(folded(one), folded(other)):
            return False
    return bool(shared)


def _near(one: str, other: str) -> bool:
    """Whether two names differ by one slip, or by two where they are long."""
    return one == other or distance(one, other) <= (2 if min(len(one), len(other)) >= LONG else 1)


def _spellings(record: Record) -> dict[str, list[str]]:
    """Every name of a record by language, the short and official ones too."""
    found = {tag: [name] for tag, name in record.names.items()}
    for part in ("short", "abbreviation", "official", "capital"):
        words = getattr(record.what, part, None)
        if isinstance(words, Mapping) and not isinstance(record.what, Entry):
            for tag, name in words.items():
                found.setdefault(tag, []).append(name)
    return found


def _dropped(name: str) -> set[str]:
    return {name, *(name[:i] + name[i + 1 :] for i in range(len(name)))}


# --- in the finished text --------------------------------------------------------------------------------------------


def findings(draft: Draft, release: Release, layers: Layers, ui_language: str) -> Iterator[Finding]:
    """A warning for each misspelt name of a release, where it first stands; what is suggested has the place's form."""
    say = Messages(ui_language).say
    for wrong in misspelt(draft, layers):
        if wrong.language != release.language:
            continue
        place = _first(release, wrong.path)
        if place is None:
            continue
        block, origin = place
        yield Finding(
            block=block.id,
            span=origin.span,
            text=origin.span.of(block.text),
            rule=RULE,
            kind=Kind.FACTS,
            severity=Severity.WARNING,
            message=say("finding.register", typed=wrong.typed, meant=wrong.meant),
            suggestions=(Suggestion(_suggested(wrong, origin), "register"),),
            proofer="register",
            field=wrong.path,
        )


def _first(release: Release, path: str) -> tuple[Block, Origin] | None:
    """The first words of a text that come from a fact; a whole name stands for its parts."""
    owner = path.rpartition(".")[0]
    for block in release.blocks:
        for origin in block.origins:
            if origin.field == path or (owner.startswith("people[") and origin.field == owner):
                return block, origin
    return None


def _suggested(wrong: Misspelt, origin: Origin) -> str:
    """The register's spelling in the form in which the words stand there."""
    base = origin.base.replace(wrong.typed, wrong.meant) if wrong.typed in origin.base else wrong.meant
    if not origin.features:
        return base
    what = wrong.record.what
    traits = traits_of(what, wrong.language, {"organisation": "org"}.get(wrong.record.kind, wrong.record.kind))
    if isinstance(what, Person):
        parts = {"given": what.given.get(wrong.language, ""), "family": what.family.get(wrong.language, "")}
        traits = {**traits, **parts}
    try:
        return load_language(wrong.language).inflector.form(base, origin.features, traits).text
    except FactsError:
        return base
