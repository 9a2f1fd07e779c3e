"""One plain sentence across the window: what went wrong and one button that mends it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QWidget

from pressdesk.gui.kit.marks import Glyph
from pressdesk.gui.kit.widgets import Make, restyle, row
from pressdesk.model.findings import Severity
from pressdesk.text.messages import Messages

ERROR, OK = "error", "ok"


class Banner(QFrame):
    """Hidden until there is something to say. It never takes the focus; a screen reader is told."""

    def __init__(self, make: Make, ui: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._make = make
        self._glyph = Glyph(make.theme, Severity.ERROR)
        self._tick = make.icon_label("circle-check", "ok", 16)
        self._words = make.label("", "body", wrap=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._mend: QPushButton | None = None
        self._cross = make.icon_button("x", ui.say("shell.close"), self.hide, size=28, icon_size=14)
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
            self._row.insertWidget(3, self._mend)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def pass_over(self) -> None:
        """Closes an offer to take the last step back: another step was done or taken back since."""
        if self._mend is not None and self.property("tone") == OK:
            self.hide()

    def _do(self, act: Callable[[], object]) -> None:
        self.hide()
        act()
