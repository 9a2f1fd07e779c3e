"""`inflect`, `spell`: words in, forms and judgements out. Lines of a pipe stay lines."""

import argparse
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from pressdesk.errors import FactsError
from pressdesk.grammar.grammar import Grammar
from pressdesk.grammar.names import NameForms
from pressdesk.language.language import languages, load
from pressdesk.model.forms import Form
from pressdesk.proof.spelling import Speller
from pressdesk.text.messages import Messages, ui_language
from pressdesk.text.words import words

# a sign apart from its figure («70 %-ын») is the one thing that a word shares with a neighbour on its line
SIGN_APART = re.compile(r"(?<=\d)[^\S\n](?=[%‰°$€₸])")
KEPT = "\0"  # stands for that space while text is parted at spaces
AT_ONCE = 50  # lines
REMEMBERED = 50_000  # stretches between spaces, about 10 MB
Commands = argparse._SubParsersAction  # the type that add_subparsers returns has no public name
DONE, FOUND = 0, 1


def add(commands: "Commands[argparse.ArgumentParser]") -> None:
    """Adds the two verbs."""
    inflect = commands.add_parser("inflect", help="a form of a word, a name or a phrase")
    inflect.add_argument("--lang", required=True, metavar="TAG")
    inflect.add_argument("base", nargs="?", metavar="BASE", help="the nominative; without it, lines BASE tab FEATURES")
    inflect.add_argument("features", nargs="?", metavar="FEATURES", help="GEN, PL+POSS3+DAT, ...")
    inflect.add_argument("traits", nargs="?", default="", metavar="TRAITS", help="possessed,harmony=back,...")
    inflect.set_defaults(run=run_inflect)
    spell = commands.add_parser("spell", help="judges words on standard input")
    spell.add_argument("--lang", required=True, metavar="TAG")
    how = spell.add_mutually_exclusive_group(required=True)
    how.add_argument("--check", dest="how", action="store_const", const="check", help="1 or 0 for each line")
    how.add_argument("--suggest", dest="how", action="store_const", const="suggest", help="suggestions, by tabs")
    how.add_argument("--list", dest="how", action="store_const", const="list", help="the rejected words of a text")
    spell.set_defaults(run=run_spell)


def traits_of(text: str) -> dict[str, str]:
    """Traits as they are written on a line: `possessed,harmony=back` is {"possessed": "", "harmony": "back"}."""
    pairs = (part.strip().partition("=") for part in text.split(",") if part.strip())
    return {name: value for name, _, value in pairs}


def run_inflect(arguments: argparse.Namespace) -> int:
    """Writes one form a line; a guess is marked by `?` after a tab."""
    inflector = load(_known(arguments.lang)).inflector
    if arguments.base is not None:
        if arguments.features is None:
            raise FactsError("inflect: name the features too, for example: pressdesk inflect --lang kk қала GEN.")
        form = inflector.form(arguments.base, arguments.features, traits_of(arguments.traits))
        print(_line(form))
        if form.guessed and form.note:
            messages = Messages(ui_language(arguments.ui_lang, os.environ))
            print(f"pressdesk: {messages.say('guess.because', why=messages.reason(form.note))}", file=sys.stderr)
        return DONE
    for line, base, features, traits in _rows(sys.stdin):
        try:
            print(_line(inflector.form(base, features, traits_of(traits))))
        except FactsError as error:
            raise FactsError(f"standard input, line {line}: {error}") from error
    return DONE


def _line(form: Form) -> str:
    return f"{form.text}\t?" if form.guessed else form.text


def _rows(lines: Iterable[str]) -> Iterator[tuple[int, str, str, str]]:
    for number, line in enumerate(lines, start=1):
        cells = line.rstrip("\r\n").split("\t")
        if len(cells) not in (2, 3):
            raise FactsError(f"standard input, line {number}: write BASE tab FEATURES, and traits after another tab.")
        yield number, cells[0], cells[1], cells[2] if len(cells) == 3 else ""


def run_spell(arguments: argparse.Namespace) -> int:
    """Judges words; exit 1 when one was rejected."""
    speller = Speller(grammar_of(arguments.lang))
    jobs: dict[str, Callable[[Speller, Iterable[str]], int]] = {"check": _check, "suggest": _suggest, "list": _list}
    return jobs[arguments.how](speller, sys.stdin)


def _check(speller: Speller, lines: Iterable[str]) -> int:
    none, rejected = NameForms.none(), False
    for line in lines:
        accepted = speller.accepts(line.rstrip("\r\n"), none)
        rejected = rejected or not accepted
        sys.stdout.write("1\n" if accepted else "0\n")
    return FOUND if rejected else DONE


def _suggest(speller: Speller, lines: Iterable[str]) -> int:
    none, rejected = NameForms.none(), False
    for line in lines:
        word = line.rstrip("\r\n")
        rejected = rejected or not speller.accepts(word, none)
        sys.stdout.write("\t".join(s.text for s in speller.suggest(word, none)) + "\n")
    return FOUND if rejected else DONE


def _list(speller: Speller, lines: Iterable[str]) -> int:
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
                wrong = known[chunk] = _rejected(speller, chunk.replace(KEPT, " "))
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


def _rejected(speller: Speller, text: str) -> tuple[str, ...]:
    none = NameForms.none()
    return tuple(word.text for word in words(text) if not speller.accepts(word.text, none))


def _known(tag: str) -> str:
    if tag not in languages():
        raise FactsError(f"--lang {tag}: PressDesk has no such language; choose {', '.join(languages())}.")
    return tag


def grammar_of(tag: str) -> Grammar:
    """The tables of a language; a FactsError where there is no such language or it has none."""
    inflector = load(_known(tag)).inflector
    if not isinstance(inflector, Grammar):
        raise FactsError(f"--lang {tag}: only languages with grammar tables are analysed and spelt here; choose kk.")
    return inflector
