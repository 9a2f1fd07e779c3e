"""What a fact is called in one line, and which cells a gap of the text leads to."""

import dataclasses

from pressdesk.app.samples import sample
from pressdesk.gui.form.describe import Describer
from pressdesk.gui.form.gaps import gap_problems
from pressdesk.model import paths
from pressdesk.model.draft import Draft
from pressdesk.model.facts import Facts, Person, Ref, Step, Title
from pressdesk.model.fields import FieldKind, FieldSpec
from pressdesk.model.release import Gap
from pressdesk.render.pack import load_type, pack_folder
from pressdesk.render.render import render
from pressdesk.text.messages import Messages

KIND = load_type(pack_folder("working_visit"))
ALL = ("kk", "ru", "en", "pt")


def describer(draft: Draft, language: str = "kk") -> Describer:
    return Describer(draft, Messages(language), draft.facts.languages or ALL)


def field(path: str) -> FieldSpec:
    return next(f for f in KIND.fields() if f.path == path)


def test_a_person_is_called_by_the_name_and_told_apart_by_the_post() -> None:
    draft = sample("guimaraes")

    what, which = describer(draft, "ru").heading(field("people"), draft.facts.people[1])

    assert what == "Рикарду Араужу"
    assert which.startswith("президент · муниципальная палата")


def test_the_family_name_comes_first_where_it_does() -> None:
    person = Person(given={"en": "Jinping"}, family={"en": "Xi"}, name_order="family_first")

    assert describer(Draft()).named(person) == "Xi Jinping"


def test_a_role_is_told_where_the_post_has_no_words_of_its_own() -> None:
    draft = Draft(facts=Facts(languages=ALL))
    silent = Person(family={"kk": "Сейіт"}, title=Title(role="ambassador"))
    said = dataclasses.replace(silent, title=Title(role="ambassador", text={"kk": "Төтенше елші"}))

    assert describer(draft).heading(field("people"), silent) == ("Сейіт", "Елші")
    assert describer(draft).heading(field("people"), said) == ("Сейіт", "Төтенше елші")


def test_words_come_in_the_window_s_language_and_else_in_any() -> None:
    assert describer(Draft(), "ru").words({"kk": "қала", "ru": "город"}) == "город"
    assert describer(Draft(), "ru").words({"pt": "cidade"}) == "cidade"
    assert describer(Draft(), "ru").words({}) == ""
    assert describer(Draft(), "ru").words(Ref("nobody-knows")) == ""


def test_a_step_is_told_by_its_values_and_figures_say_what_they_count() -> None:
    draft = sample("guimaraes")
    number = next(n for n, s in enumerate(draft.facts.programme) if s.kind == "round_table")
    fields = next(s.fields for s in field("programme").steps if s.kind == "round_table")

    told = describer(draft).step(fields, draft.facts.programme[number])

    assert told.startswith("Саны: 2 · Жил Виейра")
    assert describer(draft).step(fields, Step(kind="round_table")) == ""


def test_numbers_are_written_as_the_window_s_language_writes_them() -> None:
    spec = FieldSpec(path="value", kind=FieldKind.NUMBER, label={"en": "value"})

    assert describer(Draft(), "kk").value(spec, 12.5) == "12,5"
    assert describer(Draft(), "en").value(spec, 12.5) == "12.5"


def test_only_words_that_stand_in_some_language_or_must_stand_can_lack_one() -> None:
    draft = Draft(facts=Facts(languages=("kk", "en")))
    fields = field("people").fields

    assert describer(draft).lacking(fields, Person(given={"kk": "А"}, family={"kk": "Б", "en": "B"})) == ("en",)
    full = Person(given={"kk": "А", "en": "A"}, family={"kk": "Б", "en": "B"})
    assert describer(draft).lacking(fields, full) == ()


def test_a_gap_of_a_person_leads_to_the_names_that_lack_the_language() -> None:
    draft = sample("guimaraes")
    facts = paths.put(draft.facts, "people[3].family.en", "")
    draft = draft.with_facts(facts)

    found = gap_problems(draft, KIND, [Gap("people[3]", "en", "…", True)])

    assert [(p.path, p.key, p.language) for p in found] == [("people[3].family.en", "form.gap_name", "en")]


def test_a_gap_of_a_phrase_leads_to_the_phrase() -> None:
    draft = sample("guimaraes")
    facts = paths.put(draft.facts, "programme[0].topics[0]", {"kk": "теңіз"})

    found = gap_problems(draft.with_facts(facts), KIND, [Gap("programme[0].topics[0]", "pt", "⟦…⟧", False)])

    assert [p.path for p in found] == ["programme[0].topics[0].pt"]


def test_what_stands_in_no_language_is_left_to_the_check() -> None:
    draft = Draft(facts=Facts(languages=ALL))

    assert gap_problems(draft, KIND, [Gap("event.place.name", "kk", "⟦…⟧", False)]) == []


def test_a_whole_draft_has_no_gap_to_lead_to() -> None:
    draft = sample("guimaraes")

    gaps = [gap for tag in ALL for gap in render(draft, tag).gaps]

    assert gap_problems(draft, KIND, gaps) == []
