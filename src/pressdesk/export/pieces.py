"""A block's text cut into pieces that a writer can set: start at `pieces`.

The pieces joined are `clean(text)`, always: nothing is lost and nothing is added.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pressdesk.model.release import Block
from pressdesk.text.spans import Span

# XML 1.0 and HTML refuse the C0 and C1 controls and the noncharacters; none of them shows anything on paper
_LINE_ENDS = re.compile("\r\n|[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]")
_PLANE_ENDS = "".join(chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))
_FORBIDDEN = re.compile(f"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufdd0-\ufdef{_PLANE_ENDS}]")
_LONE_SURROGATES = re.compile("[\ud800-\udfff]")

# An ending hangs on a figure, a per cent sign or an abbreviation by a hyphen, and may not be parted from it:
# 7,5%-ға, 15:00-ге, 70%-ын, ҚР-ның, ЮНЕСКО-ға, 34-отырысы, COVID-19, Ту-154
_BOUND = re.compile(
    r"(?<![\w-])(?:"
    r"\d[\d.,:]*(?:[\u00a0\u202f]?[%‰])?-[^\W\d_]{1,12}"  # a figure and its ending
    r"|[^\W\d_]*[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{2,}-[^\W\d_]{1,12}"  # an abbreviation and its ending
    r"|[^\W\d_]+-\d{1,4}"  # a name and its number
    r")(?![\w-])"
)
# From the first right-to-left letter to the last one before another script; spaces and figures between them come along
_RTL = "\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefe"
_RIGHT_TO_LEFT = re.compile(f"[{_RTL}](?:[^A-Za-z\u0400-\u04ff]*[{_RTL}])?")

LONGEST_STRONG = 60  # code points; a longer beginning of a list item is a clause, not a name


@dataclass(frozen=True, slots=True)
class Piece:
    """Text in one language and one manner.

    Attributes:
        text: never empty, and free of characters that XML refuses.
        language: the tag as the release gave it, "" for the release's own language.
        bound: may not be broken at its hyphen.
        strong: bold by meaning.
        right_to_left: Arabic, Hebrew and their kin.
    """

    text: str
    language: str = ""
    bound: bool = False
    strong: bool = False
    right_to_left: bool = False


def clean(text: str) -> str:
    """The text as documents can hold it.

    Line ends and tabs inside a block become one space each, since a block is one paragraph; other control characters
    and noncharacters go; half of a surrogate pair, a damaged character, becomes U+FFFD.
    """
    text = _LINE_ENDS.sub(" ", text)
    return _LONE_SURROGATES.sub("\ufffd", _FORBIDDEN.sub("", text))


def has_text(block: Block) -> bool:
    """Whether the block leaves a trace in a document."""
    return bool(clean(block.text).strip())


def pieces(text: str, foreign: Iterable[tuple[Span, str]] = (), strong_until: int = 0) -> list[Piece]:
    """The text in pieces, in reading order.

    Args:
        text: the block's text as it stands in the release.
        foreign: spans in code points of `text` with their language tags; of two that overlap the first one counts.
        strong_until: code points from the start that are strong.
    """
    found: list[Piece] = []
    for start, end, language in _stretches(len(text), foreign):
        middle = min(max(start, strong_until), end)
        found += _manners(clean(text[start:middle]), language, strong=True)
        found += _manners(clean(text[middle:end]), language, strong=False)
    return found


def of_block(block: Block) -> list[Piece]:
    """The pieces of a block."""
    return pieces(block.text, block.foreign)


def of_list_item(block: Block) -> list[Piece]:
    """The pieces of a list item: the name before a spaced dash («Têxteis Aurora – …») is strong."""
    dash = re.search(r"[ \u00a0][–—][ \u00a0]", block.text)
    return pieces(
        block.text, block.foreign, strong_until=dash.start() if dash and dash.start() <= LONGEST_STRONG else 0
    )


def _stretches(length: int, foreign: Iterable[tuple[Span, str]]) -> Iterator[tuple[int, int, str]]:
    at = 0
    for span, language in sorted(foreign, key=lambda pair: pair[0]):
        start, end = max(span.start, 0), min(span.end, length)
        if start < at or start >= end:
            continue
        yield at, start, ""
        yield start, end, language
        at = end
    yield at, length, ""


def _manners(text: str, language: str, strong: bool) -> Iterator[Piece]:
    for part, right_to_left in split_by(_RIGHT_TO_LEFT, text):
        for piece, bound in split_by(_BOUND, part):
            yield Piece(piece, language, bound and not right_to_left, strong, right_to_left)


def split_by(pattern: re.Pattern[str], text: str) -> Iterator[tuple[str, bool]]:
    """The text in parts, each with whether the pattern made it."""
    at = 0
    for match in pattern.finditer(text):
        if match.start() > at:
            yield text[at : match.start()], False
        yield match[0], True
        at = match.end()
    if at < len(text):
        yield text[at:], False
