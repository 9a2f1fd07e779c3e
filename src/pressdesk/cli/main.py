"""The parser, the exit codes and the one place where an error becomes a sentence on standard error.

Each module of this package has `add(commands)`, which adds its verbs to the parser and sets `run`, a function of the
parsed arguments that returns an exit code: 0 done, 1 findings, 2 refused, 3 failed.
"""

import argparse
import sys
from collections.abc import Sequence

from pressdesk import __version__
from pressdesk.cli import drafts, setup
from pressdesk.errors import PressDeskError

REFUSED, FAILED = 2, 3


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    top = argparse.ArgumentParser(prog="pressdesk", description="Drafts press releases from facts, offline.")
    top.add_argument("--version", action="version", version=f"pressdesk {__version__}")
    top.add_argument("--home", metavar="DIR", help="settings, register and caches under this one folder")
    top.add_argument("--ui-lang", metavar="TAG", help="language of the window and the messages: kk, ru or en")
    commands = top.add_subparsers(dest="verb", metavar="COMMAND")
    for module in (drafts, setup):
        module.add(commands)
    return top


def main(argv: Sequence[str]) -> int:
    """Runs one command and returns its exit code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # whatever the locale says
    arguments = parser().parse_args(list(argv))
    run = getattr(arguments, "run", None)
    if run is None:
        parser().print_help()
        return 0
    try:
        return int(run(arguments))
    except PressDeskError as error:
        print(f"pressdesk: {error}", file=sys.stderr)
        return REFUSED
