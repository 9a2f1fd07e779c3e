"""The user's register as a file: what it keeps, what it refuses, and that nothing is ever lost."""

import dataclasses
import datetime as dt
import json
from pathlib import Path

import pytest

from pressdesk.errors import RegisterFileError, RegisterTooNewError
from pressdesk.model.facts import Entry, Organisation, Person, Place, Title
from pressdesk.model.register import Book, Card, Checked, Post, Rival, of
from pressdesk.model.traits import KazakhTraits, RussianTraits
from pressdesk.store.register_file import BACKUP, from_bytes, migrated, read, to_bytes, write


def full_book() -> Book:
    person = Person(
        given={"kk": "Рикарду", "en": "Ricardo"},
        family={"kk": "Араужу", "en": "Araújo"},
        gender="m",
        kk=KazakhTraits(harmony="back", forms={"GEN": "Араужудың"}),
        ru=RussianTraits(family_indeclinable=True),
    )
    posts = (
        Post(title=Title(role="president", org="chamber"), from_=dt.date(2021, 10, 1)),
        Post(title=Title(text={"en": "Councillor"}), until=dt.date(2021, 9, 30)),
    )
    records = [
        of(person, "araujo", posts=posts, checked=Checked(by="А. С.", on=dt.date(2026, 11, 24)), source="cm.pt"),
        of(Organisation(name={"en": "Municipal Chamber"}, abbreviation={"en": "MC"}), "chamber"),
        of(Place(type="city", name={"kk": "Брага"}, country="pt", kk=KazakhTraits(possessed=True)), "braga"),
        of(Entry(kind="credit", text={"en": "Akorda"}), "credit.akorda"),
        of(Card(name={"en": "Press office"}, emails=("press@example.org",), phones=("+7 7172 00",)), "press"),
    ]
    book = Book(records={record.id: record for record in records})
    other = dataclasses.replace(records[0], source="another spelling")
    return dataclasses.replace(book, rivals={"araujo": Rival(record=other, origin="colleague.json")})


def test_everything_that_is_kept_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "register.json"
    write(full_book(), path)
    assert read(path) == full_book()


def test_the_file_is_text_that_a_person_reads_and_the_same_book_gives_the_same_bytes() -> None:
    content = to_bytes(full_book())
    assert "Араужу" in content.decode()
    turned = Book(records=dict(reversed(full_book().records.items())), rivals=full_book().rivals)
    assert to_bytes(turned) == content


def test_no_file_is_an_empty_register(tmp_path: Path) -> None:
    assert read(tmp_path / "register.json") == Book()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('{"format": 1,\n "records": [', "register.json:2:14: the register is damaged"),
        ('{"format": 1, "records": [{"id": "x", "persn": {}}]}', "records[0].persn"),
        ('{"format": 1, "records": [{"id": "x"}]}', "exactly one of"),
        ('{"format": 1, "records": [{"id": "x", "person": {}, "place": {}}]}', "exactly one of"),
        ('{"format": 1, "records": [{"person": {}}]}', "needs an id"),
        ('{"format": 1, "records": {}}', "a list"),
        ('{"format": 1, "rivals": [{"id": "nobody", "record": {}}]}', "no record with this id"),
        ("[]", "no register of PressDesk"),
        ('{"format": true}', "no register of PressDesk"),
        ('{"format": 0}', "format number 0 is wrong"),
    ],
)
def test_a_damaged_register_is_one_sentence_and_stays_as_it_is(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "register.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(RegisterFileError) as caught:
        read(path)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)
    with pytest.raises(RegisterFileError):
        write(full_book(), path)
    assert path.read_text(encoding="utf-8") == content


def test_a_register_that_is_no_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RegisterFileError, match="not UTF-8"):
        from_bytes(b"\xff\xfe\x00", "register.json")


def test_two_records_of_one_id_are_refused() -> None:
    raw = json.loads(to_bytes(full_book()))
    raw["records"].append(raw["records"][0])
    with pytest.raises(RegisterFileError, match="stands there twice"):
        from_bytes(json.dumps(raw).encode(), "register.json")


def test_a_newer_register_is_refused_with_both_numbers_and_an_older_one_is_brought_up() -> None:
    with pytest.raises(RegisterTooNewError, match=r"format 7, this one reads up to 1"):
        from_bytes(b'{"format": 7}', "register.json")
    steps = (lambda raw: {**raw, "step": 2}, lambda raw: {**raw, "step": raw["step"] + 1})
    assert migrated({"format": 1}, "register.json", steps)["step"] == 3
    assert migrated({"format": 2, "step": 5}, "register.json", steps)["step"] == 6


def test_saving_keeps_the_version_before(tmp_path: Path) -> None:
    path = tmp_path / "register.json"
    write(full_book(), path)
    write(full_book().without("araujo"), path)
    assert "araujo" not in read(path).records
    assert read(path.with_name("register" + BACKUP)) == full_book()


def test_a_folder_in_the_register_s_place_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RegisterFileError, match="no file"):
        read(tmp_path)


def test_somebody_of_whom_nothing_is_known_yet_can_be_kept(tmp_path: Path) -> None:
    write(Book().with_record(of(Person(), "new")), tmp_path / "register.json")
    assert read(tmp_path / "register.json").records["new"].kind == "person"
