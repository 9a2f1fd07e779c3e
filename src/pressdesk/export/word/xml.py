"""Builds Word's XML: `node("w:p", {"w:rsidR": "0"}, child, ...)`. Prefixes stand for the namespaces in SPACES."""

from collections.abc import Mapping
from types import MappingProxyType

from docx.oxml.parser import oxml_parser
from lxml import etree

Node = etree._Element

SPACES: Mapping[str, str] = MappingProxyType(
    {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "ep": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
        "cp": "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
        "vt": "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
        "xml": "http://www.w3.org/XML/1998/namespace",
    }
)


def clark(name: str) -> str:
    """`w:p` as lxml wants it; a name without a prefix stays."""
    prefix, colon, local = name.partition(":")
    return f"{{{SPACES[prefix]}}}{local}" if colon else name


def node(name: str, attributes: Mapping[str, str] | None = None, *children: Node | None, text: str = "") -> Node:
    """An element that python-docx knows as its own; children that are None are left out."""
    prefixes = {key.partition(":")[0] for key in (name, *(attributes or {})) if ":" in key}
    made = oxml_parser.makeelement(clark(name), nsmap={prefix: SPACES[prefix] for prefix in prefixes - {"xml"}})
    for key, value in (attributes or {}).items():
        made.set(clark(key), value)
    made.extend([child for child in children if child is not None])
    if text:
        made.text = text
    return made


def value(name: str, val: str | int) -> Node:
    """An element with nothing but w:val."""
    return node(name, {"w:val": str(val)})


def replace_content(target: Node, source: Node) -> None:
    """Puts the children of `source` in the place of those of `target`."""
    for child in list(target):
        target.remove(child)
    target.extend(list(source))


def file_bytes(root: Node) -> bytes:
    """The element as a file of its own."""
    etree.cleanup_namespaces(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def twips(millimetres: float) -> int:
    """Twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


def emu(millimetres: float) -> int:
    """English Metric Units, 36,000 a millimetre."""
    return round(millimetres * 36000)


def twentieths(points: float) -> str:
    """Spacing as Word counts it."""
    return str(round(points * 20))


def half_points(points: float) -> str:
    """Sizes as Word counts them."""
    return str(round(points * 2))
