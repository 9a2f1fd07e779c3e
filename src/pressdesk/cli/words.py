"""`spell`: words in, judgements out. Lines of a pipe stay lines. Imports little: one word is answered at once."""

import argparse
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from pressdesk.data import languages, resources
from pressdesk.errors import FactsError
from pressdesk.grammar.grammar import Grammar
from pressdesk.grammar.names import NameForms
from pressdesk.proof.speller import Speller
from pressdesk.text.words import words

# a sign apart from its figure («70 %-ын») is the one thing that a word shares with a neighbour on its line
SIGN_APART = re.compile(r"(?<=\d)[^\S\n](?=[%‰°$€₸])")
KEPT = "\0"  # stands for that space while text is parted at spaces
AT_ONCE = 50  # lines
REMEMBERED = 50_000  # stretches between spaces, about 10 MB
Commands = argparse._SubParsersAction  # the type that add_subparsers returns has no public name
DONE, FOUND = 0, 1


def add(commands: "Commands[argparse.ArgumentParser]") -> None:
    """Adds the verb."""
    spell = commands.add_parser("spell", help="judges words on standard input")
    spell.add_argument("--lang", required=True, metavar="TAG")
    how = spell.add_mutually_exclusive_group(required=True)
    how.add_argument("--check", dest="how", action="store_const", const="check", help="1 or 0 for each line")
    how.add_argument("--suggest", dest="how", action="store_const", const="suggest", help="suggestions, by tabs")
    how.add_argument("--list", dest="how", action="store_const", const="list", help="the rejected words of a text")
    how.add_argument("--soft", dest="how", action="store_const", const="soft", help="what a rare form was meant for")
    spell.set_defaults(run=run_spell)


def run_spell(arguments: argparse.Namespace) -> int:
    """Judges words; exit 1 when one was rejected."""
    speller = Speller(grammar_of(arguments.lang))
    names = _own_words(arguments, speller.grammar)
    jobs: dict[str, Callable[[Speller, NameForms, Iterable[str]], int]] = {
        "check": _check,
        "suggest": _suggest,
        "list": _list,
        "soft": _soft,
    }
    return jobs[arguments.how](speller, names, _text(sys.stdin))


def _own_words(arguments: argparse.Namespace, grammar: Grammar) -> NameForms:
    """The user's own words, in all their forms, where it is said whose: by --home or PRESSDESK_HOME.

    Without either the answer is the same on every machine.
    """
    if not (arguments.home or os.environ.get("PRESSDESK_HOME")):
        return NameForms.none()
    from pressdesk.app.own_words import OwnWords
    from pressdesk.app.places import Places

    words = OwnWords(Places.at(arguments.home)).words(arguments.lang)
    return NameForms.of(grammar, [(word, {}) for word in words]) if words else NameForms.none()


def _text(lines: Iterable[str]) -> Iterator[str]:
    """The lines; a FactsError where there is a NUL, as in UTF-16, of which no word would be seen and none rejected."""
    for number, line in enumerate(lines, start=1):
        if "\0" in line:
            raise FactsError(f"standard input, line {number}: this is no UTF-8 text; save it anew as UTF-8.")
        yield line


def _check(speller: Speller, names: NameForms, lines: Iterable[str]) -> int:
    rejected = False
    for line in lines:
        accepted = speller.accepts(line.rstrip("\r\n"), names)
        rejected = rejected or not accepted
        sys.stdout.write("1\n" if accepted else "0\n")
    return FOUND if rejected else DONE


def _suggest(speller: Speller, names: NameForms, lines: Iterable[str]) -> int:
    rejected = False
    for line in lines:
        word = line.rstrip("\r\n")
        rejected = rejected or not speller.accepts(word, names)
        sys.stdout.write("\t".join(s.text for s in speller.suggest(word, names)) + "\n")
    return FOUND if rejected else DONE


def _soft(speller: Speller, names: NameForms, lines: Iterable[str]) -> int:
    from pressdesk.proof.context.soft import load_soft  # its tables are asked for by this alone

    marks, marked = load_soft(speller.grammar.folder / "style", speller), False
    for line in lines:
        meant = marks.instead(line.rstrip("\r\n"), names)
        marked = marked or bool(meant)
        sys.stdout.write(meant + "\n")
    return FOUND if marked else DONE


def _list(speller: Speller, names: NameForms, lines: Iterable[str]) -> int:
    """Running text repeats itself, so what was found between two spaces is remembered and not looked at again."""
    fine, known = set[str](), dict[str, tuple[str, ...]]()
    rejected, source = False, iter(lines)
    while text := "".join(islice(source, AT_ONCE)):
        chunks = SIGN_APART.sub(KEPT, text).split()
        if fine.issuperset(chunks):
            continue
        for chunk in chunks:
            if chunk in fine:
                continue
            wrong = known.get(chunk)
            if wrong is None:
                wrong = known[chunk] = _rejected(speller, names, chunk.replace(KEPT, " "))
                if not wrong:
                    del known[chunk]
                    fine.add(chunk)
            if wrong:
                rejected = True
                sys.stdout.write("\n".join(wrong) + "\n")
        if len(fine) + len(known) > REMEMBERED:
            fine.clear()
            known.clear()
    return FOUND if rejected else DONE


def _rejected(speller: Speller, names: NameForms, text: str) -> tuple[str, ...]:
    return tuple(word.text for word in words(text) if not speller.accepts(word.text, names))


def known(tag: str) -> str:
    """The tag; a FactsError where there is no such language."""
    if tag not in languages():
        raise FactsError(f"--lang {tag}: PressDesk has no such language; choose {', '.join(languages())}.")
    return tag


def grammar_of(tag: str) -> Grammar:
    """The tables of a language; a FactsError where there is no such language or it has none."""
    if not resources(known(tag), "grammar").is_dir():
        raise FactsError(f"--lang {tag}: only languages with grammar tables are analysed and spelt here; choose kk.")
    return Grammar.load(resources(tag))
