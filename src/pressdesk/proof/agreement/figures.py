"""What a figure in a text says, in a form that is the same in every language. Start at `Mention`.

A value compares without its words: «екі мың жүз», "2,100" and «2 100» are one number, "3 p.m." and «15:00» one time.
"""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from pressdesk.text.spans import Span

SIZE = "size"
"""The unit of what is no number but a size: tens of thousands, with 10,000 for its value."""


class What(Enum):
    """What kind of figure; the value is the last part of a finding's rule."""

    NUMBER = "number"
    PERCENT = "percent"
    SUM = "sum"
    DATE = "date"
    TIME = "time"
    WEEKDAY = "weekday"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, a percentage or a sum of money, or a range of them.

    Attributes:
        low: the number, or the lower end of a range.
        high: the upper end, None where it is no range.
        unit: "%", an ISO 4217 code, a measure of units.tsv ("km"), SIZE, "" for a bare number.
        approx: "about", "over", "at_least", "under", "up_to"; "" for an exact one.
    """

    low: Decimal
    high: Decimal | None = None
    unit: str = ""
    approx: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """A day, a month or a year; what is not said is None. Day and month are as written: 31 November is one too."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def date(self, year: int | None = None) -> dt.date | None:
        """The day of the calendar, in this year where it says none; None where there is no such day or it is no day."""
        of = self.year if self.year is not None else year
        if of is None or self.month is None or self.day is None:
            return None
        try:
            return dt.date(of, self.month, self.day)
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Days:
    """A date, or the days from the first to the last."""

    first: Day
    last: Day | None = None


@dataclass(frozen=True, slots=True)
class Hours:
    """A time of day in minutes from midnight, or from the first to the last; `zone` as in times.tsv."""

    first: int
    last: int | None = None
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Weekdays:
    """A day of the week, Monday being 0, or the days from the first to the last."""

    first: int
    last: int | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """What is written in figures and counts nothing: a telephone, an e-mail address, a document's number."""

    text: str


Value = Quantity | Days | Hours | Weekdays | Label


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure in a text.

    Attributes:
        span: code points from the text's start.
        claims: whether another version must say it too. One and two in words («екі тарап», "one of") are often no
            figures: they answer a figure of another version and are not missed themselves.
        noun: what is counted, by the concepts of units.tsv; "" where that is unknown.
    """

    what: What
    span: Span
    text: str
    value: Value
    claims: bool = True
    noun: str = ""
