"""A verb agrees with its subject. Start at `predicates`.

A clause is looked at only where it has one predicate. Something is found only where a word that can be nothing but a
subject is there, or a verb that cannot do without one, and no word that may be a subject agrees with the verb.
Rosenthal, Справочник по правописанию и литературной правке, §§ 183–191.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from pressdesk.proof.russian.clause import PREDICATES, SHORT, Clause, clauses, predicate_pairs
from pressdesk.proof.russian.morph import Form, agree, put
from pressdesk.proof.russian.phrases import Hit, Phrase, governed, joined, phrase, phrase_cases
from pressdesk.proof.russian.sentence import Sentence, Sort, Token
from pressdesk.proof.russian.tables import Tables


@dataclass(frozen=True, slots=True)
class Number:
    """Number and gender of a subject; gender "" agrees with all."""

    plural: bool
    gender: str
    masculine_person: bool = False


@dataclass(frozen=True, slots=True)
class Subject:
    """A word that may be the subject. `sure`: it can be nothing else in this clause."""

    token: Token
    place: int
    numbers: tuple[Number, ...]
    sure: bool


def copulas(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """«была подписаны»: the two halves of one predicate agree."""
    for piece in sentence.pieces():
        for first, last in predicate_pairs(piece, tables):
            token, short = piece[first], piece[last]
            if not any(_match(one, _number(two)) for one in token.likely for two in short.likely if two.part in SHORT):
                yield Hit(joined(token, short), _mended_pair(piece, first, last))


def _mended_pair(piece: Sequence[Token], first: int, last: int) -> tuple[str, ...]:
    between = "".join(f" {token.text}" for token in piece[first + 1 : last])
    found = []
    short = next(f for f in piece[last].likely if f.part in SHORT)
    verb = piece[first].likely[0]
    for one, two in ((put(verb, _marks(_number(short), verb), piece[first].text), piece[last].text),):
        if one:
            found.append(f"{one}{between} {two}")
    other = put(short, _marks(_number(verb), short), piece[last].text)
    if other:
        found.append(f"{piece[first].text}{between} {other}")
    return tuple(found)


def predicates(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """The verb of a clause agrees with its subject."""
    for clause in clauses(sentence, tables):
        verb = clause.words[clause.verb]
        readings = [f for f in verb.likely if f.part in PREDICATES]
        if any(f.marks & {"1per", "2per", "impr", "INFN"} for f in readings):
            continue
        subjects = subjects_of(clause, tables)
        if subjects is None:
            continue
        wrong = _coordinated(clause, readings, tables) or _disagreeing(clause, readings, subjects, tables)
        if wrong is not None:
            # «подписали министр двух стран»: it is as likely the noun that is wrong
            sure = [s for s in subjects if s.sure]
            unsure = bool(sure) and all(f.plural for f in readings) and all(s.place > clause.verb for s in sure)
            yield Hit(verb.span, () if unsure else _mended(verb, readings, wrong))


def _disagreeing(
    clause: Clause, readings: Sequence[Form], subjects: Sequence[Subject], tables: Tables
) -> Number | None:
    """The number that the verb should have, None where nothing is wrong."""
    sure = [s for s in subjects if s.sure]
    plural_verb = all(f.plural for f in readings)
    beside = bool(clause.verb) and _may_be_many(clause.words, clause.verb - 1)
    if plural_verb and (clause.crowded or _together(clause, tables) or beside):
        return None
    if not sure:
        return _bare(clause, readings, subjects, tables)
    eligible = [s for s in subjects if s.sure or s.place < clause.verb or not _may_be_object(s)]
    if matching(readings, eligible):
        return None
    if any(n.masculine_person and f.gender == "f" for f in readings for s in sure for n in s.numbers):
        return None  # «министр отметила»: of a woman
    near = min(sure, key=lambda s: (s.place > clause.verb, abs(s.place - clause.verb)))
    return near.numbers[0]


def _may_be_many(words: Sequence[Token], place: int) -> bool:
    """Whether a word may be a subject in the plural, «стороны», which «молодой солистки» is not."""
    before = words[place - 1] if place else None
    many = [f for f in words[place].forms if f.plural and f.case == "NOM"]
    if before is not None and before.adjective and words[place].noun:
        return any(agree(a, f) for f in many for a in before.forms)
    return bool(many)


def _bare(clause: Clause, readings: Sequence[Form], subjects: Sequence[Subject], tables: Tables) -> Number | None:
    """«Стороны обсудил …»: a sentence that begins with what may be a subject, and has no other for its verb."""
    acts = all("tran" in f.marks for f in readings)
    lone = all(f.past and not f.plural and (f.gender in ("m", "f") or (f.gender == "n" and acts)) for f in readings)
    personal = all("tran" in f.marks and not f.plural and "3per" in f.marks for f in readings)
    if acts and all(f.plural and f.part == "VERB" for f in readings):
        return _two_objects(clause, subjects, tables)
    if not clause.opening or not subjects or not (lone or personal) or clause.crowded:
        return None
    behind = range(clause.verb + 1, len(clause.words))
    infinitive = next((i for i in behind if clause.words[i].parts == {"INFN"}), len(clause.words))
    able = [s for s in subjects if s.place < infinitive or not _may_be_object(s)]  # what follows it is its object
    if any(s.place < clause.verb for s in subjects):  # «приняло участие более двадцати»
        able = [s for s in able if not _own_object(clause, s, tables)]
    if matching(readings, able):
        return None
    if any(not token.forms and token.sort is not Sort.NUMBER for token in clause.words):
        return None
    before = [s for s in subjects if s.place < clause.verb] or list(subjects)
    return before[0].numbers[0]


def _own_object(clause: Clause, subject: Subject, tables: Tables) -> bool:
    """«проявляет интерес», «играет роль»: after some verbs a noun can be nothing but the object."""
    noun = subject.place
    while noun + 1 < len(clause.words) and clause.words[noun].adjective:  # «растущий интерес»
        noun += 1
    verbs, nouns = clause.words[clause.verb].lemmas(), clause.words[noun].lemmas()
    pairs = frozenset(f"{verb} {thing}" for verb in verbs for thing in nouns)
    return subject.place > clause.verb and tables.among("own_objects", pairs)


def _two_objects(clause: Clause, subjects: Sequence[Subject], tables: Tables) -> Number | None:
    """«Визит придадут импульс»: of two words that may be objects, the first one is the subject."""
    first = next((s for s in subjects if s.place < clause.verb), None)
    after = _object_after(clause.words, clause.verb + 1)
    counted = clause.verb + 1 < len(clause.words) and clause.words[clause.verb + 1].sort is Sort.NUMBER
    if first is None or any(n.plural for s in subjects if s.place < clause.verb for n in s.numbers):
        return None
    starts = all(t.adjective for t in clause.words[: first.place])
    noun = first.token.noun or tables.among("relative", first.token.lemmas())
    sure = starts and noun and first.token.cases() <= {"NOM", "ACC"} and not tables.among("times", first.token.lemmas())
    if not sure or not (counted or (after is not None and after.cases <= {"NOM", "ACC"} and "ACC" in after.cases)):
        return None
    return first.numbers[0] if first.token.forms and not clause.crowded else None


def _object_after(words: Sequence[Token], place: int) -> Phrase | None:
    """The phrase that may be an object: «придали встрече значение», «произвели на публику впечатление»."""
    taken = governed(words)
    while place < len(words):
        found = phrase(words, place)
        if place in taken or words[place].parts == {"PREP"} or _given(found):
            place += 1 if place in taken or found is None else len(found.tokens)
            continue
        return found
    return None


def _given(found: Phrase | None) -> bool:
    """Whether a phrase is in the dative, to whom something is given."""
    return found is not None and "DAT" in found.cases and not found.cases & {"NOM", "ACC"}


def _coordinated(clause: Clause, readings: Sequence[Form], tables: Tables) -> Number | None:
    """«Казахстан и Португалия намерен», «министр и его коллега провёл»: two subjects before the verb."""
    words, at = clause.words, clause.verb
    if not clause.opening or any(f.plural for f in readings):
        return None
    taken = governed(words[:at])
    after = phrase(words, at + 1)
    has_one = after is not None and after.cases == {"ACC"}  # «продолжает работу»
    objects = not has_one and any("tran" in f.marks and f.part == "VERB" for f in readings)
    later = any("NOM" in t.cases() for t in words[at + 1 :])
    impersonal = all(f.gender == "n" or ("3per" in f.marks and f.has("intr") and later) for f in readings)
    for place in range(1, at - 1):
        if words[place].low not in tables.lists["and"]:
            continue
        left = [t for i, t in enumerate(words[:place]) if i not in taken and _one_subject(t, objects)]
        right = [t for i, t in enumerate(words[:at]) if i > place and i not in taken and _one_subject(t, objects)]
        starts = bool(left) and all(t.adjective for t in words[: words.index(left[0])])
        if len(left) == 1 and len(right) == 1 and starts and not impersonal:
            return Number(True, "")
    return None


def _one_subject(token: Token, objects: bool) -> bool:
    """Whether a word can be nothing but a subject in the singular; `objects`: the verb may have an accusative."""
    cases = {"NOM"} if objects else {"NOM", "ACC"}
    return token.noun and bool(token.cases()) and token.cases() <= cases and not any(f.plural for f in token.forms)


def _together(clause: Clause, tables: Tables) -> bool:
    """Whether two subjects are joined, or one comes with somebody: «Посол с супругой прибыли»."""
    for place, (before, token) in enumerate(pairwise(clause.words), 1):
        if place - 1 == clause.verb:
            continue  # «выступили с инициативой»
        if any(tables.among("times", t.lemmas()) for t in clause.words[place + 1 : place + 3]):
            continue  # «растёт с каждым годом»
        if token.low in tables.lists["with"] and not tables.among("with_own", frozenset((before.low,))):
            return True
    for place, (token, after) in enumerate(pairwise(clause.words)):
        both = token.low in tables.lists["and"] and (not after.forms or after.function or "NOM" in after.cases())
        if both and not _named(clause.words, place):
            return True
    return False


def _named(words: Sequence[Token], joint: int) -> bool:
    """«портов Актау и Курык»: two names, of what stands in the genitive before them."""
    if joint < 2 or joint + 1 >= len(words):
        return False
    of, first, second = words[joint - 2], words[joint - 1], words[joint + 1]
    many = of.noun and all(f.plural for f in of.forms) and "NOM" not in of.cases()
    return many and first.capital and second.capital


@lru_cache(maxsize=64)
def subjects_of(clause: Clause, tables: Tables) -> tuple[Subject, ...] | None:
    """The words that may be the subject; None where the clause cannot be judged. Kept: several checks ask."""
    readings = [f for f in clause.words[clause.verb].likely if f.part in PREDICATES]
    found = _subjects(clause, readings, tables)
    return None if found is None else tuple(found)


def _subjects(clause: Clause, readings: Sequence[Form], tables: Tables) -> list[Subject] | None:
    if any(tables.among("unsure", token.lemmas()) for token in clause.words):
        return None
    taken = governed(clause.words)
    found: list[Subject] = []
    for place, token in enumerate(clause.words):
        before = clause.words[place - 1] if place else None
        if place in taken or place == clause.verb or "PREP" in token.parts or token.low in tables.lists["and"]:
            continue  # a dictionary has «и» and «а» as initials too
        if token.sort is Sort.NUMBER:
            if place < clause.verb:
                return None
            continue
        if not token.forms and not token.function:
            if before is None or not before.noun or token.sort is Sort.WORD:
                found.append(Subject(token, place, tuple(Number(False, g) for g in "mfn"), False))
                if token.sort is not Sort.WORD:
                    found.append(Subject(token, place, (Number(True, ""),), False))
            continue
        counts = any(f.part == "NUMR" and f.case == "NOM" for f in token.forms)
        after = clause.words[place + 1] if place + 1 < len(clause.words) else None
        # «рабочая группа рассмотрела» counts nothing
        body = tables.among("bodies", token.lemmas()) and (after is None or "GEN" not in after.cases())
        if counts and place > clause.verb and _has_object(readings) and any(s.sure for s in found):
            continue  # «представители подписали одиннадцать документов»
        if tables.among("most_of", token.lemmas()) and token.cases() & {"NOM", "ACC"}:
            either = (Number(False, "n"), Number(True, ""))
            found.append(Subject(token, place, either, _opens(clause, place, tables)))
            continue
        if tables.among("always_one", token.lemmas()) and token.cases() & {"NOM", "ACC"}:
            found.append(Subject(token, place, (Number(False, "n"),), _opens(clause, place, tables)))
            continue
        if counts or (not body and tables.among("quantities", token.lemmas()) and token.cases() & {"NOM", "ACC"}):
            return None
        numbers = _numbers(clause.words, place)
        if numbers and not (place == 0 and not clause.opening and token.low in tables.lists["that"]):
            found.append(Subject(token, place, numbers, _sure(clause, place, readings, tables)))
    if any(s.sure for s in found) or not clause.words or clause.words[0].low not in tables.lists["that"]:
        return found
    return [*found, Subject(clause.words[0], 0, (Number(False, "n"),), False)]  # «то, что стало известно»


def _numbers(words: Sequence[Token], place: int) -> tuple[Number, ...]:
    """Number and gender of the readings in the nominative. A genitive after a noun is one: «развитию доверия»."""
    token, before = words[place], words[place - 1] if place else None
    nominal = [f for f in token.forms if f.case == "NOM" and f.part in ("NOUN", "ADJF", "PRTF", "NPRO", "NUMR")]
    if before is not None and before.adjective and token.noun and phrase_cases(before, token):
        nominal = [f for f in nominal if any(agree(a, f) for a in before.forms)]
    genitive = any(f.case == "GEN" for f in token.forms)
    if before is not None and genitive and (before.noun or before.adjective) and "GEN" in before.cases() | {"GEN"}:
        follows = before.noun or "GEN" in before.cases()
        nominal = [f for f in nominal if not (f.plural and follows)]
    return tuple(
        dict.fromkeys(
            Number(bool(f.plural), "" if "ms-f" in f.marks else f.gender, bool(f.animate and f.gender == "m"))
            for f in sorted(nominal, key=lambda f: -f.score)
        )
    )


def _sure(clause: Clause, place: int, readings: Sequence[Form], tables: Tables) -> bool:
    token = clause.words[place]
    before = clause.words[place - 1] if place else None
    after = clause.words[place + 1] if place + 1 < len(clause.words) else None
    if tables.among("singles", token.lemmas()) and after is not None and after.low in tables.lists["of"]:
        return before is None  # «каждый из участников»
    if not place and tables.among("relative", token.lemmas()) and token.cases() <= {"NOM", "ACC"}:
        return all(_lacks_object(f, tables) for f in readings) and not any("INFN" in t.parts for t in clause.words)
    if not token.noun or tables.among("times", token.lemmas()):
        return False
    if before is not None and (tables.among("like", frozenset((before.low,))) or not before.forms):
        return False
    if before is not None and before.noun and any(f.has("Geox") for f in token.forms):
        return False  # «в городе Астана»
    cases = token.cases()
    if before is not None and before.adjective:
        cases = phrase_cases(before, token) or cases
    if cases == {"NOM"}:
        return not any(f.has("Fixd") for f in token.forms)
    deeds = all(f.part == "VERB" and f.lemma in tables.lists["deeds"] for f in readings)
    if deeds and place < clause.verb and tables.among("agents", token.lemmas()):
        attributed = before is not None and (before.noun or (before.adjective and not _nominative(before)))
        return cases <= {"NOM", "ACC"} or (not attributed and cases <= {"NOM", "ACC", "GEN"})
    # an infinitive may have an object, a reflexive one has none
    infinitive = any("INFN" in other.parts and not all(f.has("intr") for f in other.likely) for other in clause.words)
    lacks_object = not infinitive and all(_lacks_object(f, tables) for f in readings)
    if _opens(clause, place, tables):
        cases = cases - {"GEN"}  # nothing gives one at the beginning
    return cases <= {"NOM", "ACC"} and lacks_object and not any(f.has("Fixd") for f in token.forms)


def _opens(clause: Clause, place: int, tables: Tables) -> bool:
    """Whether a clause begins with the word, its adjectives before it, and nothing is denied."""
    words = clause.words
    starts = all(t.adjective or (not i and t.low in tables.lists["that"]) for i, t in enumerate(words[:place]))
    return starts and place < clause.verb and not any(t.low in tables.lists["not"] for t in words)


def _has_object(readings: Sequence[Form]) -> bool:
    return all(f.part == "VERB" and f.has("tran") for f in readings)


def _lacks_object(form: Form, tables: Tables) -> bool:
    """Whether a predicate takes no accusative: it is intransitive, or governs another case."""
    other = tables.cases.get(form.lemma)
    return form.part in SHORT or "intr" in form.marks or (other is not None and "ACC" not in other)


def _nominative(token: Token) -> bool:
    return "NOM" in token.cases()


def matching(verbs: Sequence[Form], subjects: Sequence[Subject]) -> bool:
    """Whether a reading of the verb agrees with one of the subjects."""
    return any(_match(f, number) for f in verbs for s in subjects for number in s.numbers)


def _may_be_object(subject: Subject) -> bool:
    return "ACC" in subject.token.cases()


def _number(form: Form) -> Number:
    return Number(bool(form.plural), form.gender)


def _match(verb: Form, number: Number) -> bool:
    if bool(verb.plural) != number.plural:
        return False
    return number.plural or not verb.gender or not number.gender or verb.gender == number.gender


def _marks(number: Number, form: Form) -> list[str]:
    marks = ["plur" if number.plural else "sing"]
    shows_gender = form.past or form.part in SHORT
    if not number.plural and shows_gender and number.gender:
        marks.append({"m": "masc", "f": "femn", "n": "neut"}[number.gender])
    return marks


def _mended(verb: Token, readings: Sequence[Form], number: Number) -> tuple[str, ...]:
    made = (put(form, _marks(number, form), verb.text) for form in readings)
    return tuple(dict.fromkeys(text for text in made if text and text != verb.low))
