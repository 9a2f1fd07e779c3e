"""Kazakh spelling: what is let through, what is marked, and what is proposed."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from pressdesk.data import resources
from pressdesk.grammar.explain import Explainer
from pressdesk.grammar.grammar import Grammar
from pressdesk.grammar.names import NameForms
from pressdesk.grammar.refusal import Why
from pressdesk.grammar.table import read_table
from pressdesk.model.findings import Severity
from pressdesk.model.release import Block, BlockKind, Release
from pressdesk.proof.spelling import Speller, SpellingProofer
from pressdesk.text.spans import Span

# the press service of the Kazakh foreign ministry, 22 December 2025
RELEASE = Path(__file__).parent / "data" / "release-kk-2025-12-22.txt"
NAMES: list[tuple[str, dict[str, str]]] = [
    ("Рикарду Араужу", {"harmony": "back"}),
    ("Рауль Фангейру", {"harmony": "back"}),
    ("Жан Ғалиев", {}),
    ("Гимарайнш", {"harmony": "front"}),
    ("Қасым-Жомарт Тоқаев", {}),
    ("Жил Виейра", {}),
]


@pytest.fixture(scope="module")
def grammar() -> Grammar:
    return Grammar.load(resources("kk"))


@pytest.fixture(scope="module")
def speller(grammar: Grammar) -> Speller:
    return Speller(grammar)


@pytest.fixture(scope="module")
def names(grammar: Grammar) -> NameForms:
    return NameForms.of(grammar, NAMES)


@pytest.mark.parametrize(
    "word",
    [
        "мәселелеріне", "оқытылмайтындығын", "қазақстандық", "Қазақстандағы", "ҚАЗАҚСТАН", "көлік-логистикалық",
        "ҚР-ның", "БҰҰ-ға", "АҚШ-тың", "70%-ын", "30%-ке", "2026-жылы", "34-отырысына", "19-ға", "5-і", "17:30-да",
        "«Самұрық»-тың", "Lamerinho", "Lamerinho-ның", "COVID-19", "Айгүл", "Жұмабекұлына", "а", "бір-бірімен",
    ],
)  # fmt: skip
def test_words_of_press_prose_are_accepted(speller: Speller, word: str) -> None:
    assert speller.accepts(word, NameForms.none())


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("карап", "қарап"),  # a Russian keyboard: one letter, several, and those that Russian has but not there
        ("ынтымактастыктын", "ынтымақтастықтың"),
        ("Казахстан", "Қазақстан"),
        ("мектепінде", "мектебінде"),  # a stem that does not voice
        ("министрдың", "министрдің"),  # wrong harmony, once and through all that follows
        ("қалалердегі", "қалалардағы"),
        ("мектепдің", "мектептің"),  # wrong assimilation
        ("ынтымқатастық", "ынтымақтастық"),  # swapped, doubled, lost, beside
        ("ұйымдастырру", "ұйымдастыру"),
        ("келіссөздр", "келіссөздер"),
        ("министрлшгі", "министрлігі"),
        ("оқуйды", "оқиды"),  # a seam
        ("сондайақ", "сондай-ақ"),  # hyphens and spaces
        ("бірбіріне", "бір-біріне"),
        ("министр-лігі", "министрлігі"),
        ("еліміздіңпрезиденті", "еліміздің президенті"),
        ("әлеуметтік-экономикалык", "әлеуметтік-экономикалық"),
        ("әлеуметтк-экономикалык", "әлеуметтік-экономикалық"),
        ("келіссөздрдин", "келіссөздердің"),  # two slips
        ("сондайак", "сондай-ақ"),
        ("микроқарржылық", "микроқаржылық"),  # behind a first part
    ],
)
def test_a_misspelling_is_marked_and_the_word_meant_comes_first(speller: Speller, word: str, meant: str) -> None:
    assert not speller.accepts(word, NameForms.none())
    assert speller.suggest(word, NameForms.none())[0].text == meant


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("қазақстан", "Қазақстан"),
        ("қазакстанда", "Қазақстанда"),
        ("ҚАЗАКСТАН", "ҚАЗАҚСТАН"),
        ("Карап", "Қарап"),
        ("МЕктеп", "Мектеп"),
        ("мЕктеп", "Мектеп"),
        ("мемлЕкет", "мемлекет"),
        ("еМлекет", "Мемлекет"),
    ],
)
def test_a_suggestion_has_the_capitals_that_were_meant(speller: Speller, word: str, meant: str) -> None:
    assert not speller.accepts(word, NameForms.none())
    assert speller.suggest(word, NameForms.none())[0].text == meant


@pytest.mark.parametrize("word", ["ҚазАқпарат", "АҚШ", "МЕКТЕП", "Мектеп", "«МЕКТЕП»-тің", "бірақ"])
def test_capitals_that_names_have_are_no_slip(speller: Speller, word: str) -> None:
    assert speller.accepts(word, NameForms.none())


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("АҚШ-дың", "АҚШ-тың"),
        ("АҚШ-тын", "АҚШ-тың"),
        ("2025-шы", "2025-ші"),
        ("70%-ның", "70%-дың"),
        ("БҰҰ-га", "БҰҰ-ға"),
    ],
)
def test_an_ending_after_a_hyphen_is_written_as_its_figure_or_abbreviation_is_read(
    speller: Speller, word: str, meant: str
) -> None:
    assert speller.suggest(word, NameForms.none())[0].text == meant


@pytest.mark.parametrize("word", ["ррр", "шғцщ", "сотрудничество", "ъ" * 30, "х" * 200, "аб-вг-де-жз", "-", "12-"])
def test_nothing_is_proposed_where_nothing_is_near(speller: Speller, word: str) -> None:
    assert speller.suggest(word, NameForms.none()) == []


@pytest.mark.parametrize("word", ["бок", "жалеп", "каншык", "шошка", "көтт", "боққ"])
def test_a_coarse_word_is_never_proposed(speller: Speller, word: str) -> None:
    coarse = ("боқ", "жәлеп", "қаншық", "шошқа", "көт")

    assert not [s.text for s in speller.suggest(word, NameForms.none()) if s.text in coarse]


@pytest.mark.parametrize("word", ["ортаа", "қарады-ма", "Казакстаннын", "70%-дын", "сынып-та", "дамыды"])
def test_what_is_proposed_is_accepted_and_stands_once_and_is_not_what_was_typed(speller: Speller, word: str) -> None:
    texts = [s.text for s in speller.suggest(word, NameForms.none())]

    assert len(texts) == len(set(texts)) <= 5
    assert word not in texts
    assert all(speller.accepts(part, NameForms.none()) for text in texts for part in text.split(" "))


def test_a_common_word_comes_before_a_rare_one_and_a_likely_slip_before_an_unlikely_one(speller: Speller) -> None:
    common = [s.text for s in speller.suggest("қалжы", NameForms.none())]
    likely = [s.text for s in speller.suggest("кажет", NameForms.none())]

    assert common.index("қалды") < common.index("қалжың")
    assert likely.index("қажет") < likely.index("кадет")


def test_a_latin_look_alike_is_marked_and_the_cyrillic_word_comes_first(speller: Speller) -> None:
    word = "к\u0065\u006c\u0069сім".replace("l", "л")  # Latin e and i inside

    assert not speller.accepts(word, NameForms.none())
    assert speller.suggest(word, NameForms.none())[0].text == "келісім"


def test_a_name_needs_its_capital(speller: Speller) -> None:
    assert speller.accepts("Португалияның", NameForms.none())
    assert not speller.accepts("португалияның", NameForms.none())


@pytest.mark.parametrize("word", ["Араужудың", "Араужумен", "Араужуға", "Рикарду", "Ғалиевтің", "Гимарайнштің"])
def test_the_drafts_own_names_are_words_in_every_form(speller: Speller, names: NameForms, word: str) -> None:
    assert speller.accepts(word, names)


@pytest.mark.parametrize("word", ["Араужудің", "Араужуның", "Гимарайнштың", "Араужуге"])
def test_a_wrong_ending_on_an_own_name_is_found(speller: Speller, names: NameForms, word: str) -> None:
    assert not speller.accepts(word, names)


def test_an_unknown_name_is_marked_where_the_draft_does_not_have_it(speller: Speller) -> None:
    assert not speller.accepts("Араужудың", NameForms.none())


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("Арауждың", "Араужудың"),
        ("Араужуның", "Араужудың"),
        ("араужуға", "Араужуға"),
        ("Арауджудын", "Араужудың"),
        ("Гимарайнштың", "Гимарайнштің"),
    ],
)
def test_an_own_name_is_proposed_for_its_misspelling(speller: Speller, names: NameForms, word: str, meant: str) -> None:
    assert not speller.accepts(word, names)
    assert speller.suggest(word, names)[0].text == meant


def test_suggestions_follow_the_names_of_the_draft_that_is_asked_about(speller: Speller, names: NameForms) -> None:
    assert speller.suggest("Арауждың", names)[0].text == "Араужудың"
    assert "Араужудың" not in [s.text for s in speller.suggest("Арауждың", NameForms.none())]
    assert speller.suggest("Арауждың", names)[0].text == "Араужудың"


@pytest.mark.parametrize(
    ("text", "torn", "meant"),
    [
        ("Сыртқы істер министр лігі хабарлады.", "министр лігі", "министрлігі"),
        ("Бұл келі ссөздер туралы", "келі ссөздер", "келіссөздер"),
        ("Қазақстан Респуб ликасы", "Респуб ликасы", "Республикасы"),
    ],
)
def test_a_word_torn_by_a_space_is_one_finding_and_is_joined(
    grammar: Grammar, text: str, torn: str, meant: str
) -> None:
    (finding,) = SpellingProofer.of(grammar).text(text, NameForms.none())

    assert finding.text == torn == finding.span.of(text)
    assert meant in finding.message
    assert [s.text for s in finding.suggestions] == [meant]


def test_two_words_that_stand_apart_rightly_are_not_joined(grammar: Grammar) -> None:
    found = SpellingProofer.of(grammar).text("Бұл карап тұр, ол корді.", NameForms.none())

    assert [f.text for f in found] == ["карап", "корді"]


def test_in_a_text_of_another_language_the_later_words_get_only_a_short_look(grammar: Grammar) -> None:
    early, late = SpellingProofer.of(grammar).text("халықарлқ мемлектттер", NameForms.none(), thorough=1)
    (late_too,) = SpellingProofer.of(grammar).text("халықарлқ", NameForms.none(), thorough=0)

    assert [s.text for s in early.suggestions] == ["халықаралық"]
    assert late.text == "мемлектттер"
    assert late_too.suggestions == ()


def test_the_model_release_has_no_false_alarm_with_its_names(grammar: Grammar) -> None:
    proofer = SpellingProofer.of(grammar, "en")
    found = proofer.text(RELEASE.read_text(encoding="utf-8"), NameForms.of(grammar, NAMES))

    assert [f.text for f in found] == []


def test_a_finding_says_where_in_code_points_and_in_the_windows_language(grammar: Grammar) -> None:
    release = Release("kk", "kk-KZ", "statement", (Block("b1", BlockKind.LEAD, "🇰🇿 Бұл карап тұр."),))
    (finding,) = SpellingProofer.of(grammar, "ru").proof(release, NameForms.none())

    assert (finding.block, finding.span, finding.text, finding.rule) == ("b1", Span(7, 12), "карап", "kk.spelling")
    assert "карап" in finding.message
    assert "словаре" in finding.message
    assert finding.suggestions[0].text == "қарап"


def test_words_marked_as_foreign_are_left_alone(grammar: Grammar) -> None:
    text = "Бұл сотрудничество туралы"
    foreign = ((Span(4, 18), "ru"),)
    release = Release("kk", "kk-KZ", "statement", (Block("b1", BlockKind.LEAD, text, foreign=foreign),))

    assert SpellingProofer.of(grammar, "en").proof(release, NameForms.none()) == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("АҚШ-дың", "АҚШ-тың"),
        ("ҚР-дың", "ҚР-ның"),
        ("ЕО-бен", "ЕО-мен"),
        ("7-тан", "7-ден"),
        ("IT-дан", "IT-ден"),
        ("XIX-ге", "XIX-ға"),
        ("ЖИ-дың", "ЖИ-дің"),
        ("eGov-дан", "eGov-тан"),
    ],
)
def test_an_ending_in_the_wrong_shape_is_refused_though_a_word_is_spelt_so(
    grammar: Grammar, wrong: str, right: str
) -> None:
    speller, none = Speller(grammar), NameForms.none()

    assert (speller.accepts(wrong, none), speller.accepts(right, none)) == (False, True)
    assert right in [found.text for found in speller.suggest(wrong, none)]
    assert Explainer(grammar).tracer.readings(wrong) == []


@pytest.mark.parametrize("word", ["1-тамыз", "2-шешім", "10-сынып", "IT-мамандар", "Қазақстан-АҚШ", "2026-жылы"])
def test_a_word_after_a_figure_or_an_abbreviation_stays_a_word(grammar: Grammar, word: str) -> None:
    assert Speller(grammar).accepts(word, NameForms.none())


@pytest.mark.parametrize(
    "word", ["", "-", "«»", "\x00", "\ud800", "\u200b", "😀", "²-ге", "1,5%-қа", "5-ке-ке", "қала\udfff"]
)
def test_whatever_is_offered_may_stand_in_the_text(grammar: Grammar, word: str) -> None:
    speller, none = Speller(grammar), NameForms.none()

    offered = [found.text for found in speller.suggest(word, none)]

    assert [text for text in offered if not all(speller.accepts(part, none) for part in text.split(" "))] == []
    assert any(c.isalpha() for c in word) or offered == []


@pytest.mark.parametrize("word", ["а" * 5000, "қала" * 2000, "қ-" * 2000, "'" * 300 + "қ", "ға" * 3000])
def test_a_word_of_thousands_of_letters_is_refused_at_once_and_not_explained(grammar: Grammar, word: str) -> None:
    """Each of these took minutes, or more calls than Python allows."""
    speller, explainer = Speller(grammar), Explainer(grammar)
    refusal = explainer.refusal(word)

    assert not speller.accepts(word, NameForms.none())
    assert speller.suggest(word, NameForms.none()) == []
    assert explainer.tracer.readings(word) == []
    assert refusal is not None
    assert refusal.why is Why.UNKNOWN
    assert grammar.form(word, "GEN").text.startswith(word[:-1])


@pytest.mark.parametrize(
    "word",
    ["Кот-д’Ивуар", "\ufeffқала", "қа\u00adла", "Straße-ға", "XIX-ға", "V-ке", "70%-ке", "IT-мамандар", "qazaq", "қ"],
)
def test_what_is_accepted_has_a_reading(grammar: Grammar, word: str) -> None:
    tracer = Explainer(grammar).tracer

    assert Speller(grammar).accepts(word, NameForms.none())
    assert tracer.readings(word) or tracer.unlisted(word)


@pytest.mark.parametrize("word", ["қАЛА", "ҚАлада", "²-ге", "№-ға", "Геобақ", "«Самұрық»-дың", "қала\ud800"])
def test_what_is_refused_has_a_reason_and_no_reading(grammar: Grammar, word: str) -> None:
    explainer = Explainer(grammar)
    refusal = explainer.refusal(word)

    assert not Speller(grammar).accepts(word, NameForms.none())
    assert refusal is not None
    assert refusal.right != word
    assert refusal.why is (Why.SHIFT if word in ("қАЛА", "ҚАлада") else refusal.why)


def test_the_answer_depends_neither_on_the_order_nor_on_who_else_asks(grammar: Grammar) -> None:
    """Answers are kept, and two threads may fill the same memory."""
    rows = read_table(resources("kk", "examples", "refused.tsv"), ("refused", "instead", "source"))
    words = [word for row in rows for word in (row["refused"], row["instead"])]
    none, shared, mine = NameForms.none(), Speller(Grammar.load(resources("kk"))), Speller(grammar)
    with ThreadPoolExecutor(2) as pool:
        one = pool.submit(lambda: [shared.accepts(word, none) for word in words])
        two = pool.submit(lambda: [shared.accepts(word, none) for word in reversed(words)][::-1])
        alone = [mine.accepts(word, none) for word in words]

    assert one.result() == two.result() == alone


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("мектепі", "мектебі"),
        ("халықы", "халқы"),
        ("кітапы", "кітабы"),
        ("аймақы", "аймағы"),
        ("инвеститсия", "инвестиция"),
        ("пармалент", "парламент"),
        ("Шелгуновге", "Шелгуновқа"),
        ("Бекдуллинқа", "Бекдуллинге"),
    ],
)
def test_a_forgotten_change_a_long_loan_and_an_unlisted_surname_are_mended_first(
    speller: Speller, typed: str, meant: str
) -> None:
    assert not speller.accepts(typed, NameForms.none())
    assert speller.suggest(typed, NameForms.none())[0].text == meant


def test_a_name_that_nobody_knows_is_asked_about_within_a_sentence_and_refused_at_its_start(grammar: Grammar) -> None:
    proofer, nobody = SpellingProofer.of(grammar), NameForms.of(grammar, [])
    within = proofer.text("Елші Рауль Фангейруға алғыс айтты.", nobody)
    first = proofer.text("Фангейруға алғыс айтылды.", nobody)
    assert [(f.text, f.severity) for f in within] == [("Фангейруға", Severity.HINT)]
    assert [(f.text, f.severity) for f in first] == [("Фангейруға", Severity.ERROR)]


def test_a_known_name_with_a_slip_stays_an_error(grammar: Grammar) -> None:
    proofer, nobody = SpellingProofer.of(grammar), NameForms.of(grammar, [])
    (found,) = proofer.text("Елші кеше Қазқстанға келді.", nobody)
    assert (found.text, found.severity) == ("Қазқстанға", Severity.ERROR)


@pytest.mark.parametrize("name", ["Руй", "Кир", "Тим", "Ренату", "Телма", "Роза", "Сержиу"])
def test_a_short_foreign_name_within_a_sentence_is_at_most_a_hint(grammar: Grammar, name: str) -> None:
    found = SpellingProofer.of(grammar).text(f"Елші министр {name} туралы айтты.", NameForms.none())
    assert [f.severity for f in found if f.severity is Severity.ERROR] == []


@pytest.mark.parametrize("slip", ["Елшсі", "Нурлан", "Канат", "Парламетнің", "Астна"])
def test_a_word_that_is_likely_a_slip_is_an_error_though_it_has_a_capital(grammar: Grammar, slip: str) -> None:
    found = SpellingProofer.of(grammar).text(f"Кеше министр {slip} туралы айтты.", NameForms.none())
    assert [(f.text, f.severity) for f in found] == [(slip, Severity.ERROR)]


def test_a_dish_is_offered_as_kazakh_spells_it(grammar: Grammar) -> None:
    found = SpellingProofer.of(grammar).text("Қонақтар бешбармақ жеді.", NameForms.none())
    assert [f.suggestions[0].text for f in found] == ["бесбармақ"]


def test_a_word_that_may_be_a_name_is_offered_its_neighbours_alone(grammar: Grammar) -> None:
    text = "Елші Вила-Серена қаласына, кейін Дархн қаласына барды."
    far, near = SpellingProofer.of(grammar).text(text, NameForms.none())

    assert (far.severity, far.suggestions) == (Severity.HINT, ())
    assert "Дархан" in [s.text for s in near.suggestions]
