"""What the page knows without Qt: positions, which words belong to a field, the length of a text."""

import random

import pytest
from tests.gui.page_samples import block, release, span_of

from pressdesk.app.samples import sample
from pressdesk.gui.page.leads import lead
from pressdesk.gui.page.positions import Positions, drawn, slots
from pressdesk.gui.page.spots import length, sentence, spots_of, stops
from pressdesk.model.draft import Draft
from pressdesk.model.facts import Facts, Person, Step
from pressdesk.model.release import BlockKind
from pressdesk.render.pack import load_type, pack_folder
from pressdesk.render.render import render
from pressdesk.text.spans import from_utf16, to_utf16


@pytest.mark.parametrize("text", ["", "Қазақстан", "а😀б", "😀😀", "Сурет 📷: Akorda 🇰🇿 соңы"])
def test_positions_agree_with_the_one_place_that_counts_units(text: str) -> None:
    positions = Positions(text)

    for point in range(len(text) + 1):
        assert positions.utf16(point) == to_utf16(text, point)
    for unit in range(len(text.encode("utf-16-le")) // 2 + 1):
        assert positions.code_points(unit) == from_utf16(text, unit)


def test_positions_hold_for_any_mixture_of_narrow_and_wide_letters() -> None:
    dice = random.Random(7)
    for _ in range(200):
        text = "".join(dice.choice("аә 😀𝔸z") for _ in range(dice.randrange(12)))
        positions = Positions(text)
        for point in range(len(text) + 1):
            assert positions.code_points(positions.utf16(point)) == point == from_utf16(text, to_utf16(text, point))


def test_what_is_drawn_has_as_many_letters_as_the_text() -> None:
    text = "Елшісі ⟦кім⟧ \ufffc бар\u2028ды\n😀"

    assert len(drawn(text)) == len(text)
    assert "⟦" not in drawn(text)
    assert "\u2028" not in drawn(text)


def test_no_line_breaks_between_a_figure_and_its_ending() -> None:
    assert drawn("70%-ын ғылыми-техникалық") == "70%\u2011ын ғылыми-техникалық"


def test_a_slot_is_a_pair_of_brackets_and_a_lone_bracket_is_none() -> None:
    text = "Елшісі ⟦кім⟧ ⟦қай қалаға⟧ барды ⟦"

    assert [s.of(text) for s in slots(text)] == ["⟦кім⟧", "⟦қай қалаға⟧"]
    assert slots("жоқ ⟧ та ⟦") == ()


TEXT = release(
    block("h", "Брагаға сапар", ("Брагаға", "event.place.name"), kind=BlockKind.HEADLINE),
    block("p", "Ана Соуза Брагада қызметкермен кездесті", ("Ана Соуза", "people[0]"), ("Брагада", "event.place.name")),
    block("q", "туризм туралы", ("туризм", "programme[0].topics[0]")),
)


def words(path: str, draft: Draft | None = None) -> list[str]:
    return [s.span.of(TEXT.blocks[s.block].text) for s in spots_of(TEXT, draft or Draft(), path)]


def test_a_field_lights_up_every_place_that_shows_it() -> None:
    assert words("event.place.name") == ["Брагаға", "Брагада"]


def test_the_row_of_a_language_stands_for_its_field() -> None:
    assert words("event.place.name.kk") == ["Брагаға", "Брагада"]


def test_a_part_of_a_name_lights_up_the_name_that_it_is_part_of() -> None:
    assert words("people[0].family.pt") == ["Ана Соуза"]


def test_a_card_lights_up_all_that_it_says() -> None:
    assert words("programme[0]") == ["туризм"]
    assert words("event") == ["Брагаға", "Брагада"]


def test_the_eleventh_person_is_not_the_first() -> None:
    text = release(block("p", "Ана мен Лев", ("Ана", "people[1]"), ("Лев", "people[11]")))

    assert [s.origin.field for s in spots_of(text, Draft(), "people[1]")] == ["people[1]"]


def test_a_field_that_names_somebody_lights_up_the_name() -> None:
    draft = Draft(facts=Facts(people=(Person(id="ana"),), programme=(Step(kind="meeting", with_="ana"),)))

    assert words("programme[0].with", draft) == ["Ана Соуза"]


def test_a_field_that_the_text_does_not_show_lights_up_nothing() -> None:
    assert words("photo.credit") == []
    assert words("") == []


def test_a_date_does_not_light_up_the_place_of_the_same_event() -> None:
    assert words("event.date") == []


def test_arrows_stop_at_the_innermost_facts_in_reading_order() -> None:
    outer = block("p", "Порту қаласының әкімі", ("Порту қаласының әкімі", "people[0].title"), ("Порту", "event.place"))

    assert [s.origin.field for s in stops(release(outer))] == ["event.place"]
    assert [s.origin.field for s in stops(TEXT)] == [
        "event.place.name", "people[0]", "event.place.name", "programme[0].topics[0]",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Бір. Екі үш. Төрт.", "үш", "Екі үш."),
        ("Ол 2026 ж. 22 мамырда келді. Кетті.", "мамырда", "Ол 2026 ж. 22 мамырда келді."),
        ("70.5 пайыз болды.", "пайыз", "70.5 пайыз болды."),
        ("«Жасыл.» Қала сол.", "Қала", "Қала сол."),
        ("Нүктесіз сөйлем", "сөйлем", "Нүктесіз сөйлем"),
    ],
)
def test_a_sentence_ends_where_the_next_begins(text: str, word: str, expected: str) -> None:
    assert sentence(text, span_of(text, word)).of(text) == expected


def test_length_counts_compounds_once_and_slots_and_credit_not_at_all() -> None:
    text = release(
        block("c", "Сурет: Akorda", kind=BlockKind.CREDIT), block("p", "ғылыми-техникалық ⟦қандай⟧ 70\u00a0%‑ын сала")
    )

    assert length(text).words == 3
    assert length(text).minutes == 1
    assert length(release()).minutes == 0


def test_the_model_release_takes_about_three_minutes() -> None:
    assert length(render(sample("guimaraes"), "kk")).minutes == 3


def test_a_country_leads_to_the_field_that_chooses_it() -> None:
    draft, kind = sample("guimaraes"), load_type(pack_folder("working_visit"))

    asked = lead(draft, kind, "countries[1].name")

    assert asked
    assert not asked.startswith("countries")
    assert lead(draft, kind, "people[0]") == "people[0]"


def test_a_fact_that_the_form_does_not_ask_for_leads_nowhere() -> None:
    draft, kind = sample("guimaraes"), load_type(pack_folder("working_visit"))

    assert lead(draft, kind, "countries[99].name") == ""
    assert lead(draft, kind, "") == ""


def test_an_origin_without_letters_is_no_stop() -> None:
    nothing = release(block("p", "", ("", "event.place.name")))

    assert stops(nothing) == ()
    assert spots_of(nothing, Draft(), "event.place.name") == ()
