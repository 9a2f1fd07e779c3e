"""A name typed with a case ending is hinted at, and brings its nominative; a name that only looks so is left alone."""

import pytest

from pressdesk.app.problems import all_problems, nominative
from pressdesk.app.samples import names, sample
from pressdesk.language.language import load as load_language
from pressdesk.model.findings import Severity
from pressdesk.model.paths import put
from pressdesk.render.pack import load_type, pack_folder

KIND = load_type(pack_folder("working_visit"))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Брагаға", "Брага"),
        ("Сейіттің", "Сейіт"),
        ("Перейрамен", "Перейра"),
        ("Қазақстанға", "Қазақстан"),
        ("Гимарайнш қаласына", "Гимарайнш қаласы"),
    ],
)
def test_a_name_typed_in_an_oblique_case_brings_its_nominative(typed: str, meant: str) -> None:
    assert nominative(typed, load_language("kk").inflector) == meant


@pytest.mark.parametrize(
    "name",
    [
        "Ольга",
        "Армен",
        "Сатыбалды",
        "Фарида",
        "Қазақстан",
        "Брага",
        "Мадина",
        "Вена",
        "Анна",
        "Инга",
        "Рига",
        "Дубна",
        "",
    ],
)
def test_a_name_that_only_ends_like_a_case_is_left_alone(name: str) -> None:
    assert nominative(name, load_language("kk").inflector) == ""


def test_it_is_a_warning_at_the_field_in_kazakh() -> None:
    draft = sample("guimaraes")

    found = all_problems(draft.with_facts(put(draft.facts, "people[1].family.kk", "Араужудың")), KIND)

    (problem,) = [p for p in found if p.key == "problem.oblique"]
    assert (problem.path, problem.suggestion, problem.severity) == ("people[1].family.kk", "Араужу", Severity.WARNING)


@pytest.mark.parametrize("name", names())
def test_the_names_of_the_samples_all_stand_in_the_nominative(name: str) -> None:
    assert [p for p in all_problems(sample(name), KIND) if p.key == "problem.oblique"] == []
