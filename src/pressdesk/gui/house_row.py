"""The house file in the settings: which one, choosing another, and what it changes in a sample. See `HouseRow`."""

import os
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from pressdesk.app import house
from pressdesk.app.places import Places
from pressdesk.gui.jobs import Lane
from pressdesk.gui.kit.widgets import Make, column, row
from pressdesk.gui.shell.asker import Asker
from pressdesk.gui.shell.titles import language_name
from pressdesk.text.messages import Messages

SHOWN = 4  # changes a language


class HouseRow(QWidget):
    """The ministry's file. `named` is what the settings will say: a path from the settings folder on, or "".

    Signals:
        changed(): it takes another height now.
    """

    changed = Signal()

    def __init__(self, make: Make, ui: Messages, places: Places, named: str, asker: Asker) -> None:
        super().__init__()
        self._make, self._ui, self._places, self._asker = make, ui, places, asker
        self.named = named
        self.file = make.label("", "body", elide=True)
        self.choose = make.button(ui.say("shell.house.choose"), clicked=self._choose)
        self.reset = make.button(ui.say("shell.house.reset"), "quiet", clicked=lambda: self.take(""))
        self._lines: list[QLabel] = []
        self.preview = QVBoxLayout()
        self.preview.setSpacing(2)
        self.setLayout(column(self.file, row(self.choose, self.reset, None, spacing=8), self.preview, spacing=8))
        self._lane = Lane(0, self)  # a sample in four languages takes longer than a click may
        self._lane.result.connect(self._show)
        self.take(named)

    def close_lane(self) -> None:
        """Ends the work in the thread; the preview stays as it is."""
        self._lane.close()

    def take(self, named: str) -> None:
        """Another file, or "" for house.toml of the settings folder or none."""
        self.named = named
        self._say(named)
        places = self._places

        def work() -> Iterator[object]:
            chosen = house.choose(places, named)
            if chosen.complaint:
                yield chosen.complaint
            elif chosen.path is not None:
                yield house.differences(chosen.house, SHOWN)
            else:
                yield ""

        self._lane.ask(work)

    @property
    def told(self) -> list[str]:
        """The lines of the preview, as they are read."""
        return [line.text() for line in self._lines]

    def _choose(self) -> None:
        now = house.house_file(self._places, self.named)
        folder = now.parent if now is not None and now.parent.is_dir() else self._places.config
        path = self._asker.house_path(self, folder)
        if path is not None:
            self.take(self._short(path.absolute()))

    def _short(self, path: Path) -> str:
        """A file of the settings folder by its name alone, so that the folder may move; any other by its whole path."""
        config = self._places.config
        return os.fspath(path.relative_to(config)) if path.is_relative_to(config) else os.fspath(path)

    def _say(self, named: str) -> None:
        path = house.house_file(self._places, named)
        self.file.setText(os.fspath(path) if path else self._ui.say("shell.house.none"))
        self.file.setToolTip(os.fspath(path) if path else "")
        self.reset.setVisible(bool(named))

    def _show(self, told: object) -> None:
        """What the file changes, or what is wrong with it; "" where there is no file."""
        for line in self._lines:
            self.preview.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = []
        if isinstance(told, tuple):
            self._differences(told)
        elif told:
            self._line(str(told), "error")
        QTimer.singleShot(0, self, self.changed.emit)  # when the layout knows the new lines

    def _differences(self, found: tuple[house.Difference, ...]) -> None:
        say = self._ui.say
        self._line(say("shell.house.changes" if found else "shell.house.nothing"), "text2")
        gone = say("shell.house.gone")
        for tag in dict.fromkeys(one.language for one in found):
            pairs = (f"{_cut(d.was) or gone} → {_cut(d.now) or gone}" for d in found if d.language == tag)
            self._line(f"{language_name(tag, self._ui)}: {' · '.join(pairs)}", "text")

    def _line(self, text: str, tone: str) -> None:
        self._lines.append(self._make.label(text, "small", tone, wrap=True))
        self.preview.addWidget(self._lines[-1])


def _cut(words: str) -> str:
    """The beginning of many words."""
    return words if len(words) <= 40 else f"{words[:38].rsplit(' ', 1)[0]} …"
