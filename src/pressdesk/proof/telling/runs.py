"""The words within a paragraph that are in another language than the paragraph: quotations, titles, company names.

Start at `foreign`. A word that mixes two scripts belongs to none, so it is never excused; nor is a single word that
might be a slip or a loan: a run in the script of the paragraph has at least two words that tell its language, or fills
a quotation.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from pressdesk.proof.telling.evidence import OTHER, script_of
from pressdesk.proof.telling.telling import Teller, teller
from pressdesk.text.spans import Span
from pressdesk.text.words import Word, words

UNTOLD = ""  # the language of a run that is only names
SAYS = 1.0  # by how much a word must speak for one language more than for another to stand for it
FIRM = 0.5  # what a word must say for the paragraph's language to end a run of another
SURE = 3.0  # a word that says as much is a run by itself: letters that the paragraph's language has not
MANY = 5  # words that outweigh one for another language in a quotation
LEAST = 2  # words that tell the language, of a run in the paragraph's own script
_QUOTED = re.compile(r"[«“„\"]([^«»“”„\"]+)[»”“\"]")
_BETWEEN = re.compile(r"[\s,:;&–—\-«»“”„\"'’()/.!?…\d]*")


@dataclass(frozen=True, slots=True)
class Run:
    """Words in another language: their span in code points, and the language's tag, UNTOLD for names."""

    span: Span
    language: str


def foreign(text: str, language: str, by: Teller | None = None) -> tuple[Run, ...]:
    """The runs of a paragraph that are in another language than `language`, in reading order."""
    by = by or teller()
    found = words(text)
    own = _script(by, language)
    scripts = [script_of(word.text) for word in found]
    runs: list[Run] = []
    taken = [False] * len(found)
    for first, last in _other_script(text, found, scripts, own):
        span = Span(found[first].span.start, found[last].span.end)
        taken[first : last + 1] = [True] * (last + 1 - first)
        runs.append(Run(span, OTHER if scripts[first] == OTHER else _told(by, found[first : last + 1], span.of(text))))
    says = [UNTOLD if taken[at] else _says(by, word.text, language) for at, word in enumerate(found)]
    runs += _same_script(text, found, says, by, language)
    return tuple(sorted(runs, key=lambda run: run.span))


def _script(by: Teller, language: str) -> str:
    signs = by.evidence.signs.get(language)
    return signs.script if signs is not None else OTHER


def _says(by: Teller, word: str, language: str) -> str:
    """The language that a word speaks for; `language` where it is the paragraph's, "" where it says nothing clear."""
    weights = by.evidence.of(word)
    ours = weights.get(language, 0.0)
    best = max(weights, key=lambda tag: weights[tag], default=UNTOLD)
    if not best:
        return UNTOLD
    if best != language and weights[best] - max(ours, 0.0) >= SAYS:
        return best
    return language if best == language and ours >= FIRM else UNTOLD


def _told(by: Teller, run: Sequence[Word], text: str) -> str:
    """The language of a run in another script; names alone tell none, however they are spelt."""
    language = by.told(text).language
    plain = sum(
        word.text == word.text.lower() or word is run[0] for word in run if _says(by, word.text, "") == language
    )
    return language if plain >= LEAST else UNTOLD


def _other_script(text: str, found: Sequence[Word], scripts: Sequence[str], own: str) -> Iterator[tuple[int, int]]:
    """Runs of words in a script that the paragraph's language does not have: (first, last)."""
    start = -1
    for at, script in enumerate([*scripts, own]):
        alien = bool(script) and script != own
        goes_on = start >= 0 and alien and script == scripts[start] and _near(text, found[at - 1], found[at])
        if goes_on:
            continue
        if start >= 0:
            yield start, at - 1
        start = at if alien else -1


def _near(text: str, one: Word, other: Word) -> bool:
    return bool(_BETWEEN.fullmatch(text, one.span.end, other.span.start))


def _same_script(text: str, found: Sequence[Word], says: Sequence[str], by: Teller, language: str) -> Iterator[Run]:
    """Quotations in another language, and runs between two words that tell it with none against it between."""
    done = [False] * len(found)
    starts = [word.span.start for word in found]
    for match in _QUOTED.finditer(text):
        here = range(bisect_right(starts, match.start()), bisect_left(starts, match.end()))
        inside = [at for at in here if found[at].span.end <= match.end()]
        tag = _agreed([says[at] for at in inside], language)
        if tag:
            yield Run(Span(match.start(1), match.end(1)), tag)
            for at in inside:
                done[at] = True
    spots = [(at, says[at]) for at in range(len(found)) if not done[at] and says[at]]
    for tag, some in groupby(spots, key=lambda spot: spot[1]):
        if tag == language:
            continue
        places = [at for at, _ in some]
        for first, last in _chained(text, found, places, done):
            count = bisect_right(places, last) - bisect_left(places, first)
            alone = by.evidence.of(found[first].text).get(tag, 0.0) >= SURE
            small = any(word.text[:1].islower() for word in found[first : last + 1])
            if small and (count >= LEAST or alone):
                yield Run(Span(found[first].span.start, found[last].span.end), tag)


def _agreed(says: Sequence[str], language: str) -> str:
    """The one other language that the words of a quotation speak for; else "".

    A long one may have a word that speaks for another: a name, a slip.
    """
    count = Counter(tag for tag in says if tag)
    tag, most = max(count.items(), key=lambda one: one[1], default=(UNTOLD, 0))
    return tag if tag != language and most >= MANY * (count.total() - most) else UNTOLD


def _chained(
    text: str, found: Sequence[Word], places: Sequence[int], done: Sequence[bool]
) -> Iterator[tuple[int, int]]:
    """The places in chains: from one to the next there are at most two words that say nothing."""
    first = last = places[0]
    for at in places[1:]:
        if at - last > 3 or any(done[last:at]):
            yield first, last
            first = at
        last = at
    yield first, last
