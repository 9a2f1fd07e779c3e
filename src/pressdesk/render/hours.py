"""A line of opening hours in words: «дүйсенбі – жұма: 09:00–13:00», "Monday to Friday: 09:00–13:00".

Days may be codes in English, as facts files have them ("mon", "monday", "mon-fri", "mon, wed"); their names stand in
`phrases.toml`. What is no such code stands as it was written.
"""

import datetime as dt
import re

from pressdesk.language.language import Language
from pressdesk.render.house import phrases_of

CODES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_RANGE = re.compile(r"\s*(?:[-–—_]|\bto\b)\s*")
_LIST = re.compile(r"\s*[,;/+]\s*|\s+and\s+")
_TIME = re.compile(r"\d{1,2}:\d{2}")


def days(written: str, language: Language) -> str:
    """The days of a line by name: «сейсенбі, бейсенбі» of "tue,thu"; other words as they are."""
    parts = [[_code(day) for day in _RANGE.split(part)] for part in _LIST.split(written.strip().lower())]
    if not all(code is not None and len(part) <= 2 for part in parts for code in part):
        return written
    house = phrases_of(language)
    if len(house.days) != len(CODES):
        return written
    return ", ".join(house.days_between.join(house.days[c] for c in part if c is not None) for part in parts)


def times(opens: str, closes: str, language: Language) -> str:
    """From when to when: «9:00–13:00», "9h00–13h00"; what is no time of day as it is."""
    return "–".join(_time(one.strip(), language) for one in (opens, closes) if one.strip())


def line(which: str, opens: str, closes: str, language: Language) -> str:
    """The whole line; either half may be absent."""
    return ": ".join(filter(None, (days(which, language) if which else "", times(opens, closes, language))))


def _code(day: str) -> int | None:
    """0 for Monday … 6 for Sunday; None where the word is no day."""
    return next((i for i, code in enumerate(CODES) if re.fullmatch(rf"{code}\w*\.?", day)), None)


def _time(written: str, language: Language) -> str:
    if not _TIME.fullmatch(written):
        return written
    hour, _, minute = written.partition(":")
    if int(hour) > 23 or int(minute) > 59:
        return written
    return language.time(dt.time(int(hour), int(minute)))
