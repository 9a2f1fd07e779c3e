"""One order for what is typed in a text and what is done about its findings. Start at `History`.

The document's own undo knows letters alone. A deed (a word kept, a finding ignored, a rule switched off) is put into it
as a step that changes nothing but a number in the format of the first paragraph, which nobody sees: so undo meets words
and deeds in the order in which they were done, and letters typed after a deed are never joined to those before it.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor, QTextDocument, QTextFormat

from pressdesk.app.desk import Deed
from pressdesk.errors import PressDeskError

_NUMBER = QTextFormat.Property.UserProperty.value + 1


class History(QObject):
    """The steps of one document.

    Attributes:
        marking: whether the document is changing for a deed's sake: its words are as they were.
    Signals:
        done(): something was done, taken back or brought again: what was the last step is so no longer.
        failed(PressDeskError): a deed could not be taken back or done again; it stands as it stood.
    """

    done = Signal()
    failed = Signal(object)

    def __init__(
        self, document: QTextDocument, undo: Callable[[], object], redo: Callable[[], object], parent: QObject
    ) -> None:
        """`undo` and `redo` take back and bring again what was typed."""
        super().__init__(parent)
        self._document, self._undo, self._redo = document, undo, redo
        self._deeds: dict[int, Deed] = {}  # by the number of steps that undo has once they are done
        self._steps, self._count = 0, 0
        self.marking = False
        document.undoCommandAdded.connect(self._added)

    def clear(self) -> None:
        """The document has another text: there is nothing to take back."""
        self._deeds.clear()
        self._steps = self._document.availableUndoSteps()

    def act(self, deed: Deed) -> None:
        """Does a deed, as a step of its own. What it raises is raised, and there is no step."""
        deed.do()
        self._count += 1
        cursor = QTextCursor(self._document.begin())
        form = cursor.blockFormat()
        form.setProperty(_NUMBER, self._count)
        self._marked(lambda: cursor.setBlockFormat(form))
        self._deeds[self._steps] = deed
        self.done.emit()

    def undo(self) -> None:
        """Takes the last step back, words or deed."""
        deed = self._deeds.get(self._document.availableUndoSteps())
        if deed is None:
            self._undo()
        elif self._tried(deed.undo):
            self._marked(self._document.undo)
        self._steps = self._document.availableUndoSteps()
        self.done.emit()

    def redo(self) -> None:
        """Brings the step back that undo took."""
        next_one = self._document.availableUndoSteps() + 1
        deed = self._deeds.get(next_one) if self._document.isRedoAvailable() else None
        if deed is None:
            self._redo()
        elif self._tried(deed.do):
            self._marked(self._document.redo)
        self._steps = self._document.availableUndoSteps()
        self.done.emit()

    def _tried(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except PressDeskError as error:
            self.failed.emit(error)
            return False
        return True

    def _marked(self, change: Callable[[], object]) -> None:
        """Changes the document for a deed's sake; whether its words are saved stays as it was."""
        modified = self._document.isModified()
        self.marking = True
        try:
            change()
        finally:
            self.marking = False
        self._document.setModified(modified)

    def _added(self) -> None:
        """The document has a new step; those that undo had taken back are gone."""
        self._deeds = {at: deed for at, deed in self._deeds.items() if at <= self._steps}
        self._steps = self._document.availableUndoSteps()
        if not self.marking:
            self.done.emit()
