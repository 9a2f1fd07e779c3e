"""Topics: another one, one that a list lacks, and lists in another order. Start at `topics`.

What counts as a topic is in terms.tsv. A list that lacks one is told of only where nothing stands in its place that may
be another word for it: for what a table does not know is no difference.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from pressdesk.model.findings import Elsewhere
from pressdesk.proof.agreement.align import Row
from pressdesk.proof.agreement.found import Difference
from pressdesk.proof.agreement.lexicon import Mention, table, tokens
from pressdesk.proof.agreement.swaps import swaps
from pressdesk.proof.agreement.versions import Version
from pressdesk.proof.style.text import Piece
from pressdesk.text.spans import Span

CHUNK = 7  # words between two commas; a longer piece of a sentence is no item of a list
BARE = 2  # words beside the first or the last topic of a list, from which the comma beyond them is none of the list
ORDERED = 3  # topics from which an order is one: of two, languages choose their own («comércio e economia»)
_COMMA = re.compile(r"[,;]")
_BREAK = re.compile(r"[()\[\]:–—]|\s-\s")
"""A list does not go on beyond brackets, a dash or a colon."""
_HYPHEN = re.compile("[-\u2010\u2011]")


@dataclass(frozen=True, slots=True)
class Item:
    """What stands between two commas of a list: its topics, none where the table knows none."""

    topics: tuple[Mention, ...]


@dataclass(frozen=True)
class Listing:
    """A list of topics within a sentence.

    Attributes:
        piece, language: its paragraph.
        items: what stands between its commas, from the first topic to the last.
        before, after: whether a comma stands before or behind it, so that it may be longer than it seems.
    """

    piece: Piece
    language: str
    items: tuple[Item, ...]
    before: bool
    after: bool

    @property
    def topics(self) -> tuple[Mention, ...]:
        """Its topics in order, each once."""
        found = {mention.thing: mention for item in reversed(self.items) for mention in reversed(item.topics)}
        return tuple(sorted(found.values(), key=lambda mention: mention.span))

    @property
    def things(self) -> tuple[str, ...]:
        """The ids of its topics in order."""
        return tuple(mention.thing for mention in self.topics)

    @property
    def unknown(self) -> int:
        """How many of its items hold no topic that the table knows."""
        return sum(not item.topics for item in self.items)


def topics(row: Row, versions: Sequence[Version]) -> Iterator[Difference]:
    """Topics that a version has otherwise than the others, in a row."""
    lexicon = table("terms").lexicon
    swapped: set[tuple[int, str]] = set()
    for swap in swaps(row, versions, lexicon):
        swapped |= {(swap.version, swap.instead), (swap.version, swap.odd.mention.thing)}
        yield Difference("topic", "topic", swap.version, swap.odd.piece, swap.odd.mention.span, swap.elsewhere)
    lists = [
        [listing for piece in part for listing in listings(piece, version.language)]
        for part, version in zip(row.parts, versions, strict=True)
    ]
    things = [
        {m.thing for piece in part for m in lexicon.scan(piece.text, version.language)}
        for part, version in zip(row.parts, versions, strict=True)
    ]
    here = [number for number, part in enumerate(row.parts) if part]
    if len(here) > 1:
        yield from _missing(versions, lists, things, here, swapped)
        yield from _extra(versions, lists, things, here, swapped)
        yield from _order(versions, lists, here)


def _missing(
    versions: Sequence[Version], lists: list[list[Listing]], things: list[set[str]], here: list[int],
    swapped: set[tuple[int, str]],
) -> Iterator[Difference]:  # fmt: skip
    told: set[tuple[int, str]] = set()
    for number in here:
        others = [n for n in here if n != number]
        for other in others:
            for theirs in lists[other]:
                lost = [m for m in theirs.topics if m.thing not in things[number]]
                kept = [m for m in theirs.topics if m.thing in things[number]]
                if not lost or not kept or len(lost) > len(kept):
                    continue
                mine = _answer(lists[number], {m.thing for m in kept})
                for mention in lost:
                    thing = mention.thing
                    having = [n for n in others if thing in things[n]]
                    if (number, thing) in told | swapped or 2 * len(having) <= len(others):
                        continue
                    if mine is None or _has_gap(mine.piece) or not _shorter(mine, theirs, sure=len(having) > 1):
                        continue
                    if table("terms").lexicon.misspelt(thing, _whole(mine).of(mine.piece.text), mine.language):
                        continue  # the spell check tells of it
                    told.add((number, thing))
                    places = tuple(p for n in having for p in _places(versions[n], lists[n], thing))
                    span = Span(mine.topics[0].span.start, mine.topics[-1].span.end)
                    fill = {"count": len(mine.topics), "count_other": len(theirs.topics)}
                    yield Difference("topic", "topic-missing", number, mine.piece, span, places, fill)


def _extra(
    versions: Sequence[Version], lists: list[list[Listing]], things: list[set[str]], here: list[int],
    swapped: set[tuple[int, str]],
) -> Iterator[Difference]:  # fmt: skip
    """A topic that one version adds to a list which is the same in two others or more."""
    for number in here if len(here) > 2 else ():
        others = [n for n in here if n != number]
        for mine in lists[number]:
            for (mention,) in (item.topics for item in mine.items if len(item.topics) == 1):
                if (number, mention.thing) in swapped or any(mention.thing in things[n] for n in others):
                    continue
                answers = [_answer(lists[n], set(mine.things)) for n in others]
                rest = set(mine.things) - {mention.thing}
                known = [a for a in answers if a is not None and _is_rest(a, rest, mine)]
                if len(known) == len(others):
                    gaps = tuple(versions[n].place(a.piece, _whole(a)) for n, a in zip(others, known, strict=True))
                    yield Difference("topic", "figure-extra", number, mine.piece, mention.span, gaps)


def _is_rest(listing: Listing, things: set[str], longer: Listing) -> bool:
    """Whether a list holds these topics and no more, in one item less than another."""
    same = set(listing.things) == things and not listing.unknown and not _has_gap(listing.piece)
    return same and len(listing.items) + 1 == len(longer.items)


def _has_gap(piece: Piece) -> bool:
    """Whether a fact is missing there, which is told by itself: the list may be longer than it seems."""
    return any(not span.of(piece.text)[:1].isalnum() for span in piece.foreign)


def _shorter(mine: Listing, theirs: Listing, *, sure: bool) -> bool:
    """Whether the list has room for fewer things: no item of it can be the missing one by another name."""
    if mine.unknown:
        return False
    longest = len(mine.items) + (0 if sure else mine.before + mine.after)
    return longest < len(theirs.items)


def _answer(lists: Sequence[Listing], things: set[str]) -> Listing | None:
    """The list that has the most of these topics."""
    best = max(lists, key=lambda listing: len(things & set(listing.things)), default=None)
    return best if best is not None and things & set(best.things) else None


def _places(version: Version, lists: Sequence[Listing], thing: str) -> Iterator[Elsewhere]:
    for listing in lists:
        for mention in listing.topics:
            if mention.thing == thing:
                yield version.place(listing.piece, mention.span)
                return


def _order(versions: Sequence[Version], lists: list[list[Listing]], here: list[int]) -> Iterator[Difference]:
    for number in here:
        for mine in lists[number]:
            answers = [(n, a) for n in here if n != number if (a := _answer(lists[n], set(mine.things))) is not None]
            answers = [(n, a) for n, a in answers if len(set(a.things) & set(mine.things)) >= ORDERED]
            apart = [(n, a) for n, a in answers if _moved(mine, a) is not None]
            if not apart or 2 * len(apart) <= len(answers):
                continue
            moved = _moved(mine, apart[0][1])
            span = Span(mine.topics[0].span.start, mine.topics[-1].span.end)
            if moved is not None:
                places = tuple(versions[n].place(a.piece, _whole(a)) for n, a in apart)
                yield Difference("order", "order", number, mine.piece, span, places, {"item": moved.text})


def _whole(listing: Listing) -> Span:
    return Span(listing.topics[0].span.start, listing.topics[-1].span.end)


def _moved(one: Listing, other: Listing) -> Mention | None:
    """A topic that stands elsewhere in the other list; those that a hyphen joins may change places."""
    common = [m for m in one.topics if m.thing in other.things]
    place = {thing: index for index, thing in enumerate(other.things)}
    for first, second in pairwise(common):
        if place[first.thing] > place[second.thing] and not (
            _coupled(one, first, second) or _coupled_in(other, first, second)
        ):
            return second
    return None


def _coupled(listing: Listing, first: Mention, second: Mention) -> bool:
    """Whether they are one item, or two adjectives of one («económica e comercial»): nothing stands between them but a
    hyphen or a joining word, and the list goes on behind them, whose last "and" it is therefore not."""
    a, b = sorted((first.span, second.span))
    between = listing.piece.text[a.end : b.start].strip()
    if _HYPHEN.fullmatch(between) or any({first.thing, second.thing} <= _things(item) for item in listing.items):
        return True
    joined = between and table("joins").lexicon.whole(between, listing.language)
    return bool(joined) and listing.topics[-1].span.start > b.start


def _things(item: Item) -> set[str]:
    return {mention.thing for mention in item.topics}


def _coupled_in(listing: Listing, first: Mention, second: Mention) -> bool:
    found = {mention.thing: mention for mention in listing.topics}
    return _coupled(listing, found[first.thing], found[second.thing])


def listings(piece: Piece, language: str) -> tuple[Listing, ...]:
    """The lists of topics in a paragraph: two or more, with commas or "and" between them."""
    return tuple(Listing(piece, language, *listing) for listing in _listings(piece.text, language, piece.sentences))


@lru_cache(maxsize=2_000)
def _listings(text: str, language: str, sentences: tuple[Span, ...]) -> tuple[tuple[tuple[Item, ...], bool, bool], ...]:
    mentions = table("terms").lexicon.scan(text, language)
    found = []
    for sentence in _parted(text, sentences):
        chunks = _chunks(text, sentence, language)
        told = [tuple(m for m in mentions if c.start <= m.span.start < c.end) for c in chunks]
        at = 0
        while at < len(chunks):
            end = at + 1
            if told[at]:
                while end < len(chunks) and _goes_on(text, chunks, told, at, end):
                    end += 1
                if sum(len(some) for some in told[at:end]) > 1:
                    items = tuple(Item(some) for some in told[at:end])
                    before = at > 0 and _words_of(text, chunks[at].start, told[at][0].span.start) <= BARE
                    after = end < len(chunks) and _words_of(text, _end(told[end - 1]), chunks[end - 1].end) <= BARE
                    found.append((items, before, after))
            at = end
    return tuple(found)


def _words_of(text: str, start: int, end: int) -> int:
    return len(tokens(text[start:end]))


def _end(told: Sequence[Mention]) -> int:
    return told[-1].span.end if told else 0


def _parted(text: str, sentences: Sequence[Span]) -> Iterator[Span]:
    for sentence in sentences:
        start = sentence.start
        for match in _BREAK.finditer(text, sentence.start, sentence.end):
            yield Span(start, match.start())
            start = match.end()
        yield Span(start, sentence.end)


def _goes_on(text: str, chunks: Sequence[Span], told: Sequence[tuple[Mention, ...]], first: int, at: int) -> bool:
    """Whether the list takes in one more piece: a known one, or a short one with a known one behind it. Only the first
    and the last of them may be long, for the sentence begins and ends there."""
    if at - 1 > first and len(tokens(chunks[at - 1].of(text))) > CHUNK:
        return False
    if told[at]:
        return True
    return at + 1 < len(chunks) and bool(told[at + 1]) and len(tokens(chunks[at].of(text))) <= CHUNK


def _chunks(text: str, sentence: Span, language: str) -> tuple[Span, ...]:
    """The pieces of a sentence between its commas and joining words."""
    joins = table("joins").lexicon.scan(text, language)
    cuts = [m.span for m in joins if sentence.start <= m.span.start < sentence.end]
    cuts += [Span(m.start(), m.end()) for m in _COMMA.finditer(text, sentence.start, sentence.end)]
    found, start = [], sentence.start
    for cut in sorted(cuts):
        if cut.start > start and text[start : cut.start].strip():
            found.append(Span(start, cut.start))
        start = max(start, cut.end)
    if text[start : sentence.end].strip():
        found.append(Span(start, sentence.end))
    return tuple(found)
