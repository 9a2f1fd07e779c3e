"""What one decides about a finding holds at once and after the next check, and undo takes it back. Real checkers."""

import dataclasses
import shutil
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot
from tests.gui.conftest import BridgeMaker

from pressdesk.app import style_file
from pressdesk.app.own_words import OwnWords
from pressdesk.app.places import Places
from pressdesk.app.proofing import Proofing
from pressdesk.app.register.own import OwnRegister
from pressdesk.app.samples import sample
from pressdesk.gui.bridge import Bridge
from pressdesk.gui.findings.choices import EVERYWHERE, HERE, REGISTER, RULE, WHY, WORD, Choice, choices
from pressdesk.model.asides import Aside
from pressdesk.model.findings import Finding, Kind, Severity
from pressdesk.model.paths import put
from pressdesk.text.spans import Span

SLIP = "гылыми-техникалық"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Places:
    return Places.at(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="module")
def checker(home: Places) -> Iterator[Proofing]:
    """One for all tests of this file: reading the tables takes longer than they do."""
    made = Proofing(home, "kk")
    yield made
    made.close()


@pytest.fixture
def places(home: Places) -> Iterator[Places]:
    """A home with nothing in it."""
    yield home
    for folder in (home.data, home.config):
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def bridge(qtbot: QtBot, make_bridge: BridgeMaker, checker: Proofing) -> Iterator[Bridge]:
    """The model release with a slip in a topic, checked by all that is there."""
    draft = sample("guimaraes")
    facts = put(draft.facts, "programme[0].topics[1]", {"kk": SLIP})
    draft = draft.with_facts(put(facts, "languages", ("kk",)))
    made = make_bridge(draft, "kk", checker)
    made.start()
    settle(qtbot, made)
    yield made
    made.close()


def settle(qtbot: QtBot, bridge: Bridge) -> None:
    qtbot.waitUntil(lambda: not bridge.busy and "kk" in bridge.findings, timeout=20000)


def slip(bridge: Bridge) -> Finding:
    return next(f for f in bridge.findings["kk"] if f.text == SLIP)


def texts(bridge: Bridge) -> list[str]:
    return [f.text for f in bridge.findings["kk"]]


@pytest.mark.parametrize("choice", [HERE, pytest.param(EVERYWHERE, marks=pytest.mark.slow)])
def test_what_is_set_aside_is_found_but_not_shown_until_it_is_wanted_again(
    bridge: Bridge, qtbot: QtBot, choice: Choice
) -> None:
    assert bridge.judge.do(choice.id, slip(bridge))
    settle(qtbot, bridge)
    bridge.put("event.place.name", {"kk": "Порту"})
    settle(qtbot, bridge)

    assert SLIP not in texts(bridge)
    assert [f.text for f in bridge.aside["kk"]] == [SLIP]
    assert bridge.judge.restore(bridge.draft.ignored[0])
    settle(qtbot, bridge)
    assert SLIP in texts(bridge)
    assert not bridge.judge.restore(Aside(text="x"))


def test_a_word_kept_is_right_at_once_in_other_forms_after_the_check_and_wrong_after_undo(
    bridge: Bridge, qtbot: QtBot
) -> None:
    bridge.judge.do(WORD.id, slip(bridge))
    assert SLIP not in texts(bridge)
    settle(qtbot, bridge)
    assert SLIP not in texts(bridge)

    bridge.undo()
    settle(qtbot, bridge)

    assert SLIP in texts(bridge)
    assert OwnWords(bridge.desk.places).words("kk") == ()


def test_a_list_that_cannot_be_written_is_told_and_nothing_is_settled(bridge: Bridge, qtbot: QtBot) -> None:
    bridge.desk.places.data.mkdir(parents=True, exist_ok=True)
    (bridge.desk.places.data / "words").write_text("a file where a folder should be", encoding="utf-8")

    with qtbot.waitSignal(bridge.failed) as told:
        assert not bridge.judge.do(WORD.id, slip(bridge))
    settle(qtbot, bridge)

    assert "words" in str(told.args[0])
    assert bridge.desk.undo_step is None
    assert SLIP in texts(bridge)


@pytest.mark.slow
def test_a_rule_switched_off_finds_nothing_until_it_is_switched_on(bridge: Bridge, qtbot: QtBot) -> None:
    style = next(f for f in bridge.findings["kk"] if style_file.may_be_off(f.rule) and f.kind is not Kind.SPELLING)

    assert bridge.judge.do(RULE.id, style)
    settle(qtbot, bridge)
    assert style.rule not in [f.rule for f in bridge.findings["kk"]]
    assert bridge.judge.rules_off() == (style.rule,)
    assert bridge.judge.switch_off(style.rule, on=True)
    settle(qtbot, bridge)
    assert style.rule in [f.rule for f in bridge.findings["kk"]]
    bridge.undo()
    assert bridge.judge.rules_off() == (style.rule,)
    bridge.undo()
    assert bridge.judge.rules_off() == ()


def test_a_person_of_the_draft_goes_into_the_register_in_all_languages_and_undo_takes_only_them_out(
    bridge: Bridge, qtbot: QtBot
) -> None:
    name = bridge.draft.facts.people[1].family["kk"]
    own = OwnRegister(bridge.desk.places)

    with qtbot.waitSignal(bridge.register_wanted) as wanted:
        bridge.judge.do(REGISTER.id, unknown(name, "people[1].family"))

    record = own.book().records[wanted.args[0]]
    assert record.person is not None
    assert set(record.person.family) == set(bridge.draft.facts.people[1].family)
    bridge.undo()
    assert record.id not in own.book().records


def test_a_name_of_no_fact_becomes_a_person_in_the_nominative(bridge: Bridge, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bridge.register_wanted) as wanted:
        bridge.judge.do(REGISTER.id, unknown("Серік Тілеухановтың", ""))

    person = OwnRegister(bridge.desk.places).book().records[wanted.args[0]].person
    assert person is not None
    assert (person.given, person.family) == ({"kk": "Серік"}, {"kk": "Тілеуханов"})


def unknown(text: str, field: str) -> Finding:
    return Finding(
        block="p1", span=Span(0, len(text)), text=text, rule="kk.spelling", kind=Kind.SPELLING,
        severity=Severity.ERROR, message="…", field=field, language="kk",
    )  # fmt: skip


def test_only_what_may_be_done_is_offered() -> None:
    gap = Finding(
        block="p1", span=Span(0, 3), text="Ана", rule="facts.gap", kind=Kind.FACTS, severity=Severity.ERROR, message="…"
    )

    assert choices(gap) == (HERE, EVERYWHERE, WHY)
    assert choices(unknown("Ана", "")) == (HERE, EVERYWHERE, WORD, REGISTER, WHY), "its rule is the whole spelling"
    clash = dataclasses.replace(gap, rule="kk.government", kind=Kind.GRAMMAR)
    assert choices(clash) == (HERE, EVERYWHERE, RULE, WHY)
    assert REGISTER not in choices(unknown("ана", ""))
