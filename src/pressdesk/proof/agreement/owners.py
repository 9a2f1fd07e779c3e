"""Whose minister: a post that is one country's in one version and another's in the other. Start at `owners`.

The country stands in the genitive before the post in Kazakh (case_roles.tsv, sort "place"), behind it in the others,
where no word of away.tsv («в», "to", «em») stands before it. Two countries that change places are
named in both versions, so that no list of names tells of it.
"""

from collections.abc import Iterator, Sequence

from pressdesk.proof.agreement.align import Row
from pressdesk.proof.agreement.deeds import has_cases, roles_of
from pressdesk.proof.agreement.found import Difference
from pressdesk.proof.agreement.lexicon import Mention, table, tokens
from pressdesk.proof.agreement.spotting import Spotted
from pressdesk.proof.agreement.swaps import Sighting
from pressdesk.text.spans import Span

PLACE, OWNER, AWAY = "place", "owner", "away"
NEAR = 5  # words between a post and its country: Minister of Foreign Affairs of Salvania


def owners(row: Row, spotted: Spotted) -> Iterator[Difference]:
    """Posts of a row that are of another country than in other versions, which name that country too.

    With three versions or more the fewer are told of it; with two, or as many on either side, both.
    """
    here = [number for number, part in enumerate(row.parts) if part]
    owned = {n: _owned(row, n, spotted) for n in here}
    lands = {n: {m.thing for p in row.parts[n] for m in _lands(p.text, n, spotted)} for n in here}
    for post in dict.fromkeys(post for own in owned.values() for post in own):
        told = [(n, owned[n][post]) for n in here if len({land for land, _ in owned[n].get(post, ())}) == 1]
        for n, mine in told:
            land, at = mine[0]
            against = [(m, own[0]) for m, own in told if own[0][0] != land and {land, own[0][0]} <= lands[n] & lands[m]]
            same = [m for m, own in told if m != n and own[0][0] == land]
            if against and len(same) + 1 <= len(against):
                places = tuple(spotted.versions[m].place(x.piece, x.mention.span) for m, (_, x) in against)
                yield Difference("name", "name", n, at.piece, at.mention.span, places)


def _lands(text: str, number: int, spotted: Spotted) -> list[Mention]:
    language = spotted.versions[number].language
    return [m for m in spotted.places.scan(text, language) if m.thing in spotted.known.lands]


def _owned(row: Row, number: int, spotted: Spotted) -> dict[str, list[tuple[str, Sighting]]]:
    """The countries of each post, with where they are named."""
    language, found = spotted.versions[number].language, dict[str, list[tuple[str, Sighting]]]()
    for piece in row.parts[number]:
        lands = _lands(piece.text, number, spotted)
        posts = table("posts", "near").lexicon.scan(piece.text, language) if lands else ()
        for post in posts:
            owner = next((land for land in lands if _owns(piece.text, language, land, post, posts)), None)
            if owner is not None:
                found.setdefault(post.thing, []).append((owner.thing, Sighting(piece, owner)))
    return found


def _owns(text: str, language: str, land: Mention, post: Mention, posts: Sequence[Mention]) -> bool:
    before = land.span.end <= post.span.start
    genitive = has_cases(language, PLACE)
    if before != genitive or not (before or land.span.start >= post.span.end):
        return False
    between = Span(land.span.end, post.span.start) if before else Span(post.span.end, land.span.start)
    words = tokens(between.of(text))
    if len(words) > NEAR or set(between.of(text)) & set(",.;:") or any(m.span.overlaps(between) for m in posts):
        return False
    if genitive:
        theirs = any(AWAY in roles_of(word.text, language, PLACE) for word in words)
        return not theirs and OWNER in roles_of(land.text, language, PLACE)
    return not table("away").lexicon.scan(between.of(text), language)
