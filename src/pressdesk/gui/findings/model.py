"""The findings of the release on the page as rows of a list."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from pressdesk.gui.findings.groups import Group, GroupedModel, Role, counted
from pressdesk.gui.findings.standing import same
from pressdesk.gui.naming import place_name, section_of
from pressdesk.model.fields import ReleaseType
from pressdesk.model.findings import Finding, Severity
from pressdesk.model.release import BlockKind, Release
from pressdesk.text.messages import Messages


class FindingsModel(GroupedModel):
    """Each row is a Finding."""

    def __init__(self, kind: ReleaseType, ui: Messages, parent: QObject | None = None) -> None:
        super().__init__(ui, parent)
        self._kind = kind
        self._aside: frozenset[Finding] = frozenset()
        self._places: dict[str, str] = {}  # what a block is called
        self._fields: dict[str, str] = {}  # what a field is called, "" for one that the form does not ask

    def finding_of(self, row: Finding) -> Finding:
        """The row itself."""
        return row

    def place_of(self, row: Finding) -> str:
        """As `place`."""
        return self.place(row)

    def is_aside(self, row: Finding) -> bool:
        """Whether it is struck through."""
        return row in self._aside

    def counts(self) -> dict[Severity, int]:
        """How many there are of each severity, shown or not; what was set aside does not count."""
        return dict(counted(f for f in self._sorted if not self._aside or f not in self._aside))

    def take(
        self, release: Release | None, findings: Sequence[Finding], aside: frozenset[Finding] = frozenset()
    ) -> None:
        """Shows the findings of a release; `aside` are those among them that are struck through."""
        self._places = self._named_blocks(release)
        self._aside = aside
        self._take_rows(findings)

    def row_of(self, finding: Finding | None) -> int:
        """The finding's row, or that of one that says the same of the same words; -1 for none and in a folded group."""
        if finding is None:
            return -1
        found = same(finding, self.rows)
        return next((row for row, item in enumerate(self.items) if item == found), -1) if found is not None else -1

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


__all__ = ["FindingsModel", "Group", "Role"]
