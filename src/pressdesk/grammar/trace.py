"""Every row of every table that made a word, not only the suffixes'. Start at `Tracer.readings`.

Words that hang on something read aloud (АҚШ-тың, 70%-ын), that are joined by a hyphen or follow a first part
(prefixes.tsv) are taken apart here as the spell check takes them apart, and each part shows its rows.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pressdesk.grammar.decline import Head, choices
from pressdesk.grammar.endings import Endings
from pressdesk.grammar.grammar import Grammar, Reading
from pressdesk.grammar.graph import Arc, Node
from pressdesk.grammar.numbers import LEAST_PREFIXED, PARTS, is_abbreviation, odd_capitals
from pressdesk.grammar.sounds import HARMONIES, Alternation, Sounds
from pressdesk.grammar.table import CYRILLIC, LATIN, LONGEST_WORD, read_table
from pressdesk.text.words import plain

PATTERNS = ("ending", "state", "harmony", "example", "source")
OPENING, CLOSING = '«“„"', '»”“"'
SHORT_ABBREVIATION = 4  # letters; longer words in capitals are words of a headline


@dataclass(frozen=True, slots=True)
class Piece:
    """One part of a word: its row, what the row is called (a tag, a word class), the letters it adds.

    Attributes:
        by: rows of sounds.tsv and alternations.tsv that gave the part its letters.
    """

    row: str
    tag: str
    adds: str
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Traced:
    """A reading with everything that made it. `lemma`, `cls` and `features` are those of the last part."""

    lemma: str
    cls: str
    features: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """One suffix on its way: the node before it, the letters before and after it, and what changed the end before."""

    arc: Arc
    node: Node
    before: str
    after: str
    rule: Alternation | None


def follow(node: Node, text: str, kind: str, traits: frozenset[str], chain: Iterable[Arc]) -> Iterator[Made]:
    """Goes along a chain from a stem's letters. `kind` and `traits` are the stem's, for alternations.tsv."""
    for arc in chain:
        after = text[: len(text) - len(node.tail.held)] + arc.text + arc.node.tail.held
        rule = _rule(node.graph.sounds, text, kind, traits, arc.ending, after)
        yield Made(arc, node, text, after, rule)
        if arc.ending:
            kind, traits = arc.node.state.kind, frozenset()
        text, node = after, arc.node


def _rule(sounds: Sounds, text: str, kind: str, traits: frozenset[str], ending: str, after: str) -> Alternation | None:
    """The row by which an end became what it is: the first written one that fits, or any that is only read."""
    fit = [row for row in sounds.alternations if row.applies(kind, traits) and row.before.match(ending)]
    found = [(row, match) for row in fit if (match := row.final.search(text))]
    chosen = [pair for pair in found if pair[0].written][:1] + [pair for pair in found if not pair[0].written]
    for row, match in chosen if ending else ():
        if text[: match.start()] + match.expand(row.becomes) + ending[row.eats :] == after:
            return row
    return None


def shaped_by(made: Made) -> tuple[str, ...]:
    """The rows of sounds.tsv and alternations.tsv behind a suffix's letters."""
    sounds = made.node.graph.sounds
    letters = sounds.letters(made.arc.suffix.text, made.node.harmony, made.node.tail.cls)
    rows = [made.rule.id] if made.rule is not None else []
    return tuple(dict.fromkeys([*rows, *(row for _, row in letters if row)]))


class Tracer:
    """Readings with their rows, of one grammar."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self._endings = Endings(grammar.reader.graph)
        tables, words = grammar.folder / "grammar", grammar.folder / "lexicon"
        rows = read_table(tables / "prefixes.tsv", ("prefix", "example", "source"))
        self._prefixes = {row["prefix"]: row.id for row in rows}
        rows = read_table(tables / "variants.tsv", ("letter", "read as", "example", "source"))
        self._variants = {row["letter"]: (row["read as"], row.id) for row in rows}
        rows = read_table(words / "readings.tsv", ("written", "reading", "example", "source"))
        self._aloud: dict[str, str] = {}
        for row in rows:
            self._aloud.setdefault(row["written"], row.id)
        rows = read_table(tables / "symbols.tsv", ("symbol", "reading", "example", "source"))
        for row in rows:
            self._aloud.setdefault(row["symbol"], row.id)
        rows = read_table(tables / "numerals.tsv", ("unit", "word", "example", "source"))
        self._units = {row["word"]: row.id for row in rows}

    def readings(self, word: str) -> list[Traced]:
        """Every reading of a word with the rows that made it, the shortest chain first; none where it is no word."""
        word = plain(word)
        if len(word) > LONGEST_WORD or any(map(odd_capitals, PARTS.split(word))):
            return []
        if word[:1] in OPENING and word[-1:] in CLOSING and len(word) > 2:
            word = word[1:-1]
        found = [self._traced(word, reading) for reading in self.grammar.analyse(word)]
        return found or self._hung(word) or self._joined(word) or self._varied(word)

    def _traced(self, word: str, reading: Reading) -> Traced:
        """A reading walked again for the rows of its sounds; irregular forms show what their table says."""
        first, *rest = (Piece(step.row, step.tag, step.adds) for step in reading.rows)
        for made in self._again(word.lower(), reading):
            if len(made) == len(rest):
                rest = [replace(piece, by=shaped_by(one)) for piece, one in zip(rest, made, strict=True)]
                break
        return Traced(reading.lemma, reading.cls, reading.features, (first, *rest))

    def _again(self, word: str, reading: Reading) -> Iterator[list[Made]]:
        ids = [step.row for step in reading.rows[1:]]
        lemma = reading.lemma.lower()
        stems = self.grammar.reader.stems_of(lemma) if reading.cls else ()
        for stem in stems:
            if stem.lexeme.row == reading.rows[0].row and word.startswith(stem.sure):
                for chain in self.grammar.reader.graph.readings(stem.node, word[len(stem.sure) :]):
                    if [arc.suffix.id for arc in chain] == ids:
                        yield list(follow(stem.node, lemma, stem.node.state.kind, stem.lexeme.traits, chain))
        form = reading.rows[0].adds.lower()
        for irregular in self.grammar.reader.lexicon.irregular.get(form, ()) if not reading.cls else ():
            graph = self.grammar.reader.graph
            harmony = graph.sounds.last_harmony(form) or "back"
            node = graph.root(form, irregular.state, harmony, frozenset())
            for chain in graph.readings(node, word[len(form) - len(node.tail.held) :]):
                if [arc.suffix.id for arc in chain] == ids:
                    yield list(follow(node, form, node.state.kind, frozenset(), chain))

    def unlisted(self, word: str) -> list[Traced]:
        """A name that nobody listed, by the ending that patterns.tsv knows; or a word in another script."""
        if not CYRILLIC.search(word):
            return [Traced(word, "", "", (Piece("-", "", word),))]  # another script: not judged here
        word = plain(word)
        if len(word) == 1:
            letter = self.grammar.reader.graph.sounds.ids.get(word.lower(), "-")
            return [Traced(word, "", "", (Piece(letter, "", word),))]  # a letter by itself: of a list, an initial
        graph, lower, found = self.grammar.reader.graph, word.lower(), []
        path = self.grammar.folder / "grammar" / "patterns.tsv"
        for row in read_table(path, PATTERNS) if word[:1].isupper() else ():
            end = lower.find(row["ending"], 1) + len(row["ending"])
            for harmony in HARMONIES if row["ending"] in lower[1:] else ():
                if row["harmony"] in (harmony, "both"):
                    node = graph.bare(row["ending"], row["state"], harmony)
                    for chain in graph.readings(node, lower[end:]):
                        made = list(follow(node, lower[:end], node.state.kind, frozenset(), chain))
                        rest = [Piece(m.arc.suffix.id, m.arc.suffix.tag, m.arc.ending, shaped_by(m)) for m in made]
                        features = "+".join(piece.tag for piece in rest if piece.tag)
                        found.append(Traced(word[:end], "", features, (Piece(row.id, "", word[:end]), *rest)))
        return found

    def aloud(self, stem: str) -> str:
        """The row that says how an abbreviation, a Latin name, a sign or a figure is read, "" where none does."""
        figure = self.grammar.decliner.readings.figure(stem) if stem[-1:].isdigit() else None
        return self._aloud.get(stem) or self._aloud.get(stem[-1:]) or self._units.get(figure or "", "")

    def _hung(self, word: str) -> list[Traced]:
        """What hangs by a hyphen on a figure, a sign, an abbreviation, a Latin or a quoted name."""
        if word in self._aloud or (is_abbreviation(word) and len(word) <= SHORT_ABBREVIATION):
            own = Piece(self.aloud(word) or "-", "", f"{word} [{self.grammar.decliner.spoken(word, {})[0]}]")
            return [Traced(word, "", "", (own,))]
        stem, hyphen, ending = word.rpartition("-")
        head = self.grammar.decliner.head(stem, ("GEN",), {}) if hyphen and stem else None
        if head is None or not head.spoken or not self._hangs(stem):
            return []
        own = Piece(self.aloud(stem) or "-", "", f"{stem} [{head.spoken}]")
        found = [self._ended(stem, own, node, chain) for node, chain in self._ways(stem, head, ending)]
        apart = stem[-1].isdigit() or LATIN.match(stem[-1]) is not None
        words = self.readings(ending) if apart and not found and not self._endings.inflects(ending.lower()) else []
        return found or [replace(w, pieces=(own, *w.pieces)) for w in words]

    def _hangs(self, stem: str) -> bool:
        """Whether it is known how this is read: a sign that nobody listed (№, ²) takes no ending."""
        readings, end = self.grammar.decliner.readings, stem[-1]
        return end.isdecimal() or end.isalpha() or end in CLOSING or end in readings.symbols or stem in readings.stored

    def _ways(self, stem: str, head: Head, ending: str) -> Iterator[tuple[Node, tuple[Arc, ...]]]:
        """Every chain that spells the ending; after a reading that nobody stored in either harmony, and after an
        abbreviation also as if it were read as a word."""
        graph, seen = self.grammar.reader.graph, set[Node]()
        heads = choices(head)
        if head.doubt and is_abbreviation(stem):
            heads += tuple(replace(one, spoken=stem.lower()) for one in heads)
        readings = self.grammar.decliner.readings
        others = readings.symbols.get(stem[-1], ()) or readings.aloud(stem)
        harmony = self.grammar.harmony_of
        heads += tuple(replace(head, spoken=other, harmony=harmony(other, head.state)) for other in others[1:])
        for one in heads:
            node = graph.bare(one.spoken, one.state, one.harmony)
            for chain in graph.readings(node, ending) if node not in seen else ():
                yield node, chain
            seen.add(node)

    def _ended(self, stem: str, own: Piece, node: Node, chain: tuple[Arc, ...]) -> Traced:
        made = follow(node, "", node.state.kind, frozenset(), chain)
        pieces = [Piece(m.arc.suffix.id, m.arc.suffix.tag, m.arc.ending, shaped_by(m)) for m in made]
        return Traced(stem, "", "+".join(piece.tag for piece in pieces if piece.tag), (own, *pieces))

    def _joined(self, word: str) -> list[Traced]:
        """Words joined by hyphens, each a word; or a word behind a first part of prefixes.tsv."""
        first, hyphen, rest = word.partition("-")
        if hyphen and first and rest:
            left, right = self.readings(first) if first[-1] not in CLOSING else [], self.readings(rest)
            aloud = first in self._aloud or is_abbreviation(first) or (left and "[" in left[0].pieces[0].adds)
            if aloud and self._endings.inflects(rest.lower()):
                return []  # an ending in the wrong shape, though some word is spelt so
            return [replace(r, pieces=(*left[0].pieces, *r.pieces)) for r in right] if left and right else []
        for prefix, row in self._prefixes.items():
            if word.lower().startswith(prefix) and len(word) - len(prefix) >= LEAST_PREFIXED:
                found = [self._traced(word[len(prefix) :], r) for r in self.grammar.analyse(word[len(prefix) :])]
                if found:
                    return [replace(f, pieces=(Piece(row, "", prefix), *f.pieces)) for f in found]
        return []

    def _varied(self, word: str) -> list[Traced]:
        """A word with a letter that variants.tsv reads as another."""
        used = [letter for letter in word.lower() if letter in self._variants]
        if not used:
            return []
        spelt = "".join(self._variants.get(letter, (letter, ""))[0] for letter in word.lower())
        spelt = spelt[:1].upper() + spelt[1:] if word[:1].isupper() else spelt
        rows = tuple(Piece(self._variants[letter][1], "", letter) for letter in dict.fromkeys(used))
        return [replace(t, pieces=(*rows, *t.pieces)) for t in self.readings(spelt)]
