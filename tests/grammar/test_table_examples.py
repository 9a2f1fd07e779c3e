"""The example column of the tables is no decoration: each form in it is read, and by the row that it stands in."""

import re

import pytest

from pressdesk.data import resources
from pressdesk.grammar.explain import Explainer
from pressdesk.grammar.grammar import Grammar
from pressdesk.grammar.graph import load_graph
from pressdesk.grammar.lexicon import load_traits
from pressdesk.grammar.sounds import HARMONIES, LETTERS, load_sounds
from pressdesk.grammar.table import EVIDENCE, Row, read_table

TABLES = resources("kk", "grammar")
TRAITS = frozenset(load_traits(TABLES))
SOUNDS = load_sounds(TABLES, TRAITS)
SUFFIXES = {s.id: s for rows in load_graph(TABLES, SOUNDS).suffixes.values() for s in rows}
SPOKEN = [s for s in SUFFIXES.values() if s.text and "_" not in s.text]
CHANGING = list(read_table(TABLES / "sounds.tsv", ("symbol", "after", "back", "front", *EVIDENCE)))
COLUMNS = ("final", "before", "becomes", "eats", "read", "kind", "trait", *EVIDENCE)
ENDS = list(read_table(TABLES / "alternations.tsv", COLUMNS))
PAIRS = [
    row
    for name, columns in (
        ("letters.tsv", LETTERS),
        ("classes.tsv", ("class", "states", "capital", "note", *EVIDENCE)),
        ("traits.tsv", ("trait", "meaning", *EVIDENCE)),
        ("states.tsv", ("state", "kind", "final", "note", *EVIDENCE)),
    )
    for row in read_table(TABLES / name, columns)
]


@pytest.fixture(scope="module")
def explainer(kazakh: Grammar) -> Explainer:
    return Explainer(kazakh)


def rows_of(explainer: Explainer, word: str) -> set[str]:
    """Every row that has a part in some reading of the word."""
    pieces = [piece for reading in explainer.tracer.readings(word) for piece in reading.pieces]
    return {row for piece in pieces for row in (piece.row, *piece.by)}


@pytest.mark.parametrize("suffix", SPOKEN, ids=lambda suffix: f"{suffix.row.line}-{suffix.tag or suffix.text}")
def test_the_examples_of_a_suffix_are_read_through_it(explainer: Explainer, suffix: object) -> None:
    row: Row = suffix.row  # type: ignore[attr-defined]
    words = row["example"].split(", ")

    assert [word for word in words if row.id not in rows_of(explainer, word)] == []


@pytest.mark.parametrize("row", CHANGING, ids=lambda row: f"{row['symbol']}-{row['after']}")
def test_the_examples_of_a_changing_sound_are_made_by_its_row(explainer: Explainer, row: Row) -> None:
    words = [word.replace("-", "") for word in row["example"].split(", ")]

    assert [word for word in words if row.id not in rows_of(explainer, word)] == []


@pytest.mark.parametrize("row", ENDS, ids=lambda row: f"{row.line}")
def test_the_examples_of_a_stems_end_are_made_by_its_row(explainer: Explainer, row: Row) -> None:
    words = [re.split(": |also ", part)[-1] for part in row["example"].split("; ")]

    assert [word for word in words if row.id not in rows_of(explainer, word)] == []


def test_the_examples_of_letters_states_classes_and_traits_are_words(explainer: Explainer) -> None:
    """A name in a trait's example need not be listed: it is what a draft would bring along."""
    forms = [(row.id, row["example"].split(": ")[-1]) for row in PAIRS]
    unread = [(row, form) for row, form in forms if not form.isdigit() and not explainer.tracer.readings(form)]

    assert [pair for pair in unread if pair[1] not in ("Россқа", "барамы")] == []


def shapes(grammar: Grammar) -> set[tuple[str, str]]:
    """(tag, letters) of every shape that a suffix takes after some word of the lexicon."""
    reader, found, seen = grammar.reader, set(), set()
    lemmas = list(reader.lexicon.lemmas())[::7]
    todo = [stem.node for lemma in lemmas for stem in reader.stems_of(lemma)]
    while todo:
        node = todo.pop()
        if node not in seen:
            seen.add(node)
            todo += [arc.node for arc in node.arcs]
            found |= {(arc.suffix.tag, arc.ending) for arc in node.arcs if arc.ending.strip() == arc.ending != ""}
    return found


def test_every_shape_of_every_suffix_has_an_example(kazakh: Grammar) -> None:
    used = set()
    for name in ("forms.tsv", "read.tsv"):
        for row in read_table(resources("kk", "examples", name), ("lemma", "features", "form", "source")):
            for reading in kazakh.analyse(row["form"]):
                used |= {(step.tag, step.adds) for step in reading.rows if reading.features == row["features"]}
    all_shapes = shapes(kazakh)

    assert len(all_shapes) > 350
    assert sorted(all_shapes - used) == []


@pytest.mark.parametrize("wrong", ["wrong harmony", "wrong sound"])
def test_every_suffix_that_changes_has_a_refused_shape(wrong: str) -> None:
    """One form at least that has the suffix in the other harmony, and one as after another sound."""
    rows = read_table(resources("kk", "examples", "refused.tsv"), ("refused", "instead", "source"))
    told = {row["source"].removeprefix(f"{wrong}: ") for row in rows if row["source"].startswith(wrong)}
    classes = {*SOUNDS.classes.values()} - {"sign"}
    changing = set()
    for suffix in SPOKEN:
        after = [cls for cls in classes if not suffix.after or cls in suffix.after]
        made = {cls: [SOUNDS.realise(suffix.text, harmony, cls) for harmony in HARMONIES] for cls in after}
        if wrong == "wrong harmony" and any(back != front for back, front in made.values()):
            changing.add(suffix.tag)
        if wrong == "wrong sound" and len({back for back, _ in made.values()}) > 1:
            changing.add(suffix.tag)

    assert sorted(changing - told) == []
