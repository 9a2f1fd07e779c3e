"""--house, the settings and house.toml: which file holds for render and check, and what a broken one leads to."""

from pathlib import Path

import pytest
from tests.cli.conftest import Run

from pressdesk.app import house
from pressdesk.app.places import Places
from pressdesk.app.samples import sample
from pressdesk.app.settings import Settings, save
from pressdesk.cli.main import parser
from pressdesk.cli.probes import house_file
from pressdesk.errors import HouseError
from pressdesk.language.house import default
from pressdesk.store.draft_file import save_draft

SMALL = '[titles.capitals]\nkk = "lower"\n[end_mark]\nkk = "###"\n'


@pytest.fixture
def places(tmp_path: Path) -> Places:
    made = Places.at(tmp_path / "home")
    made.config.mkdir(parents=True)
    return made


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    save_draft(sample("guimaraes"), tmp_path / "a.pressdesk")
    return tmp_path / "a.pressdesk"


def run(tmp_path: Path, *arguments: object) -> int:
    """A command without a process of its own; its errors come through."""
    parsed = parser(str(arguments[0])).parse_args(["--home", str(tmp_path / "home"), *map(str, arguments)])
    return int(parsed.run(parsed))


def test_a_file_named_on_the_command_line_holds_for_that_text(
    tmp_path: Path, draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "own.toml").write_text(SMALL, encoding="utf-8")

    assert run(tmp_path, "render", draft, "--lang", "kk", "--house", tmp_path / "own.toml") == 0

    lines = capsys.readouterr().out.splitlines()
    assert any("Португалиядағы елшісі" in line for line in lines)
    assert lines[-1] == "###"


def test_house_toml_of_the_settings_folder_holds_without_being_named(
    tmp_path: Path, places: Places, draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (places.config / "house.toml").write_text(SMALL, encoding="utf-8")

    assert run(tmp_path, "render", draft, "--lang", "kk") == 0
    assert "Португалиядағы елшісі" in capsys.readouterr().out


def test_a_broken_file_is_refused_with_its_line(tmp_path: Path, places: Places, draft: Path, pressdesk: Run) -> None:
    (places.config / "house.toml").write_text('[kk]\npercent = "x"\n', encoding="utf-8")

    done = pressdesk("render", str(draft), "--lang", "kk")

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert "house.toml:2: “kk.percent” is пайыз or процент" in done.stderr
    with pytest.raises(HouseError, match=r"house\.toml:2"):
        run(tmp_path, "check", draft, "--lang", "kk")


def test_the_file_of_the_settings_comes_before_house_toml_and_is_found_from_the_settings_folder_on(
    places: Places,
) -> None:
    (places.config / "house.toml").write_text('[end_mark]\nkk = "a"\n', encoding="utf-8")
    (places.config / "second.toml").write_text('[end_mark]\nkk = "b"\n', encoding="utf-8")

    assert house.load(places).end_marks["kk"] == "a"
    assert house.load(places, "second.toml").end_marks["kk"] == "b"
    assert house.load(places, str(places.config / "second.toml")).end_marks["kk"] == "b"


def test_without_any_file_the_shipped_house_holds(places: Places) -> None:
    assert house.choose(places) == house.Chosen(default())


def test_a_file_that_is_gone_leaves_the_shipped_house_and_says_so(places: Places) -> None:
    chosen = house.choose(places, "gone.toml")

    assert chosen.house == default()
    assert "gone.toml" in chosen.complaint


def test_doctor_names_a_broken_house_file_and_is_content_with_a_whole_one(places: Places) -> None:
    assert house_file(places).ok
    (places.config / "mine.toml").write_text(SMALL, encoding="utf-8")
    save(Settings(house="mine.toml"), places)
    assert house_file(places).ok
    assert "mine.toml" in house_file(places).found

    (places.config / "mine.toml").write_text("[kk\n", encoding="utf-8")

    assert not house_file(places).ok
    assert "mine.toml:1" in house_file(places).found
    assert house_file(places).mend


def test_the_differences_of_a_house_are_its_own_and_none_for_the_shipped_one(places: Places) -> None:
    (places.config / "house.toml").write_text(SMALL, encoding="utf-8")

    assert house.differences(default()) == ()
    found = house.differences(house.load(places))
    assert house.Difference("kk", "Елшісі", "елшісі") in found
    assert {one.language for one in found} == {"kk"}
