"""A TOML text that somebody else wrote, read so that whatever is wrong with it is one kind of error."""

import tomllib
from typing import Any


def loads(text: str) -> dict[str, Any]:
    """The tables of a text. TOMLDecodeError for all that `tomllib` raises, also for a figure or a nesting beyond it."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        raise
    except (ValueError, RecursionError):
        raise tomllib.TOMLDecodeError("a figure is too long, or brackets are nested too deep") from None
