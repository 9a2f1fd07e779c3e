"""Names of a draft that the register spells otherwise: what is found, what is left alone, the form it is mended in."""

import dataclasses
from pathlib import Path

import pytest
from tests.app.register.test_register_layers import TODAY

from pressdesk.app.places import Places
from pressdesk.app.proofing import Proofing
from pressdesk.app.register.layers import Layers
from pressdesk.app.register.learn import learn
from pressdesk.app.register.own import OwnRegister
from pressdesk.app.register.spelling import misspelt
from pressdesk.app.samples import names, sample
from pressdesk.model import paths
from pressdesk.model.draft import Draft
from pressdesk.model.facts import Country, Entry, Event, Facts, Organisation, Person, PhotoFacts, Place
from pressdesk.model.findings import Severity
from pressdesk.model.mend import mend
from pressdesk.model.register import Book, of
from pressdesk.render.render import render

MAYOR = Person(
    given={"kk": "Рикарду", "ru": "Рикарду", "en": "Ricardo"},
    family={"kk": "Араужу", "ru": "Араужу", "en": "Araújo"},
    gender="m",
)


def kept(*things: object) -> Layers:
    records = [of(thing, f"r{number}") for number, thing in enumerate(things)]  # type: ignore[arg-type]
    return Layers(Book(records={record.id: record for record in records}))


def found(facts: Facts, layers: Layers) -> list[tuple[str, str, str]]:
    return [(wrong.path, wrong.language, wrong.meant) for wrong in misspelt(Draft(facts=facts), layers)]


def person(family: dict[str, str], **more: object) -> Facts:
    return Facts(people=(dataclasses.replace(MAYOR, family=family, **more),))  # type: ignore[arg-type]


def test_a_slip_of_a_letter_in_a_name_is_found_in_its_language() -> None:
    assert found(person({"kk": "Араужо"}, given={"kk": "Рикарду"}), kept(MAYOR)) == [
        ("people[0].family", "kk", "Араужу")
    ]
    accents = person({"en": "Araujo", "kk": "Араужу"})
    assert found(accents, kept(MAYOR)) == [("people[0].family", "en", "Araújo")]


def test_the_same_person_in_another_language_is_the_same_person() -> None:
    facts = person({"kk": "Араужу", "ru": "Араухо", "en": "Araújo"})
    assert found(facts, kept(MAYOR)) == [("people[0].family", "ru", "Араужу")]


@pytest.mark.parametrize(
    "facts",
    [
        person({"kk": "Араужу", "ru": "Араужу", "en": "Araújo"}),  # just so
        person({"kk": "Сантуш"}, given={"kk": "Рикарду"}),  # another family
        person({"kk": "Араужо"}, given={"kk": "Педру"}),  # another person of nearly that name
        person({"kk": "Араужо"}, given={"kk": "Рикарду"}, gender="f"),
        Facts(people=(Person(family={"pt": "Araujo"}),)),  # a language that the register lacks
        Facts(people=(Person(),)),
    ],
)
def test_what_is_right_or_somebody_else_is_left_alone(facts: Facts) -> None:
    assert found(facts, kept(MAYOR)) == []


def test_two_namesakes_in_the_register_decide_nothing_and_either_spelling_is_known() -> None:
    other = dataclasses.replace(MAYOR, family={"kk": "Араужо"})
    assert found(person({"kk": "Араужо"}, given={"kk": "Рикарду"}), kept(MAYOR, other)) == []
    assert found(person({"kk": "Араужы"}, given={"kk": "Рикарду"}), kept(MAYOR, other)) == []


def test_a_short_name_and_a_number_are_no_slips() -> None:
    layers = kept(Organisation(name={"en": "Alfa"}), Organisation(name={"en": "School No 1"}))
    for name in ("Alba", "School No 2"):
        assert found(Facts(organisations=(Organisation(name={"en": name}),)), layers) == [], name
    near = Facts(organisations=(Organisation(name={"en": "Schol No 1"}),))
    assert found(near, layers) == [("organisations[0].name", "en", "School No 1")]


def test_ministries_of_two_countries_are_called_alike_and_are_not_one() -> None:
    own = Organisation(name={"en": "Ministry of Foreign Affairs", "kk": "Сыртқы істер министрлігі"}, country="kz")
    there = Organisation(name={"en": "Ministry of Foreign Affairs", "kk": "Португалия СІМ"}, country="pt")
    assert found(Facts(organisations=(there,)), kept(own)) == []
    assert found(Facts(organisations=(dataclasses.replace(there, country=""),)), kept(own)) == []


def test_a_country_of_the_world_is_known_and_one_is_not_another() -> None:
    wrong = Facts(countries=(Country(id="c1", name={"ru": "Партугалия", "kk": "Португалия"}),))
    assert found(wrong, Layers()) == [("countries[0].name", "ru", "Португалия")]
    for name in ("Австрия", "Австралия", "Иран", "Ирак", "Нигер", "Нигерия"):
        assert found(Facts(countries=(Country(id="c1", name={"ru": name}),)), Layers()) == [], name


def test_places_credits_and_the_city_of_the_dateline_are_looked_at_too() -> None:
    layers = kept(Entry(kind="credit", text={"en": "Akorda Press"}))
    facts = Facts(
        event=Event(place=Place(type="city", name={"ru": "Лиссобон"})), photo=PhotoFacts(credit={"en": "Acorda Press"})
    )
    assert found(facts, layers) == [
        ("event.place.name", "ru", "Лиссабон"),
        ("photo.credit", "en", "Akorda Press"),
    ]


def test_what_the_user_keeps_beats_what_is_shipped() -> None:
    record = dataclasses.replace(of(Country(name={"ru": "Киргизия", "kk": "Қырғызстан"})), id="kg")
    layers = Layers(Book(records={"kg": record}))
    facts = Facts(countries=(Country(id="kg", name={"ru": "Киргизия", "kk": "Қырғызстан"}),))
    assert found(facts, layers) == []


@pytest.mark.parametrize("name", names())
def test_no_shipped_sample_differs_from_the_shipped_register(name: str) -> None:
    assert list(misspelt(sample(name), Layers())) == []


def test_the_finding_stands_in_the_text_in_the_form_that_stands_there_and_mends_the_field(tmp_path: Path) -> None:
    places = Places.at(tmp_path)
    draft = sample("guimaraes")
    own = OwnRegister(places)
    own.change(lambda book: learn(draft, "people[1]", Layers(book), TODAY)[0])
    slip = draft.with_facts(paths.put(draft.facts, "people[1].family.kk", "Араужо"))
    proofing = Proofing(places)
    try:
        release = render(slip, "kk")
        (finding,) = [f for f in proofing.proof(slip, release).findings if f.rule == "register.name"]
        assert (finding.text, finding.severity, finding.field) == (
            "Рикарду Араужомен",
            Severity.WARNING,
            "people[1].family",
        )
        assert [s.text for s in finding.suggestions] == ["Рикарду Араужумен"]
        assert mend(slip, release, finding, "Рикарду Араужумен") == draft
        clean = proofing.proof(draft, render(draft, "kk")).findings
        assert not any(f.rule == "register.name" for f in clean)
    finally:
        proofing.close()
