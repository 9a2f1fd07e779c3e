"""How long the findings panel takes with 400 findings in each of four languages, without a screen.

    .venv/bin/python -m benchmarks.findings_panel [--findings 400] [--runs 50]

Prints medians and 95th percentiles in milliseconds: a refresh with other rows, one with the painting, a letter typed, a
finding set aside (all languages are counted anew).
"""

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import count, cycle

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from pressdesk.app.desk import Desk
from pressdesk.app.places import Places
from pressdesk.app.samples import sample
from pressdesk.gui.bridge import Bridge
from pressdesk.gui.findings.panel import FindingsPanel
from pressdesk.gui.kit.icons import Icons
from pressdesk.gui.kit.theme import Theme, load_fonts
from pressdesk.model.findings import Finding, Kind, Severity, Suggestion
from pressdesk.model.release import Release
from pressdesk.render.render import render
from pressdesk.text.messages import Messages
from pressdesk.text.words import words


def findings(release: Release, wanted: int) -> Iterator[Finding]:
    """As many findings as are wanted, on the words of a release, of every severity and kind in turn."""
    severities, kinds, number = cycle(Severity), cycle(Kind), count()
    while True:
        for block in release.blocks:
            for word in words(block.text):
                if next(number) >= wanted:
                    return
                origin = block.origin_at(word.span.start)
                yield Finding(
                    block=block.id, span=word.span, text=word.span.of(block.text), rule="benchmark.word",
                    kind=next(kinds), severity=next(severities), message="…", suggestions=(Suggestion("…"),),
                    field=origin.field if origin is not None else "", language=release.language,
                )  # fmt: skip


def timed(act: Callable[[], object], runs: int) -> str:
    """Median and 95th percentile of several runs, in milliseconds."""
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        act()
        taken.append((time.perf_counter() - start) * 1000)
    return f"median {statistics.median(taken):5.1f} ms   p95 {sorted(taken)[int(0.95 * (runs - 1))]:5.1f} ms"


def main() -> None:
    """Makes the panel, and times it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--findings", type=int, default=400)
    parser.add_argument("--runs", type=int, default=50)
    asked = parser.parse_args()
    app = QApplication([])
    load_fonts()
    theme = Theme()
    app.setStyle("Fusion")
    app.setStyleSheet(theme.style_sheet())
    with tempfile.TemporaryDirectory() as home:
        bridge = Bridge(Desk(Places.at(home), sample("guimaraes")), Messages("kk"), theme, Icons(theme), None)
        for tag in bridge.languages:
            bridge.releases[tag] = render(bridge.draft, tag)
            bridge.findings[tag] = tuple(findings(bridge.releases[tag], asked.findings))
        panel = FindingsPanel(bridge)
        panel.resize(700, panel.height())
        panel.show()
        app.processEvents()
        every, step = bridge.findings["kk"], count()

        def other_rows() -> None:
            bridge.findings["kk"] = every[next(step) % 7 :]
            bridge.findings_ready.emit("kk", bridge.findings["kk"])

        def painted() -> None:
            other_rows()
            app.processEvents()

        print(f"{panel.model.rowCount()} rows")
        print("other rows           ", timed(other_rows, asked.runs))
        print("other rows, painted  ", timed(painted, asked.runs))
        print("a letter             ", timed(lambda: bridge.draft_changed.emit(bridge.draft), asked.runs))
        print("set aside            ", timed(lambda: bridge.judge.ignore(every[next(step)]), min(asked.runs, 20)))
        bridge.close()


if __name__ == "__main__":
    main()
