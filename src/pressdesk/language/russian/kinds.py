"""Tells what a Russian base is, where nobody said: a person, a place, or a phrase. Start at `kind`."""

import re

from pressdesk.language.russian import syllables
from pressdesk.language.russian.lists import Lists
from pressdesk.language.russian.words import plain, readings
from pressdesk.model.forms import Traits

PERSON, PLACE, PHRASE = "person", "place", "phrase"
UNKNOWN = "guess.place"
_TOLD = {"person": PERSON, "place": PLACE, "city": PLACE, "country": PLACE}
_PATRONYMIC = re.compile(r"(?:ович|евич|овна|евна)$")
_FAMILY = re.compile(r"(?:[оеё]ва?|[иы]на?|[сц]к(?:ий|ая)|улы|кызы|енко|ович|евич|овна|евна)$")


def kind(base: str, traits: Traits, lists: Lists) -> tuple[str, str]:
    """The kind, and why it is a guess ("" where it is none)."""
    told = traits.get("kind", "")
    if told:
        return _TOLD.get(told, PHRASE), ""
    words = base.replace("\u00a0", " ").split(" ")
    if re.fullmatch(r"[А-ЯЁ\d]{2,}", base):
        return PHRASE, ""  # an abbreviation
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
        if word == "и" and word is not words[-1] and _proper(words[0], "Name"):
            continue  # Улисес Коррейя и Силва
        first, hyphen, rest = word.partition("-")
        if re.fullmatch(r"(?:[А-ЯЁ]\.-?)+", word) or lists.marked(word, "particle"):
            continue
        if hyphen and rest[:1].isupper() and lists.marked(first, "particle"):
            continue  # ас-Сиси
        if not re.fullmatch(r"[А-ЯЁ][\w’'ʼ-]*", word) or (re.fullmatch(r"[А-ЯЁ\d]{2,}", word) and len(words) > 1):
            return False
    return words[0][:1].isupper() or lists.marked(words[0], "particle")


def _common(word: str) -> bool:
    """A word of the dictionary that is an ordinary noun or adjective in the nominative."""
    return any(r.known and r.has("nomn") and (r.adjective or r.has("NOUN")) and not r.proper for r in readings(word))


def _proper(word: str, *grammemes: str) -> bool:
    return any(r.known and r.has("nomn") and r.grammemes & set(grammemes) for r in readings(word))


def _single(word: str, traits: Traits, lists: Lists) -> tuple[str, str]:
    if lists.stored(word, "*") or plain(word) in lists.places or _proper(word, "Geox"):
        return PLACE, ""
    if _proper(word, "Name", "Surn") and not _common(word):
        return PERSON, ""
    if _common(word):
        return PHRASE, ""
    if _FAMILY.search(word.lower()) and traits.get("gender") in ("m", "f"):
        return PERSON, f"guess.family {word}"
    return PLACE, UNKNOWN


def _several(words: list[str], traits: Traits, lists: Lists) -> tuple[str, str]:
    free = [w for w in words if not lists.marked(w, "particle")] or words
    first, last = free[0], free[-1]
    if syllables.family_first(words, lists, "family_first" in traits):
        return PERSON, ""
    if any(_PATRONYMIC.search(word) and not _common(word) for word in words[1:]):
        return PERSON, ""
    if all(_proper(word, "Geox") for word in free) and not _proper(first, "Name", "Surn"):
        return PHRASE, ""
    named = _proper(first, "Name", "Surn") or lists.marked(first, "given")
    if named and not any(r.adjective and r.known and r.has("nomn") for r in readings(first)):
        return PERSON, ""
    if _common(first):
        return _common_first(free, traits)
    if _surname(last) or traits.get("gender") in ("m", "f"):
        return PERSON, ""
    return PERSON, f"guess.person {' '.join(words)}"


def _surname(word: str) -> bool:
    """A family name by the dictionary, or by its end where the word is no form of anything else («Министров»)."""
    if _proper(word, "Surn"):
        return True
    return bool(_FAMILY.search(word.lower())) and not any(r.known and not r.proper for r in readings(word))


def _common_first(words: list[str], traits: Traits) -> tuple[str, str]:
    """«Университет Минью», «Посол Данияр Сейит», «Канат Иманов»: the first word is an ordinary one too."""
    whole, last = " ".join(words), words[-1]
    animate = any(r.has("anim", "nomn") and r.known for r in readings(words[0]))
    if animate and len(words) > 2 and not _common(last):
        return PHRASE, ""  # a title and a name, which `phrases` tells apart
    if any(_proper(word, "Name") and not _common(word) for word in words[1:-1]):
        return PERSON, f"guess.person {whole}"
    if _surname(last):
        return PERSON, f"guess.person {whole}"
    if any(r.known for r in readings(last)):
        return PHRASE, ""
    if animate:
        return PERSON, f"guess.person {whole}"
    open_end = last.lower()[-1] not in "оеёэиыую"
    return PHRASE, f"guess.stays {last}" if open_end and len(words) == 2 else ""
