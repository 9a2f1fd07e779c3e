"""The user's settings: declared once, kept as TOML in `<config>/settings.toml`. Start at `Settings` and `load`.

Keys that this version does not know stay in the file, so an older PressDesk does not lose what a newer one wrote.
"""

import dataclasses
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pressdesk.app.places import Places
from pressdesk.text import toml

THEMES = ("system", "light", "dark")
TEXT_SIZES = (90, 100, 110, 120, 130, 140, 150)
RECENT_LIMIT = 12


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What the user chose.

    Attributes:
        language: the window's language, "kk", "ru" or "en"; "" follows the system.
        theme: "system", "light" or "dark".
        text_size: per cent, 90 to 150; the screen's own scale comes on top.
        letters: whether the row of Kazakh letters stands under the form, for keyboards that lack them.
        recent: paths of the drafts used last, newest first.
        export_folder: where the last export went, "" for the draft's own folder.
        export_formats: names of the formats ticked last.
        window: the window's last size, "1440x900", or "max".
        reviewer: under which name entries of the register are marked as checked.
        house: the ministry's house file, a path from the settings folder on; "" for house.toml there, if there is one.
        style: the ministry's style file, a path from the settings folder on; "" for style.toml there, if there is one.
        form_width: the form's width in pixels, 0 as the window's width suggests.
        unknown: keys of another version, as they were read.
    """

    language: str = ""
    theme: str = "system"
    text_size: int = 100
    letters: bool = False
    recent: tuple[str, ...] = ()
    export_folder: str = ""
    export_formats: tuple[str, ...] = ("docx", "html")
    window: str = ""
    reviewer: str = ""
    house: str = ""
    style: str = ""
    form_width: int = 0
    unknown: Mapping[str, Any] = field(default_factory=dict)

    def with_recent(self, path: Path) -> "Settings":
        """The same settings with a draft as the one used last."""
        rest = tuple(known for known in self.recent if known != str(path))
        return dataclasses.replace(self, recent=(str(path), *rest)[:RECENT_LIMIT])

    def without_recent(self, path: str) -> "Settings":
        """The same settings without a draft in the list."""
        return dataclasses.replace(self, recent=tuple(known for known in self.recent if known != path))


@dataclass(frozen=True, slots=True)
class Loaded:
    """Settings as read, and a sentence for each thing that could not be taken."""

    settings: Settings
    complaints: tuple[str, ...] = ()


def settings_file(places: Places) -> Path:
    """Where the settings lie."""
    return places.config / "settings.toml"


def load(places: Places) -> Loaded:
    """Reads the settings. A broken file or value never stops the program: defaults stand in, and a sentence says so."""
    path = settings_file(places)
    try:
        raw = toml.loads(toml.text_of(path))
    except FileNotFoundError:
        return Loaded(Settings())
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return Loaded(Settings(), (f"{path}: the settings cannot be read ({error}); the defaults are used.",))
    return _read(raw, path)


def save(settings: Settings, places: Places) -> None:
    """Writes the settings, whole or not at all. OSError where the folder cannot be written."""
    path = settings_file(places)
    path.parent.mkdir(parents=True, exist_ok=True)
    values = {
        **settings.unknown,
        **{f.name: getattr(settings, f.name) for f in dataclasses.fields(settings) if f.name != "unknown"},
    }
    plain = [f"{_key(name)} = {_toml(value)}\n" for name, value in values.items() if not isinstance(value, Mapping)]
    tables = [line for name, value in values.items() if isinstance(value, Mapping) for line in _table(name, value)]
    beside = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    beside.write_text("".join(plain + tables), encoding="utf-8")
    os.replace(beside, path)


def _read(raw: Mapping[str, Any], path: Path) -> Loaded:
    known = {f.name: f for f in dataclasses.fields(Settings) if f.name != "unknown"}
    default = Settings()
    taken: dict[str, Any] = {}
    complaints: list[str] = []
    for name, value in raw.items():
        if name not in known:
            continue
        try:
            taken[name] = _fit(name, value, getattr(default, name))
        except ValueError as error:
            complaints.append(f"{path}: “{name}” {error}; {_toml(getattr(default, name))} is used.")
    unknown = {name: value for name, value in raw.items() if name not in known}
    return Loaded(Settings(**taken, unknown=unknown), tuple(complaints))


def _fit(name: str, value: Any, default: Any) -> Any:
    if isinstance(default, tuple):
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise ValueError("must be a list of texts")
        return tuple(value)
    # true and false are numbers in Python, but not here
    if type(value) is not type(default):
        wanted = {str: "a text in quotation marks", int: "a whole number", bool: "true or false"}[type(default)]
        raise ValueError(f"must be {wanted}")
    if name == "theme" and value not in THEMES:
        raise ValueError(f"must be one of {', '.join(THEMES)}")
    if name == "language" and value not in ("", "kk", "ru", "en"):
        raise ValueError("must be kk, ru, en or empty")
    if name == "text_size" and not TEXT_SIZES[0] <= value <= TEXT_SIZES[-1]:
        raise ValueError(f"must be between {TEXT_SIZES[0]} and {TEXT_SIZES[-1]}")
    return value


def _table(name: str, value: Mapping[str, Any]) -> list[str]:
    lines = [f"\n[{name}]\n"]
    lines += [f"{_key(key)} = {_toml(inner)}\n" for key, inner in value.items() if not isinstance(inner, Mapping)]
    for key, inner in value.items():
        if isinstance(inner, Mapping):
            lines += _table(f"{name}.{_key(key)}", inner)
    return lines


def _key(name: str) -> str:
    return name if name.isascii() and name.replace("_", "").replace("-", "").isalnum() else _toml(name)


def _toml(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return '"' + "".join(c if c >= " " and c != "\x7f" else f"\\u{ord(c):04x}" for c in escaped) + '"'
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_toml(item) for item in value) + "]"
    if isinstance(value, Mapping):  # a table within a list of another version
        return "{ " + ", ".join(f"{_key(k)} = {_toml(v)}" for k, v in value.items()) + " }"
    return str(value)  # numbers, dates and times are written as Python writes them
