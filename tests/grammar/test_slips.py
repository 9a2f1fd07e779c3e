"""The slips of a writer: what each is, what it costs, and the walk that finds words through them."""

import shutil
from pathlib import Path

import pytest

from pressdesk.data import resources
from pressdesk.errors import TableError
from pressdesk.grammar.grammar import Grammar
from pressdesk.grammar.search import Search
from pressdesk.grammar.slips import ANOTHER, CAPITAL, COLUMNS, HYPHEN, KEY, LOST, OTHER, SPACE, Slips, load_slips
from pressdesk.grammar.stand import Stems
from pressdesk.grammar.suggest import Errors, load_errors
from pressdesk.grammar.table import read_table

TABLES = resources("kk") / "grammar"
ROWS = [(row["slip"], *row["example"].split(": ")) for row in read_table(TABLES / "slips.tsv", COLUMNS)]
CONFUSED = [
    (row["kind"], *row["example"].split(": "))
    for row in read_table(TABLES / "confusions.tsv", ("typed", "meant", "kind", "cost", "example", "source"))
]
WEIGHTS = [
    (row["tag"], row["example"]) for row in read_table(TABLES / "weights.tsv", ("tag", "cost", "example", "source"))
]
NOT_ALONE = (ANOTHER, CAPITAL, SPACE)  # what no single slip of letters shows


@pytest.fixture(scope="module")
def grammar() -> Grammar:
    return Grammar.load(resources("kk"))


@pytest.fixture(scope="module")
def errors(grammar: Grammar) -> Errors:
    return load_errors(TABLES, grammar.reader.graph)


@pytest.fixture(scope="module")
def slips(grammar: Grammar, errors: Errors) -> Slips:
    return load_slips(TABLES, errors, grammar.reader.graph)


@pytest.fixture(scope="module")
def stems(grammar: Grammar) -> Stems:
    reader = grammar.reader
    return Stems(reader.starts, lambda text: (reader.start(text) or (None, None))[1])


@pytest.mark.parametrize(("slip", "wrong", "right"), [row for row in ROWS if row[0] not in NOT_ALONE])
def test_the_example_of_every_slip_is_one_of_its_kind(
    stems: Stems, slips: Slips, slip: str, wrong: str, right: str
) -> None:
    assert Search(stems, slips, wrong).near(1, 10.0)[right].how == slip


@pytest.mark.parametrize(("kind", "wrong", "right"), CONFUSED)
def test_the_example_of_every_confusion_is_found_as_one_slip(
    stems: Stems, slips: Slips, kind: str, wrong: str, right: str
) -> None:
    found = Search(stems, slips, wrong.lower()).near(1, 10.0)[right.lower()]

    assert found.cost <= slips.costs[kind].cost


@pytest.mark.parametrize(("tag", "word"), WEIGHTS)
def test_the_example_of_a_rare_suffix_has_it(grammar: Grammar, tag: str, word: str) -> None:
    assert any(tag in reading.features.split("+") for reading in grammar.analyse(word))


def test_letters_of_a_russian_keyboard_come_in_groups_and_cost_less_than_as_many_slips(
    stems: Stems, slips: Slips
) -> None:
    found = Search(stems, slips, "ынтымактастыктын").near(1, 10.0)

    assert found["ынтымақтастықтың"].cost < 2 * slips.costs["keyboard stand-in"].cost + slips.another


def test_wrong_harmony_goes_through_all_endings_as_one_slip(stems: Stems, slips: Slips) -> None:
    assert "қалалардағы" in Search(stems, slips, "қалалердегі").near(1, 10.0)


def test_two_slips_are_found_only_when_two_are_asked_for(stems: Stems, slips: Slips) -> None:
    assert "министрлігі" not in Search(stems, slips, "менистрлжгі").near(1, 20.0)
    assert "министрлігі" in Search(stems, slips, "менистрлжгі").near(2, 20.0)


def test_slips_that_may_put_any_letter_are_not_doubled_where_that_is_asked(stems: Stems, slips: Slips) -> None:
    once = frozenset({LOST, KEY, OTHER})

    assert "халықаралық" in Search(stems, slips, "халықарлқ").near(2, 12.0)
    assert "халықаралық" not in Search(stems, slips, "халықарлқ").near(2, 12.0, once)
    assert "халықаралық" in Search(stems, slips, "халықарлык").near(2, 12.0, once)


def test_nothing_dearer_than_the_budget_is_found_nor_the_word_itself(stems: Stems, slips: Slips) -> None:
    found = Search(stems, slips, "мектеп").near(1, 4.0)

    assert "мектеп" not in found
    assert all(near.cost <= 4.0 for near in found.values())


def test_a_search_ends_whatever_it_is_given(stems: Stems, slips: Slips) -> None:
    for word in ("", "а", "ъ" * 40, "аааааааааааааааа", "-", "кккккккккккккккк"):
        Search(stems, slips, word).near(2, 16.0)


def test_where_a_word_may_end_is_told_for_every_place(stems: Stems, slips: Slips) -> None:
    assert Search(stems, slips, "алдымен").ends()[-1] == len("алдым")
    assert Search(stems, slips, "ьь").ends() == []


@pytest.mark.parametrize(
    ("line", "column"),
    [("lost letter\tmuch\t1\t\tx: y\tz", 13), ("lost letter\t1\t-3\t\tx: y\tz", 15), ("", 1)],
)
def test_a_faulty_or_missing_cost_names_its_place(
    tmp_path: Path, grammar: Grammar, errors: Errors, line: str, column: int
) -> None:
    shutil.copytree(TABLES, tmp_path / "grammar")
    table = tmp_path / "grammar" / "slips.tsv"
    rows = table.read_text(encoding="utf-8").split("\n")
    place = next(number for number, row in enumerate(rows) if row.startswith("lost letter"))
    table.write_text("\n".join([*rows[:place], line, *rows[place + 1 :]]), encoding="utf-8")

    with pytest.raises(TableError, match=rf"slips\.tsv:\d+:{column}: "):
        load_slips(tmp_path / "grammar", errors, grammar.reader.graph)


def test_a_hyphen_stands_inside_a_word_alone(slips: Slips) -> None:
    assert [s.put for s in slips.at("сондайақ", 6) if s.kind == HYPHEN] == ["-"]
    assert not [s for place in (0, 8) for s in slips.at("сондайақ", place) if s.kind == HYPHEN]
