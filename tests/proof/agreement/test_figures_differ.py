"""Figures that versions do not agree on are told, each once, with both places; what agrees is left alone."""

import itertools
from functools import cache
from pathlib import Path

import pytest
from tests.proof.agreement.planting import planted

from pressdesk.app.samples import names, sample
from pressdesk.model.findings import Severity
from pressdesk.proof.agreement.align import rows
from pressdesk.proof.agreement.figures_differ import differences
from pressdesk.proof.agreement.found import finding
from pressdesk.proof.agreement.versions import of_paragraphs, of_release
from pressdesk.render.render import render
from pressdesk.text.messages import Messages

LANGUAGES = ("kk", "ru", "en", "pt")
QUICK = ("guimaraes", "salvania-forum", "salvania-closed", "salvania-commission", "salvania-papers")
SAMPLES = [pytest.param(name, marks=() if name in QUICK else pytest.mark.slow) for name in names()]


@cache
def versions_of(name):
    """A shipped sample's versions by language."""
    return {language: of_release(render(sample(name), language)) for language in LANGUAGES}


def told(*texts: tuple[str, str], ui: str = "kk"):
    """The findings of one-paragraph texts, (language, text) each."""
    versions = [of_paragraphs(language, "", [(f"b{n}", text)]) for n, (language, text) in enumerate(texts)]
    return [finding(difference, versions, Messages(ui)) for difference in differences(versions, rows(versions))]


def test_another_day_is_one_difference_told_in_both_of_two_versions():
    found = told(("kk", "Кездесу 22 желтоқсанда өтті."), ("ru", "Встреча прошла 20 декабря."))
    assert [(f.language, f.text, f.rule, f.severity) for f in found] == [
        ("kk", "22 желтоқсанда", "agreement.date", Severity.ERROR),
        ("ru", "20 декабря", "agreement.date", Severity.ERROR),
    ]
    assert [place.text for place in found[0].elsewhere] == ["20 декабря"]
    assert found[0].elsewhere[0].block == "b1"
    assert found[0].message == "Орысша мәтінде басқаша: 20 декабря"


def test_of_three_versions_and_more_the_one_that_stands_alone_hears_of_it():
    found = told(
        ("kk", "Кездесуге 150 адам қатысты."),
        ("ru", "Во встрече участвовали 250 человек."),
        ("en", "The meeting was attended by 150 people."),
        ("pt", "Participaram na reunião 150 pessoas."),
    )
    assert [(f.language, f.text) for f in found] == [("ru", "250")]
    assert {place.language for place in found[0].elsewhere} == {"kk", "en", "pt"}


def test_where_two_stand_against_two_all_hear_of_it():
    found = told(
        ("kk", "Сауда 12%-ға өсті."),
        ("ru", "Торговля выросла на 12 %."),
        ("en", "Trade grew by 15%."),
        ("pt", "O comércio cresceu 15 %."),
    )
    assert [f.language for f in found] == ["kk", "ru", "en", "pt"]
    assert {f.rule for f in found} == {"agreement.percent"}


def test_a_figure_that_one_version_lacks_is_told_there_at_its_sentence():
    found = told(
        ("kk", "Кездесу өтті. Іс-шараға 150 адам қатысты. Тараптар келісті."),
        ("ru", "Встреча состоялась. В ней участвовали гости. Стороны договорились."),
        ("en", "The meeting was held. It was attended by 150 people. The sides agreed."),
    )
    assert [(f.language, f.text) for f in found] == [("ru", "В ней участвовали гости.")]
    assert found[0].message == "Мұнда бұл айтылмаған. Қазақша мәтінде: 150"


def test_a_figure_that_one_version_adds_is_told_where_it_stands():
    found = told(
        ("kk", "Кездесу өтті."), ("ru", "Состоялась встреча."), ("en", "A meeting was held by 40 companies."), ui="en"
    )
    assert [(f.language, f.text, f.message) for f in found] == [("en", "40", "The Kazakh text does not say this")]


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        ("Сауда 12,5%-ға өсті.", "Торговля выросла на 12,4 %.", "percent"),
        ("Құны 85 миллион АҚШ доллары.", "Сумма 85 млн евро.", "sum"),
        ("Құны 85 миллион АҚШ доллары.", "Сумма 85 млрд долларов США.", "sum"),
        ("Брифинг сағат 15.30-да өтеді.", "Брифинг пройдёт в 15:00.", "time"),
        ("Қабылдау дүйсенбі күні.", "Приём во вторник.", "weekday"),
        ("Үш құжатқа қол қойылды.", "Подписано пять документов.", "number"),
        ("Екі құжатқа қол қойылды.", "Подписано три документа.", "number"),
        ("Ұзындығы 20 шақырым.", "Длина 20 метров.", "number"),
        ("Ондаған мың турист келді.", "Приехали сотни тысяч туристов.", "number"),
        ("Телефон: +7 7172 72 05 40.", "Телефон: +7 7172 72 05 41.", "number"),
        ("2027–2029 жылдарға арналған жоспар.", "План на 2027–2030 годы.", "date"),
        ("Сауда 12%-ға өсті.", "Торговля выросла в 12 раз.", "percent number"),
    ],
)
def test_what_differs_is_told_by_its_rule(one, other, rule):
    found = told(("kk", one), ("ru", other))
    assert {f.rule for f in found} == {f"agreement.{name}" for name in rule.split()}
    assert {f.severity for f in found} == {Severity.ERROR}
    assert {f.language for f in found} == {"kk", "ru"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Екі тарап келісті.", "Стороны договорились."),
        ("Бұл екі елдің бірі.", "Это одна из стран."),
        ("Екіжақты сауда өсті.", "Торговля выросла."),
        ("Ондаған мың турист келді.", "Приехали туристы."),
        ("Бірінші кезекте сауда талқыланды.", "В первую очередь обсудили торговлю."),
        ("2026 жылғы 24 қарашада өтті.", "Состоялось 24 ноября."),
        ("24 және 25 қарашада өтті.", "Состоялось 24–25 ноября."),
        ("Он екінші отырыс өтті.", "Состоялось 12-е заседание."),
        ("350-ден астам кәсіпорын.", "Свыше трёхсот пятидесяти предприятий."),
        ("9:00-ден 18:00-ге дейін.", "С 9.00 до 18.00."),
        ("2,5 миллион тонна.", "2 500 000 тонн."),
    ],
)
def test_what_agrees_is_left_alone(one, other):
    assert told(("kk", one), ("ru", other)) == []


def test_a_rounded_figure_is_a_warning():
    found = told(("kk", "Құны 1,5 млрд теңге."), ("ru", "Сумма 1,48 млрд тенге."))
    assert [f.severity for f in found] == [Severity.WARNING, Severity.WARNING]
    assert {f.severity for f in told(("kk", "14 адам келді."), ("ru", "Пришли 15 человек."))} == {Severity.ERROR}


def test_over_or_about_left_out_is_a_hint():
    found = told(("kk", "Іс-шараға 150-ден астам адам қатысты."), ("ru", "Участвовали 150 человек."))
    assert [(f.language, f.text, f.severity) for f in found] == [
        ("kk", "150-ден астам", Severity.HINT),
        ("ru", "150", Severity.HINT),
    ]


@pytest.mark.parametrize(
    ("one", "other", "put"),
    [
        ("Кездесу 22 желтоқсанда өтті.", "Встреча прошла 20 декабря.", ("20 желтоқсанда", "22 декабря")),
        ("Сауда 12,5%-ға өсті.", "Торговля выросла на 14 %.", ("14%-ға", "12,5 %")),
        (
            "Құны 85 миллион АҚШ доллары.",
            "Сумма 58 млн долларов США.",
            ("58 миллион АҚШ доллары", "85 млн долларов США"),
        ),
        ("2500 адам келді.", "Пришли 3500 человек.", ("3\u00a0500", "2\u00a0500")),
        ("350-ден астам адам.", "Свыше 450 человек.", (None, "Свыше 350")),
        ("Үш құжатқа қол қойылды.", "Подписано 5 документов.", (None, "3")),
        ("12-отырысы өтті.", "Прошло 13-е заседание.", (None, None)),
        ("Кездесу 22 желтоқсанда өтті.", "Встреча прошла 22 ноября.", (None, None)),
    ],
)
def test_the_other_figure_is_offered_where_its_digits_alone_do(one, other, put):
    found = told(("kk", one), ("ru", other))
    offered = tuple(f.suggestions[0].text if f.suggestions else None for f in found)
    assert offered == put


def test_versions_in_languages_of_which_no_table_knows_are_compared_in_digits():
    found = told(("de", "Es kamen 150 Gäste."), ("ru", "Пришли 250 гостей."))
    assert [(f.language, f.text) for f in found] == [("de", "150"), ("ru", "250")]


def test_a_figure_that_moved_to_the_next_paragraph_is_no_difference():
    kazakh = of_paragraphs("kk", "", [(None, "Кездесу өтті. Оған 150 адам қатысты.\nТараптар сауданы талқылады.")])
    russian = of_paragraphs("ru", "", [(None, "Встреча прошла.\nСтороны обсудили торговлю. Участвовали 150 человек.")])
    assert differences([kazakh, russian], rows([kazakh, russian])) == []


@pytest.mark.parametrize("name", SAMPLES)
def test_a_shipped_sample_agrees_in_every_pair_of_languages(name):
    versions = versions_of(name)
    for some in (*itertools.combinations(LANGUAGES, 2), LANGUAGES):
        compared = [versions[language] for language in some]
        assert differences(compared, rows(compared)) == [], some


@pytest.mark.parametrize("name", SAMPLES)
def test_every_figure_changed_in_one_version_of_a_sample_is_found_there(name):
    versions = versions_of(name)
    for language, other in itertools.permutations(LANGUAGES, 2):
        for changed, was, now in planted(versions[language]):
            compared = [changed, versions[other]]
            found = differences(compared, rows(compared))
            assert any(difference.version == 0 for difference in found), (language, other, was, now)


def test_an_empty_version_and_a_version_alone_have_no_figures_that_differ():
    alone = of_paragraphs("kk", "", [(None, "Іс-шараға 150 адам қатысты.")])
    assert differences([alone], rows([alone])) == []


@cache
def translated(name):
    """Versions of a release that four people might have written, each in their own way; by language."""
    folder = Path(__file__).parent / "data" / "parallel" / name
    texts = {language: (folder / f"{language}.txt").read_text(encoding="utf-8") for language in LANGUAGES}
    return {language: of_paragraphs(language, f"{language}.txt", [(None, text)]) for language, text in texts.items()}


@pytest.mark.parametrize("name", ["forum", "notice", "session"])
def test_translations_that_say_the_same_in_other_words_agree(name):
    versions = translated(name)
    for some in (*itertools.combinations(LANGUAGES, 2), LANGUAGES):
        compared = [versions[language] for language in some]
        assert differences(compared, rows(compared)) == [], some


@pytest.mark.parametrize("name", ["forum", "notice", "session"])
def test_figures_changed_in_one_translation_are_found_there_nearly_all(name):
    versions = translated(name)
    found = tried = 0
    for language, other in itertools.permutations(LANGUAGES, 2):
        for changed, _, _ in planted(versions[language]):
            compared = [changed, versions[other]]
            tried += 1
            found += any(difference.version == 0 for difference in differences(compared, rows(compared)))
    assert tried > 200
    assert found >= 0.99 * tried


def test_a_figure_of_another_file_is_told_with_its_file():
    versions = list(translated("notice").values())[:2]
    changed = next(version for version, was, _ in planted(versions[0]) if was == "45")
    found = [finding(difference, [changed, versions[1]], Messages("kk")) for difference in differences(
        [changed, versions[1]], rows([changed, versions[1]]))]  # fmt: skip
    assert [place.source for f in found for place in f.elsewhere] == ["ru.txt", "kk.txt"]


@pytest.mark.parametrize("kazakh", ["400 млрд доллардан асқанын айтты", "400 млрд доллардан асқан"])
def test_a_sum_that_is_over_so_much_agrees_in_whatever_form_the_verb_stands(kazakh):
    assert told(("kk", f"Елші инвестиция {kazakh}."), ("ru", "Инвестиции превысили 400 млрд долларов.")) == []
