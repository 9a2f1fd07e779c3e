"""The text pane on a real desk: tabs, two languages, the popover, and what is told to whom."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.conftest import BridgeMaker, press
from tests.gui.page_samples import Pencil, slip

from pressdesk.app.own_words import OwnWords
from pressdesk.app.samples import sample
from pressdesk.gui.bridge import Bridge
from pressdesk.gui.page.tabs import LanguageTabs
from pressdesk.gui.page.view import PageView
from pressdesk.model.draft import Draft
from pressdesk.model.facts import Facts
from pressdesk.model.findings import Finding, Severity

SLIP = "гылыми-техникалық"
PENCIL = Pencil(
    (SLIP, Severity.ERROR, ("ғылыми-техникалық", "ғылыми")),
    ("жұмыс сапар", Severity.NUANCE, ("сапар",)),
    ("туризм", Severity.HINT, ()),
)
Opener = Callable[..., tuple[Bridge, PageView]]


@pytest.fixture
def desk(make_bridge: BridgeMaker, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Opener:
    """`desk(draft, language, checker, size)`: a pane in a window, its texts rendered and checked."""
    kept: list[QWidget] = []  # qtbot alone would let the window go
    monkeypatch.setattr("pressdesk.gui.bridge.RENDER_QUIET", 0)
    monkeypatch.setattr("pressdesk.gui.bridge.PROOF_QUIET", 0)

    def open_pane(
        draft: Draft | None = None, language: str = "kk", checker: Pencil = PENCIL, size: tuple[int, int] = (700, 700)
    ) -> tuple[Bridge, PageView]:
        bridge = make_bridge(draft or slip(), language, checker)
        window = QWidget()
        qtbot.addWidget(window)
        kept.append(window)
        view = PageView(bridge)
        layout = QVBoxLayout(window)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(view)
        window.resize(*size)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        bridge.start()
        qtbot.waitUntil(lambda: not bridge.busy, timeout=20_000)
        return bridge, view

    return open_pane


def the_slip(view: PageView) -> Finding:
    return next(f for f in view.paper.findings if f.text == SLIP)


# --- tabs ------------------------------------------------------------------------------------------------------------


def test_the_number_at_a_tab_counts_what_blocks_that_language(desk: Opener) -> None:
    _, view = desk()

    tabs = view.columns[0].tabs
    assert tabs.languages == ("kk", "ru", "en", "pt")
    assert tabs.number("kk") == 1
    assert tabs.number("ru") == 0
    assert tabs.accessibleTabName(0) == "Қазақша, 1 кедергі"


def test_a_missing_fact_counts_once_however_often_the_text_asks_for_it(desk: Opener) -> None:
    bridge, view = desk(Draft(facts=Facts(type="working_visit", languages=("kk", "ru"))), checker=Pencil())

    gaps = {gap.field for gap in bridge.releases["kk"].gaps}
    assert gaps
    assert view.columns[0].tabs.number("kk") == len(gaps)


def test_only_the_draft_s_languages_have_tabs(desk: Opener) -> None:
    draft = sample("guimaraes")
    bridge, view = desk(draft)

    bridge.put("languages", ("kk", "pt"), typing=False)

    assert view.columns[0].tabs.languages == ("kk", "pt")


def test_choosing_a_tab_shows_that_language(desk: Opener, qtbot: QtBot) -> None:
    bridge, view = desk()
    tabs = view.columns[0].tabs
    assert isinstance(tabs, LanguageTabs)

    with qtbot.waitSignal(bridge.language_changed):
        tabs.setFocus()
        press(tabs, Qt.Key.Key_Right)

    assert view.paper.release is bridge.releases["ru"]
    assert view.paper.accessibleName() == "Релиз мәтіні: Русский"


def test_languages_go_round_by_key(desk: Opener) -> None:
    bridge, view = desk()

    view.step_language(-1)
    assert bridge.language == "pt"
    view.step_language(1)
    assert bridge.language == "kk"


def test_the_length_is_told_in_the_window_s_language(desk: Opener) -> None:
    _, view = desk(language="ru")

    words = len([w for w in view.paper.toPlainText().split() if any(map(str.isalnum, w))])
    assert view._length.text().endswith("3 мин чтения")
    assert abs(int(view._length.text().split()[0]) - words) < 12


@pytest.mark.parametrize("width", [320, 420, 531, 700])
def test_the_tabs_are_never_cut_for_the_length(desk: Opener, width: int) -> None:
    _, view = desk(size=(width, 500))

    tabs = view.columns[0].tabs
    assert tabs.tabRect(tabs.count() - 1).right() < tabs.width()
    assert tabs.tabText(0) == ("kk" if width == 320 else "Қазақша")
    assert tabs.accessibleTabName(0).startswith("Қазақша")
    assert view._length.isVisible() == (width == 700)


# --- the field and its words -----------------------------------------------------------------------------------------


def test_the_focused_field_lights_up_and_stays_lit_while_its_words_change(desk: Opener, qtbot: QtBot) -> None:
    bridge, view = desk()
    bridge.focus_field("people[1].family.kk")
    assert [view.paper.release.blocks[t.block].text[t.span.start : t.span.end] for t in view.paper.marks.tints] == [  # type: ignore[union-attr]
        "Рикарду Араужумен"
    ]

    with qtbot.waitSignal(bridge.release_ready):
        bridge.put("people[1].family.kk", "Аружан")

    lit = view.paper.marks.tints
    assert [view.paper.release.blocks[t.block].text[t.span.start : t.span.end] for t in lit] == [  # type: ignore[union-attr]
        "Рикарду Аружанмен"
    ]


def test_words_of_a_country_lead_to_the_field_in_which_it_is_chosen(desk: Opener, qtbot: QtBot) -> None:
    _, view = desk()

    with qtbot.waitSignal(view.field_wanted) as wanted:
        view.paper.field_wanted.emit("countries[1].name")

    assert not wanted.args[0].startswith("countries")
    assert wanted.args[1] == "kk"


def test_words_that_no_field_asks_for_say_so(desk: Opener, qtbot: QtBot) -> None:
    _, view = desk()

    with qtbot.assertNotEmitted(view.field_wanted), qtbot.waitSignal(view.announced) as said:
        view.paper.field_wanted.emit("countries[99].name")
    assert said.args == ["Бұл дерек пішінде сұралмайды."]

    with qtbot.waitSignal(view.announced) as said:
        view.paper.formula_clicked.emit()
    assert said.args == ["Бұл – үлгінің сөздері: олардың өрісі жоқ."]
    assert view._toast.isVisible()


def test_arrows_on_the_page_are_read_out_with_their_field(desk: Opener, qtbot: QtBot) -> None:
    _, view = desk()

    with qtbot.waitSignal(view.announced) as said:
        press(view.paper, Qt.Key.Key_Right)

    assert said.args[0].startswith("Қазақстан, ")


# --- two languages ---------------------------------------------------------------------------------------------------


def test_two_languages_stand_side_by_side_where_each_has_room(desk: Opener, qtbot: QtBot) -> None:
    bridge, view = desk(size=(1000, 700))

    view.toggle_two()

    assert [c.language for c in view.columns] == ["kk", "ru"]
    assert view.columns[1].paper.release is bridge.releases["ru"]

    view.toggle_two()
    assert len(view.columns) == 1


def test_without_room_the_form_is_asked_to_make_way_and_the_pages_come_when_it_has(desk: Opener, qtbot: QtBot) -> None:
    _, view = desk(size=(700, 700))

    with qtbot.waitSignal(view.room_wanted) as wanted:
        view.toggle_two()
    assert wanted.args == [True]
    assert len(view.columns) == 1

    view.window().resize(1000, 700)
    assert len(view.columns) == 2

    with qtbot.waitSignal(view.room_wanted) as wanted:
        view.toggle_two()
    assert wanted.args == [False]


def test_the_two_pages_never_show_the_same_language(desk: Opener) -> None:
    bridge, view = desk(size=(1000, 700))
    view.toggle_two()

    bridge.show_language("ru")
    assert [c.language for c in view.columns] == ["ru", "kk"]

    view.columns[1].tabs.language_wanted.emit("ru")
    assert [c.language for c in view.columns] == ["kk", "ru"]

    view.columns[1].tabs.language_wanted.emit("en")
    assert [c.language for c in view.columns] == ["kk", "en"]


# --- the popover -----------------------------------------------------------------------------------------------------


def open_popover(view: PageView, *, by_key: bool) -> Finding:
    found = the_slip(view)
    view.paper.verticalScrollBar().setValue(300)
    (view.paper.popover_wanted if by_key else view.paper.finding_clicked).emit(found)
    assert view.popover.isVisible()
    return found


def button(view: PageView, name: str) -> QPushButton:
    return next(b for b in view.popover.findChildren(QPushButton) if name in (b.accessibleName(), b.text()))


def test_a_click_opens_the_popover_and_leaves_the_keyboard_in_its_field(desk: Opener) -> None:
    _, view = desk()
    field = QLineEdit(view.window())
    field.show()
    field.setFocus()

    open_popover(view, by_key=False)

    assert QApplication.focusWidget() is field


def test_a_key_takes_the_keyboard_there_and_escape_brings_it_back(desk: Opener) -> None:
    _, view = desk()
    view.paper.setFocus()

    open_popover(view, by_key=True)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert view.popover.isAncestorOf(focused)

    press(focused, Qt.Key.Key_Escape)
    assert not view.popover.isVisible()
    assert QApplication.focusWidget() is view.paper


def test_tab_goes_round_within_the_popover(desk: Opener) -> None:
    _, view = desk()
    open_popover(view, by_key=True)
    seen: list[str] = []

    for _ in range(9):
        focused = QApplication.focusWidget()
        assert focused is not None
        assert view.popover.isAncestorOf(focused)
        seen.append(focused.accessibleName() or focused.property("text"))
        press(focused, Qt.Key.Key_Tab)

    assert seen[:8] == [
        "«ғылыми-техникалық» деп түзету", "«ғылыми» деп түзету", "Неге?", "Өріске өту", "Сөздігіме қосу",
        "Осы жолы елемеу", "Тағы не істеуге болады", "Жабу",
    ]  # fmt: skip
    assert seen[8] == seen[0]


def test_one_click_on_a_suggestion_mends_the_fact_and_undo_takes_it_back(desk: Opener, qtbot: QtBot) -> None:
    bridge, view = desk()
    open_popover(view, by_key=False)

    qtbot.mouseClick(button(view, "«ғылыми-техникалық» деп түзету"), Qt.MouseButton.LeftButton)

    assert bridge.draft.facts.programme[0].topics[1]["kk"] == "ғылыми-техникалық"  # type: ignore[index]
    assert not view.popover.isVisible()
    qtbot.waitUntil(lambda: SLIP not in view.paper.toPlainText(), timeout=5000)
    assert SLIP not in [f.text for f in view.paper.findings]

    bridge.undo()
    assert bridge.draft.facts.programme[0].topics[1]["kk"] == SLIP  # type: ignore[index]


def test_down_and_enter_apply_the_second_suggestion(desk: Opener) -> None:
    bridge, view = desk()
    open_popover(view, by_key=True)

    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        focused = QApplication.focusWidget()
        assert focused is not None
        press(focused, key)

    assert bridge.draft.facts.programme[0].topics[1]["kk"] == "ғылыми"  # type: ignore[index]


def test_a_suggestion_for_the_template_s_words_cannot_be_applied_and_the_reason_is_told(desk: Opener) -> None:
    _, view = desk()
    words = next(f for f in view.paper.findings if f.text == "жұмыс сапар")
    view.paper.verticalScrollBar().setValue(200)

    view.paper.finding_clicked.emit(words)

    assert not button(view, "«сапар» деп түзету").isEnabled()
    assert view._bridge.ui.say("popover.from_formula") in view.popover._reason(words)


def test_the_popover_leads_to_the_field(desk: Opener, qtbot: QtBot) -> None:
    _, view = desk()
    open_popover(view, by_key=True)
    focused = QApplication.focusWidget()
    assert focused is not None

    with qtbot.waitSignal(view.field_wanted) as wanted:
        press(focused, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)

    assert wanted.args == ["programme[0].topics[1]", "kk"]
    assert not view.popover.isVisible()


def test_ignoring_a_finding_takes_its_line_away_at_once(desk: Opener) -> None:
    bridge, view = desk()
    found = open_popover(view, by_key=True)
    focused = QApplication.focusWidget()
    assert focused is not None

    press(focused, Qt.Key.Key_Delete)

    assert [aside.text for aside in bridge.draft.ignored] == [found.text]
    assert SLIP not in [f.text for f in view.paper.findings]
    assert view.columns[0].tabs.number("kk") == 0


def test_a_word_added_to_the_dictionary_is_right_at_once(desk: Opener) -> None:
    bridge, view = desk()
    open_popover(view, by_key=True)
    focused = QApplication.focusWidget()
    assert focused is not None

    press(focused, Qt.Key.Key_Insert)

    assert OwnWords(bridge.desk.places).words("kk") == (SLIP,)
    assert SLIP not in [f.text for f in view.paper.findings]


def test_the_popover_closes_when_its_words_are_no_more(desk: Opener, qtbot: QtBot) -> None:
    bridge, view = desk()
    open_popover(view, by_key=False)

    bridge.put("programme[0].topics[1]", {"kk": "ғылым"}, typing=False)

    qtbot.waitUntil(lambda: not view.popover.isVisible(), timeout=5000)


def test_a_finding_of_a_version_that_is_not_shown_sets_off_no_letters_here(desk: Opener) -> None:
    bridge, view = desk()
    slip_here = the_slip(view)
    view.show_finding(slip_here)
    assert view.paper.marks.active is not None

    bridge.show_language("ru")
    view.show_finding(slip_here)

    assert view.paper.marks.active is None


@pytest.mark.parametrize("size", [(700, 700), (500, 460), (420, 360)])
def test_the_popover_keeps_within_its_window_and_off_its_words(desk: Opener, size: tuple[int, int]) -> None:
    many = Pencil((SLIP, Severity.ERROR, tuple(f"ғылыми-{n}" for n in range(9))))
    _, view = desk(checker=many, size=size)
    view.show_finding(the_slip(view), popover=True)
    QTest.qWait(300)

    words = view.paper.words_box(the_slip(view))
    assert words is not None
    words.translate(view.paper.viewport().mapTo(view.window(), QPoint(0, 0)))
    assert view.popover.isVisible()
    assert view.window().rect().contains(view.popover.geometry())
    assert not view.popover.geometry().intersects(words)


def test_the_popover_goes_with_its_words_and_leaves_with_them(desk: Opener) -> None:
    _, view = desk()
    open_popover(view, by_key=False)
    before = view.popover.y()

    bar = view.paper.verticalScrollBar()
    bar.setValue(bar.value() - 20)
    assert view.popover.y() == before + 20

    bar.setValue(bar.maximum())
    assert not view.popover.isVisible()


def test_every_button_of_pane_and_popover_has_a_name(desk: Opener) -> None:
    _, view = desk()
    open_popover(view, by_key=False)

    for found in view.window().findChildren(QPushButton):
        assert found.accessibleName() or found.text(), found
    assert view.popover.accessibleName().startswith("Қате: ")
