"""Puts a suggestion into the fact that the underlined words come from. Start at `mend`.

The text shows a fact inflected («гылымды», of «гылым»); the fact holds the nominative, so what changes is carried back
letter by letter: what is the same in both can be mended, an ending cannot, since the grammar writes it anew. Words of a
template have no fact and are left alone.
"""

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from typing import Any

from pressdesk.model import paths
from pressdesk.model.draft import Draft
from pressdesk.model.facts import Ref
from pressdesk.model.findings import Finding
from pressdesk.model.release import Block, Origin, Release, Source
from pressdesk.model.rewriting import rewritten
from pressdesk.text.spans import Span

# house style writes these when it renders, whatever was typed; a fact keeps what was typed
_SAME = str.maketrans(
    {"\u00a0": " ", "\u202f": " ", "\u2011": "-", "–": "-", "«": '"', "»": '"', "“": '"', "”": '"', "’": "'"}
)
_VOWELS = frozenset("аәеёиоөуұүыіэюяaeiouáàâãéêíóôõúü")


class Outcome(Enum):
    """Whether a suggestion can be put into a fact, and if not, why not."""

    FIELD = "field"  # it can
    FORMULA = "formula"  # the words are the template's, or the program's own
    ENDING = "ending"  # the grammar wrote what the suggestion changes
    STALE = "stale"  # the finding speaks of an older text


@dataclass(frozen=True, slots=True)
class _Change:
    """Letters `span` of a text give way to `new`."""

    span: Span
    new: str

    def on(self, text: str) -> str:
        return text[: self.span.start] + self.new + text[self.span.end :]


@dataclass(frozen=True, slots=True)
class _Place:
    """A stored text: its path in the facts, or the id of the register's entry that holds it."""

    path: str
    text: str
    entry: str = ""


def mend(draft: Draft, release: Release, finding: Finding, replacement: str) -> Draft | None:
    """The draft in which `replacement` stands for the underlined words.

    None where no fact can be changed so; `outcome` tells why. Spans are code points of the block's text.
    """
    return _mend(draft, release, finding, replacement)[1]


def outcome(draft: Draft, release: Release, finding: Finding, replacement: str) -> Outcome:
    """Whether `mend` would change the draft, and if not, why not: the window says it in words."""
    return _mend(draft, release, finding, replacement)[0]


def _mend(draft: Draft, release: Release, finding: Finding, replacement: str) -> tuple[Outcome, Draft | None]:
    block = next((b for b in release.blocks if b.id == finding.block), None)
    if block is None or finding.span.of(block.text) != finding.text:
        return Outcome.STALE, None
    change = _smallest(finding, replacement)
    by_hand = _own_words(draft, block, change)
    if by_hand is not None:
        return Outcome.FIELD, by_hand
    filled = _filled(draft, release, block, finding, replacement)
    if filled is not None:
        return Outcome.FIELD, filled
    origins = _origins(block, change.span)
    if not origins:
        return Outcome.FORMULA, None
    stored = False
    for origin in origins:
        shown = origin.span.of(block.text)
        local = _Change(Span(change.span.start - origin.span.start, change.span.end - origin.span.start), change.new)
        for place in _places(draft, origin.field, release.language):
            stored = True
            new = _carried(shown, local, place.text)
            if new is not None and new != place.text:
                return Outcome.FIELD, _write(draft, place, release.language, new)
    return (Outcome.ENDING if stored else Outcome.FORMULA), None


def _own_words(draft: Draft, block: Block, change: _Change) -> Draft | None:
    """The draft whose amendment says it otherwise, where the change lies within words written by hand."""
    if block.hand is None:
        return None
    own = [o for o in block.origins if not o.field]
    for number, origin in enumerate(own):
        if origin.span.start <= change.span.start and change.span.end <= origin.span.end:
            span = Span(change.span.start - origin.span.start, change.span.end - origin.span.start)
            return rewritten(draft, block.hand.amendment, number, origin.span.of(block.text), span, change.new)
    return None


def _filled(draft: Draft, release: Release, block: Block, finding: Finding, words: str) -> Draft | None:
    """The draft in which the words fill the hole that is underlined, or stand for a Latin stand-in; None where the fact
    has words in this language, or is no text."""
    for origin in (o for o in block.origins if o.field and o.span == finding.span and words):
        text = paths.get(draft.facts, origin.field)
        if isinstance(text, Mapping) and text and not text.get(release.language):
            return draft.with_facts(paths.put(draft.facts, f"{origin.field}.{release.language}", words))
    return None


def _smallest(finding: Finding, replacement: str) -> _Change:
    """The letters that really differ: «гылымды» → «ғылымды» is г → ғ."""
    old, new = finding.text, replacement
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return _Change(Span(finding.span.start + start, finding.span.start + len(old) - end), new[start : len(new) - end])


def _origins(block: Block, span: Span) -> list[Origin]:
    """The facts whose words hold the whole change, the innermost first. Holes hold nothing to mend."""
    around = [
        o
        for o in block.origins
        if o.field and o.source is not Source.GAP and o.span.start <= span.start and span.end <= o.span.end
    ]
    return sorted(around, key=lambda o: o.span.end - o.span.start)


def _places(draft: Draft, field: str, language: str) -> Iterator[_Place]:
    """The stored texts in one language at a path or below it, those of the register's entries included."""
    yield from _texts(draft, field, paths.get(draft.facts, field), language)


def _texts(draft: Draft, path: str, value: Any, language: str) -> Iterator[_Place]:
    if isinstance(value, Ref):
        entry = draft.register.get(str(value))
        if entry is not None and entry.text.get(language):
            yield _Place(path, entry.text[language], str(value))
    elif isinstance(value, Mapping):
        if isinstance(value.get(language), str):
            yield _Place(f"{path}.{language}", value[language])
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts(draft, f"{path}[{index}]", item, language)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for f in dataclasses.fields(value):
            name = f.metadata.get("json", f.name)
            if name not in ("kk", "ru", "en", "pt"):  # traits: forms typed by hand are another matter
                yield from _texts(draft, f"{path}.{name}", getattr(value, f.name), language)


def _carried(shown: str, change: _Change, stored: str) -> str | None:
    """The stored text with the change of the shown one; None where the two differ at that place."""
    matcher = SequenceMatcher(None, _fold(shown), _fold(stored), autojunk=False)
    for shown_at, stored_at, size in matcher.get_matching_blocks():
        if size < 2 and size < len(stored):
            continue
        by = stored_at - shown_at
        end = shown_at + size
        if change.span.start == end < len(shown) and shown[end].isalpha():
            return None  # between stem and ending: nobody can tell whose letter it is
        if shown_at <= change.span.start and change.span.end <= end:
            span = Span(change.span.start + by, change.span.end + by)
            return _Change(span, _in_case(change, shown, stored, span)).on(stored)
        if shown_at <= change.span.start < end < change.span.end:
            return _harmonised(shown, change, stored, end, by)
    return None


def _harmonised(shown: str, change: _Change, stored: str, stem_end: int, by: int) -> str | None:
    """A mended vowel that drags the ending along: «Елшының» → «Елшінің», stored «Елшы».

    Allowed where the rest of the change looks like the same ending: as many letters, vowels against vowels.
    """
    ending = shown[stem_end : change.span.end]
    new_stem, new_ending = change.new[: -len(ending)], change.new[-len(ending) :]
    alike = len(new_ending) == len(ending) and all(
        (a in _VOWELS) == (b in _VOWELS) for a, b in zip(ending.lower(), new_ending.lower(), strict=True)
    )
    if not alike or not new_stem:
        return None
    span = Span(change.span.start + by, stem_end + by)
    return _Change(span, _in_case(_Change(change.span, new_stem), shown, stored, span)).on(stored)


def _in_case(change: _Change, shown: str, stored: str, span: Span) -> str:
    """The new letters with the stored text's own capital: a sentence's first word is stored small."""
    new = change.new
    if new and span.start < len(stored) and change.span.start < len(shown):
        was, is_ = stored[span.start], shown[change.span.start]
        if was != is_ and was.lower() == is_.lower():
            return (new[0].lower() if was.islower() else new[0].upper()) + new[1:]
    return new


def _fold(text: str) -> str:
    """As many letters as before: small ones, typewriter quotes and dashes."""
    folded = text.translate(_SAME)
    low = folded.lower()
    return low if len(low) == len(folded) else folded


def _write(draft: Draft, place: _Place, language: str, text: str) -> Draft:
    if place.entry:
        entry = draft.register[place.entry]
        mended = dataclasses.replace(entry, text={**entry.text, language: text})
        return dataclasses.replace(draft, register={**draft.register, place.entry: mended})
    return draft.with_facts(paths.put(draft.facts, place.path, text))
