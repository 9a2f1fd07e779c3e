"""Which house file holds: the one named, else house.toml in the settings folder, else the shipped one. See `load`."""

from dataclasses import dataclass
from pathlib import Path

from pressdesk.app.places import Places
from pressdesk.errors import HouseError
from pressdesk.language import house as files
from pressdesk.model.house import House

NAME = "house.toml"


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
