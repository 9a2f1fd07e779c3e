"""Nouns after numerals, in words and in figures. Start at `numerals`.

Rosenthal, Справочник по правописанию и литературной правке, §§ 164–166: one takes the singular, two to four the
genitive singular, more the genitive plural; in the other cases both stand in the same one.
"""

import re
from collections.abc import Iterator, Sequence

from pressdesk.proof.russian.morph import PYMORPHY, Form, agreeing, put
from pressdesk.proof.russian.phrases import Hit, joined
from pressdesk.proof.russian.sentence import Sentence, Sort, Token
from pressdesk.proof.russian.tables import Tables

OBLIQUE = frozenset(("GEN", "DAT", "INS", "LOC"))
_WHOLE = re.compile(r"\d+(?:[\u00a0 ]\d{3})*")
_DECIMAL = re.compile(r"\d+,\d+")
YEARS = range(1000, 2200)
LAST = 4
"""Figures that tell the noun's form, and whether it is a year; a number may be longer than Python reads at once."""


def numerals(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """A noun stands in the form that its numeral wants."""
    tokens = sentence.tokens
    yield from _over(tokens, tables)
    for place, token in enumerate(tokens[:-1]):
        noun = _noun(tokens, place)
        if noun is None or noun.capital or any(f.marks & {"Abbr", "Fixd", "Pltm"} for f in noun.forms):
            continue
        before = tokens[place - 1] if place else None
        if token.sort is Sort.NUMBER and not _label(before, tables) and not tables.among("ordinal", noun.lemmas()):
            wanted = _after_figure(token.text, noun, before) or _after_preposition(token.text, noun, before, tables)
        elif token.parts == {"NUMR"}:
            free = before is None or not before.noun or "NOM" not in token.cases()  # «дюйма три толщиной»
            beside = tokens[place + 1] is noun or not tables.among("ordinal", noun.lemmas())
            wanted = _after_word(token, noun, tables) if free and beside else ()
            last = next(
                (t for t in tokens[place + 1 : tokens.index(noun)] if tables.among("singles", t.lemmas())), None
            )
            if last is not None:  # «двадцать один гость»
                wanted = () if agreeing(last.low, noun.low) else ("sing", PYMORPHY[last.likely[0].case])
        else:
            continue
        if wanted:
            yield Hit(joined(token, noun), _mended(tokens, place, noun, _before(tokens, place, wanted, tables)))


def _before(tokens: Sequence[Token], place: int, wanted: Sequence[str], tables: Tables) -> Sequence[str]:
    """«в трёх университетах»: the case that the preposition and the numeral have in common, before what is wanted."""
    cases = tables.prepositions.get((tokens[place - 1].low,), frozenset()) if place else frozenset()
    shared = cases & tokens[place].usual() - {"ACC", "NOM"}
    return ("plur", PYMORPHY[min(shared)]) if len(shared) == 1 and "plur" in wanted else wanted


def _over(tokens: Sequence[Token], tables: Tables) -> Iterator[Hit]:
    """«не более десять дней», «свыше двести гостей»: the numeral is in the genitive."""
    for place, token in enumerate(tokens[:-1]):
        number = tokens[place + 1]
        if token.low not in tables.lists["over"] or number.parts != {"NUMR"} or "GEN" in number.cases():
            continue
        ordinal = place + 2 < len(tokens) and any(f.has("Anum") for f in tokens[place + 2].forms)
        if ordinal or (place and tokens[place - 1].low in tables.lists["all_the"]):
            continue  # «тем более две»
        made = put(number.likely[0], ("gent",), number.text)
        yield Hit(joined(token, number), (f"{token.text} {made}",) if made else ())


def _noun(tokens: Sequence[Token], place: int) -> Token | None:
    """The noun after the numeral, adjectives between them left out."""
    end = place + 1
    while end < len(tokens) and tokens[end].adjective and not tokens[end].participial:
        end += 1
    return tokens[end] if end < len(tokens) and tokens[end].noun else None


def _label(before: Token | None, tables: Tables) -> bool:
    """«статья 5 договора», «№ 5»: a number that names and does not count."""
    if before is None:
        return False
    named = before.sort is Sort.MARK and before.text not in (",", "–", "—", ":", "(")
    return named or tables.among("labels", before.lemmas()) or before.sort in (Sort.OTHER, Sort.QUOTE)


def _after_figure(figure: str, noun: Token, before: Token | None) -> tuple[str, ...]:
    """The grammemes that the noun should have; () where it is right or the figure cannot be judged."""
    if _DECIMAL.fullmatch(figure):
        right = any(not f.plural and f.case == "GEN" for f in noun.forms)
        return () if right else ("sing", "gent")
    if not _WHOLE.fullmatch(figure):
        return ()
    value = int(figure.replace("\u00a0", "").replace(" ", "")[-LAST:])
    if (value in YEARS and len(figure) == 4) or figure.startswith("0"):
        return ()
    plural = [f for f in noun.forms if f.plural]
    tens, ones = value % 100, value % 10
    if ones == 1 and tens != 11:
        return () if any(f.plural is False for f in noun.forms) else ("sing", "nomn")
    if ones in (2, 3, 4) and tens not in (12, 13, 14):
        single = any(f.plural is False and f.case == "GEN" for f in noun.forms)
        return () if single or any(f.case in OBLIQUE for f in plural) else ("sing", "gent")
    return () if any(f.case in OBLIQUE for f in plural) else ("plur", "gent")


def _after_preposition(figure: str, noun: Token, before: Token | None, tables: Tables) -> tuple[str, ...]:
    """«около 50 делегатами»: the preposition before the figure wants another case."""
    each = before is not None and before.low in tables.lists["po"]  # «по 20 гостей»
    cases = tables.prepositions.get((before.low,), frozenset()) if before is not None and not each else frozenset()
    if not cases or "ACC" in cases or not _WHOLE.fullmatch(figure) or len(figure) == 4 or noun.cases() & cases:
        return ()
    plural = "sing" if figure.endswith("1") and not figure.endswith("11") else "plur"
    return (plural, PYMORPHY[min(cases)])


def _after_word(token: Token, noun: Token, tables: Tables) -> tuple[str, ...]:
    few = tables.among("few", token.lemmas()) and not any(f.has("Coll") for f in token.forms)
    much = tables.among("indefinite", token.lemmas())  # a substance has no plural: «много времени»
    fits = any(_fits(numeral, form, few, much) for numeral in token.likely for form in noun.forms)
    if fits:
        return ()
    if any(f.case in ("NOM", "ACC") and not f.animate for f in token.likely):
        return ("sing", "gent") if few else ("plur", "gent")
    return ("plur", {"GEN": "gent", "DAT": "datv", "INS": "ablt", "LOC": "loct"}[token.likely[0].case])


def _fits(numeral: Form, noun: Form, few: bool, much: bool) -> bool:
    if numeral.case in ("NOM", "ACC") and not (numeral.case == "ACC" and numeral.animate):
        if noun.case != "GEN":
            return False
        if not few:
            return bool(noun.plural or noun.has("Sgtm")) or much
        return noun.plural is False and (not numeral.gender or not noun.gender or _gender(numeral) == _gender(noun))
    return bool(noun.plural or noun.has("Sgtm")) and noun.case == numeral.case


def _gender(form: Form) -> str:
    return "m" if form.gender == "n" else form.gender


def _mended(tokens: Sequence[Token], place: int, noun: Token, wanted: Sequence[str]) -> tuple[str, ...]:
    made = put(max(noun.likely, key=lambda f: f.score), wanted, noun.text)
    if made is None or made == noun.low:
        return ()
    between = [token.text for token in tokens[place : tokens.index(noun)]]
    return (" ".join([*between, made]),)
