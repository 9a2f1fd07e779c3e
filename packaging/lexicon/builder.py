"""Decides what a word of a list is: a stem or a form, a noun, a verb or a name, a word or its misspelling.

Every decision looks at the words taken in so far, so the order in which words are asked matters; `build_kk.py` has it.
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from evidence import HARMONY, NOUN, VERB, Evidence

from pressdesk.grammar.analyse import Reader
from pressdesk.grammar.lexicon import Lexicon
from pressdesk.grammar.sounds import HARMONIES

STAND_INS = {
    "к": "қ",
    "г": "ғ",
    "н": "ң",
    "у": "үұ",
    "о": "ө",
    "а": "ә",
    "и": "і",
    "ы": "і",
    "х": "һ",
    "э": "ә",
    "ү": "ұ",
    "ұ": "ү",
    "е": "ө",
}
LETTERS = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
SPLIT, SPLIT_VERB = 0.15, 0.3  # the share from which the rarer harmony is read too
SHADOW, VERB_SHADOW = 0.4, 0.12  # own forms of a word that others explain, as a share of the word itself
TRUSTED_FORMS, TRUSTED_BOOKS = 4, 40  # or: so many own forms in so many books, for a stem that a dictionary lists
TRUSTED_SHADOW = 0.05
Row = tuple[str, str, str, str, str]
PLAIN: frozenset[str] = frozenset()


@dataclass(slots=True)
class Builder:
    """The tables as they are, the words entered by hand, and the evidence.

    Attributes:
        capitals: a form to how often running text has it (with a capital in mid-sentence, without).
        small: the words of a list that has them in lower case.
        refused: (stem, class) of refused_kk.tsv.
        kept: words of kept_kk.tsv.
        trusted: the stems that a dictionary lists as such.
    """

    reader: Reader
    lexicon: Lexicon
    evidence: Evidence
    capitals: dict[str, tuple[int, int]]
    small: frozenset[str]
    refused: frozenset[tuple[str, str]]
    kept: frozenset[str] = frozenset()
    trusted: frozenset[str] = frozenset()

    def rule(self, lemma: str, traits: Iterable[str] = ()) -> str:
        """The harmony that traits or letters give."""
        return self.lexicon.harmony(self.reader.graph.sounds, lemma, frozenset(traits), False)[0]

    def harmony(self, lemma: str, state: str, features: Iterable[str]) -> list[str]:
        """The harmony traits that the evidence asks for, beyond what the letters say."""
        forms = {h: set(self.evidence.forms(lemma, state, h, features, PLAIN).values()) for h in HARMONIES}
        alike = forms["back"] & forms["front"]
        weights = {harmony: self.evidence.weight(found - alike) for harmony, found in forms.items()}
        rule = self.rule(lemma)
        total = sum(weights.values())
        if total < 3:
            return []
        best = max(weights, key=lambda h: (weights[h], h == rule))
        traits = [] if best == rule else [best]
        least = total - weights[best]
        if least >= 5 and least >= (SPLIT_VERB if state == "V" else SPLIT) * total:
            traits.append("both")
        return traits

    def noun_traits(self, lemma: str) -> list[str]:
        """Every trait of a noun that the evidence asks for."""
        found = self.harmony(lemma, "N", HARMONY)
        harmony = self.rule(lemma, found)
        possessed = ("POSS3", "POSS3+ACC", "POSS3+DAT", "POSS3+LOC", "POSS3+GEN")
        plain, hard = (
            self.evidence.weight(self.evidence.forms(lemma, "N", harmony, possessed, traits).values())
            for traits in (PLAIN, frozenset({"hard"}))
        )
        if self._has_tail(lemma, PLAIN, "hard") and hard > plain and hard >= 3:
            found.append("hard")
            if lemma.endswith("п") and plain >= 0.15 * hard:
                found.append("also-voiced")
        return found

    def _has_tail(self, lemma: str, traits: frozenset[str], trait: str) -> bool:
        sounds = self.reader.graph.sounds
        return sounds.tail(lemma, "noun", traits).options != sounds.tail(lemma, "noun", traits | {trait}).options

    def own(self, lemma: str, state: str, traits: Iterable[str], features: Iterable[str], least: int = 3) -> int:
        """How many attested forms of the word nothing taken in so far explains."""
        kept = frozenset(traits) - set(HARMONIES)
        forms = self.evidence.forms(lemma, state, self.rule(lemma, traits), features, kept)
        return sum(self.evidence[f] >= least and not self.reader.accepts(f, False) for f in set(forms.values()))

    def typing_error(self, stem: str, state: str, features: tuple[str, ...]) -> bool:
        """Whether a Russian keyboard's stand-ins hide a commoner word in it: карап is қарап, аландар алаңдар."""
        if stem in self.kept:
            return False
        count = self._weight(stem, state, features)
        for other in restored(stem):
            ratio = self._weight(other, state, features) / (count + 1)
            form = state == "N" and other not in self.lexicon and stem[-1:] != "и"
            if ratio > 6 or (ratio > 1 and form and self.inflected(other)):
                return True
        return False

    def inflected(self, word: str) -> bool:
        """Whether the word is a form of other words."""
        return any(reading.features for reading in self.reader.readings(word, False))

    def _weight(self, stem: str, state: str, features: tuple[str, ...]) -> int:
        if self.evidence[stem] == 0 and state == "N":
            return 0
        forms = {f for h in HARMONIES for f in self.evidence.forms(stem, state, h, features, PLAIN).values()}
        return self.evidence[stem] + self.evidence.weight(forms)

    def stands(
        self,
        lemma: str,
        state: str,
        traits: Iterable[str],
        need: int,
        least: int,
        name: bool = False,
        features: tuple[str, ...] = (),
    ) -> bool:
        """Whether the word has forms that no other word explains: enough of them, and not a mere shadow of it."""
        features = features or (VERB if state == "V" else NOUN)
        kept = frozenset(traits) - set(HARMONIES)
        forms = self.evidence.forms(lemma, state, self.rule(lemma, traits), features, kept)
        own = [f for f in set(forms.values()) if self.evidence[f] >= least and not self.reader.accepts(f, name)]
        if len(own) < need:
            return False
        readings = self.reader.readings(lemma, name)
        others = [r.cls for r in readings if r.lemma.lower() != lemma or r.cls == "V"] if state != "V" else []
        share = SHADOW if any(cls != "V" for cls in others) else VERB_SHADOW if others else 0
        weight = self.evidence.weight(own)
        if lemma in self.trusted and len(own) >= TRUSTED_FORMS and weight >= TRUSTED_BOOKS:
            share = min(share, TRUSTED_SHADOW)
        return weight >= share * self.evidence[lemma]

    def is_name(self, lemma: str) -> bool:
        """Whether running text writes the word with a capital in the middle of sentences, and no list without."""
        capital, small = self.capitals.get(lemma, (0, 0))
        return capital >= 5 and capital >= 4 * small and lemma not in self.small

    def mostly_name(self, lemma: str) -> bool:
        """Whether a word that is a name too is rarely anything else."""
        capital, small = self.capitals.get(lemma, (0, 0))
        return capital > 5 * small

    def near(self, word: str) -> bool:
        """Whether a far commoner word is one letter away: a name must not make its misspelling right."""
        count = self.evidence[word]
        return any(self.evidence[w] > 30 * (count + 1) and self.reader.accepts(w, False) for w in neighbours(word))

    def remove(self, row: Row) -> None:
        """Takes a row out again."""
        self.lexicon.remove(row)
        self.reader.forget(row[0].lower())

    def add(self, lemma: str, cls: str, traits: Iterable[str], source: str) -> Row:
        """Takes a word in, so that longer words are seen in its light."""
        key = lemma.lower()
        row = (lemma, cls, ",".join(traits), source, self.common(key, cls))
        self.lexicon.add(row)
        self.reader.forget(key)
        return row

    def common(self, key: str, cls: str) -> str:
        """From 0 to 9 how common a word is with its forms, each step threefold."""
        features, state = (VERB, "V") if cls == "V" else (NOUN, "N")
        return str(min(9, int(math.log(1 + self._weight(key, state, features), 3))))


def restored(word: str) -> Iterator[str]:
    """The word with one or two stand-ins of a Russian keyboard put right."""
    places = [(i, letter) for i, c in enumerate(word) for letter in STAND_INS.get(c, "")]
    for i, letter in places:
        once = word[:i] + letter + word[i + 1 :]
        yield once
        for j, other in places:
            if j > i:
                yield once[:j] + other + once[j + 1 :]


def neighbours(word: str) -> Iterator[str]:
    """Every word one letter away."""
    for i in range(len(word) + 1):
        yield word[:i] + word[i + 1 :]
        for c in LETTERS:
            yield word[:i] + c + word[i:]
            yield word[:i] + c + word[i + 1 :]
