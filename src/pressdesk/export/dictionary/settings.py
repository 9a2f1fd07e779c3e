"""What a linguist may choose about a language's dictionary: dictionary.toml beside its tables. Start at `load`."""

import re
import tomllib
from collections.abc import Collection
from dataclasses import dataclass, fields
from pathlib import Path

from pressdesk.errors import ExportError, TableError

HIGHEST = 4.0  # a higher limit would make a file that no program loads


@dataclass(frozen=True, slots=True)
class Settings:
    """The file dictionary.toml.

    Attributes:
        tag: language and country, "kk-KZ".
        name: for the lists of extensions.
        description: a sentence.
        author: who may be asked.
        licence: of the whole, as SPDX writes it.
        extension: the unique name of the extension.
        cuts: the states of states.tsv where a chain is parted in two suffixes.
        inner: how unlikely the chain before the parting may be (a sum of costs of weights.tsv).
        outer: the same for the chain after it.
        again: what it costs the chain before the parting to go on through one of these states.
        derived: what a derivation (a step of suffixes.tsv) costs that weights.tsv does not name.
        hung: the same for endings that hang by a hyphen.
    """

    tag: str
    name: str
    description: str
    author: str
    licence: str
    extension: str
    cuts: tuple[str, ...]
    inner: float
    outer: float
    again: float
    derived: float
    hung: float

    @property
    def stem(self) -> str:
        """What the files are called: kk_KZ."""
        return self.tag.replace("-", "_")


def load(folder: Path, states: Collection[str]) -> Settings:
    """Reads dictionary.toml of a language's folder; `states` are those of states.tsv.

    An ExportError where the file is missing, a TableError with the line where it is broken, incomplete or out of range.
    """
    path = folder / "dictionary.toml"
    text = ""
    try:
        text = path.read_text(encoding="utf-8")
        data = tomllib.loads(text)
    except FileNotFoundError as error:
        raise ExportError(f"{path} is missing: this language says nothing about its dictionary; choose kk.") from error
    except UnicodeDecodeError as error:
        raise TableError(path, 1, 1, "This file is not UTF-8: save it as UTF-8 text.") from error
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        line, column = map(int, place.groups()) if place else (len(text.split("\n")), 1)
        raise TableError(path, line, column, "This is no TOML: write key = value, words in quotation marks.") from error
    known = {f.name: f.type for f in fields(Settings)}
    for key in sorted(set(data) ^ set(known)):
        what = "is unknown: take it out" if key in data else "is missing: add it"
        raise TableError(path, _line(text, key), 1, f"The key “{key}” {what}.")
    for key, value in data.items():
        fault = _fault(value, known[key], states)
        if fault:
            raise TableError(path, _line(text, key), 1, f"The key “{key}” {fault}.")
    return Settings(**{**data, "cuts": tuple(data["cuts"])})


def _fault(value: object, wanted: object, states: Collection[str]) -> str:
    """What is wrong with a value, "" where nothing is."""
    if wanted is float:
        right = isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= HIGHEST
        return "" if right else f"is a number from 0 to {HIGHEST:g}, not {value}"
    if wanted is str:
        return "" if isinstance(value, str) and value.strip() else f"is a text in quotation marks, not {value}"
    if not isinstance(value, list) or not value:
        return f"is a list of states, not {value}"
    unknown = next((state for state in value if state not in states), None)
    return "" if unknown is None else f"names the state “{unknown}”, which is not in states.tsv"


def _line(text: str, key: str) -> int:
    """The line of a key, counted from 1; the last one where it is nowhere."""
    lines = text.split("\n")
    return next((n for n, line in enumerate(lines, start=1) if line.split("=")[0].strip() == key), len(lines))
