"""The register's view: find, read, mend, approve, choose, give and take; and the way in and out."""

import dataclasses
import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.conftest import WindowMaker, press, type_text

from pressdesk.app.places import Places
from pressdesk.app.register.merge import merge
from pressdesk.app.register.own import OwnRegister
from pressdesk.app.samples import sample
from pressdesk.app.settings import Settings
from pressdesk.gui.kit.icons import Icons
from pressdesk.gui.kit.theme import Theme
from pressdesk.gui.kit.widgets import IconButton, Make
from pressdesk.gui.register.cases import CaseTable, HarmonyBox
from pressdesk.gui.register.keeper import GROUPS, Keeper
from pressdesk.gui.register.side import PostsCard, RivalBox
from pressdesk.gui.register.view import RegisterView
from pressdesk.gui.register.words import TAGS
from pressdesk.gui.shell.preferences import Preferences
from pressdesk.model.facts import Person, Title
from pressdesk.model.register import Book, Checked, Post, Record, of
from pressdesk.store.draft_file import save_draft
from pressdesk.text.messages import Messages, catalogue

NAME = {"kk": "Араужу", "ru": "Араужу", "en": "Araújo"}
MAYOR = of(
    Person(given={"kk": "Рикарду", "ru": "Рикарду", "en": "Ricardo"}, family=NAME, gender="m"),
    "araujo",
    posts=(Post(title=Title(role="president")),),
)
ANA = of(
    Person(given={"kk": "Ана", "en": "Ana"}, family={"kk": "Силва", "en": "Silva"}, gender="f"),
    "ana",
    checked=Checked(by="А. С.", on=dt.date(2026, 1, 2)),
)


class Chosen:
    """Answers the question for a file."""

    path: Path | None = None

    def __call__(self, host: QWidget, saving: bool) -> Path | None:
        return self.path


@pytest.fixture
def own(places: Places) -> OwnRegister:
    own = OwnRegister(places)
    own.change(lambda book: book.with_record(MAYOR).with_record(ANA))
    return own


@pytest.fixture
def chosen() -> Chosen:
    return Chosen()


@pytest.fixture
def view(theme: Theme, places: Places, own: OwnRegister, chosen: Chosen, qtbot: QtBot) -> Iterator[RegisterView]:
    view = shown(theme, places, qtbot, chosen)
    yield view
    view.close_view()


def shown(theme: Theme, places: Places, qtbot: QtBot, chosen: Chosen, settings: Settings | None = None) -> RegisterView:
    preferences = Preferences(places, settings or Settings())
    view = RegisterView(Make(theme, Icons(theme)), Messages("en"), places, preferences, chosen)
    qtbot.addWidget(view)
    view.resize(1300, 800)
    with qtbot.waitExposed(view):
        view.show()
    return view


def ids(view: RegisterView) -> list[str]:
    return [record.id for record in view.records.records]


def field(view: RegisterView, key: str) -> QLineEdit:
    assert view.detail.words is not None
    found = view.detail.words.fields[key]
    assert isinstance(found, QLineEdit)
    return found


def button(view: QWidget, words: str) -> QPushButton:
    return next(b for b in view.findChildren(QPushButton) if b.text() == words and b.isVisible())


def kept(own: OwnRegister, name: str) -> Record:
    return own.book().records[name]


def test_what_waits_for_a_check_comes_first_and_shipped_entries_last(view: RegisterView) -> None:
    assert ids(view) == ["araujo", "ana"]
    view.show_group(next(g for g in GROUPS if g.id == "countries"))
    assert len(ids(view)) > 190


def test_a_name_is_found_in_any_language_and_nothing_found_is_said(view: RegisterView, qtbot: QtBot) -> None:
    view.focus_first()
    type_text(view.search, "silv")
    qtbot.waitUntil(lambda: ids(view) == ["ana"], timeout=2000)
    assert view.detail.record == ANA
    type_text(view.search, "xx")
    qtbot.waitUntil(lambda: ids(view) == [], timeout=2000)
    assert view._empty.isVisible()
    assert view.detail.record is None


def test_taking_a_change_back_leaves_what_others_have_kept_meanwhile(places: Places, own: OwnRegister) -> None:
    keeper, was = Keeper(places), kept(own, "ana")
    keeper.put(dataclasses.replace(was, source="x"))
    keeper.remove("araujo")
    own.change(lambda book: book.with_record(of(Person(family={"en": "New"}), "other")))
    keeper.undo()
    assert set(own.book().records) == {"ana", "araujo", "other"}
    own.change(lambda book: book.with_record(dataclasses.replace(was, source="theirs")))
    keeper.undo()
    assert kept(own, "ana").source == "theirs"


def test_words_typed_are_kept_when_the_field_is_left_and_nobody_has_checked_them_then(
    view: RegisterView, own: OwnRegister, qtbot: QtBot
) -> None:
    view.show_entry("ana")
    edit = field(view, "family.pt")
    edit.setFocus(Qt.FocusReason.OtherFocusReason)
    type_text(edit, "Silva")
    press(edit, Qt.Key.Key_Return)
    record = kept(own, "ana")
    assert record.person.family["pt"] == "Silva"  # type: ignore[union-attr]
    assert (record.checked, record.changed) == (Checked(), dt.date.today())
    assert view.detail.words is not None
    view.detail.words.refresh(ANA)
    assert field(view, "family.pt").text() == ""
    view.keeper.undo()
    assert kept(own, "ana") == ANA
    edit = field(view, "family.pt")
    assert edit.text() == ""
    press(edit, Qt.Key.Key_Return)
    assert kept(own, "ana") == ANA


def test_typing_into_a_field_and_choosing_another_entry_loses_nothing(view: RegisterView, own: OwnRegister) -> None:
    view.show_entry("ana")
    edit = field(view, "family.ru")
    edit.setFocus(Qt.FocusReason.OtherFocusReason)
    type_text(edit, "Силва")
    view.show_entry("araujo")
    assert kept(own, "ana").person.family["ru"] == "Силва"  # type: ignore[union-attr]
    assert view.detail.record is not None
    assert view.detail.record.id == "araujo"


def test_the_table_has_every_case_and_marks_guesses_until_the_question_is_answered(
    view: RegisterView, own: OwnRegister, qtbot: QtBot
) -> None:
    view.show_entry("araujo")
    tables = [table for table in view.detail.findChildren(CaseTable) if table.isVisible()]
    assert [len(table.pencils) for table in tables] == [7, 6]
    assert any(label.text() == "guessed" for label in tables[0].findChildren(QLabel))
    (box,) = [box for box in view.detail.findChildren(HarmonyBox) if box.isVisible()]
    box.first.click()
    qtbot.waitUntil(lambda: kept(own, "araujo").what.kk.harmony == "back", timeout=2000)  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: not any(b.isVisible() for b in view.detail.findChildren(HarmonyBox)), timeout=2000)


def test_a_form_mended_by_hand_beats_the_rule_and_can_be_dropped_again(
    view: RegisterView, own: OwnRegister, qtbot: QtBot
) -> None:
    view.show_entry("ana")
    table = next(t for t in view.detail.findChildren(CaseTable) if t.isVisible())
    pencil = table.pencils["INS"]
    assert isinstance(pencil, IconButton)
    pencil.click()
    edit = view.window().focusWidget()
    assert isinstance(edit, QLineEdit)
    assert edit.text() == "Ана Силвамен"
    edit.setText("Ана Сильвамен")
    press(edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: kept(own, "ana").what.kk.forms == {"INS": "Ана Сильвамен"}, timeout=2000)  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: any(t.isVisible() and t is not table for t in view.detail.findChildren(CaseTable)))
    again = next(t for t in view.detail.findChildren(CaseTable) if t.isVisible())
    again.pencils["INS"].click()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: kept(own, "ana").what.kk.forms == {}, timeout=2000)  # type: ignore[union-attr]


def test_an_entry_is_approved_under_a_name_that_is_asked_once(view: RegisterView, own: OwnRegister) -> None:
    view.show_entry("araujo")
    view.focus_first()
    press(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    line = view.window().focusWidget()
    assert isinstance(line, QLineEdit)
    press(line, Qt.Key.Key_Return)
    assert kept(own, "araujo").checked.by == ""
    type_text(line, "Айгүл С.")
    press(line, Qt.Key.Key_Return)
    assert kept(own, "araujo").checked == Checked(by="Айгүл С.", on=dt.date.today())

    view.show_group(next(g for g in GROUPS if g.id == "countries"))
    assert view.detail.record is not None
    name = view.detail.record.id
    press(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert kept(own, name).checked.by == "Айгүл С."


def test_titles_have_days_and_a_day_that_is_none_is_said_and_not_kept(
    view: RegisterView, own: OwnRegister, qtbot: QtBot
) -> None:
    view.show_entry("araujo")
    posts = next(p for p in view.detail.findChildren(PostsCard) if p.isVisible())
    edits = [edit for edit in posts.findChildren(QLineEdit) if edit.accessibleName() == "from"]
    edits[0].setText("soon")
    edits[0].editingFinished.emit()
    assert kept(own, "araujo").posts[0].from_ is None
    assert "soon" in edits[0].accessibleDescription()
    edits[0].setText("2021-10-01")
    edits[0].editingFinished.emit()
    qtbot.waitUntil(lambda: kept(own, "araujo").posts[0].from_ == dt.date(2021, 10, 1), timeout=2000)


def test_a_new_entry_begins_with_the_focus_in_its_name_and_can_be_taken_out_and_back(
    view: RegisterView, own: OwnRegister
) -> None:
    view.add.click()
    edit = view.window().focusWidget()
    assert edit is field(view, "given.kk")
    type_text(edit, "Жан")
    press(edit, Qt.Key.Key_Return)
    assert view.detail.record is not None
    name = view.detail.record.id
    assert kept(own, name).names == {"kk": "Жан"}
    view.detail.remove()
    assert name not in own.book().records
    view.keeper.undo()
    assert kept(own, name).names == {"kk": "Жан"}


def test_of_two_versions_one_is_chosen(view: RegisterView, own: OwnRegister, qtbot: QtBot) -> None:
    theirs = dataclasses.replace(ANA, source="their letter")
    own.change(lambda book: merge(book, Book(records={"ana": theirs}), "colleague.csv").book)
    view.keeper.reload()
    view.keeper.changed.emit()
    view.show_entry("ana")
    assert ids(view)[0] == "ana"
    box = next(b for b in view.detail.findChildren(RivalBox) if b.isVisible())
    button(box, "Take theirs").click()
    qtbot.waitUntil(lambda: own.book().rivals == {}, timeout=2000)
    assert kept(own, "ana").source == "their letter"


def test_a_register_is_given_to_a_colleague_and_taken_in_again(
    view: RegisterView, own: OwnRegister, chosen: Chosen, tmp_path: Path
) -> None:
    told: list[str] = []
    failed: list[str] = []
    view.told.connect(told.append)
    view.failed.connect(lambda error: failed.append(str(error)))
    chosen.path = tmp_path / "mine.csv"
    view.send()
    assert told == [f"2 entries saved: {chosen.path}"]
    own.change(lambda book: book.without("ana"))
    view.take_in()
    assert "ana" in own.book().records
    assert told[-1].startswith("New: 1, the same: 1, different: 0")
    chosen.path = tmp_path / "none.csv"
    view.take_in()
    assert "there is no such file" in failed[0]


def test_the_drafts_that_name_an_entry_are_listed_and_lead_to_the_draft(
    theme: Theme, places: Places, own: OwnRegister, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "visit.pressdesk"
    save_draft(sample("guimaraes"), path)
    view = shown(theme, places, qtbot, Chosen(), Settings(recent=(str(path), str(tmp_path / "gone.pressdesk"))))
    wanted: list[object] = []
    view.draft_wanted.connect(wanted.append)
    view.show_entry("araujo")
    link = next(b for b in view.detail.findChildren(QPushButton) if b.property("kind") == "link" and b.isVisible())
    link.click()
    assert wanted == [path]
    view.show_entry("ana")
    assert not any(b.property("kind") == "link" and b.isVisible() for b in view.detail.findChildren(QPushButton))


@pytest.mark.parametrize("width", [1440, 1000, 700])
def test_nothing_is_wider_than_its_room_and_every_button_has_a_name(
    view: RegisterView, qtbot: QtBot, width: int
) -> None:
    view.resize(width, 600)
    view.show_entry("araujo")
    view._open_chosen()
    assert view.detail.isVisible()
    bar = view.detail.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == 0, timeout=2000)
    for found in view.findChildren(QPushButton):
        assert found.accessibleName() or found.text()
    if width == 700:
        press(view, Qt.Key.Key_Escape)
        assert view.list.isVisible()
        assert not view.detail.isVisible()


def test_the_register_is_opened_by_its_key_and_left_again_and_the_draft_is_as_it_was(
    make_window: WindowMaker, qtbot: QtBot
) -> None:
    window = make_window()
    window.run("register")
    assert window.register.view is not None
    press(window.register.view, Qt.Key.Key_Escape)
    assert window.register.view is None
    assert window.stack.currentWidget() is window.start_page

    window.bring_sample("guimaraes")
    assert window.desk_view is not None
    draft = window.bridge.draft  # type: ignore[union-attr]
    qtbot.mouseClick(window.desk_view.rail.register, Qt.MouseButton.LeftButton)
    assert window.stack.currentWidget() is window.register.view
    window.run("undo")  # the register's own, not the draft's
    window.run("export")
    assert window.bridge.draft is draft  # type: ignore[union-attr]
    window.rebuild()
    assert window.stack.currentWidget() is window.register.view
    window.run("register")
    assert window.stack.currentWidget() is window.desk_view


def test_every_sentence_of_the_register_speaks_the_window_s_languages() -> None:
    keys = [key for key in catalogue() if key.startswith("register.")]
    assert len(keys) > 80
    for key in keys:
        wanted = TAGS if key.startswith("register.sentence.") else ("kk", "ru", "en")
        assert not [tag for tag in wanted if not catalogue()[key].get(tag)], key
