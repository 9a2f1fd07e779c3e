"""The layers of the register, and the ways into a draft and back."""

import dataclasses
import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from pressdesk.app.places import Places
from pressdesk.app.register.bring import bring
from pressdesk.app.register.layers import Layers
from pressdesk.app.register.learn import learn
from pressdesk.app.register.own import OwnRegister
from pressdesk.app.samples import from_facts, sample
from pressdesk.errors import RegisterFileError
from pressdesk.model.draft import Draft
from pressdesk.model.facts import Country, Entry, Facts, Organisation, Person, Ref, Title
from pressdesk.model.register import Book, Checked, Post, of
from pressdesk.model.traits import KazakhTraits

TODAY = dt.date(2026, 11, 24)


def book(*records: object) -> Book:
    return Book(records={record.id: record for record in records})  # type: ignore[attr-defined]


def minister() -> Layers:
    person = Person(given={"kk": "Жан", "en": "Jean"}, family={"kk": "Ғалиев", "en": "Galiev"}, gender="m")
    posts = (
        Post(title=Title(role="ambassador", of="kz", to="pt"), from_=dt.date(2024, 1, 1)),
        Post(title=Title(text={"en": "Director"}, org="mfa"), until=dt.date(2023, 12, 31)),
    )
    ministry = Organisation(name={"en": "Ministry"}, country="kz", descriptor=Ref("descriptor.ministry"))
    descriptor = Entry(id="descriptor.ministry", kind="descriptor", text={"en": "the foreign ministry"})
    return Layers(book(of(person, "galiev", posts=posts), of(ministry, "mfa"), of(descriptor)))


def test_what_the_user_keeps_hides_what_is_shipped_and_the_draft_s_own_comes_first() -> None:
    assert Layers().record("pt") is not None
    own = Country(name={"kk": "Португал", "en": "Portugal"})
    layers = Layers(book(of(own, "pt"), of(Entry(id="topic.mine", kind="topic", text={"en": "trade in cork"}))))
    record = layers.record("pt")
    assert record is not None
    assert record.names["kk"] == "Португал"
    assert [r.id for r in layers.find("Portugal", ("country",))] == ["pt"]
    draft = Draft(register={"topic.draft": Entry(id="topic.draft", kind="topic", text={"en": "trade in wine"})})
    offered = [entry.id for entry in layers.offers("topic", "trade", draft)]
    assert offered[:2] == ["topic.draft", "topic.mine"]
    assert len(offered) == len(set(offered))


def test_names_are_found_in_any_language_by_any_word_without_accents_and_not_by_letters_within() -> None:
    layers = Layers(book(of(Person(given={"pt": "Ricardo"}, family={"pt": "Araújo", "kk": "Араужу"}), "a")))
    for query in ("araujo", "ric ara", "Арау", ""):
        assert [r.id for r in layers.find(query, ("person",))] == ["a"], query
    assert layers.find("zz", ("person",)) == []


def test_a_person_comes_with_the_title_of_the_day_and_all_that_it_names() -> None:
    layers = minister()
    record = layers.own.records["galiev"]
    draft, name = bring(Draft(), record, layers, dt.date(2026, 5, 1))
    assert draft.facts.people[0].title == Title(role="ambassador", of="kz", to="pt")
    assert [c.id for c in draft.facts.countries] == ["kz", "pt"]
    again, same = bring(draft, record, layers)
    assert (again, same) == (draft, name)

    earlier, _ = bring(Draft(), record, layers, dt.date(2020, 5, 1))
    assert earlier.facts.people[0].title.org == "mfa"
    assert earlier.facts.organisations[0].name == {"en": "Ministry"}
    assert "descriptor.ministry" in earlier.register
    assert [c.id for c in earlier.facts.countries] == ["kz"]


def test_what_the_register_does_not_know_is_no_longer_named_and_nobody_is_taken_for_another() -> None:
    layers = Layers(book(of(Person(family={"en": "Silva"}, title=Title(org="gone", district=Ref("gone"))), "p1")))
    facts = Facts(people=(Person(id="p1", family={"en": "Other"}),))
    draft, name = bring(Draft(facts=facts), layers.own.records["p1"], layers)
    assert name not in ("p1", "")
    assert draft.facts.people[1].title == Title()


def test_a_country_of_the_draft_under_another_id_is_not_taken_in_twice() -> None:
    facts = Facts(countries=(Country(id="c1", name={"kk": "Португалия"}),))
    layers = minister()
    draft, _ = bring(Draft(facts=facts), layers.own.records["galiev"], layers)
    assert draft.facts.people[0].title.to == "c1"
    assert [c.id for c in draft.facts.countries] == ["c1", "kz"]


def test_a_person_of_a_draft_is_learnt_with_organisation_and_title_and_comes_back_the_same() -> None:
    draft = sample("guimaraes")
    index = next(i for i, p in enumerate(draft.facts.people) if p.title.org)
    person = draft.facts.people[index]
    kept, record = learn(draft, f"people[{index}]", Layers(), TODAY)
    assert record.changed == TODAY
    assert record.posts[0].title.org in kept.records
    fresh, name = bring(Draft(), record, Layers(kept))
    again = fresh.person(name)
    assert again is not None
    assert (again[1].given, again[1].family, again[1].kk) == (person.given, person.family, person.kk)
    assert fresh.facts.organisations[0].name == draft.organisation(person.title.org)[1].name  # type: ignore[index]


def test_learning_somebody_known_adds_words_and_a_post_and_takes_nothing_away() -> None:
    layers = minister()
    checked = dataclasses.replace(layers.own.records["galiev"], checked=Checked(by="А.", on=TODAY))
    layers = Layers(layers.own.with_record(checked))
    person = Person(id="p9", given={"en": "Jean", "pt": "Jean"}, family={"en": "Galiev"}, title=Title(role="minister"))
    kept, record = learn(Draft(facts=Facts(people=(person,))), "people[0]", layers, TODAY)
    assert record.id == "galiev"
    assert record.names == {"kk": "Жан Ғалиев", "en": "Jean Galiev", "pt": "Jean"}
    assert [post.title.role for post in record.posts] == ["minister", "ambassador", ""]
    assert record.checked == Checked()
    assert len(kept.records) == len(layers.own.records)
    same, _ = learn(Draft(facts=Facts(people=(person,))), "people[0]", Layers(kept), TODAY + dt.timedelta(1))
    assert same == kept


def test_a_phrase_typed_into_a_draft_is_learnt_with_its_kind() -> None:
    draft = Draft(facts=Facts(topics=({"kk": "тығын саудасы", "en": "trade in cork"},)))
    kept, record = learn(draft, "topics[0]", Layers(), TODAY, "topic")
    assert (record.id, record.kind) == ("topic.trade-in-cork", "topic")
    assert [e.id for e in Layers(kept).offers("topic", "cork", Draft())] == ["topic.trade-in-cork"]
    with pytest.raises(KeyError):
        learn(draft, "topics[3]", Layers(), TODAY)


def test_the_user_s_file_is_read_anew_when_somebody_else_has_changed_it(tmp_path: Path) -> None:
    places = Places.at(tmp_path)
    mine, other = OwnRegister(places), OwnRegister(places)
    assert mine.book() == Book()
    record = of(Person(family={"en": "Silva"}, kk=KazakhTraits(harmony="back")), "silva")
    other.change(lambda was: was.with_record(record))
    assert mine.book().records["silva"] == record
    assert Layers.at(places).is_own("silva")


def test_windows_that_change_the_register_at_once_lose_nothing_of_one_another(tmp_path: Path) -> None:
    places = Places.at(tmp_path)

    def add(number: int) -> None:
        OwnRegister(places).change(lambda was: was.with_record(of(Person(family={"en": "A"}), f"p{number}")))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(add, range(24)))
    assert len(OwnRegister(places).book().records) == 24


def test_a_damaged_register_leaves_the_shipped_one_and_is_not_written_over(tmp_path: Path) -> None:
    places = Places.at(tmp_path)
    places.register.parent.mkdir(parents=True)
    places.register.write_text("{", encoding="utf-8")
    layers = Layers.at(places)
    assert isinstance(layers.complaint, RegisterFileError)
    assert layers.record("kz") is not None
    with pytest.raises(RegisterFileError):
        OwnRegister(places).change(lambda was: was.with_record(of(Person(), "x")))
    assert places.register.read_text(encoding="utf-8") == "{"


def test_a_facts_file_may_name_phrases_of_the_user_s_own_and_its_own_beat_them() -> None:
    kept = Layers(book(of(Entry(id="topic.cork", kind="topic", text={"en": "cork"}))))
    raw = {"type": "statement", "topics": ["topic.cork", "topic.industry"]}
    assert from_facts(raw, kept).register["topic.cork"].text == {"en": "cork"}
    assert "topic.industry" in from_facts(raw, kept).register
    assert "topic.cork" not in from_facts(raw).register
    nearer = {**raw, "register": [{"id": "topic.cork", "kind": "topic", "text": {"en": "bark"}}]}
    assert from_facts(nearer, kept).register["topic.cork"].text == {"en": "bark"}


def test_a_facts_file_may_name_countries_people_and_bodies_of_the_register_by_their_ids() -> None:
    title = Title(role="minister", of="kr", text={"en": "Minister"})
    kept = Layers(book(of(Person(given={"en": "Jun"}, family={"en": "Park"}, title=title), "park")))
    raw = {"type": "phone_call", "own": "kz", "counterpart": "park", "event": {"organisers": ["org.un", "nobody"]}}
    facts = from_facts(raw, kept).facts
    assert {country.id for country in facts.countries} == {"kz", "kr"}
    assert [(p.id, p.title.of) for p in facts.people] == [("park", "kr")]
    assert [body.id for body in facts.organisations] == ["org.un"]
    assert facts.countries[0].name["pt"] == "Cazaquistão"
    assert from_facts(raw).facts.people == ()


def test_an_id_that_the_facts_list_themselves_is_theirs_and_an_unknown_one_stays_to_be_found() -> None:
    mine = {"id": "kz", "name": {"en": "Salvania"}}
    facts = from_facts({"type": "phone_call", "own": "kz", "partner": "sal", "countries": [mine]}).facts
    assert [country.name for country in facts.countries] == [{"en": "Salvania"}]
    assert facts.partner == "sal"
