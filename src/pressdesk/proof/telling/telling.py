"""Which language a text is in: kk, ru, en, pt; others by their own tag where a table knows them, else "other".

Start at `language_of`, for paragraphs that stand together at `Teller.languages_of`. What tells a language is in
`resources/telling/`; two-language doubts between Kazakh and Russian are settled by the word lists.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate

from pressdesk.data import languages
from pressdesk.proof.telling.evidence import OTHER, Evidence, script_of
from pressdesk.text.words import words

ENOUGH = 0.35  # evidence in all below which a line tells nothing: a name, a date
CLEAR = 1.0  # by how much a line must tell one language from the next to need no neighbours
SCRIPTED = 0.05  # a word for every language of its script: the more of the text decides, and names decide nothing
NEIGHBOUR = 0.8  # what the paragraph before or after says for its own language, where the line leaves a doubt
MAJORITY = 0.5  # the same of the language that most of the text is in
OWN = 0.3  # what speaks for a language that PressDesk writes, beside one that only needs to be recognised
MEMORY = 5_000  # paragraphs remembered
QUOTED = 0.4  # what a word in quotation marks counts for, where those outside them leave a doubt
QUOTATION = re.compile(r"[«“„\"][^«»“”„\"]+[»”“\"]")
HINTED = 0.6  # what the file says of the line's language (w:lang, lang=""): often left as it was in a template


@dataclass(frozen=True, slots=True)
class Told:
    """What a text says of its language.

    Attributes:
        language: a tag, OTHER for a script that no table has, "" where nothing tells it.
        sums: the evidence by tag.
    """

    language: str
    sums: dict[str, float]

    @property
    def clear(self) -> bool:
        """Whether the text alone tells its language."""
        ranked = [*sorted(self.sums.values(), reverse=True), 0.0]
        return self.language == OTHER or (bool(self.language) and ranked[0] - ranked[1] >= CLEAR)


@dataclass(eq=False)
class Teller:
    """Tells languages apart by evidence."""

    evidence: Evidence
    _kept: dict[str, Told] = field(default_factory=dict)

    def told(self, text: str) -> Told:
        """What one text says by itself."""
        kept = self._kept.get(text)
        if kept is None:
            if len(self._kept) > MEMORY:
                self._kept.clear()
            kept = self._kept[text] = self._told(text)
        return kept

    def _told(self, text: str) -> Told:
        sums: dict[str, float] = {}
        outside: dict[str, float] = {}  # what the words say that are nobody's quotation
        strange = letters = 0
        found = words(text)
        quoted = [match.span() for match in QUOTATION.finditer(text)]  # they do not overlap
        last = (bisect_right(quoted, (word.span.start, len(text))) - 1 for word in found)
        ends = (quoted[at][1] if at >= 0 else 0 for at in last)
        inside = [word.span.start < end for word, end in zip(found, ends, strict=True)]
        whole = all(inside)
        for word, quotes in zip(found, inside, strict=True):
            script = script_of(word.text)
            letters += len(word.text)
            strange += len(word.text) if script == OTHER else 0
            for tag, weight in self.evidence.of(word.text).items():
                sums[tag] = sums.get(tag, 0.0) + (QUOTED if quotes and not whole else 1.0) * weight
                if not quotes:
                    outside[tag] = outside.get(tag, 0.0) + weight
            for tag, signs in self.evidence.signs.items():
                if signs.script == script:
                    sums[tag] = sums.get(tag, 0.0) + SCRIPTED
        if 2 * strange > letters:
            return Told(OTHER, {})
        framed = Told(_best(outside), outside)
        return framed if framed.clear else Told(_best(sums), sums)

    def languages_of(
        self, texts: Sequence[str], hints: Sequence[str] = (), chosen: Mapping[int, str] | None = None
    ) -> list[str]:
        """The language of each paragraph of one text; a line that leaves a doubt follows its neighbours.

        Args:
            texts: in reading order.
            hints: what the file says of each, "" where nothing.
            chosen: by the paragraph's number, what somebody said it is; it holds, and the neighbours follow.

        Returns:
            A tag each; "" only where no paragraph of the text tells anything.
        """
        chosen, ours = chosen or {}, frozenset(languages())
        told = [self.told(text) for text in texts]
        sure = [chosen.get(at) or (one.language if one.clear else "") for at, one in enumerate(told)]
        for items in _lists(texts):
            whole = self.told("\n".join(texts[at] for at in items))
            for at in items:
                told[at] = told[at] if sure[at] else whole
                sure[at] = sure[at] or (whole.language if whole.clear else "")
        most = _majority(texts, sure) or _majority(texts, [one.language for one in told])
        found: list[str] = []
        above, below = _nearest(sure), _nearest(sure[::-1])[::-1]
        for place, one in enumerate(told):
            if sure[place]:
                found.append(sure[place])
                continue
            sums = {tag: weight + OWN * (tag in ours and weight >= ENOUGH) for tag, weight in one.sums.items()}
            least = max(sums.values(), default=0.0) - CLEAR  # what the words speak against, no neighbour brings back
            near = [(tag, NEIGHBOUR) for tag in (above[place], below[place]) if tag]
            said = [(hints[place], HINTED)] if place < len(hints) and hints[place] else []
            for tag, weight in [*near, (most, MAJORITY), *said]:
                if tag and sums.get(tag, 0.0) >= least:
                    sums[tag] = sums.get(tag, 0.0) + weight
            found.append(_best(sums))
        return found


def language_of(text: str, otherwise: str = "") -> str:
    """The language of a text: "kk", "ru", "en", "pt", the tag of another that is recognised ("de"), or OTHER.

    `otherwise` is the answer where nothing in the text tells it: a name, a date, nothing at all.
    """
    texts = [line for line in text.split("\n") if line.strip()]
    return teller().told(" ".join(texts)).language or otherwise


@cache
def teller() -> Teller:
    """The teller by the shipped tables."""
    return Teller(Evidence.load())


def _best(sums: dict[str, float]) -> str:
    best = max(sums, key=lambda tag: sums[tag], default="")
    return best if best and sums[best] >= ENOUGH else ""


def _lists(texts: Sequence[str]) -> Iterator[list[int]]:
    """The items of each list, by their numbers: lines of which all but the last end in a semicolon."""
    items: list[int] = []
    for at, text in enumerate(texts):
        items.append(at)
        if not text.rstrip().endswith(";"):
            if len(items) > 1:
                yield items
            items = []


def _nearest(sure: Sequence[str]) -> list[str]:
    """For each paragraph, the language of the nearest one before it of which it is sure; "" where there is none."""
    return list(accumulate(sure[:-1], lambda last, tag: tag or last, initial=""))


def _majority(texts: Sequence[str], tags: Sequence[str]) -> str:
    lengths: dict[str, int] = {}
    for text, tag in zip(texts, tags, strict=True):
        if tag:
            lengths[tag] = lengths.get(tag, 0) + len(text)
    return max(lengths, key=lambda tag: lengths[tag], default="")
