"""The Russian inflector; start at `Russian.form`. It sends names, places and phrases to those who know them.

Features: GEN DAT ACC INS LOC (the prepositional case), PL and PL+case, PAUCAL (after 2, 3, 4).
Traits: kind=person|title|place|org|phrase|adjective, gender=m|f|n, animate, indeclinable, name_order=family_first,
given, family (which words they are), given_indeclinable, family_indeclinable, marked=[круглый] [стол] по экономике,
form:GEN and the like (stored forms).
"""

import re
from pathlib import Path

from pressdesk.errors import FactsError
from pressdesk.language import features as feature
from pressdesk.language.russian import common, kinds, lists, persons, phrases, places
from pressdesk.language.russian.common import Target
from pressdesk.language.russian.words import readings
from pressdesk.model.forms import Form, How, Traits

FEATURES = ("NOM", "GEN", "DAT", "ACC", "INS", "LOC", "PL", "PAUCAL")


class Russian:
    """The Russian inflector. `folder` is resources/ru."""

    def __init__(self, folder: Path) -> None:
        self._lists = lists.load(folder)

    def form(self, base: str, features: str, traits: Traits | None = None) -> Form:
        """See `Inflector.form`. What is not certain is GUESSED, with the reason."""
        traits = traits or {}
        stored = feature.typed(features, traits)
        if stored is not None:
            return stored
        target = _target(features)
        plain = target == Target("NOM") and traits.get("kind") != "adjective"
        if plain or "indeclinable" in traits or not base.strip():
            return Form(base, How.RULE)
        known = self._lists.stored(base, features)
        if known is not None:
            return Form(known, How.LEXICON)
        if _shouted(base):
            made = self.form(" ".join(word.capitalize() for word in base.split(" ")), features, traits)
            return Form(made.text.upper(), made.how, made.note)
        kind, note = kinds.kind(base, traits, self._lists)
        made = self._of_kind(kind, base, target, traits)
        if note == kinds.UNKNOWN and not _matters(base, target):
            note = ""
        if note and (made.text != base or note == kinds.UNKNOWN):
            return Form(made.text, How.GUESSED, "; ".join(filter(None, (note, made.note))))
        return made

    def _of_kind(self, kind: str, base: str, target: Target, traits: Traits) -> Form:
        plain = not (target.plural or target.paucal)
        if kind == kinds.PERSON and plain:
            return persons.decline(base, target.case, traits, self._lists)
        if kind == kinds.PLACE and plain and " " not in base.strip():
            return places.decline(base, target.case, traits, self._lists)
        return phrases.decline(base, target, traits, self._lists)

    def animate(self, noun: str) -> bool:
        """Whether the noun a phrase is about is a living being."""
        # город-побратим is a thing: the first part of such a compound decides
        words = [w.partition("-")[0] if self._lists.marked(w.partition("-")[0], "both") else w for w in noun.split()]
        found = [common.nominatives(word, self._lists) for word in words]
        return next((f[0].has("anim") for f in found if f and f[0].known), False)

    def gender_of(self, noun: str) -> str:
        """The gender of the noun a phrase is about: m, f, n, or "" where it is not known."""
        for word in noun.split():
            found = common.nominatives(word, self._lists)
            if found and found[0].known:
                return found[0].gender
        return ""

    def plural(self, noun: str) -> bool:
        """Whether the phrase itself is plural: «Нидерланды», «Соединённые Штаты»; False where it is not known."""
        for word in noun.split():
            found = common.nominatives(word, self._lists)
            if found and found[0].known:
                return all(reading.has("plur") for reading in found)
        return False


def _shouted(base: str) -> bool:
    """Whether a heading was typed in capitals: МИНИСТЕРСТВО, but not МИД."""
    if not base.isupper():
        return False
    words = re.findall(r"\w{4,}", base)
    return any(r.known and "Abbr" not in r.grammemes and not r.has("Fixd") for word in words for r in readings(word))


def _matters(word: str, target: Target) -> bool:
    """Whether a place and a family name differ in this form: the accusative of a consonant, -овом and -овым."""
    low = word.lower()
    if low.endswith(("ов", "ев", "ёв", "ин", "ын", "ова", "ева", "ёва", "ина", "ына", "ая")):
        return True
    return target.case == "ACC" and low[-1] not in "аеёиоуыэюя"


def _target(features: str) -> Target:
    parts = feature.parse(features, FEATURES, "Russian")
    cases = [part for part in parts if part not in ("PL", "PAUCAL")]
    if len(cases) > 1 or len(set(parts)) != len(parts) or ("PAUCAL" in parts and len(parts) > 1):
        raise FactsError(f"“{features}” names more than one case: write one, with PL before it for the plural.")
    return Target(cases[0] if cases else "NOM", "PL" in parts, "PAUCAL" in parts)
