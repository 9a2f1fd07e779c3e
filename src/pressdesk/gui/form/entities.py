"""People, organisations and countries: chosen among the draft's, made anew in place. Start at `PartyField`."""

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from pressdesk.gui.form.chips import ChipItem, ChipsField
from pressdesk.gui.form.describe import Describer
from pressdesk.gui.form.offers import Offer
from pressdesk.gui.form.phrases import NamesPopover
from pressdesk.gui.form.registered import party_offers
from pressdesk.gui.kit.widgets import Chip
from pressdesk.model import edits, paths
from pressdesk.model.draft import Draft
from pressdesk.model.facts import Country, Organisation, Person
from pressdesk.model.fields import FieldKind

Named = Person | Organisation | Country
_ALL = (("people", "user", Person), ("organisations", "building-2", Organisation), ("countries", "globe", Country))
_OF = {
    FieldKind.PERSON: ("people",),
    FieldKind.ORGANISATION: ("organisations",),
    FieldKind.COUNTRY: ("countries",),
    FieldKind.PARTIES: ("people", "organisations"),
    FieldKind.LIST: ("organisations",),
}
_KINDS = {
    FieldKind.PERSON: ("person",),
    FieldKind.ORGANISATION: ("organisation",),
    FieldKind.COUNTRY: ("country",),
    FieldKind.PARTIES: ("person", "organisation"),
    FieldKind.LIST: ("organisation",),
}
_NEW = {
    FieldKind.PERSON: ("people",),
    FieldKind.ORGANISATION: ("organisations",),
    FieldKind.COUNTRY: ("countries",),
    FieldKind.PARTIES: ("people", "organisations"),
}


def bearers(draft: Draft, lists: Sequence[str]) -> Iterator[tuple[str, str, Named]]:
    """Path, icon and value of everybody in the lists."""
    for name, icon, _ in _ALL:
        if name in lists:
            for number, item in enumerate(getattr(draft.facts, name)):
                yield f"{name}[{number}]", icon, item


class PartyField(ChipsField):
    """One person, organisation or country, by id."""

    single = True

    @property
    def asked(self) -> FieldKind:
        """What kind of party belongs here."""
        return self.spec.kind

    def ids(self, draft: Draft) -> tuple[tuple[str, str], ...]:
        """Id and path of each that is chosen."""
        name = paths.get(draft.facts, self.path)
        return ((name, self.path),) if name else ()

    def items(self, draft: Draft) -> list[ChipItem]:
        describer = self.context.describer(draft)
        found = {item.id: item for _, _, item in bearers(draft, tuple(name for name, *_ in _ALL))}
        issuer = draft.facts.issuer
        chips: list[ChipItem] = []
        for name, path in self.ids(draft):
            if name in found:
                item = found[name]
                shown = describer.named(item) or self.context.say("nameless")
                chips.append(ChipItem(shown, path, "person", ()))
            elif name == issuer.id:
                chips.append(ChipItem(describer.words(issuer.name) or self.context.say("nameless"), path, "person"))
            else:
                chips.append(ChipItem(self.context.say("unknown"), path, "warn"))
        return chips

    def offered(self, query: str) -> Sequence[Offer]:
        draft, describer = self.context.draft, self.context.describer()
        chosen = {name for name, _ in self.ids(draft)}
        offers = [
            self._offer(describer, path, icon, item)
            for path, icon, item in bearers(draft, _OF[self.asked])
            if item.id not in chosen and fits(query, _texts(item))
        ]
        return [*offers, *self._registered(query), *self._new_offers(query)]

    def _registered(self, query: str) -> list[Offer]:
        """Whom the register knows and the draft does not have yet; they come with all that it says of them."""

        def chosen(draft: Draft, name: str) -> Draft:
            return draft.with_facts(self.placed(draft, name))

        made = party_offers(self.context, _KINDS[self.asked], query, chosen, self.name)
        return [dataclasses.replace(offer, choose=partial(self._take, offer)) for offer in made]

    def _take(self, offer: Offer) -> None:
        offer.choose()
        self.added()

    def _offer(self, describer: Describer, path: str, icon: str, item: Named) -> Offer:
        name = describer.named(item) or self.context.say("nameless")
        return Offer(name, partial(self.choose, item.id), self._note(describer, item), icon)

    def _note(self, describer: Describer, item: Named) -> str:
        if isinstance(item, Person):
            post = describer.words(item.title.text)
            return " · ".join(part for part in (post, describer.by_id(item.title.org)) if part)
        return ""

    def _new_offers(self, query: str) -> list[Offer]:
        made: list[Offer] = []
        for name, _, kind in _ALL:
            if name in _NEW[self.asked]:
                key = f"new_named.{name}" if query else f"new.{name}"
                text = self.context.say(key, name=query)
                made.append(Offer(text, partial(self.choose_new, kind, query), icon="plus", new=True))
        return made

    def choose(self, name: str) -> None:
        """Somebody of the draft was chosen."""
        self.context.put(self.path, name, typing=False)
        self.added()

    def choose_new(self, kind: type[Named], query: str) -> None:
        """Somebody new, named as typed, and at once chosen: one step of undo."""
        item = self._fresh(kind, query)
        where = f"{self.name}: {query}" if query else self.name

        def change(draft: Draft) -> Draft:
            grown, name = edits.add_named(draft, item)
            return grown.with_facts(self.placed(grown, name))

        self.context.change(change, where)
        self.added()
        self._open_new(kind)

    def placed(self, draft: Draft, name: str) -> Any:
        """The facts in which somebody stands in this field."""
        return paths.put(draft.facts, self.path, name)

    def _fresh(self, kind: type[Named], query: str) -> Named:
        tag = self.context.primary
        words = query.split()
        if kind is Person:
            if len(words) < 2:
                return Person(family={tag: query} if query else {})
            return Person(given={tag: " ".join(words[:-1])}, family={tag: words[-1]})
        made: Callable[..., Named] = kind  # an organisation or a country: both have a name
        return made(name={tag: query} if query else {})

    def _open_new(self, kind: type[Named]) -> None:
        name = next(name for name, _, known in _ALL if known is kind)
        if self.context.has_list(name):
            self.context.open_path(f"{name}[{len(getattr(self.context.draft.facts, name)) - 1}]")
        elif self.chips:
            self.open_item(len(self.chips) - 1, self.chips[-1])

    def take_out(self, number: int) -> None:
        self.context.put(self.path, "", typing=False)

    def open_item(self, number: int, chip: Chip) -> None:
        name = self.ids(self.context.draft)[number][0]
        found = ((p, i) for p, _, i in bearers(self.context.draft, tuple(n for n, *_ in _ALL)))
        path = next((path for path, item in found if item.id == name), "")
        if not path:
            return
        if self.context.has_list(path.split("[")[0]):
            self.context.open_path(path)
        else:
            NamesPopover(self.context, path, chip).open()


class PartiesField(PartyField):
    """Several people or organisations, in order."""

    single = False

    def ids(self, draft: Draft) -> tuple[tuple[str, str], ...]:
        names = paths.get(draft.facts, self.path) or ()
        return tuple((name, f"{self.path}[{number}]") for number, name in enumerate(names))

    def choose(self, name: str) -> None:
        self.context.bridge.insert(f"{self.path}[{len(self.chips)}]", name)
        self.added()

    def placed(self, draft: Draft, name: str) -> Any:
        names = paths.get(draft.facts, self.path) or ()
        return paths.put(draft.facts, self.path, (*names, name))

    def take_out(self, number: int) -> None:
        self.context.bridge.remove(f"{self.path}[{number}]")

    def shift(self, number: int, to: int) -> None:
        self.context.bridge.move(f"{self.path}[{number}]", to)


class PartyRowsField(PartiesField):
    """A LIST whose rows are a party each and nothing else (companies visited): chips say it as well as cards would."""

    @property
    def asked(self) -> FieldKind:
        return self.spec.fields[0].kind

    def _inner(self) -> str:
        return self.spec.fields[0].path

    def ids(self, draft: Draft) -> tuple[tuple[str, str], ...]:
        rows = paths.get(draft.facts, self.path) or ()
        found = ((paths.get(item, self._inner()), f"{self.path}[{number}]") for number, item in enumerate(rows))
        return tuple((name, path) for name, path in found)

    def choose(self, name: str) -> None:
        self.context.change(lambda draft: draft.with_facts(self.placed(draft, name)), self.name)
        self.added()

    def placed(self, draft: Draft, name: str) -> Any:
        rows = paths.get(draft.facts, self.path) or ()
        item = paths.put(edits.empty_item(draft.facts, self.path), self._inner(), name)
        return paths.put(draft.facts, self.path, (*rows, item))


def fits(query: str, texts: Sequence[str]) -> bool:
    """Whether any of the texts holds all words of the query, each at the beginning of a word, in any language."""
    words = query.casefold().split()
    for text in texts:
        begun = text.casefold().replace("«", " ").replace("-", " ").split()
        if all(any(b.startswith(word) for b in begun) for word in words):
            return True
    return not words


def _texts(item: Named) -> list[str]:
    if isinstance(item, Person):
        tags = {*item.given, *item.family}
        return [f"{item.given.get(tag, '')} {item.family.get(tag, '')}" for tag in tags]
    return list(item.name.values())
