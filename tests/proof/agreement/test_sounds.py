"""Names that are known again in another script."""

import pytest

from pressdesk.proof.agreement.sounds import alike


@pytest.mark.parametrize(
    ("one", "language", "other", "its"),
    [
        ("Ғалиев", "kk", "Galiyev", "en"),
        ("Жан", "kk", "Jean", "en"),
        ("Араужумен", "kk", "Araújo", "pt"),
        ("Гимарайншке", "kk", "Guimarães", "en"),
        ("Жуан", "ru", "João", "pt"),
        ("Инеш", "kk", "Inês", "pt"),
        ("Коррейе", "ru", "Correia", "en"),
        ("Салданамен", "kk", "Saldanha", "pt"),
        ("Тоқаевтың", "kk", "Токаева", "ru"),
        ("Нюгор", "ru", "Nygaard", "en"),
        ("Жил", "ru", "Gil", "pt"),
    ],
)
def test_one_name_in_two_languages_sounds_alike(one: str, language: str, other: str, its: str) -> None:
    assert alike(one, language, other, its)
    assert alike(other, its, one, language)


@pytest.mark.parametrize(
    ("one", "language", "other", "its"),
    [
        ("Сапарова", "ru", "Satpayeva", "en"),
        ("Ғалиев", "kk", "Валиев", "ru"),
        ("Салгаду", "ru", "Saldanha", "en"),
        ("Карвалью", "ru", "Correia", "en"),
        ("Teixeira", "pt", "Перейра", "ru"),
        ("Жан", "kk", "Ержан", "kk"),
    ],
)
def test_two_names_do_not_sound_alike(one: str, language: str, other: str, its: str) -> None:
    assert not alike(one, language, other, its)
