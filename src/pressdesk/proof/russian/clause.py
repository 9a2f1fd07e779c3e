"""The clauses of a sentence, each with its predicate. Start at `clauses`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pressdesk.proof.russian.sentence import Sentence, Token
from pressdesk.proof.russian.tables import Tables

PREDICATES = frozenset(("VERB", "PRTS", "ADJS"))
SHORT = frozenset(("PRTS", "ADJS"))


@dataclass(frozen=True, slots=True)
class Clause:
    """One predicate and what stands around it.

    Attributes:
        words: without marks.
        verb: the place of the word that shows number and gender: the last of the predicate.
        opening: whether the sentence has no verb before it.
        crowded: whether a list goes on beside it, so that a plural may be right.
    """

    words: tuple[Token, ...]
    verb: int
    opening: bool
    crowded: bool


@lru_cache(maxsize=64)
def clauses(sentence: Sentence, tables: Tables) -> tuple[Clause, ...]:
    """The clauses of a sentence that have one sure predicate. Kept: several checks ask one after another."""
    return tuple(_clauses(sentence, tables))


def _clauses(sentence: Sentence, tables: Tables) -> Iterator[Clause]:
    pieces = _merged([piece for piece in sentence.pieces() if piece], tables)
    seen = False
    for number, (piece, own) in enumerate(pieces):
        parts = list(_parts(piece, tables))
        near = [p for i, (p, _) in enumerate(pieces) if abs(i - number) == 1 and not p[0].participial]
        crowded = any(not any(t.perhaps_verb for t in other) and _may_list(other) for other in near)
        for words, verb in parts:
            if verb is not None:
                yield Clause(words, verb, not seen and own and sentence.whole, crowded)
            seen = seen or any(token.perhaps_verb for token in words)


def _may_list(piece: Sequence[Token]) -> bool:
    return any(
        ("NOM" in t.cases() and not all(f.has("Apro") or f.part == "NPRO" for f in t.forms)) or not t.forms
        for t in piece
    )


def _merged(pieces: list[tuple[Token, ...]], tables: Tables) -> list[tuple[tuple[Token, ...], bool]]:
    """«Соглашение, подписанное в мае, вступило в силу»: the clause around what stands between its commas."""
    found: list[tuple[tuple[Token, ...], bool]] = []
    number = 0
    while number < len(pieces):
        piece = pieces[number]
        while number + 2 < len(pieces) and _aside(pieces[number + 1], tables):
            size = _listed(pieces[number + 1 :])
            inner, piece = pieces[number + 1], piece + pieces[number + 1 + size]
            if size == 1 and (any(t.perhaps_verb for t in inner) or inner[0].participial):
                found.append((inner, False))
            number += 1 + size
        first_word = piece[0]
        own = not _aside(piece, tables) or (number == 0 and first_word.participial)
        found.append((piece, own))
        number += 1
    return found


def _listed(pieces: Sequence[tuple[Token, ...]]) -> int:
    """How many pieces a participle's phrase has: «включающая концерты, выставки и лекции», and then a verb."""
    if not pieces[0][0].participial or any(t.perhaps_verb for t in pieces[0]):
        return 1
    for number in range(1, min(len(pieces), MOST_LISTED)):
        first = pieces[number][0]
        if first.parts and first.parts <= PREDICATES:
            return number
        if any(t.perhaps_verb or "GRND" in t.parts for t in pieces[number]):
            return 1
    return 1


MOST_LISTED = 6
"""Pieces between commas that a participle's list has at most."""


def _aside(piece: Sequence[Token], tables: Tables) -> bool:
    """Whether a piece is a participle's, a gerund's or a relative clause."""
    head = piece[0]
    relative = any(tables.among("relative", token.lemmas()) for token in piece[:3])
    depends = head.adjective and tables.among("governing", head.lemmas())  # «необходимые для визы»
    return head.participial or head.parts == {"GRND"} or relative or depends


def _parts(piece: tuple[Token, ...], tables: Tables) -> Iterator[tuple[tuple[Token, ...], int | None]]:
    """The piece cut at conjunctions so that each part has one predicate; None for its place where it has not."""
    groups = _groups(piece, tables)
    start = 0
    for number, (first, last) in enumerate(groups):
        following = groups[number + 1][0] if number + 1 < len(groups) else None
        end = len(piece)
        if following is not None:
            cuts = [i for i in range(last + 1, following) if piece[i].low in tables.lists["and"]]
            if not cuts:
                yield piece[start:], None
                return
            end = cuts[-1]
        sure = all(piece[i].parts <= PREDICATES for i in (first, last))
        yield piece[start:end], last - start if sure else None
        start = end + 1
    if not groups:
        yield piece, None


def _groups(piece: Sequence[Token], tables: Tables) -> list[tuple[int, int]]:
    """First and last word of each predicate; «быть» with its participle or adjective is one."""
    pairs = dict(predicate_pairs(piece, tables))
    found: list[tuple[int, int]] = []
    for place, token in enumerate(piece):
        if found and place <= found[-1][1]:
            continue
        if place in pairs:
            found.append((place, pairs[place]))
        elif not token.function and (token.perhaps_verb or (token.parts and token.parts <= PREDICATES)):
            found.append((place, place))
    return found


def predicate_pairs(piece: Sequence[Token], tables: Tables) -> Iterator[tuple[int, int]]:
    """The places of «быть» and of the short participle or adjective that it belongs to."""
    for place, token in enumerate(piece):
        if not (token.verb and tables.among("be", token.lemmas())):
            continue
        for after in range(place + 1, min(place + 4, len(piece))):
            if piece[after].parts and piece[after].parts <= SHORT | {"VERB"} and not piece[after].verb:
                yield place, after
                break
            if not piece[after].parts or not piece[after].parts <= {"ADVB", "PRCL", "CONJ"}:
                break
