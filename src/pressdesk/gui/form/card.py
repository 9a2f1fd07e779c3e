"""The inside of an open row: its fields, words by language side by side first."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.gui.form.context import FormContext
from pressdesk.gui.form.editor import Editor, FieldBox
from pressdesk.gui.form.grid import TextGrid
from pressdesk.gui.form.order import stops
from pressdesk.gui.form.registered import KeepButton, keepable
from pressdesk.gui.kit.widgets import row
from pressdesk.model.check import Problem
from pressdesk.model.draft import Draft
from pressdesk.model.fields import FieldKind, FieldSpec

_MOST_COLUMNS = 3
_LABEL_LEAST, _LABEL_MOST = 78, 150
_ABOVE = (FieldKind.TEXT, FieldKind.LIST, FieldKind.STEPS, FieldKind.PHOTO)


class Card(QWidget):
    """Editors of one row.

    Attributes:
        boxes: the fields, top to bottom.

    Signals:
        remove_wanted: the row is to go.
    """

    remove_wanted = Signal()

    def __init__(self, context: FormContext, fields: Sequence[FieldSpec], base: str, parent: QWidget) -> None:
        super().__init__(parent)
        from pressdesk.gui.form.factory import make_editor  # the factory makes lists, whose rows open cards

        self._base = base
        px = context.theme.px
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(32), 0, px(12), px(12))
        layout.setSpacing(px(8))
        self.boxes: list[FieldBox] = []
        texts = [f for f in fields if f.kind is FieldKind.TEXT]
        beside = texts[:_MOST_COLUMNS] if len(texts) > 1 else []
        if beside:
            self._add(layout, FieldBox(context, TextGrid(context, beside, base), bare=True, parent=self))
        label = _label_width(context, [f for f in fields if f not in beside])
        for spec in fields:
            if spec not in beside:
                editor = make_editor(context, spec, base, in_card=True)
                editor.set_flat()
                wide = spec.kind in _ABOVE
                self._add(layout, FieldBox(context, editor, beside=0 if wide else label, parent=self))
        remove = context.make.button(context.say("remove_row"), "quiet", "trash-2", self.remove_wanted.emit)
        remove.setToolTip(context.say("remove_row") + "  Ctrl+Del")
        kept = [KeepButton(context, lambda: self._base)] if keepable(base, context.draft) else []
        layout.addLayout(row(*kept, None, remove))
        if not fields:
            layout.addWidget(context.make.label(context.say("no_fields"), "small", "text3", wrap=True))

    def _add(self, layout: QVBoxLayout, box: FieldBox) -> None:
        self.boxes.append(box)
        layout.addWidget(box)

    @property
    def editors(self) -> list[Editor]:
        """The editors, top to bottom."""
        return [box.editor for box in self.boxes]

    def rebase(self, base: str) -> None:
        """The row has moved."""
        self._base = base
        for editor in self.editors:
            editor.rebase(base)

    def retire(self) -> None:
        """The row has gone from the draft."""
        for editor in self.editors:
            editor.retire()

    def refresh(self, draft: Draft) -> None:
        """Shows the draft's values."""
        for editor in self.editors:
            editor.refresh(draft)

    def restate(self) -> None:
        """New texts or findings have come."""
        for editor in self.editors:
            editor.restate()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Shows problems beside their fields."""
        for box in self.boxes:
            box.show_problems(problems)

    def focus_on(self, path: str, language: str = "") -> bool:
        """Gives the focus to the field of a path; False where none of these is it."""
        best = [editor for editor in self.editors if editor.covers(path)]
        return bool(best) and max(best, key=lambda e: len(e.path)).focus_on(path, language)

    def focus_first(self) -> None:
        """Gives the focus to the first field."""
        if self.editors:
            self.editors[0].focus_on(self.editors[0].path)

    def stops(self) -> list[QWidget]:
        """Where Tab stops, top to bottom."""
        return [stop for box in self.boxes for stop in stops(box)]


def _label_width(context: FormContext, fields: Sequence[FieldSpec]) -> int:
    """Room for the longest word of the labels that stand beside their fields: words wrap, they are never cut."""
    metrics = QFontMetrics(context.theme.font("label"))
    words = [word for f in fields if f.kind not in _ABOVE for word in context.ui.pick(f.label).split()]
    longest = max((metrics.horizontalAdvance(word + " *") for word in words), default=0) + 4
    px = context.theme.px
    return max(px(_LABEL_LEAST), min(longest, px(_LABEL_MOST)))
