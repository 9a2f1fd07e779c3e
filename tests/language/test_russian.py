"""Russian: what is certain, what is a guess, what is refused."""

import subprocess
import sys

import pytest

from pressdesk.errors import FactsError
from pressdesk.language.language import load
from pressdesk.model.forms import Form, How


def form(base: str, features: str, **traits: str) -> Form:
    return load("ru").inflector.form(base, features, traits)


def test_a_stored_form_beats_every_rule() -> None:
    made = load("ru").inflector.form("Порту", "GEN", {"form:GEN": "Порто"})

    assert made == Form("Порто", How.TYPED)


def test_an_unknown_feature_is_refused_with_the_known_ones() -> None:
    with pytest.raises(FactsError, match=r"ABL.*no form of Russian.*GEN"):
        form("Брага", "ABL")


def test_two_cases_at_once_are_refused() -> None:
    with pytest.raises(FactsError, match="more than one case"):
        form("Брага", "GEN+DAT")


def test_the_nominative_is_the_base_itself() -> None:
    assert form("Почётный консул", "NOM") == Form("Почётный консул", How.RULE)


def test_only_the_last_part_of_a_korean_name_moves() -> None:
    assert form("Ким Ён Чжу", "INS", gender="m").text == "Ким Ён Чжу"
    assert form("Пан Ги Мун", "INS", gender="m").text == "Пан Ги Муном"


def test_a_family_name_that_comes_first_is_told_by_the_register() -> None:
    told = form("Орбан Виктор", "INS", gender="m", kind="person", name_order="family_first")

    assert told.text == "Орбаном Виктором"


def test_a_person_with_a_chinese_family_name_and_a_western_given_name_is_no_chinese_name() -> None:
    assert form("Ян Кубиш", "INS", gender="m").text == "Яном Кубишем"


def test_the_registers_given_and_family_names_beat_what_the_words_look_like() -> None:
    told = {"given": "Мария Ана", "family": "Павел", "gender": "f", "kind": "person"}

    assert form("Мария Ана Павел", "GEN", **told).text == "Марии Аны Павел"
    assert form("Павел Мария Ана", "GEN", **told).text == "Павел Марии Аны"


def test_parts_that_the_register_calls_indeclinable_stay() -> None:
    assert form("Жан Галиев", "INS", gender="m", given_indeclinable="").text == "Жан Галиевым"
    assert form("Жан Галиев", "INS", gender="m", family_indeclinable="").text == "Жаном Галиев"
    assert form("Жан Галиев", "INS", gender="m", indeclinable="").text == "Жан Галиев"


def test_a_womans_consonant_surname_stays_and_a_mans_moves() -> None:
    assert form("Хелена Сантуш", "GEN", gender="f").text == "Хелены Сантуш"
    assert form("Жозе Сантуш", "GEN", gender="m").text == "Жозе Сантуша"


def test_a_name_without_gender_whose_words_do_not_tell_is_a_guess() -> None:
    made = form("Сандыр Кулбе", "GEN")

    assert made.guessed
    assert "guess.person" in made.note


def test_a_vowel_that_may_fall_out_is_a_guess() -> None:
    made = form("Илья Кравец", "GEN", gender="m")

    assert made.guessed
    assert "Кравеца" in made.note


def test_a_town_in_ovo_may_stay_and_says_so() -> None:
    made = form("Ногаево", "LOC", gender="n")

    assert (made.text, made.guessed) == ("Ногаеве", True)


def test_a_foreign_family_name_in_in_is_no_russian_one() -> None:
    assert form("Чарльз Дарвин", "INS", gender="m").text == "Чарльзом Дарвином"
    assert form("Серик Жумангарин", "INS", gender="m").text == "Сериком Жумангариным"


def test_an_infinitive_has_no_case_and_the_form_is_a_guess() -> None:
    made = form("посетить Казахстан", "GEN")

    assert (made.text, made.how) == ("посетить Казахстан", How.GUESSED)


def test_a_whole_sentence_has_no_cases_and_comes_back_as_a_guess() -> None:
    made = form("Стороны подтвердили готовность", "GEN")

    assert (made.text, made.how) == ("Стороны подтвердили готовность", How.GUESSED)


def test_a_participle_after_a_comma_agrees_and_what_it_governs_stays() -> None:
    made = form("реформы, проводимые по инициативе Президента Касым-Жомарта Токаева", "INS")

    assert made.text == "реформами, проводимыми по инициативе Президента Касым-Жомарта Токаева"


def test_an_adjective_on_its_own_takes_the_gender_of_its_noun() -> None:
    assert form("казахстанский", "NOM", kind="adjective", gender="f").text == "казахстанская"
    assert form("казахстанский", "PL+GEN", kind="adjective").text == "казахстанских"
    assert form("казахстанский", "ACC", kind="adjective", gender="m").text == "казахстанский"
    assert form("казахстанский", "ACC", kind="adjective", gender="m", animate="").text == "казахстанского"
    assert form("Южная Америка", "GEN", kind="adjective").text == "Южной Америки"


def test_a_family_name_alone_without_a_gender_is_a_guess() -> None:
    assert form("Сапарова", "GEN").guessed
    assert form("Сапарова", "GEN", gender="f", kind="person") == Form("Сапаровой", How.RULE)


def test_the_spelling_without_yo_is_kept() -> None:
    assert form("Почетный консул", "GEN").text == "Почетного консула"
    assert form("Почётный консул", "GEN").text == "Почётного консула"
    assert form("Петр Врублевский", "GEN", gender="m").text == "Петра Врублевского"


def test_a_heading_in_capitals_stays_in_capitals() -> None:
    assert form("МИНИСТЕРСТВО ИНОСТРАННЫХ ДЕЛ", "GEN").text == "МИНИСТЕРСТВА ИНОСТРАННЫХ ДЕЛ"
    assert form("ЖАН ГАЛИЕВ", "INS", gender="m").text == "ЖАНОМ ГАЛИЕВЫМ"


def test_an_abbreviation_stays() -> None:
    assert form("МИД", "GEN").text == "МИД"
    assert form("ООН", "ACC") == Form("ООН", How.LEXICON)


def test_a_capitalised_noun_that_no_dictionary_has_makes_its_phrase_a_guess() -> None:
    assert form("Зарбунат молодых дипломатов", "GEN").guessed
    assert not form("цифровизация и искусственный интеллект", "GEN").guessed


def test_a_family_name_that_is_a_word_and_may_lose_its_vowel_is_a_guess() -> None:
    assert form("Иван Заяц", "GEN", gender="m").guessed


def test_a_french_family_name_in_a_stressed_vowel_stays() -> None:
    assert form("Эмиль Золя", "INS", gender="m").text == "Эмилем Золя"


def test_nouns_in_a_row_all_move_but_what_depends_on_a_noun_stays() -> None:
    assert form("наука и технологии", "GEN").text == "науки и технологий"
    assert form("министр культуры и информации", "GEN").text == "министра культуры и информации"
    assert form("инвестиции в энергетику, транспорт и туризм", "INS").text == (
        "инвестициями в энергетику, транспорт и туризм"
    )


def test_the_plural_is_made_of_the_singular() -> None:
    assert form("круглый стол", "PL").text == "круглые столы"
    assert form("Посол", "PL+DAT").text == "Послам"
    assert form("город-побратим", "PL+INS").text == "городами-побратимами"
    assert form("город-побратим", "ACC").text == "город-побратим"


def test_words_marked_by_hand_move_and_the_rest_stays() -> None:
    made = form("проректор по инновациям", "INS", marked="[проректор] по инновациям")

    assert made.text == "проректором по инновациям"


def test_marks_that_belong_to_another_phrase_are_a_guess_and_change_nothing() -> None:
    made = form("проректор", "INS", marked="[ректор]")

    assert (made.text, made.guessed) == ("проректор", True)


def test_a_title_and_a_name_typed_together_both_move() -> None:
    assert form("Посол Данияр Сейит", "DAT", gender="m").text == "Послу Данияру Сейиту"


def test_the_kind_that_the_register_gives_beats_what_the_words_look_like() -> None:
    assert form("Канат", "ACC", kind="person", gender="m").text == "Каната"
    assert form("Канат", "ACC", kind="place", gender="m").text == "Канат"


def test_pymorphy_is_not_loaded_before_a_russian_word_is_asked_for() -> None:
    code = (
        "import sys; from pressdesk.language.language import load; ru = load('ru'); en = load('en');"
        "assert 'pymorphy3' not in sys.modules and 'pytrovich' not in sys.modules;"
        "ru.inflector.form('стол', 'GEN'); assert 'pymorphy3' in sys.modules"
    )

    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
