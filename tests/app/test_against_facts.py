"""What a person wrote is held against the facts; what the facts made is left alone."""

import datetime as dt
from pathlib import Path

import pytest

from pressdesk.app.against_facts import findings, text_findings
from pressdesk.app.amending import living, take_up, write
from pressdesk.app.places import Places
from pressdesk.app.proofing import Proofing
from pressdesk.app.samples import names, sample
from pressdesk.model.amendments import Piece
from pressdesk.model.draft import Draft
from pressdesk.model.findings import Severity
from pressdesk.render.render import render

TODAY = dt.date(2026, 11, 24)


def by_hand(text: str, block: str = "lead", name: str = "salvania-forum", language: str = "kk") -> Draft:
    draft = sample(name)
    release = render(draft, language)
    taken = take_up(draft, release, next(b for b in release.blocks if b.id == block), living(draft, language))
    return write(draft, taken, [Piece(text=text)])


def told(draft: Draft, language: str = "kk", ui: str = "kk"):
    return findings(draft, render(draft, language), ui, TODAY)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


QUICK = ("guimaraes", "salvania-forum", "salvania-closed", "salvania-papers")


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=() if name in QUICK else pytest.mark.slow) for name in names()]
)
def test_no_shipped_sample_has_a_date_or_a_figure_of_its_own(name):
    for language in ("kk", "ru", "en", "pt"):
        assert told(sample(name), language) == [], language


def test_a_date_written_by_hand_in_the_lead_that_no_fact_has_is_a_warning_with_the_events():
    found = told(by_hand("Форум 5–6 маусымда өтті."))
    assert [(plain(f.text), f.rule, f.severity) for f in found] == [
        ("5–6 маусымда", "facts.other-date", Severity.WARNING)
    ]
    assert plain(found[0].message) == "Деректерде мұндай күн жоқ. Оқиға күні: 3 маусым"
    assert found[0].block == "lead"


@pytest.mark.parametrize(
    "text",
    ["Форум 3–4 маусымда өтті.", "Форум 3 маусымда басталды.", "Форум 2026 жылғы 4 маусымда аяқталды."],
)
def test_the_events_own_days_may_be_written_by_hand(text):
    assert told(by_hand(text)) == []


def test_a_figure_written_by_hand_that_no_fact_has_is_a_hint_and_one_that_they_have_is_none():
    found = told(by_hand("Форумға 1500 адам қатысты, сауда 13%-ға өсті, 40 кездесу өтті."))
    assert [(f.text, f.rule, f.severity) for f in found] == [
        ("1500", "facts.other-figure", Severity.HINT),
        ("13%-ға", "facts.other-figure", Severity.HINT),
    ]
    assert told(by_hand("Форумға 150-ден астам адам қатысты, құны 85 миллион АҚШ доллары, үш бағыт.")) == []


def test_a_day_of_the_week_by_hand_is_held_against_the_calendar():
    assert [f.message for f in told(by_hand("Форум жексенбі күні, 3 маусымда ашылды."))] == ["03.06.2026 – сәрсенбі"]


def test_a_text_from_elsewhere_is_held_against_the_calendar_alone():
    text = "Кездесу 31 қарашада өтті. Оған 999 адам қатысты."
    assert [f.text for f in text_findings("kk", [(None, text)], "kk", TODAY)] == ["31 қарашада"]


def test_the_checkers_of_a_draft_and_of_a_paragraph_report_it(tmp_path: Path):
    proofing = Proofing(Places.at(tmp_path))
    try:
        draft = by_hand("Форум 31 қарашада өтті.")
        rules = {f.rule for f in proofing.proof(draft, render(draft, "kk"), "kk").findings}
        assert {"agreement.no-such-day", "facts.other-date"} <= rules
        text = proofing.text("kk", [(None, "Кездесу 31 қарашада өтті.")], "kk")
        assert "agreement.no-such-day" in {f.rule for f in text.findings}
    finally:
        proofing.close()
