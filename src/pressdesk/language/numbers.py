"""Figures, percentages, sums of money, and numbers in words; start at `Numerals`.

Words exist for 0 to 20, the tens and 100 (`language.toml`, and `numbers.tsv` where a language inflects them); any other
number is written in figures.
"""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import MappingProxyType

from pressdesk.errors import FactsError
from pressdesk.grammar.table import read_table
from pressdesk.language.settings import Settings
from pressdesk.model.forms import Form, How, Inflector, Traits

Number = int | float | Decimal


def figures(settings: Settings, value: Number, decimals: int | None = None) -> str:
    """The number in figures; `decimals` rounds to so many places, else it has the places it was given with."""
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    if not exact.is_finite():
        raise FactsError(f"{value} is no number that can stand in a text.")
    if decimals is not None:
        exact = round(exact, decimals)
    elif exact == exact.to_integral_value():
        exact = exact.to_integral_value()
    sign = "\u2212" if exact < 0 else ""
    whole, _, rest = f"{abs(exact):f}".partition(".")
    if int(whole) >= settings.number.group_from:
        whole = f"{int(whole):,}".replace(",", settings.number.thousands)
    return f"{sign}{whole}{settings.number.decimal + rest if rest else ''}"


def percent(settings: Settings, value: Number) -> str:
    """The percentage, with the space that the language puts before its sign."""
    return settings.number.percent.format(figures(settings, value))


def amount(settings: Settings, inflector: Inflector, value: Number, scale: str, currency: str, features: str) -> str:
    """A sum: `scale` is "", "thousand", "million", ...; `currency` an ISO 4217 code or a word of one's own.

    Features inflect the currency where it comes last (kk: 120 миллион АҚШ долларына).
    """
    if scale and scale not in settings.money.scales:
        raise FactsError(f"“{scale}” is no scale of a sum; there are {', '.join(settings.money.scales)}.")
    name = settings.money.currencies.get(currency, currency)
    if features not in ("", "NOM") and settings.inflection == "tables":
        name = inflector.form(name, features, {"possessed": ""} if " " in name else None).text
    pattern = settings.money.scaled if scale else settings.money.plain
    number = figures(settings, value)
    return pattern.format(number=number, scale=settings.money.scales.get(scale, ""), currency=name).rstrip()


@cache
def _table(path: Path) -> Mapping[tuple[str, str, str], str]:
    """numbers.tsv by (number, features, gender); gender "" is any."""
    rows = read_table(path, ("number", "features", "gender", "form", "source"))
    return MappingProxyType({(row["number"], row["features"], row["gender"]): row["form"] for row in rows})


class Numerals:
    """The number words of one language."""

    def __init__(self, settings: Settings, inflector: Inflector, folder: Path) -> None:
        self._settings, self._inflector = settings, inflector
        path = folder / "numbers.tsv"
        self._forms: Mapping[tuple[str, str, str], str] = _table(path) if path.is_file() else {}

    def cardinal(self, number: int, features: str = "", traits: Traits | None = None) -> Form:
        """The number in words, in a form and gender (traits gender=m|f|n, `animate`); in figures where it has none."""
        traits = traits or {}
        wanted = features or "NOM"
        if wanted == "ACC" and "animate" in traits:
            wanted = "GEN" if number in (1, 2, 3, 4) and not (number == 1 and traits.get("gender") == "f") else "ACC"
        gender = traits.get("gender", "m")
        for key in ((str(number), wanted, gender), (str(number), wanted, "")):
            if key in self._forms:
                return Form(self._forms[key], How.LEXICON)
        word = self._settings.words.get(str(number))
        if word is None:
            return Form(figures(self._settings, number), How.RULE)
        if wanted == "NOM" or self._settings.inflection in ("english", "portuguese"):
            return Form(word, How.LEXICON)
        if self._settings.inflection == "tables":
            return self._inflector.form(word, features)
        raise FactsError(f"“{features}” is no form of the number {number} in {self._settings.name}.")

    def has_word(self, number: int) -> bool:
        """Whether there is a word for the number."""
        return str(number) in self._settings.words
