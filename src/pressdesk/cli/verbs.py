"""Which module of this package has which verb; start at `add`. A module is imported for its own verbs alone.

So `pressdesk spell` does not wait for what writes Word files. The help of all commands is made of all modules.
"""

import argparse
from collections.abc import Callable, Sequence

Commands = argparse._SubParsersAction  # the type that add_subparsers returns has no public name
Adder = Callable[["Commands[argparse.ArgumentParser]"], None]

MODULES = {
    "drafts": ("sample", "kinds", "new", "render"),
    "check": ("check",),
    "checklist": ("checklist",),
    "inflect": ("inflect",),
    "words": ("spell",),
    "own_words": ("words",),
    "why": ("why",),
    "analyse": ("analyse",),
    "languages": ("language",),
    "packs": ("pack",),
    "styles": ("style",),
    "register": ("register",),
    "setup": ("setup",),
    "doctor": ("doctor",),
}
VALUED = ("--home", "--ui-lang")  # options of the whole program that take the next word


def without_options(given: Sequence[str]) -> list[str]:
    """The words left when --home DIR, --ui-lang TAG and other options are taken away; the first is the verb."""
    left, skip = [], False
    for word in given:
        if skip:
            skip = False
        elif word in VALUED:
            skip = True
        elif not word.startswith("--"):
            left.append(word)
    return left


def add(commands: "Commands[argparse.ArgumentParser]", verb: str | None = None) -> None:
    """Adds this verb with its neighbours; every verb where there is none of this name, or none was named."""
    chosen = [module for module, verbs in MODULES.items() if verb in verbs]
    for module in chosen or MODULES:
        _adder(module)(commands)


def _adder(module: str) -> Adder:
    # written out, so that type checkers, the layers' linter and PyInstaller see what is imported
    match module:
        case "drafts":
            from pressdesk.cli import drafts

            return drafts.add
        case "check":
            from pressdesk.cli import check

            return check.add
        case "checklist":
            from pressdesk.cli import checklist

            return checklist.add
        case "inflect":
            from pressdesk.cli import inflect

            return inflect.add
        case "words":
            from pressdesk.cli import words

            return words.add
        case "own_words":
            from pressdesk.cli import own_words

            return own_words.add
        case "why":
            from pressdesk.cli import why

            return why.add
        case "analyse":
            from pressdesk.cli import analyse

            return analyse.add
        case "languages":
            from pressdesk.cli import languages

            return languages.add
        case "packs":
            from pressdesk.cli import packs

            return packs.add
        case "styles":
            from pressdesk.cli import styles

            return styles.add
        case "register":
            from pressdesk.cli import register

            return register.add
        case "setup":
            from pressdesk.cli import setup

            return setup.add
        case _:
            from pressdesk.cli import doctor

            return doctor.add
