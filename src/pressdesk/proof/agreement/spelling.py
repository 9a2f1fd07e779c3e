"""Names that are spelt otherwise than the facts or another version spell them. Start at `Spelling`."""

import unicodedata
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

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
            for piece in version.pieces:
                for name in self._spotted.looking[number][id(piece)]:
                    shown = next((s for s in whole.values() if s and _is_spelling_of(name, s, version.language)), "")
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
        """Latin names that sound alike and are spelt in two ways, where the same letters are to be expected."""
        for row in rows:
            names = {
                n: [(name, word) for p in part for name in self._spotted.looking[n][id(p)] for word in name.telling
                    if is_latin(word.text) and len(word.low) > SHORTEST]
                for n, part in enumerate(row.parts) if part
            }  # fmt: skip
            for n, own in names.items():
                for name, word in own:
                    alike_ones = {
                        m: [w for _, w in others if _one_name(word.low, w.low)] for m, others in names.items() if m != n
                    }
                    spelt = {m: ws for m, ws in alike_ones.items() if ws}
                    other = [m for m, ws in spelt.items() if all(folded(w.low) != folded(word.low) for w in ws)]
                    if other and 2 * len(other) > len(spelt):
                        theirs = [next(nm for nm, w in names[m] if w is spelt[m][0]) for m in other]
                        places = tuple(
                            self._versions[m].place(t.piece, t.span) for m, t in zip(other, theirs, strict=True)
                        )
                        yield Difference("name", "name", n, name.piece, name.span, places)


def _one_name(one: str, other: str) -> bool:
    """Whether two Latin words are one name in two spellings: they sound the same and share most of their letters."""
    same = bool(sounds(one, LATIN_BY[0]) & sounds(other, LATIN_BY[0]))
    a, b = folded(one), folded(other)
    if a != b and (a.startswith(b) or b.startswith(a)):
        return False  # Ocean, Oceano: the name of the thing in another language
    return same and SequenceMatcher(None, a, b).ratio() >= ONE_NAME


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
