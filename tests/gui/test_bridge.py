import dataclasses
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from pressdesk.app.own_words import OwnWords
from pressdesk.app.samples import sample
from pressdesk.errors import ProoferUnavailable
from pressdesk.gui.bridge import Bridge
from pressdesk.gui.jobs import Lane
from pressdesk.model.asides import sorted_out
from pressdesk.model.draft import Draft
from pressdesk.model.findings import Finding, Kind, Severity
from pressdesk.model.paths import get
from pressdesk.model.release import Release
from pressdesk.text.spans import Span

BridgeMaker = Callable[..., Bridge]


@dataclass(frozen=True)
class Checked:
    findings: tuple[Finding, ...] = ()
    notices: tuple[ProoferUnavailable, ...] = ()
    aside: tuple[Finding, ...] = ()


class OneWord:
    """A checker that underlines one word wherever a text holds it, and remembers in which thread it worked."""

    def __init__(self, word: str) -> None:
        self.word = word
        self.threads: set[int] = set()
        self.asked: list[str] = []

    def proof(self, draft: Draft, release: Release, ui_language: str) -> Checked:
        self.threads.add(threading.get_ident())
        self.asked.append(release.language)
        found = []
        for block in release.blocks:
            at = block.text.find(self.word)
            if at >= 0:
                span = Span(at, at + len(self.word))
                origin = block.origin_at(at)
                found.append(
                    Finding(
                        block=block.id, span=span, text=self.word, rule="test.word", kind=Kind.SPELLING,
                        severity=Severity.ERROR, message="…", field=origin.field if origin else "",
                        language=release.language,
                    )
                )  # fmt: skip
        parted = sorted_out(found, lambda f: next(b.text for b in release.blocks if b.id == f.block), draft.ignored)
        return Checked(parted.shown, aside=tuple(f for f, _ in parted.aside))


class Away:
    """A checker that cannot work."""

    def proof(self, draft: Draft, release: Release, ui_language: str) -> Checked:
        return Checked((), (ProoferUnavailable("LanguageTool", "it is not installed", "Run pressdesk setup."),))


@pytest.fixture
def draft() -> Draft:
    return sample("guimaraes")


def done(qtbot: QtBot, bridge: Bridge) -> None:
    qtbot.waitUntil(lambda: not bridge.busy and len(bridge.releases) == len(bridge.languages), timeout=10000)


def test_the_text_on_the_screen_is_made_first_and_all_languages_follow(
    qtbot: QtBot, make_bridge: BridgeMaker, draft: Draft
) -> None:
    bridge = make_bridge(draft, "ru")
    came: list[str] = []
    bridge.release_ready.connect(lambda tag, _: came.append(tag))
    bridge.start()
    done(qtbot, bridge)

    assert came == ["ru", "kk", "en", "pt"]
    assert "Гимарайнш" in bridge.releases["kk"].headline or "Португалияның" in bridge.releases["kk"].headline


def test_ten_keystrokes_make_one_text(qtbot: QtBot, make_bridge: BridgeMaker, draft: Draft) -> None:
    bridge = make_bridge(draft, "kk")
    bridge.start()
    done(qtbot, bridge)
    came: list[Release] = []
    bridge.release_ready.connect(lambda tag, release: came.append(release) if tag == "kk" else None)
    for end in range(1, 11):
        bridge.put("people[1].family.kk", "Араужуудың"[:end])
    done(qtbot, bridge)

    assert len(came) == 1
    assert "Араужуудың" in came[0].plain()


def test_an_edit_is_heard_at_once_and_can_be_taken_back_as_one_step(make_bridge: BridgeMaker, draft: Draft) -> None:
    bridge = make_bridge(draft, "kk")
    heard: list[str] = []
    bridge.draft_changed.connect(lambda new: heard.append(get(new.facts, "people[1].family.kk")))
    for word in ("А", "Ар", "Ара"):
        bridge.put("people[1].family.kk", word)

    assert heard == ["А", "Ар", "Ара"]
    assert bridge.desk.undo_step is not None
    assert "Адамдар" in bridge.desk.undo_step
    bridge.undo()
    assert get(bridge.draft.facts, "people[1].family.kk") == "Араужу"
    bridge.redo()
    assert get(bridge.draft.facts, "people[1].family.kk") == "Ара"


def test_checking_happens_in_another_thread(qtbot: QtBot, make_bridge: BridgeMaker, draft: Draft) -> None:
    checker = OneWord("ғылыми-техникалық")
    bridge = make_bridge(draft, "kk", checker)
    bridge.start()
    done(qtbot, bridge)

    assert [f.text for f in bridge.findings["kk"]] == ["ғылыми-техникалық"]
    assert threading.get_ident() not in checker.threads
    assert checker.asked[0] == "kk"


def test_a_suggestion_changes_the_fact_and_the_text_and_is_one_step_of_undo(
    qtbot: QtBot, make_bridge: BridgeMaker, draft: Draft
) -> None:
    bridge = make_bridge(draft, "kk", OneWord("ғылыми-техникалық"))
    bridge.start()
    done(qtbot, bridge)

    assert bridge.apply(bridge.findings["kk"][0], "ғылыми-инновациялық")
    done(qtbot, bridge)
    assert "ғылыми-инновациялық" in bridge.releases["kk"].plain()
    assert bridge.findings["kk"] == ()
    assert bridge.desk.undo_step == "«ғылыми-техникалық» түзету"
    bridge.undo()
    assert bridge.draft == draft


def test_words_of_the_template_cannot_be_mended_in_a_field_and_a_sentence_says_so(
    qtbot: QtBot, make_bridge: BridgeMaker, draft: Draft
) -> None:
    bridge = make_bridge(draft, "kk", OneWord("хабарлайды"))
    bridge.start()
    done(qtbot, bridge)
    told: list[str] = []
    bridge.failed.connect(lambda error: told.append(str(error)))

    assert not bridge.apply(bridge.findings["kk"][0], "хабарлады")
    assert bridge.draft is draft
    assert len(told) == 1
    assert "«хабарлайды»" in told[0]


def test_a_finding_set_aside_does_not_come_back(qtbot: QtBot, make_bridge: BridgeMaker, draft: Draft) -> None:
    bridge = make_bridge(draft, "kk", OneWord("ғылыми-техникалық"))
    bridge.start()
    done(qtbot, bridge)
    bridge.judge.ignore(bridge.findings["kk"][0])
    done(qtbot, bridge)

    assert bridge.findings["kk"] == ()
    assert len(bridge.draft.ignored) == 1


def test_a_word_added_is_kept_among_the_user_s_own_and_undo_takes_it_out(
    qtbot: QtBot, make_bridge: BridgeMaker, draft: Draft
) -> None:
    bridge = make_bridge(draft, "kk", OneWord("ғылыми-техникалық"))
    bridge.start()
    done(qtbot, bridge)
    own = OwnWords(bridge.desk.places)
    bridge.judge.add_word(bridge.findings["kk"][0])

    assert own.words("kk") == ("ғылыми-техникалық",)
    assert bridge.draft is draft
    assert bridge.desk.undo_step == "«ғылыми-техникалық» сөздігіме қосу"
    bridge.undo()
    assert own.words("kk") == ()
    bridge.redo()
    assert own.words("kk") == ("ғылыми-техникалық",)


def test_a_checker_that_is_away_is_told_once_and_is_not_nothing_found(
    qtbot: QtBot, make_bridge: BridgeMaker, draft: Draft
) -> None:
    bridge = make_bridge(draft, "kk", Away())
    told: list[object] = []
    bridge.notices_changed.connect(told.append)
    bridge.start()
    done(qtbot, bridge)

    assert len(told) == 1
    assert len(bridge.notices) == 1
    assert set(bridge.away) == {"kk", "ru", "en", "pt"}


def test_a_draft_that_wants_two_languages_gets_two(make_bridge: BridgeMaker, draft: Draft) -> None:
    facts = dataclasses.replace(draft.facts, languages=("pt", "kk"))

    assert make_bridge(draft.with_facts(facts)).languages == ("kk", "pt")


def test_a_language_the_draft_does_not_have_is_not_shown(make_bridge: BridgeMaker, draft: Draft) -> None:
    bridge = make_bridge(draft, "kk")
    shown: list[str] = []
    bridge.language_changed.connect(shown.append)
    bridge.show_language("de")
    bridge.show_language("kk")
    bridge.show_language("pt")

    assert shown == ["pt"]


def test_a_draft_that_cannot_be_saved_says_so_and_stays_modified(
    make_bridge: BridgeMaker, draft: Draft, tmp_path: Path
) -> None:
    bridge = make_bridge(draft, "kk")
    told: list[str] = []
    bridge.failed.connect(lambda error: told.append(str(error)))

    assert not bridge.save(tmp_path / "nowhere" / "draft.pressdesk")
    assert len(told) == 1
    assert bridge.desk.modified


def test_answers_of_an_older_request_are_dropped(qtbot: QtBot) -> None:
    lane = Lane(0)
    gate = threading.Event()
    came: list[object] = []
    lane.result.connect(came.append)

    def slow() -> object:
        gate.wait(5)
        yield "old"

    lane.ask(slow, at_once=True)  # type: ignore[arg-type]
    lane.ask(lambda: iter(["new"]), at_once=True)
    gate.set()
    qtbot.waitUntil(lambda: not lane.busy)
    lane.drop()

    assert came == ["new"]


def test_a_lane_that_goes_with_its_window_waits_for_no_job(qtbot: QtBot) -> None:
    owner = QObject()
    lane = Lane(0, owner)
    gate, began, ended = threading.Event(), threading.Event(), threading.Event()

    def slow() -> object:
        began.set()
        gate.wait(10)  # Python's lock is wanted once more when the window has let go
        ended.set()
        yield "nobody hears this"

    lane.ask(slow, at_once=True)  # type: ignore[arg-type]
    assert began.wait(5)
    shiboken6.delete(owner)
    assert not ended.is_set()
    gate.set()
    assert ended.wait(5)


def test_a_lane_that_is_finished_has_left_its_job_behind(qtbot: QtBot) -> None:
    lane = Lane(0)
    written: list[int] = []

    def slow() -> object:
        time.sleep(0.05)
        written.append(1)
        yield None

    lane.ask(slow, at_once=True)  # type: ignore[arg-type]
    lane.finish()
    assert written == [1]


def test_a_dropped_lane_stays_silent(qtbot: QtBot) -> None:
    lane = Lane(0)
    came: list[object] = []
    lane.result.connect(came.append)
    lane.ask(lambda: iter([1, 2, 3]), at_once=True)
    lane.drop()
    qtbot.wait(20)

    assert came == []
