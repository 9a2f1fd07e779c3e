"""The suffixes as a graph of states, walked both ways; start at `Graph.root` and `Node.arcs`.

`states.tsv` lists the states, `suffixes.tsv` the arcs between them. A node is a state together with everything that
the next suffix can see of the word so far: harmony, the stem's tail, and how many derivations were made. Arcs carry
real letters, so writing (`chains`) and reading (`accepts`, `readings`) follow the very same arcs. Nodes are made on
demand and kept; nothing here knows a letter.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from pressdesk.grammar.places import Place, Places
from pressdesk.grammar.sounds import HARMONIES, KINDS, Sounds, Tail
from pressdesk.grammar.table import CYRILLIC, EVIDENCE, Row, count, once, one_of, read_table

LONG = "long"  # under `after`: a stem of several syllables
SEVERAL = 2
BRACKETS = re.compile(r"([^()]|\([^()]\))*")  # what a suffix may look like


class State(NamedTuple):
    """A row of states.tsv: a place in the chain. A word may end in a state that is `final`."""

    name: str
    kind: str
    final: bool


class Suffix(NamedTuple):
    """A row of suffixes.tsv. `after` holds the classes it may follow, empty for all; `step` counts derivations;
    one that `keeps` leaves the stem's harmony whatever its own vowels; a `long` one follows no stem of one syllable."""

    id: str
    tag: str
    text: str
    next: str
    after: frozenset[str]
    step: int
    written: bool
    keeps: bool
    row: Row
    long: bool = False


class Arc(NamedTuple):
    """One suffix with its real letters. `text` is everything that becomes certain; `ending` the suffix alone."""

    text: str
    ending: str
    node: "Node"
    suffix: Suffix
    written: bool


@dataclass(slots=True, eq=False, repr=False)
class Node:
    """A state in the context of a stem."""

    graph: "Graph"
    state: State
    harmony: str
    tail: Tail
    steps: int
    _arcs: tuple[Arc, ...] | None = None
    _place: Place | None = None

    @property
    def arcs(self) -> tuple[Arc, ...]:
        """Every suffix that may follow, in the order of the table."""
        if self._arcs is None:
            self._arcs = tuple(self.graph.expand(self))
        return self._arcs

    @property
    def place(self) -> Place:
        """Where what follows this node is read."""
        if self._place is None:
            self._place = self.graph.places.of((self,))
        return self._place


@dataclass(slots=True, eq=False, repr=False)
class Graph:
    """All states and suffixes of a language.

    Attributes:
        limit: how many derivations may follow a stem.
        places: where words are read.
    """

    sounds: Sounds
    states: dict[str, State]
    suffixes: dict[str, tuple[Suffix, ...]]
    limit: int = 2
    places: Places = field(default_factory=Places)
    _nodes: dict[tuple[str, str, Tail, int], Node] = field(default_factory=dict)
    _counting: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        """Notes the states whose suffixes ask how long the stem is."""
        self._counting = frozenset(state for state, rows in self.suffixes.items() if any(row.long for row in rows))

    def root(self, stem: str, state: str, harmony: str, traits: frozenset[str]) -> Node:
        """Where the chain of a stem begins; the stem's own held letters are in the node's tail."""
        tail = self.sounds.tail(stem, self.states[state].kind, traits)
        if state in self._counting and self.sounds.syllables(stem) < SEVERAL:
            tail = tail._replace(short=True)
        return self.node(state, harmony, tail, 0)

    def node(self, state: str, harmony: str, tail: Tail, steps: int) -> Node:
        """The one node for these values."""
        key = (state, harmony, tail, steps)
        found = self._nodes.get(key)
        if found is None:
            found = self._nodes[key] = Node(self, self.states[state], harmony, tail, steps)
        return found

    def bare(self, reading: str, state: str, harmony: str) -> Node:
        """Where endings begin that hang on something read aloud by a hyphen: no letter of the reading changes."""
        return self.node(state, harmony, Tail(self.sounds.cls(reading), ""), 0)

    def expand(self, node: Node) -> Iterator[Arc]:
        """The arcs that leave a node, with their letters."""
        for suffix in self.suffixes.get(node.state.name, ()):
            if (suffix.after and node.tail.cls not in suffix.after) or node.steps + suffix.step > self.limit:
                continue
            if suffix.long and node.tail.short:
                continue
            steps = node.steps + suffix.step
            surface = self.sounds.realise(suffix.text, node.harmony, node.tail.cls)
            if not surface:
                yield Arc("", "", self.node(suffix.next, node.harmony, node.tail, steps), suffix, suffix.written)
                continue
            harmony = "" if suffix.keeps else self.sounds.last_harmony(surface)
            harmony = harmony or node.harmony
            for held, eaten, written in node.tail.join(surface):
                text = held + surface[eaten:]
                tail = self.sounds.tail(text, self.states[suffix.next].kind, frozenset())
                sure = text[: len(text) - len(tail.held)]
                target = self.node(suffix.next, harmony, tail, steps)
                yield Arc(sure, surface, target, suffix, written and suffix.written)

    def accepts(self, node: Node, rest: str) -> bool:
        """Whether some chain from `node` spells exactly `rest`."""
        return node.place.accepts(rest)

    def readings(self, node: Node, rest: str) -> Iterator[tuple[Arc, ...]]:
        """Every chain of arcs that spells exactly `rest`."""
        if node.state.final and rest == node.tail.held:
            yield ()
        for arc in node.arcs:
            if rest.startswith(arc.text) and self.accepts(arc.node, rest[len(arc.text) :]):
                for more in self.readings(arc.node, rest[len(arc.text) :]):
                    yield (arc, *more)

    def chains(self, node: Node, tags: tuple[str, ...]) -> Iterator[tuple[Arc, ...]]:
        """Every chain of arcs that carries exactly these tags in this order and may end a word."""
        if not tags and node.state.final:
            yield ()
        for arc in node.arcs:
            if not arc.suffix.tag:
                if tags:
                    for more in self.chains(arc.node, tags):
                        yield (arc, *more)
            elif tags and arc.suffix.tag == tags[0]:
                for more in self.chains(arc.node, tags[1:]):
                    yield (arc, *more)


def load_graph(folder: Path, sounds: Sounds) -> Graph:
    """Reads states.tsv and suffixes.tsv; refuses unknown states, sounds and classes, and silent circles."""
    states: dict[str, State] = {}
    for row in read_table(folder / "states.tsv", ("state", "kind", "final", "note", *EVIDENCE), EVIDENCE):
        if row["final"] not in ("yes", "no"):
            raise row.error("final", "Say yes if a word may end here, or no.")
        states[once(row, "state", states)] = State(row["state"], one_of(row, "kind", *KINDS), row["final"] == "yes")
    classes = set(sounds.classes.values()) | {"*"}
    suffixes: dict[str, list[Suffix]] = {}
    columns = ("state", "tag", "suffix", "next", "after", "step", "read", *EVIDENCE)
    for row in read_table(folder / "suffixes.tsv", columns, EVIDENCE):
        if not row["state"]:
            raise row.error("state", "Name the states that this suffix may follow.")
        suffix = _suffix(row, states, classes, sounds)
        for state in row["state"].split():
            if state not in states:
                raise row.error("state", f"The state “{state}” is not in states.tsv.")
            suffixes.setdefault(state, []).append(suffix)
    _no_circle(suffixes, _silent(suffixes, sounds), "Rows without letters lead in a circle: give one of them letters.")
    unnamed = {suffix.id for rows in suffixes.values() for suffix in rows if not suffix.tag}
    _no_circle(suffixes, unnamed, "Rows without a tag lead in a circle: give one of them a tag.")
    return Graph(sounds, states, {state: tuple(found) for state, found in suffixes.items()})


def _suffix(row: Row, states: dict[str, State], classes: set[str], sounds: Sounds) -> Suffix:
    if row["next"] not in states:
        raise row.error("next", f"The state “{row['next']}” is not in states.tsv.")
    keeps = row["suffix"].startswith("=")
    text = "" if row["suffix"] == "0" else row["suffix"].lstrip("=")
    _check_letters(row, text, sounds)
    named, others = set[str](), set[str]()
    asked = row["after"].split()
    for name in (name for name in asked if name != LONG):
        if name.lstrip("-") not in classes:
            raise row.error("after", f"No letter of letters.tsv has the class “{name.lstrip('-')}”.")
        (others if name.startswith("-") else named).add(name.lstrip("-"))
    if named and others:
        raise row.error("after", "Name the classes a suffix follows, or with a minus those it does not: not both.")
    after = classes - others if others else named
    step, written = count(row, "step"), one_of(row, "read", "", "read") == ""
    return Suffix(row.id, row["tag"], text, row["next"], frozenset(after), step, written, keeps, row, LONG in asked)


def _check_letters(row: Row, text: str, sounds: Sounds) -> None:
    for letter in text:
        if letter.isupper() and CYRILLIC.match(letter):
            raise row.error("suffix", f"“{letter}” is a Cyrillic capital: a changing sound is a Latin capital.")
        if "a" <= letter <= "z":
            raise row.error("suffix", f"“{letter}” is a Latin letter: type the Cyrillic one.")
        if "A" <= letter <= "Z" and letter not in sounds.rows:
            raise row.error("suffix", f"The sound “{letter}” is not in sounds.tsv: add its rows there.")
    if not BRACKETS.fullmatch(text):
        raise row.error("suffix", f"Each bracket of “{text}” must hold one letter and be closed: (I)м.")


def _silent(suffixes: dict[str, list[Suffix]], sounds: Sounds) -> set[str]:
    """The rows whose suffix has no letters, after some sound at least: (с) after a consonant."""
    places = [(harmony, cls) for cls in {*sounds.classes.values(), "*"} for harmony in HARMONIES]
    return {
        suffix.id
        for rows in suffixes.values()
        for suffix in rows
        if any(not sounds.realise(suffix.text, harmony, cls) for harmony, cls in places)
    }


def _no_circle(suffixes: dict[str, list[Suffix]], among: set[str], sentence: str) -> None:
    """Refuses a circle of these rows: a chain could go round for ever and make, or say, nothing new."""
    for start in suffixes:
        seen, todo = set[str](), [start]
        while todo:
            for suffix in suffixes.get(todo.pop(), ()):
                if suffix.id not in among:
                    continue
                if suffix.next == start:
                    raise suffix.row.error("next", sentence)
                if suffix.next not in seen:
                    seen.add(suffix.next)
                    todo.append(suffix.next)


__all__ = ["HARMONIES", "Arc", "Graph", "Node", "State", "Suffix", "load_graph"]
