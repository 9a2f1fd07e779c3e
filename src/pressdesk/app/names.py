"""The draft's own names, for the checkers: what stands in the form is right in the text, in all its forms."""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pressdesk.language.language import Language
from pressdesk.model.draft import Draft
from pressdesk.model.facts import (
    Country,
    Headline,
    Hours,
    Issuer,
    Notice,
    Organisation,
    Person,
    PhotoFacts,
    Place,
    Quote,
    Ref,
)
from pressdesk.model.traits import Traits
from pressdesk.render.traits import traits_of

Entry = tuple[str, dict[str, str]]
LONGEST = 300  # code points; what is longer is no name
PHRASE = "phrase"  # the kind of an entry that holds names among other words
PROSE = (Headline, Hours, Notice, PhotoFacts, Quote, Traits)  # free text; and what has a name of its own
CASES = {
    "ru": ("NOM", "GEN", "DAT", "ACC", "INS", "LOC"),
    "en": ("NOM", "POSS"),
    "pt": ("NOM",),
}


def entries(draft: Draft, language: str) -> list[Entry]:
    """Every proper name of the draft in a language with its traits: (nominative, traits).

    Of a person the given name, the family name and both together; of an organisation name and short name. Words that
    the user accepts in this draft come last, without traits.
    """
    found = [entry for entry in _named(draft, language) if entry[0].strip() and len(entry[0]) <= LONGEST]
    found += [(word, {}) for word in draft.words.get(language, ())]
    return list({base: (base, traits) for base, traits in found}.values())


def kept(subjects: Iterable[object], language: str) -> list[Entry]:
    """The names of what somebody keeps in a register, as `entries` has those of a draft; the nameless are left out."""
    found = (entry for subject in subjects for entry in _subject(subject, language))
    return list({base: (base, traits) for base, traits in found if base.strip() and len(base) <= LONGEST}.values())


def _subject(subject: object, language: str) -> Iterator[Entry]:
    if isinstance(subject, Person):
        yield from _person(subject, language)
    elif isinstance(subject, Organisation):
        yield from _body(subject, language)
    elif isinstance(subject, Country):
        yield from _country(subject, language)
    elif isinstance(subject, Place):
        yield from _place(subject, language)


def _named(draft: Draft, language: str) -> Iterator[Entry]:
    facts = draft.facts
    for person in facts.people:
        yield from _person(person, language)
    for organisation in facts.organisations:
        yield from _body(organisation, language)
    yield from _body(facts.issuer, language)
    for country in facts.countries:
        yield from _country(country, language)
    for place in (facts.event.place, facts.cause.place):
        yield from _place(place, language)
    yield facts.dateline.city.get(language, ""), {"kind": "place"}
    for tag in ("kk", "ru", "en", "pt"):
        yield facts.photo.credit.get(tag, ""), {}


def phrases(draft: Draft, language: str) -> list[Entry]:
    """Every phrase of the draft in a language, of the register too: topics, points, proper titles, posts, units.

    They hold names that stand nowhere else («Lamerinho зауыты», «Лиссабон-2027»). Prose is not among them: what it says
    is checked like any text.
    """
    found = (text for text in _texts(draft, draft.facts, language) if text.strip() and len(text) <= LONGEST)
    return [(text, {"kind": PHRASE}) for text in dict.fromkeys(found)]


def _texts(draft: Draft, value: Any, language: str) -> Iterator[str]:
    if isinstance(value, Ref | Mapping):
        text = draft.text_of(value).get(language, "")
        yield text if isinstance(text, str) else ""
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(draft, item, language)
    elif isinstance(value, Person):
        yield from _texts(draft, value.title, language)
    elif isinstance(value, Organisation | Place):
        yield from _texts(draft, value.descriptor, language)
    elif dataclasses.is_dataclass(value) and not isinstance(value, PROSE):
        for field in dataclasses.fields(value):
            yield from _texts(draft, getattr(value, field.name), language)


def _person(person: Person, language: str) -> Iterator[Entry]:
    traits = traits_of(person, language, "person")
    given, family = person.given.get(language, ""), person.family.get(language, "")
    parts = [(given, "given"), (family, "family")]
    if person.name_order == "family_first":
        parts.reverse()
    plain = {key: value for key, value in traits.items() if not key.startswith("form:")}
    yield " ".join(name for name, _ in parts if name), {**traits, "given": given, "family": family}
    (first, _), (last, kind) = parts  # what is stored of endings is the last name's
    yield first, {key: value for key, value in plain.items() if key not in ("harmony", "possessed")}
    yield last, traits if kind == "family" else plain


def _body(body: Organisation | Issuer, language: str) -> Iterator[Entry]:
    traits = traits_of(body, language, "org")
    yield body.name.get(language, ""), traits
    yield body.short.get(language, ""), {"kind": "abbreviation"}
    if isinstance(body, Organisation):
        yield body.abbreviation.get(language, ""), {"kind": "abbreviation"}


def _country(country: Country, language: str) -> Iterator[Entry]:
    yield country.name.get(language, ""), traits_of(country, language, "country")
    yield country.official.get(language, ""), {"kind": "country"}
    yield country.adjective.get(language, ""), {"kind": "adjective"}


def _place(place: Place, language: str) -> Iterator[Entry]:
    yield place.name.get(language, ""), traits_of(place, language, "place")


def all_forms(draft: Draft, language: Language) -> set[str]:
    """Every name in every case the language has, as plain strings: what LanguageTool must not call a mistake."""
    return forms_of(entries(draft, language.tag), language)


def forms_of(named: Iterable[Entry], language: Language) -> set[str]:
    """Every form of these names, as `all_forms` has them."""
    forms: set[str] = set()
    for base, traits in named:
        for case in _cases(language.tag, traits):
            forms.add(language.inflector.form(base, case, traits).text)
    return forms


def _cases(tag: str, traits: dict[str, str]) -> tuple[str, ...]:
    """The forms to make of a name; an adjective stands in the plural too («сальванских коллег»)."""
    cases = CASES.get(tag, ("NOM",))
    if tag == "ru" and traits.get("kind") == "adjective":
        return (*cases, *(f"PL+{case}" for case in cases if case != "NOM"), "PL")
    return cases
