"""How long the page takes to show a release: written whole, one word changed, painted with six underlines.

    python benchmarks/page_speed.py [--tries 40]

Medians in milliseconds, beside a bare QPlainTextEdit that is given the same text in the same run. Without a display set
QT_QPA_PLATFORM=offscreen. The goals are 12, 4 and 4 ms.
"""

import argparse
import dataclasses
import statistics
import sys
import time
from collections.abc import Callable

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from pressdesk.app.samples import sample
from pressdesk.gui.kit.theme import Theme, load_fonts
from pressdesk.gui.page.paper import Paper
from pressdesk.model.findings import Finding, Kind, Severity
from pressdesk.render.render import render
from pressdesk.text.spans import Span

WORDS = ("ғылыми-техникалық", "назарында", "Қазақстанның", "сапармен", "кәсіпорындар", "Мұндай бағыттар")


def median(what: Callable[[], object], tries: int) -> float:
    """Milliseconds of the middle try; the first one fills caches and does not count."""
    taken = []
    for _ in range(tries + 1):
        began = time.perf_counter()
        what()
        taken.append((time.perf_counter() - began) * 1000)
    return statistics.median(taken[1:])


def main() -> int:
    """Prints a row a figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tries", type=int, default=40)
    tries = parser.parse_args().tries
    app = QApplication(sys.argv[:1])
    load_fonts()
    release = render(sample("guimaraes"), "kk")
    paper, bare = Paper(Theme()), QPlainTextEdit()
    for widget in (paper, bare):
        widget.resize(690, 820)
        widget.show()
    paper.show_release(release)
    app.processEvents()

    def fill() -> None:
        paper.sheet.release = None  # makes it write every block anew
        paper.show_release(release)

    other = tuple(dataclasses.replace(b, text=b.text.replace("Рикарду", "Рикардо")) for b in release.blocks)
    both = (release, dataclasses.replace(release, blocks=other))
    turn = iter(range(10**6))
    plain = release.plain()
    figures = [
        ("whole release", median(fill, tries), median(lambda: bare.setPlainText(plain), tries)),
        ("one word changed", median(lambda: paper.show_release(both[next(turn) % 2]), tries), 0.0),
    ]
    paper.show_release(release)
    marks = []
    for number, word in enumerate(WORDS):
        block = next(b for b in release.blocks if word in b.text)
        start = block.text.index(word)
        severity = list(Severity)[number % 4]
        span = Span(start, start + len(word))
        marks.append(Finding(block.id, span, word, "kk.spelling", Kind.SPELLING, severity, ""))
    paper.show_findings(marks)
    image = QImage(paper.viewport().size(), QImage.Format.Format_ARGB32_Premultiplied)
    paint = median(lambda: paper.viewport().render(image), tries)
    figures.append(("painted, six marks", paint, median(lambda: bare.viewport().render(image), tries)))
    for name, ours, theirs in figures:
        ratio = f"bare {theirs:5.2f} ms  {ours / theirs:4.1f} x" if theirs else ""
        print(f"{name:20} {ours:6.2f} ms  {ratio}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
