"""Words and what to write instead, shortened so that their difference is seen. Start at `told_apart`."""

from collections.abc import Callable
from itertools import takewhile

BEFORE = 3  # code points of what both begin with that are shown in front of the difference
MORE = "…"


def told_apart(words: str, offer: str, cut: Callable[[str], str]) -> tuple[str, str]:
    """The words and the offer as there is room for them: cut at the end, or in front where they differ at the end.

    Args:
        offer: what to write instead, "" for nothing.
        cut: gives a text as there is room for it, its end replaced by "…".
    """
    short = cut(words), cut(offer) if offer else ""
    if short == (words, offer):  # nearly all have room
        return short
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(words, offer, strict=False)))
    if not offer or (_shows(short[0], words, same) and _shows(short[1], offer, same)):
        return short
    start = max(0, same - BEFORE)
    front = MORE if start else ""
    return cut(front + words[start:]), cut(front + offer[start:])


def _shows(shown: str, whole: str, place: int) -> bool:
    """Whether a text that was cut still shows the letter at a place."""
    return shown == whole or len(shown) - len(MORE) > place
