"""Words of somebody that stand in one version and not in another. Start at `quotes`."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from pressdesk.model.release import BlockKind
from pressdesk.proof.agreement.align import Row
from pressdesk.proof.agreement.found import Difference
from pressdesk.proof.agreement.lexicon import table
from pressdesk.proof.agreement.versions import Version
from pressdesk.proof.style.text import Piece
from pressdesk.text.spans import Span

LEAST_SAID = 3  # words of a quotation whose speaker is named beside it
LEAST = 4  # words; what is shorter is a title («Жасыл көпір»), unless it is a sentence of its own
_SENTENCE = re.compile(r"[.!?…,][»”\"]?$|[.!?…]$")
_GOES_ON = re.compile(r"^[.,]?\s*[,–—-]")
_SPOKEN = re.compile(r"^[,.]?[»”\"]?\s*[,.]\s*[–—-]")
"""A comma and a dash behind the closing mark: the speaker follows, as Kazakh and Russian write it."""


def quotes(row: Row, versions: Sequence[Version]) -> Iterator[Difference]:
    """Quotations that a version lacks, or that it has and the others have not, in a row.

    Of three versions and more the one is told that has another number than more than half of the others; of two, both.
    """
    here = [number for number, part in enumerate(row.parts) if part]
    own = {n: [(p, span) for p in row.parts[n] for span in quoted(p, versions[n].language)] for n in here}
    for number in here:
        others = [n for n in here if n != number]
        fewer = [n for n in others if len(own[n]) > len(own[number])]
        more = [n for n in others if len(own[n]) < len(own[number])]
        if 2 * len(fewer) > len(others):
            places = tuple(versions[n].place(*own[n][len(own[number])]) for n in fewer)
            first = row.parts[number][0]
            yield Difference("quote", "quote-missing", number, first, Span(0, len(first.text)), places)
        elif 2 * len(more) > len(others):
            piece, span = own[number][-1]
            gaps = tuple(versions[n].lacking(row.parts[n][-1]) for n in more)
            yield Difference("quote", "quote-alone", number, piece, span, gaps)


def quoted(piece: Piece, language: str) -> tuple[Span, ...]:
    """The quotations of a paragraph; titles in quotation marks are none."""
    if piece.kind is BlockKind.QUOTE:
        return (Span(0, len(piece.text)),)
    return tuple(span for span in piece.quoted if _is_speech(piece.text, span, language, piece.sentences))


@lru_cache(maxsize=2_000)
def _is_speech(text: str, span: Span, language: str, sentences: tuple[Span, ...]) -> bool:
    inside = text[span.start + 1 : span.end - 1].strip()
    count = len(inside.split())
    if count < LEAST:
        return count >= LEAST_SAID and _is_told(text, span, language, sentences)
    whole = span.start == 0 and span.end >= len(text.rstrip())
    if whole or _SENTENCE.search(inside) or _SPOKEN.match(text[span.end :]):
        return True
    return _is_told(text, span, language, sentences)


def _is_told(text: str, span: Span, language: str, sentences: tuple[Span, ...]) -> bool:
    """Whether the sentence goes on behind the quotation, or a colon stands before it, and a word says who speaks."""
    said = table("speech").lexicon.scan(text, language)
    first = min((s.start for s in sentences if s.end > span.start), default=0)
    last = max((s.end for s in sentences if s.start < span.end), default=len(text))
    near = any(first <= m.span.start < last and not span.overlaps(m.span) for m in said)
    return near and (_GOES_ON.match(text[span.end :]) is not None or ":" in text[max(0, span.start - 3) : span.start])
