"""The user's own register: read when it is needed, read anew when its file has changed, changed one step at a time."""

import threading
from collections.abc import Callable
from pathlib import Path

from pressdesk.app.places import Places
from pressdesk.errors import RegisterFileError
from pressdesk.model.register import Book
from pressdesk.store import atomic, lock, register_file

_lock = threading.Lock()
_read: dict[Path, tuple[tuple[int, int], Book]] = {}


class OwnRegister:
    """The register in the user's data folder. Safe in any thread; two windows see each other's changes."""

    def __init__(self, places: Places) -> None:
        self.path = places.register

    def book(self) -> Book:
        """The register as its file has it now. RegisterFileError where it is damaged."""
        signature = atomic.stamp(self.path)
        with _lock:
            known = _read.get(self.path)
        if known is not None and known[0] == signature:
            return known[1]
        book = register_file.read(self.path)
        with _lock:
            _read[self.path] = (signature, book)
        return book

    def readable(self) -> tuple[Book, RegisterFileError | None]:
        """The register, an empty one with the reason where it cannot be read: what only offers goes on without it."""
        try:
            return self.book(), None
        except RegisterFileError as error:
            return Book(), error

    def change(self, change: Callable[[Book], Book]) -> Book:
        """Reads the newest register, changes it and writes it. RegisterFileError where that fails; nothing is lost.

        Another window or process that changes it too waits meanwhile, so that neither writes over the other.
        """
        try:
            with lock.held(self.path):
                before = register_file.read(self.path)
                after = change(before)
                if after != before:
                    register_file.write(after, self.path)
        except OSError as error:
            raise RegisterFileError(f"{self.path}: the register was not saved ({error.strerror}).") from None
        with _lock:
            _read[self.path] = (atomic.stamp(self.path), after)
        return after
