"""What was typed since the last save, kept beside the drafts until it is saved or thrown away on purpose.

A journal is three files in `Places.recovery` with one random name: `.pressdesk` (the draft), `.json` (what the start
page tells of it) and `.lock`, which the living program holds locked. The system lets go of a lock when its process
dies, however it dies, so a journal whose lock is free was left behind by a crash. Start at `Journal` and `left_behind`.
"""

import contextlib
import json
import os
import sys
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pressdesk.app.places import Places
from pressdesk.errors import DraftFileError
from pressdesk.model.draft import Draft
from pressdesk.store.draft_file import open_draft, save_draft

if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True


@dataclass(frozen=True, slots=True)
class Note:
    """What the start page tells of a journal without opening it.

    Attributes:
        title: the draft's title when it was written, "" where it had none.
        path: the draft's file, "" for one that was never saved.
        kind: the release type.
        words: how many words the shown text had.
        written: when.
    """

    title: str
    path: str
    kind: str
    words: int
    written: datetime


class Journal:
    """The journal of one open draft. Writing is safe to call from a worker thread, one call at a time.

    It owns its name from the first write until `close`, so two programs on one machine never share one.
    """

    def __init__(self, places: Places) -> None:
        self.folder = places.recovery
        self.name = uuid.uuid4().hex
        self._handle: int | None = None
        self._replaces: Leftover | None = None

    @property
    def file(self) -> Path:
        """Where the draft is written."""
        return self.folder / f"{self.name}.pressdesk"

    def write(self, draft: Draft, note: Note) -> None:
        """Keeps the draft as it stands. DraftFileError where the folder cannot be written."""
        try:
            self._own()
            save_draft(draft, self.file)
            _write_note(self.folder / f"{self.name}.json", note)
        except OSError as error:
            raise DraftFileError(
                f"{self.folder}: what you type cannot be kept against a crash ({error.strerror}); save the draft often."
            ) from error
        if self._replaces is not None:
            self._replaces.discard()
            self._replaces = None

    def take_over(self, leftover: "Leftover") -> None:
        """This journal carries on where another was left; that one goes once this one is written."""
        self._replaces = leftover

    def clear(self) -> None:
        """The draft is saved: there is nothing to recover any more. The next write starts anew."""
        if self._replaces is not None:
            self._replaces.discard()
            self._replaces = None
        _remove(self.folder, self.name, self._let_go)

    def close(self) -> None:
        """The draft was closed on purpose."""
        self.clear()

    def abandon(self) -> None:
        """Lets go of the lock and leaves the files, as a crash would."""
        self._let_go()
        if self._replaces is not None:
            self._replaces.release()

    def _own(self) -> None:
        if self._handle is None:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._handle = _open_lock(self.folder / f"{self.name}.lock")

    def _let_go(self) -> None:
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


class Leftover:
    """A journal that a crash left behind. It is held from the moment it is found, so no other program takes it too."""

    def __init__(self, folder: Path, name: str, note: Note, handle: int) -> None:
        self.folder, self.name, self.note = folder, name, note
        self._handle: int | None = handle

    def draft(self) -> Draft:
        """The draft as it was last written. DraftFileError says what is wrong with the file, which stays."""
        return open_draft(self.folder / f"{self.name}.pressdesk")

    def discard(self) -> None:
        """Removes it for good."""
        _remove(self.folder, self.name, self.release)

    def release(self) -> None:
        """Leaves it for the next start."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def left_behind(places: Places) -> list[Leftover]:
    """The journals that no living program holds, newest first."""
    found: list[Leftover] = []
    if not places.recovery.is_dir():
        return found
    for path in sorted(places.recovery.glob("*.pressdesk")):
        handle = _open_lock(path.with_suffix(".lock"))
        if handle is None:
            continue
        if path.exists():
            found.append(Leftover(places.recovery, path.stem, _read_note(path), handle))
        else:  # its owner removed it between our look and our lock
            os.close(handle)
    return sorted(found, key=lambda leftover: leftover.note.written, reverse=True)


def _open_lock(path: Path) -> int | None:
    """The handle of the lock file, None where another process holds it."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    if _lock(handle):
        return handle
    os.close(handle)
    return None


def _remove(folder: Path, name: str, let_go: Callable[[], None]) -> None:
    # the lock last, so that nobody takes half of it
    for suffix in (".pressdesk", ".json"):
        with contextlib.suppress(OSError):
            (folder / f"{name}{suffix}").unlink()
    let_go()
    with contextlib.suppress(OSError):
        (folder / f"{name}.lock").unlink()


def _write_note(path: Path, note: Note) -> None:
    content = {
        "title": note.title,
        "path": note.path,
        "kind": note.kind,
        "words": note.words,
        "written": note.written.isoformat(),
    }
    beside = path.with_suffix(".part")
    beside.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    os.replace(beside, path)


def _read_note(draft: Path) -> Note:
    """The note beside a draft. A note that is missing or broken costs the draft its title, never itself."""
    written = datetime.fromtimestamp(draft.stat().st_mtime)
    try:
        raw = json.loads(draft.with_suffix(".json").read_text(encoding="utf-8"))
        return Note(
            title=str(raw["title"]),
            path=str(raw["path"]),
            kind=str(raw["kind"]),
            words=int(raw["words"]),
            written=datetime.fromisoformat(raw["written"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return Note(title="", path="", kind="", words=0, written=written)
