"""The findings of house style, in a release or a text from elsewhere. Start at `StyleProofer.of`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pressdesk.model.findings import Finding, Kind, Suggestion
from pressdesk.model.release import Release
from pressdesk.proof.style import STYLE
from pressdesk.proof.style.checks import CHECKS
from pressdesk.proof.style.hits import Hit, Text
from pressdesk.proof.style.rules import HouseStyle, Rule, load
from pressdesk.proof.style.text import Piece, named, of_block, told_apart
from pressdesk.text.messages import Messages
from pressdesk.text.spans import Span

PREFIX = "style."
SILENT = "none"  # of a release that shall not say who reports
EMBARGO = "embargo-line"  # the rule that knows what stands over a headline
CREDIT = "photo-credit"  # the rule whose `looks` tells a credit line in plain text


@dataclass(frozen=True, slots=True)
class StyleProofer:
    """What the rules find; messages are in the window's language."""

    style: HouseStyle
    messages: Messages

    @classmethod
    def of(cls, own: Path | None = None, ui_language: str = "en") -> "StyleProofer":
        """A proofer by the shipped rules and, over them, a ministry's own file. HouseError where that is faulty."""
        return cls(load(CHECKS, own), Messages(ui_language))

    def release(self, release: Release) -> list[Finding]:
        """Every finding of a release, in reading order; what is marked as foreign is left alone."""
        shortened = self.style.shortened.get(release.language, frozenset())
        pieces = tuple(of_block(block, shortened) for block in release.blocks)
        text = Text(release.language, pieces, release.photo is not None, release.attribution != SILENT, release.kind)
        return self._found(text)

    def text(self, language: str, blocks: Sequence[tuple[str | None, str]]) -> list[Finding]:
        """Every finding of plain paragraphs, (block id or None, text); spans count from the start of each text.

        What only a release must have, such as who reports, is not asked of them.
        """
        shortened = self.style.shortened.get(language, frozenset())
        pieces = told_apart(blocks, shortened, self._credit(language), self._above(language))
        return self._found(Text(language, tuple(pieces)))

    def pieces(self, language: str, pieces: Sequence[Piece]) -> list[Finding]:
        """As `text`, of the pieces of a text that are in one language; those with a kind keep it."""
        shortened = self.style.shortened.get(language, frozenset())
        whole = [replace(piece, shortened=shortened) for piece in pieces]
        known = named(whole, self._credit(language), self._above(language))
        return self._found(Text(language, tuple(known)))

    def _credit(self, language: str) -> str:
        return str(next((rule.of("looks", language) for rule in self.style.rules if rule.id == CREDIT), "") or "")

    def _above(self, language: str) -> tuple[str, ...]:
        """What tells a line that may stand over the headline."""
        rule = next((rule for rule in self.style.rules if rule.id == EMBARGO), None)
        found = (rule.of("pattern", language), rule.of("above", language)) if rule is not None else ("", "")
        return tuple(f"(?:{written}){rest}" for written, rest in zip(found, (".*", ""), strict=True) if written)

    def _found(self, text: Text) -> list[Finding]:
        place = {id(piece): number for number, piece in enumerate(text.pieces)}
        taken: dict[int, set[int]] = {}
        found: list[tuple[int, Finding]] = []
        for rule in self.style.rules:
            for hit in self._hits(rule, text):
                number = place[id(hit.piece)]
                if rule.kind is Kind.TYPOGRAPHY:
                    touched = {at for span in hit.touched or (hit.span,) for at in range(span.start, span.end)}
                    if not touched.isdisjoint(taken.setdefault(number, set())):
                        continue
                    taken[number] |= touched
                found.append((number, self._finding(rule, hit, text)))
        return [finding for _, finding in sorted(found, key=lambda pair: (pair[0], pair[1].span))]

    @staticmethod
    def _hits(rule: Rule, text: Text) -> Iterator[Hit]:
        if text.language not in rule.languages or text.kind in rule.not_in:
            return
        if rule.only_in and text.kind not in rule.only_in:
            return
        for hit in CHECKS[rule.check].find(rule, text):
            within = (span.start <= hit.span.start and hit.span.end <= span.end for span in hit.piece.foreign)
            if hit.span == Span(0, len(hit.piece.text)) or not any(within):
                yield hit

    def _finding(self, rule: Rule, hit: Hit, text: Text) -> Finding:
        language = text.language
        shown = hit.span.of(hit.piece.text)
        fill = {
            "text": shown,
            "put": hit.put or "",
            "count": hit.count,
            "other": hit.other,
            "limit": rule.of("limit", language, ""),
        }
        said = self.messages.pick(rule.message) or self.messages.say(PREFIX + rule.id)
        for name, value in fill.items():
            said = said.replace("{" + name + "}", str(value))
        return Finding(
            block=hit.piece.id,
            span=Span(hit.piece.offset + hit.span.start, hit.piece.offset + hit.span.end),
            text=shown,
            rule=PREFIX + rule.id,
            kind=rule.kind,
            severity=rule.severity if text.kind or rule.elsewhere is None else rule.elsewhere,
            message=said,
            suggestions=() if hit.put is None else (Suggestion(hit.put, "rule"),),
            proofer=STYLE,
            language=language,
        )
