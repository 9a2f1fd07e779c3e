"""The words: lexicon/*.tsv, the traits they may carry, and what an unknown word's ending tells. Start at `Lexicon`.

A row is lemma, class, traits, source, and how common the word is (a digit, may be left out). Rows are checked a file
at a time, column by column, and made into lexemes only when a word needs them, so that thousands of them load in a
blink. Only exceptions carry traits; everything else follows from the letters.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from pressdesk.errors import TableError
from pressdesk.grammar.sounds import HARMONIES, Sounds, pattern
from pressdesk.grammar.table import CYRILLIC, EVIDENCE, LATIN, mixed_script, once, one_of, read_table, table_text

COLUMNS = ("lemma", "class", "traits", "source", "common")
ENDINGS = ("ending", "who", "harmony", "traits", "doubt", *EVIDENCE)
DIGITS = "0123456789"
LONGEST_END = (
    60  # letters that a row of endings.tsv looks at: searching all of a very long word takes its length squared
)
NO_FILE = "build"
MEMORY = 4000  # lexemes kept ready; beyond it all are made anew when needed


class WordClass(NamedTuple):
    """A row of classes.tsv: where the chain of such a word begins, and from which of these it needs a capital."""

    name: str
    states: tuple[str, ...]
    capital: frozenset[str]

    @property
    def is_name(self) -> bool:
        """Whether the bare word is a proper name."""
        return bool(self.capital)


class Lexeme(NamedTuple):
    """A word of the lexicon. `row` says where it stands (`common.tsv:12`), `common` from 0 to 9 how common it is."""

    lemma: str
    cls: WordClass
    traits: frozenset[str]
    common: int
    row: str


class Ending(NamedTuple):
    """A row of endings.tsv: what the letters of a word tell when no lexicon knows it."""

    pattern: re.Pattern[str]
    who: str
    harmony: str
    traits: frozenset[str]
    doubt: str


Searches = tuple[tuple[Callable[[str], object], Ending], ...]


class Irregular(NamedTuple):
    """A form that no rule makes, and the state from which the chain goes on."""

    lemma: str
    features: str
    form: str
    state: str
    row: str


@dataclass(slots=True, eq=False, repr=False)
class Lexicon:
    """All words of a language, by lemma in lower case.

    Attributes:
        classes: by name.
        traits: name to its sentence.
        endings: in the order of the table.
        irregular: by form in lower case.
        stored: (lemma, features) to the irregular form.
    """

    classes: Mapping[str, WordClass]
    traits: Mapping[str, str]
    endings: tuple[Ending, ...]
    irregular: dict[str, list[Irregular]] = field(default_factory=dict)
    stored: dict[tuple[str, str], Irregular] = field(default_factory=dict)
    _endings: tuple[Searches, Searches] = ((), ())
    _lines: list[str] = field(default_factory=list)
    _files: list[tuple[int, str]] = field(default_factory=list)
    _numbers: dict[str, int | tuple[int, ...]] = field(default_factory=dict)
    _with_traits: dict[str, None] = field(default_factory=dict)
    _made: dict[str, tuple[Lexeme, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Parts the rows of endings.tsv: those that common words ask, and those that names do."""
        common, name = (
            tuple((row.pattern.search, row) for row in self.endings if row.who in ("any", who))
            for who in ("common", "name")
        )
        self._endings = (common, name)

    def __contains__(self, lemma: str) -> bool:
        return lemma.lower() in self._numbers

    def get(self, lemma: str) -> tuple[Lexeme, ...]:
        """Every lexeme with this lemma, capitals aside."""
        key = lemma.lower()
        found = self._made.get(key)
        if found is None:
            found = tuple(map(self._lexeme, self._rows_of(key)))
            if len(self._made) >= MEMORY:
                self._made.clear()
            if found:
                self._made[key] = found
        return found

    def lemmas(self) -> Mapping[str, object]:
        """The lemmas in lower case, in the order of the tables; the values are nobody's business."""
        return self._numbers

    def place(self, lemma: str) -> int:
        """The lemma's place in the order of the tables; -1 where it is in none. `lemma` is in lower case."""
        return next(iter(self._rows_of(lemma)), -1)

    def with_trait(self, trait: str) -> list[str]:
        """The lemmas of which some lexeme carries the trait."""
        return [lemma for lemma in self._with_traits if any(trait in lexeme.traits for lexeme in self.get(lemma))]

    def _rows_of(self, key: str) -> tuple[int, ...]:
        numbers = self._numbers.get(key, ())
        return (numbers,) if isinstance(numbers, int) else numbers

    def _lexeme(self, number: int) -> Lexeme:
        lemma, cls, traits, _source, *common = self._lines[number].split("\t")
        first, name = self._files[bisect_right(self._files, number, key=itemgetter(0)) - 1]
        row = f"{name}:{number - first + 1}"
        return Lexeme(lemma, self.classes[cls], frozenset(traits.split(",")) - {""}, int("".join(common) or 0), row)

    def add_file(self, path: Path) -> None:
        """Takes in a lexicon table. Faults are TableErrors with the row's place."""
        text = table_text(path)
        lines = text.split("\n")
        lines = [line.rstrip("\r") for line in lines] if "\r" in text else lines
        if lines[0].split("\t") != list(COLUMNS):
            raise TableError(path, 1, 1, f"The first line must name the columns {', '.join(COLUMNS)}.")
        first = len(self._lines)
        numbers = [number for number, line in enumerate(lines) if number and line and line[0] != "#"]
        cells = [lines[number].split("\t") for number in numbers]
        if not self._well_formed(cells):
            self._find_fault(path, lines)
        self._lines += lines
        self._files.append((first, path.name))
        known = self._numbers
        for number, row in zip(numbers, cells, strict=True):
            key = row[0].lower()
            if key in known:
                self._enter(key, first + number)
            else:
                known[key] = first + number
        self._with_traits.update(dict.fromkeys(row[0].lower() for row in cells if row[2]))

    def add(self, cells: Sequence[str]) -> None:
        """Takes in a row that stands in no table, for those who build one."""
        if not self._files or self._files[-1][1] != NO_FILE:
            self._files.append((len(self._lines), NO_FILE))
        self._lines.append("\t".join(cells))
        self._enter(cells[0].lower(), len(self._lines) - 1)
        if cells[2]:
            self._with_traits[cells[0].lower()] = None
        self._made.pop(cells[0].lower(), None)

    def remove(self, cells: Sequence[str]) -> None:
        """Takes a row out again; one that is not there is no fault."""
        key, row = cells[0].lower(), "\t".join(cells)
        left = tuple(number for number in self._rows_of(key) if self._lines[number] != row)
        self._numbers[key] = left
        if not left:
            del self._numbers[key]
        self._made.pop(key, None)

    def _enter(self, key: str, number: int) -> None:
        known = self._rows_of(key)
        self._numbers[key] = (*known, number) if known else number

    def _well_formed(self, rows: list[list[str]]) -> bool:
        """Whether no row has a fault: quick, for that is how tables mostly are."""
        if not {len(row) for row in rows} <= {len(COLUMNS) - 1, len(COLUMNS)}:
            return False
        common = {row[4] for row in rows if len(row) == len(COLUMNS)}
        classes, traits = {row[1] for row in rows}, ",".join({row[2] for row in rows})
        letters = set("".join([row[0] for row in rows]))
        return (
            all(row[0] and row[3] for row in rows)
            and common <= {"", *DIGITS}
            and classes <= set(self.classes)
            and set(traits.split(",")) <= {"", *self.traits}
            and not (any(map(LATIN.match, letters)) and any(map(CYRILLIC.match, letters)))
        )

    def _find_fault(self, path: Path, lines: list[str]) -> None:
        """Raises the first fault of a table; there may be none, for different rows may be in different scripts."""
        for number, line in enumerate(lines[1:], start=2):
            if not line or line[0] == "#":
                continue
            try:
                lemma, cls, traits, source, *common = line.split("\t")
            except ValueError as error:
                raise TableError(path, number, 1, f"A row has {len(COLUMNS)} cells: {', '.join(COLUMNS)}.") from error
            if common and not (len(common) == 1 and common[0] in ("", *DIGITS)):
                raise TableError(path, number, line.rindex("\t") + 2, "How common a word is, is a digit or nothing.")
            if not lemma or not source:
                wants = "Every word needs its source." if lemma else "The word itself is missing."
                raise TableError(path, number, len(line) + 1 if lemma else 1, wants)
            column = len(lemma) + 2
            if cls not in self.classes:
                raise TableError(path, number, column, f"The class “{cls}” is not in classes.tsv.")
            column += len(cls) + 1
            for trait in filter(None, traits.split(",")):
                if trait not in self.traits:
                    raise TableError(path, number, column, f"The trait “{trait}” is not in traits.tsv.")
                column += len(trait) + 1
            at = mixed_script(lemma)
            if at >= 0:
                raise TableError(path, number, at + 1, f"“{lemma}” mixes Latin and Cyrillic letters: type it anew.")

    def ending(self, word: str, name: bool) -> Ending | None:
        """The first row of endings.tsv that knows this word's end."""
        lower = word[-LONGEST_END:].lower()
        for search, row in self._endings[name]:
            if search(lower):
                return row
        return None

    def harmony(self, sounds: Sounds, word: str, traits: frozenset[str], name: bool) -> tuple[str, str]:
        """("back" or "front", why that is a guess: "" where it is none)."""
        for harmony in HARMONIES:
            if harmony in traits:
                return harmony, ""
        row = self.ending(word, name)
        if row is not None and row.harmony:
            return row.harmony, row.doubt
        found = sounds.last_harmony(word.lower())
        return (found, "") if found else ("back", "guess.no-vowel")


def load_traits(folder: Path) -> dict[str, str]:
    """Reads traits.tsv: every trait a word may carry, with a sentence."""
    rows = read_table(folder / "traits.tsv", ("trait", "meaning", *EVIDENCE), EVIDENCE)
    traits: dict[str, str] = {}
    for row in rows:
        traits[once(row, "trait", traits)] = row["meaning"]
    return traits


def load_lexicon(folder: Path, words: Path, traits: Mapping[str, str], states: Mapping[str, object]) -> Lexicon:
    """Reads classes.tsv and endings.tsv from the grammar folder and every table of the lexicon folder."""
    classes: dict[str, WordClass] = {}
    for row in read_table(folder / "classes.tsv", ("class", "states", "capital", "note", *EVIDENCE), EVIDENCE):
        own = tuple(row["states"].split())
        for column, known, where in (("states", set(states), "states.tsv"), ("capital", set(own), "this row")):
            for state in row[column].split():
                if state not in known:
                    raise row.error(column, f"The state “{state}” is not in {where}.")
        if not own:
            raise row.error("states", "Name the states where the chain of such a word begins.")
        classes[once(row, "class", classes)] = WordClass(row["class"], own, frozenset(row["capital"].split()))
    endings = []
    for row in read_table(folder / "endings.tsv", ENDINGS, EVIDENCE):
        carried = frozenset(row["traits"].split(",")) - {""}
        for trait in carried - set(traits):
            raise row.error("traits", f"The trait “{trait}” is not in traits.tsv.")
        harmony = one_of(row, "harmony", "-", *HARMONIES).strip("-")
        who = one_of(row, "who", "any", "name", "common")
        endings.append(Ending(pattern(row, "ending", "(?:", ")$"), who, harmony, carried, row["doubt"]))
    lexicon = Lexicon(classes, traits, tuple(endings))
    for path in sorted(words.glob("*.tsv")):
        if path.name == "irregular.tsv":
            _irregular(path, lexicon, states)
        elif path.name != "readings.tsv":
            lexicon.add_file(path)
    return lexicon


def _irregular(path: Path, lexicon: Lexicon, states: Mapping[str, object]) -> None:
    for row in read_table(path, ("lemma", "features", "form", "state", "read", "source")):
        if row["state"] not in states:
            raise row.error("state", f"The state “{row['state']}” is not in states.tsv.")
        form = Irregular(row["lemma"], row["features"], row["form"], row["state"], row.id)
        lexicon.irregular.setdefault(form.form.lower(), []).append(form)
        if row["read"] != "read":
            lexicon.stored.setdefault((form.lemma.lower(), form.features), form)
