"""LanguageTool as a process of ours: started, watched and ended. Start at `Server.in_use`.

Always true: it listens on 127.0.0.1 alone, on a port that our own Java was seen to hold; nothing is started before
every jar was found right; a guard (guard.py) ends it when we are gone, however we went.
"""

import os
import socket
import subprocess
import sys
import threading
import time
import weakref
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psutil  # type: ignore[import-untyped]  # language-tool-python brings it

from pressdesk.proof.languagetool import guard
from pressdesk.proof.languagetool.java import command, environment, java
from pressdesk.proof.languagetool.lock import Jar, Lock, damaged
from pressdesk.proof.languagetool.ownrules import Fault, own_rules_folder, read_own_rules
from pressdesk.proof.languagetool.tables import Messages

LOOPBACK = "127.0.0.1"
START_WITHIN = 30.0
"""Seconds from the start of Java until it must listen; 0.6 s on two idle cores."""
MOST_DEATHS, DEATHS_WITHIN = 3, 300.0
"""So many deaths within so many seconds, and it is not started again until they are further back."""
IDLE_AFTER = 600.0
"""Seconds without a request after which it is stopped; the next request starts it again."""
LOOK_EVERY = 0.03


@dataclass(slots=True)
class Run:
    """One Java process from its start to its end.

    Attributes:
        number: counts the starts from 1; another number means that a client must be made anew.
        port: on 127.0.0.1.
        pid: Java's process id.
        languages: those whose dictionaries it was started with.
        ending: ends the process, waits for it, and may be called twice; runs by itself when Python exits.
        own_rules: the languages whose own rules (ownrules.py) it was started with.
    """

    number: int
    port: int
    pid: int
    languages: frozenset[str]
    guard: "subprocess.Popen[bytes]"
    ending: Callable[[], object]
    used: float = 0.0
    own_rules: frozenset[str] = frozenset()
    over: threading.Event = field(default_factory=threading.Event)

    @property
    def url(self) -> str:
        """Its address, for language_tool_python."""
        return f"http://{LOOPBACK}:{self.port}/"

    @property
    def alive(self) -> bool:
        """Whether Java still runs: the guard ends with it."""
        return self.guard.poll() is None


class Server:
    """Starts LanguageTool when it is first needed, again when it died, and not at all when it dies too often.

    Safe to call from any thread: one request at a time.

    Attributes:
        starts: how often Java was started so far.
        faults: language to what is wrong with its own rules; it is then checked without them.
    """

    def __init__(
        self,
        folder: Path,
        lock: Lock,
        messages: Messages,
        *,
        idle_after: float = IDLE_AFTER,
        clock: Callable[[], float] = time.monotonic,
        own_rules: Path | None = None,
    ) -> None:
        """Starts nothing yet.

        Args:
            folder: where setup put the jars.
            lock: which jars those are.
            messages: what is said when it cannot run.
            idle_after: seconds without a request after which it is stopped.
            clock: seconds; another one for tests of the five minutes.
            own_rules: another folder of own rules than the shipped one.
        """
        self._folder, self._lock_file, self._messages = folder, lock, messages
        self._idle_after, self._clock = idle_after, clock
        self._turn = threading.Lock()
        self._run: Run | None = None
        self.starts = 0
        self._deaths: deque[float] = deque(maxlen=MOST_DEATHS)
        self._closed = False
        self._seen_right: dict[Jar, tuple[int, int] | None] = {}
        self._own_rules = own_rules if own_rules is not None else own_rules_folder()
        self._set_aside: dict[str, Fault] = {}
        self.faults: dict[str, Fault] = {}

    @property
    def pid(self) -> int | None:
        """Java's process id while it runs."""
        run = self._run
        return run.pid if run and run.alive else None

    @contextmanager
    def in_use(self) -> Iterator[Run]:
        """Holds a running server for one request, starting it if need be. ProoferUnavailable when it cannot run."""
        with self._turn:
            run = self._running()
            try:
                yield run
            finally:
                run.used = time.monotonic()

    def lost(self, run: Run, *, hung: bool = False) -> bool:
        """To be called within `in_use` when a request got no answer: notes a death if it was one, and says so.

        A hung process is ended first. False: the process lives, so the trouble is another one.
        """
        if not hung:
            try:
                run.guard.wait(1.0)  # a killed Java closes its port a moment before the guard is through
            except subprocess.TimeoutExpired:
                return False
        self._bury(run)
        return True

    def set_aside(self, run: Run, language: str) -> bool:
        """To be called within `in_use` when the first check of a language was refused: are its own rules to blame?

        True: they were in force, the process is ended, and the next start leaves them out; that is no death.
        """
        if language not in run.own_rules:
            return False
        self._set_aside[language] = Fault(language, self._own_rules / language, 0, "rules_refused")
        run.over.set()
        run.ending()
        self._run = None
        return True

    def close(self) -> None:
        """Ends it for good, also in the middle of a request. May be called twice."""
        self._closed = True
        run = self._run
        if run:
            run.over.set()
            run.ending()

    def _running(self) -> Run:
        if self._closed:
            raise self._messages.unavailable("closed")
        run = self._run
        if run and not run.over.is_set():
            if run.alive:
                return run
            self._bury(run)
        self._give_up_after_too_many()
        program, languages = self._whole()
        self._run = run = self._started(program, languages)
        if self._closed:  # closed while it was starting
            run.ending()
            raise self._messages.unavailable("closed")
        watcher = threading.Thread(
            target=_rest_when_idle, args=(self._turn, run, self._idle_after), name="languagetool-idle", daemon=True
        )
        watcher.start()
        return run

    def _bury(self, run: Run) -> None:
        run.over.set()
        run.ending()
        self._run = None
        if not self._closed:
            self._deaths.append(self._clock())

    def _give_up_after_too_many(self) -> None:
        recent = [moment for moment in self._deaths if self._clock() - moment < DEATHS_WITHIN]
        if len(recent) >= MOST_DEATHS:
            raise self._messages.unavailable("given_up", deaths=len(recent))

    def _whole(self) -> tuple[Path, frozenset[str]]:
        """Java, and the languages whose files are right by size and SHA-256. ProoferUnavailable names what is wrong."""
        program = java()
        if program is None:
            raise self._messages.unavailable("no_java")
        states = {jar: _state(self._folder / jar.name) for jar in self._lock_file.jars}
        missing = [jar for jar, state in states.items() if state is None]
        languages = frozenset(self._lock_file.languages).difference(*(jar.languages for jar in missing))
        if not languages or any(not jar.languages for jar in missing):
            raise self._messages.unavailable("no_jars", folder=self._folder)
        jars = self._lock_file.needed(languages)
        wrong = damaged(self._folder, [jar for jar in jars if self._seen_right.get(jar) != states[jar]])
        if wrong:
            raise self._messages.unavailable("bad_jar", name=wrong[0].name, folder=self._folder)
        self._seen_right = states
        return program, languages

    def _started(self, program: Path, languages: frozenset[str]) -> Run:
        self.starts += 1
        port = _free_port()
        jars = [self._folder / jar.name for jar in self._lock_file.needed(languages)]
        own = self._own_rules_in_force(languages)
        process = subprocess.Popen(
            [*_guard_command(), *command(program, jars, port, tuple(own.values()))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=self._folder,
            env=environment(os.environ),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        assert process.stdout
        said = process.stdout.readline()
        pid = int(said) if said.strip().isdigit() else 0
        ending = weakref.finalize(self, _end, process, pid)
        run = Run(self.starts, port, pid, languages, process, ending, time.monotonic(), frozenset(own))
        if not pid or not _listens_in_time(run):
            self._bury(run)
            raise self._messages.unavailable("closed" if self._closed else "not_started")
        return run

    def _own_rules_in_force(self, languages: frozenset[str]) -> dict[str, Path]:
        """The folders of own rules to start with, by language; read at each start, so a mended file is seen."""
        own = read_own_rules(self._own_rules)
        self.faults = {fault.language: fault for fault in own.faults} | self._set_aside
        return {tag: path for tag, path in own.folders.items() if tag in languages and tag not in self._set_aside}


def _state(file: Path) -> tuple[int, int] | None:
    """Size and time of the last change, None where there is no file: the same state need not be hashed again."""
    try:
        stat = file.stat()
    except OSError:
        return None
    return stat.st_size, stat.st_mtime_ns


def _guard_command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, guard.FLAG]
    return [sys.executable, "-I", "-S", str(Path(guard.__file__))]


def _free_port() -> int:
    # another one at each start: after a death somebody else may hold the old one and wait for text
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])


def _listens_in_time(run: Run) -> bool:
    """Waits until Java itself holds the port. False: it died, took too long, or listens anywhere but on loopback."""
    until = time.monotonic() + START_WITHIN
    while run.alive and time.monotonic() < until:
        try:
            listening = [c.laddr for c in psutil.Process(run.pid).net_connections("tcp") if c.status == "LISTEN"]
        except psutil.Error:
            return False
        if listening:
            return [(a.ip, a.port) for a in listening] == [(LOOPBACK, run.port)]
        time.sleep(LOOK_EVERY)
    return False


def _rest_when_idle(turn: threading.Lock, run: Run, idle_after: float) -> None:
    """Ends the run after so many seconds without a request. Holds no reference to the Server, which may go first."""
    left = idle_after
    while not run.over.wait(left):
        with turn:
            left = run.used + idle_after - time.monotonic()
            if left <= 0:
                run.over.set()
                run.ending()


def _end(process: "subprocess.Popen[bytes]", pid: int) -> None:
    """Closes the guard's pipe, which ends Java; by harder means if the guard itself is gone or stuck."""
    for pipe in (process.stdin, process.stdout):
        if pipe:
            pipe.close()
    try:
        process.wait(5.0)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if pid:
        _end_orphan(pid, process.pid)


def _end_orphan(pid: int, guard_pid: int) -> None:
    """Ends a Java that outlived its guard, which only systems other than Linux allow."""
    try:
        orphan = psutil.Process(pid)
        if "java" in orphan.name().lower() and orphan.ppid() in (0, 1, guard_pid):
            orphan.kill()
    except psutil.Error:
        return  # gone already
