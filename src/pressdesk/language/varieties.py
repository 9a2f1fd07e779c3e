"""The varieties of a language besides its own: `resources/<tag>/varieties.toml`. Start at `varieties`.

A variety is a table of that file, named by its country: keys of language.toml that it has otherwise, and `wording`, the
table of words that it writes otherwise. A language without the file has none.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pressdesk.errors import TableError
from pressdesk.language.settings import read_toml
from pressdesk.language.wording import Wording, read_wording

FILE, WORDING = "varieties.toml", "wording"


@dataclass(frozen=True, slots=True)
class Variety:
    """What a variety has otherwise.

    Attributes:
        over: keys of language.toml, table by table.
        wording: its words.
    """

    over: Mapping[str, Any]
    wording: Wording


@cache
def varieties(folder: Path) -> Mapping[str, Variety]:
    """The varieties of a language's folder by country ("US"). TableError for a table that is none."""
    path = folder / FILE
    if not path.is_file():
        return MappingProxyType({})
    found = {}
    for country, table in read_toml(path)[0].items():
        if not isinstance(table, dict) or not isinstance(table.get("locale"), str):
            sentence = f"“{country}” must be a table with a locale: write [{country}] and the locale's tag below it."
            raise TableError(path, 1, 1, sentence)
        words = table.get(WORDING)
        wording = read_wording(folder / str(words)) if words else Wording()
        found[country] = Variety({key: value for key, value in table.items() if key != WORDING}, wording)
    return MappingProxyType(found)
