"""Whatever facts are absent, every language reads as whole sentences; what a language lacks is shown and listed."""

import dataclasses
import datetime as dt
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressdesk.app.samples import sample
from pressdesk.model.draft import Draft
from pressdesk.model.facts import Facts, Invitation, Step
from pressdesk.model.paths import get, put
from pressdesk.render.render import render

LANGUAGES = ("kk", "ru", "en", "pt")
OPTIONAL = (
    "headline.kind", "purposes", "event.date", "event.place.descriptor", "facts", "blurb", "closing.by",
    "photo.credit", "attribution.position", "attribution.unit", "attribution.verb", "programme[0].assessment",
    "programme[1].count", "programme[1].organisers_role", "programme[2].discussed", "programme[2].attention",
    "programme[4].ready", "programme[5].units", "programme[5].host", "programme[5].stated",
    "programme[5].invited", "organisations[2].descriptor", "organisations[4].descriptor", "countries[1].region",
    "event.place.type", "outcomes", "quote",
)  # fmt: skip


def read_aloud(text: str) -> None:
    """Fails on what no reader would let pass."""
    for line in text.splitlines():
        assert "  " not in line, line
        assert not re.search(r"\s[,.;:!?]", line.replace("\u00a0", " ")), line
        assert not re.search(r"[,;]\s*[.,;]|\.\.|\(\s*\)|«\s*»|[–(]\s*[.,)]", line), line
        assert "None" not in line
        assert "{" not in line
        assert line == line.strip()
        assert not line[0].islower(), line
        assert len(line.split()) > 1, line


@settings(max_examples=40, deadline=None)
@given(absent=st.sets(st.sampled_from(OPTIONAL)), name=st.sampled_from(["guimaraes", "vila-serena"]), data=st.data())
@pytest.mark.slow
def test_without_any_of_the_optional_facts_the_text_still_reads_whole(
    absent: set[str], name: str, data: st.DataObject
) -> None:
    draft = sample(name)
    facts = draft.facts
    for path in absent:
        value = get(facts, path)
        if value is not None:
            empty = None if isinstance(value, int | dt.date) else type(value)()
            facts = put(facts, path, empty)
    steps = data.draw(st.lists(st.sampled_from(range(6)), unique=True))
    facts = dataclasses.replace(facts, programme=tuple(facts.programme[i] for i in steps))

    for language in LANGUAGES:
        read_aloud(render(draft.with_facts(facts), language).plain())


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_draft_shows_its_sentences_with_slots_that_ask(language: str) -> None:
    release = render(Draft(facts=Facts(type="working_visit", languages=LANGUAGES)), language)

    asked = re.findall(r"⟦[^⟧]+⟧", release.lead)
    assert len(asked) >= 3, release.lead
    assert {gap.field for gap in release.gaps} >= {"event.place.name", "people[0]"}


def test_a_slot_asks_in_the_case_of_its_place() -> None:
    lead = render(Draft(facts=Facts(type="working_visit")), "kk").lead

    assert "⟦қай қалаға⟧ жұмыс сапармен барды" in lead.replace("\u00a0", " ")


@pytest.mark.parametrize("kind", ["meeting", "round_table", "briefing", "interest", "site_visit", "university_visit"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_step_asks_for_what_it_needs(kind: str, language: str) -> None:
    draft = Draft(facts=Facts(type="working_visit", programme=(Step(kind="meeting"), Step(kind=kind))))

    paragraph = render(draft, language).blocks[-1].text

    assert "⟦" in paragraph, paragraph


def test_a_name_without_its_kazakh_spelling_stands_in_latin_letters_and_is_listed() -> None:
    draft = sample("guimaraes")
    facts = put(draft.facts, "people[1].family", {"en": "Araújo"})

    release = render(draft.with_facts(put(facts, "people[1].given", {"en": "Ricardo"})), "kk")

    assert "Ricardo Araújo" in release.plain()
    assert ("people[1]", True) in {(gap.field, gap.fallback) for gap in release.gaps}


def test_another_text_without_its_language_is_a_visible_gap() -> None:
    draft = sample("guimaraes")
    facts = put(draft.facts, "purposes[0]", {"kk": "сауданы дамыту"})

    release = render(draft.with_facts(facts), "en")

    assert "⟦" in release.lead
    assert [gap.field for gap in release.gaps] == ["purposes[0]"]


def test_a_step_of_an_unknown_kind_leaves_no_trace() -> None:
    draft = sample("guimaraes")
    facts = dataclasses.replace(draft.facts, programme=(Step(kind="parade"),))

    read_aloud(render(draft.with_facts(facts), "kk").plain())


@pytest.mark.parametrize("blank", [" ", "\u200b", "\u00a0 ", "\ue000", "\n\t"])
def test_blanks_are_no_fact_and_leave_a_gap_that_is_listed(blank: str) -> None:
    draft = sample("guimaraes")
    facts = put(draft.facts, "programme[0].topics[0]", {"kk": blank, "ru": "промышленность"})

    release = render(draft.with_facts(facts), "kk")

    assert "programme[0].topics[0]" in {gap.field for gap in release.gaps}


def test_a_host_who_only_stressed_something_ends_his_sentence_with_a_finite_verb() -> None:
    draft = sample("guimaraes")
    facts = put(draft.facts, "programme[5].invited", Invitation())

    assert "қажеттігін атап өтті." in render(draft.with_facts(facts), "kk").plain()


@pytest.mark.parametrize("language", ["en", "pt"])
@pytest.mark.parametrize("organisers", [("vieira",), ("vieira", "city-hall", "chamber"), ("city-hall", "vieira")])
def test_a_comma_never_meets_another(language: str, organisers: tuple[str, ...]) -> None:
    draft = sample("guimaraes")

    text = render(draft.with_facts(put(draft.facts, "programme[1].organisers", organisers)), language).plain()

    assert ",," not in text
    assert ",." not in text
