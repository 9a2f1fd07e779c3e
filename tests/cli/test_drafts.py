"""sample, kinds, new, render: facts in, drafts and releases out; what cannot be taken is refused in one sentence."""

import json
import zipfile
from pathlib import Path

import pytest
from tests.cli.conftest import Run

from pressdesk.app.samples import sample
from pressdesk.render.render import render


def test_the_samples_are_listed_with_the_model_release_first(pressdesk: Run) -> None:
    done = pressdesk("sample")

    assert done.returncode == 0
    listed = done.stdout.split()
    assert listed[0] == "guimaraes"
    assert listed[1:] == sorted(listed[1:])
    assert {"vila-serena", "salvania-minister"} <= set(listed)


def test_a_sample_is_written_as_a_draft_and_rendered_as_text(pressdesk: Run) -> None:
    assert pressdesk("sample", "guimaraes", "-o", "жоба.pressdesk").returncode == 0

    done = pressdesk("render", "жоба.pressdesk", "--lang", "kk", "--to", "txt")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == render(sample("guimaraes"), "kk").plain()


def test_a_facts_file_is_taken_in_place_of_a_draft(pressdesk: Run, tmp_path: Path) -> None:
    fixture = Path(__file__).parents[1] / "render" / "data" / "fx01-working_visit.json"

    done = pressdesk("render", str(fixture), "--lang", "pt")

    assert done.returncode == 0
    assert "Embaixador do Cazaquistão em Portugal" in done.stdout
    assert "pt: outcomes[0].what: the text is missing in this language; ⟦" in done.stderr
    assert "pt: event.place.name: the name is missing in this language; its Latin spelling “Braga”" in done.stderr


def test_every_format_and_language_is_written_into_a_folder(pressdesk: Run, tmp_path: Path) -> None:
    pressdesk("sample", "vila-serena", "-o", "a.pressdesk")

    done = pressdesk("render", "a.pressdesk", "--all", "-o", "out")

    assert done.returncode == 0
    suffixes = sorted(Path(name).suffix for name in done.stdout.split())
    assert suffixes == [".docx"] * 4 + [".html"] * 4 + [".txt"] * 4
    assert all((tmp_path / name).stat().st_size for name in done.stdout.split())


def test_the_trace_names_every_source_and_its_share(pressdesk: Run) -> None:
    pressdesk("sample", "guimaraes", "-o", "a.pressdesk")

    lines = pressdesk("render", "a.pressdesk", "--lang", "kk", "--trace").stdout.splitlines()

    assert "lead\tПортугалиядағы\tinflected field\tcountries[1].name\tLOC+ATTR" in lines
    assert any(line.startswith("lead\tбарды\tformula\tworking_visit/kk.j2:") for line in lines)
    assert 'house typography\tquotes\t" → «\t2' in lines
    words, sources, _ = "\n".join(lines).split("\n\n")
    shares = dict(line.split("\t") for line in sources.splitlines())
    assert set(shares) == {"formula", "field", "inflected field", "register", "free text", "gap", "words"}
    assert float(shares["free text"].rstrip(" %")) <= 10
    assert int(shares["words"]) == len(words.splitlines())


def test_the_kinds_are_told_as_json_with_their_languages(pressdesk: Run) -> None:
    kinds = json.loads(pressdesk("kinds", "--format", "json").stdout)

    assert [kind["kind"] for kind in kinds][:2] == ["working_visit", "bilateral_meeting"]
    assert all(kind["languages"] == ["kk", "ru", "en", "pt"] for kind in kinds)


def test_a_new_draft_is_made_of_a_kind_and_of_facts(pressdesk: Run, tmp_path: Path) -> None:
    (tmp_path / "f.json").write_text('{"type": "working_visit", "languages": ["kk"]}', encoding="utf-8")

    assert pressdesk("new", "--kind", "working_visit", "-o", "a.pressdesk").returncode == 0
    assert pressdesk("new", "--facts", "f.json", "-o", "b.pressdesk").returncode == 0
    assert zipfile.is_zipfile(tmp_path / "a.pressdesk")


def test_an_existing_draft_is_never_written_over_by_new(pressdesk: Run, tmp_path: Path) -> None:
    (tmp_path / "a.pressdesk").write_text("менің жұмысым", encoding="utf-8")

    done = pressdesk("new", "--kind", "working_visit", "-o", "a.pressdesk")

    assert done.returncode == 2
    assert "there is already a file of this name" in done.stderr
    assert (tmp_path / "a.pressdesk").read_text(encoding="utf-8") == "менің жұмысым"


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ("{", "f.json:1:2: this is not valid JSON"),
        ("[]", "f.json: the facts: an object {...} belongs here"),
        ("{}", "f.json: type: the release type is missing"),
        ('{"type": "parade"}', "“parade” is not a release type"),
        ('{"type": "../x"}', "is not a release type"),
        ('{"type": "working_visit", "peopel": []}', "f.json: peopel: this key is not known; did you mean “people”?"),
        ('{"type": "working_visit", "event": {"date": "tomorrow"}}', "event.date: “tomorrow” is not a date"),
        ('{"type": "working_visit", "register": 5}', "register: a list"),
    ],
)
def test_facts_with_a_fault_are_refused_with_the_place_and_the_mend(
    pressdesk: Run, tmp_path: Path, facts: str, says: str
) -> None:
    (tmp_path / "f.json").write_text(facts, encoding="utf-8")

    done = pressdesk("new", "--facts", "f.json", "-o", "a.pressdesk")

    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "a.pressdesk").exists()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("render", "missing.pressdesk", "--lang", "kk"), "missing.pressdesk: there is no such file."),
        (("render", "a.pressdesk"), "--lang is missing"),
        (("render", "a.pressdesk", "--all"), "-o is missing"),
        (("render", "a.pressdesk", "--lang", "xx"), "“xx”"),
        (("render", "notes.txt", "--lang", "kk"), "notes.txt: the file is damaged"),
        (("sample", "nosuch"), "There is no sample “nosuch”; there are guimaraes"),
        (("sample", "../../x"), "There is no sample"),
        (("frobnicate",), "frobnicate"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_exit_code_two(
    pressdesk: Run, tmp_path: Path, arguments: tuple[str, ...], says: str
) -> None:
    (tmp_path / "notes.txt").write_text("x", encoding="utf-8")
    pressdesk("sample", "guimaraes", "-o", "a.pressdesk")

    done = pressdesk(*arguments)

    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_a_reader_that_goes_away_is_no_failure(pressdesk: Run) -> None:
    pressdesk("sample", "guimaraes", "-o", "a.pressdesk")

    assert pressdesk("--help").returncode == 0
    assert "Exit codes" in pressdesk("--help").stdout


def test_a_release_is_never_written_over_its_own_draft(pressdesk: Run, tmp_path: Path) -> None:
    pressdesk("sample", "guimaraes", "-o", "a.pressdesk")
    before = (tmp_path / "a.pressdesk").read_bytes()

    done = pressdesk("render", "a.pressdesk", "--lang", "kk", "-o", "a.pressdesk")

    assert done.returncode == 2
    assert "this is the draft itself" in done.stderr
    assert (tmp_path / "a.pressdesk").read_bytes() == before


def test_two_drafts_of_one_name_are_not_written_over_each_other(pressdesk: Run) -> None:
    pressdesk("sample", "guimaraes", "-o", "a.pressdesk")
    pressdesk("sample", "guimaraes", "-o", "b.pressdesk")

    done = pressdesk("render", "a.pressdesk", "b.pressdesk", "--all", "-o", "out")

    assert done.returncode == 2
    assert "another of these drafts has this name too" in done.stderr


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ("[" * 100_000, "nested too deeply"),
        ('{"type": "working_visit", "facts": [{"value": NaN}]}', "facts[0].value: nan is no number"),
        ('{"type": "working_visit", "facts": [{"value": 1e400}]}', "facts[0].value: inf is no number"),
        ('{"type": "working_visit", "id": "\\ud800"}', "half of a character"),
        ('{"type": "working_visit", "languages": ["xx"]}', "languages: “xx” has no template here"),
    ],
)
def test_what_no_facts_can_hold_is_refused(pressdesk: Run, tmp_path: Path, facts: str, says: str) -> None:
    (tmp_path / "f.json").write_text(facts, encoding="utf-8")

    done = pressdesk("new", "--facts", "f.json", "-o", "a.pressdesk")

    assert (done.returncode, says in done.stderr, "Traceback" in done.stderr) == (2, True, False), done.stderr
