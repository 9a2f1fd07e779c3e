"""How long the desk takes: from the start of the process to the first window, and from a keystroke to its letter.

    python benchmarks/desk_latency.py [--keys 200] [--starts 7] [--unchecked]

Both are measured against a bare QPlainTextEdit window in the same run, so that the ratio says something on any machine.
A keystroke is counted from the moment at which it was due: if the window was busy then, the waiting counts too. Texts
are rendered and checked behind it in four languages all the while. Where there is no display, Qt draws into memory.
Modules are compiled once, as on a user's machine: the first start of each program fills the caches and is not counted.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

PACE = 110  # milliseconds between keystrokes: a fast typist
WORD = "қазақстан республикасы "
GOAL_START, GOAL_KEY = 1000.0, 16.0  # milliseconds

BARE = """
import sys, time
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QPlainTextEdit
class First(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            print(time.monotonic(), flush=True)
            app.quit()
        return False
app = QApplication([])
window = QPlainTextEdit()
first = First()
window.viewport().installEventFilter(first)
window.show()
app.exec()
"""
DESK = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
from pressdesk.app.places import Places
from pressdesk.gui import start
from pressdesk.gui.main_window import MainWindow
class First(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and isinstance(watched, MainWindow):
            print(time.monotonic(), flush=True)
            QTimer.singleShot(0, watched.close)
            watched.removeEventFilter(self)
        return False
first = First()
made = MainWindow.__init__
def watched_init(self, *args):
    made(self, *args)
    self.installEventFilter(first)
MainWindow.__init__ = watched_init
sys.exit(start.run_desk(None, Places.at(sys.argv[1]), "kk"))
"""


def starts(program: str, home: str, times: int) -> list[float]:
    """Milliseconds from the start of a process to its first painted window."""
    taken = []
    around = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    around["PYTHONPYCACHEPREFIX"] = str(Path(home) / "compiled")
    for _ in range(times + 1):
        began = time.monotonic()
        done = subprocess.run([sys.executable, "-c", program, home], capture_output=True, text=True, env=around)
        if done.returncode or not done.stdout:
            raise SystemExit(f"the window did not open:\n{done.stderr.strip() or 'Qt said nothing'}")
        taken.append((float(done.stdout.split()[0]) - began) * 1000)
    return taken[1:]  # the first one fills the caches of the disk


class Typist(QObject):
    """Presses keys at a steady pace and notes when each letter is on the screen."""

    def __init__(self, field: QWidget, keys: int, done: Callable[[], object]) -> None:
        super().__init__()
        self.taken: list[float] = []
        self._field, self._left, self._done = field, keys, done
        self._painted = field.viewport() if isinstance(field, QPlainTextEdit) else field
        self._due = 0.0
        self._waiting = False
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._press)
        self._painted.installEventFilter(self)

    def begin(self) -> None:
        """Starts to type."""
        self._next(time.monotonic())

    def _next(self, after: float) -> None:
        self._due = after + PACE / 1000
        self._timer.start(max(0, round((self._due - time.monotonic()) * 1000)))

    def _press(self) -> None:
        # the timer knows whole milliseconds only: what it is early by is waited out, what it is late by counts
        while time.monotonic() < self._due:
            pass
        self._waiting = True
        letter = WORD[len(self.taken) % len(WORD)]
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(self._field, event)
        self._field.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Paint or not self._waiting:
            return False
        self._waiting = False
        QTimer.singleShot(0, self, self._seen)  # at the loop's next turn the painting is over
        return False

    def _seen(self) -> None:
        self.taken.append((time.monotonic() - self._due) * 1000)
        self._left -= 1
        if self._left:
            self._next(self._due)
        else:
            self._done()


def type_bare(app: QApplication, keys: int) -> list[float]:
    """Keystrokes in a window that is nothing but a text field."""
    field = QPlainTextEdit()
    field.resize(600, 400)
    field.show()
    field.setFocus()
    typist = Typist(field, keys, lambda: app.exit(0))
    QTimer.singleShot(500, typist.begin)
    app.exec()
    field.close()
    return typist.taken


def type_desk(app: QApplication, keys: int, home: Path, checked: bool) -> list[float]:
    """Keystrokes in a name of the sample draft, with all four texts made and checked behind it."""
    from pressdesk.app.places import Places
    from pressdesk.app.settings import Settings
    from pressdesk.gui.collector import Collector
    from pressdesk.gui.kit.theme import load_fonts
    from pressdesk.gui.main_window import MainWindow, Surroundings
    from pressdesk.gui.start import CheckerOwner, Dresser

    places = Places.at(home)
    own = Places.at().languagetool  # the checkers of this machine, as they are
    if checked and own.is_dir():
        places.data.mkdir(parents=True, exist_ok=True)
        places.languagetool.symlink_to(own)
    load_fonts()
    checker = CheckerOwner(places)
    around = Surroundings(
        places=places,
        dress=Dresser(app, places, lambda _: "kk").dress,
        language=lambda _: "kk",
        checker=(lambda: checker.get("kk")) if checked else None,
    )
    # as run_desk does
    sys.setswitchinterval(0.001)
    collector = Collector(app)
    window = MainWindow(around, Settings())
    app.installEventFilter(window.digit_keys)
    window.digit_keys.pressed.connect(collector.hold)
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    window.bring_sample("guimaraes")
    bridge, view = window.bridge, window.desk_view
    if bridge is None or view is None:
        raise SystemExit("the sample did not open")
    until = time.monotonic() + 60
    while bridge.busy and time.monotonic() < until:
        app.processEvents()
        time.sleep(0.005)
    view.open_field("people[1].family", "kk")
    app.processEvents()
    field = QApplication.focusWidget()
    if not isinstance(field, QLineEdit | QPlainTextEdit):
        raise SystemExit("the field did not get the focus")
    typist = Typist(field, keys, lambda: app.exit(0))
    QTimer.singleShot(500, typist.begin)
    app.exec()
    collector.stop()
    away = ", ".join(tag for tag, notices in bridge.away.items() if notices)
    print(f"not checked on this machine: {away or 'nothing'}")
    if window.autosave is not None:
        window.autosave.close()
    bridge.close()
    checker.close()
    return typist.taken


def without_display() -> bool:
    """Whether Qt would look for a display in vain: on systems with X11 or Wayland, where neither is there."""
    named = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    return not named and sys.platform not in ("win32", "darwin")


def line(name: str, taken: list[float], bare: list[float], goal: float) -> str:
    """Median and 95th percentile, and how many times the bare window's median that is."""
    middle, late = statistics.median(taken), statistics.quantiles(taken, n=20)[-1]
    base = statistics.median(bare)
    word = "within" if late <= goal else "OVER"
    return (
        f"{name:<28}{middle:8.1f} ms median {late:8.1f} ms p95   bare {base:7.1f} ms   "
        f"{middle / base:5.1f} x   {word} {goal:.0f} ms"
    )


def main() -> int:
    """Measures and prints; 1 where a goal was missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keys", type=int, default=200)
    parser.add_argument("--starts", type=int, default=7)
    parser.add_argument("--unchecked", action="store_true", help="without the checkers")
    options = parser.parse_args()
    if without_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        print("there is no display here: Qt draws into memory (offscreen), nothing is shown")
    with tempfile.TemporaryDirectory() as home:
        bare_starts = starts(BARE, home, options.starts)
        desk_starts = starts(DESK, home, options.starts)
        print(line("start to first window", desk_starts, bare_starts, GOAL_START), flush=True)
        app = QApplication([])
        app.setStyle("Fusion")
        bare_keys = type_bare(app, options.keys)
        desk_keys = type_desk(app, options.keys, Path(home), not options.unchecked)
        what = "keystroke to letter" if options.unchecked else "keystroke to letter, checked"
        print(line(what, desk_keys, bare_keys, GOAL_KEY), flush=True)
    late = statistics.quantiles(desk_keys, n=20)[-1] > GOAL_KEY
    sys.stdout.flush()
    os._exit(1 if late or statistics.median(desk_starts) > GOAL_START else 0)


if __name__ == "__main__":
    main()
