"""Whoever changes a file holds it, and lets it go."""

import subprocess
import sys
from pathlib import Path

import pytest

from pressdesk.store import lock

HOLD = """
import sys
from pathlib import Path
from pressdesk.store import lock
with lock.held(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_file_that_another_process_holds_is_waited_for_and_let_go_with_the_process(tmp_path: Path) -> None:
    path = tmp_path / "data" / "register.json"
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(TimeoutError), lock.held(path, patience=0.05):
            pass
        other.kill()
    with lock.held(path, patience=5):
        pass
    assert not path.exists()


def test_a_second_hold_waits_for_the_first_and_an_error_lets_go(tmp_path: Path) -> None:
    path = tmp_path / "register.json"
    with lock.held(path), pytest.raises(TimeoutError), lock.held(path, patience=0.05):
        pass
    with pytest.raises(ZeroDivisionError), lock.held(path):
        raise ZeroDivisionError
    with lock.held(path, patience=0):
        pass


def test_a_folder_that_is_a_file_cannot_be_held(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("x", encoding="utf-8")
    with pytest.raises(OSError), lock.held(tmp_path / "data" / "register.json"):  # noqa: PT011
        pass
