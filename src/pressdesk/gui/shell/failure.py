"""When the program itself makes a mistake: what failed, what is safe, and a copy on the spot."""

import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from pressdesk.gui.kit.widgets import Make, column
from pressdesk.gui.shell.sheet import Sheet
from pressdesk.text.messages import Messages


class Hook(QObject):
    """Catches what nobody caught, in any thread, and tells the window. Install `hook` as sys.excepthook.

    Signals:
        broke(str, str): the last line and the whole report of an exception.
    """

    broke = Signal(str, str)

    def hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """What Python calls. The report also goes to standard error, for whoever started us there."""
        report = "".join(traceback.format_exception(kind, error, trace))
        traceback.print_exception(kind, error, trace)
        self.broke.emit(f"{kind.__name__}: {error}", report)


class FailureSheet(Sheet):
    """Says what failed and what is safe. `save_copy` is None where no draft is open."""

    def __init__(
        self, host: QWidget, make: Make, ui: Messages, what: str, report: str, save_copy: Callable[[], object] | None
    ) -> None:
        super().__init__(host, make, ui.say("shell.failure.title"), 560, ui.say("shell.close"))
        safe = ui.say("shell.failure.safe" if save_copy else "shell.failure.safe_start")
        told = make.label(ui.say("shell.failure.what", what=what), "body", wrap=True)
        self.fill(column(told, make.label(safe, "body", "text2", wrap=True), spacing=12))

        def copy() -> None:
            QGuiApplication.clipboard().setText(report)

        self.foot.addWidget(make.button(ui.say("shell.failure.details"), "quiet", "copy", copy))
        self.foot.addStretch(1)
        if save_copy is not None:
            self.foot.addWidget(make.button(ui.say("shell.failure.save_copy"), icon="save", clicked=save_copy))
        self.go_on = make.button(ui.say("shell.failure.go_on"), "primary", clicked=self.accept)
        self.foot.addWidget(self.go_on)
