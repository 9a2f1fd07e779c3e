"""What a slip is and how unlikely: every way in which some letters were typed for others. Start at `Slips.at`.

Costs stand in slips.tsv, in threefold steps, the unit of how common words are, so that a likely slip of a rare word and
an unlikely slip of a common one can be compared.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from pressdesk.errors import TableError
from pressdesk.grammar.graph import Graph
from pressdesk.grammar.sounds import LOOKED_AT, Alternation
from pressdesk.grammar.suggest import STAND_IN, Errors, number, shapes_of_endings
from pressdesk.grammar.table import Row, read_table

ENDING, LOST, EXTRA, DOUBLED, BESIDE = (
    "shape of an ending",
    "lost letter",
    "extra letter",
    "doubled letter",
    "key beside",
)
SWAPPED, KEY, VOWEL, OTHER = "swapped letters", "neighbouring key", "another vowel", "letter"
CAPITAL, SPACE, HYPHEN, ANOTHER = "capital", "missing space", "missing hyphen", "another slip"
SEAM, ACROSS = "stem's end unchanged", "letters exchanged"
OWN = (
    ANOTHER,
    SEAM,
    ACROSS,
    ENDING,
    LOST,
    EXTRA,
    DOUBLED,
    BESIDE,
    SWAPPED,
    KEY,
    VOWEL,
    OTHER,
    CAPITAL,
    SPACE,
    HYPHEN,
    STAND_IN,
)
COLUMNS = ("slip", "cost", "first", "again", "example", "source")
SIGN = "sign"  # the class of a letter that is no segment
LEAST_STEM = 2  # letters before an ending
LEAST_ACROSS = 3  # letters of which the outer two were exchanged


class Slip(NamedTuple):
    """`put` was meant where the next `eaten` letters were typed.

    `again` is what it costs after one of its kind; None where slips of this kind do not come in groups."""

    put: str
    eaten: int
    kind: str
    cost: float
    again: float | None


class Cost(NamedTuple):
    """A row of slips.tsv."""

    cost: float
    first: float
    again: float | None


@dataclass(slots=True, eq=False, repr=False)
class Slips:
    """The slips of one language.

    Attributes:
        errors: what is typed for what.
        costs: kind of slip to what it costs.
        turned: an ending of one letter to the same in the other harmony.
        vowels: the letters that have a harmony.
        seams: what a noun's end becomes before a suffix, from alternations.tsv: what is written without that is a slip.
            A verb's end and a sign are not among them: there a key too many is likelier.
    """

    errors: Errors
    costs: Mapping[str, Cost]
    turned: Mapping[str, str]
    vowels: frozenset[str]
    seams: tuple[Alternation, ...] = ()

    @property
    def another(self) -> float:
        """What a second slip of another kind costs besides its own cost."""
        return self.costs[ANOTHER].cost

    def at(self, word: str, place: int) -> list[Slip]:
        """Every slip that may have happened at this place of a word in lower case, each result once, the cheapest."""
        found: dict[tuple[str, int], Slip] = {}
        for put, eaten, kind in (*self._confused(word, place), *self._seam(word, place), *self._typed(word, place)):
            row = self.costs[kind]
            cost = row.cost if place else row.first
            old = found.get((put, eaten))
            if old is None or cost < old.cost:
                found[put, eaten] = Slip(put, eaten, kind, cost, row.again)
        return sorted(found.values(), key=lambda slip: slip.cost)

    def _confused(self, word: str, place: int) -> list[tuple[str, int, str]]:
        errors, found = self.errors, list[tuple[str, int, str]]()
        for length in (1, 2):
            for meant, _cost, kind in errors.meant.get(word[place : place + length], ()):
                if len(word) >= place + length:
                    found.append((meant, length, kind))
        if place >= LEAST_STEM:
            found += [(o, 1, ENDING) for o in self.turned.get(word[place : place + 1], "")]
            for length in range(1, min(errors.longest, len(word) - place) + 1):
                found += [(o, length, ENDING) for o in errors.endings.get(word[place : place + length], ())]
        return found

    def _seam(self, word: str, place: int) -> Iterator[tuple[str, int, str]]:
        """Where a stem's end was left as it is before a suffix that changes it: a voiceless letter, a lost vowel."""
        for end in range(place + 1, min(place + LOOKED_AT, len(word) - 1) + 1) if place >= LEAST_STEM else ():
            for rule in self.seams:
                match = rule.final.search(word[:end])
                if match is not None and match.start() == place and rule.before.match(word[end:]):
                    yield match.expand(rule.becomes), end - place + rule.eats, SEAM

    def _typed(self, word: str, place: int) -> list[tuple[str, int, str]]:
        errors, tail = self.errors, word[place:]
        found = [(letter, 0, LOST) for letter in errors.letters]
        if place and tail:
            found.append(("-", 0, HYPHEN))
        if not tail:
            return found
        touching = errors.touching.get(tail[0], frozenset())
        strange = OTHER if tail[0] not in self.vowels else VOWEL
        for letter in errors.letters:
            if letter != tail[0]:
                kind = KEY if letter in touching else strange if letter in self.vowels else OTHER
                found.append((letter, 1, kind))
        before, after = word[place - 1 : place] if place else "", tail[1:2]
        beside = any(tail[0] in errors.touching.get(letter, ()) for letter in (before, after))
        found.append(("", 1, DOUBLED if before == tail[0] else BESIDE if beside else EXTRA))
        if after and after != tail[0]:
            found.append((after + tail[0], 2, SWAPPED))
        if len(tail) >= LEAST_ACROSS and tail[0] != tail[2]:
            found.append((tail[2] + after + tail[0], 3, ACROSS))
        return found


def load_slips(folder: Path, errors: Errors, graph: Graph) -> Slips:
    """Reads slips.tsv; a TableError where a kind of slip has no row or a cost is no number."""
    costs: dict[str, Cost] = {}
    row: Row | None = None
    for row in read_table(folder / "slips.tsv", COLUMNS):
        again = number(row, "again") if row["again"] else None
        costs[row["slip"]] = Cost(number(row), number(row, "first"), again)
    kinds = {*OWN, *(kind for rows in errors.meant.values() for _, _, kind in rows)}
    for kind in sorted(kinds - set(costs)):
        line = row.line if row is not None else 1
        raise TableError(folder / "slips.tsv", line, 1, f"No row says what “{kind}” costs: add one.")
    shapes = shapes_of_endings(graph, 1)
    turned = {a: "".join(sorted(o for o in others if len(o) == 1)) for a, others in shapes.items() if len(a) == 1}
    vowels = frozenset(letter for letter in graph.sounds.classes if graph.sounds.last_harmony(letter))
    signs = [letter for letter, cls in graph.sounds.classes.items() if cls == SIGN]
    seams = tuple(
        rule
        for rule in graph.sounds.alternations
        if rule.written and rule.kind != "verb" and not any(rule.final.fullmatch(sign) for sign in signs)
    )
    return Slips(errors, costs, turned, vowels, seams)
