"""Why a form is refused: the stem, the suffix, the row it breaks and the right form; and what made an accepted one."""

from pathlib import Path

import pytest

from pressdesk.data import resources
from pressdesk.grammar.explain import Explainer
from pressdesk.grammar.grammar import Grammar
from pressdesk.grammar.names import NameForms
from pressdesk.grammar.refusal import Refusal, Why
from pressdesk.grammar.table import CYRILLIC, read_table
from pressdesk.proof.spelling import Speller
from pressdesk.text.messages import UI_LANGUAGES, Messages, catalogue
from pressdesk.text.words import words

RELEASE = Path(__file__).parents[1] / "render" / "data" / "release-kk-2025-12-22.txt"
REFUSED = [
    (r["refused"], r["instead"])
    for r in read_table(resources("kk", "examples", "refused.tsv"), ("refused", "instead", "source"))
]
SOME = [*REFUSED[:40], *REFUSED[40::8]]


@pytest.fixture(scope="module")
def explainer(kazakh: Grammar) -> Explainer:
    return Explainer(kazakh)


@pytest.mark.parametrize(
    ("word", "tried", "right", "why"),
    [
        ("министрдың", "министр + GEN", "министрдің", [Why.HARMONY]),
        ("вагонге", "вагон + DAT", "вагонға", [Why.HARMONY]),
        ("барғен", "бар + PERF", "барған", [Why.HARMONY]),
        ("елнің", "ел + GEN", "елдің", [Why.SOUND]),
        ("қызмен", "қыз + INS", "қызбен", [Why.SOUND]),
        ("мектепдан", "мектеп + ABL", "мектептен", [Why.SOUND, Why.HARMONY]),
        ("алылды", "ал + PASS+PAST", "алынды", [Why.SOUND]),
        ("халықы", "халық + POSS3", "халқы", [Why.SEAM]),
        ("кітапы", "кітап + POSS3", "кітабы", [Why.SEAM]),
        ("оқыйды", "оқы + PRES+S3", "оқиды", [Why.SEAM]),
        ("жайатын", "жай + PRES+HAB", "жаятын", [Why.SEAM]),
        ("тапып", "тап + CNV", "тауып", [Why.SEAM]),
        ("мектебтің", "мектеп + GEN", "мектептің", [Why.UNDUE]),
        ("қаласыға", "қала + POSS3+DAT", "қаласына", [Why.ROW]),
        ("қаласыны", "қала + POSS3+ACC", "қаласын", [Why.ROW]),
        ("үйімге", "үй + POSS1+DAT", "үйіме", [Why.ROW]),
        ("факттар", "факт + PL", "фактілер", [Why.LINK]),
        ("баламлар", "бала + POSS1+PL", "балаларым", [Why.ORDER]),
        ("оқуйды", "оқы + VN+PRES+S3", "оқиды", [Why.NOT_TAKEN]),
        ("менге", "мен + DAT", "маған", [Why.IRREGULAR]),
        ("қазақстанның", "Қазақстан + GEN", "Қазақстанның", [Why.CAPITAL]),
        ("ЕО-бен", "ЕО + INS", "ЕО-мен", [Why.SOUND]),
        ("70%-ны", "70% + ACC", "70%-ды", [Why.SOUND]),
    ],
)
def test_a_refusal_names_what_was_tried_what_is_wrong_and_the_right_form(
    explainer: Explainer, word: str, tried: str, right: str, why: list[Why]
) -> None:
    refusal = explainer.refusal(word)

    assert refusal is not None
    assert f"{refusal.lemma} + {refusal.features}" == tried
    assert (refusal.right, [departure.why for departure in refusal.departures]) == (right, why)
    assert refusal.rows


@pytest.mark.parametrize("word", ["мектептен", "маған", "АҚШ-тың", "Қазақстанның", "70%-ды", "көлік-логистикалық"])
def test_an_accepted_word_has_no_refusal(explainer: Explainer, word: str) -> None:
    assert explainer.refusal(word) is None


def test_the_rows_named_hold_the_letters_at_stake(explainer: Explainer) -> None:
    refusal = explainer.refusal("елнің")
    assert refusal is not None
    table, line = refusal.rows[0].split(":")
    row = resources("kk", "grammar", table).read_text(encoding="utf-8").split("\n")[int(line) - 1]

    assert table == "sounds.tsv"
    assert row.split("\t")[:3] == ["N", "*", "д"]


def test_a_figure_shows_the_row_of_the_word_that_ends_it(explainer: Explainer) -> None:
    reading = explainer.tracer.readings("2025-ші")[0]
    refusal = explainer.refusal("2025-шы")
    assert refusal is not None

    assert reading.pieces[0].row == refusal.aloud
    assert reading.pieces[0].row.startswith("numerals.tsv:")
    assert (refusal.spoken, refusal.right) == ("бес", "2025-ші")


def test_an_abbreviation_shows_how_it_is_read(explainer: Explainer) -> None:
    refusal = explainer.refusal("ЕО-бен")

    assert refusal is not None
    assert refusal.spoken == "ео"
    assert "“ео”" in refusal.say(Messages("en"))


@pytest.mark.parametrize("word", ["абракадабра", "бірінши", "сіздердін"])
def test_a_word_without_a_stem_is_not_explained_away(explainer: Explainer, word: str) -> None:
    refusal = explainer.refusal(word)

    assert refusal is not None
    assert (refusal.why, refusal.right, refusal.rows) == (Why.UNKNOWN, "", ())


def test_a_latin_letter_is_named(explainer: Explainer) -> None:
    refusal = explainer.refusal("к\u0065здесу")

    assert refusal is not None
    assert refusal.why is Why.SCRIPT
    assert "“e”" in refusal.say(Messages("en"))


def test_a_name_of_the_draft_is_judged_by_its_stored_harmony(explainer: Explainer) -> None:
    names = [("Рикарду Араужу", {"harmony": "front"})]
    refusal = explainer.refusal("Араужудың", names)

    assert refusal is not None
    assert (refusal.right, refusal.why) == ("Араужудің", Why.HARMONY)


@pytest.fixture(scope="module")
def told(explainer: Explainer) -> dict[str, Refusal | None]:
    """What is said of the refused examples: of the first ones, and of every eighth of the others."""
    return {word: explainer.refusal(word) for word, _ in SOME}


def test_a_refused_example_is_explained_or_said_to_be_unknown(told: dict[str, Refusal | None]) -> None:
    for word, refusal in told.items():
        assert refusal is not None, word
        assert refusal.right != word
        for tag in UI_LANGUAGES:
            said = refusal.say(Messages(tag))
            assert said
            assert "refused." not in said


def test_most_refused_examples_are_explained_by_what_stands_beside_them(told: dict[str, Refusal | None]) -> None:
    right = [word for word, instead in SOME if (refusal := told[word]) is not None and refusal.right == instead]

    assert len(right) >= 0.85 * len(SOME), [word for word, _ in SOME if word not in right]


def test_every_tag_class_and_state_has_a_name_in_plain_words(kazakh: Grammar) -> None:
    graph = kazakh.reader.graph
    tags = {f"tag.{suffix.tag}" for rows in graph.suffixes.values() for suffix in rows if suffix.tag}
    sorts = {f"sort.{name}" for name in (*graph.states, *graph.sounds.classes.values())}

    assert sorted(key for key in tags | sorts if key not in catalogue()) == []


def test_a_reading_shows_the_rows_of_sounds_and_of_the_stems_end(explainer: Explainer) -> None:
    (reading,) = [r for r in explainer.tracer.readings("мектебінде") if r.features == "POSS3+LOC"]
    voiced, _ = reading.pieces[1:]

    assert [piece.adds for piece in reading.pieces] == ["мектеп", "і", "нде"]
    assert [row.split(":")[0] for row in voiced.by] == ["alternations.tsv", "sounds.tsv"]


def test_every_word_that_the_spell_check_accepts_in_the_model_release_has_a_reading(explainer: Explainer) -> None:
    text = RELEASE.read_text(encoding="utf-8")
    speller, none = Speller(explainer.grammar), NameForms.none()
    accepted = {w.text for w in words(text) if CYRILLIC.search(w.text) and speller.accepts(w.text, none)}
    unread = sorted(word for word in accepted if not explainer.tracer.readings(word))

    assert len(accepted) > 250
    assert unread == []


def test_a_name_that_nobody_listed_is_read_by_how_names_end(explainer: Explainer) -> None:
    (reading, *_) = explainer.tracer.unlisted("Байжігітовтың")

    assert reading.pieces[0].row.startswith("patterns.tsv:")
    assert (reading.lemma, reading.features) == ("Байжігітов", "GEN")
    assert explainer.tracer.unlisted("байжігітовтың") == []
