"""The list below the page: rows, switches, keys, states, and the banner of a checker that is away."""

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from tests.gui.conftest import BridgeMaker, press
from tests.gui.page_samples import Pencil, slip

from pressdesk.errors import ProoferUnavailable
from pressdesk.gui.bridge import Bridge
from pressdesk.gui.findings.model import Role
from pressdesk.gui.findings.panel import FindingsPanel
from pressdesk.model.findings import Severity

SLIP = "гылыми-техникалық"
PENCIL = Pencil(
    ("туризм", Severity.HINT, ()),
    (SLIP, Severity.ERROR, ("ғылыми-техникалық",)),
    ("назарында", Severity.WARNING, ("қысқарту",)),
    ("Мұндай бағыттар", Severity.HINT, ("Бұл салалар",)),
    ("сапармен", Severity.NUANCE, ()),
)
CLEAN = Pencil()
Opener = Callable[..., tuple[Bridge, FindingsPanel]]


@pytest.fixture
def desk(make_bridge: BridgeMaker, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Opener:
    """`desk(checker, language)`: a panel whose text has been rendered and checked."""
    monkeypatch.setattr("pressdesk.gui.bridge.RENDER_QUIET", 0)
    monkeypatch.setattr("pressdesk.gui.bridge.PROOF_QUIET", 0)
    kept: list[FindingsPanel] = []

    def open_panel(checker: Pencil | None = PENCIL, language: str = "kk") -> tuple[Bridge, FindingsPanel]:
        bridge = make_bridge(slip(), language, checker)
        panel = FindingsPanel(bridge)
        qtbot.addWidget(panel)
        kept.append(panel)
        panel.resize(700, panel.height())
        panel.show()
        bridge.start()
        qtbot.waitUntil(lambda: not bridge.busy, timeout=20_000)
        return bridge, panel

    return open_panel


def texts(panel: FindingsPanel) -> list[str]:
    return [f.text for f in panel.model.rows]


# --- rows ------------------------------------------------------------------------------------------------------------


def test_rows_are_the_worst_first_and_each_kind_in_reading_order(desk: Opener) -> None:
    _, panel = desk()

    assert texts(panel) == [SLIP, "назарында", "туризм", "Мұндай бағыттар", "сапармен"]


def test_a_row_says_severity_words_message_and_place(desk: Opener) -> None:
    _, panel = desk()

    said = panel.model.data(panel.model.index(0), Qt.ItemDataRole.AccessibleTextRole)

    assert said == f"Қате: «{SLIP}». «{SLIP}» сөздікте жоқ Бағдарлама\u00a01"


def test_words_of_the_template_are_placed_by_the_block_they_stand_in(desk: Opener) -> None:
    _, panel = desk()

    assert panel.model.data(panel.model.index(1), Role.FIELD) == "Тақырып"
    assert panel.model.data(panel.model.index(4), Role.FIELD) == "Лид"


def test_four_rows_are_in_sight_and_the_rest_is_scrolled_to(desk: Opener, theme: object) -> None:
    _, panel = desk()

    assert panel.list.height() == 4 * 32
    panel.step(-1)
    assert panel.list.verticalScrollBar().value() > 0


def test_each_row_is_drawn_with_the_line_of_its_severity(desk: Opener) -> None:
    bridge, panel = desk()
    image = panel.list.viewport().grab().toImage()

    def row_has(row: int, token: str) -> bool:
        wanted = bridge.theme.color(token)
        return any(
            abs(c.red() - wanted.red()) + abs(c.green() - wanted.green()) + abs(c.blue() - wanted.blue()) < 30
            for y in range(row * 32 + 20, row * 32 + 31)
            for x in range(40, 120)
            if (c := image.pixelColor(x, y)).isValid()
        )

    assert row_has(0, "error")
    assert row_has(1, "warn")
    assert row_has(2, "hint")
    assert not row_has(2, "error")


# --- choosing --------------------------------------------------------------------------------------------------------


def test_next_and_previous_go_round_and_say_what_they_chose(desk: Opener, qtbot: QtBot) -> None:
    _, panel = desk()
    wanted: list[str] = []
    panel.finding_wanted.connect(lambda f: wanted.append(f.text))

    for by in (1, 1, -1, -1, 1):
        panel.step(by)

    assert wanted == [SLIP, "назарында", SLIP, "сапармен", SLIP]


def test_after_the_chosen_finding_is_mended_the_next_one_follows(desk: Opener, qtbot: QtBot) -> None:
    bridge, panel = desk()
    panel.step(1)
    following = panel.model.rows[1].text
    bridge.put("programme[0].topics[1].kk", "ғылыми-техникалық", typing=False)
    qtbot.waitUntil(lambda: not bridge.busy, timeout=5000)

    with qtbot.waitSignal(panel.finding_wanted) as wanted:
        panel.step(1)
    assert wanted.args[0].text == following


def test_choosing_from_the_page_moves_the_row_and_says_nothing(desk: Opener, qtbot: QtBot) -> None:
    _, panel = desk()

    with qtbot.assertNotEmitted(panel.finding_wanted):
        panel.select(panel.model.rows[2])

    assert panel.current is panel.model.rows[2]


def test_a_click_on_a_row_wants_its_words_once_and_again_on_the_next_click(desk: Opener, qtbot: QtBot) -> None:
    _, panel = desk()
    wanted: list[str] = []
    panel.finding_wanted.connect(lambda f: wanted.append(f.text))
    where = panel.list.visualRect(panel.model.index(1)).center()

    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert wanted == ["назарында"]
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert wanted == ["назарында", "назарында"]


def test_enter_opens_the_field_and_alt_enter_the_popover(desk: Opener, qtbot: QtBot) -> None:
    _, panel = desk()
    panel.step(1)

    with qtbot.waitSignal(panel.field_wanted) as wanted:
        press(panel.list, Qt.Key.Key_Return)
    assert wanted.args == ["programme[0].topics[1]", "kk"]
    with qtbot.waitSignal(panel.field_wanted):
        press(panel.list, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(panel.popover_wanted) as asked:
        press(panel.list, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert asked.args[0].text == SLIP


def test_words_of_the_template_have_no_field_to_open(desk: Opener, qtbot: QtBot) -> None:
    _, panel = desk()
    panel.select(panel.model.rows[1])

    with qtbot.assertNotEmitted(panel.field_wanted):
        press(panel.list, Qt.Key.Key_Return)


def test_a_row_set_aside_stays_struck_through_until_one_leaves_it(desk: Opener, qtbot: QtBot) -> None:
    bridge, panel = desk()
    panel.step(1)

    press(panel.list, Qt.Key.Key_Delete)

    assert bridge.draft.ignored
    assert texts(panel)[0] == SLIP
    assert panel.model.data(panel.model.index(0), Role.ASIDE) is True
    assert panel.model.counts()[Severity.ERROR] == 0
    panel.step(1)
    qtbot.waitUntil(lambda: SLIP not in texts(panel))
    assert panel.current is not None
    assert panel.current.text == "назарында"


def test_the_chosen_row_stays_chosen_when_the_text_is_checked_again(desk: Opener, qtbot: QtBot) -> None:
    bridge, panel = desk()
    panel.select(panel.model.rows[2])

    with qtbot.assertNotEmitted(panel.finding_wanted):
        bridge.put("programme[0].topics[1].kk", "ғылыми-техникалық")
        qtbot.waitUntil(lambda: not bridge.busy, timeout=5000)

    assert SLIP not in texts(panel)
    assert panel.current is not None
    assert panel.current.text == "туризм"


def test_rows_and_height_stay_while_another_word_of_their_paragraph_is_typed(desk: Opener, qtbot: QtBot) -> None:
    bridge, panel = desk()
    before, height = texts(panel), panel.height()
    seen: list[tuple[list[str], int]] = []
    bridge.release_ready.connect(lambda language, _: seen.append((texts(panel), panel.height())))

    bridge.put("people[1].family.kk", "Аружан")
    qtbot.waitUntil(lambda: not bridge.busy, timeout=5000)

    assert seen
    assert all(then == (before, height) for then in seen)


# --- switches and folding --------------------------------------------------------------------------------------------


def test_switching_a_severity_off_hides_its_rows_and_keeps_its_number(desk: Opener) -> None:
    _, panel = desk()
    count = panel.head.counts[Severity.HINT]
    assert count.text().strip() == "2 кеңес"

    count.click()
    assert texts(panel) == [SLIP, "назарында", "сапармен"]
    assert count.isVisible()

    count.click()
    assert len(texts(panel)) == 5


def test_hiding_everything_says_that_nothing_of_this_kind_is_there(desk: Opener) -> None:
    _, panel = desk()

    for count in panel.head.counts.values():
        if count.isVisible():
            count.click()

    assert texts(panel) == []
    assert panel.head.state.text() == "Таңдалған түрде ескертпе жоқ."


def test_numbers_are_plurals_in_russian(desk: Opener) -> None:
    _, panel = desk(language="ru")
    panel._bridge.show_language("kk")

    assert panel.head.counts[Severity.HINT].text().strip() == "2 совета"
    assert panel.head.counts[Severity.ERROR].text().strip() == "1 ошибка"


@pytest.mark.parametrize("width", [560, 480, 420, 340])
def test_in_a_narrow_window_numbers_stand_without_words_and_no_button_is_cut(
    desk: Opener, width: int, qtbot: QtBot
) -> None:
    _, panel = desk()
    panel.resize(900, panel.height())
    panel.head.set_fixes(12)
    assert panel.head.counts[Severity.HINT].text().strip() == "2 кеңес"

    panel.resize(width, panel.height())

    def cut() -> list[str]:
        shown = [b for b in panel.head.findChildren(QPushButton) if b.isVisible()]
        return [b.text() for b in shown if b.width() < b.sizeHint().width()]

    qtbot.waitUntil(lambda: cut() == [], timeout=2000)
    assert panel.head.counts[Severity.HINT].text().strip() == "2"
    assert panel.head.fix.isVisible()


def test_folding_leaves_one_line_with_the_numbers(desk: Opener, qtbot: QtBot) -> None:
    _, panel = desk()
    tall = panel.height()

    with qtbot.waitSignal(panel.collapsed_changed):
        panel.set_collapsed(True)

    assert panel.height() == 39 < tall
    assert not panel.list.isVisible()
    assert panel.head.counts[Severity.ERROR].isVisible()
    panel.set_collapsed(False)
    assert panel.height() == tall


def test_f8_works_while_the_list_is_folded(desk: Opener, qtbot: QtBot) -> None:
    _, panel = desk()
    panel.set_collapsed(True)

    with qtbot.waitSignal(panel.finding_wanted):
        panel.step(1)


# --- states ----------------------------------------------------------------------------------------------------------


def test_a_clean_text_says_that_nothing_is_to_mend(desk: Opener) -> None:
    _, panel = desk(CLEAN)

    assert panel.head.state.text() == "Ескертпе жоқ."
    assert not panel.list.isVisible()


def test_a_text_that_nobody_checked_is_not_called_clean(desk: Opener) -> None:
    _, panel = desk(None)

    assert panel.head.state.text() == "Мәтін әлі тексерілген жоқ."


def test_a_checker_that_is_away_has_a_banner_with_its_mend_and_no_word_of_a_clean_text(
    desk: Opener, qtbot: QtBot
) -> None:
    gone = ProoferUnavailable("LanguageTool", "its files are missing", "Run `pressdesk setup`.")
    _, panel = desk(Pencil(away=gone), "ru")

    banner = panel.notices.shown[0]
    assert "Проверка русского не установлена." in banner.accessibleName()
    assert panel.head.state.text() == ""
    with qtbot.waitSignal(panel.mend_wanted) as wanted:
        qtbot.mouseClick(banner.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert wanted.args == [gone]


def test_a_checker_that_stopped_can_be_asked_again(desk: Opener, qtbot: QtBot) -> None:
    gone = ProoferUnavailable("LanguageTool", "it stopped in the middle of its work", "Check again.")
    bridge, panel = desk(Pencil(away=gone), "ru")
    checker = bridge.checker
    assert isinstance(checker, Pencil)
    checker.away = None

    qtbot.mouseClick(panel.notices.shown[0].button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not bridge.busy, timeout=5000)

    assert panel.notices.shown == []
    assert panel.head.state.text() == "Замечаний нет."


def test_the_banner_speaks_of_the_text_on_the_page_alone(desk: Opener) -> None:
    class Half(Pencil):
        def proof(self, draft, release, ui_language):  # type: ignore[no-untyped-def]
            self.away = gone if release.language == "ru" else None
            return super().proof(draft, release, ui_language)

    gone = ProoferUnavailable("LanguageTool", "x", "Run `pressdesk setup`.")
    bridge, panel = desk(Half())

    assert panel.notices.shown == []
    bridge.show_language("ru")
    assert [n.notice for n in panel.notices.shown] == [gone]
    bridge.show_language("kk")
    assert panel.notices.shown == []


def test_only_a_check_that_takes_its_time_is_spoken_of(desk: Opener, qtbot: QtBot) -> None:
    bridge, panel = desk(CLEAN)
    checker = bridge.checker
    assert isinstance(checker, Pencil)
    said: list[str] = []
    checker.before = lambda: time.sleep(0.15)

    bridge.recheck()
    qtbot.wait(100)
    said.append(panel.head.state.text())
    qtbot.waitUntil(lambda: panel.head.state.text() == "Тексеріліп жатыр…", timeout=3000)
    qtbot.waitUntil(lambda: panel.head.state.text() == "Ескертпе жоқ.", timeout=5000)

    assert said == ["Ескертпе жоқ."]


def test_a_change_of_numbers_is_told_to_a_screen_reader_and_a_recheck_without_change_is_not(
    desk: Opener, qtbot: QtBot
) -> None:
    bridge, panel = desk()
    said: list[str] = []
    panel.announced.connect(said.append)

    bridge.recheck()
    qtbot.waitUntil(lambda: not bridge.busy, timeout=5000)
    assert said == []

    bridge.put("programme[0].topics[1].kk", "ғылыми-техникалық")
    qtbot.waitUntil(lambda: not bridge.busy, timeout=5000)
    assert said[-1] == "1 ескерту, 2 кеңес, 1 реңк"


def test_every_button_has_a_name(desk: Opener) -> None:
    _, panel = desk()

    for found in panel.findChildren(QPushButton):
        assert found.accessibleName() or found.text()
    assert panel.list.accessibleName() == "Ескертпелер"
