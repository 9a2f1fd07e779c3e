"""Cases of people's names; start at `decline`. Given name, patronymic and family name have rules of their own.

Two witnesses are heard: the endings (`endings.py`) and pytrovich's rules with their lists of exceptions. Where they
differ and no rule here decides, the form is a guess and says so.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from pressdesk.language.russian import endings, syllables
from pressdesk.language.russian.lists import Lists
from pressdesk.language.russian.words import PYMORPHY_CASE, in_shape_of, readings
from pressdesk.model.forms import Form, How, Traits

GIVEN, FAMILY, PATRONYMIC = "given", "family", "patronymic"
_FIXED_FAMILY = re.compile(r"(?:[оеёэиыую]|[ыи]х|(?<=[аеиоуы])а|улы|кызы|оглы|оглу|заде|угли|уулу)$")
_OV = re.compile(r"(?:[оеё]в|[иы]н)$")
_OVA = re.compile(r"(?:[оеё]в|[иы]н)а$")
_ADJECTIVE_M = re.compile(r"(?:[сц]ь?к[ио]й|ый)$")
_ADJECTIVE_F = re.compile(r"(?:[сц]ь?кая|[^аеиоуы]ая|яя)$")
SURNAME = re.compile(r"(?:[оеё]ва?|[иы]на?|[сц]к(?:ий|ая))$")
_TURKIC = re.compile(r"(?:лл|к|ш|х|г|р)ин$")
_PATRONYMIC = re.compile(r"(?:ович|евич|ьич|инич|овна|евна|ична|инична)$")


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    note: str = ""  # why it is a guess


def decline(base: str, case: str, traits: Traits, lists: Lists) -> Form:
    """The name in a case. Traits: gender, name_order, given, family, given_indeclinable, family_indeclinable."""
    gender, notes = _gender(base, traits, lists)
    words = base.replace("\u00a0", " ").split(" ")
    told = traits.get("name_order") == "family_first" or "family_first" in traits
    if syllables.family_first(words, lists, told):
        roles = ["" for _ in words[:-1]] + [GIVEN]
        last = _asian(words[-1], gender, case)
        return _form([*(_Word(w) for w in words[:-1]), last], roles, base, notes)
    roles = _told_roles(words, traits, _roles(words, lists, told))
    made = []
    for word, role in zip(words, roles, strict=True):
        fixed = not role or f"{role}_indeclinable" in traits
        made.append(_Word(word) if fixed else _name(word, role, gender, case, words, lists))
    return _form(made, roles, base, notes)


def _form(made: list[_Word], roles: list[str], base: str, notes: list[str]) -> Form:
    text = ""
    rest = base
    for word, original in zip(made, base.replace("\u00a0", " ").split(" "), strict=True):
        rest = rest[len(original) :]
        text += word.text + rest[:1]
        rest = rest[1:]
        if word.note and word.note not in notes:
            notes.append(word.note)
    return Form(text, How.GUESSED if notes else How.RULE, "; ".join(notes))


def _gender(base: str, traits: Traits, lists: Lists) -> tuple[str, list[str]]:
    if traits.get("gender") in ("m", "f"):
        return traits["gender"], []
    for word in base.split():
        named = [r for r in readings(word) if r.has("nomn", "sing") and r.grammemes & {"Name", "Patr"} and r.known]
        genders = {r.gender for r in named if r.gender in ("m", "f")}
        if len(genders) == 1:
            return genders.pop(), []
    last = base.split()[-1].lower()
    if _OVA.search(last) or _ADJECTIVE_F.search(last) or last.endswith("кызы"):
        return "f", []
    if _OV.search(last) or _ADJECTIVE_M.search(last) or last.endswith("улы"):
        return "m", []
    return "m", ["guess.no-gender"]


def _roles(words: list[str], lists: Lists, told: bool) -> list[str]:
    """given, patronymic, family, or "" for what never moves (initials, particles)."""
    roles = [
        ""
        if word.endswith(".") or word == "и" or lists.marked(word, "particle") or not re.search("[а-яё]", word.lower())
        else "?"
        for word in words
    ]
    free = [i for i, role in enumerate(roles) if role]
    for i in free:
        if _PATRONYMIC.search(words[i].lower()) and i != free[0]:
            roles[i] = PATRONYMIC
    free = [i for i in free if roles[i] == "?"]
    if not free:
        return roles
    # Иванов Иван Иванович; Пашаева Мехрибан
    first = (len(words) == 3 and roles[2] == PATRONYMIC) or (
        len(words) == 2
        and bool(SURNAME.search(words[0].lower()))
        and not _is_given(words[0])
        and not SURNAME.search(words[1].lower())
    )
    initials = any(word.endswith(".") for word in words)
    family = free[0] if told or first else free[-1]
    for i in free:
        roles[i] = FAMILY if i == family and (len(free) > 1 or initials or not _is_given(words[i])) else GIVEN
        middle = i not in (free[0], family)
        if middle and not _is_given(words[i]):
            roles[i] = FAMILY
    return roles


def _told_roles(words: list[str], traits: Traits, guessed: list[str]) -> list[str]:
    """The roles by the register's given and family name (traits given, family), where the name is made of them."""
    family = traits.get("family", "").split()
    if not family or not traits.get("given") or len(family) >= len(words):
        return guessed
    if words[-len(family) :] == family:
        first = len(words) - len(family)
    elif words[: len(family)] == family:
        first = 0
    else:
        return guessed
    theirs = range(first, first + len(family))
    return [
        role if role in ("", PATRONYMIC) else FAMILY if index in theirs else GIVEN for index, role in enumerate(guessed)
    ]


def _is_given(word: str) -> bool:
    return any(r.known and r.has("Name", "nomn") for r in readings(word))


def _asian(word: str, gender: str, case: str) -> _Word:
    if gender == "f" or word.lower()[-1] in endings.VOWELS:
        return _Word(word)
    return _Word(endings.noun(word, "m", case, animate=True))


def _name(word: str, role: str, gender: str, case: str, words: list[str], lists: Lists) -> _Word:
    stored = lists.stored(word, case)
    if stored is not None:
        return _Word(in_shape_of(word, stored.lower()))
    if len(word) < 2 or not word[-1].isalpha():  # an initial, a sign: nothing takes an ending there
        return _Word(word)
    if "-" in word:
        return _double(word, role, gender, case, words, lists)
    if word.isupper() and len(word) > 1:
        shaped = _name(word.capitalize(), role, gender, case, [w.capitalize() for w in words], lists)
        return _Word(shaped.text.upper(), shaped.note)
    if role == PATRONYMIC:
        return _Word(_pytrovich(word, role, gender, case))
    if role == GIVEN:
        return _given(word, gender, case, lists)
    return _family(word, gender, case, words, lists)


def _double(word: str, role: str, gender: str, case: str, words: list[str], lists: Lists) -> _Word:
    """Касым-Жомарта, Жан-Клода (the first part stays), Анны-Марии, Римского-Корсакова (both move)."""
    parts = word.split("-")
    if any(part[:1].islower() for part in parts) and not lists.marked(parts[0], "particle"):
        return _Word(word)
    last = _name(parts[-1], role, gender, case, words, lists)
    first, note = parts[:-1], last.note
    for index, part in enumerate(first):
        if not part or lists.marked(part, "particle") or lists.marked(part, "fixed"):
            continue
        family = role == FAMILY and (_OV.search(part.lower()) or _OVA.search(part.lower()) or _ADJECTIVE_M.search(part))
        if lists.marked(part, "both") or family or (part[-1] in "ая" and (role == GIVEN or gender == "f")):
            first[index] = _name(part, role, gender, case, words, lists).text
        elif role == FAMILY and _name(part, role, gender, case, words, lists).text != part:
            first[index] = _name(part, role, gender, case, words, lists).text
            note = note or f"guess.both-parts {word}"
    return _Word("-".join([*first, last.text]), note)


def _given(word: str, gender: str, case: str, lists: Lists) -> _Word:
    low = word.lower()
    if low[-1] in "оеёэиыую" or re.search(r"(?:улы|кызы)$", low):
        return _Word(word)
    stressed = lists.marked(word, "stressed")
    ours = endings.noun(word, gender, case, animate=True, stressed=stressed)
    if gender == "f" and low[-1] not in "аяь":
        return _Word(word)
    if re.search(r"[иуоэ]а$", low):
        return _Word(word, f"guess.indeclinable {word}")
    theirs = _pytrovich(word, GIVEN, gender, case)
    if low[-1] == "а" and low[-2:-1] and low[-2] in endings.HUSHING:
        return _Word(ours)
    if gender == "m" and re.search(r"[еоё]к$", low):
        return _Word(ours)  # Ермека: formal names keep the vowel that diminutives lose
    if low.endswith("ия"):
        return _in_iya(word, case, ours, lists)
    if gender == "f" and low.endswith("ь"):
        return _soft_woman(word, case, ours, theirs)
    return _agree(word, ours, theirs)


def _in_iya(word: str, case: str, ours: str, lists: Lists) -> _Word:
    if case not in ("DAT", "LOC") or lists.marked(word, "stressed") or lists.marked(word, "given") or _is_given(word):
        return _Word(ours)
    return _Word(ours, f"“{ours}”: a name in stressed -ия would be “{ours[:-1]}е”")


def _soft_woman(word: str, case: str, ours: str, theirs: str) -> _Word:
    if theirs != word or ours == word:
        return _Word(theirs)
    return _Word(word, f"guess.declines {ours}")


def _family(word: str, gender: str, case: str, words: list[str], lists: Lists) -> _Word:
    low = word.lower()
    if _FIXED_FAMILY.search(low) or len(low) < 2 or lists.marked(word, "indeclinable"):
        return _Word(word)
    if gender == "f":
        return _family_f(word, case, words, lists)
    if low[-1] in "ая":
        return _agree(word, endings.noun(word, "m", case, animate=True), _pytrovich(word, FAMILY, "m", case))
    if _ADJECTIVE_M.search(low):
        return _Word(endings.adjective(word, "m", case))
    theirs = _pytrovich(word, FAMILY, "m", case)
    if low.endswith(("ой", "ий")):
        return _Word(theirs)
    as_noun = endings.noun(word, "m", case, animate=True)
    if lists.marked(word, "noun"):
        return _Word(as_noun)
    if _OV.search(low):
        return _in_ov(word, case, as_noun, words, lists)
    if _loses_a_vowel(word):
        known = [
            f
            for r in readings(word)
            if r.known and r.has("NOUN", "nomn") and (f := r.inflect({"sing", PYMORPHY_CASE[case]}))
        ]
        shorter = in_shape_of(word, known[0]) if known else theirs
        return _Word(shorter, f"“{as_noun}” if the vowel stays")
    return _agree(word, as_noun, theirs)


def _loses_a_vowel(word: str) -> bool:
    """Whether the family name is a word, or looks like one, that loses a vowel: Заяц, Кравец."""
    low = word.lower()
    nouns = [r for r in readings(word) if r.known and r.has("NOUN", "nomn", "masc") and "Name" not in r.grammemes]
    forms = [r.inflect({"sing", "gent"}) for r in nouns]
    common = [form for form in forms if form is not None]
    return (low.endswith("ец") and len(low) > 4) or any(not form.startswith(low[:-1]) for form in common)


def _in_ov(word: str, case: str, as_noun: str, words: list[str], lists: Lists) -> _Word:
    ours = endings.surname_in_ov(word, "m", case)
    known = [r for r in readings(word) if r.known and r.has("nomn", "sing", "masc")]
    if case != "INS" or any(r.has("Surn") for r in known):
        return _Word(ours)
    if any(r.has("Name") for r in known):
        # a given name as a family name (Мартин, Августин) keeps the given name's ending
        return _Word(as_noun, f"“{ours}” if the family name is Russian")
    if _TURKIC.search(word.lower()):
        return _Word(ours)
    if re.search(r"[дт]дин$", word.lower()):
        return _Word(as_noun)  # Мухриддин: an Arabic given name
    if word.lower()[-2] in "иы" and not _eastern(words):
        return _Word(ours, f"“{as_noun}” if the name is not Russian")
    return _Word(ours)


def _family_f(word: str, case: str, words: list[str], lists: Lists) -> _Word:
    low = word.lower()
    if low[-1] not in "ая":
        return _Word(word)
    if _ADJECTIVE_F.search(low):
        return _Word(endings.adjective(word, "f", case))
    as_noun = endings.noun(word, "f", case, animate=True)
    if lists.marked(word, "noun"):
        return _Word(as_noun)
    if _OVA.search(low):
        ours = endings.surname_in_ov(word, "f", case)
        known = any(r.known and r.has("Surn", "nomn", "femn") for r in readings(word))
        if known or ours == as_noun or (low[-3:-2] not in ("и", "ы")) or _eastern(words):
            return _Word(ours)
        return _Word(as_noun, f"“{ours}” if the family name is Russian")
    return _agree(word, as_noun, _pytrovich(word, FAMILY, "f", case))


_WESTERN = re.compile(r"дж|уи|ио|[оуэшщ]$|иу$|с$|берт|ард|льф|ц$|е$")


def _eastern(words: list[str]) -> bool:
    """Whether the given name is one that goes with Russian-made surnames: in the dictionary and not of western make."""
    for word in words[:-1]:
        low = word.lower()
        if word.endswith(".") or _PATRONYMIC.search(low):
            return True
        if _WESTERN.search(low) or not _is_given(word):
            return False
    return len(words) > 1


def _agree(word: str, ours: str, theirs: str) -> _Word:
    """The endings' form; a guess where pytrovich says otherwise. Its exceptions (Лев, Льва) are known to be right."""
    if ours.replace("ё", "е") == theirs.replace("ё", "е"):
        return _Word(ours)
    if theirs == word:
        return _Word(ours, f"“{word}” may be indeclinable")
    if not theirs.startswith(word[:-1]) or (word[-1] not in "аяйь" and not theirs.startswith(word)):
        # a vowel falls out: Льва, Павла are listed as exceptions among given names, Кравца is a matter of the family
        return _Word(theirs, "" if _is_given(word) else f"“{ours}” if the vowel stays")
    return _Word(ours, f"also “{theirs}”")


@cache
def _maker() -> Any:
    from pytrovich.maker import PetrovichDeclinationMaker

    return PetrovichDeclinationMaker()


def _pytrovich(word: str, role: str, gender: str, case: str) -> str:
    from pytrovich.enums import Case, Gender, NamePart

    part = {GIVEN: NamePart.FIRSTNAME, FAMILY: NamePart.LASTNAME, PATRONYMIC: NamePart.MIDDLENAME}[role]
    cases = {
        "GEN": Case.GENITIVE,
        "DAT": Case.DATIVE,
        "ACC": Case.ACCUSATIVE,
        "INS": Case.INSTRUMENTAL,
        "LOC": Case.PREPOSITIONAL,
    }
    made = _maker().make(part, Gender.FEMALE if gender == "f" else Gender.MALE, cases[case], word)
    return str(made).replace("ёй", "ей").replace("ёю", "ею")
