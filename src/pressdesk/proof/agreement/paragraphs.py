"""Paragraphs that a version lacks or has twice. Start at `paragraphs`."""

import math
from collections.abc import Iterator, Sequence

from pressdesk.model.findings import Elsewhere
from pressdesk.model.release import BlockKind
from pressdesk.proof.agreement.align import Row, Signs
from pressdesk.proof.agreement.found import Difference
from pressdesk.proof.agreement.lexicon import table
from pressdesk.proof.agreement.versions import Version
from pressdesk.proof.style.text import Piece
from pressdesk.text.spans import Span

KINDS = {BlockKind.HEADLINE: "headline", BlockKind.LEAD: "lead", BlockKind.CREDIT: "credit", BlockKind.QUOTE: "quote"}
LIKE = 0.4  # of their signs that two paragraphs share where one is the other at another place
TWICE = 40  # letters of a paragraph that stands twice; shorter lines may be repeated


def paragraphs(rows: Sequence[Row], versions: Sequence[Version], signs: Signs) -> Iterator[Difference]:
    """What a version lacks, told of it at the paragraph before; what it alone has; what stands elsewhere or twice; and
    that it does not say who reports.

    With two versions both are told: the one of what it lacks, the other of what only it has. `signs` are those by which
    the rows were found.
    """
    moved = list(_moved(rows, versions, signs))
    gone = {index for first, second, _ in moved for index in (first, second)}
    yield from (difference for _, _, difference in moved)
    yield from _without_attribution(versions)
    yield from _twice(versions)
    for index, row in enumerate(rows):
        if index in gone:
            continue
        having = [n for n, part in enumerate(row.parts) if part]
        lacking = [n for n, part in enumerate(row.parts) if not part]
        if not lacking:
            continue
        places = tuple(_place(versions[n], row.parts[n]) for n in having)
        kind = row.parts[having[0]][0].kind
        says = f"paragraph-{KINDS[kind]}" if kind in KINDS else "paragraph"
        rule = "quote" if kind is BlockKind.QUOTE else "paragraph"
        if len(having) >= len(lacking):
            for number in lacking:
                before = _before(rows, index, number)
                span = Span(0, len(before.text)) if before else Span(0, 0)
                yield Difference(rule, says, number, before, span, places)
        if len(having) <= len(lacking):
            for number in having:
                gaps = tuple(versions[n].lacking(_before(rows, index, n)) for n in lacking)
                for piece in row.parts[number]:
                    span = Span(0, len(piece.text))
                    yield Difference(rule, "paragraph-alone", number, piece, span, gaps)


def _moved(rows: Sequence[Row], versions: Sequence[Version], signs: Signs) -> Iterator[tuple[int, int, Difference]]:
    """Paragraphs that one version has at another place: a row that it alone has, like one that it alone lacks."""
    told = [_told(row, versions, signs) for row in rows]
    for first, row in enumerate(rows):
        having = [n for n, part in enumerate(row.parts) if part]
        if len(having) != 1 or not told[first]:
            continue
        number = having[0]
        for second, other in enumerate(rows):
            lacking = [n for n, part in enumerate(other.parts) if not part]
            shared = len(told[first] & told[second]) / math.sqrt(len(told[first]) * max(1, len(told[second])))
            if lacking == [number] and shared >= LIKE:
                piece = row.parts[number][0]
                places = tuple(_place(versions[n], part) for n, part in enumerate(other.parts) if part)
                span = Span(0, len(piece.text))
                yield first, second, Difference("order", "order-paragraph", number, piece, span, places)
                break


def _told(row: Row, versions: Sequence[Version], signs: Signs) -> frozenset[str]:
    parts = zip(row.parts, versions, strict=True)
    return frozenset(sign for part, version in parts for piece in part for sign in signs(piece, version.language))


def _without_attribution(versions: Sequence[Version]) -> Iterator[Difference]:
    """Versions that do not say who reports where more than half of the others do."""
    known = table("attribution").lexicon
    texts = [[p for p in v.pieces if p.kind is not BlockKind.CREDIT] for v in versions]
    said = [
        next(((p, m) for p in text for m in known.scan(p.text, v.language)), None)
        for text, v in zip(texts, versions, strict=True)
    ]
    for number, own in enumerate(said):
        others = [(n, theirs) for n, theirs in enumerate(said) if n != number]
        having = [(n, theirs) for n, theirs in others if theirs is not None]
        if own is None and 2 * len(having) > len(others):
            pieces = versions[number].pieces
            piece = next((p for p in pieces if p.kind is BlockKind.LEAD), pieces[0])
            places = tuple(versions[n].place(p, m.span) for n, (p, m) in having)
            yield Difference("paragraph", "attribution", number, piece, Span(0, len(piece.text)), places)


def _place(version: Version, part: tuple[Piece, ...]) -> Elsewhere:
    return version.place(part[0], Span(0, len(part[0].text)))


def _before(rows: Sequence[Row], index: int, number: int) -> Piece | None:
    """The last paragraph of a version above a row, else its first below."""
    above = (row.parts[number][-1] for row in reversed(rows[:index]) if row.parts[number])
    below = (row.parts[number][0] for row in rows[index + 1 :] if row.parts[number])
    return next(above, next(below, None))


def _twice(versions: Sequence[Version]) -> Iterator[Difference]:
    for number, version in enumerate(versions):
        seen: dict[str, Piece] = {}
        for piece in version.pieces:
            text = " ".join(piece.text.split()).casefold()
            if len(text) >= TWICE and text in seen:
                first = version.place(seen[text], Span(0, len(seen[text].text)))
                yield Difference("paragraph", "paragraph-twice", number, piece, Span(0, len(piece.text)), (first,))
            seen.setdefault(text, piece)
