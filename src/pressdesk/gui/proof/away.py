"""The lines above the text that say which checker cannot work. Start at `Away`."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.errors import ProoferUnavailable
from pressdesk.gui.findings.notices import Notice
from pressdesk.gui.kit.widgets import Make
from pressdesk.text.messages import Messages

MOST = 3


class Away(QWidget):
    """A line for each checker that is away, no more than MOST.

    Attributes:
        shown: what they say.
    Signals:
        mend_wanted(): a checker is to be set up.
        again_wanted(): the text is to be checked again.
    """

    mend_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, make: Make, ui: Messages) -> None:
        super().__init__()
        self._make, self._ui = make, ui
        self.shown: tuple[ProoferUnavailable, ...] = ()
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(make.theme.px(12), 0, make.theme.px(12), 0)
        self.hide()

    def show_all(self, notices: list[ProoferUnavailable]) -> None:
        """Shows these, each once; where they stand already, nothing moves."""
        once = tuple({str(notice): notice for notice in notices}.values())[:MOST]
        if [str(notice) for notice in once] == [str(notice) for notice in self.shown]:
            return
        self.shown = once
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for notice in once:
            line = Notice(self._make, self._ui, "", notice)
            line.mend_wanted.connect(lambda _: self.mend_wanted.emit())
            line.again_wanted.connect(self.again_wanted)
            self._lines.addWidget(line)
        self.setVisible(bool(once))
