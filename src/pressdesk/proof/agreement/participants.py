"""People listed in another order: who is named first is protocol. Start at `participants`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pressdesk.proof.agreement.align import Row
from pressdesk.proof.agreement.found import Difference
from pressdesk.proof.agreement.lexicon import table, tokens
from pressdesk.proof.agreement.sounds import alike, is_latin
from pressdesk.proof.agreement.spotting import Spotted
from pressdesk.proof.style.text import Piece
from pressdesk.text.spans import Span

LEAST = 3  # people; two stand in the order that the sentence asks for
APART = 10  # words between two people of one list, with their posts
SEPARATORS = ",;"


@dataclass(frozen=True, slots=True)
class _Somebody:
    piece: Piece
    span: Span
    thing: str  # "" for somebody whom only the capitals tell
    words: tuple[str, ...]


def participants(row: Row, spotted: Spotted) -> Iterator[Difference]:
    """Lists of three people or more that a version has in another order than more than half of the others, in a row."""
    here = [number for number, part in enumerate(row.parts) if part]
    lists = {n: [found for piece in row.parts[n] for found in _lists(piece, n, spotted)] for n in here}
    for number in here:
        for mine in lists[number]:
            answers = []
            for other in here:
                if other != number:
                    answers += [
                        (other, a) for a in lists[other] if len(_common(mine, a, number, other, spotted)) >= LEAST
                    ]
            moved = [(n, a) for n, a in answers if _is_moved(mine, a, number, n, spotted)]
            if moved and 2 * len(moved) > len(answers):
                places = tuple(spotted.versions[n].place(a[0].piece, _whole(a)) for n, a in moved)
                yield Difference("order", "order", number, mine[0].piece, _whole(mine), places)


def _whole(some: Sequence[_Somebody]) -> Span:
    return Span(some[0].span.start, some[-1].span.end)


def _lists(piece: Piece, number: int, spotted: Spotted) -> Iterator[list[_Somebody]]:
    """The people of a paragraph that stand in a row, with commas or "and" and their posts between them."""
    language = spotted.versions[number].language
    people = [_Somebody(piece, m.span, m.thing, ()) for m in spotted.known.people.scan(piece.text, language)]
    people += [
        _Somebody(piece, name.span, "", tuple(w.low for w in name.telling))
        for name in spotted.looking[number].get(id(piece), ())
        if name.sure or not is_latin(name.words[0].text)  # one word with a capital may be any title in English
    ]
    people.sort(key=lambda somebody: somebody.span)
    row: list[_Somebody] = people[:1]
    for before, somebody in pairwise(people):
        if not _listed(piece, language, before, somebody):
            if len(row) >= LEAST:
                yield row
            row = []
        row.append(somebody)
    if len(row) >= LEAST:
        yield row


def _listed(piece: Piece, language: str, before: _Somebody, somebody: _Somebody) -> bool:
    between = piece.text[before.span.end : somebody.span.start]
    one_sentence = any(s.start <= before.span.start and somebody.span.end <= s.end for s in piece.sentences)
    parted = any(sign in between for sign in SEPARATORS) or bool(table("joins").lexicon.scan(between, language))
    return one_sentence and parted and len(tokens(between)) <= APART


def _same(one: _Somebody, n: int, other: _Somebody, m: int, spotted: Spotted) -> bool:
    if one.thing or other.thing:
        return one.thing == other.thing
    a, b = spotted.versions[n].language, spotted.versions[m].language
    few, many = (
        ((one.words, a), (other.words, b)) if len(one.words) < len(other.words) else ((other.words, b), (one.words, a))
    )
    return all(any(alike(x, few[1], y, many[1]) for y in many[0]) for x in few[0])


def _common(mine: Sequence[_Somebody], theirs: Sequence[_Somebody], n: int, m: int, spotted: Spotted) -> list[int]:
    """The places in the other list of those who stand in both, in the order of the first."""
    found = (next((i for i, them in enumerate(theirs) if _same(one, n, them, m, spotted)), None) for one in mine)
    return list(dict.fromkeys(place for place in found if place is not None))


def _is_moved(mine: Sequence[_Somebody], theirs: Sequence[_Somebody], n: int, m: int, spotted: Spotted) -> bool:
    places = _common(mine, theirs, n, m, spotted)
    return places != sorted(places)
