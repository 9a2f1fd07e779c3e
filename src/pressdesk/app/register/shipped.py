"""The register: phrases, descriptors and stock sentences to choose from; shipped in `resources/register/`."""

import tomllib
from collections.abc import Mapping
from functools import cache

from pressdesk import data
from pressdesk.errors import FactsError
from pressdesk.model.codec import decode
from pressdesk.model.draft import Draft, references
from pressdesk.model.facts import Country, Entry, Facts


@cache
def shipped() -> Mapping[str, Entry]:
    """Every shipped entry by id. FactsError names the file and the entry that is wrong."""
    found: dict[str, Entry] = {}
    for path in sorted(data.resources("register").glob("*.toml")):
        try:
            raw = tomllib.loads(path.read_text(encoding="utf-8"))
        except tomllib.TOMLDecodeError as error:
            raise FactsError(f"{path}: this is not valid TOML: {error}.") from None
        for index, item in enumerate(raw.get("entry", [])):
            entry = decode(Entry, item, place=f"{path.name}: entry[{index}]")
            if not entry.id or entry.id in found:
                raise FactsError(
                    f"{path.name}: entry[{index}]: every entry needs an id of its own, “{entry.id}” is not."
                )
            found[entry.id] = entry
    return found


@cache
def countries() -> Mapping[str, Country]:
    """The shipped countries by id, in the order of the file."""
    path = data.resources("register", "countries.toml")
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    found = [decode(Country, item, place=f"{path.name}: country[{i}]") for i, item in enumerate(raw["country"])]
    return {country.id: country for country in found}


def entries_for(facts: Facts, own: Mapping[str, Entry]) -> dict[str, Entry]:
    """The entries that facts refer to: the draft's own first, then the shipped ones. Unknown ids are left out."""
    known = {**shipped(), **own}
    return {str(ref): known[str(ref)] for ref in references(facts) if str(ref) in known}


def offers(kind: str, query: str, draft: Draft) -> list[Entry]:
    """Entries of a kind whose words hold the query, in any language; the draft's own first, then by their words.

    An empty kind offers every kind.
    """
    wanted = query.casefold().strip()
    known = {**shipped(), **draft.register}

    def fits(entry: Entry) -> bool:
        return (not kind or entry.kind == kind) and (
            not wanted or any(wanted in words.casefold() for words in entry.text.values())
        )

    chosen = [entry for entry in known.values() if fits(entry)]
    return sorted(chosen, key=lambda e: (e.id not in draft.register, e.text.get("kk", "")))
