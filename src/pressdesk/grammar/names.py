"""The draft's own names: all their forms are words of its text, and a wrong ending on them is none. Start at `of`.

Nothing is listed in advance: a name is kept as the place where its chain of suffixes begins, and a word is read from
there. A name whose harmony is stored, or left no choice, is refused with the endings of the other one; a name that
only a guess could decide is read both ways. A word with a capital that no lexicon has and that is one letter from a
name of the draft is that name misspelt. `meant` says what should stand in the place of either.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from pressdesk.grammar.decline import QUOTES, TYPED, Head, choices, spell
from pressdesk.grammar.endings import Endings
from pressdesk.grammar.grammar import Grammar, Reading
from pressdesk.grammar.graph import Graph, Node
from pressdesk.grammar.sounds import HARMONIES
from pressdesk.grammar.suggest import STAND_IN
from pressdesk.grammar.table import CYRILLIC, LATIN, read_table
from pressdesk.model.forms import Inflector
from pressdesk.text.words import plain, words

LEAST_NEAR = 4  # letters of a name that is long enough to tell its misspelling from another name
BARE, PLURAL, GIVEN = "N", "PL", "GIVEN"  # a bare noun's state; the plural's tag; the state that surnames are made from
OPENING = "«„"
PHRASE = "phrase"  # the kind of an entry that holds names among other words

Starts = dict[str, list[Node]]


@dataclass(slots=True, eq=False, repr=False)
class NameForms:
    """The names of one draft. Keys are in lower case, with the letters that many print otherwise (ё) as they do (е).

    Attributes:
        right: a name's sure letters to the nodes where its chain goes on.
        small: as `right`, for names that end in a word written small (мэриясы in «Порту мэриясы»).
        hung: a name that takes a hyphen ("Lamerinho", "ҚР") to its nodes.
        quoted: any other name to the nodes of the endings that follow its quotation marks by a hyphen.
        guessed: the keys of names whose reading aloud nobody stored.
        exact: words of typed forms and particles, as written.
        bases: the key of every word of the names to the word as written.
        variants: letters that are read as another one.
        stand_ins: (typed, meant) letters of a keyboard that lacks some.
        derivations: the tags of suffixes that make a new word.
        makers: the tags of suffixes that make a surname of a given name.
    """

    grammar: Grammar | None = None
    endings: Endings | None = None
    right: Starts = field(default_factory=dict)
    small: Starts = field(default_factory=dict)
    hung: Starts = field(default_factory=dict)
    quoted: Starts = field(default_factory=dict)
    guessed: set[str] = field(default_factory=set)
    exact: set[str] = field(default_factory=set)
    bases: dict[str, str] = field(default_factory=dict)
    variants: Mapping[int, str] = field(default_factory=dict)
    stand_ins: frozenset[tuple[str, str]] = frozenset()
    derivations: frozenset[str] = frozenset()
    makers: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        """Whether there is any name."""
        return bool(self.bases)

    @classmethod
    def none(cls) -> "NameForms":
        """No names at all."""
        return cls()

    @classmethod
    def of(cls, grammar: Inflector, entries: Iterable[tuple[str, Mapping[str, str]]]) -> "NameForms":
        """The names (base, traits) in all their forms; a TypeError where the inflector has no tables.

        Of a phrase (kind=phrase) the words with a capital and those in Latin letters are taken that no lexicon has; not
        its first word, whose capital may be the sentence's, unless it has a second one.
        """
        if not isinstance(grammar, Grammar):
            raise TypeError("names can be read only by a grammar with tables")
        found = cls(grammar, Endings(grammar.reader.graph))
        tables = grammar.folder / "grammar"
        rows = read_table(tables / "variants.tsv", ("letter", "read as", "example", "source"))
        found.variants = {ord(row["letter"]): row["read as"] for row in rows}
        rows = read_table(tables / "confusions.tsv", ("typed", "meant", "kind", "cost", "example", "source"))
        found.stand_ins = frozenset((row["typed"], row["meant"]) for row in rows if row["kind"] == STAND_IN)
        suffixes = grammar.reader.graph.suffixes
        found.derivations = frozenset(suffix.tag for rows in suffixes.values() for suffix in rows if suffix.step)
        found.makers = frozenset(suffix.tag for suffix in suffixes.get(GIVEN, ()))
        for base, traits in entries:
            if traits.get("kind") == PHRASE:
                found._add_phrase(grammar, plain(base.strip()))
            elif base.strip():
                found._add(grammar, plain(base.strip()), traits)
        return found

    def _add_phrase(self, grammar: Grammar, base: str) -> None:
        for place, word in enumerate(words(base)):
            named = (place or word.text[1:] != word.text[1:].lower()) and word.text[:1].isupper()
            known = word.text in grammar.decliner.readings.stored or grammar.accepts(word.text)
            if (named or LATIN.match(word.text)) and not known and not self.accepts(word.text):
                self._add_word(grammar, word.text, {})

    def _add(self, grammar: Grammar, base: str, traits: Mapping[str, str]) -> None:
        for key, form in traits.items():
            if key.startswith(TYPED):
                self.exact.update(plain(word.text) for word in words(form))
        own = {key: value for key, value in grammar.decliner.told(base, traits).items() if not key.startswith(TYPED)}
        parts = [word.text for word in words(base)]
        for place, part in enumerate(parts):
            if place == len(parts) - 1:
                self._add_word(grammar, part, own)
            elif part[:1].islower():
                self.exact.add(part)  # a particle (ди, де): nothing is added to it
            elif len(part) > 1:
                self._add_word(grammar, part, {"kind": traits.get("kind", "")})

    def _add_word(self, grammar: Grammar, word: str, traits: Mapping[str, str]) -> None:
        graph, key = grammar.reader.graph, self._key(word)
        self.bases.setdefault(key, word)
        head = grammar.decliner.head(word, ("GEN",), traits)
        if head.spoken and head.doubt:
            self.guessed.add(key)
        split = "both" in head.traits and traits.get("harmony") not in HARMONIES
        heads = [replace(head, harmony=harmony) for harmony in HARMONIES] if split else choices(head)
        for one in heads:
            hung = self.hung if one.spoken else self.quoted
            hung.setdefault(key, []).append(graph.bare(one.spoken or word.lower(), one.state, one.harmony))
            if not one.spoken:
                self._start(graph, one, word, self.right)
                if word[:1].islower():
                    self._start(graph, one, word, self.small)

    def _start(self, graph: Graph, head: Head, word: str, starts: Starts) -> None:
        lower, harmony = word.lower(), head.harmony
        node = graph.root(lower, head.state, harmony, head.traits)
        starts.setdefault(self._key(lower[: len(lower) - len(node.tail.held)]), []).append(node)
        if head.patronymic:
            for arc in graph.root(lower, BARE, harmony, head.traits).arcs:
                if arc.suffix.tag == PLURAL:
                    starts.setdefault(self._key(lower + arc.text), []).append(arc.node)

    def _key(self, word: str) -> str:
        return word.lower().translate(self.variants)

    def accepts(self, word: str) -> bool:
        """Whether the word, as `plain` writes it, is a form of a name and is written as names are."""
        if word in self.exact:
            return True
        key = self._key(word)
        if word[:1].islower():
            return _read(self.small, key)
        stem, quoted, ending = _parted(key)
        if key in self.hung or (stem in self.hung and _fits(self.hung[stem], ending)):
            return True
        if quoted and stem in self.quoted and _fits(self.quoted[stem], ending):
            return True
        return _read(self.right, key)

    def refuses(self, word: str) -> bool:
        """Whether the word is a name of the draft with an ending that it does not take, or misspelt by one letter.

        A word that the lexicon has of itself is neither: a common word may begin a sentence, and «Жанна» is no «Жан».
        """
        if not self.bases or word[:1].islower() or self.accepts(word):
            return False
        if any(self._ended(word)):
            return not self._means_another(word)
        return bool(self._near(word)) and not self._listed(word)

    def meant(self, word: str) -> list[str]:
        """What should stand for a word that is a name of the draft with a wrong ending or a slip in it, best first."""
        if self.grammar is None or not self.bases:
            return []
        if word[:1].islower():
            shown = word[:1].upper() + word[1:]
            return [shown] if self.accepts(shown) else [form for form in self._ended(word) if form[:1].islower()]
        found = list(self._ended(word)) or self._near(word)
        found.sort(key=lambda form: -sum(a == b for a, b in zip(form, word, strict=False)))  # the likest first
        return [form.upper() for form in found] if len(word) > 1 and word.isupper() else found

    def _ended(self, word: str) -> Iterator[str]:
        """The forms that say what the word's ending says, where a whole name begins the word."""
        if self.endings is None:
            return
        key = self._key(word)
        stem, quoted, ending = _parted(key)
        front = word[: word.rfind("-") + 1]
        if ending and stem in self.hung:
            if stem not in self.guessed:
                yield from (front + text for text in self._written(self.hung[stem], "", ending))
            return
        if ending and quoted and stem in self.quoted:
            yield from (front + text for text in self._written(self.quoted[stem], "", ending))
            return
        for end in range(len(key), 1, -1):
            if key[:end] in self.bases:
                yield from self._glued(key[:end], key[end:].removeprefix("-"))
                return

    def _glued(self, base: str, ending: str) -> Iterator[str]:
        """A name that takes its endings without a hyphen, or a Latin one that lacks it."""
        shown = self.bases[base]
        if base in self.hung:
            if LATIN.match(base[-1]) and CYRILLIC.match(ending[:1]):
                yield from (f"{shown}-{text}" for text in self._written(self.hung[base], "", ending))
            return
        for start, nodes in self.right.items():
            held = nodes[0].tail.held
            if start + held == base:
                yield from (shown[: len(start)] + text for text in self._written(nodes, held, ending))

    def _says(self, ending: str) -> Iterator[tuple[str, ...]]:
        """What the ending may say as it stands, then with one letter put right that some keyboards lack."""
        if self.endings is None:
            return
        yield from self.endings.features(ending, BARE)
        for place, letter in enumerate(ending):
            for typed, meant in self.stand_ins:
                if typed == letter:
                    yield from self.endings.features(ending[:place] + meant + ending[place + 1 :], BARE)

    def _written(self, nodes: list[Node], held: str, ending: str) -> dict[str, None]:
        """What the ending should be after these nodes, for the likeliest thing that it may say."""
        found: dict[str, None] = {}
        for tags in self._says(ending):
            for node in nodes:
                chains = node.graph.chains(node, tags)
                written = next((c for c in chains if all(arc.written for arc in c)), None)
                if written is not None and node.tail.held == held:
                    found[spell(node, written)] = None
            if found:
                break
        return found

    def _means_another(self, word: str) -> bool:
        """Whether the lexicon reads a name with a wrong ending from a stem that is neither a name nor a part of one.

        What only a derivation could make does not count: «Астанады» is no verb.
        """
        starts = [base for base in self.bases if self._key(word).startswith(base[:-1])]
        for reading, tags in self._readings(word):
            lemma = self._key(reading.lemma)
            lemma = lemma[:-1] if tags & self.makers else lemma  # Құнанбаев is made of Құнанбай
            own = not reading.lemma.islower() and any(base.startswith(lemma) for base in starts)
            if not own and not tags & self.derivations:
                return True
        return False

    def _listed(self, word: str) -> bool:
        """Whether the lexicon has a word that is a slip away from a name, so that it is no slip.

        A surname that could be made from a listed given name is not listed where it is the stand-in for a name.
        """
        if "-" in word and all(any(self._readings(part)) for part in word.split("-")):
            return True
        made = self.makers if self._stands_in(self._key(word)) else frozenset()
        return any(not tags & made for _, tags in self._readings(word))

    def _readings(self, word: str) -> Iterator[tuple[Reading, frozenset[str]]]:
        """The lexicon's readings of a word with a capital, each with its tags."""
        if self.grammar is not None:
            for reading in self.grammar.reader.readings(word.lower(), True):
                yield reading, frozenset(reading.features.split("+"))

    def _stands_in(self, key: str) -> bool:
        """Whether the word is a name typed with one letter of a keyboard that lacks the right one."""
        for typed, meant in self.stand_ins:
            at = key.find(typed)
            while at >= 0:
                if _read(self.right, key[:at] + meant + key[at + len(typed) :]):
                    return True
                at = key.find(typed, at + 1)
        return False

    def _near(self, word: str) -> list[str]:
        """The names, with the word's own ending, that are one slip from it: a letter lost, added, changed, swapped."""
        key, found = self._key(word), dict[str, None]()
        for start, nodes in self.right.items():
            if len(start) + len(nodes[0].tail.held) < LEAST_NEAR:
                continue
            for end in range(max(1, len(start) - 1), min(len(key), len(start) + 1) + 1):
                if len(key) == end != len(start) and key.startswith(start[:end]):
                    continue  # «Қасымова» is not «Қасымов» misspelt, nor he she
                if _one_slip(key[:end], start) and _fits(nodes, key[end:]):
                    found[self._shown(start) + key[end:]] = None
        return list(found)

    def _shown(self, start: str) -> str:
        """Letters that begin a form of a name, in the capitals of the name."""
        fits = (base for key, base in self.bases.items() if key.startswith(start) or start.startswith(key))
        base = next(fits, start)
        return base[: len(start)] + start[len(base) :]


def _parted(key: str) -> tuple[str, bool, str]:
    """A word with a hyphen as (stem without quotation marks, whether it had any, ending): «Самұрық»-тың."""
    stem, _, ending = key.rpartition("-")
    bare = stem.strip(QUOTES + OPENING)
    return bare, bare != stem, ending


def _fits(nodes: Iterable[Node], ending: str) -> bool:
    return any(node.graph.accepts(node, ending) for node in nodes)


def _read(starts: Starts, key: str) -> bool:
    return any(key[:end] in starts and _fits(starts[key[:end]], key[end:]) for end in range(1, len(key) + 1))


def _one_slip(typed: str, meant: str) -> bool:
    """Whether one letter lost, added, changed, or two neighbours swapped, part the two."""
    if typed == meant:
        return False
    same = 0
    while same < min(len(typed), len(meant)) and typed[same] == meant[same]:
        same += 1
    typed, meant = typed[same:], meant[same:]
    if typed[1:] == meant[1:] or typed[1:] == meant or typed == meant[1:]:
        return True
    return typed[:2] == meant[1::-1] and typed[2:] == meant[2:] and len(typed) > 1
