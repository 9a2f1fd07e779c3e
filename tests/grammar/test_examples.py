"""Every row of resources/kk/examples: what the tables write and read, and what they must not read."""

from contextlib import suppress

import pytest

from pressdesk.data import resources
from pressdesk.errors import FactsError
from pressdesk.grammar.grammar import Grammar
from pressdesk.grammar.names import NameForms
from pressdesk.grammar.table import read_table
from pressdesk.proof.speller import Speller

FOLDER = resources("kk", "examples")
COLUMNS = ("lemma", "features", "form", "source")
FORMS = [(r["lemma"], r["features"], r["form"]) for r in read_table(FOLDER / "forms.tsv", COLUMNS)]
READINGS = [
    (r["written"], r["reading"], form)
    for r in read_table(resources("kk", "lexicon", "readings.tsv"), ("written", "reading", "example", "source"))
    for form in r["example"].replace(";", ",").split(", ")
    if "-" in form
]
READ = [(r["lemma"], r["features"], r["form"]) for r in read_table(FOLDER / "read.tsv", COLUMNS)]
SLOTS = ("GEN", "DAT", "ACC", "LOC", "ABL", "INS", "PL", "LOC+ATTR", "LIQ")
REFUSED = [(r["refused"], r["instead"]) for r in read_table(FOLDER / "refused.tsv", ("refused", "instead", "source"))]


@pytest.fixture(scope="module")
def speller(kazakh: Grammar) -> Speller:
    return Speller(kazakh)


@pytest.mark.parametrize(("lemma", "features", "form"), FORMS, ids=[row[2] for row in FORMS])
def test_an_example_is_written_and_read(kazakh: Grammar, lemma: str, features: str, form: str) -> None:
    assert kazakh.form(lemma, features).text == form
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


@pytest.mark.parametrize(("written", "reading", "form"), READINGS, ids=[row[2] for row in READINGS])
def test_the_example_of_a_reading_is_one_of_its_forms(
    kazakh: Grammar, speller: Speller, written: str, reading: str, form: str
) -> None:
    """The first reading is written without being asked for; the others are read."""
    number = form.removesuffix(form[form.index(written) :])
    first = kazakh.decliner.readings.aloud(written)[0] == reading
    traits = {} if first else {"pronounced": reading}
    forms = {kazakh.form(number + written, features, traits).text for features in SLOTS}

    assert form in forms
    assert speller.accepts(form[form.index(written) :], NameForms.none())


def test_an_abbreviation_of_several_readings_refuses_what_follows_none(kazakh: Grammar, speller: Speller) -> None:
    assert kazakh.form("ЖШС", "GEN").text == "ЖШС-ның"
    assert speller.accepts("ЖШС-тің", NameForms.none())
    for wrong in ("ЖШС-дің", "ЖШС-қа", "АҚ-нің", "АҚ-дың"):
        assert not speller.accepts(wrong, NameForms.none())
        assert not [s.text for s in speller.suggest(wrong, NameForms.none()) if "м" in s.text]


@pytest.mark.parametrize(
    ("base", "features", "form"),
    [("Астана қ.", "LOC", "Астана қаласында"), ("Алматы обл.", "GEN", "Алматы облысының"), ("м²", "DAT", "м²-ге")],
)
def test_a_word_with_a_full_stop_is_written_out_and_a_raised_sign_is_read(
    kazakh: Grammar, base: str, features: str, form: str
) -> None:
    made = kazakh.form(base, features)

    assert made.text == form
    assert not made.guessed
