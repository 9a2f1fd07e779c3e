"""What grows in one version and shrinks in another by the same percentage. Start at `directions`.

The words are in directions.tsv. A word belongs to the figure that it stands nearest to in its sentence, on the side
where its language puts it; so «экспорт вырос на 7 %, импорт снизился на 4 %» is compared figure by figure.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from pressdesk import data
from pressdesk.grammar.table import read_table
from pressdesk.proof.agreement.align import Row
from pressdesk.proof.agreement.figures import Mention as Figure
from pressdesk.proof.agreement.figures import Quantity, What
from pressdesk.proof.agreement.found import Difference
from pressdesk.proof.agreement.lexicon import Lexicon, Mention, tokens
from pressdesk.proof.agreement.reading import mentions
from pressdesk.proof.agreement.same import same
from pressdesk.proof.agreement.versions import Version
from pressdesk.proof.style.text import Piece
from pressdesk.text.spans import Span

FAR = 6
"""Words between a percentage and its word; «рост объёма транзитных перевозок более чем на 18 %»."""
NEAR = 1
"""The same for a word that means this beside a figure alone ("up by 7 %"), and for figures that are no percentages."""
WRONG_SIDE, COMMA = 2, 3
"""What it costs, in words, to stand on the side where its language does not put it, or behind a comma."""
BEFORE, BESIDE, YES = "before", "beside", "yes"


@dataclass(frozen=True, slots=True)
class _Word:
    """A row of the table: its meaning in roles.tsv, where it stands, whether it tells without a percentage too."""

    way: str
    stands: str
    alone: bool


@dataclass(frozen=True, slots=True)
class _Told:
    piece: Piece
    figure: Figure
    way: str
    span: Span  # the word's


@cache
def words() -> tuple[tuple[str, str, str, bool], ...]:
    """(meaning, language, word, whether it tells without a percentage too) of each word of directions.tsv. TableError
    for a damaged table."""
    return tuple((word.way, tag, form, word.alone) for word, tag, form in _rows())


@cache
def _rows() -> tuple[tuple[_Word, str, str], ...]:
    columns = ("way", "language", "stands", "alone", "words", "example", "source")
    found = []
    for row in read_table(data.resources("agreement", "directions.tsv"), columns, columns):
        word = _Word(row["way"], row["stands"], row["alone"] == YES)
        found += [(word, row["language"], form.strip()) for form in row["words"].split(";")]
    return tuple(found)


@cache
def _known() -> tuple[Lexicon, Mapping[str, _Word]]:
    lexicon, by_id = Lexicon(), {}
    for number, (word, tag, form) in enumerate(_rows()):
        by_id[str(number)] = word
        lexicon.add(str(number), tag, form)
    return lexicon, by_id


def directions(row: Row, versions: Sequence[Version]) -> Iterator[Difference]:
    """Figures of a row that go one way in a version and the other way in others.

    With three versions or more the fewer are told of it; with two, or as many on either side, all.
    """
    told = [
        [_Told(piece, *one) for piece in part for one in _of(piece.text, version.language, piece.sentences)]
        for part, version in zip(row.parts, versions, strict=True)
    ]
    for figure in _figures(told):
        sides: dict[str, list[tuple[int, _Told]]] = {}
        for number, own in enumerate(told):
            fitting = [one for one in own if same(one.figure, figure)]
            if len({one.way for one in fitting}) == 1:
                sides.setdefault(fitting[0].way, []).append((number, fitting[0]))
        for way, mine in sides.items():
            theirs = [one for other, some in sides.items() if other != way for one in some]
            if theirs and len(mine) <= len(theirs):
                places = tuple(versions[n].place(one.piece, one.span) for n, one in theirs)
                for number, one in mine:
                    yield Difference("role", "role", number, one.piece, one.span, places)


def _figures(told: Sequence[Sequence[_Told]]) -> list[Figure]:
    """Every figure that has a direction somewhere, once."""
    found: list[Figure] = []
    for one in (one for own in told for one in own):
        if not any(same(one.figure, other) for other in found):
            found.append(one.figure)
    return found


@lru_cache(maxsize=4_000)
def _of(text: str, language: str, sentences: tuple[Span, ...]) -> tuple[tuple[Figure, str, Span], ...]:
    """The figures that grow or shrink, each with the way and the word that says it."""
    lexicon, by_id = _known()
    ways = lexicon.scan(text, language)
    if not ways:
        return ()
    found = []
    for figure in mentions(text, language):
        if not isinstance(figure.value, Quantity):
            continue
        sentence = next((s for s in sentences if s.start <= figure.span.start < s.end), Span(0, len(text)))
        near = [(far, mention) for mention in ways if (far := _far(text, figure, mention, by_id, sentence)) is not None]
        if near:
            best = min(near, key=lambda one: one[0])[1]
            found.append((figure, by_id[best.thing].way, best.span))
    return tuple(found)


def _far(text: str, figure: Figure, mention: Mention, by_id: Mapping[str, _Word], sentence: Span) -> float | None:
    """How far a word stands from a figure, in words and what else it costs; None where it cannot be the figure's."""
    word, span = by_id[mention.thing], mention.span
    if not sentence.start <= span.start < sentence.end or span.overlaps(figure.span):
        return None
    before = span.end <= figure.span.start
    between = text[span.end : figure.span.start] if before else text[figure.span.end : span.start]
    count = len(tokens(between))
    if count > (FAR if word.alone and figure.what is What.PERCENT else NEAR):
        return None
    right = word.stands == BESIDE or before == (word.stands == BEFORE)
    if not right and not word.alone:
        return None
    return count + COMMA * between.count(",") + (0 if right else WRONG_SIDE)
