"""A facts file becomes a draft in which each fact has one home."""

import json
from pathlib import Path

import pytest

from pressdesk.app.samples import from_facts, from_facts_file, start
from pressdesk.errors import PressDeskError

FIXTURE = Path(__file__).parents[1] / "render" / "data" / "fx01-working_visit.json"


def test_the_short_form_s_meetings_become_steps_of_the_programme() -> None:
    facts = from_facts_file(FIXTURE).facts

    assert facts.meetings == ()
    assert [(step.kind, step.with_) for step in facts.programme] == [("meeting", "mayor")]


def test_a_type_without_a_programme_takes_its_counterpart_and_topics_from_the_meeting() -> None:
    meetings = [{"with": "b", "topics": [{"kk": "сауда"}]}, {"with": "c", "topics": [{"kk": "туризм"}]}]

    one = from_facts({"type": "bilateral_meeting", "meetings": meetings[:1]}).facts
    two = from_facts({"type": "phone_call", "meetings": meetings}).facts

    assert (one.counterpart, [t["kk"] for t in one.topics], one.meetings) == ("b", ["сауда"], ())  # type: ignore[index]
    assert ([m.with_ for m in two.meetings], len(two.topics)) == (["b", "c"], 2)


def test_the_countries_are_those_of_the_actor_s_post_unless_the_file_names_others() -> None:
    raw = json.loads(FIXTURE.read_text(encoding="utf-8"))

    assert (from_facts(raw).facts.own, from_facts(raw).facts.partner) == ("kz", "pt")
    assert from_facts({**raw, "partner": "kz"}).facts.partner == "kz"


def test_entries_that_a_file_brings_along_are_the_draft_s_own() -> None:
    entry = {"id": "mine", "kind": "topic", "text": {"kk": "балық аулау"}}

    draft = from_facts({"type": "working_visit", "purposes": ["mine", "topic.trade"], "register": [entry]})

    assert draft.register["mine"].text["kk"] == "балық аулау"
    assert set(draft.register) == {"mine", "topic.trade"}


def test_a_photo_is_taken_from_beside_the_file_and_from_nowhere_else(tmp_path: Path) -> None:
    (tmp_path / "secret.jpg").write_bytes(b"x")
    folder = tmp_path / "facts"
    folder.mkdir()
    facts = {"type": "working_visit", "photo": {"file": "../secret.jpg"}}
    (folder / "f.json").write_text(json.dumps(facts), encoding="utf-8")

    assert from_facts_file(folder / "f.json").images == {}


def test_a_new_draft_begins_with_the_house_s_own_facts() -> None:
    facts = start("working_visit").facts

    assert facts.languages == ("kk", "ru", "en", "pt")
    assert facts.own == "kz"
    assert facts.issuer.name["kk"] == "Қазақстан Республикасы Сыртқы істер министрлігі"


@pytest.mark.parametrize("raw", [None, [], "x", {}, {"type": ""}, {"type": "parade"}])
def test_what_is_no_facts_file_is_refused(raw: object) -> None:
    with pytest.raises(PressDeskError) as caught:
        from_facts(raw)

    assert str(caught.value)
