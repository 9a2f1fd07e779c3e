"""A TOML text that somebody else wrote, read so that whatever is wrong with it is one kind of error."""

import errno
import re
import tomllib
from pathlib import Path
from typing import Any

from pressdesk.errors import HouseError


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


def read(path: Path, what: str) -> dict[str, Any]:
    """The tables of a ministry's own file. HouseError names the file, the line and the mend.

    Args:
        what: what it is called in a sentence, "house file".
    """
    try:
        return loads(text_of(path))
    except UnicodeDecodeError:
        raise HouseError(path, None, f"this is no UTF-8 text; save the {what} anew as UTF-8.") from None
    except OSError as error:
        raise HouseError(path, None, f"the {what} cannot be read ({error.strerror}); choose another.") from None
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"at line (\d+)", str(error))
        raise HouseError(path, int(place[1]) if place else 1, f"this is not valid TOML: {error}.") from None
