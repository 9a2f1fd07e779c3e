"""Words that no dictionary of LanguageTool has: a name that nobody told of, or a slip. Start at `perhaps_name`."""

import re
from collections.abc import Callable, Iterable
from functools import cache

from pressdesk import data
from pressdesk.grammar.table import read_table
from pressdesk.language.russian.words import known, readings
from pressdesk.text.words import LOOKED_BACK, in_a_row_of_capitals, may_be_name, one_letter_apart

DICTIONARY_RULES = ("MORFOLOGIK_RULE_", "GERMAN_SPELLER_RULE", "AUSTRIAN_GERMAN_SPELLER_RULE", "FR_SPELLING_RULE")
"""How the ids of the rules begin that only say that a word is in no dictionary (LanguageTool 6.8)."""

SHORT = 3  # letters of a word with a capital to which some word is always near: Rui, run; Gil, gal


def in_no_dictionary(rule: str) -> bool:
    """Whether a rule says nothing but that a word is unknown, so that it can be said in the window's language."""
    return rule.startswith(DICTIONARY_RULES)


def perhaps_name(
    before: str,
    word: str,
    offers: Iterable[str],
    language: str,
    after: str = "",
    ordinary: Callable[[str], bool] = lambda word: False,
) -> bool:
    """Whether an unknown word is written as a name, and nothing makes it a likely slip.

    One of three letters never is one, and in a row of capitals ("Jonatan Vseviov") only a slip of an ordinary word
    ("Intergovernmental Comission").

    Args:
        before: the text before the word.
        word: the unknown word.
        offers: what LanguageTool would put in its place.
        language: of the text, "ru".
        after: the text after it, a word of it is enough.
        ordinary: whether a word in small letters is right by itself.
    """
    if in_a_foreign_name(before, word, after, language):
        return True
    if not may_be_name(before, word):
        return False
    if len(word) <= SHORT:
        return True
    likely = [offer for offer in offers if _likely(word, offer, language)]
    if in_a_row_of_capitals(before, after) and language != "ru":  # a Russian offer is no name already
        likely = [offer for offer in likely if ordinary(offer.lower())]
    return not likely


def in_a_foreign_name(before: str, word: str, after: str, language: str) -> bool:
    """Whether a word stands in a row of capitals that a small word of names joins: «Марселу Ребелу де Соуза».

    A row of them is a name wherever it begins, at the start of a quotation too: «Каза да Музика».
    """
    if not word[:1].isupper() or not any(c.islower() for c in word[1:]):
        return False
    joint = _joints().get(language)
    if joint is None:
        return False
    return bool(joint[0].search(before[-LOOKED_BACK:]) or joint[1].match(after))


_CAPITAL = r"[^\W\d_a-zа-яё][\w’'-]*"


@cache
def _joints() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    """What stands before and after a word of such a row, by language (name-joints.tsv). TableError for a faulty row."""
    columns = ("language", "words", "example", "source")
    found = {}
    for row in read_table(data.resources("languagetool", "name-joints.tsv"), columns, columns):
        one = "|".join(map(re.escape, row["words"].split()))
        small = rf"(?:{one})(?:[ -](?:{one}))?"
        left = rf"(?<!\w){_CAPITAL}(?: {_CAPITAL}){{0,2}}[ -]{small}[ -](?:{_CAPITAL} ){{0,2}}$"
        right = rf"(?: {_CAPITAL}){{0,2}}[ -]{small}[ -]{_CAPITAL}"
        found[row["language"]] = (re.compile(left), re.compile(right))
    return found


def _likely(word: str, offer: str, language: str) -> bool:
    """Whether `offer` is what was meant: one letter apart, of one word, and no other name.

    The first letter is nearly never the wrong one (Pollock and Zamora 1984), while a short foreign name nearly always
    has a word with another first letter beside it: «Педру», «кедру». A space put into a name («Ду арте») mends nothing.
    """
    if " " in offer or word[:1].lower() != offer[:1].lower():
        return False
    if not one_letter_apart(word.lower(), offer.lower()):
        return False
    return language != "ru" or _common(offer)


def _common(word: str) -> bool:
    """Whether a Russian word is something else than a name: that «Баграшев» exists says nothing about «Батрашев»."""
    return known(word) and any(not reading.proper for reading in readings(word) if reading.known)
