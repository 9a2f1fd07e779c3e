"""`inflect`: words in, forms out. Lines of a pipe stay lines."""

import argparse
import os
import sys

from pressdesk.cli.words import known
from pressdesk.errors import FactsError
from pressdesk.language.language import load
from pressdesk.model.forms import Form
from pressdesk.text.messages import Messages, ui_language

Commands = argparse._SubParsersAction  # the type that add_subparsers returns has no public name
DONE = 0


def add(commands: "Commands[argparse.ArgumentParser]") -> None:
    """Adds the verb."""
    inflect = commands.add_parser("inflect", help="a form of a word, a name or a phrase")
    inflect.add_argument("--lang", required=True, metavar="TAG")
    inflect.add_argument("base", nargs="?", metavar="BASE", help="the nominative; without it, lines BASE tab FEATURES")
    inflect.add_argument("features", nargs="?", metavar="FEATURES", help="GEN, PL+POSS3+DAT, ...")
    inflect.add_argument("traits", nargs="?", default="", metavar="TRAITS", help="possessed,harmony=back,...")
    inflect.set_defaults(run=run_inflect)


def traits_of(text: str) -> dict[str, str]:
    """Traits as they are written on a line: `possessed,harmony=back` is {"possessed": "", "harmony": "back"}."""
    pairs = (part.strip().partition("=") for part in text.split(",") if part.strip())
    found = {name: value for name, _, value in pairs}
    if found.get("harmony", "back") not in ("back", "front"):
        raise FactsError(f"The trait “harmony={found['harmony']}” is unknown: write harmony=back or harmony=front.")
    return found


def run_inflect(arguments: argparse.Namespace) -> int:
    """Writes one form a line; a guess is marked by `?` after a tab.

    A line of a pipe that has no form stays an empty line; what is wrong with each is raised when all are done."""
    inflector = load(known(arguments.lang)).inflector
    if arguments.base is not None:
        if arguments.features is None:
            raise FactsError("inflect: name the features too, for example: pressdesk inflect --lang kk қала GEN.")
        form = inflector.form(arguments.base, arguments.features, traits_of(arguments.traits))
        print(_line(form))
        if form.guessed and form.note:
            messages = Messages(ui_language(arguments.ui_lang, os.environ))
            print(f"pressdesk: {messages.say('guess.because', why=messages.reason(form.note))}", file=sys.stderr)
        return DONE
    problems = []
    for number, line in enumerate(sys.stdin, start=1):
        try:
            base, features, traits = _cells(line)
            print(_line(inflector.form(base, features, traits_of(traits))))
        except FactsError as error:
            print()
            problems.append(f"standard input, line {number}: {error}")
    if problems:
        raise FactsError(problems)
    return DONE


def _line(form: Form) -> str:
    return f"{form.text}\t?" if form.guessed else form.text


def _cells(line: str) -> tuple[str, str, str]:
    """(base, features, traits) of a line; a FactsError where it has fewer cells or more."""
    cells = line.rstrip("\r\n").split("\t")
    if len(cells) not in (2, 3):
        raise FactsError("Write BASE tab FEATURES, and traits after another tab.")
    return cells[0], cells[1], cells[2] if len(cells) == 3 else ""
