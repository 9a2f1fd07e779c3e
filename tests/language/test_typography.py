"""The house's marks and spaces: every row's example, and that no letter ever moves."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.data import resources
from pressdesk.errors import TableError
from pressdesk.language.language import languages
from pressdesk.language.typography import Change, Rule, changes, house, house_of, tidy
from pressdesk.text.spans import Span

ROWS = [(tag, rule) for tag in languages() for rule in house(tag).rules]


@pytest.mark.parametrize(("tag", "rule"), ROWS, ids=[f"{tag}-{rule.id}-{rule.good}" for tag, rule in ROWS])
def test_the_bad_example_of_a_row_becomes_the_good_one_which_stays(tag: str, rule: Rule) -> None:
    assert tidy(rule.bad, tag) == rule.good
    assert tidy(rule.good, tag) == rule.good


@pytest.mark.parametrize(("tag", "rule"), ROWS, ids=[f"{tag}-{rule.id}-{rule.good}" for tag, rule in ROWS])
def test_a_row_is_what_changes_its_own_example(tag: str, rule: Rule) -> None:
    assert rule.id in {change.rule for change in changes(rule.bad, tag)}


PIECES = """' " « » “ ” „ - – — . , ( ) % № 5 17 2026 тамыз августа August de maio в А. млн million ₸ г. Mr s Аб 😀"""
WORDS = st.lists(st.sampled_from([*PIECES.split(), " ", "\u00a0", "\n"]), max_size=14).map("".join)


@given(text=st.one_of(WORDS, st.text(max_size=60)), tag=st.sampled_from(languages()))
def test_tidying_never_changes_the_length_and_twice_is_once(text: str, tag: str) -> None:
    once = tidy(text, tag)

    assert len(once) == len(text)
    assert tidy(once, tag) == once


@given(text=WORDS, tag=st.sampled_from(languages()))
def test_the_changes_listed_are_the_changes_made(text: str, tag: str) -> None:
    made = list(text)
    for change in changes(text, tag):
        assert change.span.of(text) == change.old
        made[change.span.start] = change.new

    assert "".join(made) == tidy(text, tag)


def test_a_change_says_where_what_and_by_which_rule() -> None:
    assert changes("А. Смадияров", "kk") == [Change(Span(2, 3), " ", "\u00a0", "initial")]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("kk", "70%-ын"),
        ("kk", "ҚР-ның, 15:00-ге дейін"),
        ("kk", "көлік-логистикалық"),
        ("ru", "торгово-экономическое"),
        ("ru", "тел. +7-717-272-05-00"),
        ("ru", "2026-04-22"),
        ("en", "check-in 2026-04-22"),
        ("ru", 'дюйм 5" и кавычка'),
        ("kk", "“ашылды бірақ жабылмады"),
        ("ru", "- пункт списка"),
        ("en", "https://example.org/a-b?c='d'"),
    ],
)
def test_what_is_right_or_unclear_is_left_alone(tag: str, text: str) -> None:
    tidied = tidy(text, tag)

    assert tidied.replace("\u00a0", " ").replace("’", "'").replace("‘", "'") == text


def test_quotation_marks_of_another_language_become_the_houses() -> None:
    assert tidy("“Жасыл астана”", "kk") == "«Жасыл астана»"
    assert tidy("«Green Capital»", "en") == "“Green Capital”"
    assert tidy("„Зелёная столица“", "ru") == "«Зелёная столица»"


def test_each_line_has_its_own_pairs() -> None:
    assert tidy('"a\n"b"', "ru") == '"a\n«b»'


def _with_row(tmp_path: Path, row: str) -> Path:
    folder = tmp_path / "ru"
    shutil.copytree(resources("ru"), folder)
    with (folder / "typography.tsv").open("a", encoding="utf-8") as file:
        file.write(row + "\n")
    return folder


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("r\t(?P<x>a)\tbb\ta\tb\ts", "exactly one character"),
        ("r\t(?P<x>a)\tb\ta\tbb\ts", "not as long as"),
        ("r\ta\tb\ta\tb\ts", r"\(\?P<x>…\)"),
        ("r\t(?P<x>a\tb\ta\tb\ts", "not a regular expression"),
    ],
)
def test_a_row_that_could_change_the_length_is_refused(tmp_path: Path, row: str, sentence: str) -> None:
    with pytest.raises(TableError, match=sentence):
        house_of(_with_row(tmp_path, row))
