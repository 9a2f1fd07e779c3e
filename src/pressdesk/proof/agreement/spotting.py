"""Where versions name people and places, known ones and those that only look like names. Start at `Spotted`."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from pressdesk.model.release import BlockKind
from pressdesk.proof.agreement.lexicon import Lexicon, Mention, Token, table, tokens
from pressdesk.proof.agreement.reading import mentions
from pressdesk.proof.agreement.sounds import LATIN_BY, alike, is_latin, latin_letters
from pressdesk.proof.agreement.versions import Version
from pressdesk.proof.style.text import Piece
from pressdesk.text.spans import Span

LEAST_SURE = 2  # words of a name that is told for certain by its capitals alone
SHORTEST = 3  # letters; initials and shorter words are no names by themselves
Common = Callable[[str, str], bool]
"""Whether a word, in small letters, is a common word of a language."""


@dataclass(frozen=True)
class Known:
    """The names that somebody knows.

    Attributes:
        people, places, organisations: where a text names them; ids are the same in every language.
        shown: what a thing is called, by its id and by language.
        own: the ids of those that the draft's facts or the user's own register name.
        lands: the ids of the places that are countries.
    """

    people: Lexicon = field(default_factory=Lexicon)
    places: Lexicon = field(default_factory=Lexicon)
    organisations: Lexicon = field(default_factory=Lexicon)
    shown: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    own: frozenset[str] = frozenset()
    lands: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Name:
    """Words that look like a name: a paragraph, the words in it, whether they are one for certain."""

    piece: Piece
    words: tuple[Token, ...]
    sure: bool

    @property
    def span(self) -> Span:
        """Code points from the paragraph's start."""
        return Span(self.words[0].span.start, self.words[-1].span.end)

    @property
    def text(self) -> str:
        """The very words."""
        return self.span.of(self.piece.text)

    @property
    def telling(self) -> tuple[Token, ...]:
        """The words without initials."""
        return tuple(w for w in self.words if len(w.low) > 1) or self.words


class PlacesInText:
    """The places that texts name, without words that are called so and are none: a month, a word that the text has in
    small letters too, the given name of somebody."""

    def __init__(self, versions: Sequence[Version], places: Lexicon, common: Common) -> None:
        self._places, self._common = places, common
        self._small = {v.language: {t.low for p in v.pieces for t in tokens(p.text) if not t.capital} for v in versions}

        named = [{m.thing for p in v.pieces for m in places.scan(p.text, v.language)} for v in versions]
        self._told = Counter(thing for things in named for thing in things)

    def scan(self, text: str, language: str) -> tuple[Mention, ...]:
        """As `Lexicon.scan`."""
        words = {token.span.start: n for n, token in enumerate(tokens(text))}
        return tuple(m for m in self._places.scan(text, language) if self._is_place(m, text, language, words))

    def scan_as(self, text: str, language: str) -> tuple[Mention, ...]:
        """Places by their names in another language."""
        return self._places.scan(text, language)

    def _is_place(self, mention: Mention, text: str, language: str, words: Mapping[int, int]) -> bool:
        at = words[mention.span.start]
        word = tokens(text)[at]
        if word.span.end != mention.span.end or not word.capital:
            return True  # several words, or an adjective
        if word.low in self._small.get(language, ()):
            return False
        if any(mention.span.overlaps(figure.span) for figure in mentions(text, language)):
            return False
        return mention.whole or self._told[mention.thing] > 1 or not self._opens_a_name(text, at, language)

    def _opens_a_name(self, text: str, at: int, language: str) -> bool:
        """Whether an unknown word with a capital follows directly: Марселу Дуарте is nobody from Marseille."""
        following = tokens(text)[at + 1 : at + 2]
        return any(
            w.capital and w.joined and len(w.low) >= SHORTEST and not self._common(w.low, language)
            and not any(w.span.overlaps(m.span) for m in self._places.scan(text, language))
            for w in following
        )  # fmt: skip


class Spotted:
    """The names of some versions, and whether a version has one of another's."""

    def __init__(self, versions: Sequence[Version], known: Known, common: Common) -> None:
        self.versions, self.known = versions, known
        self._common = common
        self.places = PlacesInText(versions, known.places, common)
        self._runs = [tuple(run for p in v.pieces for run in _runs(p.text)) for v in versions]
        self._met: dict[tuple[tuple[str, ...], str, int], bool] = {}

    @cached_property
    def looking(self) -> list[dict[int, tuple[Name, ...]]]:
        """What looks like a name, by version and by the id() of the paragraph."""
        return [{id(piece): tuple(self._names(piece, v.language)) for piece in v.pieces} for v in self.versions]

    def foreign(self, thing: str, number: int) -> bool:
        """Whether a version has a place by its name in another language (Cinemateca Brasileira)."""
        own = self.versions[number]
        others = [tag for tag in LATIN_BY if tag != own.language]
        return any(m.thing == thing for p in own.pieces for tag in others for m in self.places.scan_as(p.text, tag))

    def like(self, one: str, other: str) -> bool:
        """Whether two places are of one kind: countries, with the adjectives of their peoples, or no countries."""
        return (one in self.known.lands) == (other in self.known.lands)

    def has(self, name: Name, own: int, number: int) -> bool:
        """Whether a version has a name of another: most of its words in a row of capitals, in whatever order."""
        return self.heard(tuple(word.low for word in name.telling), self.versions[own].language, number)

    def heard(self, words: tuple[str, ...], language: str, number: int) -> bool:
        """Whether most of some words in small letters sound like those of one row of capitals of a version."""
        key = (words, language, number)
        if key not in self._met:
            other = self.versions[number].language
            whole = any(_most_alike(words, language, run, other) for run in self._runs[number])
            self._met[key] = whole or self._heard_in_two(words, language, number)
        return self._met[key]

    def _heard_in_two(self, words: tuple[str, ...], language: str, number: int) -> bool:
        """Whether the words are two names that only this language puts side by side."""
        cuts = range(LEAST_SURE, len(words) - LEAST_SURE + 1)
        return any(
            self.heard(words[:cut], language, number) and self.heard(words[cut:], language, number) for cut in cuts
        )

    def _names(self, piece: Piece, language: str) -> Iterator[Name]:
        taken = self.taken(piece.text, language)
        words = tokens(piece.text)
        cyrillic = not _is_latin_text(piece.text)
        titles = [  # a title in quotation marks is translated; a name in Latin letters in a Cyrillic text is none
            word.span
            for word in words
            if piece.inside(word.span, piece.quoted) and not (cyrillic and is_latin(word.text))
        ]
        taken = (*taken, *titles)
        at = 0
        while at < len(words):
            end = at
            while (
                end < len(words)
                and (self.may_name(words[end], taken, language) or _is_initial(words, end, piece.text))
                and (end == at or words[end].joined or initial(words[end - 1], words[end], piece.text))
                and not (end > at + 1 and _is_next(words, at, end, piece.text))
            ):
                end += 1
            run = _without_lone_letters(words[at:end], piece.text)
            if run:
                name = self._name(piece, run, _beside(words, at, end, taken, piece.text))
                if name is not None:
                    yield name
            at = max(end, at + 1)

    def _name(self, piece: Piece, run: tuple[Token, ...], in_company: bool) -> Name | None:
        foreign = all(is_latin(w.text) for w in run) and not _is_latin_text(piece.text)
        telling = [w for w in run if len(w.low) >= SHORTEST]
        if not telling or (len(telling) == 1 and run[0].opens and len(run) == 1 and not foreign):
            return None
        own_dictionary = not is_latin(run[0].text)
        sure = foreign or len(telling) >= LEAST_SURE or (own_dictionary and (in_company or len(run) > 1))
        if piece.kind is BlockKind.HEADLINE and _is_latin_text(piece.text):
            sure = False  # English headlines may have capitals throughout
        return Name(piece, run, sure)

    def may_name(self, word: Token, taken: Sequence[Span], language: str) -> bool:
        """Whether a word has a capital, lies in nothing that is taken, and is no common word."""
        if not word.capital or any(word.span.overlaps(span) for span in taken):
            return False
        return not self._common(word.low, language)

    def taken(self, text: str, language: str) -> tuple[Span, ...]:
        """The spans of a text that are known things, or figures: what looks like a name there is none."""
        known = self.known
        lexicons = (
            known.people, known.places, known.organisations, table("posts", "near").lexicon,
            table("bodies", "near").lexicon, table("terms").lexicon, table("not_names").lexicon,
        )  # fmt: skip
        spans = [m.span for lexicon in lexicons for m in lexicon.scan(text, language)]
        return (*spans, *(figure.span for figure in mentions(text, language)))


@lru_cache(maxsize=4_000)
def _runs(text: str) -> tuple[tuple[str, ...], ...]:
    """The words with capitals that stand in a row, in small letters; initials belong to the row."""
    found: list[list[str]] = []
    words = tokens(text)
    for index, word in enumerate(words):
        if not word.capital:
            continue
        before = words[index - 1] if index else None
        goes_on = before is not None and before.capital and (word.joined or initial(before, word, text))
        if goes_on and found:
            found[-1].append(word.low)
        else:
            found.append([word.low])
    return tuple(tuple(run) for run in found)


@lru_cache(maxsize=100_000)
def _most_alike(words: tuple[str, ...], language: str, run: tuple[str, ...], other: str) -> bool:
    heard = sum(any(alike(word, language, theirs, other) for theirs in run) for word in words)
    return 2 * heard > len(words)


def _beside(words: Sequence[Token], at: int, end: int, taken: Sequence[Span], text: str) -> bool:
    """Whether a word with a capital stands directly before or behind: an initial, or a name that is a common word too
    («Асқар»)."""
    if at and at < len(words) and words[at - 1].capital and initial(words[at - 1], words[at], text):
        return True
    before = words[at - 1 : at] if at and words[at : at + 1] and words[at].joined else ()
    behind = words[end : end + 1] if words[end : end + 1] and words[end].joined else ()
    return any(
        word.capital and not word.opens and len(word.low) > 1 and not any(word.span.overlaps(span) for span in taken)
        for word in (*before, *behind)
    )


def _without_lone_letters(run: tuple[Token, ...], text: str) -> tuple[Token, ...]:
    """The words without those of one letter that are no initials: an English article, a Russian preposition."""
    return tuple(w for w in run if len(w.low) > 1 or text[w.span.end : w.span.end + 1] == ".")


def initial(before: Token, word: Token, text: str) -> bool:
    """Whether an initial with its full stop stands before the word."""
    return len(before.low) == 1 and text[before.span.end : word.span.start].strip(" \u00a0") == "."


def _is_initial(words: Sequence[Token], at: int, text: str) -> bool:
    """Whether a capital with its full stop stands before another word with one, though it may be a word too."""
    return (
        at + 1 < len(words) and words[at].capital and words[at + 1].capital and initial(words[at], words[at + 1], text)
    )


def _is_next(words: Sequence[Token], start: int, at: int, text: str) -> bool:
    """Whether the initials of somebody else begin here: «А.Бейсен И.Коррейяға»."""
    return len(words[at - 1].low) > 1 and len(words[start].low) == 1 and _is_initial(words, at, text)


@lru_cache(maxsize=512)  # asked of each name of a paragraph
def _is_latin_text(text: str) -> bool:
    return 2 * latin_letters(text) > sum(map(str.isalpha, text))
