"""A noun after a noun is in the genitive: «вопрос открытия рейсов», not «вопрос открытие рейсов». Start at `nouns`.

Розенталь, Справочник по правописанию и литературной правке, § 204.
"""

from collections.abc import Iterator

from pressdesk.proof.russian.phrases import Hit, phrase
from pressdesk.proof.russian.predicate import PREDICATES, SHORT, clauses, matching, subjects_of
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
        subjects = subjects_of(clause, readings, tables)
        if subjects is None:
            continue
        passive = all(f.part in SHORT for f in readings)
        holder = [s for s in subjects if (s.token is first.head if passive else s.place < clause.verb)]
        if matching(readings, holder):
            made = second.in_case("GEN")
            yield Hit(second.span, (made,) if made else ())
