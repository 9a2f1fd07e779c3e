"""`pressdesk register`, as a script would use it."""

import dataclasses
import io
import json
from pathlib import Path

import pytest

from pressdesk.app.places import Places
from pressdesk.app.register.own import OwnRegister
from pressdesk.cli.main import main
from pressdesk.model.facts import Person
from pressdesk.model.register import Book, Card, of

ANA = of(Person(given={"kk": "Ана", "en": "Ana"}, family={"kk": "Силва", "en": "Silva"}, gender="f"), "ana")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO()))  # what a real process has
    home = tmp_path / "home"
    press = of(Card(name={"en": "Press office"}, emails=("press@example.org",)), "press")
    OwnRegister(Places.at(home)).change(lambda book: book.with_record(ANA).with_record(press))
    return home


def run(home: Path, *words: str) -> int:
    return main(["--home", str(home), "register", *words])


def test_the_own_entries_are_listed_and_with_all_the_shipped_ones_too(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(home, "list") == 0
    assert capsys.readouterr().out.splitlines() == ["ana\tperson\tАна Силва", "press\tcontact\tPress office"]
    assert run(home, "list", "Portugal", "--all", "--kind", "country") == 0
    assert "pt\tcountry\tПортугалия\tshipped" in capsys.readouterr().out
    assert run(home, "list", "sil", "--format", "json") == 0
    assert [item["id"] for item in json.loads(capsys.readouterr().out)] == ["ana"]


def test_forms_shows_every_case_in_kazakh_and_russian(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(home, "forms", "ana") == 0
    lines = capsys.readouterr().out.splitlines()
    assert "kk\tINS\tАна Силвамен" in lines
    assert not any(line.startswith("ru") for line in lines)


def test_an_entry_that_is_not_there_is_refused(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (("show", "nobody"), ("forms", "nobody"), ("choose", "ana", "mine"), ("approve", "x", "--by", "A")):
        assert run(home, *words) == 2
    assert "there is no such entry" in capsys.readouterr().err


def test_what_is_exported_can_be_imported_elsewhere_and_again(home: Path, tmp_path: Path) -> None:
    for name in ("all.json", "all.csv", "contacts.vcf"):
        file, other = tmp_path / name, tmp_path / f"home-{name}"
        assert run(home, "export", str(file)) == 0
        assert run(other, "import", str(file)) == 0
        assert run(other, "import", str(file)) == 0
        kept = OwnRegister(Places.at(other)).book()
        assert {r.kind for r in kept} == ({"contact"} if name.endswith("vcf") else {"person", "contact"})
        assert len(kept.records) == (1 if name.endswith("vcf") else 2)


def test_what_differs_waits_with_exit_code_1_until_somebody_chooses(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    theirs = Places.at(tmp_path / "theirs")
    other = ANA.with_what(dataclasses.replace(ANA.what, gender="m"))  # type: ignore[arg-type]
    OwnRegister(theirs).change(lambda _: Book().with_record(other))
    assert run(home, "import", str(theirs.register)) == 1
    said = capsys.readouterr()
    assert "ana\tperson.gender\tmine: f\ttheirs: m" in said.out
    assert "both versions are kept" in said.err
    assert run(home, "list", "--conflicts") == 1
    assert run(home, "show", "ana") == 1
    assert run(home, "choose", "ana", "theirs") == 0
    kept = OwnRegister(Places.at(home)).book()
    assert (kept.records["ana"], kept.rivals) == (other, {})
    assert run(home, "list", "--conflicts") == 0
    assert run(home, "import", str(theirs.register), "--take", "mine") == 0


def test_files_that_cannot_be_taken_are_refused_and_the_register_stays(home: Path, tmp_path: Path) -> None:
    before = Places.at(home).register.read_bytes()
    (tmp_path / "bad.json").write_text("{", encoding="utf-8")
    for name in ("bad.json", "none.csv", "x.txt"):
        assert run(home, "import", str(tmp_path / name)) == 2
    assert run(home, "export", str(tmp_path / "x.pdf")) == 2
    assert run(tmp_path / "empty", "export", str(tmp_path / "x.json")) == 2
    assert Places.at(home).register.read_bytes() == before


def test_somebody_says_that_an_entry_is_right_and_a_shipped_one_becomes_one_s_own(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(home, "approve", "pt", "--by", "А. С.") == 0
    assert run(home, "list", "--kind", "country") == 0
    assert "checked by А. С." in capsys.readouterr().out
    assert run(home, "approve", "kz", "--by", " ") == 2


def test_check_says_that_a_damaged_register_could_not_be_asked(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = tmp_path / "x.pressdesk"
    assert main(["sample", "guimaraes", "-o", str(draft)]) == 0
    Places.at(home).register.write_text("{", encoding="utf-8")
    main(["--home", str(home), "check", str(draft), "--lang", "kk"])
    assert "the register is damaged" in capsys.readouterr().err
