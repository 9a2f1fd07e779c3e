"""Names that one version has and another has not, or spells so that somebody else is meant. Start at `names`.

Two kinds of names are told: those that somebody knows (the draft's facts and the register say what each is called in
every language), and those that only look like names: capitals that open no sentence and are no common word of the
language. The second are known again in another language by how they sound.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pressdesk.model.findings import Elsewhere, Severity
from pressdesk.model.release import BlockKind
from pressdesk.proof.agreement.align import Row
from pressdesk.proof.agreement.found import Difference
from pressdesk.proof.agreement.lexicon import Lexicon, Token, table, tokens
from pressdesk.proof.agreement.reading import mentions
from pressdesk.proof.agreement.sounds import alike, is_latin
from pressdesk.proof.agreement.swaps import Sighting, swaps
from pressdesk.proof.agreement.versions import Version
from pressdesk.proof.style.text import Piece
from pressdesk.text.spans import Span

LEAST_SURE = 2  # words of a name that is told for certain by its capitals alone
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
        self._capitals = [[t for p in v.pieces for t in tokens(p.text) if t.capital] for v in versions]
        self._looking = [{id(piece): tuple(self._names(piece, v.language)) for piece in v.pieces} for v in versions]
        self._met: dict[tuple[str, str, int], bool] = {}

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
        """Whether a version has the name in another form than the known one, by how it sounds."""
        for n, own in enumerate(seen):
            if thing in own:
                words = [t for t in tokens(own[thing].mention.text) if len(t.low) >= SHORTEST]
                return bool(words) and all(self._heard(w, self._versions[n].language, number) for w in words)
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

    def _heard(self, word: Token, language: str, number: int) -> bool:
        """Whether a version has a capitalised word that sounds like this one."""
        key = (word.low, language, number)
        if key not in self._met:
            other = self._versions[number].language
            self._met[key] = any(alike(word.low, language, t.low, other) for t in self._capitals[number])
        return self._met[key]

    def _has(self, name: Name, own: int, number: int) -> bool:
        """Whether a version has a name of another: most of its words, in whatever order."""
        language = self._versions[own].language
        heard = [self._heard(word, language, number) for word in name.telling]
        return 2 * sum(heard) > len(heard)

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
        """Names that sound like one of the draft's or the user's own and are written in another way."""
        for number, version in enumerate(self._versions):
            for name in (name for names in self._looking[number].values() for name in names):
                for thing in sorted(self._known.own):
                    shown = self._known.shown.get(thing, {}).get(version.language, "")
                    meant = [t for t in tokens(shown) if len(t.low) > 1]
                    if len(meant) < LEAST_SURE or len(name.telling) != len(meant):
                        continue
                    if all(
                        alike(w.low, version.language, m.low, version.language)
                        for w, m in zip(name.telling, meant, strict=True)
                    ):
                        put = shown if is_latin(shown) else ""
                        fill = {"shown": shown}
                        yield Difference(
                            "name", "name-facts", number, name.piece, name.span, (), fill, put, Severity.WARNING
                        )
                        break


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
