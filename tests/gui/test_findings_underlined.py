"""No letter of the page is underlined twice: the narrower finding has it, of two on the same words the more severe."""

from tests.gui.page_samples import block, finding, release

from pressdesk.gui.page.underlined import Underlined
from pressdesk.model.findings import Finding, Severity

TEXT = release(block("h", "Сапар"), block("p", "өнеркәсіп, гылым және туризм салалары"))


def drawn(*findings: Finding) -> list[tuple[str, str]]:
    underlined = Underlined()
    underlined.give(findings)
    parts = sorted(underlined.sort_out(TEXT), key=lambda part: (part[1].block, part[1].span))
    assert len(underlined.placed) == len(findings)
    return [(severity.value, place.span.of(TEXT.blocks[place.block].text)) for severity, place in parts]


def test_findings_apart_have_their_lines_whole() -> None:
    assert drawn(finding(TEXT, "туризм", Severity.HINT), finding(TEXT, "гылым")) == [
        ("error", "гылым"),
        ("hint", "туризм"),
    ]


def test_a_wide_finding_leaves_the_letters_of_a_narrow_one() -> None:
    wide = finding(TEXT, "өнеркәсіп, гылым және туризм", Severity.WARNING)

    assert drawn(wide, finding(TEXT, "гылым")) == [
        ("warning", "өнеркәсіп, "),
        ("error", "гылым"),
        ("warning", " және туризм"),
    ]


def test_of_two_on_the_same_words_the_more_severe_is_drawn() -> None:
    assert drawn(finding(TEXT, "гылым", Severity.HINT), finding(TEXT, "гылым")) == [("error", "гылым")]


def test_of_two_that_cross_each_letter_has_one_line() -> None:
    first, second = finding(TEXT, "гылым және", Severity.HINT), finding(TEXT, "және туризм")

    assert drawn(first, second) == [("hint", "гылым және"), ("error", " туризм")]


def test_a_finding_in_another_block_takes_nothing() -> None:
    assert drawn(finding(TEXT, "Сапар", Severity.HINT), finding(TEXT, "гылым")) == [
        ("hint", "Сапар"),
        ("error", "гылым"),
    ]
