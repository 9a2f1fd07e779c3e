"""The draft's own names: all their forms are words of its text, and a wrong ending on them is none. Start at `of`.

Nothing is listed in advance: a name is kept as the place where its chain of suffixes begins, and a word is read from
there. A name whose harmony is stored, or left no choice, is refused with the endings of the other one; a name that
only a guess could decide is read both ways.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pressdesk.grammar.decline import TYPED, Head
from pressdesk.grammar.grammar import Grammar
from pressdesk.grammar.graph import Graph, Node
from pressdesk.grammar.sounds import HARMONIES
from pressdesk.model.forms import Inflector
from pressdesk.text.words import plain, words

Starts = dict[str, list[Node]]


@dataclass(slots=True, eq=False, repr=False)
class NameForms:
    """The names of one draft.

    Attributes:
        right: a name's sure letters in lower case to the nodes where its chain goes on.
        wrong: the same for endings that a name must not take.
        small: as `right`, for names that are written small (мэриясы in «Порту мэриясы»): their forms are, too.
        hung: a name that takes a hyphen ("Lamerinho", "ҚР") to its nodes.
        exact: words of typed forms, as typed.
        bases: every word of the names as written, for suggestions.
    """

    graph: Graph | None = None
    right: Starts = field(default_factory=dict)
    wrong: Starts = field(default_factory=dict)
    small: Starts = field(default_factory=dict)
    hung: Starts = field(default_factory=dict)
    exact: set[str] = field(default_factory=set)
    bases: dict[str, None] = field(default_factory=dict)

    @classmethod
    def none(cls) -> "NameForms":
        """No names at all."""
        return cls()

    @classmethod
    def of(cls, grammar: Inflector, entries: Iterable[tuple[str, Mapping[str, str]]]) -> "NameForms":
        """The names (base, traits) in all their forms; a TypeError where the inflector has no tables."""
        if not isinstance(grammar, Grammar):
            raise TypeError("names can be read only by a grammar with tables")
        found = cls(grammar.reader.graph)
        for base, traits in entries:
            if base.strip():
                found._add(grammar, plain(base.strip()), traits)
        return found

    def _add(self, grammar: Grammar, base: str, traits: Mapping[str, str]) -> None:
        for key, form in traits.items():
            if key.startswith(TYPED):
                self.exact.update(plain(word.text) for word in words(form))
        parts = base.split()
        own = {key: value for key, value in traits.items() if not key.startswith(TYPED)}
        for place, part in enumerate(parts):
            last = place == len(parts) - 1
            self._add_word(grammar, part.strip('«»“”"„,()'), own if last else {})

    def _add_word(self, grammar: Grammar, word: str, traits: Mapping[str, str]) -> None:
        if not any(c.isalpha() for c in word):
            return
        self.bases[word] = None
        head = grammar.decliner.head(word, ("GEN",), traits)
        sure = bool(traits.get("harmony")) or not head.doubt
        for harmony in HARMONIES:
            starts = self.right if harmony == head.harmony or not sure else self.wrong
            if head.spoken:
                node = grammar.reader.graph.bare(head.spoken, head.state, harmony)
                (self.hung if starts is self.right else self.wrong).setdefault(word.lower(), []).append(node)
            else:
                self._start(grammar.reader.graph, head, word, harmony, starts)
                if starts is self.right and word[:1].islower():
                    self._start(grammar.reader.graph, head, word, harmony, self.small)

    def _start(self, graph: Graph, head: Head, word: str, harmony: str, starts: Starts) -> None:
        lower = word.lower()
        node = graph.root(lower, head.state, harmony, head.traits)
        starts.setdefault(lower[: len(lower) - len(node.tail.held)], []).append(node)

    def accepts(self, word: str) -> bool:
        """Whether the word, as `plain` writes it, is a form of a name and is written as names are."""
        if word in self.exact:
            return True
        lower = word.lower()
        if not word[:1].isupper() and not word[:1].isdigit():
            return self._read(self.small, lower)
        stem, _, ending = lower.rpartition("-")
        if lower in self.hung or (stem in self.hung and self._fits(self.hung[stem], ending)):
            return True
        return self._read(self.right, lower)

    def refuses(self, word: str) -> bool:
        """Whether the word is a name of the draft with an ending that this name does not take."""
        if self.graph is None or self.accepts(word) or not word[:1].isupper():
            return False
        lower = word.lower()
        stem, _, ending = lower.rpartition("-")
        return self._read(self.wrong, lower) or (stem in self.wrong and self._fits(self.wrong[stem], ending))

    def _fits(self, nodes: list[Node], ending: str) -> bool:
        return self.graph is not None and any(self.graph.accepts(node, ending) for node in nodes)

    def _read(self, starts: Starts, word: str) -> bool:
        for end in range(1, len(word) + 1):
            if word[:end] in starts and self._fits(starts[word[:end]], word[end:]):
                return True
        return False
