"""Russian forms, a row each: those collected from releases, and more of the same kinds."""

import csv
import re
from pathlib import Path

import pytest

from pressdesk.language.language import load

DATA = Path(__file__).parent / "data"


def _collected() -> list[tuple[str, str, str, dict[str, str]]]:
    with (DATA / "ru-forms.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    found = []
    for row in rows:
        gender = re.search("gender=(.)", row["note"])
        found.append((row["base"], row["features"], row["form"], {"gender": gender[1]} if gender else {}))
    return found


def _more() -> list[tuple[str, str, str, dict[str, str]]]:
    lines = (DATA / "ru-more.tsv").read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    return [(b, f, form, dict(t.split("=") for t in traits.split(",") if t)) for b, f, form, traits in cells]


def _plain(text: str) -> str:
    return text.replace("ё", "е").replace("Ё", "Е")


@pytest.mark.parametrize(("base", "features", "form", "traits"), _collected())
def test_a_form_seen_in_releases_comes_out(base: str, features: str, form: str, traits: dict[str, str]) -> None:
    made = load("ru").inflector.form(base, features, traits)

    assert _plain(made.text) == _plain(form), made


@pytest.mark.parametrize(("base", "features", "form", "traits"), _more())
def test_a_form_that_was_read_over_stays(base: str, features: str, form: str, traits: dict[str, str]) -> None:
    assert load("ru").inflector.form(base, features, traits).text == form


def test_the_gender_alone_is_enough_and_the_marks_of_the_words_do_no_harm() -> None:
    """The command line gives a gender; a register may also say which words move."""
    with (DATA / "ru-forms.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    wrong = []
    for row in rows:
        marked = re.search("marked=([^;]*)", row["note"])
        gender = re.search("gender=(.)", row["note"])
        assert marked
        assert gender
        made = load("ru").inflector.form(
            row["base"], row["features"], {"gender": gender[1], "marked": marked[1].strip()}
        )
        if _plain(made.text) != _plain(row["form"]):
            wrong.append((row["base"], row["features"], made.text))

    assert wrong == []
