"""Rows of findings in groups of one severity and kind, where there are many. Start at `GroupedModel`.

The desk has the findings of one release as rows, the window of any text those of a text, each with its paragraph.
"""

from abc import abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import groupby
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from pressdesk.model.findings import Finding, Kind, Severity
from pressdesk.text.messages import Messages

Index = QModelIndex | QPersistentModelIndex
GROUPED_FROM = 7  # findings; fewer are seen at a glance, and heads of groups would only take their room
LEAST_IN_GROUP = 2  # findings of a group on average: in the same order they stand all the same


class Role(IntEnum):
    """What a row knows beyond its words."""

    FINDING = Qt.ItemDataRole.UserRole.value
    FIELD = Qt.ItemDataRole.UserRole.value + 1  # the field's or block's name, for the right edge
    ASIDE = Qt.ItemDataRole.UserRole.value + 2  # set aside: struck through
    GROUP = Qt.ItemDataRole.UserRole.value + 3  # the group that a head stands for


@dataclass(frozen=True, slots=True)
class Group:
    """The head of the findings of one severity and kind."""

    severity: Severity
    kind: Kind
    count: int
    folded: bool

    @property
    def key(self) -> tuple[Severity, Kind]:
        """What it is known by."""
        return self.severity, self.kind


class GroupedModel(QAbstractListModel):
    """Rows in the order of the list: the worst first, each kind together. `shown` says which severities have rows.

    A row is whatever `finding_of` knows the finding of.
    """

    def __init__(self, ui: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self._sorted: tuple[Any, ...] = ()
        self._kept: tuple[Any, ...] = ()
        self._items: tuple[Any, ...] = ()
        self._folded: frozenset[tuple[Severity, Kind]] = frozenset()
        self.shown: frozenset[Severity] = frozenset(Severity)

    @abstractmethod
    def finding_of(self, row: Any) -> Finding:
        """The finding that a row is about."""

    @abstractmethod
    def place_of(self, row: Any) -> str:
        """Where a row's finding is, for the right edge."""

    def said_place(self, row: Any) -> str:
        """Where a row's finding is, for a screen reader."""
        return self.place_of(row)

    def is_aside(self, row: Any) -> bool:
        """Whether a row's finding is set aside, and so struck through."""
        return False

    @property
    def rows(self) -> tuple[Any, ...]:
        """The rows of the shown severities in the order of the list, those of folded groups too."""
        return self._kept

    @property
    def items(self) -> tuple[Any, ...]:
        """What each row of the list is: a row, or the head of a group."""
        return self._items

    def item_at(self, index: Index) -> Any:
        """The row or the head of a group at an index, None for none."""
        return self._items[index.row()] if index.isValid() and index.row() < len(self._items) else None

    def show_only(self, shown: frozenset[Severity]) -> None:
        """Shows rows of these severities alone."""
        self.shown = shown
        self._set_rows()

    def fold(self, group: Group, folded: bool) -> None:
        """Folds the rows of a group away under its head, or shows them again."""
        self._folded = self._folded | {group.key} if folded else self._folded - {group.key}
        self._set_rows()

    def open_group_of(self, finding: Finding) -> None:
        """Makes sure that the finding has a row."""
        key = (finding.severity, finding.kind)
        if key in self._folded:
            self._folded -= {key}
            self._set_rows()

    def _take_rows(self, rows: Iterable[Any]) -> None:
        """The rows, shown or not, in reading order."""
        self._sorted = tuple(sorted(rows, key=lambda row: _place(self.finding_of(row))))
        self._set_rows()

    def _set_rows(self) -> None:
        rows = tuple(row for row in self._sorted if self.finding_of(row).severity in self.shown)
        groups = len({_key(self.finding_of(row)) for row in rows})
        grouped = len(rows) >= max(GROUPED_FROM, LEAST_IN_GROUP * groups)
        items = tuple(self._grouped(rows)) if grouped else rows
        if items == self._items:
            self._kept = rows
            if items:  # the same findings, but perhaps another row struck through
                self.dataChanged.emit(self.index(0), self.index(len(items) - 1))
            return
        self.beginResetModel()
        self._kept, self._items = rows, items
        self.endResetModel()

    def _grouped(self, rows: Sequence[Any]) -> list[Any]:
        found: list[Any] = []
        for key, members in groupby(rows, lambda row: _key(self.finding_of(row))):
            group = tuple(members)
            folded = key in self._folded
            found.append(Group(*key, len(group), folded))
            found += () if folded else group
        return found

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._items):
            return None
        row = self._items[index.row()]
        if isinstance(row, Group):
            return self._of_group(row, role)
        finding = self.finding_of(row)
        if role == Role.FINDING:
            return finding
        if role == Role.FIELD:
            return self.place_of(row)
        if role == Role.ASIDE:
            return self.is_aside(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return finding.message
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            severity = self._ui.say(f"findings.severity.{finding.severity.value}")
            said = self._ui.say("findings.row", severity=severity, text=finding.text, message=finding.message)
            return f"{said} {self.said_place(row)}"
        return None

    def _of_group(self, group: Group, role: int) -> object:
        if role == Role.GROUP:
            return group
        if role == Qt.ItemDataRole.DisplayRole:
            return self.title(group)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            key = "findings.group_folded" if group.folded else "findings.group_open"
            return self._ui.say(key, group=self.title(group), n=group.count)
        return None

    def title(self, group: Group) -> str:
        """«Қате · Орфография»."""
        say = self._ui.say
        severity = say(f"findings.severity.{group.severity.value}")
        return say("findings.group", severity=severity, kind=say(f"findings.kind.{group.kind.value}"))


def counted(findings: Iterable[Finding]) -> Mapping[Severity, int]:
    """How many there are of each severity."""
    found = dict.fromkeys(Severity, 0)
    for finding in findings:
        found[finding.severity] += 1
    return found


def _key(finding: Finding) -> tuple[Severity, Kind]:
    return finding.severity, finding.kind


def _place(finding: Finding) -> tuple[int, int]:
    return _SEVERITIES[finding.severity], _KINDS[finding.kind]


_SEVERITIES = {severity: place for place, severity in enumerate(Severity)}
_KINDS = {kind: place for place, kind in enumerate(Kind)}
