"""A final release waits for the checklist, or is forced with a reason that its draft keeps; nothing else is touched.

Kazakh alone goes out here, so that no other process has to be started.
"""

import dataclasses
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Run as Process

from pressdesk.app.amending import living, take_up, write
from pressdesk.app.places import Places
from pressdesk.app.samples import sample
from pressdesk.app.settings import Settings, save
from pressdesk.cli import checklist, finals
from pressdesk.cli.main import parser
from pressdesk.cli.probes import house_file
from pressdesk.errors import DraftFileError, FactsError, HouseError
from pressdesk.model import paths
from pressdesk.model.amendments import Piece
from pressdesk.render.render import render
from pressdesk.store.draft_file import open_draft, save_draft

Run = Callable[..., int]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in this process, with a home of its own whose reviewer is named."""
    monkeypatch.chdir(tmp_path)
    home = tmp_path / "home"
    save(Settings(reviewer="Г. Ержанова"), Places.at(home))

    def command(*given: str) -> int:
        arguments = parser(given[0]).parse_args(["--home", str(home), "--ui-lang", "en", *given])
        return int(arguments.run(arguments))

    return command


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "visit.pressdesk"
    save_draft(sample("guimaraes"), path)
    return path


@pytest.mark.slow
def test_the_checklist_names_what_is_open_and_exits_with_1(
    run: Run, draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("checklist", draft.name, "--lang", "kk") == 1

    shown = capsys.readouterr().out
    assert "[x] who: Lead: who – In order" in shown
    assert "[ ] partner: Partner's title checked – Open\n    Ricardo Araújo\n    Raul Fangueiro\n" in shown
    assert "[ ] contacts: Contacts for the press (not required) – Open\n    Not filled in.\n" in shown
    assert open_draft(draft) == sample("guimaraes")


@pytest.mark.slow
def test_a_tick_is_kept_under_a_name_and_with_all_ticked_nothing_is_open(run: Run, draft: Path) -> None:
    assert run("checklist", draft.name, "--lang", "kk", "--tick", "partner", "--tick", "contacts") == 0

    kept = open_draft(draft)
    assert {(tick.item, tick.about, tick.by) for tick in kept.ticks} == {
        ("partner", "people[araujo]", "Г. Ержанова"),
        ("partner", "people[fangueiro]", "Г. Ержанова"),
        ("contacts", "contacts", "Г. Ержанова"),
    }
    assert kept.facts == sample("guimaraes").facts


@pytest.mark.slow
def test_the_checklist_as_json_says_who_ticked_what(run: Run, draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("checklist", draft.name, "--lang", "kk", "--tick", "partner", "--by", "А. Нұрлан", "--format", "json")

    told = json.loads(capsys.readouterr().out)
    partner = next(item for item in told["items"] if item["item"] == "partner")
    assert told["ready"] is True
    assert partner["state"] == "ticked"
    assert {(point["label"], point["by"]) for point in partner["points"]} == {
        ("Ricardo Araújo", "А. Нұрлан"), ("Raul Fangueiro", "А. Нұрлан"),
    }  # fmt: skip
    assert told["record"] == []


@pytest.mark.slow
def test_versions_that_disagree_are_told_under_their_own_item(
    run: Run, draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plain = sample("salvania-minister")
    release = render(plain, "ru")
    lead = next(block for block in release.blocks if block.id == "lead")
    text = lead.text.replace("12\xa0марта", "13\xa0марта")
    assert text != lead.text
    taken = take_up(plain, release, lead, living(plain, "ru"))
    save_draft(write(plain, taken, [Piece(text=text)]), draft)
    run("checklist", draft.name, "--lang", "ru", "--format", "json")

    told = json.loads(capsys.readouterr().out)
    versions = next(item for item in told["items"] if item["item"] == "versions")
    assert versions["state"] == "open"
    assert "13" in versions["points"][0]["label"]
    assert "12" in versions["points"][0]["note"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("item", "said"), [("languages", "nobody can tick this"), ("magic", "has no such item; there are who, what")]
)
def test_what_nobody_can_tick_is_refused(run: Run, draft: Path, item: str, said: str) -> None:
    with pytest.raises(FactsError, match=said):
        run("checklist", draft.name, "--lang", "kk", "--tick", item)
    assert open_draft(draft).ticks == ()


def test_a_final_release_is_refused_while_something_is_open_and_nothing_is_written(
    run: Run, draft: Path, tmp_path: Path
) -> None:
    before = draft.read_bytes()
    with pytest.raises(FactsError, match=r"cannot be final while “Partner's title checked” \(Ricardo Araújo\) is open"):
        run("render", draft.name, "--lang", "kk", "--final", "-o", "release.txt")

    assert draft.read_bytes() == before
    assert not (tmp_path / "release.txt").exists()


@pytest.mark.slow
def test_several_open_items_are_counted_and_the_first_is_named(run: Run, draft: Path) -> None:
    facts = paths.put(sample("guimaraes").facts, "event.place.name", {})
    save_draft(sample("guimaraes").with_facts(facts), draft)

    with pytest.raises(FactsError, match=r"is open, the first of \d items; `pressdesk checklist` names all"):
        run("render", draft.name, "--lang", "kk", "--final", "-o", "release.txt")


@pytest.mark.slow
def test_a_final_release_with_everything_ticked_has_no_draft_mark_and_is_recorded(
    run: Run, draft: Path, tmp_path: Path
) -> None:
    run("checklist", draft.name, "--lang", "kk", "--tick", "partner")
    assert run("render", draft.name, "--lang", "kk", "--to", "docx", "--final", "--by", "А. Нұрлан") == 0

    kept = open_draft(draft)
    [made] = kept.record
    assert kept.final
    assert (made.by, made.languages, made.formats, made.reason, made.unmet) == ("А. Нұрлан", ("kk",), ("docx",), "", ())
    assert [path.name for path in tmp_path.glob("*.docx")] == ["2025-12-22-working-visit-guimaraes-kk.docx"]


def test_a_forced_release_keeps_the_reason_and_what_stood_open_and_prints_none_of_it(
    run: Run, draft: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("render", draft.name, "--lang", "kk", "--final", "--force", " asked for ", "-o", "release.txt") == 0

    [made] = open_draft(draft).record
    assert (made.by, made.reason) == ("Г. Ержанова", "asked for")
    assert [(u.item, u.about) for u in made.unmet] == [("partner", "people[araujo]"), ("partner", "people[fangueiro]")]
    assert "asked" not in (tmp_path / "release.txt").read_text(encoding="utf-8")

    capsys.readouterr()
    run("checklist", draft.name, "--lang", "kk")
    record = capsys.readouterr().out.partition("Final releases\n")[2]
    assert "Г. Ержанова · kk · txt\n    Forced: asked for\n    Stood open: Partner's title checked (2)\n" in record


def test_nobody_forces_a_release_under_the_name_of_the_machine_s_user(run: Run, draft: Path, tmp_path: Path) -> None:
    save(Settings(), Places.at(tmp_path / "home"))
    forced = ("render", draft.name, "--lang", "kk", "--final", "--force", "asked for")

    for nameless in (forced, (*forced, "--by", "  ")):
        with pytest.raises(FactsError, match="write your name, for example --by"):
            run(*nameless)
    assert open_draft(draft) == sample("guimaraes")

    assert run(*forced, "--by", "А. Нұрлан", "-o", "release.txt") == 0
    assert [made.by for made in open_draft(draft).record] == ["А. Нұрлан"]


@pytest.mark.slow
def test_a_release_that_cannot_be_written_leaves_no_record(run: Run, draft: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(DraftFileError):
        run("render", draft.name, "--lang", "kk", "--final", "--force", "asked for", "-o", "taken")

    assert open_draft(draft) == sample("guimaraes")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--force", "asked for"), "go together with --final"),
        (("--by", "А. Нұрлан"), "go together with --final"),
        (("--final", "--force", "  "), "write the reason"),
        (("--final", "--trace"), "leave out --final or --trace"),
    ],
)
def test_half_a_wish_is_refused(run: Run, draft: Path, options: tuple[str, ...], said: str) -> None:
    with pytest.raises(FactsError, match=said):
        run("render", draft.name, "--lang", "kk", *options)
    assert open_draft(draft) == sample("guimaraes")


@pytest.mark.slow
@pytest.mark.parametrize(
    "command",
    [
        ("checklist", "visit.pressdesk", "--tick", "partner"),
        ("render", "visit.pressdesk", "--lang", "kk", "--final", "--force", "x"),
    ],
    ids=["tick", "final"],
)
def test_what_somebody_saves_while_the_draft_is_checked_is_not_written_over(
    run: Run, draft: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    there = open_draft(draft)
    edited = dataclasses.replace(there, facts=paths.put(there.facts, "event.place.name", {"kk": "Порту"}))

    def slowly(*given: Any) -> finals.Seen:
        seen = looks(*given)
        save_draft(edited, draft)
        return seen

    looks = finals.inspect
    monkeypatch.setattr(finals, "inspect", slowly)
    monkeypatch.setattr(checklist, "inspect", slowly)
    with pytest.raises(FactsError, match="saved by somebody else"):
        run(*command)

    assert open_draft(draft) == edited


@pytest.mark.slow
def test_a_facts_file_can_keep_neither_record_nor_tick(run: Run) -> None:
    facts = str(Path(__file__).parents[1] / "render" / "data" / "fx01-working_visit.json")

    with pytest.raises(FactsError, match="a facts file cannot keep the record of a final release"):
        run("render", facts, "--lang", "kk", "--final", "--force", "asked for")
    with pytest.raises(FactsError, match="a facts file cannot keep ticks"):
        run("checklist", facts, "--lang", "kk", "--tick", "partner")
    assert run("checklist", facts, "--lang", "kk") == 1


@pytest.mark.slow
def test_a_ministry_s_items_hold_and_a_fault_in_them_is_told_with_its_line(
    run: Run, draft: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    house = tmp_path / "house.toml"
    house.write_text('[checklist.partner]\nlevel = "off"\n', encoding="utf-8")
    assert run("render", draft.name, "--lang", "kk", "--final", "--house", "house.toml") == 0

    house.write_text('[checklist.partner]\nlevel = "none"\n', encoding="utf-8")
    with pytest.raises(HouseError, match=r"house\.toml:1: \[checklist\.partner\] “level” is one of"):
        run("checklist", draft.name, "--house", "house.toml")


def test_doctor_names_a_fault_in_the_items_of_the_house_file(tmp_path: Path) -> None:
    places = Places.at(tmp_path)
    places.config.mkdir(parents=True)
    (places.config / "house.toml").write_text('[checklist.contacts]\nlevel = "required"\n', encoding="utf-8")
    assert house_file(places).ok

    (places.config / "house.toml").write_text('[checklist.contacts]\nlevel = "must"\n', encoding="utf-8")
    assert not house_file(places).ok
    assert "house.toml:1: [checklist.contacts] “level” is one of" in house_file(places).found


@pytest.mark.slow
def test_a_refusal_is_one_sentence_and_exit_code_2(pressdesk: Process) -> None:
    pressdesk("sample", "guimaraes", "-o", "a.pressdesk")
    done = pressdesk("render", "a.pressdesk", "--lang", "kk", "--final")

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("pressdesk: a.pressdesk: this cannot be final while “Partner's title checked”")
