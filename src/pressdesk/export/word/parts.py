"""The parts of a Word file beside its text: settings, fonts, properties."""

import uuid
from collections.abc import Mapping
from hashlib import sha256

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.opc.rel import Relationships
from docx.package import Package
from lxml import etree

from pressdesk.data import resources
from pressdesk.errors import DataMissingError
from pressdesk.export.look import Font, Look
from pressdesk.export.word.xml import Node, clark, file_bytes, node, replace_content, value

_MICROSOFT = "http://schemas.microsoft.com/office/word"
_FONT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_USER_PROPERTIES = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # the set that Word shows under Custom
_LEFTOVERS = ("/stylesWithEffects", "/customXml", "/webSettings", "/thumbnail")
_THEME_COLOURS = {
    "dk1": "ink",
    "lt1": "ground",
    "dk2": "grey",
    "lt2": "pale",
    "accent1": "accent",
    "accent2": "red",
    "accent3": "grey",
    "accent4": "rule",
    "hlink": "accent",
    "folHlink": "accent",
}
_COMPATIBILITY = {
    "compatibilityMode": "15",  # Word 2013 and later; lower ones lay lines and spaces out otherwise
    "overrideTableStyleFontSizeAndJustification": "1",
    "enableOpenTypeFeatures": "1",
    "doNotFlipMirrorIndents": "1",
}


def drop_leftovers(document: Document) -> None:
    """Takes away what python-docx's stock file brings along and nothing here uses."""
    for relations in (document.part.rels, document.part.package.rels):
        for relation in [key for key, held in relations.items() if held.reltype.endswith(_LEFTOVERS)]:
            del relations[relation]


def settings(locale: str, embed_fonts: bool) -> Node:
    """The w:settings element. Hyphenation is off: no program at hand hyphenates Kazakh, and half a page looks worse."""
    compatibility = [
        node("w:compatSetting", {"w:name": name, "w:uri": _MICROSOFT, "w:val": setting})
        for name, setting in _COMPATIBILITY.items()
    ]
    return node(
        "w:settings",
        None,
        node("w:zoom", {"w:percent": "100"}),
        node("w:embedTrueTypeFonts") if embed_fonts else None,
        node("w:saveSubsetFonts") if embed_fonts else None,
        value("w:defaultTabStop", 567),
        value("w:autoHyphenation", "0"),
        value("w:characterSpacingControl", "doNotCompress"),
        node("w:compat", None, *compatibility),
        value("w:themeFontLang", locale),
        value("w:decimalSymbol", ","),
        value("w:listSeparator", ";"),
    )


def write_theme(document: Document, look: Look) -> None:
    """Gives Word's colour and font menus the house's own: an editor who adds a line finds them there."""
    part = _related(document.part.rels, RELATIONSHIP_TYPE.THEME)
    root = etree.fromstring(part.blob)
    for slot, name in _THEME_COLOURS.items():
        for colour in root.iter(clark(f"a:{slot}")):
            replace_content(colour, node("a:slot", None, node("a:srgbClr", {"val": look.light[name]})))
    for slot, font in (("majorFont", "sans"), ("minorFont", "text")):
        for latin in root.iterfind(f".//{clark(f'a:{slot}')}/{clark('a:latin')}"):
            latin.set("typeface", look.fonts[font].name)
    part._blob = file_bytes(root)


def write_fonts(document: Document, look: Look, embed: bool) -> None:
    """The font table with fall-backs for a computer without the fonts; with `embed` the fonts themselves."""
    part = _related(document.part.rels, RELATIONSHIP_TYPE.FONT_TABLE)
    package = document.part.package
    fonts = [_font(part, package, font, embed) for font in look.fonts.values()]
    part._blob = file_bytes(node("w:fonts", None, *fonts))


def write_application(document: Document, company: str) -> None:
    """docProps/app.xml: which program made it, and for whom."""
    part = _related(document.part.package.rels, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
    made = [node("ep:Application", text="PressDesk"), node("ep:Company", text=company) if company else None]
    part._blob = file_bytes(node("ep:Properties", None, *made))


def write_custom(document: Document, properties: Mapping[str, str]) -> None:
    """docProps/custom.xml, for what Word has no field for. Nothing to say, no part."""
    if not properties:
        return
    made = [
        node("cp:property", {"fmtid": _USER_PROPERTIES, "pid": str(pid), "name": name}, node("vt:lpwstr", text=text))
        for pid, (name, text) in enumerate(properties.items(), 2)
    ]
    package = document.part.package
    kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    content = file_bytes(node("cp:Properties", None, *made))
    package.relate_to(Part(PackURI("/docProps/custom.xml"), kind, content, package), _CUSTOM)


def obfuscated(font: bytes, key: uuid.UUID) -> bytes:
    """The font as ISO 29500-4, 17.8.1 wants it embedded: its first 32 bytes mixed with the key read backwards."""
    backwards = key.bytes[::-1]
    return bytes(byte ^ backwards[index % 16] for index, byte in enumerate(font[:32])) + font[32:]


def _related(relations: Relationships, kind: str) -> Part:
    for relation in relations.values():
        if relation.reltype == kind:
            return relation.target_part
    raise DataMissingError(f"python-docx's stock document has no {kind.rpartition('/')[2]}: install PressDesk anew.")


def _font(part: Part, package: Package, font: Font, embed: bool) -> Node:
    faces = [_face(part, package, font, face) for face in ("Regular", "Bold")] if embed else []
    return node(
        "w:font",
        {"w:name": font.name},
        value("w:altName", font.word_fallback),
        value("w:panose1", font.panose),
        value("w:charset", "CC"),
        value("w:family", font.family),
        value("w:pitch", "variable"),
        *faces,
    )


def _face(part: Part, package: Package, font: Font, face: str) -> Node:
    file = resources("fonts", f"{font.file}-{face}.ttf")
    try:
        content = file.read_bytes()
    except OSError as error:
        raise DataMissingError(f"The font {file} cannot be read ({error.strerror}): install PressDesk anew.") from error
    # a key that follows from the font keeps the same release the same bytes
    key = uuid.uuid5(uuid.NAMESPACE_URL, sha256(content).hexdigest())
    kind = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
    held = Part(PackURI(f"/word/fonts/{font.file}-{face}.odttf"), kind, obfuscated(content, key), package)
    return node(f"w:embed{face}", {"r:id": part.relate_to(held, _FONT), "w:fontKey": f"{{{key}}}".upper()})
