"""A verb agrees with its subject. Start at `predicates`.

A clause is looked at only where it has one predicate. Something is found only where a word that can be nothing but a
subject is there, or a verb that cannot do without one, and no word that may be a subject agrees with the verb.
Rosenthal, Справочник по правописанию и литературной правке, §§ 183–191.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pressdesk.proof.russian.morph import Form, agree, put
from pressdesk.proof.russian.phrases import Hit, governed, joined, phrase, phrase_cases
from pressdesk.proof.russian.sentence import Sentence, Sort, Token
from pressdesk.proof.russian.tables import Tables

PREDICATES = frozenset(("VERB", "PRTS", "ADJS"))
SHORT = frozenset(("PRTS", "ADJS"))


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


@dataclass(frozen=True, slots=True)
class Clause:
    """One predicate and what stands around it.

    Attributes:
        words: without marks.
        verb: the place of the word that shows number and gender: the last of the predicate.
        opening: whether the sentence has no verb before it.
        crowded: whether a list goes on beside it, so that a plural may be right.
    """

    words: tuple[Token, ...]
    verb: int
    opening: bool
    crowded: bool


def copulas(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """«была подписаны»: the two halves of one predicate agree."""
    for piece in sentence.pieces():
        for first, last in _pairs(piece, tables):
            token, short = piece[first], piece[last]
            if not any(_match(one, _number(two)) for one in token.likely for two in short.likely if two.part in SHORT):
                yield Hit(joined(token, short), _mended_pair(piece, first, last))


def _pairs(piece: Sequence[Token], tables: Tables) -> Iterator[tuple[int, int]]:
    """The places of «быть» and of the short participle or adjective that it belongs to."""
    for place, token in enumerate(piece):
        if not (token.verb and tables.among("be", token.lemmas())):
            continue
        for after in range(place + 1, min(place + 4, len(piece))):
            if piece[after].parts and piece[after].parts <= SHORT | {"VERB"} and not piece[after].verb:
                yield place, after
                break
            if not piece[after].parts or not piece[after].parts <= {"ADVB", "PRCL", "CONJ"}:
                break


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
        subjects = subjects_of(clause, readings, tables)
        if subjects is None:
            continue
        wrong = _coordinated(clause, readings, tables) or _disagreeing(clause, readings, subjects, tables)
        if wrong is not None:
            yield Hit(verb.span, _mended(verb, readings, wrong))


def _disagreeing(
    clause: Clause, readings: Sequence[Form], subjects: Sequence[Subject], tables: Tables
) -> Number | None:
    """The number that the verb should have, None where nothing is wrong."""
    sure = [s for s in subjects if s.sure]
    plural_verb = all(f.plural for f in readings)
    beside = clause.words[clause.verb - 1] if clause.verb else None
    if plural_verb and (clause.crowded or _together(clause, tables) or (beside is not None and _may_be_many(beside))):
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


def _may_be_many(token: Token) -> bool:
    return any(f.plural and f.case == "NOM" for f in token.forms)


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
    if matching(readings, able):
        return None
    if any(not token.forms and token.sort is not Sort.NUMBER for token in clause.words):
        return None
    before = [s for s in subjects if s.place < clause.verb] or list(subjects)
    return before[0].numbers[0]


def _two_objects(clause: Clause, subjects: Sequence[Subject], tables: Tables) -> Number | None:
    """«Визит придадут импульс»: of two words that may be objects, the first one is the subject."""
    first = next((s for s in subjects if s.place < clause.verb), None)
    after = phrase(clause.words, clause.verb + 1)
    counted = clause.verb + 1 < len(clause.words) and clause.words[clause.verb + 1].sort is Sort.NUMBER
    if first is None or any(n.plural for s in subjects if s.place < clause.verb for n in s.numbers):
        return None
    starts = all(t.adjective for t in clause.words[: first.place])
    noun = first.token.noun or tables.among("relative", first.token.lemmas())
    sure = starts and noun and first.token.cases() <= {"NOM", "ACC"} and not tables.among("times", first.token.lemmas())
    if not sure or not (counted or (after is not None and after.cases <= {"NOM", "ACC"} and "ACC" in after.cases)):
        return None
    return first.numbers[0] if first.token.forms and not clause.crowded else None


def _coordinated(clause: Clause, readings: Sequence[Form], tables: Tables) -> Number | None:
    """«Казахстан и Португалия намерен», «министр и его коллега провёл»: two subjects before the verb."""
    words, at = clause.words, clause.verb
    if not clause.opening or any(f.plural for f in readings):
        return None
    taken = governed(words[:at])
    objects = any("tran" in f.marks and f.part == "VERB" for f in readings)
    impersonal = all(f.gender == "n" or ("3per" in f.marks and f.has("intr")) for f in readings)
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
    for before, token in pairwise(clause.words):
        if token.low in tables.lists["with"] and not tables.among("with_own", frozenset((before.low,))):
            return True
    for token, after in pairwise(clause.words):
        if token.low in tables.lists["and"] and (not after.forms or after.function or "NOM" in after.cases()):
            return True
    return False


def clauses(sentence: Sentence, tables: Tables) -> Iterator[Clause]:
    """The clauses of a sentence that have one sure predicate."""
    pieces = _merged([piece for piece in sentence.pieces() if piece], tables)
    seen = False
    for number, (piece, own) in enumerate(pieces):
        parts = list(_parts(piece, tables))
        near = [p for i, (p, _) in enumerate(pieces) if abs(i - number) == 1]
        crowded = any(not any(t.perhaps_verb for t in other) and _may_list(other) for other in near)
        for words, verb in parts:
            if verb is not None:
                yield Clause(words, verb, not seen and own and sentence.whole, crowded)
            seen = seen or any(token.perhaps_verb for token in words)


def _may_list(piece: Sequence[Token]) -> bool:
    return any("NOM" in token.cases() or not token.forms for token in piece)


def _merged(pieces: list[tuple[Token, ...]], tables: Tables) -> list[tuple[tuple[Token, ...], bool]]:
    """«Соглашение, подписанное в мае, вступило в силу»: the clause around what stands between its commas."""
    found: list[tuple[tuple[Token, ...], bool]] = []
    number = 0
    while number < len(pieces):
        piece = pieces[number]
        while number + 2 < len(pieces) and _aside(pieces[number + 1], tables):
            inner, piece = pieces[number + 1], piece + pieces[number + 2]
            if any(t.perhaps_verb for t in inner) or inner[0].participial:
                found.append((inner, False))
            number += 2
        first_word = piece[0]
        own = not _aside(piece, tables) or (number == 0 and first_word.participial)
        found.append((piece, own))
        number += 1
    return found


def _aside(piece: Sequence[Token], tables: Tables) -> bool:
    """Whether a piece is a participle's, a gerund's or a relative clause."""
    head = piece[0]
    relative = any(tables.among("relative", token.lemmas()) for token in piece[:3])
    return head.participial or head.parts == {"GRND"} or relative


def _parts(piece: tuple[Token, ...], tables: Tables) -> Iterator[tuple[tuple[Token, ...], int | None]]:
    """The piece cut at conjunctions so that each part has one predicate; None for its place where it has not."""
    groups = _groups(piece, tables)
    start = 0
    for number, (first, last) in enumerate(groups):
        following = groups[number + 1][0] if number + 1 < len(groups) else None
        end = len(piece)
        if following is not None:
            cuts = [i for i in range(last + 1, following) if piece[i].low in tables.lists["and"]]
            if not cuts:
                yield piece[start:], None
                return
            end = cuts[-1]
        sure = all(piece[i].parts <= PREDICATES for i in (first, last))
        yield piece[start:end], last - start if sure else None
        start = end + 1
    if not groups:
        yield piece, None


def _groups(piece: Sequence[Token], tables: Tables) -> list[tuple[int, int]]:
    """First and last word of each predicate; «быть» with its participle or adjective is one."""
    pairs = dict(_pairs(piece, tables))
    found: list[tuple[int, int]] = []
    for place, token in enumerate(piece):
        if found and place <= found[-1][1]:
            continue
        if place in pairs:
            found.append((place, pairs[place]))
        elif not token.function and (token.perhaps_verb or (token.parts and token.parts <= PREDICATES)):
            found.append((place, place))
    return found


def subjects_of(clause: Clause, readings: Sequence[Form], tables: Tables) -> list[Subject] | None:
    """The words that may be the subject; None where the clause cannot be judged."""
    if any(tables.among("unsure", token.lemmas()) for token in clause.words):
        return None
    taken = governed(clause.words)
    found: list[Subject] = []
    for place, token in enumerate(clause.words):
        before = clause.words[place - 1] if place else None
        if place in taken or place == clause.verb or "PREP" in token.parts:
            continue
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
        if counts or (not body and tables.among("quantities", token.lemmas()) and token.cases() & {"NOM", "ACC"}):
            return None
        numbers = _numbers(clause.words, place)
        if numbers:
            found.append(Subject(token, place, numbers, _sure(clause, place, readings, tables)))
    return found


def _numbers(words: Sequence[Token], place: int) -> tuple[Number, ...]:
    """Number and gender of the readings in the nominative. A genitive after a noun is one: «развитию доверия»."""
    token, before = words[place], words[place - 1] if place else None
    nominal = [f for f in token.forms if f.case == "NOM" and f.part in ("NOUN", "ADJF", "PRTF", "NPRO", "NUMR")]
    if before is not None and before.adjective and token.noun:
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
    infinitive = any("INFN" in other.parts for other in clause.words)  # it may have an object
    lacks_object = not infinitive and all(_lacks_object(f, tables) for f in readings)
    return cases <= {"NOM", "ACC"} and lacks_object and not any(f.has("Fixd") for f in token.forms)


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
