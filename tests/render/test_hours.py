"""Opening hours are read by people: days by name in each language, times as the language writes them."""

import pytest

from pressdesk.language.language import load
from pressdesk.render.hours import line


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("kk", "дүйсенбі – жұма: 09:00–13:00"),
        ("ru", "понедельник – пятница: 09:00–13:00"),
        ("en", "Monday to Friday: 09:00–13:00"),
        ("pt", "segunda-feira a sexta-feira: 09h00–13h00"),
    ],
)
def test_codes_of_days_become_days(language: str, shown: str) -> None:
    assert line("mon-fri", "09:00", "13:00", load(language)) == shown


@pytest.mark.parametrize("written", ["tue, thu", "Tuesday and Thursday", "TUE/THU"])
def test_single_days_are_listed(written: str) -> None:
    assert line(written, "", "", load("kk")) == "сейсенбі, бейсенбі"


@pytest.mark.parametrize("written", ["сенбі", "mon-fri except holidays", "mon-tue-wed", "every day"])
def test_words_that_are_no_code_stand_as_they_are(written: str) -> None:
    assert line(written, "", "", load("kk")) == written


@pytest.mark.parametrize("written", ["noon", "25:00", "9.30"])
def test_what_is_no_time_of_day_stands_as_it_is(written: str) -> None:
    assert line("", written, "13:00", load("pt")) == f"{written}–13h00"
