"""Everything one can do in the window: a table of names, keys and meanings. Menus are hidden; the palette lists all."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from pressdesk.text.messages import UI_LANGUAGES, Messages


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to do.

    Attributes:
        id: its name in the program.
        words: the key of its sentence.
        keys: its shortcuts, the first is shown.
        anywhere: whether it also works on the start page, without a draft.
    """

    id: str
    words: str
    keys: tuple[str, ...] = ()
    anywhere: bool = False


COMMANDS = (
    Command("new", "shell.new", ("Ctrl+N",), anywhere=True),
    Command("open", "shell.open", ("Ctrl+O",), anywhere=True),
    Command("save", "shell.save", ("Ctrl+S",)),
    Command("save_as", "shell.save_as", ("Ctrl+Shift+S",)),
    Command("export", "shell.export_", ("Ctrl+E",)),
    Command("checklist", "checklist.open", ("Ctrl+Shift+K",)),
    Command("errors", "shell.errors", ("Ctrl+Shift+E",)),
    Command("home", "shell.home", ("Ctrl+W",)),
    Command("palette", "shell.find", ("Ctrl+K",)),
    Command("undo", "shell.undo", ("Ctrl+Z",)),
    Command("redo", "shell.redo", ("Ctrl+Y", "Ctrl+Shift+Z")),
    Command("panes", "shell.panes", ("F6",)),
    Command("panes_back", "shell.panes_back", ("Shift+F6",)),
    Command("language_next", "shell.language_next", ("Ctrl+PgDown",)),
    Command("language_back", "shell.language_back", ("Ctrl+PgUp",)),
    Command("finding_next", "shell.finding_next", ("F8",)),
    Command("finding_back", "shell.finding_back", ("Shift+F8",)),
    Command("finding_popover", "shell.finding_popover", ("Alt+Return", "Alt+Enter")),
    Command("findings_panel", "shell.findings_panel", ("F9",)),
    Command("fix_all", "fix.open", ("Ctrl+Shift+F",)),
    Command("to_text", "shell.to_text", ("Ctrl+J",)),
    Command("rewrite", "amend.rewrite", ("Ctrl+R",)),
    Command("text_only", "shell.text_only", ("F11",)),
    Command("two_languages", "shell.two_languages", ("Ctrl+Shift+L",)),
    Command("white_paper", "shell.white_paper"),
    Command("turn_letter", "shell.turn_letter", ("F2",)),
    Command("letters", "shell.letters"),
    Command("register", "register.open", ("Ctrl+Shift+R",), anywhere=True),
    Command("text", "proof.open", ("Ctrl+Shift+T",), anywhere=True),
    Command("settings", "shell.settings", ("Ctrl+,",), anywhere=True),
    Command("keys", "shell.keys", ("F1",), anywhere=True),
    Command("setup", "shell.setup.title", anywhere=True),
    Command("quit", "shell.quit", ("Ctrl+Q",), anywhere=True),
)


class Actions:
    """The window's commands as QActions, so that their keys work wherever the focus is.

    `paused` says that a dialog is open: then no command runs. `also` are those that need no draft for now.
    """

    def __init__(self, window: QWidget, ui: Messages, run: Callable[[str], None]) -> None:
        self.paused = False
        self.with_draft = False
        self.also: frozenset[str] = frozenset()
        self._ui, self._run = ui, run
        self._by_id: dict[str, QAction] = {}
        for command in COMMANDS:
            action = QAction(ui.say(command.words), window)
            action.setShortcuts([QKeySequence(keys) for keys in command.keys])
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.triggered.connect(lambda _=False, c=command: self.do(c))
            window.addAction(action)
            self._by_id[command.id] = action

    def do(self, command: Command) -> None:
        """Runs a command, unless a dialog is open or it needs a draft and there is none."""
        if not self.paused and self._works(command):
            self._run(command.id)

    def _works(self, command: Command) -> bool:
        return command.anywhere or self.with_draft or command.id in self.also

    def action(self, name: str) -> QAction:
        """The action of a command."""
        return self._by_id[name]

    def remove_from(self, window: QWidget) -> None:
        """Takes all actions off the window: it is about to be built anew."""
        for action in self._by_id.values():
            window.removeAction(action)
            action.deleteLater()

    def listed(self) -> Iterator[tuple[Command, str, str, str]]:
        """What the palette shows: command, words, key, and the words in all languages to search in."""
        others = [Messages(tag) for tag in UI_LANGUAGES]
        for command in COMMANDS:
            if command.id == "palette" or not self._works(command):
                continue
            everything = " ".join(ui.say(command.words) for ui in others)
            yield command, self._ui.say(command.words), command.keys[0] if command.keys else "", everything


# the digit row by scan code: on the Kazakh layout it types letters, and Alt+1 never comes as a digit. X11 and Wayland
# give evdev's code plus 8, Windows the set 1 code
_FIRST_DIGIT = {"xcb": 10, "wayland": 10, "windows": 2}


class DigitKeys(QObject):
    """Alt+1 … Alt+9 whatever the keyboard layout. `run` is given the number.

    Signals:
        pressed: a key, whichever, went down.
    """

    pressed = Signal()

    def __init__(self, window: QWidget, platform: str, run: Callable[[int], None]) -> None:
        super().__init__(window)
        self._window, self._run = window, run
        self._first = _FIRST_DIGIT.get(platform)

    def number_of(self, event: QKeyEvent) -> int | None:
        """The number that Alt and this key mean, None where they mean none."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != Qt.KeyboardModifier.AltModifier:
            return None
        if Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9:
            return int(event.key()) - int(Qt.Key.Key_1) + 1
        if self._first is not None and self._first <= event.nativeScanCode() < self._first + 9:
            return event.nativeScanCode() - self._first + 1
        return None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self.pressed.emit()
            inside = isinstance(watched, QWidget) and watched.window() is self._window
            number = self.number_of(event) if inside else None
            if number is not None:
                self._run(number)
                return True
        return False
