"""Endings that hang on figures, signs, abbreviations or a possessive: what they say, and how they are written there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pressdesk.errors import FactsError
from pressdesk.grammar.endings import Endings as Shapes
from pressdesk.grammar.grammar import Grammar
from pressdesk.grammar.numbers import is_abbreviation

MOST = 3  # suggestions
SPOKEN_TO = re.compile(r"\b(?:(?:POSS|COP|S)2|POSS1\b)")  # nobody says «thou» to a figure or an abbreviation, or «my»


@dataclass(slots=True, eq=False, repr=False)
class Endings:
    """Reads an ending whatever its shape, and writes it in the shape that its place asks for."""

    grammar: Grammar
    _shapes: Shapes = field(init=False)

    def __post_init__(self) -> None:
        """Reads endings with the grammar's graph."""
        self._shapes = Shapes(self.grammar.reader.graph)

    def features(self, ending: str, state: str = "N") -> tuple[str, ...]:
        """Everything that an ending in lower case may say ("GEN", "POSS3+ACC") in any of its shapes, shortest first."""
        said = ("+".join(tags) for tags in self._shapes.features(ending, state))
        return tuple(features for features in said if not SPOKEN_TO.search(features))

    def written(self, base: str, ending: str) -> Iterator[str]:
        """The base (a figure, sign, abbreviation) with each thing that the ending may say."""
        state = "FIG" if base[-1:].isdecimal() else "N"
        found: dict[str, None] = {}
        for features in self.features(ending, state):
            form = self.form(base, features)
            if form and " " not in form[len(base) :]:
                found[form] = None
        yield from list(found)[:MOST]

    def form(self, base: str, features: str) -> str:
        """The form, "" where the base has none with these features."""
        try:
            return self.grammar.form(base, features).text
        except FactsError:
            return ""

    def spoken(self, base: str) -> tuple[tuple[str, ...], str, bool]:
        """(how the base may be read aloud, the state where its endings begin, whether that is sure).

        Empty where the base is a word, or a Latin name that nobody stored.
        """
        readings = self.grammar.decliner.readings
        part = base.split("-")[-1]
        stored = readings.aloud(base) or readings.aloud(part)
        if stored:
            return stored, "N", True
        if base[-1].isdecimal():
            figure = readings.figure(base)
            return ((figure,), "FIG", True) if figure else ((), "FIG", True)
        if base[-1] in readings.symbols:
            return readings.symbols[base[-1]], "N", True
        if is_abbreviation(part):
            return (readings.spelt(part), part.lower()), "N", False
        return (), "N", True

    def fits(self, spoken: str, ending: str, state: str, both: bool) -> bool:
        """See Grammar.takes."""
        return self.grammar.takes(spoken, ending, state, both)
