"""`pressdesk setup` and `pressdesk doctor`, from the parsed line to the exit code."""

import argparse
import io
import json
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from pressdesk.app.places import Places
from pressdesk.cli import doctor, probes, setup
from pressdesk.cli.setup import Progress
from pressdesk.proof.languagetool.install import make_bundle
from pressdesk.proof.languagetool.lock import damaged, default_folder, read_lock

pytestmark = pytest.mark.slow  # real processes, started, killed and starved


def pressdesk(*line: str) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--home")
    commands = parser.add_subparsers()
    setup.add(commands)
    doctor.add(commands)
    arguments = parser.parse_args(line)
    return int(arguments.run(arguments))


@pytest.fixture(scope="session")
def bundle(jars: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("bundle") / "lt.zip"
    make_bundle(jars, read_lock(), ["en", "ru", "pt"], file)
    return file


DAMAGED = "slf4j-api-2.0.16.jar"


@pytest.fixture(scope="session")
def english_home(bundle: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home that `pressdesk setup` filled from a bundle, for English alone; one damaged jar lay there before."""
    home = tmp_path_factory.mktemp("home")
    folder = default_folder(Places.at(home).data)
    folder.mkdir(parents=True)
    (folder / DAMAGED).write_bytes(b"x" * 69_435)
    assert pressdesk("--home", str(home), "setup", "--from", str(bundle), "--languages", "en") == 0
    return home


def answer(capsys: pytest.CaptureFixture[str]) -> dict[str, dict[str, object]]:
    return {check["name"]: check for check in json.loads(capsys.readouterr().out)["checks"]}


@pytest.mark.languagetool
def test_a_second_setup_does_nothing_at_once_and_says_nothing_in_a_pipe(
    english_home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("socket.socket.connect", lambda *_: pytest.fail("the second setup needs no network"))
    folder = default_folder(Places.at(english_home).data)
    before = {file.name: file.stat().st_mtime_ns for file in folder.iterdir()}
    begun = time.perf_counter()

    assert pressdesk("--home", str(english_home), "setup", "--languages", "en") == 0

    assert time.perf_counter() - begun < 1
    assert {file.name: file.stat().st_mtime_ns for file in folder.iterdir()} == before
    assert capsys.readouterr() == ("", "")


@pytest.mark.languagetool
def test_setup_from_a_bundle_makes_the_folder_whole_and_mends_a_damaged_jar(english_home: Path, jars: Path) -> None:
    folder = default_folder(Places.at(english_home).data)

    assert damaged(folder, read_lock().needed(["en"])) == []
    assert (folder / DAMAGED).read_bytes() == (jars / DAMAGED).read_bytes()
    assert not (folder / "language-ru-6.8.jar").exists(), "Russian was not asked for"


@pytest.mark.languagetool
def test_doctor_names_a_damaged_jar(
    copy: Path, harm: Callable[[Path], None], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = default_folder(Places.at(tmp_path / "home").data)
    folder.parent.mkdir(parents=True)
    folder.symlink_to(copy)
    harm(copy / DAMAGED)

    assert pressdesk("--home", str(tmp_path / "home"), "doctor", "--quick", "--format", "json") == 1

    check = answer(capsys)["languagetool"]
    assert check["found"] == f"{DAMAGED} is damaged in {folder}"
    assert check["mend"] == "Run `pressdesk setup`."


@pytest.mark.languagetool
def test_a_bundle_written_by_setup_is_taken_by_setup(english_home: Path, tmp_path: Path) -> None:
    file = tmp_path / "again.zip"

    assert pressdesk("--home", str(english_home), "setup", "--languages", "en", "--bundle", str(file)) == 0

    with zipfile.ZipFile(file) as written:
        assert len(written.namelist()) == len(read_lock().needed(["en"]))


@pytest.mark.languagetool
def test_doctor_checks_a_sentence_in_what_is_installed_and_names_the_mend_of_what_is_not(
    english_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert pressdesk("--home", str(english_home), "doctor", "--format", "json") == 1

    checks = answer(capsys)
    assert checks["languagetool"]["ok"]
    assert checks["languagetool.en"]["ok"]
    assert checks["languagetool.en"]["found"] == "the mistake in its trial sentence was found"
    assert not checks["languagetool.ru"]["ok"]
    assert checks["languagetool.ru"]["mend"] == "Run `pressdesk setup --languages ru`."


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (("--languages", "ru,xx"), "“xx” is not checked here: choose from de, en, fr, pt, ru"),
        (("--languages", ","), "No language is named"),
        (("--from", "none.zip"), "none.zip does not exist"),
    ],
)
def test_bad_input_is_refused_with_one_sentence(
    line: tuple[str, ...], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert pressdesk("--home", str(tmp_path), "setup", *line) == 2

    told = capsys.readouterr().err
    assert said in told
    assert told.count("\n") == 1


def test_no_network_is_a_failure_that_names_the_bundle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".m2").mkdir()
    (tmp_path / ".m2" / "settings.xml").write_text(
        "<settings><mirrors><mirror><mirrorOf>*</mirrorOf><url>http://127.0.0.1:9</url></mirror></mirrors></settings>"
    )
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("M2_REPO", raising=False)
    monkeypatch.setattr("pressdesk.proof.languagetool.sources.NETWORK_TRIES", 1)

    assert pressdesk("--home", str(tmp_path / "home"), "setup", "--languages", "ru") == 3

    assert "pressdesk setup --from BUNDLE" in capsys.readouterr().err


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_progress_is_one_line_on_a_terminal_and_leaves_none_behind() -> None:
    stream = Terminal()
    progress = Progress(stream)

    progress.started(2_000_000)
    progress.tick(500_000)
    progress.tick(9_000_000)
    progress.clear()

    shown = stream.getvalue()
    assert "\rLanguageTool: 0.5 of 2.0 MB" in shown
    assert "\rLanguageTool: 2.0 of 2.0 MB" in shown
    assert shown.endswith("\r")
    assert "\n" not in shown


def test_progress_is_silent_in_a_pipe() -> None:
    stream = io.StringIO()
    progress = Progress(stream)

    progress.started(10)
    progress.tick(5)
    progress.clear()

    assert stream.getvalue() == ""


def test_doctor_says_what_is_missing_on_a_fresh_machine(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert pressdesk("--home", str(tmp_path), "doctor") == 1

    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("MISSING languagetool: ") and "Run `pressdesk setup`." in line for line in lines)
    assert any(line.startswith("ok      kazakh: ") for line in lines)
    assert any(line.startswith("ok      java: ") for line in lines)
    assert list(tmp_path.iterdir()) == [], "doctor changes nothing"


def test_the_shipped_fonts_have_every_kazakh_letter() -> None:
    assert probes.fonts().ok


def test_a_font_without_them_is_named(tmp_path: Path) -> None:
    (tmp_path / "poor.ttf").write_bytes(b"\0\1\0\0" + b"\0" * 40)

    check = probes.fonts(tmp_path)

    assert not check.ok
    assert "poor.ttf lacks “А”" in check.found


def test_a_folder_without_fonts_is_no_folder_with_good_ones(tmp_path: Path) -> None:
    assert not probes.fonts(tmp_path).ok


@pytest.mark.parametrize(
    ("surroundings", "ok"),
    [
        ({}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"QT_QPA_PLATFORM": "offscreen"}, True),
        ({"QT_QPA_PLATFORM": "xcb"}, False),
        ({"DISPLAY": ""}, False),
    ],
)
def test_a_display_is_where_a_window_can_open(surroundings: dict[str, str], ok: bool) -> None:
    assert probes.display(surroundings, "linux").ok is ok


def test_a_missing_library_is_named_with_its_package() -> None:
    assert "apt-get install libxcb-cursor0" in probes._package_of("libxcb-cursor.so.0")
    assert "holds libstrange.so.1" in probes._package_of("libstrange.so.1")


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    places = Places(config=tmp_path / "file" / "config", data=tmp_path / "data", cache=tmp_path / "cache")

    checks = list(probes.folders(places))

    assert [check.ok for check in checks] == [False, True, True]
    assert "--home DIR" in checks[0].mend
