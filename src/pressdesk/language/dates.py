"""Dates, times of day and the words between the parts of a list: patterns of `language.toml` filled in."""

import datetime as dt
from collections.abc import Sequence

from pressdesk.errors import FactsError
from pressdesk.language.settings import Lists, Settings
from pressdesk.model.forms import Inflector, Traits

DATE_STYLES = ("full", "day", "year", "line", "numeric", "on", "on_full")
LIST_STYLES = ("and", "or", "with", "comma")


def date_text(settings: Settings, inflector: Inflector, date: dt.date, style: str, features: str = "") -> str:
    """The date in a style. Features inflect the last word of the pattern where the language has endings for it (kk).

    "on" and "on_full" are the day, without and with its year, after the preposition that it takes in an adverbial where
    that is the language's or the variety's affair (pt "a 17 de agosto", in Brazil "em 17 de agosto").
    """
    if style not in DATE_STYLES:
        raise FactsError(f"“{style}” is no style of a date; there are {', '.join(DATE_STYLES)}.")
    if style in ("on", "on_full"):
        start = date_text(settings, inflector, date, "day" if style == "on" else "full", features)
        return settings.date.on.format(start=start)
    pattern: str = getattr(settings.date, style)
    month = settings.date.months[date.month - 1]
    if features not in ("", "NOM"):
        if settings.inflection != "tables" or not pattern.endswith("{month}"):
            raise FactsError(f"A date in the style “{style}” has no form “{features}” in {settings.name}.")
        month = inflector.form(month, features).text
    return pattern.format(day=date.day, month=month, year=date.year, day2=f"{date.day:02}", month2=f"{date.month:02}")


def span_text(settings: Settings, inflector: Inflector, first: dt.date, last: dt.date, features: str = "") -> str:
    """The days of an event: «17–18 тамызда», "30 August – 2 September". Without years, as the dateline has it;
    with the preposition where the language's differs for one day and several (pt "a 17", "de 17 a 18").

    Features inflect the last month where the language has endings for it."""
    if first == last:
        return date_text(settings, inflector, first, "on", features)
    if first > last:
        first, last = last, first
    if (first.year, first.month) != (last.year, last.month):
        end = date_text(settings, inflector, last, "day", features)
        return settings.date.span.format(start=date_text(settings, inflector, first, "day"), end=end)
    month = settings.date.months[first.month - 1]
    if features not in ("", "NOM") and settings.inflection == "tables":
        month = inflector.form(month, features).text
    return settings.date.days.format(day=first.day, day_end=last.day, month=month)


def time_text(settings: Settings, time: dt.time) -> str:
    """The time of day, without zone and seconds."""
    return settings.time.clock.format(hour=f"{time.hour:02}", minute=f"{time.minute:02}")


def separators(
    lists: Lists, inflector: Inflector, parts: Sequence[str], style: str, traits: Sequence[Traits | None] = ()
) -> list[str]:
    """What stands between the parts: one text fewer than there are parts.

    "with" is Kazakh's мен, пен or бен, chosen by the word before it; elsewhere it is "and". `traits` belong to the
    parts, in order, and matter to "with" alone (how an abbreviation is read); they may be left out.
    """
    if style not in LIST_STYLES:
        raise FactsError(f"“{style}” is no style of a list; there are {', '.join(LIST_STYLES)}.")
    if len(parts) < 2:
        return []
    return [lists.comma] * (len(parts) - 2) + [_last(lists, inflector, parts, style, traits)]


def _last(lists: Lists, inflector: Inflector, parts: Sequence[str], style: str, traits: Sequence[Traits | None]) -> str:
    if style == "comma":
        return lists.comma
    if style == "or":
        return lists.or_
    if style == "with" and lists.with_ == "CONJ":
        before = len(parts) - 2
        known = traits[before] if before < len(traits) else None
        joined = inflector.form(parts[before], "CONJ", known).text
        # the conjunction stands apart, so it is the last word whatever the part looks like
        return f" {joined.rsplit(None, 1)[-1]} "
    return lists.with_ if style == "with" else lists.and_
