"""Amendments as values: facts told by id, what counts as stale, and that nothing is written away."""

import dataclasses

import pytest

from pressdesk.model.amendments import Amendment, Piece, items, joined, path_of, reference, renamed, stale
from pressdesk.model.draft import Draft
from pressdesk.model.facts import Facts, Person
from pressdesk.model.rewriting import amend, new_name, reset, rewritten
from pressdesk.text.spans import Span

FACTS = Facts(people=(Person(id="p1", family={"kk": "Сейітов"}), Person(id="p2"), Person()))
NAME = Piece(text="Сейітовтің", fact="people[p1].family", features="GEN", base="Сейітов")
DAY = Piece(text="14 мамырда", fact="event.date", features="LOC", base="2026-05-14")
WAS = (NAME, Piece(text=" сапары "), DAY, Piece(text=" басталды."))


def amendment(*pieces: Piece) -> Amendment:
    return Amendment(id="a1", language="kk", kind="paragraph", made_from=WAS, pieces=pieces)


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("people[0].family", "people[p1].family"),
        ("people[1]", "people[p2]"),
        ("people[2].given", "people[#2].given"),  # without an id its number has to do
        ("programme[1].topics[0]", "programme[#1].topics[#0]"),
        ("event.date", "event.date"),
    ],
)
def test_a_fact_is_told_by_id_and_found_again(path: str, told: str) -> None:
    assert reference(FACTS, path) == told
    assert path_of(FACTS, told) == path


def test_a_person_is_found_again_in_another_place_of_the_list_and_not_at_all_once_gone() -> None:
    moved = dataclasses.replace(FACTS, people=FACTS.people[::-1])

    assert path_of(moved, "people[p1].family") == "people[2].family"
    assert path_of(dataclasses.replace(FACTS, people=FACTS.people[1:]), "people[p1].family") == ""


def test_a_fact_that_lives_on_may_change_and_one_that_does_not_may_not() -> None:
    other_name = (dataclasses.replace(NAME, text="Ахметовтің", base="Ахметов"), *WAS[1:])
    other_day = (*WAS[:2], dataclasses.replace(DAY, text="15 мамырда"), WAS[3])

    assert not stale(amendment(NAME, Piece(text=" келуі.")), WAS)
    assert not stale(amendment(NAME, Piece(text=" келуі.")), other_name)
    assert stale(amendment(NAME, Piece(text=" келуі.")), other_day)
    assert stale(amendment(Piece(text="Сейітовтің келуі.")), other_name)


def test_a_whole_person_follows_the_parts_of_the_name_and_not_the_other_way_round() -> None:
    other_name = (dataclasses.replace(NAME, text="Ахметовтің", base="Ахметов"), *WAS[1:])
    whole, title = Piece(text="Ержан Сейітов", fact="people[p1]"), Piece(text="елші", fact="people[p1].title.role")

    assert not stale(amendment(whole), other_name)
    assert stale(amendment(title), other_name)


def test_the_template_s_own_words_count_and_house_typography_does_not() -> None:
    assert stale(amendment(NAME), (*WAS[:3], Piece(text=" аяқталды.")))
    assert not stale(amendment(NAME), (NAME, Piece(text="\u00a0сапары "), *WAS[2:]))


def test_a_step_with_another_number_is_the_same_step() -> None:
    topic = Piece(text="су", fact="programme[#1].topics[#0]")
    now = dataclasses.replace(topic, fact="programme[#2].topics[#0]")
    made = dataclasses.replace(amendment(topic), made_from=(topic, Piece(text=" туралы")))

    assert items(made.made_from) == {"programme": "programme[#1]"}
    assert renamed(topic.fact, {"programme[#1]": "programme[#2]"}) == now.fact
    assert not stale(made, (now, Piece(text=" туралы")))


def test_what_speaks_of_several_items_is_anchored_to_none() -> None:
    assert items([Piece(text="a", fact="topics[#0]"), Piece(text="b", fact="topics[#1]")]) == {}


def test_an_amendment_without_words_is_refused() -> None:
    with pytest.raises(ValueError, match="needs words"):
        amend(Draft(), amendment(Piece(text=" ")))


def test_an_amendment_takes_the_place_of_its_older_self_and_reset_takes_it_away() -> None:
    draft = amend(amend(Draft(), Amendment(pieces=(Piece(text="бір"),))), Amendment(pieces=(Piece(text="екі"),)))
    assert [a.id for a in draft.amendments] == ["a1", "a2"]
    assert new_name(draft) == "a3"

    changed = amend(draft, dataclasses.replace(draft.amendments[0], pieces=(Piece(text="үш"),)))

    assert [a.text for a in changed.amendments] == ["үш", "екі"]
    assert [a.text for a in reset(changed, "a1").amendments] == ["екі"]


def test_own_words_become_one_piece_and_facts_stay_apart() -> None:
    assert joined((Piece(text="а"), Piece(text="б"), NAME, Piece(), Piece(text="в"))) == (
        Piece(text="аб"), NAME, Piece(text="в"),
    )  # fmt: skip


def test_a_mended_slip_changes_own_words_and_never_a_living_fact() -> None:
    draft = amend(Draft(), amendment(NAME, Piece(text=" сапры.")))

    mended = rewritten(draft, "a1", 0, " сапры.", Span(1, 6), "сапары")
    assert mended is not None
    assert mended.amendments[0].pieces == (NAME, Piece(text=" сапары."))
    assert rewritten(draft, "a1", 0, "Сейітовтің", Span(0, 3), "x") is None
    assert rewritten(draft, "a9", 0, " сапры.", Span(1, 6), "x") is None
