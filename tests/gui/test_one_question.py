"""One question stands at a time, and none outlives what it asks about."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pressdesk.gui.main_window import MainWindow
from pressdesk.gui.shell.asker import DialogAsker
from pressdesk.gui.shell.sheet import Sheet

CONTROL = Qt.KeyboardModifier.ControlModifier


def questions(window: MainWindow) -> list[Sheet]:
    return [sheet for sheet in window.findChildren(Sheet) if sheet.isVisible()]


def test_a_second_wish_to_leave_asks_nothing_while_the_first_is_asked(
    make_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = make_window()
    window.asker = DialogAsker(window.make, window.ui, window.sheets.run)
    window.run("text")
    view = window.text.view
    assert view is not None
    view.editor.insertPlainText("Елші қалаға барды.")
    seen: list[int] = []

    def meanwhile() -> None:
        (question,) = questions(window)
        QTest.keyClick(window, Qt.Key.Key_W, CONTROL)
        QTest.keyClick(window, Qt.Key.Key_Q, CONTROL)
        window.close()  # the cross of the window's frame
        seen.append(len(questions(window)))
        question.reject()

    QTimer.singleShot(0, window, meanwhile)
    QTest.keyClick(window, Qt.Key.Key_Q, CONTROL)

    assert seen == [1]
    assert window.isVisible()
    assert window.text.view is view, "called off: the text stays"
    assert not questions(window)
    assert window.commands is not None
    assert not window.commands.paused
    view.editor.document().setModified(False)


def test_after_the_answer_the_window_is_closed_and_nothing_asks_about_the_text(
    make_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = make_window()
    window.asker = DialogAsker(window.make, window.ui, window.sheets.run)
    window.run("text")
    assert window.text.view is not None
    window.text.view.editor.insertPlainText("Елші қалаға барды.")

    def answer() -> None:
        QTest.keyClick(window, Qt.Key.Key_W, CONTROL)
        (question,) = questions(window)
        (discard,) = [b for b in question.findChildren(type(window.make.button(""))) if "Сақтамай" in b.text()]
        discard.click()

    QTimer.singleShot(0, window, answer)
    QTest.keyClick(window, Qt.Key.Key_Q, CONTROL)

    assert not window.isVisible()
    assert window.text.view is None
    assert not questions(window)
