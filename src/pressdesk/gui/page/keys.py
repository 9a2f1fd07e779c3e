"""Where the arrows go on the page: from one piece of text that has a field to the next. Start at `step`."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from pressdesk.gui.page.fill import Sheet
from pressdesk.gui.page.geometry import Stretch, stretches
from pressdesk.gui.page.spots import Spot

ARROWS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})


def step(sheet: Sheet, spots: Sequence[Spot], current: int, key: Qt.Key) -> int:
    """The spot that an arrow leads to from spot `current` (-1: none yet); -1 only where there are no spots.

    Left and right follow the reading order, up and down go to the nearest spot of another line. At either end the
    arrows stay where they are.
    """
    if not spots:
        return -1
    if current < 0:
        return 0
    if key == Qt.Key.Key_Right:
        return min(current + 1, len(spots) - 1)
    if key == Qt.Key.Key_Left:
        return max(current - 1, 0)
    return _other_line(sheet, spots, current, down=key == Qt.Key.Key_Down)


def _other_line(sheet: Sheet, spots: Sequence[Spot], current: int, *, down: bool) -> int:
    here = _first(sheet, spots[current])
    if here is None:
        return current
    lines = [(i, _first(sheet, s)) for i, s in enumerate(spots)]
    others = [(i, s) for i, s in lines if s is not None and (s.top > here.top + 1 if down else s.top < here.top - 1)]
    if not others:
        return current
    nearest = min(s.top for _, s in others) if down else max(s.top for _, s in others)
    on_line = [(i, s) for i, s in others if abs(s.top - nearest) <= 1]
    return min(on_line, key=lambda pair: abs(pair[1].left - here.left))[0]


def _first(sheet: Sheet, spot: Spot) -> Stretch | None:
    return next(stretches(sheet, spot.block, spot.span), None)
