"""What an ending says, whatever stem it hangs on: read with the sounds of every stem. Start at `Endings.features`."""

from dataclasses import dataclass, field

from pressdesk.grammar.graph import Graph
from pressdesk.grammar.sounds import HARMONIES, Tail

MEMORY = 20_000
NOUN = "N"  # the state of a bare noun


@dataclass(slots=True, eq=False, repr=False)
class Endings:
    """Reads endings by themselves: «дан», «ден», «нан» all say ABL."""

    graph: Graph
    _derived: frozenset[str] = frozenset()
    _known: dict[tuple[str, str], tuple[tuple[str, ...], ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Collects the tags of the suffixes that make a new word."""
        rows = self.graph.suffixes.values()
        self._derived = frozenset(suffix.tag for found in rows for suffix in found if suffix.step)

    def features(self, ending: str, state: str) -> tuple[tuple[str, ...], ...]:
        """Each chain of tags that the ending may stand for after a stem in this state, the shortest first.

        Empty where no stem takes such an ending; an empty ending is none.
        """
        found = self._known.get((ending, state))
        if found is None:
            if len(self._known) > MEMORY:
                self._known.clear()
            found = self._known[ending, state] = tuple(sorted(self._read(ending, state), key=lambda t: (len(t), t)))
        return found

    def inflects(self, ending: str) -> bool:
        """Whether this is one inflection of nouns in some shape: after an abbreviation no word, though spelt as one.

        «Дың» and «бен» are words; «АҚШ-дың» and «ЕО-бен» are endings in the wrong shape. Derivations and chains do not
        count: «2-шешім» and «1-тамыз» are words.
        """
        return any(len(tags) == 1 and tags[0] not in self._derived for tags in self.features(ending, NOUN))

    def _read(self, ending: str, state: str) -> set[tuple[str, ...]]:
        graph, found = self.graph, set[tuple[str, ...]]()
        for cls in sorted(set(graph.sounds.classes.values())):
            for harmony in HARMONIES:
                for chain in graph.readings(graph.node(state, harmony, Tail(cls, ""), 0), ending):
                    found.add(tuple(arc.suffix.tag for arc in chain if arc.suffix.tag))
        return found - {()}


__all__ = ["Endings"]
