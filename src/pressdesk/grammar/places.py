"""Reading as a walk: letter by letter from place to place, without trying anything twice. Start at `Places.of`.

A place is everything that the letters read so far may have led to: chains that are open together stand in one place, so
a letter costs one look into a dictionary however many there are. Places are made when first reached, are few, and are
kept; the nodes and arcs of the graph stay the only description.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pressdesk.grammar.graph import Node

LETTERS = 100  # kept for a place, those that lead nowhere among them: more than an alphabet, less than every script


class Due(NamedTuple):
    """Letters that must come next, and the node that they lead to; None where the word ends with them."""

    letters: str
    node: "Node | None"


class Place(dict[str, "Place"]):
    """A letter to the next place; indexing makes that one. `ends`: a word may end here; `alive`: or it may go on."""

    __slots__ = ("_due", "_letters", "_places", "alive", "ends")

    def __init__(self, places: "Places", ends: bool, due: frozenset[Due]) -> None:
        self._places, self._due = places, due
        self._letters: frozenset[str] | None = None
        self.ends, self.alive = ends, ends or bool(due)

    def __missing__(self, letter: str) -> "Place":
        place = self._places.after(self._due, letter)
        if len(self) < LETTERS:
            self[letter] = place
        return place

    @property
    def letters(self) -> frozenset[str]:
        """The letters that lead somewhere."""
        if self._letters is None:
            self._letters = frozenset(due.letters[0] for due in self._due)
        return self._letters

    def accepts(self, rest: str) -> bool:
        """Whether the letters lead from here to where a word may end."""
        place = self
        for letter in rest:
            place = place[letter]
            if not place.alive:
                return False
        return place.ends


class Places:
    """All places of one graph; equal ones are one."""

    def __init__(self) -> None:
        self._made: dict[tuple[bool, frozenset[Due]], Place] = {}
        self._of: dict[Node, tuple[bool, frozenset[Due]]] = {}
        self.nowhere = self._make(False, frozenset())
        self.end = self._make(True, frozenset())

    def __len__(self) -> int:
        return len(self._made)

    def of(self, nodes: Iterable["Node"]) -> Place:
        """Where a rest begins whose chain may go on from any of these nodes."""
        return self._from(nodes, False, set())

    def join(self, places: Iterable[Place]) -> Place:
        """The place that is all of these at once."""
        ends, due = False, frozenset[Due]()
        for place in places:
            ends, due = ends or place.ends, due | place._due
        return self._make(ends, due)

    def after(self, due: frozenset[Due], letter: str) -> Place:
        """What is left of the letters due when this one has come."""
        still, nodes, ends = set[Due](), list["Node"](), False
        for letters, node in due:
            if letters[0] != letter:
                continue
            if len(letters) > 1:
                still.add(Due(letters[1:], node))
            elif node is None:
                ends = True
            else:
                nodes.append(node)
        return self._from(nodes, ends, still)

    def _from(self, nodes: Iterable["Node"], ends: bool, due: set[Due]) -> Place:
        for node in nodes:
            stops, letters = self._of.get(node) or self._closure(node)
            ends = ends or stops
            due.update(letters)
        return self._make(ends, frozenset(due))

    def _closure(self, start: "Node") -> tuple[bool, frozenset[Due]]:
        """Whether a word may end at a node, and what may come next, arcs without letters followed."""
        ends, due = False, set[Due]()
        for node in _with_silent(start):
            if node.state.final and node.tail.held:
                due.add(Due(node.tail.held, None))
            ends = ends or (node.state.final and not node.tail.held)
            due.update(Due(arc.text, arc.node) for arc in node.arcs if arc.text)
        found = self._of[start] = (ends, frozenset(due))
        return found

    def _make(self, ends: bool, due: frozenset[Due]) -> Place:
        key = (ends, due)
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = Place(self, ends, due)
        return found


def _with_silent(start: "Node") -> Iterator["Node"]:
    """The node and all that arcs without letters lead to."""
    seen, todo = set["Node"](), [start]
    while todo:
        node = todo.pop()
        if node not in seen:
            seen.add(node)
            yield node
            todo += [arc.node for arc in node.arcs if not arc.text]
