"""Keeps what is typed against a crash: after a second of quiet, and at least every two while somebody types."""

from collections.abc import Iterator
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from pressdesk.app.recovery import Journal, Note
from pressdesk.gui.bridge import Bridge
from pressdesk.gui.jobs import Lane
from pressdesk.gui.shell.titles import draft_title

IDLE, LONGEST = 1000, 2000  # milliseconds


class Autosave(QObject):
    """Writes the journal of one draft in a thread of its own.

    Signals:
        kept(datetime): a copy was written.
        failed(PressDeskError): it could not be written. Said once, until it works again.
    """

    kept = Signal(object)
    failed = Signal(object)

    def __init__(self, bridge: Bridge, journal: Journal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge, self.journal = bridge, journal
        self._said = False
        self._lane = Lane(0, self)
        self._idle = QTimer(self, singleShot=True, interval=IDLE)
        self._longest = QTimer(self, singleShot=True, interval=LONGEST)
        self._idle.timeout.connect(self.keep)
        self._longest.timeout.connect(self.keep)
        self._lane.result.connect(self._done)
        self._lane.failed.connect(self._fail)
        bridge.draft_changed.connect(self._changed)
        bridge.saved.connect(self._saved)

    def _changed(self, _: object) -> None:
        if not self._bridge.desk.modified:  # undone back to what the file holds
            self._saved()
            return
        self._idle.start()
        if not self._longest.isActive():
            self._longest.start()

    def keep(self) -> None:
        """Writes the copy now."""
        self._idle.stop()
        self._longest.stop()
        draft, note, journal = self._bridge.draft, self._note(), self.journal

        def work() -> Iterator[object]:
            journal.write(draft, note)
            yield note.written

        self._lane.ask(work, at_once=True)

    def close(self) -> None:
        """The draft was closed on purpose: there is nothing to recover."""
        self._stop()
        self.journal.close()

    def detach(self) -> Journal:
        """Stops and hands the journal on: the window is built anew around the same draft."""
        self._stop()
        return self.journal

    def abandon(self) -> None:
        """Stops and leaves the copy for the next start, as a crash would."""
        self._stop()
        self.journal.abandon()

    def _saved(self) -> None:
        self._stop()
        self.journal.clear()

    def _stop(self) -> None:
        self._idle.stop()
        self._longest.stop()
        self._lane.finish()

    def _note(self) -> Note:
        bridge = self._bridge
        release = bridge.releases.get(bridge.language)
        return Note(
            title=draft_title(bridge.draft, bridge.kind, bridge.ui),
            path=str(bridge.desk.path or ""),
            kind=bridge.draft.facts.type,
            words=len(release.plain().split()) if release else 0,
            written=datetime.now(),
        )

    def _done(self, when: object) -> None:
        self._said = False
        self.kept.emit(when)

    def _fail(self, error: object) -> None:
        if not self._said:
            self._said = True
            self.failed.emit(error)
