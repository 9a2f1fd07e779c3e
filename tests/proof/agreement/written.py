"""Figures written down in one line, for tables of what a text should read as."""

from pressdesk.proof.agreement.figures import Day, Days, Hours, Mention, Quantity, Weekdays


def written(mention: Mention) -> str:
    """A figure as the tables write it: "percent 12.5 %", "date 2026-11-24", "number 2 (day) weak"."""
    value = mention.value
    if isinstance(value, Quantity):
        low = f"{value.low.normalize():f}"
        number = low if value.high is None else f"{low}…{value.high.normalize():f}"
        counted = f"({mention.noun})" if mention.noun else ""
        said = " ".join(part for part in (value.approx, number, value.unit, counted) if part)
    elif isinstance(value, Days):
        said = _day(value.first) + (f"/{_day(value.last)}" if value.last else "")
    elif isinstance(value, Hours):
        last = "" if value.last is None else f"/{_clock(value.last)}"
        said = f"{_clock(value.first)}{last} {value.zone}".rstrip()
    elif isinstance(value, Weekdays):
        said = str(value.first) + ("" if value.last is None else f"/{value.last}")
    else:
        said = value.text
    return f"{mention.what.value} {said}" + ("" if mention.claims else " weak")


def _day(day: Day) -> str:
    return "-".join("…" if part is None else str(part) for part in (day.year, day.month, day.day))


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"
