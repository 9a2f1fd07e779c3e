"""Names that the user keeps in the register are known to the Kazakh check, in texts as in drafts."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from pressdesk.app.places import Places
from pressdesk.app.proofing import Proofing

PEOPLE = {"Вашконселуш": "Беатриш", "Цуй": "Вэй"}


@pytest.fixture
def proofing(tmp_path: Path) -> Iterator[Proofing]:
    places = Places.at(str(tmp_path))
    records = [
        {"id": f"p{number}", "person": {"given": {"kk": given}, "family": {"kk": family}, "gender": "f"}}
        for number, (family, given) in enumerate(PEOPLE.items())
    ]
    places.data.mkdir(parents=True)
    (places.data / "register.json").write_text(
        json.dumps({"format": 1, "records": records, "rivals": []}), encoding="utf-8"
    )
    checkers = Proofing(places)
    yield checkers
    checkers.close()


def found(proofing: Proofing, text: str) -> list[tuple[str, str]]:
    findings = proofing.text("kk", [(None, text)]).findings
    return [(f.text, f.suggestions[0].text if f.suggestions else "") for f in findings]


def test_a_name_that_the_user_keeps_is_right_in_every_form(proofing: Proofing) -> None:
    assert found(proofing, "Беатриш Вашконселушпен және Цуй Вэймен кездесу өтті.") == []


def test_a_wrong_ending_on_it_is_found_in_a_plain_text(proofing: Proofing) -> None:
    text = "Беатриш Вашконселушге хат жолданды. Цуй Вэйның сөзі тыңдалды."

    assert found(proofing, text) == [("Вашконселушге", "Вашконселушқа"), ("Вэйның", "Вэйдің")]


def test_a_name_that_nobody_keeps_stays_unknown(proofing: Proofing) -> None:
    assert [text for text, _ in found(proofing, "Мырза Вашкунселу сөз сөйледі.")] == ["Вашкунселу"]
