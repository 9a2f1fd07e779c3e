"""What `pressdesk doctor` looks at besides LanguageTool. Each probe looks at the thing itself and says what it saw."""

import ctypes
import importlib.util
import os
import struct
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pressdesk.app import house, settings, style_file
from pressdesk.app.checklist import items
from pressdesk.app.places import Places
from pressdesk.data import resources
from pressdesk.errors import HouseError, PressDeskError
from pressdesk.grammar.grammar import Grammar
from pressdesk.language import house as files

KAZAKH = "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯаәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя₸«»–—№"
"""The Kazakh alphabet (42 letters, both cases), the tenge sign and the signs that every release needs."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at.

    Attributes:
        name: what it is: "java", "languagetool.ru", "display".
        ok: whether it works.
        found: what was seen, a clause.
        mend: what to do, a sentence; "" where nothing is to do.
    """

    name: str
    ok: bool
    found: str
    mend: str = ""


def kazakh() -> Check:
    """The grammar's tables, by making a form with them."""
    try:
        form = Grammar.load(resources("kk")).form("мектеп", "DAT").text
    except PressDeskError as error:
        return Check("kazakh", False, f"the Kazakh grammar does not load ({error})", "Install PressDesk anew.")
    if form != "мектепке":
        return Check(
            "kazakh", False, f"the Kazakh grammar gives “{form}” where «мектепке» is right", "Install PressDesk anew."
        )
    return Check("kazakh", True, "the Kazakh grammar's tables are whole")


def russian() -> Check:
    """The dictionaries that decline Russian names and titles."""
    for module in ("pymorphy3", "pymorphy3_dicts_ru", "pytrovich"):
        if importlib.util.find_spec(module) is None:
            return Check("russian", False, f"the Python package {module} is missing", "Install PressDesk anew.")
    return Check("russian", True, "the Russian dictionaries are there")


def fonts(folder: Path | None = None) -> Check:
    """The fonts that come along, by their own tables: every Kazakh letter and the tenge sign."""
    files = sorted((folder or resources("fonts")).glob("*.ttf"))
    if not files:
        return Check("fonts", False, "the program's fonts are missing", "Install PressDesk anew.")
    for file in files:
        lacking = [letter for letter in KAZAKH if ord(letter) not in _letters(file)]
        if lacking:
            return Check("fonts", False, f"{file.name} lacks “{lacking[0]}”", "Install PressDesk anew.")
    return Check("fonts", True, f"{len(files)} fonts with every Kazakh letter and ₸")


def qt(platform: str = sys.platform) -> Check:
    """Qt and the system libraries it needs. They are loaded as files, for the window's code stays in the window."""
    spec = importlib.util.find_spec("PySide6")
    if spec is None or not spec.submodule_search_locations:
        return Check("qt", False, "the Python package PySide6 is missing", "Install PressDesk anew.")
    folder = Path(spec.submodule_search_locations[0]) / "Qt"
    if not platform.startswith("linux"):
        return Check("qt", True, "Qt is there")  # elsewhere the package brings everything along
    wanted = [folder / "lib" / "libQt6Widgets.so.6", folder / "plugins" / "platforms" / "libqxcb.so"]
    for library in wanted:
        try:
            ctypes.CDLL(str(library))
        except OSError as error:
            missing = str(error).partition(":")[0]
            return Check("qt", False, f"Qt needs the library {missing}", _package_of(missing))
    return Check("qt", True, "Qt and its system libraries load")


def _package_of(library: str) -> str:
    table = resources("doctor", "libraries.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in table if not line.startswith("#")]
    package = next((row[1] for row in rows[1:] if library.startswith(row[0])), "")
    if package:
        return f"Run `sudo apt-get install {package}`; other systems call it alike."
    return f"Install the package of your system that holds {library}."


def display(surroundings: Mapping[str, str], platform: str = sys.platform) -> Check:
    """Whether a window can open here."""
    if not platform.startswith("linux"):
        return Check("display", True, "this system has its own display")
    if surroundings.get("QT_QPA_PLATFORM", "").partition(":")[0] in ("offscreen", "minimal", "vnc"):
        return Check("display", True, f"QT_QPA_PLATFORM={surroundings['QT_QPA_PLATFORM']}")
    for name in ("WAYLAND_DISPLAY", "DISPLAY"):
        if surroundings.get(name):
            return Check("display", True, f"{name}={surroundings[name]}")
    return Check(
        "display",
        False,
        "there is no display, so the desk cannot open",
        "Log in to a desktop; `pressdesk render` and `pressdesk check` work without one.",
    )


def folders(places: Places) -> Iterator[Check]:
    """The three folders, by writing into them, or into what they will be made in."""
    for name, folder in (("config", places.config), ("data", places.data), ("cache", places.cache)):
        there = folder
        while not there.exists() and there != there.parent:
            there = there.parent
        try:
            with tempfile.TemporaryFile(dir=there):
                pass
        except OSError as error:
            yield Check(
                f"folder.{name}",
                False,
                f"{folder} cannot be written ({error.strerror})",
                f"Make {there} writeable for you, or choose another folder with --home DIR.",
            )
        else:
            yield Check(f"folder.{name}", True, f"{folder} can be written")


def house_file(places: Places) -> Check:
    """The ministry's house file, by reading it."""
    path = house.house_file(places, settings.load(places).settings.house)
    if path is None:
        return Check("house", True, "no house file, so the shipped manners hold")
    try:
        files.read(path)
        items.load(path)
    except HouseError as error:
        mend = "Mend that line; docs/house-file.md says what may stand there. Until then the shipped manners hold."
        return Check("house", False, f"the house file cannot be taken ({str(error).rstrip('.')})", mend)
    return Check("house", True, f"the house file {path} is whole")


def own_style(places: Places) -> Check:
    """The ministry's style file, by reading it."""
    chosen = style_file.choose(style_file.style_file(places))
    if chosen.path is None:
        return Check("style", True, "no style file, so the shipped rules hold")
    if chosen.complaint:
        mend = "Mend that line; `pressdesk style check FILE` tries the whole file. Until then the shipped rules hold."
        return Check("style", False, f"the style file cannot be taken ({chosen.complaint.rstrip('.')})", mend)
    return Check("style", True, f"the style file {chosen.path} is whole")


def all_but_languagetool(places: Places) -> Iterator[Check]:
    """Every probe of this file."""
    yield kazakh()
    yield russian()
    yield fonts()
    yield qt()
    yield display(os.environ)
    yield from folders(places)
    yield house_file(places)
    yield own_style(places)


def _letters(file: Path) -> set[int]:
    """The code points that a TrueType font has glyphs for; empty when the file is no such font.

    Source: OpenType specification 1.9, "cmap": formats 4 and 12.
    """
    raw = file.read_bytes()
    try:
        count = struct.unpack_from(">H", raw, 4)[0]
        tables = {raw[at : at + 4]: struct.unpack_from(">I", raw, at + 8)[0] for at in range(12, 12 + 16 * count, 16)}
        cmap = tables[b"cmap"]
        found: set[int] = set()
        for number in range(struct.unpack_from(">H", raw, cmap + 2)[0]):
            at = cmap + struct.unpack_from(">I", raw, cmap + 4 + 8 * number + 4)[0]
            kind = struct.unpack_from(">H", raw, at)[0]
            found.update(_format_4(raw, at) if kind == 4 else _format_12(raw, at) if kind == 12 else ())
        return found
    except (struct.error, KeyError):
        return set()


def _format_4(raw: bytes, at: int) -> Iterator[int]:
    twice = struct.unpack_from(">H", raw, at + 6)[0]
    ends, starts, deltas, offsets = (at + 14 + shift + twice * n for n, shift in enumerate((0, 2, 2, 2)))
    for here in range(0, twice, 2):
        first, last = struct.unpack_from(">H", raw, starts + here)[0], struct.unpack_from(">H", raw, ends + here)[0]
        delta, offset = (struct.unpack_from(">H", raw, place + here)[0] for place in (deltas, offsets))
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if offset:
                glyph = struct.unpack_from(">H", raw, offsets + here + offset + 2 * (code - first))[0]
            if (glyph + delta) & 0xFFFF and (glyph or not offset):
                yield code


def _format_12(raw: bytes, at: int) -> Iterator[int]:
    for group in range(struct.unpack_from(">I", raw, at + 12)[0]):
        first, last = struct.unpack_from(">II", raw, at + 16 + 12 * group)
        yield from range(first, last + 1)
