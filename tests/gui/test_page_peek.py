"""The line that shows the focused field's sentence where there is room for one pane only."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.gui.conftest import BridgeMaker, press
from tests.gui.page_samples import Pencil, slip

from pressdesk.gui.page.peek import PeekLine
from pressdesk.model.findings import Severity


@pytest.fixture
def peek(make_bridge: BridgeMaker, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> PeekLine:
    monkeypatch.setattr("pressdesk.gui.bridge.RENDER_QUIET", 0)
    monkeypatch.setattr("pressdesk.gui.bridge.PROOF_QUIET", 0)
    pencil = Pencil(("гылыми-техникалық", Severity.ERROR, ()), ("назарында", Severity.WARNING, ()))
    bridge = make_bridge(slip(), "kk", pencil)
    peek = PeekLine(bridge)
    qtbot.addWidget(peek)
    peek.resize(640, peek.height())
    peek.show()
    bridge.start()
    qtbot.waitUntil(lambda: not bridge.busy, timeout=20_000)
    return peek


def test_it_shows_the_sentence_with_the_field_s_words_set_off(peek: PeekLine) -> None:
    peek._bridge.focus_field("people[1].family.kk")

    assert peek.glimpse is not None
    assert peek.glimpse.words == "Рикарду Араужумен"
    assert peek.glimpse.before.startswith("Гимарайнш муниципалдық палатасының")
    assert peek.glimpse.after.endswith("бағыттары қаралды.")


def test_it_follows_what_is_typed(peek: PeekLine, qtbot: QtBot) -> None:
    peek._bridge.focus_field("people[1].family.kk")

    peek._bridge.put("people[1].family.kk", "Аружан")

    qtbot.waitUntil(lambda: peek.glimpse is not None and peek.glimpse.words == "Рикарду Аружанмен", timeout=5000)


def test_a_field_that_the_text_does_not_show_says_so(peek: PeekLine) -> None:
    peek._bridge.focus_field("photo.alt")

    assert peek.glimpse is None
    assert peek.accessibleName() == "Мәтінде: Бұл өріс мәтінде көрінбейді."


def test_it_counts_errors_and_warnings(peek: PeekLine) -> None:
    assert peek.counts == {Severity.ERROR: 1, Severity.WARNING: 1}


@pytest.mark.parametrize("width", [200, 640, 1600])
def test_the_field_s_words_are_tinted_at_every_width(peek: PeekLine, width: int) -> None:
    peek._bridge.focus_field("people[1].family.kk")
    peek.resize(width, peek.height())

    image = peek.grab().toImage()

    mark = peek._bridge.theme.color("mark").name()
    assert mark in {image.pixelColor(x, 12).name() for x in range(image.width())}


def test_enter_or_a_click_wants_the_text(peek: PeekLine, qtbot: QtBot) -> None:
    with qtbot.waitSignal(peek.text_wanted):
        press(peek, Qt.Key.Key_Return)
    with qtbot.waitSignal(peek.text_wanted):
        qtbot.mouseClick(peek, Qt.MouseButton.LeftButton)
