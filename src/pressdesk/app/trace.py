"""Where each word of a release comes from, and how much of it each source gave."""

import re
from collections import Counter
from dataclasses import dataclass

from pressdesk.model.release import Release, Source

_WORD = re.compile(r"[^\s«»“”„‘’()…,.;:!?–—]+")


@dataclass(frozen=True, slots=True)
class Traced:
    """One word: the block it stands in, what it is made from. `source` is that of its first letter."""

    block: str
    word: str
    source: Source
    field: str
    base: str
    features: str
    line: str


def trace(release: Release) -> list[Traced]:
    """Every word in reading order. Dashes and signs are no words."""
    found = []
    for block in release.blocks:
        for match in _WORD.finditer(block.text):
            origin = next((o for o in block.origins if o.span.start <= match.start() < o.span.end), None)
            if not any(c.isalnum() for c in match[0]) or origin is None:
                continue
            found.append(
                Traced(block.id, match[0], origin.source, origin.field, origin.base, origin.features, origin.line)
            )
    return found


def shares(words: list[Traced]) -> dict[Source, float]:
    """Per cent of the words by source; every source is named."""
    counts = Counter(word.source for word in words)
    return {source: 100 * counts[source] / (len(words) or 1) for source in Source}
