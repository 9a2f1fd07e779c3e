"""Colours, fonts and the style sheet, read from `resources/ui/tokens.toml` and `resources/ui/style/*.qss`.

Start at `Theme`. A theme is a value: another colour scheme or text size is another Theme, and the window is built anew.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

from pressdesk import data
from pressdesk.errors import DataMissingError

LIGHT, DARK = "light", "dark"

_ROLES = {
    QPalette.ColorRole.Window: "form",
    QPalette.ColorRole.Base: "card",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Button: "card",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.Highlight: "select",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.ToolTipBase: "card",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
}


@cache
def tokens() -> Mapping[str, Any]:
    """The whole of tokens.toml."""
    return tomllib.loads(data.resources("ui", "tokens.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Theme:
    """One look of the window.

    Attributes:
        name: "light" or "dark".
        scale: the text size, 1.0 is 100 %. The screen's own scale comes on top, by Qt.
        cache: where coloured copies of icons for the style sheet are kept; None leaves them out of the sheet.
    """

    name: str = LIGHT
    scale: float = 1.0
    cache: Path | None = None

    @property
    def dark(self) -> bool:
        """Whether light letters stand on a dark ground."""
        return self.name == DARK

    def color(self, token: str) -> QColor:
        """The colour of a token. DataMissingError where tokens.toml has none of that name."""
        return QColor(self.hex(token))

    def hex(self, token: str) -> str:
        """The colour of a token as `#RRGGBB` (with alpha `#AARRGGBB`), as the style sheet wants it."""
        try:
            return str(tokens()[self.name][token])
        except KeyError:
            raise DataMissingError(f"resources/ui/tokens.toml has no colour “{token}” for {self.name}.") from None

    def px(self, pixels: float) -> int:
        """A length of the 100 % design in pixels of this text size. Hairlines up to 2 stay as they are."""
        return round(pixels) if pixels <= 2 else round(pixels * self.scale)

    def font(self, role: str, weight: int | None = None, italic: bool = False) -> QFont:
        """The font of a role: caption, small, label, body, strong, heading, title, doc, doc_title."""
        family, pixels, usual, _ = tokens()["type"][role]
        font = QFont([family, "Noto Serif" if family == "Literata" else "Noto Sans"])
        font.setPixelSize(round(pixels * self.scale))
        font.setWeight(QFont.Weight(weight or usual))
        font.setItalic(italic)
        return font

    def line_height(self, role: str) -> int:
        """The height of a line of a role, in pixels of this text size."""
        return self.px(tokens()["type"][role][3])

    def motion(self, name: str) -> int:
        """How long a movement takes, in milliseconds: open, scroll, tint."""
        return int(tokens()["motion"][name])

    def palette(self) -> QPalette:
        """The palette for whatever the style sheet does not reach."""
        palette = QPalette()
        for role, token in _ROLES.items():
            palette.setColor(role, self.color(token))
        disabled = self.color("text3")
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, disabled)
        return palette

    def style_sheet(self, scale: float | None = None) -> str:
        """The application's style sheet: all files of resources/ui/style, with colours and lengths filled in."""
        grow = self.scale if scale is None else scale
        paths = sorted(data.resources("ui", "style").glob("*.qss"))
        sheet = "\n".join(path.read_text(encoding="utf-8") for path in paths)
        sheet = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
        sheet = re.sub(r"image: url\(@icon\(([\w-]+),(\w+)\)\);", lambda m: self._image(m[1], m[2]), sheet)
        sheet = re.sub(r"\b(\d+)px", lambda m: m[0] if int(m[1]) <= 2 else f"{round(int(m[1]) * grow)}px", sheet)
        sheet = re.sub(r"@half\((\d+),(\d+)\)", lambda m: f"{round(int(m[1]) * grow) // 2 + int(m[2])}px", sheet)
        return re.sub(r"@(\w+)", lambda m: self.hex(m[1]), sheet)

    def _image(self, name: str, token: str) -> str:
        if self.cache is None:
            return ""
        path = self.cache / f"{name}-{self.hex(token)[1:]}.svg"
        if not path.exists():
            svg = data.resources("ui", "icons", f"{name}.svg").read_text(encoding="utf-8")
            self.cache.mkdir(parents=True, exist_ok=True)
            path.write_text(svg.replace("currentColor", self.hex(token)), encoding="utf-8")
        return f'image: url("{path.as_posix()}");'


def load_fonts() -> list[str]:
    """Makes the shipped fonts known to Qt, so that the system's fonts do not matter. Returns the families."""
    families: list[str] = []
    for path in sorted(data.resources("ui", "fonts").glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(path))
        if number < 0:
            raise DataMissingError(f"{path}: this font cannot be read; install PressDesk anew.")
        families += QFontDatabase.applicationFontFamilies(number)
    return sorted(set(families))
