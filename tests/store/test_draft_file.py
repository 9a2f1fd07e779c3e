"""A draft is saved whole or not at all, and opens again byte for byte; damaged files get one sentence."""

import contextlib
import dataclasses
import io
import json
import os
import signal
import subprocess
import sys
import textwrap
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressdesk.app.samples import names, sample
from pressdesk.errors import DraftFileError, DraftTooNewError
from pressdesk.model.asides import Aside
from pressdesk.model.signoff import digest
from pressdesk.render.render import render
from pressdesk.store import atomic
from pressdesk.store.draft_file import MIMETYPE, from_bytes, open_draft, save_draft, to_bytes
from pressdesk.store.migrations import VERSION

FORMATS = Path(__file__).parents[1] / "formats"


@pytest.mark.parametrize("name", names())
def test_a_draft_opens_again_byte_for_byte(name: str, tmp_path: Path) -> None:
    draft = dataclasses.replace(sample(name), images={"photo.jpg": bytes(range(256))}, words={"kk": ("Порто",)})
    path = tmp_path / "жоба.pressdesk"

    save_draft(draft, path)
    opened = open_draft(path)

    assert opened == draft
    assert to_bytes(opened) == path.read_bytes()


def test_the_file_says_what_it_is_in_its_first_bytes() -> None:
    content = to_bytes(sample("guimaraes"))

    assert content[30:38] == b"mimetype"
    assert MIMETYPE.encode() in content[:120]


@pytest.mark.parametrize("version", range(1, VERSION + 1))
def test_a_draft_of_every_version_there_ever_was_still_opens(version: int) -> None:
    assert open_draft(FORMATS / f"draft-{version}.pressdesk").facts.type == "working_visit"


def test_amendments_are_kept_with_their_living_facts() -> None:
    draft = open_draft(FORMATS / "draft-2.pressdesk")

    assert [a.language for a in draft.amendments] == ["kk", "ru"]
    assert "жаңа кездесуге шақырылды." in render(draft, "kk").plain()
    assert render(draft, "ru").headline == "Поездка по городам Сальвании"
    assert from_bytes(to_bytes(draft), "a.pressdesk") == draft


def test_a_draft_of_format_1_has_no_amendments_and_is_saved_as_today_s() -> None:
    draft = open_draft(FORMATS / "draft-1.pressdesk")

    assert draft.amendments == ()
    assert from_bytes(to_bytes(draft), "a.pressdesk") == draft


def test_what_was_set_aside_is_kept_with_its_neighbours() -> None:
    draft = open_draft(FORMATS / "draft-3.pressdesk")

    assert [(a.rule, a.here, a.before) for a in draft.ignored] == [
        ("kk.spelling", False, ""),
        ("lt.ru.COMMA", True, "Поездка по"),
    ]
    assert from_bytes(to_bytes(draft), "a.pressdesk") == draft


def test_who_ticked_what_and_who_made_it_final_is_kept() -> None:
    draft = open_draft(FORMATS / "draft-3.pressdesk")

    [tick] = draft.ticks
    assert (tick.item, tick.by, tick.digest) == ("partner", "Г. Ержанова", digest(tick.text))
    assert tick.at is not None
    assert tick.at.isoformat() == "2026-11-24T09:30:00+05:00"
    assert [(issued.forced, issued.languages) for issued in draft.record] == [
        (True, ("kk", "ru")),
        (False, ("kk", "ru")),
    ]
    assert draft.record[0].unmet[0].text == "гылыми"
    assert from_bytes(to_bytes(draft), "a.pressdesk") == draft


TICK = {"item": "partner", "about": "p1", "digest": "0", "by": "A", "at": "2026-11-24T09:30:00+05:00"}
FINAL = {"by": "A", "at": "2026-11-24T09:30:00+05:00", "reason": "asked", "unmet": [{"item": "findings"}]}


def test_a_tick_and_a_final_release_with_all_their_parts_open() -> None:
    draft = from_bytes(changed(ticks=[TICK], record=[FINAL]), "a.pressdesk")

    assert draft.record[0].forced
    assert from_bytes(changed(ticks=[], record=[]), "a.pressdesk").ticks == ()


@pytest.mark.parametrize(
    "parts",
    [
        *({"ticks": [{k: v for k, v in TICK.items() if k != missing}]} for missing in TICK),
        *({"record": [{k: v for k, v in FINAL.items() if k != missing}]} for missing in ("by", "at", "reason")),
        {"ticks": [{**TICK, "at": "2026-11-24T09:30:00"}]},  # a time without its zone
        {"ticks": [{**TICK, "place": 3}]},
        {"record": [{**FINAL, "signed": True}]},
        {"ticks": 5},
        {"record": [5]},
    ],
)
def test_a_tick_or_a_final_release_without_its_parts_is_damage(parts: dict[str, object]) -> None:
    with pytest.raises(DraftFileError, match="the draft inside the file is damaged"):
        from_bytes(changed(**parts), "a.pressdesk")


def test_what_format_2_set_aside_is_set_aside_everywhere() -> None:
    draft = from_bytes(changed(format=2, ignored=["kk|kk.spelling|а|б", "nothing known"]), "a.pressdesk")

    assert draft.ignored == (Aside(language="kk", rule="kk.spelling", text="а|б"),)


def test_a_draft_from_a_newer_version_is_refused_with_both_versions_named() -> None:
    with pytest.raises(DraftTooNewError, match=rf"format {VERSION + 5}, this one reads up to {VERSION}"):
        from_bytes(changed(format=VERSION + 5), "a.pressdesk")


def changed(**parts: object) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(to_bytes(sample("guimaraes")))) as old, zipfile.ZipFile(out, "w") as new:
        new.writestr("mimetype", MIMETYPE)
        new.writestr("draft.json", json.dumps({**json.loads(old.read("draft.json")), **parts}))
    return out.getvalue()


def archive(*members: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        for name, content in members:
            new.writestr(name, content)
    return out.getvalue()


WHOLE = ("mimetype", MIMETYPE.encode())


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK",
        "Баспасөз релизі".encode(),
        archive(("other.txt", b"x")),
        archive(WHOLE),
        archive(WHOLE, ("draft.json", b"{")),
        archive(WHOLE, ("draft.json", b"[]")),
        archive(WHOLE, ("draft.json", b'{"format": "one"}')),
        archive(WHOLE, ("draft.json", b"[" * 100_000)),
        archive(WHOLE, ("draft.json", b'{"format": 1, "facts": {"people": 5}}')),
        archive(WHOLE, ("draft.json", b'{"format": 1, "words": 5}')),
        archive(WHOLE, ("draft.json", b'{"format": 0}')),
        archive(WHOLE, ("draft.json", b'{"format": 2, "amendments": 5}')),
        archive(WHOLE, ("draft.json", b'{"format": 2, "amendments": [{"id": "a1", "kind": "lead"}]}')),
        archive(WHOLE, ("draft.json", b'{"format": 2, "amendments": [{"id": "a1", "pieces": [{"text": "x"}]}]}')),
        archive(WHOLE, ("draft.json", b'{"format": 1}'), ("../evil", b"x")),
        archive(WHOLE, ("draft.json", b'{"format": 1}'), ("/etc/evil", b"x")),
        archive(WHOLE, ("draft.json", b'{"format": 1}'), *((f"images/{i}", b"") for i in range(300))),
    ],
)
def test_a_damaged_or_hostile_file_is_refused_in_one_sentence(content: bytes) -> None:
    with pytest.raises(DraftFileError) as caught:
        from_bytes(content, "a.pressdesk")

    assert str(caught.value).startswith("a.pressdesk: ")
    assert "\n" not in str(caught.value)
    assert "Traceback" not in str(caught.value)


def test_a_file_that_would_unpack_beyond_all_measure_is_not_unpacked() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        new.writestr("mimetype", MIMETYPE)
        new.writestr("draft.json", b'{"format": 1}')
        new.writestr("images/bomb", bytes(210 * 1024 * 1024))

    with pytest.raises(DraftFileError, match="more than a draft may hold"):
        from_bytes(out.getvalue(), "a.pressdesk")


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_flipped_or_missing_byte_never_ends_in_a_traceback(data: st.DataObject) -> None:
    content = bytearray(to_bytes(sample("vila-serena")))
    place = data.draw(st.integers(0, len(content) - 1))
    if data.draw(st.booleans()):
        content[place] ^= data.draw(st.integers(1, 255))
    else:
        del content[place:]

    with contextlib.suppress(DraftFileError):  # whatever else is raised fails the test
        from_bytes(bytes(content), "a.pressdesk")


def test_a_kill_in_the_middle_of_saving_leaves_a_whole_draft(tmp_path: Path) -> None:
    path = tmp_path / "draft.pressdesk"
    save_draft(sample("guimaraes"), path)
    program = textwrap.dedent(
        """
        import dataclasses, itertools, sys
        from pathlib import Path
        from pressdesk.app.samples import sample
        from pressdesk.store.draft_file import save_draft
        photo = {"p.jpg": b"x" * 3_000_000}
        drafts = [dataclasses.replace(sample(n), images=photo) for n in ("guimaraes", "vila-serena")]
        print("ready", flush=True)
        for draft in itertools.cycle(drafts):
            save_draft(draft, Path(sys.argv[1]))
        """
    )
    for pause in (0.011, 0.023, 0.041, 0.077):
        saver = subprocess.Popen([sys.executable, "-c", program, str(path)], stdout=subprocess.PIPE)
        assert saver.stdout is not None
        saver.stdout.readline()
        time.sleep(pause)
        os.kill(saver.pid, signal.SIGKILL)
        saver.wait()
        saver.stdout.close()

        assert open_draft(path).facts.id in ("guimaraes", "vila-serena")

    atomic.sweep(tmp_path, older_than=time.time() + 1)
    assert [p.name for p in tmp_path.iterdir()] == ["draft.pressdesk"]


def test_a_folder_that_cannot_be_written_to_is_said_and_the_old_file_stays(tmp_path: Path) -> None:
    with pytest.raises(DraftFileError, match="save elsewhere"):
        save_draft(sample("guimaraes"), tmp_path / "missing" / "draft.pressdesk")
