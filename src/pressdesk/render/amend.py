"""Puts a draft's amendments in the place of the blocks that they rewrote. Start at `amended`.

An amendment finds its block again by what wrote it and what it speaks of, never by its number: the very text, the
template's lines, the facts. One whose block the facts make no more stays where it was and is stale: words that somebody
wrote are never dropped by the program.
"""

import dataclasses
import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pressdesk.language.language import Language
from pressdesk.model.amendments import (
    Amendment,
    Piece,
    fingerprint,
    folded,
    moved,
    plain,
    renamed,
    stale,
)
from pressdesk.model.draft import Draft
from pressdesk.model.release import Block, BlockKind, Gap, Hand
from pressdesk.render.blocks import block_of
from pressdesk.render.living import Living
from pressdesk.render.words import Atom

SINGLE = (BlockKind.HEADLINE, BlockKind.LEAD, BlockKind.CREDIT)  # a release has one of each, so it is that one
RUNNING = (BlockKind.LEAD, BlockKind.PARAGRAPH)  # a paragraph is the lead where none stands before it
ENOUGH = 1.2  # of 3: lines, facts and words that a block must share with what was rewritten
SAME = 10.0  # the very text


@dataclass(frozen=True, slots=True)
class _Candidate:
    block: Block
    pieces: tuple[Piece, ...]
    lines: frozenset[str]
    print: str


def amended(
    draft: Draft, language: Language, blocks: tuple[Block, ...], living: Living
) -> tuple[tuple[Block, ...], tuple[Gap, ...]]:
    """The blocks with the draft's amendments in their places, and the Latin stand-ins of their living facts."""
    wanted = [a for a in draft.amendments if a.language == language.tag]
    if not wanted:
        return blocks, ()
    candidates = [_Candidate(b, living.used(b), lines_of(b), fingerprint(b.text)) for b in blocks]
    places = matched(wanted, candidates)
    made: dict[int, Block] = {}
    gaps: list[Gap] = []
    astray: list[tuple[int, Block]] = []
    for amendment in wanted:
        at = places.get(amendment.id)
        candidate = candidates[at] if at is not None else None
        block, missing = _written(amendment, candidate, living)
        gaps += missing
        if at is not None:
            made[at] = block
        else:
            astray.append((_place(amendment, candidates), block))
    out: list[Block] = []
    for index in range(len(blocks) + 1):
        out += [block for place, block in astray if place == index]
        if index < len(blocks):
            out.append(made.get(index, blocks[index]))
    return tuple(out), tuple(gaps)


def lines_of(block: Block) -> frozenset[str]:
    """The template's lines that wrote a block's words."""
    return frozenset(o.line for o in block.origins if o.line)


def made_from(draft: Draft, living: Living, blocks: Sequence[Block], block: Block) -> Amendment:
    """An amendment of a generated block that says what the block says; the pen has been taken up, nothing written.

    `blocks` are all generated blocks of the release, `block` one of them.
    """
    at = next((i for i, b in enumerate(blocks) if b is block or b == block), 0)
    return Amendment(
        language=living.language.tag,
        kind=block.kind.value,
        made_from=living.used(block),
        pieces=living.of(block),
        lines=tuple(sorted(lines_of(block))),
        before=fingerprint(blocks[at - 1].text) if at else "",
        others=tuple(dict.fromkeys(fingerprint(b.text) for b in blocks if b.text != block.text)),
    )


# --- finding the block -----------------------------------------------------------------------------------------------


def matched(wanted: Sequence[Amendment], candidates: Sequence[_Candidate]) -> dict[str, int]:
    """The place of each amendment's block, the likeliest first; no block is given to two of them."""
    scores = [row for a in wanted if a.made_from for row in _scores(a, candidates)]
    found: dict[str, int] = {}
    for score, name, index in sorted(scores, key=lambda row: (-row[0], row[2], row[1])):
        if score >= ENOUGH and name not in found and index not in found.values():
            found[name] = index
    return found


def _scores(amendment: Amendment, candidates: Sequence[_Candidate]) -> Iterator[tuple[float, str, int]]:
    """How much each block looks like the one that was rewritten: SAME for the very text, else up to 3 and a little."""
    running = {k.value for k in RUNNING}
    was = plain(amendment.made_from)
    fit = [
        (i, c)
        for i, c in enumerate(candidates)
        if c.block.kind.value == amendment.kind or (c.block.kind in RUNNING and amendment.kind in running)
    ]
    same = [(i, c) for i, c in fit if folded(c.block.text) == folded(was)]
    for index, candidate in same or fit:
        shared = _shared_facts(amendment, candidate)
        score = SAME + shared if same else _likeness(amendment, candidate, was.split(), shared)
        yield score, amendment.id, index


def _likeness(amendment: Amendment, candidate: _Candidate, was: list[str], shared: float) -> float:
    kind = candidate.block.kind
    if kind.value == amendment.kind and kind in SINGLE:
        return ENOUGH + shared
    if candidate.print in amendment.others:
        return 0.0  # it stood beside the one that was rewritten, word for word
    alike = difflib.SequenceMatcher(None, was, candidate.block.text.split(), autojunk=False).ratio()
    return _share(set(amendment.lines), candidate.lines) + shared + alike


def _shared_facts(amendment: Amendment, candidate: _Candidate) -> float:
    """The part of the facts that both speak of."""
    shifts = moved(amendment.made_from, candidate.pieces)
    facts = {renamed(p.fact, shifts) for p in amendment.made_from if p.fact}
    return _share(facts, {p.fact for p in candidate.pieces if p.fact})


def _share(a: set[str] | frozenset[str], b: set[str] | frozenset[str]) -> float:
    """The part that two sets have in common, 0 to 1."""
    return len(a & b) / len(a | b) if a or b else 0.0


def _place(amendment: Amendment, candidates: Sequence[_Candidate]) -> int:
    """In front of which block an amendment stands whose own block is no more: after its old neighbour, else last."""
    if amendment.kind == BlockKind.HEADLINE.value or not amendment.before:
        return 0
    neighbour = next((i for i, c in enumerate(candidates) if c.print == amendment.before), None)
    return len(candidates) if neighbour is None else neighbour + 1


# --- writing it ------------------------------------------------------------------------------------------------------


def _written(amendment: Amendment, candidate: _Candidate | None, living: Living) -> tuple[Block, list[Gap]]:
    """The block that an amendment makes, and its names that stand in Latin letters."""
    tag = living.language.tag
    now = candidate.pieces if candidate is not None else ()
    shifts = moved(amendment.made_from, now)
    atoms, gone = [], False
    for piece in amendment.pieces:
        here = dataclasses.replace(piece, fact=renamed(piece.fact, shifts))
        made = living.make(here) if piece.fact else None
        gone = gone or (bool(piece.fact) and made is None)
        atoms.append(made or Atom(piece.text))
    generated = candidate.block if candidate is not None else None
    hand = Hand(
        amendment=amendment.id,
        was=plain(amendment.made_from),
        stale=gone or (bool(amendment.made_from) and (generated is None or stale(amendment, now))),
        generated=generated,
    )
    kind = generated.kind if generated is not None else BlockKind(amendment.kind)
    name = generated.id if generated is not None else f"{kind.value}-{amendment.id}"
    gaps = [Gap(a.field, tag, a.text, fallback=True) for a in atoms if a.note == "fallback"]
    return block_of(atoms, kind, name, tag, hand), gaps
