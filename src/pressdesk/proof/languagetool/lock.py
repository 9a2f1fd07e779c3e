"""Which jars make LanguageTool, and whether a folder holds them. Start at `read_lock`.

Always true: a name that is opened or written comes from the lock file, never from a bundle, a server or a listing.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from pressdesk.data import resources
from pressdesk.errors import DataMissingError

VERSION = "6.8"
"""The LanguageTool that the lock file names; also the name of the folder below the data folder."""

CHUNK = 1 << 20

Tick = Callable[[int], None]
"""Called with the number of bytes done since the last call."""


def default_folder(data: Path) -> Path:
    """Where the jars lie below the program's data folder."""
    return data / "languagetool" / VERSION


@dataclass(frozen=True, slots=True)
class Jar:
    """One file of LanguageTool.

    Attributes:
        path: its place in a Maven repository: group/artifact/version/artifact-version.jar, with slashes.
        size: bytes.
        sha256: hexadecimal, lower case.
        languages: the languages that need it; empty where all do.
    """

    path: PurePosixPath
    size: int
    sha256: str
    languages: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The file name; it is unique within the lock file."""
        return self.path.name

    @property
    def version(self) -> str:
        """The Maven version."""
        return self.path.parent.name

    @property
    def artifact(self) -> str:
        """The Maven artifact id."""
        return self.path.parent.parent.name

    @property
    def group(self) -> str:
        """The Maven group id, with dots."""
        return ".".join(self.path.parent.parent.parent.parts)

    def fits(self, file: Path) -> bool:
        """Whether `file` is this jar, by size and SHA-256. A file that cannot be read does not fit."""
        try:
            return file.stat().st_size == self.size and digest(file) == self.sha256
        except OSError:
            return False


@dataclass(frozen=True, slots=True)
class Lock:
    """The lock file.

    Attributes:
        languagetool: LanguageTool's version.
        jars: in the order of the file, which is the order of the class path.
        fingerprint: SHA-256 of the lock file; another one means that the jars must be looked at again.
    """

    languagetool: str
    jars: tuple[Jar, ...]
    fingerprint: str

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that the lock file has dictionaries for, sorted."""
        return tuple(sorted({tag for jar in self.jars for tag in jar.languages}))

    def needed(self, languages: Iterable[str]) -> tuple[Jar, ...]:
        """The jars for some languages: the common ones and each language's own."""
        wanted = set(languages)
        return tuple(jar for jar in self.jars if not jar.languages or wanted & set(jar.languages))

    def of_language(self, language: str) -> tuple[Jar, ...]:
        """The jars that this language needs beside the common ones."""
        return tuple(jar for jar in self.jars if language in jar.languages)


def digest(file: Path, tick: Tick | None = None) -> str:
    """The SHA-256 of a file, hexadecimal; `tick` hears of each chunk."""
    seen = hashlib.sha256()
    with file.open("rb") as stream:
        while chunk := stream.read(CHUNK):
            seen.update(chunk)
            if tick:
                tick(len(chunk))
    return seen.hexdigest()


def read_lock(file: Path | None = None) -> Lock:
    """The shipped lock file, or another one. A file that is no lock file raises DataMissingError."""
    file = file or resources("languagetool", "jars.lock.json")
    try:
        raw = file.read_bytes()
        content = json.loads(raw)
        jars = tuple(
            Jar(PurePosixPath(e["path"]), int(e["size"]), str(e["sha256"]), tuple(e.get("languages", ())))
            for e in content["files"]
        )
        version = str(content["languagetool"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DataMissingError(f"{file} is not a list of LanguageTool's files: install PressDesk anew.") from error
    for jar in jars:
        if jar.path.is_absolute() or ".." in jar.path.parts or jar.name != f"{jar.artifact}-{jar.version}.jar":
            raise DataMissingError(f"{file} names “{jar.path}”, which is no file of a Maven repository.")
    return Lock(version, jars, hashlib.sha256(raw).hexdigest())


def damaged(folder: Path, jars: Sequence[Jar]) -> list[Jar]:
    """The jars that the folder lacks or holds in another state, by SHA-256 (60 MB: about 0.15 s)."""
    return [jar for jar in jars if not jar.fits(folder / jar.name)]


def installed_languages(folder: Path, lock: Lock) -> tuple[str, ...]:
    """The languages whose own jars lie in the folder, judged by size alone: quick enough for the window's start."""

    def there(jar: Jar) -> bool:
        try:
            return (folder / jar.name).stat().st_size == jar.size
        except OSError:
            return False

    return tuple(tag for tag in lock.languages if all(there(jar) for jar in lock.of_language(tag)))
