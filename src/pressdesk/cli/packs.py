"""`pack check`: whether a template pack is whole, for those who write one."""

import argparse
from pathlib import Path

from pressdesk.cli.faults import tell

Commands = argparse._SubParsersAction  # the type that add_subparsers returns has no public name


def add(commands: "Commands[argparse.ArgumentParser]") -> None:
    """Adds the verb `pack` with its own verbs."""
    pack = commands.add_parser("pack", help="whether a template pack is whole")
    verbs = pack.add_subparsers(dest="pack_verb", metavar="COMMAND", required=True)
    check = verbs.add_parser("check", help="names what a pack lacks, with file and line")
    check.add_argument("folder", type=Path, metavar="FOLDER", help="the pack's folder, with type.toml and *.j2")
    check.set_defaults(run=run_check)


def run_check(arguments: argparse.Namespace) -> int:
    """Prints a line for each thing to mend; hints say so and do not count."""
    from pressdesk.app.packs import check

    return tell(check(arguments.folder))
