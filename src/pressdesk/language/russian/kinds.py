"""Tells what a Russian base is, where nobody said: a person, a place, or a phrase. Start at `kind`."""

import re

from pressdesk.language.russian import syllables
from pressdesk.language.russian.lists import Lists
from pressdesk.language.russian.words import readings
from pressdesk.model.forms import Traits

PERSON, PLACE, PHRASE = "person", "place", "phrase"
_TOLD = {"person": PERSON, "place": PLACE, "city": PLACE, "country": PLACE}
_FAMILY = re.compile(r"(?:[оеё]ва?|[иы]на?|[сц]к(?:ий|ая)|улы|кызы|енко|ович|евич|овна|евна)$")


def kind(base: str, traits: Traits, lists: Lists) -> tuple[str, str]:
    """The kind, and why it is a guess ("" where it is none)."""
    told = traits.get("kind", "")
    if told:
        return _TOLD.get(told, PHRASE), ""
    words = base.replace("\u00a0", " ").split(" ")
    if not _like_a_name(words, lists):
        return PHRASE, ""
    if any(re.fullmatch(r"(?:[А-ЯЁ]\.-?)+", word) for word in words):
        return PERSON, ""
    if len(words) == 1:
        return _single(words[0], traits, lists)
    return _several(words, traits, lists)


def _like_a_name(words: list[str], lists: Lists) -> bool:
    """Every word has a capital, save particles (де, фон); none is quoted or an abbreviation."""
    for word in words:
        if re.fullmatch(r"(?:[А-ЯЁ]\.-?)+", word) or lists.marked(word, "particle"):
            continue
        if not re.fullmatch(r"[А-ЯЁ][\w’'ʼ-]*", word) or (re.fullmatch(r"[А-ЯЁ\d]{2,}", word) and len(words) > 1):
            return False
    return words[0][:1].isupper() or lists.marked(words[0], "particle")


def _common(word: str) -> bool:
    """A word of the dictionary that is an ordinary noun or adjective in the nominative."""
    return any(r.known and r.has("nomn") and (r.adjective or r.has("NOUN")) and not r.proper for r in readings(word))


def _proper(word: str, *grammemes: str) -> bool:
    return any(r.known and r.has("nomn") and r.grammemes & set(grammemes) for r in readings(word))


def _single(word: str, traits: Traits, lists: Lists) -> tuple[str, str]:
    if lists.stored(word, "*") or _proper(word, "Geox"):
        return PLACE, ""
    if _proper(word, "Name", "Surn") and not _common(word):
        return PERSON, ""
    if _common(word):
        return PHRASE, ""
    if _FAMILY.search(word.lower()) and traits.get("gender") in ("m", "f"):
        return PERSON, f"“{word}” was taken for a family name"
    return PLACE, "" if traits.get("gender") else f"“{word}” was taken for a place"


def _several(words: list[str], traits: Traits, lists: Lists) -> tuple[str, str]:
    first, last = words[0], words[-1]
    if syllables.family_first(words, lists, "family_first" in traits):
        return PERSON, ""
    named = _proper(first, "Name", "Surn") or lists.marked(first, "given")
    if named and not any(r.adjective and r.known and r.has("nomn") for r in readings(first)):
        return PERSON, ""
    surname = (bool(_FAMILY.search(last.lower())) and not _common(last)) or _proper(last, "Surn")
    if _common(first):
        return (PERSON, f"“{' '.join(words)}” was taken for a person") if surname else (PHRASE, "")
    if surname or traits.get("gender") in ("m", "f"):
        return PERSON, ""
    return PERSON, f"“{' '.join(words)}” was taken for a person"
