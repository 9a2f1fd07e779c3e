"""Which findings stand, in which order, and what blocks a language."""

import dataclasses

import pytest
from tests.gui.page_samples import block, finding, release

from pressdesk.gui.findings.standing import blockers, fresh, moved, same, standing, texts_of
from pressdesk.model.asides import everywhere
from pressdesk.model.draft import Draft
from pressdesk.model.findings import Kind, Severity
from pressdesk.model.release import Gap
from pressdesk.text.spans import Span

TEXT = release(block("h", "Брагаға сапар"), block("p", "Елші келді, гылым қаралды"))


def test_a_finding_stands_as_long_as_its_words_are_where_it_says() -> None:
    slip = finding(TEXT, "гылым")
    older = dataclasses.replace(slip, span=dataclasses.replace(slip.span, start=slip.span.start - 1))
    elsewhere = dataclasses.replace(slip, block="gone")

    assert fresh(TEXT, [older, slip, elsewhere]) == (slip,)


def test_the_worst_come_first_and_each_kind_in_reading_order() -> None:
    found = [
        finding(TEXT, "келді", Severity.HINT),
        finding(TEXT, "сапар", Severity.HINT),
        finding(TEXT, "гылым", Severity.ERROR),
        finding(TEXT, "Елші", Severity.WARNING),
    ]

    assert [f.text for f in standing(Draft(), TEXT, found)] == ["гылым", "Елші", "сапар", "келді"]


def test_what_was_ignored_is_gone_before_the_next_check() -> None:
    slip = finding(TEXT, "гылым")

    assert standing(Draft(ignored=(everywhere(slip),)), TEXT, [slip]) == ()


def test_a_word_of_the_draft_s_dictionary_is_no_slip_but_may_be_bad_style() -> None:
    slip, style = finding(TEXT, "гылым"), finding(TEXT, "гылым", kind=Kind.STYLE, rule="house.kk")
    draft = Draft(words={"kk": ("Гылым",)})

    assert standing(draft, TEXT, [slip, style]) == (style,)
    assert standing(Draft(words={"ru": ("гылым",)}), TEXT, [slip]) == (slip,)


def test_a_gap_that_a_checker_reports_too_blocks_once() -> None:
    gap = Gap("event.place.name", "kk", "⟦қайда⟧", fallback=False)
    text = dataclasses.replace(
        release(block("p", "Елші ⟦қайда⟧ гылым", ("⟦қайда⟧", "event.place.name"))), gaps=(gap, gap)
    )
    reported = finding(text, "⟦қайда⟧", kind=Kind.FACTS, rule="facts.gap")

    assert blockers(text, [reported, finding(text, "гылым")]) == (1, 1)


def test_warnings_hints_and_nuances_block_nothing() -> None:
    mild = [finding(TEXT, "гылым", s) for s in (Severity.WARNING, Severity.HINT, Severity.NUANCE)]

    assert blockers(TEXT, mild) == (0, 0)


def after(old: str, new: str, words: str) -> list[str]:
    """What is underlined of `words`, found in `old`, once the paragraph reads `new`."""
    before, now = release(block("p", old)), release(block("p", new))
    found = fresh(now, moved(now, [finding(before, words)], texts_of(before)))
    return [f"{new[: f.span.start]}[{f.text}]{new[f.span.end :]}" for f in found]


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("Ана гылым айтты", "Анар гылым айтты", ["Анар [гылым] айтты"]),  # typed before it
        ("Ана гылым айтты", "Ана гылым айт", ["Ана [гылым] айт"]),  # typed after it
        ("гылым, гылым", "гылым, ал гылым", ["[гылым], ал гылым"]),  # the first of two
        ("Ана гылым айтты", "Ана ғылым айтты", []),  # its own words
        ("Ана гылым айтты", "Ана гылыми айтты", []),  # a letter more at its end
        ("Ана гылым айтты", "Ана жгылым айтты", []),  # and at its beginning
        ("Ана гылым айтты", "Ана айтты", []),
    ],
)
def test_a_finding_goes_with_its_words_while_others_are_typed(old: str, new: str, shown: list[str]) -> None:
    assert after(old, new, "гылым") == shown


def test_of_two_alike_the_nearest_in_the_same_paragraph_is_the_same() -> None:
    text = release(block("p", "гылым және гылым"), block("q", "гылым"))
    first = finding(text, "гылым")
    second = dataclasses.replace(first, span=Span(11, 16))
    shifted = dataclasses.replace(first, span=Span(10, 15))

    assert same(shifted, [first, second]) is second
    assert same(dataclasses.replace(first, block="q"), [first]) is None
