"""Which jars make LanguageTool, and whether a folder holds them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from pressdesk.errors import DataMissingError
from pressdesk.proof.languagetool.install import install
from pressdesk.proof.languagetool.lock import Lock, damaged, default_folder, installed_languages, read_lock
from pressdesk.proof.languagetool.proofer import LOCALES


def test_the_shipped_lock_names_the_jars_of_languagetool_6_8() -> None:
    lock = read_lock()

    assert lock.languagetool == "6.8"
    assert lock.languages == ("de", "en", "fr", "pt", "ru")
    assert len(lock.needed(LOCALES)) == 70  # German and French bring seven more
    assert len(lock.needed(lock.languages)) == 77
    assert sum(jar.size for jar in lock.needed(LOCALES)) == 60_610_482


def test_a_jar_knows_its_maven_coordinates() -> None:
    jar = next(jar for jar in read_lock().jars if jar.name == "language-ru-6.8.jar")

    assert (jar.group, jar.artifact, jar.version) == ("org.languagetool", "language-ru", "6.8")


def test_each_language_needs_less_than_all_of_them() -> None:
    lock = read_lock()

    for language in lock.languages:
        needed = lock.needed([language])

        assert len(needed) < len(lock.jars)
        assert set(lock.of_language(language)) <= set(needed)


@pytest.mark.parametrize("path", ["/etc/a/1/a-1.jar", "../x/a/1/a-1.jar", "org/a/1/b-1.jar"])
def test_a_lock_that_names_no_file_of_a_repository_is_refused(path: str, tmp_path: Path) -> None:
    file = tmp_path / "lock.json"
    file.write_text(json.dumps({"languagetool": "1", "files": [{"path": path, "size": 1, "sha256": ""}]}))

    with pytest.raises(DataMissingError, match="no file of a Maven repository"):
        read_lock(file)


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"languagetool": "1", "files": [{}]}'])
def test_a_lock_that_is_cut_is_refused(content: str, tmp_path: Path) -> None:
    file = tmp_path / "lock.json"
    file.write_text(content)

    with pytest.raises(DataMissingError, match="install PressDesk anew"):
        read_lock(file)


def test_a_byte_that_changed_is_seen_though_the_size_is_the_same(
    small_lock: Lock, maven_folder: Path, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    folder = tmp_path / "lt"
    install(folder, small_lock, ["ru", "en"], origin=maven_folder)
    assert damaged(folder, small_lock.jars) == []

    harm(folder / "words-ru-1.0.jar")

    assert [jar.name for jar in damaged(folder, small_lock.jars)] == ["words-ru-1.0.jar"]


def test_installed_are_the_languages_whose_files_are_there(
    small_lock: Lock, maven_folder: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "lt"

    assert installed_languages(folder, small_lock) == ()

    install(folder, small_lock, ["ru"], origin=maven_folder)

    assert installed_languages(folder, small_lock) == ("ru",)


def test_the_folder_carries_languagetools_version(tmp_path: Path) -> None:
    assert default_folder(tmp_path) == tmp_path / "languagetool" / "6.8"
