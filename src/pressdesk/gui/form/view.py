"""The form: all sections of the release type in one scroll area. Start at `FormView`."""

from collections.abc import Sequence

from PySide6.QtCore import QEasingCurve, QPoint, QPropertyAnimation, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from pressdesk.gui.bridge import Bridge
from pressdesk.gui.form.context import FormContext
from pressdesk.gui.form.editor import Editor
from pressdesk.gui.form.errors import ErrorSummary
from pressdesk.gui.form.gaps import gap_problems
from pressdesk.gui.form.grid import TextGrid
from pressdesk.gui.form.lists import ListField
from pressdesk.gui.form.section import SectionView
from pressdesk.model import paths
from pressdesk.model.check import Problem
from pressdesk.model.draft import Draft
from pressdesk.model.release import Gap

_WIDEST, _PAD, _PAD_NARROW, _NARROW = 640, 24, 16, 480
_EDGE = 32


class FormView(QWidget):
    """The form of the bridge's draft.

    Attributes:
        sections: top to bottom.
        summary: the list of what stands in the way of an export.

    Signals:
        section_in_view(id): another section is at the top now.
    """

    section_in_view = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._context = FormContext(bridge, bridge.kind)
        self._context.open_path = self.open_field
        self._context.reveal = self._reveal
        self._problems: list[Problem] = list(bridge.problems)
        self._strict = False
        self._section = ""
        self._by_hand = False
        self._moving: QPropertyAnimation | None = None
        self.sections: list[SectionView] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._area = self._make_area()
        outer.addWidget(self._area)
        self.summary = self._make_summary()
        self._fill()
        bridge.draft_settled.connect(self._refresh)
        bridge.release_ready.connect(self._restate)
        bridge.findings_ready.connect(self._restate)
        bridge.language_changed.connect(self._restate)
        bridge.problems_changed.connect(self.set_problems)
        bridge.field_focused.connect(self._follow)
        self.set_problems(bridge.problems)

    # --- building ----------------------------------------------------------------------------------------------------

    def _make_area(self) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setObjectName("formpane")
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body = QWidget()
        self._body.setObjectName("formbody")
        self._body.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._column = QVBoxLayout(self._body)
        self._column.setSpacing(self._context.theme.px(24))
        area.setWidget(self._body)
        # only a hand on the wheel or the bar says which section is looked at; what the form itself scrolls does not
        area.verticalScrollBar().actionTriggered.connect(self._touched)
        area.verticalScrollBar().valueChanged.connect(self._scrolled)
        return area

    def _make_summary(self) -> ErrorSummary:
        summary = ErrorSummary(self._context)
        summary.wanted.connect(self.open_field)
        summary.closed.connect(lambda: self.show_errors(False))
        self._column.addWidget(summary)
        return summary

    def _fill(self) -> None:
        self._languages = self._context.languages
        for section in self._context.kind.sections:
            view = SectionView(self._context, section, self._body)
            self.sections.append(view)
            self._column.addWidget(view)
        self._column.addStretch(1)
        self._set_room(self.width())

    def _rebuild(self) -> None:
        """The draft is made in other languages now: every grid has other rows."""
        where = self._bridge.focused
        for view in self.sections:
            self._column.removeWidget(view)
            view.hide()
            view.setParent(None)
            view.deleteLater()
        self.sections = []
        self._column.takeAt(self._column.count() - 1)
        self._fill()
        self._show_problems()
        if where:
            self.open_field(where)

    # --- what is shown -----------------------------------------------------------------------------------------------

    def _refresh(self, draft: Draft) -> None:
        if self._context.languages != self._languages:
            self._rebuild()
            return
        for view in self.sections:
            view.refresh(draft)

    def _restate(self, *_: object) -> None:
        for view in self.sections:
            view.restate()
        self._show_standing(self._bridge.focused)
        if self._strict:
            self._show_problems()

    def set_problems(self, problems: Sequence[Problem]) -> None:
        """Shows these problems beside their fields. What is merely missing stays silent until errors are asked for."""
        self._problems = list(problems)
        self._show_problems()

    def show_errors(self, on: bool = True) -> None:
        """Says everything that stands in the way of an export: at the fields, and in a list at the top."""
        self._strict = on
        self._show_problems()
        if on and self.summary.isVisibleTo(self._body):
            self._scroll_to(0)
            self.summary.focus_first()

    def _show_problems(self) -> None:
        draft = self._context.draft
        shown = [p for p in self._problems if self._strict or not _missing(draft, p)]
        if self._strict:
            gaps = [gap for tag in self._languages for gap in self._gaps(tag)]
            shown += gap_problems(draft, self._context.kind, gaps)
        for view in self.sections:
            view.show_problems(shown)
        self.summary.show_problems(sorted(shown, key=self._place) if self._strict else [])

    def _place(self, problem: Problem) -> tuple[int, tuple[str, ...]]:
        """Where a problem stands in the form, to list problems in the order of reading."""
        paths_in_order = [field.path for field in self._context.kind.fields()]
        wanted = paths.parse(problem.path)
        shares = [_shared(paths.parse(path), wanted) for path in paths_in_order]
        best = shares.index(max(shares)) if any(shares) else len(shares)
        return best, tuple(f"{step:05}" if isinstance(step, int) else "" for step in wanted)

    def _gaps(self, tag: str) -> Sequence[Gap]:
        release = self._bridge.releases.get(tag)
        return release.gaps if release is not None else ()

    # --- where one is ------------------------------------------------------------------------------------------------

    def scroll_to_section(self, section_id: str) -> None:
        """Brings a section to the top; the focus stays where it is."""
        view = next((v for v in self.sections if v.section.id == section_id), None)
        if view is not None:
            self._scroll_to(view.y() - self._column.contentsMargins().top())
            self._tell(section_id)

    def open_field(self, path: str, language: str = "") -> None:
        """Opens the card and gives the focus to the field nearest to a path; `language` picks the row of a grid.

        "" is the form's first field.
        """
        editor = self._nearest(path) if path else next((e for view in self.sections for e in view.editors), None)
        if editor is None:
            return
        editor.focus_on(path or editor.path, language)
        QTimer.singleShot(0, self, self._show_focused)

    def _nearest(self, path: str) -> Editor | None:
        editors = [editor for view in self.sections for editor in view.editors]
        inside = [editor for editor in editors if editor.covers(path)]
        if inside:
            return max(inside, key=lambda e: len(e.path))
        # no field of its own (`event.place.type`): the field that shares the longest beginning
        wanted = paths.parse(path)
        best = max(editors, key=lambda e: _shared(paths.parse(e.path), wanted), default=None)
        return best if best is not None and _shared(paths.parse(best.path), wanted) else None

    def _reveal(self, spot: QPoint) -> None:
        """Scrolls on while something is dragged near the upper or lower edge."""
        port, edge = self._area.viewport(), self._context.theme.px(_EDGE)
        y = port.mapFromGlobal(spot).y()
        bar = self._area.verticalScrollBar()
        if y < edge:
            bar.setValue(bar.value() - (edge - y) // 2)
        elif y > port.height() - edge:
            bar.setValue(bar.value() + (y - port.height() + edge) // 2)

    def _show_focused(self) -> None:
        focused = self._body.focusWidget()
        if focused is not None and focused is not self._body:
            self._area.ensureWidgetVisible(focused, 0, self._context.theme.px(96))

    def _touched(self, _action: int) -> None:
        self._by_hand = True

    def _scrolled(self, _value: int) -> None:
        if self._by_hand:
            self._by_hand = False
            self._look()

    def _look(self) -> None:
        """Finds out which section is in view."""
        top = self._area.verticalScrollBar().value() + self._area.viewport().height() // 4
        above = [view for view in self.sections if view.y() <= top]
        bar = self._area.verticalScrollBar()
        view = above[-1] if above else self.sections[0] if self.sections else None
        if bar.maximum() > 0 and bar.value() == bar.maximum():
            view = self.sections[-1]
        if view is not None:
            self._tell(view.section.id)

    def _follow(self, path: str) -> None:
        """The section of the field that has the focus is the one in view, wherever it stands."""
        self._show_standing(path)
        found = next((v for v in self.sections if any(editor.covers(path) for editor in v.editors)), None)
        if found is not None:
            self._tell(found.section.id)

    def _show_standing(self, path: str) -> None:
        """The focused field says how it stands in the text; grids of words have a line of their own for that."""
        for box in (box for view in self.sections for box in view.boxes):
            mine = path and box.editor.covers(path) and not isinstance(box.editor, TextGrid | ListField)
            box.show_standing(path if mine else "")

    def _tell(self, section_id: str) -> None:
        if section_id != self._section:
            self._section = section_id
            self.section_in_view.emit(section_id)

    def _scroll_to(self, y: int) -> None:
        bar = self._area.verticalScrollBar()
        if self._moving is not None:
            self._moving.stop()
        self._moving = QPropertyAnimation(bar, b"value", self)
        self._moving.setDuration(self._context.theme.motion("scroll") if self.isVisible() else 0)
        self._moving.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._moving.setEndValue(max(0, min(y, bar.maximum())))
        self._moving.start()

    def _set_room(self, width: int) -> None:
        px = self._context.theme.px
        pad = px(_PAD if width >= px(_NARROW) else _PAD_NARROW)
        side = max(pad, (width - px(_WIDEST)) // 2)
        self._column.setContentsMargins(side, px(16), side, px(48))
        for view in self.sections:
            view.set_room(width - 2 * side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_room(event.size().width())
        if not self._section:
            QTimer.singleShot(0, self, self._look)

    def place_of(self, widget: QWidget) -> QPoint:
        """Where a widget of the form stands within its whole height."""
        return widget.mapTo(self._body, QPoint(0, 0))


def _missing(draft: Draft, problem: Problem) -> bool:
    """Whether a problem is that nothing is there, rather than that something is wrong."""
    value = paths.get(draft.facts, problem.path)
    if isinstance(value, dict):
        return not any(value.values())
    return value in (None, "", ())


def _shared(mine: Sequence[object], theirs: Sequence[object]) -> int:
    number = 0
    for a, b in zip(mine, theirs, strict=False):
        if a != b:
            break
        number += 1
    return number
