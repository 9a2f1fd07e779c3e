"""The sheet itself: a QTextBrowser that shows a release and its marks, and says what a click or a key means.

Read `paint.py` for what is drawn and `keys.py` for the arrows. Always true: the release shown, its positions and its
marks belong together; a finding whose words no longer stand where it says is not drawn.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QPoint,
    QPointF,
    QPropertyAnimation,
    QRect,
    QRectF,
    Qt,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextFrameFormat,
)
from PySide6.QtWidgets import QApplication, QFrame, QTextBrowser, QToolTip, QWidget

from pressdesk.gui.findings.standing import fresh
from pressdesk.gui.kit.theme import LIGHT, Theme
from pressdesk.gui.page import paint
from pressdesk.gui.page.fill import Sheet
from pressdesk.gui.page.geometry import Hit, Stretch, hit, stretches, top_of
from pressdesk.gui.page.keys import ARROWS, step
from pressdesk.gui.page.paint import Marks, PagePainter, Place
from pressdesk.gui.page.positions import slots
from pressdesk.gui.page.spots import Spot, stops
from pressdesk.model.findings import Finding
from pressdesk.model.release import Origin, Release

WIDEST, WIDE = 640, 480  # px of paper: never wider; from here on with the wide margin
MARGIN, NARROW_MARGIN, AROUND = 40, 24, 16
CALM = (0.12, 0.62)  # words between these shares of the height need no scrolling
THIRD = 1 / 3


class Paper(QTextBrowser):
    """One release on paper.

    Attributes:
        explain: says in words where an origin's words come from; for the tooltip.
    Signals:
        field_wanted: the path of the fact whose words were clicked, or chosen with Enter.
        formula_clicked: words of the template were clicked: they have no field.
        finding_clicked: an underlined word was clicked, the finding.
        popover_wanted: the popover was asked for by key, the finding.
        stopped: the arrows stand on another Spot.
        menu_wanted: a right click, the global place.
        moved: the words have moved under the window (scrolled or laid out anew).
    """

    field_wanted = Signal(str)
    formula_clicked = Signal()
    finding_clicked = Signal(object)
    popover_wanted = Signal(object)
    stopped = Signal(object)
    menu_wanted = Signal(QPoint)
    moved = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.explain: Callable[[Origin], str] = lambda origin: origin.field
        self.findings: tuple[Finding, ...] = ()
        self.marks = Marks()
        self._desk_theme = self._theme = theme
        self.sheet = Sheet(self.document(), theme)
        self._all: tuple[Finding, ...] = ()
        self._stops: tuple[Spot, ...] = ()
        self._stop = -1
        self._box = paint.Paper(0, 0, 0, 0)
        self._pressed: QPoint | None = None
        self._fade = QVariantAnimation(self)
        self._fade.valueChanged.connect(self._set_strength)
        self._glide = QPropertyAnimation(self.verticalScrollBar(), b"value", self)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._dress()

    def _dress(self) -> None:
        self.setObjectName("page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # the paper is painted below the text, so nobody else may fill the ground
        self.viewport().setAutoFillBackground(False)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().valueChanged.connect(lambda _: self.moved.emit())

    # --- what is shown -------------------------------------------------------------------------------------------

    @property
    def release(self) -> Release | None:
        """The release on the page."""
        return self.sheet.release

    def show_release(self, release: Release) -> None:
        """Shows a release; what the reader looks at stays where it is, whatever changed above."""
        first = self.sheet.release is None
        anchor = self._anchor()
        kept = self._stops[self._stop] if 0 <= self._stop < len(self._stops) else None
        self.sheet.show(release)
        self._stops = stops(release)
        self._stop = self._stop_like(kept)
        self.marks.slots = [Place(i, s) for i, b in enumerate(release.blocks) for s in slots(b.text)]
        self.marks.tints = []
        self.marks.ring = self._ring()
        self._fit()
        self._draw_findings()
        if not self.textCursor().hasSelection():
            self.moveCursor(QTextCursor.MoveOperation.Start)  # else Qt scrolls to where the writing ended
        self._hold(anchor, first)
        self.viewport().update()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Underlines what the checkers found; findings of an older text are left out."""
        self._all = tuple(findings)
        self._draw_findings()
        self.viewport().update()

    def light_up(self, spots: Sequence[Spot], *, scroll: bool = True) -> None:
        """Tints the words of the focused field, and brings them to a third of the height where they are far from it."""
        tints = [Place(s.block, s.span) for s in spots]
        if tints == self.marks.tints:
            return
        grew = bool(tints)
        self.marks.tints = tints
        self._fade.stop()
        if grew and scroll and self._theme.motion("tint"):
            self.marks.strength = 0.0
            self._fade.setDuration(self._theme.motion("tint"))
            self._fade.setStartValue(0.0)
            self._fade.setEndValue(1.0)
            self._fade.start()
        else:
            self.marks.strength = 1.0
        if grew and scroll:
            self.bring(tints[0])
        self.viewport().update()

    def choose(self, finding: Finding | None, *, scroll: bool = True) -> None:
        """Sets the finding off from the others; the list and the page always choose the same."""
        place = self._place(finding) if finding is not None else None
        self.marks.active = (finding.severity, place) if finding is not None and place is not None else None
        if place is not None and scroll:
            self.bring(place)
        self.viewport().update()

    def set_white(self, white: bool) -> None:
        """«Ақ парақ»: paper and ink of the light theme on a dark desk."""
        self._theme = Theme(LIGHT, self._desk_theme.scale, self._desk_theme.cache) if white else self._desk_theme
        anchor = self._anchor()
        self.sheet.restyle(self._theme)
        self._fit()
        self._hold(anchor, first=False)
        self.viewport().update()

    def bring(self, place: Place) -> None:
        """Scrolls words to a third of the height, unless they already stand comfortably in sight."""
        line = next(stretches(self.sheet, place.block, place.span), None)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if line is None or not height:
            return
        at = (line.baseline - bar.value()) / height
        if CALM[0] <= at <= CALM[1] or (at < CALM[0] and bar.value() == 0 and at > 0):
            return
        self._glide.stop()
        self._glide.setDuration(self._theme.motion("scroll"))
        self._glide.setStartValue(bar.value())
        self._glide.setEndValue(max(0, min(bar.maximum(), round(line.baseline - height * THIRD))))
        self._glide.start()

    def follow(self, other: "Paper") -> None:
        """Stands where another page stands: the same block at the same height."""
        self._hold(other._anchor(), first=False)

    def words_box(self, finding: Finding) -> QRect | None:
        """The first line of an underlined piece, in the viewport; None where it is not in sight."""
        place = self._place(finding)
        line = next(stretches(self.sheet, place.block, place.span), None) if place else None
        if line is None:
            return None
        box = self._in_view(line)
        return box if box.intersects(self.viewport().rect()) else None

    def finding_here(self) -> Finding | None:
        """The finding that the popover is about when a key asks: on the ring's words, else the chosen one."""
        if self.marks.ring is not None:
            on = [f for f in self.findings if self._touches(f, self.marks.ring)]
            if on:
                return on[0]
        if self.marks.active is not None:
            return next((f for f in self.findings if self._place(f) == self.marks.active[1]), None)
        return None

    def paragraph(self) -> str:
        """The text of the block that the arrows stand in, else of the first one in sight."""
        release = self.release
        if release is None or not release.blocks:
            return ""
        ring = self.marks.ring
        return release.blocks[ring.block if ring is not None else self._first_in_sight()].text

    # --- layout --------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        anchor = self._anchor()
        self._fit()
        super().resizeEvent(event)
        self._hold(anchor, first=False)
        self.moved.emit()

    def _fit(self) -> None:
        """Gives the text the paper's width: QTextBrowser knows no widest width, the root frame has margins."""
        room = self.viewport().width()
        around = self._theme.px(AROUND)
        width = min(self._theme.px(WIDEST), room - 2 * around)
        left = (room - width) // 2
        margin = self._theme.px(MARGIN if width > self._theme.px(WIDE) else NARROW_MARGIN)
        self._box = paint.Paper(left, width, 0, margin, around)
        frame = self.document().rootFrame()
        lines = QTextFrameFormat(frame.frameFormat())
        edges = (left + margin, room - left - width + margin, around + margin - 4, margin + around + 8)
        if edges != (lines.leftMargin(), lines.rightMargin(), lines.topMargin(), lines.bottomMargin()):
            lines.setLeftMargin(edges[0])
            lines.setRightMargin(edges[1])
            lines.setTopMargin(edges[2])
            lines.setBottomMargin(edges[3])
            frame.setFrameFormat(lines)
        self.sheet.fit_photo(width - 2 * margin, self.devicePixelRatioF())

    def _anchor(self) -> tuple[str, float] | None:
        """The first block in sight and how far below the window's edge it begins."""
        if self.release is None or not self.release.blocks or self.verticalScrollBar().value() == 0:
            return None
        index = self._first_in_sight()
        return self.release.blocks[index].id, top_of(self.sheet, index) - self.verticalScrollBar().value()

    def _first_in_sight(self) -> int:
        top = self.verticalScrollBar().value()
        for index in range(len(self.sheet.positions)):
            following = index + 1
            if following == len(self.sheet.positions) or top_of(self.sheet, following) > top:
                return index
        return 0

    def _hold(self, anchor: tuple[str, float] | None, first: bool) -> None:
        self.document().documentLayout().documentSize()  # lays everything out, so that the bar has its range
        release, bar = self.release, self.verticalScrollBar()
        if first or anchor is None or release is None:
            bar.setValue(0)
            return
        index = next((i for i, b in enumerate(release.blocks) if b.id == anchor[0]), None)
        if index is not None:
            bar.setValue(round(top_of(self.sheet, index) - anchor[1]))

    # --- painting ------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        down = self.verticalScrollBar().value()
        clip = QRectF(event.rect()).translated(0, down)
        height = max(self.document().size().height() - self._box.top - 8, self.viewport().height() - 2 * self._box.top)
        box = paint.Paper(self._box.left, self._box.width, height, self._box.margin, self._box.top)
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._desk_theme.color("desk"))
        painter.translate(0, -down)
        PagePainter(painter, self.sheet, self._theme, clip).under(box, self.marks)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.translate(0, -down)
        PagePainter(painter, self.sheet, self._theme, clip).over(self.marks, focused=self.hasFocus())
        painter.end()

    def _set_strength(self, value: float) -> None:
        self.marks.strength = float(value)
        self.viewport().update()

    # --- mouse ---------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        where = event.position().toPoint()
        if event.button() != Qt.MouseButton.LeftButton or pressed is None or self.textCursor().hasSelection():
            return
        if (where - pressed).manhattanLength() < QApplication.startDragDistance():
            self._click(self._hit(where))

    def _click(self, found: Hit | None) -> None:
        release = self.release
        if found is None or release is None:
            return
        origin = release.blocks[found.block].origin_at(found.position)
        finding = self._finding_at(found)
        if origin is not None:
            self._stop = next(
                (i for i, s in enumerate(self._stops) if s.block == found.block and s.origin == origin), -1
            )
            self.marks.ring = self._ring()
            self.field_wanted.emit(origin.field)
        elif finding is None:
            self.formula_clicked.emit()
        if finding is not None:
            self.finding_clicked.emit(finding)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        shape = Qt.CursorShape.PointingHandCursor if self._active_at(event.position().toPoint()) else None
        self.viewport().setCursor(shape if shape is not None else Qt.CursorShape.IBeamCursor)

    def _active_at(self, where: QPoint) -> bool:
        found = self._hit(where)
        if found is None or self.release is None:
            return False
        origin = self.release.blocks[found.block].origin_at(found.position)
        return origin is not None or self._finding_at(found) is not None

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self._ask_popover()
        else:
            self.menu_wanted.emit(event.globalPos())
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._tell(event)
            return True
        return super().viewportEvent(event)

    def _tell(self, event: QHelpEvent) -> None:
        found = self._hit(event.pos())
        origin = self.release.blocks[found.block].origin_at(found.position) if found and self.release else None
        if found is None or origin is None:
            QToolTip.hideText()
            return
        line = next(stretches(self.sheet, found.block, origin.span), None)
        area = self._in_view(line) if line is not None else QRect()
        QToolTip.showText(
            event.globalPos(), self.explain(origin), self.viewport(), area.united(QRect(event.pos(), event.pos()))
        )

    # --- keys ----------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = (
            Qt.Key(event.key()),
            event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier),
        )
        if plain and key in ARROWS:
            self._move(key)
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and 0 <= self._stop < len(self._stops):
            self.field_wanted.emit(self._stops[self._stop].origin.field)
        elif event.modifiers() == Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask_popover()
        elif event.modifiers() == Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_C:
            self.copy_words()
        else:
            super().keyPressEvent(event)

    def copy_words(self) -> None:
        """Copies the selected words, else the whole paragraph, with slots as they are written."""
        if self.textCursor().hasSelection():
            self.copy()
        elif self.paragraph():
            QApplication.clipboard().setText(self.paragraph())

    def _move(self, key: Qt.Key) -> None:
        at = step(self.sheet, self._stops, self._stop, key)
        if self._stop < 0 and at >= 0:
            at = self._first_stop()
        if at == self._stop and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            bar = self.verticalScrollBar()  # nothing further that way but words without a field
            bar.setValue(bar.value() + (1 if key == Qt.Key.Key_Down else -1) * self._theme.line_height("doc") * 2)
            return
        if at >= 0 and at != self._stop:
            self._stop = at
            self.marks.ring = self._ring()
            self.bring(Place(self._stops[at].block, self._stops[at].span))
            self.stopped.emit(self._stops[at])
            self.viewport().update()

    def _first_stop(self) -> int:
        """Where the arrows begin: on the focused field's words, else on the first words in sight."""
        for tint in self.marks.tints:
            for index, spot in enumerate(self._stops):
                if spot.block == tint.block and spot.span.overlaps(tint.span):
                    return index
        first = self._first_in_sight()
        return next((i for i, s in enumerate(self._stops) if s.block >= first), 0)

    def _ask_popover(self) -> None:
        finding = self.finding_here()
        if finding is not None:
            self.popover_wanted.emit(finding)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    # --- small things --------------------------------------------------------------------------------------------

    def _draw_findings(self) -> None:
        self.findings = fresh(self.release, self._all) if self.release is not None else ()
        self.marks.underlines = [(f.severity, p) for f in self.findings if (p := self._place(f)) is not None]
        if self.marks.active is not None and self.marks.active not in self.marks.underlines:
            self.marks.active = None

    def _place(self, finding: Finding) -> Place | None:
        blocks = self.release.blocks if self.release is not None else ()
        return next((Place(i, finding.span) for i, b in enumerate(blocks) if b.id == finding.block), None)

    def _touches(self, finding: Finding, place: Place) -> bool:
        own = self._place(finding)
        return own is not None and own.block == place.block and own.span.overlaps(place.span)

    def _finding_at(self, found: Hit) -> Finding | None:
        here = [f for f in self.findings if (p := self._place(f)) is not None and p.block == found.block]
        here = [f for f in here if f.span.start <= found.position < f.span.end]
        return min(here, key=lambda f: f.span.end - f.span.start, default=None)

    def _stop_like(self, kept: Spot | None) -> int:
        """The stop of the new text that is the old one's heir: the same field in the same block."""
        if kept is None:
            return -1
        same = [i for i, s in enumerate(self._stops) if s.origin.field == kept.origin.field]
        return min(same, key=lambda i: abs(self._stops[i].block - kept.block), default=-1)

    def _ring(self) -> Place | None:
        if 0 <= self._stop < len(self._stops):
            return Place(self._stops[self._stop].block, self._stops[self._stop].span)
        return None

    def _hit(self, where: QPoint) -> Hit | None:
        return hit(self.sheet, QPointF(where.x(), where.y() + self.verticalScrollBar().value()))

    def _in_view(self, line: Stretch) -> QRect:
        down = self.verticalScrollBar().value()
        box = QRectF(line.left, line.top - down, line.right - line.left, line.bottom - line.top)
        return box.toAlignedRect()
