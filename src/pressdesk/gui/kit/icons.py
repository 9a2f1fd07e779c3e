"""Icons: Lucide's outlines (ISC) in the colours of the theme. `Icons(theme).icon("users", "text2", 16)`."""

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from pressdesk import data
from pressdesk.errors import DataMissingError
from pressdesk.gui.kit.theme import Theme

STROKE = 1.75


class Icons:
    """Draws and remembers icons.

    `ratio` is the screen's device pixel ratio, so that an icon is sharp at 150 % and 200 %.
    """

    def __init__(self, theme: Theme, ratio: float = 1.0) -> None:
        self.theme = theme
        self.ratio = ratio
        self._drawn: dict[tuple[str, str, int, float], QPixmap] = {}

    def pixmap(self, name: str, color: str = "text2", size: int = 16, ratio: float | None = None) -> QPixmap:
        """The icon as a picture of `size` logical pixels (grown by the text size); `color` is a token.

        DataMissingError where resources/ui/icons has no such icon.
        """
        key = (name, color, size, ratio or self.ratio)
        if key not in self._drawn:
            self._drawn[key] = self._draw(name, color, self.theme.px(size), ratio or self.ratio)
        return self._drawn[key]

    def icon(self, name: str, color: str = "text2", size: int = 16, disabled: str = "line2") -> QIcon:
        """The icon for a button or an action, with its paler self for the disabled state."""
        icon = QIcon(self.pixmap(name, color, size))
        icon.addPixmap(self.pixmap(name, disabled, size), QIcon.Mode.Disabled)
        return icon

    def _draw(self, name: str, color: str, size: int, ratio: float) -> QPixmap:
        path = data.resources("ui", "icons", f"{name}.svg")
        try:
            svg = path.read_text(encoding="utf-8")
        except FileNotFoundError:
            raise DataMissingError(f"{path}: there is no icon of this name.") from None
        svg = svg.replace("currentColor", self.theme.hex(color)).replace('stroke-width="2"', f'stroke-width="{STROKE}"')
        pixmap = QPixmap(round(size * ratio), round(size * ratio))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(svg.encode())).render(painter)
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap
