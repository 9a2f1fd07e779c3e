"""Where the reader is on the page: keeps the place when the text changes, and brings words into sight."""

from collections.abc import Sequence

from PySide6.QtCore import QEasingCurve, QPropertyAnimation
from PySide6.QtWidgets import QAbstractScrollArea

from pressdesk.gui.page.fill import Sheet
from pressdesk.gui.page.geometry import stretches, top_of
from pressdesk.gui.page.paint import Place

CALM = (0.12, 0.62)  # words between these shares of the height need no scrolling
THIRD = 1 / 3

Anchor = tuple[str, float]
"""A block's id and how many pixels below the window's upper edge it begins."""


class Reading:
    """The scroll position of one page, told in blocks rather than pixels."""

    def __init__(self, area: QAbstractScrollArea, sheet: Sheet) -> None:
        self._area, self._sheet = area, sheet
        self._glide = QPropertyAnimation(area.verticalScrollBar(), b"value", area)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)

    def first_block(self) -> int:
        """The first block of the release that is in sight, by its place there."""
        top, count = self._area.verticalScrollBar().value(), len(self._sheet.positions)
        for index in range(count):
            if index + 1 == count or top_of(self._sheet, index + 1) > top:
                return index
        return 0

    def anchor(self) -> Anchor | None:
        """The place to come back to; None at the very top, which stays the top."""
        release, bar = self._sheet.release, self._area.verticalScrollBar()
        if release is None or not release.blocks or bar.value() == 0:
            return None
        index = self.first_block()
        return release.blocks[index].id, top_of(self._sheet, index) - bar.value()

    def hold(self, anchor: Anchor | None) -> None:
        """Comes back to a place; a block that is no more leaves the page where it is."""
        self._sheet.document.documentLayout().documentSize()  # lays everything out, so that the bar has its range
        release, bar = self._sheet.release, self._area.verticalScrollBar()
        if anchor is None or release is None:
            bar.setValue(0)
            return
        index = next((i for i, b in enumerate(release.blocks) if b.id == anchor[0]), None)
        if index is not None:
            bar.setValue(round(top_of(self._sheet, index) - anchor[1]))

    def nearest(self, places: Sequence[Place]) -> Place:
        """The place with the shortest way from where the reader's eye rests, a third down the page."""
        eye = self._area.verticalScrollBar().value() + self._area.viewport().height() * THIRD

        def way(place: Place) -> float:
            line = next(stretches(self._sheet, place.block, place.span), None)
            return abs(line.baseline - eye) if line is not None else float("inf")

        return min(places, key=way)

    def bring(self, place: Place, milliseconds: int) -> None:
        """Scrolls words to a third of the height, unless they already stand comfortably in sight."""
        line = next(stretches(self._sheet, place.block, place.span), None)
        bar, height = self._area.verticalScrollBar(), self._area.viewport().height()
        if line is None or not height:
            return
        at = (line.baseline - bar.value()) / height
        if CALM[0] <= at <= CALM[1] or (bar.value() == 0 and 0 < at < CALM[0]):
            return
        self._glide.stop()
        self._glide.setDuration(milliseconds)
        self._glide.setStartValue(bar.value())
        self._glide.setEndValue(max(0, min(bar.maximum(), round(line.baseline - height * THIRD))))
        self._glide.start()
