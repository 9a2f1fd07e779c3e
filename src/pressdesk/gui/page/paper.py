"""The sheet itself: a QTextBrowser that shows a release and its marks, and says what a click or a key means.

Read `paint.py` for what is drawn and `keys.py` for the arrows. Always true: the release shown, its positions and its
marks belong together; a finding whose words no longer stand where it says is not drawn.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, QRect, QRectF, Qt, QVariantAnimation, Signal
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

from pressdesk.gui.kit.theme import LIGHT, Theme
from pressdesk.gui.page import paint
from pressdesk.gui.page.fill import Sheet
from pressdesk.gui.page.geometry import Hit, Stretch, hit, stretches
from pressdesk.gui.page.keys import ARROWS, Walk
from pressdesk.gui.page.paint import Marks, PagePainter, Place
from pressdesk.gui.page.positions import slots
from pressdesk.gui.page.reading import Reading
from pressdesk.gui.page.spots import Spot
from pressdesk.gui.page.underlined import Underlined
from pressdesk.model.findings import Finding
from pressdesk.model.release import Origin, Release

WIDEST, WIDE = 640, 480  # px of paper: never wider; from here on with the wide margin
MARGIN, NARROW_MARGIN, AROUND = 40, 24, 16


class Paper(QTextBrowser):
    """One release on paper.

    Attributes:
        explain: says in words where an origin's words come from; for the tooltip.
    Signals:
        field_wanted: the path of the fact whose words were clicked, or chosen with Enter.
        formula_clicked, own_words_clicked: words without a field were clicked, of the template or written by hand.
        finding_clicked: an underlined word was clicked, the finding.
        popover_wanted: the popover was asked for by key, the finding.
        stopped: the arrows stand on another Spot.
        menu_wanted: a right click or the menu key, the global place and the finding there, None for none.
        copied: a paragraph is on the clipboard.
        moved: the words have moved under the window (scrolled or laid out anew).
    """

    field_wanted = Signal(str)
    formula_clicked = Signal()
    own_words_clicked = Signal()
    finding_clicked = Signal(object)
    popover_wanted = Signal(object)
    stopped = Signal(object)
    menu_wanted = Signal(QPoint, object)
    moved = Signal()
    copied = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.explain: Callable[[Origin], str] = lambda origin: origin.field
        self.marks = Marks()
        self._desk_theme = self._theme = theme
        self.sheet = Sheet(self, theme)
        self._underlined = Underlined()
        self._reading = Reading(self, self.sheet)
        self._walk = Walk(self.sheet)
        self._box = paint.Paper(0, 0, 0, 0)
        self._pressed: QPoint | None = None
        self._fade = QVariantAnimation(self)
        self._fade.valueChanged.connect(self._set_strength)
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
        self.viewport().installEventFilter(self)
        self.verticalScrollBar().valueChanged.connect(lambda _: self.moved.emit())

    # --- what is shown -------------------------------------------------------------------------------------------

    @property
    def release(self) -> Release | None:
        """The release on the page."""
        return self.sheet.release

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings that are underlined."""
        return self._underlined.findings

    def show_release(self, release: Release) -> None:
        """Shows a release; what the reader looks at stays where it is, whatever changed above."""
        anchor = self._reading.anchor()
        self.sheet.show(release)
        self._walk.take(release)
        self.marks.slots = [Place(i, s) for i, b in enumerate(release.blocks) for s in slots(b.text)]
        self.marks.hands = [(i, b.hand.stale) for i, b in enumerate(release.blocks) if b.hand is not None]
        self.marks.tints = []
        self.marks.ring = self._walk.place
        self._fit()
        self._draw_findings()
        if not self.textCursor().hasSelection():
            self.moveCursor(QTextCursor.MoveOperation.Start)  # else Qt scrolls to where the writing ended
        self._reading.hold(anchor)
        self.viewport().update()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Underlines what the checkers found; findings of an older text are left out."""
        self._underlined.give(findings)
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
            self._bring(self._nearest(tints))
        self.viewport().update()

    def choose(self, finding: Finding | None, *, scroll: bool = True) -> None:
        """Sets the finding off from the others; the list and the page always choose the same."""
        place = self._underlined.place(finding) if finding is not None else None
        self.marks.active = (finding.severity, place) if finding is not None and place is not None else None
        if place is not None and scroll:
            self._bring(place)
        self.viewport().update()

    def set_white(self, white: bool) -> None:
        """«Ақ парақ»: paper and ink of the light theme on a dark desk."""
        self._theme = Theme(LIGHT, self._desk_theme.scale, self._desk_theme.cache) if white else self._desk_theme
        anchor = self._reading.anchor()
        self.sheet.restyle(self._theme)
        self._fit()
        self._reading.hold(anchor)
        self.viewport().update()

    def follow(self, other: "Paper") -> None:
        """Stands where another page stands: the same block at the same height; its own field's words come first."""
        self._reading.hold(other._reading.anchor())
        if self.marks.tints:
            self._bring(self._nearest(self.marks.tints))

    def words_box(self, finding: Finding) -> QRect | None:
        """The first line of an underlined piece, in the viewport; None where it is not in sight."""
        place = self._underlined.place(finding)
        line = next(stretches(self.sheet, place.block, place.span), None) if place else None
        if line is None:
            return None
        box = self._in_view(line)
        return box if box.intersects(self.viewport().rect()) else None

    def finding_here(self) -> Finding | None:
        """The finding that the popover is about when a key asks: on the ring's words, else the chosen one."""
        if self.marks.ring is not None:
            on = self._underlined.on(self.marks.ring)
            if on is not None:
                return on
        if self.marks.active is not None:
            return next((f for f in self.findings if self._underlined.place(f) == self.marks.active[1]), None)
        return None

    def block_here(self) -> int:
        """The block that the arrows stand in, else the first one in sight."""
        return self.marks.ring.block if self.marks.ring is not None else self._reading.first_block()

    def paragraph(self) -> str:
        """The text of `block_here`."""
        return self.release.blocks[self.block_here()].text if self.release and self.release.blocks else ""

    # --- layout --------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        anchor = self._reading.anchor()
        self._fit()
        super().resizeEvent(event)
        self._reading.hold(anchor)
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
        finding = self._underlined.at(found)
        if origin is not None:
            self._walk.stand_on(found.block, origin)
            self.marks.ring = self._walk.place
            self.field_wanted.emit(origin.field)
        elif finding is None:
            (self.own_words_clicked if release.blocks[found.block].hand else self.formula_clicked).emit()
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
        return origin is not None or self._underlined.at(found) is not None

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        found = None if by_key else self._hit(self.viewport().mapFromGlobal(event.globalPos()))
        finding = self.finding_here() if by_key else self._underlined.at(found) if found is not None else None
        box = self.words_box(finding) if by_key and finding is not None else None
        where = self.viewport().mapToGlobal(box.bottomLeft()) if box is not None else event.globalPos()
        self.menu_wanted.emit(where, finding)
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # not viewportEvent: the painting would run inside it, and PySide 6.11 crashes on whatever goes wrong there
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._tell(event)
            return True
        return super().eventFilter(watched, event)

    def _tell(self, event: QHelpEvent) -> None:
        found = self._hit(event.pos())
        origin = self.release.blocks[found.block].origin_at(found.position) if found and self.release else None
        finding = self._underlined.at(found) if found is not None else None
        span = origin.span if origin is not None else finding.span if finding is not None else None
        if found is None or span is None:
            QToolTip.hideText()
            return
        words = [finding.message] if finding is not None else []
        words += [self.explain(origin)] if origin is not None else []
        line = next(stretches(self.sheet, found.block, span), None)
        area = self._in_view(line) if line is not None else QRect()
        area = area.united(QRect(event.pos(), event.pos()))
        QToolTip.showText(event.globalPos(), "\n".join(words), self.viewport(), area)

    # --- keys ----------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, none = Qt.Key(event.key()), (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        plain = event.modifiers() in none
        if plain and key in ARROWS:
            self._move(key)
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._walk.spot is not None:
            self.field_wanted.emit(self._walk.spot.origin.field)
        elif event.modifiers() == Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            finding = self.finding_here()
            if finding is not None:
                self.popover_wanted.emit(finding)
        elif event.modifiers() == Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_C:
            self.copy_words()
        else:
            super().keyPressEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802  (Qt's name)
        cursor, copied = self.textCursor(), QMimeData()
        copied.setText(self.sheet.text_between(cursor.selectionStart(), cursor.selectionEnd()))
        return copied

    def copy_words(self) -> None:
        """Copies the selected words, else the whole paragraph, with slots as they are written."""
        if self.textCursor().hasSelection():
            self.copy()
        elif self.paragraph():
            QApplication.clipboard().setText(self.paragraph())
            self.copied.emit()

    def _move(self, key: Qt.Key) -> None:
        moved = self._walk.start(self.marks.tints, self._reading.first_block()) or self._walk.go(key)
        spot, place = self._walk.spot, self._walk.place
        if moved and spot is not None and place is not None:
            self.marks.ring = place
            self._bring(place)
            self.stopped.emit(spot)
            self.viewport().update()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            bar = self.verticalScrollBar()  # nothing further that way but words without a field
            bar.setValue(bar.value() + (1 if key == Qt.Key.Key_Down else -1) * self._theme.line_height("doc") * 2)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    # --- small things --------------------------------------------------------------------------------------------

    def _nearest(self, tints: Sequence[Place]) -> Place:
        """Of several places that show a field the one that was clicked or chosen, else the nearest to what is seen."""
        wanted = [p for p in (self.marks.active[1] if self.marks.active else None, self.marks.ring) if p is not None]
        for tint in tints:
            if any(tint.block == p.block and tint.span.overlaps(p.span) for p in wanted):
                return tint
        return self._reading.nearest(tints)

    def _bring(self, place: Place) -> None:
        self._reading.bring(place, self._theme.motion("scroll"))

    def _draw_findings(self) -> None:
        self.marks.underlines = self._underlined.sort_out(self.release)
        if self.marks.active is not None and self.marks.active not in self._underlined.placed:
            self.marks.active = None

    def _hit(self, where: QPoint) -> Hit | None:
        return hit(self.sheet, QPointF(where.x(), where.y() + self.verticalScrollBar().value()))

    def _in_view(self, line: Stretch) -> QRect:
        down = self.verticalScrollBar().value()
        box = QRectF(line.left, line.top - down, line.right - line.left, line.bottom - line.top)
        return box.toAlignedRect()
