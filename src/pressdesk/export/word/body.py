"""The text of a release as Word paragraphs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO

from docx.parts.document import DocumentPart

from pressdesk.export.order import Line
from pressdesk.export.photos import prepare
from pressdesk.export.pieces import clean
from pressdesk.export.word.pictures import Placed, fitted, inline
from pressdesk.export.word.runs import Typesetter
from pressdesk.export.word.xml import Node
from pressdesk.model.release import Photo


@dataclass(frozen=True, slots=True)
class Body:
    """Writes lines into a document part."""

    part: DocumentPart
    typesetter: Typesetter

    def paragraphs(self, lines: Iterable[Line]) -> Iterator[Node]:
        """A paragraph for each line."""
        for number, line in enumerate(lines, 1):
            if line.photo:
                yield self.typesetter.paragraph(line.role, self.typesetter.drawing(self._picture(line.photo, number)))
            else:
                style = "ReleaseCredit" if line.role == "caption" else ""
                yield self.typesetter.paragraph(line.role, *self.typesetter.runs(line.pieces, style))

    def _picture(self, photo: Photo, number: int) -> Node:
        limits = self.typesetter.look.photo
        picture = prepare(photo, limits.word_pixels, limits.quality)
        relation, _ = self.part.get_or_add_image(BytesIO(picture.content))
        width, height = fitted((picture.width, picture.height), limits.width, limits.height)
        return inline(Placed(relation, number, width, height, alt=clean(photo.alt)))
