"""Growth in one version and fall in another, in whatever form of the verb, figure by figure."""

import pytest
from tests.proof.agreement.texts import rules

from pressdesk.data import resources
from pressdesk.grammar.table import read_table
from pressdesk.proof.agreement.directions import words
from pressdesk.proof.agreement.lexicon import Lexicon

UP = {
    "kk": "Сауда көлемі 7%-ға өсіп, 640 млн долларға жетті.",
    "ru": "Товарооборот составил 640 млн долларов, увеличившись на 7 %.",
    "en": "Trade came to 640 million dollars, up by 7 %.",
    "pt": "As trocas chegaram a 640 milhões de dólares, tendo aumentado 7 %.",
}
DOWN = {
    "kk": "Сауда көлемі 7%-ға кеміп, 640 млн долларға жетті.",
    "ru": "Товарооборот составил 640 млн долларов, снизившись на 7 %.",
    "en": "Trade came to 640 million dollars, a drop of 7 %.",
    "pt": "As trocas chegaram a 640 milhões de dólares, tendo diminuído 7 %.",
}


@pytest.mark.parametrize("tag", UP)
@pytest.mark.parametrize("other", UP)
def test_what_grew_in_one_text_and_shrank_in_the_other_is_told_at_both_and_what_agrees_is_not(
    tag: str, other: str
) -> None:
    if tag != other:
        assert [language for language, rule, _ in rules({tag: UP[tag], other: DOWN[other]}) if rule == "role"] == [
            tag,
            other,
        ]
        assert rules({tag: UP[tag], other: UP[other]}) == rules({tag: DOWN[tag], other: DOWN[other]}) == []


def test_each_percentage_has_its_own_direction() -> None:
    kk = "Экспорт 7%-ға өсті, ал импорт 4%-ға азайды."
    ru = "Экспорт вырос на 7 %, импорт {} на 4 %."

    assert rules({"kk": kk, "ru": ru.format("снизился")}) == []
    assert rules({"kk": kk, "ru": ru.format("вырос")}) == [("kk", "role", "азайды"), ("ru", "role", "вырос")]


def test_of_four_the_one_that_stands_alone_is_told() -> None:
    assert rules(UP | {"ru": DOWN["ru"]}) == [("ru", "role", "снизившись")]


def test_another_word_for_the_same_and_a_word_of_another_sentence_are_no_difference() -> None:
    assert rules({"ru": "Экспорт прибавил 7 %.", "en": "Exports grew 7 %."}) == []
    kk, ru = "Сауда 7%-ға өсті. Баға төмендеді.", "Товарооборот вырос на 7 %. Цены упали."
    assert rules({"kk": kk, "ru": ru}) == []


def test_every_word_of_the_table_stands_in_its_example_and_has_a_meaning() -> None:
    columns = ("way", "language", "stands", "alone", "words", "example", "source")
    for row in read_table(resources("agreement", "directions.tsv"), columns, columns):
        own = Lexicon()
        for form in row["words"].split(";"):
            own.add(row["way"], row["language"], form.strip())
        assert own.scan(row["example"], row["language"]), row["example"]
        assert row["stands"] in {"before", "after", "beside"}
        assert row["alone"] in {"yes", "no"}
    assert {way for way, *_ in words()} == {"increase", "decrease"}
