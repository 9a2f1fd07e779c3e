"""Forms of one common noun or adjective within a phrase. Start at `noun` and `adjective`."""

import re
from dataclasses import dataclass

from pressdesk.language.russian import endings
from pressdesk.language.russian.lists import Lists
from pressdesk.language.russian.words import GENDERS, PYMORPHY_CASE, Reading, in_shape_of, readings

ORDINAL = re.compile(r"(?P<figure>\d+|[IVXLC]+)-(?P<ending>й|я|е|ая|ое|ый|ой|ий)")
_ORDINAL_FORMS = {
    "m": ("го", "му", "й", "м", "м"),
    "n": ("го", "му", "е", "м", "м"),
    "f": ("й", "й", "ю", "й", "й"),
}


@dataclass(frozen=True, slots=True)
class Target:
    """The form wanted: a case (GEN ... LOC, NOM for a plural), whether plural, whether after 2, 3, 4."""

    case: str
    plural: bool = False
    paucal: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """The noun that a phrase is about, with the reading chosen.

    Attributes:
        word: as typed.
        reading: None for a word that has no forms (an abbreviation).
        plural: whether it stands in the plural in the nominative already.
        gender: m, f or n; "" for a plural.
        animate: decides the accusative.
    """

    word: str
    reading: Reading | None
    plural: bool
    gender: str
    animate: bool


def nominatives(word: str, lists: Lists) -> list[Reading]:
    """The nominative readings of a word as a noun, the likeliest first; of a compound, those of its last part."""
    _, hyphen, last = word.rpartition("-")
    found = [r for r in readings(word) if r.has("NOUN", "nomn") and "Abbr" not in r.grammemes]
    if hyphen and not any(r.known for r in found):
        found = [r for r in readings(last) if r.has("NOUN", "nomn")]
    found = [r for r in found if not r.grammemes & {"Surn", "Patr", "Name", "Infr"}] or found
    known = [r for r in found if r.known]
    return known or found


def adjectives(word: str) -> list[Reading]:
    """The nominative readings of a word as an adjective; relative pronouns are none."""
    skipped = {"который", "какой", "чей", "каков", "это", "весь"}
    return [r for r in readings(word) if r.adjective and r.has("nomn") and str(r.entry.normal_form) not in skipped]


def noun(head: Head, target: Target, lists: Lists) -> tuple[str, str]:
    """The head's form, and why it is a guess ("" where it is none)."""
    if head.reading is None:
        return head.word, ""
    stored = lists.stored(head.word, target.case) if not (target.plural or head.plural or target.paucal) else None
    if stored is not None:
        return in_shape_of(head.word, stored.lower()), ""
    if "-" in head.word and not any(r.known for r in readings(head.word)):
        return _compound(head, target, lists)
    return _simple(head.word, head, target)


def _simple(word: str, head: Head, target: Target) -> tuple[str, str]:
    reading = head.reading
    if reading is None or (target.case == "NOM" and not target.plural and not target.paucal):
        return word, ""
    if not reading.known:
        return _unknown(word, head, target)
    form = reading.inflect(_grammemes(head, target))
    if form is None:
        return word, f"guess.no-form {word}"
    return in_shape_of(word, form, reading.word), ""


def _grammemes(head: Head, target: Target) -> set[str]:
    if target.paucal:
        return {"sing", "gent"}
    return {"plur" if target.plural or head.plural else "sing", PYMORPHY_CASE[target.case]}


def _unknown(word: str, head: Head, target: Target) -> tuple[str, str]:
    """A word that no dictionary has: the endings and pymorphy3's conclusion must agree, else it is a guess."""
    reading = head.reading
    concluded = reading.inflect(_grammemes(head, target)) if reading is not None else None
    if target.plural or target.paucal or head.plural:
        return in_shape_of(word, concluded or word.lower()), f"“{word}” is in no dictionary"
    ours = endings.noun(word, head.gender or "m", target.case, animate=head.animate)
    if concluded is not None and concluded.replace("ё", "е") == ours.lower().replace("ё", "е"):
        return ours, ""
    return ours, f"“{word}” is in no dictionary"


def _compound(head: Head, target: Target, lists: Lists) -> tuple[str, str]:
    first, _, last = head.word.rpartition("-")
    own = [r for r in nominatives(first, lists) if r.known and r.has("plur") == head.plural] if first else []
    if target.case == "ACC" and own and not own[0].has("anim") and (target.plural or own[0].gender != "f"):
        # город-побратим: the accusative of the whole is that of a thing
        target = Target("NOM", target.plural)
    made, note = _simple(last, head, target)
    if not first or lists.marked(first, "stays") or not re.search("[а-яё]", first.lower()):
        return f"{first}-{made}", note
    if "-" in first or not own:
        return f"{first}-{made}", note
    partner = Head(first, own[0], head.plural, own[0].gender, own[0].has("anim"))
    moved, more = _simple(first, partner, target)
    if not lists.marked(first, "both") and moved != first:
        more = more or f"guess.both-parts {head.word}"
    return f"{moved}-{made}", note or more


def adjective(word: str, head: Head, target: Target) -> tuple[str, str]:
    """The form of an adjective or participle that goes with the head."""
    ordinal = ORDINAL.fullmatch(word)
    if ordinal:
        return _ordinal(word, ordinal, head, target), ""
    found = adjectives(word)
    if head.plural:
        found = [r for r in found if r.has("plur")] or found
    else:
        found = [r for r in found if r.has(GENDERS.get(head.gender, "masc"))] or found
    if not found:
        return word, f"“{word}” was not understood"
    form = found[0].inflect(_adjective_grammemes(head, target))
    if form is None:
        return word, f"guess.no-form {word}"
    return in_shape_of(word, form, found[0].word), ""


def _adjective_grammemes(head: Head, target: Target) -> set[str]:
    if target.paucal:
        # две рабочие поездки, два круглых стола (Розенталь)
        return {"plur", "nomn" if head.gender == "f" else "gent"}
    plural = target.plural or head.plural
    wanted = {"plur" if plural else "sing", PYMORPHY_CASE[target.case]}
    if not plural:
        wanted.add(GENDERS.get(head.gender, "masc"))
    if target.case == "ACC" and (plural or head.gender == "m"):
        wanted.add("anim" if head.animate else "inan")
    return wanted


def _ordinal(word: str, ordinal: re.Match[str], head: Head, target: Target) -> str:
    """34-е заседание, 34-го заседания: the last letters of the ordinal's form."""
    if target.paucal:
        return f"{ordinal['figure']}-{'е' if head.gender == 'f' else 'х'}"
    if target.plural or head.plural:
        endings_by_case = ("х", "м", "х" if head.animate else "е", "ми", "х")
    else:
        endings_by_case = _ORDINAL_FORMS[head.gender or "m"]
    if target.case == "NOM":
        return f"{ordinal['figure']}-е" if target.plural else word
    if target.case == "ACC" and head.gender == "m" and head.animate:
        return f"{ordinal['figure']}-го"
    return f"{ordinal['figure']}-{endings_by_case[endings.CASES.index(target.case)]}"
