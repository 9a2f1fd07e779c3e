"""Single names that one version alone has: a family name, a title in quotation marks, what stands beside the word for a
body («Бірлік қауымдастығы»). Start at `strays`.

One word with a capital is told for certain by nothing, so a stray is a warning, and only where no other version has
anything that might be it: no word of its sound, and in the paragraph that answers no word with a capital, and no title,
which this version does not have in turn (Cologne and Köln, a title that is translated).
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from pressdesk.model.release import BlockKind
from pressdesk.proof.agreement.align import Row
from pressdesk.proof.agreement.lexicon import Token, table, tokens
from pressdesk.proof.agreement.quotes import quoted
from pressdesk.proof.agreement.sounds import alike, is_latin, sounds
from pressdesk.proof.agreement.spotting import SHORTEST, Spotted
from pressdesk.proof.style.text import Piece
from pressdesk.text.spans import Span

LONGEST = 4  # words of a title


def strays(row: Row, number: int, spotted: Spotted) -> Iterator[tuple[Piece, Span]]:
    """The strays of a version in a row, each with its paragraph; spans count from the paragraph's start."""
    others = [n for n, part in enumerate(row.parts) if n != number and part]
    if len(others) + 1 < sum(bool(version.pieces) for version in spotted.versions):
        return  # a version that lacks the whole paragraph is told of that
    for piece in row.parts[number]:
        if piece.kind is BlockKind.HEADLINE:
            continue
        for words, kind in _candidates(piece, number, spotted):
            if all(not _has_kind(row, kind, n, spotted) and _lacks(row, words, number, n, spotted) for n in others):
                yield piece, Span(words[0].span.start, words[-1].span.end)


def _has_kind(row: Row, kind: str, number: int, spotted: Spotted) -> bool:
    """Whether a version speaks of a body of this kind in the row: «Генеральное консульство» is no name of another."""
    language = spotted.versions[number].language
    scan = table("bodies", "near").lexicon.scan
    return bool(kind) and any(m.thing == kind for piece in row.parts[number] for m in scan(piece.text, language))


def _candidates(piece: Piece, number: int, spotted: Spotted) -> Iterator[tuple[tuple[Token, ...], str]]:
    """What may be a stray, as its words; with the kind of body that they stand beside, where a dictionary has them."""
    language, words = spotted.versions[number].language, tokens(piece.text)
    taken = spotted.taken(piece.text, language)
    for name in spotted.looking[number][id(piece)]:
        at = words.index(name.words[0])
        if not name.sure and not (is_latin(name.words[0].text) and _in_company(words, at, at + len(name.words))):
            yield name.words, ""
    for title in _titles(piece, language):
        if not any(word.span.overlaps(span) for word in title for span in taken):
            yield title, ""
    for body in table("bodies", "near").lexicon.scan(piece.text, language):
        before = [word for word in words if word.span.end <= body.span.start]
        at = len(before)
        joined = at < len(words) and words[at].joined and not is_latin(body.text)  # the Honorary Consulate is no name
        run = tuple(takewhile(lambda word: _is_proper(word, taken), reversed(before if joined else [])))[::-1]
        if run:
            yield run, body.thing


def _is_proper(word: Token, taken: Sequence[Span]) -> bool:
    return word.capital and not word.opens and not any(word.span.overlaps(span) for span in taken)


def _in_company(words: Sequence[Token], start: int, end: int) -> bool:
    """Whether a word with a capital stands directly before or behind: part of a longer name, Torre de Belém."""
    before = start > 0 and words[start].joined and words[start - 1].capital
    return before or (end < len(words) and words[end].joined and words[end].capital)


def _titles(piece: Piece, language: str) -> Iterator[tuple[Token, ...]]:
    """The titles in quotation marks."""
    speech = quoted(piece, language)
    for span in piece.quoted:
        inside = tuple(word for word in tokens(piece.text) if word.span.overlaps(span))
        if span not in speech and 0 < len(inside) <= LONGEST and inside[0].capital:
            yield inside


def _lacks(row: Row, words: Sequence[Token], number: int, other: int, spotted: Spotted) -> bool:
    """Whether another version has neither a word of this sound anywhere nor, in its paragraph, what might be it."""
    mine, theirs = spotted.versions[number], spotted.versions[other]
    telling = [word.low for word in words if len(word.low) >= SHORTEST]
    everywhere = {word.low for piece in theirs.pieces for word in tokens(piece.text) if word.capital}
    pairs = [(low, word) for low in telling for word in everywhere]
    if not telling or any(
        alike(a, mine.language, b, theirs.language) or _made_of(a, mine.language, b, theirs.language) for a, b in pairs
    ):
        return False
    return not any(_unanswered(piece, other, number, spotted) for piece in row.parts[other])


def _made_of(one: str, language: str, other: str, its: str) -> bool:
    """Whether a word may be made of another by what stands before it: Приаралье of Арал."""
    return any(
        len(b) > 1 and 2 * len(b) >= len(a) and a.endswith(b) for a in sounds(one, language) for b in sounds(other, its)
    )


def _unanswered(piece: Piece, number: int, other: int, spotted: Spotted) -> bool:
    """Whether a paragraph has a word with a capital, or a title, that another version does not have."""
    language = spotted.versions[number].language
    taken = spotted.taken(piece.text, language)
    titles = [word for title in _titles(piece, language) for word in title[:1]]
    capitals = [word for word in tokens(piece.text) if len(word.low) >= SHORTEST and _is_proper(word, taken)]
    opening = [
        name.words[0] for name in spotted.looking[number][id(piece)] if not is_latin(name.words[0].text)
    ]  # its dictionary tells a name that opens a sentence
    return any(not spotted.heard((word.low,), language, other) for word in (*capitals, *titles, *opening))
