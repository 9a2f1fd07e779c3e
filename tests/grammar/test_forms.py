"""Forms that press releases need, and those that a person has to look at."""

from pathlib import Path

import pytest

from pressdesk.errors import FactsError
from pressdesk.grammar.grammar import Grammar
from pressdesk.model.forms import How

TABLE = Path(__file__).parent / "data" / "forms.tsv"
PHRASES = Path(__file__).parent / "data" / "phrases.tsv"


def rows() -> list[tuple[str, str, list[str]]]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()[1:]
    return [(base, features, right.split("|")) for base, features, right, *_ in (line.split("\t") for line in lines)]


def test_forms_of_press_prose_come_out_right(kazakh: Grammar) -> None:
    wrong = [f"{b} {f}: {kazakh.form(b, f).text}, not {r}" for b, f, r in rows() if kazakh.form(b, f).text not in r]

    assert wrong == []


def test_phrases_come_out_right_and_none_is_a_guess(kazakh: Grammar) -> None:
    lines = [line.split("\t") for line in PHRASES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    made = [(base, features, right, kazakh.form(base, features)) for base, features, right, _note in lines[1:]]

    assert len(made) > 300
    assert [
        (base, features, form.text, right) for base, features, right, form in made if form.text not in right.split("|")
    ] == []
    assert [(base, form.note) for base, _, _, form in made if form.guessed] == []


@pytest.mark.parametrize(
    ("base", "features", "form"),
    [
        ("Гимарайнш", "GEN", "Гимарайнштің"),
        ("Қазақстан Республикасы", "DAT", "Қазақстан Республикасына"),
        ("Сыртқы істер министрлігі", "GEN", "Сыртқы істер министрлігінің"),
        ("Ахмет Байтұрсынұлы", "DAT", "Ахмет Байтұрсынұлына"),
        ("70%", "POSS3+ACC", "70%-ын"),
        ("2026", "YEAR-ATTR", "2026 жылғы"),
        ("34", "ORD+отырыс+POSS3+DAT", "34-отырысына"),
        ("34", "ORD", "34-ші"),
        ("мұнай-газ", "CONJ", "мұнай-газ бен"),
        ("17:30", "LOC", "17:30-да"),
        ("24 қараша", "LOC", "24 қарашада"),
        ("ҚР", "GEN", "ҚР-ның"),
        ("халық", "NOM", "халық"),
    ],
)
def test_a_form_that_the_rules_settle_is_no_guess(kazakh: Grammar, base: str, features: str, form: str) -> None:
    made = kazakh.form(base, features)

    assert (made.text, made.guessed) == (form, False)


@pytest.mark.parametrize(
    ("base", "features"),
    [("Рикарду Араужу", "GEN"), ("Ахмед Ризали", "DAT"), ("Жерарь", "GEN"), ("Lamerinho", "GEN"), ("ЩЩФ", "GEN")],
)
def test_an_ending_that_leaves_a_choice_is_a_guess_with_a_reason(kazakh: Grammar, base: str, features: str) -> None:
    made = kazakh.form(base, features)

    assert made.how is How.GUESSED
    assert made.note


@pytest.mark.parametrize("features", ["INS", "CONJ"])
def test_what_does_not_depend_on_harmony_is_no_guess(kazakh: Grammar, features: str) -> None:
    assert not kazakh.form("Рикарду Араужу", features).guessed


def test_stored_harmony_settles_a_name(kazakh: Grammar) -> None:
    made = kazakh.form("Рикарду Араужу", "GEN", {"harmony": "front"})

    assert (made.text, made.guessed) == ("Рикарду Араужудің", False)


def test_a_typed_form_beats_every_rule(kazakh: Grammar) -> None:
    made = kazakh.form("Жан Ғалиев", "GEN", {"form:GEN": "Жан Ғалиевтің"})

    assert (made.text, made.how) == ("Жан Ғалиевтің", How.TYPED)


def test_the_reading_in_brackets_decides_and_is_not_printed(kazakh: Grammar) -> None:
    assert kazakh.form("70% (процент)", "DAT").text == "70%-ке"


def test_a_bracket_after_a_word_is_part_of_the_name(kazakh: Grammar) -> None:
    assert kazakh.form("Біріккен Ұлттар Ұйымы (БҰҰ)", "NOM").text == "Біріккен Ұлттар Ұйымы (БҰҰ)"


def test_what_stands_before_a_bracket_takes_the_ending(kazakh: Grammar) -> None:
    assert kazakh.form("Біріккен Ұлттар Ұйымы (БҰҰ)", "DAT").text == "Біріккен Ұлттар Ұйымына (БҰҰ)"


def test_a_headline_in_capitals_takes_its_ending_in_capitals(kazakh: Grammar) -> None:
    assert kazakh.form("ҚАЗАҚСТАН РЕСПУБЛИКАСЫ", "GEN").text == "ҚАЗАҚСТАН РЕСПУБЛИКАСЫНЫҢ"


def test_a_base_without_a_word_is_a_guess_and_no_crash(kazakh: Grammar) -> None:
    assert kazakh.form("–", "GEN").guessed


def test_the_plural_of_an_izafet_keeps_its_possessive(kazakh: Grammar) -> None:
    assert kazakh.form("Мемлекет басшысы", "PL+DAT").text == "Мемлекет басшыларына"


def test_an_unknown_feature_is_refused_with_its_name(kazakh: Grammar) -> None:
    with pytest.raises(FactsError, match="VOC"):
        kazakh.form("қала", "VOC")


def test_features_in_an_order_that_no_word_has_are_refused_in_one_sentence(kazakh: Grammar) -> None:
    with pytest.raises(FactsError, match="order of the suffixes"):
        kazakh.form("қала", "GEN+PL")


@pytest.mark.parametrize(
    ("base", "features", "wrong"),
    [
        ("қала", "GEN+PL", "order of the suffixes, “PL\\+GEN”"),
        ("бар", "FUT+S1PL", "“S1PL” does not follow “FUT”"),
        ("Айша", "DAUGHTER", "“Айша” takes no “DAUGHTER”: words of the class NG do"),
        ("кел", "WISH", "no word ends there; add one of POSS1"),
    ],
)
def test_a_form_that_there_is_not_is_refused_with_what_is_wrong(
    kazakh: Grammar, base: str, features: str, wrong: str
) -> None:
    with pytest.raises(FactsError, match=wrong):
        kazakh.form(base, features)


def test_what_is_made_of_a_name_is_written_small_and_its_cases_are_not(kazakh: Grammar) -> None:
    assert kazakh.form("Шевченкоград", "LIQ").text == "шевченкоградтық"
    assert kazakh.form("Ресей", "LIQ+PL").text == "ресейліктер"
    assert kazakh.form("Ресей", "SIM").text == "Ресейдей"


@pytest.mark.parametrize(
    ("base", "features", "traits", "form"),
    [
        ("Рикарду Араужу", "GEN", {"harmony": "front"}, "Рикарду Араужудің"),
        ("Вила-Серена Палатасы", "DAT", {"possessed": ""}, "Вила-Серена Палатасына"),
        ("Вила-Серена Палатасы", "PL+DAT", {"possessed": ""}, "Вила-Серена Палаталарына"),
        ("Lamerinho", "DAT", {"pronounced": "ламериньо"}, "Lamerinho-ға"),
        ("Peugeot", "GEN", {"pronounced": "пежо"}, "Peugeot-ның"),
        ("ЖЗҚ", "DAT", {"pronounced": "зертхана"}, "ЖЗҚ-ға"),
        ("керім", "POSS3", {"elides": ""}, "кермі"),
        ("барап", "POSS3", {"hard": ""}, "барапы"),
        ("Сейсембі", "DAT", {"kind": "person"}, "Сейсембіге"),
        ("Жан Ғалиев", "DAT", {"form:GEN": "Жан Ғалиевтың"}, "Жан Ғалиевқа"),
        ("Жан Ғалиев", "DAT", {"form:GEN": "Жан Ғалиевтің"}, "Жан Ғалиевке"),
    ],
)
def test_what_is_stored_of_a_name_beats_its_letters(
    kazakh: Grammar, base: str, features: str, traits: dict[str, str], form: str
) -> None:
    made = kazakh.form(base, features, traits)

    assert (made.text, made.guessed) == (form, False)


@pytest.mark.parametrize(
    ("base", "features", "form"),
    [
        ("Қала префейтурасы", "PL+DAT", "Қала префейтураларына"),
        ("Нұрдәулет Қасенов", "GEN", "Нұрдәулет Қасеновтің"),
        ("Рустам Каримов", "DAT", "Рустам Каримовқа"),
        ("Иван Петрачев", "GEN", "Иван Петрачевтің"),
        ("АХҚО (Астана халықаралық қаржы орталығы)", "GEN", "АХҚО-ның (Астана халықаралық қаржы орталығы)"),
    ],
)
def test_what_usage_leaves_open_is_written_as_most_do_and_marked(
    kazakh: Grammar, base: str, features: str, form: str
) -> None:
    made = kazakh.form(base, features)

    assert (made.text, made.how) == (form, How.GUESSED)
