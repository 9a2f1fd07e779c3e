"""How many keys a finished release in four languages takes, when its kind, its people and its topics are known.

    python -m benchmarks.keystrokes [KIND ...]

A real window without a screen is worked by keys alone, Tab by Tab; the register knows the people, as it does after
their first release. Every key counts one, a click one. A release counts as finished when all four languages are there
and `check` finds no error in the facts.
"""

import datetime as dt
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pressdesk.model.register import Book

PACE = 200  # keys a minute of somebody who types neither fast nor slowly
PATIENCE = 30  # seconds until the texts must be there
Step = tuple[str, str, str]  # a field ("" where the cursor is), what is typed there, the keys that choose then
KNOWN = {"salvania-minister": ("countries[1]", "people[0]", "people[1]"), "salvania-credentials": ("people[1]",)}
KINDS: dict[str, Sequence[Step]] = {
    "bilateral_meeting": (
        ("event.date", "12.03.2026", ""),
        ("event.place.name", "Лисса", "↓⏎"),
        ("actor", "Сапар", "⏎"),
        ("counterpart", "Тейш", "⏎"),
        ("topics", "", "⏎"),
        ("", "транз", "↓⏎"),
        ("", "экологиялық т", "↓⏎"),
    ),
    "credentials": (
        ("event.date", "09.06.2026", ""),
        ("event.place.name", "Лисса", "↓⏎"),
        ("actor", "Сапар", "⏎"),
        ("counterpart", "Бранд", "⏎"),
    ),
    "phone_call": (
        ("event.date", "19.02.2026", ""),
        ("actor", "Сапар", "⏎"),
        ("counterpart", "Тейш", "⏎"),
        ("topics", "", "⏎"),
        ("", "транз", "↓⏎"),
    ),
}


@dataclass
class Count:
    """Keys so far, by what they were for."""

    typed: int = 0
    moved: int = 0
    chosen: int = 0
    lines: list[str] = field(default_factory=list)

    @property
    def all(self) -> int:
        """Keys and the click that began the release."""
        return self.typed + self.moved + self.chosen + 1


class Desk:
    """A window, and a hand that presses keys in it."""

    def __init__(self, home: str) -> None:
        from PySide6.QtWidgets import QApplication

        from pressdesk.app.places import Places
        from pressdesk.app.settings import Settings
        from pressdesk.gui.kit.theme import load_fonts
        from pressdesk.gui.main_window import MainWindow, Surroundings
        from pressdesk.gui.start import Dresser

        app = QApplication.instance()
        self.app = app if isinstance(app, QApplication) else QApplication([])
        self.app.setStyle("Fusion")
        load_fonts()
        places = Places.at(home)
        _teach(places)
        dress = Dresser(self.app, places, lambda _: "kk").dress
        around = Surroundings(places=places, dress=dress, language=lambda _: "kk", checker=None)
        self.window: MainWindow = MainWindow(around, Settings())
        self.window.resize(1440, 900)
        self.window.show()
        self.window.activateWindow()
        self.wait(lambda: self.window.isActiveWindow())

    def wait(self, done: Callable[[], bool]) -> None:
        """Until something is so."""
        until = time.monotonic() + PATIENCE
        while not done():
            self.app.processEvents()
            time.sleep(0.002)
            if time.monotonic() > until:
                raise SystemExit("the window did not do what was waited for")

    def key(self, key: int, text: str = "") -> None:
        """One key to whatever has the focus."""
        from PySide6.QtCore import QEvent, Qt
        from PySide6.QtGui import QKeyEvent
        from PySide6.QtWidgets import QApplication

        widget = QApplication.focusWidget() or self.window
        for what in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(what, key, Qt.KeyboardModifier.NoModifier, text)
            QApplication.sendEvent(widget, event)
        for _ in range(4):
            self.app.processEvents()

    def field(self) -> str:
        """The path of the field that has the focus."""
        from PySide6.QtWidgets import QApplication

        widget = QApplication.focusWidget()
        while widget is not None:
            path = getattr(widget, "path", None)
            if isinstance(path, str):
                return path
            widget = widget.parentWidget()
        return ""


def _teach(places: object) -> None:
    """The register as it is after the first release of these people."""
    from pressdesk.app.places import Places
    from pressdesk.app.register.layers import Layers
    from pressdesk.app.register.learn import learn
    from pressdesk.app.register.own import OwnRegister
    from pressdesk.app.samples import sample

    assert isinstance(places, Places)
    for name, paths in KNOWN.items():
        for path in paths:
            book, _ = learn(sample(name), path, Layers.at(places), dt.date(2026, 1, 1))
            OwnRegister(places).change(partial(_instead, book))


def _instead(book: "Book", _old: "Book") -> "Book":
    return book


def write(desk: Desk, kind: str) -> Count:
    """Writes one release by keys."""
    from PySide6.QtCore import Qt

    from pressdesk.gui.shell.start_page import StartPage

    page = desk.window.findChild(StartPage)
    if page is None:
        raise SystemExit("the start page is not there")
    page.new_wanted.emit(kind)
    count = Count()
    desk.wait(lambda: desk.field() != "")
    for path, text, keys in KINDS[kind]:
        moved = 0
        while path and desk.field() != path:
            desk.key(Qt.Key.Key_Tab, "\t")
            moved += 1
            if moved > 60:
                raise SystemExit(f"{kind}: no Tab leads to {path}")
        for letter in text:
            desk.key(Qt.Key.Key_unknown, letter)
        for key in keys:
            desk.key(Qt.Key.Key_Down if key == "↓" else Qt.Key.Key_Return, "" if key == "↓" else "\r")
        count.moved += moved
        count.typed += len(text)
        count.chosen += len(keys)
        words = " ".join(filter(None, (f"{moved} × Tab" if moved else "", text, keys)))
        count.lines.append(f"{path or '…'}: {words}")
    return count


def finished(desk: Desk) -> list[str]:
    """What is missing yet: gaps of the texts and errors of the facts."""
    from pressdesk.app.problems import all_problems
    from pressdesk.model.findings import Severity

    bridge = desk.window.bridge
    if bridge is None:
        return ["no draft"]
    desk.wait(lambda: not bridge.busy and len(bridge.releases) == len(bridge.languages))
    missing = [f"{tag}: {gap.field}" for tag, release in bridge.releases.items() for gap in release.gaps]
    errors = [p.path for p in all_problems(bridge.draft, bridge.kind) if p.severity is Severity.ERROR]
    return missing + errors


def main(kinds: Sequence[str]) -> int:
    """Prints the steps and the keys of each kind."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    worst = 0
    for kind in kinds or KINDS:
        with tempfile.TemporaryDirectory() as home:
            desk = Desk(home)
            count = write(desk, kind)
            missing = finished(desk)
            print(
                f"{kind}: {count.all} keys ({count.typed} typed, {count.moved} Tab, {count.chosen} ↓ and Enter), ",
                end="",
            )
            print(f"{count.all / PACE * 60:.0f} s at {PACE} keys a minute; missing: {', '.join(missing) or 'nothing'}")
            for line in count.lines:
                print(f"    {line}")
            if desk.window.bridge is not None:
                print("    →", desk.window.bridge.releases["kk"].lead)
            worst = max(worst, len(missing))
            if desk.window.autosave is not None and desk.window.bridge is not None:
                desk.window.autosave.close()
                desk.window.bridge.close()
            desk.window.hide()
            desk.window.deleteLater()
    sys.stdout.flush()
    os._exit(1 if worst else 0)  # threads of the window need no farewell


if __name__ == "__main__":
    main(sys.argv[1:])
