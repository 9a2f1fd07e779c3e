"""Edits that touch more than one place of a draft."""

import dataclasses

import pytest

from pressdesk.model import edits, paths
from pressdesk.model.draft import Draft
from pressdesk.model.facts import (
    Agreement,
    Country,
    Decree,
    Entry,
    Event,
    Facts,
    Organisation,
    Outcome,
    Person,
    Quote,
    Ref,
    Site,
    Statement,
    Step,
    Title,
)

TOURISM = Entry(id="topic-tourism", kind="topic", text={"kk": "туризм", "ru": "туризм", "en": "tourism"})


def visit() -> Draft:
    return Draft(
        facts=Facts(
            own="kz",
            countries=(Country(id="kz", name={"kk": "Қазақстан"}),),
            people=(
                Person(id="p1", given={"kk": "Данияр"}, title=Title(of="kz", org="o1")),
                Person(id="p2", given={"kk": "Жуан"}),
            ),
            organisations=(Organisation(id="o1", name={"kk": "палата"}),),
            programme=(
                Step(kind="meeting", with_="p2", topics=(Ref("topic-tourism"),)),
                Step(kind="round_table", organisers=("p2", "o1")),
                Step(kind="site_visit", sites=(Site(org="o1"),)),
            ),
            outcomes=(Outcome(kind="readiness", by="p2"),),
            quote=Quote(by="p2"),
        ),
        register={"topic-tourism": TOURISM},
    )


def test_a_new_person_gets_an_id_that_nobody_bears() -> None:
    draft, made = edits.add_person(visit(), given={"kk": "Рауль"})

    assert made == "p3"
    assert draft.facts.people[2] == Person(id="p3", given={"kk": "Рауль"})


def test_an_id_that_was_freed_is_given_again_and_a_foreign_one_is_left_alone() -> None:
    draft = visit().with_facts(Facts(people=(Person(id="amb"), Person(id="p2"))))

    assert edits.add_person(draft)[1] == "p1"
    assert edits.add_organisation(draft)[1] == "o1"
    assert edits.add_country(draft)[1] == "c1"


def test_an_empty_item_knows_the_kind_of_its_list() -> None:
    facts = visit().facts

    assert edits.empty_item(facts, "people") == Person(id="p3")
    assert edits.empty_item(facts, "programme[2].sites") == Site()
    assert edits.empty_item(facts, "outcomes") == Outcome()


def test_what_is_no_list_takes_no_item() -> None:
    with pytest.raises(KeyError):
        edits.empty_item(Facts(), "event.place")


def test_a_person_taken_out_is_named_nowhere_any_more() -> None:
    facts = edits.remove_person(visit(), "p2").facts

    assert [p.id for p in facts.people] == ["p1"]
    assert facts.programme[0].with_ == ""
    assert facts.programme[0].topics == (Ref("topic-tourism"),)
    assert facts.programme[1].organisers == ("o1",)
    assert facts.outcomes[0].by == ""
    assert facts.quote.by == ""


def test_an_organisation_and_a_country_are_cleared_too() -> None:
    facts = edits.remove(edits.remove(visit(), "organisations[0]"), "countries[0]").facts

    assert facts.people[0].title == Title()
    assert facts.programme[1].organisers == ("p2",)
    assert facts.programme[2].sites == (Site(),)
    assert facts.own == ""


def test_whoever_was_met_chaired_came_signed_spoke_or_appointed_is_cleared_too() -> None:
    facts = Facts(
        people=(Person(id="p1"), Person(id="p2")),
        counterpart="p2",
        event=Event(chairs=("p1", "p2"), guests=("p2",)),
        agreement=Agreement(signatories=("p2", "p1"), parties=("p2",)),
        statements=(Statement(kind="stressed", by="p2"),),
        decree=Decree(by="p2"),
    )
    assert edits.uses(facts, facts.people[1]) == 7

    after = edits.remove_person(Draft(facts=facts), "p2").facts

    assert set(edits.named_ids(after)) == {"p1"}
    assert (after.event.chairs, after.agreement.signatories) == (("p1",), ("p1",))


def test_a_country_taken_out_is_no_longer_the_initiator() -> None:
    facts = Facts(countries=(Country(id="kz"),), event=Event(initiator="kz", organisers=("kz", "o1")))

    event = edits.remove(Draft(facts=facts), "countries[0]").facts.event

    assert (event.initiator, event.organisers) == ("", ("o1",))


def test_a_person_does_not_take_a_country_of_the_same_id_along() -> None:
    draft = visit()
    draft = draft.with_facts(dataclasses.replace(draft.facts, people=(Person(id="kz"),)))

    assert edits.remove_person(draft, "kz").facts.own == "kz"


def test_what_names_nobody_stays_the_very_same_object() -> None:
    draft = visit()

    after = edits.remove(draft, "people[0]")

    assert after.facts.programme is draft.facts.programme
    assert after.facts.people[0] is draft.facts.people[1]


def test_nobody_cannot_be_taken_out() -> None:
    with pytest.raises(KeyError):
        edits.remove_person(visit(), "p9")


def test_the_places_that_name_somebody_are_counted() -> None:
    facts = visit().facts

    assert edits.uses(facts, facts.people[1]) == 4
    assert edits.uses(facts, facts.organisations[0]) == 3
    assert edits.uses(facts, Person(id="p9")) == 0


def test_a_step_is_put_where_it_is_asked_for() -> None:
    facts = edits.add_step(visit(), "programme[1]", "interest").facts

    assert [step.kind for step in facts.programme] == ["meeting", "interest", "round_table", "site_visit"]


def test_typing_over_an_entry_of_the_register_keeps_its_other_languages() -> None:
    draft = edits.set_words(visit(), "programme[0].topics[0]", "kk", "көлік")

    assert draft.facts.programme[0].topics == ({"kk": "көлік", "ru": "туризм", "en": "tourism"},)


def test_emptied_words_leave_no_empty_language_behind() -> None:
    draft = edits.set_words(visit(), "closing.by", "kk", "әкімдік")

    assert draft.facts.closing.by == {"kk": "әкімдік"}
    assert edits.set_words(draft, "closing.by", "kk", "").facts.closing.by == {}


def test_a_chosen_entry_travels_with_the_draft() -> None:
    science = Entry(id="topic-science", kind="topic", text={"kk": "ғылым"})

    draft = edits.add_choice(visit(), "programme[0].topics[1]", science)
    draft = edits.choose(draft, "closing.by", science)

    assert draft.facts.programme[0].topics == (Ref("topic-tourism"), Ref("topic-science"))
    assert draft.text_of(draft.facts.closing.by) == {"kk": "ғылым"}


def test_a_photo_is_stored_under_a_plain_name_and_replaces_the_last_one() -> None:
    draft = edits.set_photo(visit(), "photo.file", "C:\\Users\\Айгүл\\Сурет 1.JPG", b"one")

    assert dict(draft.images) == {"Сурет-1.jpg": b"one"}
    assert draft.facts.photo.file == "Сурет-1.jpg"

    draft = edits.set_photo(draft, "photo.file", "other.png", b"two")

    assert dict(draft.images) == {"other.png": b"two"}


def test_a_photo_does_not_overwrite_another_picture_of_the_draft() -> None:
    draft = dataclasses.replace(visit(), images={"a.png": b"kept"})

    draft = edits.set_photo(draft, "photo.file", "a.png", b"new")

    assert dict(draft.images) == {"a.png": b"kept", "a-2.png": b"new"}


def test_a_photo_taken_out_leaves_nothing() -> None:
    draft = edits.remove_photo(edits.set_photo(visit(), "photo.file", "a.png", b"one"), "photo.file")

    assert draft.images == {}
    assert draft.facts.photo.file == ""


def test_the_paths_of_references_exist() -> None:
    for kind, names in edits._REFERENCES.items():
        attributes = {f.name for f in dataclasses.fields(kind)}
        assert set(names) <= attributes, kind
    assert paths.get(Facts(), "people") == ()
