"""What a single word says about its language, by the tables of `resources/telling/`. Start at `Evidence.load`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from pressdesk.data import resources
from pressdesk.grammar.table import CYRILLIC, LATIN, Row, one_of, read_table
from pressdesk.text.words import plain

COLUMNS = ("sign", "text", "weight", "example", "source")
SIGNS = ("letters", "words", "ends")
LEAST_STEM = 2  # letters before an ending; what is shorter is rather a word of its own
KNOWN = 1.2  # what the word lists say of a word that one language has and the other has not
NAMED = 0.4  # the same of a word with a capital: names are at home in both
NAME_LETTERS = 0.6  # the share of a letter's weight in a word with a capital: «Falcão» is a name in English too
LAST_LATIN = 0x2FF  # code point; ª and º of ordinals are letters of no script
MEMORY = 50_000  # words kept
OTHER = "other"

Knows = Callable[[str], bool]


@dataclass(frozen=True)
class Signs:
    """What tells one language: letters, whole words and ends of words, each with its weight; the script it has."""

    letters: Mapping[str, float]
    words: Mapping[str, float]
    ends: Mapping[str, float]
    longest: int
    script: str

    def of(self, word: str, share: float = 1.0) -> float:
        """What a word, in small letters, says for the language; negative speaks against it.

        `share` is what its letters count for.
        """
        letters = max((self.letters[char] for char in word if self.letters.get(char, 0.0) > 0.0), default=0.0)
        against = min((self.letters[char] for char in word if char in self.letters), default=0.0)
        letters *= share
        whole = self.words.get(word, 0.0)
        if whole or against < 0:
            return max(letters, whole) + min(against, 0.0)
        sizes = range(min(self.longest, len(word) - LEAST_STEM), 0, -1)
        end = next((self.ends[word[-size:]] for size in sizes if word[-size:] in self.ends), 0.0)
        return letters + end


@dataclass(eq=False)
class Evidence:
    """The signs of every language that can be told, and the word lists of those that have one.

    Attributes:
        signs: by tag; the tags of PressDesk's own languages and some that only need to be recognised ("de", "uk").
        known: by tag, whether that language has a word (as it is written in the text).
    """

    signs: Mapping[str, Signs]
    known: Mapping[str, Knows] = field(default_factory=dict)
    _kept: dict[str, Mapping[str, float]] = field(default_factory=dict)

    @classmethod
    def load(cls, folder: Path | None = None) -> "Evidence":
        """By the shipped tables and word lists, or by a folder's tables alone. A TableError where a row is faulty."""
        if folder is not None:
            return cls(_read(folder))
        return cls(_shipped(), {"kk": _kazakh, "ru": _russian})

    def of(self, word: str) -> Mapping[str, float]:
        """By tag, what a word says for each language; a language of which it says nothing is not there."""
        found = self._kept.get(word)
        if found is None:
            if len(self._kept) > MEMORY:
                self._kept.clear()
            found = self._kept[word] = self._weighed(plain(word))
        return found

    def script(self, word: str) -> str:
        """The word's script: "cyrillic", "latin", "other"; "" for one without letters or with both."""
        return script_of(word)

    def _weighed(self, word: str) -> dict[str, float]:
        script, small = script_of(word), word.lower()
        share = 1.0 if small == word else NAME_LETTERS
        found = {tag: signs.of(small, share) for tag, signs in self.signs.items() if signs.script == script}
        says = [tag for tag in self.known if tag in found and len(small) > 1]
        has = [tag for tag in says if self.known[tag](word)]
        if has and len(has) < len(says):
            for tag in has:
                found[tag] += KNOWN if small == word else NAMED
        return {tag: weight for tag, weight in found.items() if weight}


def script_of(word: str) -> str:
    """The word's script: "cyrillic", "latin", "other"; "" for one without letters, or with both of them."""
    cyrillic, latin = CYRILLIC.search(word), LATIN.search(word)
    if cyrillic and latin:
        return ""
    if cyrillic or latin:
        return "cyrillic" if cyrillic else "latin"
    return OTHER if any(char.isalpha() and ord(char) > LAST_LATIN for char in word) else ""


@cache
def _shipped() -> Mapping[str, Signs]:
    return _read(resources("telling"))


def _read(folder: Path) -> dict[str, Signs]:
    return {path.stem: _signs(path) for path in sorted(folder.glob("*.tsv"))}


def _signs(path: Path) -> Signs:
    found: dict[str, dict[str, float]] = {sign: {} for sign in SIGNS}
    scripts: set[str] = set()
    rows: list[Row] = list(read_table(path, COLUMNS, COLUMNS))
    for row in rows:
        sign, weight = one_of(row, "sign", *SIGNS), _weight(row)
        for text in row["text"].split():
            if text != text.lower():
                raise row.error("text", f"“{text}” must be in small letters.")
            scripts.add(script_of(text))
            found[sign].setdefault(text, weight)
    if len(scripts) != 1 or not scripts <= {"cyrillic", "latin"}:
        raise rows[0].error("text", f"{path.name} must be in one script, Cyrillic or Latin: type it anew.")
    longest = max(map(len, found["ends"]), default=0)
    return Signs(found["letters"], found["words"], found["ends"], longest, scripts.pop())


def _weight(row: Row) -> float:
    try:
        return float(row["weight"])
    except ValueError:
        raise row.error("weight", f"A weight is a number such as 0.8, not “{row['weight']}”.") from None


def _kazakh(word: str) -> bool:
    from pressdesk.language.language import load

    grammar = load("kk").inflector
    accepts = getattr(grammar, "accepts", None)
    return bool(accepts is not None and accepts(word))


def _russian(word: str) -> bool:
    from pressdesk.language.russian.words import known

    return known(word)
