"""A paragraph of a text that is no release: of a Word file, a page, a plain text, or somebody's clipboard."""

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
        beside: whether it stands beside the text: a running head, a page's header or menu. Such lines are no sentences.
        language: the short tag that the file gives it (w:lang, lang=""), "" where none; a hint and no more.
    """

    id: str | None
    text: str
    kind: BlockKind | None = None
    offset: int = 0
    language: str = ""
    beside: bool = False


def lines_of(text: str) -> list[Passage]:
    """The lines of a plain text that are not empty, each with its offset."""
    found, offset = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append(Passage(None, line.rstrip("\r"), None, offset))
        offset += len(line) + 1
    return found
