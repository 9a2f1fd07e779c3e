"""The findings of the text on the page as rows of a list."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from pressdesk.gui.findings.standing import same
from pressdesk.gui.naming import place_name, section_of
from pressdesk.model.fields import ReleaseType
from pressdesk.model.findings import Finding, Severity
from pressdesk.model.release import BlockKind, Release
from pressdesk.text.messages import Messages

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a row knows beyond its words."""

    FINDING = Qt.ItemDataRole.UserRole.value
    FIELD = Qt.ItemDataRole.UserRole.value + 1  # the field's or block's name, for the right edge
    ASIDE = Qt.ItemDataRole.UserRole.value + 2  # set aside just now: struck through until one leaves it


class FindingsModel(QAbstractListModel):
    """Rows in the order of the list: the worst first. `shown` says which severities have rows."""

    def __init__(self, kind: ReleaseType, ui: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kind, self._ui = kind, ui
        self._all: tuple[Finding, ...] = ()
        self._rows: tuple[Finding, ...] = ()
        self._aside: frozenset[str] = frozenset()
        self._release: Release | None = None
        self.shown: frozenset[Severity] = frozenset(Severity)

    @property
    def rows(self) -> tuple[Finding, ...]:
        """The findings that have a row."""
        return self._rows

    def counts(self) -> dict[Severity, int]:
        """How many there are of each severity, shown or not; what was set aside does not count."""
        live = [f for f in self._all if f.fingerprint() not in self._aside]
        return {severity: sum(f.severity is severity for f in live) for severity in Severity}

    def take(self, release: Release | None, findings: Sequence[Finding], aside: frozenset[str] = frozenset()) -> None:
        """Shows the findings of a release; `aside` are fingerprints of rows that stay, struck through."""
        self._release, self._all, self._aside = release, tuple(findings), aside
        self._set_rows()

    def show_only(self, shown: frozenset[Severity]) -> None:
        """Shows rows of these severities alone."""
        self.shown = shown
        self._set_rows()

    def _set_rows(self) -> None:
        rows = tuple(f for f in self._all if f.severity in self.shown)
        if rows == self._rows:
            if rows:  # the same findings, but perhaps another row struck through
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_of(self, finding: Finding | None) -> int:
        """The finding's row, or that of one that says the same of the same words; -1 for none."""
        if finding is None:
            return -1
        found = same(finding, self._rows)
        return self._rows.index(found) if found is not None else -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        finding = self._rows[index.row()]
        if role == Role.FINDING:
            return finding
        if role == Role.FIELD:
            return self.place(finding)
        if role == Role.ASIDE:
            return finding.fingerprint() in self._aside
        if role == Qt.ItemDataRole.ToolTipRole:
            return finding.message
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            severity = self._ui.say(f"findings.severity.{finding.severity.value}")
            said = self._ui.say("findings.row", severity=severity, text=finding.text, message=finding.message)
            return f"{said} {self.place(finding)}"
        return None

    def place(self, finding: Finding) -> str:
        """Where a finding is: its field's place in the form, for words of the template the block of the text."""
        if finding.field and section_of(self._kind, finding.field) is not None:
            return place_name(self._kind, finding.field, self._ui)
        blocks = self._release.blocks if self._release is not None else ()
        number = 0
        for block in blocks:
            named = block.kind in (BlockKind.HEADLINE, BlockKind.CREDIT, BlockKind.LEAD)
            number += not named
            if block.id == finding.block:
                key = f"page.block.{block.kind.value}" if named else "page.block.other"
                return self._ui.say(key, n=number)
        return ""
