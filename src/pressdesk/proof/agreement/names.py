"""Names that one version has and another has not, or spells so that somebody else is meant. Start at `names`.

Two kinds of names are told: those that somebody knows (the draft's facts and the register say what each is called in
every language), and those that only look like names: capitals that open no sentence and are no common word of the
language. The second are known again in another language by how they sound.
"""

import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import lru_cache

from pressdesk.model.findings import Elsewhere, Severity
from pressdesk.model.release import BlockKind
from pressdesk.proof.agreement.align import Row
from pressdesk.proof.agreement.found import Difference
from pressdesk.proof.agreement.lexicon import Lexicon, Token, table, tokens
from pressdesk.proof.agreement.reading import mentions
from pressdesk.proof.agreement.sounds import LATIN_BY, alike, is_latin, sounds
from pressdesk.proof.agreement.swaps import Sighting, swaps
from pressdesk.proof.agreement.versions import Version
from pressdesk.proof.style.text import Piece
from pressdesk.text.spans import Span

LEAST_SURE = 2  # words of a name that is told for certain by its capitals alone
ONE_NAME = 0.6  # how much of their letters two spellings of a Latin name share
SHORTEST = 3  # letters; initials and shorter words are no names by themselves


@dataclass(frozen=True)
class Known:
    """The names that somebody knows.

    Attributes:
        people, places, organisations: where a text names them; ids are the same in every language.
        shown: what a thing is called, by its id and by language.
        own: the ids of those that the draft's facts or the user's own register name.
    """

    people: Lexicon = field(default_factory=Lexicon)
    places: Lexicon = field(default_factory=Lexicon)
    organisations: Lexicon = field(default_factory=Lexicon)
    shown: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    own: frozenset[str] = frozenset()


Common = Callable[[str, str], bool]
"""Whether a word, in small letters, is a common word of a language."""


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


class Names:
    """The names of some versions."""

    def __init__(self, versions: Sequence[Version], known: Known, common: Common) -> None:
        self._versions, self._known, self._common = versions, known, common
        self._runs = [tuple(run for p in v.pieces for run in _runs(p.text)) for v in versions]
        self._looking = [{id(piece): tuple(self._names(piece, v.language)) for piece in v.pieces} for v in versions]
        self._met: dict[tuple[tuple[str, ...], str, int], bool] = {}

    def differences(self, rows: Sequence[Row]) -> Iterator[Difference]:
        """Every difference in names, each told once at each place."""
        yield from self._spelt_otherwise()
        told: set[tuple[int, str]] = set()
        for row in rows:
            for swap in swaps(row, self._versions, self._known.places):
                at = swap.odd
                told |= {(swap.version, at.mention.thing), (swap.version, swap.instead)}
                yield Difference("name", "name", swap.version, at.piece, at.mention.span, swap.elsewhere)
        for lexicon, rule in (
            (self._known.people, "name"),
            (self._known.places, "name"),
            (self._known.organisations, "organisation"),
        ):
            yield from self._known_names(rows, lexicon, rule, told)
        yield from self._in_latin(rows)
        yield from self._other_names(rows)

    # --- names that somebody knows -----------------------------------------------------------------------------

    def _known_names(
        self, rows: Sequence[Row], lexicon: Lexicon, rule: str, told: set[tuple[int, str]]
    ) -> Iterator[Difference]:
        seen = [
            {m.thing: Sighting(p, m) for p in reversed(v.pieces) for m in reversed(lexicon.scan(p.text, v.language))}
            for v in self._versions
        ]
        for thing in dict.fromkeys(t for own in seen for t in own):
            having = [n for n, own in enumerate(seen) if thing in own]
            lacking = [n for n, own in enumerate(seen) if thing not in own and not self._by_sound(thing, n, seen)]
            if not lacking or any((n, thing) in told for n in (*having, *lacking)):
                continue
            places = tuple(self._versions[n].place(seen[n][thing].piece, seen[n][thing].mention.span) for n in having)
            if len(having) >= len(lacking):
                for n in lacking:
                    yield self._missing(rows, n, having[0], seen[having[0]][thing].piece, rule, places, thing)
            if len(having) <= len(lacking):
                for n in having:
                    at = seen[n][thing]
                    gaps = tuple(self._gap(rows, m, n, at.piece) for m in lacking)
                    yield Difference(rule, "name-alone", n, at.piece, at.mention.span, gaps)

    def _by_sound(self, thing: str, number: int, seen: Sequence[Mapping[str, Sighting]]) -> bool:
        """Whether a version has the name in another form than the known one, by how it sounds; never a place or a body
        whose name in that language is known."""
        shown = self._known.shown.get(thing, {}).get(self._versions[number].language, "")
        for n, own in enumerate(seen):
            if thing in own and (thing in self._known.own or not shown):
                words = tuple(t.low for t in tokens(own[thing].mention.text) if len(t.low) >= SHORTEST)
                return bool(words) and self._heard(words, self._versions[n].language, number)
        return False

    def _missing(
        self, rows: Sequence[Row], number: int, other: int, piece: Piece, rule: str,
        places: tuple[Elsewhere, ...], thing: str,
    ) -> Difference:  # fmt: skip
        """That a version lacks a name: told at a name of that paragraph that nobody else has, else at the paragraph."""
        part = self._answer(rows, number, other, piece)
        shown = self._known.shown.get(thing, {}).get(self._versions[number].language, "")
        for name in (name for p in part for name in self._looking[number].get(id(p), ())):
            if not any(self._has(name, number, n) for n in range(len(self._versions)) if n != number):
                put = shown if is_latin(shown) and len(tokens(shown)) == len(name.words) else ""
                return Difference(rule, "name", number, name.piece, name.span, places, put=put)
        if not part:
            return Difference(rule, "name-missing", number, None, Span(0, 0), places)
        return Difference(rule, "name-missing", number, part[0], _sentence(part[0]), places)

    def _gap(self, rows: Sequence[Row], number: int, other: int, piece: Piece) -> Elsewhere:
        part = self._answer(rows, number, other, piece)
        return self._versions[number].lacking(part[-1] if part else None)

    def _answer(self, rows: Sequence[Row], number: int, other: int, piece: Piece) -> tuple[Piece, ...]:
        """What a version has for a paragraph of another; the nearest above where it has none."""
        last: tuple[Piece, ...] = ()
        for row in rows:
            last = row.parts[number] or last
            if any(p is piece for p in row.parts[other]):
                break
        return last or self._versions[number].pieces[:1]

    # --- names that only look like names -----------------------------------------------------------------------

    def _names(self, piece: Piece, language: str) -> Iterator[Name]:
        taken = (*self._taken(piece.text, language), *piece.quoted)  # a title in quotation marks is translated
        words = tokens(piece.text)
        at = 0
        while at < len(words):
            end = at
            while (
                end < len(words)
                and self._may_name(words[end], taken, language)
                and (end == at or words[end].joined or _initial(words[end - 1], words[end], piece.text))
            ):
                end += 1
            run = _without_lone_letters(words[at:end], piece.text)
            if run:
                name = self._name(piece, run, language)
                if name is not None:
                    yield name
            at = max(end, at + 1)

    def _name(self, piece: Piece, run: tuple[Token, ...], language: str) -> Name | None:
        foreign = all(is_latin(w.text) for w in run) and not _is_latin_text(piece.text)
        telling = [w for w in run if len(w.low) >= SHORTEST]
        if not telling or (len(telling) == 1 and run[0].opens and len(run) == 1 and not foreign):
            return None
        sure = foreign or len(telling) >= LEAST_SURE
        if piece.kind is BlockKind.HEADLINE and _is_latin_text(piece.text):
            sure = False  # English headlines may have capitals throughout
        return Name(piece, run, sure)

    def _may_name(self, word: Token, taken: Sequence[Span], language: str) -> bool:
        if not word.capital or any(word.span.overlaps(span) for span in taken):
            return False
        return not self._common(word.low, language)

    def _taken(self, text: str, language: str) -> tuple[Span, ...]:
        known = self._known
        lexicons = (
            known.people, known.places, known.organisations, table("posts", "near").lexicon,
            table("bodies", "near").lexicon, table("terms").lexicon, table("not_names").lexicon,
        )  # fmt: skip
        spans = [m.span for lexicon in lexicons for m in lexicon.scan(text, language)]
        return (*spans, *(figure.span for figure in mentions(text, language)))

    def _has(self, name: Name, own: int, number: int) -> bool:
        """Whether a version has a name of another: most of its words in a row of capitals, in whatever order."""
        return self._heard(tuple(word.low for word in name.telling), self._versions[own].language, number)

    def _heard(self, words: tuple[str, ...], language: str, number: int) -> bool:
        key = (words, language, number)
        if key not in self._met:
            other = self._versions[number].language
            whole = any(_most_alike(words, language, run, other) for run in self._runs[number])
            self._met[key] = whole or self._heard_in_two(words, language, number)
        return self._met[key]

    def _heard_in_two(self, words: tuple[str, ...], language: str, number: int) -> bool:
        """Whether the words are two names that only this language puts side by side."""
        cuts = range(LEAST_SURE, len(words) - LEAST_SURE + 1)
        return any(
            self._heard(words[:cut], language, number) and self._heard(words[cut:], language, number) for cut in cuts
        )

    def _other_names(self, rows: Sequence[Row]) -> Iterator[Difference]:
        count = len(self._versions)
        told: set[tuple[int, str]] = set()
        for row in rows:
            alone = {n: [name for p in row.parts[n] for name in self._looking[n][id(p)]
                         if not any(self._has(name, n, m) for m in range(count) if m != n and self._versions[m].pieces)]
                     for n in range(count) if row.parts[n]}  # fmt: skip
            here = [n for n, part in enumerate(row.parts) if part]
            if len(here) < 2:
                continue
            for n in here:
                missing = self._established(row, n)
                for index, name in enumerate(alone[n]):
                    answer = missing[index] if index < len(missing) else None
                    if answer is None and count == 2:
                        answer = self._partner(name, n, alone, here)
                    key = (n, name.text)
                    if key in told or not (name.sure or answer is not None):
                        continue
                    told.add(key)
                    yield self._told(row, n, name, answer, here)
                for other, name in missing[len(alone[n]) :]:
                    key = (n, name.text)
                    if key not in told:
                        told.add(key)
                        place = (self._versions[other].place(name.piece, name.span),)
                        part = row.parts[n][0]
                        yield Difference("name", "name-missing", n, part, _sentence(part), place)

    def _told(
        self, row: Row, number: int, name: Name, answer: tuple[int, Name] | None, here: Sequence[int]
    ) -> Difference:
        if answer is None:
            gaps = tuple(self._versions[m].lacking(row.parts[m][-1]) for m in here if m != number)
            return Difference("name", "name-alone", number, name.piece, name.span, gaps)
        other, theirs = answer
        place = (self._versions[other].place(theirs.piece, theirs.span),)
        return Difference("name", "name", number, name.piece, name.span, place)

    def _partner(
        self, name: Name, number: int, alone: Mapping[int, list[Name]], here: Sequence[int]
    ) -> tuple[int, Name] | None:
        """The name that the other version has in its place, likewise alone and sure."""
        for other in here:
            if other != number:
                for theirs in alone[other]:
                    if theirs.sure and name.sure:
                        return other, theirs
        return None

    def _established(self, row: Row, number: int) -> list[tuple[int, Name]]:
        """Names that all other versions have in the row, known to one another by sound, and this one lacks."""
        others = [n for n in range(len(self._versions)) if n != number]
        if len(others) < 2:
            return []
        found: list[tuple[int, Name]] = []
        for n in others:
            for name in (name for p in row.parts[n] for name in self._looking[n][id(p)]):
                if self._has(name, n, number):
                    continue
                if not all(self._named_in(row, name, n, m) for m in others if m != n):
                    continue
                if not any(self._sames(name, n, other, m) for m, other in found):
                    found.append((n, name))
        return found

    def _named_in(self, row: Row, name: Name, own: int, number: int) -> bool:
        """Whether a version has the name in its paragraph of the row, as something that looks like a name."""
        theirs = (other for p in row.parts[number] for other in self._looking[number][id(p)])
        return any(self._sames(name, own, other, number) for other in theirs)

    def _sames(self, one: Name, n: int, other: Name, m: int) -> bool:
        a, b = self._versions[n].language, self._versions[m].language
        return any(alike(x.low, a, y.low, b) for x in one.telling for y in other.telling)

    def _spelt_otherwise(self) -> Iterator[Difference]:
        """Names that sound like one of the draft's or the user's own and are written in another way, and family names
        of theirs with the given name of somebody else."""
        for number, version in enumerate(self._versions):
            whole = {thing: self._known.shown.get(thing, {}).get(version.language, "") for thing in self._known.own}
            for piece in version.pieces:
                for name in self._looking[number][id(piece)]:
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
        if len(before.low) < SHORTEST or not self._may_name(before, self._taken(piece.text, language), language):
            return None
        return Span(before.span.start, family.end)

    def _in_latin(self, rows: Sequence[Row]) -> Iterator[Difference]:
        """Latin names that sound alike and are spelt in two ways, where the same letters are to be expected."""
        for row in rows:
            names = {
                n: [(name, word) for p in part for name in self._looking[n][id(p)] for word in name.telling
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


@lru_cache(maxsize=4_000)
def _runs(text: str) -> tuple[tuple[str, ...], ...]:
    """The words with capitals that stand in a row, in small letters; initials belong to the row."""
    found: list[list[str]] = []
    words = tokens(text)
    for index, word in enumerate(words):
        if not word.capital:
            continue
        before = words[index - 1] if index else None
        goes_on = before is not None and before.capital and (word.joined or _initial(before, word, text))
        if goes_on and found:
            found[-1].append(word.low)
        else:
            found.append([word.low])
    return tuple(tuple(run) for run in found)


@lru_cache(maxsize=100_000)
def _most_alike(words: tuple[str, ...], language: str, run: tuple[str, ...], other: str) -> bool:
    heard = sum(any(alike(word, language, theirs, other) for theirs in run) for word in words)
    return 2 * heard > len(words)


def _without_lone_letters(run: tuple[Token, ...], text: str) -> tuple[Token, ...]:
    """The words without those of one letter that are no initials: an English article, a Russian preposition."""
    return tuple(w for w in run if len(w.low) > 1 or text[w.span.end : w.span.end + 1] == ".")


def _initial(before: Token, word: Token, text: str) -> bool:
    """Whether an initial with its full stop stands before the word."""
    return len(before.low) == 1 and text[before.span.end : word.span.start].strip(" \u00a0") == "."


def _is_latin_text(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return 2 * sum(is_latin(char) for char in letters) > len(letters)


def _sentence(piece: Piece) -> Span:
    """The sentence of a paragraph at which something is missing: its first."""
    return piece.sentences[0] if piece.sentences else Span(0, len(piece.text))
