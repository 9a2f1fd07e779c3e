"""Questions that stop the work until answered. The window is given an Asker; tests give it one of their own."""

from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QWidget

from pressdesk.gui.kit.widgets import Make, column
from pressdesk.gui.shell.sheet import Sheet
from pressdesk.text.messages import Messages

SUFFIX = ".pressdesk"


class Answer(Enum):
    """What to do with a draft that is not saved."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"


class Asker(Protocol):
    """Whoever answers in the user's place."""

    def unsaved(self, host: QWidget, title: str, *, text: bool = False) -> Answer:
        """The draft `title` (or a text that is no draft) has changes that are not saved and is about to be closed."""
        ...

    def open_path(self, host: QWidget, folder: Path, facts: bool = False) -> Path | None:
        """A draft's file (or a facts file) to open, None for none."""
        ...

    def house_path(self, host: QWidget, folder: Path) -> Path | None:
        """A ministry's house file, None for none."""
        ...

    def save_path(self, host: QWidget, suggested: Path) -> Path | None:
        """Where to save, None for nowhere."""
        ...

    def folder(self, host: QWidget, start: Path) -> Path | None:
        """A folder for exports, None to leave it."""
        ...


class DialogAsker:
    """Asks the person: a sheet for a question, the system's own dialogs for files.

    One question stands at a time: whatever asks for another meanwhile is called off.
    """

    def __init__(self, make: Make, ui: Messages, run: Callable[[Sheet, QWidget], object]) -> None:
        """`run` shows a sheet with the focus on one of its widgets, and waits for its end."""
        self._make, self._ui, self._run = make, ui, run
        self._asking = False

    def unsaved(self, host: QWidget, title: str, *, text: bool = False) -> Answer:
        """See Asker."""
        if self._asking:
            return Answer.CANCEL
        say, make = self._ui.say, self._make
        named = say("shell.unsaved.text_title" if text else "shell.unsaved.title")
        sheet = Sheet(host, make, named, 480, say("shell.cancel"))
        sheet.fill(column(make.label(say("shell.unsaved.text", title=title), "body", "text2", wrap=True)))
        chosen = [Answer.CANCEL]

        def choose(answer: Answer) -> None:
            chosen[0] = answer
            sheet.accept()

        save = make.button(say("shell.save"), "primary", "save", lambda: choose(Answer.SAVE))
        sheet.foot.addStretch(1)
        sheet.foot.addWidget(make.button(say("shell.cancel"), clicked=sheet.reject))
        sheet.foot.addWidget(make.button(say("shell.unsaved.discard"), clicked=lambda: choose(Answer.DISCARD)))
        sheet.foot.addWidget(save)
        self._asking = True
        try:
            self._run(sheet, save)
        finally:
            self._asking = False
        return chosen[0]

    def open_path(self, host: QWidget, folder: Path, facts: bool = False) -> Path | None:
        """See Asker."""
        if facts:
            kinds = f"{self._ui.say('shell.file.facts')} (*.json)"
        else:
            kinds = f"{self._ui.say('shell.file.drafts')} (*{SUFFIX})"
        chosen, _ = QFileDialog.getOpenFileName(host, self._ui.say("shell.open"), str(folder), kinds)
        return Path(chosen) if chosen else None

    def house_path(self, host: QWidget, folder: Path) -> Path | None:
        """See Asker."""
        title = self._ui.say("shell.house.choose")
        chosen, _ = QFileDialog.getOpenFileName(
            host, title, str(folder), f"{self._ui.say('shell.house.title')} (*.toml)"
        )
        return Path(chosen) if chosen else None

    def save_path(self, host: QWidget, suggested: Path) -> Path | None:
        """See Asker."""
        kinds = f"{self._ui.say('shell.file.drafts')} (*{SUFFIX})"
        chosen, _ = QFileDialog.getSaveFileName(host, self._ui.say("shell.save_as"), str(suggested), kinds)
        return with_suffix(Path(chosen)) if chosen else None

    def folder(self, host: QWidget, start: Path) -> Path | None:
        """See Asker."""
        chosen = QFileDialog.getExistingDirectory(host, self._ui.say("shell.export.folder"), str(start))
        return Path(chosen) if chosen else None


def with_suffix(path: Path) -> Path:
    """The path with a draft's suffix, added where it has none: «Сапар 22.12» stays whole."""
    return path if path.suffix.lower() == SUFFIX else path.with_name(path.name + SUFFIX)
