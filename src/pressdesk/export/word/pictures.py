"""Pictures in Word's drawing XML: `inline` for the photo, `anchored` for the emblem."""

from dataclasses import dataclass

from pressdesk.export.word.xml import Node, emu, node

_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"  # the id Word gives to the extension of that name


@dataclass(frozen=True, slots=True)
class Placed:
    """A picture in a part: its relation, its number in the document, size in millimetres, alternative text.

    A `decorative` one is passed over by screen readers.
    """

    relation: str
    number: int
    width: float
    height: float
    alt: str = ""
    decorative: bool = False


def fitted(pixels: tuple[int, int], width: float, height: float) -> tuple[float, float]:
    """Millimetres of a picture as wide as `width` or as high as `height`, whichever comes first; never distorted."""
    across, down = pixels
    scale = min(width / across, height / down)
    return across * scale, down * scale


def inline(picture: Placed) -> Node:
    """The picture standing in the line like a letter."""
    zero = {f"dist{side}": "0" for side in "TBLR"}
    placed = node("wp:inline", zero, _extent(picture), *_description(picture), _graphic(picture))
    return node("w:drawing", None, placed)


def anchored(picture: Placed, from_column: float, from_page_top: float) -> Node:
    """The picture at a place of the page; millimetres from the column's left and from the page's top."""
    attributes = {
        **{f"dist{side}": "0" for side in "TBLR"},
        "simplePos": "0",
        "relativeHeight": "2",
        "behindDoc": "0",
        "locked": "1",
        "layoutInCell": "1",
        "allowOverlap": "1",
    }
    placed = node(
        "wp:anchor",
        attributes,
        node("wp:simplePos", {"x": "0", "y": "0"}),
        node("wp:positionH", {"relativeFrom": "margin"}, node("wp:posOffset", text=str(emu(from_column)))),
        node("wp:positionV", {"relativeFrom": "page"}, node("wp:posOffset", text=str(emu(from_page_top)))),
        _extent(picture),
        node("wp:effectExtent", {"l": "0", "t": "0", "r": "0", "b": "0"}),
        node("wp:wrapNone"),
        *_description(picture),
        _graphic(picture),
    )
    return node("w:drawing", None, placed)


def _size(picture: Placed) -> dict[str, str]:
    return {"cx": str(emu(picture.width)), "cy": str(emu(picture.height))}


def _extent(picture: Placed) -> Node:
    return node("wp:extent", _size(picture))


def _named(picture: Placed) -> dict[str, str]:
    return {"id": str(picture.number), "name": f"Picture {picture.number}", "descr": picture.alt}


def _description(picture: Placed) -> list[Node]:
    mark = None
    if picture.decorative:
        decorative = node("adec:decorative", {"val": "1"})
        mark = node("a:extLst", None, node("a:ext", {"uri": _DECORATIVE}, decorative))
    locks = node("wp:cNvGraphicFramePr", None, node("a:graphicFrameLocks", {"noChangeAspect": "1"}))
    return [node("wp:docPr", _named(picture), mark), locks]


def _graphic(picture: Placed) -> Node:
    shape = node(
        "pic:spPr",
        None,
        node("a:xfrm", None, node("a:off", {"x": "0", "y": "0"}), node("a:ext", _size(picture))),
        node("a:prstGeom", {"prst": "rect"}, node("a:avLst")),
    )
    fill = node(
        "pic:blipFill",
        None,
        node("a:blip", {"r:embed": picture.relation}),
        node("a:stretch", None, node("a:fillRect")),
    )
    names = node("pic:nvPicPr", None, node("pic:cNvPr", _named(picture)), node("pic:cNvPicPr"))
    return node("a:graphic", None, node("a:graphicData", {"uri": _PICTURE}, node("pic:pic", None, names, fill, shape)))
