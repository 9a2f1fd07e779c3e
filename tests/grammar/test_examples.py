"""Every row of resources/kk/examples: what the tables write and read, and what they must not read."""

from contextlib import suppress

import pytest

from pressdesk.data import resources
from pressdesk.errors import FactsError
from pressdesk.grammar.grammar import Grammar
from pressdesk.grammar.table import read_table

FOLDER = resources("kk", "examples")
COLUMNS = ("lemma", "features", "form", "source")
FORMS = [(r["lemma"], r["features"], r["form"]) for r in read_table(FOLDER / "forms.tsv", COLUMNS)]
READINGS = [
    (r["written"], form)
    for r in read_table(resources("kk", "lexicon", "readings.tsv"), ("written", "reading", "example", "source"))
    for form in r["example"].replace(";", ",").split(", ")
    if "-" in form
]
READ = [(r["lemma"], r["features"], r["form"]) for r in read_table(FOLDER / "read.tsv", COLUMNS)]
SLOTS = ("GEN", "DAT", "ACC", "LOC", "ABL", "INS", "PL", "LOC+ATTR", "LIQ")
REFUSED = [(r["refused"], r["instead"]) for r in read_table(FOLDER / "refused.tsv", ("refused", "instead", "source"))]


@pytest.mark.parametrize(("lemma", "features", "form"), FORMS, ids=[row[2] for row in FORMS])
def test_an_example_is_written_and_read(kazakh: Grammar, lemma: str, features: str, form: str) -> None:
    assert kazakh.form(lemma, features).text.lower() == form.lower()
    assert kazakh.accepts(form)
    assert any(r.lemma == lemma and r.features == features for r in kazakh.analyse(form)), kazakh.analyse(form)


@pytest.mark.parametrize(("lemma", "features", "form"), READ, ids=[row[2] for row in READ])
def test_what_is_only_read_is_read_and_not_written(kazakh: Grammar, lemma: str, features: str, form: str) -> None:
    assert any(r.lemma == lemma and r.features == features for r in kazakh.analyse(form)), kazakh.analyse(form)
    written = ""
    with suppress(FactsError):  # a feature of which every suffix is only read
        written = kazakh.form(lemma, features).text

    assert written != form


@pytest.mark.parametrize(("refused", "instead"), REFUSED, ids=[row[0] for row in REFUSED])
def test_a_wrong_form_is_refused_and_the_right_one_is_not(kazakh: Grammar, refused: str, instead: str) -> None:
    assert not kazakh.accepts(refused), kazakh.analyse(refused)
    assert kazakh.accepts(instead)


@pytest.mark.parametrize(("written", "form"), READINGS, ids=[row[1] for row in READINGS])
def test_the_example_of_a_reading_is_one_of_its_forms(kazakh: Grammar, written: str, form: str) -> None:
    number = form.removesuffix(form[form.index(written) :])
    forms = {kazakh.form(number + written, features).text for features in SLOTS}

    assert form in forms
