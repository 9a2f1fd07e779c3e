"""How a name sounds, whatever script and language it is written in. Start at `sounds` and `alike`.

The tables are `resources/agreement/sounds.tsv`, `near.tsv` and `endings.tsv`; this module knows no letters.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from pressdesk import data
from pressdesk.grammar.table import read_table

LATIN_BY: tuple[str, ...] = ("en", "pt")
"""How Latin letters are read: in any text a name may come from either of these."""
SLACK = 0.62
"""How far two short names may lie apart: one pair of near sounds, no pair of different ones."""
SLACK_EACH = 0.18
"""The same for each consonant of a longer name."""
LONGEST_TAIL = 3
"""Consonants that may follow the one consonant of a short name: Рио, Риодан; else any word would be its form."""
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")


@dataclass(frozen=True, slots=True)
class Ending:
    """How a form may differ from its name: letters lost at the end and which, letters added, consonants added
    and which."""

    lost: int
    letters: str
    added: int
    sounds: int
    consonants: str

    def closes(self, sound: str) -> bool:
        """Whether the consonants may be those of an ending."""
        return len(sound) <= self.sounds and all(char in self.consonants for char in sound)

    def stem(self, name: str, among_others: bool = True) -> str:
        """The name without what it may lose; by itself it loses a letter at most, for what is left must still tell."""
        stem = name
        while (
            len(name) - len(stem) < (self.lost if among_others else min(self.lost, 1))
            and stem[-1:] in self.letters
            and len(stem) > 3
        ):
            stem = stem[:-1]
        return stem


BARE = Ending(0, "", 0, 0, "")
"""Of a word that takes no endings."""


@cache
def endings() -> Mapping[str, Ending]:
    """The tolerance of each language. TableError where the table is damaged."""
    path = data.resources("agreement", "endings.tsv")
    columns = ("language", "lost", "letters", "added", "sounds", "consonants", "example", "source")
    return {
        row["language"]: Ending(
            int(row["lost"]), row["letters"], int(row["added"]), int(row["sounds"]), row["consonants"]
        )
        for row in read_table(path, columns, columns)
    }


def is_latin(word: str) -> bool:
    """Whether it is written in Latin letters; the first letter says it."""
    return _LATIN.search(word) is not None and _LATIN.match(next((c for c in word if c.isalpha()), "")) is not None


def latin_letters(text: str) -> int:
    """How many letters of a text are Latin ones."""
    return len(_LATIN.findall(text))


@lru_cache(maxsize=20_000)
def sounds(word: str, language: str) -> frozenset[str]:
    """The consonants of a word; several readings where they may be read in several ways."""
    letters = _letters()
    if is_latin(word):
        tags = LATIN_BY
    else:
        tags = (language,) if language in letters and language not in LATIN_BY else _others()
    found = frozenset(_read(unicodedata.normalize("NFC", word).lower(), letters[tag]) for tag in tags)
    return found - {""}


@lru_cache(maxsize=50_000)
def alike(one: str, language: str, other: str, its: str) -> bool:
    """Whether two words may be one name, each with the endings of its language; a name of one consonant never is."""
    mine, theirs = _ending_of(one, language), _ending_of(other, its)
    return any(_near(a, mine, b, theirs) for a in sounds(one, language) for b in sounds(other, its))


def _ending_of(word: str, language: str) -> Ending:
    """What the word may end in; a word in Latin letters takes no ending in a Cyrillic text but behind a hyphen."""
    ending = endings().get(language, BARE)
    return BARE if is_latin(word) and language not in LATIN_BY else ending


def _near(a: str, mine: Ending, b: str, theirs: Ending) -> bool:
    """Whether two readings are near, once each has lost what may be an ending."""
    least = min(len(a), len(b))
    if least == 1:
        return a[0] == b[0] and max(len(a), len(b)) <= LONGEST_TAIL + 1 and mine.closes(a[1:]) and theirs.closes(b[1:])
    for cut in range(2, len(a) + 1):
        if 3 * cut < 2 * least or not mine.closes(a[cut:]):
            continue
        for length in range(max(2, cut - 1), min(cut + 1, len(b)) + 1):
            if 3 * length < 2 * least or not theirs.closes(b[length:]):
                continue
            if distance(a[:cut], b[:length]) <= max(SLACK, SLACK_EACH * min(cut, length)):
                return True
    return False


@lru_cache(maxsize=100_000)
def distance(one: str, other: str) -> float:
    """How far two readings are apart: 0 the same, 1 for each consonant that is another or one too many."""
    costs = _costs()
    row = [0.0]
    for b in other:
        row.append(row[-1] + costs.get((b, ""), 1.0))
    for a in one:
        next_row = [row[0] + costs.get((a, ""), 1.0)]
        for index, b in enumerate(other):
            swap = 0.0 if a == b else costs.get((a, b), 1.0)
            gone = costs.get((a, ""), 1.0)
            come = costs.get((b, ""), 1.0)
            next_row.append(min(row[index] + swap, row[index + 1] + gone, next_row[index] + come))
        row = next_row
    return row[-1]


def _read(word: str, letters: Mapping[str, str]) -> str:
    found: list[str] = []
    at, longest = 0, max(len(key) for key in letters)
    while at < len(word):
        for length in range(longest, 0, -1):
            piece = word[at : at + length]
            plain = unicodedata.normalize("NFKD", piece)[:1] if length == 1 else piece
            sound = letters.get(piece, letters.get(plain))
            if sound is not None:
                found.append(sound)
                at += length
                break
        else:
            at += 1
    return re.sub(r"(.)\1+", r"\1", "".join(found))


@cache
def _others() -> tuple[str, ...]:
    return tuple(tag for tag in _letters() if tag not in LATIN_BY)


@cache
def _letters() -> Mapping[str, Mapping[str, str]]:
    found: dict[str, dict[str, str]] = {}
    columns = ("language", "letters", "sound", "example", "source")
    for row in read_table(data.resources("agreement", "sounds.tsv"), columns, ("language", "letters", "example")):
        found.setdefault(row["language"], {})[row["letters"]] = row["sound"]
    return found


@cache
def _costs() -> Mapping[tuple[str, str], float]:
    found: dict[tuple[str, str], float] = {}
    columns = ("one", "other", "cost", "example", "source")
    for row in read_table(data.resources("agreement", "near.tsv"), columns, ("one", "cost", "example", "source")):
        found[row["one"], row["other"]] = found[row["other"], row["one"]] = float(row["cost"])
    return found
