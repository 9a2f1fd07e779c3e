"""How the register is opened over the start page or the desk, and left again. Start at `Door`."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from pressdesk.gui.shell.banner import OK

if TYPE_CHECKING:
    from pressdesk.gui.main_window import MainWindow
    from pressdesk.gui.register.view import RegisterView

_AWAY = ("open", "home", "register")  # commands that leave the register
_AS_EVER = ("settings", "keys", "setup", "quit", "letters", "turn_letter", "save")


class Door:
    """The register of one window.

    Attributes:
        view: the view while it is shown, else None.
    """

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self.view: RegisterView | None = None
        self._before: QWidget | None = None
        self._focus: QWidget | None = None

    def open(self, record_id: str = "") -> None:
        """Shows the register; an entry where one is named."""
        from pressdesk.app.register.inuse import Drafts
        from pressdesk.gui.register.view import RegisterView

        if self.view is None:
            window = self._window
            self._before, self._focus = window.stack.currentWidget(), QApplication.focusWidget()
            desk = window.bridge.desk if window.bridge is not None else None
            recent = window.preferences.settings.recent
            drafts = Drafts(recent) if desk is None else Drafts(recent, desk.draft, desk.path)
            view = RegisterView(window.make, window.ui, window.places, window.preferences, drafts=drafts)
            view.back_wanted.connect(self.leave)
            view.draft_wanted.connect(self._open_draft)
            view.failed.connect(window.tell)
            view.told.connect(lambda words: window.banner.say(words, tone=OK))
            view.keeper.reload()  # now that there is somebody to tell
            self.view = view
            window.stack.addWidget(view)
            window.stack.setCurrentWidget(view)
            view.focus_first()
        if record_id:
            self.view.show_entry(record_id)
            self.view.detail.focus_first()

    def leave(self) -> str:
        """Back to where one was; gives the entry that was shown, "" where the register was not open."""
        view, self.view = self.view, None
        if view is None:
            return ""
        view.close_view()
        shown = view.detail.record.id if view.detail.record is not None else " "
        stack = self._window.stack
        if stack.currentWidget() is view and self._before is not None and stack.indexOf(self._before) >= 0:
            stack.setCurrentWidget(self._before)
        stack.removeWidget(view)
        view.deleteLater()
        if self._window.bridge is not None:
            self._window.bridge.recheck()  # names may be spelt rightly now
        self._window.text.check_anew()
        if self._focus is not None and self._focus.isVisible():
            self._focus.setFocus(Qt.FocusReason.OtherFocusReason)
        return shown

    def takes(self, name: str) -> bool:
        """Whether a command of the window is the register's now: undo is its own, what belongs to the desk waits."""
        view = self.view
        if view is not None and self._window.stack.currentWidget() is not view:
            self.leave()  # a draft was opened over it from outside
            view = None
        if view is None or name in _AS_EVER:
            return False
        if name in _AWAY:
            self.leave()
            return name in ("home", "register")
        own: dict[str, Callable[[], object]] = {
            "new": view.add_entry,
            "undo": view.keeper.undo,
            "panes": lambda: view.step_pane(1),
            "panes_back": lambda: view.step_pane(-1),
        }
        if name in own:
            own[name]()
        return True

    def _open_draft(self, path: object) -> None:
        self.leave()
        if isinstance(path, Path):
            self._window.open_path(path)
