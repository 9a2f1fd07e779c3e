"""Releases by hand for the tests of page and findings: small, and every span counted by the helper, not by hand."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pressdesk.app.samples import sample
from pressdesk.errors import ProoferUnavailable
from pressdesk.model import paths
from pressdesk.model.asides import sorted_out
from pressdesk.model.draft import Draft
from pressdesk.model.findings import Finding, Kind, Severity, Suggestion
from pressdesk.model.release import Block, BlockKind, Origin, Release, Source
from pressdesk.text.spans import Span


def span_of(text: str, words: str) -> Span:
    at = text.index(words)
    return Span(at, at + len(words))


def block(name: str, text: str, *origins: tuple[str, str], kind: BlockKind = BlockKind.PARAGRAPH) -> Block:
    """A block; each origin is (words, path of the fact)."""
    made = tuple(Origin(span_of(text, words), field, Source.FIELD, words) for words, field in origins)
    return Block(name, kind, text, made)


def release(*blocks: Block, language: str = "kk") -> Release:
    return Release(language, f"{language}-KZ", "working_visit", blocks)


def finding(
    release: Release,
    words: str,
    severity: Severity = Severity.ERROR,
    *suggestions: str,
    kind: Kind = Kind.SPELLING,
    rule: str = "kk.spelling",
    message: str = "«{}» сөздікте жоқ",
) -> Finding:
    """A finding on the first place of `words` in the release."""
    found = next(b for b in release.blocks if words in b.text)
    span = span_of(found.text, words)
    origin = found.origin_at(span.start)
    return Finding(
        found.id, span, words, rule, kind, severity, message.format(words),
        tuple(Suggestion(s) for s in suggestions), "kk", origin.field if origin else "", release.language,
    )  # fmt: skip


def slip() -> Draft:
    """The model release with a planted slip: a topic written «гылыми-техникалық»."""
    draft = sample("guimaraes")
    topic = draft.facts.programme[0].topics[1]
    words = {**draft.text_of(topic), "kk": "гылыми-техникалық"}
    return draft.with_facts(paths.put(draft.facts, "programme[0].topics[1]", words))


@dataclass(frozen=True)
class Proofed:
    findings: tuple[Finding, ...]
    notices: tuple[ProoferUnavailable, ...] = ()
    aside: tuple[Finding, ...] = ()


class Pencil:
    """A checker that underlines given words: (words, severity, suggestions)."""

    def __init__(self, *wanted: tuple[str, Severity, Sequence[str]], away: ProoferUnavailable | None = None) -> None:
        self.wanted, self.away = wanted, away
        self.before: Callable[[], object] = lambda: None

    def proof(self, draft: Draft, release: Release, ui_language: str) -> Proofed:
        self.before()
        found = [
            finding(release, words, severity, *suggestions)
            for words, severity, suggestions in self.wanted
            if any(words in b.text for b in release.blocks)
        ]
        parted = sorted_out(found, lambda f: next(b.text for b in release.blocks if b.id == f.block), draft.ignored)
        return Proofed(parted.shown, (self.away,) if self.away else (), tuple(f for f, _ in parted.aside))
