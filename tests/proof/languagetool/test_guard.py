"""The guard ends its program when its own starter is gone, and tells how the program ended."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from pressdesk.proof.languagetool import guard, server
from pressdesk.proof.languagetool.guard import NOT_STARTED

Gone = Callable[[int], bool]


def start(*command: str) -> "subprocess.Popen[bytes]":
    script = [sys.executable, "-I", "-S", str(Path(guard.__file__))]
    return subprocess.Popen([*script, *command], stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def test_the_program_ends_when_our_end_of_the_pipe_closes(gone: Gone) -> None:
    with start("sleep", "60") as process:
        assert process.stdout
        pid = int(process.stdout.readline())
        assert psutil.pid_exists(pid)

        assert process.stdin
        process.stdin.close()

        assert process.wait(5) != 0
        assert gone(pid)


def test_the_guard_ends_with_the_program_and_hands_on_its_exit_code() -> None:
    with start(sys.executable, "-c", "raise SystemExit(7)") as process:
        assert process.wait(5) == 7


def test_a_program_that_does_not_exist_is_told_by_127_and_no_line() -> None:
    with start("/no/such/java") as process:
        assert process.stdout
        assert process.stdout.read() == b""
        assert process.wait(5) == NOT_STARTED


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only Linux's kernel tells a child of its parent's end"
)
def test_the_program_ends_when_the_guard_is_killed(gone: Gone) -> None:
    with start("sleep", "60") as process:
        assert process.stdout
        pid = int(process.stdout.readline())

        process.kill()

        assert gone(pid)


def test_the_guard_hears_a_polite_request_too(gone: Gone) -> None:
    with start("sleep", "60") as process:
        assert process.stdout
        pid = int(process.stdout.readline())

        process.terminate()

        process.wait(5)
        assert gone(pid)


def test_a_frozen_program_starts_itself_as_the_guard(monkeypatch: pytest.MonkeyPatch) -> None:
    assert server._guard_command() == [sys.executable, "-I", "-S", guard.__file__]

    monkeypatch.setattr(sys, "frozen", True, raising=False)

    assert server._guard_command() == [sys.executable, guard.FLAG]
