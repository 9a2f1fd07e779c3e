"""Which findings still stand, in which order, and what blocks a language. Start at `Standing`; the rest is pure.

A check takes longer than a letter. Until the next one is back, a finding stands when the letters typed since lie wholly
before or after its words; one whose own words have changed speaks of an older text and is dropped.
"""

import dataclasses
from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject

from pressdesk.gui.bridge import Bridge
from pressdesk.model.asides import Aside, sorted_out
from pressdesk.model.draft import Draft
from pressdesk.model.findings import Finding, Kind, Severity
from pressdesk.model.release import Release
from pressdesk.text.difference import carried

ORDER = {severity: place for place, severity in enumerate(Severity)}
Texts = Mapping[str, str]
"""The text of each block by its id."""


class Standing(QObject):
    """The findings of a bridge's texts as they stand now. Everybody who shows findings has one."""

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._checked: dict[str, Texts] = {}
        bridge.findings_ready.connect(self._take)
        for language in bridge.findings:
            self._take(language)

    def _take(self, language: str, _: object = None) -> None:
        # whoever asks for a newer text gives up the check of the older one, so these are the very texts checked
        release = self._bridge.releases.get(language)
        self._checked[language] = texts_of(release) if release is not None else {}

    def of(self, language: str) -> tuple[Finding, ...]:
        """The findings of a language that stand, as `standing` orders them."""
        return self.parted(language)[0]

    def parted(self, language: str) -> tuple[tuple[Finding, ...], tuple[tuple[Finding, Aside], ...]]:
        """The findings that stand, and those set aside, each with what sets it aside."""
        release = self._bridge.releases.get(language)
        if release is None:
            return (), ()
        every = (*self._bridge.findings.get(language, ()), *self._bridge.aside.get(language, ()))
        return parted(self._bridge.draft, release, moved(release, every, self._checked.get(language, {})))


def texts_of(release: Release) -> Texts:
    """The text of each block by its id."""
    return {block.id: block.text for block in release.blocks}


def fresh(release: Release, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that speak of the release as it stands: their words are where they say."""
    texts = texts_of(release)
    return tuple(f for f in findings if f.text and f.span.of(texts.get(f.block or "", "")) == f.text)


def moved(release: Release, findings: Iterable[Finding], checked: Texts) -> tuple[Finding, ...]:
    """The findings at the places that their words have now; `checked` are the texts that they were found in."""
    texts = texts_of(release)
    found: list[Finding] = []
    for finding in findings:
        name = finding.block or ""
        old, new = checked.get(name), texts.get(name)
        if old is None or new is None or old == new:
            found.append(finding)
            continue
        span = carried(finding.span, old, new)
        if span is not None:
            found.append(dataclasses.replace(finding, span=span) if span != finding.span else finding)
    return tuple(found)


def standing(draft: Draft, release: Release, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The fresh findings that the user has not set aside, the worst first and each kind in reading order.

    Setting aside and the draft's own words count at once, before the next check has come back.
    """
    return parted(draft, release, findings)[0]


def parted(
    draft: Draft, release: Release, findings: Iterable[Finding]
) -> tuple[tuple[Finding, ...], tuple[tuple[Finding, Aside], ...]]:
    """The findings of `standing`, and those set aside with what sets each aside, both in the same order."""
    places = {block.id: place for place, block in enumerate(release.blocks)}
    words = {word.lower() for word in draft.words.get(release.language, ())}
    live = [f for f in fresh(release, findings) if not (f.kind is Kind.SPELLING and f.text.lower() in words)]
    live.sort(key=lambda f: (ORDER[f.severity], places[f.block or ""], f.span))
    texts = texts_of(release)
    apart = sorted_out(live, lambda f: texts[f.block or ""], draft.ignored)
    return apart.shown, apart.aside


def same(finding: Finding, among: Iterable[Finding]) -> Finding | None:
    """The finding itself, or the nearest one in its block that says the same of the same words."""
    rows = tuple(among)
    if finding in rows:
        return finding
    alike = [f for f in rows if f.block == finding.block and f.fingerprint() == finding.fingerprint()]
    return min(alike, key=lambda f: abs(f.span.start - finding.span.start), default=None)


def blockers(release: Release, findings: Iterable[Finding]) -> tuple[int, int]:
    """What blocks a language's final export: errors of the checkers, and facts that it lacks (each counted once)."""
    gaps = {gap.field for gap in release.gaps}
    errors = [f for f in findings if f.severity is Severity.ERROR and not (f.kind is Kind.FACTS and f.field in gaps)]
    return len(errors), len(gaps)
