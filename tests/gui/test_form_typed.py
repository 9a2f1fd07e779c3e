"""What people type where a date, a time or a number belongs."""

import datetime as dt

import pytest

from pressdesk.gui.form.dates import month_names
from pressdesk.gui.form.typed import read_date, read_number, read_time

TODAY = dt.date(2026, 1, 10)
MONTHS = month_names()


@pytest.mark.parametrize(
    "text",
    [
        "22.12.2025",
        "22.12.25",
        "22/12/2025",
        "22-12-2025",
        "2025-12-22",
        "22 желтоқсан 2025",
        "2025 жылғы 22 желтоқсан",
        "2025 жылғы 22 желтоқсанда",
        "22 желт. 2025",
        "22 декабря 2025 года",
        "22 декабрь 2025",
        "22 дек 2025 г.",
        "December 22, 2025",
        "22nd of December 2025",
        "22 December 2025",
        "22 de dezembro de 2025",
    ],
)
def test_a_date_is_read_however_it_is_written(text: str) -> None:
    assert read_date(text, MONTHS, TODAY) == dt.date(2025, 12, 22)


@pytest.mark.parametrize(
    ("text", "month"),
    [("1 қаңтар", 1), ("1 қазан", 10), ("1 қараша", 11), ("1 мамыр", 5), ("1 маусым", 6), ("1 мая", 5), ("1 май", 5),
     ("1 марта", 3), ("1 июня", 6), ("1 июля", 7), ("1 June", 6), ("1 July", 7), ("1 March", 3), ("1 May", 5),
     ("1 de maio", 5), ("1 de março", 3)],
)  # fmt: skip
def test_months_that_look_alike_are_told_apart(text: str, month: int) -> None:
    found = read_date(text + " 2026", MONTHS, TODAY)

    assert found == dt.date(2026, month, 1)


def test_a_date_without_a_year_is_the_nearest_one() -> None:
    assert read_date("22 желтоқсан", MONTHS, TODAY) == dt.date(2025, 12, 22)
    assert read_date("14 мамыр", MONTHS, TODAY) == dt.date(2026, 5, 14)
    assert read_date("22.12", MONTHS, TODAY) == dt.date(2025, 12, 22)


@pytest.mark.parametrize(
    "text",
    ["", "31.02.2026", "22.13.2025", "22 ма 2025", "желтоқсан 2025", "кеше", "22 22 12 2025", "ертең 22.12.2025",
     "2025", "22 желтоқсан қараша", "22.12.202", "122.1.2025", "абв22.12.2025"],
)  # fmt: skip
def test_what_is_no_date_is_refused_rather_than_guessed(text: str) -> None:
    assert read_date(text, MONTHS, TODAY) is None


def test_a_leap_day_without_a_year_finds_a_year_that_has_one() -> None:
    assert read_date("29 ақпан", MONTHS, TODAY) == dt.date(2024, 2, 29)


@pytest.mark.parametrize(("text", "time"), [("15:30", (15, 30)), ("9.05", (9, 5)), ("9 05", (9, 5)), ("15", (15, 0))])
def test_a_time_is_read_however_it_is_written(text: str, time: tuple[int, int]) -> None:
    assert read_time(text) == dt.time(*time)


@pytest.mark.parametrize("text", ["25:00", "15:75", "түс", "15:3", ""])
def test_what_is_no_time_is_refused(text: str) -> None:
    assert read_time(text) is None


def test_numbers_take_spaces_and_either_mark_of_decimals() -> None:
    assert read_number("70", whole=True) == 70
    assert read_number("1 200", whole=True) == 1200
    assert read_number("1\u00a0200", whole=True) == 1200
    assert read_number("2,5", whole=False) == 2.5
    assert read_number("2.5", whole=False) == 2.5


@pytest.mark.parametrize("text", ["жетпіс", "2,5", "70 %", "-3", "1e3", ""])
def test_what_is_no_whole_number_is_refused(text: str) -> None:
    assert read_number(text, whole=True) is None
