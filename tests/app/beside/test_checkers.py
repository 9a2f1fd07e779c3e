"""The checkers' process: the same answers as in the window's own, and an end with it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from pressdesk.app.beside.checkers import Checkers
from pressdesk.app.beside.process import BrokenCheckersError
from pressdesk.app.places import Places
from pressdesk.app.proofing import Proofing
from pressdesk.app.samples import sample
from pressdesk.app.text_check import TextCheck
from pressdesk.errors import HouseError, ProoferUnavailable
from pressdesk.model.passage import Passage
from pressdesk.render.render import render

SLIP = "Елші Қазқстанға келді."


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Places:
    return Places.at(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="module")
def checkers(places: Places) -> Iterator[Checkers]:
    made = Checkers(places, "kk")
    yield made
    made.close()


def gone(pid: int) -> bool:
    until = time.monotonic() + 10
    while time.monotonic() < until:
        if not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE:
            return True
        time.sleep(0.02)
    return False


def test_the_pipes_of_a_process_that_died_between_two_questions_are_closed(places: Places) -> None:
    checkers = Checkers(places, "kk")
    try:
        texts = checkers.text_check("kk")
        texts.told([Passage(None, SLIP)])
        first = checkers.process._running
        assert first is not None
        assert first.stdout is not None
        first.kill()
        first.wait()
        texts.told([Passage(None, SLIP)])
    finally:
        checkers.close()

    assert first.stdout.closed
    assert checkers.process.starts == 2


@pytest.mark.slow
def test_a_release_gets_the_same_answer_as_in_the_windows_own_process(checkers: Checkers, places: Places) -> None:
    draft = sample("guimaraes")
    here = Proofing(places, "kk")
    try:
        for language in ("kk", "ru"):  # ru: LanguageTool is not installed in this home, which is an answer too
            release = render(draft, language)
            there, own = checkers.proof(draft, release, "kk"), here.proof(draft, release, "kk")
            assert there.findings == own.findings
            assert [str(n) for n in there.notices] == [str(n) for n in own.notices]
    finally:
        here.close()


def test_a_text_gets_the_same_answer_too(checkers: Checkers, places: Places) -> None:
    passages = [Passage(None, SLIP), Passage(None, "Тараптар кездесті.")]
    here = Proofing(places, "kk")
    try:
        own, there = TextCheck(here, "kk"), checkers.text_check("kk")
        assert there.told(passages) == own.told(passages)
        assert there.check(passages).findings == own.check(passages).findings
        assert [f.text for f in there.check(passages).findings] == ["Қазқстанға"]
        there.forget()
        assert [f.text for f in there.check(passages).findings] == ["Қазқстанға"]
    finally:
        here.close()


@pytest.mark.slow
def test_pictures_stay_where_they_are(checkers: Checkers) -> None:
    draft = sample("guimaraes")
    release = render(draft, "kk")
    checkers.proof(draft, release, "kk")
    assert all(draft.images.values())


def test_a_process_that_was_killed_is_started_again_within_the_same_check(checkers: Checkers) -> None:
    text = checkers.text_check("kk")
    text.told([Passage(None, SLIP)])
    pid = checkers.process.pid
    assert pid
    os.kill(pid, signal.SIGKILL)

    assert text.told([Passage(None, SLIP)])[0].language == "kk"
    assert checkers.process.pid not in (None, pid)


@pytest.mark.slow
def test_a_process_that_hangs_is_ended_and_another_one_answers(
    checkers: Checkers, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = checkers.text_check("kk")
    text.told([Passage(None, SLIP)])
    pid = checkers.process.pid
    assert pid
    monkeypatch.setattr("pressdesk.app.beside.process.PATIENCE", 20.0)  # a new one starts within it
    os.kill(pid, signal.SIGSTOP)

    assert text.told([Passage(None, SLIP)])[0].language == "kk"
    assert checkers.process.pid not in (None, pid)
    assert gone(pid)


def test_a_process_that_cannot_live_is_a_notice_and_no_clean_text(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pressdesk.app.beside.process._command", lambda: [sys.executable, "-c", "pass"])
    broken = Checkers(places, "kk")
    draft = sample("guimaraes")
    proofed = broken.proof(draft, render(draft, "kk"), "kk")

    assert proofed.findings == ()
    assert [notice.proofer for notice in proofed.notices] == ["checkers"]
    assert "қайтадан іске қосылады" in proofed.notices[0].mend
    assert broken.process.starts == 2


def test_an_error_of_a_checker_comes_over_as_it_is_and_a_mistake_of_the_program_is_seen(checkers: Checkers) -> None:
    with pytest.raises(BrokenCheckersError, match="no_such_method"):
        checkers.process.ask(None, "no_such_method")
    with pytest.raises(ProoferUnavailable) as away:
        checkers.process.ask(None, "paragraph", "zh", "大使")
    assert (away.value.proofer, bool(away.value.mend)) == ("LanguageTool", True)


def test_after_its_end_nothing_is_started_any_more(places: Places) -> None:
    made = Checkers(places, "en")
    made.text_check("en").told([Passage(None, SLIP)])
    pid = made.process.pid
    assert pid
    made.close()

    assert gone(pid)
    with pytest.raises(ProoferUnavailable):
        made.text_check("en").told([Passage(None, SLIP)])
    assert made.process.starts == 1


@pytest.mark.slow
def test_it_ends_when_the_window_is_killed(tmp_path: Path) -> None:
    program = (
        "import sys, time\n"
        "from pressdesk.app.beside.checkers import Checkers\n"
        "from pressdesk.app.places import Places\n"
        "from pressdesk.model.passage import Passage\n"
        "made = Checkers(Places.at(sys.argv[1]), 'en')\n"
        "made.text_check('en').told([Passage(None, 'x')])\n"
        "print(made.process.pid, flush=True)\n"
        "time.sleep(60)\n"
    )
    window = subprocess.Popen([sys.executable, "-c", program, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert window.stdout is not None
    pid = int(window.stdout.readline())
    window.kill()
    window.wait()
    window.stdout.close()

    assert gone(pid)


def test_an_error_with_a_constructor_of_its_own_keeps_its_sentence() -> None:
    from pressdesk.app.beside.child import _portable

    error = _portable(HouseError(Path("h.toml"), 3, "no."))
    assert str(error) == str(HouseError(Path("h.toml"), 3, "no."))
