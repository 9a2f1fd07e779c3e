"""The paragraphs of a web page or a mail's HTML. Start at `page_passages`."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree, html

from pressdesk.errors import DraftFileError
from pressdesk.model.passage import Passage
from pressdesk.model.release import BlockKind

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([A-Za-z0-9_-]+)", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\n\f]+")  # a no-break space is a sign of its own
INLINE_TEXT = ("a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font", "i", "ins", "kbd")
INLINE_MORE = (
    "mark",
    "q",
    "s",
    "samp",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "sup",
    "time",
    "tt",
    "u",
    "var",
    "wbr",
)
INLINE = frozenset((*INLINE_TEXT, *INLINE_MORE))
NO_TEXT = ("script", "style", "head", "template", "noscript", "svg", "del")
BESIDE = ("header", "footer", "nav")
KINDS = {
    "h1": BlockKind.HEADLINE,
    **{f"h{level}": BlockKind.SUBHEADING for level in range(2, 7)},
    "figcaption": BlockKind.CREDIT,
    "blockquote": BlockKind.QUOTE,
    "li": BlockKind.LIST_ITEM,
}


@dataclass
class _Gathered:
    """Lines so far, each with the kind and the language of the element it stands in."""

    lines: list[tuple[str, BlockKind | None, str, bool]] = field(default_factory=list)
    open: str = ""
    beside: bool = False
    kind: BlockKind | None = None
    language: str = ""

    def add(self, text: str | None, kind: BlockKind | None, language: str, beside: bool) -> None:
        """Text goes on in the line."""
        if text and text.strip() and not self.open.strip():
            self.kind, self.language, self.beside = kind, language, beside
        self.open += text or ""

    def end_line(self) -> None:
        """A block begins or ends."""
        line = _SPACES.sub(" ", self.open).strip(" ")
        if line:
            self.lines.append((line, self.kind, self.language, self.beside and self.kind is None))
        self.open = ""


def page_passages(content: bytes, path: Path) -> list[Passage]:
    """Every visible text, by the block it stands in; whatever the page calls its blocks, nothing is passed over."""
    text = _decoded(content, path)
    parser = html.HTMLParser(huge_tree=True)  # without it what is nested deeper than 256 is lost
    try:
        page = html.document_fromstring(text, parser=parser)
    except (etree.ParserError, ValueError):
        raise DraftFileError(f"{path}: the page is empty or cannot be read.") from None
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):  # the rest would be lost
        raise DraftFileError(f"{path}: the page is nested too deep to be read whole; save its text as .txt.")
    for hidden in [*page.iter(*NO_TEXT), *page.iterfind(".//*[@hidden]")]:
        if hidden.getparent() is not None:
            hidden.drop_tree()
    gathered = _Gathered()
    _gather(page, gathered)
    gathered.end_line()
    return [
        Passage(f"t{number}", line, kind, 0, language, beside)
        for number, (line, kind, language, beside) in enumerate(gathered.lines, start=1)
    ]


def _gather(page: etree._Element, gathered: _Gathered) -> None:
    """The page's text in order, without recursion: a page may be nested as deep as its maker's editor wished."""
    waiting: list[tuple[etree._Element, BlockKind | None, str, bool, bool]] = [(page, None, "", False, True)]
    while waiting:
        node, kind, language, beside, enters = waiting.pop()
        tag = node.tag if isinstance(node.tag, str) else ""
        if tag and enters:
            inner, said, apart = kind, language, beside
            if tag not in INLINE:
                inner, said, apart = KINDS.get(tag, kind), _said(node) or language, beside or tag in BESIDE
                gathered.end_line()
            gathered.add(node.text, inner, said, apart)
            waiting.append((node, kind, language, beside, False))
            waiting += [(child, inner, said, apart, True) for child in reversed(node)]
            continue
        if tag and tag not in INLINE:
            gathered.end_line()
        gathered.add(node.tail, kind, language, beside)


def _said(node: etree._Element) -> str:
    said = node.get("lang") or node.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    return re.split("[-_]", said)[0].lower()


def _decoded(content: bytes, path: Path) -> str:
    """The page's letters: by its byte order mark, else UTF-8, else by what it says of itself."""
    said = _CHARSET.search(content[:4096])
    named = said[1].decode("ascii") if said else "utf-8"
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        named = "utf-16"
    for encoding in ("utf-8-sig", named):
        try:
            text = content.decode(encoding)
        except (UnicodeError, LookupError):  # a codec may be one that never decodes
            continue
        if "\x00" not in text:
            return re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    raise DraftFileError(f"{path}: the page is not in UTF-8 and does not say in what; save it anew as UTF-8.")
