"""Mending many signs at once: what would change where, and doing it. Start at `plan`.

Only what is safe is planned: a finding about typography with exactly one suggestion, in which no letter and no figure
changes, so that quotation marks, dashes, stops and spaces move and nothing else does. A draft is mended through its
facts and the words written by hand (`model/mend.py`); what stands in neither is named with the reason.
"""

import dataclasses
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pressdesk.model.draft import Draft
from pressdesk.model.findings import Finding, Kind, Suggestion
from pressdesk.model.mend import Outcome, mend, outcome
from pressdesk.model.release import Block, Release
from pressdesk.text.spans import Span

WORD = 24
"""Code points of a word at the edge of a change that are shown as part of it."""
AROUND = 24
"""Code points of the text that are shown on either side of what changes."""
VISIBLE = str.maketrans({"\u00a0": "⍽", "\u202f": "⍽", "\u2011": "‑"})
"""How a preview shows signs that look like others."""
Render = Callable[[Draft, str], Release]
Where = tuple[str, str | None]
"""A language and a block's id (None for plain text)."""


@dataclass(frozen=True, slots=True)
class Edit:
    """The code points `span` of a text give way to `new`."""

    span: Span
    new: str


@dataclass(frozen=True, slots=True)
class Fix:
    """One finding to mend, and what a person reads of it before saying yes.

    Attributes:
        edits: the signs that really change, in the text's order.
        left, old, new, right: the text around, the words that change and what they will be; in these two ⍽ is a
            no-break space and ␣␣ two spaces.
        why: FIELD where it can be done, else why not.
    """

    finding: Finding
    edits: tuple[Edit, ...]
    left: str
    old: str
    new: str
    right: str
    why: Outcome = Outcome.FIELD

    @property
    def possible(self) -> bool:
        """Whether it can be done."""
        return self.why is Outcome.FIELD

    @property
    def where(self) -> Where:
        """The language and the block it is in."""
        return self.finding.language, self.finding.block


@dataclass(frozen=True, slots=True)
class Mended:
    """The draft after the fixes, those that were done, and those that could not be."""

    draft: Draft
    done: tuple[Fix, ...]
    left: tuple[Fix, ...]


def is_safe(finding: Finding) -> bool:
    """Whether a finding may be mended without a person choosing: typography, one suggestion, no other letter."""
    if finding.kind is not Kind.TYPOGRAPHY or len({s.text for s in finding.suggestions}) != 1:
        return False
    put = finding.suggestions[0].text
    return put != finding.text and _bare(put) == _bare(finding.text)


def offered(findings: Mapping[str, Sequence[Finding]]) -> int:
    """How many findings of a draft's languages are such that they may be mended together."""
    return sum(is_safe(finding) for some in findings.values() for finding in some)


def plan(findings: Iterable[Finding], texts: Mapping[Where, str]) -> tuple[Fix, ...]:
    """What can be mended of these findings, in the order of the texts and in each in reading order.

    A finding of an older text is left out. Of two that change the same sign the first one stays.

    Args:
        findings: of any languages and blocks.
        texts: what the spans count in, by language and block; (language, None) is a whole plain text.
    """
    order = {where: number for number, where in enumerate(texts)}
    wanted = [f for f in findings if is_safe(f) and (f.language, f.block) in order]
    wanted.sort(key=lambda f: (order[f.language, f.block], f.span.start, f.span.end))
    taken: dict[Where, set[int]] = {}
    found: list[Fix] = []
    for finding in wanted:
        text = texts[finding.language, finding.block]
        if finding.span.of(text) != finding.text:
            continue
        edits = tuple(_edits(finding))
        places = {place for edit in edits for place in _places(edit.span)}
        if places & taken.setdefault((finding.language, finding.block), set()):
            continue
        taken[finding.language, finding.block] |= places
        found.append(_shown(finding, edits, text))
    return tuple(found)


def plan_draft(draft: Draft, releases: Mapping[str, Release], findings: Iterable[Finding]) -> tuple[Fix, ...]:
    """The same for a draft's releases by language, with what cannot be done marked with the reason."""
    texts: dict[Where, str] = {
        (tag, block.id): block.text for tag, release in releases.items() for block in release.blocks
    }
    return tuple(_judged(draft, releases[fix.finding.language], fix) for fix in plan(findings, texts))


def in_text(text: str, fixes: Sequence[Fix]) -> str:
    """A plain text with the fixes of one block, or of the whole text, done."""
    for edit in sorted((e for fix in fixes for e in fix.edits), key=lambda e: e.span.start, reverse=True):
        text = text[: edit.span.start] + edit.new + text[edit.span.end :]
    return text


def in_draft(draft: Draft, fixes: Sequence[Fix], render: Render) -> Mended:
    """The draft with the fixes done, each whole or not at all.

    Every block is mended from its end, so that the places before stay where they are; the text is made anew after each
    mend, for a fact may stand in several places. A place that came right with another one counts as done.

    Args:
        draft: as the fixes were planned for.
        fixes: some of `plan_draft`'s.
        render: makes the release of a draft in a language, by the house.
    """
    done: list[Fix] = []
    left: list[Fix] = []
    releases: dict[str, Release] = {}
    for fix in reversed(fixes):
        tag = fix.finding.language
        if tag not in releases:
            releases[tag] = render(draft, tag)
        tried = _mended(draft, releases[tag], fix, render)
        if isinstance(tried, Draft):
            draft, releases = tried, {}  # a fact stands in every language
            done.append(fix)
        elif tried is Outcome.STALE and _is_right(releases[tag], fix):
            done.append(fix)
        else:
            left.append(dataclasses.replace(fix, why=tried))
    return Mended(draft, tuple(reversed(done)), tuple(reversed(left)))


def visible(text: str) -> str:
    """A text whose special signs can be told from ordinary ones."""
    return text.translate(VISIBLE).replace("  ", "␣␣")


def _bare(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def _edits(finding: Finding) -> Iterator[Edit]:
    """The signs that change: one by one where the text keeps its length, else the stretch between what stays."""
    old, new, start = finding.text, finding.suggestions[0].text, finding.span.start
    if len(old) == len(new):
        pairs = enumerate(zip(old, new, strict=True), start)
        yield from (Edit(Span(at, at + 1), b) for at, (a, b) in pairs if a != b)
        return
    head = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    yield Edit(Span(start + head, start + len(old) - tail), new[head : len(new) - tail])


def _places(span: Span) -> range:
    """The places that a change takes: its letters, and for one that only puts something in, the letter after."""
    return range(span.start, max(span.end, span.start + 1))


def _shown(finding: Finding, edits: tuple[Edit, ...], text: str) -> Fix:
    """What changes with the words it touches, for a sign alone can hardly be seen, and some of the text around."""
    start, end, put = finding.span.start, finding.span.end, finding.suggestions[0].text
    first = start - len(_touching(text[max(0, start - WORD) : start][::-1]))
    last = end + len(_touching(text[end : end + WORD]))
    before, after = text[:first].split("\n")[-1], text[last:].split("\n")[0]
    left = before if len(before) <= AROUND else "…" + before[-AROUND:].partition(" ")[2].lstrip()
    right = after if len(after) <= AROUND else after[:AROUND].rpartition(" ")[0] + "…"
    old = text[first:start] + finding.text + text[end:last]
    return Fix(finding, edits, left, visible(old), visible(text[first:start] + put + text[end:last]), right)


def _touching(text: str) -> str:
    """The signs up to the first space."""
    return re.split(r"\s", text, maxsplit=1)[0]


def _judged(draft: Draft, release: Release, fix: Fix) -> Fix:
    whole = outcome(draft, release, fix.finding, fix.finding.suggestions[0].text)
    if whole is Outcome.FIELD or len(fix.edits) == 1:
        return dataclasses.replace(fix, why=whole)
    reasons = [outcome(draft, release, _alone(fix, edit), edit.new) for edit in fix.edits]
    return dataclasses.replace(fix, why=next((why for why in reasons if why is not Outcome.FIELD), Outcome.FIELD))


def _alone(fix: Fix, edit: Edit) -> Finding:
    """A finding about one sign of a fix alone."""
    at = edit.span.start - fix.finding.span.start
    text = fix.finding.text[at : at + edit.span.end - edit.span.start]
    return dataclasses.replace(fix.finding, span=edit.span, text=text, suggestions=(Suggestion(edit.new),))


def _mended(draft: Draft, release: Release, fix: Fix, render: Render) -> Draft | Outcome:
    """The draft with one fix, or why not."""
    put = fix.finding.suggestions[0].text
    whole = mend(draft, release, fix.finding, put)
    if whole is not None:
        return whole
    if len(fix.edits) == 1:
        return outcome(draft, release, fix.finding, put)
    for edit in reversed(fix.edits):
        one = _alone(fix, edit)
        changed = mend(draft, release, one, edit.new)
        if changed is None:
            return outcome(draft, release, one, edit.new)
        draft = changed
        release = render(draft, release.language)
    return draft


def _is_right(release: Release, fix: Fix) -> bool:
    """Whether the signs stand as the fix wants them; a mend of the same fact elsewhere did it."""
    block = next((b for b in release.blocks if b.id == fix.finding.block), None)
    return block is not None and _at(block, fix) == fix.finding.suggestions[0].text


def _at(block: Block, fix: Fix) -> str:
    start = fix.finding.span.start
    return block.text[start : start + len(fix.finding.suggestions[0].text)]
