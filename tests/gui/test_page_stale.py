"""Facts in a rewritten paragraph, the list after an @, and what a stale block offers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from tests.gui.conftest import BridgeMaker, press, type_text
from tests.gui.rewriting_page import (
    MET,
    Opener,
    at_end,
    field,
    index_of,
    opened,
    opener,
    rest,
    select_all_and_type,
    shown,
)

from pressdesk.app.amending import STALE
from pressdesk.gui.bridge import Bridge
from pressdesk.gui.page.view import PageView
from pressdesk.model.findings import Finding

pytestmark = pytest.mark.slow


@pytest.fixture
def desk(make_bridge: BridgeMaker, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Opener:
    return opener(make_bridge, qtbot, monkeypatch)


# --- facts in it -----------------------------------------------------------------------------------------------------


def test_a_name_left_alone_follows_the_form_and_one_whose_letters_changed_does_not(desk: Opener, qtbot: QtBot) -> None:
    bridge, view = desk()
    index = next(i for i, p in enumerate(bridge.draft.facts.people) if p.id == "mayor")
    text = opened(view)
    at_end(text)
    type_text(text, " Тағы.")
    press(text, Qt.Key.Key_Return)

    bridge.put(f"people[{index}].family.kk", "Дуарт")
    rest(qtbot, bridge)
    assert "Мартинью Дуартпен кездесуде" in shown(view, MET)

    text = opened(view)
    cursor = text.textCursor()
    cursor.setPosition(text.writing.text.index("Дуарт") + 2)
    text.setTextCursor(cursor)
    type_text(text, "о")
    press(text, Qt.Key.Key_Return)
    bridge.put(f"people[{index}].family.kk", "Салдана")
    rest(qtbot, bridge)

    assert "Дуоарт" in shown(view, MET)


def test_letters_after_an_at_sign_list_facts_and_enter_puts_one_in_and_lists_its_forms(desk: Opener) -> None:
    bridge, view = desk()
    text = opened(view)
    at_end(text)

    type_text(text, " Содан @Инеш")
    assert text.facts_listed is not None
    press(text, Qt.Key.Key_Return)
    forms = text.facts_listed
    assert forms is not None
    assert forms.forms
    press(text, Qt.Key.Key_Down)
    press(text, Qt.Key.Key_Return)
    assert text.facts_listed is None
    type_text(text, " сөзі.")
    press(text, Qt.Key.Key_Return)

    amendment = bridge.draft.amendments[0]
    assert amendment.text.endswith(" Содан Инеш Коррейяның сөзі.")
    assert [(p.text, p.features) for p in amendment.pieces if p.fact][-1] == ("Инеш Коррейяның", "GEN")


def test_escape_closes_the_list_first_and_no_such_name_has_none(desk: Opener) -> None:
    _, view = desk()
    text = opened(view)
    at_end(text)
    type_text(text, " @Инеш")

    press(text, Qt.Key.Key_Escape)
    assert text.facts_listed is None
    assert view.rewriting.sheet is not None
    type_text(text, "ххх")
    assert text.facts_listed is None


def test_an_ending_typed_after_a_name_is_written_as_the_grammar_has_it(desk: Opener) -> None:
    bridge, view = desk()
    text = opened(view)
    select_all_and_type(text, "Біз @Инеш")
    press(text, Qt.Key.Key_Return)  # the name
    type_text(text, "ға хат жаздық.")
    press(text, Qt.Key.Key_Return)

    assert bridge.draft.amendments[0].text == "Біз Инеш Коррейяға хат жаздық."
    assert [p.features for p in bridge.draft.amendments[0].pieces if p.fact] == ["DAT"]


def test_a_name_and_an_ending_typed_at_once_offer_that_case(desk: Opener) -> None:
    bridge, view = desk()
    text = opened(view)
    select_all_and_type(text, "Біз @Коррейямен")
    assert text.facts_listed is not None
    press(text, Qt.Key.Key_Tab)
    press(text, Qt.Key.Key_Return)

    assert bridge.draft.amendments[0].text == "Біз Инеш Коррейямен"


def test_the_field_s_own_undo_brings_a_fact_back(desk: Opener) -> None:
    _, view = desk()
    text = opened(view)
    before = len(text.writing.facts)
    cursor = text.textCursor()
    cursor.setPosition(3)
    text.setTextCursor(cursor)
    type_text(text, "х")
    assert len(text.writing.facts) == before - 1

    text.undo()

    assert len(text.writing.facts) == before


# --- stale -----------------------------------------------------------------------------------------------------------


def stale_desk(desk: Opener, qtbot: QtBot) -> tuple[Bridge, PageView, Finding]:
    bridge, view = desk()
    select_all_and_type(opened(view, "lead"), "Сапар 21 сәуірде өтті.")
    view.rewriting.finish()
    rest(qtbot, bridge)
    date = bridge.draft.facts.event.date
    assert date is not None
    bridge.put("event.date", date.replace(day=28))
    rest(qtbot, bridge)
    found = next(f for f in view.paper.findings if f.rule == STALE)
    view._open(view.columns[0], found, by_key=True)
    return bridge, view, found


def test_a_stale_block_is_marked_and_its_popover_shows_both_texts(desk: Opener, qtbot: QtBot) -> None:
    _, view, found = stale_desk(desk, qtbot)

    assert view.paper.marks.hands == [(index_of(view, "lead"), True)]
    assert found.text == "21"
    labels = " ".join(label.text() for label in view.popover.findChildren(type(view._length)))
    assert "Сіздің мәтініңіз" in labels
    assert "Жаңа мәтін" in labels
    buttons = [b.text() for b in view.popover.findChildren(QPushButton)]
    assert buttons[:3] == ["Жаңасын алу", "Өзімдікін қалдыру", "Түзету"]


def test_the_new_text_can_be_taken_and_that_can_be_undone(desk: Opener, qtbot: QtBot) -> None:
    bridge, view, _ = stale_desk(desk, qtbot)

    press(view.popover, Qt.Key.Key_Return)
    rest(qtbot, bridge)
    assert bridge.draft.amendments == ()
    assert "28 сәуірде" in shown(view, "lead")
    assert view.paper.marks.hands == []

    bridge.undo()
    rest(qtbot, bridge)
    assert shown(view, "lead") == "Сапар 21 сәуірде өтті."


def test_one_s_own_text_can_be_kept_and_is_stale_no_more(desk: Opener, qtbot: QtBot) -> None:
    bridge, view, _ = stale_desk(desk, qtbot)

    press(view.popover, Qt.Key.Key_Down)
    press(view.popover, Qt.Key.Key_Return)
    rest(qtbot, bridge)

    assert shown(view, "lead") == "Сапар 21 сәуірде өтті."
    assert view.paper.marks.hands == [(index_of(view, "lead"), False)]
    assert view.paper.findings == ()


def test_or_it_can_be_edited(desk: Opener, qtbot: QtBot) -> None:
    bridge, view, _ = stale_desk(desk, qtbot)

    for _ in range(2):
        press(view.popover, Qt.Key.Key_Down)
    press(view.popover, Qt.Key.Key_Return)

    text = field(view)
    assert not view.popover.isVisible()
    select_all_and_type(text, "Сапар 28 сәуірде өтті.")
    press(text, Qt.Key.Key_Return)
    rest(qtbot, bridge)
    assert shown(view, "lead") == "Сапар 28 сәуірде өтті."
    assert view.paper.findings == ()


def test_looking_at_a_stale_block_does_not_make_it_good(desk: Opener, qtbot: QtBot) -> None:
    bridge, view, _ = stale_desk(desk, qtbot)
    before = bridge.draft

    press(opened(view, "lead"), Qt.Key.Key_Return)

    assert bridge.draft is before
    assert view.paper.marks.hands == [(index_of(view, "lead"), True)]
