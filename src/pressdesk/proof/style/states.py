"""The official and short names of states in running text, from the shipped register. Start at `official`.

An ending is allowed for: the last letters of each word of a language that inflects its names are not compared.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pressdesk import data
from pressdesk.grammar.table import read_table
from pressdesk.text.spans import Span

COLUMNS = ("id", "field", "kk", "ru", "en", "pt", "traits", "source")
ENDS: dict[str, tuple[int, int]] = {"kk": (0, 6), "ru": (3, 4)}
"""By language: letters at the end of a word that may be others, and how many more may follow."""
LEAST_KEPT = 3
FIRST = 4
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Official:
    """The official names of states in one language.

    Attributes:
        by_beginning: (state's id, expression) by the first letters of the name, small.
        heads: beginnings of the words that official names have, small: a text without any of them names none.
        short: what finds the short name, by the state's id.
    """

    by_beginning: dict[str, tuple[tuple[str, re.Pattern[str]], ...]]
    heads: tuple[str, ...]
    short: dict[str, re.Pattern[str]]

    def found(self, text: str) -> Iterator[tuple[str, Span]]:
        """(the state's id, where) of every official name, in reading order."""
        end = 0
        for word in _WORD.finditer(text):
            if word.start() < end or not word[0][0].isupper():
                continue
            for state, name in self.by_beginning.get(word[0][:FIRST].lower(), ()):
                match = name.match(text, word.start())
                if match:
                    end = match.end()
                    yield state, Span(*match.span())
                    break


@cache
def official(language: str) -> Official:
    """The official names that differ from the short ones."""
    rows = _names(language)
    found: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    heads: set[str] = set()
    short: dict[str, re.Pattern[str]] = {}
    for state, names in rows.items():
        name = names.get("official", "")
        if len(name.split()) < 2 or name == names.get("name"):
            continue
        words = name.split()
        found.setdefault(words[0][:FIRST].lower(), []).append((state, _expression(words, language)))
        short[state] = re.compile(rf"(?<!\w){_expression(names['name'].split(), language).pattern}")
        heads.add(max(words, key=len)[:FIRST].lower())
    longest = {key: tuple(sorted(some, key=lambda one: -len(one[1].pattern))) for key, some in found.items()}
    return Official(longest, tuple(sorted(heads)), short)


@cache
def is_state(word: str, language: str) -> bool:
    """Whether a word is the name of a state, in any case."""
    names = (name["name"] for name in _names(language).values() if name.get("name"))
    return any(_expression(name.split(), language).fullmatch(word) for name in names)


@cache
def _names(language: str) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for row in read_table(data.resources("register", "countries.tsv"), COLUMNS):
        if row["field"] in ("name", "official") and language in COLUMNS:
            found.setdefault(row["id"], {})[row["field"]] = row[language]
    return found


def _expression(words: list[str], language: str) -> re.Pattern[str]:
    cut, more = ENDS.get(language, (0, 0))
    parts = []
    for word in words:
        kept = word[: max(LEAST_KEPT, len(word) - cut)] if word[0].isupper() else word
        parts.append(re.escape(kept) + (rf"\w{{0,{cut + more}}}" if more else ""))
    return re.compile(r"[ \u00a0]".join(parts) + r"(?!\w)")
