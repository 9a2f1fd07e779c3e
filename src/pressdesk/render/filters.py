"""What a template may do with words: `form`, `list`, `date`, `cap` and a few more. Words in, words out.

No filter's result can grow with a number given in the template; that keeps every template's work bounded.
"""

import dataclasses
import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

from pressdesk.language.language import Language
from pressdesk.model.release import Source
from pressdesk.render.house import phrases
from pressdesk.render.inflection import compose, inflect, join, preceded
from pressdesk.render.nodes import Items, Moment, Node, Number
from pressdesk.render.words import Atom, Words, glue


def filters_for(language: Language) -> dict[str, Callable[..., Any]]:
    """All filters, for one language."""
    made = _Filters(language)
    return {
        "form": made.form,
        "list": made.list,
        "date": made.date,
        "until": made.until,
        "time": made.time,
        "number": made.number,
        "amount": made.amount,
        "ordinal": made.ordinal,
        "percent": made.percent,
        "counted": made.counted,
        "gendered": made.gendered,
        "cap": made.cap,
        "quoted": made.quoted,
        "after": made.after,
        "titled": made.titled,
        "else_say": made.else_say,
        "word": noun_words,
        "length": len,
    }


def as_words(value: object) -> Words:
    """The words of whatever a template hands over."""
    if isinstance(value, Node):
        return value.words
    if isinstance(value, Words):
        return value
    return Words((Atom(str(value)),))


class _Filters:
    def __init__(self, language: Language) -> None:
        self.language = language

    def form(self, value: object, features: str) -> Words:
        """`{{ place | form("DAT") }}`: the words in another form."""
        return inflect(as_words(value), features, self.language)

    def list(self, items: Sequence[object], style: str = "and", features: str = "") -> Words:
        """`{{ topics | list("and", "DAT") }}`: a list in words; the ending where the language puts it."""
        words = [w for w in map(as_words, items) if w]
        if not words:
            return self._ask(getattr(items, "field", ""), "text", features)
        return join(words, style, features, self.language)

    def date(self, value: Moment, style: str = "full", features: str = "") -> Words:
        """`{{ event.date | date("full", "LOC") }}`."""
        if not isinstance(value.value, dt.date):
            return self._ask(value.field, "date", features)
        text = self.language.date(value.value, style, features)
        atoms = [Atom(text, value.field, Source.FIELD, value.value.isoformat(), features=features)]
        close = self.language.settings.date.close if style in ("full", "on_full") else ""
        return Words((*atoms, glue(close)) if close else tuple(atoms))

    def until(self, first: Moment, last: Moment, features: str = "") -> Words:
        """`{{ event.date | until(event.end, "LOC") }}`: 17–18 тамызда; the one day where there is no other."""
        days = [m.value for m in (first, last) if isinstance(m.value, dt.date)]
        if not days:
            return self._ask(first.field, "date", features)
        text = self.language.span(days[0], days[-1], features)
        return Words((Atom(text, first.field, Source.FIELD, days[0].isoformat(), features=features),))

    def time(self, value: Moment, features: str = "") -> Words:
        """`{{ event.time | time("LOC") }}`: 15:30-да, where the language has endings for it."""
        if not isinstance(value.value, dt.time):
            return self._ask(value.field, "date", "")
        text = self.language.time(value.value)
        if features:
            text = self.language.inflector.form(text, features, {}).text
        return Words((Atom(text, value.field, Source.FIELD, value.value.isoformat(), features=features),))

    def number(self, value: Number, features: str = "") -> Words:
        """`{{ event.participants_count | number }}`: figures, with an ending where one is asked for."""
        return self._figure(value, self.language.number(value.value) if value.value is not None else "", features)

    def amount(self, value: Number, unit: str = "", currency: str = "", features: str = "") -> Words:
        """`{{ figure.value | amount(figure.unit, figure.currency, "DAT") }}`: 120 миллион АҚШ долларына."""
        if value.value is None:
            return self._ask(value.field, "number", features)
        scale = unit if unit in self.language.settings.money.scales else ""
        text = self.language.amount(value.value, scale, currency, features)
        return Words((Atom(text, value.field, Source.FIELD, str(value.value), features=features),))

    def ordinal(self, value: Number, noun: object, features: str = "", gender: str = "") -> Words:
        """`{{ event.ordinal | ordinal("заседание", "LOC") }}`: втором заседании; the noun alone where none is given."""
        if value.value is None:
            return inflect(noun if isinstance(noun, Words) else noun_words(str(noun)), features, self.language)
        traits = {"gender": gender} if gender else {}
        form = self.language.ordinal(int(value.value), self._own(noun), features, traits)
        note = form.note if form.guessed else ""
        return Words((Atom(form.text, value.field, Source.INFLECTED, str(value.value), features=features, note=note),))

    def percent(self, value: Number, features: str = "") -> Words:
        """`{{ figure.value | percent("POSS3+ACC") }}`: 70%-ын."""
        return self._figure(value, self.language.percent(value.value) if value.value is not None else "", features)

    def counted(
        self, value: Number | int, noun: str, features: str = "", gender: str = "", style: str = "words"
    ) -> Words:
        """`{{ step.count | counted("круглый стол", "GEN") }}`: number and noun in agreement; one is the noun alone.

        In words where the language has one, in figures with the style "figures" (people). `agreements | length` may
        be counted as well.
        """
        given = Number(value, "") if isinstance(value, int) else value
        figures = style == "figures"
        count = 1 if given.value is None else int(given.value)
        if count == 1 and not figures and self.language.tag in ("kk", "ru"):
            return inflect(noun_words(noun), features, self.language)
        noun = self._own(noun)
        traits = {"kind": "phrase", **({"gender": gender} if gender else {})}
        form = self.language.counted(count, noun, features, traits, figures)
        note = form.note if form.guessed else ""
        return Words((Atom(form.text, given.field, Source.INFLECTED, str(count), features=features, note=note),))

    def titled(self, value: object, features: str = "") -> Any:
        """`{{ step.organisers | titled | list("and", "GEN") }}`: people with their posts; one or a list of them."""
        if isinstance(value, tuple):
            return Items.at(getattr(value, "field", ""), (self.titled(item, features) for item in value))
        words = as_words(value)
        title = value["title"] if isinstance(value, Node) and "title" in value else None
        with_title = isinstance(title, Words) and bool(title)
        pattern = phrases(self.language.tag).appositions["person" if with_title else "body"]
        slots = tuple(
            dataclasses.replace(slot, features=features or slot.features) if slot.head else slot for slot in pattern
        )
        parts = {"name": words, **({"title": title} if isinstance(title, Words) else {})}
        made = compose(slots, parts, "", self.language)
        return dataclasses.replace(made, gender=words.gender, present=words.present)

    def else_say(self, value: object, formula: str) -> Words:
        """`{{ attribution.verb | else_say("сообщает") }}`: the fact, or the formula where the language lacks it."""
        words = as_words(value)
        if words and all(a.source is not Source.GAP for a in words.atoms):
            return words
        return noun_words(formula)

    def gendered(self, value: object, masculine: str, feminine: str, neuter: str = "", plural: str = "") -> str:
        """`{{ actor | gendered("посетил", "посетила") }}`: the form that agrees with a person, body, event or document.

        `{{ event.noun | gendered("состоялся", "состоялась", "состоялось") }}`; the fourth is for a name in the plural
        («Нидерланды поддержали»).
        """
        others = {"f": feminine, "n": neuter, "pl": plural}
        return others.get(as_words(value).gender) or masculine

    def cap(self, value: object) -> Words:
        """`{{ purposes | list | cap }}`: a capital at the start of a sentence."""
        words = as_words(value)
        if not words.atoms:
            return words
        first = words.atoms[0]
        return words.with_atoms(
            [dataclasses.replace(first, text=first.text[:1].upper() + first.text[1:]), *words.atoms[1:]]
        )

    def quoted(self, value: object) -> Words:
        """`{{ event.title | quoted }}`: in straight quotation marks, which house style turns."""
        words = as_words(value)
        return words.with_atoms([glue('"'), *words.atoms, glue('"')])

    def after(self, value: object, preposition: str) -> Words:
        """`{{ place | form("LOC") | after("в") }}`: the preposition in the shape that the next word asks for (в/во),
        or the one that this very name takes (на Кубе)."""
        return preceded(as_words(value), preposition, self.language)

    def _figure(self, value: Number, shown: str, features: str) -> Words:
        if value.value is None:
            return self._ask(value.field, "number", features)
        text, note = shown, ""
        if features:
            form = self.language.inflector.form(shown, features, {})
            text, note = form.text, form.note if form.guessed else ""
        source = Source.INFLECTED if text != shown else Source.FIELD
        return Words((Atom(text, value.field, source, shown, features=features, note=note),))

    def _own(self, noun: object) -> str:
        """A noun of the template's own in the words of the house's variety; words of the draft as they are."""
        return as_words(noun).plain if isinstance(noun, Words) else self.language.wording.put(str(noun))

    def _ask(self, field: str, kind: str, features: str) -> Words:
        question = phrases(self.language.tag).question(kind, features)
        return Words((Atom(f"⟦{question}⟧", field, Source.GAP, head=True, ask=kind),))


def noun_words(noun: str) -> Words:
    """A noun of the template's own, which may still take a form: `{{ "су тасқыны" | word | form("DAT") }}`."""
    return Words((Atom(noun, base=noun, head=True, traits={"kind": "phrase"}),))
