"""Two people's registers become one: what is new, what is the same, what differs; and nobody's work is lost."""

import dataclasses
import datetime as dt
import random

from pressdesk.app.register.merge import Take, chosen, merge
from pressdesk.model.facts import Country, Entry, Organisation, Person, Ref, Title
from pressdesk.model.register import Book, Checked, Post, Record, of


def book(*records: Record) -> Book:
    return Book(records={record.id: record for record in records})


def person(name: str, record_id: str, **kept: object) -> Record:
    given, family = name.split()
    return of(Person(given={"en": given}, family={"en": family}), record_id, **kept)


ANA = person("Ana Silva", "ana")
ANA_RU = of(Person(given={"en": "Ana", "ru": "Ана"}, family={"en": "Silva", "ru": "Силва"}), "ana")
RUI = person("Rui Costa", "rui")


def test_what_is_new_comes_in_and_what_is_the_same_stays() -> None:
    merged = merge(book(ANA), book(ANA, RUI), "x.json")
    assert (merged.added, merged.same, merged.conflicts) == (("rui",), ("ana",), ())
    assert merged.book == book(ANA, RUI)


def test_what_differs_is_listed_and_both_versions_are_kept_until_somebody_chooses() -> None:
    merged = merge(book(ANA), book(ANA_RU), "x.json")
    (conflict,) = merged.conflicts
    assert conflict.differences == (("person.given.ru", "", "Ана"), ("person.family.ru", "", "Силва"))
    assert merged.book.records["ana"] == ANA
    assert merged.book.rivals["ana"].record == ANA_RU
    assert merged.book.rivals["ana"].origin == "x.json"

    assert chosen(merged.book, "ana", Take.MINE) == book(ANA)
    assert chosen(merged.book, "ana", Take.THEIRS) == book(ANA_RU)
    both = chosen(merged.book, "ana", Take.BOTH)
    assert list(both.records) == ["ana", "ana-2"]
    assert both.records["ana-2"] == dataclasses.replace(ANA_RU, id="ana-2")
    assert both.rivals == {}
    assert chosen(both, "ana", Take.THEIRS) == both


def test_a_choice_can_be_made_beforehand() -> None:
    for take, names in ((Take.MINE, ["ana"]), (Take.THEIRS, ["ana"]), (Take.BOTH, ["ana", "ana-2"])):
        merged = merge(book(ANA), book(ANA_RU), "x.json", take)
        assert list(merged.book.records) == names
        assert merged.book.rivals == {}
        assert len(merged.conflicts) == 1
    assert merge(book(ANA), book(ANA_RU), "x", Take.THEIRS).book.records["ana"] == ANA_RU


def test_who_checked_an_entry_is_no_difference_and_the_later_mark_stays() -> None:
    early, late = Checked(by="A.", on=dt.date(2026, 1, 1)), Checked(by="B.", on=dt.date(2026, 2, 1))
    for mine, theirs in ((early, late), (late, early), (Checked(), late), (late, Checked())):
        merged = merge(
            book(dataclasses.replace(ANA, checked=mine)), book(dataclasses.replace(ANA, checked=theirs)), "x"
        )
        assert merged.same == ("ana",)
        assert merged.book.records["ana"].checked == late


def test_the_same_person_under_another_id_is_the_same_and_others_of_one_id_are_not() -> None:
    there = dataclasses.replace(ANA, id="p1")
    assert merge(book(ANA), book(there), "x").same == ("ana",)

    merged = merge(book(dataclasses.replace(RUI, id="p1")), book(there), "x")
    assert merged.added == ("p1-2",)
    assert sorted(record.names["en"] for record in merged.book) == ["Ana Silva", "Rui Costa"]


def test_namesakes_are_never_taken_for_one_another() -> None:
    two = book(ANA, dataclasses.replace(ANA, id="ana-2"))
    merged = merge(two, book(dataclasses.replace(ANA, id="other")), "x")
    assert merged.added == ("other",)
    assert len(merged.book.records) == 3


def test_references_follow_where_an_id_had_to_change() -> None:
    mine = book(of(Organisation(name={"en": "Port"}), "o1"), of(Entry(kind="topic", text={"en": "wine"}), "t"))
    body = of(Organisation(name={"en": "Chamber"}, country="c1", descriptor=Ref("t")), "o1")
    land = of(Country(name={"en": "Salvania"}), "c1")
    words = of(Entry(kind="descriptor", text={"en": "a chamber"}, about="o1"), "t")
    boss = person("Ana Silva", "ana", posts=(Post(title=Title(org="o1", of="c1")),))
    result = merge(mine, book(body, land, words, boss), "x").book
    kept = result.records["ana"].posts[0].title
    chamber = result.records[kept.org]
    assert chamber.names == {"en": "Chamber"}
    assert kept.of == "c1"
    assert isinstance(chamber.what, Organisation)
    assert result.records[str(chamber.what.descriptor)].names == {"en": "a chamber"}
    assert result.records[str(chamber.what.descriptor)].what.about == kept.org  # type: ignore[union-attr]


def test_a_second_version_that_waits_does_not_push_out_the_first() -> None:
    other = of(Person(given={"en": "Ana"}, family={"en": "Silva"}, gender="f"), "ana")
    waiting = merge(book(ANA), book(ANA_RU), "first").book
    merged = merge(waiting, book(other), "second").book
    kept = [*merged, *(rival.record for rival in merged.rivals.values())]
    assert {repr(dataclasses.replace(record, id="")) for record in kept} == {
        repr(dataclasses.replace(record, id="")) for record in (ANA, ANA_RU, other)
    }
    assert merge(waiting, book(ANA_RU), "again").book.rivals["ana"].record == ANA_RU


def test_no_name_of_either_side_is_ever_lost_and_the_order_of_records_does_not_matter() -> None:
    chance = random.Random(5)
    names = ["Ana Silva", "Rui Costa", "Ana Costa", "Rui Silva"]

    def some() -> Book:
        return book(*(
            dataclasses.replace(person(chance.choice(names), f"p{number}"), source=chance.choice(["a", "b"]))
            for number in range(chance.randrange(5))
        ))  # fmt: skip

    for _ in range(200):
        mine, theirs = some(), some()
        merged = merge(mine, theirs, "x").book
        held = [*merged, *(rival.record for rival in merged.rivals.values())]
        for record in (*mine, *theirs):
            assert any((h.names, h.source) == (record.names, record.source) for h in held)
        assert [r for r in merged.records if r in mine.records] == list(mine.records)
        turned = Book(records=dict(reversed(theirs.records.items())))
        assert merge(mine, turned, "x").book == merged
