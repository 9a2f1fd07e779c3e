"""The paragraphs of a Word file: body with tables and text boxes, then headers, footers, notes.

Start at `word_passages`. Inserted words of a tracked change are text, deleted and moved ones are none; comments, field
codes and hidden words are none either.
"""

import io
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree

from pressdesk.errors import DraftFileError
from pressdesk.model.passage import Passage
from pressdesk.model.release import BlockKind

SIGNS: Mapping[str, str] = {
    qn("w:noBreakHyphen"): "-",
    qn("w:tab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:ptab"): "\t",
}
# what is no text, or no text of this paragraph: a text box within it has paragraphs of its own
SKIPPED = frozenset(qn(name) for name in ("w:del", "w:moveFrom", "w:txbxContent", "w:instrText", "w:pPr", "w:tabs"))
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # says the same once more
BESIDE = ("header", "footer", "footnotes", "endnotes")
RUNNING = ("header", "footer")
MAX_UNPACKED = 200 * 1024 * 1024  # bytes of XML; a release has a tenth of a megabyte, a thick book ten
NO_WORD_FILE = (  # what a file that is damaged, encrypted or something else raises on the way
    PackageNotFoundError,
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    KeyError,
    ValueError,
    AttributeError,
    AssertionError,
    RuntimeError,
    etree.XMLSyntaxError,
)
PARTS = re.compile(rf"/word/(?P<name>(?:{'|'.join(BESIDE)})\d*)\.xml")
STYLES = (  # Word's own English names, which its files keep in every language
    (re.compile(r"(?i)^(title|heading 1)$"), BlockKind.HEADLINE),
    (re.compile(r"(?i)^(heading \d|subtitle)$"), BlockKind.SUBHEADING),
    (re.compile(r"(?i)^caption$"), BlockKind.CREDIT),
    (re.compile(r"(?i)quote"), BlockKind.QUOTE),
    (re.compile(r"(?i)^list\b"), BlockKind.LIST_ITEM),
)


@dataclass(frozen=True, slots=True)
class _Style:
    kind: BlockKind | None
    language: str


def word_passages(content: bytes, path: Path) -> list[Passage]:
    """The paragraphs that are not empty. DraftFileError where this is no Word file."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            unpacked = sum(entry.file_size for entry in packed.infolist() if entry.filename.endswith((".xml", ".rels")))
        if unpacked > MAX_UNPACKED:
            raise DraftFileError(f"{path}: unpacked, the file is larger than 200 MB; check a part of it.")
        document = docx.Document(io.BytesIO(content))
        parts = {match["name"]: part.blob for part in document.part.package.iter_parts()
                 if (match := PARTS.fullmatch(str(part.partname)))}  # fmt: skip
        beside = {name: parse_xml(parts[name]) for name in sorted(parts, key=_order)}
        styles = _styles(document.styles.element)
        found = list(_passages(document.element.body, styles, ""))
        for name, root in beside.items():
            found += _passages(root, styles, f"{name}.")
    except NO_WORD_FILE:
        raise DraftFileError(f"{path}: this is not a Word file that can be read; save it anew as .docx.") from None
    return found


def _order(name: str) -> tuple[int, str]:
    return next(place for place, kind in enumerate(BESIDE) if name.startswith(kind)), name


def _passages(root: etree._Element, styles: Mapping[str, _Style], prefix: str) -> Iterator[Passage]:
    for number, paragraph in enumerate(root.iter(qn("w:p")), start=1):
        if any(parent.tag == FALLBACK for parent in paragraph.iterancestors()):
            continue
        pieces = list(_runs(paragraph))
        text = "".join(piece for piece, _ in pieces)
        if not text.strip():
            continue
        style = _style(paragraph, styles)
        kind = style.kind if not prefix else None
        if kind is None and not prefix and paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None:
            kind = BlockKind.LIST_ITEM
        beside = prefix.startswith(RUNNING)
        yield Passage(f"{prefix}p{number}", text, kind, 0, _language(pieces) or style.language, beside)


def _runs(node: etree._Element, said: str = "") -> Iterator[tuple[str, str]]:
    """The text of a paragraph with the language of its runs, in order."""
    for child in node:
        if not isinstance(child.tag, str) or child.tag in SKIPPED or child.tag == FALLBACK:
            continue
        if child.tag == qn("w:t"):
            yield child.text or "", said
        elif child.tag in SIGNS:
            yield SIGNS[child.tag], said
        elif child.tag == qn("w:r"):
            if not _hidden(child):
                yield from _runs(child, _lang(child) or said)
        else:
            yield from _runs(child, said)


def _hidden(run: etree._Element) -> bool:
    mark = run.find(f"{qn('w:rPr')}/{qn('w:vanish')}")
    return mark is not None and mark.get(qn("w:val"), "1") not in ("0", "false", "off")


def _lang(holder: etree._Element) -> str:
    """The short tag of an element's own w:rPr/w:lang."""
    mark = holder.find(f"{qn('w:rPr')}/{qn('w:lang')}")
    said = mark.get(qn("w:val"), "") if mark is not None else ""
    return re.split("[-_]", said)[0].lower()


def _language(pieces: list[tuple[str, str]]) -> str:
    """The language that most of a paragraph's letters are marked with."""
    letters: Counter[str] = Counter()
    for text, said in pieces:
        letters[said] += len(text)
    return letters.most_common(1)[0][0] if letters else ""


def _style(paragraph: etree._Element, styles: Mapping[str, _Style]) -> _Style:
    named = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return styles.get(named.get(qn("w:val"), "") if named is not None else "", _Style(None, ""))


def _styles(root: etree._Element) -> dict[str, _Style]:
    """The paragraph styles by their ids; a style says what the one it is based on says."""
    kinds: dict[str, _Style] = {}
    based: dict[str, str] = {}
    for style in root.iter(qn("w:style")):
        name = style.find(qn("w:name"))
        words = name.get(qn("w:val"), "") if name is not None else ""
        kind = next((kind for pattern, kind in STYLES if pattern.search(words)), None)
        base = style.find(qn("w:basedOn"))
        number = style.get(qn("w:styleId"), "")
        kinds[number] = _Style(kind, _lang(style))
        based[number] = base.get(qn("w:val"), "") if base is not None else ""
    return {number: _inherited(number, kinds, based) for number in kinds}


def _inherited(number: str, kinds: Mapping[str, _Style], based: Mapping[str, str]) -> _Style:
    kind, language, seen = None, "", set[str]()
    while number in kinds and number not in seen:
        seen.add(number)
        kind, language = kind or kinds[number].kind, language or kinds[number].language
        number = based[number]
    return _Style(kind, language)
