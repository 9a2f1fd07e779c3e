"""The user's own words: a plain file that a person edits, known in all forms by every check."""

from pathlib import Path

import pytest

from pressdesk.app.own_words import OwnWords, clean, dictionary_form, forms_of
from pressdesk.app.places import Places
from pressdesk.app.proofing import Proofing
from pressdesk.app.samples import sample
from pressdesk.errors import FactsError, WordsFileError
from pressdesk.model.paths import put
from pressdesk.render.render import render


@pytest.fixture
def own(tmp_path: Path) -> OwnWords:
    return OwnWords(Places.at(tmp_path))


def test_a_word_added_is_a_line_of_a_plain_file(own: OwnWords) -> None:
    assert own.add("kk", "цифрлаш")
    assert own.add("kk", "  Тілеу   хан ")
    assert not own.add("kk", "цифрлаш")

    assert own.path("kk").read_text(encoding="utf-8") == "цифрлаш\nТілеу хан\n"
    assert own.words("kk") == ("цифрлаш", "Тілеу хан")
    assert own.words("ru") == ()


def test_what_a_person_writes_into_the_file_is_seen_at_once_and_stays(own: OwnWords) -> None:
    own.add("ru", "хакатон")
    own.path("ru").write_text("# слова отдела\n\nхакатон\r\n  айтыскер\n", encoding="utf-8-sig", newline="")

    assert own.words("ru") == ("хакатон", "айтыскер")
    assert own.remove("ru", "хакатон")
    assert not own.remove("ru", "хакатон")
    assert own.path("ru").read_text(encoding="utf-8") == "# слова отдела\n\n  айтыскер\n"


@pytest.mark.parametrize("word", ["", "  ", "12", "# ремарка", "а" * 101, "бір\nекі"])
def test_what_is_no_word_is_refused_and_nothing_is_written(own: OwnWords, word: str) -> None:
    with pytest.raises(FactsError, match="this is no word"):
        own.add("kk", word)
    assert not own.path("kk").exists()


def test_a_language_that_there_is_not_is_refused(own: OwnWords) -> None:
    with pytest.raises(FactsError, match="no such language"):
        own.words("../kk")


def test_a_file_in_another_encoding_is_told_and_left_alone(own: OwnWords) -> None:
    own.folder.mkdir(parents=True)
    own.path("kk").write_bytes("сөз".encode("utf-16"))

    with pytest.raises(WordsFileError, match=r"kk\.txt: this is no UTF-8 text"):
        own.words("kk")
    with pytest.raises(WordsFileError):
        own.add("kk", "цифрлаш")
    assert own.readable("kk")[0] == ()
    assert own.path("kk").read_bytes() == "сөз".encode("utf-16")


def test_russian_words_are_known_in_all_cases_and_names_have_no_plural() -> None:
    assert {"хакатона", "хакатоном", "хакатонов", "хакатонах"} <= set(forms_of("хакатон", "ru"))
    assert {"Хасанова", "Хасановым", "Хасанове"} <= set(forms_of("Хасанов", "ru"))
    assert "Хасановы" not in forms_of("Хасанов", "ru")
    assert forms_of("hackathon", "pt") == ("hackathon",)


def test_a_kazakh_name_in_a_case_is_kept_in_the_nominative_and_no_other_word_is_cut() -> None:
    assert dictionary_form("Тілеухановтың", "kk") == "Тілеуханов"
    assert dictionary_form("спортсмен", "kk") == "спортсмен"
    assert dictionary_form("Армен", "kk") == "Армен"
    assert dictionary_form("Хасановым", "ru") == "Хасановым"
    assert clean("е\u0308лка") == "ёлка"


def test_a_kazakh_check_knows_the_word_with_every_ending_and_no_other_word(tmp_path: Path) -> None:
    draft = sample("guimaraes")
    draft = draft.with_facts(put(draft.facts, "programme[0].topics[1]", {"kk": "цифрлаштарды дамыту, қымжыр"}))
    proofing = Proofing(Places.at(tmp_path))

    def misspelt() -> set[str]:
        found = proofing.proof(draft, render(draft, "kk")).findings
        return {f.text for f in found if f.rule == "kk.spelling"}

    try:
        assert misspelt() == {"цифрлаштарды", "қымжыр"}
        OwnWords(Places.at(tmp_path)).add("kk", "цифрлаш")
        assert misspelt() == {"қымжыр"}
    finally:
        proofing.close()


def test_a_check_says_that_the_words_could_not_be_read_and_goes_on_without_them(tmp_path: Path, own: OwnWords) -> None:
    own.folder.mkdir(parents=True)
    own.path("kk").write_bytes("сөз".encode("utf-16"))
    proofing = Proofing(Places.at(tmp_path))
    try:
        proofed = proofing.text("kk", [("p", "гылыми жұмыс")])
    finally:
        proofing.close()

    assert [finding.text for finding in proofed.findings] == ["гылыми"]
    assert [notice.proofer for notice in proofed.notices] == ["words"]
    assert "no UTF-8 text" in str(proofed.notices[0])
