"""How long a letter takes in the window of any text, with checking on, beside a bare QPlainTextEdit just before.

    python -m benchmarks.text_latency [--keys 100] [--words 400 20000]

Each text is Kazakh, Russian, English and Portuguese by turns, with a slip in every tenth paragraph. It is typed in
twice: at once after it was opened, while everything is still to be checked, and when all is checked; then by a fast
typist (110 ms a key), whose pauses are too short for a check, and by a slow one (350 ms), who has checks between keys.
On Linux the time for which the window's thread waited for a processor that other programs had is counted apart.
"""

import argparse
import os
import re
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks import desk_latency
from benchmarks.desk_latency import Typist, line, type_bare, without_display
from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QWidget

from pressdesk.app.places import Places
from pressdesk.app.settings import Settings
from pressdesk.gui.collector import Collector
from pressdesk.gui.kit.theme import load_fonts
from pressdesk.gui.main_window import MainWindow, Surroundings
from pressdesk.gui.proof.view import ProofView
from pressdesk.gui.start import CheckerOwner, Dresser

SAMPLES = Path(__file__).resolve().parents[1] / "docs" / "samples"
GOAL = 8.0  # milliseconds, the 95th percentile
FAST, SLOW = 110, 350  # milliseconds from key to key
PATIENCE = 300  # seconds until a text must be checked


def text_of(words: int) -> str:
    """A text of so many words: the samples over and over, no paragraph twice, every tenth with a slip."""
    paragraphs = [
        line
        for path in sorted(SAMPLES.glob("*.md"))
        for line in path.read_text(encoding="utf-8").split("\n")
        if len(line.split()) > 5 and not re.match(r"[#>*]|Made by", line)
    ]
    found: list[str] = []
    count = 0
    while count < words:
        number = len(found)
        paragraph = paragraphs[number % len(paragraphs)]
        if number % 10 == 0:
            paragraph = re.sub(r"(\w{4,})(\w\w)", r"\1\1\2", paragraph, count=1)
        found.append(f"{paragraph} {number}." if number >= len(paragraphs) else paragraph)
        count += len(found[-1].split())
    return "\n".join(found)


class Weighed(Typist):
    """A typist that knows how long the window's thread waited for a processor, where the system tells."""

    def __init__(self, field: QWidget, keys: int, done: Callable[[], object]) -> None:
        super().__init__(field, keys, done)
        self.waited: list[float] = []
        self._before = self._asked = 0.0

    def _next(self, after: float) -> None:
        self._asked = waited()
        super()._next(after)

    def _press(self) -> None:
        # of being late, what the thread waited for a processor since the timer was set is not its own fault
        late = max(0.0, (time.monotonic() - self._due) * 1000)
        now = waited()
        self._before = now - min(late, now - self._asked)
        super()._press()

    def _seen(self) -> None:
        self.waited.append(waited() - self._before)
        super()._seen()


def waited() -> float:
    """Milliseconds that this thread has spent ready but without a processor; 0 where the system does not say."""
    try:
        return int(Path(f"/proc/self/task/{threading.get_native_id()}/schedstat").read_text().split()[1]) / 1e6
    except (OSError, ValueError, IndexError):
        return 0.0


def typed(app: QApplication, view: ProofView, keys: int, pace: int) -> list[float]:
    """Milliseconds of each letter, typed in the middle of the text, without the wait for other programs."""
    desk_latency.PACE = pace
    block = view.editor.document().findBlockByNumber(view.editor.document().blockCount() // 2)
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    view.editor.setTextCursor(cursor)
    view.editor.setFocus()
    typist = Weighed(view.editor, keys, lambda: app.exit(0))
    QTimer.singleShot(0, typist.begin)
    app.exec()
    return [max(0.0, taken - waited) for taken, waited in zip(typist.taken, typist.waited, strict=True)]


def wait(app: QApplication, view: ProofView) -> float:
    """Until all is checked; the seconds it took."""
    began = time.monotonic()
    while view.checking is not None and (view._quiet.isActive() or view.checking.busy):
        app.processEvents()
        time.sleep(0.005)
        if time.monotonic() - began > PATIENCE:
            raise SystemExit("the text was not checked in time")
    return time.monotonic() - began


def measure(app: QApplication, words: int, keys: int, home: Path) -> bool:
    """Measures and prints; whether the goal was missed."""
    places = Places.at(home)
    own = Places.at().languagetool  # the checkers of this machine, as they are
    if own.is_dir() and not places.languagetool.exists():
        places.data.mkdir(parents=True, exist_ok=True)
        places.languagetool.symlink_to(own)
    checker = CheckerOwner(places)
    around = Surroundings(
        places=places,
        dress=Dresser(app, places, lambda _: "kk").dress,
        language=lambda _: "kk",
        checker=lambda: checker.get("kk"),
    )
    window = MainWindow(around, Settings())
    collector = Collector(app)
    app.installEventFilter(window.digit_keys)
    window.digit_keys.pressed.connect(collector.hold)
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    window.run("text")
    view = window.text.view
    if view is None:
        raise SystemExit("the text did not open")
    view.show_text(text_of(words))
    late = show(app, f"{words} words, unchecked, {FAST} ms", keys, lambda: typed(app, view, keys, FAST))
    seconds = wait(app, view)
    print(f"{words} words: {len(view.rows())} findings, {seconds:.1f} s after the last key", flush=True)
    for pace in (FAST, SLOW):
        late |= show(app, f"{words} words, checked, {pace} ms", keys, partial(typed, app, view, keys, pace))
    view.editor.document().setModified(False)
    window.close()
    collector.stop()
    checker.close()
    return late


def show(app: QApplication, name: str, keys: int, type_in: Callable[[], list[float]]) -> bool:
    """Prints a row, with a bare window measured just before; whether it is late."""
    desk_latency.PACE = FAST
    bare = type_bare(app, max(20, keys // 2))
    taken = type_in()
    print(line(f"{name:<32}", taken, bare, GOAL), flush=True)
    return statistics.quantiles(taken, n=20)[-1] > GOAL


def main() -> int:
    """Measures and prints; 1 where a goal was missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keys", type=int, default=100)
    parser.add_argument("--words", type=int, nargs="+", default=[400, 20_000])
    options = parser.parse_args()
    if without_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        print("there is no display here: Qt draws into memory (offscreen), nothing is shown")
    app = QApplication([])
    app.setStyle("Fusion")
    load_fonts()
    sys.setswitchinterval(0.001)  # as run_desk does
    late = False
    with tempfile.TemporaryDirectory() as home:
        for words in options.words:
            late |= measure(app, words, options.keys, Path(home))
    sys.stdout.flush()
    os._exit(1 if late else 0)


if __name__ == "__main__":
    main()
