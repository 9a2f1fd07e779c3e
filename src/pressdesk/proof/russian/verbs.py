"""Verbs beside verbs: infinitives with and without ь, aspects, short participles, «не» and «ни», dangling gerunds.

Розенталь, Справочник по правописанию и литературной правке, §§ 62, 173, 213; Правила (2006), §§ 97–99, 107.
"""

from collections.abc import Iterator

from pressdesk.proof.russian.morph import forms
from pressdesk.proof.russian.phrases import Hit, joined, phrase, runs
from pressdesk.proof.russian.sentence import Sentence, Token
from pressdesk.proof.russian.tables import Tables

REFLEXIVE = ("тся", "ться")


def infinitives(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """«намерены встретится»: an infinitive stands after some words; and never a bare one for a predicate."""
    third, bare = REFLEXIVE
    for run in runs(sentence.tokens):
        for place, token in enumerate(run):
            if not place:
                continue
            before = _before(run, place)
            if token.verb and token.low.endswith(third):
                infinitive = token.low[: -len(third)] + bare
                wants = before is not None and tables.among("infinitive_after", before.lemmas() | {before.low})
                if wants and any(f.part == "INFN" for f in forms(infinitive)):
                    yield Hit(token.span, (infinitive,))
            elif token.parts == {"INFN"} and token.low.endswith(bare):
                personal = token.low[: -len(bare)] + third
                subject = _only_subject(run[place - 1], tables)
                others = any(
                    t.perhaps_verb or (t.parts & {"PRED", "ADJS", "INFN", "GRND", "CONJ", "NOUN"} and t.function)
                    for t in sentence.tokens
                    if t is not token
                )
                if subject and not others and any(f.finite for f in forms(personal)):
                    yield Hit(token.span, (personal,))


def _only_subject(token: Token, tables: Tables) -> bool:
    """Whether a noun is no object of the infinitive and takes none: «форум состояться»."""
    return token.noun and (token.cases() == {"NOM"} or tables.among("events", token.lemmas()))


def _before(run: tuple[Token, ...], place: int) -> Token | None:
    """The word before, adverbs left out."""
    for token in reversed(run[:place]):
        if "ADVB" not in token.parts:
            return token
    return None


def subjects(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """«планируется открыть новая школа»: an infinitive has an object, no subject."""
    for run in runs(sentence.tokens):
        for place in range(1, len(run) - 1):
            token, before = run[place], run[place - 1]
            if token.parts != {"INFN"} or not all(f.has("tran") for f in token.likely):
                continue
            found = phrase(run, place + 1)
            bare = found is not None and found.cases == {"NOM"} and not found.head.capital
            if found is not None and bare and before.low in tables.lists["impersonal"]:
                made = found.in_case("ACC")
                yield Hit(found.span, (made,) if made else ())


def aspects(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """After «начать», «продолжать», «будет» stands an imperfective infinitive."""
    for run in runs(sentence.tokens):
        for place, token in enumerate(run):
            if not place or token.parts != {"INFN"} or not all(f.has("perf") for f in token.likely):
                continue
            before = _before(run, place)
            if before is None or not before.parts & {"VERB", "INFN", "GRND"}:
                continue
            future = tables.among("be", before.lemmas()) and all(f.has("futr") for f in before.likely if f.finite)
            if future:  # «должны будут уехать», «можно будет решить»
                earlier = run[: run.index(before)]
                future = not any(t.parts & {"ADJS", "PRED", "PRTS"} or t.function for t in earlier[-2:])
            if tables.among("phases", before.lemmas()) or (future and before.verb):
                yield Hit(joined(before, token))


def doubled_n(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """«была организованна»: a short participle has one н."""
    for run in runs(sentence.tokens):
        for place, token in enumerate(run):
            if not place or (token.forms and token.parts != {"ADJS"}):
                continue
            stem, end = token.low[:-3], token.low[-3:]
            copula = any(tables.among("be", t.lemmas()) for t in run[:place])
            by_whom = place + 1 < len(run) and run[place + 1].noun and run[place + 1].cases() == {"INS"}
            if end not in tables.lists["doubled_ends"] or not (copula or by_whom):
                continue
            single = stem + end[1:]
            if any(f.part == "PRTS" for f in forms(single)):
                yield Hit(token.span, (single,))


def particles(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """«ни» before a verb that denies is «не»."""
    for run in runs(sentence.tokens):
        for place, token in enumerate(run[:-1]):
            if token.low not in tables.lists["nor"]:
                continue
            following = run[place + 1]
            earlier = [t for t in run[:place] if t.low in tables.lists["none"] or t.low in tables.lists["nor"]]
            never = place > 0 and tables.among("not_possible", frozenset((run[place - 1].low,)))
            if (following.verb and earlier) or ("INFN" in following.parts and never):
                yield Hit(token.span, tuple(tables.lists["denial"]))


def dangling(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """«Прибыв в Астану, у делегации …»: who acts in the gerund is the subject of the verb."""
    pieces = [piece for piece in sentence.pieces() if piece]
    if len(pieces) < 2 or not sentence.whole or pieces[0][0].parts != {"GRND"}:
        return
    gerund, main = pieces[0][0], pieces[1]
    if tables.among("no_gerund", frozenset((gerund.low,))) or any(t.perhaps_verb for t in pieces[0]):
        return
    if main[0].low in tables.lists["owner"] and any(t.verb for t in main):
        yield Hit(joined(gerund, main[0]))
