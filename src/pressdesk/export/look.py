"""The house look as values: start at `house_look`. Both writers read their sizes, colours and fonts from it alone."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from pressdesk.data import resources
from pressdesk.errors import TableError
from pressdesk.export.tables import read_rows, read_toml

MARKS = frozenset(
    {"bold", "keep-next", "keep-lines", "level-1", "level-2"}
    | {"bar", "shaded", "rule-above", "rule-below", "right-tab", "bullet"}
)
COLOURS = ("ground", "ink", "grey", "accent", "rule", "red", "pale")


@dataclass(frozen=True, slots=True)
class Page:
    """The page and its margins in millimetres."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    header: float
    footer: float

    @property
    def column(self) -> float:
        """Width of the text column in millimetres."""
        return self.width - self.left - self.right


@dataclass(frozen=True, slots=True)
class Font:
    """A family: its name, its file's stem in resources/fonts, and what stands in for it in Word and on the web."""

    name: str
    file: str
    word_fallback: str
    web: str
    panose: str
    family: str


@dataclass(frozen=True, slots=True)
class PhotoLimits:
    """The largest picture: millimetres on paper, pixels in the file; JPEG quality 1 to 95."""

    width: float
    height: float
    word_pixels: int
    web_pixels: int
    quality: int


@dataclass(frozen=True, slots=True)
class Emblem:
    """The letterhead's emblem: side of its square, distance of its upper edge from the page's, in millimetres."""

    side: float
    from_top: float


@dataclass(frozen=True, slots=True)
class TextStyle:
    """A row of styles.tsv: sizes and spaces in points, indents in millimetres; the table explains its columns."""

    role: str
    word_name: str
    based_on: str
    next: str
    font: str
    size: float
    line: float
    line_rule: str
    before: float
    after: float
    colour: str
    left: float
    right: float
    first: float
    marks: frozenset[str]
    web_size: str
    web_line: str

    @property
    def word_id(self) -> str:
        """The style's id in Word's files: the name without spaces, each word with a capital."""
        return "".join(word[:1].upper() + word[1:] for word in self.word_name.split())


@dataclass(frozen=True, slots=True)
class Look:
    """Everything about the look. Colours are RRGGBB by name (see COLOURS), styles are by role."""

    page: Page
    emblem: Emblem
    photo: PhotoLimits
    fonts: Mapping[str, Font]
    light: Mapping[str, str]
    dark: Mapping[str, str]
    styles: Mapping[str, TextStyle]
    diagonal: str
    sober_kinds: frozenset[str]
    sober_pale: tuple[str, str]
    sober: bool = False

    def for_kind(self, kind: str) -> "Look":
        """The look for a release type: a sober one (condolence) has ink in the place of accent and red."""
        if kind not in self.sober_kinds:
            return self
        light, dark = (
            {**colours, "accent": colours["ink"], "red": colours["ink"], "pale": pale}
            for colours, pale in zip((self.light, self.dark), self.sober_pale, strict=True)
        )
        return replace(self, light=light, dark=dark, sober=True)


def read_look(folder: Path) -> Look:
    """The look in a folder of look.toml and styles.tsv. What is missing or misspelt there is a TableError."""
    path = folder / "look.toml"
    table = read_toml(path)
    try:
        colours = {name: _colours(path, table["colours"][name]) for name in ("light", "dark")}
        return Look(
            page=Page(**table["page"]),
            emblem=Emblem(**table["emblem"]),
            photo=PhotoLimits(**table["photo"]),
            fonts={name: Font(**font) for name, font in table["fonts"].items()},
            light=colours["light"],
            dark=colours["dark"],
            styles=_styles(folder / "styles.tsv", frozenset(table["fonts"])),
            diagonal=_colour(path, table["draft"]["diagonal"]),
            sober_kinds=frozenset(table["sober"]["kinds"]),
            sober_pale=(_colour(path, table["sober"]["pale_light"]), _colour(path, table["sober"]["pale_dark"])),
        )
    except KeyError as error:
        raise TableError(path, 1, 1, f"the entry {error} is missing.") from error
    except TypeError as error:
        # Page(**...) and its neighbours: a key too many or too few, named in the message
        raise TableError(path, 1, 1, f"an entry is missing or unknown: {error}.") from error


@lru_cache(maxsize=1)
def house_look() -> Look:
    """The shipped look, read once."""
    return read_look(resources("documents"))


def _colours(path: Path, table: Mapping[str, Any]) -> dict[str, str]:
    return {name: _colour(path, table[name]) for name in COLOURS}


def _colour(path: Path, value: object) -> str:
    if isinstance(value, str) and re.fullmatch(r"[0-9A-Fa-f]{6}", value):
        return value.upper()
    raise TableError(path, 1, 1, f"«{value}» is no colour; write six hexadecimal digits such as 00586A.")


def _styles(path: Path, fonts: frozenset[str]) -> dict[str, TextStyle]:
    found: dict[str, TextStyle] = {}
    for line, row in read_rows(path):
        try:
            style = _style(row)
        except KeyError as error:
            raise TableError(path, line, 1, f"the column {error} is missing.") from error
        except ValueError as error:
            raise TableError(path, line, 1, f"a cell holds no number: {error}.") from error
        _check(path, line, style, found, fonts)
        found[style.role] = style
    for style in found.values():
        if style.next and style.next not in found:
            raise TableError(path, 1, 1, f"{style.role} is followed by {style.next}, which has no row.")
    return found


def _style(row: Mapping[str, str]) -> TextStyle:
    return TextStyle(
        role=row["role"],
        word_name=row["word_name"],
        based_on=row["based_on"],
        next=row["next"],
        font=row["font"],
        size=float(row["size"]),
        line=float(row["line"]),
        line_rule=row["line_rule"],
        before=float(row["before"]),
        after=float(row["after"]),
        colour=row["colour"],
        left=float(row["left"]),
        right=float(row["right"]),
        first=float(row["first"]),
        marks=frozenset(row["marks"].split()),
        web_size=row["web_size"],
        web_line=row["web_line"],
    )


def _check(path: Path, line: int, style: TextStyle, known: Mapping[str, TextStyle], fonts: frozenset[str]) -> None:
    faults = [
        (style.role in known, f"{style.role} stands in the table twice."),
        (bool(style.based_on) and style.based_on not in known, f"«{style.based_on}» has no row above this one."),
        (style.font not in fonts, f"«{style.font}» is no font of look.toml."),
        (style.colour not in COLOURS, f"«{style.colour}» is no colour; take one of {', '.join(COLOURS)}."),
        (style.line_rule not in ("least", "exact", "auto"), f"«{style.line_rule}» is none of least, exact, auto."),
        (bool(style.marks - MARKS), f"unknown marks: {', '.join(sorted(style.marks - MARKS))}."),
    ]
    for wrong, sentence in faults:
        if wrong:
            raise TableError(path, line, 1, sentence)
