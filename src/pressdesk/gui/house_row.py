"""A ministry's files in the settings: which one holds, choosing another, and what it changes.

The house file says how texts are written (`HouseRow`), the style file what is marked in them (`StyleRow`).
"""

import os
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from pressdesk.app import house, style_file
from pressdesk.app.places import Places
from pressdesk.gui.jobs import Lane
from pressdesk.gui.kit.widgets import Make, column, row
from pressdesk.gui.shell.asker import Asker
from pressdesk.gui.shell.titles import language_name
from pressdesk.text.messages import Messages

SHOWN = 4  # changes a language


class FileRow(QWidget):
    """A file of the ministry. `named` is what the settings will say: a path from the settings folder on, or "".

    A row of its own says where the file lies (`path_of`), reads it in a thread (`read`) and tells of it (`tell`); its
    words are the keys `title`, `none`, `choose` and `reset` below `words`.

    Signals:
        changed(): it takes another height now.
    """

    changed = Signal()
    words = ""

    def __init__(self, make: Make, ui: Messages, places: Places, named: str, asker: Asker) -> None:
        super().__init__()
        self._make, self._ui, self._places, self._asker = make, ui, places, asker
        self.named = named
        self.file = make.label("", "body", elide=True)
        self.choose = make.button(ui.say(f"{self.words}.choose"), clicked=self._choose)
        self.reset = make.button(ui.say(f"{self.words}.reset"), "quiet", clicked=lambda: self.take(""))
        for button in (self.choose, self.reset):  # two rows have the same words on their buttons
            button.setAccessibleName(f"{ui.say(f'{self.words}.title')}: {button.text()}")
        self._lines: list[QLabel] = []
        self.preview = QVBoxLayout()
        self.preview.setSpacing(2)
        self.setLayout(column(self.file, row(self.choose, self.reset, None, spacing=8), self.preview, spacing=8))
        self._lane = Lane(0, self)  # a sample in four languages takes longer than a click may
        self._lane.result.connect(self._show)
        self.take(named)

    def close_lane(self) -> None:
        """Ends the work in the thread; the preview stays as it is."""
        self._lane.drop()

    def take(self, named: str) -> None:
        """Another file, or "" for the usual one of the settings folder or none."""
        self.named = named
        self._say(named)
        self._lane.ask(lambda: self.read(named))

    def path_of(self, named: str) -> Path | None:
        """The file that holds."""
        raise NotImplementedError

    def read(self, named: str) -> Iterator[object]:
        """What `tell` takes, or a sentence on what is wrong with the file; "" where there is none. Runs in a thread."""
        raise NotImplementedError

    def tell(self, told: object) -> None:
        """Shows what was read."""
        raise NotImplementedError

    @property
    def told(self) -> list[str]:
        """The lines of the preview, as they are read."""
        return [line.text() for line in self._lines]

    def _choose(self) -> None:
        now = self.path_of(self.named)
        folder = now.parent if now is not None and now.parent.is_dir() else self._places.config
        path = self._asker.house_path(self, folder)
        if path is not None:
            self.take(self._short(path.absolute()))

    def _short(self, path: Path) -> str:
        """A file of the settings folder by its name alone, so that the folder may move; any other by its whole path."""
        config = self._places.config
        return os.fspath(path.relative_to(config)) if path.is_relative_to(config) else os.fspath(path)

    def _say(self, named: str) -> None:
        path = self.path_of(named)
        self.file.setText(os.fspath(path) if path else self._ui.say(f"{self.words}.none"))
        self.file.setToolTip(os.fspath(path) if path else "")
        self.reset.setVisible(bool(named))

    def _show(self, told: object) -> None:
        """What the file changes, or what is wrong with it; "" where there is no file."""
        for line in self._lines:
            self.preview.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = []
        if not isinstance(told, str):
            self.tell(told)
        elif told:
            self.line(told, "error")
        QTimer.singleShot(0, self, self.changed.emit)  # when the layout knows the new lines

    def line(self, text: str, tone: str) -> None:
        """Adds a line to the preview."""
        self._lines.append(self._make.label(text, "small", tone, wrap=True))
        self.preview.addWidget(self._lines[-1])


class HouseRow(FileRow):
    """The house file, and what it changes in a sample."""

    words = "shell.house"

    def path_of(self, named: str) -> Path | None:
        """See FileRow."""
        return house.house_file(self._places, named)

    def read(self, named: str) -> Iterator[object]:
        """See FileRow."""
        chosen = house.choose(self._places, named)
        if chosen.complaint:
            yield chosen.complaint
        elif chosen.path is not None:
            yield house.differences(chosen.house, SHOWN)
        else:
            yield ""

    def tell(self, told: object) -> None:
        """See FileRow."""
        if not isinstance(told, tuple):
            return
        say = self._ui.say
        self.line(say("shell.house.changes" if told else "shell.house.nothing"), "text2")
        gone = say("shell.house.gone")
        for tag in dict.fromkeys(one.language for one in told):
            pairs = (f"{_cut(d.was) or gone} → {_cut(d.now) or gone}" for d in told if d.language == tag)
            self.line(f"{language_name(tag, self._ui)}: {' · '.join(pairs)}", "text")


class StyleRow(FileRow):
    """The style file, how many rules it changes, and which ones it switches off."""

    words = "style_file"

    def path_of(self, named: str) -> Path | None:
        """See FileRow."""
        return style_file.style_file(self._places, named)

    def read(self, named: str) -> Iterator[object]:
        """See FileRow."""
        chosen = style_file.choose(self.path_of(named))
        yield chosen if chosen.path is not None and not chosen.complaint else chosen.complaint

    def tell(self, told: object) -> None:
        """See FileRow."""
        if not isinstance(told, style_file.Chosen):
            return
        off = style_file.off_in(told)
        changed = sum(rule.id in told.style.own for rule in told.style.rules)
        say = self._ui.say
        if changed or not off:
            self.line(say("style_file.changes", n=changed) if changed else say("style_file.nothing"), "text2")
        if off:
            self.line(say("style_file.off", rules=", ".join(off)), "text")


def _cut(words: str) -> str:
    """The beginning of many words."""
    return words if len(words) <= 40 else f"{words[:38].rsplit(' ', 1)[0]} …"
