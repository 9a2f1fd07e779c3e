"""The facts of a release as frozen values: the vocabulary of the facts file, and nothing else.

Every text is a mapping from a language's short tag to the words **in the nominative**; a missing language is allowed.
A `Phrase` is either such a mapping or the id of an entry of the register (in JSON an object or a string). Reading and
writing JSON is `codec.py`; asking for what is missing or odd is `check.py`. Who and where is in `parties.py`.
"""

import datetime as dt
from dataclasses import dataclass, field

from pressdesk.model.parties import Country, Issuer, Organisation, Person, Phrase, Place, Ref, Text, Title, named
from pressdesk.model.traits import Traits

__all__ = [
    "Accreditation",
    "Agreement",
    "Attribution",
    "Cause",
    "Closing",
    "Contact",
    "Country",
    "Dateline",
    "Decree",
    "Embargo",
    "Entry",
    "Event",
    "Facts",
    "Figure",
    "Headline",
    "Hours",
    "Invitation",
    "Issuer",
    "Meeting",
    "Next",
    "Notice",
    "Occasion",
    "Organisation",
    "Outcome",
    "Person",
    "PhotoFacts",
    "Phrase",
    "Place",
    "Quote",
    "Ref",
    "Site",
    "Statement",
    "Step",
    "Text",
    "Title",
    "named",
]


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
class Event:
    """What happened. `title` is a proper title, shown in quotation marks; `end` the last day where there are several.

    `ordinal` says which of a row («екінші раунды»), `format` is "online" or "hybrid". Initiator, organisers, chairs and
    guests are ids of people, organisations or countries. Of consultations and of a commission's or council's session
    `title` is the official name of what met, shown without quotation marks. `b2b_count` says how many talks companies
    held among themselves.
    """

    kind: str = ""
    title: Text = field(default_factory=dict)
    ordinal: int | None = None
    place: Place = field(default_factory=Place)
    date: dt.date | None = None
    end: dt.date | None = None
    time: dt.time | None = None
    format: str = ""
    initiator: str | Text = ""
    organisers: tuple[str, ...] = ()
    chairs: tuple[str, ...] = ()
    guests: tuple[str, ...] = ()
    participants_count: int | None = None
    participants_approx: str = ""
    works_count: int | None = None
    b2b_count: int | None = None
    under_aegis: str | Text = ""
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
    """A document signed: kind agreement, memorandum, protocol, declaration or plan; its proper title.

    Signatories and parties are ids; `in_force` the day it enters into force.
    """

    kind: str = ""
    title: Text = field(default_factory=dict)
    number: str = ""
    signatories: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    date: dt.date | None = None
    in_force: dt.date | None = None


@dataclass(frozen=True, kw_only=True)
class Statement:
    """What one side said, in one phrase in the nominative: kind stressed, informed, interest, supported, thanked,
    proposed or welcomed («маңыздылығын атап өтті» of «ынтымақтастықтың маңыздылығы»)."""

    kind: str = ""
    by: str = ""
    what: Phrase = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Decree:
    """The act by which somebody is appointed: whose it is (a person's id), number, date."""

    by: str = ""
    number: str = ""
    date: dt.date | None = None


@dataclass(frozen=True, kw_only=True)
class Next:
    """The next session of a row: where and when."""

    place: Place = field(default_factory=Place)
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
    victims: int | bool | str | Text | None = None


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
    """One line of opening hours: the day or days (a code such as "mon" or "mon-fri", or words), from when to when."""

    day: str | Text = ""
    days: str | Text = ""
    open: str = ""
    close: str = ""
    from_: str = field(default="", metadata=named("from"))
    to: str = ""
    text: Text = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Notice:
    """A consular notice: kind closed_days, changed_hours or safety. `advice` are whole sentences, polite and plural,
    that say what to do; `from` and `to` the first and the last day, `resume` the day when work goes on."""

    kind: str = ""
    from_: dt.date | None = field(default=None, metadata=named("from"))
    to: dt.date | None = None
    resume: dt.date | None = None
    reason: Text = field(default_factory=dict)
    advice: tuple[Phrase, ...] = ()
    emergency_phone: str = ""
    email: str = ""
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
    """Who reports: source (an organisation's or the issuer's id), unit, verb; position after_lead, after_2 or none."""

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
    """All the facts of one release. Absent parts are empty values, never None, so that a template can ask for any.

    `actor` is whom the release is about, `counterpart` the one met, rung, addressed or received. `points` is what our
    side told, `wishes` what a letter wishes, `positions` what a statement says, `calls` what it calls for, `career` an
    envoy's earlier posts: each a phrase in the nominative.
    """

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
    counterpart: str = ""
    countries: tuple[Country, ...] = ()
    people: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    event: Event = field(default_factory=Event)
    purposes: tuple[Phrase, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    programme: tuple[Step, ...] = ()
    topics: tuple[Phrase, ...] = ()
    points: tuple[Phrase, ...] = ()
    statements: tuple[Statement, ...] = ()
    quote: Quote = field(default_factory=Quote)
    agreement: Agreement = field(default_factory=Agreement)
    agreements: tuple[Agreement, ...] = ()
    next: Next = field(default_factory=Next)
    decree: Decree = field(default_factory=Decree)
    career: tuple[Phrase, ...] = ()
    wishes: tuple[Phrase, ...] = ()
    positions: tuple[Phrase, ...] = ()
    calls: tuple[Phrase, ...] = ()
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

    `kind` is topic, point, said (what a side stressed, proposed or welcomed), outcome, measure (what a figure is of),
    wish, role, descriptor, place_fact, district, classifier, assessment and advice (whole sentences), credit (of a
    photo) or boilerplate (what stands under every release of a house), among others; `about` the id of what it
    describes; `checked` says by whom and when.
    """

    id: str = ""
    kind: str = ""
    about: str = ""
    text: Text = field(default_factory=dict)
    checked: str = ""
    source: str = ""
