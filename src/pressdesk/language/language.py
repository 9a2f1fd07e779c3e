"""A language of releases as one value; start at `load`. A language is a folder of `resources/` with a `language.toml`.

Everything that can end up in a release comes from those files. Nothing here keeps state: `load` reads a language once.
"""

import dataclasses
import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from pressdesk.data import languages as languages
from pressdesk.data import resources
from pressdesk.errors import FactsError
from pressdesk.language import counting, dates, numbers
from pressdesk.language.reading import PERCENT, ReadAloud
from pressdesk.language.settings import Settings, read
from pressdesk.language.varieties import varieties
from pressdesk.language.wording import Wording
from pressdesk.model.forms import Form, Inflector, Traits


@dataclass(frozen=True, slots=True)
class Language:
    """How a language inflects, counts, dates and joins.

    Attributes:
        tag: the short tag, "kk".
        locale: the tag that documents carry, "kk-KZ".
        name: what the language calls itself.
        inflector: puts a base form into a form.
        settings: everything of its language.toml.
        numerals: its number words.
        variety: the country whose spelling is followed where it is another than the language's own: "US", else "".
        wording: that variety's words, for text that PressDesk wrote.
        percent_read: how the percent sign is read where the house reads it otherwise ("процент"); its endings follow.
    """

    tag: str
    locale: str
    name: str
    inflector: Inflector
    settings: Settings
    numerals: numbers.Numerals
    variety: str = ""
    wording: Wording = field(default_factory=Wording)
    percent_read: str = ""

    def join(self, parts: Sequence[str], style: str = "and", traits: Sequence[Traits | None] = ()) -> list[str]:
        """The separators between the parts, one fewer than there are parts. Styles: and, or, with, comma.

        "with" is мен, пен or бен in Kazakh and "and" elsewhere; `traits` are those of the parts, in order.
        """
        return dates.separators(self.settings.list, self.inflector, parts, style, traits)

    def date(self, date: dt.date, style: str = "full", features: str = "") -> str:
        """The date. Styles: full, day, year, line (for datelines, with no-break spaces), numeric; on and on_full
        with the preposition that the day takes (pt "a 17 de agosto").

        Features inflect the month where the language has endings for it: kk, day, LOC: «14 мамырда».
        """
        return dates.date_text(self.settings, self.inflector, date, style, features)

    def span(self, first: dt.date, last: dt.date, features: str = "") -> str:
        """The days of an event of several days: «17–18 тамызда»."""
        return dates.span_text(self.settings, self.inflector, first, last, features)

    def time(self, time: dt.time) -> str:
        """The time of day, hours and minutes."""
        return dates.time_text(self.settings, time)

    def number(self, value: numbers.Number, decimals: int | None = None) -> str:
        """The number in figures, with the language's decimal mark and thousands apart."""
        return numbers.figures(self.settings, value, decimals)

    def percent(self, value: numbers.Number) -> str:
        """The percentage with its sign."""
        return numbers.percent(self.settings, value)

    def amount(self, value: numbers.Number, scale: str = "", currency: str = "", features: str = "") -> str:
        """A sum of money: scale thousand, million, billion, trillion or ""; currency an ISO 4217 code."""
        return numbers.amount(self.settings, self.inflector, value, scale, currency, features)

    def cardinal(self, number: int, features: str = "", traits: Traits | None = None) -> Form:
        """The number in words (0 to 20, tens, 100; others in figures), in a form and gender."""
        return self.numerals.cardinal(number, features, traits)

    def counted(
        self, number: int, noun: str, features: str = "", traits: Traits | None = None, in_figures: bool = False
    ) -> Form:
        """The number with its noun: «двух круглых столов». `traits` are the noun's."""
        return counting.counted(
            self.settings, self.inflector, self.numerals, number, noun, features, traits, in_figures
        )

    def ordinal(self, number: int, noun: str, features: str = "", traits: Traits | None = None) -> Form:
        """The ordinal with its noun: «екінші раундта», «второго заседания». `traits` are the noun's."""
        return counting.ordinal(self.settings, self.inflector, number, noun, features, traits or {})

    def preposition(self, preposition: str, following: str) -> str:
        """The preposition in the shape that the next word asks for: ru во Франции, со страной, об итогах."""
        for longer, pattern in self.settings.prepositions.get(preposition.lower(), {}).items():
            if re.match(pattern, following.lstrip('«„“"'), re.IGNORECASE):
                return longer.capitalize() if preposition[:1].isupper() else longer
        return preposition

    @staticmethod
    def agree(masculine: str, feminine: str, gender: str) -> str:
        """Which of two words agrees with a person: ru посетил / посетила, pt recebido / recebida."""
        return feminine if gender == "f" else masculine


@cache
def load(tag: str) -> Language:
    """The language. FactsError for a tag that no folder has; TableError for a fault in its files."""
    if tag not in languages():
        raise FactsError(f"“{tag}” is no language of this PressDesk; there are {', '.join(languages())}.")
    return load_folder(resources(tag))


@cache
def dialect(tag: str, variety: str = "", percent: str = "") -> Language:
    """The language as a house writes it; its tables are the language's own, loaded once.

    Args:
        variety: a row of varieties.toml; "" or the country of the language's own locale is the language itself.
        percent: how the percent sign is read; "" is as the grammar's tables have it.

    Raises:
        FactsError: no such language or variety.
    """
    plain = load(tag)
    made = plain
    if percent:
        read_so = ReadAloud(plain.inflector, {PERCENT: percent})
        made = dataclasses.replace(plain, inflector=read_so, percent_read=percent)
    if variety in ("", plain.locale.rpartition("-")[2]):
        return made
    folder = resources(tag)
    known = varieties(folder)
    if variety not in known:
        raise FactsError(f"“{variety}” is no variety of {plain.name}; there are {', '.join(known) or 'none'}.")
    chosen = known[variety]
    settings = read(folder / "language.toml", chosen.over)
    numerals = numbers.Numerals(settings, made.inflector, folder)
    return dataclasses.replace(
        made, locale=settings.locale, settings=settings, numerals=numerals, variety=variety, wording=chosen.wording
    )


def load_folder(folder: Path) -> Language:
    """The language of any folder; `load` is for the shipped ones."""
    settings = read(folder / "language.toml")
    inflector = _inflector(settings, folder)
    numerals = numbers.Numerals(settings, inflector, folder)
    return Language(settings.tag, settings.locale, settings.name, inflector, settings, numerals)


def _inflector(settings: Settings, folder: Path) -> Inflector:
    # each engine is imported for its own language alone: pymorphy3 is not for those who write English
    match settings.inflection:
        case "russian":
            from pressdesk.language.russian.inflector import Russian

            return Russian(folder)
        case "english":
            from pressdesk.language.english import English

            return English(folder)
        case "portuguese":
            from pressdesk.language.portuguese import Portuguese

            return Portuguese(folder)
        case _:
            from pressdesk.grammar.grammar import Grammar

            return Grammar.load(folder)
