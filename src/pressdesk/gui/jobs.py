"""Slow work beside the window: a lane runs one job at a time, and only the newest request counts. Start at `Lane`."""

import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from pressdesk.errors import PressDeskError

Work = Callable[[], Iterator[object]]
"""A job: it yields its results one by one, so that a stale one can be left in the middle."""


class _Post(QObject):
    """The way out of the thread. It belongs to the job too, which may outlive its lane."""

    yielded = Signal(int, object)
    broke = Signal(int, object)
    over = Signal(int)


@dataclass
class _Newest:
    """The ticket of the newest request, for the thread to look at."""

    ticket: int = 0


class Lane(QObject):
    """One kind of work in a thread of its own. Every request takes a ticket; answers with an old ticket are dropped.

    A lane may go, with its window, while a job is running: nobody waits for the job then, and its answers go nowhere. A
    QThreadPool would wait for it in its destructor, with Python's lock in hand that the job needs to come to an end.

    Signals (all arrive in the window's thread, and only for the newest request):
        result: one thing that the job yielded.
        failed: a PressDeskError; the job is over. Any other exception goes to the exception hook: it is a mistake of
            the program and must be seen.
        finished: the newest job is over, well or not.
    """

    result = Signal(object)
    failed = Signal(object)
    finished = Signal()

    def __init__(self, quiet: int, parent: QObject | None = None) -> None:
        """`quiet`: milliseconds without a request before the newest is taken up."""
        super().__init__(parent)
        self._newest = _Newest()
        self._work: Work | None = None
        self._running = 0
        self._thread = ThreadPoolExecutor(1, "lane")
        self._jobs: list[Future[None]] = []
        self._post = _Post()
        self._timer = QTimer(self, singleShot=True, interval=quiet)
        self._timer.timeout.connect(self._begin)
        self._post.yielded.connect(self._take)
        self._post.broke.connect(self._fail)
        self._post.over.connect(self._end)

    @property
    def busy(self) -> bool:
        """Whether something is waiting or running."""
        return self._timer.isActive() or self._running > 0

    def ask(self, work: Work, *, at_once: bool = False) -> None:
        """Wants `work` done after the quiet time; whatever was wanted before is forgotten."""
        self._newest.ticket += 1
        self._work = work
        if at_once:
            self._begin()
        else:
            self._timer.start()

    def hurry(self) -> None:
        """Takes up what is wanted now, without the rest of the quiet time."""
        if self._timer.isActive():
            self._begin()

    def drop(self) -> None:
        """Forgets whatever is wanted or running; its answers will not come.

        Nobody waits for the job, which stops at its next result.
        """
        self._newest.ticket += 1
        self._work = None
        self._timer.stop()

    def finish(self) -> None:
        """As `drop`, and waits until the running job has left its thread: it may be writing a file."""
        self.drop()
        wait(self._jobs)

    def _begin(self) -> None:
        self._timer.stop()
        work, self._work = self._work, None
        if work is None:
            return
        self._running += 1
        self._jobs = [job for job in self._jobs if not job.done()]
        self._jobs.append(self._thread.submit(_run, self._newest, self._newest.ticket, work, self._post))

    def _take(self, ticket: int, thing: object) -> None:
        if ticket == self._newest.ticket:
            self.result.emit(thing)

    def _fail(self, ticket: int, error: object) -> None:
        if ticket == self._newest.ticket:
            self.failed.emit(error)

    def _end(self, ticket: int) -> None:
        self._running -= 1
        if ticket == self._newest.ticket:
            self.finished.emit()


def _run(newest: _Newest, ticket: int, work: Work, post: _Post) -> None:
    # in the worker's thread: signals are the only way out
    try:
        if ticket != newest.ticket:
            return
        for thing in work():
            if ticket != newest.ticket:
                return
            post.yielded.emit(ticket, thing)
    except PressDeskError as error:
        post.broke.emit(ticket, error)
    except Exception:  # noqa: BLE001  (a mistake of the program: the hook shows it, as it shows those of the window)
        sys.excepthook(*sys.exc_info())
    finally:
        post.over.emit(ticket)
