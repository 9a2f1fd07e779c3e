"""All case forms of an entry, to approve once: `tables` gives them as the releases would show them, guesses marked."""

import dataclasses
from dataclasses import dataclass

from pressdesk.app.names import CASES
from pressdesk.language.language import load as load_language
from pressdesk.model.facts import Person
from pressdesk.model.forms import Form, How
from pressdesk.model.register import Card, Record
from pressdesk.render.traits import traits_of

TABLES = ("kk", "ru")
KAZAKH = ("NOM", "GEN", "DAT", "ACC", "LOC", "ABL", "INS")
_KINDS = {"person": "person", "organisation": "org", "country": "country", "place": "place"}


@dataclass(frozen=True, slots=True)
class Row:
    """A case of the table and its form; the nominative is as typed."""

    case: str
    form: Form


def tables(record: Record) -> dict[str, tuple[Row, ...]]:
    """The case forms of a record by language, Kazakh and Russian; a language without words is left out.

    Whole sentences have no cases, and contacts stand in no release: both give nothing.
    """
    if isinstance(record.what, Card) or record.kind in ("assessment", "place_fact", "boilerplate", "advice"):
        return {}
    return {tag: rows for tag in TABLES if (rows := table(record, tag))}


def table(record: Record, tag: str) -> tuple[Row, ...]:
    """The case forms in one language, the nominative first; empty where the language lacks words."""
    base = record.names.get(tag, "")
    if not base:
        return ()
    inflector = load_language(tag).inflector
    traits = traits_for(record, tag)
    cases = KAZAKH if tag == "kk" else CASES.get(tag, ("NOM",))
    rows = [Row("NOM", Form(base, How.TYPED))]
    rows += [Row(case, inflector.form(base, case, traits)) for case in cases if case != "NOM"]
    return tuple(rows)


def traits_for(record: Record, tag: str) -> dict[str, str]:
    """What the inflector is told of the record's name."""
    what = record.what
    traits = traits_of(what, tag, _KINDS.get(record.kind, ""))
    if isinstance(what, Person):
        return {**traits, "given": what.given.get(tag, ""), "family": what.family.get(tag, "")}
    return traits


def guesses(record: Record) -> int:
    """How many of the forms are guesses."""
    return sum(row.form.guessed for rows in tables(record).values() for row in rows)


def with_harmony(record: Record, harmony: str) -> Record:
    """The record whose Kazakh name takes back or front endings; "" leaves it to the letters again."""
    what = record.what
    if isinstance(what, Card):
        raise TypeError("a contact has no case forms")
    return record.with_what(dataclasses.replace(what, kk=dataclasses.replace(what.kk, harmony=harmony)))


def with_form(record: Record, tag: str, case: str, words: str) -> Record:
    """The record with a stored form, which beats every rule; "" takes it out again."""
    what = record.what
    if isinstance(what, Card) or tag not in TABLES:
        raise TypeError("only Kazakh and Russian names have case forms")
    traits = what.kk if tag == "kk" else what.ru
    forms = {key: form for key, form in traits.forms.items() if key != case}
    if words:
        forms[case] = words
    if tag == "kk":
        return record.with_what(dataclasses.replace(what, kk=dataclasses.replace(what.kk, forms=forms)))
    return record.with_what(dataclasses.replace(what, ru=dataclasses.replace(what.ru, forms=forms)))
