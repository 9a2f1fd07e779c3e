"""The two doors: a draft or nothing opens the desk, a verb goes to the command line."""

import sys
from collections.abc import Sequence
from pathlib import Path

from pressdesk.cli.verbs import without_options

SUFFIXES = (".pressdesk", ".json")


def main(argv: Sequence[str] | None = None) -> int:
    """Runs PressDesk and returns the exit code."""
    given = list(sys.argv[1:] if argv is None else argv)
    if given[:1] == ["--languagetool-guard"]:  # a frozen program has no python to start the guard with but itself
        from pressdesk.proof.languagetool.guard import run_and_leave

        run_and_leave(given[1:])
    if given[:1] == ["--checkers"]:  # nor to start the checkers with
        from pressdesk.app.beside.child import main as check

        return check()
    words = without_options(given)
    if words and not _is_draft(words[0]):
        from pressdesk.cli.main import main as command_line

        return command_line(given)
    if any(option in given for option in ("-h", "--help", "--version")):
        from pressdesk.cli.main import main as command_line

        return command_line(given)
    return _open_desk(given, Path(words[0]) if words else None)


def _is_draft(word: str) -> bool:
    return word.lower().endswith(SUFFIXES) or (Path(word).is_file() and "." in word)


def _open_desk(given: list[str], draft: Path | None) -> int:
    from pressdesk.app.places import Places
    from pressdesk.cli.main import top_parser

    options, _ = top_parser().parse_known_args(given)
    try:
        from pressdesk.gui.start import run_desk
    except ImportError as error:
        print(
            f"pressdesk: the window cannot open: {error}. On Debian and Ubuntu run "
            "“sh packaging/system/install.sh”; “pressdesk doctor” says what is missing.",
            file=sys.stderr,
        )
        return 3
    return run_desk(draft, Places.at(options.home), options.ui_lang)
