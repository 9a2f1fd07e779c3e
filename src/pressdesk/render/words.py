"""What a template handles: words that remember where they came from, and how they travel through Jinja's text.

A `Words` is a row of atoms; the heads among them take the endings. `«Қазақстанның Португалиядағы Елшісі»` is three
atoms, of which the last is the head. Jinja knows only text, so each printed atom is wrapped in private-use characters
that carry its origin; `unmark` takes them off again.
"""

import dataclasses
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pressdesk.model.release import Source

BEGIN, PART, BODY, END, LINE, LINE_END = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004", "\ue005"
_PRIVATE = dict.fromkeys(range(57344, 57360))


def clean(text: str) -> str:
    """A fact's text with composed letters, on one line, without what means something here; "" where nothing is seen."""
    text = " ".join(unicodedata.normalize("NFC", text.translate(_PRIVATE)).split(" "))
    text = re.sub(r"[\t\r\n\x00-\x1f\x7f]+", " ", text).strip()
    return text if any(unicodedata.category(c)[0] not in "ZC" for c in text) else ""


@dataclass(frozen=True, slots=True)
class Atom:
    """One fact's words, or glue between two.

    Attributes:
        text: what is shown.
        base: the nominative as stored; what `form` starts from.
        prefix: features that any form of it begins with ("POSS3" for a role in izafet).
        head: whether it takes the endings asked for.
        note: why the form is a guess, "" where it is none.
        lang: BCP 47 tag where the words are in another language.
        ask: for a gap the kind of question ("person", "place", ...).
    """

    text: str
    field: str = ""
    source: Source = Source.FORMULA
    base: str = ""
    prefix: str = ""
    features: str = ""
    head: bool = False
    note: str = ""
    lang: str = ""
    ask: str = ""
    traits: Mapping[str, str] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Words:
    """A row of atoms that a template may inflect, join and print. False where the fact stands in no language at all."""

    atoms: tuple[Atom, ...] = ()
    present: bool = True
    gender: str = ""

    def __bool__(self) -> bool:
        return self.present

    def with_atoms(self, atoms: Sequence[Atom]) -> "Words":
        """The same with other atoms."""
        return dataclasses.replace(self, atoms=tuple(atoms))

    @property
    def plain(self) -> str:
        """The words as text."""
        return "".join(atom.text for atom in self.atoms)


def glue(text: str) -> Atom:
    """Formula words between atoms."""
    return Atom(text)


def mark(words: Words) -> str:
    """The words with their origins, for Jinja's output."""
    return "".join(_mark(atom) for atom in words.atoms)


def _mark(atom: Atom) -> str:
    if not atom.field:
        return atom.text
    head = PART.join((atom.field, atom.source.name, atom.base, atom.features, atom.note, atom.lang))
    return f"{BEGIN}{head}{BODY}{atom.text}{END}"


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of output: its text, the atom it came from (formula text has none), the template's line."""

    text: str
    atom: Atom | None
    line: str


def unmark(output: str) -> list[Marked]:
    """Jinja's output as stretches of text with their origins."""
    found: list[Marked] = []
    line = ""
    position = 0
    while position < len(output):
        char = output[position]
        if char == LINE:
            end = output.index(LINE_END, position)
            line = output[position + 1 : end]
            position = end + 1
        elif char == BEGIN:
            body = output.index(BODY, position)
            end = output.index(END, body)
            where, source, base, features, note, lang = output[position + 1 : body].split(PART)
            text = output[body + 1 : end]
            atom = Atom(text, where, Source[source], base, features=features, note=note, lang=lang)
            found.append(Marked(text, atom, line))
            position = end + 1
        else:
            stop = min((i for i in (output.find(LINE, position), output.find(BEGIN, position)) if i >= 0), default=-1)
            stop = len(output) if stop < 0 else stop
            found.append(Marked(output[position:stop], None, line))
            position = stop
    return found
