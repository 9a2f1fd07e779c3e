"""Which spelling findings are only names."""

import pytest

from pressdesk.proof.languagetool.known import Known

NAMES = {"Касым-Жомарт Токаев", "Домингушом Брагансой", "Guimarães", "Zhanat Nurtleu", "қазы", "O'Neill", "Нұр-Сұлтан"}


@pytest.mark.parametrize(
    "text",
    [
        "Брагансой",
        "Домингушом Брагансой",
        "Касым-Жомарт",
        "Жомарт",
        "КАСЫМ-ЖОМАРТ ТОКАЕВ",
        "Guimarães",
        "Nurtleu’s",
        "Nurtleu's",
        "«Токаев»",
        "O’Neill",
        "Қазы",
        "Нұр-Сұлтан",
        "Guimara\u0303es",
        "Токаев 2025",
        "Касым-Токаев",
    ],
)
def test_a_known_word_is_covered(text: str) -> None:
    assert Known(NAMES).covers(text)


@pytest.mark.parametrize(
    "text", ["браганса", "токаев", "Брагансою", "Nurtle", "", "…", "2025", "Домингушом Соузой", "Токаев-Брагансу"]
)
def test_another_word_is_not(text: str) -> None:
    assert not Known(NAMES).covers(text)


def test_nothing_is_known_without_names() -> None:
    assert not Known(()).covers("Astana")
