"""`words`: the user's own word lists, which every check knows in all their forms."""

import argparse

from pressdesk.app.own_words import OwnWords, clean, forms_of
from pressdesk.app.places import Places
from pressdesk.data import languages

Commands = argparse._SubParsersAction  # the type that add_subparsers returns has no public name
DONE, FOUND = 0, 1


def add(commands: "Commands[argparse.ArgumentParser]") -> None:
    """Adds the verb `words` with its own verbs."""
    words = commands.add_parser("words", help="your own words: right in every text, in all their forms")
    verbs = words.add_subparsers(dest="words_verb", metavar="COMMAND", required=True)
    shown = verbs.add_parser("list", help="every word of your lists")
    shown.add_argument("--lang", metavar="TAG", help="only this language")
    shown.add_argument("--forms", action="store_true", help="with the forms that it is known in (Kazakh reads its own)")
    shown.set_defaults(run=run_list)
    for name, run, what in (
        ("add", run_add, "adds words, each in its dictionary form"),
        ("remove", run_remove, "takes words out; exit 1 where one was not there"),
    ):
        verb = verbs.add_parser(name, help=what)
        verb.add_argument("--lang", metavar="TAG", required=True)
        verb.add_argument("words", nargs="+", metavar="WORD")
        verb.set_defaults(run=run)


def run_list(arguments: argparse.Namespace) -> int:
    """Prints a word a line, after its language where no language was named."""
    own = OwnWords(Places.at(arguments.home))
    for tag in [arguments.lang] if arguments.lang else languages():
        for word in own.words(tag):
            forms = f"\t{', '.join(forms_of(word, tag)[1:])}" if arguments.forms else ""
            print(f"{word}{forms}" if arguments.lang else f"{tag}\t{word}{forms}")
    return DONE


def run_add(arguments: argparse.Namespace) -> int:
    """Adds words; a word that is there already is left as it is. Nothing is added where one is no word."""
    own = OwnWords(Places.at(arguments.home))
    for word in [clean(word) for word in arguments.words]:
        own.add(arguments.lang, word)
    return DONE


def run_remove(arguments: argparse.Namespace) -> int:
    """Takes words out; exit 1 where one did not stand there."""
    own = OwnWords(Places.at(arguments.home))
    gone = [own.remove(arguments.lang, word) for word in [clean(word) for word in arguments.words]]
    return DONE if all(gone) else FOUND
