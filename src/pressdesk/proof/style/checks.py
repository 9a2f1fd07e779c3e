"""The checks that a rule of style may name. Start at `CHECKS`.

A check sees a rule and the pieces of a text in one language, and says where the rule is broken. It knows no word of any
language: what it needs are parameters of the rule.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from pressdesk.language import typography
from pressdesk.language.quotes import MARKS, pair
from pressdesk.model.release import BlockKind
from pressdesk.proof.style import whole
from pressdesk.proof.style.hits import Check, Hit, Text, looked_at
from pressdesk.proof.style.literals import may_match
from pressdesk.proof.style.rules import Rule
from pressdesk.proof.style.text import LOOKED_BACK, Piece
from pressdesk.text.spans import Span

SENTENCES = frozenset((BlockKind.LEAD, BlockKind.PARAGRAPH))
LEAST_PROSE = 6  # words; fewer are a line of a list or an address, which has no full stop
LONGEST_PAIR = 80  # code points between two quotation marks that are told of as one; a longer line hides what is in it
LEAST_KNOWN = 3  # letters of a known abbreviation that may have an ending in capitals (АҚШТЫҢ), which others speak of
BRACKETS = {"(": ")", "[": "]"}
SIGNS = re.compile(r"[()\[\]]")
QUOTES = re.compile(f"[{MARKS}]")
WORD = re.compile(r"[^\W\d_]+")
CAPITALS = re.compile(r"(?<![\w.])(?P<x>[^\W\d_]{2,})(?![\w/@]|\.\w)")
ITEM = re.compile(r"(?:[-–—•·*▪◦]|\w{1,2}[.)])[ \u00a0]")  # how an item of a list begins in a plain text
ROMAN = re.compile(r"[IVXLCDM]+")


def pattern(rule: Rule, text: Text) -> Iterator[Hit]:
    """What a regular expression finds: group x is underlined, or all of it; `put` replaces it (\\g<name> for a group).

    `unquoted = true` leaves quotations alone, `except` what touches a match of another expression.
    """
    written = rule.of("pattern", text.language)
    if not written or not may_match(written, text.lower):
        return
    find, put = re.compile(written), rule.of("put", text.language)
    for piece in looked_at(rule, text):
        if rule.parameters.get("unquoted") and piece.kind is BlockKind.QUOTE:
            continue
        left_alone: list[Span] | None = None
        for match in find.finditer(piece.text):
            if left_alone is None:
                left_alone = _left_alone(rule, text.language, piece)
            span = Span(*match.span("x" if match.groupdict().get("x") is not None else 0))
            if rule.parameters.get("unquoted") and piece.inside(span, piece.quoted):
                continue
            if not piece.inside(span, left_alone):
                yield Hit(piece, span, None if put is None else match.expand(put))


def _left_alone(rule: Rule, language: str, piece: Piece) -> list[Span]:
    written = rule.of("except", language)
    return [Span(*match.span()) for match in re.finditer(written, piece.text)] if written else []


def word_table(rule: Rule, text: Text) -> Iterator[Hit]:
    """What the rows of words.tsv for this rule find."""
    rows = [row for row in rule.words.get(text.language, ()) if may_match(row.find.pattern, text.lower)]
    for piece in looked_at(rule, text) if rows else ():
        for row in rows:
            for match in row.find.finditer(piece.text):
                put = match.expand(row.put) if row.put else None
                if put and match[0][:1].isupper() and match[0][1:2].islower():
                    put = put[:1].upper() + put[1:]
                yield Hit(piece, Span(*match.span()), put)


def house_signs(rule: Rule, text: Text) -> Iterator[Hit]:
    """Signs that the language's typography.tsv writes otherwise; `rows` names its rows, `except` what is left alone.

    Two quotation marks that belong together are one hit, so that they are mended together.
    """
    rows = frozenset(rule.of("rows", text.language, ()))
    for piece in looked_at(rule, text):
        changes = [change for change in _changes(piece.text, text.language) if change.rule in rows]
        if not changes:
            continue
        left_alone = _left_alone(rule, text.language, piece)
        changes = [change for change in changes if not piece.inside(change.span, left_alone)]
        mates = _mates(piece.text, {change.span.start for change in changes if change.old in MARKS})
        new = {change.span.start: change.new for change in changes}
        for change in changes:
            mate = mates.get(change.span.start)
            if mate is None:
                span = _with_neighbours(piece.text, change.span) if change.old.isspace() else change.span
                cut = change.span.start - span.start
                put = span.of(piece.text)
                yield Hit(piece, span, put[:cut] + change.new + put[cut + 1 :])
            elif mate > change.span.start:  # the pair is told of once, at its beginning
                inner = piece.text[change.span.end : mate]
                span = Span(change.span.start, mate + 1)
                yield Hit(piece, span, change.new + inner + new[mate], touched=(change.span, Span(mate, mate + 1)))


def _mates(text: str, wrong: set[int]) -> dict[int, int]:
    """Of two quotation marks that both are to be changed, and not far apart, where the other one stands."""
    found: dict[int, int] = {}
    for line, offset in _lines_of(text) if len(wrong) > 1 else ():
        open_: list[int] = []
        for span, opens, _ in pair(line):
            at = offset + span.start
            if opens:
                open_.append(at)
                continue
            start = open_.pop()
            if start in wrong and at in wrong and at - start <= LONGEST_PAIR:
                found[start], found[at] = at, start
    return found


def _lines_of(text: str) -> Iterator[tuple[str, int]]:
    offset = 0
    for line in text.split("\n"):
        yield line, offset
        offset += len(line) + 1


@lru_cache(maxsize=512)  # several rules ask for the same paragraph, and while somebody types only one of them changes
def _changes(text: str, language: str) -> tuple[typography.Change, ...]:
    return tuple(typography.changes(text, language))


def _with_neighbours(text: str, span: Span) -> Span:
    """A space with the words on its sides, for nobody sees a space that is underlined."""
    before, after = text[max(0, span.start - LOOKED_BACK) : span.start], text[span.end : span.end + LOOKED_BACK]
    return Span(span.start - len(re.split(r"\s", before)[-1]), span.end + len(re.split(r"\s", after)[0]))


def length(rule: Rule, text: Text) -> Iterator[Hit]:
    """A piece of more than `limit` characters."""
    for piece in looked_at(rule, text):
        if len(piece.text) > rule.of("limit", text.language):
            yield Hit(piece, Span(0, len(piece.text)), None, len(piece.text))


def sentence_length(rule: Rule, text: Text) -> Iterator[Hit]:
    """A sentence of more than `limit` words; an ending after a hyphen is part of its word."""
    for piece in looked_at(rule, text):
        for span in piece.sentences:
            count = sum(any(c.isalnum() for c in word) for word in span.of(piece.text).split())
            if count > rule.of("limit", text.language):
                yield Hit(piece, span, None, count)


def balanced(rule: Rule, text: Text) -> Iterator[Hit]:
    """A bracket or a quotation mark without its other half."""
    for piece in text.pieces:
        open_: list[tuple[str, int]] = []
        for match in SIGNS.finditer(piece.text):
            index, char = match.start(), match[0]
            if char in BRACKETS:
                open_.append((BRACKETS[char], index))
            elif char in BRACKETS.values():
                if open_ and open_[-1][0] == char:
                    open_.pop()
                elif not re.search(
                    r"(?:[\s;,]|^)\w{1,2}$", piece.text[max(0, index - 3) : index]
                ):  # «a)» numbers a list
                    yield Hit(piece, Span(index, index + 1))
        yield from (Hit(piece, Span(index, index + 1)) for _, index in open_)
        signs = [match.start() for match in QUOTES.finditer(piece.text)]
        if not signs or pair(piece.text):  # in pairs, if of different kinds: that is another rule's
            continue
        low, high = (sum(piece.text[i] in side for i in signs) for side in ("«„", "»”"))
        curly = sum(piece.text[i] == "“" for i in signs)  # opens in some languages, closes in others
        if sum(piece.text[i] == '"' for i in signs) % 2 or not (
            abs(low - high) <= curly and (low + high + curly) % 2 == 0
        ):
            yield Hit(piece, Span(signs[-1], signs[-1] + 1))


def final_stop(rule: Rule, text: Text) -> Iterator[Hit]:
    """A paragraph of prose that ends without a stop; what an expression of `except` finds in it is none."""
    for piece in looked_at(rule, text):
        if _left_alone(rule, text.language, piece) or ITEM.match(piece.text):
            continue
        ends = piece.text.rstrip('»”“"’)]')[-1:]
        if ends.isalnum() and len(piece.text.split()) >= LEAST_PROSE and piece.kind in SENTENCES:
            start = max(piece.text.rfind(" "), piece.text.rfind("\u00a0")) + 1
            yield Hit(piece, Span(start, len(piece.text)), piece.text[start:] + ".")


def mixed_scripts(rule: Rule, text: Text) -> Iterator[Hit]:
    """A word with letters of two scripts, or a single letter of one between words of the other: `first` and `second`
    are their letters, `alike` pairs that look alike."""
    first, second = (re.compile(f"[{rule.parameters[name]}]") for name in ("first", "second"))
    pairs = [(pair[0], pair[1]) for pair in rule.parameters["alike"]]
    touching = re.compile(f"{first.pattern}{second.pattern}|{second.pattern}{first.pattern}")
    swapped = {**dict(pairs), **{b: a for a, b in pairs}}
    alone = [
        re.compile(f"(?<={one.pattern}[ \u00a0])(?P<x>{theirs})(?=[ \u00a0]{one.pattern})")
        for one, theirs in ((first, _any_of(b for _, b in pairs)), (second, _any_of(a for a, _ in pairs)))
    ]
    for piece in looked_at(rule, text):
        for lone in (match for find in alone for match in find.finditer(piece.text)):
            yield Hit(piece, Span(*lone.span()), swapped[lone["x"]])
        if not touching.search(piece.text):
            continue
        for match in WORD.finditer(piece.text):
            word = match[0]
            counts = len(first.findall(word)), len(second.findall(word))
            if not all(counts):
                continue
            tables = {b: a for a, b in pairs}, dict(pairs)
            order = tables if counts[0] >= counts[1] else tables[::-1]
            tried = (word.translate(str.maketrans(table)) for table in order)
            put = next((t for t in tried if not (first.search(t) and second.search(t))), None)
            yield Hit(piece, Span(*match.span()), put)


def _any_of(letters: Iterable[str]) -> str:
    """One of these letters, the small ones: a single capital is a name's initial or a figure's letter."""
    return "[" + "".join(letter for letter in letters if letter.islower()) + "]"


def alien_letters(rule: Rule, text: Text) -> Iterator[Hit]:
    """A word outside quotation marks with a letter that the language has not: `instead` pairs it with what is put."""
    put = {ord(letter): other for letter, other in rule.parameters["instead"]}
    put |= {ord(letter.upper()): other.upper() for letter, other in rule.parameters["instead"]}
    if not any(chr(letter) in text.lower for letter in put):
        return
    for piece in looked_at(rule, text):
        for match in WORD.finditer(piece.text):
            mended, span = match[0].translate(put), Span(*match.span())
            if mended != match[0] and not piece.inside(span, piece.quoted):
                yield Hit(piece, span, mended)


def abbreviations(rule: Rule, text: Text) -> Iterator[Hit]:
    """A word in capitals that is neither `known` nor explained in brackets, where it first stands."""
    seen = set(rule.of("known", text.language, ())) | set(rule.of("known", "all", ()))
    for piece in text.pieces:
        if piece.kind in (BlockKind.CREDIT, BlockKind.SPEAKER):
            continue
        for match in CAPITALS.finditer(piece.text):
            word, span = match["x"], Span(*match.span("x"))
            if (
                not word.isupper()
                or word[:LEAST_KNOWN] in seen
                or word in seen
                or ROMAN.fullmatch(word)
                or piece.inside(span, piece.foreign)
            ):
                continue
            if piece.shouts:
                break
            before, after = piece.text[: span.start], piece.text[span.end :]
            seen.add(word)
            in_brackets = re.search(r"\([^)]*$", before) or re.match(r"[-‑]?\w*\s\(", after)
            in_a_name = re.match(r"[ \u00a0-][^\W\d_]", after) and after[1].isupper()
            in_a_name = in_a_name or (re.search(r"[^\W\d_]+[ \u00a0-]$", before) and _latin_name(before, word))
            if not in_brackets and not in_a_name:
                yield Hit(piece, span)


def _latin_name(before: str, word: str) -> bool:
    """Whether a capitalised word in the same plain letters stands right before, as in the name of a firm."""
    last = re.split(r"[ \u00a0-]", before.rstrip(" \u00a0-"))[-1]
    return word.isascii() and last.isascii() and last[:1].isupper() and not re.search(r"[.!?…]\s$", before)


def repeated(rule: Rule, text: Text) -> Iterator[Hit]:
    """A word of `least` letters or more that stands `times` times in two sentences; names and `common` words may."""
    common = frozenset(rule.of("common", text.language, ()))
    for piece in text.pieces:
        told: set[str] = set()
        for first, second in zip(piece.sentences, piece.sentences[1:] or piece.sentences, strict=False):
            span = Span(first.start, second.end)
            found = [
                m for m in WORD.finditer(piece.text, span.start, span.end) if len(m[0]) >= rule.parameters["least"]
            ]
            small = [m for m in found if m[0].islower() and m[0] not in common]
            for word, times in Counter(m[0] for m in small).items():
                if times >= rule.parameters["times"] and word not in told:
                    told.add(word)
                    yield Hit(piece, Span(*[m for m in small if m[0] == word][-1].span()), None, times)


def lacking(rule: Rule, text: Text) -> Iterator[Hit]:
    """A lead of which the first `sentences` sentences lack what `pattern` finds, in releases that report."""
    written = rule.of("pattern", text.language)
    if not text.reports or not written:
        return
    for place, piece in enumerate(text.pieces):
        if piece.kind is BlockKind.LEAD:
            after = " ".join(p.text for p in text.pieces[place + 1 :] if p.kind is BlockKind.PARAGRAPH)
            sentences = [span.of(piece.text) for span in piece.sentences]
            wanted = rule.parameters["sentences"]
            if len(sentences) < wanted:
                sentences += [s.of(after) for s in Piece(None, None, after, 0, (), piece.shortened).sentences]
            if not re.search(written, " ".join(sentences[:wanted])):
                yield Hit(piece, piece.sentences[0] if piece.sentences else Span(0, len(piece.text)))
            return


def shape(rule: Rule, text: Text) -> Iterator[Hit]:
    """A piece of the kinds `blocks` that does not have the shape `shape`; a picture without one (`needed`)."""
    wanted = re.compile(rule.of("shape", text.language) or ".*")
    pieces = list(looked_at(rule, text))
    yield from (Hit(piece, Span(0, len(piece.text))) for piece in pieces if not wanted.fullmatch(piece.text))
    if rule.parameters.get("needed") and text.photo and not pieces and text.pieces:
        yield Hit(text.pieces[0], Span(0, len(text.pieces[0].text)))


CHECKS: Mapping[str, Check] = {
    "pattern": Check(pattern, ("pattern",), ("put", "except", "unquoted", "blocks")),
    "words": Check(word_table, (), ("blocks",)),
    "typography": Check(house_signs, ("rows",), ("except", "blocks")),
    "length": Check(length, ("limit", "blocks")),
    "sentence-length": Check(sentence_length, ("limit",), ("blocks",)),
    "balanced": Check(balanced),
    "final-stop": Check(final_stop, (), ("blocks", "except")),
    "mixed-scripts": Check(mixed_scripts, ("first", "second", "alike"), ("blocks",)),
    "alien-letters": Check(alien_letters, ("instead",), ("blocks",)),
    "abbreviations": Check(abbreviations, ("known",)),
    "repeated": Check(repeated, ("least", "times"), ("common",)),
    "lacking": Check(lacking, ("pattern", "sentences")),
    "shape": Check(shape, ("shape", "blocks"), ("needed", "looks")),
    "one-way": Check(whole.one_way, ("ways",), ("outer", "blocks")),
    "capitals": Check(whole.capitals, ("posts", "name"), ("alone",)),
    "first-mention": Check(whole.first_mention, ("posts", "name"), ("not_names",)),
    "official-names": Check(whole.official_names, (), ("own",)),
    "above": Check(whole.above, ("pattern", "above")),
    "opening": Check(whole.opening, ("looks", "shape", "blocks")),
    "shouting": Check(whole.shouting, ("least", "blocks")),
    "title-case": Check(whole.title_case, ("least", "blocks"), ("except",)),
    "absent": Check(whole.absent, ("pattern",)),
}
