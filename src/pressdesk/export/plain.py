"""A release as plain text, for mail, chats and agencies."""

from typing import BinaryIO

from pressdesk.export.options import ExportOptions
from pressdesk.export.pieces import clean, has_text
from pressdesk.model.release import Release


class PlainExporter:
    """UTF-8 text: headline, credit line, paragraphs, one block a line, the house's end mark and nothing else."""

    name = "txt"
    suffix = ".txt"
    media_type = "text/plain; charset=utf-8"

    def write(self, release: Release, to: BinaryIO, options: ExportOptions) -> None:
        """Writes what `Release.plain` gives, without empty blocks and control characters, and the end mark."""
        lines = [clean(block.text) for block in release.blocks if has_text(block)]
        mark = clean(release.labels.get("end_mark", ""))
        text = "".join(line + "\n" for line in (*lines, mark) if line.strip())
        to.write(text.encode("utf-8"))
