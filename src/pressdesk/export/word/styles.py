"""styles.xml and the numbering, written whole from the look: start at `styles`."""

from collections.abc import Iterable

from pressdesk.export.look import Look, TextStyle
from pressdesk.export.word.xml import Node, half_points, node, twentieths, twips, value

BULLET_LIST = "1"
_OWN = ("Release", "Letterhead")


def language_style(tag: str) -> str:
    """The id of the character style that says nothing but the language."""
    return "Language" + tag.replace("-", "")


def styles(look: Look, locale: str, tags: Iterable[str]) -> Node:
    """The w:styles element: defaults, the styles Word needs, our character styles, then every row of styles.tsv.

    Args:
        look: sizes, colours, fonts.
        locale: the document's language, named in the defaults and in each paragraph style.
        tags: every language that gets a character style.
    """
    return node(
        "w:styles",
        None,
        _defaults(look, locale),
        node(
            "w:style",
            {"w:type": "paragraph", "w:default": "1", "w:styleId": "Normal"},
            _name("Normal"),
            node("w:qFormat"),
        ),
        *_required(),
        *_characters(look),
        *[_character(f"Language {tag}", language_style(tag), _language(tag)) for tag in sorted(set(tags))],
        *[_paragraph(look, style, locale) for style in look.styles.values()],
    )


def numbering(look: Look) -> Node:
    """The one list there is: a • of the text font in the accent colour; Word's stock bullet is a private character."""
    style = look.styles["list_item"]
    level = node(
        "w:lvl",
        {"w:ilvl": "0"},
        value("w:start", 1),
        value("w:numFmt", "bullet"),
        value("w:pStyle", style.word_id),
        value("w:lvlText", "•"),
        value("w:lvlJc", "left"),
        node("w:pPr", None, _indent(style)),
        node("w:rPr", None, _fonts(look, style.font), value("w:color", look.light["accent"])),
    )
    kind = value("w:multiLevelType", "hybridMultilevel")
    return node(
        "w:numbering",
        None,
        node("w:abstractNum", {"w:abstractNumId": "0"}, kind, level),
        node("w:num", {"w:numId": BULLET_LIST}, value("w:abstractNumId", 0)),
    )


def _name(text: str) -> Node:
    return value("w:name", text)


def _language(tag: str) -> Node:
    return value("w:lang", tag)


def _fonts(look: Look, font: str) -> Node:
    name = look.fonts[font].name
    return node("w:rFonts", {f"w:{slot}": name for slot in ("ascii", "hAnsi", "eastAsia", "cs")})


def _defaults(look: Look, locale: str) -> Node:
    body = look.styles["body"]
    size = half_points(body.size)
    run = node(
        "w:rPr",
        None,
        _fonts(look, body.font),
        value("w:color", look.light[body.colour]),
        value("w:sz", size),
        value("w:szCs", size),
        node("w:lang", {"w:val": locale, "w:eastAsia": "en-US", "w:bidi": "ar-SA"}),
    )
    paragraph = node("w:pPr", None, node("w:widowControl"), node("w:suppressAutoHyphens"))
    return node("w:docDefaults", None, node("w:rPrDefault", None, run), node("w:pPrDefault", None, paragraph))


def _required() -> list[Node]:
    margins = [
        node(f"w:{side}", {"w:w": width, "w:type": "dxa"})
        for side, width in (("top", "0"), ("left", "108"), ("bottom", "0"), ("right", "108"))
    ]
    table = node("w:tblPr", None, node("w:tblInd", {"w:w": "0", "w:type": "dxa"}), node("w:tblCellMar", None, *margins))
    kinds: list[tuple[str, str, str, str, Node | None]] = [
        ("character", "DefaultParagraphFont", "Default Paragraph Font", "1", None),
        ("table", "TableNormal", "Normal Table", "99", table),
        ("numbering", "NoList", "No List", "99", None),
    ]
    return [
        node(
            "w:style",
            {"w:type": kind, "w:default": "1", "w:styleId": style_id},
            _name(name),
            value("w:uiPriority", priority),
            node("w:semiHidden"),
            more,
        )
        for kind, style_id, name, priority, more in kinds
    ]


def _character(name: str, style_id: str, *run: Node) -> Node:
    attributes = {"w:type": "character", "w:styleId": style_id}
    if name.startswith((*_OWN, "Language")):
        attributes["w:customStyle"] = "1"
    return node("w:style", attributes, _name(name), node("w:qFormat"), node("w:rPr", None, *run))


def _characters(look: Look) -> list[Node]:
    def bold() -> list[Node]:
        return [node("w:b"), node("w:bCs")]

    def colour(name: str) -> Node:
        return value("w:color", look.light[name])

    return [
        _character("Strong", "Strong", *bold()),
        _character("Hyperlink", "Hyperlink", node("w:noProof"), colour("accent"), value("w:u", "single")),
        _character("Letterhead Link", "LetterheadLink", node("w:noProof")),
        _character("Release Id", "ReleaseId", node("w:noProof"), _language("en-GB")),
        _character("Release Alert", "ReleaseAlert", *bold(), colour("red")),
        _character("Release Credit", "ReleaseCredit", colour("ink")),
    ]


def _paragraph(look: Look, style: TextStyle, locale: str) -> Node:
    attributes = {"w:type": "paragraph", "w:styleId": style.word_id}
    if style.word_name.startswith(_OWN):
        attributes["w:customStyle"] = "1"
    size = half_points(style.size)
    bold = "bold" in style.marks
    run = node(
        "w:rPr",
        None,
        _fonts(look, style.font),
        node("w:b") if bold else None,
        node("w:bCs") if bold else None,
        value("w:color", look.light[style.colour]),
        value("w:sz", size),
        value("w:szCs", size),
        _language(locale),
    )
    base = look.styles[style.based_on].word_id if style.based_on else "Normal"
    return node(
        "w:style",
        attributes,
        _name(style.word_name),
        value("w:basedOn", base),
        value("w:next", look.styles[style.next].word_id) if style.next else None,
        value("w:uiPriority", 9 if _level(style) else 10),
        node("w:qFormat"),
        _paragraph_properties(look, style),
        run,
    )


def _level(style: TextStyle) -> int:
    """Outline level 1 or 2, 0 for running text."""
    return next((int(mark[-1]) for mark in style.marks if mark.startswith("level-")), 0)


def _paragraph_properties(look: Look, style: TextStyle) -> Node:
    """In the order of the schema, which Word insists on."""
    marks, level = style.marks, _level(style)
    based = look.styles[style.based_on].marks if style.based_on else frozenset()
    shade = {"w:val": "clear", "w:color": "auto", "w:fill": look.light["pale"]}
    tab = node("w:tab", {"w:val": "right", "w:pos": str(twips(look.page.column))})
    return node(
        "w:pPr",
        None,
        _switch("w:keepNext", "keep-next" in marks, "keep-next" in based),
        _switch("w:keepLines", "keep-lines" in marks, "keep-lines" in based),
        node("w:numPr", None, value("w:numId", BULLET_LIST)) if "bullet" in marks else None,
        _borders(look, style),
        node("w:shd", shade) if "shaded" in marks else None,
        node("w:tabs", None, tab) if "right-tab" in marks else None,
        _spacing(style),
        _indent(style) if style.left or style.right or style.first or based else None,
        value("w:outlineLvl", level - 1) if level else None,
    )


def _switch(name: str, on: bool, inherited: bool) -> Node | None:
    if on:
        return node(name)
    return value(name, "0") if inherited else None


def _spacing(style: TextStyle) -> Node:
    spacing = {"w:before": twentieths(style.before), "w:after": twentieths(style.after)}
    if style.line_rule == "auto":
        return node("w:spacing", {**spacing, "w:line": "240", "w:lineRule": "auto"})
    rule = "exact" if style.line_rule == "exact" else "atLeast"
    return node("w:spacing", {**spacing, "w:line": twentieths(style.line), "w:lineRule": rule})


def _indent(style: TextStyle) -> Node:
    indent = {"w:left": str(twips(style.left)), "w:right": str(twips(style.right))}
    if style.first < 0:
        indent["w:hanging"] = str(twips(-style.first))
    elif style.first > 0:
        indent["w:firstLine"] = str(twips(style.first))
    return node("w:ind", indent)


def _borders(look: Look, style: TextStyle) -> Node | None:
    """Bar, rules and padding.

    Word's shading has no padding: borders in the ground's own colour are the only one it knows. A bar stands outside
    the indent, which is why styles.tsv indents by space and bar together.
    """

    def side(name: str, eighths: int, space: int, colour: str) -> Node:
        attributes = {"w:val": "single", "w:sz": str(eighths), "w:space": str(space), "w:color": look.light[colour]}
        return node(f"w:{name}", attributes)

    marks, shaded = style.marks, "shaded" in style.marks
    bar = side("left", 24 if shaded else 18, 10, style.colour if shaded else "accent")
    found = [
        side("top", 4, 3, "pale") if shaded else side("top", 4, 6, "rule") if "rule-above" in marks else None,
        bar if "bar" in marks else None,
        side("bottom", 4, 3, "pale") if shaded else side("bottom", 6, 6, "accent") if "rule-below" in marks else None,
        side("right", 4, 3, "pale") if shaded else None,
    ]
    return node("w:pBdr", None, *found) if any(border is not None for border in found) else None
