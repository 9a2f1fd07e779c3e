"""What may have been meant by a word that is none, the likeliest first. Start at `Suggester.suggest`.

Words that slips could have made of the one typed come from `pressdesk.grammar.search`; here they are ranked by what the
slip costs less how common the form is, both in threefold steps, and written in the capitals of what was typed. Two
slips are looked for only where one does not explain the word.
"""

import math
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from pressdesk.grammar.analyse import Reading
from pressdesk.grammar.grammar import Grammar
from pressdesk.grammar.names import NameForms
from pressdesk.grammar.numbers import is_abbreviation
from pressdesk.grammar.places import Place
from pressdesk.grammar.search import Search
from pressdesk.grammar.slips import CAPITAL, ENDING, HYPHEN, KEY, LOST, OTHER, SPACE, Slips, load_slips
from pressdesk.grammar.stand import Stems
from pressdesk.grammar.suggest import Errors, Near
from pressdesk.grammar.table import LONGEST_WORD, mixed_script, read_table
from pressdesk.model.findings import Suggestion
from pressdesk.proof.context.endings import Endings
from pressdesk.proof.context.plausible import END, UNHEARD, Plausible, load_plausible, pairs, stem
from pressdesk.proof.speller import HUNG
from pressdesk.text.words import plain

OWN_NAME = "name of the draft"
LONGEST_SOUGHT = 40  # letters; no word of the lexicon with its endings is longer
LEAST_TWICE = 6  # letters of a word in which two slips are looked for
LEAST_ANY = 9  # the same, both of them with any letter
FRONT = 2  # letters of which one is a capital where a capital was meant
LEAST_PART = 2  # letters on either side of a missing space
# in threefold steps, the unit of slips.tsv
STEP, ALL = 3, 11.0  # a step is threefold; so many of them are all the words of a text
NAMED = 9.0  # how common a name of the draft is taken to be
SINGLE = 10.0  # what one slip may cost
DOUBLE = 11.0  # what two slips may cost together
WIDE = 16.0
STRANGE = frozenset({OTHER})
ANY = frozenset({LOST, KEY, OTHER})  # slips that may put any letter: no two of them
EXPLAINED = 6.0  # a slip less the commonness of its word: a better explanation is not looked for below
FAR = 9.0  # by how much the last suggestion may be less likely than the first
LIKELY = 2.6  # what a slip in an ending after a hyphen may cost
MEMORY = 1_000  # words whose suggestions are remembered


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Names:
    """The draft's own names: as stems, and what was found beside them, so that a word is looked for once."""

    forms: NameForms
    stems: Stems | None
    known: dict[tuple[str, int, bool], list[Suggestion]] = field(default_factory=dict)


@dataclass(slots=True, eq=False, repr=False)
class Suggester:
    """Proposes words of a language with tables.

    Attributes:
        accepts: whether a word may stand in a text that has these names.
        prefixes: first parts that are written together with a whole word.
        patterns: endings of names that nobody listed.
    """

    grammar: Grammar
    errors: Errors
    accepts: Callable[[str, NameForms], bool]
    prefixes: tuple[str, ...]
    patterns: tuple[str, ...] = ()
    slips: Slips = field(init=False)
    endings: Endings = field(init=False)
    plausible: Plausible = field(init=False)
    unoffered: frozenset[str] = field(init=False)
    _names: Names | None = None

    def __post_init__(self) -> None:
        """Reads slips.tsv, unoffered.tsv and what weighs a form."""
        tables, reader = self.grammar.folder / "grammar", self.grammar.reader
        self.slips = load_slips(tables, self.errors, reader.graph)
        self.endings = Endings(self.grammar)
        self.plausible = load_plausible(self.grammar.folder / "style", reader)
        self.unoffered = frozenset(row["lemma"] for row in read_table(tables / "unoffered.tsv", ("lemma", "source")))

    def suggest(self, word: str, names: NameForms, limit: int = 5, thorough: bool = True) -> list[Suggestion]:
        """What may have been meant, the likeliest first, in the capitals of the word; nothing where nothing is near.

        Two slips of which each may put any letter are looked for only when `thorough`: that takes ten times as long.
        """
        own = self._names
        if own is None or own.forms is not names:
            own = self._names = Names(names, self._stems_of(names))
        key = (word, limit, thorough)
        found = own.known.get(key)
        if found is None:
            if len(own.known) >= MEMORY:
                own.known.clear()
            found = own.known[key] = self._suggest(plain(word), own, limit, thorough)
        return list(found)

    def _suggest(self, typed: str, names: Names, limit: int, thorough: bool) -> list[Suggestion]:
        if len(typed) > LONGEST_WORD or not any(c.isalpha() for c in typed):
            return []
        found: dict[str, Suggestion] = {}
        meant = sorted(names.forms.meant(typed), key=lambda text: -self._own_worth(names, text.lower()))
        own = [Suggestion(text, OWN_NAME) for text in meant]
        for suggestion in (*own, *self._found(typed, names, limit, thorough)):
            if suggestion.text != typed and suggestion.text not in found and self._stands(suggestion.text, names):
                found[suggestion.text] = suggestion
            if len(found) == limit:
                break
        return list(found.values())

    def _stands(self, text: str, names: Names) -> bool:
        """Whether what would be offered may stand in the text itself."""
        return all(self.accepts(part, names.forms) for part in text.split(" "))

    def _found(self, typed: str, names: Names, limit: int, thorough: bool) -> Iterable[Suggestion]:
        if mixed_script(typed) >= 0:
            mended = typed.translate(self.errors.lookalikes)
            if mixed_script(mended) < 0:
                own = [Suggestion(mended, "Latin look-alike")]
                if self.accepts(mended, names.forms):
                    return own
                return self._suggest(mended, names, limit, thorough) or own
        if "-" in typed:
            return self._parts(typed, names, limit)
        return self._whole(typed, names, thorough) if len(typed) <= LONGEST_SOUGHT else ()

    def _whole(self, typed: str, names: Names, thorough: bool) -> Iterator[Suggestion]:
        """For a word without a hyphen."""
        lower, best = typed.lower(), dict[str, tuple[float, str]]()
        words = Search(self._stems(), self.slips, lower)
        searches: list[tuple[Search, Names | None]] = [(words, None)]
        if names.stems:
            searches.append((Search(names.stems, self.slips, lower), names))
        for search, own in searches:
            self._weigh(search.near(1, SINGLE).values(), own, typed, best)
        self._weigh((*self._cased(lower, typed), *self._split(lower, words)), None, typed, best)
        if len(lower) >= LEAST_TWICE and min((score for score, _ in best.values()), default=FAR) > EXPLAINED:
            for search, own in searches:
                self._weigh(search.near(2, DOUBLE, ANY).values(), own, typed, best)
        if not best:
            self._weigh(self._prefixed(lower), None, typed, best)
        if not best and typed[0].isupper():
            yield from self._unlisted(typed)
        if not best and thorough and len(lower) >= LEAST_ANY and typed[0].islower():
            self._weigh(words.near(2, WIDE, STRANGE).values(), None, typed, best)
        ranked = sorted(best, key=lambda text: (best[text][0], text))
        for text in ranked:
            if best[text][0] > best[ranked[0]][0] + FAR:
                break
            if all(self.accepts(part, names.forms) for part in text.split(" ")):
                yield Suggestion(text, best[text][1])

    def _weigh(self, found: Iterable[Near], own: Names | None, typed: str, best: dict[str, tuple[float, str]]) -> None:
        """Puts candidates in lower case, names of the draft or not, among the best, in the capitals that they need."""
        for near in found:
            capital, cost = not typed[:FRONT].islower(), near.cost
            worth = self._own_worth(own, near.text) if own else self._worth(near.text, capital)
            if not capital and (own or worth is None):
                worth = worth if own else self._worth(near.text, True)
                capital, cost = True, cost + (self.slips.costs[CAPITAL].cost if near.how != CAPITAL else 0)
            if worth is None:
                continue
            text = near.text.upper() if _loud(typed) else near.text
            text = text[:1].upper() + text[1:] if capital else text
            if text != typed and (text not in best or best[text][0] > cost - worth):
                best[text] = (cost - worth, near.how)

    def _worth(self, text: str, capital: bool) -> float | None:
        """How plausible a word is, or two that follow each other; None where one is no word or is not to be offered."""
        worth = []
        for part in self._words(text, capital):
            readings = self._readings(part, capital)
            if not readings:
                return None
            weighed = [(self._likely(reading), reading.lemma) for reading in readings]
            if max(weighed)[1] in self.unoffered:
                return None
            total = math.log(sum(STEP**likely for likely, _ in weighed), STEP)
            worth.append(float(self.plausible.forms.get(part, total)))
            capital = capital and "-" in text
        return sum(worth) - ALL * (len(worth) - 1) if " " in text else min(worth)

    def _own_worth(self, names: Names, text: str) -> float:
        """How plausible a form of one of the draft's own names is."""
        dear = [UNHEARD]
        for sure, nodes in names.forms.right.items():
            for node in nodes if text.startswith(sure) else ():
                for chain in node.graph.readings(node, text[len(sure) :]):
                    tags = [node.state.name, *(arc.suffix.tag for arc in chain if arc.suffix.tag), END]
                    dear.append(sum(self.plausible.costs.get(pair, UNHEARD) for pair in pairwise(tags)))
        return NAMED - min(dear)

    def _words(self, text: str, capital: bool) -> list[str]:
        """The words of a candidate; one with a hyphen may be a single word of the lexicon."""
        if "-" in text and next(self.grammar.reader.readings(text, capital), None) is not None:
            return [text]
        return re.split("[ -]", text)

    def _readings(self, word: str, capital: bool) -> list[Reading]:
        """The readings of a word, or of what follows a prefix in it."""
        found = dict.fromkeys(self.grammar.reader.readings(word, capital))
        for prefix in self.prefixes if not found else ():
            if word.startswith(prefix):
                found.update(dict.fromkeys(self.grammar.reader.readings(word.removeprefix(prefix), False)))
        return list(found)

    def _likely(self, reading: Reading) -> float:
        """How plausible one reading is."""
        plausible, cls = self.plausible, self.grammar.reader.lexicon.classes.get(reading.cls)
        chain = 0.0
        for before, tag in pairs(reading):
            if cls is not None and cls.is_name and before == cls.name:
                before = cls.states[0]  # books were counted without capitals: a name is declined as a noun is
            chain += plausible.costs.get((before, tag), UNHEARD)
        return plausible.stems.get(stem(reading), reading.common) - chain

    def _cased(self, lower: str, typed: str) -> Iterator[Near]:
        """The very letters in other capitals."""
        if not _loud(typed):
            yield Near(lower, self.slips.costs[CAPITAL].cost, CAPITAL)

    def _split(self, lower: str, search: Search) -> Iterator[Near]:
        """Two words that were written together."""
        reader, costs = self.grammar.reader, self.slips.costs
        for place in search.ends():
            first, second = lower[:place], lower[place:]
            if second.startswith(first) and reader.accepts(second, False):
                yield Near(f"{first}-{second}", costs[HYPHEN].cost, HYPHEN)
            if min(place, len(second)) >= LEAST_PART and reader.accepts(second, False):
                yield Near(f"{first} {second}", costs[SPACE].cost, SPACE)

    def _prefixed(self, lower: str) -> Iterator[Near]:
        """Words after a prefix."""
        for prefix in self.prefixes:
            rest = lower.removeprefix(prefix)
            if rest != lower and len(rest) >= LEAST_TWICE:
                for near in Search(self._stems(), self.slips, rest).near(1, SINGLE).values():
                    yield Near(prefix + near.text, near.cost, near.how)

    def _unlisted(self, typed: str) -> Iterator[Suggestion]:
        """An unlisted name that is built as surnames are, with the ending that its own sounds ask for."""
        for pattern in self.patterns:
            end = typed.find(pattern, LEAST_TWICE // 2) + len(pattern)
            if end >= len(pattern) and typed[end:].isalpha():
                for form in self.endings.written(typed[:end], typed[end:]):
                    yield Suggestion(form, ENDING)

    def _parts(self, typed: str, names: Names, limit: int) -> Iterator[Suggestion]:
        """For a word with a hyphen: without it, with another ending, or with the parts that are wrong mended."""
        joined = typed.replace("-", "")
        if joined.isalpha() and self.accepts(joined, names.forms):
            yield Suggestion(joined, "extra hyphen")
        first, _, rest = typed.rpartition("-")
        if HUNG.fullmatch(typed) or is_abbreviation(first):
            hung = list(self._hung(first, rest, names.forms))
            yield from hung
            if hung:
                return
        parts = typed.split("-")
        wrong = [place for place, part in enumerate(parts) if not part or not self.accepts(part, names.forms)]
        if parts[-1] and len(parts) - 1 in wrong and joined.isalpha() and self.endings.features(rest.lower()):
            yield from self._whole(joined, names, False)
        if not wrong or len(wrong) > 2 or not all(parts[place].isalpha() for place in wrong):
            return
        mended = [(parts, "")]
        for place in wrong:
            own = self._suggest(parts[place], names, limit, False)
            mended = [([*p[:place], s.text, *p[place + 1 :]], s.found_by) for p, _ in mended for s in own]
        yield from (Suggestion("-".join(p), how) for p, how in mended)

    def _hung(self, stem: str, ending: str, names: NameForms) -> Iterator[Suggestion]:
        """Other endings after a figure, a sign, an abbreviation or a name in Latin letters."""
        word, lower = f"{stem}-{ending}", ending.lower()
        mended = {lower: (0.0, ENDING)}
        for place in range(len(stem) + 1, len(word)):
            for slip in self.slips.at(word.lower(), place):
                text = lower[: place - len(stem) - 1] + slip.put + lower[place - len(stem) - 1 + slip.eaten :]
                if slip.cost <= LIKELY and slip.cost < mended.get(text, (FAR, ""))[0]:
                    mended[text] = (slip.cost, slip.kind)
        for text in sorted(mended, key=lambda text: mended[text][0]):
            for form in self.endings.written(stem, text):
                if form != word and self.accepts(form, names):
                    yield Suggestion(form, mended[text][1])

    def _stems(self) -> Stems:
        """The words of the lexicon, names among them."""
        reader = self.grammar.reader

        def start(text: str) -> Place | None:
            found = reader.start(text)
            return found[1] if found else None

        return Stems(reader.starts, start)

    def _stems_of(self, names: NameForms) -> Stems | None:
        """The draft's own names as stems."""
        places = self.grammar.reader.graph.places
        starts = {sure: places.of(nodes) for sure, nodes in names.right.items()}
        return Stems(sorted(starts), starts.get) if starts else None


def _loud(typed: str) -> bool:
    """Whether a word is meant in capitals: most of its letters are."""
    return len(typed) > 1 and 2 * sum(c.isupper() for c in typed) > len(typed) + 1


__all__ = ["Suggester"]
