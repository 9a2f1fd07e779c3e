"""Why a form is refused: the stem, the suffix, the row of the table it breaks, and the right form.

Start at `Explainer.refusal`. The word is read by relaxed chains (see `relaxed`), each is set beside what the tables
write for the same stem and tags, and the chain with the fewest departures is told. There is no second grammar: a
departure is a difference between two walks over the same rows.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from itertools import permutations

from pressdesk.errors import FactsError
from pressdesk.grammar.grammar import Grammar
from pressdesk.grammar.graph import Arc, Node
from pressdesk.grammar.lexicon import ENDINGS
from pressdesk.grammar.numbers import PARTS, odd_capitals
from pressdesk.grammar.refusal import Departure, Refusal, Why
from pressdesk.grammar.relaxed import Link, Relaxed
from pressdesk.grammar.sounds import HARMONIES
from pressdesk.grammar.table import LONGEST_WORD, mixed_script, read_table
from pressdesk.grammar.trace import Made, Tracer, follow
from pressdesk.text.words import plain, words

MOST = 2.9  # a chain that departs more is no explanation
SHORTEST = 2  # letters of a stem
LONGEST_ORDER = 4  # endings whose order is tried
FOREIGN = 1.2  # what it costs that a word ends in a suffix of another part of speech
COST = {Why.UNDUE: 1.1, Why.ROW: 1.2, Why.LINK: 1.9, Why.ORDER: 2.0, Why.NOT_TAKEN: 2.6, Why.CAPITAL: 0.5}


@dataclass(frozen=True, slots=True)
class Start:
    """Where a relaxed chain may begin.

    Attributes:
        front: letters that stay before what is inflected («АҚШ-»); `text` the stem in lower case.
        row: the row that has the stem; `rank` makes it less likely than another.
    """

    lemma: str
    front: str
    text: str
    node: Node
    traits: frozenset[str]
    row: str
    cls: str
    rank: float = 0.0
    spoken: str = ""
    capital: bool = False


@dataclass(slots=True, eq=False, repr=False)
class Explainer:
    """Explains refusals of one grammar.

    Attributes:
        tracer: readings of what is accepted.
    """

    grammar: Grammar
    tracer: Tracer = field(init=False)
    _relaxed: Relaxed = field(init=False)
    _endings: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Makes the relaxed walk over the grammar's graph."""
        self.tracer = Tracer(self.grammar)
        self._relaxed = Relaxed(self.grammar.reader.graph)
        rows = read_table(self.grammar.folder / "grammar" / "endings.tsv", ENDINGS)
        self._endings = tuple(row.id for row in rows)

    def refusal(self, word: str, names: Iterable[tuple[str, Mapping[str, str]]] = ()) -> Refusal | None:
        """Why the word is refused, None where the tables read it. `names` are those of a draft (base, traits)."""
        word = plain(word)
        if len(word) > LONGEST_WORD:
            return Refusal(word, "", "", "", "", (Departure(Why.UNKNOWN),))
        if mixed_script(word) >= 0:
            latin = word[mixed_script(word)]
            return Refusal(word, "", "", "", "", (Departure(Why.SCRIPT, letter=latin),))
        starts = list(self._names(word, names))
        if not starts and any(map(odd_capitals, PARTS.split(word))):
            right = word.lower() if word[:1].islower() else word[:1] + word[1:].lower()
            if self.tracer.readings(right):
                return Refusal(word, right, "", "", "", (Departure(Why.SHIFT, right=right),))
        if not starts and self.tracer.readings(word):
            return None
        capital = word[:1].upper() + word[1:]
        read = self.tracer.readings(capital) if capital != word else []
        if read:
            rows = (read[0].pieces[0].row,)
            return Refusal(word, capital, read[0].lemma, "", read[0].features, (Departure(Why.CAPITAL, rows=rows),))
        starts += self._hung(word)
        if not any(start.spoken for start in starts):
            starts += [*self._stems(word.lower()), *self._irregular(word.lower())]
        best = min((found for start in starts for found in self._tried(start, word)), key=lambda f: f[0], default=None)
        if best is None or best[0] > MOST:
            return Refusal(word, "", "", "", "", (Departure(Why.UNKNOWN),))
        return best[1]

    def _names(self, word: str, names: Iterable[tuple[str, Mapping[str, str]]]) -> Iterator[Start]:
        graph = self.grammar.reader.graph
        for base, traits in names:
            parts = [part.text for part in words(plain(base))]
            for part in parts:
                last = part == parts[-1]
                if word[:SHORTEST].lower() != part[:SHORTEST].lower():
                    continue
                head = self.grammar.decliner.head(part, ("GEN",), traits if last else {})
                if head.spoken:
                    continue
                node = graph.root(part.lower(), head.state, head.harmony, head.traits)
                yield Start(part, "", part.lower(), node, head.traits, "", "NP", -1.0, capital=part[:1].isupper())

    def _hung(self, word: str) -> list[Start]:
        stem, hyphen, _ = word.rpartition("-")
        head = self.grammar.decliner.head(stem, ("GEN",), {}) if hyphen and stem else None
        if head is None or not head.spoken:
            return []
        node = self.grammar.reader.graph.bare(head.spoken, head.state, head.harmony)
        aloud = self.tracer.aloud(stem)
        return [Start(stem, stem + "-", "", node, frozenset(), aloud, "", spoken=head.spoken)]

    def _stems(self, word: str) -> Iterator[Start]:
        """Every lemma whose end, changed or not, begins the word."""
        reader = self.grammar.reader
        letters = reader.graph.sounds.classes
        seen: set[str] = set()
        for end in range(SHORTEST, len(word) + 1):
            start = word[:end]
            grown = [start, *(start + a for a in letters), *(start + a + b for a in letters for b in letters)]
            seen.update(lemma for lemma in grown if lemma in reader.lexicon)
        for lemma in seen:
            if any(word.startswith(text) for text, _ in self._relaxed.ends(lemma)):
                for stem in reader.stems_of(lemma):
                    x = stem.lexeme
                    rank = -0.05 * x.common - 0.02 * len(lemma)
                    yield Start(x.lemma, "", lemma, stem.node, x.traits, x.row, x.cls.name, rank, capital=stem.capital)

    def _irregular(self, word: str) -> Iterator[Start]:
        graph = self.grammar.reader.graph
        for form, entries in self.grammar.reader.lexicon.irregular.items():
            if len(form) >= SHORTEST and any(word.startswith(text) for text, _ in self._relaxed.ends(form)):
                for entry in entries:
                    node = graph.root(form, entry.state, graph.sounds.last_harmony(form) or "back", frozenset())
                    yield Start(entry.form, "", form, node, frozenset(), entry.row, "", -0.3)

    def _tried(self, start: Start, word: str) -> Iterator[tuple[float, Refusal]]:
        target = word.lower()[len(start.front) :]
        for chain in self._relaxed.chains(start.text, start.node.state.name, target):
            found = self._judge(start, chain, word)
            if found is not None:
                yield found

    def _judge(self, start: Start, chain: Sequence[Link], word: str) -> tuple[float, Refusal] | None:
        """What a relaxed chain departs in, and how far it is from the tables."""
        tags = tuple(link.suffix.tag for link in chain if link.suffix.tag)
        if not tags:
            return None
        made = self._legal(start, tags)
        irregular = self._stored(start, tags)
        if irregular is not None:
            right, departures = irregular
        elif made is not None:
            right = start.front + made[-1].after
            departures = list(self._compare(start, chain, made))
        else:
            other = self._other(start, chain, tags, word.lower()[len(start.front) :])
            if other is None:
                return None
            right, departures = other
        capital = start.capital and not word[:1].isupper()
        if capital:
            departures.append(Departure(Why.CAPITAL, rows=(start.row,) if start.row else ()))
        if start.capital or word[:1].isupper():
            right = right[:1].upper() + right[1:]
        if not departures or right == word:
            return None
        cost = start.rank + sum(COST.get(d.why, 1.0) for d in departures)
        cost += sum(0.1 + 0.25 * link.suffix.step + 0.4 * (not link.suffix.written) for link in chain)
        if made is None:  # neither does a stem change for an ending that does not belong
            undue = [link for link in chain if link.rule is not None and not link.rule.before.match(link.shape)]
            cost += len(undue) + sum(0.5 * link.suffix.step for link in chain)
            cost += 1 - SequenceMatcher(None, right, word).ratio()
        cost += FOREIGN * (chain[-1].jumped and self._foreign(start, chain))
        refusal = Refusal(word, right, start.lemma, start.spoken, "+".join(tags), tuple(departures), start.row)
        return cost, refusal

    def _foreign(self, start: Start, chain: Sequence[Link]) -> bool:
        """Whether the last suffix is one of verbs on a noun, or one of nouns on a verb."""
        states = start.node.graph.states
        before = chain[-2].suffix.next if len(chain) > 1 else start.node.state.name
        return states[before].kind not in {states[name].kind for name in chain[-1].suffix.row["state"].split()}

    def _legal(self, start: Start, tags: tuple[str, ...]) -> list[Made] | None:
        """The written chain of the tables with these tags, None where there is none."""
        found: tuple[Arc, ...] | None = None
        for chain in start.node.graph.chains(start.node, tags):
            if found is None or (all(a.written for a in chain) and not all(a.written for a in found)):
                found = chain
        if not found:
            return None
        return list(follow(start.node, start.text, start.node.state.kind, start.traits, found))

    def _stored(self, start: Start, tags: tuple[str, ...]) -> tuple[str, list[Departure]] | None:
        """The irregular form of these features, where a table has one."""
        for count in range(len(tags), 0, -1):
            entry = self.grammar.reader.lexicon.stored.get((start.text, "+".join(tags[:count])))
            if entry is not None:
                try:
                    form = self.grammar.form(start.lemma, "+".join(tags))
                except FactsError:
                    return None
                return form.text, [Departure(Why.IRREGULAR, tags[0], right=entry.form, rows=(entry.row,))]
        return None

    def _other(
        self, start: Start, chain: Sequence[Link], tags: tuple[str, ...], word: str
    ) -> tuple[str, list[Departure]] | None:
        """The nearest order of the endings that the tables have, or the chain without the one that does not belong."""
        if len(set(tags)) < len(tags):
            return None
        derived = any(link.suffix.step for link in chain)
        if len(tags) <= LONGEST_ORDER and not derived:
            for order in permutations(tags):
                made = self._legal(start, order)
                if made is not None:
                    departure = Departure(Why.ORDER, tags[0], "+".join(tags), "+".join(order), self._rows(made))
                    return start.front + made[-1].after, [departure]
        jump = next((place for place, link in enumerate(chain) if link.jumped), None)
        if jump is None:
            return None
        link = chain[jump]
        shorter = [
            self._legal(start, tags[:place] + tags[place + 1 :]) for place in range(len(tags) if tags[1:] else 0)
        ]
        forms = [made[-1].after for made in shorter if made is not None] or [start.text]
        right = max(forms, key=lambda form: SequenceMatcher(None, form, word).ratio())
        before = chain[jump - 1].suffix.next if jump else start.node.state.name
        rows = (*((start.row,) if start.row else ()), link.suffix.id)
        return start.front + right, [Departure(Why.NOT_TAKEN, link.suffix.tag, link.shape, right, rows, sort=before)]

    def _rows(self, made: Sequence[Made]) -> tuple[str, ...]:
        return tuple(one.arc.suffix.id for one in made if one.arc.ending)

    def _compare(self, start: Start, chain: Sequence[Link], made: Sequence[Made]) -> Iterator[Departure]:
        """The typed suffixes beside the written ones, both in the order of the word."""
        typed = [link for link in chain if link.shape]
        for one in made:
            suffix = one.arc.suffix
            if not one.arc.ending:
                continue
            if not suffix.tag and not (typed and typed[0].suffix is suffix):
                yield Departure(Why.LINK, right=one.arc.ending, rows=(suffix.id,))
                return  # what follows has the shape that it has after other letters
            if not typed:
                return
            link = typed.pop(0)
            yield from self._seam(one, link)
            if link.shape != one.arc.ending:
                yield from self._ending(start, one, link, one is made[0])

    def _seam(self, one: Made, link: Link) -> Iterator[Departure]:
        """Whether the letters before the suffix were changed as the tables change them."""
        if one.rule is not None and (link.rule is None or link.rule.becomes != one.rule.becomes):
            changed = one.after[: len(one.after) - len(one.arc.ending) + one.rule.eats]
            yield Departure(Why.SEAM, link.suffix.tag, one.before, changed, (one.rule.id,), letter=one.arc.ending)
        elif one.rule is None and link.rule is not None:
            yield Departure(Why.UNDUE, link.suffix.tag, one.before, one.before, (link.rule.id,), letter=one.arc.ending)

    def _ending(self, start: Start, one: Made, link: Link, first: bool) -> Iterator[Departure]:
        """Why a suffix has other letters than it was typed with."""
        suffix, node = one.arc.suffix, one.node
        cls, harmony, ending = node.tail.cls, node.harmony, one.arc.ending
        base = Departure(Why.SOUND, suffix.tag, link.shape, ending, sort=cls, letter=_segment(node, one, start))
        if link.suffix is not suffix and link.shape not in {"".join(x) for x in self._relaxed.spelt(suffix.text)}:
            if link.suffix.after and cls not in link.suffix.after:
                yield replace(base, rows=(suffix.id,))
            else:
                yield replace(base, why=Why.ROW, sort=node.state.name, rows=(link.suffix.id, suffix.id))
            return
        sound, other, rows = self._differ(suffix.text, link.shape, harmony, cls)
        if sound:
            yield replace(base, rows=(*rows, suffix.id))
        if other:
            letter, source = self._harmony(start, one, first)
            yield replace(base, why=Why.HARMONY, sort=harmony, letter=letter, rows=(*source, suffix.id))

    def _differ(self, suffix: str, shape: str, harmony: str, cls: str) -> tuple[bool, bool, tuple[str, ...]]:
        """Whether a suffix was typed as after another sound, and as in the other harmony; the rows of the first."""
        sounds = self.grammar.reader.graph.sounds
        symbols = [symbol for symbol in suffix if symbol not in "()"]
        column = 1 + HARMONIES.index(harmony)
        best: tuple[int, bool, bool, tuple[str, ...]] = (99, True, False, ())
        for typed in self._relaxed.spelt(suffix):
            if "".join(typed) != shape:
                continue
            sound, other, rows = False, False, []
            right = list(sounds.letters(suffix, harmony, cls))
            wrong = [(s, t, r, row) for s, t, (r, row) in zip(symbols, typed, right, strict=True) if t != r]
            for symbol, letter, written, row in wrong:
                own = {found[column] for found in sounds.rows.get(symbol, ())}
                twin = next((found[3 - column] for found in sounds.rows.get(symbol, ()) if found[3] == row), "")
                if letter in own or not letter or not written or letter != twin:
                    sound = True
                    rows += [row] if row else []
                if letter and written and letter not in own:
                    other = True
            best = min(best, (len(wrong), sound, other, tuple(rows)))
        return best[1:]

    def _harmony(self, start: Start, one: Made, first: bool) -> tuple[str, tuple[str, ...]]:
        """The letter that decides the harmony, "" where the word's entry does, and the row that says so."""
        sounds, lexicon = one.node.graph.sounds, self.grammar.reader.lexicon
        if first:
            if start.traits & set(HARMONIES):
                return "", (start.row,) if start.row else ()
            ending = lexicon.ending(start.spoken or start.text, start.capital)
            if ending is not None and ending.harmony:
                return "", (self._endings[lexicon.endings.index(ending)],)
        text = one.before or start.spoken
        letter = next((c for c in reversed(text) if c in sounds.harmony), "")
        return letter, (sounds.ids[letter],) if letter else ()


def _segment(node: Node, one: Made, start: Start) -> str:
    """The last letter that is a segment before a suffix."""
    sounds = node.graph.sounds
    text = one.before or start.spoken
    return next((c for c in reversed(text) if sounds.classes.get(c) not in (None, "sign")), text[-1:])
