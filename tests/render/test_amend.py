"""Rewritten blocks in the finished text: they stand where they stood, follow their facts, and are never lost."""

import dataclasses
from collections.abc import Iterator, Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressdesk.app.amending import keep, living, take_new, take_up, tidied, write
from pressdesk.app.samples import names, sample
from pressdesk.app.trace import trace
from pressdesk.export.exporter import EXPORTERS
from pressdesk.model import edits, paths
from pressdesk.model.amendments import Piece, folded, plain
from pressdesk.model.codec import keys
from pressdesk.model.draft import Draft
from pressdesk.model.facts import Step
from pressdesk.model.release import AMENDED, Block, BlockKind, Release, Source
from pressdesk.render.render import render
from pressdesk.render.words import clean

LANGUAGES = ("kk", "ru", "en", "pt")
Change = tuple[str, object]


def named(release: Release, name: str) -> Block:
    return next(b for b in release.blocks if b.id == name)


def by_hand(release: Release) -> Block:
    return next(b for b in release.blocks if b.hand is not None)


def rewrite(draft: Draft, language: str, name: str, text: str, *, keeping: tuple[str, ...] = ()) -> Draft:
    """A block that says `text`; {0}, {1} … are the living pieces whose words begin so."""
    release = render(draft, language)
    taken = take_up(draft, release, named(release, name), living(draft, language))
    kept = [next(p for p in taken.pieces if p.fact and p.text.startswith(start)) for start in keeping]
    pieces: list[Piece] = []
    for number, part in enumerate(text.split("{}")):
        pieces += [Piece(text=part), *kept[number : number + 1]]
    return write(draft, taken, pieces)


def put(draft: Draft, path: str, value: object) -> Draft:
    return draft.with_facts(paths.put(draft.facts, path, value))


def changed(draft: Draft, change: Change) -> Draft:
    """The draft with a change; the same where its path leads nowhere in these facts."""
    try:
        return put(draft, *change)
    except KeyError:
        return draft


# --- where it stands -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_taking_up_the_pen_changes_not_a_sign(language: str) -> None:
    for name in ("vila-serena", "salvania-forum", "salvania-water"):
        draft = sample(name)
        before = render(draft, language)
        facts = living(draft, language)
        for block in before.blocks:
            taken = take_up(draft, before, block, facts)
            made = dataclasses.replace(draft, amendments=(dataclasses.replace(taken, id="a1"),))
            after = render(made, language)

            assert [b.text for b in after.blocks] == [b.text for b in before.blocks]
            assert after.gaps == before.gaps
            assert not by_hand(after).hand.stale  # type: ignore[union-attr]
            assert write(draft, taken, taken.pieces) == draft  # nothing was written, so nothing is kept


def test_a_rewritten_block_stands_in_its_place_in_one_language_alone() -> None:
    draft = rewrite(sample("vila-serena"), "kk", "paragraph-4", "Мүлде басқа сөз.")

    after = render(draft, "kk")
    assert named(after, "paragraph-4").text == "Мүлде басқа сөз."
    assert [b.id for b in after.blocks] == [b.id for b in render(sample("vila-serena"), "kk").blocks]
    assert render(draft, "ru") == render(sample("vila-serena"), "ru")


def test_headline_credit_and_lead_can_be_rewritten_too() -> None:
    draft = sample("vila-serena")
    for name, text in (
        ("headline", "Сапар басталды"),
        ("credit", "Сурет: өзіміз"),
        ("lead", "Сапар осы күні басталды."),
    ):
        draft = rewrite(draft, "kk", name, text)

    after = render(draft, "kk")
    assert (after.headline, after.lead) == ("Сапар басталды", "Сапар осы күні басталды.")
    assert named(after, "credit").kind is BlockKind.CREDIT


def test_a_step_in_front_moves_the_amendment_along_with_its_paragraph() -> None:
    draft = rewrite(sample("vila-serena"), "kk", "paragraph-4", "Қонақтар {} қарады.", keeping=("",))
    before = by_hand(render(draft, "kk"))

    moved = edits.add(draft, "programme[0]", Step(kind="interest", what={"kk": "Жаңа зауыт"}))
    after = render(moved, "kk")

    assert by_hand(after).text == before.text
    assert by_hand(after).id == "paragraph-5"
    assert not by_hand(after).hand.stale  # type: ignore[union-attr]


def test_two_steps_changing_places_take_their_amendments_along() -> None:
    draft = rewrite(sample("vila-serena"), "kk", "paragraph-1", "Біріншісі.")
    swapped = draft.with_facts(paths.move(draft.facts, "programme[0]", 2))

    after = render(swapped, "kk")

    block = by_hand(after)
    assert block.text == "Біріншісі."
    assert block.hand is not None
    assert block.hand.generated is not None
    assert "ауыл шаруашылығы, энергетика" in block.hand.generated.text


def test_a_template_with_other_lines_than_it_had_keeps_its_amendments() -> None:
    draft, _, _ = staled()
    elsewhere = dataclasses.replace(draft.amendments[0], kind="paragraph", lines=("working_visit/kk.j2:999",))

    block = by_hand(render(dataclasses.replace(draft, amendments=(elsewhere,)), "kk"))

    assert block.id == "lead"
    assert block.hand is not None
    assert block.hand.generated is not None


# --- living facts ----------------------------------------------------------------------------------------------------


def test_a_changed_name_is_inflected_anew_in_the_rewritten_paragraph() -> None:
    draft = rewrite(sample("vila-serena"), "kk", "paragraph-1", "Біз {} жүздестік.", keeping=("Мартинью",))
    assert by_hand(render(draft, "kk")).text == "Біз Мартинью Салданамен жүздестік."
    index = next(i for i, p in enumerate(draft.facts.people) if p.id == "mayor")

    other = put(put(draft, f"people[{index}].given.kk", "Руй"), f"people[{index}].family.kk", "Дуарт")
    block = by_hand(render(other, "kk"))

    assert block.text == "Біз Руй Дуартпен жүздестік."
    assert block.hand is not None
    assert not block.hand.stale
    origin = block.origin_at(5)
    assert origin is not None
    assert (origin.source, origin.field, origin.features) == (Source.INFLECTED, f"people[{index}]", "INS")


def test_a_living_fact_that_the_language_lacks_is_a_visible_gap_and_listed() -> None:
    draft = rewrite(sample("vila-serena"), "kk", "paragraph-1", "Біз {} туралы айттық.", keeping=("энергетика",))
    path = next(o.field for o in by_hand(render(draft, "kk")).origins if o.field)

    release = render(put(draft, path, {"en": "energy"}), "kk")

    assert "⟦" in by_hand(release).text
    assert path in {gap.field for gap in release.gaps}


def test_a_gap_that_the_amendment_no_longer_shows_is_no_gap() -> None:
    draft = put(sample("vila-serena"), "event.place.name", {})
    release = render(draft, "kk")
    gap = next(g for g in release.gaps if g.field.startswith("event.place"))
    for block in [b for b in release.blocks if any(o.field == gap.field for o in b.origins)]:
        draft = rewrite(draft, "kk", block.id, "Орын аталмайды.")

    assert gap.field not in {g.field for g in render(draft, "kk").gaps}


def test_a_person_who_was_put_in_and_is_gone_leaves_the_name_and_a_warning() -> None:
    draft = sample("vila-serena")
    release = render(draft, "kk")
    facts = living(draft, "kk")
    taken = take_up(draft, release, named(release, "paragraph-4"), facts)
    extra, person = edits.add_person(draft, {"kk": "Ержан"}, {"kk": "Сейітов"})
    piece = Piece(text="Ержан Сейітовтің", fact=f"people[{person}]", features="GEN")
    written = write(extra, taken, [piece, Piece(text=" қонақтары таңғалды.")])
    assert by_hand(render(written, "kk")).hand.stale is False  # type: ignore[union-attr]

    gone = render(edits.remove_person(written, person), "kk")

    assert by_hand(gone).text == "Ержан Сейітовтің қонақтары таңғалды."
    assert by_hand(gone).hand.stale  # type: ignore[union-attr]


# --- stale -----------------------------------------------------------------------------------------------------------


def staled() -> tuple[Draft, Release, Block]:
    draft = rewrite(sample("vila-serena"), "kk", "lead", "Сапар 21 сәуірде басталды.")
    other = put(draft, "event.date", sample("vila-serena").facts.event.date.replace(day=28))  # type: ignore[union-attr]
    release = render(other, "kk")
    return other, release, by_hand(release)


def test_a_changed_fact_that_is_not_living_makes_the_block_stale_and_shows_both_texts() -> None:
    _, _, block = staled()

    assert folded(block.text) == "Сапар 21 сәуірде басталды."
    assert block.hand is not None
    assert block.hand.stale
    assert block.hand.generated is not None
    assert "28 сәуірде" in block.hand.generated.text.replace("\u00a0", " ")
    assert "21 сәуірде" in block.hand.was.replace("\u00a0", " ")


def test_a_fact_that_the_block_does_not_use_leaves_it_alone() -> None:
    draft = rewrite(sample("vila-serena"), "kk", "lead", "Сапар 21 сәуірде басталды.")

    other = put(draft, "programme[0].topics[0]", {"kk": "балық"})

    assert not by_hand(render(other, "kk")).hand.stale  # type: ignore[union-attr]


def test_taking_the_new_text_and_keeping_one_s_own_both_end_it() -> None:
    draft, release, block = staled()

    assert render(take_new(draft, block), "kk").lead == block.hand.generated.text  # type: ignore[union-attr]
    kept = render(keep(draft, release, block, living(draft, "kk")), "kk")
    assert kept.lead == block.text
    assert not by_hand(kept).hand.stale  # type: ignore[union-attr]


def test_a_fact_that_comes_back_makes_the_block_good_again() -> None:
    draft, _, _ = staled()

    back = put(draft, "event.date", sample("vila-serena").facts.event.date)

    assert not by_hand(render(back, "kk")).hand.stale  # type: ignore[union-attr]


def test_a_block_whose_facts_are_gone_stays_after_its_neighbour_until_somebody_drops_or_keeps_it() -> None:
    draft = rewrite(sample("vila-serena"), "kk", "paragraph-4", "Қонақтар таңғалды.")
    index = next(i for i, s in enumerate(draft.facts.programme) if s.kind == "interest")
    gone = edits.remove(draft, f"programme[{index}]")

    release = render(gone, "kk")
    block = by_hand(release)

    assert release.blocks[[b.id for b in release.blocks].index("paragraph-3") + 1] is block
    assert block.hand is not None
    assert block.hand.stale
    assert block.hand.generated is None
    assert "таңғалды" not in render(take_new(gone, block), "kk").plain()
    kept = by_hand(render(keep(gone, release, block, living(gone, "kk")), "kk"))
    assert (kept.text, kept.hand.stale) == (block.text, False)  # type: ignore[union-attr]
    again = paths.insert(gone.facts, f"programme[{index}]", draft.facts.programme[index])
    assert named(render(gone.with_facts(again), "kk"), "paragraph-4").text == "Қонақтар таңғалды."


def test_a_removed_step_does_not_lend_its_amendment_to_one_of_the_same_kind() -> None:
    draft = sample("vila-serena")
    index = next(i for i, s in enumerate(draft.facts.programme) if s.kind == "interest")
    draft = edits.add(draft, f"programme[{index + 1}]", Step(kind="interest", what={"kk": "Ескі порт"}))
    draft = rewrite(draft, "kk", "paragraph-4", "Қонақтар таңғалды.")

    texts = [b.text for b in render(edits.remove(draft, f"programme[{index}]"), "kk").blocks]

    assert "Қонақтар таңғалды." in texts
    assert "Ескі порт қонақтардың қызығушылығын тудырды." in texts


# --- everywhere ------------------------------------------------------------------------------------------------------


def test_the_trace_and_every_export_show_the_amended_text() -> None:
    draft = rewrite(sample("vila-serena"), "ru", "paragraph-4", "Гости были довольны «всем».")
    release = render(draft, "ru")

    words = [w for w in trace(release) if w.block == "paragraph-4"]
    assert [w.word for w in words] == ["Гости", "были", "довольны", "всем"]
    assert {(w.source, w.line) for w in words} == {(Source.FREE, AMENDED)}
    assert "Гости были довольны" in release.plain()
    assert set(EXPORTERS) >= {"txt", "html", "docx"}  # they all write from the release alone


def test_hand_written_signs_of_a_template_mean_nothing() -> None:
    for text in ("# Тақырып емес", "- тізім емес", "{{ actor }} {% if %}", "\ue000x\ue001"):
        draft = rewrite(sample("vila-serena"), "kk", "paragraph-4", clean(text))
        block = named(render(draft, "kk"), "paragraph-4")

        assert block.kind is BlockKind.PARAGRAPH
        assert block.text == clean(text)


CHANGES: tuple[Change, ...] = (
    ("people[0].family.kk", "Дуарт"),
    ("people[0].given", {}),
    ("people", ()),
    ("countries", ()),
    ("event.place.name", {"en": "Porto"}),
    ("event.date", None),
    ("organisations", ()),
    ("programme", ()),
    ("statements", ()),
    ("outcomes", ()),
    ("topics", ({"kk": "жаңа", "ru": "новое", "en": "new", "pt": "novo"},)),
    ("actor", ""),
    ("attribution.source", ""),
    ("type", "statement"),
    ("type", "working_visit"),
)


def places(value: object, path: str = "") -> Iterator[Change]:
    """Every text and every list below a value, each with what may be put there instead."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        for key, (name, _) in keys(type(value)).items():
            yield from places(getattr(value, name), f"{path}.{key}" if path else key)
    elif isinstance(value, Mapping) and value:
        yield path, {}
        yield path, {tag: words[::-1] or "x" for tag, words in value.items()}
    elif isinstance(value, tuple) and value:
        yield path, value[1:]
        yield path, value[::-1]
        for index, item in enumerate(value):
            yield from places(item, f"{path}[{index}]")


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_whatever_is_written_and_whatever_changes_nothing_written_is_lost(data: st.DataObject) -> None:
    draft = sample(data.draw(st.sampled_from(names())))
    language = data.draw(st.sampled_from(draft.facts.languages))
    release = render(draft, language)
    block = data.draw(st.sampled_from(release.blocks))
    taken = take_up(draft, release, block, living(draft, language))
    own = plain(tidied([Piece(text=data.draw(st.text(max_size=30)))])) or "Сөз"  # on one line, as it is kept
    pieces = [Piece(text=own), *data.draw(st.permutations(taken.pieces))[:3]]
    draft = write(draft, taken, pieces)
    possible = [*CHANGES, *places(draft.facts)]
    for change in data.draw(st.lists(st.sampled_from(possible), max_size=3)):
        draft = changed(draft, change)

    after = render(draft, language)

    amended = [b for b in after.blocks if b.hand is not None]
    assert len(amended) == len(draft.amendments)
    assert all(folded(b.text).startswith(folded(own)) for b in amended)
    assert len(after.blocks) == len({b.id for b in after.blocks})


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_a_block_is_not_stale_while_nothing_that_it_used_has_changed(data: st.DataObject) -> None:
    draft = sample(data.draw(st.sampled_from(names())))
    language = data.draw(st.sampled_from(draft.facts.languages))
    release = render(draft, language)
    block = data.draw(st.sampled_from(release.blocks))
    taken = take_up(draft, release, block, living(draft, language))
    written = write(draft, taken, [Piece(text="Сөз "), *data.draw(st.permutations(taken.pieces))[:3]])

    other = changed(written, data.draw(st.sampled_from([*CHANGES, *places(draft.facts)])))

    facts = {o.field: paths.get(draft.facts, o.field) for o in block.origins if o.field}
    same = all(paths.get(other.facts, field) == value for field, value in facts.items())
    now = render(dataclasses.replace(other, amendments=()), language)
    if same and block.text in [b.text for b in now.blocks]:
        assert not any(b.hand.stale for b in render(other, language).blocks if b.hand is not None)
