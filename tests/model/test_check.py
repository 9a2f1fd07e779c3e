"""What is missing or odd in the facts is named with its place and its mend."""

import dataclasses
import datetime as dt

import pytest

from pressdesk.app.samples import names, sample
from pressdesk.model.check import one_script, problems
from pressdesk.model.draft import Draft
from pressdesk.model.facts import Event, Facts, Notice, Person, PhotoFacts
from pressdesk.model.findings import Severity
from pressdesk.model.paths import put
from pressdesk.render.pack import load_type, pack_folder
from pressdesk.text.messages import UI_LANGUAGES, Messages

KIND = load_type(pack_folder("working_visit"))


def found(draft: Draft) -> dict[str, str]:
    kind = load_type(pack_folder(draft.facts.type or KIND.id))
    return {p.path: p.key for p in problems(draft, kind) if p.severity is not Severity.HINT}


@pytest.mark.parametrize("name", names())
def test_a_shipped_sample_is_whole(name: str) -> None:
    assert found(sample(name)) == {}


def test_a_release_of_what_is_to_come_may_be_dated_before_it_and_others_may_not() -> None:
    announced, met = sample("salvania-visit"), sample("salvania-minister")
    assert announced.facts.event.date
    assert announced.facts.dateline.date
    assert announced.facts.event.date > announced.facts.dateline.date

    early = dataclasses.replace(met, facts=put(met.facts, "dateline.date", dt.date(2026, 3, 1)))

    assert found(announced) == {}
    assert found(early) == {"dateline.date": "problem.release_before_event"}


def test_an_embargo_that_ends_before_the_release_is_dated_is_told_and_a_later_one_is_not() -> None:
    met = sample("salvania-minister")
    day = met.facts.dateline.date
    assert day is not None
    for days, told in ((-1, {"embargo.until": "problem.embargo_before_release"}), (0, {}), (1, {})):
        until = dt.datetime.combine(day + dt.timedelta(days), dt.time(12), dt.UTC)
        assert found(dataclasses.replace(met, facts=put(met.facts, "embargo.until", until))) == told


def test_days_counts_and_ids_that_cannot_be_are_errors_at_their_fields() -> None:
    day = dt.date(2026, 5, 5)
    facts = Facts(
        type="round_table",
        event=Event(date=day, end=day - dt.timedelta(1), participants_count=-1, works_count=0),
        notice=Notice(from_=day, to=day, resume=day - dt.timedelta(1)),
        people=(Person(id="a"), Person(id="a"), Person(), Person()),
    )
    kinds = ("problem.end_before_start", "problem.negative", "problem.same_id")
    assert {path: key for path, key in found(Draft(facts=facts)).items() if key in kinds} == {
        "event.end": "problem.end_before_start",
        "notice.resume": "problem.end_before_start",
        "event.participants_count": "problem.negative",
        "people[1]": "problem.same_id",
    }


def test_an_empty_draft_asks_for_every_required_field() -> None:
    asked = found(Draft(facts=Facts(type="working_visit", languages=("kk",))))

    assert {"event.place.name", "people", "programme", "issuer.name", "own", "partner"} <= set(asked)
    assert asked["people"] == "problem.required"


def test_required_fields_of_a_row_are_asked_for_at_the_row() -> None:
    draft = sample("guimaraes")

    asked = found(draft.with_facts(put(draft.facts, "people[1].family", {})))

    assert asked == {"people[1].family": "problem.required"}


def test_a_latin_letter_inside_a_kazakh_word_is_an_error_that_brings_its_mend() -> None:
    draft = sample("guimaraes")
    mixed = draft.with_facts(put(draft.facts, "people[1].family.kk", "Aраужу"))  # the first letter is Latin

    (problem,) = [p for p in problems(mixed, KIND) if p.key == "problem.mixed_script"]

    assert (problem.path, problem.language, problem.suggestion) == ("people[1].family.kk", "kk", "Араужу")


@pytest.mark.parametrize("word", ["Lamerinho", "министрлігі", "2026", "ҚР", "Wi-Fi"])
def test_a_word_of_one_script_is_left_alone(word: str) -> None:
    assert one_script(word) is None


@pytest.mark.parametrize(
    ("word", "right"), [("бiз", "біз"), ("Вaq", "Baq"), ("сaла", "сала"), ("Рortugal", "Portugal")]
)
def test_the_letters_that_cannot_be_mistaken_decide_the_script(word: str, right: str) -> None:
    assert one_script(word) == right


def test_an_id_that_names_nobody_is_an_error_at_its_field() -> None:
    draft = sample("guimaraes")

    asked = found(draft.with_facts(put(draft.facts, "programme[0].with", "nobody")))

    assert asked == {"programme[0].with": "problem.unknown_id"}


def test_a_value_that_the_template_does_not_know_is_taken_and_hinted_at() -> None:
    draft = sample("guimaraes")
    changed = draft.with_facts(put(draft.facts, "headline.kind", "parade"))

    (problem,) = [p for p in problems(changed, KIND) if p.key == "problem.other_value"]

    assert (problem.path, problem.severity, problem.args["value"]) == ("headline.kind", Severity.HINT, "parade")


def test_a_photo_needs_a_description_and_a_credit() -> None:
    draft = sample("guimaraes")
    facts = dataclasses.replace(draft.facts, photo=PhotoFacts(file="a.jpg"))

    asked = found(dataclasses.replace(draft, facts=facts, images={"a.jpg": b"x"}))

    assert asked == {"photo.alt": "problem.photo_alt", "photo.credit": "problem.photo_credit"}


@pytest.mark.parametrize("language", UI_LANGUAGES)
def test_every_problem_has_a_sentence_in_every_window_language(language: str) -> None:
    draft = Draft(facts=Facts(type="working_visit"))
    messages = Messages(language)

    for problem in problems(draft, KIND):
        args = {k: messages.pick(v) if isinstance(v, dict) else v for k, v in problem.args.items()}
        sentence = messages.say(problem.key, **args)
        assert sentence != problem.key
        assert "{" not in sentence
