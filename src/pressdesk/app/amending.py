"""Rewriting a block by hand, without a window: taking up the pen, what stale blocks say, taking new or keeping mine.

The window and the command line call this; the rules lie in `model/amendments.py` and `render/`.
"""

import dataclasses
import re
import unicodedata
from collections.abc import Iterator, Sequence

from pressdesk.language.house import default, speak
from pressdesk.model.amendments import Amendment, Piece, joined, plain
from pressdesk.model.draft import Draft
from pressdesk.model.findings import Finding, Kind, Severity
from pressdesk.model.house import House
from pressdesk.model.release import Block, Release
from pressdesk.model.rewriting import amend, amendment, reset
from pressdesk.render.amend import made_from
from pressdesk.render.living import Living
from pressdesk.render.view import View
from pressdesk.render.words import clean
from pressdesk.text.difference import difference
from pressdesk.text.messages import Messages
from pressdesk.text.spans import Span
from pressdesk.text.words import words

STALE = "amendment.stale"


def living(draft: Draft, language: str, house: House | None = None) -> Living:
    """The draft's facts as words of one language, as the house writes it (the shipped one where none is given)."""
    house = house or default()
    spoken = speak(language, house)
    return Living(draft, spoken, View(draft, spoken, house).build())


def generated(release: Release) -> tuple[Block, ...]:
    """The blocks as the facts alone would have them: what stood before anybody rewrote anything."""
    blocks = ((b.hand.generated if b.hand else b) for b in release.blocks)
    return tuple(b for b in blocks if b is not None)


def take_up(draft: Draft, release: Release, block: Block, facts: Living) -> Amendment:
    """The amendment that says what a block says now, to be written on: of this release's block, rewritten or not.

    Whatever it was made from before, from now on it is made from what the facts say today: who edits a stale block has
    seen it.
    """
    now = block.hand.generated if block.hand is not None else block
    old = amendment(draft, block.hand.amendment) if block.hand is not None else None
    pieces = facts.of(block)
    if now is None:  # the facts make no such block any more: it stands by itself and answers to none
        kept = old or Amendment(language=release.language, kind=block.kind.value)
        return dataclasses.replace(kept, pieces=pieces, made_from=())
    fresh = made_from(draft, facts, generated(release), now)
    return dataclasses.replace(fresh, id=old.id if old is not None else "", pieces=pieces)


def write(draft: Draft, taken: Amendment, pieces: Sequence[Piece]) -> Draft:
    """The draft in which a block that was taken up says `pieces`.

    Without words, and with the very words that the facts make by themselves, the block is the generated one again.
    """
    pieces = tidied(pieces)
    text = plain(pieces)
    if not clean(text) or (taken.made_from and text == plain(taken.made_from)):
        return reset(draft, taken.id)
    return amend(draft, dataclasses.replace(taken, pieces=tuple(pieces)))


def tidied(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces on one line: composed letters, single blanks, nothing invisible, none at either end."""
    made = list(joined(piece if piece.fact else Piece(text=_line(piece.text)) for piece in pieces))
    if made and not made[0].fact:
        made[0] = Piece(text=made[0].text.lstrip())
    if made and not made[-1].fact:
        made[-1] = Piece(text=made[-1].text.rstrip())
    return joined(made)


def _line(text: str) -> str:
    """Words on one line, without the private-use characters that mean something to the renderer."""
    kept = re.sub(r"[\ue000-\ue00f]", "", unicodedata.normalize("NFC", text))
    return re.sub(r"[ \x00-\x1f\x7f\u2028\u2029]+", " ", kept)


def keep(draft: Draft, release: Release, block: Block, facts: Living) -> Draft:
    """Keeps the words written by hand: from now on they answer to the facts as they are today."""
    taken = take_up(draft, release, block, facts)
    return amend(draft, taken)


def take_new(draft: Draft, block: Block) -> Draft:
    """Takes what the facts say now; the words written by hand are gone, until somebody undoes it."""
    return reset(draft, block.hand.amendment) if block.hand is not None else draft


def findings(release: Release, ui_language: str) -> Iterator[Finding]:
    """One finding a stale block, on the words that no longer hold."""
    say = Messages(ui_language).say
    for block in release.blocks:
        if block.hand is None or not block.hand.stale:
            continue
        now = block.hand.generated
        was, text = block.hand.was, now.text if now is not None else ""
        if now is None:
            message = say("finding.amendment_gone")
        elif was == text:
            message = say("finding.amendment_fact_gone")
        else:
            message = say("finding.amendment_stale", change=" · ".join(changed(was, text)))
        span = _outdated(block, was, text)
        yield Finding(
            block=block.id,
            span=span,
            text=span.of(block.text),
            rule=STALE,
            kind=Kind.FACTS,
            severity=Severity.WARNING,
            message=message,
            proofer="facts",
            language=release.language,
        )


def changed(was: str, now: str, most: int = 3) -> list[str]:
    """What the facts changed in the generated text, «14 мамырда → 15 мамырда»; at most so many, then an ellipsis."""
    found = [
        f"{part.old.of(was).strip() or '–'} → {part.new.of(now).strip() or '–'}"
        for part in difference(was, now)
        if not part.same
    ]
    return found if len(found) <= most else [*found[:most], "…"]


def _outdated(block: Block, was: str, now: str) -> Span:
    """Words of the block that the facts no longer say, where it has any; else its first word."""
    for part in difference(was, now):
        gone = part.old.of(was).strip()
        at = block.text.find(gone) if gone and not part.same else -1
        if at >= 0:
            return Span(at, at + len(gone))
    first = next(iter(words(block.text)), None)
    return first.span if first is not None else Span(0, len(block.text))
