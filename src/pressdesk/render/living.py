"""Living facts: words of a rewritten paragraph that are made from the draft's facts each time. Start at `Living.make`.

A piece of an amendment names a fact and a form; what stands in the text is what a template would print for the two. A
fact is living only where making it anew gives the very words that stood there (`Living.of`), so that taking up the pen
changes nothing.
"""

import dataclasses
import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from pressdesk.errors import FactsError
from pressdesk.language.dates import DATE_STYLES
from pressdesk.language.language import Language
from pressdesk.model import paths
from pressdesk.model.amendments import Piece, folded, path_of, reference
from pressdesk.model.draft import Draft
from pressdesk.model.release import Block, Origin, Source
from pressdesk.render.inflection import inflect
from pressdesk.render.nodes import Moment, Node, Number
from pressdesk.render.words import Atom, Words

INITIAL, TIME, NUMBER, PERCENT, AMOUNT = "initial", "time", "number", "percent", "amount"
_FIGURES = (NUMBER, PERCENT, AMOUNT)


class Living:
    """The facts of one draft in one language, as words that can be asked for by their place."""

    def __init__(self, draft: Draft, language: Language, view: Mapping[str, Any]) -> None:
        self.draft, self.language = draft, language
        self._atoms: dict[str, Atom] = {}
        self._values: dict[str, Moment | Number] = {}
        self._seen: set[int] = set()
        self._kept = view  # ids stay those of living objects
        self._gather(view)

    def _gather(self, thing: Any) -> None:
        """Keeps the first words of each place: the bare name comes before what is put together with it."""
        if id(thing) in self._seen:
            return
        self._seen.add(id(thing))
        if isinstance(thing, Words):
            for atom in thing.atoms:
                bare = dataclasses.replace(atom, prefix="", features="", head=True)
                if atom.field and atom.base:
                    source = Source.FIELD if atom.source is Source.INFLECTED else atom.source
                    self._atoms.setdefault(atom.field, dataclasses.replace(bare, text=atom.base, source=source))
                elif atom.field and atom.source is Source.GAP:
                    self._atoms.setdefault(atom.field, bare)
        elif isinstance(thing, Moment | Number):
            if thing.field:
                self._values.setdefault(thing.field, thing)
        elif isinstance(thing, Mapping):
            if isinstance(thing, Node):
                self._gather(thing.get("bare"))  # the name itself before the noun that stands beside it
                self._gather(thing.words)
            for key in thing:
                self._gather(thing[key])
        elif isinstance(thing, tuple):
            for item in thing:
                self._gather(item)

    # --- making ----------------------------------------------------------------------------------------------------

    def path(self, piece: Piece) -> str:
        """Where the piece's fact stands in the facts today; "" where it is gone."""
        return path_of(self.draft.facts, piece.fact) if piece.fact else ""

    def make(self, piece: Piece) -> Atom | None:
        """The piece's words as the facts would have them now; None where the fact is gone."""
        where = self.path(piece)
        if not where:
            return None
        made = self._value(where, piece) if piece.style and piece.style != INITIAL else self._words(where, piece)
        if made is not None and piece.text[:1].isupper() and made.text[:1].islower() and not made.lang:
            made = dataclasses.replace(made, text=made.text[:1].upper() + made.text[1:])
        return made

    def _words(self, where: str, piece: Piece) -> Atom | None:
        atom = self._atoms.get(where)
        if atom is None:
            return None
        if piece.style == INITIAL:
            return atom if atom.source is Source.GAP else dataclasses.replace(atom, text=atom.text[:1])
        return inflect(Words((atom,)), piece.features, self.language).atoms[0]

    def _value(self, where: str, piece: Piece) -> Atom | None:
        thing = self._values.get(where)
        if thing is None or thing.value is None:
            return None
        try:
            base, text = self._put(thing, where, piece.style, piece.features)
        except (FactsError, ValueError):  # a form or a style that the language does not have (any more)
            return None
        source = Source.INFLECTED if text != base and isinstance(thing, Number) else Source.FIELD
        return Atom(text, where, source, base, features=piece.features)

    def _put(self, thing: Moment | Number, where: str, style: str, features: str) -> tuple[str, str]:
        """What is kept as the base of a date, a time or a figure, and its words."""
        language, value = self.language, thing.value
        if isinstance(value, dt.time) and style == TIME:
            return value.isoformat(), self._ending(language.time(value), features)
        if isinstance(value, dt.date) and style in DATE_STYLES:
            return value.isoformat(), language.date(value, style, features)
        if isinstance(value, int | float) and style == AMOUNT:
            owner = paths.get(self.draft.facts, where.rpartition(".")[0])
            unit, currency = getattr(owner, "unit", ""), getattr(owner, "currency", "")
            scale = unit if unit in language.settings.money.scales else ""
            return str(value), language.amount(value, scale, currency, features)
        if isinstance(value, int | float) and style in (NUMBER, PERCENT):
            shown = language.percent(value) if style == PERCENT else language.number(value)
            return shown, self._ending(shown, features)
        raise ValueError(style)

    def _ending(self, text: str, features: str) -> str:
        return self.language.inflector.form(text, features, {}).text if features else text

    # --- recognising -----------------------------------------------------------------------------------------------

    def used(self, block: Block) -> tuple[Piece, ...]:
        """A block's text as pieces, every fact with its reference: what an amendment is made from."""
        return tuple(self._piece(block, origin) for origin in block.origins)

    def of(self, block: Block) -> tuple[Piece, ...]:
        """A block's text as pieces in which the facts that can be made anew are living; all else is plain words."""
        return tuple(self.recognised(self._piece(block, origin)) for origin in block.origins)

    def _piece(self, block: Block, origin: Origin) -> Piece:
        text = origin.span.of(block.text)
        if not origin.field:
            return Piece(text=text)
        fact = reference(self.draft.facts, origin.field)
        return Piece(text=text, fact=fact, features=origin.features, base=origin.base)

    def recognised(self, piece: Piece) -> Piece:
        """The piece with the style that gives its very words; plain words where none does."""
        for tried in self._tries(piece) if piece.fact else ():
            made = self.make(tried)
            if made is not None and folded(made.text) == folded(piece.text):
                return tried
        return Piece(text=piece.text)

    def _tries(self, piece: Piece) -> Iterator[Piece]:
        value = self._values.get(self.path(piece))
        if value is None:
            yield piece
            yield dataclasses.replace(piece, style=INITIAL)
            return
        styles = _FIGURES if isinstance(value, Number) else (*DATE_STYLES, TIME)
        yield from (dataclasses.replace(piece, style=style) for style in styles)
        yield piece
