"""Edits of a draft's amendments: pure functions from a draft to the next, each one step of undo."""

import dataclasses

from pressdesk.model.amendments import Amendment, Piece, folded, joined
from pressdesk.model.draft import Draft
from pressdesk.text.spans import Span


def amendment(draft: Draft, name: str) -> Amendment | None:
    """The amendment of a name, None where the draft has none."""
    return next((a for a in draft.amendments if a.id == name), None)


def new_name(draft: Draft) -> str:
    """A name that no amendment of the draft bears yet."""
    taken = {a.id for a in draft.amendments}
    number = 1
    while f"a{number}" in taken:
        number += 1
    return f"a{number}"


def amend(draft: Draft, made: Amendment) -> Draft:
    """The draft with an amendment, in the place of the one that bears its name. One without a name is given one.

    An amendment that says nothing is refused with ValueError: a block without words is no block.
    """
    if not made.text.strip():
        raise ValueError("an amendment needs words")
    made = dataclasses.replace(made, id=made.id or new_name(draft), pieces=joined(made.pieces))
    others = [a for a in draft.amendments if a.id != made.id]
    at = next((i for i, a in enumerate(draft.amendments) if a.id == made.id), len(others))
    return dataclasses.replace(draft, amendments=(*others[:at], made, *others[at:]))


def reset(draft: Draft, name: str) -> Draft:
    """The draft whose block is the generated one again."""
    return dataclasses.replace(draft, amendments=tuple(a for a in draft.amendments if a.id != name))


def rewritten(draft: Draft, name: str, number: int, shown: str, span: Span, new: str) -> Draft | None:
    """The draft in which `new` stands for some code points of an amendment's own words.

    `number` counts the stretches of own words between living facts, from 0; `shown` is that stretch as the reader sees
    it, `span` lies within it. None where the amendment has no such words.
    """
    found = amendment(draft, name)
    own = [i for i, piece in enumerate(found.pieces) if not piece.fact] if found is not None else []
    if found is None or number >= len(own) or folded(found.pieces[own[number]].text) != folded(shown):
        return None
    at = own[number]
    text = found.pieces[at].text
    changed = Piece(text=text[: span.start] + new + text[span.end :])
    made = dataclasses.replace(found, pieces=(*found.pieces[:at], changed, *found.pieces[at + 1 :]))
    return amend(draft, made) if made.text.strip() else None
