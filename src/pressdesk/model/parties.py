"""Who and where: countries, people, organisations, places, and the texts by language that they are made of.

`Text` and `Phrase` are explained in `facts.py`, which everything else imports these from.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pressdesk.model.traits import Traits

Text = Mapping[str, str]
"""Words by language tag: {"kk": "Брага", "ru": "Брага", "en": "Braga"}."""


class Ref(str):
    """The id of an entry of the register, where a phrase may stand."""

    __slots__ = ()


Phrase = Text | Ref


def named(name: str) -> dict[str, str]:
    """Metadata of a field whose key in JSON is not a Python name, such as `with`."""
    return {"json": name}


@dataclass(frozen=True, kw_only=True)
class Country(Traits):
    """A country: short and official name, the adjective («португалдық»), the region it belongs to («Еуропа»).

    `capital` is the seat of its government by the name alone; the city's own traits are the register's.
    """

    id: str = ""
    name: Text = field(default_factory=dict)
    official: Text = field(default_factory=dict)
    adjective: Text = field(default_factory=dict)
    region: Text = field(default_factory=dict)
    capital: Text = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Title:
    """A post. `role` names it; `of` and `to` are countries, `org` an organisation, `text` the role's own words.

    `district` is the area of an honorary consul, `portfolio` what a vice-rector answers for.
    """

    role: str = ""
    of: str = ""
    to: str = ""
    org: str = ""
    text: Text = field(default_factory=dict)
    district: Phrase = field(default_factory=dict)
    portfolio: tuple[Phrase, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Person(Traits):
    """A person. `name_order` is "family_first" for names such as Си Цзиньпин; `gender` is "m" or "f"."""

    id: str = ""
    given: Text = field(default_factory=dict)
    family: Text = field(default_factory=dict)
    name_order: str = ""
    gender: str = ""
    title: Title = field(default_factory=Title)


@dataclass(frozen=True, kw_only=True)
class Organisation(Traits):
    """An organisation: official name, short name, abbreviation; the country it belongs to, its site.

    `descriptor` says what it makes or is, in one phrase, for brackets or apposition.
    """

    id: str = ""
    name: Text = field(default_factory=dict)
    short: Text = field(default_factory=dict)
    abbreviation: Text = field(default_factory=dict)
    country: str = ""
    site: str = ""
    descriptor: Phrase = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Place(Traits):
    """A place: type city, region, venue or country. `descriptor` is one phrase («… орталықтарының бірі»)."""

    type: str = ""
    name: Text = field(default_factory=dict)
    country: str = ""
    descriptor: Phrase = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Issuer(Traits):
    """The body that issues the release."""

    id: str = ""
    name: Text = field(default_factory=dict)
    short: Text = field(default_factory=dict)
    address: Text = field(default_factory=dict)
    site: str = ""
