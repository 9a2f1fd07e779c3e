"""A number with its noun: «двух круглых столов», "two round tables", «екі дөңгелек үстел», "duas mesas-redondas"."""

from typing import Protocol, runtime_checkable

from pressdesk.language.features import worst
from pressdesk.language.numbers import Numerals, figures
from pressdesk.language.settings import Settings
from pressdesk.model.forms import Form, How, Inflector, Traits


@runtime_checkable
class KnowsGender(Protocol):
    """An inflector of a language whose nouns have genders."""

    def gender_of(self, noun: str) -> str:
        """m, f, n, or "" where it is not known."""
        ...

    def plural(self, noun: str) -> bool:
        """Whether the phrase itself is plural: «Нидерланды», "os Estados Unidos"."""
        ...

    def animate(self, noun: str) -> bool:
        """Whether the noun is a living being, where that matters to a form."""
        ...


def counted(
    settings: Settings,
    inflector: Inflector,
    numerals: Numerals,
    number: int,
    noun: str,
    features: str = "",
    traits: Traits | None = None,
    in_figures: bool = False,
) -> Form:
    """The number and the noun in a form; in words where the number has one and `in_figures` is not set.

    `traits` are the noun's: its gender, `animate`, a stored "form:PL" (en, pt) or "form:PL+GEN" (ru).
    """
    traits = traits or {}
    words = not in_figures and numerals.has_word(number)
    wanted = features or "NOM"
    if isinstance(inflector, KnowsGender):
        told = {"gender": _gender(inflector, noun, traits)} | ({"animate": ""} if inflector.animate(noun) else {})
        traits = {**told, **traits}
    if settings.inflection == "russian":
        asked = _russian(number, wanted, "animate" in traits)
        own = settings.counted.get(noun) if asked == "PL+GEN" else None
        noun_form = Form(own, How.LEXICON) if own else inflector.form(noun, asked, traits)
    elif settings.inflection == "tables":
        noun_form = inflector.form(noun, features, traits) if features else Form(noun, How.RULE)
        wanted = "NOM"  # the noun alone takes the ending
    elif number == 1:
        noun_form, wanted = Form(noun, How.RULE), "NOM"
    else:
        noun_form, wanted = inflector.form(noun, "PL", traits), "NOM"
    if words:
        number_form = numerals.cardinal(number, wanted, traits)
    else:
        number_form = Form(figures(settings, number), How.RULE)
    return worst((number_form, noun_form), f"{number_form.text} {noun_form.text}")


def _russian(number: int, case: str, animate: bool) -> str:
    """The form of the noun: «два стола», «пять столов», «двух столов», «двадцать один стол»."""
    last, teens = number % 10, 11 <= number % 100 <= 14
    if last == 1 and not teens:
        return case
    few = 2 <= last <= 4 and not teens
    if case == "ACC" and few and animate and number <= 4:
        return "PL+GEN"
    if case in ("NOM", "ACC"):
        return "PAUCAL" if few else "PL+GEN"
    return f"PL+{case}"


def _gender(inflector: KnowsGender, noun: str, traits: Traits) -> str:
    """The noun's gender for the numeral: the trait's, else what the inflector knows of it, else masculine."""
    if traits.get("gender"):
        return traits["gender"]
    return inflector.gender_of(noun) or "m"


def ordinal(settings: Settings, inflector: Inflector, number: int, noun: str, features: str, traits: Traits) -> Form:
    """The ordinal with its noun in a form: «екінші раундта», «34-отырысында», «второго заседания», "the 34th session".

    In words where language.toml has the word. `traits` are the noun's, such as its gender.
    """
    order = {"m": 0, "f": 1, "n": 2}
    gender = traits.get("gender", "")
    if not gender and isinstance(inflector, KnowsGender):
        gender = inflector.gender_of(noun)
    words = settings.ordinal.words.get(str(number))
    joint = " "
    if words is None:
        digits = str(number)
        ends = (digits[start:] for start in range(len(digits)))
        end = next((end for end in ends if end in settings.ordinal.figures), "")
        words = settings.ordinal.figures[end]
        joint = settings.ordinal.joint
    shown = words[min(order.get(gender, 0), len(words) - 1)].format(number=number)
    phrase = f"{shown}{joint}{noun}"
    told = {"kind": "phrase", **traits, **({"gender": gender} if gender else {})}
    return inflector.form(phrase, features, told) if features else Form(phrase, How.RULE)
