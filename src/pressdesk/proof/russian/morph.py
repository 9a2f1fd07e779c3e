"""A word's readings in the shape that the rules ask of them, and whether two readings agree. Start at `forms`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from pressdesk import data
from pressdesk.grammar.table import read_table
from pressdesk.language.russian.words import PROPER, Reading, readings

CASES = {
    "nomn": "NOM",
    "gent": "GEN",
    "gen1": "GEN",
    "gen2": "GEN",
    "datv": "DAT",
    "accs": "ACC",
    "acc2": "ACC",
    "ablt": "INS",
    "loct": "LOC",
    "loc1": "LOC",
    "loc2": "LOC",
}
PYMORPHY = {"NOM": "nomn", "GEN": "gent", "DAT": "datv", "ACC": "accs", "INS": "ablt", "LOC": "loct"}
FUNCTION = frozenset({"PREP", "CONJ", "PRCL", "INTJ"})
VERBS = frozenset({"VERB", "INFN", "PRTF", "PRTS", "GRND"})
PARTS = FUNCTION | VERBS | {"NOUN", "NPRO", "ADJF", "ADJS", "COMP", "NUMR", "ADVB", "PRED"}
"""OpenCorpora's parts of speech."""
GENDERS = {"masc": "m", "femn": "f", "neut": "n"}
UNUSUAL = 0.01
"""A case that a word stands in less often than this share is not what is meant: «на необходимости» as a plural."""
ALIKE = frozenset(("GEN", "DAT", "LOC"))
"""Cases in which a feminine word has one form: a rare one is as good as the others, «по записи»."""
MOSTLY = 0.6
HARDLY = 0.8
RARE = 0.03
"""A part of speech that a word has less often than this share in OpenCorpora's texts is not its likely one."""


@dataclass(frozen=True, slots=True)
class Form:
    """One reading.

    Attributes:
        lemma: the dictionary form, lower case, ё as е.
        part: OpenCorpora's part of speech, "" for what has none.
        case: NOM GEN DAT ACC INS LOC, "" where there is none.
        plural: None where the reading has no number.
        gender: m, f, n, "" for a plural or any.
        animate: None where the reading does not say.
        score: how often the word is read so, 0 to 1.
        marks: all grammemes.
    """

    lemma: str
    part: str
    case: str
    plural: bool | None
    gender: str
    animate: bool | None
    score: float
    marks: frozenset[str]
    reading: Reading

    def has(self, *marks: str) -> bool:
        """Whether it has all these grammemes."""
        return self.marks.issuperset(marks)

    @property
    def finite(self) -> bool:
        """Whether it is a verb in a personal form of the indicative."""
        return self.part == "VERB" and "impr" not in self.marks

    @property
    def past(self) -> bool:
        """Whether it shows gender instead of person."""
        return "past" in self.marks


def _form(reading: Reading) -> Form:
    marks = reading.grammemes
    return Form(
        lemma=str(reading.entry.normal_form).replace("ё", "е"),
        part=next(iter(marks & PARTS), ""),
        case=next((short for long, short in CASES.items() if long in marks), ""),
        plural=True if "plur" in marks else False if "sing" in marks else None,
        gender="" if "plur" in marks else next((s for long, s in GENDERS.items() if long in marks), ""),
        animate=True if "anim" in marks else False if "inan" in marks else None,
        score=float(reading.entry.score),
        marks=marks,
        reading=reading,
    )


@lru_cache(maxsize=8192)
def forms(word: str) -> tuple[Form, ...]:
    """The readings of a word; () where no dictionary has it.

    Imperatives and vocatives are left out where there are others, and names where it is written small.
    """
    found = [_form(reading) for reading in readings(word) if reading.known]
    plain = [f for f in found if not f.marks & {"impr", "voct"}] or found
    if word[:1].islower():  # in small letters «мирный» is no town
        plain = [f for f in plain if not proper([f]) and "Geox" not in f.marks] or plain
    return tuple(f for f in plain if not any(marks <= f.marks for marks in _odd().get(f.lemma, ()))) or tuple(plain)


@cache
def _odd() -> Mapping[str, tuple[frozenset[str], ...]]:
    """Readings that a dictionary has and no release: odd.tsv."""
    found: dict[str, tuple[frozenset[str], ...]] = {}
    columns = ("lemma", "marks", "example", "source")
    for row in read_table(data.resources("ru", "proof", "odd.tsv"), columns, columns):
        found[row["lemma"]] = (*found.get(row["lemma"], ()), frozenset(row["marks"].split()))
    return found


@lru_cache(maxsize=8192)
def lemmas(word: str) -> frozenset[str]:
    """The dictionary forms of a word, ё as е."""
    return frozenset(form.lemma for form in forms(word))


@lru_cache(maxsize=8192)
def usual(word: str) -> frozenset[str]:
    """The cases that a word is not unusual in."""
    found = forms(word)
    shares: dict[str, float] = {}
    for form in found:
        shares[form.case] = shares.get(form.case, 0.0) + form.score
    kept = {case for case, share in shares.items() if case and share >= UNUSUAL}
    alike = {f.case for f in found if f.gender == "f" and f.plural is False and f.case in ALIKE}
    return frozenset(kept | alike if kept & alike else kept)


@lru_cache(maxsize=8192)
def attributive(word: str) -> bool:
    """Whether a word is an adjective far more often than a noun: «мирный», not «рабочий»."""
    parts = {form.part for form in likely(word)}
    share = sum(form.score for form in forms(word) if form.part in ("ADJF", "PRTF"))
    if share > HARDLY:
        parts -= {"COMP"}  # «с древней традицией»
    return bool(parts) and parts <= {"ADJF", "PRTF", "NOUN"} and share >= MOSTLY


def cases(word: str) -> frozenset[str]:
    """The cases that a word may stand in."""
    return frozenset(form.case for form in forms(word) if form.case)


@lru_cache(maxsize=8192)
def likely(word: str) -> tuple[Form, ...]:
    """The readings whose part of speech is no rarity for the word."""
    found = forms(word)
    shares: dict[str, float] = {}
    for form in found:
        shares[form.part] = shares.get(form.part, 0.0) + form.score
    return tuple(form for form in found if shares[form.part] >= RARE)


def agree(one: Form, other: Form) -> bool:
    """Whether an adjective, participle or pronoun and a noun stand in the same case, number and gender."""
    if not one.case or one.case != other.case or one.plural != other.plural:
        return False
    if not one.plural and one.gender and other.gender and one.gender != other.gender and "ms-f" not in other.marks:
        return False
    return one.case != "ACC" or None in (one.animate, other.animate) or one.animate == other.animate


@lru_cache(maxsize=16384)
def agreeing(one: str, other: str) -> tuple[Form, ...]:
    """The readings of the second word with which some reading of the first agrees."""
    return tuple(o for o in forms(other) if o.part in ("NOUN", "ADJF", "PRTF") and any(agree(f, o) for f in forms(one)))


def proper(found: Iterable[Form]) -> bool:
    """Whether some reading is a name of a person or an organisation; a country is none."""
    return any((form.marks & PROPER) - {"Geox"} for form in found)


def put(form: Form, marks: Iterable[str], typed: str) -> str | None:
    """The form with these grammemes in the capitals of what was typed; None where the word has none."""
    made = form.reading.inflect(marks)
    if made is None:
        return None
    if "ё" not in typed.lower():
        made = made.replace("ё", "е") if "ё" in form.reading.word and "ё" not in typed else made
    return made.capitalize() if typed[:1].isupper() else made


def slot(form: Form) -> list[str]:
    """The grammemes that an adjective needs to agree with this noun."""
    marks = [PYMORPHY[form.case], "plur" if form.plural else "sing"]
    if not form.plural and form.gender:
        marks.append({"m": "masc", "f": "femn", "n": "neut"}[form.gender])
    if form.case == "ACC" and form.animate is not None and (form.plural or form.gender == "m"):
        marks.append("anim" if form.animate else "inan")
    return marks
