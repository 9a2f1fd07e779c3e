"""Names that the user keeps in the register are known to the Kazakh check, in texts as in drafts."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from pressdesk.app.places import Places
from pressdesk.app.proofing import Proofing
from pressdesk.app.samples import sample
from pressdesk.model.findings import Kind
from pressdesk.model.release import Block, BlockKind, Release
from pressdesk.render.render import render

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


@pytest.mark.slow
@pytest.mark.languagetool
def test_it_is_right_in_a_draft_of_another_language_too(proofing: Proofing, tmp_path: Path) -> None:
    languagetool = Places.at(str(tmp_path)).languagetool
    languagetool.symlink_to(Places.at().languagetool)
    book = tmp_path / "data" / "register.json"
    book.write_text(book.read_text(encoding="utf-8").replace('"kk"', '"ru"'), encoding="utf-8")
    draft = sample("guimaraes")
    block = Block("b1", BlockKind.PARAGRAPH, "Слово взяла Беатриш Вашконселуш. Затем выступил Вашкунселу.")
    release = Release("ru", "ru-RU", "working_visit", (block,))

    texts = [f.text for f in proofing.proof(draft, release).findings if f.kind is Kind.SPELLING]
    assert texts == ["Вашкунселу"]


def test_what_is_said_of_a_whole_block_is_no_matter_of_the_fact_it_begins_with(proofing: Proofing) -> None:
    draft = sample("guimaraes")
    found = proofing.proof(draft, render(draft, "kk")).findings
    (headline,) = (f for f in found if f.rule == "style.headline-length")
    assert headline.field == ""
