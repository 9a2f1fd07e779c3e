"""Rail, form and text side by side, or one of the two in a narrow window. Widgets are hidden, never rebuilt."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from pressdesk.gui.kit.theme import Theme
from pressdesk.gui.shell.bar import FULL, MIDDLE, ONE_PANE

FORM_LEAST, FORM_MOST, TEXT_LEAST = 400, 680, 320
# logical width of the window at 100 %: the form's own width from there on
_FORM_WIDTHS = ((1440, 552), (1280, 480), (960, 432))
FORM, TEXT = "form", "text"


def bar_size(width: int) -> str:
    """Which bar a logical width gets."""
    return FULL if width >= 1280 else MIDDLE if width >= 960 else ONE_PANE


def form_width(width: int) -> int:
    """The form's width in a window of a logical width; 0 where only one pane is shown."""
    return next((form for least, form in _FORM_WIDTHS if width >= least), 0)


class Panes(QWidget):
    """The two panes with their border, and the peek line below where only the form is shown.

    Signals:
        pane_shown(str): "form" or "text" is the one pane now; "" when both are shown.
        border_moved(int): the user moved the border; the form is this wide, 0 for the width's own.
    """

    pane_shown = Signal(str)
    border_moved = Signal(int)

    def __init__(self, theme: Theme, rail: QWidget, form: QWidget, text: QWidget, peek: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self._form, self._text, self._peek = form, text, peek
        self._pane = FORM
        self._one = self._text_only = False
        self._chosen = 0
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(5)
        self._splitter.addWidget(form)
        self._splitter.addWidget(text)
        self._splitter.setStretchFactor(0, 0)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.splitterMoved.connect(self._moved)
        self._splitter.handle(1).installEventFilter(self)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._splitter, 1)
        right.addWidget(peek)
        layout = QHBoxLayout(self)
        layout.setSpacing(0)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(rail)
        layout.addLayout(right, 1)

    @property
    def pane(self) -> str:
        """The one pane shown, "" where both are."""
        return (TEXT if self._text_only else self._pane) if self._one or self._text_only else ""

    def choose_width(self, pixels: int) -> None:
        """The form's width as the user left it last; 0 for the width's own."""
        self._chosen = pixels

    def arrange(self, width: int) -> None:
        """Lays out for a window of a logical width (at 100 % text size)."""
        own = form_width(width)
        one = own == 0
        crossed = one != self._one
        self._one = one
        self._form.setMinimumWidth(0 if one else self._theme.px(FORM_LEAST))
        self._form.setMaximumWidth(16777215 if one else self._theme.px(FORM_MOST))
        self._text.setMinimumWidth(self._theme.px(TEXT_LEAST))
        self._show()
        layout = self.layout()
        if layout is not None:
            layout.activate()  # the rail may just have changed its width
        if not one:
            total = self._splitter.width()
            form = min(self._chosen or self._theme.px(own), max(self._theme.px(FORM_LEAST), total - TEXT_LEAST))
            self._splitter.setSizes([form, max(1, total - form)])
        if crossed:
            self.pane_shown.emit(self.pane)

    def show_pane(self, name: str) -> None:
        """The pane to show where there is room for one; remembered for then."""
        self._text_only = False
        self._pane = name
        self._show()
        self.pane_shown.emit(self.pane)

    def toggle_text_only(self) -> None:
        """The text alone, or everything again."""
        self.set_text_only(not self._text_only)

    def set_text_only(self, alone: bool) -> None:
        """The text alone (two pages want the room), or everything again."""
        self._text_only = alone
        self._show()
        self.pane_shown.emit(self.pane)

    def _show(self) -> None:
        pane = self.pane
        self._form.setVisible(pane in ("", FORM))
        self._text.setVisible(pane in ("", TEXT))
        self._peek.setVisible(pane == FORM)

    def _moved(self, position: int, index: int) -> None:
        self._chosen = position
        self.border_moved.emit(position)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonDblClick and watched is self._splitter.handle(1):
            self._chosen = 0
            self.border_moved.emit(0)
            self.arrange(round(self.window().width() / self._theme.scale))
            return True
        return super().eventFilter(watched, event)
