"""Adjectives with nouns, nouns after numerals, a participle or «который» with the noun before the comma.

Rosenthal, Справочник по правописанию и литературной правке, §§ 192–198 (agreement), 164–166 (numerals).
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pressdesk.proof.russian.morph import PYMORPHY, Form, agreeing, forms, put, slot
from pressdesk.proof.russian.phrases import Hit, governed, joined, runs
from pressdesk.proof.russian.sentence import Sentence, Sort, Token
from pressdesk.proof.russian.tables import Tables

MOST = 3
"""Suggestions of one finding."""


def adjectives(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """An adjective stands in the case, number and gender of its noun."""
    for run in runs(sentence.tokens):
        for place, token in enumerate(run[:-1]):
            noun = _noun_after(run, place, token, tables)
            if noun is None or agreeing(token.low, noun.low) or _excused(run, place, token, noun, tables):
                continue
            yield Hit(joined(token, noun), _mended(run, place, token, noun, tables))
        yield from _joined_adjectives(run, tables)


def _joined_adjectives(run: Sequence[Token], tables: Tables) -> Iterator[Hit]:
    """«в тёплом и дружественной атмосфере»: two adjectives of one noun in the singular."""
    for place in range(1, len(run) - 3):
        before, first, both, second, noun = run[place - 1], *run[place : place + 4]
        if before.parts != {"PREP"} or both.low not in tables.lists["both"] or not noun.noun:
            continue
        plain = all(t.adjective and not t.participial and not t.capital for t in (first, second))
        if not plain or any(f.has("Apro") or f.has("Fixd") or f.has("Anum") for f in first.forms):
            continue
        nouns = agreeing(second.low, noun.low)
        if nouns and not any(f.plural for f in (*nouns, *first.forms)) and not agreeing(first.low, noun.low):
            made = put(first.likely[0], slot(nouns[0]), first.text)
            yield Hit(first.span, (made,) if made else ())


def _noun_after(run: Sequence[Token], place: int, token: Token, tables: Tables) -> Token | None:
    """The noun that the adjective belongs to: right after it, or after more adjectives."""
    if token.capital and not token.first and place and run[place - 1].capital and not run[place - 1].function:
        return None  # part of a name: «Ярослав Мудрый»
    adjective = token.adjective or tables.among("as_adjective", token.lemmas())
    if not adjective or any(f.has("Fixd") for f in token.forms) or tables.among("loose", token.lemmas()):
        return None
    settled = tables.among("settled", token.lemmas())  # «действующая виза» governs nothing
    end = place + 1
    after = run[end] if end < len(run) else None  # «достигнуты важные договорённости»
    bare = place and run[place - 1].parts & {"PRTS", "VERB"} and after is not None and token.cases() & after.usual()
    governs = (token.participial and not settled) or (tables.among("governing", token.lemmas()) and not bare)
    while end < len(run) and run[end].adjective and not run[end].participial and not governs:
        if tables.among("governing", run[end].lemmas()):
            return None
        end += 1
    if end >= len(run) or not run[end].noun:
        return None
    if any(f.has("Geox") and f.plural for f in run[end].forms):
        return None  # «в бассейне Нижней Таймыры»
    return run[end] if not governs or (token.participial and _alone(run, place, token)) else None


def _alone(run: Sequence[Token], place: int, token: Token) -> bool:
    """Whether a passive participle has nothing near that it could belong to: a wrong ending, then."""
    if not place or not any(f.part == "PRTF" and f.has("pssv") for f in token.likely):
        return False
    for other in run[place + 1 :]:
        if other.perhaps_verb:
            break
        if not other.forms or (not other.function and agreeing(token.low, other.low)):
            return False
    return not any(agreeing(token.low, other.low) for other in run[max(0, place - 3) : place])


def _excused(run: Sequence[Token], place: int, token: Token, noun: Token, tables: Tables) -> bool:
    """Numerals, «политической и экономической сферах», «считает важным развитие»."""
    start = place
    while start and run[start - 1].adjective:
        start -= 1
    before = run[start - 1] if start else None
    if before and (before.sort is Sort.NUMBER or "NUMR" in before.parts or tables.among("quantities", before.lemmas())):
        return True
    after = run[run.index(noun) + 1] if run.index(noun) + 1 < len(run) else None
    if after is not None and "NUMR" in after.parts:
        return True  # «месяца два»
    cases = token.cases() & noun.cases()
    plural = any(f.plural for f in noun.forms)
    if cases and plural and any(t.low in tables.lists["and"] for t in run[max(0, start - 3) : start]):
        return True
    if cases and plural and place == 0:  # «торговой, экономической сферах»: the comma is a break
        return True
    joined_on = after is None or after.low in tables.lists["and"] | tables.lists["with"]
    if cases and joined_on and all(f.plural for f in token.forms) and not all(f.plural for f in noun.forms):
        return True  # «новые посол и консул»
    predicative = "INS" in token.cases() and noun.cases() & {"NOM", "ACC"}
    return bool(predicative and not (before and (before.noun or "PREP" in before.parts)))


def _mended(run: Sequence[Token], place: int, token: Token, noun: Token, tables: Tables) -> tuple[str, ...]:
    """The adjective as the noun wants it; where a case fits both, that one first."""
    adjective = max(token.likely, key=lambda f: (f.lemma in tables.lists["usual"], f.score))  # «большое», not «большее»
    wanted = sorted(noun.likely, key=lambda f: (f.case not in token.cases(), -f.score))
    between = "".join(" " + other.text for other in run[place + 1 : run.index(noun)])
    found: list[str] = []
    for form in wanted:
        made = put(adjective, slot(form), token.text)
        if made and made != token.low and f"{made}{between} {noun.text}" not in found:
            found.append(f"{made}{between} {noun.text}")
    other = _noun_mended(token, noun, between)
    if start_cases := _cases_before(run, place, tables):
        fits = [f for f in wanted if f.case in start_cases]
        return tuple(found[:MOST]) if fits else tuple(dict.fromkeys([*other, *found]))[:MOST]
    return tuple(dict.fromkeys([*found, *other]))[:MOST]


def _noun_mended(token: Token, noun: Token, between: str) -> list[str]:
    """The noun as the adjective wants it."""
    form = max(noun.likely, key=lambda f: f.score)
    found: list[str] = []
    for adjective in sorted((f for f in token.likely if f.case), key=lambda f: -f.score):
        same = adjective.plural or not adjective.gender or adjective.gender == form.gender
        made = put(form, (PYMORPHY[adjective.case], "plur" if adjective.plural else "sing"), noun.text)
        if same and made and made != noun.low:
            found.append(f"{token.text}{between} {made}")
    return found


def _cases_before(run: Sequence[Token], place: int, tables: Tables) -> frozenset[str]:
    """The cases of the preposition before the adjectives, none where there is none."""
    while place and run[place - 1].adjective:
        place -= 1
    return tables.prepositions.get((run[place - 1].low,), frozenset()) if place else frozenset()


def adverbs(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """«отношения динамичное развиваются»: between a subject and its verb stands an adverb."""
    for run in runs(sentence.tokens):
        for place in range(1, len(run) - 1):
            before, token, verb = run[place - 1 : place + 2]
            neuter = token.adjective and not token.participial and all(f.gender == "n" for f in token.forms)
            if not (neuter and before.noun and verb.verb and "NOM" in before.cases()):
                continue
            adverb = token.low[:-2] + "о"
            alone = not agreeing(token.low, before.low) and not any(f.gender == "n" for f in verb.likely)
            if alone and any(f.part == "ADVB" for f in forms(adverb)):
                yield Hit(token.span, (adverb,))


def participles(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """«о проводимой в стране реформах»: after a preposition a participle has its noun to the right."""
    for run in runs(sentence.tokens):
        for before, token in pairwise(run):
            place = run.index(token)
            rest = run[place + 1 :]
            feminine = all(f.gender == "f" for f in token.forms)
            if before.parts != {"PREP"} or not token.participial or not feminine or not rest or rest[0].noun:
                continue
            taken = governed(run[place + 1 :])
            nouns = [t for number, t in enumerate(rest) if not t.function and number not in taken]
            if all(t.forms and not agreeing(token.low, t.low) for t in nouns) and any(t.noun for t in nouns):
                yield Hit(token.span)


def clauses(sentence: Sentence, tables: Tables) -> Iterator[Hit]:
    """A participle after a comma agrees with a noun before it; «который» in number and gender."""
    pieces = [piece for piece in sentence.pieces() if piece]
    marks = [token.text for token in sentence.tokens if token.sort is Sort.MARK]
    for number in range(1, len(pieces)):
        before, piece = pieces[number - 1], pieces[number]
        if number - 1 < len(marks) and marks[number - 1] != ",":
            continue
        relative = next((t for t in piece[:2] if tables.among("relative", t.lemmas())), None)
        first = piece[0]
        if relative is not None and (relative is first or first.parts == {"PREP"}):
            nouns = _antecedents(before, tables)
            woman = _woman(nouns, [*before, *piece])
            if woman and all(r.gender == "f" for r in relative.forms):
                continue  # «выступила директор музея, которая …»
            cases = tables.prepositions.get((first.low,), frozenset()) if relative is not first else frozenset()
            opens = (
                number == 1 and sentence.whole and len(nouns) == 1 and all(t in nouns or t.adjective for t in before)
            )
            if nouns and not any(_same(n, r) for t in nouns for n in _said(t, opens) for r in relative.forms):
                yield Hit(
                    relative.span,
                    _relative([(t, _said(t, opens)) for t in _nearest(nouns, relative)], relative, woman, cases),
                )
        elif first.participial and len(piece) > 1:
            nouns = _antecedents(before, tables)
            if nouns and not any(agreeing(first.low, noun.low) for noun in nouns) and not _leads(piece, first):
                yield Hit(first.span, _participle(nouns, first))


def _said(noun: Token, opens: bool) -> Sequence[Form]:
    """The readings of a noun; of one that a sentence begins with, those of a subject: «Соглашения, которые»."""
    return [f for f in noun.forms if f.case == "NOM"] or noun.forms if opens else noun.forms


def _woman(nouns: Sequence[Token], words: Sequence[Token]) -> bool:
    """Whether a verb nearby says that a noun of a post is a woman's."""
    posts = any(f.animate and f.gender == "m" for noun in nouns for f in noun.forms)
    return posts and any(t.verb and all(f.gender == "f" for f in t.likely) for t in words)


def _leads(piece: Sequence[Token], first: Token) -> bool:
    """Whether the participle may belong to a noun after it."""
    taken = governed(piece)
    if all(f.has("actv", "tran") for f in first.forms) and piece[1].noun and "ACC" in piece[1].cases():
        taken.add(1)  # its object: «исполнивший гимн»
    return any(
        not other.forms or (not other.function and agreeing(first.low, other.low))
        for number, other in enumerate(piece[1:6], 1)
        if number not in taken
    )


def _antecedents(piece: Sequence[Token], tables: Tables) -> list[Token]:
    """The nouns between the last verb and the comma; none where something unsure is among them."""
    found: list[Token] = []
    named = False
    for token in reversed(piece):
        if token.sort is Sort.WORD and not token.forms and token.capital and not found:
            named = True  # «пианистка Айжан Нурланова, приехавшая …»
            continue
        if named and not found and not (token.noun and all(f.animate and f.gender == "f" for f in token.forms)):
            return []
        if token.perhaps_verb or token.parts & {"INFN", "GRND", "PRED", "ADJS"}:
            break
        if (token.sort is not Sort.WORD and token.sort is not Sort.NUMBER) or (
            token.sort is Sort.WORD and not token.forms
        ):
            return []
        if any(f.has("Fixd") for f in token.forms) and "NOUN" in token.parts:
            return []
        if tables.among("and", frozenset((token.low,))) or "NUMR" in token.parts or token.sort is Sort.NUMBER:
            return []
        if "NOUN" in token.parts or "NPRO" in token.parts or token.adjective:
            found.append(token)
    if any(tables.among("quantities", token.lemmas()) for token in found):
        return []
    nouns = [token for token in reversed(found) if token.noun]
    return nouns if len(nouns) == sum("ADJF" not in t.parts and "PRTF" not in t.parts for t in found) else []


def _same(noun: Form, relative: Form) -> bool:
    if noun.plural != relative.plural:
        return False
    return bool(noun.plural) or not relative.gender or noun.gender in ("", relative.gender) or noun.has("ms-f")


def _relative(
    nouns: Sequence[tuple[Token, Sequence[Form]]], relative: Token, woman: bool, cases: frozenset[str]
) -> tuple[str, ...]:
    """«который» as each noun wants it, in the case that it was typed in; `cases`: of the preposition before it."""
    form = next((f for f in relative.likely if f.case in cases), relative.likely[0])
    found: list[str] = []
    for _, readings in nouns:
        wanted = max(readings, key=lambda f: f.score)
        marks = {mark for mark in slot(wanted) if mark in ("plur", "sing", "masc", "femn", "neut")}
        if woman and wanted.animate and "masc" in marks:
            marks = marks - {"masc"} | {"femn"}
        made = put(form, {*marks, *(m for m in slot(form)[:1])}, relative.text)
        if made and made != relative.low and made not in found:
            found.append(made)
    return tuple(found[:MOST])


def _nearest(nouns: Sequence[Token], typed: Token) -> list[Token]:
    """The nouns that may be meant: those of the number that was typed first, then from the comma backwards."""
    plural = typed.likely[0].plural
    same = [noun for noun in nouns[::-1] if plural in {f.plural for f in noun.likely}]
    return [*same, *(noun for noun in nouns[::-1] if noun not in same)]


def _participle(nouns: Sequence[Token], first: Token) -> tuple[str, ...]:
    found: list[str] = []
    for noun in _nearest(nouns, first):
        for form in sorted(noun.likely, key=lambda f: -f.score):
            made = put(first.likely[0], slot(form), first.text)
            if made and made != first.low and made not in found and form.part == "NOUN":
                found.append(made)
    return tuple(found[:MOST])
