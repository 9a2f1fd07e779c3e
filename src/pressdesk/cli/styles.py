"""`style check`: whether a ministry's style file is whole, for those who write one."""

import argparse
from pathlib import Path

from pressdesk.cli.faults import tell

Commands = argparse._SubParsersAction  # the type that add_subparsers returns has no public name


def add(commands: "Commands[argparse.ArgumentParser]") -> None:
    """Adds the verb `style` with its own verbs."""
    style = commands.add_parser("style", help="whether a file of house style is whole")
    verbs = style.add_subparsers(dest="style_verb", metavar="COMMAND", required=True)
    check = verbs.add_parser("check", help="tries every example of a style file, and names each fault with its line")
    check.add_argument(
        "file", type=Path, nargs="?", metavar="FILE", help="the ministry's style file (TOML); the shipped rules without"
    )
    check.set_defaults(run=run_check)


def style_of(arguments: argparse.Namespace) -> str | None:
    """The file of --style, a path from here on; None leaves it to the settings. HouseError says what is wrong in it."""
    if not arguments.style:
        return None
    from pressdesk.proof.style.checks import CHECKS
    from pressdesk.proof.style.rules import load

    path = Path(arguments.style).expanduser().absolute()
    load(CHECKS, path)
    return str(path)


def run_check(arguments: argparse.Namespace) -> int:
    """Prints a line for each thing to mend; hints say so and do not count."""
    from pressdesk.app.style_check import check

    return tell(check(arguments.file))
