"""Text from files that are no drafts: plain text, Word, HTML. Deleted words of a tracked change are no text."""

import re
import zipfile
from pathlib import Path

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml import etree, html

from pressdesk.errors import DraftFileError

MAX_BYTES = 50 * 1024 * 1024
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([A-Za-z0-9_-]+)", re.IGNORECASE)
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "data",
        "dfn",
        "em",
        "i",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "var",
    ]
)
_SIGNS: dict[str, str] = {qn("w:noBreakHyphen"): "-", qn("w:tab"): "\t", qn("w:br"): "\n"}


def read_paragraphs(path: Path) -> list[tuple[str | None, str]]:
    """(block id, text) in reading order; a text file is one block without an id. DraftFileError says what is wrong."""
    try:
        if path.exists() and not path.is_file():
            raise DraftFileError(f"{path}: this is a folder or a device and no file; choose a text.")
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
    """Every visible text, by the block it stands in; whatever the page calls its blocks, nothing is passed over."""
    text = _decoded(content, path)
    try:
        page = html.document_fromstring(text)
    except (etree.ParserError, ValueError):
        raise DraftFileError(f"{path}: the page is empty or cannot be read.") from None
    for hidden in list(page.iter("script", "style", "head", "template")):
        hidden.drop_tree()
    pieces: list[str] = []
    _gather(page, pieces)
    lines = [" ".join(line.split()) for line in "".join(pieces).split("\n")]
    return [(f"t{number}", line) for number, line in enumerate(filter(None, lines), start=1)]


def _gather(node: etree._Element, pieces: list[str]) -> None:
    """The node's text in order; a block begins and ends a line, an inline element does not."""
    if isinstance(node.tag, str):
        inline = node.tag in _INLINE
        pieces.append("" if inline else "\n")
        pieces.append((node.text or "").replace("\n", " "))
        for child in node:
            _gather(child, pieces)
        pieces.append("" if inline else "\n")
    pieces.append((node.tail or "").replace("\n", " "))


def _decoded(content: bytes, path: Path) -> str:
    """The page's letters: by its byte order mark, else UTF-8, else by what it says of itself."""
    said = _CHARSET.search(content[:4096])
    named = said[1].decode("ascii") if said else "utf-8"
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        named = "utf-16"
    for encoding in ("utf-8-sig", named):
        try:
            text = content.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if "\x00" not in text:
            return re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    raise DraftFileError(f"{path}: the page is not in UTF-8 and does not say in what; save it anew as UTF-8.")
