"""Brings LanguageTool to this machine from within the window: the one thing that uses the network, and on asking."""

import queue
import threading
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from pressdesk.app.places import Places
from pressdesk.errors import SetupError
from pressdesk.gui.jobs import Lane
from pressdesk.gui.kit.widgets import Make, column
from pressdesk.gui.shell.sheet import Sheet
from pressdesk.gui.shell.titles import language_name
from pressdesk.proof.languagetool.install import install, stamp
from pressdesk.proof.languagetool.lock import default_folder, read_lock
from pressdesk.proof.languagetool.proofer import LanguageToolProofer
from pressdesk.proof.languagetool.trial import try_out
from pressdesk.text.messages import Messages

LOOK = 100  # milliseconds between looks at how far it is


class SetupSheet(Sheet):
    """Says how much will be fetched, fetches it, tries it out.

    Signals:
        installed: LanguageTool is there and works.
    """

    installed = Signal()

    def __init__(self, host: QWidget, make: Make, ui: Messages, places: Places, origin: Path | None = None) -> None:
        super().__init__(host, make, ui.say("shell.setup.title"), 520, ui.say("shell.close"))
        self._ui = ui
        self._folder, self._lock, self._origin = default_folder(places.data), read_lock(), origin
        self._done_bytes: queue.SimpleQueue[int] = queue.SimpleQueue()
        self._stop = threading.Event()
        jars = self._lock.needed(self._lock.languages)
        self._total = sum(jar.size for jar in jars if not (self._folder / jar.name).exists())
        names = ", ".join(language_name(tag, ui) for tag in self._lock.languages)
        words = ui.say("shell.setup.text", size=round(self._total / 1e6), languages=names)
        self._state = make.label("", "small", "text2", wrap=True)
        self._progress = QProgressBar(textVisible=False)
        self._progress.setAccessibleName(ui.say("shell.setup.title"))
        self._progress.setMaximum(max(1, self._total // 1024))
        self._progress.hide()
        self.fill(column(make.label(words, "body", wrap=True), self._progress, self._state, spacing=12))
        self.go = make.button(ui.say("shell.setup.go"), "primary", "download", self.begin)
        self.foot.addStretch(1)
        self.foot.addWidget(make.button(ui.say("shell.cancel"), clicked=self.reject))
        self.foot.addWidget(self.go)
        self._lane = Lane(0, self)
        self._lane.failed.connect(self._failed)
        self._lane.result.connect(lambda _: self._installed())
        self._look = QTimer(self, interval=LOOK)
        self._look.timeout.connect(self._show)

    def begin(self) -> None:
        """Starts to fetch."""
        self.go.setEnabled(False)
        self._progress.show()
        self._stop.clear()
        self._look.start()
        self._state.setProperty("tone", "text2")
        self._say(self._ui.say("shell.setup.fetching"))
        self._lane.ask(self._work, at_once=True)

    def _work(self) -> Iterator[object]:
        languages = self._lock.languages
        done = install(self._folder, self._lock, languages, origin=self._origin, tick=self._tick)
        with LanguageToolProofer(self._folder) as proofer:
            try_out(proofer, languages, about=lambda _: self._tick(0))
        stamp(self._folder, self._lock, languages)
        yield done

    def _tick(self, count: int) -> None:
        # in the worker's thread; an error is the one way to leave a download, and what is there already stays
        if self._stop.is_set():
            raise SetupError(self._ui.say("shell.setup.stopped"))
        self._done_bytes.put(count)

    def _show(self) -> None:
        count = 0
        while not self._done_bytes.empty():
            count += self._done_bytes.get()
        self._progress.setValue(min(self._progress.maximum(), self._progress.value() + count // 1024))

    def _installed(self) -> None:
        self.accept()
        self.installed.emit()

    def _failed(self, error: object) -> None:
        self._look.stop()
        self._progress.hide()
        self.go.setEnabled(True)
        self._say(str(error))

    def _say(self, words: str) -> None:
        self._state.setText(words)
        self.refit()

    def done(self, result: int) -> None:
        self._stop.set()
        self._lane.drop()
        super().done(result)
