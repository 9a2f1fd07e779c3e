"""Where `pressdesk setup` takes LanguageTool's jars from: a bundle, a Maven repository on disk, the network.

Always true: a source only brings bytes; whether they are the right ones is decided by install.py, from the lock file.
The network is reached by jgo, a Maven client, as the user's own settings say; no address is written here.
"""

import contextlib
import os
import shutil
import tempfile
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol
from xml.etree import ElementTree

from pressdesk.errors import SetupError
from pressdesk.proof.languagetool.lock import CHUNK, Jar, Tick

NETWORK_TRIES = 3
NETWORK_TIMEOUT = 20
"""Seconds without an answer before a download is tried again."""


class SetupRefusedError(SetupError):
    """Bad input rather than bad luck: a bundle that cannot be taken, a language that is not known."""


class Source(Protocol):
    """Brings jars."""

    name: str
    """How the source is called in a sentence."""

    def take(self, jar: Jar, to: Path, tick: Tick) -> bool:
        """Writes the jar's bytes to `to`. False when the source does not have it; SetupError when it broke."""
        ...


class Bundle:
    """A zip file made by `pressdesk setup --bundle`, entries named as in a Maven repository."""

    def __init__(self, file: Path) -> None:
        """Opens the bundle. SetupRefusedError: not there, no zip, or a name in it that leads out of its folder."""
        self.name = f"the bundle {file}"
        self._file = file
        try:
            self._zip = zipfile.ZipFile(file)
        except FileNotFoundError as error:
            raise SetupRefusedError(
                f"{file} does not exist: name a file that `pressdesk setup --bundle` wrote."
            ) from error
        except (zipfile.BadZipFile, OSError) as error:
            raise SetupRefusedError(f"{file} is damaged or no bundle: copy it anew from where it was made.") from error
        for name in self._zip.namelist():
            # nothing is ever unpacked by the bundle's names, but a bundle with such a name was not made by us
            if name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/"):
                self._zip.close()
                raise SetupRefusedError(f"{file} holds the name “{name}”, which leads out of its folder: refused.")

    def take(self, jar: Jar, to: Path, tick: Tick) -> bool:
        """Unpacks one jar, never more than its size by the lock file."""
        try:
            with self._zip.open(str(jar.path)) as stream, to.open("wb") as out:
                left = jar.size + 1
                while left > 0 and (chunk := stream.read(min(CHUNK, left))):
                    out.write(chunk)
                    tick(len(chunk))
                    left -= len(chunk)
        except KeyError:
            return False
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
            raise SetupRefusedError(
                f"{self._file} is damaged at {jar.name}: copy it anew from where it was made."
            ) from error
        return True

    def close(self) -> None:
        """Closes the file."""
        self._zip.close()


class MavenFolder:
    """A Maven repository on disk, such as the one that Maven itself keeps for the user."""

    def __init__(self, root: Path) -> None:
        self.name = f"the folder {root}"
        self.root = root

    def take(self, jar: Jar, to: Path, tick: Tick) -> bool:
        """Copies one jar. A jar of another size counts as not there."""
        file = self.root / jar.path
        if not file.is_file() or file.stat().st_size != jar.size:
            return False
        shutil.copyfile(file, to)
        tick(jar.size)
        return True


class Network:
    """Maven's public repository, or the mirror that the user's settings name, reached by jgo."""

    name = "the network"

    def __init__(self, mirrors: dict[str, str] | None, pause: Callable[[float], None] = time.sleep) -> None:
        """`mirrors`: name and address of the repositories to ask, None for the client's own default."""
        self._mirrors = mirrors
        self._pause = pause

    def take(self, jar: Jar, to: Path, tick: Tick) -> bool:
        """Downloads one jar, three times if need be. SetupError: no answer, or the repository does not have it."""
        import requests  # here: half a second of imports that only a first setup needs

        cause: requests.RequestException | None = None
        for attempt in range(NETWORK_TRIES):
            if attempt:
                self._pause(0.5 * 2**attempt)
            try:
                self._download(jar, to, tick)
            except requests.RequestException as error:
                cause = error
            except RuntimeError as error:  # jgo's word for "in none of the repositories"
                raise SetupError(
                    f"The Maven repository has no {jar.name}: check the mirror in your Maven settings, "
                    "or take a bundle with `pressdesk setup --from BUNDLE`."
                ) from error
            else:
                if jar.fits(to):
                    return True
                cause = None
        if cause is None:
            raise SetupError(
                f"{jar.name} came {NETWORK_TRIES} times with the wrong checksum: something between here and the "
                "repository changes files. Take a bundle with `pressdesk setup --from BUNDLE`."
            )
        raise SetupError(
            f"The network gave no {jar.name}. Run `pressdesk setup` again when there is a network (what is here is "
            "kept), or take a bundle made on another machine with `pressdesk setup --from BUNDLE`."
        ) from cause

    def _download(self, jar: Jar, to: Path, tick: Tick) -> None:
        from jgo.maven import MavenContext, PythonResolver

        @contextlib.contextmanager
        def progress(_name: str, _size: int) -> Iterator[Tick]:
            yield tick

        # a cache of its own: jgo keeps a half-written file when the line breaks, and the user's repository is not ours
        with tempfile.TemporaryDirectory(prefix=".fetch-", dir=to.parent) as cache:
            context = MavenContext(
                resolver=PythonResolver(progress_callback=progress),
                repo_cache=Path(cache),
                remote_repos=self._mirrors,
                timeout=NETWORK_TIMEOUT,
            )
            project = context.project(jar.group, jar.artifact)
            os.replace(project.at_version(jar.version).artifact().resolve(), to)


def maven_repository(home: Path) -> Path:
    """Where the user's own Maven keeps its files: M2_REPO, else ~/.m2/repository."""
    return Path(os.environ.get("M2_REPO") or home / ".m2" / "repository")


def mirrors(home: Path) -> dict[str, str] | None:
    """The mirrors that the user named, in ~/.m2/settings.xml or in jgo's own settings; None where there are none."""
    settings = home / ".m2" / "settings.xml"
    found: dict[str, str] = {}
    if settings.is_file():
        try:
            tree = ElementTree.parse(settings)
        except ElementTree.ParseError as error:
            raise SetupError(f"{settings}: the file is not whole ({error}); mend or remove it.") from error
        for element in tree.iter():
            if _local(element.tag) == "mirror":
                said = {_local(child.tag): (child.text or "").strip() for child in element}
                if said.get("url") and _stands_for_central(said.get("mirrorOf", "")) and said.get("blocked") != "true":
                    found[said.get("id") or "mirror"] = said["url"].rstrip("/")
    if found:
        return found
    from jgo.config import GlobalSettings

    named: dict[str, str] = GlobalSettings.load().repositories
    return dict(named) or None


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _stands_for_central(mirror_of: str) -> bool:
    # https://maven.apache.org/guides/mini/guide-mirror-settings.html, "Advanced Mirror Specification"
    parts = [part.strip() for part in mirror_of.split(",")]
    return "!central" not in parts and bool({"*", "central", "external:*"} & set(parts))
