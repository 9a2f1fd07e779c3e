"""Kazakh spell checkers as their real commands, asked in the same way. Start at `checkers`.

A word is rejected when the command finds fault with any part of it. Every process is a real one: `pressdesk spell`, and
`hunspell` with Debian's dictionary and with the one that `pressdesk language export` has just written.
"""

import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

PRESSDESK = (sys.executable, "-m", "pressdesk")
DEBIAN = Path("/usr/share/hunspell/kk_KZ")
INSTALL = "apt-get install hunspell hunspell-kk"


class MissingError(Exception):
    """A checker that is not installed; the text says what to do."""


def ask(command: Sequence[str], text: str) -> str:
    """What a command answers; one that fails ends the run with its own words."""
    done = subprocess.run(command, input=text, capture_output=True, encoding="utf-8")
    if done.returncode not in (0, 1) or "Traceback" in done.stderr:
        raise SystemExit(f"{' '.join(command)}: {done.stderr[-2000:]}")
    return done.stdout


def lines(words: Sequence[str]) -> str:
    """One word a line."""
    return "".join(f"{word}\n" for word in words)


@dataclass(frozen=True)
class PressDesk:
    """`pressdesk spell`."""

    name: str = "PressDesk"

    def rejected(self, words: Sequence[str]) -> set[str]:
        """The words that get a hard mark."""
        answers = self._answers("--check", words)
        return {word for word, answer in zip(words, answers, strict=True) if answer == "0"}

    def suggestions(self, words: Sequence[str]) -> list[list[str]]:
        """For each word what may have been meant, best first."""
        return [answer.split("\t") if answer else [] for answer in self._answers("--suggest", words)]

    def has_soft_marks(self) -> bool:
        """Whether this PressDesk can tell soft marks for single words."""
        return "--soft" in ask((*PRESSDESK, "spell", "--help"), "")

    def meant(self, words: Sequence[str]) -> list[str]:
        """For each accepted word the one that was rather meant, "" where none."""
        return self._answers("--soft", words)

    def _answers(self, how: str, words: Sequence[str]) -> list[str]:
        found = ask((*PRESSDESK, "spell", "--lang", "kk", how), lines(words)).split("\n")[:-1]
        if len(found) != len(words):
            raise SystemExit(f"pressdesk spell {how}: {len(words)} words in, {len(found)} lines out")
        return found


@dataclass(frozen=True)
class Hunspell:
    """`hunspell` with a dictionary, whose path has no suffix."""

    name: str
    path: Path

    def _command(self, *options: str) -> tuple[str, ...]:
        return ("hunspell", "-i", "UTF-8", "-d", str(self.path), *options)

    def rejected(self, words: Sequence[str]) -> set[str]:
        """The words of which hunspell rejects any part: it parts a line into words by the dictionary's own rule."""
        return set(ask(self._command("-L"), lines(words)).split("\n")) & set(words)

    def suggestions(self, words: Sequence[str]) -> list[list[str]]:
        """For each word what may have been meant, best first; the other parts of the word stay as they are."""
        answers = ask(self._command("-a"), "".join(f"^{word}\n" for word in words)).split("\n\n")
        found = [_offered(word, answer) for word, answer in zip(words, answers, strict=False)]
        if len(found) != len(words):
            raise SystemExit(f"hunspell -a: {len(words)} words in, {len(found)} answers out")
        return found

    def start(self, tries: int = 20) -> tuple[float, float]:
        """Seconds to load the dictionary and end: the median by the clock, and of the processor's time."""
        clock, processor = [], []
        for _ in range(tries):
            began, before = time.perf_counter(), os.times()
            ask(self._command("-l"), "")
            after = os.times()
            clock.append(time.perf_counter() - began)
            processor.append(
                after.children_user + after.children_system - before.children_user - before.children_system
            )
        return statistics.median(clock), statistics.mean(processor)

    def bytes(self) -> tuple[int, int]:
        """Sizes of the .aff and the .dic."""
        aff, dic = (self.path.with_name(self.path.name + suffix) for suffix in (".aff", ".dic"))
        return aff.stat().st_size, dic.stat().st_size


def _offered(word: str, answer: str) -> list[str]:
    """Suggestions of `hunspell -a` for the first faulty part of a word, put in its place."""
    for line in answer.split("\n"):
        if line.startswith("& "):
            head, _, offers = line.partition(": ")
            part = head.split(" ")[1]
            return [word.replace(part, offer, 1) for offer in offers.split(", ")]
    return []


def exported(folder: Path) -> Hunspell:
    """hunspell with PressDesk's own dictionary, written anew into the folder."""
    need_hunspell()
    ask((*PRESSDESK, "language", "export", "kk", "--to", "hunspell", "-o", str(folder)), "")
    return Hunspell("hunspell, exported dictionary", folder / "kk_KZ")


def debian() -> Hunspell:
    """hunspell with the dictionary of 2009 that Debian ships."""
    need_hunspell()
    if not DEBIAN.with_suffix(".dic").exists():
        raise MissingError(f"hunspell-kk is not installed ({DEBIAN}.dic is not there): {INSTALL}")
    return Hunspell("hunspell-kk", DEBIAN)


def need_hunspell() -> None:
    """Raises a MissingError without the command hunspell."""
    if not shutil.which("hunspell"):
        raise MissingError(f"the command hunspell is not installed: {INSTALL}")
