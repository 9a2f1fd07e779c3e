"""Finding what is meant by a few letters: whatever the language, the case and the accents."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache


@lru_cache(maxsize=1 << 16)  # every name of a large register, at most some ten megabytes
def folded(text: str) -> str:
    """Small letters without accents and with plain spaces: “Araújo” and “araujo” are the same."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in apart if not unicodedata.combining(c)).split())


def rank(query: str, texts: Iterable[str]) -> int | None:
    """How well texts fit a query, 0 the best: a text begins so; words of one text do; it only holds the letters.

    None where none fits. Every word of the query must be found in the same text. An empty query fits everything.
    """
    return rank_folded(folded(query), [folded(text) for text in texts])


def rank_folded(wanted: str, texts: Iterable[str]) -> int | None:
    """The same for a query and texts that are folded already."""
    if not wanted:
        return 0
    best: int | None = None
    for plain in texts:
        if wanted[0] not in plain:
            continue
        if plain.startswith(wanted):
            return 0
        begun = "".join(c if c.isalnum() else " " for c in plain).split()
        words = wanted.split()
        if all(any(b.startswith(word) for b in begun) for word in words):
            best = 1
        elif best is None and all(word in plain for word in words):
            best = 2
    return best
