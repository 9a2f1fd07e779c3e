"""What is done about a finding of any text: in its order with what is typed, by the keys that the menu names."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from tests.gui.conftest import press, type_text

from pressdesk.app.own_words import OwnWords
from pressdesk.app.places import Places
from pressdesk.app.proofing import Proofing
from pressdesk.app.style_file import switched_off
from pressdesk.gui.findings.choices import HERE, RULE, WORD
from pressdesk.gui.main_window import MainWindow
from pressdesk.gui.proof import checking
from pressdesk.gui.proof import view as view_module
from pressdesk.gui.proof.view import ProofView

pytestmark = pytest.mark.slow

TEXT = "Елші қалаға барды.\nОлар гылым саласындагы ынтымактастықты айтты."
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def checker(places: Places) -> Iterator[Proofing]:
    made = Proofing(places, "kk")
    yield made
    made.close()


@pytest.fixture
def window(make_window: Callable[..., MainWindow], checker: Proofing, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    monkeypatch.setattr(checking, "STYLE_QUIET", 20)
    monkeypatch.setattr(view_module, "QUIET", 20)
    return make_window(checker=checker)


@pytest.fixture
def view(window: MainWindow) -> ProofView:
    window.run("text")
    assert window.text.view is not None
    return window.text.view


def checked(qtbot: QtBot, view: ProofView) -> list[str]:
    """The words of the findings in the list, when the check is over."""
    lanes = view.checking
    assert lanes is not None
    qtbot.waitUntil(lambda: not (view._quiet.isActive() or lanes.busy or view._list.isActive()), timeout=20000)
    return [finding.text for _, finding in view.findings.model.rows]


def undo(view: ProofView) -> None:
    press(view.editor, Qt.Key.Key_Z, CONTROL, "\x1a")


# --- undo ------------------------------------------------------------------------------------------------------------


def test_undo_takes_back_words_and_deeds_in_their_order_and_redo_brings_them_again(
    window: MainWindow, view: ProofView, places: Places, qtbot: QtBot
) -> None:
    view.editor.insertPlainText(TEXT)
    assert checked(qtbot, view) == ["гылым", "саласындагы", "ынтымактастықты"]
    view.decide(WORD.id, *view.rows()[0])
    view.editor.moveCursor(QTextCursor.MoveOperation.End)
    type_text(view.editor, " Иә")
    view.decide(HERE.id, *view.rows()[0])
    view.decide(HERE.id, *view.rows()[0])

    def state() -> tuple[str, bool, int]:
        return view.editor.text(), bool(OwnWords(places).words("kk")), len(view.answers.asides)

    seen = [state()]
    for _ in range(5):
        undo(view)
        seen.append(state())
    assert seen == [
        (TEXT + " Иә", True, 2), (TEXT + " Иә", True, 1), (TEXT + " Иә", True, 0), (TEXT, True, 0), (TEXT, False, 0),
        ("", False, 0),
    ]  # fmt: skip
    again = []
    for _ in range(5):
        window.run("redo")
        again.append(state())
    assert again == seen[-2::-1]


def test_letters_typed_after_a_deed_are_not_taken_back_with_those_before_it(view: ProofView, qtbot: QtBot) -> None:
    type_text(view.editor, "Олар гылым")
    checked(qtbot, view)
    view.decide(HERE.id, *view.rows()[0])
    type_text(view.editor, "ды")
    undo(view)
    assert (view.editor.text(), len(view.answers.asides)) == ("Олар гылым", 1)


def test_a_deed_that_was_taken_back_is_gone_when_something_else_is_typed(view: ProofView, qtbot: QtBot) -> None:
    view.show_text(TEXT)
    checked(qtbot, view)
    view.decide(HERE.id, *view.rows()[0])
    undo(view)
    type_text(view.editor, "А")
    view.editor.redo()
    assert view.answers.asides == ()
    undo(view)
    assert view.editor.text() == TEXT


def test_a_deed_does_not_make_the_text_of_a_file_unsaved(view: ProofView, qtbot: QtBot) -> None:
    view.show_text(TEXT)
    checked(qtbot, view)
    view.decide(HERE.id, *view.rows()[0])
    assert not view.editor.document().isModified()
    undo(view)
    assert not view.editor.document().isModified()
    type_text(view.editor, "А")
    assert view.editor.document().isModified()


def test_the_language_that_was_said_of_a_paragraph_is_taken_back(view: ProofView) -> None:
    view.show_text(TEXT)
    view._choose(1, "ru")
    assert view.editor.chosen() == {1: "ru"}
    undo(view)
    assert view.editor.chosen() == {}


def test_a_rule_that_was_switched_off_holds_again_after_undo(
    window: MainWindow, view: ProofView, places: Places, qtbot: QtBot
) -> None:
    view.editor.insertPlainText('Олар "Жасыл астана" жобасын айтты.')
    before = checked(qtbot, view)
    number, finding = view.rows()[0]
    view.decide(RULE.id, number, finding)
    assert checked(qtbot, view) == []
    assert finding.rule not in window.banner.text, "it is named in words"
    undo(view)
    assert switched_off(places) == ()
    assert checked(qtbot, view) == before
    assert not window.banner.isVisible(), "there is nothing left to take back"


def test_the_notice_of_a_deed_goes_when_something_else_is_done(
    window: MainWindow, view: ProofView, qtbot: QtBot
) -> None:
    view.show_text(TEXT)
    checked(qtbot, view)
    view.decide(HERE.id, *view.rows()[0])
    assert window.banner.isVisible()
    type_text(view.editor, "А")
    assert not window.banner.isVisible(), "its undo would take the letter back"


# --- keys ------------------------------------------------------------------------------------------------------------


def focused(view: ProofView) -> str:
    return "list" if view.findings.list.hasFocus() else "text" if view.editor.hasFocus() else ""


def current(view: ProofView) -> str:
    item = view.findings.model.item_at(view.findings.list.currentIndex())
    return item[1].text if isinstance(item, tuple) else ""


def test_after_f8_the_keys_of_the_menu_act_on_the_finding_and_no_letter_goes(
    window: MainWindow, view: ProofView, places: Places, qtbot: QtBot
) -> None:
    view.show_text(TEXT)
    checked(qtbot, view)
    window.run("finding_next")
    assert (focused(view), current(view)) == ("list", "гылым")
    press(view.findings.list, Qt.Key.Key_Delete)
    assert checked(qtbot, view) == ["саласындагы", "ынтымактастықты"]
    assert (view.editor.text(), focused(view), current(view)) == (TEXT, "list", "саласындагы")
    assert view.editor.selected is not None
    assert view.editor.selected[1].text == "саласындагы", "the text goes along"
    press(view.findings.list, Qt.Key.Key_Insert)
    assert (checked(qtbot, view), current(view)) == (["ынтымактастықты"], "ынтымактастықты")
    assert OwnWords(places).words("kk")
    press(view.findings.list, Qt.Key.Key_Delete, SHIFT)
    assert checked(qtbot, view) == []
    assert view.editor.text() == TEXT
    for _ in range(3):
        window.run("undo")
    assert checked(qtbot, view) == ["гылым", "саласындагы", "ынтымактастықты"]
    assert (focused(view), current(view)) == ("list", "гылым")


def test_in_the_text_del_deletes_a_letter_and_its_menu_names_no_such_key(
    window: MainWindow, view: ProofView, qtbot: QtBot
) -> None:
    view.show_text(TEXT)
    checked(qtbot, view)
    window.run("finding_next")
    press(view.findings.list, Qt.Key.Key_Return)
    assert focused(view) == "text"
    view.menu_here()
    named = [a.text() for a in shown_menu().actions() if "\t" in a.text()]
    assert [words.partition("\t")[2] for words in named] == ["F1"]
    shown_menu().close()
    press(view.editor, Qt.Key.Key_Delete)
    assert view.editor.text() == TEXT.replace("гылым", "ылым")
    assert view.answers.asides == ()


def shown_menu() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_a_key_that_the_menu_of_a_row_names_works_while_it_is_open(
    window: MainWindow, view: ProofView, qtbot: QtBot
) -> None:
    view.show_text(TEXT)
    checked(qtbot, view)
    window.run("finding_next")
    window.run("finding_popover")
    menu = shown_menu()
    assert {"Del", "Shift+Del", "Ins", "F1"} <= {a.text().partition("\t")[2] for a in menu.actions()}
    press(menu, Qt.Key.Key_Delete)
    assert checked(qtbot, view) == ["саласындагы", "ынтымактастықты"]


def test_the_arrows_of_the_list_show_each_words_and_leave_none_tinted(
    window: MainWindow, view: ProofView, qtbot: QtBot
) -> None:
    view.show_text(TEXT)
    checked(qtbot, view)
    window.run("finding_next")
    press(view.findings.list, Qt.Key.Key_Down)
    assert view.editor.selected is not None
    assert (view.editor.selected[1].text, current(view)) == ("саласындагы", "саласындагы")
    assert focused(view) == "list"
    press(view.findings.list, Qt.Key.Key_Return)
    view.editor.moveCursor(QTextCursor.MoveOperation.Start)
    assert view.editor.selected is None, "somebody went elsewhere"


def test_the_languages_above_the_list_are_stops_of_tab(view: ProofView, qtbot: QtBot) -> None:
    view.show_text(TEXT + "\nПосол посетил горад.")
    checked(qtbot, view)
    chips = list(view.findings.languages.buttons.values())
    assert [chip.tag for chip in chips] == ["kk", "ru"]
    chips[0].setFocus()
    press(chips[0], Qt.Key.Key_Tab)
    assert chips[1].hasFocus()


# --- the notice ------------------------------------------------------------------------------------------------------


def test_the_notice_moves_nothing_and_takes_no_place_between_the_list_and_its_suggestions(
    window: MainWindow, view: ProofView, qtbot: QtBot
) -> None:
    view.show_text(TEXT)
    checked(qtbot, view)
    window.run("finding_next")
    before = view.mapTo(window, view.rect().topLeft())
    press(view.findings.list, Qt.Key.Key_Delete)
    checked(qtbot, view)
    assert window.banner.isVisible()
    assert view.mapTo(window, view.rect().topLeft()) == before
    press(view.findings.list, Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert view.findings.about.isAncestorOf(focus)


def test_the_undo_of_the_notice_leaves_the_keyboard_where_it_was_and_esc_closes_it(
    window: MainWindow, view: ProofView, qtbot: QtBot
) -> None:
    view.show_text(TEXT)
    checked(qtbot, view)
    window.run("finding_next")
    press(view.findings.list, Qt.Key.Key_Delete)
    button = window.banner.mend_button
    assert button is not None
    button.setFocus(Qt.FocusReason.TabFocusReason)
    button.click()
    assert (view.answers.asides, focused(view), window.banner.isVisible()) == ((), "list", False)
    press(view.findings.list, Qt.Key.Key_Delete)
    assert window.banner.isVisible()
    press(view.findings.list, Qt.Key.Key_Escape)
    assert not window.banner.isVisible()
    assert len(view.answers.asides) == 1, "it was the notice alone that went"
