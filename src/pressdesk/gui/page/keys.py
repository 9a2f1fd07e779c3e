"""Where the arrows go on the page: from one piece of text that has a field to the next. Start at `Walk`."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from pressdesk.gui.page.fill import Sheet
from pressdesk.gui.page.geometry import Stretch, stretches
from pressdesk.gui.page.paint import Place
from pressdesk.gui.page.spots import Spot, stops
from pressdesk.model.release import Origin, Release

ARROWS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})


class Walk:
    """The pieces of a release that have a field, and the one that the keyboard stands on."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._spots: tuple[Spot, ...] = ()
        self._at = -1

    @property
    def spot(self) -> Spot | None:
        """Where the keyboard stands, None before the first arrow."""
        return self._spots[self._at] if 0 <= self._at < len(self._spots) else None

    @property
    def place(self) -> Place | None:
        """The words of `spot`."""
        spot = self.spot
        return Place(spot.block, spot.span) if spot is not None else None

    def take(self, release: Release) -> None:
        """A new text: stays on the same field, in the nearest block that shows it."""
        kept = self.spot
        self._spots = stops(release)
        same = [i for i, s in enumerate(self._spots) if kept is not None and s.origin.field == kept.origin.field]
        self._at = min(same, key=lambda i: abs(self._spots[i].block - (kept.block if kept else 0)), default=-1)

    def stand_on(self, block: int, origin: Origin) -> None:
        """A click has chosen these words."""
        self._at = next((i for i, s in enumerate(self._spots) if s.block == block and s.origin == origin), -1)

    def start(self, tints: Sequence[Place], first_block: int) -> bool:
        """The first arrow: on the focused field's words, else on the first words in sight. False where it moved not."""
        if self.spot is not None or not self._spots:
            return False
        for tint in tints:
            for index, spot in enumerate(self._spots):
                if spot.block == tint.block and spot.span.overlaps(tint.span):
                    self._at = index
                    return True
        self._at = next((i for i, s in enumerate(self._spots) if s.block >= first_block), 0)
        return True

    def go(self, key: Qt.Key) -> bool:
        """One arrow. Left and right follow the reading order, up and down go to the nearest words of another line.

        False at either end, where it stays.
        """
        before = self._at
        if self.spot is not None and key == Qt.Key.Key_Right:
            self._at = min(self._at + 1, len(self._spots) - 1)
        elif self.spot is not None and key == Qt.Key.Key_Left:
            self._at = max(self._at - 1, 0)
        elif self.spot is not None:
            self._at = self._other_line(self.spot, down=key == Qt.Key.Key_Down)
        return self._at != before

    def _other_line(self, spot: Spot, *, down: bool) -> int:
        here = self._first_line(spot)
        if here is None:
            return self._at
        lines = [(i, line) for i, s in enumerate(self._spots) if (line := self._first_line(s)) is not None]
        beyond = [(i, s) for i, s in lines if (s.top > here.top + 1 if down else s.top < here.top - 1)]
        if not beyond:
            return self._at
        nearest = min(s.top for _, s in beyond) if down else max(s.top for _, s in beyond)
        on_line = [(i, s) for i, s in beyond if abs(s.top - nearest) <= 1]
        return min(on_line, key=lambda pair: abs(pair[1].left - here.left))[0]

    def _first_line(self, spot: Spot) -> Stretch | None:
        return next(stretches(self._sheet, spot.block, spot.span), None)
