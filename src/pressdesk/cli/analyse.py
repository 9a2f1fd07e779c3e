"""`analyse`: every reading of a word with the rows that made it, or why there is none."""

import argparse
import os

from pressdesk.cli.words import DONE, FOUND, grammar_of
from pressdesk.grammar.explain import Explainer
from pressdesk.grammar.names import NameForms
from pressdesk.proof.spelling import Speller
from pressdesk.text.messages import Messages, ui_language

Commands = argparse._SubParsersAction  # the type that add_subparsers returns has no public name


def add(commands: "Commands[argparse.ArgumentParser]") -> None:
    """Adds the verb."""
    analyse = commands.add_parser(
        "analyse", help="every reading of a word with the rows that made it, or why it is none"
    )
    analyse.add_argument("--lang", required=True, metavar="TAG")
    analyse.add_argument("words", nargs="+", metavar="WORD")
    analyse.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """A line for every reading: the word, the lemma, its class, the features, and the rows, each with what it adds and
    the rows of sounds behind that. A line for a refused word: it, -, what was tried, the right form, and why."""
    grammar = grammar_of(arguments.lang)
    explainer, speller = Explainer(grammar), Speller(grammar)
    messages = Messages(ui_language(arguments.ui_lang, os.environ))
    missing = False
    for word in arguments.words:
        readings = explainer.tracer.readings(word)
        if not readings and speller.accepts(word, NameForms.none()):
            readings = explainer.tracer.unlisted(word)
        for reading in readings:
            rows = " ".join(f"{p.row}({' '.join((p.adds or '0', *p.by))})" for p in reading.pieces)
            print(f"{word}\t{reading.lemma}\t{reading.cls or '-'}\t{reading.features or 'NOM'}\t{rows}")
        if not readings:
            missing = True
            print(f"{word}\t-\t{_refused(explainer, speller, word, messages)}")
    return FOUND if missing else DONE


def _refused(explainer: Explainer, speller: Speller, word: str, messages: Messages) -> str:
    refusal = explainer.refusal(word)
    if refusal is None:
        return ""
    why, right = refusal.say(messages), refusal.right
    if not right:
        near = [found.text for found in speller.suggest(word, NameForms.none())]
        right = near[0] if near else ""
        why += f"; {messages.say('refused.nearest', words=', '.join(near))}" if near else ""
    tried = f"{refusal.lemma} + {refusal.features}" if refusal.lemma else "-"
    return f"{tried}\t{right or '-'}\t{why}"
