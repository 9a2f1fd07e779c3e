"""The line above the findings: how many there are of each kind, as switches, and the arrow that folds the list."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from pressdesk.gui.kit.marks import paint_glyph
from pressdesk.gui.kit.theme import Theme
from pressdesk.gui.kit.widgets import Make
from pressdesk.model.findings import Severity
from pressdesk.text.messages import Messages

GLYPH = 10
GIVES_WAY = ("counts", "title", "fix", "next")
"""What is shortened or left out in a narrow window, in this order: the words of the counts, the title, the words
of the link, the button of the key F8."""


class Count(QPushButton):
    """«◆ 1 қате»: shows how many, and whether rows of this severity are shown."""

    def __init__(self, theme: Theme, ui: Messages, severity: Severity, ratio: float) -> None:
        super().__init__()
        self._ui, self.severity = ui, severity
        self.n, self._short = 0, False
        self.setIcon(glyph_icon(theme, severity, ratio))
        self.setIconSize(QSize(theme.px(GLYPH) + 2, theme.px(GLYPH) + 2))
        self.setProperty("kind", "count")
        self.setFont(theme.font("small"))
        self.setCheckable(True)
        self.setChecked(True)
        self.setAutoDefault(False)
        self.toggled.connect(self._strike)

    def _strike(self, shown: bool) -> None:
        # Qt's style sheets know no text-decoration that depends on the state
        font = self.font()
        font.setStrikeOut(not shown)
        self.setFont(font)

    def set_count(self, n: int) -> None:
        """The number; a kind that does not occur takes no room."""
        self.n = n
        words = self._ui.say(f"findings.count.{self.severity.value}", n=n)
        self._write()
        self.setAccessibleName(self._ui.say("findings.filter", what=words))
        self.setToolTip(self._ui.say("findings.filter", what=words))
        self.setVisible(n > 0)

    def set_short(self, short: bool) -> None:
        """The number alone, where words have no room: the glyph says what it counts."""
        self._short = short
        self._write()

    def _write(self) -> None:
        words = str(self.n) if self._short else self._ui.say(f"findings.count.{self.severity.value}", n=self.n)
        self.setText(f"\u2009{words}")  # Qt sets words close to the icon


def glyph_icon(theme: Theme, severity: Severity, ratio: float) -> QIcon:
    """The severity's glyph as an icon, sharp at the screen's device pixel ratio."""
    side = theme.px(GLYPH) + 2
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_glyph(painter, severity, QRectF(1, 1, side - 2, side - 2), theme)
    painter.end()
    return QIcon(pixmap)


class Head(QWidget):
    """Title, counts, key and arrow.

    Signals:
        filtered(frozenset of Severity): which severities are to be shown.
        folded(): the arrow was pressed.
        next_wanted(): the key's button was pressed: to the next finding.
        fix_wanted(): all signs are to be mended.
    """

    filtered = Signal(object)
    folded = Signal()
    next_wanted = Signal()
    fix_wanted = Signal()

    def __init__(self, make: Make, ui: Messages, parent: QWidget | None = None, *, folds: bool = True) -> None:
        """`folds`: whether the list can be folded into this line, which then has a title and an arrow."""
        super().__init__(parent)
        theme = make.theme
        self._ui, self._folds = ui, folds
        self._collapsed, self._any, self._fixes = False, False, 0
        self._fitted: tuple[int, ...] = ()
        say, px = ui.say, theme.px
        self.title = make.label(say("findings.title"), "label", "text")
        self.title.setFont(theme.font("label", 600))
        self.state = make.label("", "small", "text2", elide=True)
        self.counts = {severity: Count(theme, ui, severity, make.icons.ratio) for severity in Severity}
        self._next = make.button("F8", "quiet", clicked=self.next_wanted.emit)
        self._next.setToolTip(f"{say('findings.next')}  F8")
        self._next.setAccessibleName(say("findings.next"))
        self._next.setFont(theme.font("caption"))
        self.arrow = make.icon_button("chevron-down", say("findings.collapse"), self.folded.emit, keys="F9")
        self._line = line = QHBoxLayout(self)
        line.setContentsMargins(px(20 if folds else 12), 0, px(12), 0)
        line.setSpacing(px(4))
        line.addWidget(self.title)
        if folds:
            line.addSpacing(px(8))
        for count in self.counts.values():
            line.addWidget(count)
            count.toggled.connect(lambda _: self._filter())
        self.fix = make.button("", "link", clicked=self.fix_wanted.emit)
        self.fix.setIcon(make.icons.icon("check", "accent", 14))
        self.fix.hide()
        line.addWidget(self.state, 1)
        line.addWidget(self.fix)
        line.addWidget(self._next)
        line.addWidget(self.arrow)
        self.setFixedHeight(px(38))
        self.title.setVisible(folds)
        self.arrow.setVisible(folds)

    def set_counts(self, counts: dict[Severity, int], any_rows: bool) -> None:
        """The numbers; without a row there is no next one."""
        for severity, count in self.counts.items():
            count.set_count(counts.get(severity, 0))
        self._any = any_rows or any(counts.values())
        self._fit()

    def set_fixes(self, n: int) -> None:
        """How many signs may be mended together."""
        self._fixes = n
        self.fix.setToolTip(self._ui.say("fix.open"))
        self.fix.setAccessibleName(self._ui.say("fix.button", n=n))
        self.fix.setVisible(n > 0)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Any width: the words give way, so they never keep the pane from being made narrower."""
        return QSize(0, super().minimumSizeHint().height())

    def _fit(self) -> None:
        """Words where all have room; else what a glyph or a key says as well gives way, one after the other."""
        now = (self.width(), self._collapsed, self._any, self._fixes, *(c.n for c in self.counts.values()))
        if now == self._fitted:  # every check of a text ends here
            return
        self._fitted = now
        for step in range(len(GIVES_WAY) + 1):
            gone = GIVES_WAY[:step]
            self.title.setVisible("title" not in gone and self._folds and not self._collapsed)
            for count in self.counts.values():
                count.set_short("counts" in gone)
            self.fix.setText(str(self._fixes) if "fix" in gone else self._ui.say("fix.button", n=self._fixes))
            self._next.setVisible("next" not in gone and self._any)
            self._line.invalidate()  # it is asked before it hears of the new words
            if self._line.minimumSize().width() <= self.width():
                return

    def set_collapsed(self, collapsed: bool) -> None:
        """The arrow shows where it leads; one line has no room for the title."""
        self._collapsed = collapsed
        self._fit()
        self.arrow.set_icon("chevron-up" if collapsed else "chevron-down")
        self.arrow.set_tip(self._ui.say("findings.expand" if collapsed else "findings.collapse"), "F9")

    def _filter(self) -> None:
        self.filtered.emit(frozenset(s for s, count in self.counts.items() if count.isChecked()))
