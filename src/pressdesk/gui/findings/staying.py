"""Which row is chosen when the rows have changed. Start at `stays_at`."""

from collections.abc import Iterator, Sequence
from typing import Any

from pressdesk.gui.findings.groups import Group


def stays_at(before: Sequence[Any], at: int, after: Sequence[Any]) -> int:
    """Where the row that was chosen stands now; where it is gone, the next one that is still there, else one before.

    A row is still there when its paragraph has a finding of the same rule and words; of several the nearest is meant.

    Args:
        before: the rows as they were: (paragraph's number, Finding), or the heads of groups.
        at: which one was chosen, -1 for none.
        after: the rows as they are.

    Returns:
        The place among `after`, -1 for none.
    """
    if not 0 <= at < len(before):
        return -1
    known: dict[object, list[int]] = {}
    for place, item in enumerate(after):
        known.setdefault(_key(item), []).append(place)
    for item in _nearest_first(before, at):
        places = known.get(_key(item))
        if places:
            start = 0 if isinstance(item, Group) else item[1].span.start
            return min(places, key=lambda n: abs(after[n][1].span.start - start) if start else n)
    return -1


def _nearest_first(before: Sequence[Any], at: int) -> Iterator[Any]:
    yield before[at]
    yield from (item for item in before[at + 1 :] if not isinstance(item, Group))
    yield from (item for item in reversed(before[:at]) if not isinstance(item, Group))


def _key(item: Any) -> object:
    return item.key if isinstance(item, Group) else (item[0], item[1].rule, item[1].text)
