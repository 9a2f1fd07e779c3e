"""The only door to the shipped files: `resources/` and `templates/`, installed or in a checkout.

An editable install copies both folders beside the package too, but Python then takes the package from `src/`, so the
checkout is found and an edited table is seen at once.
"""

import sys
from pathlib import Path

from pressdesk.errors import DataMissingError


def _root() -> Path:
    package = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    candidates = [package / "_data", package.parents[1]]
    if frozen:
        candidates.insert(0, Path(frozen) / "pressdesk" / "_data")
    for candidate in candidates:
        if (candidate / "resources").is_dir() and (candidate / "templates").is_dir():
            return candidate
    raise DataMissingError(f"The folders resources and templates are not beside {package}: install PressDesk anew.")


def resources(*parts: str) -> Path:
    """A file or folder below `resources/`."""
    return _root().joinpath("resources", *parts)


def templates(*parts: str) -> Path:
    """A file or folder below `templates/`."""
    return _root().joinpath("templates", *parts)


def languages() -> tuple[str, ...]:
    """The tags of all languages that have a language.toml, in alphabetical order."""
    return tuple(sorted(path.parent.name for path in resources().glob("*/language.toml")))
