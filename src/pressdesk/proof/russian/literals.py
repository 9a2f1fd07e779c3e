"""What a text must contain for an expression to find anything in it. Start at `needed`.

A row of wording.tsv is a scan of the whole paragraph; looking first for a piece of it takes a fiftieth of that.
"""

import re
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from typing import Any

SHORTEST = 3
"""Letters of a piece that is worth looking for."""


@cache
def needed(pattern: str) -> tuple[str, ...]:
    """Pieces of which every match has at least one; () where none can be told."""
    # the standard library's own parser: CPython has no public one (re._parser since 3.11)
    return _best(import_module("re._parser").parse(pattern))


def may_match(pattern: re.Pattern[str], text: str) -> bool:
    """Whether the text has what a match needs; always True where nothing is known."""
    pieces = () if pattern.flags & re.IGNORECASE else needed(pattern.pattern)
    return not pieces or any(piece in text for piece in pieces)


def _best(parsed: Iterable[tuple[Any, Any]]) -> tuple[str, ...]:
    """The alternatives of one place in a sequence whose shortest is the longest."""
    found: list[tuple[str, ...]] = []
    run = ""
    for what, value in parsed:
        name = str(what)
        if name == "LITERAL":
            run += chr(value)
            continue
        found.append((run,))
        run = ""
        if name == "SUBPATTERN" or (name == "MAX_REPEAT" and value[0] > 0):
            found.append(_best(value[-1]))
        elif name == "BRANCH":
            ways = [_best(way) for way in value[1]]
            found.append(tuple(piece for way in ways for piece in way) if all(ways) else ())
    found.append((run,))
    able = [pieces for pieces in found if pieces and min(map(len, pieces)) >= SHORTEST]
    return max(able, key=lambda pieces: (min(map(len, pieces)), -len(pieces)), default=())
