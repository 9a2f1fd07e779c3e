"""Findings that somebody has set aside, and how they are known again. Pure; start at `sorted_out`.

Nothing is remembered by its position. What is set aside everywhere is known by its rule and words; what is set aside
at one place by a few words on either side as well, so that it outlives edits elsewhere, goes along with its paragraph,
and comes back as soon as its own words change.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pressdesk.model.findings import Finding

WORDS = 4  # on either side; enough to tell one sentence of a release from another
EDGE = "¶"  # stands for the end of the paragraph where there are fewer
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, kw_only=True)
class Aside:
    """One finding that is not to be shown.

    Attributes:
        language: the tag of the text.
        rule: the finding's rule.
        text: the very words that were underlined.
        here: whether it is about one place; False sets these words aside everywhere in the draft.
        before, after: the words on either side, at most WORDS of them, parted by a space; "" for everywhere.
        others: the words of the other places that it spoke of, "ru: 20 декабря"; () for everywhere.
        block: the block where it stood, which tells two places alike apart and nothing else; "" in a plain text.
    """

    language: str = ""
    rule: str = ""
    text: str = ""
    here: bool = False
    before: str = ""
    after: str = ""
    others: tuple[str, ...] = ()
    block: str = ""


@dataclass(frozen=True, slots=True)
class SortedOut:
    """Findings in their order: those to show, and those set aside, each with what sets it aside."""

    shown: tuple[Finding, ...]
    aside: tuple[tuple[Finding, Aside], ...]


def everywhere(finding: Finding) -> Aside:
    """Sets these words aside wherever this rule finds them in the draft."""
    return Aside(language=finding.language, rule=finding.rule, text=finding.text)


def here(finding: Finding, text: str) -> Aside:
    """Sets the finding aside at its place alone; `text` is the text of its block."""
    before, after = _around(finding, text)
    return Aside(
        language=finding.language,
        rule=finding.rule,
        text=finding.text,
        here=True,
        before=" ".join(before),
        after=" ".join(after),
        others=_others(finding),
        block=finding.block or "",
    )


def sorted_out(findings: Iterable[Finding], text_of: Callable[[Finding], str], asides: Iterable[Aside]) -> SortedOut:
    """Parts the findings that are to be shown from those set aside.

    One place is set aside once: of two findings alike the one whose neighbours are more like those
    remembered, and where they are the same, the one in the block that was meant.

    Args:
        findings: of one text.
        text_of: the text of a finding's block.
        asides: what was set aside.
    """
    known: dict[tuple[str, str, str], list[Aside]] = defaultdict(list)
    for aside in asides:
        known[aside.language, aside.rule, aside.text].append(aside)
    found = list(findings)
    alike: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for index, finding in enumerate(found):
        key = (finding.language, finding.rule, finding.text)
        if key in known:
            alike[key].append(index)
    hidden: dict[int, Aside] = {}
    for key, indexes in alike.items():
        hidden |= _hidden({i: found[i] for i in indexes}, text_of, known[key])
    shown = tuple(f for i, f in enumerate(found) if i not in hidden)
    return SortedOut(shown, tuple((found[i], hidden[i]) for i in sorted(hidden)))


def _hidden(found: dict[int, Finding], text_of: Callable[[Finding], str], asides: list[Aside]) -> dict[int, Aside]:
    whole = next((aside for aside in asides if not aside.here), None)
    if whole is not None:
        return dict.fromkeys(found, whole)
    pairs = []
    for index, finding in found.items():
        around, others = _around(finding, text_of(finding)), _others(finding)
        for number, aside in enumerate(asides):
            score = _likeness(aside, around) if aside.others == others else 0
            if score:
                pairs.append((-score, aside.block != (finding.block or ""), index, number))
    hidden: dict[int, Aside] = {}
    used: set[int] = set()
    for *_, index, number in sorted(pairs):
        if index not in hidden and number not in used:
            hidden[index] = asides[number]
            used.add(number)
    return hidden


def _likeness(aside: Aside, around: tuple[list[str], list[str]]) -> int:
    """How many neighbours in a row are the same, from the finding outwards; 0 where it is fewer than half of them."""
    remembered = (_outwards(aside.before.split()[::-1]), _outwards(aside.after.split()))
    now = (_outwards(around[0][::-1]), _outwards(around[1]))
    same = 0
    for old, new in zip(remembered, now, strict=True):
        for one, other in zip(old, new, strict=False):
            if one != other:
                break
            same += 1
    return same if 2 * same >= sum(map(len, remembered)) else 0


def _outwards(words: list[str]) -> list[str]:
    return words if len(words) >= WORDS else [*words, EDGE]


def _around(finding: Finding, text: str) -> tuple[list[str], list[str]]:
    before = _WORD.findall(text[: finding.span.start])[-WORDS:]
    after = [match.group() for match, _ in zip(_WORD.finditer(text, finding.span.end), range(WORDS), strict=False)]
    return before, after


def _others(finding: Finding) -> tuple[str, ...]:
    return tuple(f"{place.language}: {place.text}" for place in finding.elsewhere)
