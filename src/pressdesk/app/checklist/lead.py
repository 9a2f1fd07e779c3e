"""Who, what, where, when and why in the lead, and who reports. Start at `lead` and `reports`.

A lead that the template wrote says of every word which fact it is, so the facts themselves are looked for. In one that
was rewritten by hand the words are looked for too: those of the facts, by their beginnings, for they stand in any form.
"""

import dataclasses
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from pressdesk.app.checklist.points import Item, Known, Point
from pressdesk.language.language import load as load_language
from pressdesk.model import paths
from pressdesk.model.draft import Draft
from pressdesk.model.facts import Ref
from pressdesk.model.release import Block, BlockKind, Origin, Release, Source
from pressdesk.model.traits import Traits

SHORTEST = 4  # letters of a word that can be told by its beginning; shorter ones are particles
ENDING = 2  # letters at a word's end that another form may change
NUMERIC = r"(?<![\d.])\d{1,2}[./]\d{1,2}[./]\d{4}(?!\d)"
_WORD = re.compile(r"[^\W\d_]+")


def lead(item: Item, known: Known) -> Iterator[Point]:
    """One point a language: whether its lead has what the item looks for."""
    for _, release in known.shown():
        yield _point(item, known, release, [b for b in release.blocks if b.kind is BlockKind.LEAD], "lead")


def reports(item: Item, known: Known) -> Iterator[Point]:
    """One point a language: whether lead or first paragraph say who reports; none where nobody shall be named."""
    for _, release in known.shown():
        if release.attribution != "none":
            yield _point(item, known, release, list(_opening(release.blocks)), "opening")


def _opening(blocks: Sequence[Block]) -> Iterator[Block]:
    """The lead and the first paragraph after it."""
    wanted = (BlockKind.LEAD, BlockKind.PARAGRAPH)
    prose = [block for block in blocks if block.kind in wanted]
    yield from prose[: 1 + sum(block.kind is BlockKind.LEAD for block in prose)]


def _point(item: Item, known: Known, release: Release, blocks: list[Block], name: str) -> Point:
    fields = (*item.fields, *item.also.get(release.kind, ()))
    text = "\n".join(block.text for block in blocks)
    fine = any(_says(item, known.draft, release.language, block, fields) for block in blocks)
    note, args = ("", {}) if fine else _dateline(item, release)
    return Point(
        about=f"{name}.{release.language}",
        text=text,
        fine=fine or note != "",
        language=release.language,
        note=note or ("" if fine else f"checklist.note.{name}"),
        args=args,
        field=known.asks(fields),
    )


def _dateline(item: Item, release: Release) -> tuple[str, Mapping[str, Any]]:
    """What the dateline above the lead says in its place, where the item lets it."""
    if item.dateline and item.dates and release.date is not None:
        day = load_language(release.language).date(release.date, "full")
        return "checklist.note.dateline", {"words": day}
    if item.dateline and not item.dates and release.place:
        return "checklist.note.dateline", {"words": release.place}
    return "", {}


def _says(item: Item, draft: Draft, tag: str, block: Block, fields: Sequence[str]) -> bool:
    if any(_is_fact(block, field) for field in fields):
        return True
    if block.hand is None:
        return item.formula and bool(_formula(block))
    wanted = [words for field in fields for words in texts(draft, paths.get(draft.facts, field), tag)]
    made = block.hand.generated
    if (
        made is not None and not item.dates
    ):  # what the facts would say here, in words that no field holds: «Елші» of the role ambassador
        wanted += [o.span.of(made.text) for o in made.origins if any(_below(o, field) for field in fields)]
        wanted += _formula(made) if item.formula else []
    return any(mentions(block.text, words) for words in wanted) or (item.dates and has_date(block.text, tag))


def _is_fact(block: Block, field: str) -> bool:
    """Whether a fact at or below a path stands in the block, and no hole in its place."""
    return any(_below(origin, field) for origin in block.origins)


def _below(origin: Origin, field: str) -> bool:
    below = (f"{field}.", f"{field}[")
    return origin.source is not Source.GAP and (origin.field == field or origin.field.startswith(below))


def _formula(block: Block) -> list[str]:
    """The template's own words in a block: what it says happened."""
    spans = [origin.span for origin in block.origins if origin.field]
    words = [(m.start(), m[0]) for m in _WORD.finditer(block.text)]
    return [word for at, word in words if len(word) >= SHORTEST - 1 and not any(s.start <= at < s.end for s in spans)]


def texts(draft: Draft, value: Any, tag: str) -> Iterator[str]:
    """All words of a fact in a language, however deep; what only says how a name is inflected is none."""
    if isinstance(value, Mapping | Ref):
        words = draft.text_of(value).get(tag, "")
        if words:
            yield words
    elif isinstance(value, tuple):
        for part in value:
            yield from texts(draft, part, tag)
    elif dataclasses.is_dataclass(value):
        traits = {f.name for f in dataclasses.fields(Traits)}
        for f in dataclasses.fields(value):
            if f.name not in traits:
                yield from texts(draft, getattr(value, f.name), tag)


def mentions(text: str, words: str) -> bool:
    """Whether a text has at least half of the words of a phrase, in whatever form they stand there."""
    there = [word.casefold() for word in _WORD.findall(text)]
    sought = [word.casefold() for word in _WORD.findall(words)]
    sought = [word for word in sought if len(word) >= SHORTEST] or sought
    found = sum(any(word.startswith(_stem(one)) for word in there) for one in sought)
    return bool(sought) and 2 * found >= len(sought)


def has_date(text: str, tag: str) -> bool:
    """Whether a text names a day: a figure beside a month in any form, or figures alone (22.12.2025)."""
    return bool(_dates(tag).search(text))


@cache
def _dates(tag: str) -> re.Pattern[str]:
    months = "|".join(re.escape(_stem(month)) for month in load_language(tag).settings.date.months)
    day = r"(?<!\d)\d{1,2}(?!\d)"
    after = rf"{day}\W{{1,2}}(?:\w{{1,2}}\W)?(?:{months})\w*"
    before = rf"(?<!\w)(?:{months})\w*\W{{1,2}}{day}"
    return re.compile(f"{after}|{before}|{NUMERIC}", re.IGNORECASE)


def _stem(word: str) -> str:
    """The beginning by which a word is told in any form."""
    return word[: max(min(SHORTEST, len(word)), len(word) - ENDING)]
