"""A final release although something stands open: the reason for it, which the draft keeps. Start at `ForceBox`."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit

from pressdesk.gui.kit.widgets import Make, column
from pressdesk.text.messages import Messages


class ForceBox(QFrame):
    """A link, and behind it a line for the reason.

    Signals:
        changed: it was opened or closed, or the reason is another one.
    """

    changed = Signal()

    def __init__(self, make: Make, ui: Messages) -> None:
        super().__init__()
        self.link = make.button(ui.say("checklist.final.force"), "errlink", clicked=self._turn)
        self._warning = make.label(ui.say("checklist.final.forced"), "small", "warn", wrap=True)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(ui.say("checklist.final.reason"))
        self.reason.setAccessibleName(ui.say("checklist.final.reason"))
        self.reason.setAccessibleDescription(self._warning.text())
        self.reason.setMaxLength(300)
        self.reason.textChanged.connect(lambda _: self.changed.emit())
        self.setLayout(column(self.link, self._warning, self.reason, spacing=4))
        self._open(False)

    @property
    def given(self) -> str:
        """The reason, "" where none is wanted or written."""
        return self.reason.text().strip() if self.opened else ""

    @property
    def opened(self) -> bool:
        """Whether somebody wants to force the release."""
        return self.reason.isVisibleTo(self)

    def offer(self, wanted: bool) -> None:
        """Shows the link where there is something to force; else it goes, with the reason."""
        self.setVisible(wanted)
        if not wanted and self.opened:
            self._open(False)

    def _turn(self) -> None:
        self._open(not self.opened)
        if self.opened:
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _open(self, opened: bool) -> None:
        self._warning.setVisible(opened)
        self.reason.setVisible(opened)
