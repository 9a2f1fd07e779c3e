"""Paragraphs that a version lacks or has twice. Start at `paragraphs`."""

from collections.abc import Iterator, Sequence

from pressdesk.model.findings import Elsewhere
from pressdesk.model.release import BlockKind
from pressdesk.proof.agreement.align import Row
from pressdesk.proof.agreement.found import Difference
from pressdesk.proof.agreement.versions import Version
from pressdesk.proof.style.text import Piece
from pressdesk.text.spans import Span

KINDS = {BlockKind.HEADLINE: "headline", BlockKind.LEAD: "lead", BlockKind.CREDIT: "credit", BlockKind.QUOTE: "quote"}
TWICE = 40  # letters of a paragraph that stands twice; shorter lines may be repeated


def paragraphs(table: Sequence[Row], versions: Sequence[Version]) -> Iterator[Difference]:
    """What a version lacks, told of it at the paragraph before; what it alone has; and what it has twice.

    With two versions both are told: the one of what it lacks, the other of what only it has.
    """
    for index, row in enumerate(table):
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
                before = _before(table, index, number)
                span = Span(0, len(before.text)) if before else Span(0, 0)
                yield Difference(rule, says, number, before, span, places)
        if len(having) <= len(lacking):
            for number in having:
                gaps = tuple(versions[n].lacking(_before(table, index, n)) for n in lacking)
                for piece in row.parts[number]:
                    span = Span(0, len(piece.text))
                    yield Difference(rule, "paragraph-alone", number, piece, span, gaps)
    yield from _twice(versions)


def _place(version: Version, part: tuple[Piece, ...]) -> Elsewhere:
    return version.place(part[0], Span(0, len(part[0].text)))


def _before(table: Sequence[Row], index: int, number: int) -> Piece | None:
    """The last paragraph of a version above a row, else its first below."""
    above = (row.parts[number][-1] for row in reversed(table[:index]) if row.parts[number])
    below = (row.parts[number][0] for row in table[index + 1 :] if row.parts[number])
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
