"""A style's own examples as its tests: every bad one is found by its rule, every good one is not. Start at `failing`.

An example is a paragraph, or the blocks of a release, one a line: headline, lead, paragraphs. Where a rule looks at one
kind of block alone, a single line is a block of that kind.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from pressdesk.model.release import Block, BlockKind, Release
from pressdesk.proof.style.proofer import PREFIX, StyleProofer
from pressdesk.proof.style.rules import NO_BREAK, Rule


@dataclass(frozen=True, slots=True)
class Failing:
    """An example that does not hold. `line` is the row of words.tsv it stands in, None for an example of the rule."""

    rule: Rule
    language: str
    example: str
    bad: bool
    line: int | None = None


def blocks_of(rule: Rule, example: str) -> tuple[Block, ...]:
    """The blocks of an example."""
    lines = example.split("\n")
    if len(lines) == 1:
        kinds = [BlockKind(name) for name in rule.parameters.get("blocks", (BlockKind.PARAGRAPH.value,))]
        return (Block("b1", BlockKind.PARAGRAPH if BlockKind.PARAGRAPH in kinds else kinds[0], example),)
    order = [BlockKind.HEADLINE, BlockKind.LEAD, *[BlockKind.PARAGRAPH] * len(lines)]
    return tuple(Block(f"b{n}", kind, line) for n, (kind, line) in enumerate(zip(order, lines, strict=False), 1))


def finds(proofer: StyleProofer, rule: Rule, language: str, example: str) -> bool:
    """Whether the rule finds something in the example."""
    kind = next(iter(sorted(rule.only_in)), "")
    release = Release(language, language, kind, blocks_of(rule, example))
    return any(finding.rule == PREFIX + rule.id for finding in proofer.release(release))


def of_rule(rule: Rule) -> Iterator[tuple[str, str, bool, int | None]]:
    """(language, example, whether it is a bad one, line in words.tsv or None) of a rule."""
    for language in rule.languages:
        yield from ((language, example, True, None) for example in rule.bad.get(language, ()))
        yield from ((language, example, False, None) for example in rule.good.get(language, ()))
        for row in rule.words.get(language, ()):
            yield language, row.bad.replace("⍽", NO_BREAK), True, row.line
            yield language, row.good.replace("⍽", NO_BREAK), False, row.line


def failing(proofer: StyleProofer, rule: Rule) -> Iterator[Failing]:
    """The examples of a rule that do not hold."""
    for language, example, bad, line in of_rule(rule):
        if finds(proofer, rule, language, example) is not bad:
            yield Failing(rule, language, example, bad, line)
