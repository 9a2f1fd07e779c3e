"""The named checks of rules.tsv, each a function of a paragraph. `CHECKS` at the end names them.

A check would rather miss a slip than mark what is right; what it needs to know of the language it asks the grammar and
the word sets. Where a name of the draft stands, the draft knows better.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from pressdesk.grammar.analyse import Reading
from pressdesk.grammar.names import NameForms
from pressdesk.grammar.numbers import is_abbreviation
from pressdesk.grammar.table import CYRILLIC
from pressdesk.proof.context.endings import MOST, Endings
from pressdesk.proof.context.paragraph import SPACES, Paragraph, Token
from pressdesk.proof.context.rules import Style
from pressdesk.proof.context.soft import SoftMarks
from pressdesk.proof.spelling import Speller
from pressdesk.text.spans import Span

STOP = re.compile(rf"(?P<word>[^\W\d_]{{3,}})\.[{SPACES}]+(?P<x>[^\W\d_]+)")
CASES = ("DAT", "LOC", "ABL", "ACC", "GEN")
SPEAKING = {"S1", "COP1", "POSS1", "IMP1"}  # what a sentence with a speaker has: «I» rather than «and»
OFFICE_CASES = ("POSS3", "GEN", "DAT", "INS")
LEAST = 4  # letters of a noun whose possessive is looked for
VERB, NUMBER, NAME = "V", "NUM", "NP"
NOUNS = ("N", "NT", "A", NAME)


@dataclass(frozen=True, slots=True)
class Hit:
    """What to underline, what to put there instead, the first the likeliest, and what the message may quote."""

    span: Span
    suggestions: tuple[str, ...]


@dataclass(slots=True, eq=False, repr=False)
class Knowledge:
    """What the checks may ask."""

    speller: Speller
    endings: Endings
    style: Style
    soft: SoftMarks
    names: NameForms

    def set(self, name: str) -> frozenset[str]:
        """A set of words.tsv; empty where the table has none of this name."""
        return self.style.words.get(name, frozenset())

    def readings(self, token: Token) -> list[Reading]:
        """Every reading of the word."""
        return self.speller.grammar.analyse(token.text)

    def accepts(self, token: Token) -> bool:
        """Whether the spelling check lets the word pass."""
        return self.speller.accepts(token.text, self.names)


Check = Callable[[Paragraph, Knowledge], Iterator[Hit]]


def conjunction(paragraph: Paragraph, know: Knowledge) -> Iterator[Hit]:
    """A conjunction that does not agree with the word before it."""
    shapes = know.set("conjunction")
    for place, token in enumerate(paragraph.tokens):
        if token.text not in shapes or not token.beside or place + 1 == len(paragraph.tokens):
            continue
        before = paragraph.tokens[place - 1]
        fitting = [shape for shape in sorted(shapes) if know.speller.grammar.accepts(f"{before.text} {shape}")]
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
    """An ending written on to an abbreviation without a hyphen, small or in capitals."""
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
    return bool(readings) and all(
        r.features.split("+")[-1] == "POSS3" and r.cls in NOUNS and len(r.lemma) >= LEAST for r in readings
    )


def missing_genitive(paragraph: Paragraph, know: Knowledge) -> Iterator[Hit]:
    """A state without its genitive before «… in such a country» and an office that has its possessive."""
    tokens = paragraph.tokens
    for place in range(len(tokens) - 2):
        owner, where, head = tokens[place : place + 3]
        if head.lower in know.set("before-office") and place + 3 < len(tokens) and tokens[place + 3].beside:
            head = tokens[place + 3]
        if not (owner.capital and where.beside and where.capital and head.beside) or not _is_state(owner, know):
            continue
        if not any(r.cls == NAME and r.features == "LOC+ATTR" for r in know.readings(where)):
            continue
        offices = (r for r in know.readings(head) if r.lemma in know.set("office"))
        if any("POSS3" in (f := r.features.split("+")) and f[-1] in OFFICE_CASES for r in offices):
            yield Hit(owner.span, (know.endings.form(owner.text, "GEN"),))


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
        purpose = any(r.cls == NUMBER or (r.cls == VERB and r.features in ("CNV", "PRES")) for r in readings)
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
    for token, noun in zip(paragraph.tokens, paragraph.tokens[1:], strict=False):
        figure, _, ending = token.text.rpartition("-")
        if not figure.isdigit() or ending not in know.set("ordinal-ending") or not noun.beside or noun.capital:
            continue
        readings = know.readings(noun)
        if readings and all(r.cls in NOUNS for r in readings):
            word = noun.span.of(paragraph.text)
            yield Hit(Span(token.span.start, noun.span.end), (f"{figure}-{word}",))


def confusable(paragraph: Paragraph, know: Knowledge) -> Iterator[Hit]:
    """A legal but rare form one slip away from a far commoner one."""
    for token in paragraph.tokens:
        if not token.capital or token.first:
            instead = know.soft.instead(token.text, know.names)
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
    "confusable": confusable,
}
