"""Who does what to whom, by case and by order: the same two people the other way round are a difference."""

import pytest
from tests.proof.agreement.texts import compared, rules

from pressdesk.data import resources
from pressdesk.grammar.table import read_table
from pressdesk.proof.agreement.lexicon import TONGUES

INVITED = {
    "kk": ("Кездесу соңында Елші мэрді Қазақстанға шақырды.", "Кездесу соңында мэр Елшіні Қазақстанға шақырды."),
    "ru": ("По итогам встречи Посол пригласил мэра в Казахстан.", "По итогам встречи мэр пригласил Посла в Казахстан."),
    "en": (
        "At the end the Ambassador invited the Mayor to Kazakhstan.",
        "The Mayor invited the Ambassador to Kazakhstan.",
    ),
    "pt": (
        "O Embaixador convidou o Presidente da Câmara a visitar o Cazaquistão.",
        "O Presidente da Câmara convidou o Embaixador a visitar o Cazaquistão.",
    ),
}
GAVE = {
    "kk": ("А. Нұрпейісов мэрге хат табыс етті.", "Мэр хатты А. Нұрпейісовке табыс етті."),
    "ru": ("А. Нурпеисов передал мэру письмо.", "Мэр передал А. Нурпеисову письмо."),
    "en": ("Mr Nurpeisov handed the Mayor a letter.", "The Mayor handed a letter to Mr Nurpeisov."),
    "pt": (
        "Askhat Nurpeisov entregou ao Presidente da Câmara uma carta.",
        "O Presidente da Câmara entregou uma carta a Askhat Nurpeisov.",
    ),
}


@pytest.mark.parametrize("texts", [INVITED, GAVE])
@pytest.mark.parametrize("tag", INVITED)
@pytest.mark.parametrize("other", INVITED)
def test_the_other_way_round_is_told_at_both_verbs_and_what_agrees_is_not(
    texts: dict[str, tuple[str, str]], tag: str, other: str
) -> None:
    if tag == other or (texts is GAVE and "pt" in (tag, other)):
        return  # «a Askhat»: a preposition that is an article too marks nobody
    found = rules({tag: texts[tag][0], other: texts[other][1]})
    assert [(language, rule) for language, rule, _ in found] == [(tag, "role"), (other, "role")]
    assert rules({tag: texts[tag][0], other: texts[other][0]}) == []
    assert rules({tag: texts[tag][1], other: texts[other][1]}) == []


def test_of_four_the_one_that_stands_alone_is_told_and_names_the_others() -> None:
    (found,) = compared({tag: both[tag == "ru"] for tag, both in INVITED.items()})

    assert (found.language, found.rule, found.text) == ("ru", "agreement.role", "пригласил")
    assert [place.text for place in found.elsewhere] == ["шақырды", "invited", "convidou"]


def test_the_passive_says_the_same_the_other_way_round() -> None:
    assert rules({"ru": INVITED["ru"][0], "en": "The Mayor was invited by the Ambassador to Kazakhstan."}) == []
    assert rules({"ru": "Мэр приглашён Послом в Казахстан.", "kk": INVITED["kk"][0]}) == []
    assert len(rules({"ru": "Посол приглашён мэром в Казахстан.", "kk": INVITED["kk"][0]})) == 2


def test_a_post_and_the_name_of_who_holds_it_are_one_person() -> None:
    ru = "Посол Казахстана в Португалии Асхат Нурпеисов пригласил мэра Андре Мартинша."
    en = "The Ambassador of Kazakhstan to Portugal, Askhat Nurpeisov, invited the Mayor, André Martins."

    assert rules({"ru": ru, "en": en}) == []
    turned = "The Mayor, André Martins, invited the Ambassador of Kazakhstan to Portugal, Askhat Nurpeisov."
    assert ("ru", "role", "пригласил") in rules({"ru": ru, "en": turned})


def test_what_is_not_certain_is_not_told() -> None:
    twice = "Мэр пригласил Посла, и Посол пригласил мэра в Казахстан."
    assert rules({"ru": twice, "en": INVITED["en"][0]}) == []
    assert rules({"ru": "Посла пригласили в мэрию.", "en": "The Ambassador invited guests."}) == []


def test_every_ending_has_a_role_and_every_deed_two_people() -> None:
    columns = ("language", "sort", "endings", "roles", "example", "source")
    for row in read_table(resources("agreement", "case_roles.tsv"), columns, columns):
        assert set(row["roles"].split()) <= {"agent", "object", "recipient", "by", "other", "owner", "away"}
    columns = ("id", "voice", "to", *TONGUES, "example", "source")
    for row in read_table(resources("agreement", "deeds.tsv"), columns, ("id", "voice", "to", "example", "source")):
        assert row["voice"] in {"active", "passive"}
        assert row["to"] in {"object", "recipient"}
