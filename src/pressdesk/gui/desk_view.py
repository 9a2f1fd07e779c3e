"""The desk: the panes of one open draft, and the only connections between them."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from pressdesk.gui.bridge import Bridge
from pressdesk.gui.findings.panel import FindingsPanel
from pressdesk.gui.form.view import FormView
from pressdesk.gui.kit.widgets import column
from pressdesk.gui.page.peek import PeekLine
from pressdesk.gui.page.view import PageView
from pressdesk.gui.shell.bar import Bar
from pressdesk.gui.shell.letters import LetterStrip, turn_before_cursor
from pressdesk.gui.shell.panes import FORM, TEXT, Panes, bar_size
from pressdesk.gui.shell.rail import Rail
from pressdesk.model.findings import Finding, Severity

LOW, SHORT = 720, 520  # logical heights: below LOW the findings are one line, below SHORT the rail's words go too


class DeskView(QWidget):
    """Bar, rail, form, text, findings.

    Signals:
        command(str): a button asks for one of the window's commands.
        border_moved(int): the form's width was changed by hand.
        letters_closed: the row of letters was closed.
    """

    command = Signal(str)
    border_moved = Signal(int)
    letters_closed = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("desk")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.bridge = bridge
        self._cramped: bool | None = None
        self.bar = Bar(bridge)
        self.rail = Rail(bridge)
        self.form = FormView(bridge, self)
        self.letters = LetterStrip(bridge.make, bridge.ui)
        self.page = PageView(bridge, self)
        self.findings = FindingsPanel(bridge, self)
        self.peek = PeekLine(bridge, self)
        self._form_side = self._side("formSide", self.form, self.letters)
        self._text_side = self._side("textSide", self.page, self.findings)
        self.panes = Panes(bridge.theme, self.rail, self._form_side, self._text_side, self.peek)
        self.setLayout(column(self.bar, self.panes, spacing=0))
        self._connect()
        self._order_tabs()

    def _side(self, name: str, main: QWidget, below: QWidget) -> QWidget:
        side = QWidget()
        side.setObjectName(name)
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = column(main, below, spacing=0)
        layout.setStretchFactor(main, 1)
        side.setLayout(layout)
        return side

    def _connect(self) -> None:
        bar = self.bar
        self.rail.section_wanted.connect(self._show_section)
        self.rail.required_wanted.connect(lambda: self.command.emit("errors"))
        self.rail.settings_wanted.connect(lambda: self.command.emit("settings"))
        self.rail.register_wanted.connect(lambda: self.command.emit("register"))
        self.rail.entered.connect(self.open_section)
        self.form.section_in_view.connect(self.rail.set_current)
        self.page.field_wanted.connect(self.open_field)
        self.findings.field_wanted.connect(self.open_field)
        self.page.finding_wanted.connect(self.findings.select)
        self.findings.finding_wanted.connect(self._show_finding)
        self.findings.popover_wanted.connect(lambda finding: self.page.show_finding(finding, popover=True))
        self.findings.place_wanted.connect(self.page.show_place)
        self.findings.mend_wanted.connect(lambda _: self.command.emit("setup"))
        self.findings.head.fix_wanted.connect(lambda: self.command.emit("fix_all"))
        self.peek.text_wanted.connect(lambda: self.panes.show_pane(TEXT))
        bar.pane_wanted.connect(self.panes.show_pane)
        self.panes.pane_shown.connect(self._pane_shown)
        self.panes.border_moved.connect(self.border_moved)
        self.page.text_only_wanted.connect(self.panes.toggle_text_only)
        self.page.room_wanted.connect(self.panes.set_text_only)
        self.letters.closed.connect(self.letters_closed)
        bar.languages_wanted.connect(lambda: self.page.step_language(1))
        for signal, name in (
            (bar.home_wanted, "home"), (bar.find_wanted, "palette"), (bar.export_wanted, "export"),
            (bar.undo_wanted, "undo"), (bar.redo_wanted, "redo"), (bar.letters_wanted, "letters"),
        ):  # fmt: skip
            signal.connect(lambda n=name: self.command.emit(n))

    def _order_tabs(self) -> None:
        for first, second in ((self.bar, self.rail), (self.rail, self.form), (self.form, self.page)):
            QWidget.setTabOrder(first, second)

    # --- commands ----------------------------------------------------------------------------------------------

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """What the panes can do, by the names of the window's commands."""
        return {
            "undo": self.bridge.undo,
            "redo": self.bridge.redo,
            "panes": lambda: self.step_pane(1),
            "panes_back": lambda: self.step_pane(-1),
            "language_next": lambda: self.page.step_language(1),
            "language_back": lambda: self.page.step_language(-1),
            "finding_next": lambda: self.step_finding(1),
            "finding_back": lambda: self.step_finding(-1),
            "finding_popover": self.open_finding,
            "findings_panel": lambda: self.findings.set_collapsed(not self.findings.collapsed),
            "errors": self.show_errors,
            "to_text": self.to_text,
            "rewrite": self.rewrite,
            "text_only": self.panes.toggle_text_only,
            "two_languages": self.page.toggle_two,
            "white_paper": lambda: self.page.set_white(not self.page.white),
            "turn_letter": lambda: turn_before_cursor(QApplication.focusWidget()),
        }

    def open_finding(self) -> None:
        """The popover of the finding that is chosen, with the keyboard (Alt+Enter), wherever one is."""
        paper = next((column.paper for column in self.page.columns if column.paper.hasFocus()), None)
        finding = paper.finding_here() if paper is not None else self.findings.current
        if finding is not None:
            self.page.show_finding(finding, popover=True)

    def start(self) -> None:
        """The first look at the draft: the first section, its first field with the focus."""
        sections = self.bridge.kind.sections
        if sections and sections[0].fields:
            self.form.open_field(sections[0].fields[0].path)

    def open_field(self, path: str, language: str = "") -> None:
        """Opens a field wherever it is, and gives it the focus."""
        if self.panes.pane == TEXT:
            self.panes.show_pane(FORM)
        self.form.open_field(path, language)

    def open_section(self, section: str) -> None:
        """Goes to a section and into its first field."""
        self.rail.set_current(section)
        self._show_section(section)
        found = next((s for s in self.bridge.kind.sections if s.id == section), None)
        if found is not None and found.fields:
            self.form.open_field(found.fields[0].path)

    def step_finding(self, by: int) -> None:
        """Text, list and field move together; where there is room for one pane only, the text is shown."""
        self.findings.step(by)
        finding = self.findings.current
        if finding is not None and finding.field and not self.panes.pane:
            self.page.want_field(finding.field, finding.language)
        elif finding is not None and self.findings.list.isVisible():
            self.findings.focus_list()  # there its keys hold

    def to_text(self) -> None:
        """From the field to its place in the text."""
        if self.panes.pane == FORM:
            self.panes.show_pane(TEXT)
        self.page.focus_page()

    def rewrite(self) -> None:
        """Opens a field over the paragraph where one is on the page."""
        if self.panes.pane == FORM:
            self.panes.show_pane(TEXT)
        self.page.rewrite()

    def show_errors(self) -> None:
        """Everything that stands in the way of an export: at the fields, and as a list that leads to them."""
        if self.panes.pane == TEXT:
            self.panes.show_pane(FORM)
        self.form.show_errors()

    def mend(self, tag: str) -> None:
        """Goes to what hinders a language first: an error's field, else a fact that is missing."""
        self.bridge.show_language(tag)
        self.form.show_errors()
        error = next((f for f in self.bridge.findings.get(tag, ()) if f.severity is Severity.ERROR), None)
        release = self.bridge.releases.get(tag)
        if error is not None:
            self.page.show_finding(error)
            if error.field:
                self.open_field(error.field, tag)
        elif release is not None and release.gaps:
            self.open_field(release.gaps[0].field, tag)

    def step_pane(self, by: int) -> None:
        """The focus goes to the next of rail, form, text, findings that can be seen."""
        panes: list[tuple[QWidget, Callable[[], object]]] = [
            (self.rail, self.rail.setFocus),
            (self._form_side, lambda: self.form.open_field(self.bridge.focused)),
            (self.page, self.page.focus_page),
            (self.findings, self.findings.focus_list),
        ]
        seen = [(widget, go) for widget, go in panes if widget.isVisible()]
        now = QApplication.focusWidget()
        at = next((i for i, (w, _) in enumerate(seen) if now is not None and (w is now or w.isAncestorOf(now))), None)
        at = (-1 if by > 0 else 0) if at is None else at
        seen[(at + by) % len(seen)][1]()

    def _show_finding(self, finding: Finding) -> None:
        if self.panes.pane == FORM:
            self.panes.show_pane(TEXT)
        self.page.show_finding(finding)

    def _show_section(self, section: str) -> None:
        if self.panes.pane == TEXT:
            self.panes.show_pane(FORM)
        self.form.scroll_to_section(section)

    # --- room --------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Lays out for the room there is, measured at a text size of 100 %."""
        scale = self.bridge.theme.scale
        width, height = round(self.width() / scale), round(self.height() / scale)
        self.bar.arrange(bar_size(width))
        self.rail.set_wide(width >= 1280 and height >= SHORT)
        self.panes.arrange(width)
        cramped = width < 1280 or height < LOW
        if cramped != self._cramped:  # only when crossing, so that F9 holds
            self._cramped = cramped
            self.findings.set_collapsed(cramped)

    def _pane_shown(self, pane: str) -> None:
        if pane:
            self.bar.show_pane(pane)
