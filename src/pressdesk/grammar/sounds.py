"""The only phonology: what a suffix looks like after a stem. Start at `Sounds.realise` and `Tail`.

No letter of any language is written here. `letters.tsv` gives each letter a class and a harmony, `sounds.tsv` says
what a changing sound (a Latin capital) becomes after a class, `alternations.tsv` what a stem's end does before a
suffix. Always true: a form is the stem without its held letters, what those letters became, and the suffix.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from pressdesk.errors import TableError
from pressdesk.grammar.table import (
    CYRILLIC,
    EVIDENCE,
    LATIN,
    Row,
    count,
    once,
    one_letter,
    one_of,
    one_script,
    read_table,
)

HARMONIES = ("back", "front")
KINDS = ("noun", "verb")
VOWEL, GLIDE = "vowel", "glide"
LETTERS = ("letter", "class", "harmony", "name", "note", *EVIDENCE)
LOOKED_AT = 4  # letters at the end of a stem that alternations.tsv may look at
WHOLE = r"\g<0>"  # in what a stem's end becomes: that end
SPACE = "_"  # in a suffix: a real space, for words written apart


class Option(NamedTuple):
    """What the held letters may become before a suffix that `before` matches.

    `eats` letters of the suffix are swallowed; a form that is read but never written has `written` False.
    """

    before: re.Pattern[str]
    becomes: str
    eats: int
    written: bool


class Tail(NamedTuple):
    """The end of a stem, as far as the next suffix can see it: its class, the letters that may change, and how.

    `short` is True of a stem of one syllable in a state where that matters."""

    cls: str
    held: str
    options: tuple[Option, ...] = ()
    short: bool = False

    def join(self, suffix: str) -> list[tuple[str, int, bool]]:
        """What stands for the held letters before `suffix`: (letters, suffix letters swallowed, written)."""
        found = [o for o in self.options if o.before.match(suffix)]
        result = [(o.becomes, o.eats, True) for o in found if o.written][:1] or [(self.held, 0, True)]
        return result + [(o.becomes, o.eats, False) for o in found if not o.written]


class Alternation(NamedTuple):
    """A row of alternations.tsv."""

    final: re.Pattern[str]
    before: re.Pattern[str]
    becomes: str
    eats: int
    written: bool
    kind: str
    trait: str
    unless: bool
    id: str = ""

    def applies(self, kind: str, traits: frozenset[str]) -> bool:
        """Whether a stem of this kind with these traits does it."""
        if self.kind not in ("any", kind):
            return False
        return not self.trait or (self.trait in traits) is not self.unless


@dataclass(frozen=True, slots=True, repr=False)
class Sounds:
    """Letters, changing sounds and alternations of one language.

    Attributes:
        classes: letter to class ("vowel", "nasal", ...); a "sign" is no segment and is looked through.
        harmony: letter to "back" or "front"; a letter without harmony is not in it.
        names: letter to its name as spelt aloud, for abbreviations.
        rows: changing sound to its rows: (class or "*", back, front, the row's id).
        alternations: in the order of the table.
        ids: letter to its row of letters.tsv.
    """

    classes: Mapping[str, str]
    harmony: Mapping[str, str]
    names: Mapping[str, str]
    rows: Mapping[str, tuple[tuple[str, str, str, str], ...]]
    alternations: tuple[Alternation, ...]
    ids: Mapping[str, str] = field(default_factory=dict)
    _seen: dict[object, Tail] = field(default_factory=dict)

    def cls(self, text: str) -> str:
        """The class of the last letter that is a segment; letters nobody listed count as the table's `*`."""
        for letter in reversed(text.lower()):
            found = self.classes.get(letter, "*")
            if found != "sign":
                return found
        return "*"

    def syllables(self, text: str) -> int:
        """How many syllables a text in lower case has: vowels, and glides that follow none («жина», «су»)."""
        sorts = ["", *(self.classes.get(letter, "*") for letter in text)]
        return sum(b == VOWEL or (b == GLIDE and a != VOWEL) for a, b in pairwise(sorts))

    def realise(self, suffix: str, harmony: str, cls: str) -> str:
        """A suffix after a stem of this harmony and class. `(x)` stands between two like sounds only when needed:
        a vowel after a consonant, a consonant after a vowel."""
        return _realise(self, suffix, harmony, cls)

    def letters(self, suffix: str, harmony: str, cls: str) -> Iterator[tuple[str, str]]:
        """The letters of `realise`, one a sound ("" for one left out), each with the row of sounds.tsv that made it,
        "" for a letter that never changes."""
        column = HARMONIES.index(harmony)
        buffer = False
        for symbol in suffix:
            if symbol in "()":
                buffer = symbol == "("
                continue
            letter, made = symbol, ""
            rows = self.rows.get(symbol)
            if rows is not None:
                row = next((row for row in rows if row[0] in (cls, "*")), ("", "", "", ""))
                letter, made = row[1 + column], row[3]
            if buffer and (self.classes.get(letter) == "vowel") == (cls == "vowel"):
                yield "", ""
                continue
            letter = " " if letter == SPACE else letter
            cls = self.cls(letter) if letter.strip() else cls
            yield letter, made

    def tail(self, text: str, kind: str, traits: frozenset[str]) -> Tail:
        """The end of a stem, or of a suffix."""
        key = (text[-LOOKED_AT:], kind, traits)
        found = self._seen.get(key)
        if found is None:
            found = self._seen[key] = self._tail(*key)
        return found

    def _tail(self, text: str, kind: str, traits: frozenset[str]) -> Tail:
        hits: list[tuple[Alternation, re.Match[str]]] = []
        for rule in self.alternations:
            match = rule.final.search(text) if rule.applies(kind, traits) else None
            if match:
                hits.append((rule, match))
        if not hits:
            return Tail(self.cls(text), "")
        start = min(match.start() for _, match in hits)
        options = tuple(
            Option(rule.before, text[start : match.start()] + match.expand(rule.becomes), rule.eats, rule.written)
            for rule, match in hits
        )
        return Tail(self.cls(text), text[start:], options)

    def last_harmony(self, text: str) -> str:
        """The harmony of the last letter that has one, "" where none has."""
        return next((self.harmony[c] for c in reversed(text) if c in self.harmony), "")

    def __hash__(self) -> int:
        return id(self)

    def __eq__(self, other: object) -> bool:
        return self is other


@lru_cache(100_000)
def _realise(sounds: Sounds, suffix: str, harmony: str, cls: str) -> str:
    return "".join(letter for letter, _ in sounds.letters(suffix, harmony, cls))


def load_sounds(folder: Path, traits: frozenset[str]) -> Sounds:
    """Reads letters.tsv, sounds.tsv and alternations.tsv."""
    classes: dict[str, str] = {}
    harmony: dict[str, str] = {}
    names: dict[str, str] = {}
    ids: dict[str, str] = {}
    for row in read_table(folder / "letters.tsv", LETTERS, EVIDENCE):
        if not CYRILLIC.fullmatch(one_letter(row, "letter")):
            raise row.error("letter", f"“{row['letter']}” is no Cyrillic letter: type it anew.")
        if not row["class"] or " " in row["class"]:
            raise row.error("class", "A letter has one class: write its name, a word without a space.")
        classes[once(row, "letter", classes)] = row["class"]
        names[row["letter"]] = row["name"]
        ids[row["letter"]] = row.id
        if row["harmony"] in HARMONIES:
            harmony[row["letter"]] = row["harmony"]
        elif row["harmony"] != "-":
            raise row.error("harmony", f"Harmony is back, front or -, not “{row['harmony']}”.")
    known = set(classes.values()) | {"*"}
    rows: dict[str, tuple[tuple[str, str, str, str], ...]] = {}
    last: dict[str, Row] = {}
    for row in read_table(folder / "sounds.tsv", ("symbol", "after", "back", "front", *EVIDENCE), EVIDENCE):
        if not re.fullmatch("[A-Z]", row["symbol"]):
            raise row.error("symbol", f"A changing sound is one Latin capital, not “{row['symbol']}”.")
        for column in HARMONIES:
            if LATIN.search(row[column]):
                raise row.error(column, f"“{row[column]}” is a Latin letter: type the Cyrillic one.")
            if set(row[column]) - set(classes):
                raise row.error(column, f"“{row[column]}” is not in letters.tsv: add its row there.")
        for name in row["after"].split():
            if name not in known:
                raise row.error("after", f"No letter of letters.tsv has the class “{name}”.")
            before = rows.get(row["symbol"], ())
            rows[row["symbol"]] = (*before, (name, row["back"], row["front"], row.id))
        last[row["symbol"]] = row
    for symbol, row in last.items():
        if rows.get(symbol, (("", "", "", ""),))[-1][0] != "*":
            raise row.error("after", f"The last row of “{symbol}” must be for every class: write *.")
    table = folder / "alternations.tsv"
    columns = ("final", "before", "becomes", "eats", "read", "kind", "trait", *EVIDENCE)
    alternations = tuple(_alternation(row, traits) for row in read_table(table, columns, EVIDENCE))
    return Sounds(classes, harmony, names, rows, alternations, ids)


def _alternation(row: Row, traits: frozenset[str]) -> Alternation:
    trait, unless = row["trait"].lstrip("-"), row["trait"].startswith("-")
    if trait and trait not in traits:
        raise row.error("trait", f"The trait “{trait}” is not in traits.tsv.")
    if row["read"] not in ("written", "read"):
        raise row.error("read", "Say “written”, or “read” for what is recognised but never written.")
    final = pattern(row, "final", "(?:", ")$")
    for mark in re.findall(r"\\(\d*)", row["becomes"].replace(WHOLE, "")):
        if not mark or not 0 < int(mark) <= final.groups:
            raise row.error("becomes", f"“\\{mark}” names no group of “{row['final']}”: put brackets around it there.")
    return Alternation(
        final=final,
        before=pattern(row, "before"),
        becomes="" if row["becomes"] == "0" else one_script(row, "becomes"),
        eats=count(row, "eats"),
        written=row["read"] == "written",
        kind=one_of(row, "kind", "any", *KINDS),
        trait=trait,
        unless=unless,
        id=row.id,
    )


def pattern(row: Row, column: str, prefix: str = "", suffix: str = "") -> re.Pattern[str]:
    """A cell that holds a regular expression; Latin letters in it would be typing errors."""
    text = row[column]
    if re.search("[A-Za-z]", text) and CYRILLIC.search(text):
        raise row.error(column, f"“{text}” mixes Latin and Cyrillic letters: type it anew.")
    try:
        return re.compile(prefix + text + suffix)
    except re.error as error:
        raise row.error(column, f"“{text}” is not a pattern: {error}.") from error


__all__ = ["HARMONIES", "Alternation", "Option", "Sounds", "TableError", "Tail", "load_sounds", "pattern"]
