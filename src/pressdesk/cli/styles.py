"""`style check`: whether a ministry's style file is whole. `style fix`: signs and spaces mended in one go."""

import argparse
from pathlib import Path

from pressdesk.cli.faults import tell

Commands = argparse._SubParsersAction  # the type that add_subparsers returns has no public name


def add(commands: "Commands[argparse.ArgumentParser]") -> None:
    """Adds the verb `style` with its own verbs."""
    style = commands.add_parser("style", help="whether a file of house style is whole; signs mended by it")
    verbs = style.add_subparsers(dest="style_verb", metavar="COMMAND", required=True)
    check = verbs.add_parser("check", help="tries every example of a style file, and names each fault with its line")
    check.add_argument(
        "file", type=Path, nargs="?", metavar="FILE", help="the ministry's style file (TOML); the shipped rules without"
    )
    check.set_defaults(run=run_check)
    fix = verbs.add_parser(
        "fix", help="shows which signs and spaces house style writes otherwise, and writes them with -o"
    )
    fix.add_argument("file", metavar="FILE", help="a draft or a .txt file")
    fix.add_argument("--lang", metavar="TAG", help="a draft: only this language; a text: all in it")
    fix.add_argument("--style", metavar="FILE", help="the ministry's style file, in place of the one in the settings")
    fix.add_argument("-o", dest="output", metavar="OUT", help="where to write the mended draft or text")
    fix.set_defaults(run=run_fix)


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


def run_fix(arguments: argparse.Namespace) -> int:
    """Prints a line for each place; exit 1 where something is left to mend: without -o all of it."""
    from pressdesk.cli.signs import mend_draft, mend_text
    from pressdesk.store.draft_file import SUFFIX

    draft = arguments.file.lower().endswith(SUFFIX)
    placed = (mend_draft if draft else mend_text)(arguments, style_of(arguments))
    for place, fix in placed:
        why = "" if fix.possible else f" ({fix.why.value}: left as it is)"
        shown = " ".join(f"{fix.left}[{fix.old} → {fix.new}]{fix.right}".splitlines())  # a place is one line
        print(f"{place}: {shown} [{fix.finding.rule}]{why}")
    left = not arguments.output or any(not fix.possible for _, fix in placed)
    return 1 if placed and left else 0
