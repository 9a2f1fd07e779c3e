"""`pressdesk words`, and `spell` with the words of whoever is named by --home."""

import argparse
import io
from pathlib import Path

import pytest

from pressdesk.cli import verbs
from pressdesk.cli.main import top_parser
from pressdesk.errors import FactsError

CHECK = ("spell", "--lang", "kk", "--check")
LINES = "цифрлаштардың\nцифрлаштардин\n"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):  # type: ignore[no-untyped-def]
    """Runs a command with a home of its own: exit code and what it printed."""
    monkeypatch.delenv("PRESSDESK_HOME", raising=False)

    def run(*arguments: str, lines: str = "", home: bool = True) -> tuple[int, str]:
        parser = argparse.ArgumentParser(parents=[top_parser()])
        verbs.add(parser.add_subparsers(), next(iter(verbs.without_options(arguments))))
        before = ["--home", str(tmp_path)] if home else []
        monkeypatch.setattr("sys.stdin", io.StringIO(lines))
        parsed = parser.parse_args([*before, *arguments])
        return int(parsed.run(parsed)), capsys.readouterr().out

    return run


def test_words_are_added_listed_and_removed(run) -> None:  # type: ignore[no-untyped-def]
    assert run("words", "add", "--lang", "kk", "цифрлаш", "Жаңа қала") == (0, "")
    assert run("words", "add", "--lang", "ru", "хакатон") == (0, "")
    assert run("words", "list") == (0, "kk\tцифрлаш\nkk\tЖаңа қала\nru\tхакатон\n")
    assert run("words", "list", "--lang", "ru", "--forms")[1].startswith("хакатон\tхакатона, хакатону")
    assert run("words", "remove", "--lang", "kk", "цифрлаш") == (0, "")
    assert run("words", "remove", "--lang", "kk", "цифрлаш") == (1, "")
    assert run("words", "list", "--lang", "kk") == (0, "Жаңа қала\n")


def test_nothing_is_added_where_one_of_them_is_no_word(run) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(FactsError, match="no word"):
        run("words", "add", "--lang", "kk", "цифрлаш", "—")

    assert run("words", "list") == (0, "")


def test_spell_knows_the_words_of_the_home_that_is_named_and_of_no_other(run) -> None:  # type: ignore[no-untyped-def]
    run("words", "add", "--lang", "kk", "цифрлаш")

    assert run(*CHECK, lines=LINES) == (1, "1\n0\n")
    assert run(*CHECK, lines=LINES, home=False) == (1, "0\n0\n")
    assert run("spell", "--lang", "kk", "--list", lines="Цифрлаштарға цифрлаштардин") == (1, "цифрлаштардин\n")
