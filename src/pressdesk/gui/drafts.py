"""New, open, save, close: what happens to the files of drafts, with the questions that belong to it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QWidget

from pressdesk.app.places import Places
from pressdesk.app.recovery import Leftover
from pressdesk.errors import DraftFileError, DraftTooNewError
from pressdesk.gui.shell.asker import Answer, Asker, with_suffix
from pressdesk.gui.shell.preferences import Preferences
from pressdesk.gui.shell.titles import draft_title
from pressdesk.text.messages import Messages

if TYPE_CHECKING:  # what renders is imported with the first draft, after the start page is on the screen
    from pressdesk.app.desk import Desk
    from pressdesk.gui.bridge import Bridge


class Drafts:
    """Brings drafts to the desk and back to their files. All that opens raises PressDeskError with one sentence."""

    def __init__(self, places: Places, preferences: Preferences) -> None:
        self._places, self._preferences = places, preferences

    def new(self, kind: str) -> "Desk":
        """An empty draft of a release type."""
        from pressdesk.app.desk import Desk
        from pressdesk.app.samples import start

        return Desk(self._places, start(kind))

    def sample(self, name: str) -> "Desk":
        """A shipped sample, as a draft without a file."""
        from pressdesk.app.desk import Desk
        from pressdesk.app.samples import sample

        return Desk(self._places, sample(name))

    def facts(self, path: Path) -> "Desk":
        """A draft without a file, of a facts file."""
        from pressdesk.app.desk import Desk
        from pressdesk.app.register.layers import Layers
        from pressdesk.app.samples import from_facts_file

        return Desk(self._places, from_facts_file(path, Layers.at(self._places)))

    def open(self, path: Path, ui: Messages) -> "Desk":
        """A draft of its file. A facts file (.json) is taken too. The sentences of DraftFileError are the window's."""
        from pressdesk.app.desk import Desk

        path = path.expanduser().absolute()
        if path.suffix.lower() == ".json":
            return self.facts(path)
        try:
            desk = Desk.open(self._places, path)
        except DraftTooNewError as error:
            raise DraftTooNewError(ui.say("shell.error.too_new", path=path)) from error
        except DraftFileError as error:
            key = "shell.error.unreadable" if path.exists() else "shell.failure.missing"
            raise DraftFileError(ui.say(key, path=path)) from error
        desk.kind  # noqa: B018  (an unknown release type must be said now, not in the middle of building the window)
        self._preferences.take(self._preferences.settings.with_recent(path))
        return desk

    def recover(self, leftover: Leftover) -> "Desk":
        """What a crash left behind, as a draft with its old file that is not saved."""
        from pressdesk.app.desk import Desk

        desk = Desk(self._places, leftover.draft())
        if leftover.note.path:
            desk.path = Path(leftover.note.path)
        return desk

    def save(self, bridge: "Bridge", asker: Asker, host: QWidget, *, elsewhere: bool = False) -> bool:
        """Saves the draft, asking where if it has no file yet. False where that was called off or failed."""
        path: Path | None = bridge.desk.path
        if elsewhere or path is None:
            path = asker.save_path(host, self.suggested(bridge))
            if path is None:
                return False
            path = with_suffix(path)
        if not bridge.save(path):
            return False
        self._preferences.take(self._preferences.settings.with_recent(path))
        return True

    def may_close(self, bridge: "Bridge", asker: Asker, host: QWidget, *, touched: bool) -> bool:
        """Whether the draft may be closed now: saved, or given up on purpose."""
        if not touched:
            return True
        answer = asker.unsaved(host, draft_title(bridge.draft, bridge.kind, bridge.ui))
        if answer is Answer.SAVE:
            return self.save(bridge, asker, host)
        return answer is Answer.DISCARD

    def suggested(self, bridge: "Bridge") -> Path:
        """A name for a draft that has none: in its own folder, the last draft's or the documents."""
        if bridge.desk.path is not None:
            return bridge.desk.path
        title = draft_title(bridge.draft, bridge.kind, bridge.ui)
        name = "".join(" " if c in '/\\:*?"<>|' else c for c in title).strip() or "pressdesk"
        return with_suffix(self.folder(None) / name)

    def folder(self, desk: "Desk | None") -> Path:
        """Where to look for drafts first."""
        if desk is not None and desk.path is not None:
            return desk.path.parent
        recent = self._preferences.settings.recent
        if recent and Path(recent[0]).parent.is_dir():
            return Path(recent[0]).parent
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(documents) if documents else Path.home()
