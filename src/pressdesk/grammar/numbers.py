"""How figures, signs, abbreviations and Latin names are read aloud, from tables: endings follow the reading."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pressdesk.errors import TableError
from pressdesk.grammar.table import CYRILLIC, EVIDENCE, LATIN, Row, one_letter, one_script, read_table

ROMAN = re.compile("X{0,3}(IX|IV|V?I{0,3})")  # rulers, centuries, sessions; beyond 39 it is rather an abbreviation
VALUES = {"I": 1, "V": 5, "X": 10}
PARTS = re.compile("[-']")  # a capital may stand after either: Нью-Йорк, Кот-д'Ивуар
HELD = 3  # letters; in a shorter word two capitals may be an abbreviation with an ending
LEAST_PREFIXED = 4  # letters of a word behind a prefix
LONGEST = 18  # digits
NEEDED = {*range(10), *range(10, 100, 10), 100}  # values without which some number cannot be read aloud
FOREIGN = re.compile("[A-Za-z\u00c0-\u024f\u0250-\u02af]")  # ə too, which is no letter of any Latin word here
FIGURE = re.compile(r"\d[\d\s.,:–-]*$")


@dataclass(frozen=True, slots=True)
class Readings:
    """The tables of readings.

    Attributes:
        units: value to word (7, 70, 100, 1000, ...).
        symbols: sign to words ("%"); the first is written, all are read.
        stored: written to spoken ("АҚШ", "Twitter"), as its ending is written.
        others: written to what else it is read as, where usage wavers ("ЖШС").
        latin: Latin letters to what they probably sound like, longest first.
        letters: letter to its name.
        looks: letters to the Latin ones that look the same: a keyboard without Latin letters writes Roman numbers so.
    """

    units: Mapping[int, str]
    symbols: Mapping[str, tuple[str, ...]]
    stored: Mapping[str, str]
    others: Mapping[str, tuple[str, ...]]
    latin: tuple[tuple[str, str], ...]
    letters: Mapping[str, str]
    looks: Mapping[int, str]

    def aloud(self, written: str) -> tuple[str, ...]:
        """Every reading that is stored for an abbreviation or a Latin name, the one that is written first."""
        first = self.stored.get(written)
        return () if first is None else (first, *self.others.get(written, ()))

    def roman(self, word: str) -> int:
        """The value of a Roman number up to 39, in Latin letters or their look-alikes; 0 for anything else."""
        word = word.translate(self.looks)
        if not word or not ROMAN.fullmatch(word):
            return 0
        values = [VALUES[letter] for letter in word]
        return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))

    def figure(self, text: str) -> str | None:
        """The last word of the figure that ends the text when it is read aloud, None where no figure ends it."""
        match = FIGURE.search(text)
        if match is None:
            return None
        part = re.split(r"[.,:–-]", match[0].strip())[-1]
        digits = re.sub(r"\D", "", part)
        end = int(digits[-LONGEST:] or "0")  # what ends a number is told by its last digits
        return self.unit(end) if end or not digits.strip("0") else self.units[max(self.units)]

    def unit(self, number: int) -> str:
        """The last word of a whole number when it is read aloud."""
        if number == 0:
            return self.units[0]
        for power in (10, 100):
            if number % power:
                return self.units[number % power]
        unit = max((u for u in self.units if u >= 100 and number % u == 0), default=100)
        return self.units[unit]

    def spelt(self, letters: str) -> str:
        """An abbreviation letter by letter: "ТМД" is тымыды."""
        return "".join(self.letters.get(c, c) for c in letters.lower())

    def latin_guess(self, word: str) -> str:
        """A Latin word as its letters probably sound."""
        rest, spoken = word.lower(), ""
        while rest:
            letters, sound = next(((a, b) for a, b in self.latin if rest.startswith(a)), (rest[0], ""))
            spoken += sound
            rest = rest[len(letters) :]
        return spoken


def is_abbreviation(word: str) -> bool:
    """Whether a Cyrillic word is written as abbreviations are: two capitals, nothing but letters (ҚР, ҚазҰУ)."""
    capitals = sum(c.isupper() for c in word)
    return word.isalpha() and capitals >= 2 and word[-1].isupper() and CYRILLIC.search(word) is not None


def odd_capitals(word: str) -> bool:
    """Whether the shift key was held too long or too late; a name may have a capital inside, after small letters."""
    held = len(word) > HELD and word[:2].isalpha() and word[:2].isupper() and word[2:].islower()
    return held or (word[:1].islower() and word != word.lower() and CYRILLIC.search(word) is not None)


def ends_latin(word: str) -> bool:
    """Whether the word's last letter is Latin."""
    return bool(word) and LATIN.match(word[-1]) is not None


def load_lookalikes(folder: Path) -> list[tuple[str, str]]:
    """Reads lookalikes.tsv: each Latin letter with the Cyrillic one that looks the same."""
    columns, found = ("latin", "cyrillic", "source"), []
    for row in read_table(folder / "lookalikes.tsv", columns, columns[:2]):
        for column, script in (("latin", "Latin"), ("cyrillic", "Cyrillic")):
            known = CYRILLIC if column == "cyrillic" else FOREIGN
            if not known.match(one_letter(row, column)):
                raise row.error(column, f"“{row[column]}” is no {script} letter: type it anew.")
        found.append((row["latin"], row["cyrillic"]))
    return found


def _aloud(row: Row, column: str) -> str:
    """How something is read aloud: a word in Cyrillic letters."""
    if LATIN.search(row[column]) or not CYRILLIC.search(row[column]):
        raise row.error(column, f"“{row[column]}” must be in Cyrillic letters: endings follow it as they are read.")
    return one_script(row, column)


def load_readings(folder: Path, words: Path, letters: Mapping[str, str]) -> Readings:
    """Reads numerals, symbols, latin and lookalikes.tsv of the grammar folder, readings.tsv of the lexicon folder."""
    units: dict[int, str] = {}
    columns = ("unit", "word", *EVIDENCE)
    row = None
    for row in read_table(folder / "numerals.tsv", columns, columns):
        if not row["unit"].isdecimal():
            raise row.error("unit", f"A unit is a number in digits, not “{row['unit']}”.")
        units[int(row["unit"])] = _aloud(row, "word")
    missing = NEEDED - set(units)
    if missing:
        wants = ", ".join(map(str, sorted(missing)))
        raise TableError(folder / "numerals.tsv", row.line if row else 1, 1, f"Add a row for each of {wants}.")
    symbols: dict[str, tuple[str, ...]] = {}
    columns = ("symbol", "reading", *EVIDENCE)
    for row in read_table(folder / "symbols.tsv", columns, columns):
        symbols[row["symbol"]] = (*symbols.get(row["symbol"], ()), _aloud(row, "reading"))
    columns = ("written", "reading", *EVIDENCE)
    stored: dict[str, str] = {}
    others: dict[str, tuple[str, ...]] = {}
    for row in read_table(words / "readings.tsv", columns, columns[:2]):
        written, spoken = row["written"], _aloud(row, "reading")
        if stored.setdefault(written, spoken) != spoken:
            others[written] = (*others.get(written, ()), spoken)
    latin = []
    columns = ("letters", "reading", *EVIDENCE)
    for row in read_table(folder / "latin.tsv", columns, EVIDENCE):
        if not LATIN.match(row["letters"]) or CYRILLIC.search(row["letters"]):
            raise row.error("letters", f"“{row['letters']}” must be Latin letters: type them anew.")
        latin.append((row["letters"], _aloud(row, "reading") if row["reading"] else ""))
    latin.sort(key=lambda pair: -len(pair[0]))
    looks = {ord(cyrillic): latin for latin, cyrillic in load_lookalikes(folder)}
    return Readings(units, symbols, stored, others, tuple(latin), letters, looks)
