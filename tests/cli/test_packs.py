"""`pack check`: a press officer who writes a pack is told what it lacks, with file and line."""

import shutil
from pathlib import Path

import pytest
from tests.cli.conftest import Run

from pressdesk import data
from pressdesk.app.packs import check
from pressdesk.render.pack import packs


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A copy of a shipped pack to spoil, beside the shared parts."""
    shutil.copytree(data.templates("bilateral_meeting"), tmp_path / "bilateral_meeting")
    return tmp_path / "bilateral_meeting"


@pytest.mark.parametrize("kind", [kind.id for kind in packs()])
def test_every_shipped_pack_is_whole(kind: str) -> None:
    assert [str(fault) for fault in check(data.templates(kind)) if not fault.hint] == []


@pytest.mark.slow
def test_a_whole_pack_is_told_by_the_exit_code(pressdesk: Run) -> None:
    done = pressdesk("pack", "check", str(data.templates("bilateral_meeting")))

    assert (done.returncode, done.stderr) == (0, "")


def test_a_name_that_no_draft_has_is_found_in_a_branch_that_no_sample_takes(pressdesk: Run, pack: Path) -> None:
    path = pack / "ru.j2"
    path.write_text(path.read_text("utf-8") + '\n{% if event.kind == "x" %}\n{{ actor.titel }}\n{% endif %}\n', "utf-8")
    line = path.read_text("utf-8").split("\n").index("{{ actor.titel }}") + 1

    done = pressdesk("pack", "check", str(pack))

    assert done.returncode == 1
    assert f"ru.j2:{line}: there is no “titel”; known there are" in done.stdout


def test_a_language_that_leaves_a_fact_out_is_hinted_at(pressdesk: Run, pack: Path) -> None:
    path = pack / "en.j2"
    path.write_text(path.read_text("utf-8").replace("{{ topics | list }}", "many things"), "utf-8")

    done = pressdesk("pack", "check", str(pack))

    assert "en.j2: “topics” stands in no sentence here, though it does in kk, ru, pt. (hint)" in done.stdout


def test_a_label_and_a_template_that_are_missing_are_named_with_the_line(pressdesk: Run, pack: Path) -> None:
    (pack / "pt.j2").unlink()
    path = pack / "type.toml"
    path.write_text(path.read_text("utf-8").replace(', pt = "encontro"', ""), "utf-8")
    line = next(n for n, text in enumerate(path.read_text("utf-8").split("\n"), 1) if 'value = "meeting"' in text)

    done = pressdesk("pack", "check", str(pack))

    assert done.returncode == 1
    assert "pt.j2: the template for português is missing." in done.stdout.replace("Português", "português")
    assert f"type.toml:{line}: the answer “meeting” of “event.kind” is missing in pt." in done.stdout


@pytest.mark.slow
def test_a_sample_with_a_hole_and_a_pack_without_one_are_told(pressdesk: Run, pack: Path) -> None:
    sample = next((pack / "samples").glob("*.json"))
    sample.write_text(sample.read_text("utf-8").replace('"counterpart": "min"', '"counterpart": "nobody"'), "utf-8")

    holed = pressdesk("pack", "check", str(pack))
    sample.unlink()
    bare = pressdesk("pack", "check", str(pack))

    assert "“counterpart” is missing" in holed.stdout
    assert "a pack has a sample of its own" in bare.stdout


def test_what_is_no_pack_is_refused_in_a_sentence(pressdesk: Run, tmp_path: Path) -> None:
    done = pressdesk("pack", "check", str(tmp_path))

    assert done.returncode == 2
    assert "every pack needs one" in done.stderr
    assert "Traceback" not in done.stderr
