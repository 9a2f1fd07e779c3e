"""A menu whose entries are done by the keys that they name, as long as it is open. Start at `ChoiceMenu`."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from pressdesk.gui.findings.choices import choice_of


class ChoiceMenu(QMenu):
    """What may be done about a finding. The data of an entry is the id of its Choice. It goes when it is closed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        choice = choice_of(event)
        named = next((action for action in self.actions() if choice and action.data() == choice), None)
        if named is None:
            super().keyPressEvent(event)
            return
        self.close()
        named.trigger()
