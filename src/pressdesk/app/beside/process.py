"""The window's end: starts the checkers' process when it is first asked something, and again when it died.

Always true: an answer, or an error that says why there is none; the process ends with the program, however that ends,
for its standard input then closes.
"""

import subprocess
import sys
import threading
from typing import Any

from pressdesk.app.beside.child import FLAG
from pressdesk.app.beside.messages import Answer, Ask, Begin, light, read, write
from pressdesk.app.places import Places
from pressdesk.errors import ProoferUnavailable
from pressdesk.text.messages import Messages

CHECKERS = "checkers"
TRIES = 2  # a text on which the process dies twice is left alone
PATIENCE = 120.0
"""Seconds for one answer; LanguageTool's start and a paragraph as long as a book take a tenth. A process that is
stopped, or reads a ministry's expression that never ends, is ended, as one that died."""


class BrokenCheckersError(RuntimeError):
    """A mistake of the program in the checkers' process; the words are its traceback."""


class Process:
    """The checkers' process. Safe to call from any thread but the window's: a call waits for its answer."""

    def __init__(self, places: Places, ui_language: str) -> None:
        """Starts nothing yet."""
        self._begin = Begin(places, ui_language)
        self._messages = Messages(ui_language)
        self._turn = threading.Lock()
        self._running: subprocess.Popen[bytes] | None = None
        self._closed = False
        self.starts = 0

    @property
    def pid(self) -> int | None:
        """The process id while it runs."""
        running = self._running
        return running.pid if running is not None and running.poll() is None else None

    def ask(self, target: object, method: str, *arguments: object) -> Any:
        """The answer to a question.

        Raises:
            PressDeskError: whatever the checker raised; ProoferUnavailable too where the process died twice over it.
            BrokenCheckersError: a mistake of the program.
        """
        question = Ask(target, method, tuple(light(each) for each in arguments))
        with self._turn:
            answer = self._answered(question)
        if answer.error is not None:
            raise answer.error
        if answer.broken:
            raise BrokenCheckersError(answer.broken)
        return answer.value

    def close(self) -> None:
        """Ends the process, also in the middle of a question, which then raises ProoferUnavailable."""
        self._closed = True
        running = self._running
        if running is None:
            return
        if self._turn.acquire(timeout=0.2):
            try:
                self._end(running)
            finally:
                self._turn.release()
        else:
            running.terminate()

    def _answered(self, question: Ask) -> Answer:
        for _ in range(TRIES):
            if self._closed:
                break
            try:
                answer = self._heard(self._started(), question)
            except (EOFError, OSError):
                self._bury()
                continue
            assert isinstance(answer, Answer)
            return answer
        say = self._messages.say
        raise ProoferUnavailable(CHECKERS, say("checkers.died.why"), say("checkers.died.mend"))

    @staticmethod
    def _heard(running: "subprocess.Popen[bytes]", question: Ask) -> object:
        assert running.stdin is not None
        assert running.stdout is not None
        watch = threading.Timer(PATIENCE, running.kill)
        watch.daemon = True
        watch.start()
        try:
            write(running.stdin, question)
            return read(running.stdout)
        finally:
            watch.cancel()

    def _started(self) -> "subprocess.Popen[bytes]":
        if self._running is not None and self._running.poll() is not None:
            self._bury()  # it died between two questions: its pipes are still open
        if self._running is None:
            self.starts += 1
            self._running = subprocess.Popen(
                _command(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0)
                | getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0),
            )
            assert self._running.stdin is not None
            write(self._running.stdin, self._begin)
        return self._running

    def _bury(self) -> None:
        running, self._running = self._running, None
        if running is not None:
            self._end(running)

    @staticmethod
    def _end(running: "subprocess.Popen[bytes]") -> None:
        for pipe in (running.stdin, running.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:
                    continue  # nobody reads what was still to be sent
        try:
            running.wait(2.0)
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait()


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, FLAG]
    return [sys.executable, "-m", "pressdesk.app.beside.child"]
