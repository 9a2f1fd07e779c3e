"""Who plays which part where the facts do not say it outright: the two countries, the chairs, who was there.

Everything here is ids of the facts, so that a template may list people whom the facts name in one place only.
"""

from collections.abc import Iterable

from pressdesk.model.facts import Facts, Person


def leads(facts: Facts) -> tuple[str, str]:
    """Actor and counterpart: as given, else the first person and the next; "" where there is nobody."""
    actor = facts.actor or next((p.id for p in facts.people), "")
    other = facts.counterpart or next((p.id for p in facts.people if p.id != actor), "")
    return actor, other


def sides(facts: Facts) -> tuple[str, str]:
    """Our country and the partner: as given, else by the posts of those who met, the place, the countries' order."""
    people = {p.id: p for p in facts.people}
    actor, other = (people.get(identity, Person()).title for identity in leads(facts))
    listed = [c.id for c in facts.countries]
    own = _first((facts.own, actor.of, *listed))
    partner = _first(c for c in (facts.partner, actor.to, other.of, facts.event.place.country, *listed) if c != own)
    return own, partner


def chairs(facts: Facts) -> tuple[str, ...]:
    """Those who chaired; where nobody is named, the heads of both sides."""
    return facts.event.chairs or tuple(filter(None, leads(facts)))


def attendees(facts: Facts) -> tuple[str, ...]:
    """Those to be named as present: both heads, the guests, and whoever the text would not name otherwise.

    Who speaks in a statement is named there, who chaired or organised where that is said.
    """
    speakers = {said.by for said in facts.statements}
    others = (p.id for p in facts.people if p.id not in speakers)
    named = dict.fromkeys((*leads(facts), *facts.event.guests, *others))
    told = {"", *facts.event.chairs, *facts.event.organisers}
    return tuple(one for one in named if one not in told)


def named(facts: Facts) -> frozenset[str]:
    """Those whom the text names with their posts before anybody is quoted as saying something."""
    event, papers = facts.event, (facts.agreement, *facts.agreements)
    signed = (one for paper in papers for one in paper.signatories)
    return frozenset((*leads(facts), *event.guests, *event.chairs, *event.organisers, *signed)) - {""}


def introduced(facts: Facts) -> frozenset[str]:
    """Those whom the text names with their posts before it comes to the outcomes."""
    met = (meeting.with_ for meeting in facts.meetings)
    return (named(facts) | {*met, *(said.by for said in facts.statements)}) - {""}


def delegates(facts: Facts) -> tuple[str, ...]:
    """Those present besides the chairs."""
    return tuple(one for one in attendees(facts) if one not in chairs(facts))


def witnesses(facts: Facts) -> tuple[str, ...]:
    """Those present besides the signatories of the documents."""
    papers = (facts.agreement, *facts.agreements)
    signed = {one for paper in papers for one in paper.signatories}
    return tuple(one for one in attendees(facts) if one not in signed)


def _first(candidates: Iterable[str]) -> str:
    return next((one for one in candidates if one), "")
