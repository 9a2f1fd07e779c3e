"""Commas that are missing or too many. Start at the checks that rules.toml names.

Правила русской орфографии и пунктуации (2006), §§ 63–146: clauses 115–125, participles 68–75, introductory words 91–96.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pressdesk.proof.russian.morph import agreeing
from pressdesk.proof.russian.phrases import Hit, joined
from pressdesk.proof.russian.sentence import Sentence, Sort, Token
from pressdesk.proof.russian.tables import Tables
from pressdesk.text.spans import Span


def conjunctions(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """A comma stands before «что», «чтобы», «но», «а» where a word is before them that is not one with them."""
    tokens = sentence.tokens
    for place, token in enumerate(tokens):
        before = tokens[place - 1] if place else None
        if before is None or before.sort is not Sort.WORD or token.text != token.low:
            continue
        if token.low in tables.lists["that"]:
            wanted = _opens_clause(tokens, place, before, tables)
        elif token.low in tables.lists["but"]:
            wanted = place + 1 < len(tokens) and tokens[place + 1].sort is not Sort.MARK and not before.function
        else:
            continue
        if wanted:
            yield _comma(before, token)


def _opens_clause(tokens: Sequence[Token], place: int, before: Token, tables: Tables) -> bool:
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    if following is None or following.sort is Sort.MARK:
        return False
    lately = " ".join(t.low for t in tokens[max(0, place - 3) : place])
    if any(lately.endswith(words) for words in tables.lists["whole_before_that"]):
        return False
    if before.low in tables.lists["that_after" if token_is(tokens[place], tables.lists["what"]) else "to_after"]:
        return True
    if "INFN" in following.parts and token_is(tokens[place], tables.lists["what"]):
        return False  # «есть что обсудить»
    telling = before.parts & {"VERB", "NOUN", "INFN", "GRND", "PRTS", "ADJS", "PRED"}
    return bool(telling) and not before.function and before.low not in tables.lists["not_before_that"]


def token_is(token: Token, words: frozenset[str]) -> bool:
    """Whether the word is one of these."""
    return token.low in words


def _comma(before: Token, after: Token) -> Hit:
    return Hit(joined(before, after), (f"{before.text}, {after.text}",))


def paired(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """«как …, так и …»: a comma before the second half."""
    tokens = sentence.tokens
    for place in range(2, len(tokens) - 2):
        if f"{tokens[place].low} {tokens[place + 1].low}" not in tables.lists["second_half"]:
            continue
        before = tokens[place - 1]
        opened = any(
            t.low in tables.lists["first_half"] and not after.perhaps_verb
            for t, after in pairwise(_piece_before(tokens, place))
        )
        if opened and before.noun and tokens[place + 2].low not in tables.lists["not"]:
            yield _comma(before, tokens[place])


def relatives(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """A clause with «который» begins after a comma and ends with one."""
    tokens = sentence.tokens
    for place, token in enumerate(tokens):
        if not place or not tables.among("relative", token.lemmas()):
            continue
        head = place - 1 if tokens[place - 1].parts == {"PREP"} else place
        before = tokens[head - 1] if head else None
        straight = head < place or token.cases() <= {"NOM", "ACC"}
        if straight and before and before.noun and (head == place or _unbroken(tokens, head - 1, tables)):
            yield _comma(before, tokens[head])
        elif before is not None and before.text == ",":
            end = _second_predicate(tokens, place, tables)
            if end is not None:
                yield _before_predicate(tokens, end)


def _unbroken(tokens: Sequence[Token], place: int, tables: Tables) -> bool:
    """Whether no mark stands shortly before: «форум, участие в котором …» has its comma."""
    near = tokens[max(0, place - 3) : place]
    return not any(t.sort is Sort.MARK or tables.among("and", frozenset((t.low,))) for t in near)


def _before_predicate(tokens: Sequence[Token], end: int) -> Hit:
    """The comma closes right before the verb of the main clause, where a noun is before that."""
    beside = tokens[end - 1]
    return _comma(beside, tokens[end]) if beside.noun or beside.sort is Sort.QUOTE else Hit(tokens[end].span)


def _second_predicate(tokens: Sequence[Token], place: int, tables: Tables) -> int | None:
    """The second verb after «который» that neither a mark nor a conjunction parts from the first."""
    verbs: list[int] = []
    for number in range(place + 1, len(tokens)):
        token = tokens[number]
        if token.sort is Sort.MARK or (token.function and "CONJ" in token.parts):
            return None
        if token.sort is not Sort.WORD and token.sort is not Sort.NUMBER:
            return None
        must = token.low in tables.lists["must"] and bool(verbs) and not tables.among("be", tokens[verbs[-1]].lemmas())
        if must and number - verbs[-1] > 0 and "PRTS" in tokens[verbs[-1]].parts:
            return number  # «если паспорт утерян необходимо …»
        if _predicate(token) and not (verbs and tokens[verbs[-1]].lemmas() & token.lemmas()):
            verbs.append(number)
            if len(verbs) == 2 and not _one_predicate(tokens, verbs, tables):
                return number
            verbs = verbs[:1] if len(verbs) == 2 else verbs
    return None


def _one_predicate(tokens: Sequence[Token], verbs: Sequence[int], tables: Tables) -> bool:
    """«будет подписано», «намерены были»: a verb and a short form near it are one."""
    first, second = (tokens[place] for place in verbs)
    between = tokens[verbs[0] + 1 : verbs[1]]
    be = any(tables.among("be", token.lemmas()) for token in (first, second))
    if not be and any(token.noun and "NOM" in token.cases() for token in between):
        return False  # «было ограничено стороны обсудили»
    return (first.verb != second.verb and verbs[1] - verbs[0] < 4) or verbs[1] - verbs[0] == 1


def gerunds(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """What a gerund says is parted from the rest by commas."""
    tokens = sentence.tokens
    for place, token in enumerate(tokens):
        if not token.parts or token.parts != {"GRND"} or tables.among("no_gerund", frozenset((token.low,))):
            continue
        if place == 0 and sentence.whole:
            verb = next((t for t in tokens[1:] if t.verb or (t.sort is Sort.MARK)), None)
            if verb is not None and verb.verb and not _joins(tokens, verb):
                yield _before_subject(tokens, tokens.index(verb), joined(token, verb))
        elif place and sentence.whole:
            before = tokens[place - 1]
            free = before.sort is Sort.WORD and not before.function and before.parts & {"NOUN", "VERB", "ADVB"}
            if free and any(t.verb for t in _piece_before(tokens, place)):
                yield _comma(before, token)


def _before_subject(tokens: Sequence[Token], verb: int, whole: Span) -> Hit:
    """The comma stands before the subject where that is right before its verb and can be nothing else."""
    start = verb - 1
    if not tokens[start].noun or tokens[start].cases() != {"NOM"}:
        return Hit(whole)
    while tokens[start - 1].adjective and agreeing(tokens[start - 1].low, tokens[verb - 1].low):
        start -= 1
    return _comma(tokens[start - 1], tokens[start]) if start > 1 and not tokens[start - 1].function else Hit(whole)


def _joins(tokens: Sequence[Token], verb: Token) -> bool:
    """Whether the first words before the verb hold something that cannot be told."""
    return any(t.sort in (Sort.OTHER, Sort.QUOTE) for t in tokens[: tokens.index(verb)])


def _piece_before(tokens: Sequence[Token], place: int) -> Sequence[Token]:
    start = place
    while start and tokens[start - 1].sort is not Sort.MARK:
        start -= 1
    return tokens[start:place]


def participles(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """What a participle says after its noun stands between commas."""
    tokens = sentence.tokens
    for place, token in enumerate(tokens):
        if not place or not token.participial:
            continue
        before = tokens[place - 1]
        rest = _until_mark(tokens, place + 1)
        dependent = bool(rest) and (rest[0].parts == {"PREP"} or rest[0].noun or rest[0].adjective)
        if not dependent or any(_belongs(token, t) for t in _until_verb(rest)):
            continue
        if before.noun and agreeing(token.low, before.low) and _may_be_bare(tokens, place, tables):
            yield _comma(before, token)
        elif before.text == "," and place > 1 and tokens[place - 2].noun and agreeing(token.low, tokens[place - 2].low):
            verb = next((t for t in rest if t.verb), None)
            joint = any("CONJ" in t.parts or t.parts & {"PRTF", "GRND"} for t in _until_verb(rest))
            if verb is not None and not joint and not any(t.verb for t in tokens[: place - 1]):
                yield _before_predicate(tokens, tokens.index(verb))


def _belongs(participle: Token, other: Token) -> bool:
    """Whether a word after the participle may be its noun; an unknown one may."""
    return not other.forms or (not other.function and bool(agreeing(participle.low, other.low)))


def _may_be_bare(tokens: Sequence[Token], place: int, tables: Tables) -> bool:
    """Whether a subject with its participle begins the sentence or the clause, and its verb follows."""
    rest = _until_mark(tokens, place + 1)
    verb = next((t for t in rest if t.perhaps_verb or t.parts == {"ADJS"}), None)
    return verb is not None and "NOM" in tokens[place - 1].cases() and "NOM" in tokens[place].cases()


def _until_mark(tokens: Sequence[Token], place: int) -> Sequence[Token]:
    end = place
    while end < len(tokens) and tokens[end].sort is not Sort.MARK:
        end += 1
    return tokens[place:end]


def _until_verb(tokens: Sequence[Token]) -> Sequence[Token]:
    end = next((i for i, t in enumerate(tokens) if t.perhaps_verb), len(tokens))
    return tokens[:end]


def introductory(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """A comma follows an introductory word at the beginning; «по мнению …» before the verb at the latest."""
    if not sentence.whole or not sentence.tokens or sentence.tokens[-1].text == "?":
        return
    tokens = sentence.tokens
    for size in (4, 3, 2, 1):
        words = " ".join(t.low.replace("ё", "е") for t in tokens[:size])
        if words in tables.lists["introductory"] and len(tokens) > size:
            if tokens[size].sort is Sort.WORD:
                put = f"{tokens[size - 1].text}, {tokens[size].text}"
                yield Hit(joined(tokens[size - 1], tokens[size]), (put,))
            return
        despite = words in tables.lists["despite"] and len(tokens) > size
        despite = despite and tokens[size].low not in tables.lists["that_after"]
        if despite or (words in tables.lists["by_whom"] and len(tokens) > size and "GEN" in tokens[size].cases()):
            end = next((i for i, t in enumerate(tokens) if t.sort is Sort.MARK or _predicate(t)), None)
            if end is not None and _predicate(tokens[end]) and end > size + 1:
                yield Hit(joined(tokens[0], tokens[size]))
            return


def _predicate(token: Token) -> bool:
    return token.verb or (bool(token.parts) and token.parts <= {"VERB", "ADJS", "PRTS"})


def conditions(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """«Если …, …»: a comma closes the clause that a conjunction opens at the beginning."""
    tokens = sentence.tokens
    if not sentence.whole or len(tokens) < 3:
        return
    said = tokens[0].low in tables.lists["as"] and tables.among("speech", tokens[1].lemmas())
    if said or tokens[0].low in tables.lists["subordinate"]:
        end = _second_predicate(tokens, 0, tables)
        if end is not None:
            yield _closing(tokens, end, joined(tokens[0], tokens[end]), tables)


def _closing(tokens: Sequence[Token], end: int, whole: Span, tables: Tables) -> Hit:
    """Where the comma is sure to stand: before a pronoun that is the subject, or before the second verb itself."""
    start = end
    while tokens[start - 1].parts <= {"PRCL", "ADVB"} and tokens[start - 1].parts:
        start -= 1
    pronoun = tokens[start - 1]
    if "NPRO" in pronoun.parts and "NOM" in pronoun.cases():
        return _comma(tokens[start - 2], pronoun)
    if tokens[end].low in tables.lists["must"]:
        return _comma(tokens[start - 1], tokens[start])
    return Hit(whole)


def splitting(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """No comma stands between a subject and its verb, nor after «что»."""
    pieces = list(sentence.pieces())
    tokens = sentence.tokens
    if len(pieces) > 1 and sentence.whole and pieces[0] and pieces[1]:
        first, second = pieces[0], pieces[1]
        subject = (
            all(t.noun or t.adjective or _name(t) for t in first)
            and "NOM" in first[0].cases()
            and first[0].forms[0].case == "NOM"
        )
        verb = second[0]
        speech = tables.among("speech", verb.lemmas()) and len(second) < 3 and not _that(pieces[2:3], tables)
        if (
            subject
            and verb.verb
            and not speech
            and not any(f.has("2per") for f in verb.forms)
            and _fits(first[0], verb)
            and tokens[len(first)].text == ","
        ):
            yield _no_comma(first[-1], verb)
    if len(pieces) > 1 and sentence.whole and all(t.text == "," for t in _marks(sentence)):
        said = [piece for piece in pieces if piece]
        yield from _torn(said[-2], said[-1], tables) if len(said) > 1 else ()
    for place in range(1, len(tokens) - 2):
        if (
            tokens[place].low in tables.lists["that"]
            and tokens[place - 1].text == ","
            and tokens[place + 1].text == ","
        ):
            rest = _until_mark(tokens, place + 2)
            opener = rest[0] if rest else None
            if opener is None or not opener.noun or "NOM" not in opener.cases():
                continue
            if any(t.verb for t in rest) and not any("CONJ" in t.parts for t in rest):
                yield _no_comma(tokens[place], opener)


def _name(token: Token) -> bool:
    """Whether a word is a name that no dictionary has: «Министр Паулу Ранжел»."""
    return token.capital and token.sort is Sort.WORD and not token.forms


def _that(pieces: Sequence[Sequence[Token]], tables: Tables) -> bool:
    """Whether the next piece begins with «что»."""
    return bool(pieces and pieces[0]) and pieces[0][0].low in tables.lists["that"]


def needless(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """No comma after «в ходе встречи» and the like at the beginning."""
    pieces = list(sentence.pieces())
    if not sentence.whole or len(pieces) != 3 or pieces[2] or not pieces[0] or not pieces[1]:
        return
    first, second = pieces[0], pieces[1]
    opener = " ".join(t.low for t in first[:2])
    plain = all(t.noun or t.adjective or t.parts == {"PREP"} for t in first[2:]) and len(first) < 7
    if opener in tables.lists["openers"] and plain and not any(t.participial for t in first):
        starts = second[0].noun or (second[0].adjective and not second[0].participial)
        listed = len(second) > 1 and "GEN" in second[0].cases() and second[1].low in tables.lists["and"]
        starts = starts and not listed  # «по итогам форума, выставки и концерта»
        comma = sentence.tokens[len(first)]
        if starts and "NOM" in second[0].cases() and any(t.verb for t in second) and comma.text == ",":
            yield _no_comma(first[-1], second[0])


def _marks(sentence: Sentence) -> list[Token]:
    """The marks within the sentence."""
    return [t for t in sentence.tokens[:-1] if t.sort is Sort.MARK]


def _torn(before: Sequence[Token], last: Sequence[Token], tables: Tables) -> Iterator[Hit]:
    """«договорились, о сотрудничестве»: a comma between a verb and what it speaks of, at the sentence's end."""
    if not (before[-1].verb or before[-1].parts == {"INFN"}) or last[0].low not in tables.lists["about"]:
        return
    if not tables.among("speaking", before[-1].lemmas()):
        return
    if not any(t.perhaps_verb or "CONJ" in t.parts or t.lemmas() & tables.lists["relative"] for t in last[1:]):
        yield _no_comma(before[-1], last[0])


def _fits(subject: Token, verb: Token) -> bool:
    return any(
        v.plural == s.plural and (v.plural or not v.gender or v.gender == s.gender)
        for v in verb.likely
        for s in subject.forms
        if s.case == "NOM"
    )


def _no_comma(before: Token, after: Token) -> Hit:
    return Hit(Span(before.span.start, after.span.end), (f"{before.text} {after.text}",))
