"""The register as a table: out to a spreadsheet and back, and what a spreadsheet makes of it."""

import dataclasses
import random

import pytest
from tests.store.test_register_file import full_book

from pressdesk.app.register.learn import new_id
from pressdesk.errors import RegisterFileError
from pressdesk.model.facts import Entry, Person
from pressdesk.model.register import Book, Card, of
from pressdesk.store.register_csv import from_csv, to_csv


def bare(book: Book) -> Book:
    return dataclasses.replace(book, rivals={})


@pytest.mark.parametrize("excel", [False, True])
def test_a_register_comes_back_from_csv_the_same(excel: bool) -> None:
    book = bare(full_book())
    content = to_csv(book, excel=excel)
    assert content.startswith(b"\xef\xbb\xbf") is excel
    assert from_csv(content, "x.csv", new_id) == book


def test_any_text_comes_back_formulas_quotes_and_line_breaks_included() -> None:
    pool = ["=1+1", "+7 7172", "-x", "@a", "'q", "''=", 'a"b', "a;b,c\td", "two\nlines", " Ә", "'", "=", "№ 1"]
    chance = random.Random(20261124)
    records = [
        of(Entry(kind="topic", text={tag: chance.choice(pool) for tag in ("kk", "en")}), f"t{number}")
        for number in range(40)
    ]
    book = Book(records={record.id: record for record in records})
    for excel in (False, True):
        assert from_csv(to_csv(book, excel=excel), "x.csv", new_id) == book


def test_no_cell_begins_as_a_formula() -> None:
    book = Book().with_record(of(Card(name={"en": "=cmd|' /C calc'!A0"}, phones=("+7 7172",)), "c"))
    cells = to_csv(book).decode().replace("\r\n", ",").split(",")
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))] == []


def test_a_table_typed_by_hand_is_taken_and_ids_are_made() -> None:
    text = "person.given.en;person.family.en;person.gender;posts[0].from;person.ru.family_indeclinable\n"
    text += "Jean;Galiev;m;01.02.2024;ИСТИНА\n".replace("ИСТИНА", "TRUE") + ";;;;\nAna;Silva;f;2024-02-01;\n"
    book = from_csv(text.encode("utf-8-sig"), "x.csv", new_id)
    assert list(book.records) == ["jean-galiev", "ana-silva"]
    jean = book.records["jean-galiev"]
    assert isinstance(jean.what, Person)
    assert jean.what.ru.family_indeclinable
    assert jean.posts[0].from_ == book.records["ana-silva"].posts[0].from_


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("id,person.family.en\na,Silva\na,Costa\n", r"x.csv:3: the id “a” stands there twice"),
        ("id,person.famly.en\na,Silva\n", r"x.csv:2.person.famly"),
        ("id,person.family.en\na,Silva,more\n", r"x.csv:2: the line has more cells"),
        ("id,person.gender,person.gender.en\na,m,n\n", r"cannot stand beside"),
        ("id,posts[999].from,person.gender\na,2024-01-01,m\n", r"cannot stand beside"),
        ("id,posts[0].from,person.gender\na,yesterday,m\n", r"is not a date"),
        ('id,person.family.en\na,"Silva\n', r"not valid CSV"),
        ("id,source\na,b\n", r"exactly one of"),
    ],
)
def test_what_cannot_be_taken_is_refused_with_its_line(text: str, said: str) -> None:
    with pytest.raises(RegisterFileError, match=said):
        from_csv(text.encode(), "x.csv", new_id)


def test_letters_of_another_encoding_are_refused() -> None:
    with pytest.raises(RegisterFileError, match="UTF-8"):
        from_csv("id,source\nа,б\n".encode("cp1251"), "x.csv", new_id)
