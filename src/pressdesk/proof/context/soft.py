"""Soft marks: a legal form that is rare, one slip away from one that is far commoner. Start at `SoftMarks.meant`.

Slips and their costs are those of the suggestions (slips.tsv, walked by `pressdesk.grammar.search`). What is "rare" and
"far commoner" `Plausible` says, of the word alone; what stands beside it (`pressdesk.proof.context.fits`) may raise or
lower that.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from pressdesk.grammar.names import NameForms
from pressdesk.grammar.places import Place
from pressdesk.grammar.search import Search
from pressdesk.grammar.slips import Slips, load_slips
from pressdesk.grammar.stand import Stems
from pressdesk.grammar.table import EVIDENCE, LONGEST_WORD, one_script, read_table
from pressdesk.proof.context.paragraph import like
from pressdesk.proof.context.plausible import STEMS_OWN, Plausible, load_plausible, stem
from pressdesk.proof.spelling import Speller

# in threefold steps, tried on misspellings of attested forms: see docs/kazakh-rules.md
RARE = 3.0  # a form more plausible than this is never marked
MARGIN = 0.2  # by how much another form must be more plausible, the slip paid for
LEEWAY = 0.5  # what the words beside it may add to RARE
FEW = 5  # forms that are kept for a rare one
LEAST = 4  # letters; shorter words have too many neighbours
DEAREST = 6.0  # what a slip may cost: that one strange letter stands for another is too unlikely to be asked for
MEMORY = 50_000  # words
OWN = ("form", "meant", "slip", "note")
OWNERS = ("form", "meant", *EVIDENCE)
Fit = Callable[[str], float]


def alone(_form: str) -> float:
    """How a form fits where nothing stands beside it."""
    return 0.0


@dataclass(frozen=True, slots=True)
class Meant:
    """What a rare form may have been meant for.

    Attributes:
        text: in lower case.
        slip: what must have happened ("lost letter").
        gain: by how many threefold steps it is likelier, the slip paid for.
    """

    text: str
    slip: str
    gain: float


@dataclass(slots=True, eq=False, repr=False)
class SoftMarks:
    """Judges words by themselves.

    Attributes:
        own: rare forms entered by hand, each with what was meant; they are marked whatever the weights say.
        owners: (last features, last features meant): a mark from one to the other says nothing of the word itself, so
            it is given to stems of the `press` alone.
        press: (lemma, class) that releases have oftener than books.
    """

    speller: Speller
    plausible: Plausible
    slips: Slips
    own: Mapping[str, Meant]
    owners: tuple[tuple[str, str], ...] = ()
    press: frozenset[tuple[str, str]] = frozenset()
    _known: dict[str, tuple[Meant, ...]] = field(default_factory=dict)

    def instead(self, word: str, names: NameForms, fit: Fit = alone) -> str:
        """What a word was probably meant for, in its capitals; "" where it gets no mark.

        A word that the spelling check refuses has a harder mark; a name of the draft, what may be a proper name and
        what has a capital elsewhere than at its beginning get none.
        """
        meant = self.meant(word.lower(), fit) if len(word) <= LONGEST_WORD else None
        if meant is None or not word[1:].islower() or names.accepts(word):
            return ""
        if (word[:1].isupper() and self._is_name(word)) or not self.speller.accepts(word, names):
            return ""
        return like(meant.text, word)

    def _is_name(self, word: str) -> bool:
        grammar = self.speller.grammar
        classes = grammar.reader.lexicon.classes
        return any(reading.cls and classes[reading.cls].is_name for reading in grammar.analyse(word))

    def meant(self, word: str, fit: Fit = alone) -> Meant | None:
        """What a word in lower case was probably meant for; None where it is likely enough itself.

        `fit` says of a form by how many steps it suits its place.
        """
        if word in self.own:
            return self.own[word]
        found = self.nearest(word)
        if not found:
            return None
        own = fit(word)
        best = max((replace(near, gain=near.gain + fit(near.text) - own) for near in found), key=lambda near: near.gain)
        plausible = self.plausible.of(word)
        rare = RARE + min(LEEWAY, max(0.0, fit(best.text) - own))
        if best.gain < MARGIN or plausible is None or plausible > rare:
            return None
        return None if self._another_owner(word, best.text) else best

    def _another_owner(self, word: str, meant: str) -> bool:
        """Whether both are one word of common prose that only its owner tells apart: my friends, his friends."""
        reader, shared = self.speller.grammar.reader, set[tuple[str, str]]()
        for mine, theirs in self.owners:
            ends = [r for r in reader.readings(word, False) if f"+{r.features}".endswith(f"+{mine}")]
            stems = {stem(r): r.features.removesuffix(mine) + theirs for r in ends}
            shared |= {stem(r) for r in reader.readings(meant, False) if stems.get(stem(r)) == r.features}
        return bool(shared) and not shared & self.press

    def may_mark(self, word: str) -> bool:
        """Whether the words beside a word in lower case are worth a look."""
        return word in self.own or any(near.gain >= 0 for near in self.nearest(word))

    def nearest(self, word: str) -> tuple[Meant, ...]:
        """The likeliest forms one slip away from a rare one, the best first, however small the gain; () for others."""
        if len(word) < LEAST or not word.isalpha():
            return ()
        if word not in self._known:
            if len(self._known) > MEMORY:
                self._known.clear()
            self._known[word] = self._nearest(word)
        return self._known[word]

    def _nearest(self, word: str) -> tuple[Meant, ...]:
        own = self.plausible.of(word)
        if own is None or own > RARE + LEEWAY:
            return ()
        reader, found = self.speller.grammar.reader, list[Meant]()

        def start(text: str) -> Place | None:
            read = reader.start(text)
            return read[0] if read else None  # without a capital

        for near in Search(Stems(reader.starts, start), self.slips, word).near(1, DEAREST).values():
            value = self.plausible.of(near.text) if near.text.isalpha() and near.text != word else None
            if value is not None:
                found.append(Meant(near.text, near.how, value - own - near.cost))
        return tuple(sorted(found, key=lambda near: (-near.gain, near.text))[:FEW])


def load_soft(folder: Path, speller: Speller) -> SoftMarks:
    """Reads the tables of a style folder; a TableError names the row of a faulty cell."""
    own = {
        one_script(row, "form"): Meant(one_script(row, "meant"), row["slip"], MARGIN)
        for row in read_table(folder / "confusable_own.tsv", OWN)
    }
    grammar = speller.grammar
    slips = load_slips(grammar.folder / "grammar", speller.errors, grammar.reader.graph)
    owners = tuple((row["form"], row["meant"]) for row in read_table(folder / "owners.tsv", OWNERS, OWNERS))
    press = frozenset((row["stem"], row["class"]) for row in read_table(folder / "stems_own.tsv", STEMS_OWN))
    return SoftMarks(speller, load_plausible(folder, grammar.reader), slips, own, owners, press)
