"""The formats a release can be written in: start at EXPORTERS.

    with path.open("wb") as to:
        EXPORTERS["docx"].write(release, to, ExportOptions())

A writer is given a finished Release and opens no file of its own; saving safely is the caller's work.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import BinaryIO, Protocol

from pressdesk.export.names import file_name
from pressdesk.export.options import ExportOptions
from pressdesk.export.plain import PlainExporter
from pressdesk.export.web.exporter import WebExporter
from pressdesk.export.word.exporter import WordExporter
from pressdesk.model.release import Release

__all__ = ["EXPORTERS", "ExportOptions", "Exporter", "file_name"]


class Exporter(Protocol):
    """Writes a release in one format.

    Attributes:
        name: what the command line calls it: `docx`.
        suffix: of its files, with the dot.
        media_type: for mail and the clipboard.
    """

    name: str
    suffix: str
    media_type: str

    def write(self, release: Release, to: BinaryIO, options: ExportOptions) -> None:
        """Writes the whole file, or raises an ExportError and writes nothing."""
        ...


_ALL: tuple[Exporter, ...] = (PlainExporter(), WebExporter(), WordExporter())
EXPORTERS: Mapping[str, Exporter] = MappingProxyType({exporter.name: exporter for exporter in _ALL})
