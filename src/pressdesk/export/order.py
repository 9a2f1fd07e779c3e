"""The reading order of a release, one for all formats: start at `lines`.

Label, draft mark, embargo and date line are lines of the text, since screen readers and copying skip page heads. A
block without text leaves no trace.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from pressdesk.export.look import Look
from pressdesk.export.pieces import Piece, has_text, of_block, of_list_item, pieces
from pressdesk.export.words import Words, embargo_until
from pressdesk.model.release import Block, BlockKind, Photo, Release

_ROLES = {
    BlockKind.HEADLINE: "headline",
    BlockKind.CREDIT: "caption",
    BlockKind.LEAD: "lead",
    BlockKind.PARAGRAPH: "body",
    BlockKind.SUBHEADING: "subheading",
    BlockKind.LIST_ITEM: "list_item",
    BlockKind.QUOTE: "quote",
    BlockKind.SPEAKER: "speaker",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph or picture of a document.

    Attributes:
        role: the row of styles.tsv.
        pieces: its text; empty for a picture.
        photo: the picture of a `figure`.
    """

    role: str
    pieces: tuple[Piece, ...] = ()
    photo: Photo | None = None

    @property
    def text(self) -> str:
        """The text without manners."""
        return "".join(piece.text for piece in self.pieces)


def lines(release: Release, words: Words, look: Look) -> list[Line]:
    """Everything between the letterhead and the end of the release, in reading order."""
    return [*_opening(release, words), *_text(release, words, look), *_closing(release, words)]


def _line(role: str, text: str) -> Iterator[Line]:
    found = tuple(pieces(text))
    if "".join(piece.text for piece in found).strip():
        yield Line(role, found)


def _opening(release: Release, words: Words) -> Iterator[Line]:
    yield from _line("label", words.texts["label"])
    if release.draft:
        yield from _line("draft", words.texts["draft"])
    until = embargo_until(release)
    if until:
        yield from _line("embargo", words.embargo_sentence(until))
    if release.place.strip():
        yield from _line("date", words.date_line(release.place, release.date))


def _closing(release: Release, words: Words) -> Iterator[Line]:
    yield from _line("end_mark", words.texts["end_mark"])
    yield from _line("disclaimer", release.disclaimer)


def _text(release: Release, words: Words, look: Look) -> Iterator[Line]:
    blocks = [block for block in release.blocks if has_text(block)]
    photo = None if look.sober else release.photo
    place = _place_of_photo(blocks)
    for index, block in enumerate(blocks):
        if photo and index == place:
            yield from _figure(photo, blocks, words)
        following = blocks[index + 1].kind if index + 1 < len(blocks) else None
        found = of_list_item(block) if block.kind is BlockKind.LIST_ITEM else of_block(block)
        yield Line(_role(block.kind, following), tuple(found))
    if photo and place == len(blocks):
        yield from _figure(photo, blocks, words)


def _place_of_photo(blocks: list[Block]) -> int:
    """The index it stands before: right above its credit; without one right below the headline, else on top."""
    kinds = [block.kind for block in blocks]
    if BlockKind.CREDIT in kinds:
        return kinds.index(BlockKind.CREDIT)
    return kinds.index(BlockKind.HEADLINE) + 1 if BlockKind.HEADLINE in kinds else 0


def _figure(photo: Photo, blocks: list[Block], words: Words) -> Iterator[Line]:
    yield Line("figure", photo=photo)
    if photo.credit.strip() and not any(block.kind is BlockKind.CREDIT for block in blocks):
        yield from _line("caption", words.credit(photo.credit))


def _role(kind: BlockKind, following: BlockKind | None) -> str:
    if kind is BlockKind.LIST_ITEM and following is not kind:
        return "list_end"
    if kind is BlockKind.QUOTE and following not in (kind, BlockKind.SPEAKER):
        return "quote_alone"
    return _ROLES[kind]
