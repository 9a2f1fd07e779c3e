"""Which letters a text must hold for a regular expression to match at all. Start at `needed`.

Most rules find nothing in most texts. To look for a few letters takes a hundredth of what an expression takes.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

LEAST = 2
"""Letters; a single one stands in every text, and so do these signs."""
COMMON = ".,-–:"
_Alternatives = tuple[str, ...]


@lru_cache(maxsize=4096)
def needed(pattern: str) -> tuple[str, ...]:
    """Strings in small letters of which a matching text, in small letters, holds at least one; () where any text may
    match."""
    try:
        parsed = re._parser.parse(pattern)  # type: ignore[attr-defined]  # undocumented: without it all is looked at
    except AttributeError:  # pragma: no cover  # another Python keeps its parser elsewhere
        return ()
    found = max(_candidates(parsed), key=_worth, default=())
    return found if _worth(found) >= LEAST or (found and not any(_common(one) for one in found)) else ()


def may_match(pattern: str, lower: str) -> bool:
    """Whether the expression can match in a text given in small letters; False only where it surely cannot."""
    wanted = needed(pattern)
    return not wanted or any(one in lower for one in wanted)


def _common(one: str) -> bool:
    return one.isalnum() or one.isspace() or one in COMMON


def _worth(alternatives: _Alternatives) -> int:
    return min(map(len, alternatives), default=0)


def _candidates(items: Iterable[tuple[Any, Any]]) -> Iterator[_Alternatives]:
    run = ""
    for op, value in items:
        name = str(op)
        if name == "LITERAL":
            run += chr(value)
            continue
        if run:
            yield (run.lower(),)
        run = ""
        if name == "SUBPATTERN":
            yield from _candidates(value[3])
        elif name in ("MAX_REPEAT", "MIN_REPEAT") and value[0] > 0:
            yield from _candidates(value[2])
        elif name == "ASSERT":
            yield from _candidates(value[1])
        elif name == "BRANCH":
            each = [max(_candidates(branch), key=_worth, default=()) for branch in value[1]]
            if all(each):
                yield tuple(dict.fromkeys(one for some in each for one in some))
    if run:
        yield (run.lower(),)
