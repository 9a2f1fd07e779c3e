"""Which paragraphs of the versions belong together. Start at `rows`.

Paragraphs keep their order in every version, so the pairs are found by dynamic programming: what two paragraphs share
(figures, names by their sound, whatever else `signs` tells of them) speaks for a pair, weighed by how rare it is, and
so do their kind and a like length. A version joins the rows of those before it, the longest version being first.
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pressdesk.model.release import BlockKind
from pressdesk.proof.agreement.sounds import sounds
from pressdesk.proof.agreement.versions import Version
from pressdesk.proof.style.text import Piece
from pressdesk.text.words import words

GAP = -0.35
"""What it costs to leave a paragraph without a partner; two strange paragraphs cost a little less than two gaps."""
STRANGE = -0.75
"""What it costs that two paragraphs with signs share none."""
HALF_STRANGE = -0.25
"""The same where one of them has no signs at all."""
ALONE = frozenset((BlockKind.HEADLINE, BlockKind.CREDIT, BlockKind.SPEAKER, BlockKind.LIST_ITEM))
"""Kinds that are told for certain, so that they pair with their like alone."""
JOINS = 0.12
"""By how much a paragraph must fit better once its neighbour is added, for the two to answer one."""
_DIGITS = re.compile(r"\d+(?:[.,:\u00a0\u202f ]\d+)*")
_APART = re.compile(r"\D+")
Signs = Callable[[Piece, str], frozenset[str]]


@dataclass(frozen=True)
class Row:
    """Paragraphs that say the same, one tuple a version, in the order of the versions; () where a version has none.

    More than one stand in a tuple where one paragraph of another version was parted here.
    """

    parts: tuple[tuple[Piece, ...], ...]

    @property
    def whole(self) -> bool:
        """Whether every version has it."""
        return all(self.parts)


def rows(versions: Sequence[Version], signs: Signs | None = None) -> tuple[Row, ...]:
    """The rows of matching paragraphs, in reading order.

    Args:
        versions: at least one, in any languages.
        signs: more that two paragraphs may share, as words that are the same in every language (such as ids).
    """
    tell = signs or basic_signs
    order = sorted(range(len(versions)), key=lambda n: (-len(versions[n].pieces), n))
    table: list[dict[int, tuple[Piece, ...]]] = [{order[0]: (piece,)} for piece in versions[order[0]].pieces]
    for number in order[1:]:
        table = _join(table, number, versions, tell)
    return tuple(Row(tuple(row.get(n, ()) for n in range(len(versions)))) for row in table)


@lru_cache(maxsize=4_000)
def _basic(text: str, language: str) -> frozenset[str]:
    found = {f"figure {_APART.sub('', match[0])}" for match in _DIGITS.finditer(text)}
    for word in words(text):
        if word.text[:1].isupper():
            found |= {f"sound {sound[:4]}" for sound in sounds(word.text, language) if len(sound) > 1}
    return frozenset(found)


def basic_signs(piece: Piece, language: str) -> frozenset[str]:
    """Figures and the sounds of capitalised words."""
    return _basic(piece.text, language)


def _join(
    table: list[dict[int, tuple[Piece, ...]]], number: int, versions: Sequence[Version], tell: Signs
) -> list[dict[int, tuple[Piece, ...]]]:
    pieces, language = versions[number].pieces, versions[number].language
    told = [_told(row, versions, tell) for row in table]
    mine = [tell(piece, language) for piece in pieces]
    rarity = Counter(sign for signs in (*told, *mine) for sign in signs)
    score = _Score(rarity, len(table) + len(pieces))
    lines = [
        [score.pair(row, signs, piece, own, _near(i, len(table), j, len(pieces)))
         for j, (piece, own) in enumerate(zip(pieces, mine, strict=True))]
        for i, (row, signs) in enumerate(zip(table, told, strict=True))
    ]  # fmt: skip
    joined: list[dict[int, tuple[Piece, ...]]] = []
    for i, j in _best(lines, len(table), len(pieces)):
        row = dict(table[i]) if i is not None else {}
        if j is not None:
            row[number] = (pieces[j],)
        joined.append(row)
    return _regrouped(joined, number, score, versions, tell)


def _told(row: dict[int, tuple[Piece, ...]], versions: Sequence[Version], tell: Signs) -> frozenset[str]:
    found: set[str] = set()
    for number, pieces in row.items():
        for piece in pieces:
            found |= tell(piece, versions[number].language)
    return frozenset(found)


def _near(i: int, n: int, j: int, m: int) -> float:
    return 1.0 - abs((i + 0.5) / n - (j + 0.5) / m)


class _Score:
    """How well a paragraph fits a row."""

    def __init__(self, rarity: Counter[str], count: int) -> None:
        self._rarity, self._count = rarity, count

    def _weight(self, signs: frozenset[str]) -> float:
        return sum(math.log(1 + self._count / self._rarity[sign]) for sign in signs)

    def shared(self, one: frozenset[str], other: frozenset[str]) -> float | None:
        """0 to 1; None where one of them has no signs."""
        if not one or not other:
            return None
        return self._weight(one & other) / math.sqrt(self._weight(one) * self._weight(other))

    def pair(
        self, row: dict[int, tuple[Piece, ...]], signs: frozenset[str], piece: Piece, own: frozenset[str], near: float
    ) -> float:
        kinds = {p.kind for pieces in row.values() for p in pieces}
        if piece.kind not in kinds and None not in {*kinds, piece.kind} and ({piece.kind} | kinds) & ALONE:
            return -math.inf
        common = self.shared(signs, own)
        if common is None:
            fit = HALF_STRANGE if signs or own else 0.0
        else:
            fit = 2 * common if common else STRANGE
        return fit + 0.3 * (piece.kind in kinds) + 0.4 * _ratio(row, (piece,)) + 0.3 * near - 0.5


def _size(pieces: Sequence[Piece]) -> int:
    return sum(len(piece.text) for piece in pieces)


def _ratio(row: dict[int, tuple[Piece, ...]], pieces: Sequence[Piece]) -> float:
    """How alike in length, 0 to 1, the row's mean being taken."""
    mean = sum(_size(some) for some in row.values()) / len(row)
    size = _size(pieces)
    return min(mean, size) / max(mean, size, 1)


def _best(lines: list[list[float]], n: int, m: int) -> list[tuple[int | None, int | None]]:
    """The pairs of the best path, in order; None where one side has no partner."""
    total = [[0.0] * (m + 1) for _ in range(n + 1)]
    for i in range(n + 1):
        for j in range(m + 1):
            if i or j:
                total[i][j] = max(
                    total[i - 1][j - 1] + lines[i - 1][j - 1] if i and j else -math.inf,
                    total[i - 1][j] + GAP if i else -math.inf,
                    total[i][j - 1] + GAP if j else -math.inf,
                )
    path: list[tuple[int | None, int | None]] = []
    i, j = n, m
    while i or j:
        if i and j and total[i][j] == total[i - 1][j - 1] + lines[i - 1][j - 1]:
            i, j = i - 1, j - 1
            path.append((i, j))
        elif i and total[i][j] == total[i - 1][j] + GAP:
            i -= 1
            path.append((i, None))
        else:
            j -= 1
            path.append((None, j))
    return path[::-1]


def _regrouped(
    table: list[dict[int, tuple[Piece, ...]]], number: int, score: _Score, versions: Sequence[Version], tell: Signs
) -> list[dict[int, tuple[Piece, ...]]]:
    """Rows that only the new version or only the others have, put to a neighbour where that one was parted."""
    done: list[dict[int, tuple[Piece, ...]]] = []
    for row in table:
        if done and _parted(done[-1], row, number, score, versions, tell):
            before = done.pop()
            row = {n: (*before.get(n, ()), *row.get(n, ())) for n in sorted({*before, *row})}
        done.append(row)
    return done


def _parted(
    before: dict[int, tuple[Piece, ...]], row: dict[int, tuple[Piece, ...]], number: int, score: _Score,
    versions: Sequence[Version], tell: Signs,
) -> bool:  # fmt: skip
    """Whether two rows are one paragraph that the new version, or all the others, wrote as two."""
    kinds = {piece.kind for pieces in (*before.values(), *row.values()) for piece in pieces}
    if kinds & ALONE:
        return False
    full, lone = (before, row) if len(before) > len(row) else (row, before)
    if set(lone) == {number} and number in full:
        mine, rest = {number: (*before[number], *row[number])}, {n: p for n, p in full.items() if n != number}
        alone = {number: full[number]}
    elif number in full and number not in lone and set(full) - {number} == set(lone):
        mine = {n: (*before[n], *row[n]) for n in lone}
        rest, alone = {number: full[number]}, {n: full[n] for n in lone}
    else:
        return False
    of_rest = _told(rest, versions, tell)
    whole = score.shared(of_rest, _told(mine, versions, tell)) or 0.0
    part = score.shared(of_rest, _told(alone, versions, tell)) or 0.0
    size, size_alone = _mean(rest), _mean(alone)
    longer = min(size, _mean(mine)) / max(size, _mean(mine)) - min(size, size_alone) / max(size, size_alone)
    return whole > part and longer > 0 and (whole - part) + longer > JOINS


def _mean(row: dict[int, tuple[Piece, ...]]) -> float:
    return sum(_size(some) for some in row.values()) / max(len(row), 1)
