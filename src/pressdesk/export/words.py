"""What a page says by itself in one language: label, draft mark, dates, embargo. Start at `words_for`.

The words lie in resources/documents/labels, one file a language, and one more for a variety that has some otherwise
(`en-US.toml`); a release may bring some of its own in `labels`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache
from typing import Any

from pressdesk.data import resources
from pressdesk.errors import ExportError, TableError
from pressdesk.export.tables import read_rows, read_toml
from pressdesk.model.release import Release

# All of Kazakhstan keeps UTC+5 since 1 March 2024
ASTANA = timezone(timedelta(hours=5))

_KEYS = ("own_name", "label", "draft", "draft_word", "page", "credit", "languages", "end_mark")
_DATE_KEYS = ("long", "line", "months")
_EMBARGO_KEYS = ("sentence", "other", "running", "time", "short_date", "months")


@dataclass(frozen=True, slots=True)
class Words:
    """The page's own words in one language.

    Attributes:
        texts: the plain ones by key (`label`, `draft`, `draft_word`, `page`, `credit`, `languages`, `own_name`, ...).
        dates: patterns `long` and `line`, and the twelve `months`.
        embargo: patterns `sentence`, `other`, `running`, `time`, `short_date`, and the twelve `months`.
    """

    texts: Mapping[str, str]
    dates: Mapping[str, Any]
    embargo: Mapping[str, Any]

    def credit(self, who: str) -> str:
        """The photo's credit line."""
        return _fill(self.texts["credit"], credit=who)

    def long_date(self, day: date) -> str:
        """The date in words: 22 April 2026."""
        return _fill(self.dates["long"], day=day.day, month=self.dates["months"][day.month - 1], year=day.year)

    def date_line(self, place: str, day: date | None) -> str:
        """Place and date, or the place alone."""
        return _fill(self.dates["line"], place=place, date=self.long_date(day)) if day else place

    def embargo_sentence(self, until: datetime) -> str:
        """The whole sentence in Astana's time, with the time of `until`'s own zone where that is another one."""
        return _fill(self.embargo["sentence"], **self._moment(until), other=self._other(until))

    def embargo_short(self, until: datetime) -> str:
        """The form for running heads."""
        return _fill(self.embargo["running"], **self._moment(until))

    def page_parts(self) -> tuple[str, str, str]:
        """What stands before the page's number, between it and the number of pages, and after both."""
        before, _, rest = self.texts["page"].partition("{page}")
        between, _, after = rest.partition("{pages}")
        return before, between, after

    def _moment(self, until: datetime) -> dict[str, Any]:
        at = until.astimezone(ASTANA)
        return {
            "day": at.day,
            "month": self.embargo["months"][at.month - 1],
            "year": at.year,
            "time": self._time(at),
            "ending": self._ending(at.minute),
            "short_date": self._short_date(at),
        }

    def _other(self, until: datetime) -> str:
        offset = until.utcoffset()
        at = until.astimezone(ASTANA)
        if offset == ASTANA.utcoffset(None) or offset is None:
            return ""
        time = self._time(until)
        if until.date() != at.date():
            time = f"{self._short_date(until)}, {time}"
        return _fill(self.embargo["other"], time=time, zone=zone_name(offset))

    def _time(self, at: datetime) -> str:
        return _fill(self.embargo["time"], hour=at.hour, minute=at.minute)

    def _short_date(self, at: datetime) -> str:
        return _fill(
            self.embargo["short_date"],
            day=at.day,
            month=at.month,
            month_name=self.dates["months"][at.month - 1],
            year=at.year,
        )

    def _ending(self, minute: int) -> str:
        endings: Mapping[str, str] = self.embargo.get("endings", {})
        return endings.get(f"{minute:02}", endings.get(str(minute % 10), ""))


def _fill(pattern: object, **values: Any) -> str:
    try:
        return str(pattern).format(**values)
    except (KeyError, IndexError, ValueError) as error:
        known = ", ".join(f"{{{name}}}" for name in values)
        raise ExportError(
            f"The words «{pattern}» in documents/labels cannot be filled in: use only {known}."
        ) from error


def zone_name(offset: timedelta) -> str:
    """UTC, UTC+1, UTC-3, UTC+5:30."""
    minutes = int(offset.total_seconds()) // 60
    if minutes == 0:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours}" + (f":{rest:02}" if rest else "")


def embargo_until(release: Release) -> datetime | None:
    """The release's embargo as a moment, None where it has none; one without a zone or out of form: ExportError."""
    if not release.embargo:
        return None
    mend = "write it with its zone, such as 2026-04-22T15:00+05:00."
    try:
        until = datetime.fromisoformat(release.embargo)
    except ValueError as error:
        raise ExportError(f"The embargo «{release.embargo}» is no date and time: {mend}") from error
    if until.utcoffset() is None:
        raise ExportError(f"The embargo «{release.embargo}» does not say in which time zone: {mend}")
    return until


def words_for(release: Release) -> Words:
    """The words of the release's language and locale; its own `labels` beat them. No file for it is an ExportError."""
    words = _read(release.language, release.locale)
    own = {key: text for key, text in release.labels.items() if key in words.texts}
    return Words({**words.texts, **own}, words.dates, words.embargo)


def own_name(language: str) -> str:
    """What the language calls itself, for the language switch."""
    return _read(language).texts["own_name"]


def locale_of(tag: str) -> str:
    """The full tag of a short one (pt: pt-PT); a tag that is full or unknown stays as it is."""
    return next((row["locale"] for _, row in _locales() if row["language"] == tag), tag)


def locale_in(release: Release, tag: str) -> str:
    """The full tag of a language beside the release's own: as its house writes it, else as `locale_of` has it."""
    return release.locales.get(tag) or locale_of(tag)


def is_right_to_left(tag: str) -> bool:
    """Whether the language of a tag, short or full, is written from right to left."""
    short = tag.partition("-")[0].lower()
    return any(row["language"] == short and row["direction"] == "rtl" for _, row in _locales())


def web_address(site: str) -> str:
    """The site as an address: one without a scheme is taken to speak https."""
    return site if "://" in site else f"https://{site}"


@lru_cache(maxsize=1)
def _locales() -> list[tuple[int, dict[str, str]]]:
    return [*read_rows(resources("documents", "locales.tsv"))]


def _read(language: str, locale: str = "") -> Words:
    if not re.fullmatch(r"[A-Za-z0-9-]+", language):
        raise ExportError(f"«{language}» is no language tag: write a short one such as kk.")
    path = resources("documents", "labels", f"{language}.toml")
    if not path.is_file():
        raise ExportError(f"No document can be made in «{language}»: {path} is missing; copy en.toml and translate it.")
    table = read_toml(path)
    variety = path.with_name(f"{locale}.toml")
    if locale != language and re.fullmatch(r"[A-Za-z0-9-]+", locale) and variety.is_file():
        table = {k: {**table[k], **v} if isinstance(v, dict) else v for k, v in {**table, **read_toml(variety)}.items()}
    sections = [(table, _KEYS), (table.get("date", {}), _DATE_KEYS), (table.get("embargo", {}), _EMBARGO_KEYS)]
    for section, keys in sections:
        for key in keys:
            if key not in section:
                raise TableError(path, 1, 1, f"the entry {key} is missing; see en.toml for its place.")
    for name in ("date", "embargo"):
        if len(table[name]["months"]) != 12:
            raise TableError(path, 1, 1, f"[{name}] months has {len(table[name]['months'])} names instead of 12.")
    return Words({key: str(table[key]) for key in _KEYS}, table["date"], table["embargo"])
