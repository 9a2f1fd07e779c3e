"""Which facts a template asks for, and which of its names no draft has; without rendering it.

The facts' own dataclasses say what a name leads to, so a misspelt name is found in a branch that no sample takes.
"""

import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from typing import Any

from jinja2 import nodes

from pressdesk.model.codec import keys
from pressdesk.model.facts import (
    Agreement,
    Country,
    Event,
    Facts,
    Issuer,
    Organisation,
    Outcome,
    Person,
    Place,
    Statement,
)
from pressdesk.render.subset import LOOP_NAMES
from pressdesk.render.view import IDS

WORDS = ()  # what has no parts: words, a number, a date
Types = tuple[Any, ...] | None  # the dataclasses that a name may lead to, WORDS for a leaf, None where it is not known
PARTY = (Person, Organisation, Issuer, Country)
_MORE: Mapping[Any, tuple[str, ...]] = {
    Person: ("title", "post", "role", "later", "headed"),
    Organisation: ("bare",),
    Issuer: ("bare",),
    Place: ("bare",),
    Statement: ("turn", "known"),
    Outcome: ("known",),
    Event: ("noun",),
    Agreement: ("noun",),
}
_ROOT: Mapping[str, Types] = {
    "own": (Country,),
    "partner": (Country,),
    "reporter": (Organisation, Issuer),
    "partners": PARTY,
} | dict.fromkeys(("chairs", "attendees", "delegates", "witnesses"), PARTY)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a template: the path of the fact, `[]` for the items of a list; the line; why it leads nowhere."""

    path: str
    line: int
    fault: str = ""


def mentions(tree: nodes.Template) -> list[Mention]:
    """Every name that a template asks for, in the order of its text."""
    return list(_Reader().walk(tree, {}))


class _Reader:
    def walk(self, node: nodes.Node, scope: Mapping[str, tuple[str, Types]]) -> Iterator[Mention]:
        if isinstance(node, nodes.For):
            path, types, faults = self.resolve(node.iter, scope)
            yield from faults
            yield Mention(path, node.lineno)
            inner = {**scope, _target(node): (f"{path}[]", types), "loop": ("", None)}
            for child in (*node.body, *node.else_):
                yield from self.walk(child, inner)
            return
        if isinstance(node, nodes.Name | nodes.Getattr):
            path, _types, faults = self.resolve(node, scope)
            yield from faults
            if path and not faults:
                yield Mention(path, node.lineno)
            return
        for child in node.iter_child_nodes():
            yield from self.walk(child, scope)

    def resolve(
        self, node: nodes.Node, scope: Mapping[str, tuple[str, Types]]
    ) -> tuple[str, Types, tuple[Mention, ...]]:
        """The path of a name, what it leads to, and what is wrong with it."""
        if isinstance(node, nodes.Name):
            if node.name in scope:
                return (*scope[node.name], ())
            types = part_of((Facts,), node.name) if node.name not in _ROOT else _ROOT[node.name]
            return self.told(node, node.name, types, (Facts,), node.name)
        if isinstance(node, nodes.Getattr):
            path, types, faults = self.resolve(node.node, scope)
            if faults or types is None:
                known = isinstance(node.node, nodes.Name) and node.node.name == "loop"
                wrong = known and node.attr not in LOOP_NAMES
                found = (Mention("loop", node.lineno, f"a loop has no “{node.attr}”"),) if wrong else faults
                return ("" if known else path, None, found)
            return self.told(node, f"{path}.{node.attr}", part_of(types, node.attr), types, node.attr)
        return "", None, ()

    def told(
        self, node: nodes.Node, path: str, found: Types, owners: tuple[Any, ...], name: str
    ) -> tuple[str, Types, tuple[Mention, ...]]:
        if found is not None:
            return path, found, ()
        known = sorted({key for owner in owners for key in (*keys(owner), *_MORE.get(owner, ()))})
        there = f"known there are {', '.join(known)}" if known else "these are words and have no parts"
        return path, None, (Mention(path, node.lineno, f"there is no “{name}”; {there}"),)


def _target(node: nodes.For) -> str:
    return node.target.name if isinstance(node.target, nodes.Name) else ""


def part_of(owners: tuple[Any, ...], name: str) -> Types:
    """What a part of these dataclasses leads to; None where none of them has it."""
    for owner in owners:
        if name in _MORE.get(owner, ()):
            return WORDS
        if name in keys(owner):
            return PARTY if name in IDS else _inner(keys(owner)[name][1])
    return None


def _inner(hint: Any) -> tuple[Any, ...]:
    """The dataclasses within an annotation: tuple[Step, ...] is (Step,)."""
    if is_dataclass(hint):
        return (hint,)
    return tuple(inner for part in typing.get_args(hint) for inner in _inner(part))
