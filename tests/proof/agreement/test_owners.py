"""Whose minister: two countries that change places, both named in both versions."""

from tests.proof.agreement.texts import rules

TEXT = {
    "kk": "Испанияның Сыртқы істер министрі мамырда Қазақстанға ресми сапармен барады.",
    "ru": "Министр иностранных дел Испании в мае посетит Казахстан с официальным визитом.",
    "en": "The Minister of Foreign Affairs of Spain will pay an official visit to Kazakhstan in May.",
    "pt": "O Ministro dos Negócios Estrangeiros de Espanha realiza em maio uma visita oficial ao Cazaquistão.",
}
TURNED = {
    "kk": "Қазақстанның Сыртқы істер министрі мамырда Испанияға ресми сапармен барады.",
    "ru": "Министр иностранных дел Казахстана в мае посетит Испанию с официальным визитом.",
    "en": "The Minister of Foreign Affairs of Kazakhstan will pay an official visit to Spain in May.",
    "pt": "O Ministro dos Negócios Estrangeiros do Cazaquistão realiza em maio uma visita oficial a Espanha.",
}


def test_a_minister_of_another_country_is_told_in_every_pair_and_what_agrees_is_not() -> None:
    for tag in TEXT:
        for other in TEXT:
            if tag != other:
                assert rules({tag: TEXT[tag], other: TEXT[other]}) == []
                found = rules({tag: TEXT[tag], other: TURNED[other]})
                assert [(language, rule) for language, rule, _ in found] == [(tag, "name"), (other, "name")]


def test_of_four_the_one_that_stands_alone_is_told() -> None:
    assert rules(TEXT | {"ru": TURNED["ru"]}) == [("ru", "name", "Казахстана")]


def test_where_an_ambassador_works_and_whose_region_it_is_are_not_whose_post_it_is() -> None:
    kk = "Қазақстанның Португалияның солтүстігіндегі Құрметті консулы келді."
    ru = "Прибыл Почётный консул Казахстана на севере Португалии."
    assert rules({"kk": kk, "ru": ru}) == []
    en = "The Ambassador to Portugal spoke of Kazakhstan."
    assert rules({"en": en, "ru": "Посол Казахстана в Португалии выступил с речью."}) == []
