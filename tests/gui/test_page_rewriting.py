"""Rewriting a paragraph on the page: the gestures, and that nothing written is lost by accident."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot
from tests.gui.conftest import BridgeMaker, WindowMaker, press, settled, type_text
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

from pressdesk.app.samples import sample
from pressdesk.gui.page.geometry import box_of, stretches
from pressdesk.gui.page.view import PageView
from pressdesk.model import paths
from pressdesk.text.spans import Span


@pytest.fixture
def desk(make_bridge: BridgeMaker, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Opener:
    return opener(make_bridge, qtbot, monkeypatch)


def double_click(view: PageView, where: QPoint) -> None:
    at, target = QPointF(where), view.paper.viewport()
    kinds = (QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease)
    for kind in kinds:
        buttons = Qt.MouseButton.LeftButton if kind is kinds[0] else Qt.MouseButton.NoButton
        event = QMouseEvent(
            kind, at, target.mapToGlobal(at), Qt.MouseButton.LeftButton, buttons, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(target, event)


# --- gestures --------------------------------------------------------------------------------------------------------


def test_a_double_click_opens_the_paragraph_in_its_place_with_its_facts_tinted(desk: Opener) -> None:
    bridge, view = desk()
    index = index_of(view, MET)
    line = next(stretches(view.paper.sheet, index, Span(0, 4)))
    down = view.paper.verticalScrollBar().value()

    double_click(view, QPoint(round(line.left) + 5, round(line.baseline) - 4 - down))

    text = field(view)
    box = box_of(view.paper.sheet, index)
    assert box is not None
    assert text.hasFocus()
    assert text.writing.text == bridge.releases["kk"].blocks[index].text
    assert "Мартинью Салданамен" in [f.piece.text for f in text.writing.facts]
    assert len(text.extraSelections()) == len(text.writing.facts)
    where = text.mapTo(view.paper.viewport(), QPoint(0, 0)).y()
    assert abs(where - (box.top() - view.paper.verticalScrollBar().value())) < 6
    assert bridge.desk.undo_step is None  # looking is not writing


def test_a_double_click_beside_the_paper_s_words_opens_nothing(desk: Opener) -> None:
    _, view = desk()

    double_click(view, QPoint(5, view.paper.viewport().height() - 2))
    double_click(view, QPoint(5, 2))
    box = box_of(view.paper.sheet, index_of(view, MET))
    assert box is not None
    double_click(view, QPoint(box.left() - 40, box.center().y() - view.paper.verticalScrollBar().value()))

    assert view.rewriting.sheet is None


def test_what_is_typed_is_in_the_text_at_once_and_enter_keeps_it_as_one_step(desk: Opener, qtbot: QtBot) -> None:
    bridge, view = desk()
    text = opened(view)
    at_end(text)

    type_text(text, " Жаңа сөз.")
    rest(qtbot, bridge)
    assert shown(view, MET).endswith(" Жаңа сөз.")

    press(text, Qt.Key.Key_Return)
    assert view.rewriting.sheet is None
    assert view.paper.hasFocus()
    bridge.undo()
    rest(qtbot, bridge)
    assert bridge.draft.amendments == ()
    assert not shown(view, MET).endswith(" Жаңа сөз.")


def test_escape_takes_it_back_and_redo_brings_it_again(desk: Opener, qtbot: QtBot) -> None:
    bridge, view = desk()
    text = opened(view)
    at_end(text)
    type_text(text, " Жаңа сөз.")

    press(text, Qt.Key.Key_Escape)
    assert view.rewriting.sheet is None
    assert bridge.draft.amendments == ()

    bridge.redo()
    rest(qtbot, bridge)
    assert shown(view, MET).endswith(" Жаңа сөз.")


def test_escape_without_a_letter_typed_undoes_nothing_else(desk: Opener) -> None:
    bridge, view = desk()
    bridge.put("event.place.name.kk", "Порту")

    press(opened(view), Qt.Key.Key_Escape)

    assert bridge.draft.facts.event.place.name["kk"] == "Порту"


def test_going_elsewhere_keeps_what_is_written(desk: Opener, qtbot: QtBot) -> None:
    bridge, view = desk()
    text = opened(view)
    at_end(text)
    type_text(text, " Тағы.")

    view.window().findChild(QLineEdit).setFocus()

    qtbot.waitUntil(lambda: view.rewriting.sheet is None)
    assert bridge.draft.amendments[0].text.endswith(" Тағы.")


def test_another_language_keeps_it_too(desk: Opener) -> None:
    bridge, view = desk()
    select_all_and_type(opened(view), "Басқаша.")

    bridge.show_language("ru")

    assert view.rewriting.sheet is None
    assert [(a.language, a.text) for a in bridge.draft.amendments] == [("kk", "Басқаша.")]


def test_undo_beneath_the_field_closes_it_without_writing_over_it(desk: Opener) -> None:
    bridge, view = desk()
    select_all_and_type(opened(view), "Басқаша.")

    bridge.undo()

    assert view.rewriting.sheet is None
    assert bridge.draft.amendments == ()


def test_an_emptied_paragraph_says_the_generated_text_again(desk: Opener, qtbot: QtBot) -> None:
    bridge, view = desk()
    before = shown(view, MET)
    text = opened(view)
    text.selectAll()
    press(text, Qt.Key.Key_Delete)
    press(text, Qt.Key.Key_Return)

    rest(qtbot, bridge)
    assert bridge.draft.amendments == ()
    assert shown(view, MET) == before


def test_a_pasted_page_becomes_one_line(desk: Opener) -> None:
    bridge, view = desk()
    text = opened(view)
    text.selectAll()
    QApplication.clipboard().setText("Бірінші жол\nекінші жол")
    text.paste()
    press(text, Qt.Key.Key_Return)

    assert bridge.draft.amendments[0].text == "Бірінші жол екінші жол"


def test_the_menu_offers_both_ways(desk: Opener, qtbot: QtBot) -> None:
    bridge, view = desk()
    select_all_and_type(opened(view), "Басқаша.")
    view.rewriting.finish()
    rest(qtbot, bridge)
    box = box_of(view.paper.sheet, index_of(view, MET))
    assert box is not None
    menu = QMenu(view)

    where = box.center() - QPoint(0, view.paper.verticalScrollBar().value())
    view.rewriting.offer(menu, view.columns[0], where)
    assert [a.text() for a in menu.actions()] == ["Абзацты қолмен жазу", "Бастапқы мәтінге қайту"]
    menu.actions()[1].trigger()

    assert bridge.draft.amendments == ()


def test_the_button_brings_the_generated_text_back_and_is_not_there_where_nothing_was_rewritten(
    desk: Opener, qtbot: QtBot
) -> None:
    bridge, view = desk()
    opened(view)
    sheet = view.rewriting.sheet
    assert sheet is not None
    assert not sheet.reset.isVisible()
    select_all_and_type(sheet.text, "Басқаша.")
    view.rewriting.finish()
    rest(qtbot, bridge)

    opened(view)
    sheet = view.rewriting.sheet
    assert sheet is not None
    assert sheet.reset.isVisible()
    sheet.reset.click()

    assert view.rewriting.sheet is None
    assert bridge.draft.amendments == ()


@pytest.mark.parametrize(("name", "block"), [("salvania-water", "quote-1"), ("salvania-papers", "list_item-2")])
def test_quotations_and_list_items_can_be_rewritten_and_stay_what_they_are(
    desk: Opener, qtbot: QtBot, name: str, block: str
) -> None:
    bridge, view = desk(sample(name))
    kind = bridge.releases["kk"].blocks[index_of(view, block)].kind

    select_all_and_type(opened(view, block), "«Су – ортақ»")
    view.rewriting.finish()
    rest(qtbot, bridge)

    assert shown(view, block) == "«Су – ортақ»"
    assert bridge.releases["kk"].blocks[index_of(view, block)].kind is kind


def test_in_two_languages_side_by_side_each_page_can_be_written_on(desk: Opener, qtbot: QtBot) -> None:
    bridge, view = desk(size=(1100, 700))
    view.set_two(True)
    assert [c.language for c in view.columns] == ["kk", "ru"]

    view.rewriting.open(view.columns[1], 0)
    select_all_and_type(field(view), "Визит")
    view.set_two(False)

    assert view.rewriting.sheet is None
    assert [(a.language, a.text) for a in bridge.draft.amendments] == [("ru", "Визит")]
    rest(qtbot, bridge)


@pytest.mark.parametrize("size", [(700, 700), (440, 300)])
def test_the_field_stays_within_the_page_and_its_words_are_not_cut(
    desk: Opener, qtbot: QtBot, size: tuple[int, int]
) -> None:
    bridge, view = desk(size=size)
    at_end(opened(view, "lead"))
    type_text(field(view), " Тағы бір сөйлем.")
    view.rewriting.finish()
    rest(qtbot, bridge)
    opened(view, "lead")

    sheet = view.rewriting.sheet
    assert sheet is not None
    assert view.paper.viewport().rect().contains(sheet.geometry())
    text = sheet.text
    fits = text.document().size().height() <= text.viewport().height() + 1
    assert fits or text.verticalScrollBar().isVisible()
    assert text.document().size().width() <= text.viewport().width() + 1
    for button in (sheet.reset, sheet.cancel, sheet.done):
        assert button.width() >= button.sizeHint().width()
        assert sheet.rect().contains(button.geometry().translated(button.parentWidget().pos()))


# --- in the window ---------------------------------------------------------------------------------------------------


def test_ctrl_r_opens_the_paragraph_of_the_focused_field(make_window: WindowMaker, qtbot: QtBot) -> None:
    window = make_window()
    window.bring_sample("vila-serena")
    settled(qtbot, window)
    assert window.desk_view is not None
    assert window.bridge is not None
    window.desk_view.open_field("programme[0].topics", "kk")
    qtbot.waitUntil(lambda: bool(window.desk_view and window.desk_view.page.paper.marks.tints))

    window.run("rewrite")

    page = window.desk_view.page
    release = page.paper.release
    assert release is not None
    assert field(page).writing.text == release.blocks[index_of(page, MET)].text
    select_all_and_type(field(page), "Басқаша.")
    assert paths.get(window.bridge.draft.facts, "programme[0].topics[0]") is not None
    assert [a.text for a in window.bridge.draft.amendments] == ["Басқаша."]
