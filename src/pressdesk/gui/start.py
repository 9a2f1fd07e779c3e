"""Starts the window: the application, its fonts and colours, the hook for what nobody caught. See `run_desk`."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QRect, Qt, QTimer, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from pressdesk.app.places import Places
from pressdesk.app.settings import Settings, load
from pressdesk.errors import PressDeskError
from pressdesk.gui.collector import Collector
from pressdesk.gui.kit.theme import DARK, LIGHT, Theme, load_fonts
from pressdesk.gui.main_window import MainWindow, Surroundings
from pressdesk.gui.shell.failure import Hook
from pressdesk.text.messages import UI_LANGUAGES

if TYPE_CHECKING:  # comes with the first draft
    from pressdesk.gui.bridge import Checker

FIRST_SIZE = (1440, 900)
FRAME = (8, 40)  # of a window's frame that is not drawn yet: about as much as frames take
FRAME_KNOWN = (0, 100, 400)  # milliseconds after which a window manager has drawn the frame; some take a while
QT_INSTEAD = {"kk": "ru"}
"""Whose words stand where Qt has none in a language."""


class Dresser:
    """Makes the application look as the settings say, and follows the system's colour scheme."""

    def __init__(self, app: QApplication, places: Places, language: "Callable[[Settings], str]") -> None:
        self._app, self._places, self._language = app, places, language
        self._worn: Theme | None = None
        self._translators: list[QTranslator] = []

    def dress(self, settings: Settings) -> tuple[Theme, float]:
        """The theme and the screens' largest pixel ratio; the style sheet is set anew only where the theme changed."""
        dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        name = settings.theme if settings.theme in (LIGHT, DARK) else DARK if dark else LIGHT
        theme = Theme(name, settings.text_size / 100, self._places.cache / "icons")
        if theme != self._worn:
            self._app.setPalette(theme.palette())
            self._app.setFont(theme.font("body"))
            self._app.setStyleSheet(theme.style_sheet())
            self._worn = theme
        self._translate(self._language(settings))
        return theme, max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)

    def _translate(self, language: str) -> None:
        """Qt's own words (buttons of file dialogs, context menus) in the window's language."""
        for worn in self._translators:
            self._app.removeTranslator(worn)
            worn.deleteLater()
        self._translators = qt_words(language, self._app)
        for translator in reversed(self._translators):  # the last one installed is asked first
            self._app.installTranslator(translator)
        QLocale.setDefault(QLocale(language))


class _WithoutMarks(QTranslator):
    """What a catalogue has without the mark of a letter key (“Look in:” for “&Look in:”), where it lacks the marked."""

    def __init__(self, catalogue: QTranslator) -> None:
        super().__init__(catalogue.parent())
        self._catalogue = catalogue

    def isEmpty(self) -> bool:  # noqa: N802  (Qt's name)
        return False

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        bare = text.replace("&", "")
        found = self._catalogue.translate(context, bare, disambiguation, n) if bare != text else ""
        return found or None  # type: ignore[return-value]  # Qt asks the next one; an empty text would be shown


def qt_words(language: str, parent: QObject) -> list[QTranslator]:
    """The catalogues of Qt's own words for a language, the first to be asked first; none for English.

    Qt's Russian has “Look in:” and not “&Look in:”, which its dialogs ask for. What Kazakh lacks is said in Russian.
    """
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    found: list[QTranslator] = []
    for tag in dict.fromkeys((language, QT_INSTEAD.get(language, language))):
        catalogue = QTranslator(parent)
        if catalogue.load(f"qtbase_{tag}", folder) and not catalogue.isEmpty():
            found += [catalogue, _WithoutMarks(catalogue)]
    return found


def window_language(settings: Settings, wish: str | None) -> str:
    """The command line's wish, else the settings', else the system's, else English."""
    system = QLocale.system().name().partition("_")[0]
    return next((tag for tag in (wish, settings.language, system) if tag in UI_LANGUAGES), "en") or "en"


def run_desk(args_path: Path | None, places: Places, ui_lang: str | None) -> int:
    """Opens the window, with a draft (or a facts file) where a path is given, and runs until it is closed."""
    app = QApplication([sys.argv[0] if sys.argv else "pressdesk"])
    app.setApplicationName("PressDesk")
    app.setDesktopFileName("pressdesk")
    app.setStyle("Fusion")
    load_fonts()
    collector = Collector(app)
    hook = Hook(app)
    sys.excepthook = hook.hook
    # a worker that computes in Python must not keep a keystroke waiting for the usual five milliseconds
    sys.setswitchinterval(0.001)
    loaded = load(places)

    def language(settings: Settings) -> str:
        return window_language(settings, ui_lang)

    checker = CheckerOwner(places)
    dresser = Dresser(app, places, language)
    around = Surroundings(
        places=places,
        dress=dresser.dress,
        language=language,
        checker=lambda: checker.get(language(window.preferences.settings)),
        platform=app.platformName(),
    )
    window = MainWindow(around, loaded.settings)
    hook.broke.connect(window.sheets.failure)
    app.installEventFilter(window.digit_keys)
    window.digit_keys.pressed.connect(collector.hold)
    app.styleHints().colorSchemeChanged.connect(lambda _: _follow(window))
    for complaint in loaded.complaints:
        window.tell(PressDeskError(complaint))
    _show(window, loaded.settings)
    if args_path is not None:
        # the window is painted first, the draft comes when the screen shows it
        QTimer.singleShot(0, window, lambda: window.open_path(args_path))
    try:
        return app.exec()
    finally:
        sys.excepthook = sys.__excepthook__
        collector.stop()
        checker.close()


class CheckerOwner:
    """The checkers of the program: made with the first draft, closed with the program."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._made: object | None = None

    def get(self, language: str) -> "Checker":
        """The checkers; their modules are only loaded now."""
        from pressdesk.app.beside.checkers import Checkers

        if not isinstance(self._made, Checkers):
            self._made = Checkers(self._places, language)
        return self._made

    def close(self) -> None:
        """Ends the checkers' process and LanguageTool's, where they were started."""
        from pressdesk.app.beside.checkers import Checkers

        if isinstance(self._made, Checkers):
            self._made.close()


def _follow(window: MainWindow) -> None:
    if window.preferences.settings.theme == "system":
        window.rebuild()


def _show(window: MainWindow, settings: Settings) -> None:
    width, height = FIRST_SIZE
    parts = settings.window.split("x")
    if len(parts) == 2 and all(part.isdigit() for part in parts):
        width, height = int(parts[0]), int(parts[1])
    room = window.screen().availableGeometry()
    window.resize(min(width, room.width() - FRAME[0]), min(height, room.height() - FRAME[1]))
    if settings.window == "max":
        window.showMaximized()
        return
    window.show()
    for wait in FRAME_KNOWN:
        QTimer.singleShot(wait, window, lambda: fit(window))


def fit(window: QWidget) -> None:
    """Makes a window smaller and moves it where its frame goes beyond the work area of its screen."""
    if not window.isVisible() or window.isMaximized() or window.isFullScreen():
        return
    room, frame, inside = window.screen().availableGeometry(), window.frameGeometry(), window.geometry()
    wanted = within(frame, room)
    if wanted != frame:
        inside.adjust(
            wanted.left() - frame.left(), wanted.top() - frame.top(),
            wanted.right() - frame.right(), wanted.bottom() - frame.bottom(),
        )  # fmt: skip
        window.setGeometry(inside)


def within(frame: QRect, room: QRect) -> QRect:
    """A frame as large as it was where there is room for it, else smaller, and moved until all of it is in sight."""
    width, height = min(frame.width(), room.width()), min(frame.height(), room.height())
    left = max(room.left(), min(frame.left(), room.right() + 1 - width))
    top = max(room.top(), min(frame.top(), room.bottom() + 1 - height))
    return QRect(left, top, width, height)
