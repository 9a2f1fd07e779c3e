"""The findings of a text as rows of a list, the worst first, and the line above them. Start at `TextFindings`."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from pressdesk.gui.findings.delegate import FindingDelegate
from pressdesk.gui.findings.head import Count
from pressdesk.gui.findings.model import Role
from pressdesk.gui.kit.widgets import FlowLayout, Make, column, holder, row
from pressdesk.gui.proof.editor import name_of
from pressdesk.model.findings import Finding, Severity
from pressdesk.proof.overlaps import WORST_FIRST
from pressdesk.text.messages import Messages

Index = QModelIndex | QPersistentModelIndex
Row = tuple[int, Finding]
MOST_OFFERS = 5  # suggestions with a button


class Rows(QAbstractListModel):
    """The rows: (paragraph's number from 0, finding)."""

    def __init__(self, ui: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self._all: tuple[Row, ...] = ()
        self.rows: tuple[Row, ...] = ()
        self.shown: frozenset[Severity] = frozenset(Severity)

    def counts(self) -> dict[Severity, int]:
        """How many there are of each severity, shown or not."""
        counts = dict.fromkeys(Severity, 0)
        for _, finding in self._all:
            counts[finding.severity] += 1
        return counts

    def take(self, rows: Sequence[Row]) -> None:
        """Shows the findings of a text, given in reading order."""
        self._all = tuple(rows)
        self._sort()

    def show_only(self, shown: frozenset[Severity]) -> None:
        """Shows rows of these severities alone."""
        self.shown = shown
        self._sort()

    def _sort(self) -> None:
        kept = [item for item in self._all if item[1].severity in self.shown]
        rows = tuple(sorted(kept, key=lambda item: WORST_FIRST[item[1].severity]))
        if rows != self.rows:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        number, finding = self.rows[index.row()]
        place = f"{finding.language} · {number + 1}" if finding.language else str(number + 1)
        if role == Role.FINDING:
            return finding
        if role == Role.FIELD:
            return place
        if role == Qt.ItemDataRole.ToolTipRole:
            return finding.message
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            severity = self._ui.say(f"findings.severity.{finding.severity.value}")
            said = self._ui.say("findings.row", severity=severity, text=finding.text, message=finding.message)
            return f"{said} {name_of(finding.language, self._ui)}, {number + 1}"
        return None


class TextFindings(QWidget):
    """The list and its head.

    Signals:
        wanted(int, Finding, bool): a row was chosen; True where its menu is wanted too.
        applied(int, Finding, str): a suggestion was chosen.
        next_wanted(): the key's button was pressed.
    """

    wanted = Signal(int, object, bool)
    applied = Signal(int, object, str)
    next_wanted = Signal()

    def __init__(self, make: Make, ui: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findings")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._ui = ui
        px, say = make.theme.px, ui.say
        self.counts = {severity: Count(make.theme, ui, severity, make.icons.ratio) for severity in Severity}
        self.state = make.label("", "small", "text2", elide=True)
        step = make.button("F8", "quiet", clicked=self.next_wanted.emit)
        step.setToolTip(f"{say('findings.next')}  F8")
        step.setAccessibleName(say("findings.next"))
        step.setFont(make.theme.font("caption"))
        self._step = step
        line = row(*self.counts.values(), self.state, step, spacing=px(4), margins=(px(12), px(4), px(8), px(4)))
        line.setStretchFactor(self.state, 1)
        self.model = Rows(ui, self)
        self.list = _List()
        self.list.setObjectName("findingsList")
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._delegate(make))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(say("findings.title"))
        self.list.clicked.connect(lambda index: self._want(index.row(), menu=False))
        self.list.entered_row.connect(lambda number: self._want(number, menu=True))
        head = holder(line)
        head.setFixedHeight(px(38))
        self.about = About(make, ui)
        self.about.applied.connect(self.applied)
        layout = column(head, self.list, self.about, spacing=0)
        layout.setStretchFactor(self.list, 1)
        self.setLayout(layout)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_about())
        self.model.modelReset.connect(self._show_about)
        for count in self.counts.values():
            count.toggled.connect(lambda _: self._filter())
        self._beside = True
        self.take(())
        self.show_state(checking=False, empty=True)

    def set_beside(self, beside: bool) -> None:
        """Whether the list stands beside the text; below it rows are wide enough for all that is said."""
        self._beside = beside
        self._show_about()

    def _delegate(self, make: Make) -> FindingDelegate:
        self._kept = FindingDelegate(make.theme)  # a view does not own its delegate
        return self._kept

    def take(self, rows: Sequence[Row]) -> None:
        """Shows the findings, and keeps the row that was chosen where it is still there."""
        before = self._chosen()
        self.model.take(rows)
        for severity, count in self.model.counts().items():
            self.counts[severity].set_count(count)
        self._step.setVisible(bool(rows))
        if before is not None:
            self.select(*before)

    def show_state(self, *, checking: bool, empty: bool) -> None:
        """Says that a check is under way, or that there is nothing to mend; `empty`: there is no text."""
        words = "" if empty else self._ui.say("findings.checking") if checking else ""
        if not words and not empty and not any(self.model.counts().values()):
            words = self._ui.say("findings.none")
        self.state.setText(words)

    def select(self, number: int, finding: Finding) -> None:
        """Marks a finding's row."""
        try:
            place = self.model.rows.index((number, finding))
        except ValueError:
            return
        self.list.setCurrentIndex(self.model.index(place))

    def _chosen(self) -> Row | None:
        index = self.list.currentIndex()
        return self.model.rows[index.row()] if 0 <= index.row() < len(self.model.rows) else None

    def _show_about(self) -> None:
        self.about.show_row(self._chosen() if self._beside else None)

    def _want(self, place: int, *, menu: bool) -> None:
        if 0 <= place < len(self.model.rows):
            number, finding = self.model.rows[place]
            self.wanted.emit(number, finding, menu)

    def _filter(self) -> None:
        self.model.show_only(frozenset(s for s, count in self.counts.items() if count.isChecked()))


class About(QFrame):
    """What is said of the row that is chosen, whole, and what to write instead. Hidden where none is.

    Signals:
        applied(int, Finding, str): a suggestion was chosen.
    """

    applied = Signal(int, object, str)

    def __init__(self, make: Make, ui: Messages) -> None:
        super().__init__()
        self.setObjectName("proofAbout")
        self._make, self._ui = make, ui
        px = make.theme.px
        self.words = make.label("", "small", "text", wrap=True)
        self.offers = FlowLayout(px(6))
        self.setLayout(column(self.words, self.offers, spacing=px(8), margins=(px(20), px(10), px(16), px(12))))
        self.hide()

    def show_row(self, item: Row | None) -> None:
        """Speaks of a row."""
        while (child := self.offers.takeAt(0)) is not None:
            widget = child.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.setVisible(item is not None)
        if item is None:
            return
        number, finding = item
        self.words.setText(finding.message)
        for suggestion in finding.suggestions[:MOST_OFFERS]:
            words = suggestion.text
            button = self._make.button(words or self._ui.say("popover.remove"))
            button.setAccessibleName(self._ui.say("popover.apply", text=words))
            button.clicked.connect(partial(self._apply, number, finding, words))
            self.offers.addWidget(button)

    def _apply(self, number: int, finding: Finding, words: str, _checked: bool = False) -> None:
        self.applied.emit(number, finding, words)


class _List(QListView):
    """Enter on a row wants what one may do about it."""

    entered_row = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_row.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)
