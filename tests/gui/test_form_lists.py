"""Lists of the form: people, organisations, the steps of a programme."""

import dataclasses

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from tests.gui.conftest import BridgeMaker, press, type_text

from pressdesk.app.samples import sample
from pressdesk.gui.bridge import Bridge
from pressdesk.gui.form.card import Card
from pressdesk.gui.form.grid import TextGrid
from pressdesk.gui.form.lists import ListField
from pressdesk.gui.form.rows import CardRow
from pressdesk.gui.form.view import FormView
from pressdesk.model.draft import Draft
from pressdesk.model.facts import Facts, Step

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def bridge(make_bridge: BridgeMaker) -> Bridge:
    return make_bridge(sample("guimaraes"))


@pytest.fixture
def form(bridge: Bridge, qtbot: object) -> FormView:
    view = FormView(bridge)
    qtbot.addWidget(view)  # type: ignore[attr-defined]
    view.resize(552, 900)
    view.show()
    view.activateWindow()
    QApplication.processEvents()
    return view


def rows_of(form: FormView, path: str = "people") -> ListField:
    return next(e for view in form.sections for e in view.editors if isinstance(e, ListField) and e.path == path)


def names(bridge: Bridge) -> list[str]:
    return [person.id for person in bridge.draft.facts.people]


def opened(people: ListField) -> list[str]:
    return [line.head.words[0] for line in people.rows if line.is_open]


def given(line: CardRow, language: str = "kk") -> QPlainTextEdit:
    assert isinstance(line.card, Card)
    grid = line.card.editors[0]
    assert isinstance(grid, TextGrid)
    return grid.cell(language)


def focused(form: FormView) -> QWidget:
    widget = form.focusWidget()
    assert widget is not None
    return widget


def test_a_closed_row_holds_no_editors(form: FormView) -> None:
    people = rows_of(form)

    assert all(not line.findChildren(QPlainTextEdit) for line in people.rows)
    people.toggle(people.rows[1])
    assert people.rows[1].findChildren(QPlainTextEdit)
    people.toggle(people.rows[1])

    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not people.rows[1].findChildren(QPlainTextEdit)


def test_a_row_says_what_in_bold_and_which_in_grey(form: FormView) -> None:
    what, which = rows_of(form).rows[1].head.words

    assert what == "Рикарду Араужу"
    assert which.startswith("Президент · Гимарайнш")


def test_one_card_is_open_at_a_time_and_shift_keeps_more(form: FormView) -> None:
    people = rows_of(form)

    people.rows[0].head.toggled.emit(False)
    people.rows[1].head.toggled.emit(False)
    assert len(opened(people)) == 1
    people.rows[2].head.toggled.emit(True)

    assert len(opened(people)) == 2


def test_space_opens_and_escape_closes_a_card(form: FormView) -> None:
    people = rows_of(form)
    people.rows[1].head.setFocus()

    press(people.rows[1].head, Qt.Key.Key_Space)
    assert opened(people) == ["Рикарду Араужу"]
    given(people.rows[1]).setFocus()
    press(focused(form), Qt.Key.Key_Escape)

    assert opened(people) == []
    assert people.rows[1].head.hasFocus()


def test_a_name_typed_in_the_card_is_seen_in_the_row(form: FormView, bridge: Bridge) -> None:
    people = rows_of(form)
    people.toggle(people.rows[1])

    type_text(given(people.rows[1]), "Дон ")
    bridge.settle()

    assert people.rows[1].head.words[0] == "Дон Рикарду Араужу"


def test_an_open_card_goes_with_its_person_when_moved(form: FormView, bridge: Bridge) -> None:
    people, before = rows_of(form), names(bridge)
    people.toggle(people.rows[1])
    edit = given(people.rows[1])
    edit.setFocus()

    press(edit, Qt.Key.Key_Up, ALT)

    assert names(bridge) == [before[1], before[0], *before[2:]]
    assert people.rows[0].is_open
    assert given(people.rows[0]) is edit
    assert edit.hasFocus()
    type_text(edit, "Я")
    assert bridge.draft.facts.people[0].given["kk"].startswith("Я")


def test_the_first_row_cannot_be_moved_higher(form: FormView, bridge: Bridge) -> None:
    people, before = rows_of(form), names(bridge)
    people.rows[0].head.setFocus()

    press(people.rows[0].head, Qt.Key.Key_Up, ALT)

    assert names(bridge) == before


def test_a_new_person_is_added_after_this_one_and_opened(form: FormView, bridge: Bridge) -> None:
    people, before = rows_of(form), names(bridge)
    people.rows[0].head.setFocus()

    press(people.rows[0].head, Qt.Key.Key_Return, CTRL)

    after = names(bridge)
    assert after[0] == before[0]
    assert after[1] not in before
    assert after[2:] == before[1:]
    assert people.rows[1].is_open
    assert given(people.rows[1]).hasFocus()


def test_a_person_taken_out_is_named_nowhere_and_undo_brings_all_back(form: FormView, bridge: Bridge) -> None:
    people, facts = rows_of(form), bridge.draft.facts
    person = facts.people[1].id
    assert facts.programme[0].with_ == person
    people.rows[1].head.setFocus()

    press(people.rows[1].head, Qt.Key.Key_Delete, CTRL)

    assert person not in names(bridge)
    assert bridge.draft.facts.programme[0].with_ == ""
    assert people.rows[1].head.hasFocus()
    bridge.undo()
    assert bridge.draft.facts == facts
    assert [line.head.words[0] for line in people.rows][1] == "Рикарду Араужу"


def test_undo_of_a_removal_does_not_disturb_the_open_card(form: FormView, bridge: Bridge) -> None:
    people = rows_of(form)
    people.toggle(people.rows[2])
    edit = given(people.rows[2])
    edit.setFocus()
    people.remove_row(0)
    edit.setFocus()

    bridge.undo()

    assert given(people.rows[2]) is edit
    assert edit.hasFocus()


def test_the_menu_of_steps_has_every_kind_with_an_icon(form: FormView, bridge: Bridge) -> None:
    steps = rows_of(form, "programme")

    actions = steps.step_menu(0).actions()

    assert [a.text() for a in actions] == [bridge.ui.pick(s.label) for s in steps.spec.steps]
    assert all(not a.icon().isNull() for a in actions)


def test_a_step_is_added_of_the_kind_chosen_and_its_fields_are_those_of_the_kind(
    form: FormView, bridge: Bridge
) -> None:
    steps = rows_of(form, "programme")

    steps.step_menu(1).actions()[3].trigger()

    kind = steps.spec.steps[3]
    assert bridge.draft.facts.programme[1] == Step(kind=kind.kind)
    card = steps.rows[1].card
    assert isinstance(card, Card)
    assert [e.spec.path for e in card.editors] == [f.path for f in kind.fields]


def test_a_step_of_a_kind_nobody_knows_is_kept_and_says_so(make_bridge: BridgeMaker, qtbot: object) -> None:
    draft = sample("guimaraes")
    facts = dataclasses.replace(draft.facts, programme=(Step(kind="regatta"),))
    bridge = make_bridge(draft.with_facts(facts))
    form = FormView(bridge)
    qtbot.addWidget(form)  # type: ignore[attr-defined]
    steps = rows_of(form, "programme")

    card = steps.open_row(steps.rows[0])

    assert steps.rows[0].head.words[0] == "regatta"
    assert card.editors == []
    assert bridge.draft.facts.programme == (Step(kind="regatta"),)


def drag(head: QWidget, to: QPoint) -> None:
    """Presses the grip of a row, moves to a point of the screen, lets go."""
    start = QPointF(head.mapToGlobal(QPoint(5, 5)))
    for kind, spot, buttons in (
        (QEvent.Type.MouseButtonPress, start, Qt.MouseButton.LeftButton),
        (QEvent.Type.MouseMove, QPointF(to), Qt.MouseButton.LeftButton),
        (QEvent.Type.MouseButtonRelease, QPointF(to), Qt.MouseButton.NoButton),
    ):
        local = QPointF(head.mapFromGlobal(spot.toPoint()))
        event = QMouseEvent(kind, local, spot, Qt.MouseButton.LeftButton, buttons, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(head, event)


def test_a_row_is_dragged_to_its_new_place(form: FormView, bridge: Bridge) -> None:
    people, before = rows_of(form), names(bridge)
    last = people.rows[-1]

    drag(people.rows[0].head.grip, last.mapToGlobal(QPoint(10, last.height() - 2)))

    assert names(bridge) == [*before[1:], before[0]]


def test_dragging_to_the_edge_scrolls_the_form_on(form: FormView) -> None:
    people = rows_of(form)
    bar = form._area.verticalScrollBar()
    before = bar.value()

    people.rows[0].head.grip.dragged.emit(form.mapToGlobal(QPoint(100, form.height() - 4)))
    assert bar.value() > before
    people.rows[0].head.grip.dragged.emit(form.mapToGlobal(QPoint(100, 2)))

    assert bar.value() == before


def test_a_row_dropped_where_it_was_stays_and_makes_no_step_of_undo(form: FormView, bridge: Bridge) -> None:
    people, before = rows_of(form), bridge.desk.undo_step
    line = people.rows[1]

    drag(line.head.grip, line.mapToGlobal(QPoint(10, line.height() // 2)))

    assert bridge.desk.undo_step == before


def test_what_a_name_lacks_is_shown_in_its_row_and_only_that(make_bridge: BridgeMaker, qtbot: object) -> None:
    draft = sample("guimaraes")
    people = list(draft.facts.people)
    short = {tag: words for tag, words in people[3].family.items() if tag in ("kk", "ru")}
    people[3] = dataclasses.replace(people[3], family=short)
    bridge = make_bridge(draft.with_facts(dataclasses.replace(draft.facts, people=tuple(people))))
    form = FormView(bridge)
    qtbot.addWidget(form)  # type: ignore[attr-defined]

    rows = rows_of(form).rows

    assert rows[3].head.presence.missing == ("en", "pt")
    assert "en, pt" in rows[3].head.presence.accessibleName()


def test_an_empty_draft_can_be_filled_with_the_keyboard_alone(make_bridge: BridgeMaker, qtbot: object) -> None:
    facts = Facts(type="working_visit", languages=("kk", "ru", "en", "pt"))
    bridge = make_bridge(Draft(facts=facts))
    form = FormView(bridge)
    qtbot.addWidget(form)  # type: ignore[attr-defined]
    form.show()
    form.activateWindow()
    people = rows_of(form)

    people.add_button.setFocus()
    press(people.add_button, Qt.Key.Key_Space)
    type_text(focused(form), "Данияр")
    press(focused(form), Qt.Key.Key_Return)
    type_text(focused(form), "Сейіт")
    bridge.settle()

    person = bridge.draft.facts.people[0]
    assert (person.given, person.family) == ({"kk": "Данияр"}, {"kk": "Сейіт"})
    assert person.id == "p1"
    assert people.rows[0].head.words[0] == "Данияр Сейіт"


def test_undo_of_an_added_person_leaves_the_focus_beside_where_they_were(form: FormView, bridge: Bridge) -> None:
    people = rows_of(form)
    people.add_here(1)
    assert given(people.rows[2]).hasFocus()

    bridge.undo()

    assert people.rows[2].head.hasFocus()
    assert len(people.rows) == 4


def test_arrows_walk_among_the_rows_past_an_open_card(form: FormView) -> None:
    people = rows_of(form)
    people.toggle(people.rows[0])
    people.rows[1].head.setFocus()

    press(people.rows[1].head, Qt.Key.Key_Up)
    assert people.rows[0].head.hasFocus()
    press(people.rows[0].head, Qt.Key.Key_Down)

    assert people.rows[1].head.hasFocus()


def test_a_cell_whose_person_undo_took_away_writes_into_nobody_else(form: FormView, bridge: Bridge) -> None:
    people = rows_of(form)
    people.add_here(1)
    type_text(given(people.rows[2]), "Ана ")  # the space at the end would be dropped when the cell is left
    after = bridge.draft.facts.people[3]

    while len(bridge.draft.facts.people) > 4:
        bridge.undo()

    assert bridge.draft.facts.people[2] == after
    assert bridge.desk.redo_step is not None


def test_everything_that_keys_do_with_a_row_the_mouse_can_do_too(form: FormView, bridge: Bridge) -> None:
    people, before = rows_of(form), names(bridge)

    up, down, after, remove = people.row_menu(0).actions()
    assert [a.isEnabled() for a in (up, down, after, remove)] == [False, True, True, True]
    down.trigger()
    assert names(bridge) == [before[1], before[0], *before[2:]]
    people.row_menu(0).actions()[3].trigger()

    assert names(bridge) == [before[0], *before[2:]]


def test_the_card_s_own_button_takes_its_row_out(form: FormView, bridge: Bridge) -> None:
    people, before = rows_of(form), names(bridge)
    card = people.open_row(people.rows[2])

    card.remove_wanted.emit()

    assert names(bridge) == [*before[:2], before[3]]


def test_where_there_is_one_answer_nobody_is_asked(form: FormView, bridge: Bridge) -> None:
    figures = rows_of(form, "facts")

    figures.add_here()

    only = next(f for f in figures.spec.fields if f.path == "kind").options
    assert len(only) == 1
    assert bridge.draft.facts.facts[-1].kind == only[0].value
