"""Rewriting a paragraph on the page: a double click or Ctrl+R opens a field in its place. Start at `Rewriting`.

What is typed is in the draft at once, as one step of undo, like the words of the form. Enter and leaving the field keep
it, Esc takes the step back; Ctrl+Y would bring it again.
"""

import dataclasses
import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QMenu, QWidget

from pressdesk.app.amending import keep, living, take_new, take_up, write
from pressdesk.app.mentions import Mentions
from pressdesk.gui.bridge import Bridge
from pressdesk.gui.kit.widgets import column, holder, row
from pressdesk.gui.page.column import Column
from pressdesk.gui.page.fill import LOOKS, Look
from pressdesk.gui.page.geometry import block_at, box_of
from pressdesk.gui.page.hand_text import HandText
from pressdesk.gui.page.paper import Paper
from pressdesk.model.amendments import Amendment, Piece
from pressdesk.model.findings import Finding
from pressdesk.model.release import Block, BlockKind
from pressdesk.model.rewriting import new_name, reset

INSET, EDGE = 10, 8  # px from the frame to the words, and to the page's edges


class Sheet(QFrame):
    """The frame that lies over the paragraph: the words, and what one may do.

    Attributes:
        text: the field.
        cancel, reset, done: the buttons.
    """

    def __init__(self, bridge: Bridge, look: Look, paper: Paper) -> None:
        super().__init__(paper.viewport())
        self._bridge, self._paper = bridge, paper
        make, say, px = bridge.make, bridge.ui.say, bridge.theme.px
        self.setObjectName("handSheet")
        self.text = HandText(bridge, look)
        self.text.setAccessibleName(say("amend.editor"))
        self._hint = make.label(say("amend.hint"), "small", "text3")
        self.reset = make.button(say("amend.reset"), "quiet", "undo-2")
        self.cancel = make.button(say("amend.cancel"), "quiet")
        self.done = make.button(say("amend.done"), "primary", "check")
        self.cancel.setToolTip(f"{say('amend.cancel')}  Esc")
        self.done.setToolTip(f"{say('amend.done')}  Enter")
        foot = holder(row(self._hint, None, self.reset, self.cancel, self.done, spacing=px(4)))
        self._lines = column(self.text, foot, spacing=px(6), margins=(px(INSET), px(INSET), px(INSET), px(6)))
        self.setLayout(self._lines)
        self.text.document().documentLayout().documentSizeChanged.connect(lambda _: self.place())
        for button in (self.reset, self.cancel, self.done):
            button.installEventFilter(self)  # the keyboard may leave from here, too
        self.reset.setAccessibleName(say("amend.reset"))
        self.reset.setToolTip(say("amend.reset"))
        self._index = 0
        self._placing = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.text.left.emit()
        return False

    def open_at(self, index: int) -> None:
        """Lies over a block of the page from now on."""
        self._index = index
        self._bring()
        self.ensurePolished()
        for widget in self.findChildren(QWidget):
            widget.ensurePolished()
        self.place()
        self.show()
        self.raise_()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.place()

    def _bring(self) -> None:
        """Scrolls the paragraph into sight, with room for the buttons below it."""
        bar, box = self._paper.verticalScrollBar(), box_of(self._paper.sheet, self._index)
        height = self._paper.viewport().height()
        if box is None:
            return
        room = self._bridge.theme.px(80)
        if box.top() < bar.value() or box.bottom() + room > bar.value() + height:
            bar.setValue(max(0, round(box.top() - height / 4)))

    def place(self) -> None:
        """Over the paragraph's words, as high as its own; never beyond the page's edges."""
        view, words = self._paper.viewport().rect(), box_of(self._paper.sheet, self._index)
        if words is None or self._placing:
            return
        self._placing = True  # a new width makes a new height, which would come here again
        inset = self._bridge.theme.px(INSET)
        width = min(words.width() + 2 * inset, view.width() - 2 * EDGE)
        self._give_room(width - 2 * inset)
        self.resize(width, self.height())
        self._lines.activate()
        other = self.height() - self.text.height()  # all but the words: buttons, margins
        wanted = math.ceil(self.text.document().size().height()) + 2 + other
        height = min(wanted, view.height() - 2 * EDGE)
        off, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.text.setVerticalScrollBarPolicy(off if height == wanted else needed)
        left = max(EDGE, min(words.left() - inset, view.width() - width - EDGE))
        top = words.top() - self._paper.verticalScrollBar().value() - inset
        self.setGeometry(QRect(left, max(EDGE, min(top, view.height() - height - EDGE)), width, height))
        self._placing = False

    def _give_room(self, width: int) -> None:
        """Where the buttons have little room the hint goes first, then the words of the one that is wanted least."""
        say, gap = self._bridge.ui.say, self._bridge.theme.px(4)
        self.reset.setText(say("amend.reset"))
        used = [self.done, self.cancel, *([] if self.reset.isHidden() else [self.reset])]
        room = width - sum(button.sizeHint().width() + gap for button in used)
        self._hint.setVisible(room >= self._hint.sizeHint().width() + 3 * gap)
        if room < 0:
            self.reset.setText("")


class Rewriting(QObject):
    """Everything that the pages need to let somebody rewrite a paragraph.

    Attributes:
        sheet: the field with its frame, None while nobody writes.
    Signals:
        told(str): something to say in passing.
        began(): somebody begins to write; whatever lies over the page gives way.
    """

    told = Signal(str)
    began = Signal()

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.sheet: Sheet | None = None
        self._column: Column | None = None
        self._columns: list[Column] = []
        self._taken = Amendment()
        self._began_with: tuple[Piece, ...] = ()
        self._wrote = self._writing = False
        self._times = 0
        bridge.draft_changed.connect(self._draft_changed)
        bridge.language_changed.connect(lambda _: self.finish())

    def watch(self, column: Column) -> None:
        """A double click on this column's page rewrites a paragraph from now on."""
        self._columns = [*self._columns, column]
        column.paper.viewport().installEventFilter(self)
        column.paper.moved.connect(self._follow)

    def forget(self, column: Column) -> None:
        """The column goes: what is being written on its page is kept."""
        self.finish()
        column.paper.viewport().removeEventFilter(self)
        self._columns = [c for c in self._columns if c is not column]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonDblClick and isinstance(event, QMouseEvent):
            column = next((c for c in self._columns if c.paper.viewport() is watched), None)
            if column is not None and event.button() == Qt.MouseButton.LeftButton:
                index = self.block_under(column, event.position().toPoint())
                if index >= 0:
                    self.open(column, index)
                    return True
        return False

    @staticmethod
    def block_under(column: Column, where: QPoint) -> int:
        """The block at a point of the page, -1 for none; beside its words counts too."""
        return block_at(column.paper.sheet, where + QPoint(0, column.paper.verticalScrollBar().value()))

    def offer(self, menu: QMenu, column: Column, where: QPoint) -> None:
        """Puts into a menu what one may do with the paragraph at a point of the page."""
        index, release, say = self.block_under(column, where), column.paper.release, self._bridge.ui.say
        if release is None or index < 0:
            return
        hand = release.blocks[index].hand
        menu.addAction(say("amend.rewrite"), lambda: self.open(column, index))
        if hand is not None:
            menu.addAction(say("amend.reset"), lambda: self.reset(hand.amendment))

    # --- writing -----------------------------------------------------------------------------------------------------

    def open(self, column: Column, index: int) -> None:
        """Opens the field over a block of a page."""
        self.finish()
        release = column.paper.release
        if release is None or not 0 <= index < len(release.blocks):
            return
        self.began.emit()
        block, draft, language = release.blocks[index], self._bridge.draft, release.language
        facts = living(draft, language, self._bridge.desk.house)
        taken = take_up(draft, release, block, facts)
        self._taken = dataclasses.replace(taken, id=taken.id or new_name(draft))
        self._column, self._wrote = column, False
        self._times += 1
        sheet = Sheet(self._bridge, LOOKS.get(block.kind, LOOKS[BlockKind.PARAGRAPH]), column.paper)
        sheet.text.write(taken.pieces, Mentions(facts), language)
        self._began_with = sheet.text.writing.pieces
        sheet.text.changed.connect(self._write)
        sheet.text.done.connect(self.finish)
        sheet.text.cancelled.connect(self.cancel)
        sheet.text.left.connect(lambda: QTimer.singleShot(0, self, self._left))
        sheet.done.clicked.connect(self.finish)
        sheet.cancel.clicked.connect(self.cancel)
        sheet.reset.clicked.connect(self._reset)
        sheet.reset.setVisible(block.hand is not None)  # Esc does it where nothing was rewritten before
        self.sheet = sheet
        sheet.open_at(index)

    def _write(self) -> None:
        if self.sheet is not None:
            self._put(self.sheet.text.writing.pieces)

    def _put(self, pieces: Sequence[Piece]) -> None:
        made = write(self._bridge.draft, self._taken, pieces)
        if made.amendments == self._bridge.draft.amendments:
            return
        self._writing = self._wrote = True
        step = self._bridge.ui.say("amend.step.write")
        self._bridge.change(made, step, merge=f"amend {self._taken.id} {self._times}")
        self._writing = False

    def finish(self) -> None:
        """Keeps what is written and takes the field away."""
        sheet = self.sheet
        if sheet is None:
            return
        self.sheet = None  # what follows may move the keyboard, which would come here again
        pieces = sheet.text.finish()
        if self._wrote or pieces != self._began_with:  # looking at a stale block does not make it good
            self._put(pieces)
        self._bridge.seal()
        self._close(sheet)

    def cancel(self) -> None:
        """Takes back what was written since the field was opened, as one step."""
        sheet = self.sheet
        if sheet is None:
            return
        self.sheet = None
        sheet.text.close_list()
        if self._wrote and self._bridge.desk.undo_step == self._bridge.ui.say("amend.step.write"):
            self._bridge.seal()
            self._bridge.undo()
        self._close(sheet)

    def _reset(self) -> None:
        sheet = self.sheet
        if sheet is None:
            return
        self.sheet = None
        sheet.text.close_list()
        self.reset(self._taken.id)
        self._close(sheet)

    def _close(self, sheet: Sheet) -> None:
        now = QApplication.focusWidget()
        had_focus = now is not None and sheet.isAncestorOf(now)
        sheet.hide()
        sheet.deleteLater()
        if had_focus and self._column is not None:
            self._column.paper.setFocus(Qt.FocusReason.OtherFocusReason)

    def _left(self) -> None:
        """The keyboard is elsewhere in the window: what is written is kept."""
        now = QApplication.focusWidget()
        if self.sheet is not None and now is not None and not self.sheet.isAncestorOf(now):
            self.finish()

    def _draft_changed(self, draft: object) -> None:
        """Somebody undid or changed something beneath the field: it would write over that."""
        sheet = self.sheet
        if sheet is not None and not self._writing:
            self.sheet = None
            sheet.text.close_list()
            self._close(sheet)

    def _follow(self) -> None:
        if self.sheet is not None:
            self.sheet.place()

    # --- what may be done with a rewritten block ---------------------------------------------------------------------

    def reset(self, name: str) -> None:
        """The generated text again."""
        if any(a.id == name for a in self._bridge.draft.amendments):
            self._bridge.change(reset(self._bridge.draft, name), self._bridge.ui.say("amend.step.reset"))
            self.told.emit(self._bridge.ui.say("amend.was_reset"))

    def take_new(self, finding: Finding) -> None:
        """Takes what the facts say now."""
        block = self._block(finding)
        if block is not None:
            self._bridge.change(take_new(self._bridge.draft, block), self._bridge.ui.say("amend.step.take"))

    def keep_mine(self, finding: Finding) -> None:
        """Keeps the words written by hand."""
        block, release = self._block(finding), self._bridge.releases.get(finding.language)
        if block is not None and release is not None:
            facts = living(self._bridge.draft, finding.language, self._bridge.desk.house)
            made = keep(self._bridge.draft, release, block, facts)
            self._bridge.change(made, self._bridge.ui.say("amend.step.keep"))

    def _block(self, finding: Finding) -> Block | None:
        release = self._bridge.releases.get(finding.language)
        found = (b for b in release.blocks if b.id == finding.block and b.hand) if release is not None else iter(())
        return next(found, None)
