"""Text from files that are no drafts: plain text, Word, HTML. Deleted words of a tracked change are no text."""

import zipfile
from pathlib import Path

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml import etree, html

from pressdesk.errors import DraftFileError

MAX_BYTES = 50 * 1024 * 1024
_SIGNS: dict[str, str] = {qn("w:noBreakHyphen"): "-", qn("w:tab"): "\t", qn("w:br"): "\n"}


def read_paragraphs(path: Path) -> list[tuple[str | None, str]]:
    """(block id, text) in reading order; a text file is one block without an id. DraftFileError says what is wrong."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise DraftFileError(f"{path}: the file is larger than 50 MB; check a part of it.")
        content = path.read_bytes()
    except FileNotFoundError:
        raise DraftFileError(f"{path}: there is no such file.") from None
    except OSError as error:
        raise DraftFileError(f"{path}: the file cannot be read ({error.strerror}).") from None
    suffix = path.suffix.lower()
    if suffix == ".docx":
        return _word(path)
    if suffix in (".html", ".htm"):
        return _html(content, path)
    try:
        return [(None, content.decode("utf-8-sig"))]
    except UnicodeDecodeError:
        raise DraftFileError(f"{path}: the text is not in UTF-8; save it anew as UTF-8.") from None


def _word(path: Path) -> list[tuple[str | None, str]]:
    try:
        document = docx.Document(str(path))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, etree.XMLSyntaxError):
        raise DraftFileError(f"{path}: this is not a Word file that can be read; save it anew as .docx.") from None
    found: list[tuple[str | None, str]] = []
    for index, paragraph in enumerate(document.element.body.iter(qn("w:p"))):
        text = "".join(_run_text(node) for node in paragraph.iter() if isinstance(node.tag, str))
        if text.strip():
            found.append((f"p{index + 1}", text))
    return found


def _run_text(node: etree._Element) -> str:
    """The text of one element of a paragraph; `w:delText` is gone from the text, an inserted run is in it."""
    if node.tag == qn("w:t"):
        return node.text or ""
    return _SIGNS.get(node.tag, "") if isinstance(node.tag, str) else ""


def _html(content: bytes, path: Path) -> list[tuple[str | None, str]]:
    try:
        page = html.document_fromstring(content, parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, ValueError):
        raise DraftFileError(f"{path}: the page is empty or cannot be read.") from None
    for hidden in list(page.iter("script", "style", "head")):
        hidden.drop_tree()
    kinds = {"p", "h1", "h2", "h3", "h4", "li", "figcaption", "blockquote", "td", "th", "dt", "dd"}
    found: list[tuple[str | None, str]] = []
    for index, node in enumerate(page.iter(*kinds)):
        if any(child.tag in kinds for child in node.iterdescendants() if isinstance(child.tag, str)):
            continue
        text = " ".join(node.text_content().split())
        if text:
            found.append((f"{node.tag!s}{index + 1}", text))
    return found
