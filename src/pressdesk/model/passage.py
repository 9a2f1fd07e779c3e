"""A paragraph of a text that is no release: of a Word file, a page, a plain text, or somebody's clipboard."""

from collections.abc import Iterable
from dataclasses import dataclass

from pressdesk.model.release import BlockKind


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph.

    Attributes:
        id: the paragraph's id in its file ("p3", "footnotes.p1"), None in a plain text.
        text: without a line's end.
        kind: what the file says it is, None where it says nothing.
        offset: code points from the start of the text that findings count from; 0 where the paragraph has an id.
        line: its line in a plain text, counted from 1; 0 where the paragraph has an id.
        beside: whether it stands beside the text: a running head, a page's header or menu. Such lines are no sentences.
        language: the short tag that the file gives it (w:lang, lang=""), "" where none; a hint and no more.
    """

    id: str | None
    text: str
    kind: BlockKind | None = None
    offset: int = 0
    language: str = ""
    beside: bool = False
    line: int = 0


def lines_of(text: str) -> list[Passage]:
    """The lines of a plain text that are not empty, each with its offset."""
    found, offset = [], 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            found.append(Passage(None, line.rstrip("\r"), None, offset, line=number))
        offset += len(line) + 1
    return found


def place_in(passages: Iterable[Passage], start: int) -> str:
    """Where a code point of a plain text stands, as editors name it: "3:17" is the 17th sign of the third line.

    "" where none of the passages is a line that holds it. A place at the end of a line is still in it.
    """
    for passage in passages:
        if passage.line and passage.offset <= start <= passage.offset + len(passage.text):
            return f"{passage.line}:{start - passage.offset + 1}"
    return ""
