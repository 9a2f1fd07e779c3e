"""Which words of a release belong to which field, without Qt: start at `spots_of` and `stops`.

A spot is a piece of a block that comes from one fact. A field's path may be longer than the fact's (a row of the form,
`people[1].family.kk`), shorter (a whole card, `people[1]`), or name somebody by id (`programme[0].with`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pressdesk.model import paths
from pressdesk.model.codec import LANGUAGE_TAGS
from pressdesk.model.draft import Draft
from pressdesk.model.release import BlockKind, Origin, Release
from pressdesk.text.spans import Span

# silent reading: 987 ± 118 characters a minute over 17 languages (Trauzettel-Klosinski & Dietz 2012, IReST); words a
# minute would make Kazakh, whose words are long, look quicker to read than it is
CHARACTERS_A_MINUTE = 1000
_END = re.compile(r"[.!?…]+[»”\")]*(?=\s)")
_OPENING = ' \u00a0«“"('
_SLOT = re.compile(r"⟦[^⟧]*⟧")
_CAST = ("people", "organisations", "countries")


@dataclass(frozen=True, slots=True)
class Spot:
    """Words from one fact: the block's place in the release, their code points, and the origin they have."""

    block: int
    span: Span
    origin: Origin


def stops(release: Release) -> tuple[Spot, ...]:
    """Every piece of the text that has a field, in reading order; of nested ones the innermost."""
    found: list[Spot] = []
    for index, block in enumerate(release.blocks):
        origins = [o for o in block.origins if o.field and o.span.start < o.span.end]
        found += [Spot(index, o.span, o) for o in origins if not any(_inside(other, o) for other in origins)]
    return tuple(sorted(found, key=lambda s: (s.block, s.span)))


def spots_of(release: Release, draft: Draft, path: str) -> tuple[Spot, ...]:
    """The words that light up while the field at `path` has the focus; () where the text does not show it."""
    field = without_language(path)
    if not field:
        return ()
    every = [
        Spot(index, origin.span, origin)
        for index, block in enumerate(release.blocks)
        for origin in block.origins
        if origin.field and origin.span.start < origin.span.end
    ]
    for wanted in _readings(draft, field):
        found = [s for s in every if _below(s.origin.field, wanted)]
        if not found:
            around = [s for s in every if _below(wanted, s.origin.field)]
            nearest = max((len(s.origin.field) for s in around), default=0)
            found = [s for s in around if len(s.origin.field) == nearest]
        if found:
            return tuple(_outermost(found))
    return ()


def without_language(path: str) -> str:
    """`people[1].family.kk` as `people[1].family`."""
    head, _, last = path.rpartition(".")
    return head if head and last in LANGUAGE_TAGS else path


def _readings(draft: Draft, field: str) -> Iterator[str]:
    """The path, then whom it names by id, then the person or body it says something about."""
    yield field
    yield from _named(draft, paths.get(draft.facts, field))
    steps = paths.parse(field)
    if len(steps) > 2 and steps[0] in _CAST:
        yield paths.join(*steps[:2])


def _named(draft: Draft, value: Any) -> Iterator[str]:
    if isinstance(value, tuple):
        for item in value:
            yield from _named(draft, item)
    elif isinstance(value, str) and value:
        for name in _CAST:
            for index, item in enumerate(getattr(draft.facts, name)):
                if item.id == value:
                    yield f"{name}[{index}]"


def _below(path: str, root: str) -> bool:
    return path == root or (path.startswith(root) and path[len(root)] in ".[")


def _inside(inner: Origin, outer: Origin) -> bool:
    """Whether `inner` is a smaller piece of `outer`."""
    a, b = inner.span, outer.span
    return a != b and b.start <= a.start and a.end <= b.end


def _outermost(spots: list[Spot]) -> list[Spot]:
    return [s for s in spots if not any(o.block == s.block and _inside(s.origin, o.origin) for o in spots)]


def sentence(text: str, span: Span) -> Span:
    """The sentence around a span. A full stop ends one only before a capital: «2026 ж. 22 мамырда» goes on."""
    ends = [m.end() for m in _END.finditer(text) if text[m.end() :].lstrip(_OPENING)[:1].isupper()]
    start = max((e for e in ends if e <= span.start), default=0)
    end = min((e for e in ends if e >= span.end), default=len(text))
    while start < span.start and text[start].isspace():
        start += 1
    return Span(start, end)


@dataclass(frozen=True, slots=True)
class Length:
    """How long a release is: words, and minutes of silent reading (at least one where there is anything to read)."""

    words: int
    minutes: int


def length(release: Release) -> Length:
    """What a reader reads: slots and the photo's credit do not count; «ғылыми-техникалық» is one word."""
    texts = [_SLOT.sub(" ", b.text) for b in release.blocks if b.kind is not BlockKind.CREDIT]
    # a dash is no word, and «70 %-ын» is one
    words = sum(1 for text in texts for word in text.split() if any(map(str.isalnum, word)) and word[0] != "%")
    characters = sum(1 for text in texts for c in text if not c.isspace())
    return Length(words, max(1, round(characters / CHARACTERS_A_MINUTE)) if words else 0)
