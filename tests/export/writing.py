"""Writes a release and reads it back, by other programs than the ones that wrote it."""

import io
import zipfile

import docx
from docx.document import Document
from lxml import etree, html

from pressdesk.export.exporter import EXPORTERS, ExportOptions
from pressdesk.model.release import Release

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def written(release: Release, name: str, options: ExportOptions | None = None) -> bytes:
    """The file's bytes."""
    to = io.BytesIO()
    EXPORTERS[name].write(release, to, options or ExportOptions(embed_fonts=False))
    return to.getvalue()


def word(release: Release, options: ExportOptions | None = None) -> Document:
    """The Word file, opened by python-docx."""
    return docx.Document(io.BytesIO(written(release, "docx", options)))


def part(content: bytes, name: str) -> etree._Element:
    """A part of a Word file as XML."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return etree.fromstring(package.read(name))


def parts(content: bytes, start: str) -> list[etree._Element]:
    """Every XML part whose name begins so."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = [name for name in sorted(package.namelist()) if name.startswith(start) and name.endswith(".xml")]
        return [etree.fromstring(package.read(name)) for name in names]


def paragraphs(release: Release) -> list[tuple[str, str]]:
    """(style's name, text) of every paragraph of the body; a no-break hyphen reads as a hyphen."""
    return [(p.style.name if p.style else "", p.text) for p in word(release).paragraphs]


def page(release: Release, options: ExportOptions | None = None) -> html.HtmlElement:
    """The web page as a tree, read by lxml's own HTML parser."""
    return html.document_fromstring(written(release, "html", options).decode("utf-8"))


def web_lines(release: Release) -> list[str]:
    """The text of every paragraph, heading, item and caption of the page's article."""
    article = page(release).find(".//article")
    assert article is not None
    return [found.text_content() for found in article.iter("p", "h1", "h2", "li", "figcaption")]
