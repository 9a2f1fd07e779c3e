"""NOTICE.md names everything that is distributed, under the licence that the thing itself states."""

import importlib.util
import re
from importlib.metadata import Distribution
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
RECIPE = ROOT / "packaging" / "pyinstaller"
OLD_NAMES = {
    "MIT License": "MIT",
    "MIT license": "MIT",
    "Apache 2.0": "Apache-2.0",
    "License :: OSI Approved :: MIT License": "MIT",
    "License :: OSI Approved :: BSD License": "BSD-3-Clause",
    "License :: OSI Approved :: GNU General Public License v2 (GPLv2)": "GPL-2.0-only",
}
"""What packages wrote before there were licence expressions."""


@pytest.fixture(scope="module")
def licences() -> ModuleType:
    """packaging/pyinstaller/licences.py, which collects the texts for the folder."""
    spec = importlib.util.spec_from_file_location("licences", RECIPE / "licences.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def packages(licences: ModuleType) -> dict[str, Distribution]:
    """All packages that PressDesk runs with, without itself."""
    return {one.metadata["Name"]: one for one in licences.distributions() if one.metadata["Name"] != "pressdesk"}


@pytest.fixture(scope="module")
def noted() -> dict[str, str]:
    """The licence of each Python package, from the table in NOTICE.md."""
    section = (ROOT / "NOTICE.md").read_text(encoding="utf-8").partition("## Python packages")[2].partition("\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in section.splitlines() if line.startswith("| ")]
    return {row[0]: row[1] for row in rows[1:]}


def stated(package: Distribution) -> str:
    """The licence expression of a package's metadata, or what its older words mean."""
    data = package.metadata
    classifiers = [c for c in data.get_all("Classifier") or [] if c.startswith("License ::")]
    said = data.get("License-Expression") or data.get("License") or classifiers[0]
    return OLD_NAMES.get(said, said)


def test_every_package_that_is_distributed_is_noted_and_no_other(
    packages: dict[str, Distribution], noted: dict[str, str]
) -> None:
    assert sorted(noted) == sorted(packages)


def test_each_package_is_noted_under_a_licence_that_it_states(
    packages: dict[str, Distribution], noted: dict[str, str]
) -> None:
    wrong = {
        name: (noted[name], stated(package))
        for name, package in packages.items()
        if noted[name].partition(" WITH ")[0] not in {stated(package), *stated(package).split(" OR ")}
    }

    assert wrong == {}


def test_a_licence_that_no_package_brings_along_has_its_text_in_the_repository(
    licences: ModuleType, packages: dict[str, Distribution], noted: dict[str, str]
) -> None:
    without = {noted[name] for name, package in packages.items() if not licences.texts_of(package)}
    ours = {file.stem for file in (ROOT / "LICENSES").iterdir()}
    java = "GPL-2.0-only WITH Classpath-exception-2.0"  # its texts are in java-runtime/legal

    assert without - ours - {java, "MIT"} == set()
    assert ours <= without


def test_the_whole_is_said_to_be_gpl_3_because_of_one_package(packages: dict[str, Distribution]) -> None:
    notice = (ROOT / "NOTICE.md").read_text(encoding="utf-8")

    assert stated(packages["language_tool_python"]) == "GPL-3.0-only"
    assert re.search(r"language-tool-python, which is GPL-3\.0-only, \*\*what is distributed is GPL-3\.0", notice)


@pytest.mark.parametrize(
    ("folder", "files", "terms"),
    [
        ("fonts", "OFL*.txt", "SIL OPEN FONT LICENSE Version 1.1"),
        ("ui/fonts", "OFL*.txt", "SIL OPEN FONT LICENSE Version 1.1"),
        ("ui/icons", "LICENSE", "ISC License"),
    ],
)
def test_fonts_and_icons_have_their_terms_beside_them(folder: str, files: str, terms: str) -> None:
    texts = [file.read_text(encoding="utf-8") for file in (ROOT / "resources" / folder).glob(files)]

    assert texts
    assert all(terms in text for text in texts)
