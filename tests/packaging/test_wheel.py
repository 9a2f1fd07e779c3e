"""What `pip install pressdesk` brings: the program, its tables and templates, and nothing of the workshop."""

import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from configparser import ConfigParser
from email.parser import Parser
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DATA = "pressdesk/_data/"


def build(source: Path, target: Path, *kinds: str) -> list[Path]:
    """Builds with hatchling, which pip would call; no network, no isolation. The wheel comes first."""
    options = [option for kind in kinds for option in ("-t", kind)]
    done = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", *options, "-d", str(target)],
        cwd=source,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return sorted(target.iterdir(), key=lambda file: file.suffix != ".whl")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The source archive and the wheel of this checkout."""
    wheel, archive = build(ROOT, tmp_path_factory.mktemp("built"), "sdist", "wheel")
    return archive, wheel


@pytest.fixture(scope="module")
def wheel(built: tuple[Path, Path]) -> Path:
    return built[1]


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as opened:
        return set(opened.namelist())


def shipped_files() -> set[str]:
    """What git knows or would take of resources/ and templates/, as long as it is there."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "resources", "templates"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    found = {name for name in listed.stdout.decode("utf-8").split("\0") if name}
    return {name for name in found if (ROOT / name).is_file()}


def test_every_table_and_template_is_in_the_wheel_and_nothing_that_git_ignores(names: set[str]) -> None:
    inside = {name.removeprefix(DATA) for name in names if name.startswith(DATA)}

    assert inside == shipped_files()
    assert {"resources/kk/grammar/suffixes.tsv", "templates/working_visit/kk.j2"} <= inside


def test_a_table_in_the_wheel_is_the_same_to_the_byte(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as opened:
        for name in ("resources/kk/grammar/letters.tsv", "resources/fonts/NotoSans-Bold.ttf"):
            assert opened.read(DATA + name) == (ROOT / name).read_bytes()


def test_every_module_is_in_the_wheel(names: set[str]) -> None:
    modules = {str(file.relative_to(ROOT / "src")) for file in (ROOT / "src" / "pressdesk").rglob("*.py")}

    assert {name for name in names if name.endswith(".py")} == modules


def test_the_wheel_says_that_it_is_typed_and_under_which_licence(wheel: Path, names: set[str]) -> None:
    metadata = next(name for name in names if name.endswith(".dist-info/METADATA"))
    with zipfile.ZipFile(wheel) as opened:
        headers = Parser().parsestr(opened.read(metadata).decode("utf-8"))
        texts = {
            name.partition(".dist-info/licenses/")[2]: opened.read(name)
            for name in names
            if ".dist-info/licenses/" in name
        }

    assert "pressdesk/py.typed" in names
    assert headers["License-Expression"] == "GPL-3.0-or-later"
    assert texts == {name: (ROOT / name).read_bytes() for name in texts}
    assert {"LICENSE", "NOTICE.md", "LICENSES/LGPL-3.0-only.txt"} <= set(texts)


def test_the_wheel_has_one_command(wheel: Path, names: set[str]) -> None:
    entry = next(name for name in names if name.endswith(".dist-info/entry_points.txt"))
    points = ConfigParser()
    with zipfile.ZipFile(wheel) as opened:
        points.read_string(opened.read(entry).decode("utf-8"))

    assert {section: dict(points[section]) for section in points.sections()} == {
        "console_scripts": {"pressdesk": "pressdesk.entry:main"}
    }


def test_nothing_of_the_workshop_is_in_the_wheel(names: set[str]) -> None:
    tops = {name.partition("/")[0] for name in names}

    assert len(tops) == 2
    assert "pressdesk" in tops
    parts = {part for name in names for part in name.split("/")}
    assert not parts & {"tests", "packaging", "docs", "benchmarks", "__pycache__"}
    assert not [part for part in parts if part.startswith((".", "test_"))]


def test_a_wheel_made_from_the_source_archive_is_the_same_wheel(built: tuple[Path, Path], tmp_path: Path) -> None:
    archive, wheel = built
    (tmp_path / "source").mkdir()
    subprocess.run(["tar", "-xzf", str(archive), "-C", str(tmp_path / "source")], check=True)
    (source,) = (tmp_path / "source").iterdir()
    (again,) = build(source, tmp_path / "again", "wheel")

    with zipfile.ZipFile(wheel) as one, zipfile.ZipFile(again) as other:
        assert {i.filename: i.CRC for i in one.infolist()} == {i.filename: i.CRC for i in other.infolist()}


def test_the_source_archive_can_be_tested_and_packaged_too(built: tuple[Path, Path]) -> None:
    with tarfile.open(built[0]) as opened:
        inside = {name.partition("/")[2] for name in opened.getnames()}

    texts = {"LICENSE", "NOTICE.md", "README.md", "LICENSES/LGPL-3.0-only.txt"}
    assert texts | {"Makefile", "packaging/pyinstaller/build.sh", "tests/packaging/test_wheel.py"} <= inside


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command of a new environment that has the wheel, and takes the wheel's needs from the one of the tests."""
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, with_pip=False)
    python = home / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(python), "--disable-pip-version-check"]
    subprocess.run([*pip, "install", "-q", "--no-deps", "--no-index", str(wheel)], check=True, capture_output=True)
    # a plain path: the editable installation's own .pth file is not followed from here
    (site,) = home.glob("lib/python*/site-packages")
    (site / "needs.pth").write_text(sysconfig.get_path("platlib") + "\n", encoding="utf-8")
    return home / "bin" / "pressdesk"


def outside(command: list[str], folder: Path) -> str:
    """Standard output of a command that is started away from the checkout, by a user who has nothing set."""
    surroundings = {"PATH": os.defpath, "HOME": str(folder), "LANG": "C.UTF-8"}
    done = subprocess.run(command, cwd=folder, env=surroundings, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.slow
def test_an_installed_wheel_reads_its_own_data_and_not_the_checkout(installed: Path, tmp_path: Path) -> None:
    python = str(installed.with_name("python"))
    where = outside([python, "-c", "from pressdesk.data import resources; print(resources('kk'))"], tmp_path)

    assert Path(where.strip()).is_relative_to(installed.parents[1])
    assert "/site-packages/pressdesk/_data/" in where


@pytest.mark.slow
def test_an_installed_wheel_writes_the_same_release_as_the_checkout(installed: Path, tmp_path: Path) -> None:
    texts = []
    for number, command in enumerate([[str(installed)], [sys.executable, "-m", "pressdesk"]]):
        draft = str(tmp_path / f"{number}.pressdesk")
        outside([*command, "sample", "guimaraes", "-o", draft], tmp_path)
        texts.append(outside([*command, "render", draft, "--lang", "kk"], tmp_path))

    assert len(texts[0].split()) > 300
    assert texts[0] == texts[1]
