"""Checks of a clause: the person and the cases that its last word asks for, and capitals that no name has.

A Kazakh clause ends with its verb, so these look at the last word of a sentence. They speak only where every word that
they need is read in one way; words and verbs are in words.tsv and verbs.tsv.
"""

from collections.abc import Iterator, Sequence

from pressdesk.grammar.analyse import Reading
from pressdesk.proof.context.fits import case_of, ends
from pressdesk.proof.context.knowledge import Hit, Knowledge
from pressdesk.proof.context.neighbours import NOUNS, PLURAL, VERB, recased
from pressdesk.proof.context.paragraph import Paragraph, Token
from pressdesk.proof.context.rules import FIRST, VerbCase

SPEAKERS = frozenset(("S1", "S1PL", "COP1", "COP1PL"))
PRESENT, THIRD = "PRES", "S3"  # the one tense whose third person has an ending
FINITE = frozenset(("PAST", PRESENT, THIRD, "NEG", "PERF", "INTENT", "EVID"))
OWNED, MADE_ADJECTIVE, PLACE = "POSS3", "LIQ", "NP"
QUOTED = '«»“”„"–—:'
LEAST = 3  # words of a clause with a subject, something between, and a verb


def person(paragraph: Paragraph, know: Knowledge) -> Iterator[Hit]:
    """A verb in the first person after a plural subject of the third; certain subjects alone, and nobody speaks."""
    for words in _sentences(paragraph):
        first, second, last = words[0], words[1], words[-1]
        if not first.first or not second.beside or not _is_party(first, know):
            continue
        if second.lower in know.set("as-party") or any(OWNED in r.features for r in know.readings(second)):
            continue  # «Тараптар кеңесіне бардық»: it is the council's owner
        between = paragraph.text[first.span.start : last.span.end]
        if any(sign in between for sign in QUOTED) or any(w.lower in know.set("speaker") for w in words):
            continue
        readings = [r for r in know.readings(last) if ends(r) != MADE_ADJECTIVE]
        if not readings or not all(ends(r) in SPEAKERS for r in readings):
            continue
        put = dict.fromkeys(know.endings.form(r.lemma, _third(r)) for r in readings)
        yield Hit(last.span, tuple(form for form in put if form))


def _is_party(token: Token, know: Knowledge) -> bool:
    readings = [r for r in know.readings(token) if r.cls in NOUNS or r.features.endswith(f"AGENT+{PLURAL}")]
    return any(ends(r) == PLURAL and r.lemma in know.set("party") for r in readings)


def _third(reading: Reading) -> str:
    tags = reading.features.split("+")[:-1]
    return "+".join([*tags, THIRD] if tags[-1:] == [PRESENT] else tags)


def verb_case(paragraph: Paragraph, know: Knowledge) -> Iterator[Hit]:
    """A noun whose case the verb at the end of the clause does not take: verbs.tsv."""
    for words in _sentences(paragraph):
        rows = _rows(words[-1], know)
        if not rows or words[-1].first or not words[-1].beside:
            continue
        beside, told = words[-2], [r for r in know.readings(words[-2]) if r.cls in NOUNS or r.cls == VERB]
        for row in rows:
            noun = words[0] if row.where == FIRST else beside
            if row.where == FIRST and not _has_object(words, row, told, know):
                continue
            readings = know.readings(noun)
            if noun.lower in know.set("when") or know.names.accepts(noun.text):
                continue
            if readings and all(_is_noun(r) and case_of(r) in row.refused for r in readings):
                put = dict.fromkeys(recased(noun, r, row.case, know) for r in readings)
                yield Hit(noun.span, tuple(form for form in put if form and form != noun.text))
                break


def _rows(last: Token, know: Knowledge) -> list[VerbCase]:
    """The rows of verbs.tsv for the last word of a sentence."""
    for reading in know.readings(last):
        if reading.cls == VERB and reading.lemma in know.style.verbs and set(reading.features.split("+")) <= FINITE:
            return list(know.style.verbs[reading.lemma])
    return []


def _has_object(words: Sequence[Token], row: VerbCase, told: Sequence[Reading], know: Knowledge) -> bool:
    """Whether the verb has its object beside it, and nothing between asks for the case of the first word."""
    plural = all(PLURAL in r.features.split("+") for r in know.readings(words[0]))
    other = any((found := know.readings(w)) and all(r.cls == VERB for r in found) for w in words[1:-1])
    return plural and not other and bool(told) and all(case_of(r) == row.beside for r in told)


def _is_noun(reading: Reading) -> bool:
    return reading.cls in NOUNS or "AGENT" in reading.features.split("+")


def derived_capital(paragraph: Paragraph, know: Knowledge) -> Iterator[Hit]:
    """A capital in what is made from a place's name, within a sentence and before a plural: no name of anything."""
    if paragraph.shouts:
        return
    for token, noun in zip(paragraph.tokens, paragraph.tokens[1:], strict=False):
        if token.first or not token.beside or not token.capital or noun.capital or not noun.beside:
            continue
        readings, named = know.readings(token), know.readings(noun)
        made = readings and all(r.cls == PLACE and r.features == MADE_ADJECTIVE for r in readings)
        many = named and all(
            PLURAL in (tags := r.features.split("+")) and OWNED not in tags for r in named if r.cls != VERB
        )
        if made and many and any(r.cls in NOUNS for r in named) and not know.names.accepts(token.text):
            yield Hit(token.span, (token.text[:1].lower() + token.text[1:],))


def _sentences(paragraph: Paragraph) -> Iterator[Sequence[Token]]:
    """The sentences of `LEAST` words and more."""
    start = 0
    for place in range(1, len(paragraph.tokens) + 1):
        if place == len(paragraph.tokens) or paragraph.tokens[place].first:
            if place - start >= LEAST:
                yield paragraph.tokens[start:place]
            start = place
