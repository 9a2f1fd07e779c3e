"""The list of what stands in the way of an export: each line leads to its field."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout

from pressdesk.gui.form.context import FormContext
from pressdesk.gui.form.gaps import KEYS
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

    Attributes:
        links: what is listed.
        buttons: a button a line.

    Signals:
        wanted(path, language): a line was chosen.
        closed: the × was pressed.
    """

    wanted = Signal(str, str)
    closed = Signal()

    def __init__(self, context: FormContext) -> None:
        super().__init__()
        self._context = context
        self.links: list[Link] = []
        self.buttons: list[ErrorLink] = []
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
        if links != self.links:
            self.links = links
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

    def _button(self, link: Link) -> "ErrorLink":
        button = ErrorLink(self._context, link.text)
        button.clicked.connect(partial(self.wanted.emit, link.path, link.language))
        self._column.addWidget(button)
        return button

    def _merged(self, problems: Sequence[Problem]) -> list[Link]:
        """One line a problem; the languages that one name lacks are one line."""
        lines: dict[tuple[str, str], list[Problem]] = {}
        for problem in problems:
            if problem.severity is Severity.ERROR:
                bearer = self._bearer(problem) if problem.key in KEYS else ""
                lines.setdefault(("gap" if bearer else problem.key + problem.path, bearer or problem.path), []).append(
                    problem
                )
        return [self._link(found, bearer) for (_, bearer), found in lines.items()]

    def _inside(self, tag: str) -> str:
        key = f"form.inside.in_{tag}"
        return self._context.ui.say(key) if self._context.ui.has(key) else tag

    def _bearer(self, problem: Problem) -> str:
        """Who or what lacks a language: the person of a name, else the fact itself."""
        fact = problem.path.rpartition(".")[0]
        owner = fact.rpartition(".")[0]
        value = paths.get(self._context.draft.facts, owner)
        return owner if isinstance(value, Person | Organisation | Country) else fact

    def _link(self, found: Sequence[Problem], bearer: str) -> Link:
        context, first = self._context, found[0]
        place = place_name(context.bridge.kind, first.path, context.ui)
        if first.key not in KEYS:
            return Link(f"{place}: {context.sentence(first)}", first.path, first.language)
        tags = list(dict.fromkeys(p.language for p in found))
        names = ", ".join(self._inside(tag) for tag in tags)
        value = paths.get(context.draft.facts, bearer)
        describer = context.describer()
        what = describer.named(value) if isinstance(value, Person | Organisation | Country) else describer.words(value)
        return Link(f"{place}: {context.say('gap', what=what, languages=names)}", first.path, first.language)


class ErrorLink(QAbstractButton):
    """A line that leads somewhere; a long one is broken, never cut."""

    def __init__(self, context: FormContext, text: str) -> None:
        super().__init__()
        self._context = context
        self.setText(text)
        self.setAccessibleName(text)
        self.setFont(context.theme.font("label"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _words(self, width: int) -> QRect:
        px = self._context.theme.px
        room = QRect(px(26), px(3), max(width - px(32), 20), 10_000)
        return self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self.text())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(self._words(width).height() + 2 * self._context.theme.px(3), self._context.theme.px(24))

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(10_000))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._context.theme.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words = self._words(self.width())
        font = self.font()
        font.setUnderline(True)
        painter.setFont(font)
        painter.setPen(self._context.theme.color("error"))
        words.setWidth(self.width() - words.x())
        painter.drawText(words, Qt.TextFlag.TextWordWrap, self.text())
        if self.hasFocus():
            painter.setPen(QPen(self._context.theme.color("focus"), 2))
            painter.drawRoundedRect(self.rect().adjusted(20, 1, -1, -1), 4, 4)
        painter.end()
