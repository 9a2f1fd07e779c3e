"""The command line as a whole: every verb is offered, and none waits for the others' modules."""

import argparse
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Run

from pressdesk.cli import verbs
from pressdesk.cli.main import parser


def offered(verb: str | None = None) -> list[str]:
    """The verbs that the parser made for this one knows."""
    actions = [a for a in parser(verb)._actions if isinstance(a, argparse._SubParsersAction)]
    return [name for action in actions for name in action.choices]


def test_the_whole_command_line_offers_every_verb_of_the_table() -> None:
    assert offered() == [verb for module in verbs.MODULES.values() for verb in module]


@pytest.mark.parametrize("module", verbs.MODULES)
def test_a_module_adds_the_verbs_that_the_table_promises(module: str) -> None:
    for verb in verbs.MODULES[module]:
        assert offered(verb) == list(verbs.MODULES[module])


def test_an_unknown_verb_is_refused_with_all_that_there_are(pressdesk: Run) -> None:
    done = pressdesk("spel", "--lang", "kk", "--check")

    assert done.returncode == 2
    assert all(verb in done.stderr for module in verbs.MODULES.values() for verb in module)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full is Linux's")
def test_what_cannot_be_written_is_a_failure_and_not_findings() -> None:
    with open("/dev/full", "w") as full:
        command = [sys.executable, "-m", "pressdesk", "kinds"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, encoding="utf-8", check=False)

    assert done.returncode == 3
    assert done.stderr == "pressdesk: this cannot be read or written (No space left on device).\n"


def test_the_verb_is_found_behind_the_options_of_the_program() -> None:
    assert verbs.without_options(["--home", "check", "--ui-lang", "kk", "spell", "--lang", "kk"])[0] == "spell"
    assert verbs.without_options(["--home=check", "spell"])[0] == "spell"
    assert verbs.without_options(["--help"]) == []


def test_the_version_is_told(pressdesk: Run) -> None:
    done = pressdesk("--version")

    assert done.returncode == 0
    assert done.stdout.startswith("pressdesk ")


def test_a_word_is_checked_without_what_writes_files_or_draws_windows() -> None:
    program = (
        "import sys; from pressdesk.cli.main import main; code = main(['spell', '--lang', 'kk', '--check'])\n"
        "heavy = {'docx', 'lxml', 'jinja2', 'PySide6', 'pymorphy3', 'language_tool_python', 'importlib.metadata'}\n"
        "print(code, sorted(heavy & set(sys.modules)))"
    )

    done = subprocess.run([sys.executable, "-c", program], input="қала\n", encoding="utf-8", capture_output=True)

    assert done.stdout.split("\n")[:2] == ["1", "0 []"], done.stderr
