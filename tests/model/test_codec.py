"""Facts are read whole or refused with one sentence for each fault and its place."""

import json
from pathlib import Path

import pytest

from pressdesk.errors import FactsError
from pressdesk.model.codec import decode, encode
from pressdesk.model.facts import Facts, Ref

FILES = sorted((Path(__file__).parent / "facts").glob("*.json"))
NOT_FACTS = frozenset({"heldout", "expect", "must_not"})


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_facts_of_every_kind_come_back_as_they_were_written(path: Path) -> None:
    raw = json.loads(path.read_text(encoding="utf-8"))

    facts = decode(Facts, raw, ignore=NOT_FACTS)

    said = {key: value for key, value in raw.items() if key not in NOT_FACTS and value not in (False, [], {}, "")}
    assert encode(facts) == said


def refused(raw: object) -> list[str]:
    with pytest.raises(FactsError) as caught:
        decode(Facts, raw)
    return caught.value.problems


def test_an_unknown_key_is_named_with_its_place_and_the_nearest_known_one() -> None:
    (problem,) = refused({"people": [{"id": "a"}, {"titel": {}}]})

    assert problem == "people[1].titel: this key is not known; did you mean “title”?"


def test_every_fault_is_told_at_once() -> None:
    problems = refused({"languages": "kk", "event": {"date": "2026-13-45"}, "people": [{"given": {"kz": "А"}}]})

    assert [p.split(":")[0] for p in problems] == ["languages", "event.date", "people[0].given.kz"]


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        ({"event": {"date": "22.12.2025"}}, "event.date: “22.12.2025” is not a date such as 2026-05-14"),
        ({"event": {"time": "25:00"}}, "event.time: “25:00” is not a time such as 15:30"),
        ({"embargo": {"until": "2026-01-01T10:00"}}, "lacks its time zone"),
        ({"people": {}}, "people: a list [...] belongs here, not an object."),
        ({"people": ["x"]}, "people[0]: an object {...} belongs here"),
        ({"event": {"participants_count": True}}, "event.participants_count"),
        ({"issuer": {"name": {"kk": 5}}}, "issuer.name.kk: words in quotation marks belong here, not “5”."),
        ({"issuer": {"name": "МИД"}}, "issuer.name: a text by language"),
        (None, "the facts: an object {...} belongs here, not null."),
        ([], "the facts: an object {...} belongs here, not a list."),
    ],
)
def test_a_wrong_value_is_one_sentence_with_place_and_mend(raw: object, says: str) -> None:
    assert says in refused(raw)[0]


def test_a_phrase_is_words_or_a_reference_to_the_register() -> None:
    facts = decode(Facts, {"purposes": ["topic.trade", {"kk": "сауда"}]})

    assert facts.purposes == (Ref("topic.trade"), {"kk": "сауда"})
    assert isinstance(facts.purposes[0], Ref)


def test_what_is_empty_is_left_out_of_the_file() -> None:
    assert encode(Facts(type="working_visit")) == {"type": "working_visit"}
