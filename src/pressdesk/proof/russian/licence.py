"""A noun in a case that nothing around it gives. Start at the checks that rules.toml names.

Tables idioms.tsv, words.tsv. Розенталь, Справочник по правописанию и литературной правке, §§ 198, 201–204.
"""

from collections.abc import Iterator, Sequence

from pressdesk.proof.russian.clause import clauses
from pressdesk.proof.russian.phrases import Hit, Phrase, governed, phrase, runs
from pressdesk.proof.russian.predicate import matching, subjects_of
from pressdesk.proof.russian.sentence import Sentence, Sort, Token
from pressdesk.proof.russian.tables import Tables

DEEDS = frozenset(("VERB", "INFN", "GRND"))
PERSON = frozenset(("GEN", "ACC"))
FAR = 4
"""Words between a verb and the noun of its idiom: «выразил от имени народа соболезнования»."""


def genitives(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """«снизить издержек», «приняли участие представителей»: a verb that is not denied takes no genitive."""
    for run in runs(sentence.tokens):
        for place, token in enumerate(run[:-1]):
            if not token.parts or not token.parts <= DEEDS or (token.capital and not token.first):
                continue
            if tables.among("genitive_too", token.lemmas()) or token.lemmas() & set(tables.cases):
                continue
            transitive = all(f.has("tran") for f in token.likely)
            if not transitive and not all(f.has("intr") for f in token.likely):
                continue
            after = place + 1
            if tables.among("take", token.lemmas()) and run[after].low in tables.lists["part"]:
                transitive, after = False, after + 1
            found = _plain(run, after, tables)
            if found is None or _counted_or_denied(run[:place], tables) or _number(run[after + len(found.tokens) :]):
                continue
            if found.cases == {"GEN"} or (found.cases == PERSON and not transitive):
                made = found.in_case("ACC" if transitive else "NOM")
                yield Hit(found.span, (made,) if made else ())


def _plain(run: Sequence[Token], place: int, tables: Tables) -> Phrase | None:
    """A phrase in small letters that is no time and no quantity, nor followed by a figure."""
    found = phrase(run, place) if place < len(run) else None
    if found is None or not found.cases or found.tokens[0].capital or found.head.capital:
        return None
    if tables.among("times", found.head.lemmas()) or tables.among("quantities", found.head.lemmas()):
        return None
    return found


def _number(words: Sequence[Token]) -> bool:
    """Whether a numeral that may count what stands before it comes first: «посетили стран двадцать»."""
    return bool(words) and (
        words[0].sort is not Sort.WORD or ("NUMR" in words[0].parts and bool(words[0].cases() & {"NOM", "ACC"}))
    )


def _counted_or_denied(words: Sequence[Token], tables: Tables) -> bool:
    """Whether something gives a genitive from afar: a numeral, «не», «более», a word that is not known."""
    return any(
        token.sort is not Sort.WORD
        or "NUMR" in token.parts
        or token.low in tables.lists["not"]
        or token.low in tables.lists["nor"]
        or token.low in tables.lists["over"]
        or tables.among("quantities", token.lemmas())
        or tables.among("unsure", token.lemmas())
        for token in words
    )


def idioms(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """«выражает благодарность организаторов»: a verb with its noun governs a case (idioms.tsv)."""
    for run in runs(sentence.tokens):
        for place, token in enumerate(run[:-2]):
            rows = [row for lemma in token.lemmas() for row in tables.idioms.get(lemma, ())]
            if not rows or token.function:
                continue
            for at in range(place + 1, min(place + FAR, len(run) - 1)):
                cases = next((row.cases for row in rows if row.noun in run[at].lemmas()), None)
                if cases is None or not run[at].cases() & {"NOM", "ACC", "GEN"}:
                    continue
                found = _plain(run, at + 1, tables)
                rest = run[at + 1 :]
                if found is None or found.cases & cases or found.cases & {"NOM"}:
                    break
                after = rest[len(found.tokens) :]
                taken = governed(after)
                free = [t for number, t in enumerate(after) if number not in taken and not t.function]
                if any(t.cases() & cases for t in [*free, *run[place + 1 : at]]):
                    break  # «выразил соболезнования народа семьям»
                if any(t.sort is Sort.WORD and not t.forms for t in after[:1]):
                    break
                made = (found.in_case(case) for case in sorted(cases))
                yield Hit(found.span, tuple(text for text in made if text))
                break


def datives(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """«пожелал участникам форуму»: of two nouns side by side the second is in the genitive."""
    for run in runs(sentence.tokens):
        for place in range(1, len(run) - 1):
            token = run[place]
            if (
                not token.noun
                or token.cases() != {"DAT"}
                or token.capital
                or tables.among("dative_nouns", token.lemmas())
            ):
                continue
            found = _plain(run, place + 1, tables)
            if found is None or found.cases != {"DAT"} or any(f.animate for f in found.head.forms):
                continue
            made = found.in_case("GEN")
            yield Hit(found.span, (made,) if made else ())


def persons(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """«напоминает граждан о сроке»: some verbs have a person in the dative and never in the accusative."""
    for run in runs(sentence.tokens):
        for place, token in enumerate(run[:-1]):
            if not token.parts or not token.parts <= DEEDS or not tables.among("to_whom", token.lemmas()):
                continue
            found = _plain(run, place + 1, tables)
            if found is None or not found.cases <= PERSON or _counted_or_denied(run[:place], tables):
                continue
            if all(f.animate for f in found.head.forms):
                made = found.in_case("DAT")
                yield Hit(found.span, (made,) if made else ())


def second_nominatives(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """«передал библиотеке коллекция книг»: after a verb with its subject before it stands its object."""
    for clause in clauses(sentence, tables):
        readings = [f for f in clause.words[clause.verb].likely if f.part == "VERB"]
        if not readings or not all(f.has("tran") for f in readings):
            continue
        subjects = subjects_of(clause, tables)
        if not matching(readings, [s for s in subjects or () if s.sure and s.place < clause.verb]):
            continue
        found = _plain(clause.words, clause.verb + 1, tables)
        if found is not None and "DAT" in found.cases and not found.cases & {"NOM", "ACC"}:
            found = _plain(clause.words, clause.verb + 1 + len(found.tokens), tables)
        if found is not None and found.cases == {"NOM"} and not any(f.animate for f in found.head.forms):
            made = found.in_case("ACC")
            yield Hit(found.span, (made,) if made else ())
