"""`language export`: a language's words and grammar for other programs' spell checkers."""

import argparse
from pathlib import Path

from pressdesk.errors import FactsError
from pressdesk.export.dictionary.hunspell import build
from pressdesk.export.dictionary.packages import TARGETS, write
from pressdesk.grammar.grammar import Grammar
from pressdesk.language.language import languages, load

Commands = argparse._SubParsersAction  # the type that add_subparsers returns has no public name
DONE = 0


def add(commands: "Commands[argparse.ArgumentParser]") -> None:
    """Adds the verb `language` with its own verbs."""
    language = commands.add_parser("language", help="a language's tables for other programs")
    verbs = language.add_subparsers(dest="language_verb", metavar="COMMAND", required=True)
    export = verbs.add_parser("export", help="a spelling dictionary for Hunspell, LibreOffice, Firefox and Thunderbird")
    export.add_argument("tag", metavar="TAG")
    export.add_argument("--to", required=True, choices=TARGETS)
    export.add_argument(
        "-o", "--output", required=True, type=Path, metavar="FILE", help="for hunspell a folder, or a name in .zip"
    )
    export.set_defaults(run=run_export)


def run_export(arguments: argparse.Namespace) -> int:
    """Writes the dictionary and says where it is."""
    tag = arguments.tag
    if tag not in languages():
        raise FactsError(f"{tag}: PressDesk has no such language; choose {', '.join(languages())}.")
    grammar = load(tag).inflector
    if not isinstance(grammar, Grammar):
        raise FactsError(f"{tag}: only languages with grammar tables can be exported; choose kk.")
    write(build(grammar), arguments.to, arguments.output)
    print(arguments.output)
    return DONE
