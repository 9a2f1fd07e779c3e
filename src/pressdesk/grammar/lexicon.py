"""The words: lexicon/*.tsv, the traits they may carry, and what an unknown word's ending tells. Start at `Lexicon`.

A row is lemma, class, traits, source, and how common the word is (a digit, may be left out). Rows are checked a file
at a time and taken apart only when a word needs them, so that thousands of them load in a blink. Only exceptions carry
traits; everything else follows from the letters.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pressdesk.errors import TableError
from pressdesk.grammar.sounds import HARMONIES, Sounds, pattern
from pressdesk.grammar.table import CYRILLIC, LATIN, mixed_script, read_table

COLUMNS = ("lemma", "class", "traits", "source", "common")


@dataclass(frozen=True, slots=True)
class WordClass:
    """A row of classes.tsv: where the chain of such a word begins, and from which of these it needs a capital."""

    name: str
    states: tuple[str, ...]
    capital: frozenset[str]

    @property
    def is_name(self) -> bool:
        """Whether the bare word is a proper name."""
        return bool(self.capital)


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A word of the lexicon. `row` says where it stands (`common.tsv:12`), `common` from 0 to 9 how common it is."""

    lemma: str
    cls: WordClass
    traits: frozenset[str]
    common: int
    row: str


@dataclass(frozen=True, slots=True)
class Ending:
    """A row of endings.tsv: what the letters of a word tell when no lexicon knows it."""

    pattern: re.Pattern[str]
    who: str
    harmony: str
    traits: frozenset[str]
    doubt: str


@dataclass(frozen=True, slots=True)
class Irregular:
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
    _raw: dict[str, str | tuple[str, ...]] = field(default_factory=dict)
    _made: dict[str, tuple[Lexeme, ...]] = field(default_factory=dict)

    def __contains__(self, lemma: str) -> bool:
        return lemma.lower() in self._raw

    def get(self, lemma: str) -> tuple[Lexeme, ...]:
        """Every lexeme with this lemma, capitals aside."""
        key = lemma.lower()
        found = self._made.get(key)
        if found is None:
            raw = self._raw.get(key, ())
            found = tuple(self._lexeme(line) for line in ((raw,) if isinstance(raw, str) else raw))
            if found:
                self._made[key] = found
        return found

    def lemmas(self) -> Mapping[str, object]:
        """The lemmas in lower case; the values are nobody's business."""
        return self._raw

    def with_trait(self, trait: str) -> list[str]:
        """The lemmas of which some lexeme carries the trait."""
        rows = ((lemma, raw if isinstance(raw, str) else "\n".join(raw)) for lemma, raw in self._raw.items())
        found = [lemma for lemma, row in rows if trait in row]
        return [lemma for lemma in found if any(trait in lexeme.traits for lexeme in self.get(lemma))]

    def _lexeme(self, line: str) -> Lexeme:
        lemma, cls, traits, _source, *common, row = line.split("\t")
        return Lexeme(lemma, self.classes[cls], frozenset(traits.split(",")) - {""}, int("".join(common) or 0), row)

    def add_file(self, path: Path) -> None:
        """Takes in a lexicon table. Faults are TableErrors with the row's place."""
        lines = path.read_text(encoding="utf-8").split("\n")
        if lines[0].split("\t") != list(COLUMNS):
            raise TableError(path, 1, 1, f"The first line must name the columns {', '.join(COLUMNS)}.")
        name, raw = path.name, self._raw
        kinds: dict[str, int] = {}
        letters: set[str] = set()
        for number, line in enumerate(lines[1:], start=2):
            if not line or line[0] == "#":
                continue
            try:
                lemma, cls, traits, source, *common = line.split("\t")
            except ValueError as error:
                raise TableError(path, number, 1, f"A row has {len(COLUMNS)} cells: {', '.join(COLUMNS)}.") from error
            kinds.setdefault(cls + "\t" + traits, number)
            letters.update(lemma)
            key = lemma.lower()
            entry = f"{line}\t{name}:{number}"
            old = raw.get(key)
            raw[key] = entry if old is None else ((old, entry) if isinstance(old, str) else (*old, entry))
            if common and not (len(common) == 1 and common[0].isdigit()):
                raise TableError(path, number, line.rindex("\t") + 2, "How common a word is, is a digit or nothing.")
            if not source:
                raise TableError(path, number, len(line) + 1, "Every word needs its source.")
        self._check_kinds(path, kinds)
        if any(LATIN.match(c) for c in letters) and any(CYRILLIC.match(c) for c in letters):
            _check_scripts(path, lines)

    def _check_kinds(self, path: Path, kinds: dict[str, int]) -> None:
        for kind, number in kinds.items():
            cls, traits = kind.split("\t")
            line = path.read_text(encoding="utf-8").split("\n")[number - 1]
            column = line.index("\t") + 2
            if cls not in self.classes:
                raise TableError(path, number, column, f"The class “{cls}” is not in classes.tsv.")
            column += len(cls) + 1
            for trait in filter(None, traits.split(",")):
                if trait not in self.traits:
                    raise TableError(path, number, column, f"The trait “{trait}” is not in traits.tsv.")
                column += len(trait) + 1

    def ending(self, word: str, name: bool) -> Ending | None:
        """The first row of endings.tsv that knows this word's end."""
        lower = word.lower()
        who = ("any", "name" if name else "common")
        return next((row for row in self.endings if row.who in who and row.pattern.search(lower)), None)

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


def _check_scripts(path: Path, lines: list[str]) -> None:
    for number, line in enumerate(lines[1:], start=2):
        at = mixed_script(line.split("\t")[0]) if line and line[0] != "#" else -1
        if at >= 0:
            lemma = line.split("\t")[0]
            raise TableError(path, number, at + 1, f"“{lemma}” mixes Latin and Cyrillic letters: type it anew.")


def load_traits(folder: Path) -> dict[str, str]:
    """Reads traits.tsv: every trait a word may carry, with a sentence."""
    return {row["trait"]: row["meaning"] for row in read_table(folder / "traits.tsv", ("trait", "meaning"))}


def load_lexicon(folder: Path, words: Path, traits: Mapping[str, str], states: Mapping[str, object]) -> Lexicon:
    """Reads classes.tsv and endings.tsv from the grammar folder and every table of the lexicon folder."""
    classes: dict[str, WordClass] = {}
    for row in read_table(folder / "classes.tsv", ("class", "states", "capital", "note")):
        own = tuple(row["states"].split())
        for column, known, where in (("states", set(states), "states.tsv"), ("capital", set(own), "this row")):
            for state in row[column].split():
                if state not in known:
                    raise row.error(column, f"The state “{state}” is not in {where}.")
        classes[row["class"]] = WordClass(row["class"], own, frozenset(row["capital"].split()))
    endings = []
    for row in read_table(folder / "endings.tsv", ("ending", "who", "harmony", "traits", "doubt", "example", "source")):
        carried = frozenset(row["traits"].split(",")) - {""}
        for trait in carried - set(traits):
            raise row.error("traits", f"The trait “{trait}” is not in traits.tsv.")
        harmony = "" if row["harmony"] == "-" else row["harmony"]
        endings.append(Ending(pattern(row, "ending", "(?:", ")$"), row["who"], harmony, carried, row["doubt"]))
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
