"""Dates that the calendar does not know are told, in four languages; dates that it knows are not."""

import datetime as dt

import pytest

from pressdesk.model.findings import Severity
from pressdesk.proof.agreement.calendar import findings
from pressdesk.proof.agreement.versions import of_paragraphs

DATED = dt.date(2026, 11, 24)  # a Tuesday


def told(language: str, text: str, dated: dt.date | None = DATED):
    pieces = of_paragraphs(language, "", [(None, text)]).pieces
    return findings(pieces, language, "kk", dated, dt.date(2026, 11, 25))


@pytest.mark.parametrize(
    ("language", "text", "shown"),
    [
        ("kk", "Кездесу 31 қарашада өтті.", "31 қарашада"),
        ("ru", "Встреча прошла 31 ноября.", "31 ноября"),
        ("en", "The meeting was held on 30 February.", "30 February"),
        ("pt", "A reunião realizou-se a 31 de abril.", "31 de abril"),
        ("kk", "Күні: 24.13.2026.", "24.13.2026"),
        ("en", "It was held on 29 February 2026.", "29 February 2026"),
        ("ru", "Сроки: 28–31 сентября.", "28–31 сентября"),
    ],
)
def test_a_day_that_no_month_has_is_an_error(language, text, shown):
    found = told(language, text)
    assert [(f.text, f.rule, f.severity) for f in found] == [(shown, "agreement.no-such-day", Severity.ERROR)]
    assert found[0].span.of(text) == shown


@pytest.mark.parametrize(
    ("language", "text", "shown"),
    [
        ("kk", "Брифинг дүйсенбі күні, 24 қарашада өтеді.", "дүйсенбі"),
        ("kk", "Брифинг 24 қараша, жұма күні өтеді.", "жұма"),
        ("ru", "Брифинг пройдёт в среду, 24 ноября.", "среду"),
        ("ru", "Брифинг пройдёт 24 ноября (среда).", "среда"),
        ("en", "The briefing takes place on Monday, 24 November 2026.", "Monday"),
        ("en", "The briefing takes place on Wednesday the 24th of November.", "Wednesday"),
        ("pt", "O briefing realiza-se na segunda-feira, dia 24 de novembro.", "segunda-feira"),
    ],
)
def test_a_day_of_the_week_that_is_not_its_dates_is_an_error(language, text, shown):
    found = told(language, text)
    assert [(f.text, f.rule, f.message) for f in found] == [(shown, "agreement.weekday", "24.11.2026 – сейсенбі")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "Брифинг сейсенбі күні, 24 қарашада өтеді."),
        ("ru", "Брифинг пройдёт во вторник, 24 ноября."),
        ("en", "Tuesday, 24 November 2026"),
        ("pt", "na terça-feira, 24 de novembro"),
        ("en", "It is closed on Monday. On 24 November it opens."),
        ("kk", "дүйсенбі – жұма: 9:00–13:00, 24 қарашадан бастап"),
        ("ru", "29 февраля 2028 года"),
        ("kk", "29 ақпан күні"),
        ("en", "11/24/2026"),
        ("kk", "1991 жылғы 16 желтоқсан"),
        ("ru", "к 2050 году"),
    ],
)
def test_what_the_calendar_knows_is_left_alone(language, text):
    assert told(language, text) == []


def test_a_date_without_a_year_is_of_the_year_nearest_to_the_texts_date():
    assert told("kk", "Жексенбі, 4 қаңтарда", dt.date(2025, 12, 22)) == []
    assert [f.message for f in told("kk", "Жексенбі, 4 қаңтарда", dt.date(2025, 1, 5))] == ["04.01.2025 – сенбі"]


def test_a_text_of_no_date_takes_the_only_year_that_it_names_and_judges_nothing_without_one():
    assert told("ru", "В среду, 24 ноября, пройдёт встреча.", None) == []
    assert len(told("ru", "В среду, 24 ноября, пройдёт встреча. План на 2026 год.", None)) == 1
    assert told("ru", "В среду, 24 ноября, пройдёт встреча. План на 2026 и 2027 год.", None) == []


def test_a_year_far_ahead_is_a_warning_and_a_goal_far_ahead_is_none():
    found = told("kk", "Келісім 2062 жылғы 24 қарашада күшіне енеді.")
    assert [(f.text, f.severity) for f in found] == [("2062 жылғы 24 қарашада", Severity.WARNING)]
    assert told("kk", "2060 жылға қарай көміртегі бейтараптығы") == []


def test_spans_of_a_text_of_several_lines_count_from_its_start():
    text = "Тақырып\n\nКездесу 31 қарашада өтті."
    assert [f.span.of(text) for f in told("kk", text)] == ["31 қарашада"]
