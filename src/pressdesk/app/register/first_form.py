"""A name as it stands in a text, taken apart and in the nominative, where that can be told. Start at `first_form`."""

from dataclasses import dataclass
from functools import cache

from pressdesk import data
from pressdesk.app.own_words import dictionary_form
from pressdesk.grammar.table import read_table
from pressdesk.language.russian.words import Reading, in_shape_of, readings
from pressdesk.proof.russian import RUSSIAN

PEOPLE = ("lemma", "class", "traits", "source", "common")
GIVEN = "NG"  # the class of given names in people.tsv
NAME, SURNAME, NOMINATIVE, SINGULAR = "Name", "Surn", "nomn", "sing"  # pymorphy3's


@dataclass(frozen=True, slots=True)
class Named:
    """The parts of a name in the nominative; `gender` is m, f, or "" where the words do not say."""

    given: str = ""
    family: str = ""
    gender: str = ""

    @property
    def text(self) -> str:
        """The whole name."""
        return " ".join(part for part in (self.given, self.family) if part)


def first_form(words: str, language: str) -> Named:
    """A name, perhaps in a case: the last of several words is the family name, a single one only if nothing is known.

    Russian is read by the dictionary and the table of given names; what could be a nominative stays as it stands.
    """
    if language == RUSSIAN:
        return _russian(words.split())
    *first, last = dictionary_form(words, language).split(" ")
    if not first and last in _given_names():
        return Named(given=last)
    return Named(" ".join(first), last)


def _russian(words: list[str]) -> Named:
    if len(words) == 1:
        given, gender = _given(words[0])
        if given:
            return Named(given=given, gender=gender)
        family, gender = _family(words[0], "")
        return Named(family=family, gender=gender)
    first = [_given(word) for word in words[:-1]]
    oblique = next((gender for (base, gender), word in zip(first, words, strict=False) if base and base != word), "")
    family, _ = _family(words[-1], oblique)
    given = " ".join(base or word for (base, _), word in zip(first, words, strict=False))
    return Named(given, family, oblique)


def _given(word: str) -> tuple[str, str]:
    """The nominative of a given name and its gender; ("", "") where nothing says that it is one."""
    read = [(reading, _nominative(word, reading)) for reading in readings(word) if reading.has(NAME, SINGULAR)]
    read = [(reading, base) for reading, base in read if base]
    listed = [(reading, base) for reading, base in read if base in _given_names()]
    sure = listed or [(reading, base) for reading, base in read if reading.known]
    if not sure and not _may_be_nominative(word):
        sure = read
    return (sure[0][1], sure[0][0].gender) if sure else ("", "")


def _family(word: str, oblique: str) -> tuple[str, str]:
    """The nominative of a family name; `oblique` is the gender of a given name beside it that stands in a case."""
    read = [reading for reading in readings(word) if reading.has(SURNAME, SINGULAR)]
    if oblique:
        read = [reading for reading in read if reading.gender == oblique and not reading.has(NOMINATIVE)]
    elif _may_be_nominative(word):
        return word, ""
    found = next(((base, reading.gender) for reading in read if (base := _nominative(word, reading))), None)
    return found or (word, "")


def _may_be_nominative(word: str) -> bool:
    """Whether a name could stand so in the nominative; what is read as no name at all is left as it stands."""
    names = [reading for reading in readings(word) if reading.has(SINGULAR) and reading.grammemes & {NAME, SURNAME}]
    return not names or any(reading.has(NOMINATIVE) for reading in names)


def _nominative(word: str, reading: Reading) -> str:
    if reading.has(NOMINATIVE):
        return word
    wanted = {NOMINATIVE, SINGULAR, *({"femn"} if reading.gender == "f" else {"masc"} if reading.gender == "m" else ())}
    base = reading.inflect(wanted)
    return in_shape_of(word, base, base) if base else ""


@cache
def _given_names() -> frozenset[str]:
    """The given names of the Kazakh lexicon; of those that are spelt alike in Russian it knows the Russian ones too."""
    rows = read_table(data.resources("kk", "lexicon", "people.tsv"), PEOPLE)
    return frozenset(row["lemma"] for row in rows if row["class"] == GIVEN)
