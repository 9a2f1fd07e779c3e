"""Names that one version has and another has not, or spells so that somebody else is meant. Start at `Names`.

Two kinds of names are told: those that somebody knows (the draft's facts and the register say what each is called in
every language), and those that only look like names: capitals that open no sentence and are no common word of the
language. The second are known again in another language by how they sound.
"""

from collections.abc import Iterator, Mapping, Sequence

from pressdesk.model.findings import Elsewhere, Severity
from pressdesk.proof.agreement.align import Row
from pressdesk.proof.agreement.deeds import deeds
from pressdesk.proof.agreement.found import Difference
from pressdesk.proof.agreement.lexicon import Scans, table, tokens
from pressdesk.proof.agreement.owners import owners
from pressdesk.proof.agreement.participants import participants
from pressdesk.proof.agreement.sounds import alike, is_latin
from pressdesk.proof.agreement.spelling import Spelling
from pressdesk.proof.agreement.spotting import SHORTEST, Common, Known, Name, Spotted
from pressdesk.proof.agreement.strays import strays
from pressdesk.proof.agreement.swaps import Sighting, swaps
from pressdesk.proof.agreement.versions import Version
from pressdesk.proof.style.text import Piece
from pressdesk.text.spans import Span

NAME, ORGANISATION = "name", "organisation"


class Names:
    """The names of some versions."""

    def __init__(self, versions: Sequence[Version], known: Known, common: Common) -> None:
        self._versions, self._known = versions, known
        self._spotted = Spotted(versions, known, common)

    def differences(self, rows: Sequence[Row]) -> Iterator[Difference]:
        """Every difference in names, each told once at each place."""
        spelling = Spelling(self._spotted)
        yield from spelling.against_facts()
        told: set[tuple[int, str]] = set()
        for row in rows:
            for swap in swaps(row, self._versions, self._spotted.places, like=self._spotted.like):
                at = swap.odd
                told |= {(swap.version, at.mention.thing), (swap.version, swap.instead)}
                yield Difference(NAME, "name", swap.version, at.piece, at.mention.span, swap.elsewhere)
        sorts: tuple[tuple[Scans, str], ...] = (
            (self._known.people, NAME), (self._spotted.places, NAME), (self._known.organisations, ORGANISATION),
        )  # fmt: skip
        for lexicon, rule in sorts:
            yield from self._known_names(rows, lexicon, rule, told)
        yield from spelling.in_latin(rows)
        for row in rows:
            yield from participants(row, self._spotted)
            yield from deeds(row, self._spotted)
            yield from owners(row, self._spotted)
        yield from self._other_names(rows)
        yield from self._strays(rows)

    # --- names that somebody knows -----------------------------------------------------------------------------

    def _known_names(
        self, rows: Sequence[Row], lexicon: Scans, rule: str, told: set[tuple[int, str]]
    ) -> Iterator[Difference]:
        seen = [
            {m.thing: Sighting(p, m) for p in reversed(v.pieces) for m in reversed(lexicon.scan(p.text, v.language))}
            for v in self._versions
        ]
        for thing in dict.fromkeys(t for own in seen for t in own):
            having = [n for n, own in enumerate(seen) if thing in own]
            lacking = [n for n, own in enumerate(seen) if thing not in own and not self._by_sound(thing, n, seen)]
            if lexicon is self._spotted.places:
                lacking = [n for n in lacking if not self._spotted.foreign(thing, n)]
            if rule == ORGANISATION:
                at = seen[having[0]][thing]
                lacking = [n for n in lacking if not self._called_otherwise(rows, n, having[0], at)]
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
                return bool(words) and self._spotted.heard(words, self._versions[n].language, number)
        return False

    def _called_otherwise(self, rows: Sequence[Row], number: int, other: int, at: Sighting) -> bool:
        """Whether a version names a body of the same kind in its paragraph («МИД», "the Foreign Ministry")."""
        kinds = table("bodies", "near").lexicon
        meant = {m.thing for m in kinds.scan(at.mention.text, self._versions[other].language)}
        part = self._answer(rows, number, other, at.piece)
        return any(m.thing in meant for p in part for m in kinds.scan(p.text, self._versions[number].language))

    def _missing(
        self, rows: Sequence[Row], number: int, other: int, piece: Piece, rule: str,
        places: tuple[Elsewhere, ...], thing: str,
    ) -> Difference:  # fmt: skip
        """That a version lacks a name: told at a name of that paragraph that nobody else has, else at the paragraph."""
        part = self._answer(rows, number, other, piece)
        shown = self._known.shown.get(thing, {}).get(self._versions[number].language, "")
        for name in (name for p in part for name in self._spotted.looking[number].get(id(p), ())):
            if not any(self._spotted.has(name, number, n) for n in range(len(self._versions)) if n != number):
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

    def _other_names(self, rows: Sequence[Row]) -> Iterator[Difference]:
        count = len(self._versions)
        told: set[tuple[int, str]] = set()
        for row in rows:
            alone = {n: self._alone(n, part) for n, part in enumerate(row.parts) if part}
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

    def _strays(self, rows: Sequence[Row]) -> Iterator[Difference]:
        """Single names of one version alone, each told once, as a warning."""
        told: set[tuple[int, str]] = set()
        for row in rows:
            here = [n for n, part in enumerate(row.parts) if part]
            for n in here if len(here) > 1 else ():
                for piece, span in strays(row, n, self._spotted):
                    if (n, span.of(piece.text)) not in told:
                        told.add((n, span.of(piece.text)))
                        gaps = tuple(self._versions[m].lacking(row.parts[m][-1]) for m in here if m != n)
                        yield Difference(NAME, "name-alone", n, piece, span, gaps, weight=Severity.WARNING)

    def _alone(self, number: int, part: Sequence[Piece]) -> list[Name]:
        """What looks like a name in a paragraph of a version and no other version has."""
        others = [n for n, version in enumerate(self._versions) if n != number and version.pieces]
        names = (name for p in part for name in self._spotted.looking[number][id(p)])
        return [name for name in names if not any(self._spotted.has(name, number, n) for n in others)]

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
            for name in (name for p in row.parts[n] for name in self._spotted.looking[n][id(p)]):
                if self._spotted.has(name, n, number):
                    continue
                if not all(self._named_in(row, name, n, m) for m in others if m != n):
                    continue
                if not any(self._sames(name, n, other, m) for m, other in found):
                    found.append((n, name))
        return found

    def _named_in(self, row: Row, name: Name, own: int, number: int) -> bool:
        """Whether a version has the name in its paragraph of the row, as something that looks like a name."""
        theirs = (other for p in row.parts[number] for other in self._spotted.looking[number][id(p)])
        whole = self._spotted.has(name, own, number)  # not a family name alone, which somebody else may bear
        return whole and any(self._sames(name, own, other, number) for other in theirs)

    def _sames(self, one: Name, n: int, other: Name, m: int) -> bool:
        """Whether two names are one: most words of the shorter sound like one of the longer."""
        if len(one.telling) > len(other.telling):
            return self._sames(other, m, one, n)
        a, b = self._versions[n].language, self._versions[m].language
        heard = sum(any(alike(x.low, a, y.low, b) for y in other.telling) for x in one.telling)
        return 2 * heard > len(one.telling)


def _sentence(piece: Piece) -> Span:
    """The sentence of a paragraph at which something is missing: its first."""
    return piece.sentences[0] if piece.sentences else Span(0, len(piece.text))
