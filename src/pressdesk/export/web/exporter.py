"""A release as a web page."""

from typing import BinaryIO

from pressdesk.export.look import house_look
from pressdesk.export.options import ExportOptions
from pressdesk.export.web.page import page
from pressdesk.export.words import words_for
from pressdesk.model.release import Release


class WebExporter:
    """One semantic, self-contained HTML page: no script but its data block, nothing fetched, the photo inside."""

    name = "html"
    suffix = ".html"
    media_type = "text/html; charset=utf-8"

    def write(self, release: Release, to: BinaryIO, options: ExportOptions) -> None:
        """Writes the page. A photo or an embargo that cannot be read is an ExportError; then nothing is written."""
        look = house_look().for_kind(release.kind)
        to.write(page(release, words_for(release), look, options).encode("utf-8"))
