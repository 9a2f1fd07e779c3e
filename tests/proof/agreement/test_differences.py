"""What versions say otherwise, and what is no difference: names, posts, topics, quotations, paragraphs, roles."""

import dataclasses
from pathlib import Path

import pytest
from tests.proof.agreement.texts import ALL, compared, rules, version

from pressdesk.app.samples import sample
from pressdesk.model.facts import Person
from pressdesk.model.findings import Kind, Severity
from pressdesk.proof.agreement.versions import of_release
from pressdesk.render.render import render
from pressdesk.text.spans import Span

LEAD = {
    "kk": "Қазақстанның Португалиядағы Елшісі Дана Ысқақова 5 мамырда Брагаға барды, деп хабарлады баспасөз қызметі.",
    "ru": "Посол Казахстана в Португалии Дана Искакова посетила 5 мая Брагу, сообщила пресс-служба.",
    "en": "The Ambassador of Kazakhstan to Portugal, Dana Iskakova, visited Braga on 5 May, the press service reports.",
    "pt": "A Embaixadora do Cazaquistão em Portugal, Dana Iskakova, foi a Braga a 5 de maio, diz o serviço de imprensa",
}


def but(**changed: tuple[str, str]) -> dict[str, str]:
    """The lead in four languages, with some words put otherwise in some of them."""
    texts = dict(LEAD)
    for tag, (was, now) in changed.items():
        assert was in texts[tag]
        texts[tag] = texts[tag].replace(was, now)
    return texts


def test_versions_that_agree_are_silent_all_and_in_pairs() -> None:
    assert rules(LEAD) == []
    for one in LEAD:
        for other in LEAD:
            assert one == other or rules({one: LEAD[one], other: LEAD[other]}) == []


def test_one_text_alone_and_an_empty_one_have_nothing_to_agree_with() -> None:
    assert rules({"kk": LEAD["kk"]}) == []
    assert rules({"kk": LEAD["kk"], "ru": ""}) == []


@pytest.mark.parametrize(
    ("tag", "was", "now", "rule", "marked"),
    [
        ("ru", "Искакова", "Исабаева", "name", "Дана Исабаева"),
        ("en", "Portugal", "Spain", "name", "Spain"),
        ("pt", "Embaixadora", "Cônsul", "post", "Cônsul"),
        ("kk", "Елшісі", "Бас консулы", "post", "Бас консулы"),
        ("en", "5 May", "6 May", "date", "6 May"),
    ],
)
def test_of_four_the_one_that_stands_alone_is_told(tag: str, was: str, now: str, rule: str, marked: str) -> None:
    found = rules(but(**{tag: (was, now)}))

    assert (tag, rule, marked) in found
    assert {language for language, *_ in found} == {tag}


def test_of_two_both_are_told_and_each_names_the_other_place() -> None:
    both = {"kk": LEAD["kk"], "ru": LEAD["ru"].replace("Посол", "Консул")}

    one, other = compared(both)

    assert (one.language, one.text, other.language, other.text) == ("kk", "Елшісі", "ru", "Консул")
    (place,) = one.elsewhere
    assert (place.language, place.source, place.text) == ("ru", "ru.txt", "Консул")
    assert place.span == other.span == Span(0, 6)
    assert (one.kind, one.severity, one.proofer) == (Kind.FACTS, Severity.ERROR, "agreement")


def test_spans_count_code_points_from_the_start_of_a_file() -> None:
    texts = {"kk": "😀 Тақырып\n" + LEAD["kk"], "ru": "😀 Заголовок\n" + LEAD["ru"].replace("Посол", "Консул")}

    for finding in compared(texts):
        text = texts[finding.language]
        assert finding.span.of(text) == finding.text
        assert all(place.span.of(texts[place.language]) == place.text for place in finding.elsewhere)


def test_the_message_is_in_the_language_of_the_window_and_names_the_other_text() -> None:
    versions = [version("kk", LEAD["kk"]), version("ru", LEAD["ru"].replace("Посол", "Консул"))]

    said = {ui: ALL.findings(versions, ui)[0].message for ui in ("kk", "ru", "en")}

    assert said["kk"] == "Орысша мәтінде басқа лауазым тұр: Консул"
    assert said["ru"] == "В русском тексте другая должность: Консул"
    assert said["en"] == "The Russian text has another post: Консул"


def test_a_name_is_one_in_all_its_spellings_and_cases() -> None:
    assert rules({
        "kk": "Кеше Жуан Нунеш пен Ғалымжан Әбеновтің кездесуі өтті.",
        "pt": "João Nunes e Galymzhan Abenov reuniram-se ontem.",
    }) == []  # fmt: skip


def test_a_latin_name_in_two_spellings_is_told_where_the_letters_are_the_same() -> None:
    found = rules({"en": "We saw the plant of Lamerinho there.", "pt": "Visitámos ali a fábrica Lameirinho."})

    assert ("en", "name", "Lamerinho") in found
    assert rules({"en": "It is the Ocean Institute.", "pt": "É o Instituto do Oceano."}) == []


def test_money_and_parts_of_the_world_are_no_countries() -> None:
    assert rules({"kk": "Көлемі 5 млн АҚШ доллары болды.", "en": "The volume was $5 million."}) == []


def test_a_title_in_quotation_marks_is_translated_and_neither_name_nor_quotation() -> None:
    assert rules({
        "ru": "Подписана программа «Зелёный мост Великой степи».",
        "en": "The “Green Bridge of the Great Steppe” programme was signed.",
    }) == []  # fmt: skip


def test_a_list_that_lacks_a_topic_is_told_with_both_counts() -> None:
    texts = {
        "kk": "Тараптар сауда, энергетика, туризм және білім беру мәселелерін талқылады.",
        "ru": "Стороны обсудили торговлю, энергетику и образование.",
    }

    (finding,) = compared(texts)

    assert (finding.rule, finding.language) == ("agreement.topic", "ru")
    assert "3" in finding.message
    assert "4" in finding.message
    assert finding.elsewhere[0].text == "туризм"


def test_a_topic_by_a_word_that_no_table_knows_is_not_missed() -> None:
    assert rules({
        "kk": "Тараптар сауда, энергетика, туризм және білім беру мәселелерін талқылады.",
        "ru": "Стороны обсудили торговлю, энергетику, путешествия и образование.",
    }) == []  # fmt: skip


def test_a_misspelt_topic_is_left_to_the_spell_check_and_not_called_missing() -> None:
    others = {
        "ru": "Стороны обсудили промышленность, науку, технологии и туризм.",
        "en": "They discussed industry, science, technology and tourism.",
    }
    kk = "Тараптар өнеркәсіп, {} және туризм мәселелерін талқылады."

    assert rules({**others, "kk": kk.format("ғылым, технология")}) == []
    assert rules({**others, "kk": kk.format("гылым-технология")}) == []
    assert [rule for _, rule, _ in rules({**others, "kk": kk.format("технология")})] == ["topic"]


def test_topics_in_another_order_are_told_but_not_two_adjectives_of_one_noun() -> None:
    kk = "Тараптар сауда, энергетика және туризм мәселелерін талқылады."
    assert ("ru", "order", "энергетику, торговлю и туризм") in rules({
        "kk": kk, "ru": "Стороны обсудили энергетику, торговлю и туризм.",
    })  # fmt: skip
    assert rules({
        "en": "They discussed trade and economic cooperation, transport and tourism.",
        "pt": "Debateram a cooperação económica e comercial, os transportes e o turismo.",
    }) == []  # fmt: skip


def test_people_in_another_order_are_told() -> None:
    ru = "Приняли участие министр торговли Айдос Кенжебеков, посол Рита Монтейру и ректор Бруно Лопеш."
    en = "The event was attended by Ambassador Rita Monteiro, Trade Minister Aidos Kenzhebekov and Rector Bruno Lopes."
    same = (
        "The event was attended by Trade Minister Aidos Kenzhebekov, Ambassador Rita Monteiro and Rector Bruno Lopes."
    )

    assert "order" in {rule for _, rule, _ in rules({"ru": ru, "en": en})}
    assert rules({"ru": ru, "en": same}) == []


def test_words_of_somebody_must_stand_in_each_version() -> None:
    kk = "Тараптар келісті.\n«Біз бұл күнді ұзақ күттік», – деді Д. Ысқақова.\nКелесі кездесу күзде өтеді."
    ru = "Стороны договорились.\nМы долго ждали этого дня.\nСледующая встреча пройдёт осенью."

    found = compared({"kk": kk, "ru": ru})

    assert {(f.language, f.rule) for f in found} >= {("kk", "agreement.quote"), ("ru", "agreement.quote")}


def test_a_paragraph_that_one_version_lacks_is_told_at_the_one_before() -> None:
    draft = sample("vila-serena")
    texts = {tag: "\n".join(_paragraphs(draft, tag)) for tag in ("kk", "ru", "en")}
    gone = _paragraphs(draft, "ru")
    del gone[5]
    texts["ru"] = "\n".join(gone)

    found = [f for f in compared(texts) if f.rule == "agreement.paragraph"]

    assert [(f.language, f.text) for f in found] == [("ru", gone[4])]
    assert {place.language for place in found[0].elsewhere} == {"kk", "en"}


def test_a_paragraph_that_stands_twice_is_told() -> None:
    twice = LEAD["ru"] + "\n" + LEAD["ru"]

    assert ("ru", "paragraph", LEAD["ru"]) in rules({"kk": LEAD["kk"], "ru": twice})


def test_a_version_that_does_not_say_who_reports_is_told() -> None:
    silent = but(pt=(", diz o serviço de imprensa", ""))

    assert [(language, rule) for language, rule, _ in rules(silent)] == [("pt", "paragraph")]


def test_organised_and_assisted_are_not_the_same_in_the_model_release() -> None:
    draft = sample("guimaraes")
    kk = "\n".join(_paragraphs(draft, "kk"))
    ru = "\n".join(_paragraphs(draft, "ru"))

    assert rules({"kk": kk, "ru": ru}) == []
    assert rules({"kk": kk, "ru": ru.replace("По инициативе Почётного", "При содействии Почётного")}) == [
        ("kk", "role", "ұйымдастыруымен"),
        ("ru", "role", "При содействии"),
    ]


def test_the_real_release_is_told_that_its_russian_says_assisted_and_nothing_else_of_its_text() -> None:
    kk = (Path(__file__).parents[1] / "data" / "release-kk-2025-12-22.txt").read_text(encoding="utf-8")
    draft = sample("guimaraes")
    texts = {"kk": kk, **{tag: "\n".join(_paragraphs(draft, tag)) for tag in ("ru", "en", "pt")}}
    texts["ru"] = texts["ru"].replace("По инициативе Почётного", "При содействии Почётного")

    assert [row for row in rules(texts) if row[2] != "2025-12-22"] == [("ru", "role", "При содействии")]
    assert ("kk", "role", "ұйымдастыруымен") in rules({"kk": kk, "ru": texts["ru"]})


def test_a_fact_that_one_language_lacks_is_told_once_and_not_as_a_difference() -> None:
    draft = sample("guimaraes")
    entry = draft.register["topic.industry"]
    text = {tag: words for tag, words in entry.text.items() if tag != "ru"}
    register = {**draft.register, entry.id: dataclasses.replace(entry, text=text)}
    lacking = dataclasses.replace(draft, register=register)

    assert ALL.findings([of_release(render(lacking, tag)) for tag in ("kk", "ru", "en")], "en", lacking) == []


def test_a_rise_and_a_fall_are_told_and_both_in_one_paragraph_are_not() -> None:
    assert ("en", "role", "fell") in rules({"kk": "Сауда 5 пайызға өсті.", "en": "Trade fell by 5 per cent."})
    assert rules({
        "kk": "Экспорт өсті, ал импорт төмендеді.", "en": "Exports rose while imports fell.",
    }) == []  # fmt: skip


def test_a_name_that_the_facts_spell_otherwise_is_told_with_their_form() -> None:
    draft = sample("guimaraes")
    en = "\n".join(_paragraphs(draft, "en"))
    kk = "\n".join(_paragraphs(draft, "kk"))

    found = compared({"kk": kk, "en": en.replace("Jean Galiev", "Zhan Galiyev")}, draft)

    (finding,) = [f for f in found if f.rule == "agreement.name"]
    assert (finding.text, finding.severity, finding.suggestions[0].text) == (
        "Zhan Galiyev", Severity.WARNING, "Jean Galiev",
    )  # fmt: skip


def test_a_known_family_name_with_the_given_name_of_another_is_told() -> None:
    draft = sample("guimaraes")
    texts = {tag: "\n".join(_paragraphs(draft, tag)) for tag in ("kk", "ru")}
    texts["ru"] = texts["ru"].replace("Рауль Фангейру", "Паулу Фангейру")

    assert ("ru", "agreement.name", "Паулу Фангейру") in {(f.language, f.rule, f.text) for f in compared(texts, draft)}


def test_a_person_without_a_name_in_one_language_harms_nothing() -> None:
    draft = sample("guimaraes")
    people = (Person(id="nobody"), *draft.facts.people)

    assert compared(LEAD, draft.with_facts(dataclasses.replace(draft.facts, people=people))) == []


def _paragraphs(draft, tag):  # type: ignore[no-untyped-def]
    return [block.text for block in render(draft, tag).blocks]


def test_a_topic_that_one_of_four_adds_to_its_list_is_told_there() -> None:
    texts = {
        "kk": "Тараптар сауда, туризм, мәдениет және білім беру мәселелерін талқылады.",
        "ru": "Стороны обсудили торговлю, туризм и образование.",
        "en": "The sides discussed trade, tourism and education.",
        "pt": "As partes debateram o comércio, o turismo e a educação.",
    }

    assert rules(texts) == [("kk", "topic", "мәдениет")]
    assert rules(texts | {"kk": texts["kk"].replace(" мәдениет және", "").replace("туризм,", "туризм және")}) == []
