"""The findings of English's own rules. Start at `EnglishProofer.of`.

Always true: what a text gives depends on the text alone; nothing is loaded before the first English text.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from pressdesk.model.findings import Finding, Suggestion
from pressdesk.model.release import Block, Release, Source
from pressdesk.proof.english import ENGLISH as LANGUAGE
from pressdesk.proof.english import agreement, clauses, tables
from pressdesk.proof.english.pairs import pairs
from pressdesk.proof.english.phrase import Hit
from pressdesk.proof.english.sentence import Sentence, sentences
from pressdesk.proof.english.tables import Tables
from pressdesk.proof.rule_table import Rule
from pressdesk.text.messages import Messages
from pressdesk.text.spans import Span

Check = Callable[[Sentence, Tables], Iterator[Hit]]

CHECKS: dict[str, Check] = {
    "far": agreement.far,
    "relatives": clauses.relatives,
    "there": clauses.there,
}
BY_ROW = "pairs"
"""The check whose rows are tried on the whole paragraph."""


@dataclass(slots=True, eq=False)
class EnglishProofer:
    """What the rules of resources/en/proof find; messages are in the window's language."""

    tables: Tables
    messages: Messages

    @classmethod
    def of(cls, ui_language: str = "en") -> "EnglishProofer":
        """A proofer by the shipped tables. TableError where a row is faulty."""
        return cls(tables.load(), Messages(ui_language))

    def release(self, release: Release) -> list[Finding]:
        """Every finding of an English release, block by block; what is foreign or a hole is left alone."""
        found: list[Finding] = []
        for block in release.blocks:
            found += (replace(f, block=block.id) for f in self._of(block.text, 0, _closed(block)))
        return found

    def text(self, text: str, block: str | None = None) -> list[Finding]:
        """Every finding of a text, one paragraph a line, in reading order. Spans count from the text's start."""
        found: list[Finding] = []
        start = 0
        for line in text.split("\n"):
            found += (replace(f, block=block) for f in self._of(line, start, ()))
            start += len(line) + 1
        return found

    def _of(self, text: str, start: int, closed: Sequence[Span]) -> list[Finding]:
        found: list[Finding] = []
        for sentence in sentences(text):
            whole = Span(sentence[0].span.start, sentence[-1].span.end)
            if any(span.overlaps(whole) for span in closed):  # a hole may be the subject
                continue
            seen: set[Span] = set()
            for rule in self.tables.rules:
                for hit in CHECKS[rule.check](sentence, self.tables) if rule.check != BY_ROW else ():
                    if hit.span not in seen:
                        seen.add(hit.span)
                        found.append(self._finding(rule, hit, text, start))
        for rule in self.tables.rules:
            if rule.check == BY_ROW:
                hits = {hit.span: hit for hit in pairs(text, self.tables, rule.id)}
                open_hits = [hit for hit in hits.values() if not any(span.overlaps(hit.span) for span in closed)]
                found += (self._finding(rule, hit, text, start) for hit in open_hits)
        return sorted(found, key=lambda f: (f.span, f.rule))

    def _finding(self, rule: Rule, hit: Hit, text: str, start: int) -> Finding:
        shown = hit.span.of(text)
        return Finding(
            block=None,
            span=Span(hit.span.start + start, hit.span.end + start),
            text=shown,
            rule=f"{LANGUAGE}.{rule.id}",
            kind=rule.kind,
            severity=rule.severity,
            message=self.messages.say(f"{LANGUAGE}.{rule.id}", text=shown, put=hit.put),
            suggestions=(Suggestion(hit.put, "rule"),),
            proofer=LANGUAGE,
            language=LANGUAGE,
        )


def _closed(block: Block) -> tuple[Span, ...]:
    """Words in another language, and visible holes."""
    foreign = [span for span, tag in block.foreign if tag != LANGUAGE]
    return tuple(foreign + [origin.span for origin in block.origins if origin.source is Source.GAP])
