"""How full a draft is: a mark a section, a count of required fields, a share a language. Pure; no widgets."""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pressdesk.app.hindrances import GAP_RULES, Known
from pressdesk.gui.kit.marks import Completeness
from pressdesk.gui.naming import section_of
from pressdesk.model import paths
from pressdesk.model.draft import Draft
from pressdesk.model.facts import Facts
from pressdesk.model.fields import FieldKind, FieldSpec, ReleaseType, Section
from pressdesk.model.findings import Severity
from pressdesk.model.release import Release


def section_states(known: Known, draft: Draft, kind: ReleaseType) -> dict[str, Completeness]:
    """The mark of every section by its id. An error of the facts or of spelling in a field gives the diamond."""
    worst: dict[str, Severity] = {}
    for path, severity in _faults(known):
        section = section_of(kind, path)
        if section is not None and _rank(severity) > _rank(worst.get(section.id)):
            worst[section.id] = severity
    return {section.id: _state(draft.facts, section, worst.get(section.id)) for section in kind.sections}


def _faults(known: Known) -> Iterator[tuple[str, Severity]]:
    for problem in known.problems:
        yield problem.path, problem.severity
    for release in known.releases.values():
        for gap in release.gaps:
            yield gap.field, Severity.WARNING
    for findings in known.findings.values():
        for finding in findings:
            if finding.field and finding.severity is Severity.ERROR and finding.rule not in GAP_RULES:
                yield finding.field, finding.severity


def _rank(severity: Severity | None) -> int:
    return 0 if severity is None else {Severity.WARNING: 1, Severity.ERROR: 2}.get(severity, 0)


def _state(facts: Facts, section: Section, worst: Severity | None) -> Completeness:
    required = list(_required(facts, section.fields, ""))
    anything = any(filled(paths.get(facts, spec.path)) for spec in section.fields)
    if not anything:
        return Completeness.EMPTY if required else Completeness.OPTIONAL
    if worst is Severity.ERROR:
        return Completeness.ERROR
    if worst is Severity.WARNING or not all(full for _, full in required):
        return Completeness.PART
    return Completeness.FULL


def required_fields(draft: Draft, kind: ReleaseType) -> tuple[int, int]:
    """How many required fields are filled, of how many."""
    found = [full for section in kind.sections for _, full in _required(draft.facts, section.fields, "")]
    return sum(found), len(found)


def _required(facts: Facts, fields: Iterable[FieldSpec], above: str) -> Iterator[tuple[str, bool]]:
    """Every required field with whether it is filled; in lists once a row."""
    for spec in fields:
        path = f"{above}.{spec.path}" if above else spec.path
        value = paths.get(facts, path)
        if spec.required:
            yield path, filled(value)
        if spec.kind in (FieldKind.LIST, FieldKind.STEPS) and isinstance(value, tuple):
            for index, item in enumerate(value):
                step = next((s for s in spec.steps if s.kind == getattr(item, "kind", None)), None)
                yield from _required(facts, step.fields if step else spec.fields, f"{path}[{index}]")


def filled(value: Any) -> bool:
    """Whether there is anything in a fact. A text counts when one language has words."""
    if value is None or value == "":
        return False
    if isinstance(value, Mapping):
        return any(filled(inner) for inner in value.values())
    if isinstance(value, tuple):
        return len(value) > 0
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return any(filled(getattr(value, f.name)) for f in dataclasses.fields(value))
    return value is not False


def row_count(draft: Draft, section: Section) -> int:
    """How many rows the lists of a section have, as the rail shows it; pictures count as one."""
    count = 0
    for spec in section.fields:
        value = paths.get(draft.facts, spec.path)
        if spec.kind in (FieldKind.LIST, FieldKind.STEPS) and isinstance(value, tuple):
            count += len(value)
        elif spec.kind is FieldKind.PHOTO and filled(value):
            count += 1
    return count


def language_share(release: Release) -> float:
    """How much of what the text asks for is there in its language: 0.0 to 1.0."""
    missing = {gap.field for gap in release.gaps}
    asked = missing | {origin.field for block in release.blocks for origin in block.origins if origin.field}
    return 1 - len(missing) / len(asked) if asked else 0.0
