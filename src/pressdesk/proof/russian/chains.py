"""A noun after a noun is in the genitive: «вопрос открытия рейсов», not «вопрос открытие рейсов». Start at `nouns`.

Розенталь, Справочник по правописанию и литературной правке, § 204.
"""

from collections.abc import Iterator, Sequence

from pressdesk.proof.russian.clause import PREDICATES, SHORT, Clause, clauses
from pressdesk.proof.russian.morph import Form
from pressdesk.proof.russian.phrases import Hit, phrase
from pressdesk.proof.russian.predicate import Subject, matching, subjects_of
from pressdesk.proof.russian.sentence import Sentence
from pressdesk.proof.russian.tables import Tables

STRAIGHT = frozenset(("NOM", "ACC"))


def nouns(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """After a verb that has its subject and its object, a further noun is in neither of their cases."""
    for clause in clauses(sentence, tables):
        verb = clause.words[clause.verb]
        readings = [f for f in verb.likely if f.part in PREDICATES]
        first = phrase(clause.words, clause.verb + 1)
        if first is None or not first.cases & STRAIGHT or tables.among("be", verb.lemmas()):
            continue
        place = clause.verb + 1 + len(first.tokens)
        second = phrase(clause.words, place)
        if second is None or not second.cases or not second.cases <= STRAIGHT or second.tokens[0].capital:
            continue
        if tables.among("times", second.head.lemmas()) or tables.among("quantities", second.head.lemmas()):
            continue
        subjects = subjects_of(clause, tables)
        if subjects is None:
            continue
        passive = all(f.part in SHORT for f in readings)
        holder = [s for s in subjects if (s.token is first.head if passive else s.place < clause.verb)]
        if matching(readings, holder) or _woman(readings, holder):
            made = second.in_case("GEN")
            yield Hit(second.span, (made,) if made else ())


def _woman(readings: Sequence[Form], holder: Sequence[Subject]) -> bool:
    """«министр подчеркнула»: of a woman."""
    feminine = all(f.gender == "f" for f in readings)
    return feminine and any(number.masculine_person for subject in holder for number in subject.numbers)


STOP = frozenset(("INFN", "GRND", "PRTF", "ADJS", "PRTS", "VERB", "CONJ", "PRED", "COMP", "NUMR", "NPRO"))


def far_nouns(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """«способствует развитию торговля»: after a verb that lacks nothing a later noun is in neither straight case."""
    for clause in clauses(sentence, tables):
        verb = clause.words[clause.verb]
        readings = [f for f in verb.likely if f.part in PREDICATES]
        if any(tables.among("be", t.lemmas()) for t in clause.words[: clause.verb + 1]):
            continue
        subjects = subjects_of(clause, tables)
        holder = [s for s in subjects or () if s.sure and s.place < clause.verb]
        if not holder or not (matching(readings, holder) or _woman(readings, holder)):
            continue
        start = clause.verb + 1
        if not all(f.has("intr") or f.part in SHORT for f in readings):
            direct = phrase(clause.words, start)
            if direct is None or not direct.cases or not direct.cases <= STRAIGHT or not _acts(readings):
                continue
            start += len(direct.tokens) + 1
        yield from _unlicensed(clause, start, tables)


def _acts(readings: Sequence[Form]) -> bool:
    return all(f.has("tran") for f in readings)


def _unlicensed(clause: Clause, start: int, tables: Tables) -> Iterator[Hit]:
    words = clause.words
    for place in range(start, len(words)):
        token, before = words[place], words[place - 1]
        if not token.forms or (token.parts & STOP) or tables.among("like", frozenset((token.low,))):
            return
        found = phrase(words, place) if before.noun and not before.capital and before.cases() else None
        if found is None or not found.cases or not found.cases <= STRAIGHT or found.tokens[0].capital:
            continue
        if tables.among("times", found.head.lemmas()) or tables.among("quantities", found.head.lemmas()):
            return
        made = found.in_case("GEN")
        yield Hit(found.span, (made,) if made else ())
        return


def subjects(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """«были вопросы охрана природы»: after the subject behind its verb a second nominative is a genitive."""
    for clause in clauses(sentence, tables):
        words = clause.words
        readings = [f for f in words[clause.verb].likely if f.part in PREDICATES]
        behind = [s for s in subjects_of(clause, tables) or () if s.place > clause.verb]
        for subject in behind:
            found = phrase(words, subject.place + 1)
            bare = found is not None and found.cases == {"NOM"} and not any(f.animate for f in found.head.forms)
            if found is None or not bare or found.tokens[0].capital or not subject.token.noun or subject.token.capital:
                continue
            if matching(readings, [subject]) and not tables.among("times", found.head.lemmas()):
                made = found.in_case("GEN")
                yield Hit(found.span, (made,) if made else ())
