"""A TOML text that somebody else wrote, read so that whatever is wrong with it is one kind of error."""

import errno
import tomllib
from pathlib import Path
from typing import Any


def loads(text: str) -> dict[str, Any]:
    """The tables of a text. TOMLDecodeError for all that `tomllib` raises, also for a figure or a nesting beyond it."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        raise
    except (ValueError, RecursionError):
        raise tomllib.TOMLDecodeError("a figure is too long, or brackets are nested too deep") from None


def text_of(path: Path) -> str:
    """What stands in a file, without the mark before its first letter. OSError also for a device, which has no end."""
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, "it is a folder or a device")
    return path.read_text(encoding="utf-8-sig")
