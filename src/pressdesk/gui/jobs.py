"""Slow work beside the window: a lane runs one job at a time, and only the newest request counts. Start at `Lane`."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from pressdesk.errors import PressDeskError

Work = Callable[[], Iterator[object]]
"""A job: it yields its results one by one, so that a stale one can be left in the middle."""


class Lane(QObject):
    """One kind of work in a thread of its own. Every request takes a ticket; answers with an old ticket are dropped.

    Signals (all arrive in the window's thread, and only for the newest request):
        result: one thing that the job yielded.
        failed: a PressDeskError; the job is over. Any other exception goes to the exception hook: it is a mistake of
            the program and must be seen.
        finished: the newest job is over, well or not.
    """

    result = Signal(object)
    failed = Signal(object)
    finished = Signal()

    _yielded = Signal(int, object)
    _broke = Signal(int, object)
    _over = Signal(int)

    def __init__(self, quiet: int, parent: QObject | None = None) -> None:
        """`quiet`: milliseconds without a request before the newest is taken up."""
        super().__init__(parent)
        self._ticket = 0
        self._work: Work | None = None
        self._running = 0
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._timer = QTimer(self, singleShot=True, interval=quiet)
        self._timer.timeout.connect(self._begin)
        self._yielded.connect(self._take)
        self._broke.connect(self._fail)
        self._over.connect(self._end)

    @property
    def busy(self) -> bool:
        """Whether something is waiting or running."""
        return self._timer.isActive() or self._running > 0

    def ask(self, work: Work, *, at_once: bool = False) -> None:
        """Wants `work` done after the quiet time; whatever was wanted before is forgotten."""
        self._ticket += 1
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
        """Forgets whatever is wanted or running; its answers will not come."""
        self._ticket += 1
        self._work = None
        self._timer.stop()

    def close(self) -> None:
        """Forgets everything and waits until the running job has left its thread."""
        self.drop()
        self._pool.clear()
        self._pool.waitForDone()

    def _begin(self) -> None:
        self._timer.stop()
        work, self._work = self._work, None
        if work is None:
            return
        ticket = self._ticket
        self._running += 1
        self._pool.start(lambda: self._run(ticket, work))

    def _run(self, ticket: int, work: Work) -> None:
        # in the worker's thread: signals are the only way out
        try:
            if ticket != self._ticket:
                return
            for thing in work():
                if ticket != self._ticket:
                    return
                self._yielded.emit(ticket, thing)
        except PressDeskError as error:
            self._broke.emit(ticket, error)
        finally:
            self._over.emit(ticket)

    def _take(self, ticket: int, thing: object) -> None:
        if ticket == self._ticket:
            self.result.emit(thing)

    def _fail(self, ticket: int, error: object) -> None:
        if ticket == self._ticket:
            self.failed.emit(error)

    def _end(self, ticket: int) -> None:
        self._running -= 1
        if ticket == self._ticket:
            self.finished.emit()
