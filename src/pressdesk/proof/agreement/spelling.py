"""Names that are spelt otherwise than the facts or another version spell them. Start at `Spelling`."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from pressdesk.model.findings import Severity
from pressdesk.proof.agreement.align import Row
from pressdesk.proof.agreement.found import Difference
from pressdesk.proof.agreement.lexicon import tokens
from pressdesk.proof.agreement.sounds import LATIN_BY, alike, is_latin, sounds
from pressdesk.proof.agreement.spotting import LEAST_SURE, SHORTEST, Name, Spotted
from pressdesk.proof.style.text import Piece
from pressdesk.text.spans import Span

ONE_NAME = 0.6  # how much of their letters two spellings of a Latin name share


class Spelling:
    """How the names of some versions are spelt."""

    def __init__(self, spotted: Spotted) -> None:
        self._spotted, self._versions, self._known = spotted, spotted.versions, spotted.known

    def against_facts(self) -> Iterator[Difference]:
        """Names that sound like one of the draft's or the user's own and are written in another way, and family names
        of theirs with the given name of somebody else."""
        for number, version in enumerate(self._versions):
            whole = {thing: self._known.shown.get(thing, {}).get(version.language, "") for thing in self._known.own}
            heard = _by_sound(whole.values(), version.language)
            for piece in version.pieces:
                for name in self._spotted.looking[number][id(piece)]:
                    near = (
                        s for first in _firsts(name.telling[-1].low, version.language) for s in heard.get(first, ())
                    )
                    shown = next((s for s in near if _is_spelling_of(name, s, version.language)), "")
                    if shown:
                        yield self._facts(number, piece, name.span, shown, Severity.WARNING)
                for mention in self._known.people.scan(piece.text, version.language):
                    shown = whole.get(mention.thing, "")
                    span = self._with_given_name(piece, mention.span, version.language)
                    if shown and span is not None and len(tokens(shown)) > 1:
                        yield self._facts(number, piece, span, shown, Severity.ERROR)

    def _facts(self, number: int, piece: Piece, span: Span, shown: str, weight: Severity) -> Difference:
        put = shown if is_latin(shown) else ""
        return Difference("name", "name-facts", number, piece, span, (), {"shown": shown}, put, weight)

    def _with_given_name(self, piece: Piece, family: Span, language: str) -> Span | None:
        """A family name with the word before it, where that is a given name and not the one that is known."""
        words = tokens(piece.text)
        at = next((n for n, word in enumerate(words) if word.span.start == family.start), 0)
        if not at or not words[at].joined or words[at].span.end != family.end:
            return None
        before = words[at - 1]
        if len(before.low) < SHORTEST or not self._spotted.may_name(
            before, self._spotted.taken(piece.text, language), language
        ):
            return None
        return Span(before.span.start, family.end)

    def in_latin(self, rows: Sequence[Row]) -> Iterator[Difference]:
        """Latin names spelt in two ways where the same letters are to be expected: words that sound alike, and in
        Cyrillic texts the names of firms, word for word."""
        for row in rows:
            names = {n: self._latin(n, part) for n, part in enumerate(row.parts) if part}
            for n, own in names.items():
                for name in own:
                    theirs = {m: [x for x in others if self._answers(n, name, m, x)] for m, others in names.items()}
                    spelt = {m: found for m, found in theirs.items() if found and m != n}
                    other = [m for m, found in spelt.items() if all(self._otherwise(name, x) for x in found)]
                    if other and 2 * len(other) > len(spelt):
                        places = tuple(self._versions[m].place(spelt[m][0].piece, spelt[m][0].span) for m in other)
                        yield Difference("name", "name", n, name.piece, name.span, places)

    def _latin(self, number: int, part: Sequence[Piece]) -> list[Name]:
        names = (name for p in part for name in self._spotted.looking[number][id(p)])
        return [name for name in names if all(is_latin(word.text) for word in name.words)]

    def _answers(self, n: int, name: Name, m: int, other: Name) -> bool:
        """Whether a Latin name of another version is this one, in whatever spelling."""
        if any(_one_name(a, b) for a in _long(name) for b in _long(other)):
            return True
        cyrillic = all(self._versions[number].language not in LATIN_BY for number in (n, m))
        return cyrillic and bool(set(_long(name)) & set(_long(other)))

    @staticmethod
    def _otherwise(name: Name, other: Name) -> bool:
        """Whether a word of the one has no like in the other: of those that sound alike, or of a name word for word."""
        mine, theirs = _long(name), _long(other)
        near = [(a, b) for a in mine for b in theirs if _one_name(a, b)]
        if any(folded(a) != folded(b) and folded(a) not in {folded(x) for x in theirs} for a, b in near):
            return True
        whole = len(mine) == len(theirs) and len(mine) > 1 and len(name.words) == len(other.words)
        return whole and {folded(a) for a in mine} != {folded(b) for b in theirs} and bool(near)


def _long(name: Name) -> list[str]:
    return [word.low for word in name.telling if len(word.low) > SHORTEST]


def _by_sound(names: Iterable[str], language: str) -> dict[str, list[str]]:
    """Whole names by what their last word may begin with in sound: a register may hold thousands."""
    found: dict[str, list[str]] = {}
    for name in names:
        for first in _firsts(tokens(name)[-1].low, language) if name else ():
            found.setdefault(first, []).append(name)
    return found


def _firsts(word: str, language: str) -> set[str]:
    return {sound[0] for sound in sounds(word, language)}


@lru_cache(maxsize=20_000)  # the same names stand again and again
def _one_name(one: str, other: str) -> bool:
    """Whether two Latin words are one name in two spellings: they sound the same and share most of their letters."""
    same = bool(sounds(one, LATIN_BY[0]) & sounds(other, LATIN_BY[0]))
    a, b = folded(one), folded(other)
    if a != b and (a.startswith(b) or b.startswith(a)):
        return False  # Ocean, Oceano: the name of the thing in another language
    return same and SequenceMatcher(None, a, b).ratio() >= ONE_NAME


@lru_cache(maxsize=20_000)
def folded(word: str) -> str:
    """A word without accents, in small letters."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in plain if not unicodedata.combining(char))


def _is_spelling_of(name: Name, shown: str, language: str) -> bool:
    """Whether a name is a known one in other letters, word by word."""
    meant = [t for t in tokens(shown) if len(t.low) > 1]
    if len(meant) < LEAST_SURE or len(name.telling) != len(meant):
        return False
    pairs = zip(name.telling, meant, strict=True)
    return all(alike(w.low, language, m.low, language) for w, m in pairs)
