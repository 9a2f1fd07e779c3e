"""Brings LanguageTool's jars to this machine, once. Start at `install`.

Always true: a jar stands under its own name only after its SHA-256 was right; each takes its place in one step, so a
setup that is broken off goes on where it stopped, and a second setup finds nothing to do.
"""

import errno
import json
import os
import shutil
import tempfile
import time
import zipfile
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from pressdesk.errors import SetupError
from pressdesk.proof.languagetool.lock import Jar, Lock, Tick, damaged
from pressdesk.proof.languagetool.sources import (
    Bundle,
    MavenFolder,
    Network,
    SetupRefusedError,
    Source,
    maven_repository,
    mirrors,
)

STAMP = "checked.json"
SPARE = 16 << 20
"""Bytes that must stay free on the disk beside the jars themselves."""

STALE = 3600
"""Seconds after which a working folder of another setup counts as left behind."""


@dataclass(frozen=True, slots=True)
class Installed:
    """What a setup did.

    Attributes:
        fetched: the jars that were brought now, in the lock file's order.
        from_where: where they came from, as phrases for a sentence; empty when nothing was brought.
    """

    fetched: tuple[Jar, ...]
    from_where: tuple[str, ...]


def install(
    folder: Path,
    lock: Lock,
    languages: Sequence[str],
    *,
    origin: Path | None = None,
    user_home: Path | None = None,
    started: Callable[[int], None] = lambda total: None,
    tick: Tick = lambda done: None,
) -> Installed:
    """Makes `folder` hold the jars for `languages`.

    Args:
        folder: where the jars go; made when it is missing.
        lock: which jars, by size and SHA-256.
        languages: short tags, at least one.
        origin: a bundle file or a folder laid out as a Maven repository; None asks the user's Maven repository, then
            the network.
        user_home: whose Maven settings count.
        started: called once with the number of bytes to bring, when there is something to bring.
        tick: called with the bytes brought since the last call.

    Raises:
        SetupRefusedError: a language that the lock file does not know; a bundle that is missing, damaged, not ours, or
            lacks a jar.
        SetupError: no network, wrong checksum, disk full, folder not writeable.
    """
    _known(lock, languages)
    todo = damaged(folder, lock.needed(languages))
    if not todo:
        return Installed((), ())
    started(sum(jar.size for jar in todo))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _sweep(folder)
        _room(folder, sum(jar.size for jar in todo))
        if origin and not origin.is_dir():
            with closing(Bundle(origin)) as bundle:
                names = [_bring(jar, folder, [bundle], tick) for jar in todo]
        else:
            sources = [MavenFolder(origin)] if origin else _usual(user_home or Path.home())
            names = [_bring(jar, folder, sources, tick) for jar in todo]
    except OSError as error:
        raise _told(error, folder) from error
    return Installed(tuple(todo), tuple(dict.fromkeys(names)))


def _known(lock: Lock, languages: Sequence[str]) -> None:
    unknown = [tag for tag in languages if tag not in lock.languages]
    if unknown or not languages:
        asked = f"The language “{unknown[0]}” is not checked here" if unknown else "No language is named"
        raise SetupRefusedError(f"{asked}: choose from {', '.join(lock.languages)}.")


def _usual(home: Path) -> list[Source]:
    return [MavenFolder(maven_repository(home)), Network(mirrors(home))]


def _bring(jar: Jar, folder: Path, sources: Sequence[Source], tick: Tick) -> str:
    """Brings one jar from the first source that has the right bytes; returns that source's name."""
    wrong = ""
    for source in sources:
        with tempfile.TemporaryDirectory(prefix=".setup-", dir=folder) as place:
            part = Path(place) / jar.name
            if not source.take(jar, part, tick):
                continue
            if jar.fits(part):
                os.replace(part, folder / jar.name)
                return source.name
            wrong = source.name
    only = sources[-1]
    if wrong:
        raise SetupRefusedError(f"{jar.name} in {wrong} has the wrong checksum: take another copy.")
    raise SetupRefusedError(f"{only.name} has no {jar.name}: it was made for other languages or by another PressDesk.")


def make_bundle(folder: Path, lock: Lock, languages: Sequence[str], file: Path) -> int:
    """Writes the jars for `languages` into one zip file, whole or not at all; returns its size in bytes.

    The jars must lie in `folder` and be right (see `install`); otherwise SetupError. The same jars give the same bytes.
    """
    missing = damaged(folder, lock.needed(languages))
    if missing:
        raise SetupError(f"{missing[0].name} is missing or damaged in {folder}: run `pressdesk setup` first.")
    part = file.with_name(file.name + ".part")
    try:
        with zipfile.ZipFile(part, "w", zipfile.ZIP_STORED) as out:
            for jar in lock.needed(languages):
                entry = zipfile.ZipInfo(str(jar.path), (1980, 1, 1, 0, 0, 0))
                with (folder / jar.name).open("rb") as stream, out.open(entry, "w") as target:
                    shutil.copyfileobj(stream, target)
        os.replace(part, file)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise _told(error, file.parent) from error
    return file.stat().st_size


def is_stamped(folder: Path, lock: Lock, languages: Sequence[str]) -> bool:
    """Whether these jars already found the seeded error of each of these languages on this machine."""
    try:
        stamp = json.loads((folder / STAMP).read_text(encoding="utf-8"))
        return bool(stamp["lock"] == lock.fingerprint and set(languages) <= set(stamp["languages"]))
    except (OSError, ValueError, KeyError, TypeError):
        return False  # no stamp, or one that somebody cut: the languages are simply checked again


def stamp(folder: Path, lock: Lock, languages: Sequence[str]) -> None:
    """Notes that these jars work for these languages."""
    kept = json.dumps({"lock": lock.fingerprint, "languages": sorted(languages)})
    part = folder / f"{STAMP}.part"
    try:
        part.write_text(kept + "\n", encoding="utf-8")
        os.replace(part, folder / STAMP)
    except OSError as error:
        raise _told(error, folder) from error


def _sweep(folder: Path) -> None:
    # what a setup leaves behind that was killed; a younger one may belong to a setup that is still at work
    for place in folder.glob(".setup-*"):
        if time.time() - place.stat().st_mtime > STALE:
            shutil.rmtree(place, ignore_errors=True)


def _room(folder: Path, needed: int) -> None:
    free = shutil.disk_usage(folder).free
    if free < needed + SPARE:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _told(error: OSError, folder: Path) -> SetupError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return SetupError(
            f"The disk that holds {folder} is full: LanguageTool needs about 80 MB there. Make room and run "
            "`pressdesk setup` again; what is there already is kept."
        )
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR):
        return SetupError(
            f"{folder} cannot be written: make it writeable for you, or choose another folder with --home DIR."
        )
    return SetupError(f"{folder}: {error.strerror or error}; mend this and run `pressdesk setup` again.")
