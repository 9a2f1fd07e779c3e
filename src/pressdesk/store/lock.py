"""One process at a time: between reading a file and writing it anew nobody else writes it. Start at `held`."""

import contextlib
import errno
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

SUFFIX = ".lock"
PATIENCE = 10.0
"""Seconds for which somebody waits; a change of a register takes far less than one."""
_BUSY = frozenset({errno.EACCES, errno.EAGAIN, errno.EDEADLK})

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextlib.contextmanager
def held(path: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Holds `NAME.lock` beside a file, against other processes and other threads; it is let go with the process too.

    TimeoutError after `patience` seconds. OSError where the folder cannot be written to. A file system that knows no
    locks is written to without one.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path.with_name(path.stem + SUFFIX), os.O_RDWR | os.O_CREAT, 0o666)
    try:
        _wait(handle, time.monotonic() + patience)
        yield
    finally:
        os.close(handle)


def _wait(handle: int, until: float) -> None:
    while True:
        try:
            _take(handle)
        except OSError as error:
            if error.errno not in _BUSY:
                return
            if time.monotonic() > until:
                raise TimeoutError(errno.ETIMEDOUT, "another PressDesk is writing it") from None
            time.sleep(0.02)
        else:
            return
