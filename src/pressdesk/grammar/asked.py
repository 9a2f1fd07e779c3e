"""Why features that were asked for make no form of a word. Start at `why_not`."""

import re
from itertools import permutations

from pressdesk.grammar.analyse import Reader
from pressdesk.grammar.graph import Graph

LONGEST = 5  # features whose other orders are tried
PERSON = re.compile(r"\d\D*$")  # what the tags of one person end in: S1PL, COP1PL
NAMED = 8  # features of which a sentence tells


def why_not(reader: Reader, base: str, state: str, tags: tuple[str, ...]) -> str:
    """One sentence for features (at least one) that no chain from a state has: their order, or the one that does not
    belong, with what may stand in its place."""
    graph, asked = reader.graph, f"“{base}” has no form “{'+'.join(tags)}”"
    for order in permutations(tags) if len(tags) <= LONGEST else ():
        places = after(graph, state, order)
        if any(graph.states[name].final for name in places):
            return f"{asked}: name the features in the order of the suffixes, “{'+'.join(order)}”."
    count = next((n for n in range(len(tags), 0, -1) if after(graph, state, tags[:n])), 0)
    if count == len(tags):
        return f"{asked}: no word ends there; add one of {_told(graph, after(graph, state, tags))}."
    if count:
        may = _told(graph, after(graph, state, tags[:count]), tags[count])
        return f"{asked}: “{tags[count]}” does not follow “{tags[count - 1]}”; what may is {may or 'nothing'}."
    classes = [name for name, cls in reader.lexicon.classes.items() if after(graph, " ".join(cls.states), tags[:1])]
    told = f": words of the class {', '.join(classes)} do (classes.tsv)" if classes else ""
    return f"“{base}” takes no “{tags[0]}”{told}."


def after(graph: Graph, states: str, tags: tuple[str, ...]) -> frozenset[str]:
    """The states where a word may be once these tags were added in one of the states, which spaces part."""
    places = _with_silent(graph, frozenset(states.split()))
    for tag in tags:
        rows = (row for place in places for row in graph.suffixes.get(place, ()))
        places = _with_silent(graph, frozenset(row.next for row in rows if row.tag == tag))
    return places


def _with_silent(graph: Graph, states: frozenset[str]) -> frozenset[str]:
    """The states, and those to which rows without a tag lead from there."""
    found, todo = set(states), list(states)
    while todo:
        for row in graph.suffixes.get(todo.pop(), ()):
            if not row.tag and row.next not in found:
                found.add(row.next)
                todo.append(row.next)
    return frozenset(found)


def _told(graph: Graph, states: frozenset[str], like: str = "") -> str:
    """The tags that may follow, those of the same person as `like` first, then in the order of the table: a few."""
    rows = sorted({row.row.line: row.tag for s in states for row in graph.suffixes.get(s, ()) if row.written}.items())
    tags = [tag for tag in dict.fromkeys(tag for _, tag in rows) if tag]
    person = PERSON.search(like)
    tags.sort(key=lambda tag: person is None or not tag.endswith(person[0]))
    return ", ".join(tags[:NAMED]) + (" and others" if len(tags) > NAMED else "")


__all__ = ["why_not"]
