"""Fixed expressions, pairs of words, letters that are not Russian, small letters of countries, missing hyphens."""

from collections.abc import Iterator
from itertools import pairwise

from pressdesk.proof.russian.morph import cases, forms, lemmas, put, slot
from pressdesk.proof.russian.phrases import Hit, joined, like, runs
from pressdesk.proof.russian.sentence import Sentence, Sort, Token
from pressdesk.proof.russian.tables import Tables


def pairs(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """Two words that do not stand together (pairs.tsv); the finding's rule is the row's."""
    for run in runs(sentence.tokens):
        for place, token in enumerate(run[:-1]):
            for pair in (pair for lemma in token.lemmas() for pair in tables.pairs.get(lemma, ())):
                after = run[place + 1]
                if pair.second.isdisjoint(after.lemmas()):
                    continue
                yield Hit(joined(token, after), _paired(token, after, pair.put), pair.rule)


def _paired(token: Token, after: Token, lemma: str) -> tuple[str, ...]:
    if not lemma:
        return ()
    if lemma == "-":
        return (like(after.text, token.text),)
    right = next(iter(forms(lemma)), None)
    if right is None:
        return ()
    for form in token.likely:
        marks = slot(form) if form.case else [m for m in form.marks if m in VERBAL]
        made = put(right, marks, token.text)
        if made:
            return (f"{made} {after.text}",)
    return ()


DAYS = range(1, 32)
SHORTEST = 4  # letters; a shorter word may be an ending that is spoken of
VERBAL = frozenset(("past", "pres", "futr", "sing", "plur", "masc", "femn", "neut", "1per", "2per", "3per"))


def letters(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """A Russian word with a letter of another Cyrillic alphabet (list `letters`: the wrong one and the right one)."""
    table = str.maketrans({pair[0]: pair[2:] for pair in tables.lists["letters"]})
    for token in sentence.tokens:
        if token.sort is not Sort.WORD or len(token.low) < SHORTEST:
            continue
        right = token.low.translate(table)
        if right != token.low and (found := forms(right)) and not any(f.has("Name") for f in found):
            yield Hit(token.span, (like(right, token.text),))


def small_countries(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """The name of a country or city begins with a capital."""
    for token in sentence.tokens:
        small = token.sort is Sort.WORD and token.text == token.low and token.noun and len(token.low) > 3
        if small and all(f.has("Geox") for f in token.forms) and not tables.among("common", token.lemmas()):
            yield Hit(token.span, (token.text.capitalize(),))


def dates(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """«20 декабрь», «15 Марта», «в Понедельник»: months and weekdays are small, a month after a day is genitive."""
    for before, token in pairwise(sentence.tokens):
        if not token.noun and not (token.capital and tables.among("calendar", lemmas(token.low))):
            continue
        if not tables.among("calendar", lemmas(token.low)):
            continue
        day = before.sort is Sort.NUMBER and before.text.isdigit() and int(before.text) in DAYS
        if day and not tables.among("weekdays", lemmas(token.low)) and "GEN" not in cases(token.low):
            month = next(f for f in forms(token.low) if f.lemma in tables.lists["calendar"])
            made = put(month, ("sing", "gent"), token.low)
            yield Hit(joined(before, token), (f"{before.text} {made}",) if made else ())
        elif token.capital and (day or before.low in tables.lists["in"]):
            yield Hit(token.span, (token.low,))


def hyphens(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """«торгово экономическое»: the first half of a compound and its second take a hyphen."""
    for run in runs(sentence.tokens):
        for place, token in enumerate(run[:-1]):
            after = run[place + 1]
            adjective = token.low in tables.lists["first_adjective"] and after.adjective
            title = token.low in tables.lists["first_noun"] and after.noun
            if adjective or title:
                yield Hit(joined(token, after), (f"{token.text}-{after.text}",))


def superlatives(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """«наиболее важнейший», «более лучший»: one degree is enough."""
    for run in runs(sentence.tokens):
        for place, token in enumerate(run[:-1]):
            after = run[place + 1]
            twice = token.low in tables.lists["degree"] and any(f.has("Supr") for f in after.likely)
            compared = token.low in tables.lists["degree"] and after.parts == {"COMP"}
            if twice or compared:
                yield Hit(joined(token, after), (like(after.text, token.text),))
