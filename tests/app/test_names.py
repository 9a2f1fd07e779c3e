"""Which names of a draft the checkers are told of."""

import dataclasses

import pytest

from pressdesk.app import names, samples
from pressdesk.grammar.names import NameForms
from pressdesk.language.language import load
from pressdesk.model.draft import Draft
from pressdesk.model.facts import Entry, Ref
from pressdesk.proof.spelling import Speller
from pressdesk.text.words import words


def draft() -> Draft:
    facts = {
        "id": "made-up",
        "type": "working_visit",
        "languages": ["kk"],
        "people": [
            {"id": "a", "given": {"kk": "Рикарду"}, "family": {"kk": "Араужу"}, "kk": {"harmony": "back"}},
            {
                "id": "b",
                "given": {"kk": "Жьялин"},
                "family": {"kk": "Чжоу"},
                "name_order": "family_first",
                "kk": {"harmony": "back"},
            },
        ],
        "event": {"title": {"kk": "Ғылым күні: «Арлекинью-2027»"}, "place": {"name": {"kk": "Вила-Сериа"}}},
        "topics": [{"kk": "Дамуу және Ламериньо зауытының құрылысы"}, "topic.own"],
        "photo": {"credit": {"kk": "А. Бруңқалов"}},
        "quote": {"by": "a", "text": {"kk": "Бұл Шмырқавес туралы."}},
    }
    made = samples.from_facts(facts)
    entry = Entry(id="topic.own", kind="topic", text={"kk": "Qazavtoprom компаниясы, Тургывай кені"})
    topics = (*made.facts.topics[:1], Ref("topic.own"))
    return dataclasses.replace(
        made, facts=dataclasses.replace(made.facts, topics=topics), register={**made.register, entry.id: entry}
    )


@pytest.fixture(scope="module")
def own() -> tuple[Speller, NameForms]:
    grammar = load("kk").inflector
    entries = names.entries(draft(), "kk") + names.phrases(draft(), "kk")
    return Speller(grammar), NameForms.of(grammar, entries)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "word",
    [
        *("Араужудың", "Рикардуға", "Вила-Сериадағы", "Бруңқаловтың", "Чжоудан", "Жьялинға"),
        *("Арлекинью-2027-нің", "Ламериньоға", "Qazavtoprom-ның", "Тургывайда"),
    ],
)
def test_names_of_people_places_titles_topics_and_photographers_are_known_in_all_forms(
    own: tuple[Speller, NameForms], word: str
) -> None:
    assert own[0].accepts(word, own[1])


@pytest.mark.parametrize("word", ["Араужудің", "Чжоудың-ға", "Дамуу", "Шмырқавес", "Жьялинге", "Тургывайта"])
def test_wrong_endings_misspelt_first_words_and_names_of_prose_are_found(
    own: tuple[Speller, NameForms], word: str
) -> None:
    assert not own[0].accepts(word, own[1])


def test_what_is_stored_of_a_name_belongs_to_its_last_part() -> None:
    people = draft().facts.people
    told = dict(names.entries(draft(), "kk"))

    assert people[1].name_order == "family_first"
    assert told["Чжоу Жьялин"]["harmony"] == told["Жьялин"]["harmony"] == "back"
    assert "harmony" not in told["Чжоу"]
    assert "harmony" not in told["Рикарду"]


def test_every_name_of_every_sample_is_known_in_all_its_forms() -> None:
    grammar = load("kk").inflector
    speller = Speller(grammar)  # type: ignore[arg-type]
    unknown = []
    for name in samples.names():
        made = samples.sample(name)
        entries = names.entries(made, "kk")
        forms = NameForms.of(grammar, entries + names.phrases(made, "kk"))
        for base, traits in entries:
            for case in ("GEN", "DAT", "ACC", "LOC", "ABL", "INS", "LOC+ATTR", "PL", "POSS3+DAT"):
                text = grammar.form(base, case, traits).text
                unknown += [(name, word.text) for word in words(text) if not speller.accepts(word.text, forms)]

    assert unknown == []
