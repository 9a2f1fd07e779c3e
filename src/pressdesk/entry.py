"""The two doors: a draft or nothing opens the desk, a verb goes to the command line."""

import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Runs PressDesk and returns the exit code."""
    from pressdesk.cli.main import main as command_line

    return command_line(list(sys.argv[1:] if argv is None else argv))
