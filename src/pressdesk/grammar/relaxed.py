"""Chains that nearly spell a word: the same tables, walked without their conditions. Start at `Relaxed.chains`.

Every shape of every suffix is allowed after any sound and in any harmony, a stem's end may change or stay whatever the
suffix, and once in a chain a suffix may follow a state that does not take it. What comes out is what a writer may
have meant; `explain` compares it with what the tables write. Nothing here knows a letter or a rule of its own.
"""

from dataclasses import dataclass, field
from itertools import product

from pressdesk.grammar.graph import Graph, Suffix
from pressdesk.grammar.sounds import LOOKED_AT, SPACE, Alternation

LONGEST = 7  # suffixes with letters in a chain
SHORT = 2  # letters of a shape of which the next suffix may change every one


End = tuple[str, Alternation | None]
Chains = tuple[tuple["Link", ...], ...]


@dataclass(frozen=True, slots=True)
class Link:
    """One suffix as typed.

    Attributes:
        shape: its letters; "" for a row without any.
        rule: the row of alternations.tsv by which the end before it was changed, None where it stayed.
        jumped: whether the state before does not take this suffix.
    """

    suffix: Suffix
    shape: str
    rule: Alternation | None = None
    jumped: bool = False


@dataclass(slots=True, eq=False, repr=False)
class Relaxed:
    """Walks a graph without conditions."""

    graph: Graph
    _by: dict[str, list[tuple[str, Suffix]]] = field(default_factory=dict)
    _ends: dict[str, tuple[End, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Collects the shapes of all suffixes by their first letter; short ones, which may change, under ""."""
        for suffix in {s.id: s for rows in self.graph.suffixes.values() for s in rows}.values():
            for shape in sorted({"".join(letters) for letters in self.spelt(suffix.text)}):
                if shape and " " not in shape:
                    self._by.setdefault(shape[0] if len(shape) > SHORT else "", []).append((shape, suffix))

    def spelt(self, suffix: str) -> list[tuple[str, ...]]:
        """Every way to write a suffix: each changing sound as any of its letters, each letter in brackets or not.

        One text a sound, "" for what is left out: as many as the suffix has sounds, brackets aside."""
        choices: list[tuple[str, ...]] = []
        buffer = False
        for symbol in suffix:
            if symbol in "()":
                buffer = symbol == "("
                continue
            rows = self.graph.sounds.rows.get(symbol, ())
            letters = dict.fromkeys(letter for row in rows for letter in row[1:3])
            found = tuple(letters) or (" " if symbol == SPACE else symbol,)
            choices.append((*found, "") if buffer else found)
        return list(product(*choices))

    def ends(self, text: str) -> tuple[End, ...]:
        """What a stem's end may become: itself, and by every row whose pattern it ends in, whoever may do that."""
        key = text[-LOOKED_AT:]
        found = self._ends.get(key)
        if found is None:
            changed: list[End] = [(key, None)]
            for rule in self.graph.sounds.alternations:
                match = rule.final.search(key)
                if match is not None:
                    changed.append((key[: match.start()] + match.expand(rule.becomes), rule))
            found = self._ends[key] = tuple(changed)
        before = text[:-LOOKED_AT]
        return tuple((before + end, rule) for end, rule in found)

    def chains(self, stem: str, state: str, word: str) -> Chains:
        """Every relaxed chain that makes `word` (in lower case) of a stem in a state."""
        return self._go(stem, state, word, 0, False, {})

    def _go(
        self, text: str, state: str, word: str, depth: int, jumped: bool, seen: dict[tuple[str, str, bool], Chains]
    ) -> Chains:
        key = (text, state, jumped)
        if key in seen:
            return seen[key]
        seen[key] = ()  # a chain that comes back to where it was leads nowhere new
        found: list[tuple[Link, ...]] = [()] if text == word and self.graph.states[state].final else []
        own = self.graph.suffixes.get(state, ())
        for suffix in own:
            if not suffix.text:
                more = self._go(text, suffix.next, word, depth, jumped, seen)
                found += [(Link(suffix, ""), *chain) for chain in more]
        ids = {suffix.id for suffix in own}
        for end, rule in self.ends(text) if depth < LONGEST else ():
            if len(end) >= len(word) or not word.startswith(end):
                continue
            for shape, suffix in self._shapes(word[len(end)], rule):
                jump = suffix.id not in ids
                if jump and (jumped or not suffix.tag):
                    continue
                if rule is not None and rule.eats and not rule.before.match(shape):
                    continue
                grown = end + (shape[rule.eats :] if rule is not None else shape)
                if any(word.startswith(other) for other, _ in self.ends(grown)):
                    more = self._go(grown, suffix.next, word, depth + 1, jumped or jump, seen)
                    found += [(Link(suffix, shape, rule, jump), *chain) for chain in more]
        seen[key] = tuple(found)
        return seen[key]

    def _shapes(self, letter: str, rule: Alternation | None) -> list[tuple[str, Suffix]]:
        """The shapes that may come next: those that begin with the letter, short ones, all where one is swallowed."""
        if rule is not None and rule.eats:
            return [pair for pairs in self._by.values() for pair in pairs]
        return [*self._by.get(letter, ()), *self._by.get("", ())]
