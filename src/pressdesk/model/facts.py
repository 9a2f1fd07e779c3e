"""The facts of a release as frozen values: the vocabulary of the facts file, and nothing else.

Every text is a mapping from a language's short tag to the words **in the nominative**; a missing language is allowed.
A `Phrase` is either such a mapping or the id of an entry of the register (in JSON an object or a string). Reading and
writing JSON is `codec.py`; asking for what is missing or odd is `check.py`.
"""

import datetime as dt
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
    """A country: short and official name, the adjective («португалдық»), the region it belongs to («Еуропа»)."""

    id: str = ""
    name: Text = field(default_factory=dict)
    official: Text = field(default_factory=dict)
    adjective: Text = field(default_factory=dict)
    region: Text = field(default_factory=dict)


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
    """An organisation. `descriptor` says what it makes or is, in one phrase, for brackets or apposition."""

    id: str = ""
    name: Text = field(default_factory=dict)
    short: Text = field(default_factory=dict)
    descriptor: Phrase = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Place(Traits):
    """A place: type city, region, venue or country. `descriptor` is one phrase («… орталықтарының бірі»)."""

    type: str = ""
    name: Text = field(default_factory=dict)
    country: str = ""
    descriptor: Phrase = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Dateline:
    """Where and when the release is dated."""

    city: Text = field(default_factory=dict)
    date: dt.date | None = None


@dataclass(frozen=True, kw_only=True)
class Embargo:
    """Not to be published before `until`, which carries its zone."""

    until: dt.datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Issuer(Traits):
    """The body that issues the release."""

    id: str = ""
    name: Text = field(default_factory=dict)
    short: Text = field(default_factory=dict)
    address: Text = field(default_factory=dict)
    site: str = ""


@dataclass(frozen=True, kw_only=True)
class Event:
    """What happened. `title` is a proper title, shown in quotation marks."""

    kind: str = ""
    title: Text = field(default_factory=dict)
    place: Place = field(default_factory=Place)
    date: dt.date | None = None
    time: dt.time | None = None
    initiator: str = ""
    organisers: tuple[str, ...] = ()
    participants_count: int | None = None
    participants_approx: str = ""
    works_count: int | None = None
    under_aegis: str = ""
    accredited_since: str = ""


@dataclass(frozen=True, kw_only=True)
class Meeting:
    """A meeting: with whom (a person's id), about what."""

    with_: str = field(default="", metadata=named("with"))
    topics: tuple[Phrase, ...] = ()
    assessment: Phrase = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Site:
    """A company visited: the organisation's id."""

    org: str = ""


@dataclass(frozen=True, kw_only=True)
class Invitation:
    """Whom a host invited to study: who («студент»), in which field («инженерлік мамандықтар»)."""

    who: tuple[Phrase, ...] = ()
    field_: Phrase = field(default_factory=dict, metadata=named("field"))


@dataclass(frozen=True, kw_only=True)
class Step:
    """One step of a visit's programme.

    `kind` says which: meeting (with, topics, assessment), round_table (count, organisers, organisers_role, topic),
    briefing (points, discussed, attention), interest (what), site_visit (sites, classifier, ready), university_visit
    (org, units, host, stated, invited). Organisers are ids of people or organisations.
    """

    kind: str = ""
    with_: str = field(default="", metadata=named("with"))
    topics: tuple[Phrase, ...] = ()
    assessment: Phrase = field(default_factory=dict)
    count: int | None = None
    organisers: tuple[str, ...] = ()
    organisers_role: str = ""
    topic: Phrase = field(default_factory=dict)
    points: tuple[Phrase, ...] = ()
    discussed: tuple[Phrase, ...] = ()
    attention: Phrase = field(default_factory=dict)
    what: Text = field(default_factory=dict)
    sites: tuple[Site, ...] = ()
    classifier: Phrase = field(default_factory=dict)
    ready: Phrase = field(default_factory=dict)
    org: str = ""
    units: tuple[Phrase, ...] = ()
    host: str = ""
    stated: Phrase = field(default_factory=dict)
    invited: Invitation = field(default_factory=Invitation)


@dataclass(frozen=True, kw_only=True)
class Quote:
    """Words of a person, as spoken or translated."""

    by: str = ""
    text: Text = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Agreement:
    """A document signed."""

    kind: str = ""
    title: Text = field(default_factory=dict)
    signatories: tuple[str, ...] = ()
    date: dt.date | None = None


@dataclass(frozen=True, kw_only=True)
class Occasion:
    """What a congratulation is for."""

    kind: str = ""
    text: Text = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Cause:
    """What a condolence is for."""

    kind: str = ""
    place: Place = field(default_factory=Place)
    text: Text = field(default_factory=dict)
    victims: int | str | None = None


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A figure: kind growth, amount, count or share; `what` it is of; `approx` is "over" or "about"."""

    kind: str = ""
    what: Phrase = field(default_factory=dict)
    value: int | float | None = None
    approx: str = ""
    unit: str = ""
    currency: str = ""


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """A result: kind readiness, memorandum, invited, thanked ...; by whom; what."""

    kind: str = ""
    by: str = ""
    what: Phrase = field(default_factory=dict)
    parties: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Hours:
    """One line of opening hours."""

    day: str = ""
    days: str = ""
    open: str = ""
    close: str = ""
    from_: str = field(default="", metadata=named("from"))
    to: str = ""
    text: Text = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Notice:
    """A consular notice."""

    kind: str = ""
    from_: dt.date | None = field(default=None, metadata=named("from"))
    to: dt.date | None = None
    resume: dt.date | None = None
    reason: Text = field(default_factory=dict)
    emergency_phone: str = ""
    hours: tuple[Hours | str | Text, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Contact:
    """Where to write or ring."""

    email: str = ""
    phone: str = ""


@dataclass(frozen=True, kw_only=True)
class Accreditation:
    """Until when and with whom journalists register."""

    deadline: dt.date | None = None
    contact: Contact = field(default_factory=Contact)


@dataclass(frozen=True, kw_only=True)
class Attribution:
    """Who reports: source (an organisation's or the issuer's id), unit, verb; position after_lead or after_2."""

    source: str = ""
    unit: Text = field(default_factory=dict)
    verb: Text = field(default_factory=dict)
    position: str = ""


@dataclass(frozen=True, kw_only=True)
class PhotoFacts:
    """The photo: its file's name within the draft, whose it is, what is seen on it."""

    file: str = ""
    credit: Text = field(default_factory=dict)
    alt: Text = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Headline:
    """How the headline is made: kind "visit", "attention" (sectors) or "free" (text)."""

    kind: str = ""
    sectors: tuple[Phrase, ...] = ()
    text: Text = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Closing:
    """The last sentence: who is ready to cooperate («қалалық билік»), kind ready_to_cooperate."""

    kind: str = ""
    by: Phrase = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Facts:
    """All the facts of one release. Absent parts are empty values, never None, so that a template can ask for any."""

    id: str = ""
    type: str = ""
    languages: tuple[str, ...] = ()
    invented: bool = False
    disclaimer: str | Text = ""
    headline: Headline = field(default_factory=Headline)
    dateline: Dateline = field(default_factory=Dateline)
    embargo: Embargo = field(default_factory=Embargo)
    issuer: Issuer = field(default_factory=Issuer)
    own: str = ""
    partner: str = ""
    actor: str = ""
    countries: tuple[Country, ...] = ()
    people: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    event: Event = field(default_factory=Event)
    purposes: tuple[Phrase, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    programme: tuple[Step, ...] = ()
    topics: tuple[Phrase, ...] = ()
    quote: Quote = field(default_factory=Quote)
    agreement: Agreement = field(default_factory=Agreement)
    occasion: Occasion = field(default_factory=Occasion)
    cause: Cause = field(default_factory=Cause)
    facts: tuple[Figure, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    audience: Text = field(default_factory=dict)
    notice: Notice = field(default_factory=Notice)
    accreditation: Accreditation = field(default_factory=Accreditation)
    blurb: tuple[Phrase, ...] = ()
    closing: Closing = field(default_factory=Closing)
    attribution: Attribution = field(default_factory=Attribution)
    photo: PhotoFacts = field(default_factory=PhotoFacts)


@dataclass(frozen=True, kw_only=True)
class Entry(Traits):
    """An entry of the register: a phrase, or one sentence about its own entry, in each language.

    `kind` is topic, point, descriptor, assessment, place_fact, role or classifier; `about` the id of what it describes;
    `checked` says by whom and when.
    """

    id: str = ""
    kind: str = ""
    about: str = ""
    text: Text = field(default_factory=dict)
    checked: str = ""
    source: str = ""
