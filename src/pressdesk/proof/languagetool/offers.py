"""Which offers a finding has, and which one for an unknown word comes first. Start at `offers_for` and `ordered`.

LanguageTool sorts by plain distance: «обсудли» gives «обсуди» before «обсудили». Here a slip costs what it is worth by
how people slip (Damerau 1964; Pollock and Zamora 1984): a letter left out or typed twice and neighbours that changed
places are the likeliest, then letters that sound alike or lie side by side, and the first letter is hardly ever wrong.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from pressdesk import data
from pressdesk.grammar.table import read_table
from pressdesk.proof.languagetool.tables import read_words
from pressdesk.proof.languagetool.unknown import in_no_dictionary
from pressdesk.text.words import plain

if TYPE_CHECKING:
    from pressdesk.proof.languagetool.client import Match

LEFT_OUT, TWICE, SWAPPED, MUTE = 0.7, 0.5, 0.7, 0.4
"""Costs: a letter that was left out; one of a double left out or typed once too often; two that changed places; a
letter that is not heard, left out or too many."""
ADDED, ACCENT, ALIKE, NEAR, OTHER = 1.0, 0.4, 0.75, 0.85, 1.15
"""A letter too many; its accent; one that sounds alike; one that lies beside it on the keyboard; any other."""
SPELT = 0.3
"""Other letters for the same sound: dubble, translater."""
FIRST = 0.6
"""More for a slip in the first letter."""
RANK = 0.08
"""For each place further back in LanguageTool's own order, which knows the frequent English and Portuguese words."""
UNRANKED = 0.04
"""The same where a sentence decides: LanguageTool's Russian dictionary knows no frequencies."""
PARTED = 1.3
"""For a space put into the word."""
NAME = 0.3
"""For capitals that were not typed: «vigo», "vigor" and not "Vigo"."""
HOPELESS = 0.55
"""An offer in two words that is so much dearer than the first is left out."""
CLOSE = 0.6
"""Offers that are no dearer than the first by this are weighed in their sentence."""
FURTHEST = 40
"""Offers that are weighed; LanguageTool's own order is good enough to have the right one among them."""
AROUND = 240
"""Code points on either side of a word that say which offer fits."""
MOST_OFFERS = 8
"""Suggestions of one finding."""


@dataclass(frozen=True, slots=True)
class Letters:
    """slips.tsv: pairs, both ways, that lie side by side and that sound alike; letters that are not heard;
    letters that are written for one sound, both ways."""

    near: frozenset[str]
    alike: frozenset[str]
    mute: frozenset[str]
    groups: tuple[tuple[str, str], ...]


@cache
def letters() -> Letters:
    """The shipped table. TableError where a row is faulty."""
    columns = ("what", "letters", "source")
    rows: dict[str, list[str]] = {"keys": [], "sounds": [], "mute": [], "groups": []}
    for row in read_table(data.resources("languagetool", "slips.tsv"), columns, columns):
        if row["what"] not in rows:
            raise row.error("what", f"This is one of {', '.join(rows)}.")
        rows[row["what"]] += row["letters"].split()
    beside = [one + other for keys in rows["keys"] for one, other in pairwise(keys)]
    return Letters(_both(beside), _both(rows["sounds"]), frozenset("".join(rows["mute"])), _groups(rows["groups"]))


def _groups(pairs: Iterable[str]) -> tuple[tuple[str, str], ...]:
    halves = [pair.partition("-") for pair in pairs]
    return tuple(way for one, _, other in halves for way in ((one, other), (other, one)))


def _both(pairs: Iterable[str]) -> frozenset[str]:
    return frozenset(way for pair in pairs for way in (pair, pair[::-1]))


def ordered(typed: str, offers: Sequence[str], price: Callable[[str], float] | None = None) -> list[str]:
    """The offers, the likeliest first; one that puts a space into the word is left out where a small mend exists.

    Args:
        typed: the unknown word.
        offers: what LanguageTool would put, in its order.
        price: what an offer costs where the word stands, 0 where it fits; asked of the likeliest alone.
    """
    rank = RANK if price is None else UNRANKED
    weighed = sorted((cost(typed, offer) + rank * place, offer) for place, offer in enumerate(offers[:FURTHEST]))
    best = weighed[0][0] if weighed else 0.0
    kept = [(dear, offer) for dear, offer in weighed if not (dear > best + HOPELESS and _parted(typed, offer))]
    if price is not None and len(kept) > 1:
        kept = sorted((dear + (price(offer) if dear < best + CLOSE else CLOSE), offer) for dear, offer in kept)
    return [offer for _, offer in kept]


def near(typed: str, known: Callable[[str], bool]) -> Iterator[str]:
    """The words of a dictionary that are one letter left out, one letter that sounds alike, or one swap away.

    LanguageTool offers nothing for some: «Следущий» gives «Сл едущий» alone.
    """
    low = typed.lower()
    alphabet = sorted({way[0] for way in letters().near if ord(way[0]) > ord("\u0400")})
    for place in range(1, len(low) + 1):
        made = [f"{low[:place]}{letter}{low[place:]}" for letter in alphabet]
        if place < len(low):
            made += [f"{low[:place]}{way[1]}{low[place + 1 :]}" for way in letters().alike if way[0] == low[place]]
        if place + 1 < len(low):
            made.append(f"{low[:place]}{low[place + 1]}{low[place]}{low[place + 2 :]}")
        yield from (typed[0] + word[1:] for word in made if known(word))


def offers_for(match: Match, text: str, language: str, name: bool) -> tuple[str, ...]:
    """What is offered, best first; of a word in no dictionary LanguageTool's order is not kept.

    What is perhaps a name gets no offers: the nearest words of a dictionary are other names and silly («Гутерриш»,
    «Терри»), and one click would put them into a release.
    """
    if not in_no_dictionary(match.rule):
        return match.replacements[:MOST_OFFERS]
    if name:
        return ()
    word = match.span.of(text)
    left, right = text[: match.span.start], text[match.span.end :]
    if language != "ru":  # the other languages have no rules of ours to ask
        left = right = ""
    mended = _mended(word, match.replacements, left[-AROUND:], right[:AROUND])
    small = word.islower() and word.capitalize() in _house_words().get(language, frozenset())  # nauryz
    return (word.capitalize(), *mended)[:MOST_OFFERS] if small else mended


@cache
def _house_words() -> dict[str, frozenset[str]]:
    return read_words()


@lru_cache(maxsize=4096)
def _mended(word: str, offers: tuple[str, ...], left: str, right: str) -> tuple[str, ...]:
    if not left and not right:
        return tuple(ordered(word, offers)[:MOST_OFFERS])
    from pressdesk.language.russian.words import known
    from pressdesk.proof.russian.fitting import price  # its dictionary takes 30 ms, which a text without slips saves

    every = tuple(dict.fromkeys((*offers, *near(word, known))))
    return tuple(ordered(word, every, price(left, right))[:MOST_OFFERS])


def _parted(typed: str, offer: str) -> bool:
    return offer.count(" ") > typed.count(" ")


@lru_cache(maxsize=4096)
def cost(typed: str, meant: str) -> float:
    """What it costs to have typed one word where the other was meant, 0 for the same."""
    one, other = _even(typed), _even(meant)
    capitals = NAME if typed.islower() and not meant.islower() else 0.0
    if " " in other and other.replace(" ", "") == one:
        return PARTED
    rows = [[0.0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i in range(len(one) + 1):
        for j in range(len(other) + 1):
            if i or j:
                rows[i][j] = min(_steps(rows, one, other, i, j))
    return rows[-1][-1] + capitals


def _even(word: str) -> str:
    return plain(word).lower().replace("ё", "е")


def _steps(rows: list[list[float]], one: str, other: str, i: int, j: int) -> Iterator[float]:
    """The ways to a pair of places: a letter too many, one left out, another one, two changed in place."""
    first = FIRST if i <= 1 and j <= 1 else 0.0
    if i:
        yield rows[i - 1][j] + _more(one, i, ADDED) + first
    if j:
        yield rows[i][j - 1] + _more(other, j, LEFT_OUT) + first
    if i and j:
        same = one[i - 1] == other[j - 1]
        yield rows[i - 1][j - 1] + (0.0 if same else _changed(one[i - 1], other[j - 1]) + first)
    if i > 1 and j > 1 and one[i - 1] == other[j - 2] != one[i - 2] == other[j - 1]:
        yield rows[i - 2][j - 2] + SWAPPED
    if i and j:
        for wrote, meant in letters().groups:
            if one.endswith(wrote, 0, i) and other.endswith(meant, 0, j):
                yield rows[i - len(wrote)][j - len(meant)] + SPELT


def _more(word: str, place: int, usual: float) -> float:
    """What a letter that only one of the words has costs."""
    if word[place - 1] in letters().mute:
        return MUTE
    return TWICE if place > 1 and word[place - 1] == word[place - 2] else usual


@lru_cache(maxsize=4096)
def _changed(one: str, other: str) -> float:
    """What one letter instead of another costs."""
    pair = _bare(one) + _bare(other)
    if pair[0] == pair[1]:
        return ACCENT
    return ALIKE if pair in letters().alike else NEAR if pair in letters().near else OTHER


def _bare(letter: str) -> str:
    """The letter without its accent; a letter of the table is one by itself."""
    listed = any(letter in pair for pair in letters().near)
    return letter if listed else unicodedata.normalize("NFD", letter)[0]
