"""The tabs above the page: a language each, with the number of what blocks it."""

from collections.abc import Sequence
from functools import cache

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QTabBar, QWidget

from pressdesk.data import resources
from pressdesk.gui.kit.theme import Theme
from pressdesk.language.settings import read
from pressdesk.text.messages import Messages

GAP, BAR, HEIGHT = 6, 3, 44  # px: word to number, the line under the current tab, the row
BETWEEN, CLOSE = 24, 12  # px: tab to tab, where there is room and where there is little


class LanguageTabs(QTabBar):
    """One stop of Tab; the arrows change the language.

    Signals:
        language_wanted: another tab was chosen, its language.
    """

    language_wanted = Signal(str)

    def __init__(self, theme: Theme, ui: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._ui = theme, ui
        self._tags: tuple[str, ...] = ()
        self._blocked: dict[str, tuple[int, int]] = {}
        self._between, self._short = BETWEEN, False
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setFont(theme.font("label"))
        self.setAccessibleName(ui.say("page.tabs"))
        self.currentChanged.connect(self._chosen)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that have a tab, in order."""
        return self._tags

    @property
    def language(self) -> str:
        """The language of the current tab, "" where there are no tabs."""
        return self._tags[self.currentIndex()] if 0 <= self.currentIndex() < len(self._tags) else ""

    def set_languages(self, tags: Sequence[str]) -> None:
        """Makes the tabs; the current language stays current where it still has one."""
        if tuple(tags) == self._tags:
            return
        kept = self.language
        self.blockSignals(True)
        while self.count():
            self.removeTab(0)
        self._tags = tuple(tags)
        for tag in self._tags:
            self.addTab(self._label(tag))
        self.blockSignals(False)
        self.set_language(kept)
        self._name_all()
        self._fit()

    def set_language(self, tag: str) -> None:
        """Makes a tab current without saying that the user wanted it."""
        if tag in self._tags:
            self.blockSignals(True)
            self.setCurrentIndex(self._tags.index(tag))
            self.blockSignals(False)
            self.update()

    def set_blocked(self, tag: str, errors: int, gaps: int) -> None:
        """The numbers behind a language: errors of the checkers and missing facts."""
        if self._blocked.get(tag) != (errors, gaps):
            self._blocked[tag] = (errors, gaps)
            self._name_all()
            self._fit()

    def number(self, tag: str) -> int:
        """What stands behind the language's name: how many things block it."""
        return sum(self._blocked.get(tag, (0, 0)))

    def whole_width(self, between: int = BETWEEN, short: bool = False) -> int:
        """The width at which no tab is cut; Qt's own hint is content with scroll buttons."""
        return sum(self._tab_width(tag, between, short) for tag in self._tags)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Names with room between them, closer together, or tags alone: whatever is whole in the width there is."""
        self._between, self._short = next(
            (b, s) for b, s in ((BETWEEN, False), (CLOSE, False), (CLOSE, True))
            if s or self.whole_width(b, s) <= self.width()
        )  # fmt: skip
        for index, tag in enumerate(self._tags):
            self.setTabText(index, self._label(tag))  # also makes Qt ask for the width again
        self.update()

    def _label(self, tag: str) -> str:
        return tag if self._short else own_name(tag)

    def _tab_width(self, tag: str, between: int, short: bool) -> int:
        bold = QFontMetricsF(self._theme.font("label", 600))
        width = bold.horizontalAdvance(tag if short else own_name(tag)) + self._theme.px(between)
        if self.number(tag):
            width += self._theme.px(GAP) + bold.horizontalAdvance(str(self.number(tag)))
        return round(width)

    def _chosen(self, index: int) -> None:
        if 0 <= index < len(self._tags):
            self.language_wanted.emit(self._tags[index])

    def _name_all(self) -> None:
        for index, tag in enumerate(self._tags):
            number = self.number(tag)
            said = self._ui.say("page.blocked", n=number) if number else self._ui.say("page.ready")
            self.setAccessibleTabName(index, f"{own_name(tag)}, {said}")
            self.setTabToolTip(index, f"{own_name(tag)}: {said}")

    # --- drawing -------------------------------------------------------------------------------------------------

    def tabSizeHint(self, index: int) -> QSize:  # noqa: N802  (Qt's name)
        tag = self._tags[index] if index < len(self._tags) else ""
        return QSize(self._tab_width(tag, self._between, self._short) if tag else 0, self._theme.px(HEIGHT))

    def minimumTabSizeHint(self, index: int) -> QSize:  # noqa: N802  (Qt's name)
        return self.tabSizeHint(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index in range(self.count()):
            self._paint_tab(painter, index)
        painter.end()

    def _paint_tab(self, painter: QPainter, index: int) -> None:
        current = index == self.currentIndex()
        box = QRectF(self.tabRect(index))
        font = self._theme.font("label", 600 if current else 500)
        painter.setFont(font)
        measure = QFontMetricsF(font)
        left = box.left() + self._theme.px(self._between) / 2
        middle = box.center().y() + measure.capHeight() / 2
        painter.setPen(self._theme.color("text" if current else "text2"))
        painter.drawText(QPointF(left, middle), self.tabText(index))
        right = left + measure.horizontalAdvance(self.tabText(index))
        number = self.number(self._tags[index])
        if number:
            errors = self._blocked[self._tags[index]][0]
            painter.setPen(self._theme.color("error" if errors else "warn"))
            painter.setFont(self._theme.font("label", 600))
            painter.drawText(QPointF(right + self._theme.px(GAP), middle), str(number))
        if current:
            painter.fillRect(QRectF(left, box.bottom() - BAR, right - left, BAR), self._theme.color("accent"))
            if self.hasFocus():
                painter.setPen(QPen(self._theme.color("focus"), 2))
                painter.drawRoundedRect(box.adjusted(3, 7, -3, -7), 4, 4)


@cache
def own_name(tag: str) -> str:
    """What a language calls itself: «Қазақша»."""
    return read(resources(tag, "language.toml")).name
