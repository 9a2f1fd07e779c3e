"""Dates that the calendar does not know: no such day, another day of the week, a year far off. Start at `slips`."""

import calendar
import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pressdesk.model.findings import Finding, Kind, Severity
from pressdesk.proof.agreement.figures import Day, Days, Mention, Weekdays, What
from pressdesk.proof.agreement.found import PROOFER
from pressdesk.proof.agreement.reading import mentions
from pressdesk.proof.style.text import Piece
from pressdesk.text.messages import Messages
from pressdesk.text.spans import Span

FAR = 10
"""Years ahead from which a day with its year is taken for a slip of the pen: 2062 for 2026."""
BETWEEN = 14
"""Code points that may stand between a day of the week and its date: «сейсенбі күні, 24 қараша»."""
LEAP = 2000


@dataclass(frozen=True, slots=True)
class Slip:
    """A date that cannot be, or hardly.

    Attributes:
        span: code points of the piece.
        rule: what stands behind "agreement." in the rule's id.
        says: what stands there in the message's key.
        fill: for the message; `weekday` is a number, Monday being 0.
    """

    piece: Piece
    span: Span
    rule: str
    says: str
    severity: Severity
    fill: dict[str, object] = field(default_factory=dict)


def slips(pieces: Sequence[Piece], language: str, dated: dt.date | None, today: dt.date | None) -> list[Slip]:
    """What is wrong with the dates of a text, in reading order.

    Args:
        dated: the day that the text is of; a date without a year is of the year that brings it nearest. Where it is
            None the only year that the text's dates name is taken, and no day of the week is judged where there are
            more.
        today: what a year is far off from, where the text has no date.
    """
    read = [(piece, mentions(piece.text, language)) for piece in pieces]
    years = {
        day.year
        for _, found in read
        for mention in found
        if isinstance(mention.value, Days)
        for day in (mention.value.first, mention.value.last)
        if day is not None and day.year is not None
    }
    only = next(iter(years)) if len(years) == 1 else None
    found: list[Slip] = []
    for piece, figures in read:
        for number, mention in enumerate(figures):
            if isinstance(mention.value, Days):
                found += _of_date(piece, mention, mention.value, dated or today)
            if number and (slip := _of_weekday(piece, figures[number - 1], mention, dated, only)) is not None:
                found.append(slip)
    return found


def findings(
    pieces: Sequence[Piece], language: str, ui_language: str, dated: dt.date | None, today: dt.date | None
) -> list[Finding]:
    """The slips as findings; spans count from where the pieces do."""
    messages = Messages(ui_language)
    return [_finding(slip, language, messages) for slip in slips(pieces, language, dated, today)]


def _of_date(piece: Piece, mention: Mention, days: Days, near: dt.date | None) -> Iterator[Slip]:
    for day in (days.first, days.last):
        if day is None or day.day is None:
            continue
        if not _exists(day):
            american = "/" in mention.text and day.month is not None and day.day <= 12 < day.month
            if not american:  # 11/24/2026 is a day, if not in our order
                yield Slip(piece, mention.span, "no-such-day", "no-such-day", Severity.ERROR, {"text": mention.text})
            return
        if day.year is not None and near is not None and day.year > near.year + FAR:
            yield Slip(piece, mention.span, "far-year", "far-year", Severity.WARNING, {"year": day.year})
            return


def _exists(day: Day) -> bool:
    if day.month is None or day.day is None:
        return True
    if not 1 <= day.month <= 12:
        return False
    year = day.year if day.year is not None and day.year >= 1 else LEAP
    return 1 <= day.day <= calendar.monthrange(year, day.month)[1]


def _of_weekday(piece: Piece, one: Mention, other: Mention, dated: dt.date | None, only: int | None) -> Slip | None:
    """A day of the week right beside a date that is another day."""
    between = piece.text[one.span.end : other.span.start]
    if len(between) > BETWEEN or any(sign in between for sign in ".;:!?–—") or len(between.split()) > 2:
        return None
    named, date = (one, other) if isinstance(one.value, Weekdays) else (other, one)
    if not isinstance(named.value, Weekdays) or not isinstance(date.value, Days):
        return None
    if named.value.last is not None or date.value.last is not None:
        return None
    at = _when(date.value.first, dated, only)
    if at is None or at.weekday() == named.value.first:
        return None
    fill: dict[str, object] = {"date": f"{at:%d.%m.%Y}", "weekday": at.weekday()}
    return Slip(piece, named.span, What.WEEKDAY.value, "weekday-date", Severity.ERROR, fill)


def _when(day: Day, dated: dt.date | None, only: int | None) -> dt.date | None:
    if day.year is not None:
        return day.date()
    if dated is None:
        return day.date(only) if only is not None else None
    near = [date for year in (dated.year - 1, dated.year, dated.year + 1) if (date := day.date(year)) is not None]
    return min(near, key=lambda date: abs(date - dated), default=None)


def _finding(slip: Slip, language: str, messages: Messages) -> Finding:
    fill = dict(slip.fill)
    if "weekday" in fill:
        fill["weekday"] = messages.say(f"{PROOFER}.weekday-{fill['weekday']}")
    offset = slip.piece.offset
    return Finding(
        block=slip.piece.id,
        span=Span(offset + slip.span.start, offset + slip.span.end),
        text=slip.span.of(slip.piece.text),
        rule=f"{PROOFER}.{slip.rule}",
        kind=Kind.FACTS,
        severity=slip.severity,
        message=messages.say(f"{PROOFER}.{slip.says}", **fill),
        proofer=PROOFER,
        language=language,
    )
