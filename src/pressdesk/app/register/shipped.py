"""What is shipped: phrases and stock sentences, countries, organisations and cities, in `resources/register/`.

Everything is read when it is first asked for, never at the start of the program.
"""

from collections.abc import Mapping
from functools import cache

from pressdesk import data
from pressdesk.app.register import tables
from pressdesk.errors import FactsError
from pressdesk.model.draft import references
from pressdesk.model.facts import Country, Entry, Facts, Organisation, Place


@cache
def shipped() -> Mapping[str, Entry]:
    """Every shipped phrase by id. FactsError or TableError names the file and the entry that is wrong."""
    found: dict[str, Entry] = {}
    for path in sorted(data.resources("register", "phrases").glob("*.tsv")):
        for entry in tables.phrases(path):
            if entry.id in found:
                raise FactsError(f"{path.name}: every entry needs an id of its own, “{entry.id}” is not.")
            found[entry.id] = entry
    return found


@cache
def _things(name: str, cls: type) -> Mapping[str, tables.Shipped]:
    """The things of one table or of a folder of tables, by id."""
    folder = data.resources("register")
    paths = [folder / f"{name}.tsv", *sorted((folder / name).glob("*.tsv"))]
    found: dict[str, tables.Shipped] = {}
    for path in paths:
        if not path.is_file():
            continue
        for item in tables.things(path, cls):
            if item.id in found:
                raise FactsError(f"{path.name}: “{item.id}” stands in another table too.")
            found[item.id] = item
    return found


@cache
def countries() -> Mapping[str, Country]:
    """The shipped countries by id, which is the ISO 3166 code in small letters, in the order of the file."""
    return {key: item.thing for key, item in _things("countries", Country).items()}


@cache
def organisations() -> Mapping[str, Organisation]:
    """The shipped organisations and state bodies by id."""
    return {key: item.thing for key, item in _things("organisations", Organisation).items()}


@cache
def cities() -> Mapping[str, Place]:
    """The shipped cities by id: capitals and the seats of diplomacy, each with its country."""
    return {key: item.thing for key, item in _things("cities", Place).items()}


def sources(cls: type) -> Mapping[str, str]:
    """Where the names of the shipped countries, organisations or cities (their class) come from, by id."""
    name = {Country: "countries", Organisation: "organisations", Place: "cities"}[cls]
    return {key: item.source for key, item in _things(name, cls).items()}


def entries_for(facts: Facts, *nearer: Mapping[str, Entry]) -> dict[str, Entry]:
    """The entries that facts refer to: those of `nearer`, the nearest last, else shipped ones.

    Unknown ids are left out.
    """
    known = dict(shipped())
    for entries in nearer:
        known |= entries
    return {str(ref): known[str(ref)] for ref in references(facts) if str(ref) in known}
