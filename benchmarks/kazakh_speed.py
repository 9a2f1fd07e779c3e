"""How quick the Kazakh checker is and how much memory it takes, beside hunspell and a bare Python in the same run.

    python -m benchmarks.kazakh_speed [--times 5] [--words WORDS.tsv] [--running 1000000]

WORDS.tsv has lines `word<TAB>count`; the running text is made of it by its counts, shuffled always alike, twelve words
a line. Every figure is of a whole process: the median of so many runs, the two programs in turn. Where a figure says
"less an empty call", what the same call takes for no input is taken off. hunspell is `hunspell -d kk_KZ`, Debian's
dictionary; its library inside another program, which may keep answers, is quicker than its process.
"""

import argparse
import multiprocessing
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.kazakh_checkers import DEBIAN, INSTALL

DATA = Path(__file__).parents[1] / "tests" / "data" / "kazakh"
SCRIPT = Path(sys.executable).with_name("pressdesk")
PRESSDESK = (str(SCRIPT),) if SCRIPT.is_file() else (sys.executable, "-m", "pressdesk")
SPELL = (*PRESSDESK, "spell", "--lang", "kk")
HUNSPELL = ("hunspell", "-d", "kk_KZ")
BARE = (sys.executable, "-c", "pass")
SLIPS = 500
GOAL_START, GOAL_RUNNING, GOAL_LIST, GOAL_MEMORY = 0.15, 500_000, 15.0, 80.0  # s, words/s, ms, MB

# in a process of its own, so that what is measured does not grow by what measures
LISTS = """
import sys, time
from pressdesk.data import resources
from pressdesk.grammar.grammar import Grammar
from pressdesk.grammar.names import NameForms
from pressdesk.proof.spelling import Speller
speller, none = Speller(Grammar.load(resources("kk"))), NameForms.none()
for line in sys.stdin.read().split():
    began = time.perf_counter()
    speller.suggest(line, none)
    print((time.perf_counter() - began) * 1000)
"""


@dataclass(frozen=True)
class Run:
    """A process: seconds from start to end, seconds of processor time, megabytes at its largest (0: not told here)."""

    wall: float
    processor: float
    memory: float


def run(command: Sequence[str], text: Path) -> Run:
    """Runs a command with a file as its input; a failure ends the benchmark."""
    with text.open("rb") as stdin:
        began = time.perf_counter()
        process = subprocess.Popen(command, stdin=stdin, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        if not hasattr(os, "wait4"):  # Windows
            _, errors = process.communicate()
            taken, used = time.perf_counter() - began, None
        else:
            assert process.stderr is not None
            errors = process.stderr.read()
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            taken = time.perf_counter() - began
    if process.returncode not in (0, 1) or b"Traceback" in errors:
        raise SystemExit(f"{' '.join(command)}: {errors.decode(errors='replace')[-2000:]}")
    if used is None:
        return Run(taken, taken, 0.0)
    unit = 1 if sys.platform == "darwin" else 1024  # bytes there, kilobytes elsewhere
    return Run(taken, used.ru_utime + used.ru_stime, used.ru_maxrss * unit / 1_000_000)


def in_turn(calls: Sequence[tuple[Sequence[str], Path]], times: int) -> list[Run]:
    """Each call's medians; the calls take turns, so that what else the machine does falls on all alike."""
    runs = [[run(command, text) for command, text in calls] for _ in range(times)]
    return [
        Run(*(statistics.median(getattr(r, name) for r in found) for name in ("wall", "processor", "memory")))
        for found in zip(*runs, strict=True)
    ]


def line(name: str, ours: float, theirs: float | None, unit: str, goal: str = "", digits: int = 0) -> None:
    """Prints a figure, hunspell's, and how many times hunspell's it is."""
    own = f"{name:<46}{ours:>12,.{digits}f} {unit:<8}"
    other = "" if theirs is None else f"hunspell {theirs:>10,.{digits}f}   {ours / theirs:6.2f} x"
    print(f"{own}{other:<34}{goal}", flush=True)


def made(folder: Path, words: Path, errors: Path, running: int) -> None:
    """Writes the inputs: nothing, one word, every word once, a running text, misspellings."""
    rows = [row.split("\t") for row in words.read_text(encoding="utf-8").splitlines() if row.strip()]
    whole = [word for word, count, *_ in rows for _ in range(int(count))]
    chance, text = random.Random(1), list[str]()
    while len(text) < running:
        text += chance.sample(whole, len(whole))
    del text[running:]
    slips = [row.split("\t")[0] for row in errors.read_text(encoding="utf-8").splitlines() if row.strip()]
    texts = {
        "nothing": "",
        "word": f"{rows[0][0]}\n",
        "distinct": "".join(f"{word}\n" for word, *_ in rows),
        "running": "".join(" ".join(text[at : at + 12]) + "\n" for at in range(0, len(text), 12)),
        "slips": "".join(f"{slip}\n" for slip in chance.sample(slips, min(SLIPS, len(slips)))),
    }
    for name, content in texts.items():
        (folder / name).write_text(content, encoding="utf-8")


def start(files: dict[str, Path], times: int, hunspell: bool) -> None:
    """One word, from the call to the answer."""
    calls = [(BARE, files["nothing"]), ((*SPELL, "--check"), files["word"])]
    calls += [((*HUNSPELL, "-l"), files["word"])] if hunspell else []
    bare, own, *other = in_turn(calls, max(times, 9))
    theirs = other[0].wall * 1000 if other else None
    line("start, one word, ms", own.wall * 1000, theirs, "ms")
    goal = f"goal {GOAL_START * 1000:.0f}"
    line("  longer than a bare Python", (own.wall - bare.wall) * 1000, None, "ms", goal)
    line("  by processor time", (own.processor - bare.processor) * 1000, None, "ms")
    line("  times a bare Python's start", own.wall / bare.wall, None, "x", digits=1)


def throughput(files: dict[str, Path], times: int, hunspell: bool, count: int, distinct: int) -> None:
    """Words a second, and the memory of each call."""
    empty = files["nothing"]
    for name, how, text, number, goal in (
        ("running words (--list)", "--list", files["running"], count, f"goal {GOAL_RUNNING:,}"),
        ("distinct words (--check)", "--check", files["distinct"], distinct, ""),
    ):
        calls = [((*SPELL, how), empty), ((*SPELL, how), text)]
        calls += [((*HUNSPELL, "-l"), empty), ((*HUNSPELL, "-l"), text)] if hunspell else []
        runs = in_turn(calls, times)
        for kind, label in (("wall", ""), ("processor", "  by processor time")):
            spent = [
                getattr(full, kind) - getattr(none, kind) for none, full in zip(runs[::2], runs[1::2], strict=True)
            ]
            speeds = [number / seconds for seconds in spent]
            shown = label or f"{name}, less an empty call"
            line(shown, speeds[0], speeds[1] if hunspell else None, "words/s", goal if not label else "")
        if runs[1].memory:
            theirs = runs[3].memory if hunspell else None
            line("  memory at its largest", runs[1].memory, theirs, "MB", f"goal {GOAL_MEMORY:.0f}")


def lists(files: dict[str, Path], hunspell: bool) -> None:
    """A list of suggestions, word by word."""
    own = subprocess.run(
        [sys.executable, "-c", LISTS], stdin=files["slips"].open("rb"), capture_output=True, check=True, text=True
    )
    ours = [float(taken) for taken in own.stdout.split()]
    theirs = asked(files["slips"].read_text(encoding="utf-8").split()) if hunspell else [0.0, 0.0]
    shown = (statistics.median(theirs), statistics.quantiles(theirs, n=20)[-1]) if hunspell else (None, None)
    line("suggestions, median of a list", statistics.median(ours), shown[0], "ms", f"goal {GOAL_LIST:.0f}", 1)
    line("  95th percentile", statistics.quantiles(ours, n=20)[-1], shown[1], "ms", digits=1)
    memory = run((*SPELL, "--suggest"), files["slips"]).memory
    if memory:
        line(f"  memory of {len(ours)} lists", memory, None, "MB", f"goal {GOAL_MEMORY:.0f}")


def asked(words: Sequence[str]) -> list[float]:
    """Milliseconds that hunspell takes for each list, through its pipe."""
    taken = []
    with subprocess.Popen(
        [*HUNSPELL, "-a", "-i", "utf-8"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as pipe:
        assert pipe.stdin is not None
        assert pipe.stdout is not None
        pipe.stdout.readline()  # who it is
        for word in words:
            began = time.perf_counter()
            pipe.stdin.write(f"^{word}\n")
            pipe.stdin.flush()
            while pipe.stdout.readline().strip():
                pass
            taken.append((time.perf_counter() - began) * 1000)
        pipe.stdin.close()
    return taken


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--words", type=Path, default=DATA / "news.tsv")
    parser.add_argument(
        "--errors", type=Path, default=DATA / "errors.tsv", help="lines whose first cell is a misspelling"
    )
    parser.add_argument("--running", type=int, default=1_000_000)
    given = parser.parse_args()
    hunspell = shutil.which("hunspell") is not None and DEBIAN.with_suffix(".aff").is_file()
    if not hunspell:
        print(f"hunspell with its Kazakh dictionary is not here ({INSTALL}); PressDesk is measured alone.")
    with tempfile.TemporaryDirectory() as folder:
        # made in a process of its own: Linux counts what started a process as part of that process's memory
        work = multiprocessing.get_context("spawn").Process(
            target=made, args=(Path(folder), given.words, given.errors, given.running)
        )
        work.start()
        work.join()
        if work.exitcode:
            raise SystemExit("the inputs could not be made")
        files = {path.name: path for path in Path(folder).iterdir()}
        with files["distinct"].open(encoding="utf-8") as lines_of:
            distinct = sum(1 for _ in lines_of)
        start(files, given.times, hunspell)
        throughput(files, given.times, hunspell, given.running, distinct)
        lists(files, hunspell)


if __name__ == "__main__":
    main()
