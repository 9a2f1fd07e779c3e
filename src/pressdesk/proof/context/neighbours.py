"""Checks that look at the word before: which case a postposition asks for, counted nouns, particles.

All three speak only where every reading of a word says the same; a word with two readings is left alone.
"""

import re
from collections.abc import Iterator
from functools import cache

from pressdesk.grammar.analyse import Reading
from pressdesk.grammar.sounds import HARMONIES, Sounds
from pressdesk.grammar.table import CYRILLIC
from pressdesk.proof.context.fits import case_of
from pressdesk.proof.context.knowledge import Hit, Knowledge
from pressdesk.proof.context.paragraph import LONGEST_FIGURE, SPACES, Paragraph, Token
from pressdesk.proof.context.rules import BARE, CASES, Governor
from pressdesk.text.spans import Span

FIGURE = re.compile(rf"(?<![\d.,№–-])(?<!№[{SPACES}])(?P<x>\d+)[{SPACES}]$")
MADE = frozenset(("LIQ", "SHY", "SHYLYQ", "AGENT"))  # nouns made from other words
NOMINAL = frozenset(("PL", "VN", "POSS3", "POSS1", "POSS1PL")) | MADE | CASES
NOUNS, NUMBER, VERB = frozenset(("N", "NT", "A", "NP", "NG", "NI")), "NUM", "V"
PLURAL, OWNED = "PL", "POSS"
STEADY = frozenset(HARMONIES) | {"both"}  # traits of a stem whose letters do not tell its harmony


def government(paragraph: Paragraph, know: Knowledge) -> Iterator[Hit]:
    """A noun or a figure before a postposition that asks for another case."""
    for place, token in enumerate(paragraph.tokens):
        governor = know.style.governors.get(token.lower)
        if governor is None:
            continue
        figure = _figure(paragraph, token)
        if figure and governor.figures:
            put = know.endings.form(figure.of(paragraph.text), governor.case)
            if put:
                yield Hit(figure, (put,))
        elif place and token.beside and not know.names.accepts(paragraph.tokens[place - 1].text):
            yield from _governed(paragraph.tokens[place - 1], governor, know)


def _figure(paragraph: Paragraph, token: Token) -> Span | None:
    """The bare figure right before a word."""
    match = FIGURE.search(paragraph.text, max(0, token.span.start - LONGEST_FIGURE), token.span.start)
    return Span(*match.span("x")) if match else None


def _governed(noun: Token, governor: Governor, know: Knowledge) -> Iterator[Hit]:
    readings = know.readings(noun)
    if not readings or not all(_nominal(r, governor) and case_of(r) in governor.refused for r in readings):
        return
    found = dict.fromkeys(recased(noun, reading, governor.case, know) for reading in readings)
    put = tuple(text for text in found if text and text != noun.text)
    if put:
        yield Hit(noun.span, put)


def _nominal(reading: Reading, governor: Governor) -> bool:
    tags = set(filter(None, reading.features.split("+")))
    if governor.figures and BARE in governor.refused and not tags - CASES and reading.cls == NUMBER:
        return True
    classes = NOUNS | ({VERB} if tags & {"VN", "AGENT"} else set())
    return not governor.numbers and reading.cls in classes and tags <= NOMINAL


def recased(noun: Token, reading: Reading, case: str, know: Knowledge) -> str:
    """The noun with another case at its end; "" where the grammar has no such form."""
    tags = [tag for tag in reading.features.split("+") if tag and tag not in CASES]
    wanted = "+".join([*tags, *([] if case == BARE else [case])])
    lemma = reading.lemma
    form = know.endings.form(lemma, wanted) if wanted else lemma
    return form[:1].upper() + form[1:] if noun.capital else form


def counted(paragraph: Paragraph, know: Knowledge) -> Iterator[Hit]:
    """A plural after a figure or a number word: what is counted stays in the singular."""
    for place, token in enumerate(paragraph.tokens):
        if token.capital or not (_figure(paragraph, token) or _counts(paragraph, place, know)):
            continue
        readings = [reading for reading in know.readings(token) if reading.cls in NOUNS]
        tags = [reading.features.split("+") for reading in readings]
        if not readings or any(PLURAL not in t or any(tag.startswith(OWNED) for tag in t) for t in tags):
            continue
        if any(r.lemma in know.set("counted-plural") for r in readings):
            continue
        found = (
            know.endings.form(reading.lemma, "+".join(singular)) if singular else reading.lemma
            for reading in readings
            for singular in [[tag for tag in reading.features.split("+") if tag != PLURAL]]
        )
        put = tuple(dict.fromkeys(filter(None, found)))
        if put:
            yield Hit(token.span, put)


def _counts(paragraph: Paragraph, place: int, know: Knowledge) -> bool:
    """Whether the word before says how many, or, after a figure or a number with an ending, about how many."""
    if not place or not paragraph.tokens[place].beside:
        return False
    before = paragraph.tokens[place - 1]
    if before.lower in know.set("how-many"):
        return True
    if before.lower in know.set("about") and place > 1 and before.beside:
        number = paragraph.tokens[place - 2]
        return number.text[:1].isdecimal() or any(r.cls == NUMBER for r in know.readings(number))
    readings = know.readings(before)
    bare = all(r.cls == NUMBER and not r.features for r in readings)
    return bool(readings) and bare and before.lower not in know.set("not-counting")


def particle(paragraph: Paragraph, know: Knowledge) -> Iterator[Hit]:
    """A particle that does not follow the sound of the word before it."""
    sounds = know.speller.grammar.reader.graph.sounds
    for place, token in enumerate(paragraph.tokens):
        pattern = next((p for p in know.style.particles if token.text in _shapes(sounds, p)), "")
        if not pattern or not token.beside or place + 1 == len(paragraph.tokens) > 2:
            continue
        before = paragraph.tokens[place - 1]
        harmony = _clear_harmony(before, know)
        if not harmony:
            continue
        put = sounds.realise(pattern, harmony, sounds.cls(before.lower))
        if put != token.text:
            yield Hit(token.span, (put,))


@cache
def _shapes(sounds: Sounds, pattern: str) -> frozenset[str]:
    return frozenset(sounds.realise(pattern, h, cls) for h in HARMONIES for cls in set(sounds.classes.values()))


def _clear_harmony(token: Token, know: Knowledge) -> str:
    """The harmony of a word all of whose vowels have the same and whose stem is no exception; else ""."""
    if len(token.text) < 3 or not token.text.isalpha() or not CYRILLIC.match(token.text) or not know.accepts(token):
        return ""
    reader = know.speller.grammar.reader
    sounds, lexicon, readings = reader.graph.sounds, reader.lexicon, know.readings(token)
    for lemma in {reading.lemma for reading in readings}:
        for lexeme in lexicon.get(lemma):
            told, _ = lexicon.harmony(sounds, lemma, lexeme.traits, lexeme.cls.is_name)
            if lexeme.traits & STEADY or told != sounds.last_harmony(lemma.lower()):
                return ""
    heard = {sounds.last_harmony(letter) for letter in token.lower} - {""}
    return heard.pop() if readings and len(heard) == 1 else ""
