"""One plain sentence over the top of the window: what went wrong or was done, and one button that mends it.

It lies over the bar, so nothing below it moves under the mouse; its button comes first when Tab goes round.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QSizePolicy, QWidget

from pressdesk.gui.kit.marks import Glyph
from pressdesk.gui.kit.widgets import Make, restyle, row
from pressdesk.model.findings import Severity
from pressdesk.text.messages import Messages

ERROR, OK = "error", "ok"
EDGE, SIDES = 6, 120  # px to the window's edge; of glyph, cross and margins beside the words


class Banner(QFrame):
    """Hidden until there is something to say. Tab alone gives it the focus; a screen reader is told."""

    def __init__(self, make: Make, ui: Messages, parent: QWidget) -> None:
        """`parent` is what it lies over, at the top."""
        super().__init__(parent)
        self._back: QWidget | None = None
        self._host = parent
        parent.installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._follow_focus)  # type: ignore[union-attr]
        self.setObjectName("banner")
        self._make = make
        self._glyph = Glyph(make.theme, Severity.ERROR)
        self._tick = make.icon_label("circle-check", "ok", 16)
        self._words = make.label("", "body", wrap=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._mend: QPushButton | None = None
        self._cross = make.icon_button(
            "x", ui.say("shell.close"), self.close_quietly, keys="Esc", size=28, icon_size=14
        )
        self._cross.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._row = row(self._glyph, self._tick, self._words, self._cross, spacing=12, margins=(20, 8, 12, 8))
        self.setLayout(self._row)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown."""
        return self._words.text()

    @property
    def mend_button(self) -> QPushButton | None:
        """The button that mends, None where there is none."""
        return self._mend

    def say(self, sentence: str, mend: str = "", act: Callable[[], object] | None = None, tone: str = ERROR) -> None:
        """Shows a sentence, with a button `mend` that does `act`."""
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self.setProperty("tone", tone)
        self._glyph.setVisible(tone == ERROR)
        self._tick.setVisible(tone == OK)
        restyle(self)
        if self._mend is not None:
            self._row.removeWidget(self._mend)
            self._mend.deleteLater()
            self._mend = None
        if mend and act is not None:
            self._mend = self._make.button(mend, clicked=lambda: self._do(act))
            self._mend.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._row.insertWidget(3, self._mend)
            self.setTabOrder(self._words, self._mend)  # else it would be the last of all, behind the list
        self.show()
        self._place()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def pass_over(self) -> None:
        """Closes an offer to take the last step back: another step was done or taken back since."""
        if self._mend is not None and self.property("tone") == OK:
            self.close_quietly()

    def close_quietly(self) -> None:
        """Closes it; the keyboard goes back to where it was, if it was here."""
        focus, back = QApplication.focusWidget(), self._back
        if focus is not None and self.isAncestorOf(focus) and back is not None and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def _do(self, act: Callable[[], object]) -> None:
        self.close_quietly()
        act()

    def _follow_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        inside = new is not None and self.isAncestorOf(new)
        if inside and old is not None and not self.isAncestorOf(old):
            self._back = old

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._host or not self.isVisible():
            return False
        if event.type() == QEvent.Type.Resize:
            self._place()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.close_quietly()  # nobody nearer has taken the key
            return True
        return False

    def _place(self) -> None:
        """As wide as its words, in the middle of the top; words that have no room go into further lines."""
        px = self._make.theme.px
        most = self._host.width() - 2 * px(EDGE)
        beside = px(SIDES) + (self._mend.sizeHint().width() if self._mend is not None else 0)
        lines = self._words.text().split("\n")
        natural = max(self._words.fontMetrics().horizontalAdvance(line) for line in lines) + 4
        width = max(0, min(natural, most - beside))
        self._words.setFixedWidth(width)
        self._words.setFixedHeight(max(self._words.heightForWidth(width), self._words.fontMetrics().height()))
        self._row.invalidate()
        size = self._row.sizeHint()
        self.setGeometry((self._host.width() - size.width()) // 2, px(EDGE), size.width(), size.height())
