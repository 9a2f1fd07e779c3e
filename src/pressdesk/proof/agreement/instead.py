"""What to write so that a figure says what another version says. Start at `instead`.

Only where digits alone change: a number with an ending or in words would need another ending or other words.
"""

import re
from decimal import Decimal

from pressdesk.data import languages
from pressdesk.language.language import load
from pressdesk.proof.agreement.figures import Days, Mention, Quantity
from pressdesk.proof.agreement.numerals import exact
from pressdesk.proof.agreement.tokens import DASHES, SPACES

MOST = 10**15  # a larger number is none that a release writes
PLACES = 2  # decimal places of a number before its millions; more than that nobody writes
_RUN = re.compile(rf"\d+(?:[.,{SPACES}]\d+)*")


def instead(mention: Mention, other: Mention, language: str) -> str:
    """The words of a figure with the digits of another version's, "" where that takes more than digits."""
    if isinstance(mention.value, Quantity) and isinstance(other.value, Quantity):
        return _number(mention, mention.value, other.value, language)
    if isinstance(mention.value, Days) and isinstance(other.value, Days):
        return _day(mention, mention.value, other.value)
    return ""


def _number(mention: Mention, own: Quantity, other: Quantity, language: str) -> str:
    runs = list(_RUN.finditer(mention.text))
    if language not in languages():
        return ""
    if own.high is not None or other.high is not None or own.unit != other.unit or len(runs) != 1:
        return ""
    run, settings = runs[0], load(language).settings
    written = exact(run[0], settings.number.decimal)
    if not written or _ends(mention.text, run.end()):
        return ""
    scale = own.low / written
    value = other.low / scale
    if abs(value) >= MOST:
        return ""
    if value != round(value, PLACES) or (scale > 1 and not 1 <= value < 1000):
        return ""
    figure = load(language).number(Decimal(f"{value.normalize():f}"))
    return mention.text[: run.start()] + figure + mention.text[run.end() :]


def _day(mention: Mention, own: Days, other: Days) -> str:
    one, two = own.first, other.first
    if own.last is not None or other.last is not None or one.month != two.month or None in (one.day, two.day):
        return ""
    if None not in (one.year, two.year) and one.year != two.year:
        return ""
    runs = [run for run in _RUN.finditer(mention.text) if run[0].isdecimal() and int(run[0]) == one.day]
    if len(runs) != 1 or _ends(mention.text, runs[0].end()):
        return ""
    return mention.text[: runs[0].start()] + str(two.day) + mention.text[runs[0].end() :]


def _ends(text: str, at: int) -> bool:
    """Whether letters hang on a figure: 350-ден, 12th, 12.ª."""
    rest = text[at:].lstrip("".join(DASHES) + ".")
    return bool(rest) and rest[0].isalpha()
