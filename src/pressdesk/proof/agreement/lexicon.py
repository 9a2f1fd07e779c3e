"""Things that may be called by several words in several languages, and where a text names them. Start at `table`.

The tables (terms.tsv, posts.tsv, bodies.tsv, roles.tsv) have a row a thing and a column a language: alternatives parted
by "; ", words parted by a space or a hyphen, `*` for any ending or, alone, any word. This module knows no language.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Protocol

from pressdesk import data
from pressdesk.grammar.table import read_table
from pressdesk.proof.agreement.sounds import endings
from pressdesk.text.edits import distance
from pressdesk.text.spans import Span
from pressdesk.text.words import plain

TONGUES = ("kk", "ru", "en", "pt")
ANY = "*"
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_BETWEEN = re.compile("[ \u00a0\u202f\t]*[-\u2010\u2011\u00ad]?[ \u00a0\u202f\t]*")
_STOP = re.compile(r"[.!?:…]|^\s*$")
_POSSESSIVE = re.compile(r"['’ʼ][^\W\d_]{1,2}$")  # Kazakhstan’s; not d’affaires
REPLACED, REPLACED_AMONG_OTHERS = 2, 3
"""Letters that may stand in the place of those that a name lost: Испанией; in a name of several words Торгового."""
LONG = 5  # letters of a name from which a word one slip off is taken for it
_KEY = 3  # letters by which a pattern is found


@dataclass(frozen=True, slots=True)
class Token:
    """A word without hyphens.

    Attributes:
        text, low: as it stands, and in small letters with what hangs on its apostrophe taken off.
        span: code points.
        joined: whether it follows the word before it directly, parted by a space or a hyphen alone.
        opens: whether it opens a sentence, a quotation or the text, where a capital says nothing.
    """

    text: str
    low: str
    span: Span
    joined: bool
    opens: bool

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[:1].isupper()


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a text names a thing: its id, the code points, the very words, whether the whole name is in them."""

    thing: str
    span: Span
    text: str
    whole: bool = True


class Scans(Protocol):
    """Whatever finds things in a text; a Lexicon does."""

    def scan(self, text: str, language: str) -> tuple[Mention, ...]:
        """Where the text names things, in reading order."""
        ...


@dataclass(frozen=True, slots=True)
class _Part:
    stem: str
    more: int  # how many letters may follow; -1 for any number
    capital: bool
    name: str = ""  # the whole word, where the stem is a shortened one
    replaced: int = 0  # how many letters may follow where the stem is all that is left of the name

    def off(self, token: Token) -> int:
        """How many letters the word lost and took on against the name."""
        name = self.name or self.stem
        same = next((i for i, (a, b) in enumerate(zip(name, token.low, strict=False)) if a != b), None)
        same = min(len(name), len(token.low)) if same is None else same
        return len(name) + len(token.low) - 2 * same

    def fits(self, token: Token) -> bool:
        if self.capital and not token.capital:
            return False
        if not token.low.startswith(self.stem):
            return False
        more = self.more if token.low.startswith(self.name) else min(self.more, self.replaced)
        return more < 0 or len(token.low) - len(self.stem) <= more


@dataclass(frozen=True, slots=True)
class _Pattern:
    thing: str
    parts: tuple[_Part, ...]
    weight: int


@dataclass
class Lexicon:
    """Things with their words; `scan` finds them in a text."""

    _by_start: dict[str, dict[str, list[_Pattern]]] = field(default_factory=dict)
    _seen: dict[tuple[str, str], tuple[Mention, ...]] = field(default_factory=dict)

    def add(self, thing: str, language: str, words: str) -> None:
        """One alternative of a table's cell for a thing; `*` stands for any ending, alone for any word."""
        parts = tuple(_Part(w.rstrip(ANY), -1 if w.endswith(ANY) else 0, False) for w in _split(words.lower()))
        self._keep(thing, language, parts)

    def add_name(self, thing: str, language: str, name: str, *, cased: bool = True) -> None:
        """A name in the nominative, in all forms that the language's endings (endings.tsv) allow.

        `cased`: whether its words must have the capitals that the name has.
        """
        words = _split(name)
        self._keep(thing, language, tuple(_of_name(word, language, cased, len(words) > 1) for word in words))

    def silence(self, language: str, words: str) -> None:
        """Words as in `add` that hold a name and are none: they are taken before it and not told."""
        self.add("", language, words)

    def _keep(self, thing: str, language: str, parts: tuple[_Part, ...]) -> None:
        if not parts:
            return
        pattern = _Pattern(thing, parts, sum(len(part.name or part.stem) for part in parts))
        self._by_start.setdefault(language, {}).setdefault(parts[0].stem[:_KEY], []).append(pattern)

    def scan(self, text: str, language: str) -> tuple[Mention, ...]:
        """Where the text names things, in reading order, each word taken once: most words first, then most letters."""
        key = (language, text)
        found = self._seen.get(key)
        if found is None:
            if len(self._seen) > 2_000:
                self._seen.clear()
            found = self._seen[key] = tuple(self._scan(text, language))
        return found

    def misspelt(self, thing: str, text: str, language: str) -> bool:
        """Whether a word of the text is a name of the thing but for one slip: «гылым» for «ғылым»."""
        return any(
            distance(token.low[:length], part.stem) == 1
            for token in tokens(text)
            for part in self._alone(thing, language)
            for length in range(len(part.stem) - 1, len(part.stem) + 2)
            if length <= len(token.low) and (part.more < 0 or length == len(token.low))
        )

    def _alone(self, thing: str, language: str) -> Iterable[_Part]:
        """The names of a thing that are one word, long enough for a slip to be told from another word."""
        for patterns in self._by_start.get(language, {}).values():
            for pattern in patterns:
                if pattern.thing == thing and len(pattern.parts) == 1 and len(pattern.parts[0].stem) >= LONG:
                    yield pattern.parts[0]

    def whole(self, text: str, language: str) -> bool:
        """Whether the text is a thing of the lexicon and nothing else."""
        return any(mention.span == Span(0, len(text)) for mention in self.scan(text, language))

    def _scan(self, text: str, language: str) -> Iterable[Mention]:
        by_start = self._by_start.get(language, {})
        words = tokens(text)
        at = 0
        while at < len(words):
            low = words[at].low
            starts = range(1, min(_KEY, len(low)) + 1)
            candidates = [pattern for n in starts for pattern in by_start.get(low[:n], ())]
            fitting = [(n, pattern) for n, pattern in enumerate(candidates) if _fits(pattern, words, at)]
            best = max(fitting, key=lambda one: _rank(one[0], one[1], words, at))[1] if fitting else None
            if best is None:
                at += 1
                continue
            span = Span(words[at].span.start, words[at + len(best.parts) - 1].span.end)
            if best.thing:
                yield Mention(best.thing, span, span.of(text), _is_whole(best, words, at))
            at += len(best.parts)


def _rank(number: int, pattern: _Pattern, words: Sequence[Token], at: int) -> tuple[int, int, int, int]:
    """How well a pattern fits: most words, least letters off, most letters.

    Of equals the later one; where letters are lost the earlier one: «Бразилии» is the country and not «Бразилиа», its
    capital, for countries are told before cities, and a name that ends so is not declined.
    """
    turn = number if _is_whole(pattern, words, at) else -number
    return len(pattern.parts), -_off(pattern, words, at), pattern.weight, turn


def _is_whole(pattern: _Pattern, words: Sequence[Token], at: int) -> bool:
    """Whether no word of the name has lost a letter."""
    pairs = zip(pattern.parts, words[at:], strict=False)
    return all(word.low.startswith(part.name or part.stem) for part, word in pairs)


def _off(pattern: _Pattern, words: Sequence[Token], at: int) -> int:
    return sum(part.off(word) for part, word in zip(pattern.parts, words[at:], strict=False) if part.name)


def _fits(pattern: _Pattern, words: Sequence[Token], at: int) -> bool:
    if at + len(pattern.parts) > len(words):
        return False
    for number, part in enumerate(pattern.parts):
        token = words[at + number]
        if number and not token.joined:
            return False
        if not part.fits(token):
            return False
    return True


def _split(words: str) -> list[str]:
    return [word for word in re.split(r"[\s\u00a0\-\u2010\u2011]+", plain(words)) if word]


@lru_cache(maxsize=20_000)
def _of_name(word: str, language: str, cased: bool, among_others: bool) -> _Part:
    """A word of a name with the endings of its language; an abbreviation and a short word have none."""
    low, ending = _POSSESSIVE.sub("", word.lower()), endings().get(language)
    capital = cased and word[:1].isupper()
    if ending is None or word.isupper() or len(low) < 3:
        return _Part(low, 0, capital, low)
    stem = ending.stem(low, among_others)
    replaced = REPLACED_AMONG_OTHERS if among_others else REPLACED
    return _Part(stem, len(low) - len(stem) + ending.added, capital, low, replaced)


@lru_cache(maxsize=4_000)
def tokens(text: str) -> tuple[Token, ...]:
    """The words of a text, those joined by hyphens apart."""
    found: list[Token] = []
    end = 0
    for match in _WORD.finditer(text):
        between = text[end : match.start()]
        low = plain(match[0]).lower()
        low = _POSSESSIVE.sub("", low)
        joined = bool(found) and _BETWEEN.fullmatch(between) is not None
        opens = not found or (not joined and _STOP.search(between) is not None)
        found.append(Token(match[0], low, Span(*match.span()), joined, opens))
        end = match.end()
    return tuple(found)


@dataclass(frozen=True)
class Table:
    """A table of `resources/agreement`: its lexicon, and its rows by id, column by column."""

    lexicon: Lexicon
    rows: Mapping[str, Mapping[str, str]]


@cache
def table(name: str, *more: str) -> Table:
    """The table of a name; `more` are its columns behind the id that are no language. TableError names a fault."""
    columns = ("id", *more, *TONGUES, "example", "source")
    lexicon, rows = Lexicon(), {}
    for row in read_table(data.resources("agreement", f"{name}.tsv"), columns, ("id", "example", "source")):
        if row["id"] in rows:
            raise row.error("id", f"“{row['id']}” stands in this table twice; keep one of them.")
        rows[row["id"]] = dict(row.cells)
        for tag in TONGUES:
            for words in row[tag].split(";"):
                lexicon.add(row["id"], tag, words.strip())
    return Table(lexicon, rows)
