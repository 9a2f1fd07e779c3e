"""The named checks of rules.tsv, each a function of a paragraph. `CHECKS` at the end names them.

A check would rather miss a slip than mark what is right; what it needs to know of the language it asks the grammar and
the word sets. Where a name of the draft stands, the draft knows better.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from pressdesk.grammar.numbers import is_abbreviation
from pressdesk.grammar.table import CYRILLIC
from pressdesk.proof.context.clauses import derived_capital, person, verb_case
from pressdesk.proof.context.endings import MOST
from pressdesk.proof.context.fits import fit_of
from pressdesk.proof.context.knowledge import Check, Hit, Knowledge
from pressdesk.proof.context.neighbours import counted, government, particle
from pressdesk.proof.context.paragraph import LONGEST_FIGURE, SPACES, Paragraph, Token
from pressdesk.text.spans import Span

STOP = re.compile(rf"(?<![^\W\d_])(?P<word>[^\W\d_]{{3,}}+)[»”)]?\.[{SPACES}]+(?P<x>[^\W\d_]+)")
SIGNED = re.compile(r"\d+(?:[.,]\d+)?[%‰°$€₸]$")
BARE = re.compile(r"(?P<stem>\d+(?:[.,]\d+)?[%‰°$€₸]?)(?P<ending>[^\W\d_]+)")
CASES = ("DAT", "LOC", "ABL", "ACC", "GEN")
SPEAKING = {"S1", "COP1", "POSS1", "IMP1"}  # what a sentence with a speaker has: «I» rather than «and»
OFFICE_CASES = ("POSS3", "GEN", "DAT", "INS")
OFFICIAL_CASES = ("LOC", "ABL")  # with a capital; «Қазақстан Португалиядағы елшілігінде» may have a subject
LONGEST = 8  # words between an owner and an office
LEAST = 4  # letters of a noun whose possessive is looked for
VERB, NUMBER, NAME = "V", "NUM", "NP"
YEAR = 4  # figures of a year
NOUNS = ("N", "NT", "A", NAME)


def conjunction(paragraph: Paragraph, know: Knowledge) -> Iterator[Hit]:
    """A conjunction that does not agree with the word before it."""
    shapes = know.set("conjunction")
    for place, token in enumerate(paragraph.tokens):
        if token.text not in shapes or not token.beside or place + 1 == len(paragraph.tokens):
            continue
        before = paragraph.tokens[place - 1]
        fitting = [shape for shape in sorted(shapes) if know.speller.grammar.accepts(f"{before.text} {shape}")]
        if not fitting and before.text in know.speller.grammar.decliner.readings.stored:
            form = know.endings.form(before.text, "CONJ")
            fitting = [shape for shape in sorted(shapes) if form == f"{before.text} {shape}"]
        if not fitting or token.text in fitting:
            continue
        if token.text in know.set("pronoun") and _may_be_pronoun(paragraph, place, know):
            continue
        yield Hit(token.span, tuple(fitting))


def _may_be_pronoun(paragraph: Paragraph, place: int, know: Knowledge) -> bool:
    """Whether the word may be «I»: somebody speaks of himself, or what stands before cannot be half of a pair."""
    before, after = know.readings(paragraph.tokens[place - 1]), paragraph.tokens[place + 1]
    noun = any(r.cls in NOUNS for r in before) and not any(r.features.endswith("CNV") for r in before)
    if not noun or after.lower in know.set("after-pronoun"):
        return True
    for other in paragraph.sentence(place):
        readings = know.readings(other)
        if readings and all(SPEAKING & set(r.features.split("+")) for r in readings):
            return True
    return False


def hung_ending(paragraph: Paragraph, know: Knowledge) -> Iterator[Hit]:
    """An ending of a figure, a sign or an abbreviation that does not follow how it is read aloud, or is in capitals."""
    stored = know.speller.grammar.decliner.readings.stored
    for token in paragraph.tokens:
        stem, _, ending = token.text.rpartition("-")
        spoken, state, sure = know.endings.spoken(stem) if stem and ending.isalpha() else ((), "N", True)
        if not spoken or know.names.accepts(token.text) or know.names.refuses(token.text):
            continue
        shouted = ending.isupper()
        if shouted and (paragraph.shouts or ending in stored):
            continue
        if not shouted and any(know.endings.fits(reading, ending, state, not sure) for reading in spoken):
            continue
        found = _proposals(stem, ending.lower(), know)
        if found:
            yield Hit(token.span, found)


def _proposals(stem: str, ending: str, know: Knowledge) -> tuple[str, ...]:
    accepted = (text for text in know.endings.written(stem, ending) if know.speller.accepts(text, know.names))
    return tuple(accepted)[:MOST]


def bare_ending(paragraph: Paragraph, know: Knowledge) -> Iterator[Hit]:
    """An ending written on to a figure, a sign or an abbreviation without a hyphen, small or in capitals."""
    yield from _bare_figures(paragraph, know)
    if paragraph.shouts:
        return
    stored = know.speller.grammar.decliner.readings.stored
    for token in paragraph.tokens:
        text = token.text
        if len(text) < 4 or not text[:2].isupper() or not text.isalpha() or text in stored:
            continue
        for cut in range(len(text) - 1, 1, -1):
            stem, ending = text[:cut], text[cut:]
            if stem not in stored or not is_abbreviation(stem):
                continue
            if ending.isupper() and any(r.lemma != stem.lower() for r in know.readings(token)):
                continue
            found = _proposals(stem, ending.lower(), know)
            if found and not know.names.accepts(text):
                yield Hit(token.span, found)
                break


def _bare_figures(paragraph: Paragraph, know: Knowledge) -> Iterator[Hit]:
    for token in paragraph.tokens:
        place = token.span.start  # a sign ends a word, so its ending is a word
        signed = SIGNED.search(paragraph.text, max(0, place - LONGEST_FIGURE), place)
        start = signed.start() if signed else token.span.start
        hung = BARE.fullmatch(paragraph.text[start : token.span.end])
        if hung and (signed or not know.accepts(token)):
            found = _proposals(hung["stem"], hung["ending"].lower(), know)
            if found:
                yield Hit(Span(start, token.span.end), found)


def sign_reading(paragraph: Paragraph, know: Knowledge) -> Iterator[Hit]:
    """An ending that fits only another reading of a sign than the one that is written."""
    symbols = know.speller.grammar.decliner.readings.symbols
    for token in paragraph.tokens:
        stem, _, ending = token.text.rpartition("-")
        spoken = symbols.get(stem[-1:], ())
        if len(spoken) < 2 or know.endings.fits(spoken[0], ending, "N", False) or not know.accepts(token):
            continue
        found = _proposals(stem, ending, know)
        if found:
            yield Hit(token.span, found)


def possessive_case(paragraph: Paragraph, know: Knowledge) -> Iterator[Hit]:
    """A case written after a third person possessive as if there were none."""
    for token in paragraph.tokens:
        if not token.text.isalpha() or len(token.text) < 5 or know.accepts(token):
            continue
        for cut in range(len(token.text) - 2, max(2, len(token.text) - 5), -1):
            head, ending = token.text[:cut], token.lower[cut:]
            cases = [case for case in CASES if case in know.endings.features(ending)]
            if cases and head.lower() not in know.set("not-possessed") and _possessed(head, know):
                forms = dict.fromkeys(know.endings.form(head, case) for case in cases)
                yield Hit(token.span, tuple(form for form in forms if form))
                break


def _possessed(head: str, know: Knowledge) -> bool:
    """Whether the head can only be a noun with its possessive; much else ends like a short noun's."""
    readings = know.speller.grammar.analyse(head)
    owned = all(r.features.split("+")[-1] == "POSS3" and r.cls in NOUNS for r in readings)
    return owned and any(len(r.lemma) >= LEAST for r in readings)


def missing_genitive(paragraph: Paragraph, know: Knowledge) -> Iterator[Hit]:
    """A state without its genitive before «… in such a country» and an office that has its possessive."""
    tokens = paragraph.tokens
    for place, owner in enumerate(tokens):
        rest = _beside(tokens[place + 1 :])
        where, rest = rest[:1], rest[1:]
        if rest and rest[0].lower in know.set("near-body"):
            where, rest = rest[:1], rest[1:]
        elif not (where and where[0].capital):
            continue
        while rest and rest[0].lower in know.set("before-office"):
            rest = rest[1:]
        if not (rest and owner.capital and _is_state(owner, know)):
            continue
        if where[0].capital and not any(r.cls == NAME and r.features == "LOC+ATTR" for r in know.readings(where[0])):
            continue
        cases = OFFICE_CASES + (OFFICIAL_CASES if rest[0].capital else ())
        offices = (r for r in know.readings(rest[0]) if r.lemma in know.set("office"))
        if any("POSS3" in (f := r.features.split("+")) and f[-1] in cases for r in offices):
            yield Hit(owner.span, (know.endings.form(owner.text, "GEN"),))


def _beside(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words that nothing but spaces parts from what stands before."""
    return tokens[: next((place for place, token in enumerate(tokens) if not token.beside), len(tokens))][:LONGEST]


def _is_state(token: Token, know: Knowledge) -> bool:
    if token.lower in know.set("state"):
        return True
    return any(r.cls == NAME and not r.features for r in know.readings(token))


def doubled(paragraph: Paragraph, know: Knowledge) -> Iterator[Hit]:
    """A word written twice; what the language doubles on purpose is left alone."""
    for before, token in zip(paragraph.tokens, paragraph.tokens[1:], strict=False):
        if not token.beside or before.lower != token.lower or token.lower in know.set("doubled"):
            continue
        if token.text[1:] != before.text[1:] or not CYRILLIC.match(token.text):
            continue
        readings = know.readings(token)
        purpose = any(
            (r.cls == NUMBER and not r.features) or (r.cls == VERB and r.features in ("CNV", "PRES")) for r in readings
        )
        if token.text.isalpha() and len(token.text) > 1 and not purpose:
            span = Span(before.span.start, token.span.end)
            yield Hit(span, (before.span.of(paragraph.text),))


def small_after_stop(paragraph: Paragraph, know: Knowledge) -> Iterator[Hit]:
    """A small letter after a full stop; the stop of a shortened word ends no sentence."""
    stored = know.speller.grammar.decliner.readings.stored
    for match in STOP.finditer(paragraph.text):
        word, after = match["word"], match["x"]
        if word.lower() in know.set("shortened") or word in stored or not know.speller.accepts(word, know.names):
            continue
        if after[0].islower() and CYRILLIC.match(after):
            yield Hit(Span(*match.span("x")), (after[0].upper() + after[1:],))


def ordinal(paragraph: Paragraph, know: Knowledge) -> Iterator[Hit]:
    """An ordinal in figures that has its ending before a noun: the hyphen alone says it."""
    yield from _ordinals(paragraph, know, False)


def year_ordinal(paragraph: Paragraph, know: Knowledge) -> Iterator[Hit]:
    """A year in figures that has the ending of an ordinal: it takes neither ending nor hyphen."""
    yield from _ordinals(paragraph, know, True)


def _ordinals(paragraph: Paragraph, know: Knowledge, years: bool) -> Iterator[Hit]:
    for token, noun in zip(paragraph.tokens, paragraph.tokens[1:], strict=False):
        figure, _, ending = token.text.rpartition("-")
        if not figure.isdigit() or ending not in know.set("ordinal-ending") or not noun.beside or noun.capital:
            continue
        if not know.accepts(token):  # its ending is wrong besides, which hung_ending says
            continue
        readings = know.readings(noun)
        year = len(figure) == YEAR and any(r.lemma in know.set("year") for r in readings)
        if readings and year is years and (year or all(r.cls in NOUNS for r in readings)):
            word = noun.span.of(paragraph.text)
            yield Hit(Span(token.span.start, noun.span.end), (f"{figure}{' ' if year else '-'}{word}",))


def confusable(paragraph: Paragraph, know: Knowledge) -> Iterator[Hit]:
    """A legal but rare form one slip away from a far commoner one."""
    for place, token in enumerate(paragraph.tokens):
        if (not token.capital or token.first) and know.soft.may_mark(token.lower):
            instead = know.soft.instead(token.text, know.names, fit_of(paragraph, place, know))
            if instead:
                yield Hit(token.span, (instead,))


CHECKS: Mapping[str, Check] = {
    "conjunction": conjunction,
    "hung-ending": hung_ending,
    "bare-ending": bare_ending,
    "sign-reading": sign_reading,
    "possessive-case": possessive_case,
    "missing-genitive": missing_genitive,
    "doubled": doubled,
    "small-after-stop": small_after_stop,
    "ordinal": ordinal,
    "year-ordinal": year_ordinal,
    "confusable": confusable,
    "government": government,
    "counted": counted,
    "particle": particle,
    "person": person,
    "verb-case": verb_case,
    "derived-capital": derived_capital,
}
