"""What people type where a date, a time or a number belongs, read generously but never guessed wrong. No Qt here.

Start at `read_date`. A text that is no date gives None: the field keeps it and says how to mend it.
"""

import datetime as dt
import re
from collections.abc import Iterable, Sequence

_TOKEN = re.compile(r"\d+|[^\W\d_]+")
# what may stand around day, month and year in the four languages and says nothing
_FILLERS = frozenset(
    ("жылғы", "жылы", "жыл", "ж", "күні", "г", "год", "года", "году", "de", "do", "of", "the", "st", "nd", "rd", "th")
)
_ENDINGS = "йьяюеаіыи"


def read_date(text: str, months: Sequence[Iterable[str]], today: dt.date) -> dt.date | None:
    """The date of "22.12.2025", "2025-12-22", "22 желтоқсан", "22 декабря 2025 года", "December 22, 2025".

    `months` holds twelve collections of names, January first. Without a year it is the date nearest to `today`.
    """
    tokens = [t for t in _TOKEN.findall(text.lower().replace("\u0307", "")) if t not in _FILLERS]
    words = [t for t in tokens if not t.isdigit()]
    numbers = [t for t in tokens if t.isdigit()]
    if len(words) > 1 or not numbers or len(numbers) > 3:
        return None
    if words:
        month = _month(words[0], months)
        if month is None or len(numbers) > 2:
            return None
        return _with_month(numbers, month, today)
    return _figures(numbers, today)


def read_time(text: str) -> dt.time | None:
    """The time of day of "15:30", "15.30", "9 05" or "15"."""
    found = re.fullmatch(r"\s*(\d{1,2})(?:\s*[:.\-– ]\s*(\d{2}))?\s*", text)
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return dt.time(hour, minute) if hour < 24 and minute < 60 else None


def read_number(text: str, whole: bool) -> int | float | None:
    """The number of "70", "1 200", "2,5" or "2.5"; with `whole` only a whole one."""
    plain = re.sub(r"[\s\u00a0\u202f]", "", text).replace(",", ".")
    if re.fullmatch(r"\d{1,12}", plain):
        return int(plain)
    if not whole and re.fullmatch(r"\d{1,12}\.\d{1,6}", plain):
        return float(plain)
    return None


def _month(word: str, months: Sequence[Iterable[str]]) -> int | None:
    exact, begun = set[int](), set[int]()
    for number, names in enumerate(months, 1):
        for name in names:
            known = name.lower()
            if word == known or (len(word) > 2 and _stem(word) == _stem(known)):
                exact.add(number)
            elif (len(word) >= 3 and known.startswith(word)) or (
                len(known) >= 4 and word.startswith(known) and len(word) <= len(known) + 4
            ):
                begun.add(number)
    found = exact or begun
    return found.pop() if len(found) == 1 else None


def _stem(word: str) -> str:
    """A month without the one letter in which its forms differ: мая, май, мае; декабря, декабрь."""
    return word[:-1] if len(word) > 2 and word[-1] in _ENDINGS else word


def _with_month(numbers: list[str], month: int, today: dt.date) -> dt.date | None:
    years = [n for n in numbers if len(n) == 4]
    days = [n for n in numbers if len(n) <= 2]
    if len(days) != 1 or len(years) != len(numbers) - 1:
        return None
    if years:
        return _date(int(years[0]), month, int(days[0]))
    return _nearest(month, int(days[0]), today)


def _figures(numbers: list[str], today: dt.date) -> dt.date | None:
    if len(numbers) == 3 and len(numbers[0]) == 4:
        return _date(int(numbers[0]), int(numbers[1]), int(numbers[2]))
    if len(numbers) == 3 and len(numbers[2]) in (2, 4):
        year = int(numbers[2]) + (2000 if len(numbers[2]) == 2 else 0)
        return _date(year, int(numbers[1]), int(numbers[0]))
    if len(numbers) == 2 and all(len(n) <= 2 for n in numbers):
        return _nearest(int(numbers[1]), int(numbers[0]), today)
    return None


def _nearest(month: int, day: int, today: dt.date) -> dt.date | None:
    tries = [_date(today.year + shift, month, day) for shift in (0, -1, 1, 2, -2)]
    real = [t for t in tries if t]
    return min(real, key=lambda d: abs((d - today).days), default=None)


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
