"""The large pale word across a draft's pages. It is decoration: the draft mark in the text is the one that counts."""

from pressdesk.export.look import Look
from pressdesk.export.word.xml import Node, node

# Word's own shape type for text on a path (WordArt, number 136), formulas and all; without it Word draws nothing
_FORMULAS = (
    "sum #0 0 10800",
    "prod #0 2 1",
    "sum 21600 0 @1",
    "sum 0 0 @2",
    "sum 21600 0 @3",
    "if @0 @3 0",
    "if @0 21600 @1",
    "if @0 0 @2",
    "if @0 @4 21600",
    "mid @5 @6",
    "mid @8 @5",
    "mid @7 @8",
    "mid @6 @7",
    "sum @6 0 @5",
)
_TYPE = "_x0000_t136"
_PLACE = (
    "position:absolute;margin-left:0;margin-top:0;width:330pt;height:84pt;rotation:315;z-index:-251658752;"
    "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
    "mso-position-vertical:center;mso-position-vertical-relative:margin"
)


def watermark(look: Look, word: str, number: int) -> Node:
    """The word, from the lower left to the upper right of the page, behind the text."""
    shape = node(
        "v:shape",
        {
            "id": f"DraftMark{number}",
            "o:spid": f"_x0000_s{number}",
            "type": f"#{_TYPE}",
            "alt": word,
            "style": _PLACE,
            "o:allowincell": "f",
            "fillcolor": f"#{look.diagonal}",
            "stroked": "f",
        },
        node(
            "v:textpath",
            {"style": f'font-family:"{look.fonts["sans"].name}";font-size:1pt;font-weight:bold', "string": word},
        ),
    )
    return node("w:pict", None, _shape_type(), shape)


def _shape_type() -> Node:
    attributes = {
        "id": _TYPE,
        "coordsize": "21600,21600",
        "o:spt": "136",
        "adj": "10800",
        "path": "m@7,l@8,m@5,21600l@6,21600e",
    }
    path = {
        "textpathok": "t",
        "o:connecttype": "custom",
        "o:connectlocs": "@9,0;@10,10800;@11,21600;@12,10800",
        "o:connectangles": "270,180,90,0",
    }
    return node(
        "v:shapetype",
        attributes,
        node("v:formulas", None, *[node("v:f", {"eqn": formula}) for formula in _FORMULAS]),
        node("v:path", path),
        node("v:textpath", {"on": "t", "fitshape": "t"}),
    )
