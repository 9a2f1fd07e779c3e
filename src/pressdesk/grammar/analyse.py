"""A form to every lexeme and chain that makes it. Always true: the stem's letters and the arcs' spell the word.

Start at `Reader.accepts` (yes or no, fast) and `Reader.readings` (every way, with the rows that made it).
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from pressdesk.grammar.graph import Arc, Graph, Node
from pressdesk.grammar.lexicon import Irregular, Lexeme, Lexicon
from pressdesk.grammar.places import Place
from pressdesk.grammar.sounds import HARMONIES

CLOSED = 7  # how common irregular words are taken to be
MEMORY = 4000  # beginnings whose stems are kept ready; beyond it all are made anew when needed
Start = tuple[Place, Place]  # in lower case, and with a capital


class Step(NamedTuple):
    """A row of a table and what it adds to the word: ("suffixes.tsv:12", "PL", "лар")."""

    row: str
    tag: str
    adds: str


class Reading(NamedTuple):
    """One way to read a word: the lemma, its class, the features, and the rows that made it, the lexicon's first.

    `common` is the lexicon's: from 0 to 9 how common the word is."""

    lemma: str
    cls: str
    features: str
    rows: tuple[Step, ...]
    common: int = 0


class Stem(NamedTuple):
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
    _longer: dict[str, str | tuple[str, ...]] = field(default_factory=dict)
    _long: dict[str, list[str]] = field(default_factory=dict)
    _starts: dict[str, Start | None] = field(default_factory=dict)
    _ordered: tuple[str, ...] = ()
    _stems: dict[str, tuple[Stem, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Notes what may be the sure letters of a lemma: all of them, or without those that may change."""
        sounds, lemmas = self.graph.sounds, self.lexicon.lemmas()
        finals = {rule.final.pattern: rule.final for rule in sounds.alternations}.values()
        pairs = {c: [a + c for a in sounds.classes] for c in sounds.classes}
        self._held = frozenset(c for c, found in pairs.items() if any(f.search(x) for f in finals for x in found))
        held, longer = self._held, self._longer
        for lemma in lemmas:
            if lemma[-1] in held and longer.setdefault(lemma[:-1], lemma) is not lemma:
                self._note(lemma)
        self._starts = {**dict.fromkeys(lemmas), **dict.fromkeys(self._longer), **dict.fromkeys(self.lexicon.irregular)}
        traits = {rule.trait for rule in sounds.alternations if rule.trait and not rule.unless}
        for lemma in dict.fromkeys(lemma for trait in sorted(traits) for lemma in self.lexicon.with_trait(trait)):
            self._note_long(lemma)

    def _note(self, lemma: str) -> None:
        if lemma[-1] in self._held:
            known = self._longer.get(lemma[:-1], ())
            known = (known,) if isinstance(known, str) else known
            self._longer[lemma[:-1]] = tuple(dict.fromkeys((*known, lemma)))

    def _note_long(self, lemma: str) -> None:
        for sure in {stem.sure for stem in self.stems_of(lemma)}:
            if len(lemma) - len(sure) > 1:
                self._long.setdefault(sure, []).append(lemma)
                self._starts[sure] = None

    def forget(self, lemma: str) -> None:
        """The lexicon has changed for this lemma (in lower case): makes its chains anew."""
        self._stems.clear()
        self._note(lemma)
        self._starts[lemma] = self._starts[lemma[:-1]] = None
        self._ordered = ()
        self._note_long(lemma)

    def begins(self, text: str) -> bool:
        """Whether some stem begins so; `text` is in lower case."""
        ordered = self.starts
        place = bisect_left(ordered, text)
        return place < len(ordered) and ordered[place].startswith(text)

    @property
    def starts(self) -> tuple[str, ...]:
        """The sure letters of every stem in the order of their code points; made when first asked for."""
        if not self._ordered:
            self._ordered = tuple(sorted(self._starts))
        return self._ordered

    def start(self, sure: str) -> Start | None:
        """Where a word goes on that begins with these letters of a stem; None where no stem has just these."""
        if sure not in self._starts:
            return None
        return self._starts[sure] or self._start(sure)

    def _start(self, sure: str) -> Start:
        """Makes and keeps a start: the chains of all stems with these sure letters, and of the irregular forms."""
        places = self.graph.places
        nodes = [(s.node, s.capital) for lemma in self._lemmas(sure) for s in self._make(lemma) if s.sure == sure]
        small = large = places.of(node for node, capital in nodes if not capital)
        if any(capital for _, capital in nodes):
            large = places.of(node for node, _ in nodes)
        for form, node in self._irregular(sure):
            place = node.place
            for letter in node.tail.held:
                place = place[letter]
            large = places.join((large, place))
            if form.lemma.islower():
                small = places.join((small, place))
            elif form.form.islower() and place.ends:
                small = places.join((small, places.end))
        found = self._starts[sure] = (small, large)
        return found

    def _lemmas(self, sure: str) -> list[str]:
        """The lemmas that may have these sure letters: in the order of the lexicon, those that lose more at the end."""
        lemmas = self.lexicon.lemmas()
        longer = self._longer.get(sure, ())
        found = [x for x in (sure, *((longer,) if isinstance(longer, str) else longer)) if x in lemmas]
        if len(found) > 1:
            found.sort(key=self.lexicon.place)
        return found + self._long.get(sure, [])

    def stems_of(self, lemma: str) -> tuple[Stem, ...]:
        """Every chain that may begin with this lemma (in lower case)."""
        return tuple(self._make(lemma))

    def _stems_at(self, sure: str) -> tuple[Stem, ...]:
        """The stems with these sure letters, in the order of the lexicon; kept, for a text repeats them."""
        found = self._stems.get(sure)
        if found is None:
            if len(self._stems) >= MEMORY:
                self._stems.clear()
            stems = (stem for lemma in self._lemmas(sure) for stem in self._make(lemma) if stem.sure == sure)
            found = self._stems[sure] = tuple(stems)
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

    def _candidates(self, word: str, capital: bool) -> Iterator[tuple[int, Stem]]:
        """Stems whose sure letters begin the word, with their number; only where something spells the rest."""
        for end in range(len(word), 0, -1):
            sure = word[:end]
            start = self.start(sure)
            if start and start[capital].accepts(word[end:]):
                for stem in self._stems_at(sure):
                    if capital or not stem.capital:
                        yield end, stem

    def accepts(self, word: str, capital: bool) -> bool:
        """Whether some reading spells the word, given in lower case; proper names only where it had a capital."""
        starts = self._starts
        for end in range(len(word), 0, -1):
            sure = word[:end]
            if sure in starts and (starts[sure] or self._start(sure))[capital].accepts(word[end:]):
                return True
        return False

    def _irregular(self, sure: str) -> Iterator[tuple[Irregular, Node]]:
        """The irregular forms that are spelt so, with the node where their chain goes on."""
        for form in self.lexicon.irregular.get(sure, ()):
            harmony = self.graph.sounds.last_harmony(form.form.lower()) or "back"
            yield form, self.graph.root(form.form.lower(), form.state, harmony, frozenset())

    def readings(self, word: str, capital: bool) -> Iterator[Reading]:
        """Every reading of a word given in lower case."""
        for end in range(len(word), 0, -1):
            for form, node in self._irregular(word[:end]):
                for chain in self.graph.readings(node, word[end - len(node.tail.held) :]):
                    tags = [form.features, *(arc.suffix.tag for arc in chain)]
                    own = Step(form.row, form.features, form.form)
                    yield Reading(form.lemma, "", "+".join(filter(None, tags)), (own, *map(_step, chain)), CLOSED)
        for end, stem in self._candidates(word, capital):
            for chain in self.graph.readings(stem.node, word[end:]):
                lexeme = stem.lexeme
                features = "+".join(arc.suffix.tag for arc in chain if arc.suffix.tag)
                own = Step(lexeme.row, lexeme.cls.name, lexeme.lemma)
                yield Reading(lexeme.lemma, lexeme.cls.name, features, (own, *map(_step, chain)), lexeme.common)


def _step(arc: Arc) -> Step:
    return Step(arc.suffix.id, arc.suffix.tag, arc.ending)
