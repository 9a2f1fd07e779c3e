"""Whether a language is whole: its files can be read, its rules do what their examples say. Start at `faults`."""

from pathlib import Path

from pressdesk.data import resources
from pressdesk.errors import DataMissingError, TableError
from pressdesk.language.language import load_folder
from pressdesk.language.typography import house_of, tidied


def faults(tag: str) -> list[str]:
    """One sentence a fault of a shipped language, with file and line where there are any; empty where it is whole."""
    return faults_in(resources(tag))


def faults_in(folder: Path) -> list[str]:
    """The same for any folder."""
    found: list[str] = []
    try:
        load_folder(folder)
    except (TableError, DataMissingError) as error:
        return [str(error)]  # nothing else can be judged without it
    try:
        house = house_of(folder)
    except TableError as error:
        return [str(error)]
    for rule in house.rules:
        where = f"{folder / 'typography.tsv'}: the rule “{rule.id}”"
        made = tidied(rule.bad, house)
        if made != rule.good:
            found.append(f"{where} makes “{made}” of “{rule.bad}”, and its example says “{rule.good}”.")
        elif tidied(rule.good, house) != rule.good:
            found.append(f"{where} changes its own good example “{rule.good}”.")
    return found
