"""A section of the form: its heading, its fields, two short ones side by side."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QGridLayout, QWidget

from pressdesk.gui.form.context import FormContext
from pressdesk.gui.form.editor import Editor, FieldBox
from pressdesk.gui.form.factory import make_editor
from pressdesk.gui.form.lists import ListField
from pressdesk.gui.kit.widgets import column, row
from pressdesk.model.check import Problem
from pressdesk.model.draft import Draft
from pressdesk.model.fields import FieldKind, FieldSpec, Section

_SHORT = frozenset(
    {FieldKind.DATE, FieldKind.TIME, FieldKind.NUMBER, FieldKind.CHOICE, FieldKind.LINE, FieldKind.PERSON,
     FieldKind.ORGANISATION, FieldKind.COUNTRY}
)  # fmt: skip
_MOMENTS = frozenset({FieldKind.DATE, FieldKind.TIME, FieldKind.NUMBER})
_CHIPS = frozenset({FieldKind.PHRASES, FieldKind.PARTIES})
_BESIDE, _WIDE = 76, 480


class SectionView(QWidget):
    """One section.

    Attributes:
        section: what it is made from.
        boxes: its fields, top to bottom.
    """

    def __init__(self, context: FormContext, section: Section, parent: QWidget) -> None:
        super().__init__(parent)
        self.section, self._context = section, context
        self.boxes: list[FieldBox] = []
        make = context.make
        title = make.label(context.ui.pick(section.label), "heading")
        heading = row(title, None)
        heading.setContentsMargins(0, 0, 0, context.theme.px(2))
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(context.theme.px(12))
        self._grid.setVerticalSpacing(context.theme.px(12))
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        # from the outside in: Qt styles a whole subtree anew each time it gets another parent
        self.setLayout(column(heading, self._grid, spacing=4))
        for line in _lines(section.fields):
            self._add_line(line)
        lists = [box.editor for box in self.boxes if isinstance(box.editor, ListField)]
        if lists and context.ui.pick(lists[0].spec.label) == title.text():
            heading.addWidget(lists[0].add_button)
        self.setAccessibleName(title.text())

    def _add_line(self, specs: Sequence[FieldSpec]) -> None:
        at = self._grid.rowCount()
        for number, spec in enumerate(specs):
            editor = make_editor(self._context, spec)
            bare = isinstance(editor, ListField) and editor.name == self._context.ui.pick(self.section.label)
            box = FieldBox(self._context, editor, bare=bare, parent=self)
            self.boxes.append(box)
            self._grid.addWidget(box, at, number, 1, 1 if len(specs) == 2 else 2, Qt.AlignmentFlag.AlignTop)

    @property
    def editors(self) -> list[Editor]:
        """The editors, top to bottom."""
        return [box.editor for box in self.boxes]

    def set_room(self, width: int) -> None:
        """Short labels stand beside their chips where there is room."""
        theme = self._context.theme
        metrics = QFontMetrics(theme.font("label"))
        for box in self.boxes:
            if box.editor.spec.kind in _CHIPS and metrics.horizontalAdvance(box.editor.name) < theme.px(_BESIDE) - 12:
                box.set_beside(theme.px(_BESIDE) if width >= theme.px(_WIDE) else 0)

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


def _lines(fields: Sequence[FieldSpec]) -> list[tuple[FieldSpec, ...]]:
    """Fields in lines: two short ones share one, and a moment shares one with words."""
    lines: list[tuple[FieldSpec, ...]] = []
    waiting: FieldSpec | None = None
    for spec in fields:
        if waiting is not None and _pair(waiting, spec):
            lines.append((waiting, spec))
            waiting = None
            continue
        if waiting is not None:
            lines.append((waiting,))
        waiting = spec
    if waiting is not None:
        lines.append((waiting,))
    return lines


def _pair(a: FieldSpec, b: FieldSpec) -> bool:
    if a.kind in _SHORT and b.kind in _SHORT:
        return True
    kinds = {a.kind, b.kind}
    return FieldKind.TEXT in kinds and bool(kinds & _MOMENTS)
