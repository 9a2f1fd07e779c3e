"""The quotations that a release prints, for a person to say that they are approved. Start at `quotes`."""

from collections.abc import Iterator

from pressdesk.app.checklist.points import Item, Known, Point
from pressdesk.model.release import Block, BlockKind
from pressdesk.proof.style.text import OPENS, Piece
from pressdesk.text.spans import Span

LEAST = 4  # words; fewer in quotation marks are a title or a name
ENDS = ".,!?…"
GOES_ON = ",–—-"  # what follows the closing mark where somebody is named who said it
SPEECH = (BlockKind.LEAD, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE)


def quotes(item: Item, known: Known) -> Iterator[Point]:
    """The draft's quotation with its speaker in all languages; each quotation that was written by hand."""
    quote = known.draft.facts.quote
    if any(quote.text.get(tag) for tag, _ in known.shown()):
        found = known.draft.person(quote.by)
        person = found[1] if found else None
        lines = []
        for tag, _ in known.every():
            names = (person.given.get(tag, ""), person.family.get(tag, "")) if person else (quote.by,)
            lines.append(f"{tag}: {' '.join(filter(None, names))}: {quote.text.get(tag, '')}")
        yield Point("quote", "\n".join(lines), label=dict(quote.text), field="quote.text")
    for tag, release in known.shown():
        for block in release.blocks:
            if block.hand is not None and (said := by_hand(block)):
                about = f"amendment[{block.hand.amendment}]"
                yield Point(about, said, language=tag, label={"": said}, note="checklist.note.by_hand")


def by_hand(block: Block) -> str:
    """What a block that was rewritten by hand quotes, one quotation a line; "" where it quotes nobody.

    A living quotation is the draft's own and is approved there. A block of the kind quote is one whole; elsewhere a
    quotation is what stands in quotation marks, has several words and ends like speech.
    """
    if block.kind not in SPEECH:
        return ""
    facts = [origin.span for origin in block.origins if origin.field]
    if block.kind is BlockKind.QUOTE:
        return "" if any(o.field.startswith("quote.text") for o in block.origins) else block.text
    spans = Piece(block.id, block.kind, block.text).quoted
    return "\n".join(s.of(block.text) for s in spans if _speech(block.text, s) and not _inside(s, facts))


def _speech(text: str, span: Span) -> bool:
    said = span.of(text).strip(OPENS + '»”"')
    after = text[span.end :].lstrip()
    return len(said.split()) >= LEAST and (said[-1:] in ENDS or after[:1] in GOES_ON if said else False)


def _inside(span: Span, facts: list[Span]) -> bool:
    """Whether what is quoted is a fact, such as a proper title; the quotation marks may be the template's."""
    return any(fact.start <= span.start + 1 and span.end - 1 <= fact.end for fact in facts)
