"""A form to every lexeme and chain that makes it. Always true: the stem's letters and the arcs' spell the word.

Start at `Reader.accepts` (yes or no, fast) and `Reader.readings` (every way, with the rows that made it).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from pressdesk.grammar.graph import Arc, Graph, Node
from pressdesk.grammar.lexicon import Irregular, Lexeme, Lexicon
from pressdesk.grammar.sounds import HARMONIES

CLOSED = 7  # how common irregular words are taken to be


@dataclass(frozen=True, slots=True)
class Step:
    """A row of a table and what it adds to the word: ("suffixes.tsv:12", "PL", "лар")."""

    row: str
    tag: str
    adds: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word: the lemma, its class, the features, and the rows that made it, the lexicon's first.

    `common` is the lexicon's: from 0 to 9 how common the word is."""

    lemma: str
    cls: str
    features: str
    rows: tuple[Step, ...]
    common: int = 0


@dataclass(frozen=True, slots=True)
class Stem:
    """A lexeme ready to be inflected: `sure` letters, then the node's held ones; `capital`: it needs one."""

    lexeme: Lexeme
    sure: str
    node: Node
    capital: bool


@dataclass(slots=True, eq=False, repr=False)
class Reader:
    """Reads words. Stems are found by the letters that no suffix can change."""

    graph: Graph
    lexicon: Lexicon
    _held: frozenset[str] = frozenset()
    _index: dict[str, list[str]] = field(default_factory=dict)
    _long: frozenset[str] = frozenset()
    _stems: dict[str, tuple[Stem, ...]] = field(default_factory=dict)
    _prefixes: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Indexes every lemma by what may be its sure letters: all of them, or without those that may change."""
        sounds = self.graph.sounds
        finals = {rule.final.pattern: rule.final for rule in sounds.alternations}.values()
        pairs = {c: [a + c for a in sounds.classes] for c in sounds.classes}
        self._held = frozenset(c for c, found in pairs.items() if any(f.search(x) for f in finals for x in found))
        traits = {rule.trait for rule in sounds.alternations if rule.trait and not rule.unless}
        self._long = frozenset(lemma for trait in traits for lemma in self.lexicon.with_trait(trait))
        index = self._index
        for lemma in self.lexicon.lemmas():
            index.setdefault(lemma, []).append(lemma)
            if lemma[-1] in self._held:
                index.setdefault(lemma[:-1], []).append(lemma)
        for lemma in self._long:
            self._index_long(lemma)

    def _index_long(self, lemma: str) -> None:
        for sure in {stem.sure for stem in self.stems_of(lemma)}:
            if len(lemma) - len(sure) > 1:
                self._index.setdefault(sure, []).append(lemma)

    def forget(self, lemma: str) -> None:
        """The lexicon has changed for this lemma (in lower case): makes its chains anew."""
        self._stems.pop(lemma, None)
        self._prefixes.clear()
        for sure in (lemma, lemma[:-1]):
            known = self._index.setdefault(sure, [])
            if lemma not in known:
                known.append(lemma)
        self._index_long(lemma)

    def prefixes(self) -> set[str]:
        """Every beginning of every stem, for those who try many words; made when first asked for."""
        if not self._prefixes:
            for sure in (*self._index, *self.lexicon.irregular):
                self._prefixes.update(sure[:end] for end in range(1, len(sure) + 1))
        return self._prefixes

    def stems_of(self, lemma: str) -> tuple[Stem, ...]:
        """Every chain that may begin with this lemma (in lower case)."""
        found = self._stems.get(lemma)
        if found is None:
            found = self._stems[lemma] = tuple(self._make(lemma))
        return found

    def _make(self, lemma: str) -> Iterator[Stem]:
        for lexeme in self.lexicon.get(lemma):
            harmony, _ = self.lexicon.harmony(self.graph.sounds, lemma, lexeme.traits, lexeme.cls.is_name)
            for choice in HARMONIES if "both" in lexeme.traits else (harmony,):
                states = ("P3",) if "possessed" in lexeme.traits else lexeme.cls.states
                for state in states:
                    node = self.graph.root(lemma, state, choice, lexeme.traits)
                    sure = lemma[: len(lemma) - len(node.tail.held)]
                    yield Stem(lexeme, sure, node, lexeme.cls.is_name if state == "P3" else state in lexeme.cls.capital)

    def _candidates(self, word: str) -> Iterator[tuple[int, Stem]]:
        """Stems whose sure letters begin the word, with their number."""
        index = self._index
        for end in range(len(word), 0, -1):
            for lemma in index.get(word[:end], ()):
                for stem in self.stems_of(lemma):
                    if len(stem.sure) == end:
                        yield end, stem

    def accepts(self, word: str, capital: bool) -> bool:
        """Whether some reading spells the word, given in lower case; proper names only where it had a capital."""
        for form in self.lexicon.irregular.get(word, ()):
            if self._irregular_ok(form, capital):
                return True
        for end, stem in self._candidates(word):
            if (capital or not stem.capital) and self.graph.accepts(stem.node, word[end:]):
                return True
        starts = self._irregular_starts(word)
        return any(self.graph.accepts(node, rest) for form, node, rest in starts if capital or form.lemma.islower())

    def accepts_quickly(self, word: str, capital: bool) -> bool:
        """As `accepts`, for one of very many words most of which are none: stops where no stem begins so."""
        prefixes, index = self.prefixes(), self._index
        for end in range(1, len(word) + 1):
            start = word[:end]
            if start not in prefixes:
                return False
            for lemma in index.get(start, ()):
                for stem in self.stems_of(lemma):
                    fits = len(stem.sure) == end and (capital or not stem.capital)
                    if fits and self.graph.accepts(stem.node, word[end:]):
                        return True
            if start in self.lexicon.irregular and self.accepts(word, capital):
                return True
        return False

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
                yield Reading(form.lemma, "", "+".join(filter(None, tags)), (own, *map(_step, chain)), CLOSED)
        for end, stem in self._candidates(word):
            if capital or not stem.capital:
                for chain in self.graph.readings(stem.node, word[end:]):
                    lexeme = stem.lexeme
                    features = "+".join(arc.suffix.tag for arc in chain if arc.suffix.tag)
                    own = Step(lexeme.row, lexeme.cls.name, lexeme.lemma)
                    yield Reading(lexeme.lemma, lexeme.cls.name, features, (own, *map(_step, chain)), lexeme.common)


def _step(arc: Arc) -> Step:
    return Step(arc.suffix.id, arc.suffix.tag, arc.ending)
