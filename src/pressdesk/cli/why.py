"""`why`: the page of a rule, as the window shows it."""

import argparse
import os
import sys

from pressdesk.app.places import Places
from pressdesk.app.why import RulePage, every_rule, page
from pressdesk.text.messages import Messages, ui_language

Commands = argparse._SubParsersAction  # the type that add_subparsers returns has no public name
DONE, REFUSED = 0, 2


def add(commands: "Commands[argparse.ArgumentParser]") -> None:
    """Adds the verb."""
    verb = commands.add_parser("why", help="why a rule finds what it finds: examples, source, how to switch it off")
    verb.add_argument("rule", nargs="?", metavar="RULE", help="as `check` names it in [ ]; without one: all there are")
    verb.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Prints the page; exit 2 where there is no such rule."""
    places, ui = Places.at(arguments.home), ui_language(arguments.ui_lang, os.environ)
    if arguments.rule is None:
        print("\n".join(every_rule(places)))
        return DONE
    found = page(arguments.rule, ui, places)
    if found is None:
        print(f"pressdesk: there is no rule “{arguments.rule}”; `pressdesk why` lists them.", file=sys.stderr)
        return REFUSED
    print("\n".join(lines(found, Messages(ui))))
    return DONE


def lines(found: RulePage, messages: Messages) -> list[str]:
    """The page as lines of text."""
    severity = messages.say(f"findings.severity.{found.severity.value}") if found.severity is not None else ""
    kind = messages.say(f"findings.kind.{found.kind.value}") if found.kind is not None else ""
    about = " · ".join(part for part in (severity, kind) if part)
    said = [f"{found.rule}: {found.title}", *([about] if about else []), "", found.sentence]
    for example in found.examples:
        if example.bad:
            said.append(f"  {example.language} ✗ {_line(example.bad)}")
        if example.good:
            said.append(f"  {example.language} ✓ {_line(example.good)}")
    said += ["", f"{messages.say('why_page.source')}: {found.source}"]
    if found.where:
        said.append(f"{messages.say('why_page.where')}: {found.where}")
    if found.off:
        said += [f"{messages.say('why_page.off')}:", *(f"  {line}" for line in found.off.split("\n"))]
    else:
        said.append(messages.say("why_page.never_off"))
    return said


def _line(example: str) -> str:
    return example.replace("\n", " / ")
