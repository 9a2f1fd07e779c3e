"""The text of the text window, kept against a crash until it is saved or thrown away on purpose. Start at `KeptText`.

One program keeps one text; a second one at the same time leaves it alone and keeps nothing, which `KeptText.owns` says.
"""

import contextlib
from pathlib import Path

from pressdesk.app.places import Places
from pressdesk.store import atomic
from pressdesk.store.lock import held


class KeptText:
    """The kept text of this program. Writing is safe in a worker thread, one call at a time."""

    def __init__(self, places: Places) -> None:
        self.path: Path = places.recovery / "text.txt"
        self._stack = contextlib.ExitStack()
        try:
            self._stack.enter_context(held(self.path, patience=0.0))
            self.owns = True
        except OSError:  # another program has it, or the folder cannot be written to
            self.owns = False

    def read(self) -> str:
        """What an earlier run left behind, "" for nothing."""
        if not self.owns:
            return ""
        try:
            return self.path.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError):
            return ""

    def write(self, text: str) -> None:
        """Keeps the text. DraftFileError where that cannot be."""
        if self.owns:
            atomic.write(self.path, text.encode("utf-8"))

    def clear(self) -> None:
        """The text is saved, or nobody wants it."""
        if self.owns:
            with contextlib.suppress(OSError):
                self.path.unlink(missing_ok=True)

    def close(self) -> None:
        """Lets another program have it."""
        self._stack.close()
        self.owns = False


def save(path: Path, text: str) -> None:
    """Writes a text as UTF-8, with a line's end at its end. DraftFileError where that cannot be."""
    atomic.write(path, (text if text.endswith("\n") or not text else text + "\n").encode("utf-8"))


__all__ = ["KeptText", "save"]
