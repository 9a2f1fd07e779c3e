"""The findings of the rules. Start at `ContextProofer.of`.

What a rule finds on a word that the spelling check refuses too is the better explained of the two: `joined` keeps it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from pressdesk.grammar.analyse import Reading
from pressdesk.grammar.names import NameForms
from pressdesk.model.findings import Finding, Kind, Suggestion
from pressdesk.model.release import Release
from pressdesk.proof.context.checks import CHECKS
from pressdesk.proof.context.endings import Endings
from pressdesk.proof.context.knowledge import Hit, Knowledge
from pressdesk.proof.context.paragraph import Paragraph
from pressdesk.proof.context.rules import Rule, Style, load_rules
from pressdesk.proof.context.soft import SoftMarks, load_soft
from pressdesk.proof.spelling import Speller
from pressdesk.text.messages import Messages
from pressdesk.text.spans import Span

FOUND_BY = "rule"
MOST = 5  # suggestions of a rule and the speller together


@dataclass(slots=True, eq=False, repr=False)
class ContextProofer:
    """What the rules of a language find; messages are in the window's language."""

    speller: Speller
    style: Style
    soft: SoftMarks
    messages: Messages
    language: str = "kk"
    _read: dict[str, list[Reading]] = field(default_factory=dict)

    @classmethod
    def of(cls, speller: Speller, ui_language: str = "en") -> "ContextProofer":
        """A proofer with the rules beside the speller's grammar (folder style/). A TableError where a row is faulty."""
        folder = speller.grammar.folder / "style"
        return cls(speller, load_rules(folder, CHECKS), load_soft(folder, speller), Messages(ui_language))

    def proof(self, release: Release, names: NameForms) -> list[Finding]:
        """Every finding of a release, block by block; what is marked as foreign is left alone."""
        found = []
        for block in release.blocks:
            for finding in self.text(block.text, names, block.id):
                if not any(span.overlaps(finding.span) for span, _tag in block.foreign):
                    found.append(finding)
        return found

    def text(self, text: str, names: NameForms, block: str | None = None) -> list[Finding]:
        """Every finding of a paragraph in reading order. Spans count code points from the start of `text`."""
        paragraph = Paragraph.of(text)
        know = Knowledge(self.speller, Endings(self.speller.grammar), self.style, self.soft, names, self._read)
        found = [
            self._finding(rule, hit, text, block)
            for rule in self.style.rules
            for hit in _hits(rule, paragraph, know)
            if hit.suggestions != (hit.span.of(text),)  # «азаматтАрының» has the ending it should have
        ]
        return sorted(found, key=lambda finding: finding.span)

    def _finding(self, rule: Rule, hit: Hit, text: str, block: str | None) -> Finding:
        shown = hit.span.of(text)
        key = "rules." + rule.id.partition(".")[2]
        return Finding(
            block=block,
            span=hit.span,
            text=shown,
            rule=rule.id,
            kind=rule.kind,
            severity=rule.severity,
            message=self.messages.say(key, text=shown, put=hit.suggestions[0] if hit.suggestions else ""),
            suggestions=tuple(Suggestion(put, FOUND_BY) for put in hit.suggestions),
            proofer="context",
            language=self.language,
        )


def _hits(rule: Rule, paragraph: Paragraph, know: Knowledge) -> Iterator[Hit]:
    if rule.pattern is None:
        yield from CHECKS[rule.check](paragraph, know)
        return
    for match in rule.pattern.finditer(paragraph.text):
        yield Hit(Span(*match.span("x")), (match.expand(rule.put),))


def joined(spelling: Sequence[Finding], context: Sequence[Finding]) -> list[Finding]:
    """Both in reading order; of two on the same words the rule's, with the speller's other suggestions added.

    A part of what a rule says of a single word is not said again: of «15%ке» the speller sees «ке»."""
    words = {(f.block, f.span): f for f in spelling}
    richer = []
    for finding in context:
        if " " not in finding.text and finding.kind is Kind.SPELLING:
            parts = [(b, span) for b, span in words if b == finding.block and finding.span.overlaps(span)]
            for key in parts:
                if key[1] != finding.span:
                    del words[key]
        other = words.pop((finding.block, finding.span), None)
        texts = {s.text for s in finding.suggestions}
        more = tuple(s for s in other.suggestions if s.text not in texts) if other else ()
        richer.append(replace(finding, suggestions=(finding.suggestions + more)[:MOST]))
    blocks = {block: place for place, block in enumerate(dict.fromkeys(f.block for f in (*spelling, *context)))}
    return sorted((*words.values(), *richer), key=lambda f: (blocks[f.block], f.span))
