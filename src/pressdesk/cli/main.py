"""The parser, the exit codes and the one place where an error becomes a sentence on standard error.

Each module that `verbs.MODULES` names has `add(commands)`, which adds its verbs to the parser and sets `run`, a
function of the parsed arguments that returns an exit code: 0 done, 1 findings, 2 refused, 3 failed.
"""

import argparse
import os
import sys
from collections.abc import Sequence

from pressdesk.cli import verbs
from pressdesk.errors import ExportError, FactsError, PressDeskError, ProoferUnavailable, SetupError
from pressdesk.text.messages import UI_LANGUAGES

REFUSED, FAILED = 2, 3
_FAILURES = (ProoferUnavailable, SetupError, ExportError)  # the world is not as it should be; the input was right


def top_parser() -> argparse.ArgumentParser:
    """The options that stand before every command."""
    top = argparse.ArgumentParser(add_help=False)
    top.add_argument("--home", metavar="DIR", help="settings, register and caches under this one folder")
    top.add_argument("--ui-lang", metavar="TAG", choices=UI_LANGUAGES, help="language of the window and the messages")
    return top


class _Version(argparse.Action):
    """Looks the version up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from pressdesk import __version__

        print(f"pressdesk {__version__}")
        parser.exit()


def parser(verb: str | None = None) -> argparse.ArgumentParser:
    """The command line: of a verb and its neighbours, or the whole one."""
    whole = argparse.ArgumentParser(
        prog="pressdesk",
        parents=[top_parser()],
        description="Drafts press releases from facts, offline. Without a command it opens the desk.",
        epilog="Exit codes: 0 done, 1 findings, 2 refused, 3 failed.",
    )
    whole.add_argument("--version", action=_Version, nargs=0, help="show program's version number and exit")
    verbs.add(whole.add_subparsers(dest="verb", metavar="COMMAND"), verb)
    return whole


def main(argv: Sequence[str]) -> int:
    """Runs one command and returns its exit code."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if stream is not None:  # whoever started us may have closed it
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]  # whatever the locale
    whole = parser(next(iter(verbs.without_options(argv)), None))
    arguments = whole.parse_args(list(argv))
    if arguments.verb is None:
        whole.print_help()
        return 0
    try:
        code = int(arguments.run(arguments))
        if sys.stdout is not None:
            sys.stdout.flush()  # what cannot be written is found out here and not when all is over
        return code
    except FactsError as error:
        for problem in error.problems:
            print(f"pressdesk: {problem}", file=sys.stderr)
        return REFUSED
    except PressDeskError as error:
        print(f"pressdesk: {error}", file=sys.stderr)
        return FAILED if isinstance(error, _FAILURES) else REFUSED
    except BrokenPipeError:  # the reader of the pipe went away (head): nothing to say, and nobody to say it to
        _leave_output()
        return 0
    except OSError as error:  # a full disk below standard output
        _leave_output()
        print(f"pressdesk: this cannot be read or written ({error.strerror or error}).", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        return 130


def _leave_output() -> None:
    """Nothing more is written to standard output, not even by Python on its way out."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
