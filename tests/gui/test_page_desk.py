"""Page, list and form on one desk: they move together, and what was clicked stays in sight."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.gui.conftest import BridgeMaker
from tests.gui.page_samples import Pencil, slip, span_of

from pressdesk.gui.desk_view import DeskView
from pressdesk.gui.page.geometry import stretches
from pressdesk.model.findings import Severity

SLIP = "гылыми-техникалық"
Opener = Callable[..., DeskView]


@pytest.fixture
def desk(make_bridge: BridgeMaker, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Opener:
    kept: list[DeskView] = []
    monkeypatch.setattr("pressdesk.gui.bridge.RENDER_QUIET", 0)
    monkeypatch.setattr("pressdesk.gui.bridge.PROOF_QUIET", 0)

    def open_desk(width: int = 1440, height: int = 900) -> DeskView:
        pencil = Pencil(
            (SLIP, Severity.ERROR, ("ғылыми-техникалық",)),
            ("назарында", Severity.WARNING, ()),
            ("аралаумен", Severity.HINT, ()),
            ("Жасыл астанасы", Severity.NUANCE, ()),
        )
        bridge = make_bridge(slip(), "kk", pencil)
        desk = DeskView(bridge)
        qtbot.addWidget(desk)
        kept.append(desk)
        desk.resize(width, height)
        with qtbot.waitActive(desk):
            desk.show()
            desk.activateWindow()
        bridge.start()
        qtbot.waitUntil(lambda: not bridge.busy, timeout=20_000)
        return desk

    return open_desk


def point_of(desk: DeskView, words: str) -> QPoint:
    paper = desk.page.paper
    assert paper.release is not None
    index = next(i for i, b in enumerate(paper.release.blocks) if words in b.text)
    line = next(stretches(paper.sheet, index, span_of(paper.release.blocks[index].text, words)))
    return QPoint(round(line.left + 4), round(line.baseline - 4 - paper.verticalScrollBar().value()))


def click(desk: DeskView, words: str) -> None:
    viewport, where = desk.page.paper.viewport(), QPointF(point_of(desk, words))
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        left = Qt.MouseButton.LeftButton
        QApplication.sendEvent(
            viewport, QMouseEvent(kind, where, viewport.mapToGlobal(where), left, left, Qt.KeyboardModifier(0))
        )


def in_sight(desk: DeskView, words: str) -> bool:
    return 0 < point_of(desk, words).y() < desk.page.paper.viewport().height()


def test_f8_moves_list_text_and_field_together(desk: Opener, qtbot: QtBot) -> None:
    view = desk()

    view.step_finding(1)
    qtbot.waitUntil(lambda: in_sight(view, SLIP), timeout=2000)

    assert view.findings.current is not None
    assert view.findings.current.text == SLIP
    assert view.bridge.focused.startswith("programme[0].topics")
    assert view.page.paper.marks.active is not None


def test_the_words_of_a_finding_stay_in_sight_though_their_field_stands_elsewhere_too(
    desk: Opener, qtbot: QtBot
) -> None:
    view = desk()

    for _ in range(4):
        view.step_finding(1)
        qtbot.wait(260)
        current = view.findings.current
        assert current is not None
        assert in_sight(view, current.text)


def test_a_click_on_a_word_opens_its_field_and_the_word_stays(desk: Opener, qtbot: QtBot) -> None:
    view = desk()
    bar = view.page.paper.verticalScrollBar()
    bar.setValue(bar.maximum())
    before = point_of(view, "Рауль Фангейру")

    click(view, "Рауль Фангейру")
    qtbot.wait(260)

    assert view.bridge.focused.startswith("people[3]")
    assert in_sight(view, "Рауль Фангейру")
    assert abs(point_of(view, "Рауль Фангейру").y() - before.y()) <= view.page.paper.viewport().height() // 2


def test_typing_does_not_move_the_page(desk: Opener, qtbot: QtBot) -> None:
    view = desk()
    click(view, "Рикарду Араужумен")
    qtbot.wait(260)
    before, height = view.page.paper.verticalScrollBar().value(), view.findings.height()

    for name in ("Араужу-", "Араужу-С", "Араужу-Со"):
        view.bridge.put("people[1].family.kk", name)
        qtbot.waitUntil(lambda: not view.bridge.busy, timeout=5000)
        assert view.page.paper.verticalScrollBar().value() == before
        assert view.findings.height() == height


def test_two_languages_hide_the_form_where_the_pane_is_too_narrow(desk: Opener, qtbot: QtBot) -> None:
    view = desk(1280, 800)

    view.page.toggle_two()
    qtbot.waitUntil(lambda: len(view.page.columns) == 2, timeout=2000)
    assert not view.form.isVisible()

    view.page.toggle_two()
    qtbot.waitUntil(lambda: view.form.isVisible(), timeout=2000)
    assert len(view.page.columns) == 1


def test_the_popover_of_a_click_does_not_keep_one_from_typing(desk: Opener, qtbot: QtBot) -> None:
    view = desk()

    click(view, SLIP)

    focused = QApplication.focusWidget()
    assert view.page.popover.isVisible()
    assert focused is not None
    assert not view.page.popover.isAncestorOf(focused)
    assert not view.page.isAncestorOf(focused)
    assert view.bridge.focused.startswith("programme[0].topics")


def test_the_suggestions_are_opened_from_within_the_field_that_a_finding_led_to(desk: Opener, qtbot: QtBot) -> None:
    view = desk()
    view.step_finding(1)
    assert view.form.isAncestorOf(QApplication.focusWidget())
    view.commands()["finding_popover"]()
    qtbot.waitUntil(lambda: view.page.popover.isVisible(), timeout=3000)
    assert view.page.popover.isAncestorOf(QApplication.focusWidget())
