"""Nouns with what agrees with them: what stands from a place on, and what is before it. Start at `phrase`."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from pressdesk.proof.russian.morph import PYMORPHY, agree, put
from pressdesk.proof.russian.sentence import Sort, Token
from pressdesk.text.spans import Span


@dataclass(frozen=True, slots=True)
class Hit:
    """What a check found: a span of the paragraph, and what may stand there."""

    span: Span
    put: tuple[str, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Adjectives and their noun.

    Attributes:
        tokens: adjectives first, the noun last.
        cases: in which all of them may stand together; empty where they do not agree.
    """

    tokens: tuple[Token, ...]
    cases: frozenset[str]

    @property
    def head(self) -> Token:
        """The noun."""
        return self.tokens[-1]

    def in_case(self, case: str) -> str | None:
        """The words in a case; None where one has no such form."""
        return in_case(self.tokens, case)

    @property
    def span(self) -> Span:
        """From the first word to the last."""
        return Span(self.tokens[0].span.start, self.tokens[-1].span.end)


def phrase(tokens: Sequence[Token], place: int) -> Phrase | None:
    """The noun with its adjectives that begins at a place; None where something else or something unsure stands."""
    end = place
    while end < len(tokens) and tokens[end].adjective and not tokens[end].participial:
        end += 1
    if end >= len(tokens) or not tokens[end].noun:
        return None
    found = tuple(tokens[place : end + 1])
    forms = [
        noun
        for noun in found[-1].forms
        if all(any(agree(f, noun) for f in adjective.forms) for adjective in found[:-1])
    ]
    return Phrase(found, frozenset(form.case for form in forms if form.case in found[-1].usual()))


def in_case(tokens: Sequence[Token], case: str) -> str | None:
    """The words in a case, each in the number of the last one; None where a word has no such form."""
    likeliest = max(tokens[-1].likely, key=lambda f: f.score)
    said: list[str] = []
    for number, token in enumerate(tokens):
        form = next((f for f in token.likely if f.plural == likeliest.plural), token.likely[0])
        marks = set() if form.plural is None else {"plur" if form.plural else "sing"}
        agrees = number + 1 < len(tokens) and case == "ACC" and likeliest.animate is not None
        if agrees and (likeliest.plural or likeliest.gender == "m"):
            marks.add("anim" if likeliest.animate else "inan")  # «городские власти», «консульский сбор»
        made = put(form, {PYMORPHY[case], *marks}, token.text)
        if made is None:
            return None
        said.append(made)
    return " ".join(said)


def phrase_cases(adjective: Token, noun: Token) -> frozenset[str]:
    """The cases in which an adjective and the noun after it agree."""
    return frozenset(n.case for n in noun.forms if any(agree(a, n) for a in adjective.forms))


def governed(words: Sequence[Token]) -> set[int]:
    """The places of the words that a preposition governs: up to the first noun after it."""
    taken: set[int] = set()
    for place, token in enumerate(words):
        if token.parts != {"PREP"} and not (token.function and "PREP" in token.parts):
            continue
        for after in range(place + 1, min(place + 6, len(words))):
            if words[after].noun and words[after].cases() == {"NOM"}:
                break  # an adverb, not a preposition: «после делегация …»
            taken.add(after)
            if words[after].noun or not words[after].forms or "NPRO" in words[after].parts:
                break
            if words[after].perhaps_verb:
                taken.discard(after)
                break
    return taken


def joined(first: Token, last: Token) -> Span:
    """From one token to another."""
    return Span(first.span.start, last.span.end)


@lru_cache(maxsize=64)
def runs(tokens: tuple[Token, ...]) -> tuple[tuple[Token, ...], ...]:
    """The tokens between marks of any sort. Kept: every check asks for those of its sentence."""
    found: list[list[Token]] = [[]]
    for token in tokens:
        if token.sort is Sort.MARK:
            found.append([])
        else:
            found[-1].append(token)
    return tuple(tuple(run) for run in found if run)


def like(put: str, typed: str) -> str:
    """The words with the first letter as it was typed."""
    return put[:1].upper() + put[1:] if typed[:1].isupper() else put
