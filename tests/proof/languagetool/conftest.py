"""The jars that `pressdesk setup` brought, one running LanguageTool for the session, and small jars for quick tests."""

import hashlib
import json
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from pressdesk.app.places import Places
from pressdesk.proof.languagetool.lock import Lock, damaged, default_folder, read_lock
from pressdesk.proof.languagetool.proofer import LOCALES, LanguageToolProofer


@pytest.fixture(scope="session")
def jars() -> Path:
    """The folder with LanguageTool: PRESSDESK_TEST_LT, else where setup puts it. The tests fail without it."""
    told = os.environ.get("PRESSDESK_TEST_LT")
    folder = Path(told) if told else default_folder(Places.at().data)
    lock = read_lock()
    wrong = damaged(folder, lock.needed(LOCALES))
    if wrong:
        pytest.fail(f"{wrong[0].name} is missing or damaged in {folder}: run pressdesk setup", pytrace=False)
    return folder


@pytest.fixture(scope="session")
def proofer(jars: Path) -> Iterator[LanguageToolProofer]:
    """One LanguageTool for all tests that do not harm it."""
    with LanguageToolProofer(jars) as shared:
        yield shared


@pytest.fixture
def copy(jars: Path, tmp_path: Path) -> Path:
    """The same jars in a folder that a test may harm."""
    folder = tmp_path / "jars"
    folder.mkdir()
    for jar in jars.glob("*.jar"):
        (folder / jar.name).symlink_to(jar)
    return folder


JARS = {
    "org/example/core/1.0/core-1.0.jar": (b"core" * 5000, []),
    "org/example/words-ru/1.0/words-ru-1.0.jar": (b"ru" * 7000, ["ru"]),
    "org/example/words-en/2.1/words-en-2.1.jar": (b"en" * 9000, ["en"]),
}


@pytest.fixture
def small_lock(tmp_path: Path) -> Lock:
    """A lock file of three small jars: one for all, one for Russian, one for English."""
    files = [
        {"path": path, "size": len(content), "sha256": hashlib.sha256(content).hexdigest(), "languages": languages}
        for path, (content, languages) in JARS.items()
    ]
    file = tmp_path / "small.lock.json"
    file.write_text(json.dumps({"languagetool": "0.1", "files": files}))
    return read_lock(file)


@pytest.fixture
def maven_folder(tmp_path: Path) -> Path:
    """A Maven repository on disk with those jars."""
    root = tmp_path / "repository"
    for path, (content, _) in JARS.items():
        (root / path).parent.mkdir(parents=True)
        (root / path).write_bytes(content)
    return root


@pytest.fixture
def harm() -> Callable[[Path], None]:
    """Changes one byte of a jar and keeps its size, in a copy where it is a link."""

    def flip(jar: Path) -> None:
        content = bytearray(jar.read_bytes())
        content[len(content) // 2] ^= 0xFF
        jar.unlink()
        jar.write_bytes(content)

    return flip


@pytest.fixture(scope="session")
def gone() -> Callable[[int], bool]:
    """Whether a process ends within five seconds; one that its parent has not yet fetched counts as ended."""

    def ended(pid: int) -> bool:
        until = time.monotonic() + 5
        while time.monotonic() < until:
            try:
                if psutil.Process(pid).status() == psutil.STATUS_ZOMBIE:
                    return True
            except psutil.NoSuchProcess:
                return True
            time.sleep(0.02)
        return False

    return ended
