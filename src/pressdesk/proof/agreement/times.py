"""Reads a time of day or a day of the week at a place of a text. Start at `time` and `weekday`."""

import re

from pressdesk.proof.agreement.dates import date
from pressdesk.proof.agreement.figures import Hours, Weekdays
from pressdesk.proof.agreement.numerals import Page, number
from pressdesk.proof.agreement.tokens import DASHES

NOON = 12 * 60
_CLOCK = re.compile(r"(\d\d?)[:h](\d\d)?$")
_DOTTED = re.compile(r"(\d\d?)\.(\d\d)$")
WEEKDAYS = ("weekday", "weekday_near", "weekday_after_word")
COUNTED = ("percent", "measure", "noun", "people", "duration", "currency", "scale", "scale1")


def time(page: Page, index: int) -> tuple[Hours, int, int] | None:
    """The time of day that begins with a token, or a span of them; the token behind it, and the one behind its zone."""
    first = _moment(page, index) or _bare_hour(page, index)
    if first is None:
        first = _moment(page, index, cued=True)
        if first is None or not _DOTTED.match(page.tokens[index].text) or _last(page, first[1]) is None:
            return None
    last, end = None, first[1]
    second = _last(page, end)
    if second is not None:
        last, end = second
    start = first[0]
    if last is not None and start + NOON < last and _halfless(page, index, first[1]):
        start += NOON  # "from 3 to 5 p.m."
    zone, behind = _zone(page, end)
    return Hours(start, last, zone), end, behind


def _last(page: Page, end: int) -> tuple[int, int] | None:
    """The end of a span of time whose start ends before a token."""
    joiner = page.one(end, "joiner")
    at = end + 1 if page.sign(end, DASHES) else joiner.end if joiner else end
    second = _moment(page, at, cued=True) or _moment(page, at + 1, cued=True)
    return second if second is not None and (at > end or page.one(second[1], "up_to")) else None


def _bare_hour(page: Page, index: int) -> tuple[int, int] | None:
    """The 3 of "from 3 to 5 p.m."."""
    token, joiner = page.token(index), page.one(index + 1, "joiner")
    if token is None or not (token.text.isdecimal() and int(token.text) <= 12):
        return None
    at = index + 2 if page.sign(index + 1, DASHES) else joiner.end if joiner else index
    last = page.token(at)
    if at == index or last is None or last.kind not in ("number", "clock"):
        return None
    return (int(token.text) * 60, index + 1) if page.one(at + 1, "am", "pm") else None


def _halfless(page: Page, index: int, end: int) -> bool:
    """Whether an hour stands bare before another that says which half of the day it is of."""
    return end == index + 1 and page.tokens[index].kind == "number"


def _moment(page: Page, index: int, cued: bool = False) -> tuple[int, int] | None:
    """Minutes from midnight and the token behind. `cued`: a time stands before, so that a bare hour will do."""
    token = page.token(index)
    if token is None or token.kind not in ("clock", "number"):
        return None
    cued = cued or page.behind(index, "cue") is not None
    hour, minute, end, sure = -1, 0, index + 1, True
    clock = _CLOCK.match(token.text)
    dotted = _DOTTED.match(token.text)
    if token.kind == "clock" and clock:
        hour, minute = int(clock[1]), int(clock[2] or 0)
    elif dotted and (cued or page.one(end, "am", "pm")) and not page.one(end, *COUNTED):
        hour, minute = int(dotted[1]), int(dotted[2])
    elif token.text.isdecimal() and int(token.text) <= 24:
        read = number(page, index)
        if read is None or not read.plain or read.noun >= 0 or (read.ordinal and not read.ended):
            return None
        hour, sure, end = int(token.text), False, read.end
    end = _past_ending(page, end)
    if not (0 <= hour <= 24 and 0 <= minute < 60):
        return None
    return _with_half(page, index, hour, minute, end, sure, cued)


def _with_half(
    page: Page, index: int, hour: int, minute: int, end: int, sure: bool, cued: bool
) -> tuple[int, int] | None:
    word = page.one(end, "hour")
    if not sure and word is not None and cued:
        sure, end = True, word.end
        minutes = number(page, end)
        unit = page.one(minutes.end, "minute") if minutes else None
        if minutes and unit and minutes.value < 60:
            minute, end = int(minutes.value), unit.end
    half = page.one(end, "am", "pm")
    if half is not None:
        sure, end = True, half.end + (page.sign(half.end, ".") and page.tokens[half.end].glued)
        if hour <= 12:
            hour = hour % 12 + (12 if half.kind == "pm" else 0)
    elif not sure and page.behind(index, "hour") is not None:  # «сағат 15-те»: the word for hour stands before
        sure = True
    return (hour * 60 + minute, end) if sure else None


def _zone(page: Page, end: int) -> tuple[str, int]:
    for skip in range(3):
        if skip and not page.sign(end + skip - 1, "(,"):
            break
        zone = page.one(end + skip, "zone")
        if zone is not None:
            return zone.value, zone.end
    return "", end


def _past_ending(page: Page, index: int) -> int:
    dash, word = page.token(index), page.token(index + 1)
    if dash is None or word is None or not (dash.glued and dash.text in DASHES and word.glued):
        return index
    return index + 2 if word.kind == "word" and page.words.is_ending(word.low) else index


def weekday(page: Page, index: int, beside: bool) -> tuple[Weekdays, int] | None:
    """The day of the week that begins with a token, or a span of them, and the token behind it.

    `beside`: whether a date or another day of the week stands right before it.
    """
    first = page.one(index, *WEEKDAYS)
    if first is None:
        return None
    joiner = page.one(first.end, "joiner")
    dash = page.sign(first.end, DASHES)
    at = first.end + 1 if dash else joiner.end if joiner else first.end
    second = page.one(at, *WEEKDAYS)
    if second is not None and (at > first.end or page.one(second.end, "up_to")):
        return Weekdays(int(first.value), int(second.value)), second.end
    near = first.kind == "weekday" or beside or _beside_date(page, first.end)
    near = near or page.one(first.end + 1, "weekday") is not None
    if not near and page.behind(index, "before_weekday") is not None:
        near = any(meaning.kind == "weekday_after_word" for meaning in page.meanings[index])
    return (Weekdays(int(first.value)), first.end) if near else None


def _beside_date(page: Page, end: int) -> bool:
    return date(page, end + page.sign(end, ",")) is not None
