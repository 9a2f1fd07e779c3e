"""Paragraphs rewritten by hand, on the command line: every format, the trace and the check see what stands there."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from tests.cli.conftest import Run

from pressdesk.model import paths
from pressdesk.store.draft_file import open_draft, save_draft

pytestmark = pytest.mark.slow

AMENDED = Path(__file__).parents[1] / "formats" / "draft-2.pressdesk"
HAND = "жаңа кездесуге шақырылды"


@pytest.fixture(autouse=True)
def _draft(tmp_path: Path) -> None:
    shutil.copy(AMENDED, tmp_path / "a.pressdesk")


def test_text_web_page_and_word_file_say_what_was_written_by_hand(pressdesk: Run, tmp_path: Path) -> None:
    assert pressdesk("render", "a.pressdesk", "--all", "-o", "out").returncode == 0

    files = {p.suffix: p for p in (tmp_path / "out").glob("*-kk*")}
    with zipfile.ZipFile(files[".docx"]) as word:
        assert HAND in word.read("word/document.xml").decode()
    assert HAND in files[".html"].read_text(encoding="utf-8")
    assert HAND in files[".txt"].read_text(encoding="utf-8")


def test_the_trace_says_which_words_are_amended_and_which_facts_live_on_in_them(pressdesk: Run) -> None:
    lines = pressdesk("render", "a.pressdesk", "--lang", "ru", "--trace").stdout.splitlines()

    assert lines[0] == "headline\tПоездка\tfree text\tamended"
    assert lines[3].startswith("headline\tСальвании\tinflected field\tcountries[1].name\tGEN\tamended")
    assert not any(line.endswith("amended") for line in lines if line.startswith("credit\t"))


def test_the_check_warns_of_a_paragraph_whose_facts_have_changed(pressdesk: Run, tmp_path: Path) -> None:
    draft = open_draft(AMENDED)
    topics = paths.put(draft.facts, "programme[0].assessment", {"kk": "Тараптар келісті."})
    save_draft(draft.with_facts(topics), tmp_path / "b.pressdesk")

    before = json.loads(pressdesk("check", "a.pressdesk", "--lang", "kk", "--format", "json").stdout)
    done = pressdesk("--ui-lang", "en", "check", "b.pressdesk", "--lang", "kk", "--format", "json")

    assert "amendment.stale" not in {f["rule"] for f in before["findings"]}
    (found,) = [f for f in json.loads(done.stdout)["findings"] if f["rule"] == "amendment.stale"]
    assert (done.returncode, found["severity"], found["block"]) == (1, "warning", "paragraph-1")
    assert found["message"].startswith("The facts of this rewritten paragraph have changed: ")
