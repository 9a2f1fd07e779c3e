"""Facts that may be put into a paragraph written by hand: who, what, and in which form. Start at `Mentions`.

What is offered for the letters after an @ are the draft's people, organisations, countries, places and dates. The form
is chosen from a list, or read from the ending that was typed; the grammar then writes the one that the name asks for.
"""

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass

from pressdesk.grammar.endings import Endings
from pressdesk.grammar.grammar import Grammar
from pressdesk.language.dates import DATE_STYLES
from pressdesk.model.amendments import Piece, reference
from pressdesk.model.draft import Draft
from pressdesk.model.release import Source
from pressdesk.render.living import Living

CASES = {
    "kk": ("", "GEN", "DAT", "ACC", "LOC", "ABL", "INS", "LOC+ATTR"),
    "ru": ("", "GEN", "DAT", "ACC", "INS", "LOC"),
    "en": ("", "POSS"),
    "pt": ("", "O", "DE", "EM", "A", "POR"),
}
"""The forms that a name may be put in, by language; "" is the name as it is stored."""
MOST = 8  # offers at a time
SHORTEST = 2  # letters of a name that must be typed before an ending is read
NOUN = "N"  # the state of the grammar's graph in which a noun takes its endings


@dataclass(frozen=True, slots=True)
class Mention:
    """A fact that can be mentioned: what the list calls it ("people", "place", ...), and its words as stored."""

    group: str
    piece: Piece


@dataclass(frozen=True, slots=True)
class Offer:
    """A fact in one form, as it would stand in the text."""

    group: str
    piece: Piece


class Mentions:
    """What can be mentioned in one language of a draft."""

    def __init__(self, facts: Living) -> None:
        self._facts = facts
        self.tag = facts.language.tag
        self.cases = CASES.get(self.tag, ("",))
        inflector = facts.language.inflector
        self._endings = Endings(inflector.reader.graph) if isinstance(inflector, Grammar) else None
        self.all = tuple(self._known())

    # --- what there is -----------------------------------------------------------------------------------------------

    def _known(self) -> Iterator[Mention]:
        draft, seen = self._facts.draft, set[str]()
        for group, path in _places(draft):
            for piece in self._pieces(group, path):
                if piece.text not in seen:
                    seen.add(piece.text)
                    yield Mention(group, piece)

    def _pieces(self, group: str, path: str) -> Iterator[Piece]:
        fact = reference(self._facts.draft.facts, path)
        styles = DATE_STYLES[:2] if group == "date" else ("",)
        for style in styles:
            made = self.formed(Piece(fact=fact, style=style), "")
            if made is not None:
                yield made

    def formed(self, piece: Piece, features: str) -> Piece | None:
        """The piece in a form; None where the language has no words for it."""
        asked = dataclasses.replace(piece, features=features, text="")
        atom = self._facts.make(asked)
        if atom is None or atom.source is Source.GAP or not atom.text:
            return None
        return dataclasses.replace(asked, text=atom.text, base=atom.base)

    def forms(self, piece: Piece) -> tuple[Piece, ...]:
        """The piece in every form that the language has, the stored one first; that one alone where none differs."""
        if piece.style:
            return (piece,)
        made = [one for case in self.cases if (one := self.formed(piece, case)) is not None]
        return tuple(made) if len({one.text for one in made}) > 1 else tuple(made[:1])

    # --- what is typed -----------------------------------------------------------------------------------------------

    def offers(self, typed: str) -> tuple[Offer, ...]:
        """What is offered for the letters after an @: the beginning of a name, of a form, or a name and an ending."""
        low = typed.casefold().strip()
        begun = [m for m in self.all if _begins(m.piece.text, low) and (low or not _lesser(m))]
        begun.sort(key=lambda m: not m.piece.text.casefold().startswith(low))
        found = [Offer(m.group, m.piece) for m in begun]
        if low:
            found += [Offer(m.group, p) for m in self.all if m not in begun for p in self._with_ending(m.piece, low)]
        return tuple(found[:MOST])

    def _with_ending(self, piece: Piece, low: str) -> Iterator[Piece]:
        """The form that «Сейтің» means of «Сейітов»: letters that its last word begins with, then an ending."""
        spelt = next((p for p in self.forms(piece)[1:] if _begins(p.text, low)), None)
        if spelt is not None:
            yield spelt
            return
        for word in dict.fromkeys((piece.text.casefold(), piece.text.casefold().rpartition(" ")[2])):
            shared = next(
                (i for i, (a, b) in enumerate(zip(word, low, strict=False)) if a != b), min(len(word), len(low))
            )
            for cut in range(shared, SHORTEST - 1, -1):
                made = self.with_ending(piece, low[cut:])
                if made is not None:
                    yield made
                    return

    def with_ending(self, piece: Piece, ending: str) -> Piece | None:
        """A name with the ending that somebody typed after it, as the grammar writes it; None where it says no case.

        «Сейітов» and «тың» give «Сейітовтің»: which case it is counts, not in which shape it was typed.
        """
        low = ending.casefold()
        if not low or piece.features or piece.style:
            return None
        for made in self.forms(piece)[1:]:
            if made.text.casefold() == (piece.text + ending).casefold():
                return made
        said = self._endings.features(low, NOUN) if self._endings is not None else ()
        for chain in said:
            if "+".join(chain) in self.cases:
                return self.formed(piece, "+".join(chain))
        return None


def _places(draft: Draft) -> Iterator[tuple[str, str]]:
    """Where the facts that can be mentioned stand, with their groups."""
    facts = draft.facts
    for index in range(len(facts.people)):
        yield "people", f"people[{index}]"
        yield "people", f"people[{index}].family"
    for index in range(len(facts.organisations)):
        yield "organisations", f"organisations[{index}].name"
        yield "organisations", f"organisations[{index}].short"
    yield "organisations", "issuer.name"
    for index in range(len(facts.countries)):
        yield "countries", f"countries[{index}].name"
    for path in ("event.place.name", "dateline.city", "cause.place.name"):
        yield "place", path
    for path in ("event.date", "event.end", "dateline.date", "agreement.date"):
        yield "date", path


def _lesser(mention: Mention) -> bool:
    """Whether it is another name of somebody who is listed already."""
    return mention.piece.fact.endswith((".family", ".short"))


def _begins(text: str, low: str) -> bool:
    """Whether the text, or one of its words, begins with the letters."""
    small = text.casefold()
    return small.startswith(low) or any(word.lstrip('«"“(').startswith(low) for word in small.split())
