"""Agreement after “which”, “who”, “that”, and after “there”. Start at `relatives` and `there`."""

from collections.abc import Iterator

from pressdesk.proof.english.phrase import MANY, ONE, Hit, Reader
from pressdesk.proof.english.sentence import Sentence
from pressdesk.proof.english.tables import TO_PLURAL, TO_SINGULAR, Tables


def relatives(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """Verbs after a relative pronoun that disagree with every noun which the clause may speak of."""
    reader = Reader(sentence, tables)
    for index in range(1, len(sentence) - 2):
        low = reader.low(index)
        comma = reader.low(index - 1) == ","
        if low not in ("which", "who", "that") or (low == "that" and comma):
            continue
        verb = index + 1
        while reader.adverb(verb) and verb + 2 < len(sentence):
            verb += 1
        found = _antecedent(reader, index - 1 - comma) if sentence[index].text == low else None
        if found is None:
            continue
        number, opens = found
        if number == ONE and not comma and not _alone(reader, index):
            continue
        if not reader.wrong(verb, number, True) or reader.low(verb + 1) == "why" or reader.low(verb) == "means":
            continue
        if low == "that" and reader.low(verb) in tables.nouns:
            continue
        if number == MANY and comma and low == "which" and not opens:  # it may speak of the whole sentence
            continue
        yield reader.hit(verb)


def _alone(reader: Reader, pronoun: int) -> bool:
    """Whether nothing before a clause without a comma is plural: in “services are available that meet …” it is."""
    words = [n for n in range(pronoun) if reader.tokens[n].kind == "word" and not reader.determiner(n)]
    plural = any(reader.number(n) != ONE and reader.low(n).endswith("s") for n in words)
    return (
        not plural
        and not any(reader.determiner(n) == MANY for n in range(pronoun))
        and not any(reader.tables.has("neutral", reader.low(n)) for n in words)
    )


def _antecedent(reader: Reader, end: int) -> tuple[str, bool] | None:
    """The number that all nouns of the phrase have which ends here, and whether it opens its sentence."""
    heads: list[int] = []
    at, fresh = end, True
    while at >= 0:
        token, low = reader.tokens[at], reader.low(at)
        if low in ("and", "or", "as", "well", "including"):
            return None
        if reader.preposition(at) or low == "to":
            fresh = True
        elif token.kind in ("mark", "skip") or _closes(reader, at, fresh):
            break
        elif fresh:
            heads.append(at)
            fresh = False
        at -= 1
    if not heads or reader.of("no_antecedent", end) or heads[0] != end or reader.determiner(end):
        return None
    if reader.low(end).endswith("ing") and not reader.determiner(end - 1) and not reader.preposition(end - 1):
        return None  # “remembering which end is up”
    numbers = {reader.number(head, _determiner(reader, head)) for head in heads}
    if len(numbers) != 1:
        return None
    number = numbers.pop()
    named = end > 0 and reader.tokens[end].capital and reader.low(at) != ","
    if number == ONE and not named and not any(reader.determiner(n) for n in range(at + 1, end)):
        return None  # “faculty who receive”
    return (number, at < 0 or (reader.low(at) == "," and at < 12)) if number else None


def _determiner(reader: Reader, head: int) -> str:
    """The sort of the determiner before a head, "" where there is none or it says nothing."""
    for at in range(head - 1, max(-1, head - 6), -1):
        if reader.preposition(at) or not reader.tokens[at].word:
            return MANY if reader.tokens[at].kind == "number" else ""
        if sort := reader.determiner(at):
            return sort
    return ""


def _closes(reader: Reader, at: int, fresh: bool) -> bool:
    """Whether no noun phrase goes on over this word."""
    low = reader.low(at)
    if reader.of("stop", at) or reader.of("modal", at) or reader.of("preterite", at):
        return True
    if low in TO_SINGULAR or low in TO_PLURAL or low in ("had", "did", "be", "been"):
        return True
    if low.endswith("ed") or reader.of("past", at):
        if reader.determiner(at - 1) or reader.preposition(at - 1):
            return False
        return not (reader.participle(at) and at > 0 and reader.tokens[at - 1].word and not reader.adverb(at - 1)) or (
            fresh and bool(reader.determiner(at + 1))
        )
    known = low in reader.tables.bases or low in reader.tables.singulars
    return known and low not in reader.tables.nouns


def there(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """“There is many”, “there was new proposals”, “there are a need”."""
    reader = Reader(sentence, tables)
    if (at := _after_among(reader)) is not None and _noun_after(reader, at + 1) == MANY:
        yield reader.hit(at)
    for index in range(len(sentence) - 3):
        if reader.low(index) != "there" or (index and not reader.of("clause_start", index - 1)):
            continue
        verb = index + 1
        while reader.adverb(verb):
            verb += 1
        at = verb + 1
        if reader.low(verb) in ("has", "have"):
            if "been" not in (reader.low(verb + 1), reader.low(verb + 2)):
                continue
            at = verb + 2 if reader.low(verb + 1) == "been" else verb + 3
        elif reader.low(verb) not in ("is", "was", "are", "were", "exists", "exist", "remains", "remain"):
            continue
        while reader.adverb(at) or reader.low(at) == "no":
            at += 1
        said = _noun_after(reader, at)
        if said is not None and reader.wrong(verb, said, True):
            yield reader.hit(verb)


def _after_among(reader: Reader) -> int | None:
    """The singular verb in “among the guests was …”."""
    if reader.low(0) != "among":
        return None
    for at in range(2, min(12, len(reader.tokens) - 2)):
        if reader.low(at) in ("was", "is"):
            return at
        if not reader.tokens[at].word or reader.of("stop", at):
            return None
    return None


def _noun_after(reader: Reader, at: int) -> str | None:
    """The number of the noun phrase that begins here; None where it is joined to another or nothing tells."""
    if at >= len(reader.tokens) - 1:
        return None
    if reader.of("many_after_there", at) and not reader.of("amount", at + 1):
        return None if reader.of("collective", at + 1) else MANY
    begun, sort = at, reader.determiner(at)
    if sort == "any" and reader.low(at) != "some":
        return None
    while at < min(begun + 7, len(reader.tokens)) and reader.tokens[at].word:
        if reader.of("loose", at):
            return None
        ends = reader.preposition(at) or reader.of("stop", at) or reader.low(at) == "to" or reader.participle(at)
        if at > begun and ends:
            break
        at += 1
    joined = any(reader.low(n) in ("and", ",", "or") for n in range(at, min(at + 9, len(reader.tokens))))
    if at == begun or reader.adverb(at - 1):
        return None
    number = reader.number(at - 1, sort)
    if number == ONE:
        return ONE if reader.low(begun) in ("a", "an", "another") and not joined else None
    return number if number == MANY and sort in ("", MANY, "any") else None
