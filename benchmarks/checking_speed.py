"""How long a release of 400 words takes to be checked whole, beside LanguageTool by itself.

    .venv/bin/python -m benchmarks.checking_speed [--pairs 30]

Everything is warm, but no sentence is one that was seen before: each gets a figure of its own, so no cache answers.
Kazakh is measured alone; Russian, English and Portuguese in alternating pairs: all checkers of the program on one
release, then a LanguageTool of its own without our rules on the same kind of text, sent whole.
"""

import argparse
import dataclasses
import itertools
import re
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from pressdesk.app.places import Places
from pressdesk.app.proofing import Proofing
from pressdesk.app.samples import sample
from pressdesk.model.draft import Draft
from pressdesk.model.release import Release
from pressdesk.proof.languagetool.client import Client
from pressdesk.proof.languagetool.lock import default_folder, read_lock
from pressdesk.proof.languagetool.server import Server
from pressdesk.proof.languagetool.tables import Messages as Texts
from pressdesk.render.render import render

WORDS = 400
SENTENCE = re.compile(r"\.(?=\s|$)|(?<=[^.])$")
WARMING = 6  # pairs before the first that counts: Java compiles what it runs often
GOAL_KAZAKH, GOAL_OTHERS = 20.0, 1.3  # milliseconds; times bare LanguageTool


def unseen(release: Release, turn: int) -> Release:
    """A release of about 400 words of which nobody has seen a sentence: each gets a figure of its own."""
    blocks, words = [], 0
    figures = itertools.count(1000 + 200 * (turn + WARMING))
    for number, block in enumerate([*release.blocks, *release.blocks]):
        if words >= WORDS:
            break
        text = SENTENCE.sub(lambda _: f" {next(figures)}.", block.text)
        blocks.append(dataclasses.replace(block, id=f"b{number}", text=text, origins=(), corrected=()))
        words += len(text.split())
    return dataclasses.replace(release, blocks=tuple(blocks), gaps=())


def milliseconds(work: Callable[[], object]) -> float:
    """How long a call takes."""
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def timed(proofing: Proofing, draft: Draft, release: Release) -> float:
    """A whole check of a release."""
    return milliseconds(lambda: proofing.proof(draft, release))


def kazakh(proofing: Proofing, draft: Draft, turns: int) -> list[float]:
    """Checks of Kazakh releases."""
    release = render(draft, "kk")
    timed(proofing, draft, unseen(release, -WARMING))
    return [timed(proofing, draft, unseen(release, turn)) for turn in range(turns)]


def pairs(proofing: Proofing, bare: Server, draft: Draft, language: str, turns: int) -> list[tuple[float, float]]:
    """(all checkers, bare LanguageTool) of releases in turn."""
    release = render(draft, language)
    timed(proofing, draft, unseen(release, -WARMING))
    found = []
    with bare.in_use() as run:
        client = Client(run.url)
        for turn in range(-WARMING, turns):
            ours, theirs = unseen(release, 2 * turn + 20), unseen(release, 2 * turn + 21)
            one = timed(proofing, draft, ours)
            other = milliseconds(partial(client.check, release.locale, theirs.plain(), (), 60.0))
            if turn >= 0:
                found.append((one, other))
    return found


def main() -> int:
    """Measures and prints; 1 where a goal was missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=30)
    turns = parser.parse_args().pairs
    missed = False
    with tempfile.TemporaryDirectory() as home:
        places = Places.at(home)
        places.languagetool.parent.mkdir(parents=True, exist_ok=True)
        places.languagetool.symlink_to(Places.at().languagetool)
        draft = sample("guimaraes")
        proofing = Proofing(places)
        nothing = Path(home) / "no-rules"
        nothing.mkdir()
        bare = Server(default_folder(places.data), read_lock(), Texts(), own_rules=nothing)
        try:
            taken = statistics.median(kazakh(proofing, draft, turns))
            missed |= taken > GOAL_KAZAKH
            print(f"kk  {taken:7.1f} ms median of {turns}{'':31}goal {GOAL_KAZAKH:.0f} ms")
            for language in ("ru", "en", "pt"):
                both = pairs(proofing, bare, draft, language, turns)
                one, other = (statistics.median(side) for side in zip(*both, strict=True))
                ratio = statistics.median(a / b for a, b in both)
                missed |= ratio > GOAL_OTHERS
                beside = f"bare {other:7.1f} ms, median of the ratios {ratio:5.2f}"
                print(f"{language}  {one:7.1f} ms, {beside}   goal {GOAL_OTHERS}")
        finally:
            proofing.close()
            bare.close()
    return int(missed)


if __name__ == "__main__":
    raise SystemExit(main())
