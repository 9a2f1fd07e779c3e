"""Reads a date at a place of a text: days, months, years and spans of them. Start at `date`."""

from collections.abc import Iterator
from dataclasses import replace

from pressdesk.proof.agreement.figures import Day, Days
from pressdesk.proof.agreement.numerals import Page, number
from pressdesk.proof.agreement.tokens import DASHES
from pressdesk.proof.agreement.vocabulary import Meaning

LAST_DAY = 39  # what stands before a month is a day up to here, so that 32 May is read, and told to be none
YEARS = range(1900, 2101)  # four digits by themselves are a year in these
Read = tuple[tuple[Days, ...], int]


def date(page: Page, index: int) -> Read | None:
    """The date that begins with a token and the token behind it; several where days are listed (24 and 26 May)."""
    for read in (_numeric, _year_first, _day_first, _month_first, _years):
        found = read(page, index)
        if found is not None:
            return _spanned(page, found)
    return None


def _numeric(page: Page, index: int) -> Read | None:
    """24.11.2026, 24/11/2026, 2026-11-24: the day stands first but in the form of ISO 8601."""
    token = page.token(index)
    if token is None or token.kind not in ("dotted", "iso"):
        return None
    parts = [int(part) for part in token.text.replace("/", ".").replace("-", ".").split(".")]
    day, month, year = parts if token.kind == "dotted" else parts[::-1]
    end = index + 1
    return (Days(Day(year, month, day)),), _past_year_word(page, _past_ending(page, end))


def _year_first(page: Page, index: int) -> Read | None:
    """«2026 жылғы 24 қараша», «2026 жылғы қараша»."""
    year = _year(page, index)
    word = page.one(year[1], "year") if year else None
    if year is None or word is None:
        return None
    at = _past(page, _past_stop(page, word.end), "filler")
    found = _day_first(page, at, year[0])
    if found is not None:
        return found
    month = page.one(at, "month")
    if month is None:
        return None
    days = _days_behind(page, month)
    if days is not None:
        return tuple(_days_of(days[0], int(month.value), year[0])), days[1]
    return (Days(Day(year[0], int(month.value))),), _past(page, month.end, "monthly")


def _day_first(page: Page, index: int, year: int | None = None) -> Read | None:
    """«24 қараша», «24–26 ноября 2026 года», "the 24th of November", "24 de novembro de 2026"."""
    days = _days(page, index)
    if days is None:
        return None
    at = _past(page, days[1], "filler")
    month = page.one(at, "month")
    if month is None:
        return None
    end = month.end
    if year is None:
        end = _past_stop(page, end) if page.sign(end, ".") and _year_after(page, end + 1) else end
        after = _year_after(page, end)
        if after is not None:
            year, end = after
    return tuple(_days_of(days[0], int(month.value), year)), end


def _month_first(page: Page, index: int) -> Read | None:
    """The month before the day where the language writes so, and by itself: "November 24, 2026", «қарашада»."""
    month = page.one(index, "month")
    if month is None:
        return None
    of, end = int(month.value), month.end
    days = _days_behind(page, month)
    if days is not None:
        at = days[1] + page.sign(days[1], ",")
        year = _year(page, at)
        return tuple(_days_of(days[0], of, year[0] if year else None)), year[1] if year else days[1]
    after = _year_after(page, end)
    if after is not None:
        return (Days(Day(after[0], of)),), after[1]
    named = page.one(end, "monthly")
    if named is not None or _by_itself(page, index, month):
        return (Days(Day(None, of)),), named.end if named else end
    return None


def _by_itself(page: Page, index: int, month: Meaning) -> bool:
    """Whether a month without day and year is one, and no name, holiday or verb that looks like it."""
    if page.behind(index, "before_month") is not None:
        return True
    if page.one(index, "doubtful") is not None or (month.bare and page.words.setting("bare_doubtful")):
        return False
    return bool(page.words.setting("months_capital")) or page.tokens[index].text[:1].islower()


def _days_behind(page: Page, month: Meaning) -> tuple[list[tuple[int, int]], int] | None:
    """The days behind a month: "November 24", «қарашаның 24-інде»."""
    if page.words.setting("month_first") != ("bare" if month.bare else "ended"):
        return None
    return _days(page, month.end)


def _years(page: Page, index: int) -> Read | None:
    """«2026 жылы», "2027–2029", "in 2026"."""
    year = _year(page, index)
    if year is None:
        return None
    last, end = None, year[1]
    if page.sign(end, DASHES):
        second = _year(page, end + 1)
        if second is not None and second[0] > year[0]:
            last, end = Day(second[0]), second[1]
    word = page.one(end, "year")
    if word is None and (year[0] not in YEARS or _counts(page, index, end)):
        return None
    return (Days(Day(year[0]), last),), word.end if word else end


def _counts(page: Page, index: int, end: int) -> bool:
    """Whether four digits are a quantity: something measurable follows, or a currency or "more than" stands before."""
    filled = _past(page, end, "filler")
    before = page.behind(index, "sign", "code", "before", "before_count", "number_of")
    kinds = ("percent", "measure", "people", "currency", "scale", "scale1")
    return (
        page.one(end, *kinds, "after") is not None
        or page.one(filled, *kinds) is not None
        or (before is not None and before.value != "up_to")  # "até 2030" is a year
    )


def _year(page: Page, index: int) -> tuple[int, int] | None:
    """A year of four digits and the token behind it and its ending."""
    token = page.token(index)
    if token is None or token.kind != "number" or len(token.text) != 4 or not token.text.isdecimal():
        return None
    if token.text[0] not in "12":
        return None
    return int(token.text), _past_ending(page, index + 1)


def _year_after(page: Page, index: int) -> tuple[int, int] | None:
    """The year behind a day or a month, with the words around it."""
    at = _past(page, index, "filler")
    at += page.sign(at, ",") and page.one(at + 2, "year") is not None
    year = _year(page, at)
    if year is None or (year[0] not in YEARS and page.one(year[1], "year") is None):
        return None
    return year[0], _past_year_word(page, year[1])


def _days(page: Page, index: int) -> tuple[list[tuple[int, int]], int] | None:
    """Days before a month: 24, 24–26, 24 and 26, 24, 25 and 26; spans of them and the token behind."""
    first = _day(page, index)
    if first is None:
        return None
    spans, end = [(first[0], first[0])], first[1]
    while True:
        joiner, listed = page.one(end, "joiner"), page.one(end, "and")
        if page.sign(end, DASHES | {","}):
            second = _day(page, end + 1)
        else:  # «10-нан 14-ке дейін»: no word between them
            word = listed or joiner
            second = _day(page, word.end if word else end)
        if second is None or second[0] <= spans[-1][1]:
            return spans, end
        if not page.sign(end, ",") and listed is None:
            spans[-1] = (spans[-1][0], second[0])
        else:
            spans.append((second[0], second[0]))
        end = second[1]


def _day(page: Page, index: int) -> tuple[int, int] | None:
    read = number(page, index)
    if read is None or read.noun >= 0 or not 1 <= read.value <= LAST_DAY or read.value % 1:
        return None
    return (int(read.value), read.end) if read.plain or read.words else None


def _days_of(spans: list[tuple[int, int]], month: int, year: int | None) -> Iterator[Days]:
    joined: list[tuple[int, int]] = []
    for first, last in spans:  # 24 and 25 November are the days from the 24th to the 25th
        if joined and joined[-1][1] + 1 == first:
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
    for first, last in joined:
        yield Days(Day(year, month, first), Day(year, month, last) if last != first else None)


def _spanned(page: Page, found: Read) -> Read:
    """With the end of a span over two months or years: «30 августа – 2 сентября», "from 30 August to 2 September"."""
    dates, end = found
    start = dates[-1]
    if len(dates) > 1 or start.last is not None or start.first.day is None:
        return found
    joiner = page.one(end, "joiner")
    at = end + 1 if page.sign(end, DASHES) else joiner.end if joiner else end
    last = _numeric(page, at) or _day_first(page, at)
    if last is None or len(last[0]) > 1 or last[0][0].last is not None:
        return found
    if at == end and not page.one(last[1], "up_to"):
        return found
    to = last[0][0].first
    first = start.first if start.first.year is not None else replace(start.first, year=to.year)
    if to.year is None and first.year is not None:
        to = replace(to, year=first.year)
    return (Days(first, to),), last[1]


def _past(page: Page, index: int, kind: str) -> int:
    meaning = page.one(index, kind)
    return meaning.end if meaning else index


def _past_stop(page: Page, index: int) -> int:
    return index + page.sign(index, ".")


def _past_ending(page: Page, index: int) -> int:
    """Behind the ending that a figure took: «2026-ның»."""
    dash, word = page.token(index), page.token(index + 1)
    if dash is None or word is None or not (dash.glued and dash.text in DASHES and word.glued):
        return index
    return index + 2 if word.kind == "word" and page.words.is_ending(word.low) else index


def _past_year_word(page: Page, index: int) -> int:
    return _past(page, index, "year")
