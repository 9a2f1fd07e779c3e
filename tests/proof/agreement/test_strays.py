"""A single name that one version alone has, and what is none."""

import pytest
from tests.proof.agreement.texts import compared, rules

from pressdesk.model.findings import Severity

TEXT = {
    "kk": "Сетубалда Елші порт басшыларымен кездесті. Кездесуде логистика сөз болды.",
    "ru": "В Сетубале Посол встретился с руководством порта. На встрече говорили о логистике.",
    "en": "In Setúbal the Ambassador met the managers of the port. They spoke of logistics.",
    "pt": "Em Setúbal o Embaixador reuniu-se com a direção do porto. Falaram de logística.",
}
ADDED = [
    ("kk", "Кездесуде", "Кездесуде Смағұлдинмен", "Смағұлдинмен"),
    ("kk", "Кездесуде", "Кездесуде «Бірлік» атынан", "Бірлік"),
    ("kk", "Кездесуде", "Кездесуде Бірлік қауымдастығы атынан", "Бірлік"),
    ("ru", "На встрече говорили", "На встрече со Смагулдиным говорили", "Смагулдиным"),
    ("en", "They spoke", "They and Smaguldin spoke", "Smaguldin"),
    ("pt", "Falaram", "Falaram com Smaguldin", "Smaguldin"),
]


@pytest.mark.parametrize(("tag", "was", "now", "name"), ADDED)
def test_a_name_that_one_version_alone_has_is_a_warning_there_among_all_and_in_each_pair(
    tag: str, was: str, now: str, name: str
) -> None:
    changed = TEXT | {tag: TEXT[tag].replace(was, now)}
    (found,) = compared(changed)

    assert (found.language, found.rule, found.text) == (tag, "agreement.name", name)
    assert found.severity is Severity.WARNING
    for other in TEXT:
        if other != tag:
            assert rules({tag: changed[tag], other: TEXT[other]}) == [(tag, "name", name)]


def test_a_name_that_the_other_version_has_in_another_script_or_by_another_name_is_none() -> None:
    assert rules(TEXT) == []
    kk = TEXT["kk"].replace("Кездесуде", "Кездесуде Смағұлдинмен")
    assert rules({"kk": kk, "en": TEXT["en"].replace("They", "They and Smaguldin")}) == []
    german = {"en": "They met in Cologne again.", "ru": "Они снова встретились в Кёльне."}
    assert rules(german) == []
    translated = {"ru": "Затем открылась выставка «Великая степь».", "en": "Then “The Great Steppe” opened."}
    assert rules(translated) == []


def test_a_bodys_description_and_a_word_made_of_a_name_are_no_names() -> None:
    assert rules({"ru": "Здесь работает Генеральное консульство.", "kk": "Мұнда бас консулдық жұмыс істейді."}) == []
    assert rules({"ru": "Об этом узнало Приаралье.", "kk": "Бұл туралы Арал өңірі білді."}) == []


def test_initials_belong_to_one_name_and_a_second_person_has_their_own() -> None:
    kk = "Кездесуде А.Бейсен И.Коррейяға алғыс айтты."
    ru = "На встрече А. Бейсен поблагодарил И. Коррейю."

    assert rules({"kk": kk, "ru": ru}) == []
    assert ("ru", "name", "Ж. Абенов") in rules({"kk": kk, "ru": ru.replace("А. Бейсен", "А. Бейсен и Ж. Абенов")})
