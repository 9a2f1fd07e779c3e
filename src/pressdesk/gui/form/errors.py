"""The list of what stands in the way of an export: each line leads to its field."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from pressdesk.gui.form.context import FormContext
from pressdesk.gui.form.gaps import KEY
from pressdesk.gui.kit.marks import Glyph
from pressdesk.gui.kit.widgets import row
from pressdesk.gui.naming import place_name
from pressdesk.model import paths
from pressdesk.model.check import Problem
from pressdesk.model.facts import Country, Organisation, Person
from pressdesk.model.findings import Severity


@dataclass(frozen=True)
class Link:
    """A line of the list and where it leads."""

    text: str
    path: str
    language: str


class ErrorSummary(QFrame):
    """The box at the top of the form.

    Signals:
        wanted(path, language): a line was chosen.
        closed: the × was pressed.
    """

    wanted = Signal(str, str)
    closed = Signal()

    def __init__(self, context: FormContext) -> None:
        super().__init__()
        self._context = context
        self._links: list[Link] = []
        self.buttons: list[QPushButton] = []
        self.setProperty("errorbox", True)
        make, px = context.make, context.theme.px
        self._title = make.label("", "strong")
        close = make.icon_button("x", context.say("close"), self.closed.emit, size=24, icon_size=14)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(16), px(12), px(12), px(12))
        self._column.setSpacing(2)
        self._column.addLayout(row(Glyph(context.theme, Severity.ERROR, 12), self._title, None, close, spacing=8))
        self.setAccessibleName(context.say("errors.name"))
        self.hide()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Lists the problems; none hides the box."""
        links = list(self._merged(problems))
        if links != self._links:
            self._links = links
            for button in self.buttons:
                self._column.removeWidget(button)
                button.hide()
                button.deleteLater()
            self.buttons = [self._button(link) for link in links]
            self._title.setText(self._context.say("errors.title", n=len(links)))
        self.setVisible(bool(links))

    def focus_first(self) -> None:
        """Gives the focus to the first line."""
        if self.buttons:
            self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _button(self, link: Link) -> QPushButton:
        button = self._context.make.button(
            link.text, "errlink", clicked=partial(self.wanted.emit, link.path, link.language)
        )
        button.setToolTip(link.text)
        line = row(self._context.theme.px(22), button, None, spacing=0)
        button.setMinimumWidth(40)
        policy = button.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Maximum)
        button.setSizePolicy(policy)
        self._column.addLayout(line)
        return button

    def _merged(self, problems: Sequence[Problem]) -> list[Link]:
        """One line a problem; the languages that one name lacks are one line."""
        lines: dict[tuple[str, str], list[Problem]] = {}
        for problem in problems:
            if problem.severity is Severity.ERROR:
                bearer = self._bearer(problem) if problem.key == KEY else ""
                lines.setdefault(
                    (problem.key if bearer else problem.key + problem.path, bearer or problem.path), []
                ).append(problem)
        return [self._link(found, bearer) for (_, bearer), found in lines.items()]

    def _bearer(self, problem: Problem) -> str:
        """Who or what lacks a language: the person of a name, else the fact itself."""
        fact = problem.path.rpartition(".")[0]
        owner = fact.rpartition(".")[0]
        value = paths.get(self._context.draft.facts, owner)
        return owner if isinstance(value, Person | Organisation | Country) else fact

    def _link(self, found: Sequence[Problem], bearer: str) -> Link:
        context, first = self._context, found[0]
        place = place_name(context.bridge.kind, first.path, context.ui)
        if first.key != KEY:
            return Link(f"{place}: {context.sentence(first)}", first.path, first.language)
        tags = list(dict.fromkeys(p.language for p in found))
        names = ", ".join(context.say(f"inside.in_{tag}") for tag in tags)
        value = paths.get(context.draft.facts, bearer)
        describer = context.describer()
        what = describer.named(value) if isinstance(value, Person | Organisation | Country) else describer.words(value)
        return Link(f"{place}: {context.say('gap', what=what, languages=names)}", first.path, first.language)
