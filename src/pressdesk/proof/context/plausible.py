"""How plausible a form is by itself: the commonness of its stem less the cost of its chain. Start at `Plausible.of`.

The unit is the lexicon's: a step of commonness is threefold. A form that is read in several ways is as plausible as
its readings together. Four tables of style/ say what the lexicon's column cannot:

`chains.tsv`: what it costs that one suffix follows another (after the class of the stem, after a suffix; `.` ends the
word), in the same steps. `stems.tsv`: how common a stem is once the forms that belong to other stems are given back to
these; `stems_own.tsv` the same by hand, for what releases say oftener than books. `forms.tsv`: forms that live as words
of their own, far commoner than their parts say.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pressdesk.grammar.analyse import Reader, Reading
from pressdesk.grammar.table import decimal, one_script, read_table

END, IRREGULAR = ".", "irregular"  # how chains.tsv names the end of a word and a stem of irregular.tsv
UNHEARD = 10.0  # what a pair of suffixes costs that chains.tsv has not
MEMORY = 50_000  # words
CHAINS = ("after", "tag", "cost", "example", "source")
STEMS = ("stem", "class", "common", "instead", "source")
STEMS_OWN = ("stem", "class", "common", "note")
FORMS = ("form", "common", "note")


@dataclass(slots=True, eq=False, repr=False)
class Plausible:
    """Weighs forms.

    Attributes:
        reader: reads them.
        costs: (class or tag, following tag) to steps of commonness.
        stems: (lemma, class) to steps, where the lexicon's column is not enough.
        forms: form to steps, whatever its readings.
        tags: every suffix that was counted.
    """

    reader: Reader
    costs: Mapping[tuple[str, str], float]
    stems: Mapping[tuple[str, str], int]
    forms: Mapping[str, int]
    tags: frozenset[str] = frozenset()
    _known: dict[str, float | None] = field(default_factory=dict)

    def of(self, word: str) -> float | None:
        """How plausible a form in lower case is, in steps of commonness.

        None where it cannot be told: nothing reads it without a capital, or a suffix or class in it was never counted.
        """
        if word not in self._known:
            if len(self._known) > MEMORY:
                self._known.clear()
            self._known[word] = self._weigh(word)
        return self._known[word]

    def _weigh(self, word: str) -> float | None:
        if word in self.forms:
            return float(self.forms[word])
        total = 0.0
        for reading in dict.fromkeys(self.reader.readings(word, False)):
            chain = tuple(pairs(reading))
            if any(tag not in self.tags for _, tag in chain) or (chain[0][0], END) not in self.costs:
                return None
            common = self.stems.get(stem(reading), reading.common)
            total += 3 ** (common - sum(self.costs.get(pair, UNHEARD) for pair in chain))
        return math.log(total, 3) if total else None


def stem(reading: Reading) -> tuple[str, str]:
    """(lemma, class) as stems.tsv names the stem of a reading; an irregular form is a stem itself, of no class."""
    return (reading.lemma if reading.cls else reading.rows[0].adds, reading.cls or IRREGULAR)


def pairs(reading: Reading) -> Iterator[tuple[str, str]]:
    """Each suffix of a reading with what stands before it: the class first, the end last."""
    before = reading.cls or IRREGULAR
    for step in reading.rows[1:]:
        if step.tag:
            yield before, step.tag
            before = step.tag
    yield before, END


def load_plausible(folder: Path, reader: Reader) -> Plausible:
    """Reads chains, stems, stems_own and forms.tsv of a style folder; a TableError names the row of a faulty number."""
    costs = {(row["after"], row["tag"]): decimal(row, "cost") for row in read_table(folder / "chains.tsv", CHAINS)}
    stems = {
        (row["stem"], row["class"]): round(decimal(row, "common")) for row in read_table(folder / "stems.tsv", STEMS)
    }
    for row in read_table(folder / "stems_own.tsv", STEMS_OWN):
        stems[row["stem"], row["class"]] = round(decimal(row, "common"))
    forms = {one_script(row, "form"): round(decimal(row, "common")) for row in read_table(folder / "forms.tsv", FORMS)}
    return Plausible(reader, costs, stems, forms, frozenset(tag for _, tag in costs))
