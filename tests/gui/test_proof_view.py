"""Any text in the window: pasted or opened, checked in its own languages, mended, saved; nothing typed is lost."""

from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.gui.conftest import FakeAsker, press, type_text

from pressdesk.app.kept_asides import MOST, KeptAsides
from pressdesk.app.kept_text import KeptText
from pressdesk.app.own_words import OwnWords
from pressdesk.app.places import Places
from pressdesk.app.proofing import Proofing
from pressdesk.app.register.own import OwnRegister
from pressdesk.app.style_file import switched_off
from pressdesk.gui.findings.choices import EVERYWHERE, HERE, REGISTER, RULE, choices
from pressdesk.gui.findings.groups import Group
from pressdesk.gui.main_window import MainWindow
from pressdesk.gui.proof import checking
from pressdesk.gui.proof import view as view_module
from pressdesk.gui.proof.view import ProofView
from pressdesk.gui.shell.asker import Answer
from pressdesk.gui.shell.fix_sheet import FixSheet
from pressdesk.gui.shell.rule_sheet import RuleSheet
from pressdesk.model.asides import Aside

pytestmark = pytest.mark.slow

WindowMaker = Callable[..., MainWindow]
TEXT = "Елші қалаға барды.\nОлар гылым саласындагы ынтымақтастықты талқылады.\n24 қараша"


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proofing]:
    """One set of checkers for all tests that change nothing they know."""
    made = Proofing(Places.at(tmp_path_factory.mktemp("home")), "kk")
    yield made
    made.close()


@pytest.fixture
def checker(request: pytest.FixtureRequest, shared: Proofing) -> Iterator[Proofing]:
    """The shared checkers; those of the window's own folders for a test that is marked `in_own_folders`."""
    if not getattr(request, "param", False):
        yield shared
        return
    made = Proofing(request.getfixturevalue("places"), "kk")
    yield made
    made.close()


@pytest.fixture
def window(make_window: WindowMaker, checker: Proofing, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    monkeypatch.setattr(checking, "STYLE_QUIET", 20)
    monkeypatch.setattr(view_module, "QUIET", 20)
    return make_window(checker=checker)


@pytest.fixture
def view(window: MainWindow) -> ProofView:
    window.run("text")
    assert window.text.view is not None
    return window.text.view


in_own_folders = pytest.mark.parametrize("checker", [True], indirect=True)


def checked(qtbot: QtBot, view: ProofView) -> list[tuple[int, str]]:
    """(paragraph's number, words) of the findings in the list, when the check is over."""
    lanes = view.checking
    assert lanes is not None
    qtbot.waitUntil(lambda: not (view._quiet.isActive() or lanes.busy or view._list.isActive()), timeout=20000)
    return [(number, finding.text) for number, finding in view.findings.model.rows]


def cursor_in(view: ProofView, words: str) -> None:
    """The cursor goes into these words."""
    cursor = view.editor.document().find(words)
    cursor.setPosition(cursor.selectionStart() + 1)
    view.editor.setTextCursor(cursor)


def test_a_pasted_text_is_checked_paragraph_by_paragraph(view: ProofView, qtbot: QtBot) -> None:
    view.editor.insertPlainText(TEXT + "\nПосол посетил город.")
    assert [found for found in checked(qtbot, view) if found[0] == 1] == [(1, "гылым"), (1, "саласындагы")]
    languages = [view.editor.margin.language(block) for block in view.editor.blocks()]
    assert languages == ["kk", "kk", "kk", "ru"]
    assert view.away.shown, "nobody checks Russian here, and that is said"


def test_a_suggestion_is_put_into_the_text_and_undone_as_one_step(view: ProofView, qtbot: QtBot) -> None:
    view.show_text(TEXT)
    checked(qtbot, view)
    number, finding = view.rows()[0]
    view.findings.applied.emit(number, finding, finding.suggestions[0].text)
    assert "ғылым саласындагы" in view.editor.text()
    assert (1, "гылым") not in checked(qtbot, view)
    view.editor.undo()
    assert view.editor.text() == TEXT
    assert (1, "гылым") in checked(qtbot, view)


def test_a_suggestion_for_words_that_have_gone_changes_nothing(view: ProofView, qtbot: QtBot) -> None:
    view.show_text(TEXT)
    checked(qtbot, view)
    number, finding = view.rows()[0]
    view.show_text("Басқа мәтін.\nМүлде басқа абзац.")
    assert not view.editor.replace(number, finding, "ғылым")
    assert view.editor.text() == "Басқа мәтін.\nМүлде басқа абзац."


def test_f8_goes_through_the_findings_round_the_end_and_back(window: MainWindow, view: ProofView, qtbot: QtBot) -> None:
    view.show_text(TEXT)
    checked(qtbot, view)
    seen = []
    for command in ("finding_next", "finding_next", "finding_next", "finding_back"):
        window.run(command)
        assert view.editor.selected is not None
        seen.append(view.editor.selected[1].text)
    assert seen == ["гылым", "саласындагы", "гылым", "саласындагы"]


def test_the_menu_at_a_finding_offers_its_mends_and_one_elsewhere_none(view: ProofView, qtbot: QtBot) -> None:
    view.show_text(TEXT)
    checked(qtbot, view)

    def offered() -> list[str]:
        view.menu_here()
        menu = QApplication.activePopupWidget()
        assert menu is not None
        words = [action.text() for action in menu.actions()]
        menu.close()
        return words

    cursor_in(view, "гылым")
    assert "ғылым" in offered()
    cursor_in(view, "барды")
    assert "ғылым" not in offered()


def test_what_is_ignored_stays_so_until_it_is_undone(window: MainWindow, view: ProofView, qtbot: QtBot) -> None:
    view.show_text(TEXT)
    checked(qtbot, view)
    view.decide("here", *view.rows()[0])
    assert (1, "гылым") not in checked(qtbot, view)
    view.check_anew()
    assert (1, "гылым") not in checked(qtbot, view)
    assert window.banner.mend_button is not None
    window.banner.mend_button.click()
    assert (1, "гылым") in checked(qtbot, view)


@in_own_folders
def test_why_opens_the_page_of_the_rule_without_a_draft_and_switches_it_off(
    window: MainWindow, view: ProofView, qtbot: QtBot
) -> None:
    view.show_text('Олар "Жасыл астана" жобасын айтты.')
    checked(qtbot, view)
    view.decide("why", *view.rows()[0])
    (sheet,) = window.findChildren(RuleSheet)
    sheet.switch_wanted.emit(sheet.page.rule, False)
    sheet.close_button.click()
    assert checked(qtbot, view) == []


@in_own_folders
def test_a_word_of_ones_own_is_right_in_every_text(view: ProofView, places: Places, qtbot: QtBot) -> None:
    view.show_text("Олар сұлуқырайды көрді.")
    before = checked(qtbot, view)
    assert before
    view.decide("word", *view.rows()[0])
    assert OwnWords(places).words("kk")
    assert checked(qtbot, view) == []


def test_the_language_of_a_paragraph_can_be_said(view: ProofView, qtbot: QtBot) -> None:
    view.show_text("Министр Казахстана")
    checked(qtbot, view)
    assert view.editor.margin.language(view.editor.document().begin()) == "ru"
    view._choose(0, "kk")
    checked(qtbot, view)
    assert view.editor.margin.language(view.editor.document().begin()) == "kk"
    view._choose(0, "")
    checked(qtbot, view)
    assert view.editor.margin.language(view.editor.document().begin()) == "ru"


def test_findings_before_and_behind_a_letter_stay_while_it_is_typed(view: ProofView, qtbot: QtBot) -> None:
    view.show_text("Олар гылым мен саласындагы істі айтты.")
    checked(qtbot, view)
    cursor = view.editor.document().find(" мен")
    cursor.setPosition(cursor.selectionEnd())
    view.editor.setTextCursor(cursor)
    type_text(view.editor, "і")
    shown = view.answers.findings(view.editor.document().begin().text())
    text = view.editor.document().begin().text()
    assert [finding.span.of(text) for finding in shown] == ["гылым", "саласындагы"]


def test_no_break_spaces_outlive_copying_and_saving(
    window: MainWindow, view: ProofView, tmp_path: Path, qtbot: QtBot
) -> None:
    view.editor.insertPlainText("70\u00a0% өсті 😀")
    view.copy_all()
    assert QApplication.clipboard().text() == "70\u00a0% өсті 😀"
    view.editor.selectAll()
    mime = view.editor.createMimeDataFromSelection()
    assert mime.text() == "70\u00a0% өсті 😀"
    window.text.ask_file = lambda host, saving, name: tmp_path / name
    assert window.text.save()
    assert (tmp_path / "Тексерілген мәтін.txt").read_text(encoding="utf-8") == "70\u00a0% өсті 😀\n"
    assert not view.editor.document().isModified()


def test_a_word_file_is_opened_paragraph_by_paragraph_and_from_the_command_line_too(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    document = docx.Document()
    document.add_heading("Елші қалаға барды", 1)
    document.add_paragraph("Олар гылым туралы айтты.")
    document.save(str(tmp_path / "a.docx"))
    assert window.open_path(tmp_path / "a.docx")
    view = window.text.view
    assert view is not None
    assert view.editor.text() == "Елші қалаға барды\nОлар гылым туралы айтты."
    assert (1, "гылым") in checked(qtbot, view)


def test_a_file_that_cannot_be_read_leaves_the_text_alone(window: MainWindow, view: ProofView, tmp_path: Path) -> None:
    view.editor.insertPlainText("Мәтін")
    (tmp_path / "a.docx").write_text("x")
    window.open_path(tmp_path / "a.docx")
    assert view.editor.text() == "Мәтін"
    assert "a.docx" in window.banner.text


def test_a_dropped_text_is_opened(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "a.txt").write_text("Бірінші\n\nЕкінші", encoding="utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.txt"))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, mime, left, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, mime, left, none))
    qtbot.waitUntil(lambda: window.text.view is not None)
    assert window.text.view is not None
    assert window.text.view.editor.text() == "Бірінші\n\nЕкінші"


def test_what_is_not_saved_is_asked_for_before_it_goes(
    window: MainWindow, view: ProofView, asker: FakeAsker, tmp_path: Path
) -> None:
    type_text(view.editor, "Мәтін")
    window.run("home")
    assert window.text.view is view, "called off"
    window.text.ask_file = lambda host, saving, name: tmp_path / "b.txt"
    asker.answer = Answer.SAVE
    window.run("home")
    assert window.text.view is None
    assert (tmp_path / "b.txt").read_text(encoding="utf-8") == "Мәтін\n"


def test_an_untouched_text_is_left_without_a_question(window: MainWindow, view: ProofView, asker: FakeAsker) -> None:
    view.show_text(TEXT)
    window.run("home")
    assert (window.text.view, asker.asked) == (None, [])
    assert window.stack.currentWidget() is window.start_page


def test_a_text_that_a_crash_left_behind_comes_back(window: MainWindow, places: Places) -> None:
    places.recovery.mkdir(parents=True)
    (places.recovery / "text.txt").write_text("Жоғалмаған мәтін", encoding="utf-8")
    window.run("text")
    assert window.text.view is not None
    assert window.text.view.editor.text() == "Жоғалмаған мәтін"
    assert window.text.view.editor.document().isModified()


def test_what_is_typed_is_kept_until_it_is_thrown_away(
    window: MainWindow, view: ProofView, places: Places, asker: FakeAsker, qtbot: QtBot
) -> None:
    kept = places.recovery / "text.txt"
    type_text(view.editor, "Мәтін")
    window.text._later.timeout.emit()
    qtbot.waitUntil(kept.exists)
    assert kept.read_text(encoding="utf-8") == "Мәтін"
    assert not KeptText(places).owns, "a second program leaves it alone"
    asker.answer = Answer.DISCARD
    window.run("home")
    assert not kept.exists()


def test_another_look_of_the_window_keeps_the_text_and_the_languages_that_were_said(
    window: MainWindow, view: ProofView
) -> None:
    type_text(view.editor, "Мәтін")
    view._choose(0, "ru")
    window.rebuild()
    again = window.text.view
    assert again is not None
    assert again is not view
    assert (again.editor.text(), again.editor.chosen()) == ("Мәтін", {0: "ru"})
    assert again.editor.document().isModified()
    assert window.stack.currentWidget() is again


def test_the_text_lies_over_the_desk_and_leads_back_to_it(window: MainWindow, qtbot: QtBot) -> None:
    window.bring_sample("guimaraes")
    window.run("text")
    assert window.text.view is not None
    window.run("home")
    assert window.text.view is None
    assert window.stack.currentWidget() is window.desk_view


def test_keys_of_the_window_work_without_a_draft_while_the_text_is_shown(window: MainWindow, view: ProofView) -> None:
    assert window.commands is not None
    assert "finding_next" in window.commands.also
    type_text(view.editor, "Казак")
    view.editor.moveCursor(QTextCursor.MoveOperation.End)
    window.run("turn_letter")
    assert view.editor.text() == "Казақ"
    press(view.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier, "\x1a")
    assert view.editor.text() == "Казак"
    window.run("palette")
    assert window.commands is not None
    view.editor.document().setModified(False)
    window.run("home")
    assert window.commands.also == frozenset()


def undo_told(window: MainWindow) -> None:
    """Presses what takes back the last step that was told."""
    assert window.banner.mend_button is not None
    window.banner.mend_button.click()


@in_own_folders
def test_a_name_of_a_text_goes_into_the_register_and_is_known_in_all_forms(
    window: MainWindow, view: ProofView, places: Places, qtbot: QtBot
) -> None:
    view.show_text("Олар Вильмацпен кездесті. Вильмацтың сөзі гылым туралы болды.")
    before = [words for _, words in checked(qtbot, view)]
    number, finding = next(row for row in view.rows() if row[1].text.startswith("Вильмац"))
    assert REGISTER in choices(finding)
    assert REGISTER not in choices(next(f for _, f in view.rows() if f.text == "гылым")), "no name"
    view.decide(REGISTER.id, number, finding)
    assert len(OwnRegister(places).book().records) == 1
    assert window.register.view is not None, "it is shown, to be completed"
    window.register.leave()
    assert [words for _, words in checked(qtbot, view)] == ["гылым"]
    undo_told(window)
    assert not OwnRegister(places).book().records
    assert [words for _, words in checked(qtbot, view)] == before


@in_own_folders
def test_a_rule_that_is_switched_off_is_named_and_comes_back(
    window: MainWindow, view: ProofView, places: Places, qtbot: QtBot
) -> None:
    view.show_text('Олар "Жасыл астана" жобасын айтты.')
    checked(qtbot, view)
    number, finding = view.rows()[0]
    assert RULE in choices(finding)
    view.decide(RULE.id, number, finding)
    assert checked(qtbot, view) == []
    assert switched_off(places) == (finding.rule,)
    assert not view.findings.languages.rules.isHidden()
    view.findings.languages.rule_wanted.emit(finding.rule)
    assert (0, finding.text) in checked(qtbot, view)
    assert switched_off(places) == ()


def test_what_is_ignored_everywhere_is_so_in_every_paragraph_and_here_in_one(view: ProofView, qtbot: QtBot) -> None:
    view.show_text("Олар гылым туралы айтты.\nЕлші гылым мен өнерді атады.")
    assert checked(qtbot, view) == [(0, "гылым"), (1, "гылым")]
    view.decide(HERE.id, *view.rows()[0])
    assert checked(qtbot, view) == [(1, "гылым")]
    view.decide(EVERYWHERE.id, *view.rows()[0])
    assert checked(qtbot, view) == []
    view.findings.list_aside(True)
    struck = list(view.findings.model.rows)
    assert [(number, finding.text) for number, finding in struck] == [(0, "гылым"), (1, "гылым")]
    view.findings.restored.emit(*struck[1])
    assert checked(qtbot, view) != []


def test_what_is_ignored_in_a_file_stays_so_when_it_is_opened_again(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Олар гылым туралы айтты.", encoding="utf-8")
    window.open_path(tmp_path / "a.txt")
    assert window.text.view is not None
    checked(qtbot, window.text.view)
    window.text.view.decide(HERE.id, *window.text.view.rows()[0])
    window.run("home")
    found = {}
    for name in ("a.txt", "b.txt"):
        window.open_path(tmp_path / name)
        assert window.text.view is not None
        found[name] = checked(qtbot, window.text.view)
        window.run("home")
    assert found == {"a.txt": [], "b.txt": [(0, "гылым")]}


def test_what_is_ignored_is_remembered_of_so_many_files_and_no_more(places: Places, tmp_path: Path) -> None:
    kept = KeptAsides(places)
    kept.path.parent.mkdir(parents=True, exist_ok=True)
    for number in range(MOST + 1):
        kept.keep(tmp_path / f"{number}.txt", [Aside(rule="kk.spelling", text="гылым", language="kk")])
    assert kept.of(tmp_path / "0.txt") == ()
    assert kept.of(tmp_path / f"{MOST}.txt")[0].text == "гылым"
    kept.path.write_text("{", encoding="utf-8")
    assert kept.of(tmp_path / "1.txt") == (), "a damaged file is no reason to stop"


def test_all_signs_are_mended_at_once_and_undone_as_one_step(window: MainWindow, view: ProofView, qtbot: QtBot) -> None:
    text = 'Олар "Жасыл қала" жобасын айтты.\nЕлші "Көк теңіз" жобасын гылым деп атады 😀 "Ақ бұлт".'
    view.show_text(text)
    checked(qtbot, view)
    window.run("fix_all")
    (sheet,) = window.findChildren(FixSheet)
    sheet.go.click()
    assert view.editor.text() == text.replace('"Жасыл қала"', "«Жасыл қала»").replace(
        '"Көк теңіз"', "«Көк теңіз»"
    ).replace('"Ақ бұлт"', "«Ақ бұлт»")
    assert "гылым" in view.editor.text(), "letters are never mended unasked"
    view.editor.undo()
    assert view.editor.text() == text


def test_many_findings_stand_in_groups_and_one_language_can_be_listed_alone(view: ProofView, qtbot: QtBot) -> None:
    view.show_text("\n".join(["Олар гылым саласындагы ынтымактастықты айтты."] * 2 + ["Посол посетил горад."]))
    checked(qtbot, view)
    heads = [item for item in view.findings.model.items if isinstance(item, Group)]
    buttons = view.findings.languages.buttons
    assert set(buttons) == {"kk", "ru"}
    assert sum(buttons["kk"].counts.values()) == 6
    buttons["ru"].click()
    assert all(finding.language == "ru" for _, finding in view.findings.model.rows)
    buttons["ru"].click()
    assert len(view.findings.model.rows) == len(view.rows())
    for head in heads:
        view.findings.model.fold(head, True)
    number, finding = view.rows()[0]
    view.step(1)
    assert view.findings.model.row_of((number, finding)) >= 0, "going to a finding opens its group"
