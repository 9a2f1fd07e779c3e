"""Whether the ministry's style file has changed while the window is open, whoever changed it. See `StyleWatch`."""

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from pressdesk.app.places import Places
from pressdesk.app.style_file import NAME, style_file
from pressdesk.store import atomic

QUIET = 200  # milliseconds: an editor that saves changes a file several times


class StyleWatch(QObject):
    """Watches the style file in force and the folders where one may come to lie.

    Signals:
        changed: other rules hold now, or may.
    """

    changed = Signal()

    def __init__(self, places: Places, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places = places
        self._watcher = QFileSystemWatcher(self)
        self._quiet = QTimer(self, singleShot=True, interval=QUIET)
        self._quiet.timeout.connect(self.look)
        for signal in (self._watcher.fileChanged, self._watcher.directoryChanged):
            signal.connect(lambda _: self._quiet.start())
        self._known = self._mark()
        self._watch()

    def look(self) -> None:
        """Looks whether the file is another one than it was."""
        now = self._mark()
        self._watch()
        if now != self._known:
            self._known = now
            self.changed.emit()

    def _mark(self) -> tuple[object, ...]:
        path = style_file(self._places)
        return (path, *atomic.stamp(path))

    def _watch(self) -> None:
        """Watches what is there; a file that was replaced is watched anew, for its watch went with it."""
        path = style_file(self._places) or self._places.config / NAME
        wanted = [str(one) for one in (path, path.parent) if one.exists()]
        old = [*self._watcher.files(), *self._watcher.directories()]
        if gone := [one for one in old if one not in wanted]:
            self._watcher.removePaths(gone)
        if new := [one for one in wanted if one not in old]:
            self._watcher.addPaths(new)
