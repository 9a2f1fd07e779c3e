"""What a fact is called in one line: headings of rows, chips, what a name lacks. Pure; no Qt here.

Start at `Describer.heading`. Words are taken in the window's language where the draft has them, else in any.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from pressdesk.model import paths
from pressdesk.model.draft import Draft
from pressdesk.model.facts import Country, Organisation, Person, Text
from pressdesk.model.fields import FieldKind, FieldSpec
from pressdesk.text.messages import Messages

BETWEEN = " · "
_WORDS = (FieldKind.TEXT, FieldKind.PHRASE)


class Describer:
    """Describes facts of one draft.

    Attributes:
        draft: the facts and the register beside them.
        ui: the window's language.
        languages: the languages of the draft, the window's first where it is one of them.
    """

    def __init__(self, draft: Draft, ui: Messages, languages: Sequence[str]) -> None:
        self.draft, self.ui = draft, ui
        self.languages = tuple(sorted(languages, key=lambda tag: tag != ui.language))

    def words(self, phrase: object) -> str:
        """A text or phrase in the first language that has it."""
        text = self.draft.text_of(phrase) if isinstance(phrase, str | Mapping) else {}  # type: ignore[arg-type]
        for tag in self.languages:
            if text.get(tag):
                return text[tag]
        return next((words for words in text.values() if words), "")

    def named(self, item: Person | Organisation | Country) -> str:
        """The name of somebody or something, "" where nobody wrote one yet."""
        if isinstance(item, Person):
            parts = [self.words(item.given), self.words(item.family)]
            if item.name_order == "family_first":
                parts.reverse()
            return " ".join(part for part in parts if part)
        return self.words(item.name)

    def by_id(self, name: str) -> str:
        """The name of the person, organisation or country with an id, "" for nobody."""
        facts = self.draft.facts
        items: tuple[Person | Organisation | Country, ...] = (*facts.people, *facts.organisations, *facts.countries)
        return next((self.named(item) for item in items if name and item.id == name), "")

    def value(self, spec: FieldSpec, value: Any) -> str:
        """The value of a field in one line, "" where there is none."""
        if value in (None, "", (), {}):
            return ""
        kind = spec.kind
        if kind in _WORDS:
            return self.words(value)
        if kind is FieldKind.CHOICE:
            found = next((o for o in spec.options if o.value == value), None)
            return self.ui.pick(found.label) if found else str(value)
        if kind in (FieldKind.PERSON, FieldKind.ORGANISATION, FieldKind.COUNTRY):
            return self.by_id(value)
        if kind is FieldKind.PARTIES:
            return BETWEEN.join(name for name in map(self.by_id, value) if name)
        if kind in (FieldKind.PHRASES, FieldKind.LIST):
            return f"{self.ui.pick(spec.label)}: {len(value)}"
        return figure(value, self.ui.language) if kind is FieldKind.NUMBER else str(value)

    def heading(self, spec: FieldSpec, item: Any) -> tuple[str, str]:
        """What a row of a LIST is (bold) and which (grey), by the paths of its `title`.

        Names that stand side by side (given, family) are one; the rest is joined with dots. A title path that is no
        field but the beginning of several (`title`) stands for all of them.
        """
        bold: list[str] = []
        grey: list[str] = []
        names = True
        for number, path in enumerate(spec.title or tuple(f.path for f in spec.fields[:2])):
            fields = [f for f in spec.fields if f.path == path or f.path.startswith(path + ".")]
            values = [v for f in fields if (v := self.value(f, paths.get(item, f.path)))]
            names = names and len(fields) == 1 and fields[0].kind is FieldKind.TEXT
            (bold if names or number == 0 else grey).extend(_unlike(values, fields, item))
        return " ".join(bold), BETWEEN.join(dict.fromkeys(grey))

    def step(self, fields: Sequence[FieldSpec], item: Any) -> str:
        """What tells one step from another of its kind: the values of its fields; a bare figure says what it counts."""
        values: list[str] = []
        for f in fields:
            value = self.value(f, paths.get(item, f.path))
            if value and f.kind is not FieldKind.CHOICE:
                values.append(f"{self.ui.pick(f.label)}: {value}" if f.kind is FieldKind.NUMBER else value)
        return BETWEEN.join(values[:3])

    def lacking(self, fields: Sequence[FieldSpec], item: Any) -> tuple[str, ...]:
        """The languages that a row's words lack, where they stand in another one."""
        lacks = set[str]()
        for f in fields:
            value = paths.get(item, f.path)
            if f.kind is FieldKind.PHRASES:
                for phrase in value or ():
                    lacks |= self.lacks(phrase)
            elif f.kind in _WORDS and value:
                lacks |= self.lacks(value)
        return tuple(tag for tag in self.draft_order() if tag in lacks)

    def lacks(self, phrase: object) -> set[str]:
        """The languages of the draft that a phrase has no words in."""
        text: Text = self.draft.text_of(phrase) if isinstance(phrase, str | Mapping) else {}  # type: ignore[arg-type]
        return {tag for tag in self.languages if not text.get(tag)}

    def draft_order(self) -> tuple[str, ...]:
        """The languages in the order of the draft."""
        order = self.draft.facts.languages
        return tuple(sorted(self.languages, key=lambda t: order.index(t) if t in order else len(order)))


def figure(value: object, language: str) -> str:
    """A number as the window's language writes it: 12,5 everywhere but in English."""
    return str(value) if language == "en" else str(value).replace(".", ",")


def _unlike(values: list[str], fields: list[FieldSpec], item: Any) -> list[str]:
    """A post's own words say what its role says: the role is left out beside them."""
    words = any(f.kind is FieldKind.TEXT and paths.get(item, f.path) for f in fields)
    choices = [f for f in fields if f.kind is FieldKind.CHOICE and paths.get(item, f.path)]
    return values[len(choices) :] if words and choices and fields[0].kind is FieldKind.CHOICE else values
