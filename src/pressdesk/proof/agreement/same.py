"""Whether two figures say the same, and how alike two are that do not. Start at `same`, `covered` and `likeness`."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from pressdesk.proof.agreement.figures import SIZE, Day, Days, Hours, Label, Mention, Quantity, Value, Weekdays, What

COUNTED = 1000
"""A whole number below is taken for an exact count: 150 is not 149 in round figures."""
FEW = 10
"""A smaller number is said so often that it answers one in another paragraph only where the same is counted."""


def same(one: Mention, other: Mention) -> bool:
    """Whether two figures say the same. A year, a zone or a unit that only one gives is no difference."""
    return _same_value(one.value, other.value) or _part_of_date(one, other) or _part_of_date(other, one)


def _part_of_date(number: Mention, date: Mention) -> bool:
    """Whether a bare number is the year or the day of a date: «Экспо-2017», a day whose month stands far from it."""
    value, days = number.value, date.value
    if not isinstance(value, Quantity) or not isinstance(days, Days) or value.unit or value.high or days.last:
        return False
    if days.first.month is None:
        return value.low in (days.first.year, _decade(days.first.year))
    return number.claims and not number.noun and value.low == days.first.day


def _same_value(one: Value, other: Value) -> bool:
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        return one.low == other.low and one.high == other.high and _unit_fits(one.unit, other.unit)
    if isinstance(one, Days) and isinstance(other, Days):
        return _day_fits(one.first, other.first) and _day_fits(one.last or one.first, other.last or other.first)
    if isinstance(one, Hours) and isinstance(other, Hours):
        zones = one.zone == other.zone or not one.zone or not other.zone
        return (one.first, one.last) == (other.first, other.last) and zones
    return isinstance(one, Label | Weekdays) and one == other


def _unit_fits(one: str, other: str) -> bool:
    return one == other or ("" in (one, other) and not {one, other} & {"%", SIZE})


def _day_fits(one: Day, other: Day) -> bool:
    if (one.month, one.day) != (other.month, other.day):
        return False
    return one.year == other.year or (one.month is not None and None in (one.year, other.year))


def _decade(year: int | None) -> int | None:
    """90 of 1990: «90-жылдары» and "the 1990s"."""
    return year % 100 if year is not None and year % 10 == 0 else None


def covered(mention: Mention, others: Iterable[Mention], near: bool) -> bool:
    """Whether a text says the figure somewhere else or in other parts: «17–18 тамыз» as "17 August" and "18 August".

    Args:
        others: the figures of the other version.
        near: whether they are those of the same paragraph; a small number elsewhere answers only for the same thing.
    """
    pool = list(others)
    if any(same(mention, other) and (near or _answers(mention, other)) for other in pool):
        return True
    ends = _ends(mention.value)
    if len(ends) == 2:
        return all(any(_is_end(end, other.value) for other in pool) for end in ends)
    return any(len(_ends(other.value)) == 2 and _is_end(mention.value, other.value) for other in pool) or (
        isinstance(mention.value, Days) and any(_holds(mention.value, other.value) for other in pool)
    )


def _answers(one: Mention, other: Mention) -> bool:
    if (one.what is What.DATE) != (other.what is What.DATE) and not (_is_year(one.value) or _is_year(other.value)):
        return False  # a four in one paragraph is not the fourth of May in another
    if one.what is not What.NUMBER or not isinstance(one.value, Quantity) or one.value.low >= FEW:
        return True
    return one.noun == other.noun or not (one.noun and other.noun)


def _ends(value: Value) -> tuple[Value, ...]:
    """The ends of a range, as figures by themselves."""
    if isinstance(value, Quantity) and value.high is not None:
        return replace(value, high=None), replace(value, low=value.high, high=None)
    if isinstance(value, Days) and value.last is not None:
        return Days(value.first), Days(value.last)
    if isinstance(value, Hours) and value.last is not None:
        return Hours(value.first, None, value.zone), Hours(value.last, None, value.zone)
    if isinstance(value, Weekdays) and value.last is not None:
        return Weekdays(value.first), Weekdays(value.last)
    return (value,)


def _is_end(end: Value, other: Value) -> bool:
    return any(_same_value(end, part) for part in _ends(other))


def _holds(short: Days, other: Value) -> bool:
    """Whether a year or a month by itself is part of another date."""
    if short.last is not None or short.first.day is not None or not isinstance(other, Days):
        return False
    years = {day.year for day in (other.first, other.last) if day is not None}
    months = {day.month for day in (other.first, other.last) if day is not None}
    if short.first.month is None:
        return short.first.year in years
    return short.first.month in months and (short.first.year is None or bool(years & {short.first.year, None}))


def likeness(one: Mention, other: Mention) -> float:
    """How likely two figures that differ are one thing said otherwise; 0 where they cannot be."""
    if one.what is not other.what and not _both_count(one, other):
        return 0.0
    if not (one.claims and other.claims) and one.noun != other.noun:
        return 0.0  # two countries do not stand in the place of three documents
    score = 1.0 + (one.what is other.what) + 2 * (one.noun == other.noun != "")
    if one.noun and other.noun and one.noun != other.noun:
        score -= 0.5
    if isinstance(one.value, Quantity) and isinstance(other.value, Quantity):
        if (one.value.unit == SIZE) != (other.value.unit == SIZE):
            return 0.0
        score += one.value.unit == other.value.unit
        score += 0.5 * (one.claims == other.claims) + 0.5 * _near(one.value.low, other.value.low)
    if isinstance(one.value, Days) and isinstance(other.value, Days):
        a, b = one.value.first, other.value.first
        score += (a.month == b.month) + (a.day == b.day) + 0.5 * (a.year == b.year)
        score += (a.day is None) == (b.day is None)
    return score if _label(one.value) == _label(other.value) else 0.0


def _label(value: Value) -> str:
    """What kind of label: a telephone does not stand in the place of an address."""
    return "" if not isinstance(value, Label) else "address" if "@" in value.text else "number"


def _both_count(one: Mention, other: Mention) -> bool:
    counts = (What.NUMBER, What.PERCENT, What.SUM)
    year = (What.NUMBER, What.DATE)
    if one.what in counts and other.what in counts:
        return True
    return one.what in year and other.what in year and any(_is_year(m.value) for m in (one, other))


def _is_year(value: Value) -> bool:
    return isinstance(value, Days) and value.first.month is None


def _near(one: Decimal, other: Decimal) -> float:
    most = max(abs(one), abs(other))
    return 1.0 - float(abs(one - other) / most) if most else 1.0


def rounded(one: Value, other: Value) -> bool:
    """Whether one is the other with fewer places: 12.5 and 12 %, 1.48 and 1.5 billion."""
    if not (isinstance(one, Quantity) and isinstance(other, Quantity)) or one.unit != other.unit:
        return False
    if one.high is not None or other.high is not None or one.low == other.low:
        return False
    if one.approx == other.approx != "":
        return False  # "more than 149" is not "more than 150" in short
    return _rounds_to(one.low, other) or _rounds_to(other.low, one)


def _rounds_to(exact: Decimal, short: Quantity) -> bool:
    """Whether `short` is `exact` with fewer figures. A count is rounded where it is large or said to be about right."""
    places, fewer = exact.normalize().as_tuple(), short.low.normalize().as_tuple()
    if not isinstance(fewer.exponent, int) or len(fewer.digits) >= len(places.digits):
        return False
    if exact == exact.to_integral_value() and abs(exact) < COUNTED and not short.approx:
        return False
    step = Decimal(1).scaleb(fewer.exponent)
    return abs(exact - short.low) <= step / 2
