"""Which house file holds: the one named, else house.toml in the settings folder, else the shipped one. See `load`."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from pressdesk.app.places import Places
from pressdesk.app.samples import sample
from pressdesk.errors import HouseError
from pressdesk.language import house as files
from pressdesk.model.house import House
from pressdesk.render.render import render

NAME = "house.toml"
SHOWN = "salvania-consultations"  # the sample with most of what a house may change


@dataclass(frozen=True, slots=True)
class Chosen:
    """A house, the file it comes from (None for the shipped one), and what was wrong with that file, "" for nothing."""

    house: House
    path: Path | None = None
    complaint: str = ""


def house_file(places: Places, named: str = "") -> Path | None:
    """The ministry's file: `named`, a path from the settings folder on, else house.toml there, else None.

    A file that is named is returned whether it is there or not, so that its absence can be said.
    """
    if named:
        return places.config / Path(named).expanduser()
    usual = places.config / NAME
    return usual if usual.exists() else None


def load(places: Places, named: str = "") -> House:
    """The house that holds. HouseError names file and line where its file cannot be taken."""
    path = house_file(places, named)
    return files.read(path) if path else files.default()


def choose(places: Places, named: str = "") -> Chosen:
    """The same without an error: a broken file leaves the shipped house, and a sentence says so."""
    path = house_file(places, named)
    try:
        return Chosen(load(places, named), path)
    except HouseError as error:
        return Chosen(files.default(), path, str(error))


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of a sample in a language: as the shipped house has them, and as another one has; "" for none."""

    language: str
    was: str
    now: str


def differences(house: House, each: int = 4) -> tuple[Difference, ...]:
    """What a house changes in one shipped sample, each change once, the first `each` of every language."""
    draft = sample(SHOWN)
    found: list[Difference] = []
    for tag in draft.facts.languages:
        plain, own = render(draft, tag), render(draft, tag, house)
        texts = [(a.text, b.text) for a, b in zip(plain.blocks, own.blocks, strict=False)]
        texts.append((plain.labels["end_mark"], own.labels["end_mark"]))
        changed = (Difference(tag, old, new) for was, now in texts if was != now for old, new in _changed(was, now))
        found += list(dict.fromkeys(changed))[:each]
    return tuple(found)


def _changed(was: str, now: str) -> Iterator[tuple[str, str]]:
    """The words that differ, whole."""
    old, new = was.split(" "), now.split(" ")
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield " ".join(old[a:b]), " ".join(new[c:d])
