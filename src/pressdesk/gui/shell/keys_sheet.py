"""F1: all keys of the window on one sheet."""

from PySide6.QtWidgets import QGridLayout, QWidget

from pressdesk.gui.actions import COMMANDS
from pressdesk.gui.kit.widgets import Make
from pressdesk.gui.shell.sheet import Sheet
from pressdesk.text.messages import Messages


class KeysSheet(Sheet):
    """A table: what it does, its key."""

    def __init__(self, host: QWidget, make: Make, ui: Messages) -> None:
        super().__init__(host, make, ui.say("shell.keys"), 560, ui.say("shell.close"))
        rows = [(ui.say(command.words), command.keys[0]) for command in COMMANDS if command.keys]
        rows += [(ui.say("shell.section_n", n="1 … 9"), "Alt+1 … 9")]
        rows += [(ui.say(f"shell.key.{name}"), keys) for name, keys in _IN_PLACE]
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        for row, (words, keys) in enumerate(rows):
            grid.addWidget(make.label(words, "body", wrap=True), row, 0)
            grid.addWidget(make.keys(keys), row, 1)
        self.fill(grid)
        self.foot.addStretch(1)
        self.close_button = make.button(ui.say("shell.close"), clicked=self.accept)
        self.foot.addWidget(self.close_button)


# keys that belong to a place, not to the window
_IN_PLACE = (
    ("next_field", "Enter"),
    ("add_here", "Ctrl+Enter"),
    ("move_card", "Alt+↑ ↓"),
    ("remove_card", "Ctrl+Del"),
    ("register", "F4"),
    ("suggestions", "Alt+Enter"),
    ("mention", "@"),
    ("finding_menu", "Shift+F10"),
    ("finding_here", "Del"),
    ("finding_everywhere", "Shift+Del"),
    ("finding_word", "Ins"),
    ("finding_register", "Shift+Ins"),
)
