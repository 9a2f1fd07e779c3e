"""The findings of the text on the page as rows of a list, in groups of one severity and kind where there are many."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import groupby

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from pressdesk.gui.findings.standing import same
from pressdesk.gui.naming import place_name, section_of
from pressdesk.model.fields import ReleaseType
from pressdesk.model.findings import Finding, Kind, Severity
from pressdesk.model.release import BlockKind, Release
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


Item = Finding | Group


class FindingsModel(QAbstractListModel):
    """Rows in the order of the list: the worst first, each kind together. `shown` says which severities have rows."""

    def __init__(self, kind: ReleaseType, ui: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kind, self._ui = kind, ui
        self._all: tuple[Finding, ...] = ()
        self._rows: tuple[Finding, ...] = ()
        self._items: tuple[Item, ...] = ()
        self._aside: frozenset[Finding] = frozenset()
        self._folded: frozenset[tuple[Severity, Kind]] = frozenset()
        self._places: dict[str, str] = {}  # what a block is called
        self._fields: dict[str, str] = {}  # what a field is called, "" for one that the form does not ask
        self.shown: frozenset[Severity] = frozenset(Severity)

    @property
    def rows(self) -> tuple[Finding, ...]:
        """The findings of the shown severities in the order of the list, those of folded groups too."""
        return self._rows

    @property
    def items(self) -> tuple[Item, ...]:
        """What each row of the list is: a finding, or the head of a group."""
        return self._items

    def counts(self) -> dict[Severity, int]:
        """How many there are of each severity, shown or not; what was set aside does not count."""
        found = dict.fromkeys(Severity, 0)
        for finding in self._all:
            found[finding.severity] += not self._aside or finding not in self._aside
        return found

    def take(
        self, release: Release | None, findings: Sequence[Finding], aside: frozenset[Finding] = frozenset()
    ) -> None:
        """Shows the findings of a release; `aside` are those among them that are struck through."""
        self._places = self._named_blocks(release)
        self._all = tuple(sorted(findings, key=lambda f: (_SEVERITIES[f.severity], _KINDS[f.kind])))
        self._aside = aside
        self._set_rows()

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

    def _set_rows(self) -> None:
        rows = tuple(f for f in self._all if f.severity in self.shown)
        groups = len({(f.severity, f.kind) for f in rows})
        grouped = len(rows) >= max(GROUPED_FROM, LEAST_IN_GROUP * groups)
        items = tuple(self._grouped(rows)) if grouped else rows
        if items == self._items:
            self._rows = rows
            if items:  # the same findings, but perhaps another row struck through
                self.dataChanged.emit(self.index(0), self.index(len(items) - 1))
            return
        self.beginResetModel()
        self._rows, self._items = rows, items
        self.endResetModel()

    def _grouped(self, rows: Sequence[Finding]) -> list[Item]:
        found: list[Item] = []
        for key, members in groupby(rows, lambda f: (f.severity, f.kind)):
            group = tuple(members)
            folded = key in self._folded
            found.append(Group(*key, len(group), folded))
            found += () if folded else group
        return found

    def row_of(self, finding: Finding | None) -> int:
        """The finding's row, or that of one that says the same of the same words; -1 for none and in a folded group."""
        if finding is None:
            return -1
        found = same(finding, self._rows)
        return next((row for row, item in enumerate(self._items) if item == found), -1) if found is not None else -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._items):
            return None
        item = self._items[index.row()]
        if isinstance(item, Group):
            return self._of_group(item, role)
        if role == Role.FINDING:
            return item
        if role == Role.FIELD:
            return self.place(item)
        if role == Role.ASIDE:
            return item in self._aside
        if role == Qt.ItemDataRole.ToolTipRole:
            return item.message
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            severity = self._ui.say(f"findings.severity.{item.severity.value}")
            said = self._ui.say("findings.row", severity=severity, text=item.text, message=item.message)
            return f"{said} {self.place(item)}"
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

    def place(self, finding: Finding) -> str:
        """Where a finding is: its field's place in the form, for words of the template the block of the text."""
        if finding.field:
            if finding.field not in self._fields:
                known = section_of(self._kind, finding.field) is not None
                self._fields[finding.field] = place_name(self._kind, finding.field, self._ui) if known else ""
            if self._fields[finding.field]:
                return self._fields[finding.field]
        return self._places.get(finding.block or "", "")

    def _named_blocks(self, release: Release | None) -> dict[str, str]:
        found, number = {}, 0
        for block in release.blocks if release is not None else ():
            named = block.kind in (BlockKind.HEADLINE, BlockKind.CREDIT, BlockKind.LEAD)
            number += not named
            key = f"page.block.{block.kind.value}" if named else "page.block.other"
            found[block.id] = self._ui.say(key, n=number)
        return found


_SEVERITIES = {severity: place for place, severity in enumerate(Severity)}
_KINDS = {kind: place for place, kind in enumerate(Kind)}
