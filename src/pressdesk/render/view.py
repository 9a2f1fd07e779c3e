"""What a template may see of a draft: mappings of words, nothing with a method.

The view follows the facts' own names (`actor`, `event.place`, `programme`); ids have been replaced by what they name,
references to the register by its words. A fact that stands in another language but not in this one is a gap, shown and
listed; one that stands nowhere is simply absent, and false in an `if`.
"""

import dataclasses
import datetime as dt
import typing
from collections.abc import Mapping
from typing import Any

from pressdesk.language.language import Language
from pressdesk.language.titles import titles
from pressdesk.model.codec import keys
from pressdesk.model.draft import Draft
from pressdesk.model.facts import (
    Agreement,
    Country,
    Entry,
    Event,
    Facts,
    Hours,
    Issuer,
    Meeting,
    Organisation,
    Person,
    Place,
    Ref,
    Step,
    Text,
    Title,
)
from pressdesk.model.house import House
from pressdesk.model.release import Source
from pressdesk.render import cast, hours
from pressdesk.render.agreement import agreeing, gender_of
from pressdesk.render.house import OTHER, Slot, phrases_of
from pressdesk.render.inflection import compose, join, spaced
from pressdesk.render.nodes import Items, Missing, Moment, Node, Number, spoken_of
from pressdesk.render.shipped import worded
from pressdesk.render.spelling import LATIN, foreign, spelling
from pressdesk.render.traits import traits_of
from pressdesk.render.words import Atom, Words, clean

IDS = {
    "with": "party", "by": "party", "host": "party", "actor": "party", "initiator": "party", "organisers": "party",
    "parties": "party", "signatories": "party", "under_aegis": "party", "org": "party", "source": "party",
    "counterpart": "party", "chairs": "party", "guests": "party",
    "of": "country", "to": "country", "own": "country", "partner": "country", "country": "country",
}  # fmt: skip
_ASKS = {"party": "person", "country": "country", "org": "organisation", "source": "organisation"}
_NUMBERS = ("value", "count", "participants_count", "works_count", "victims", "ordinal", "b2b_count")
_LINES = ("email", "phone", "emergency_phone", "number", "accredited_since", "site")  # the same in every language
_FREE = ("what", "text")  # typed prose: the words of an interest, of a headline, of a quotation


class View:
    """Builds the view of one draft in one language, by the manners of a house (the shipped ones unless given)."""

    def __init__(self, draft: Draft, language: Language, manners: House | None = None) -> None:
        self.draft, self.language, self.manners = draft, language, manners or House()
        self.tag = language.tag
        self.house = phrases_of(language)
        facts = draft.facts
        self._countries: dict[str, Node] = {}
        self._organisations: dict[str, Node] = {}
        self._people: dict[str, Node] = {}
        issuers: dict[str, Node] = {}
        self._parties = (self._people, self._organisations, issuers, self._countries)  # who is meant by an id, in turn
        # each may name those before it: a body its country, a person the body of a post
        self._countries.update((c.id, self.node(c, f"countries[{i}]")) for i, c in enumerate(facts.countries))
        bodies = ((o.id, self.node(o, f"organisations[{i}]")) for i, o in enumerate(facts.organisations))
        self._organisations.update(bodies)
        self._issuer = issuers[facts.issuer.id] = self.node(facts.issuer, "issuer")
        self._people.update((p.id, self.node(p, f"people[{i}]")) for i, p in enumerate(facts.people))

    def build(self) -> dict[str, Any]:
        """The whole view, by the facts' own names."""
        facts = self.draft.facts
        view = {key: self.child(facts, key, name, "") for key, (name, _) in keys(Facts).items()}
        actor_id, other = cast.leads(facts)
        view["actor"] = self._people.get(actor_id) or self.missing("people[0]", "party")
        view["counterpart"] = self.party(other, "counterpart", "party")
        view["statements"] = self.statements()
        told = cast.introduced(facts)
        results = zip(facts.outcomes, view["outcomes"], strict=True)
        view["outcomes"] = Items.at("outcomes", (node.having(known=fact.by in told) for fact, node in results))
        view["attribution"] = view["attribution"].having(position=facts.attribution.position or self.manners.position)
        met = tuple(m["with"] for m in view["meetings"]) or (view["counterpart"],)
        view["partners"] = Items.at("meetings", met)
        first_paper = [self.node(facts.agreement, "agreement")] if facts.agreement != Agreement() else []
        view["agreements"] = Items.at("agreements", [*first_paper, *view["agreements"]])
        if facts.agreement == Agreement() and facts.agreements:
            view["agreement"] = view["agreements"][0]
        view["chairs"] = Items.at("event.chairs", (self.party(c, "event.chairs", "party") for c in cast.chairs(facts)))
        for part in (cast.attendees, cast.delegates, cast.witnesses):
            view[part.__name__] = Items.at("event.guests", map(self.guest, part(facts)))
        own, partner = cast.sides(facts)
        view["own"] = self.party(own, "own", "country")
        view["partner"] = self.party(partner, "partner", "country")
        steps = [self.step(m, f"meetings[{i}]") for i, m in enumerate(facts.meetings)]
        view["programme"] = Items.at("programme", [*steps, *view["programme"]])
        source = facts.attribution.source
        named = self._organisations.get(source) if source and source != facts.issuer.id else None
        view["reporter"] = named or self._issuer
        return view

    def guest(self, identity: str) -> Node:
        """Someone present: a person, or the representatives of a body."""
        node = self.party(identity, "event.guests", "party")
        if identity in self._people or not node:
            return node
        words = self.compose(self.house.appositions["represented"], {"name": node.words}, "")
        return Node(node.label, {}, words)

    def statements(self) -> Items:
        """What was said, each with its `turn`: "again" by the same speaker, "answer" to another, else "first". What
        our side told counts as the actor's words, a third speaker after an answer begins anew. `known` says that
        the text has named the speaker before."""
        facts = self.draft.facts
        before = cast.leads(facts)[0] if facts.points else ""
        made, last, answered = [], "", False
        named = cast.named(facts)
        for index, said in enumerate(facts.statements):
            if said.by and said.by == last:
                turn = "again"
            else:
                turn = "answer" if before and said.by != before and not answered else "first"
                answered = turn == "answer"
            node = self.node(said, f"statements[{index}]")
            made.append(node.having(turn=turn, known=said.by in named))
            named |= {said.by}
            before = last = said.by
        return Items.at("statements", made)

    def step(self, meeting: Meeting, path: str) -> Node:
        """A meeting of the short form as a step of the programme."""
        step = Step(kind="meeting", with_=meeting.with_, topics=meeting.topics, assessment=meeting.assessment)
        return self.node(step, path)

    # --- parts -----------------------------------------------------------------------------------------------------

    def node(self, value: Any, path: str) -> Node:
        """A dataclass of the facts as a node."""
        children = {key: self.child(value, key, name, path) for key, (name, _) in keys(type(value)).items()}
        words, more = None, {}
        if isinstance(value, Person):
            words = self.person(value, path)
            children["family"] = self.family(value, path)
            children["later"] = self.later(value, path, words, children["family"])
            children["post"] = self.title(value, path, post=True)
            children["title"] = self.title(value, path)
            children["role"] = self.role(value, path)
            more["headed"] = words if value.title == Title() else children["title"]
        elif isinstance(value, Place):
            words = self.place(value, path)
            children["bare"] = self.name(value, path, _place_kind(value, self.tag))
        elif isinstance(value, Organisation | Issuer | Country):
            bare = self.name(value, path, "country" if isinstance(value, Country) else "org")
            words = agreeing(self.classified(value, bare, path), self.language, traits_of(value, self.tag))
            told = self.compose(self.house.appositions["body"], {"name": words}, path)
            more = {**spoken_of(words, told), "bare": bare}
        elif isinstance(value, Event):
            more["noun"] = self.noun(self.house.events, value.kind, path)
        elif isinstance(value, Agreement):
            more["noun"] = self.noun(self.house.documents, value.kind, path)
            named = value.kind or value.title
            words = self.document(children["title"], more["noun"], path) if named else children["title"]
        return Node(path, children, words).having(**more)

    def child(self, owner: Any, key: str, name: str, path: str) -> Any:
        """One field of a node, by the type of what it holds."""
        value = getattr(owner, name)
        where = f"{path}.{key}" if path else key
        if isinstance(owner, Person) and key == "title":
            return None  # put together with the person's own words
        if key in IDS and isinstance(value, str) and not isinstance(value, Ref):
            return self.party(value, where, IDS[key])
        if key in IDS and isinstance(value, tuple):
            return Items.at(where, (self.party(item, f"{where}[{i}]", IDS[key]) for i, item in enumerate(value)))
        if key in _NUMBERS:
            return Number(_counted(value), where)
        if key == "hours":
            return Items.at(where, (self.hours(item, f"{where}[{i}]") for i, item in enumerate(value)))
        if key in _LINES and isinstance(value, str):
            return self.text({self.tag: value} if value else {}, where, Source.FIELD, {})
        if isinstance(value, dt.date | dt.time | dt.datetime) or (value is None and self._is_moment(owner, key)):
            return Moment(value, where)
        return self.value(value, where, owner, key)

    def _is_moment(self, owner: Any, key: str) -> bool:
        hint = keys(type(owner))[key][1]
        return bool({dt.date, dt.time, dt.datetime} & set(typing.get_args(hint)))

    def value(self, value: Any, where: str, owner: Any, key: str) -> Any:
        """Whatever is no id, number or date."""
        if isinstance(value, Ref):
            return self.entry(value, where)
        if isinstance(value, Mapping):
            free = key in _FREE and type(owner).__name__ in ("Step", "Headline", "Quote")
            kind = {"adjective": "adjective", "capital": "place"}.get(key, "phrase")
            source = Source.FREE if free else Source.FIELD
            ask = "person" if key == "credit" else "text"
            return self.text(value, where, source, traits_of(None, self.tag, kind), ask)
        if isinstance(value, tuple):
            return Items.at(where, (self.value(item, f"{where}[{i}]", owner, key) for i, item in enumerate(value)))
        if dataclasses.is_dataclass(value):
            return self.node(value, where)
        return value

    def hours(self, value: Hours | str | Text, where: str) -> Words:
        """A line of opening hours: its own words, else the days and the times («дүйсенбі – жұма: 9:00–13:00»)."""
        if isinstance(value, str):
            return self.text({self.tag: value}, where, Source.FIELD, {})
        if isinstance(value, Mapping):
            return self.text(value, where, Source.FIELD, {})
        if value.text:
            return self.text(value.text, f"{where}.text", Source.FIELD, {})
        which = value.days or value.day
        day = clean(which.get(self.tag, "")) if isinstance(which, Mapping) else which
        line = hours.line(day, value.open or value.from_, value.close or value.to, self.language)
        return self.text({self.tag: line} if line else {}, where, Source.FIELD, {})

    def entry(self, ref: Ref, where: str) -> Words:
        """The words of a register entry; an id that the register lacks is a gap that says so."""
        entry = self.draft.register.get(str(ref), Entry(id=str(ref)))
        traits = traits_of(entry, self.tag, "role" if entry.kind == "role" else "phrase")
        return self.text(worded(entry.text, self.language) or {"-": str(ref)}, where, Source.REGISTER, traits)

    # --- words -------------------------------------------------------------------------------------------------------

    def text(self, text: Text, where: str, source: Source, traits: Mapping[str, str], ask: str = "text") -> Words:
        """A text by language as words: what stands in this language, or a gap."""
        words = clean(text.get(self.tag, ""))
        if words:
            return Words((Atom(words, where, source, words, head=True, traits=traits),))
        return dataclasses.replace(self.gap(where, ask), present=any(map(clean, text.values())))

    def gap(self, where: str, ask: str) -> Words:
        """A visible hole that asks for what is missing."""
        shown = f"⟦{self.house.question(ask, 'NOM')}⟧"
        return Words((Atom(shown, where, Source.GAP, head=True, ask=ask),))

    def missing(self, where: str, kind: str) -> Node:
        """What stands where an id names nobody."""
        words = dataclasses.replace(self.gap(where, _ASKS.get(kind, "text")), present=False)
        return Missing(where, words, dataclasses.replace(self.gap(where, "role"), present=False))

    def party(self, identity: str, where: str, kind: str) -> Node:
        """The person, organisation or country of an id; where there is none, a node that prints as a gap."""
        shelves = (self._countries,) if kind == "country" else self._parties
        found = next((shelf[identity] for shelf in shelves if identity in shelf), None)
        return found or self.missing(where, kind)

    def name(self, value: Any, path: str, kind: str) -> Words:
        """A proper name: in this language, else in Latin letters, else a gap."""
        shown, tag = spelling(value.name, self.tag)
        where = f"{path}.name"
        if not shown:
            asked = self.gap(where, {"org": "organisation", "city": "place"}.get(kind, kind))
            return dataclasses.replace(asked, present=any(map(clean, value.name.values())))
        traits = traits_of(value, self.tag, kind)
        if tag != self.tag:
            traits = {"kind": kind, "latin": ""}
        note = "" if tag == self.tag else "fallback"
        lang = foreign(value.name, shown, self.tag)
        return Words((Atom(shown, where, Source.FIELD, shown, head=True, traits=traits, lang=lang, note=note),))

    def classified(self, value: Any, name: Words, path: str) -> Words:
        """A Latin name with the noun that carries its endings: «Solmar компаниясы», «компания Solmar»."""
        noun = {"kk": value.kk.classifier, "ru": value.ru.classifier}.get(self.tag, "")
        if not noun or not name:
            return name
        traits = {"possessed": ""} if self.tag == "kk" else {"kind": "phrase"}
        head = Words((Atom(noun, name.atoms[0].field, Source.FIELD, noun, head=True, traits=traits),))
        return self.compose(self.house.appositions["classified"], {"name": name, "noun": head}, path)

    def noun(self, table: Mapping[str, str], kind: str, path: str) -> Words:
        """The noun of an event or a document by its kind («дөңгелек үстел»), with the gender that verbs agree with."""
        noun = table.get(kind or self.draft.facts.type) or table.get(OTHER, kind)
        gender = gender_of(noun, self.language)
        traits = {"kind": "phrase", **({"gender": gender} if gender else {})}
        return Words((Atom(noun, f"{path}.kind", Source.FIELD, noun, head=True, traits=traits),), gender=gender)

    def document(self, title: Words, noun: Words, path: str) -> Words:
        """A document: a title that says what it is stands alone, any other in quotation marks beside the noun."""
        if not title:
            return noun
        if self.house.document_names.search(title.plain):
            return dataclasses.replace(title, gender=gender_of(title.plain, self.language))
        made = self.compose(self.house.document(title.plain), {"title": title, "noun": noun}, path)
        return dataclasses.replace(made, gender=noun.gender)

    def place(self, value: Place, path: str) -> Words:
        """A place with the word that says what it is, where the language wants one («Гимарайнш қаласы»)."""
        name = self.name(value, path, _place_kind(value, self.tag))
        pattern = self.house.places.get(value.type)
        if not name or pattern is None or name.atoms[0].source is Source.GAP:
            return name
        return self.compose(pattern, {"name": name}, f"{path}.type")

    def person(self, value: Person, path: str) -> Words:
        """A full name, inflected as one."""
        given, given_tag = spelling(value.given, self.tag)
        family, family_tag = spelling(value.family, self.tag)
        parts = [family, given] if value.name_order == "family_first" else [given, family]
        full = " ".join(p for p in parts if p)
        if not full:
            words = self.gap(path, "person")
            return dataclasses.replace(words, gender=value.gender)
        fallback = (given and given_tag != self.tag) or (family and family_tag != self.tag)
        traits = {**traits_of(value, self.tag, "person"), "given": given, "family": family}
        if fallback:
            traits = {"kind": "person", "latin": "", "gender": value.gender}
        note = "fallback" if fallback else ""
        return Words((Atom(full, path, Source.FIELD, full, head=True, traits=traits, note=note),), gender=value.gender)

    def family(self, value: Person, path: str) -> Words:
        """The family name alone, for later mentions; the given name where there is no other."""
        family, tag = spelling(value.family, self.tag)
        if not family:
            return self.person(value, path)
        traits = {**traits_of(value, self.tag, "person"), "given": "", "family": family}
        if tag != self.tag:
            traits = {"kind": "person", "latin": "", "gender": value.gender}
        note = "fallback" if tag != self.tag else ""
        where = f"{path}.family"
        return Words(
            (Atom(family, where, Source.FIELD, family, head=True, traits=traits, note=note),), gender=value.gender
        )

    def later(self, value: Person, path: str, name: Words, family: Words) -> Words:
        """How a person is called once the text has named them in full («Ж.Ғалиев»); the house says how."""
        given, tag = spelling(value.given, self.tag)
        if not given or tag != self.tag or value.name_order == "family_first" or not spelling(value.family, tag)[0]:
            return name
        initial = Words((Atom(given[:1], f"{path}.given", Source.FIELD, given),))
        parts = {"name": name, "family": family, "initial": initial}
        made = self.compose(spaced(self.house.appositions["later"], self.manners.initials.get(self.tag)), parts, path)
        return dataclasses.replace(made, gender=value.gender)

    def role(self, value: Person, path: str) -> Words:
        """The bare role («Елші»): the title's own words, else the role's name in the house's table."""
        title = value.title
        own = clean(title.text.get(self.tag, ""))
        named = self.house.roles.get(f"{title.role}.{value.gender}") or self.house.roles.get(title.role, "")
        where = f"{path}.title.text" if own else f"{path}.title.role"
        traits = {"kind": "title", **({"gender": value.gender} if value.gender else {})}
        if own or named:
            shown = titles(self.tag).shaped(own or named, self.manners.capitals.get(self.tag, ""))
            return Words((Atom(shown, where, Source.FIELD, shown, head=True, traits=traits),), gender=value.gender)
        told = bool(title.role or any(map(clean, title.text.values())))
        return dataclasses.replace(self.gap(f"{path}.title.text", "role"), present=told)

    def title(self, value: Person, path: str, post: bool = False) -> Words:
        """The whole post in its language's order; `post` leaves out the organisation that the sentence has named."""
        title = value.title
        where = f"{path}.title"
        parts: dict[str, Words] = {"role": self.role(value, path)}
        if title.of and not post:
            parts["of"] = self.party(title.of, f"{where}.of", "country").words
        if title.district:
            parts["district"] = self.value(title.district, f"{where}.district", title, "district")
        elif title.to and not post:
            parts["to"] = self.party(title.to, f"{where}.to", "country").words
        if title.org and not post:
            org = self._organisations.get(title.org) or (
                self._issuer if title.org == self.draft.facts.issuer.id else self.missing(f"{where}.org", "org")
            )
            parts["org"] = org.words
            parts.pop("of", None)
            parts.pop("to", None)
        if title.portfolio:
            items = [
                self.value(p, f"{where}.portfolio[{i}]", title, "portfolio") for i, p in enumerate(title.portfolio)
            ]
            parts["portfolio"] = join([w for w in items if w], "with", "", self.language)
        key = "+".join(k for k in ("role", "of", "to", "org", "district", "portfolio") if parts.get(k))
        patterns = self.house.posts if post else self.house.titles
        pattern = patterns.get(key) or patterns["role"]
        made = self.compose(pattern, parts, where)
        return dataclasses.replace(made, gender=value.gender, present=title != Title())

    def compose(self, pattern: tuple[Slot, ...], parts: Mapping[str, Words], where: str) -> Words:
        """The words of a pattern with its slots filled."""
        return compose(pattern, parts, where, self.language)


def _counted(value: Any) -> int | float | None:
    """A number of the facts; figures typed as text count too, words do not."""
    if isinstance(value, str):
        return int(value) if value.strip().isdecimal() else None
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def _place_kind(place: Place, tag: str) -> str:
    """A city takes no article in English and Portuguese unless their tables say so; other languages do not ask."""
    return "city" if place.type == "city" and tag in LATIN else "place"
