"""A form to every lexeme and chain that makes it. Always true: the stem's letters and the arcs' spell the word.

Start at `Reader.accepts` (yes or no, fast) and `Reader.readings` (every way, with the rows that made it).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from pressdesk.grammar.graph import Arc, Graph, Node
from pressdesk.grammar.lexicon import Irregular, Lexeme, Lexicon
from pressdesk.grammar.sounds import HARMONIES


@dataclass(frozen=True, slots=True)
class Step:
    """A row of a table and what it adds to the word: ("suffixes.tsv:12", "PL", "лар")."""

    row: str
    tag: str
    adds: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word: the lemma, its class, the features, and the rows that made it, the lexicon's first."""

    lemma: str
    cls: str
    features: str
    rows: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Stem:
    """A lexeme ready to be inflected: `sure` letters in front, then the node's held ones."""

    lexeme: Lexeme
    sure: str
    node: Node


@dataclass(slots=True, eq=False, repr=False)
class Reader:
    """Reads words. Stems are found by the letters that no suffix can change."""

    graph: Graph
    lexicon: Lexicon
    longest: int = 0
    held: tuple[str, ...] = ()
    _stems: dict[str, tuple[Stem, ...]] = field(default_factory=dict)
    _elided: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Notes which lemmas lose more than their last letter, and the longest lemma."""
        self.longest = max(map(len, self.lexicon.lemmas()), default=0)
        sounds = self.graph.sounds
        finals = {rule.final.pattern: rule.final for rule in sounds.alternations}.values()
        pairs = {c: [a + c for a in sounds.classes] for c in sounds.classes}
        self.held = tuple(c for c, found in pairs.items() if any(f.search(x) for f in finals for x in found))
        for trait in {rule.trait for rule in sounds.alternations if rule.trait and not rule.unless}:
            for lemma in self.lexicon.with_trait(trait):
                for stem in self.stems_of(lemma):
                    if len(lemma) - len(stem.sure) > 1:
                        self._elided.setdefault(stem.sure, []).append(lemma)

    def forget(self, lemma: str) -> None:
        """The lexicon got a new entry for this lemma (in lower case): makes its chains anew."""
        self._stems.pop(lemma, None)
        self.longest = max(self.longest, len(lemma))
        for stem in self.stems_of(lemma):
            known = self._elided.setdefault(stem.sure, [])
            if len(lemma) - len(stem.sure) > 1 and lemma not in known:
                known.append(lemma)

    def stems_of(self, lemma: str) -> tuple[Stem, ...]:
        """Every chain that may begin with this lemma (in lower case)."""
        found = self._stems.get(lemma)
        if found is None:
            found = self._stems[lemma] = tuple(self._make(lemma))
        return found

    def _make(self, lemma: str) -> Iterator[Stem]:
        for lexeme in self.lexicon.get(lemma):
            harmony, _ = self.lexicon.harmony(self.graph.sounds, lemma, lexeme.traits, lexeme.cls.capital)
            for choice in HARMONIES if "both" in lexeme.traits else (harmony,):
                states = ("P3",) if "possessed" in lexeme.traits else lexeme.cls.states
                for state in states:
                    node = self.graph.root(lemma, state, choice, lexeme.traits)
                    yield Stem(lexeme, lemma[: len(lemma) - len(node.tail.held)], node)

    def _candidates(self, word: str) -> Iterator[tuple[int, Stem]]:
        """Stems whose sure letters begin the word, with their number."""
        known = self.lexicon.lemmas()
        for end in range(min(len(word), self.longest), 0, -1):
            start = word[:end]
            for lemma in (start, *(start + c for c in self.held), *self._elided.get(start, ())):
                if lemma in known:
                    for stem in self.stems_of(lemma):
                        if len(stem.sure) == end:
                            yield end, stem

    def accepts(self, word: str, capital: bool) -> bool:
        """Whether some reading spells the word, given in lower case; proper names only where it had a capital."""
        for form in self.lexicon.irregular.get(word, ()):
            if self._irregular_ok(form, capital):
                return True
        for end, stem in self._candidates(word):
            if (capital or not stem.lexeme.cls.capital) and self.graph.accepts(stem.node, word[end:]):
                return True
        starts = self._irregular_starts(word)
        return any(self.graph.accepts(node, rest) for form, node, rest in starts if capital or form.lemma.islower())

    def _irregular_ok(self, form: Irregular, capital: bool) -> bool:
        return self.graph.states[form.state].final and (capital or form.form.islower())

    def _irregular_starts(self, word: str) -> Iterator[tuple[Irregular, Node, str]]:
        for end in range(len(word), 0, -1):
            for form in self.lexicon.irregular.get(word[:end], ()):
                harmony = self.graph.sounds.last_harmony(form.form.lower()) or "back"
                node = self.graph.root(form.form.lower(), form.state, harmony, frozenset())
                held = len(node.tail.held)
                if word[end - held : end] == node.tail.held:
                    yield form, node, word[end - held :]

    def readings(self, word: str, capital: bool) -> Iterator[Reading]:
        """Every reading of a word given in lower case."""
        for form, node, rest in self._irregular_starts(word):
            for chain in self.graph.readings(node, rest):
                tags = [form.features, *(arc.suffix.tag for arc in chain)]
                own = Step(form.row, form.features, form.form)
                yield Reading(form.lemma, "", "+".join(filter(None, tags)), (own, *map(_step, chain)))
        for end, stem in self._candidates(word):
            if capital or not stem.lexeme.cls.capital:
                for chain in self.graph.readings(stem.node, word[end:]):
                    lexeme = stem.lexeme
                    features = "+".join(arc.suffix.tag for arc in chain if arc.suffix.tag)
                    own = Step(lexeme.row, lexeme.cls.name, lexeme.lemma)
                    yield Reading(lexeme.lemma, lexeme.cls.name, features, (own, *map(_step, chain)))


def _step(arc: Arc) -> Step:
    return Step(arc.suffix.id, arc.suffix.tag, arc.ending)
