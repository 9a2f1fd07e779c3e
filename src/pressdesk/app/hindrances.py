"""What keeps a language from being final: errors in text or facts, and facts that it lacks. Start at `hindrances`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from pressdesk.model import paths
from pressdesk.model.check import Problem
from pressdesk.model.findings import Finding, Severity
from pressdesk.model.release import Release

GAP_RULES = frozenset({"facts.gap", "facts.fallback"})
"""Findings that only show a gap of the release where it stands: they are counted as gaps."""


class Known(Protocol):
    """What is known of a draft by now; the window's bridge is one."""

    @property
    def releases(self) -> Mapping[str, Release]:
        """The texts by language."""
        ...

    @property
    def findings(self) -> Mapping[str, tuple[Finding, ...]]:
        """What the checkers found, by language."""
        ...

    @property
    def problems(self) -> Sequence[Problem]:
        """What is missing or odd in the facts."""
        ...


@dataclass(frozen=True, slots=True)
class Hindrances:
    """What keeps a language from being final, each as (path of the fact, words to show).

    Attributes:
        errors: mistakes in the text or in the facts.
        gaps: facts that this language lacks.
    """

    errors: tuple[tuple[str, str], ...] = ()
    gaps: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.errors or self.gaps)


def hindrances(known: Known, tag: str) -> Hindrances:
    """What hinders a language, as far as it is known by now."""
    errors = [(f.field, f"«{f.text}»") for f in errors_of(known.findings.get(tag, ()))]
    errors += [(problem.path, "") for problem in faults(known, tag)]
    return Hindrances(tuple(errors), tuple(gaps(known, tag).items()))


def errors_of(findings: Sequence[Finding]) -> list[Finding]:
    """The findings that block, without those that only show a gap."""
    return [f for f in findings if f.severity is Severity.ERROR and f.rule not in GAP_RULES]


def gaps(known: Known, tag: str) -> dict[str, str]:
    """The facts that a language lacks: path -> what stands there."""
    release = known.releases.get(tag)
    return {gap.field: gap.shown for gap in release.gaps} if release else {}


def faults(known: Known, tag: str) -> Iterator[Problem]:
    """The errors in the facts that concern a language and are not told as one of its gaps."""
    missing = gaps(known, tag)
    for problem in known.problems:
        about = problem.language in ("", tag) and problem.severity is Severity.ERROR
        if about and not any(_covers(field, problem.path) for field in missing):
            yield problem


def _covers(field: str, path: str) -> bool:
    """Whether a gap speaks of the same fact as a problem's path."""
    ours, theirs = paths.parse(field), paths.parse(path)
    shared = min(len(ours), len(theirs))
    return ours[:shared] == theirs[:shared]
