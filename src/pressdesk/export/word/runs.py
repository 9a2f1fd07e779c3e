"""Runs of text. Every run names its language, so that Word proofs each word by the right dictionary."""

from collections.abc import Iterable
from dataclasses import dataclass

from pressdesk.export.look import Look
from pressdesk.export.pieces import Piece
from pressdesk.export.word.styles import language_style
from pressdesk.export.word.xml import Node, clark, node, value
from pressdesk.export.words import is_right_to_left, locale_of

_PRESERVE = {"xml:space": "preserve"}


@dataclass(frozen=True, slots=True)
class Typesetter:
    """Makes paragraphs and runs of a document whose own language is `locale`."""

    look: Look
    locale: str

    def paragraph(self, role: str, *runs: Node) -> Node:
        """A paragraph in the style of a role."""
        style = node("w:pPr", None, value("w:pStyle", self.look.styles[role].word_id))
        return node("w:p", None, style, *runs)

    def runs(self, pieces: Iterable[Piece], style: str = "") -> list[Node]:
        """The pieces as runs; `style` is the id of a character style for all of them.

        Neighbours that differ in nothing but a bound hyphen share a run, as if Word had typed them.
        """
        made: list[Node] = []
        before: tuple[str, bool, bool] | None = None
        for piece in pieces:
            manner = (piece.language, piece.strong, piece.right_to_left)
            if manner != before:
                made.append(node("w:r", None, self._properties(piece, style)))
            _add(made[-1], _letters(piece))
            before = manner
        return made

    def run(self, text: str, style: str = "", language: str = "") -> Node:
        """One run of text that is known to be clean and whole; `language` is a tag, "" for the document's."""
        return node("w:r", None, self._properties(Piece(text, language), style), *_letters(Piece(text)))

    def tab(self) -> Node:
        """A run with a tab."""
        return node("w:r", None, self._properties(Piece(""), ""), node("w:tab"))

    def drawing(self, drawn: Node) -> Node:
        """A run with a picture or a shape."""
        return node("w:r", None, node("w:rPr", None, node("w:noProof"), value("w:lang", self.locale)), drawn)

    def field(self, instruction: str) -> Node:
        """A field such as PAGE; Word and LibreOffice fill it in."""
        shown = node("w:r", None, self._properties(Piece(""), ""), node("w:t", text="1"))
        return node("w:fldSimple", {"w:instr": f" {instruction} "}, shown)

    def link(self, relation: str, text: str, style: str) -> Node:
        """A link to the relation of the part it stands in."""
        return node("w:hyperlink", {"r:id": relation, "w:history": "1"}, self.run(text, style))

    def _properties(self, piece: Piece, style: str) -> Node:
        tag = locale_of(piece.language) if piece.language else self.locale
        foreign = tag != self.locale
        style = style or ("Strong" if piece.strong else language_style(tag) if foreign else "")
        right_to_left = piece.right_to_left
        if right_to_left and is_right_to_left(tag):
            language = {"w:val": self.locale, "w:bidi": tag}
        else:
            language = {"w:val": tag}
        return node(
            "w:rPr",
            None,
            value("w:rStyle", style) if style else None,
            node("w:rtl") if right_to_left else None,
            node("w:lang", language),
        )


def _add(run: Node, letters: list[Node]) -> None:
    """Appends, and joins text to text."""
    for letter in letters:
        last = run[-1]
        if last.tag == letter.tag == clark("w:t"):
            last.text = f"{last.text}{letter.text}"
        else:
            run.append(letter)


def _letters(piece: Piece) -> list[Node]:
    """The text; in a bound piece each hyphen is Word's own no-break hyphen, which search and copying know."""
    if not piece.bound:
        return [node("w:t", _PRESERVE, text=piece.text)] if piece.text else []
    made: list[Node] = []
    for index, part in enumerate(piece.text.split("-")):
        if index:
            made.append(node("w:noBreakHyphen"))
        if part:
            made.append(node("w:t", _PRESERVE, text=part))
    return made
