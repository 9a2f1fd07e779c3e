"""Who did what to whom: the mayor invited the ambassador in one version, the ambassador the mayor in another. Start at
`deeds`.

The verbs are in deeds.tsv. In languages with cases the ends of the words say who does it (case_roles.tsv), in others
their order. Only what is certain is compared: one deed of a kind in the row, one reading of who and to whom; and only
the same two people the other way round are a difference.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from pressdesk import data
from pressdesk.grammar.table import read_table
from pressdesk.proof.agreement.align import Row
from pressdesk.proof.agreement.found import Difference
from pressdesk.proof.agreement.lexicon import TONGUES, Lexicon, Mention, table, tokens
from pressdesk.proof.agreement.sounds import alike
from pressdesk.proof.agreement.spotting import SHORTEST, Spotted
from pressdesk.proof.style.text import Piece
from pressdesk.text.spans import Span

AGENT, BY, PASSIVE, POST, NAME, OTHERWISE = "agent", "by", "passive", "post", "name", "-"
ONE = 5  # words between a post and the name of who holds it: Ambassador of the Republic of Kazakhstan to Portugal, …
BEHIND = 2  # words between a verb and whom it is about, where the order says it: "invited the new Ambassador"
BEFORE = 8  # words between who does it and the verb


@dataclass(frozen=True, slots=True)
class _Deed:
    """A row of deeds.tsv; `to` is the role of the other person."""

    id: str
    voice: str
    to: str


@dataclass(frozen=True, slots=True)
class _Somebody:
    """A person in a sentence: posts and known people by their ids, names by their words; what part the ends allow."""

    span: Span
    things: frozenset[str]
    words: tuple[str, ...]
    roles: frozenset[str]

    def joined(self, other: "_Somebody") -> "_Somebody":
        """A post with the name of who holds it; where their ends say different things, the last one's counts."""
        span = Span(self.span.start, other.span.end)
        roles = self.roles & other.roles or other.roles
        return _Somebody(span, self.things | other.things, (*self.words, *other.words), roles)


@dataclass(frozen=True, slots=True)
class _Done:
    """A deed that is certain: where, by whom and to whom."""

    piece: Piece
    span: Span
    who: _Somebody
    whom: _Somebody


@cache
def _known() -> tuple[Lexicon, Mapping[str, _Deed]]:
    lexicon, by_id = Lexicon(), {}
    columns = ("id", "voice", "to", *TONGUES, "example", "source")
    for number, row in enumerate(read_table(data.resources("agreement", "deeds.tsv"), columns, ("id", "voice", "to"))):
        by_id[str(number)] = _Deed(row["id"], row["voice"], row["to"])
        for tag in TONGUES:
            for form in row[tag].split(";"):
                lexicon.add(str(number), tag, form.strip())
    return lexicon, by_id


@cache
def _endings() -> Mapping[tuple[str, str], Mapping[str, frozenset[str]]]:
    """What each ending of a language allows, for posts and for names."""
    found: dict[tuple[str, str], dict[str, frozenset[str]]] = {}
    columns = ("language", "sort", "endings", "roles", "example", "source")
    for row in read_table(data.resources("agreement", "case_roles.tsv"), columns, columns):
        for ending in row["endings"].split(";"):
            own = found.setdefault((row["language"], row["sort"]), {})
            own[ending.strip()] = frozenset(row["roles"].split())
    return found


def has_cases(language: str, sort: str) -> bool:
    """Whether the ends of such words say something in a language."""
    return (language, sort) in _endings()


def deeds(row: Row, spotted: Spotted) -> Iterator[Difference]:
    """Deeds of a row that a version tells the other way round than others.

    With three versions or more the fewer are told of it; with two, or as many on either side, both.
    """
    done = [
        _only_ones(one for piece in part for one in _of(piece, number, spotted))
        for number, part in enumerate(row.parts)
    ]
    for deed in dict.fromkeys(deed for own in done for deed in own):
        told = [(n, own[deed]) for n, own in enumerate(done) if deed in own]
        for n, mine in told:
            against = [(m, other) for m, other in told if m != n and _turned(mine, n, other, m, spotted)]
            with_it = [m for m, other in told if m != n and not _turned(mine, n, other, m, spotted)]
            if against and len(with_it) + 1 <= len(against):
                places = tuple(spotted.versions[m].place(other.piece, other.span) for m, other in against)
                yield Difference("role", "role", n, mine.piece, mine.span, places)


def _only_ones(done: Iterator[tuple[str, _Done]]) -> dict[str, _Done]:
    """The deeds that a version tells once."""
    found: dict[str, list[_Done]] = {}
    for deed, one in done:
        found.setdefault(deed, []).append(one)
    return {deed: some[0] for deed, some in found.items() if len(some) == 1}


def _turned(one: _Done, n: int, other: _Done, m: int, spotted: Spotted) -> bool:
    tags = spotted.versions[n].language, spotted.versions[m].language
    crossed = _same(one.who, other.whom, *tags) and _same(one.whom, other.who, *tags)
    return crossed and not _same(one.who, other.who, *tags) and not _same(one.whom, other.whom, *tags)


def _same(one: _Somebody, other: _Somebody, language: str, its: str) -> bool:
    if one.things & other.things:
        return True
    return any(alike(a, language, b, its) for a in one.words for b in other.words)


def _of(piece: Piece, number: int, spotted: Spotted) -> Iterator[tuple[str, _Done]]:
    lexicon, by_id = _known()
    language = spotted.versions[number].language
    verbs = lexicon.scan(piece.text, language)
    people = _people(piece, number, spotted) if verbs else []
    for verb in verbs if len(people) > 1 else ():
        deed = by_id[verb.thing]
        if has_cases(language, POST):
            pair = _by_case(piece, verb, deed, people)
        else:
            pair = _by_order(piece.text, language, verb, [p for p in people if _in_sentence(piece, verb, p)], verbs)
        if pair is not None:
            who, whom = pair[::-1] if deed.voice == PASSIVE and not has_cases(language, POST) else pair
            yield deed.id, _Done(piece, verb.span, who, whom)


def _in_sentence(piece: Piece, verb: Mention, somebody: _Somebody) -> bool:
    whole = next((s for s in piece.sentences if s.start <= verb.span.start < s.end), Span(0, len(piece.text)))
    return whole.start <= somebody.span.start and somebody.span.end <= whole.end


def _by_case(
    piece: Piece, verb: Mention, deed: _Deed, people: Sequence[_Somebody]
) -> tuple[_Somebody, _Somebody] | None:
    """Who and whom, where the ends of the words leave one reading: in the part between commas, else in the sentence."""
    roles = (BY, AGENT) if deed.voice == PASSIVE else (AGENT, deed.to)
    start = piece.text.rfind(",", 0, verb.span.start) + 1
    end = piece.text.find(",", verb.span.end) % (len(piece.text) + 1)
    here = [p for p in people if _in_sentence(piece, verb, p) and not p.span.overlaps(verb.span)]
    for scope in ([p for p in here if start <= p.span.start and p.span.end <= end], here):
        pairs = [
            (who, whom) for who in scope for whom in scope
            if who is not whom and not who.things & whom.things and roles[0] in who.roles and roles[1] in whom.roles
        ]  # fmt: skip
        if len(pairs) == 1:
            return pairs[0]
        if pairs:
            return None
    return None


def _by_order(
    text: str, language: str, verb: Mention, people: Sequence[_Somebody], verbs: Sequence[Mention]
) -> tuple[_Somebody, _Somebody] | None:
    """Who stands nearest before the verb and who directly behind it, or behind a word of marks.tsv."""
    before = [p for p in people if p.span.end <= verb.span.start]
    behind = [p for p in people if p.span.start >= verb.span.end]
    if not before or not behind:
        return None
    who = before[-1]
    gap = Span(who.span.end, verb.span.start)
    if len(tokens(gap.of(text))) > BEFORE or any(v is not verb and v.span.overlaps(gap) for v in verbs):
        return None
    marks = [m.span.end for m in table("marks").lexicon.scan(text, language)]
    first = behind[0]
    if len(tokens(text[verb.span.end : first.span.start])) <= BEHIND:
        return who, first
    whom = next((p for p in behind if any(_follows(text, end, p) for end in marks)), None)
    return None if whom is None else (who, whom)


def _follows(text: str, end: int, somebody: _Somebody) -> bool:
    """Whether somebody stands behind a mark's end, with an article between them at most."""
    return somebody.span.start >= end and len(tokens(text[end : somebody.span.start])) <= 1


def _people(piece: Piece, number: int, spotted: Spotted) -> list[_Somebody]:
    """The people of a paragraph, each post with the name of who holds it."""
    language, text = spotted.versions[number].language, piece.text
    found = [
        _Somebody(m.span, frozenset({f"post {m.thing}"}), (), roles_of(m.text, language, POST))
        for m in table("posts", "near").lexicon.scan(text, language)
    ]
    found += [
        _Somebody(m.span, frozenset({m.thing}), (), roles_of(m.text, language, NAME))
        for m in spotted.known.people.scan(text, language)
    ]
    found += [
        _Somebody(name.span, frozenset(), tuple(w.low for w in name.telling), roles_of(name.text, language, NAME))
        for name in spotted.looking[number].get(id(piece), ())
        if len(name.telling[0].low) >= SHORTEST
    ]
    found.sort(key=lambda somebody: somebody.span)
    joined: list[_Somebody] = found[:1]
    for _, somebody in pairwise(found):
        last = joined[-1]
        if _is_post(last) and not _is_post(somebody) and _holds(text, language, last, somebody):
            joined[-1] = last.joined(somebody)
        else:
            joined.append(somebody)
    return joined


def _is_post(somebody: _Somebody) -> bool:
    return not somebody.words and all(thing.startswith(POST) for thing in somebody.things)


def _holds(text: str, language: str, post: _Somebody, name: _Somebody) -> bool:
    """Whether nothing stands between a post and a name but what the post is of; nothing at all where their ends say
    different things, as in a language that declines the last word alone."""
    between = Span(post.span.end, name.span.start)
    verbs, joins = _known()[0].scan(text, language), table("joins").lexicon.scan(text, language)
    parted = any(m.span.overlaps(between) for m in (*verbs, *joins))
    most = ONE if post.roles & name.roles or not name.roles else 0
    return not parted and len(tokens(between.of(text))) <= most and not set(between.of(text)) & set(".;:!?")


@lru_cache(maxsize=8_000)
def roles_of(text: str, language: str, sort: str) -> frozenset[str]:
    """What part the ends of a post's or a name's words allow; of a name all its words', else the last one's."""
    endings = _endings().get((language, sort), {})
    words = [word.low for word in tokens(text) if len(word.low) > 1]
    each = [_roles_of(word, endings) for word in words]
    if not each:
        return frozenset()
    common = frozenset.intersection(*each)
    return common or (each[0] if sort == POST else each[-1])


def _roles_of(word: str, endings: Mapping[str, frozenset[str]]) -> frozenset[str]:
    fitting = [ending for ending in endings if ending != OTHERWISE and word.endswith(ending)]
    return endings.get(max(fitting, key=len) if fitting else OTHERWISE, frozenset())
