"""The checklist's items are data: a ministry changes, drops and adds them in its house file; a fault has its line."""

import datetime as dt
from pathlib import Path

import pytest

from pressdesk.app.checklist.checklist import Row, look, ticked
from pressdesk.app.checklist.items import load, shipped
from pressdesk.app.checklist.points import Known, State
from pressdesk.app.samples import sample
from pressdesk.errors import HouseError
from pressdesk.language.house import default, read
from pressdesk.model import paths
from pressdesk.render.pack import load_type, pack_folder, packs
from pressdesk.render.render import render


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "house.toml"


def test_every_shipped_item_is_said_in_every_language_of_the_window_and_has_its_source() -> None:
    kinds = {pack.id for pack in packs()}

    for item in shipped():
        assert set(item.title) == set(item.hint) == {"kk", "ru", "en"}, item.id
        assert item.source, item.id
        assert {*item.kinds, *item.not_in, *item.also} <= kinds, item.id


def test_the_items_of_the_issue_are_all_there() -> None:
    ids = [item.id for item in shipped()]

    assert ids[:5] == ["who", "what", "where", "when", "why"]
    assert {"attribution", "quotes", "photo", "contacts", "partner", "languages", "findings", "versions"} <= set(ids)


def test_a_house_file_without_items_leaves_the_shipped_ones(file: Path) -> None:
    file.write_text('[titles.capitals]\nkk = "lower"\n', encoding="utf-8")

    assert load(file) == load(None) == shipped()


def test_a_ministry_changes_drops_and_adds_items_and_the_rest_of_its_file_holds(file: Path) -> None:
    file.write_text(
        '[checklist.contacts]\nlevel = "required"\n'
        '[checklist.register]\nlevel = "off"\n'
        '[checklist.minister]\ncheck = "whole"\nby = "person"\n'
        'title = { kk = "Министр оқыды", en = "The Minister read it" }\n'
        '[titles.capitals]\nkk = "lower"\n',
        encoding="utf-8",
    )
    items = {item.id: item for item in load(file)}

    assert items["contacts"].required
    assert items["contacts"].title == next(i for i in shipped() if i.id == "contacts").title
    assert "register" not in items
    assert list(items)[-1] == "minister"
    assert items["minister"].required
    assert read(file).capitals == {**default().capitals, "kk": "lower"}


def test_an_item_of_a_ministry_is_ticked_for_the_whole_text_and_lapses_with_any_word_of_it(file: Path) -> None:
    file.write_text('[checklist.m]\ncheck = "whole"\nby = "person"\ntitle = { en = "Read" }\n', encoding="utf-8")
    [item] = [item for item in load(file) if item.id == "m"]
    draft = sample("guimaraes")
    now = dt.datetime(2026, 3, 20, tzinfo=dt.UTC)

    def row() -> Row:
        releases = {tag: render(draft, tag) for tag in ("kk", "ru")}
        kind = load_type(pack_folder("working_visit"))
        [only] = look([item], Known(draft=draft, kind=kind, releases=releases, now=now)).rows
        return only

    assert row().state is State.OPEN
    draft = ticked(draft, item, row().open, "А. Нұрлан", now)
    assert row().state is State.TICKED
    draft = draft.with_facts(paths.put(draft.facts, "event.place.name.ru", "Брага"))
    assert row().state is State.LAPSED


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('[checklist.contacts]\nlevel = "must"\n', 1, "“level” is one of required, advised, off."),
        ('# ours\n\n[checklist.contacts]\nby = "me"\n', 3, "“by” is one of program, person, either."),
        ("[checklist.contacts]\nlevle = 1\n", 1, "“levle” is no key of an item; there are check, title"),
        ('[checklist.x]\ntitle = { en = "X" }\n', 1, "needs check, one of lead, reports"),
        ('[checklist.x]\ncheck = "magic"\n', 1, "needs check, one of lead, reports"),
        ('[checklist.x]\ncheck = "whole"\n', 1, "needs its title"),
        ('[checklist.findings]\nby = "person"\n', 1, "nobody can tick it"),
        ('[checklist.x]\ncheck = "whole"\ntitle = "X"\n', 1, "“title” holds texts by language: kk, ru, en."),
        ('[checklist.contacts]\nfields = "issuer.site"\n', 1, "“fields” must be a list of texts."),
        ("[checklist.embargo]\ndays = true\n", 1, "“days” must be a whole number."),
        ("[checklist]\ncontacts = 5\n", 1, "holds one table an item"),
    ],
)
def test_a_fault_in_an_item_is_one_sentence_with_its_line(file: Path, text: str, line: int, said: str) -> None:
    file.write_text(text, encoding="utf-8")

    with pytest.raises(HouseError) as caught:
        load(file)
    assert caught.value.line == line
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_no_toml_is_refused(file: Path) -> None:
    file.write_text("[checklist", encoding="utf-8")

    with pytest.raises(HouseError, match="cannot be read"):
        load(file)
