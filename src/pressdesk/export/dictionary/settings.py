"""What a linguist may choose about a language's dictionary: dictionary.toml beside its tables. Start at `load`."""

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path

from pressdesk.errors import ExportError


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
    hung: float

    @property
    def stem(self) -> str:
        """What the files are called: kk_KZ."""
        return self.tag.replace("-", "_")


def load(folder: Path) -> Settings:
    """Reads dictionary.toml of a language's folder; an ExportError where it is missing, broken or incomplete."""
    path = folder / "dictionary.toml"
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ExportError(f"{path} is missing: this language says nothing about its dictionary; choose kk.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ExportError(f"{path}: {error}: mend the line.") from error
    known = {f.name: f.type for f in fields(Settings)}
    for key in sorted(set(data) ^ set(known)):
        what = "is unknown: take it out" if key in data else "is missing: add it"
        raise ExportError(f"{path}: the key “{key}” {what}.")
    for key, value in data.items():
        wanted: tuple[type, ...] = (list,) if key == "cuts" else (int, float) if known[key] is float else (str,)
        if not isinstance(value, wanted):
            raise ExportError(f"{path}: the key “{key}” has a value of the wrong kind: see docs/dictionary.md.")
    return Settings(**{**data, "cuts": tuple(data["cuts"])})
