"""A paragraph as the rules see it: sentences of tokens, and the pieces between marks. Start at `sentences`.

What stands in quotation marks or brackets is a sentence of its own; where it stood, the outer sentence has one token of
kind QUOTE, or nothing for brackets.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from pressdesk.proof.russian.morph import FUNCTION, Form, attributive, forms, lemmas, likely, proper, usual
from pressdesk.text.spans import Span

_TOKEN = re.compile(
    r"(?P<skip>https?://\S+|www\.\S+|[^\s@]{1,64}@[^\s@]{1,255}\.\w+)"
    r"|(?P<number>№?\d+(?:[.,:\u00a0 ]\d+)*(?![\w]))"
    r"|(?P<word>(?:[^\W_]|[\u0301\u00ad])+(?:[-\u2010\u2011'’](?:[^\W_]|[\u0301\u00ad])+)*)"
    r"|(?P<mark>…|\.{3}|[^\w\s])"
)
_CYRILLIC = re.compile("[\u0400-\u052f]")
_PLAIN = str.maketrans({"\u0301": None, "\u00ad": None, "\u2010": "-", "\u2011": "-"})
PAIRS = {"«": "»", "„": "“", "“": "”", "(": ")", '"': '"'}
LONGEST = 400
"""Tokens of a sentence; what goes on longer is a list or a table without stops, and is read in pieces of as many."""
LONGEST_ASIDE = 300
"""Tokens within which a quotation or bracket must be closed; else the mark stands alone."""
STOPS = frozenset((".", "!", "?", "…", "..."))
BREAKS = frozenset((",", ";", ":", "–", "—"))


class Sort(Enum):
    """What a token is."""

    WORD = "word"
    NUMBER = "number"
    MARK = "mark"
    QUOTE = "quote"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Look:
    """What a word may be, worked out once for all its places.

    Attributes:
        forms: all readings; () for what is no word, what no dictionary has, and what looks like a person's name.
        likely: the readings without rare parts of speech; `parts` are theirs.
        function: it may be a preposition, a conjunction or a particle.
        noun: it can be nothing but a noun.
        adjective: it is an adjective, a participle or a pronoun that agrees, and hardly ever a noun.
        participial: the same, and it may be a full participle; `participle`: it can be nothing else.
        verb: it can be nothing but a verb in a personal form.
        perhaps_verb: it may be a predicate: a personal form or a short participle.
        cases: of its readings, () for a function word; `usual`: without those that are unusual for it.
        lemmas: its dictionary forms, ё as е.
    """

    forms: tuple[Form, ...] = ()
    likely: tuple[Form, ...] = ()
    parts: frozenset[str] = frozenset()
    function: bool = False
    noun: bool = False
    adjective: bool = False
    participial: bool = False
    participle: bool = False
    verb: bool = False
    perhaps_verb: bool = False
    cases: frozenset[str] = frozenset()
    usual: frozenset[str] = frozenset()
    lemmas: frozenset[str] = frozenset()


NOTHING = Look()


@lru_cache(maxsize=8192)
def look(key: str, inside: bool) -> Look:
    """What a word may be. `key`: lower case but for the first letter; `inside`: the sentence does not begin with it."""
    found = forms(key)
    if not found or (inside and key[:1].isupper() and _foreign(found)):
        return NOTHING
    usually = likely(key)
    parts = frozenset(form.part for form in usually)
    function = bool(parts & FUNCTION)
    adjective = attributive(key)
    return Look(
        forms=found,
        likely=usually,
        parts=parts,
        function=function,
        noun=parts == {"NOUN"},
        adjective=adjective,
        participial=adjective and "PRTF" in parts and not any(f.has("Apro") for f in found),
        participle=parts == {"PRTF"},
        verb=parts == {"VERB"} and all(f.finite for f in usually),
        perhaps_verb=any(f.finite or f.part == "PRTS" for f in usually),
        cases=frozenset() if function else frozenset(form.case for form in found if form.case),
        usual=frozenset() if function else usual(key),
        lemmas=lemmas(key),
    )


class Token:
    """A word, a figure, a mark, or a whole quotation; two are the same only in the same place.

    Attributes:
        span: code points of the paragraph.
        text: what stands there.
        sort: what it is; OTHER is an address, a word in Latin letters, or a piece that is not to be judged.
        first: whether the sentence begins with it.
        low: in lower case, ё as it is typed, without accents, hyphens as -.
        capital: whether it begins with a capital.
        forms and the others: see Look.
    """

    __slots__ = (
        *("span", "text", "sort", "first", "low", "capital", "forms", "likely", "parts", "function", "noun"),
        *("adjective", "participial", "participle", "verb", "perhaps_verb", "_look"),
    )

    def __init__(self, span: Span, text: str, sort: Sort, first: bool = False) -> None:
        """A token at its place."""
        self.span, self.text, self.sort, self.first = span, text, sort, first
        self.low = text.lower().translate(_PLAIN)
        self.capital = text[:1].isupper()
        key = self.low.capitalize() if self.capital else self.low
        seen = self._look = look(key, not first) if sort is Sort.WORD else NOTHING
        self.forms, self.likely, self.parts, self.function = seen.forms, seen.likely, seen.parts, seen.function
        self.noun, self.adjective, self.participial = seen.noun, seen.adjective, seen.participial
        self.participle, self.verb, self.perhaps_verb = seen.participle, seen.verb, seen.perhaps_verb

    def cases(self) -> frozenset[str]:
        """The cases of its readings as a noun, adjective, pronoun or numeral."""
        return self._look.cases

    def usual(self) -> frozenset[str]:
        """Its cases without those that are unusual for it."""
        return self._look.usual

    def lemmas(self) -> frozenset[str]:
        """Its dictionary forms, ё as е."""
        return self._look.lemmas


def _foreign(found: Sequence[Form]) -> bool:
    """A capital inside a sentence: a country or «Посол» is a word like others, a person's name is not."""
    if any(form.has("Geox") for form in found):
        return False
    return proper(found) and not any(form.part == "NOUN" and form.animate and not proper([form]) for form in found)


@dataclass(frozen=True, slots=True)
class Sentence:
    """Its tokens in order, marks among them.

    Attributes:
        whole: False for what stood in brackets or quotation marks and may be a mere name.
    """

    tokens: tuple[Token, ...]
    whole: bool = True

    def pieces(self) -> Iterator[tuple[Token, ...]]:
        """What stands between commas, dashes, colons and semicolons; without the marks."""
        piece: list[Token] = []
        for token in self.tokens:
            if token.sort is Sort.MARK and (token.text in BREAKS or token.text in STOPS):
                yield tuple(piece)
                piece = []
            elif token.sort is not Sort.MARK:
                piece.append(token)
        yield tuple(piece)


def sentences(text: str, shortened: frozenset[str], closed: Sequence[Span] = ()) -> list[Sentence]:
    """The sentences of a paragraph.

    Args:
        text: one paragraph.
        shortened: words in lower case after which a stop ends no sentence.
        closed: what is not to be judged: words of another language, visible holes.
    """
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text):
        span = Span(*match.span())
        if match["mark"]:
            sort = Sort.MARK
        elif match["skip"] or any(span.overlaps(hole) for hole in closed):
            sort = Sort.OTHER
        elif match["number"]:
            sort = Sort.NUMBER
        else:
            sort = Sort.WORD if _CYRILLIC.search(match[0]) else Sort.OTHER
        tokens.append(Token(span, match[0], sort))
    found: list[Sentence] = []
    _split(tokens, text, shortened, True, found)
    return found


def _split(tokens: Sequence[Token], text: str, shortened: frozenset[str], whole: bool, found: list[Sentence]) -> None:
    current: list[Token] = []
    place = 0
    while place < len(tokens):
        token = tokens[place]
        end = _closing(tokens, place) if token.sort is Sort.MARK and token.text in PAIRS else None
        if end is not None:
            inner = tokens[place + 1 : end]
            _split(inner, text, shortened, False, found)
            if token.text != "(":
                span = Span(token.span.start, tokens[end].span.end)
                current.append(Token(span, span.of(text), Sort.QUOTE, not current))
            place = end + 1
            continue
        if not current and token.sort is not Sort.MARK:
            token = Token(token.span, token.text, token.sort, True)
        current.append(token)
        ends = token.text in STOPS and token.sort is Sort.MARK and _ends(tokens, place, shortened)
        if ends or len(current) == LONGEST:
            found.append(Sentence(tuple(current), whole and ends))
            current = []
        place += 1
    if current:
        found.append(Sentence(tuple(current), whole))


def _closing(tokens: Sequence[Token], place: int) -> int | None:
    """The token that closes what opens here, None where nothing does."""
    opening, closing = tokens[place].text, PAIRS[tokens[place].text]
    depth = 0
    for number in range(place + 1, min(place + LONGEST_ASIDE, len(tokens))):
        if tokens[number].text == closing:
            if not depth:
                return number
            depth -= 1
        elif tokens[number].text == opening:
            depth += 1
    return None


def _ends(tokens: Sequence[Token], place: int, shortened: frozenset[str]) -> bool:
    if place + 1 == len(tokens):
        return True
    following = tokens[place + 1]
    if following.sort is Sort.WORD and following.text[:1].islower():
        return False
    before = tokens[place - 1] if place else None
    if tokens[place].text != "." or before is None or before.sort is not Sort.WORD:
        return following.sort is not Sort.NUMBER or tokens[place].text != "." or place == 0
    return before.low not in shortened and len(before.text) > 1
