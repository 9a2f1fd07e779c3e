"""Near words that may have been meant, each with what it costs to have typed this instead. Start at `Errors.likely`.

The error model is data: confusions.tsv (what is typed for what), keyboard.tsv (which keys touch), and the suffix
tables themselves: a wrong ending is another shape of the same suffix. Words are in lower case here.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pressdesk.grammar.graph import Graph
from pressdesk.grammar.numbers import load_lookalikes
from pressdesk.grammar.sounds import HARMONIES
from pressdesk.grammar.table import EVIDENCE, LATIN, Row, read_table
from pressdesk.grammar.trail import Trail

KEY, OTHER, LOST, ADDED, BESIDE, DOUBLED, SWAPPED = 1.5, 3.0, 1.8, 2.7, 2.0, 1.3, 1.3
ENDING, APART, HYPHEN, FIRST = 1.2, 2.7, 1.2, 0.4
MOST = 3  # stand-ins in one word
HIGHEST = 10.0  # what a row of a table may cost
STAND_IN = "keyboard stand-in"


@dataclass(frozen=True, slots=True)
class Near:
    """A candidate: the text, its cost, and what was done to find it."""

    text: str
    cost: float
    how: str


@dataclass(slots=True, eq=False, repr=False)
class Errors:
    """How people mistype this language.

    Attributes:
        meant: typed letters to (meant letters, cost, kind).
        stand_ins: typed letter to the letters that a Russian keyboard lacks.
        touching: letter to the letters of the keys that touch its key.
        letters: every letter of the language.
        endings: a shape of a suffix to its other shapes.
        lookalikes: Latin letter to the Cyrillic one that looks the same.
        rare: tag of a suffix to how unlikely it makes a word.
    """

    meant: Mapping[str, tuple[tuple[str, float, str], ...]]
    stand_ins: Mapping[str, str]
    touching: Mapping[str, frozenset[str]]
    letters: str
    endings: Mapping[str, frozenset[str]]
    lookalikes: Mapping[int, str]
    rare: Mapping[str, float]
    longest: int = field(default=0)

    def likely(self, word: str, trail: Trail, most: float) -> Iterator[Near]:
        """The candidates without a space that cost up to `most` and may be words, as far as the trail sees."""
        for found in (self._confused(word), self._stand_ins(word, trail.begins), self._endings(word)):
            yield from (near for near in found if near.cost <= most)
        yield from self._letters(word, trail.follow, most)
        if most >= HYPHEN:
            for place in range(2, len(word) - 1):
                yield Near(word[:place] + "-" + word[place:], HYPHEN, "missing hyphen")

    def _confused(self, word: str) -> Iterator[Near]:
        for typed, rows in self.meant.items():
            start = word.find(typed)
            while start >= 0:
                for meant, cost, kind in rows:
                    yield Near(word[:start] + meant + word[start + len(typed) :], cost, kind)
                start = word.find(typed, start + 1)

    def _stand_ins(self, word: str, known: Callable[[str], bool]) -> Iterator[Near]:
        """Two or three stand-ins in one word; one alone is among the confusions."""
        done = [("", 0)]
        for letter in word:
            grown = [(text + letter, count) for text, count in done]
            for meant in self.stand_ins.get(letter, ""):
                grown += [(text + meant, count + 1) for text, count in done if count < MOST]
            done = [(text, count) for text, count in grown if len(text) > 4 or known(text)][:400]
        for text, count in done:
            if count > 1:
                yield Near(text, 0.6 * count, STAND_IN)

    def _endings(self, word: str) -> Iterator[Near]:
        for start in range(2, len(word)):
            for length in range(1, min(self.longest, len(word) - start) + 1):
                for other in self.endings.get(word[start : start + length], ()):
                    yield Near(word[:start] + other + word[start + length :], ENDING, "shape of an ending")

    def _letters(self, word: str, follow: Callable[[str], Collection[str]], most: float) -> Iterator[Near]:
        """What one key too much, too little or beside makes, up to a cost; `follow`: which letters may come after a
        beginning, none after one that nothing begins with."""
        for place in range(len(word) + 1):
            head, tail = word[:place], word[place:]
            letters = follow(head)
            if not letters and len(tail) != 1:  # the head of a word whose last letter is too much may be whole
                continue
            first = 0.0 if place else FIRST
            if tail:
                extra = DOUBLED if head[-1:] == tail[0] else ADDED
                around = (head[-1:], tail[1:2])
                if extra == ADDED and any(tail[0] in self.touching.get(letter, ()) for letter in around):
                    extra = BESIDE
                if extra + first <= most:
                    yield Near(head + tail[1:], extra + first, "extra letter")
                touching = self.touching.get(tail[0], frozenset())
                for letter in letters if most >= OTHER + first else touching.intersection(letters):
                    if letter != tail[0]:
                        cost, how = (KEY, "neighbouring key") if letter in touching else (OTHER, "letter")
                        if cost + first <= most:
                            yield Near(head + letter + tail[1:], cost + first, how)
            if len(tail) > 1 and tail[0] != tail[1] and most >= SWAPPED + first:
                yield Near(head + tail[1] + tail[0] + tail[2:], SWAPPED + first, "swapped letters")
            for letter in letters if most >= LOST + first else ():
                yield Near(head + letter + tail, LOST + first, "lost letter")


def number(row: Row, column: str = "cost") -> float:
    """The cost that a row names."""
    try:
        cost = float(row[column])
    except ValueError as error:
        raise row.error(column, f"A cost is a number, not “{row[column]}”.") from error
    if not 0 <= cost <= HIGHEST:  # a negative one, or nan, would let chains of suffixes grow without end
        raise row.error(column, f"A cost is a number from 0 to {HIGHEST:g}, not “{row[column]}”.")
    return cost


def load_errors(folder: Path, graph: Graph) -> Errors:
    """Reads confusions, keyboard, lookalikes and weights.tsv; the shapes of endings come from the suffix tables."""
    meant: dict[str, list[tuple[str, float, str]]] = {}
    stand_ins: dict[str, str] = {}
    columns = ("typed", "meant", "kind", "cost", *EVIDENCE)
    for row in read_table(folder / "confusions.tsv", columns, ("typed", "kind", "cost")):
        for column in ("typed", "meant"):
            if LATIN.search(row[column]):
                raise row.error(column, f"“{row[column]}” has a Latin letter: type the Cyrillic one.")
        meant.setdefault(row["typed"], []).append((row["meant"], number(row), row["kind"]))
        if row["kind"] == STAND_IN:
            stand_ins[row["typed"]] = stand_ins.get(row["typed"], "") + row["meant"]
    rows = [row["row"] for row in read_table(folder / "keyboard.tsv", ("row", "offset", "source"), ("row",))]
    looks = {ord(latin): cyrillic for latin, cyrillic in load_lookalikes(folder)}
    rare = {row["tag"]: number(row) for row in read_table(folder / "weights.tsv", ("tag", "cost", "example", "source"))}
    endings = shapes_of_endings(graph)
    letters = "".join(letter for letter, cls in graph.sounds.classes.items() if cls)
    longest = max(map(len, endings), default=0)
    confusions = {typed: tuple(found) for typed, found in meant.items()}
    return Errors(confusions, stand_ins, _touching(rows), letters, endings, looks, rare, longest)


def _touching(rows: list[str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for number, row in enumerate(rows):
        for place, key in enumerate(row):
            below = rows[number + 1] if number + 1 < len(rows) else ""
            for other in (*row[place + 1 : place + 2], *below[max(0, place - 1) : place + 1]):
                if " " not in (key, other):
                    found.setdefault(key, set()).add(other)
                    found.setdefault(other, set()).add(key)
    return {key: frozenset(keys) for key, keys in found.items()}


def shapes_of_endings(graph: Graph, least: int = 2) -> dict[str, frozenset[str]]:
    """Every shape of at least so many letters that a suffix may take to the other shapes of the same suffix."""
    classes = set(graph.sounds.classes.values())
    found: dict[str, set[str]] = {}
    for suffix in {s.id: s for rows in graph.suffixes.values() for s in rows if s.text}.values():
        shapes = {graph.sounds.realise(suffix.text, h, cls).strip() for h in HARMONIES for cls in classes}
        for shape in shapes:
            if len(shape) >= least:
                found.setdefault(shape, set()).update(shapes - {shape, ""})
    return {shape: frozenset(others) for shape, others in found.items()}
