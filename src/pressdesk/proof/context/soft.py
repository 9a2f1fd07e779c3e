"""Soft marks: a legal form that is rare, one slip away from one that is far commoner. Start at `SoftMarks.meant`.

Slips are those of the error model of the spelling check (`pressdesk.grammar.suggest`): a keyboard's stand-in, a letter
that sounds alike, another shape of an ending, a neighbouring key, a letter lost, added or swapped. That one strange
letter stands for another is too unlikely to be asked for. What is "rare" and "far commoner" `Plausible` says.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pressdesk.grammar.names import NameForms
from pressdesk.grammar.table import one_script, read_table
from pressdesk.grammar.trail import Trail
from pressdesk.proof.context.paragraph import like
from pressdesk.proof.context.plausible import Plausible, load_plausible
from pressdesk.proof.spelling import Speller

# in threefold steps, tried on misspellings of attested forms: see docs/kazakh-rules.md
RARE = 3.0  # a form more plausible than this is never marked
MARGIN = 1.2  # by how much another form must be more plausible, the slip paid for
LEAST = 4  # letters; shorter words have too many neighbours
STRANGE = ("letter",)  # what near words are not looked at
MEMORY = 50_000  # words
OWN = ("form", "meant", "slip", "note")


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
    """

    speller: Speller
    plausible: Plausible
    own: Mapping[str, Meant]
    _known: dict[str, Meant | None] = field(default_factory=dict)

    def instead(self, word: str, names: NameForms) -> str:
        """What a word was probably meant for, in its capitals; "" where it gets no mark.

        A word that the spelling check refuses has a harder mark; a name of the draft, what may be a proper name and
        what has a capital elsewhere than at its beginning get none.
        """
        meant = self.meant(word.lower())
        if meant is None or not word[1:].islower() or names.accepts(word):
            return ""
        if (word[:1].isupper() and self._is_name(word)) or not self.speller.accepts(word, names):
            return ""
        return like(meant.text, word)

    def _is_name(self, word: str) -> bool:
        grammar = self.speller.grammar
        classes = grammar.reader.lexicon.classes
        return any(reading.cls and classes[reading.cls].is_name for reading in grammar.analyse(word))

    def meant(self, word: str) -> Meant | None:
        """What a word in lower case was probably meant for; None where it is likely enough itself."""
        if word in self.own:
            return self.own[word]
        best = self.nearest(word)
        return best if best is not None and best.gain >= MARGIN else None

    def nearest(self, word: str) -> Meant | None:
        """The likeliest form one slip away from a rare one, however small the gain; None where it is not rare."""
        if len(word) < LEAST or not word.isalpha():
            return None
        if word not in self._known:
            if len(self._known) > MEMORY:
                self._known.clear()
            self._known[word] = self._nearest(word)
        return self._known[word]

    def _nearest(self, word: str) -> Meant | None:
        own = self.plausible.of(word)
        if own is None or own > RARE:
            return None
        best: Meant | None = None
        reader = self.speller.grammar.reader
        trail = Trail(reader, False)
        for near in self.speller.errors.near(word, reader.begins):
            if near.how in STRANGE or near.text == word or not near.text.isalpha():
                continue
            if not trail.accepts(near.text):
                continue
            value = self.plausible.of(near.text)
            gain = -near.cost - own + (value if value is not None else own)
            if best is None or gain > best.gain:
                best = Meant(near.text, near.how, gain)
        return best


def load_soft(folder: Path, speller: Speller) -> SoftMarks:
    """Reads the tables of a style folder; a TableError names the row of a faulty cell."""
    own = {
        one_script(row, "form"): Meant(one_script(row, "meant"), row["slip"], MARGIN)
        for row in read_table(folder / "confusable_own.tsv", OWN)
    }
    return SoftMarks(speller, load_plausible(folder, speller.grammar.reader), own)
