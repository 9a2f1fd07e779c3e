"""Puts a release into a QTextDocument: start at `Sheet.show`.

Every block of the release becomes one block of the document with as many characters (see positions.py); the photo is a
block of its own without a partner. A release with the same blocks as before only has its changed letters replaced, so
that neither the layout of the rest nor the scroll position moves while somebody types.
"""

from dataclasses import dataclass

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QImage,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextImageFormat,
)
from PySide6.QtWidgets import QTextEdit

from pressdesk.gui.kit.theme import Theme
from pressdesk.gui.page.positions import Positions, drawn
from pressdesk.model.release import Block, BlockKind, Photo, Release

PHOTO = "photo"
TALLEST = 420  # logical px of a photo that stands upright; wider ones are as wide as the text
_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value


@dataclass(frozen=True, slots=True)
class Look:
    """How a kind of block is set: role and weight of its font, colour token, and pixels after, left and right of it."""

    role: str
    weight: int = 0
    italic: bool = False
    color: str = "text"
    after: int = 12
    left: int = 0


LOOKS = {
    BlockKind.HEADLINE: Look("doc_title"),
    BlockKind.CREDIT: Look("small", color="text3"),
    BlockKind.LEAD: Look("doc"),
    BlockKind.PARAGRAPH: Look("doc"),
    BlockKind.SUBHEADING: Look("doc", weight=600, after=4),
    BlockKind.LIST_ITEM: Look("doc", after=4, left=24),
    BlockKind.QUOTE: Look("doc", italic=True, after=4, left=24),
    BlockKind.SPEAKER: Look("small", color="text2", left=24),
}
_DISCLAIMER = Look("small", italic=True, color="text3")


class Sheet:
    """The document of one page.

    Attributes:
        release: the release that it shows, None before the first.
        positions: for each block of the release its code points against Qt's units.
    """

    def __init__(self, editor: QTextEdit, theme: Theme) -> None:
        self._editor = editor
        self.release: Release | None = None
        self.positions: list[Positions] = []
        self._theme = theme
        self._numbers: list[int] = []  # the document's block for each block of the release
        self._photo = QImage()
        self._photo_of: Photo | None = None
        self._photo_block = -1
        self._photo_size = (0, 0)
        self.document.setDocumentMargin(0)
        self.document.setUndoRedoEnabled(False)

    @property
    def document(self) -> QTextDocument:
        """What the page shows. Asked for anew each time: PySide may forget a wrapper that is kept (seen in 6.11)."""
        return self._editor.document()

    def block(self, index: int) -> QTextBlock:
        """The document's block for a block of the release."""
        return self.document.findBlockByNumber(self._numbers[index])

    def index_of(self, block: QTextBlock) -> int:
        """The place in the release of a block of the document, -1 for the photo and the like."""
        number = block.blockNumber()
        return self._numbers.index(number) if number in self._numbers else -1

    def text_between(self, start: int, end: int) -> str:
        """The words between two of Qt's positions as the release has them, a line a block."""
        if self.release is None:
            return ""
        lines: list[str] = []
        for index, block in enumerate(self.release.blocks):
            at, positions = self.block(index).position(), self.positions[index]
            length = self.block(index).length() - 1
            first, last = max(0, start - at), min(length, end - at)
            if first < last:
                lines.append(block.text[positions.code_points(first) : positions.code_points(last)])
        return "\n".join(lines)

    def show(self, release: Release) -> None:
        """Makes the document show the release, with as little change as it takes."""
        before, self.release = self.release, release
        if before is not None and _skeleton(before) == _skeleton(release):
            self._replace(before, release)
        else:
            self._refill(release)
        self.positions = [Positions(block.text) for block in release.blocks]

    def restyle(self, theme: Theme) -> None:
        """Sets everything anew in another theme."""
        self._theme = theme
        if self.release is not None:
            self._refill(self.release)

    def _replace(self, before: Release, release: Release) -> None:
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        for index, (old, new) in enumerate(zip(before.blocks, release.blocks, strict=True)):
            if old.text != new.text:
                _write_over(cursor, self.block(index), drawn(old.text), drawn(new.text))
        cursor.endEditBlock()

    def _refill(self, release: Release) -> None:
        self._numbers = []
        self._photo_block = -1
        self._load(release.photo)
        self.document.clear()
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        waiting = not self._photo.isNull()
        for block in release.blocks:
            if waiting and block.kind is not BlockKind.HEADLINE:
                self._insert_photo(cursor)
                waiting = False
            self._numbers.append(self._insert(cursor, drawn(block.text), self._look(block)))
        if waiting:
            self._insert_photo(cursor)
        if release.disclaimer:
            self._insert(cursor, drawn(release.disclaimer), _DISCLAIMER)
        cursor.endEditBlock()

    def _look(self, block: Block) -> Look:
        return LOOKS.get(block.kind, LOOKS[BlockKind.PARAGRAPH])

    def _insert(self, cursor: QTextCursor, text: str, look: Look) -> int:
        letters = QTextCharFormat()
        letters.setFont(self._theme.font(look.role, look.weight or None, look.italic))
        letters.setForeground(self._theme.color(look.color))
        lines = QTextBlockFormat()
        lines.setLineHeight(self._theme.line_height(look.role), _FIXED)
        lines.setBottomMargin(self._theme.px(look.after))
        lines.setLeftMargin(self._theme.px(look.left))
        self._next_block(cursor, lines)
        cursor.setBlockCharFormat(letters)
        cursor.insertText(text, letters)
        return cursor.block().blockNumber()

    def _next_block(self, cursor: QTextCursor, lines: QTextBlockFormat) -> None:
        if cursor.position() == 0 and not self._numbers and self._photo_block < 0:
            cursor.setBlockFormat(lines)
        else:
            cursor.insertBlock(lines)

    # --- the photo -----------------------------------------------------------------------------------------------

    def _load(self, photo: Photo | None) -> None:
        if photo is None:
            self._photo, self._photo_of = QImage(), None
        elif self._photo_of is None or self._photo_of.content is not photo.content:
            self._photo = QImage.fromData(photo.content)
        self._photo_of = photo
        self._photo_size = (0, 0)

    def _insert_photo(self, cursor: QTextCursor) -> None:
        # no fixed line height here: Qt would cut the picture down to one line
        lines = QTextBlockFormat()
        lines.setBottomMargin(self._theme.px(4))
        self._next_block(cursor, lines)
        picture = QTextImageFormat()
        picture.setName(PHOTO)
        if self._photo_of is not None:
            picture.setProperty(QTextFormat.Property.ImageAltText.value, self._photo_of.alt)
        cursor.insertImage(picture)
        self._photo_block = cursor.block().blockNumber()

    def fit_photo(self, width: int, ratio: float) -> None:
        """Sets the photo for a text `width` logical pixels wide, sharp on a screen with this device pixel ratio."""
        if self._photo_block < 0 or self._photo.isNull() or width < 1:
            return
        grow = width / self._photo.width()
        height = round(self._photo.height() * grow)
        if height > TALLEST:
            width, height = max(1, round(width * TALLEST / height)), TALLEST
        real = (round(width * ratio), round(height * ratio))
        if real == self._photo_size:
            return
        self._photo_size = real
        scaled = _scaled(self._photo, *real)
        self.document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(PHOTO), scaled)
        cursor = QTextCursor(self.document.findBlockByNumber(self._photo_block))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        picture = cursor.charFormat().toImageFormat()
        picture.setWidth(width)
        picture.setHeight(height)
        cursor.setCharFormat(picture)


def _skeleton(release: Release) -> object:
    photo = release.photo
    return (
        release.language,
        tuple((b.id, b.kind) for b in release.blocks),
        release.disclaimer,
        None if photo is None else (photo.name, len(photo.content), photo.alt),
    )


def _write_over(cursor: QTextCursor, block: QTextBlock, old: str, new: str) -> None:
    """Replaces the letters that differ. Whole code points, so a pair of surrogates is never split."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    at = Positions(old)
    letters = block.charFormat()
    cursor.setPosition(block.position() + at.utf16(start))
    cursor.setPosition(block.position() + at.utf16(len(old) - end), QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(new[start : len(new) - end], letters)


def _scaled(image: QImage, width: int, height: int) -> QImage:
    keep, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    return image.scaled(width, height, keep, smooth)
