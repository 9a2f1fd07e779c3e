"""Checks that look at the text as a whole: one way of writing, who is named how, what stands where.

They know no word of any language: posts, forms of dates and what a name looks like are parameters of the rules.
"""

import re
from collections.abc import Iterator

from pressdesk.model.release import BlockKind
from pressdesk.proof.style.hits import Hit, Text, looked_at
from pressdesk.proof.style.literals import may_match
from pressdesk.proof.style.rules import Rule
from pressdesk.proof.style.states import is_state, official
from pressdesk.proof.style.text import Piece
from pressdesk.text.spans import Span

LONGEST_ENDING = 5  # letters of a case on a family name
LEAST_STEM = 3
RUNNING = frozenset((BlockKind.LEAD, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM))
CAPITAL_WORD = re.compile(r"[^\W\d_]+(?:[-‑][^\W\d_]+)*")
TITLE_CASE_FROM = 4  # letters; shorter words are small in any headline
Found = tuple[Piece, Span]


def one_way(rule: Rule, text: Text) -> Iterator[Hit]:
    """One thing written in several of the `ways` (expressions) in one text; the rarer ones are marked.

    `outer = true` leaves alone what stands in quotation marks.
    """
    found: list[list[Found]] = []
    for way in rule.of("ways", text.language, ()):
        found.append([])
        if not may_match(way, text.lower):
            continue
        for piece in looked_at(rule, text):
            for match in re.finditer(way, piece.text):
                span = Span(*match.span("x" if "x" in match.re.groupindex else 0))
                within = (q.start < span.start and span.end < q.end for q in piece.quoted)
                if not (rule.parameters.get("outer") and any(within)):
                    found[-1].append((piece, span))
    yield from _rarer(found, text)


def _rarer(found: list[list[Found]], text: Text) -> Iterator[Hit]:
    """All but the commonest way, which of two equally common ones is the one that comes first."""
    used = [way for way in found if way]
    if len(used) < 2:
        return
    order = {id(piece): number for number, piece in enumerate(text.pieces)}
    main = min(used, key=lambda way: (-len(way), order[id(way[0][0])], way[0][1].start))
    piece, span = main[0]
    for way in used:
        if way is not main:
            yield from (Hit(where, at, other=span.of(piece.text)) for where, at in way)


def capitals(rule: Rule, text: Text) -> Iterator[Hit]:
    """A post (`posts`, expressions) before a name that is written both with a capital and small in one text.

    `name` is what follows a post that belongs to a name; `alone` what stands right before one that does not.
    """
    name, alone = rule.of("name", text.language), rule.of("alone", text.language) or r"(?!)"
    for post in rule.of("posts", text.language, ()):
        if not may_match(post, text.lower):
            continue
        find = re.compile(rf"(?<![\w-])(?i:{post})(?={name})")
        cases: dict[bool, list[Found]] = {True: [], False: []}
        for piece in text.pieces:
            if piece.kind is BlockKind.HEADLINE:
                continue
            starts: set[int] = set()
            for match in find.finditer(piece.text):
                starts = starts or {span.start for span in piece.sentences}
                opens = match.start() in starts or piece.text[match.start() - 1 : match.start()] in '«“"„'
                if not opens and not re.search(rf"(?:{alone})$", piece.before(match.start())):
                    cases[match[0][0].isupper()].append((piece, Span(*match.span())))
        for hit in _rarer(list(cases.values()), text):
            word = hit.span.of(hit.piece.text)
            yield Hit(hit.piece, hit.span, word[0].swapcase() + word[1:], other=hit.other)


def first_mention(rule: Rule, text: Text) -> Iterator[Hit]:
    """A family name that stands alone before the person is named in full.

    In a draft the facts know who is who. In other texts a full name is told by the post right before it (`posts`);
    `name` is what a part of a name looks like, `not_names` what looks so and is none.
    """
    told: set[tuple[int, Span]] = set()
    for piece, span in (*_short_in_draft(text), *_short_in_text(rule, text)):
        if (id(piece), span) not in told:
            told.add((id(piece), span))
            yield Hit(piece, span)


def _short_in_draft(text: Text) -> Iterator[Found]:
    first: dict[str, Found] = {}
    full: set[str] = set()
    for piece in text.pieces:
        for span, person in piece.people if piece.kind in RUNNING else ():
            first.setdefault(person, (piece, span))
            if len(span.of(piece.text).split()) > 1:
                full.add(person)
    for person, (piece, span) in first.items():
        if person in full and len(span.of(piece.text).split()) == 1:
            yield piece, span


def _short_in_text(rule: Rule, text: Text) -> Iterator[Found]:
    posts = [post for post in rule.of("posts", text.language, ()) if may_match(post, text.lower)]
    if not posts:
        return
    name = rule.of("name", text.language)
    full = re.compile(rf"(?<!\w)(?i:{'|'.join(posts)})[ \u00a0](?P<given>{name})[ \u00a0](?P<family>{name})(?!\w)")
    not_names = re.compile(rule.of("not_names", text.language) or r"(?!)")
    known: set[str] = set()
    for number, piece in enumerate(text.pieces):
        for match in full.finditer(piece.text) if piece.kind is not BlockKind.HEADLINE else ():
            family = match["family"]
            parts = (match["given"], family)
            if family in known or any(not_names.fullmatch(part) or is_state(part, text.language) for part in parts):
                continue
            known.add(family)
            yield from _alone_before(text.pieces[: number + 1], family, match.start(), name)


def _alone_before(pieces: tuple[Piece, ...], family: str, end: int, name: str) -> Iterator[Found]:
    stem = family[: max(LEAST_STEM, len(family) - LONGEST_ENDING // 2)] if not family.isascii() else family
    find = re.compile(rf"(?<![\w-]){re.escape(stem)}\w{{0,{LONGEST_ENDING}}}(?![\w-])")
    before = re.compile(rf"(?:{name}|\w\.)[ \u00a0]?$")
    for piece in pieces:
        last = piece is pieces[-1]
        for match in find.finditer(piece.text, 0, end if last else len(piece.text)):
            if piece.kind in RUNNING and not before.search(piece.before(match.start())):
                yield piece, Span(*match.span())
                return


def official_names(rule: Rule, text: Text) -> Iterator[Hit]:
    """A state's official name that stands again, or after its short one; `own` are states (register ids) left alone.

    A longer name that goes on (of a ministry, an embassy) is left alone too.
    """
    own = frozenset(rule.parameters.get("own", ()))
    names = official(text.language)
    if not any(word in text.lower for word in names.heads):
        return
    running = [piece for piece in text.pieces if piece.kind in RUNNING]
    seen: set[str] = set(own)
    for number, piece in enumerate(running):
        for state, span in names.found(piece.text):
            after = piece.text[span.end :]
            if state in own or (re.match(r"[ \u00a0][^\W\d_]", after) and after[1].isupper()):
                continue
            before = [(p, len(p.text)) for p in running[:number]] + [(piece, span.start)]
            if state in seen or any(names.short[state].search(p.text, 0, end) for p, end in before):
                yield Hit(piece, span, other=state)
            seen.add(state)


def above(rule: Rule, text: Text) -> Iterator[Hit]:
    """A line that `pattern` finds and that does not stand on top; `above` is what may stand over it."""
    find = re.compile(rule.of("pattern", text.language) or r"(?!)")
    over = re.compile(rule.of("above", text.language) or r"(?!)")
    on_top = True
    for piece in text.pieces:
        if find.match(piece.text) and not on_top:
            yield Hit(piece, Span(0, len(piece.text)))
        on_top = on_top and bool(over.fullmatch(piece.text) or find.match(piece.text))


def opening(rule: Rule, text: Text) -> Iterator[Hit]:
    """A piece that begins as `looks` says, but not in the shape `shape`."""
    looks = re.compile(rule.of("looks", text.language) or r"(?!)")
    wanted = re.compile(rule.of("shape", text.language) or "")
    for piece in looked_at(rule, text):
        match = looks.match(piece.text)
        if match and not wanted.match(piece.text):
            yield Hit(piece, Span(0, len(match[0].rstrip())))


def shouting(rule: Rule, text: Text) -> Iterator[Hit]:
    """A piece in capitals throughout."""
    for piece in looked_at(rule, text):
        if sum(c.isalpha() for c in piece.text) >= rule.parameters["least"] and piece.text.isupper():
            yield Hit(piece, Span(0, len(piece.text)))


def title_case(rule: Rule, text: Text) -> Iterator[Hit]:
    """A piece of which all words of four letters and more, `least` of them, begin with a capital.

    `except` finds names of bodies, which have their capitals anyway.
    """
    names = re.compile(rule.of("except", text.language) or r"(?!)")
    for piece in looked_at(rule, text):
        words = [m[0] for m in CAPITAL_WORD.finditer(piece.text) if len(m[0]) >= TITLE_CASE_FROM]
        if len(words) < rule.parameters["least"] or piece.shouts or names.search(piece.text):
            continue
        if all(word[0].isupper() for word in words):
            yield Hit(piece, Span(0, len(piece.text)))


def absent(rule: Rule, text: Text) -> Iterator[Hit]:
    """A release without anything that `pattern` finds; the last piece is marked."""
    written = rule.of("pattern", text.language)
    if text.kind and text.pieces and written and not any(re.search(written, piece.text) for piece in text.pieces):
        yield Hit(text.pieces[-1], Span(0, len(text.pieces[-1].text)))
