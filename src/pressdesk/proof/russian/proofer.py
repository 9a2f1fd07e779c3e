"""The findings of Russian's own rules. Start at `RussianProofer.of`.

Always true: what a text gives depends on the text alone, so answers are kept by block; nothing is loaded before the
first Russian text.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from pressdesk.model.findings import Finding, Suggestion
from pressdesk.model.release import Block, Release, Source
from pressdesk.proof.rule_table import Rule
from pressdesk.proof.russian import RUSSIAN as LANGUAGE
from pressdesk.proof.russian import (
    agreement,
    capitals,
    chains,
    commas,
    government,
    joint,
    licence,
    numerals,
    predicate,
    tables,
    verbs,
    wording,
)
from pressdesk.proof.russian.literals import may_match
from pressdesk.proof.russian.phrases import Hit
from pressdesk.proof.russian.sentence import Sentence, sentences
from pressdesk.proof.russian.tables import Tables
from pressdesk.text.messages import Messages
from pressdesk.text.spans import Span

MOST_CACHED = 2_000
"""Blocks whose answers are kept."""

Check = Callable[[Sentence, Tables], Iterator[Hit]]

CHECKS: dict[str, Check] = {
    "adjectives": agreement.adjectives,
    "clauses": agreement.clauses,
    "far_nouns": agreement.participles,
    "adverbs": agreement.adverbs,
    "copulas": predicate.copulas,
    "predicates": predicate.predicates,
    "numerals": numerals.numerals,
    "prepositions": government.prepositions,
    "links": government.links,
    "objects": government.objects,
    "lost_prepositions": government.lost_prepositions,
    "lone_locatives": government.lone_locatives,
    "joined_nouns": government.joined_nouns,
    "conjunctions": commas.conjunctions,
    "paired": commas.paired,
    "relatives": commas.relatives,
    "gerunds": commas.gerunds,
    "participles": commas.participles,
    "introductory": commas.introductory,
    "splitting": commas.splitting,
    "conditions": commas.conditions,
    "needless": commas.needless,
    "chains": chains.nouns,
    "far_chains": chains.far_nouns,
    "subject_chains": chains.subjects,
    "genitives": licence.genitives,
    "idioms": licence.idioms,
    "datives": licence.datives,
    "persons": licence.persons,
    "second_nominatives": licence.second_nominatives,
    "parted_links": government.parted_links,
    "institutions": capitals.institutions,
    "places": capitals.places,
    "offices": capitals.offices,
    "doubled": wording.doubled,
    "also": wording.also,
    "infinitives": verbs.infinitives,
    "aspects": verbs.aspects,
    "infinitive_subjects": verbs.subjects,
    "joined_verbs": joint.joined_verbs,
    "doubled_n": verbs.doubled_n,
    "particles": verbs.particles,
    "dangling": verbs.dangling,
    "pairs": wording.pairs,
    "letters": wording.letters,
    "small_countries": wording.small_countries,
    "dates": wording.dates,
    "hyphens": wording.hyphens,
    "superlatives": wording.superlatives,
}
DOUBLED = "ru.doubled-word"
BY_ROW = frozenset(("pairs", "wording"))
"""Checks whose rows name the rule that they belong to."""


@dataclass(slots=True, eq=False)
class RussianProofer:
    """What the rules of resources/ru/proof find; messages are in the window's language."""

    tables: Tables
    messages: Messages
    _kept: OrderedDict[tuple[str, tuple[Span, ...]], tuple[Finding, ...]] = field(default_factory=OrderedDict)

    @classmethod
    def of(cls, ui_language: str = "en") -> "RussianProofer":
        """A proofer by the shipped tables. TableError where a row is faulty."""
        return cls(tables.load(), Messages(ui_language))

    def release(self, release: Release) -> list[Finding]:
        """Every finding of a Russian release, block by block; what is foreign or a hole is left alone."""
        found: list[Finding] = []
        for block in release.blocks:
            found += (replace(f, block=block.id) for f in self._of(block.text, _closed(block)))
        return found

    def text(self, text: str, block: str | None = None) -> list[Finding]:
        """Every finding of a text, one paragraph a line, in reading order. Spans count from the text's start."""
        found: list[Finding] = []
        start = 0
        for line in text.split("\n"):
            for finding in self._of(line, ()):
                span = Span(finding.span.start + start, finding.span.end + start)
                found.append(replace(finding, block=block, span=span))
            start += len(line) + 1
        return found

    def _of(self, text: str, closed: tuple[Span, ...]) -> tuple[Finding, ...]:
        key = (text, closed)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        found = self._kept[key] = tuple(self._found(text, closed))
        if len(self._kept) > MOST_CACHED:
            self._kept.popitem(last=False)
        return found

    def _found(self, text: str, closed: Sequence[Span]) -> list[Finding]:
        if not text.strip():
            return []
        said = sentences(text, self.tables.shortened, closed)
        rules = {rule.id: rule for rule in self.tables.rules}
        found: list[Finding] = []
        for rule in self.tables.rules:
            if rule.check in BY_ROW:
                continue
            for sentence in said:
                found += (self._finding(rule, hit, text) for hit in CHECKS[rule.check](sentence, self.tables))
        for sentence in said:
            found += (self._finding(rules[hit.rule], hit, text) for hit in wording.pairs(sentence, self.tables))
        for row in self.tables.wording:
            if not may_match(row.find, text):
                continue
            for match in row.find.finditer(text):
                put = (match.expand(row.put),) if row.put else ()
                found.append(self._finding(rules[row.rule], Hit(Span(*match.span("x")), put), text))
        doubled = [f.span for f in found if f.rule == DOUBLED]  # nothing else is said of a word typed twice
        found = [f for f in found if f.rule == DOUBLED or not any(span.overlaps(f.span) for span in doubled)]
        open_to_judge = [f for f in found if not any(span.overlaps(f.span) for span in closed)]
        return sorted(_once(open_to_judge), key=lambda f: (f.span, f.rule))

    def _finding(self, rule: Rule, hit: Hit, text: str) -> Finding:
        shown = hit.span.of(text)
        return Finding(
            block=None,
            span=hit.span,
            text=shown,
            rule=f"ru.{rule.id}",
            kind=rule.kind,
            severity=rule.severity,
            message=self.messages.say(f"ru.{rule.id}", text=shown, put=hit.put[0] if hit.put else ""),
            suggestions=tuple(Suggestion(put, "rule") for put in dict.fromkeys(hit.put) if put != shown),
            proofer=LANGUAGE,
            language=LANGUAGE,
        )


def _once(found: Sequence[Finding]) -> Iterator[Finding]:
    """Of findings of one rule on the same words the first."""
    seen: set[tuple[str, Span]] = set()
    for finding in found:
        if (finding.rule, finding.span) not in seen:
            seen.add((finding.rule, finding.span))
            yield finding


def _closed(block: Block) -> tuple[Span, ...]:
    """Words in another language, and visible holes."""
    foreign = [span for span, tag in block.foreign if tag != LANGUAGE]
    return tuple(foreign + [origin.span for origin in block.origins if origin.source is Source.GAP])
