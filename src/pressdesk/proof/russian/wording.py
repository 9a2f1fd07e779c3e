"""Fixed expressions, pairs of words, letters that are not Russian, small letters of countries, missing hyphens."""

from collections.abc import Iterator, Sequence
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
                if not pair.second.isdisjoint(after.lemmas()) and (not _governs(token) or _object(after)):
                    yield Hit(joined(token, after), _paired(token, after, pair.put), pair.rule)
                elif pair.put not in ("", "-") and _parted(run, place, pair.second, tables):
                    put = tuple(text.rpartition(" ")[0] for text in _paired(token, after, pair.put))
                    yield Hit(token.span, put, pair.rule)


def _governs(token: Token) -> bool:
    return bool(token.parts) and token.parts <= {"VERB", "INFN", "GRND"}


def _object(token: Token) -> bool:
    """Whether a noun may be what the verb acts upon: «предоставил коллегу», not «предоставил коллегам жильё»."""
    return not token.noun or bool(token.cases() & {"ACC", "GEN"})


def _parted(run: Sequence[Token], place: int, second: frozenset[str], tables: Tables) -> bool:
    """Whether the second word comes after adjectives, or after a verb's other words: «надела на торжество костюм»."""
    verb = _governs(run[place])
    for number, token in enumerate(run[place + 1 : place + PARTED], place + 1):
        bare = "PREP" not in run[number - 1].parts
        if not second.isdisjoint(token.lemmas()):
            thing = not all(f.animate for f in token.forms)  # «предоставил слово главе делегации»
            given = run[number - 1].cases() == {"DAT"}  # «предоставил компаниям скидки»
            depends = verb and run[number - 1].noun and thing and not given and "GEN" in token.cases()
            counted = tables.among("sets", run[number - 1].lemmas())  # «широкий набор льгот»
            if counted and "GEN" in token.cases():
                return True
            return bare and token.noun and not depends and (not verb or "ACC" in token.cases())
        if tables.among("sets", token.lemmas()):
            continue
        if verb and bare and token.noun and token.cases() == {"NOM", "ACC"}:
            return False  # its object is there
        nominal = token.noun or token.adjective or token.parts == {"PREP"}
        if not (nominal if verb else token.adjective and not token.participial):
            return False
    return False


PARTED = 6
"""Words within which the second of a pair stands."""


def _paired(token: Token, after: Token, lemma: str) -> tuple[str, ...]:
    if not lemma:
        return ()
    if lemma == "-":
        return (like(after.text, token.text),)
    rights = [found[0] for found in map(forms, lemma.split()) if found]
    for form in token.likely:
        marks = slot(form) if form.case else []
        marks += [m for m in form.marks if m in VERBAL and (m in VOICE or not form.case)]
        same = [right for right in rights if form.marks & right.marks & ASPECTS] or rights
        made = next((text for right in same if (text := put(right, marks, token.text))), None)
        if made:
            return (f"{made} {after.text}",)
    return ()


ASPECTS = frozenset(("perf", "impf"))
DAYS = frozenset(map(str, range(1, 32)))  # as text: a figure may be too long to be a number
SHORTEST = 4  # letters; a shorter word may be an ending that is spoken of
VOICE = frozenset(("PRTF", "actv", "pssv", "past", "pres"))
VERBAL = VOICE | frozenset(("past", "pres", "futr", "sing", "plur", "masc", "femn", "neut", "1per", "2per", "3per"))


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
        spelt = before.adjective and any(f.has("Anum") and f.case == "GEN" for f in before.forms)
        day = spelt or (before.sort is Sort.NUMBER and before.text.lstrip("0") in DAYS)
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


def doubled(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """The same word twice: «и и», «договорились о о продлении»."""
    for run in runs(sentence.tokens):
        for place, token in enumerate(run[:-1]):
            after = run[place + 1]
            thrice = any(t.low == token.low for t in (*run[max(0, place - 1) : place], *run[place + 2 : place + 3]))
            if token.sort is not Sort.WORD or token.low != after.low or thrice or after.capital:
                continue
            if token.forms and token.low not in tables.lists["said_twice"]:
                yield Hit(joined(token, after), (token.text,))


def also(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """«Так же перед гостями выступил хор»: at the beginning, where nothing is compared, it is «также»."""
    tokens = sentence.tokens
    yield from _too(tokens, tables)
    yield from _besides(tokens, tables)
    if not sentence.whole or len(tokens) < 4 or f"{tokens[0].low} {tokens[1].low}" not in tables.lists["likewise"]:
        return
    following = tokens[2]
    compared = any(t.low in tables.lists["as"] for t in tokens[2:])
    how = following.parts & {"ADVB", "ADJS", "COMP", "PRED"} or (following.adjective and not following.participial)
    if following.sort is Sort.WORD and not compared and not how:
        yield Hit(joined(tokens[0], tokens[1]), (like(tokens[0].low + tokens[1].low, tokens[0].text),))


def _besides(tokens: Sequence[Token], tables: Tables) -> Iterator[Hit]:
    """«Гости вечера так же смогли попробовать»: between a noun and its verb, where nothing is compared, «также»."""
    for place in range(1, len(tokens) - 2):
        if f"{tokens[place].low} {tokens[place + 1].low}" not in tables.lists["likewise"]:
            continue
        before, verb = tokens[place - 1], tokens[place + 2]
        compared = any(t.low in tables.lists["as"] for t in tokens)
        once = bool(verb.parts) and verb.parts <= {"VERB", "PRTS"} and all(f.marks & DONE for f in verb.likely)
        if before.noun and once and not compared:
            yield Hit(joined(tokens[place], tokens[place + 1]), (tokens[place].low + tokens[place + 1].low,))


DONE = frozenset(("perf", "futr"))
"""What happened once: «так же смогли»; «так же работают» may mean the manner."""


def _too(tokens: Sequence[Token], tables: Tables) -> Iterator[Hit]:
    """«Консульство то же прекращает приём»: between a subject and its verb it is «тоже»."""
    for place in range(1, len(tokens) - 2):
        if f"{tokens[place].low} {tokens[place + 1].low}" not in tables.lists["the_same"]:
            continue
        verb = next((t for t in tokens[place + 2 : place + 4] if "ADVB" not in t.parts), None)
        subject = tokens[place - 1].noun and "NOM" in tokens[place - 1].cases() and verb is not None and verb.verb
        noun = tokens[place + 2]
        strange = tokens[place - 1].verb and noun.noun and not any(f.gender == "n" for f in noun.forms)
        if subject or strange:
            put = tokens[place].low + tokens[place + 1].low
            yield Hit(joined(tokens[place], tokens[place + 1]), (put,))
