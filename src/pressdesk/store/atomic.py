"""Writing a file so that a crash leaves the old one or the new one, never half of either."""

import contextlib
import os
import tempfile
from pathlib import Path

from pressdesk.errors import DraftFileError

PREFIX = ".pressdesk-"


def write(path: Path, content: bytes) -> None:
    """Writes beside the file, flushes to the disk, then replaces. DraftFileError when it cannot; the old file stays."""
    path = path.resolve()
    if path.exists() and not path.is_file():
        raise DraftFileError(f"{path}: this is a folder or a device and no file; choose another name.")
    try:
        handle, name = tempfile.mkstemp(prefix=PREFIX, suffix=".tmp", dir=path.parent)
    except OSError as error:
        raise DraftFileError(f"{path}: the folder cannot be written to ({error.strerror}); save elsewhere.") from None
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        if path.exists():
            with contextlib.suppress(OSError):  # a file system without modes keeps none
                temporary.chmod(path.stat().st_mode & 0o777)
        else:
            temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise DraftFileError(f"{path}: the file was not saved ({error.strerror}); save it in another place.") from None
    _sync_folder(path.parent)


def sweep(folder: Path, older_than: float) -> None:
    """Removes what a killed save left behind: our temporary files last written before `older_than` (seconds, epoch)."""
    for leftover in folder.glob(f"{PREFIX}*.tmp"):
        with contextlib.suppress(OSError):  # somebody else swept it
            if leftover.stat().st_mtime < older_than:
                leftover.unlink()


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def _sync_folder(folder: Path) -> None:
    """Makes the rename itself durable where the system lets a folder be opened (not on Windows)."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def stamp(path: Path | None) -> tuple[int, int]:
    """What changes when a file does: time of its last change in nanoseconds, size. Zeros where there is none."""
    try:
        facts = path.stat() if path is not None else None
    except OSError:
        facts = None
    return (facts.st_mtime_ns, facts.st_size) if facts is not None else (0, 0)
