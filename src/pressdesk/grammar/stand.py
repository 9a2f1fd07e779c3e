"""Where a walk along a word's letters stands: in which chains, and among which stems. Start at `advanced`."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import NamedTuple

from pressdesk.grammar.places import Place


class Stems(NamedTuple):
    """Where words begin: the sure letters of every stem in order, and where a word goes on after these."""

    starts: Sequence[str]
    start: Callable[[str], Place | None]


class Stand(NamedTuple):
    """What is open after some letters: `places` of chains, and where in `Stems.starts` the stems stand that begin so.

    `stem` is -1 where none does."""

    places: tuple[Place, ...]
    stem: int

    @property
    def ends(self) -> bool:
        """Whether a word may end here."""
        return any(place.ends for place in self.places)


BEGINNING = Stand((), 0)


def advanced(stems: Stems, stand: Stand, text: str) -> Stand | None:
    """Where the walk stands after `text`, a letter further than `stand`; None where no word begins so."""
    letter, stem = text[-1], stand.stem
    places = [next for place in stand.places if (next := place[letter]).alive]
    if stem >= 0:
        starts = stems.starts
        stem = bisect_left(starts, text, stem)
        if stem == len(starts) or not starts[stem].startswith(text):
            stem = -1
        elif starts[stem] == text:
            start = stems.start(text)
            if start is not None and start.alive:
                places.append(start)
    return Stand(tuple(places), stem) if places or stem >= 0 else None
