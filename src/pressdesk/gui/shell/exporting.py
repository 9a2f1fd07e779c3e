"""From a draft to files: which files there will be, and the writing of them in a worker. No widgets."""

import dataclasses
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from pressdesk.errors import DraftFileError, ExportError
from pressdesk.export.exporter import EXPORTERS, ExportOptions, file_name
from pressdesk.model.draft import Draft
from pressdesk.model.house import House
from pressdesk.model.release import Release
from pressdesk.model.signoff import Issued
from pressdesk.render.render import render
from pressdesk.store import atomic


@dataclass(frozen=True, slots=True)
class Order:
    """What to write.

    Attributes:
        languages, formats: short tags, and names of EXPORTERS; every language in every format.
        final: without the draft mark.
        folder: where; made where it is not there yet.
        house: the ministry's manners, None for the shipped ones.
        issued: what the draft will remember of a final release, None for a draft.
    """

    languages: tuple[str, ...]
    formats: tuple[str, ...]
    final: bool
    folder: Path
    house: House | None = None
    issued: Issued | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """One file is there."""

    path: Path


def files_of(draft: Draft, order: Order, made: Mapping[str, Release] = MappingProxyType({})) -> list[Path]:
    """The files that the order makes, in the order in which they are written.

    `made`: texts of the draft that are at hand, by language, for making one anew takes the time of many keystrokes.
    """
    draft = dataclasses.replace(draft, final=order.final)
    names = []
    for tag in order.languages if order.formats else ():
        release = made[tag] if tag in made else render(draft, tag, order.house)
        release = dataclasses.replace(release, draft=not order.final)
        names += [order.folder / file_name(release, EXPORTERS[name].suffix) for name in order.formats]
    return names


def write(draft: Draft, order: Order) -> Iterator[Written]:
    """Writes all files, each whole or not at all; ExportError names the one that could not be written."""
    draft = dataclasses.replace(draft, final=order.final)
    try:
        order.folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(f"{order.folder}: the folder cannot be made ({error.strerror}); choose another.") from error
    for tag in order.languages:
        release = render(draft, tag, order.house)
        for name in order.formats:
            exporter = EXPORTERS[name]
            path = order.folder / file_name(release, exporter.suffix)
            content = io.BytesIO()
            exporter.write(release, content, ExportOptions(siblings=_siblings(order.languages, tag)))
            try:
                atomic.write(path, content.getvalue())
            except DraftFileError as error:
                raise ExportError(str(error)) from error
            yield Written(path)


def _siblings(languages: Sequence[str], tag: str) -> tuple[str, ...]:
    return tuple(other for other in languages if other != tag)
