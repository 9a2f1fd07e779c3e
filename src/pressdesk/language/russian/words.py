"""The one door to pymorphy3: the readings of a Russian word and their forms. Loaded at the first word, once."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

PYMORPHY_CASE = {"NOM": "nomn", "GEN": "gent", "DAT": "datv", "ACC": "accs", "INS": "ablt", "LOC": "loct"}
PROPER = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad"})
GENDERS = {"m": "masc", "f": "femn", "n": "neut"}


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a word.

    Attributes:
        word: lower case, as the dictionary spells it (with ё).
        grammemes: OpenCorpora's: "NOUN", "masc", "nomn", "sing", ...
        known: whether the dictionary has the word; else the reading was concluded from its end.
        entry: pymorphy3's own record.
    """

    word: str
    grammemes: frozenset[str]
    known: bool
    entry: Any

    def has(self, *grammemes: str) -> bool:
        """Whether the reading has all these grammemes."""
        return self.grammemes.issuperset(grammemes)

    @property
    def proper(self) -> bool:
        """Whether it is a name."""
        return bool(self.grammemes & PROPER)

    @property
    def adjective(self) -> bool:
        """Whether it is an adjective or a participle in its full form."""
        return bool(self.grammemes & {"ADJF", "PRTF"})

    @property
    def gender(self) -> str:
        """m, f, n, or "" (a plural has none)."""
        return next((short for short, long in GENDERS.items() if long in self.grammemes), "")

    def inflect(self, grammemes: Iterable[str]) -> str | None:
        """The form with these grammemes, lower case; None where the word has none."""
        if self.has("Supr"):  # высший and высочайший are one paradigm: the nearest in letters is the same word
            wanted = {"Supr", *grammemes}
            forms = [str(form.word) for form in self.entry.lexeme if wanted <= form.tag.grammemes]
            return max(forms, key=lambda form: _shared(self.word, form), default=None)
        form = self.entry.inflect(set(grammemes))
        return None if form is None else str(form.word)


def _shared(one: str, other: str) -> int:
    """How many letters two words have in common from the beginning."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


@cache
def _analyser() -> Any:
    import pymorphy3  # 30 ms and 20 MB that only Russian pays for

    return pymorphy3.MorphAnalyzer()


@lru_cache(maxsize=4096)
def readings(word: str) -> tuple[Reading, ...]:
    """All readings of a word, the likeliest first; case does not matter."""
    analyser = _analyser()
    found = []
    for entry in analyser.parse(word.lower()):
        known = bool(entry.is_known)
        found.append(Reading(str(entry.word), frozenset(entry.tag.grammemes), known, entry))
    return tuple(found)


def known(word: str) -> bool:
    """Whether the dictionary has the word in some form; case does not matter, and е may stand for ё."""
    return bool(_analyser().word_is_known(word.lower()))


def in_shape_of(base: str, form: str, entry: str | None = None) -> str:
    """The form with the capitals of the base, and without ё where the base was typed without it."""
    if entry is not None and "ё" in entry and "ё" not in base.lower():
        form = form.replace("ё", "е")
    bases, forms = base.split("-"), form.split("-")
    if len(bases) > 1 and len(bases) == len(forms):
        return "-".join(in_shape_of(b, f) for b, f in zip(bases, forms, strict=True))
    common = 0
    for have, want in zip(base.lower().replace("ё", "е"), form.lower().replace("ё", "е"), strict=False):
        if have != want:
            break
        common += 1
    rest = form[common:]
    # Пётр, Петра: the base's letters count as far as they are the same letters
    head = "".join(f.upper() if b.isupper() else f for b, f in zip(base[:common], form[:common], strict=True))
    shouted = len(base) > 1 and base.isupper()
    if common == 0 and base[:1].isupper():
        rest = rest[:1].upper() + rest[1:]
    return head + (rest.upper() if shouted else rest)


def plain(text: str) -> str:
    """The text for comparing: lower case, ё as е, no-break space as space."""
    return text.lower().replace("ё", "е").replace("\u00a0", " ")
