"""Mending many signs at once: what is safe, what the preview says, and that a draft and a text come out right."""

from collections.abc import Callable

import pytest

from pressdesk.app import fixes
from pressdesk.app.amending import living, take_up, write
from pressdesk.app.samples import sample
from pressdesk.model.amendments import Piece
from pressdesk.model.draft import Draft
from pressdesk.model.findings import Finding, Kind, Severity, Suggestion
from pressdesk.model.mend import Outcome
from pressdesk.model.release import Release
from pressdesk.proof.style.proofer import StyleProofer
from pressdesk.render.render import render
from pressdesk.text.spans import Span

PROOFER = StyleProofer.of()
TEXT = 'Елші  қалаға келді. Қала - "Жасыл астана" мәртебесін алды .'


def finding(text: str, *put: str, kind: Kind = Kind.TYPOGRAPHY, start: int = 0) -> Finding:
    return Finding(
        block=None,
        span=Span(start, start + len(text)),
        text=text,
        rule="style.x",
        kind=kind,
        severity=Severity.ERROR,
        message="",
        suggestions=tuple(Suggestion(one) for one in put),
        proofer="style",
        language="kk",
    )


def by_hand(write_pieces: Callable[[Draft, Release], list[Piece]]) -> Draft:
    """vila-serena with its Kazakh lead rewritten."""
    draft = sample("vila-serena")
    release = render(draft, "kk")
    block = next(b for b in release.blocks if b.id == "lead")
    taken = take_up(draft, release, block, living(draft, "kk"))
    return write(draft, taken, write_pieces(draft, release))


def planned(draft: Draft) -> tuple[fixes.Fix, ...]:
    releases = {tag: render(draft, tag) for tag in draft.facts.languages}
    found = [finding for release in releases.values() for finding in PROOFER.release(release)]
    return fixes.plan_draft(draft, releases, found)


def lead(draft: Draft) -> str:
    return next(b.text for b in render(draft, "kk").blocks if b.id == "lead")


@pytest.mark.parametrize(
    ("one", "safe"),
    [
        (finding('"а"', "«а»"), True),
        (finding("2.5", "2,5"), True),
        (finding("сөз", "сөз."), True),
        (finding("  ", " "), True),
        (finding('"', "«", "»"), False),
        (finding('"'), False),
        (finding("Астaна", "Астана"), False),
        (finding("17", "18"), False),
        (finding("-", "–", kind=Kind.STYLE), False),
        (finding("-", "-"), False),
    ],
)
def test_only_signs_that_leave_every_letter_alone_are_mended_unasked(one: Finding, safe: bool) -> None:
    assert fixes.is_safe(one) is safe


def test_a_plain_text_is_mended_in_one_go_and_nothing_is_left_to_mend() -> None:
    found = PROOFER.text("kk", [(None, TEXT)])
    plan = fixes.plan(found, {("kk", None): TEXT})

    assert [(fix.left, fix.old, fix.new, fix.right) for fix in plan] == [
        ("", "Елші␣␣қалаға", "Елші қалаға", ' келді. Қала - "Жасыл…'),
        ("…қалаға келді. Қала ", "-", "–", ' "Жасыл астана"…'),
        ("…қалаға келді. Қала - ", '"Жасыл астана"', "«Жасыл астана»", " мәртебесін алды ."),
        ('…астана" мәртебесін ', "алды .", "алды.", ""),
    ]
    mended = fixes.in_text(TEXT, plan)
    assert mended == "Елші қалаға келді. Қала – «Жасыл астана» мәртебесін алды."
    assert PROOFER.text("kk", [(None, mended)]) == []


def test_what_is_not_ticked_stays() -> None:
    plan = fixes.plan(PROOFER.text("kk", [(None, TEXT)]), {("kk", None): TEXT})

    assert fixes.in_text(TEXT, plan[2:3]) == "Елші  қалаға келді. Қала - «Жасыл астана» мәртебесін алды ."


def test_marks_within_marks_are_mended_together() -> None:
    text = 'Ол "Қазақ "Елім" атты" жинақты оқыды.'
    plan = fixes.plan(PROOFER.text("kk", [(None, text)]), {("kk", None): text})

    assert fixes.in_text(text, plan) == "Ол «Қазақ “Елім” атты» жинақты оқыды."


def test_of_two_findings_about_one_sign_the_first_is_planned_and_a_stale_one_is_not() -> None:
    plan = fixes.plan(
        [finding("-", "–", start=2), finding(" - ", " — ", start=1), finding("?", "!", start=4)],
        {("kk", None): "а - б"},
    )

    assert [(fix.old, fix.new) for fix in plan] == [("а - б", "а — б")]


def test_words_written_by_hand_are_mended_around_the_living_facts_in_one_step() -> None:
    def pieces(draft: Draft, release: Release) -> list[Piece]:
        fact = next(p for p in living(draft, "kk").of(next(b for b in release.blocks if b.id == "lead")) if p.fact)
        return [
            Piece(text="Көрме 17 - 18 тамызда өтті, 2.5 млн теңге жиналды. «Біз дайынбыз» – деді "),
            fact,
            Piece(text=" , деп хабарлайды баспасөз қызметі ."),
        ]

    draft = by_hand(pieces)
    plan = planned(draft)
    mended = fixes.in_draft(draft, plan, render)

    assert all(fix.possible for fix in plan)
    assert len(mended.done) == len(plan) == 5
    assert mended.left == ()
    assert (
        lead(mended.draft)
        .replace("\u00a0", " ")
        .startswith("Көрме 17–18 тамызда өтті, 2,5 млн теңге жиналды. «Біз дайынбыз», – деді ")
    )
    assert lead(mended.draft).endswith(", деп хабарлайды баспасөз қызметі.")
    assert planned(mended.draft) == ()
    assert [p.fact for a in mended.draft.amendments for p in a.pieces] == [
        p.fact for a in draft.amendments for p in a.pieces
    ]


def test_what_the_template_says_is_named_and_left() -> None:
    draft = sample("vila-serena")
    release = render(draft, "kk")
    block = next(b for b in release.blocks if b.id == "lead")
    at = next(i for i, c in enumerate(block.text) if c == " " and block.origin_at(i) is None)
    one = finding(" ", "\u00a0", start=at)
    one = Finding(**{**{f: getattr(one, f) for f in one.__slots__}, "block": "lead"})
    (fix,) = fixes.plan_draft(draft, {"kk": release}, [one])
    mended = fixes.in_draft(draft, [fix], render)

    assert (fix.possible, fix.why, "⍽" in fix.new) == (False, Outcome.FORMULA, True)
    assert mended.draft == draft
    assert [left.why for left in mended.left] == [Outcome.FORMULA]
