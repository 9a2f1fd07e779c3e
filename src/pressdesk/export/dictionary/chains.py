"""Chains of suffixes as Hunspell's two: the inner one, to a place where the chain is cut, and the outer one from there.

Start at `Chains.inner` and `Chains.outer`. A group of stems that behave alike is a node of the grammar's graph, so a
class of affixes belongs to a node and never to a word. Always true: stem without `strip`, then `add`, is a form that
the grammar builds.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import inf

from pressdesk.grammar.graph import Arc, Graph, Node

CHAIN = 0.1  # what a suffix costs that weights.tsv does not name
NOUN = "noun"  # the kind of states.tsv whose endings can come twice
ROUNDING = 1e-9


@dataclass(frozen=True, slots=True, order=True)
class Affix:
    """A line of the .aff: letters taken off the stem, letters added, the class that may follow (0: none), or must."""

    strip: str
    add: str
    then: int = 0
    open: bool = False


Class = tuple[Affix, ...]


@dataclass(slots=True, eq=False, repr=False)
class Chains:
    """Makes classes of affixes; equal ones are one class.

    Attributes:
        graph: the grammar's.
        costs: tag to cost, from weights.tsv.
        cuts: states where a chain is parted.
        most_inner: how unlikely an inner chain may be.
        most_outer: how unlikely an outer chain may be.
        again: what it costs an inner chain to go on through a cut.
        derived: what a derivation costs that `costs` does not name.
        first: the number of the first class.
    """

    graph: Graph
    costs: Mapping[str, float]
    cuts: frozenset[str]
    most_inner: float
    most_outer: float
    again: float
    derived: float
    first: int
    classes: dict[Class, int] = field(default_factory=dict)
    _outer: dict[Node, int] = field(default_factory=dict)
    _inner: dict[Node, int] = field(default_factory=dict)

    def outer(self, node: Node) -> int:
        """The class of everything that ends a word from this node without a derivation; 0 where nothing does."""
        node = self.graph.node(node.state.name, node.harmony, node.tail, self.graph.limit)
        found = self._outer.get(node)
        if found is None:
            ends = {Affix(node.tail.held, text + end.tail.held) for text, end in self.ends(node, self.most_outer)}
            found = self._outer[node] = self.number(ends)
        return found

    def inner(self, node: Node) -> int:
        """The class of chains from this node to a cut, each with the class that goes on there; 0 for none."""
        found = self._inner.get(node)
        if found is None:
            affixes = set()
            for text, end in self._walk(node, self.most_inner, self.again):
                outer = self.outer(end) if end.state.name in self.cuts else 0
                if outer or (end.state.name in self.cuts and end.state.final):
                    affixes.add(Affix(node.tail.held, text + end.tail.held, outer, not end.state.final))
            found = self._inner[node] = self.number(affixes)
        return found

    def ends(self, node: Node, most: float) -> Iterator[tuple[str, Node]]:
        """(letters that become sure, last node) of every chain that may end a word and runs through no cut."""
        for text, end in self._walk(node, most, inf):
            if end.state.final:
                yield text, end

    def _walk(self, node: Node, most: float, again: float) -> Iterator[tuple[str, Node]]:
        """Every chain of at least one suffix that costs no more than `most`, on through a cut at the price `again`.

        Voices are cuts too, but none comes twice, so a limited price is that of the noun's states alone.
        """
        for arc in node.arcs:
            left = most - self._cost(arc)
            if " " in arc.text or left < -ROUNDING:
                continue
            yield arc.text, arc.node
            state = arc.node.state
            if arc.text and state.name in self.cuts and (again == inf or state.kind == NOUN):
                left -= again
            if left >= -ROUNDING:
                for text, end in self._walk(arc.node, left, again):
                    yield arc.text + text, end

    def _cost(self, arc: Arc) -> float:
        if not arc.suffix.tag:
            return 0.0
        return self.costs.get(arc.suffix.tag, self.derived if arc.suffix.step else CHAIN)

    def number(self, affixes: set[Affix]) -> int:
        """The class's number; an affix that changes nothing is left out."""
        kept = tuple(sorted(a for a in affixes if a.add != a.strip))
        if not kept:
            return 0
        return self.classes.setdefault(kept, self.first + len(self.classes))
