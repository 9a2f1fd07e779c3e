"""A language as a whole: dates, lists, numbers, and a language.toml that says what it may not."""

import datetime as dt
import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from pressdesk.data import resources
from pressdesk.errors import DataMissingError, FactsError, TableError
from pressdesk.language.language import languages, load, load_folder
from pressdesk.language.settings import read

DAY = dt.date(2026, 5, 14)


def test_the_four_languages_are_there_and_another_is_refused() -> None:
    assert languages() == ("en", "kk", "pt", "ru")
    with pytest.raises(FactsError, match="“de” is no language"):
        load("de")


@pytest.mark.parametrize(
    ("tag", "style", "features", "text"),
    [
        ("kk", "full", "", "2026 жылғы 14 мамыр"),
        ("kk", "full", "LOC", "2026 жылғы 14 мамырда"),
        ("kk", "day", "LOC", "14 мамырда"),
        ("kk", "day", "DAT", "14 мамырға"),
        ("kk", "year", "", "2026 жылы"),
        ("kk", "line", "", "2026\u00a0жылғы 14\u00a0мамыр"),
        ("ru", "full", "", "14 мая 2026 года"),
        ("ru", "day", "", "14 мая"),
        ("ru", "year", "", "в 2026 году"),
        ("ru", "line", "", "14\u00a0мая 2026\u00a0года"),
        ("ru", "numeric", "", "14.05.2026"),
        ("en", "full", "", "14 May 2026"),
        ("en", "line", "", "14\u00a0May 2026"),
        ("pt", "full", "", "14 de maio de 2026"),
        ("pt", "day", "", "14 de maio"),
    ],
)
def test_a_date_is_written_as_the_language_does(tag: str, style: str, features: str, text: str) -> None:
    assert load(tag).date(DAY, style, features) == text


def test_a_style_or_a_form_that_a_date_does_not_have_is_refused() -> None:
    with pytest.raises(FactsError, match="no style of a date"):
        load("ru").date(DAY, "short")
    with pytest.raises(FactsError, match="no form “LOC”"):
        load("ru").date(DAY, "full", "LOC")
    with pytest.raises(FactsError, match="no form “LOC”"):
        load("kk").date(DAY, "year", "LOC")


def test_a_time_of_day() -> None:
    assert load("kk").time(dt.time(9, 5)) == "09:05"
    assert load("pt").time(dt.time(15, 0)) == "15h00"


@pytest.mark.parametrize(
    ("tag", "style", "separators"),
    [
        ("kk", "and", [", ", " және "]),
        ("ru", "and", [", ", " и "]),
        ("en", "and", [", ", " and "]),
        ("pt", "and", [", ", " e "]),
        ("pt", "or", [", ", " ou "]),
        ("ru", "with", [", ", " и "]),
        ("ru", "comma", [", ", ", "]),
    ],
)
def test_what_stands_between_the_parts_of_a_list(tag: str, style: str, separators: list[str]) -> None:
    assert load(tag).join(["a", "b", "c"], style) == separators


@pytest.mark.parametrize(("before", "conjunction"), [("Қазақстан", "мен"), ("Жан Ғалиев", "пен"), ("Беларусь", "пен")])
def test_the_kazakh_conjunction_suits_the_word_before_it(before: str, conjunction: str) -> None:
    assert load("kk").join(["Португалия", before, "Корея"], "with") == [", ", f" {conjunction} "]


def test_a_list_of_one_has_nothing_between_and_an_unknown_style_is_refused() -> None:
    assert load("ru").join(["a"]) == []
    assert load("ru").join([]) == []
    with pytest.raises(FactsError, match="no style of a list"):
        load("ru").join(["a", "b"], "plus")


@pytest.mark.parametrize(
    ("tag", "value", "text"),
    [
        ("kk", 1240, "1\u00a0240"),
        ("ru", 999, "999"),
        ("ru", 1000.5, "1\u00a0000,5"),
        ("en", 1240, "1,240"),
        ("en", 7.5, "7.5"),
        ("pt", 1240, "1240"),
        ("pt", 10000, "10\u00a0000"),
        ("ru", -5, "\u22125"),
        ("ru", 30.0, "30"),
        ("ru", Decimal("0.10"), "0,10"),
    ],
)
def test_a_number_in_figures(tag: str, value: int | float | Decimal, text: str) -> None:
    assert load(tag).number(value) == text


def test_a_number_is_rounded_where_that_is_asked_for_and_infinity_is_refused() -> None:
    assert load("en").number(2.345, 1) == "2.3"
    with pytest.raises(FactsError, match="no number"):
        load("en").number(float("inf"))


def test_a_percentage_has_the_languages_space() -> None:
    assert [load(tag).percent(7.5) for tag in languages()] == ["7.5%", "7,5%", "7,5\u00a0%", "7,5\u00a0%"]


def test_a_sum_of_money() -> None:
    assert load("kk").amount(120, "million", "USD") == "120\u00a0миллион АҚШ доллары"
    assert load("kk").amount(120, "million", "USD", "DAT") == "120\u00a0миллион АҚШ долларына"
    assert load("ru").amount(120, "million", "USD") == "120\u00a0млн долларов США"
    assert load("en").amount(120, "million", "USD") == "$120\u00a0million"
    assert load("pt").amount(120, "million", "USD") == "120\u00a0milhões de dólares"
    assert load("ru").amount(3, "", "кувейтских динара") == "3 кувейтских динара"
    with pytest.raises(FactsError, match="no scale"):
        load("ru").amount(3, "lakh", "USD")


@pytest.mark.parametrize(
    ("tag", "number", "features", "traits", "text"),
    [
        ("kk", 2, "", {}, "екі"),
        ("ru", 2, "GEN", {"gender": "f"}, "двух"),
        ("ru", 2, "INS", {}, "двумя"),
        ("ru", 2, "", {"gender": "f"}, "две"),
        ("ru", 2, "ACC", {"animate": ""}, "двух"),
        ("ru", 1, "ACC", {"gender": "f"}, "одну"),
        ("ru", 40, "DAT", {}, "сорока"),
        ("en", 2, "", {}, "two"),
        ("pt", 2, "", {"gender": "f"}, "duas"),
        ("pt", 2, "", {"gender": "m"}, "dois"),
        ("pt", 14, "", {}, "catorze"),
        ("ru", 23, "GEN", {}, "23"),
        ("en", 1240, "", {}, "1,240"),
    ],
)
def test_a_number_in_words(tag: str, number: int, features: str, traits: dict[str, str], text: str) -> None:
    assert load(tag).cardinal(number, features, traits).text == text


@pytest.mark.parametrize(
    ("tag", "number", "noun", "features", "text"),
    [
        ("ru", 2, "круглый стол", "", "два круглых стола"),
        ("ru", 2, "круглый стол", "GEN", "двух круглых столов"),
        ("ru", 2, "рабочая поездка", "", "две рабочие поездки"),
        ("ru", 2, "рабочая поездка", "INS", "двумя рабочими поездками"),
        ("ru", 5, "круглый стол", "", "пять круглых столов"),
        ("ru", 1, "рабочая поездка", "ACC", "одну рабочую поездку"),
        ("ru", 2, "министр", "ACC", "двух министров"),
        ("ru", 21, "участник", "", "21 участник"),
        ("ru", 22, "участник", "", "22 участника"),
        ("ru", 112, "участник", "", "112 участников"),
        ("ru", 200, "участник", "INS", "200 участниками"),
        ("en", 2, "round table", "", "two round tables"),
        ("en", 1, "round table", "", "one round table"),
        ("en", 3, "memorandum of understanding", "", "three memoranda of understanding"),
        ("en", 200, "company", "", "200 companies"),
        ("pt", 2, "mesa-redonda", "", "duas mesas-redondas"),
        ("pt", 2, "acordo bilateral", "", "dois acordos bilaterais"),
        ("pt", 3, "reunião de trabalho", "", "três reuniões de trabalho"),
        ("kk", 2, "дөңгелек үстел", "", "екі дөңгелек үстел"),
    ],
)
def test_a_number_with_its_noun(tag: str, number: int, noun: str, features: str, text: str) -> None:
    assert load(tag).counted(number, noun, features).text == text


def test_a_count_may_stay_in_figures() -> None:
    assert load("ru").counted(2, "стол", in_figures=True).text == "2 стола"


def test_a_guessed_noun_makes_the_whole_count_a_guess() -> None:
    assert load("ru").counted(2, "мурзубль").guessed


@pytest.mark.parametrize(
    ("preposition", "word", "text"),
    [
        ("в", "Францию", "во"),
        ("в", "Вьетнаме", "во"),
        ("в", "Астане", "в"),
        ("в", "Вене", "в"),
        ("с", "странами", "со"),
        ("с", "Словакией", "со"),
        ("с", "Сербией", "с"),
        ("с", "«Шри-Ланкой»", "со"),
        ("о", "итогах", "об"),
        ("О", "Азии", "Об"),
        ("о", "Евросоюзе", "о"),
        ("о", "Японии", "о"),
        ("по", "Азии", "по"),
    ],
)
def test_a_russian_preposition_suits_the_next_word(preposition: str, word: str, text: str) -> None:
    assert load("ru").preposition(preposition, word) == text


def test_a_verb_in_the_past_agrees_with_the_person() -> None:
    assert load("ru").agree("посетил", "посетила", "f") == "посетила"
    assert load("ru").agree("посетил", "посетила", "m") == "посетил"


def _folder(tmp_path: Path, tag: str, old: str, new: str) -> Path:
    folder = tmp_path / tag
    shutil.copytree(resources(tag), folder)
    path = folder / "language.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('locale = "en-GB"', 'locale = "en-GB"\ncolour = "red"', r"language\.toml:3:1: The key “colour”.*not known"),
        ("clock =", "klock =", r"The key “klock” in \[time\] is not known"),
        ('locale = "en-GB"', "locale = 7", "must be a text"),
        ("group_from = 1000", 'group_from = "1000"', "must be a whole number"),
        ('locale = "en-GB"', "", "keys are missing at the top: .*locale|missing at the top: locale"),
        ('inflection = "english"', 'inflection = "magic"', "inflection is one of"),
        ('tag = "en"', 'tag = "xx"', "not the folder's name"),
        ('"January", ', "", "11 names, not twelve"),
        ('outer = ["“", "”"]', 'outer = ["“"]', "an opening and a closing mark"),
        ('outer = ["“", "”"]', 'outer = "“”"', "list of texts"),
        ("[time]", "[time", "not valid TOML"),
    ],
)
def test_a_language_file_with_a_fault_names_file_and_key(tmp_path: Path, old: str, new: str, sentence: str) -> None:
    folder = _folder(tmp_path, "en", old, new)

    with pytest.raises(TableError, match=sentence):
        read(folder / "language.toml")


def test_a_language_file_that_is_not_there_or_not_utf8_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DataMissingError):
        read(tmp_path / "language.toml")
    (tmp_path / "language.toml").write_bytes(b"\xff")
    with pytest.raises(TableError, match="UTF-8"):
        read(tmp_path / "language.toml")


def test_another_folder_makes_another_language_without_python(tmp_path: Path) -> None:
    folder = _folder(tmp_path, "en", 'and = " and "', 'and = " & "')

    assert load_folder(folder).join(["a", "b"]) == [" & "]
