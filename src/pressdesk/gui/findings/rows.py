"""The rows as a widget: a list that passes its keys on, and asks for a menu where a row is."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from pressdesk.gui.findings.choices import choice_of
from pressdesk.gui.findings.delegate import FindingDelegate
from pressdesk.gui.findings.groups import GroupedModel


def is_to_field(event: QKeyEvent) -> bool:
    """Ctrl+J: to the field."""
    return event.key() == Qt.Key.Key_J and event.modifiers() == Qt.KeyboardModifier.ControlModifier


class FindingsList(QListView):
    """The rows. Keys beyond moving about go to the panel.

    Signals:
        pressed_key(QKeyEvent): a key; accepted where it meant something.
        menu_wanted(QPoint, QModelIndex): a right click or the menu key, the global place and the row.
    """

    pressed_key = Signal(object)
    menu_wanted = Signal(QPoint, object)

    def __init__(self, model: GroupedModel, delegate: FindingDelegate, name: str) -> None:
        super().__init__()
        self.setObjectName("findingsList")
        self.setAccessibleName(name)
        self.setItemDelegate(delegate)
        self.setModel(model)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def event(self, event: QEvent) -> bool:
        # here these keys mean the finding; for the window Ctrl+J means the text, and F1 all keys
        asked = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if asked and (is_to_field(event) or choice_of(event)):  # type: ignore[arg-type]  # a QKeyEvent
            event.accept()
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        seen = self.currentIndex().isValid() and self._in_sight(event.oldSize().height())
        super().resizeEvent(event)
        if seen:  # what is said of the chosen row takes room from the list
            self.scrollTo(self.currentIndex())

    def _in_sight(self, height: int) -> bool:
        row = self.visualRect(self.currentIndex())
        return row.bottom() >= 0 and row.top() <= height

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.setAccepted(False)
        self.pressed_key.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index, where = self.indexAt(self.viewport().mapFromGlobal(event.globalPos())), event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            where = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft() + QPoint(40, 0))
        if index.isValid():
            self.menu_wanted.emit(where, index)
        event.accept()
