"""Every kind of field, in a real form of the shipped release type, around a real desk."""

import dataclasses
import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from tests.gui.conftest import BridgeMaker, press, type_text

from pressdesk.app.samples import sample
from pressdesk.gui.bridge import Bridge
from pressdesk.gui.form.chips import ChipsField
from pressdesk.gui.form.dates import DateField
from pressdesk.gui.form.editor import Editor
from pressdesk.gui.form.entities import PartyField
from pressdesk.gui.form.grid import TextGrid
from pressdesk.gui.form.phrases import PhrasesField, WordsPopover
from pressdesk.gui.form.simple import ChoiceField, NumberField
from pressdesk.gui.form.view import FormView
from pressdesk.model import paths
from pressdesk.model.draft import Draft
from pressdesk.model.facts import Ref
from pressdesk.model.findings import Finding, Kind, Severity
from pressdesk.text.spans import Span

CTRL = Qt.KeyboardModifier.ControlModifier


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


def editor(form: FormView, path: str) -> Editor:
    """The editor of a fact; the card it lies in is opened."""
    form.open_field(path)
    found = [e for e in form.findChildren(Editor) if e.covers(path)]
    return max(found, key=lambda e: len(e.path))


def focused(form: FormView) -> QWidget:
    widget = form.focusWidget()
    assert widget is not None
    return widget


def fact(bridge: Bridge, path: str) -> object:
    return paths.get(bridge.draft.facts, path)


# --- words by language -----------------------------------------------------------------------------------------------


def test_typed_words_become_the_fact_in_their_language(form: FormView, bridge: Bridge) -> None:
    form.open_field("people[1].family", "pt")

    type_text(focused(form), "қ")

    assert fact(bridge, "people[1].family.pt") == "қAraújo"
    assert fact(bridge, "people[1].family.kk") == "Араужу"


def test_a_field_of_one_row_shows_the_window_s_language_and_opens_with_the_focus(form: FormView) -> None:
    grid = next(e for e in form.findChildren(TextGrid) if e.path == "event.place.name")
    assert grid.folded

    form.open_field("event.place.name", "en")

    assert not grid.folded
    assert grid.cell("en").hasFocus()
    assert grid.cell("en").text == "Guimarães"


def test_person_s_names_and_post_stand_side_by_side(form: FormView) -> None:
    grid = editor(form, "people[1].given")

    assert isinstance(grid, TextGrid)
    assert [spec.path for spec in grid.columns] == ["given", "family", "title.text"]
    assert [grid.cell("ru", n).text for n in range(3)] == ["Рикарду", "Араужу", "президент"]


def test_emptied_words_leave_the_language_out(form: FormView, bridge: Bridge) -> None:
    grid = editor(form, "people[1].given")
    assert isinstance(grid, TextGrid)

    grid.cell("pt").selectAll()
    press(grid.cell("pt"), Qt.Key.Key_Backspace)

    given = bridge.draft.facts.people[1].given
    assert "pt" not in given
    assert given["kk"] == "Рикарду"


def test_undo_takes_the_typing_back_in_place_and_keeps_focus_and_cursor(form: FormView, bridge: Bridge) -> None:
    grid = editor(form, "people[1].given")
    assert isinstance(grid, TextGrid)
    cell = grid.cell("kk")
    cell.setFocus()
    type_text(cell, "абв")
    assert cell.text == "абвРикарду"

    bridge.undo()

    assert cell.text == "Рикарду"
    assert cell.hasFocus()
    bridge.redo()
    assert cell.text == "абвРикарду"
    assert cell.textCursor().position() == 3


def test_ctrl_z_in_a_cell_is_left_to_the_window(form: FormView, bridge: Bridge) -> None:
    form.open_field("people[1].given", "kk")
    type_text(focused(form), "аб")

    press(focused(form), Qt.Key.Key_Z, CTRL)

    assert fact(bridge, "people[1].given.kk") == "абРикарду"


def test_enter_goes_to_the_next_cell_and_arrows_to_the_next_language(form: FormView) -> None:
    grid = editor(form, "people[1].given")
    assert isinstance(grid, TextGrid)
    grid.cell("kk").setFocus()

    press(grid.cell("kk"), Qt.Key.Key_Return, text="\r")
    assert grid.cell("kk", 1).hasFocus()
    press(grid.cell("kk", 1), Qt.Key.Key_Down)

    assert grid.cell("ru", 1).hasFocus()
    assert "\n" not in grid.cell("kk").text


def test_spaces_at_the_ends_are_dropped_when_the_field_is_left(form: FormView, bridge: Bridge) -> None:
    grid = editor(form, "people[1].given")
    assert isinstance(grid, TextGrid)
    grid.cell("kk").setFocus()

    type_text(grid.cell("kk"), "  ")
    grid.cell("ru").setFocus()

    assert fact(bridge, "people[1].given.kk") == "Рикарду"
    assert grid.cell("kk").text == "Рикарду"


def test_the_focused_field_is_told(form: FormView, bridge: Bridge) -> None:
    told: list[str] = []
    bridge.field_focused.connect(told.append)

    form.open_field("people[1].family", "ru")
    form.open_field("attribution.position")

    assert told[-2:] == ["people[1].family", "attribution.position"]


def test_long_words_take_the_lines_they_need(form: FormView) -> None:
    grid = editor(form, "headline.text")
    assert isinstance(grid, TextGrid)
    before = grid.cell("kk").height()

    type_text(grid.cell("kk"), "сөз " * 60)

    assert grid.cell("kk").height() >= 3 * before


# --- dates, numbers, choices -----------------------------------------------------------------------------------------


def date_field(form: FormView) -> DateField:
    found = editor(form, "dateline.date")
    assert isinstance(found, DateField)
    found.line.selectAll()
    return found


def test_a_date_typed_freely_is_taken_and_written_out_in_full(form: FormView, bridge: Bridge) -> None:
    found = date_field(form)

    type_text(found.line, "14.5.2026")

    assert bridge.draft.facts.dateline.date == dt.date(2026, 5, 14)
    found.line.clearFocus()
    assert found.line.text() == "2026 жылғы 14 мамыр"


def test_a_wrong_date_stays_as_typed_and_says_how_to_mend_it(form: FormView, bridge: Bridge) -> None:
    found = date_field(form)

    type_text(found.line, "31.02.2026")
    found.line.clearFocus()

    assert bridge.draft.facts.dateline.date is None
    assert found.line.text() == "31.02.2026"
    assert "31.02.2026" in found.complaint()
    assert found.line.property("state") == "error"


def test_a_wrong_date_that_is_mended_says_no_more(form: FormView, bridge: Bridge) -> None:
    found = date_field(form)
    type_text(found.line, "31.02.2026")
    found.line.clearFocus()

    found.line.setFocus()
    found.line.selectAll()
    type_text(found.line, "28 ақпан 2026")
    found.line.clearFocus()

    assert bridge.draft.facts.dateline.date == dt.date(2026, 2, 28)
    assert found.complaint() == ""
    assert not found.line.property("state")


def test_undo_brings_a_date_back_over_a_wrong_one(form: FormView, bridge: Bridge) -> None:
    found = date_field(form)
    before = found.line.text()
    type_text(found.line, "кеше")
    found.line.clearFocus()

    bridge.undo()

    assert found.line.text() == before
    assert found.complaint() == ""


def test_the_calendar_gives_a_day(form: FormView, bridge: Bridge) -> None:
    found = date_field(form)

    found.take(dt.date(2026, 1, 2))

    assert bridge.draft.facts.dateline.date == dt.date(2026, 1, 2)
    assert found.line.text() == "2026 жылғы 2 қаңтар"


def test_a_number_in_words_is_no_number(form: FormView, bridge: Bridge) -> None:
    found = editor(form, "facts[0].value")
    assert isinstance(found, NumberField)
    found.line.selectAll()

    type_text(found.line, "жетпіс")
    found.line.clearFocus()

    assert fact(bridge, "facts[0].value") is None
    assert "жетпіс" in found.complaint()


def test_a_number_with_decimals_is_taken_where_the_facts_allow_it(form: FormView, bridge: Bridge) -> None:
    found = editor(form, "facts[0].value")
    assert isinstance(found, NumberField)
    found.line.selectAll()

    type_text(found.line, "68,5")

    assert fact(bridge, "facts[0].value") == 68.5


def test_a_choice_is_one_step_of_undo(form: FormView, bridge: Bridge) -> None:
    found = editor(form, "people[1].gender")
    assert isinstance(found, ChoiceField)

    found.choose("f")
    assert fact(bridge, "people[1].gender") == "f"
    bridge.undo()

    assert fact(bridge, "people[1].gender") == "m"


def test_a_value_that_is_none_of_the_answers_is_kept_and_shown(make_bridge: BridgeMaker, qtbot: object) -> None:
    draft = sample("guimaraes")
    facts = paths.put(draft.facts, "people[1].title.role", "alderman")
    bridge = make_bridge(draft.with_facts(facts))
    form = FormView(bridge)
    qtbot.addWidget(form)  # type: ignore[attr-defined]

    form.open_field("people[1].title.role")

    assert focused(form).currentText() == "alderman"  # type: ignore[attr-defined]
    assert fact(bridge, "people[1].title.role") == "alderman"


# --- people, organisations, countries --------------------------------------------------------------------------------


def test_a_person_is_chosen_among_the_draft_s_by_typing_in_any_language(form: FormView, bridge: Bridge) -> None:
    found = editor(form, "quote.by")
    assert isinstance(found, PartyField)

    type_text(found.line, "Ricar")
    assert next(offer.text for offer in found.offers.offers) == "Рикарду Араужу"
    press(found.line, Qt.Key.Key_Return)

    assert fact(bridge, "quote.by") == bridge.draft.facts.people[1].id
    assert [chip.text for chip in found.chips] == ["Рикарду Араужу"]


def test_somebody_new_is_made_in_place_in_one_step(form: FormView, bridge: Bridge) -> None:
    before = len(bridge.draft.facts.people)
    found = editor(form, "quote.by")
    assert isinstance(found, PartyField)

    type_text(found.line, "Ана Силва")
    press(found.line, Qt.Key.Key_Return, CTRL)

    person = bridge.draft.facts.people[-1]
    assert (person.given, person.family) == ({"kk": "Ана"}, {"kk": "Силва"})
    assert fact(bridge, "quote.by") == person.id
    bridge.undo()
    assert len(bridge.draft.facts.people) == before
    assert fact(bridge, "quote.by") == ""


def test_a_name_that_nobody_bears_stays_in_the_line_and_says_what_to_do(form: FormView, bridge: Bridge) -> None:
    found = editor(form, "quote.by")
    assert isinstance(found, PartyField)

    type_text(found.line, "Белгісіз")
    form.open_field("attribution.position")

    assert fact(bridge, "quote.by") == ""
    assert found.line.text() == "Белгісіз"
    assert "Белгісіз" in found.complaint()


def test_a_person_taken_out_of_a_field_stays_in_the_draft(form: FormView, bridge: Bridge) -> None:
    before = bridge.draft.facts.people
    found = editor(form, "programme[0].with")
    assert isinstance(found, PartyField)
    found.chips[0].setFocus()

    press(found.chips[0], Qt.Key.Key_Delete)

    assert fact(bridge, "programme[0].with") == ""
    assert bridge.draft.facts.people == before


def test_a_person_s_chip_opens_the_person(form: FormView) -> None:
    found = editor(form, "programme[0].with")
    assert isinstance(found, PartyField)

    found.chips[0].clicked.emit()

    assert focused(form) is editor(form, "people[1].given").cell("kk")  # type: ignore[attr-defined]


def test_a_country_s_chip_opens_its_names(form: FormView, bridge: Bridge) -> None:
    found = editor(form, "partner")
    assert isinstance(found, PartyField)

    found.chips[0].clicked.emit()
    popover = form.findChild(WordsPopover)
    assert popover is not None
    popover.grid.cell("pt").selectAll()
    type_text(popover.grid.cell("pt"), "Portugal Z")

    assert "Portugal Z" in [country.name.get("pt") for country in bridge.draft.facts.countries]


# --- phrases ---------------------------------------------------------------------------------------------------------


def phrases(form: FormView, path: str = "programme[0].topics") -> PhrasesField:
    found = editor(form, path)
    assert isinstance(found, PhrasesField)
    return found


def test_typed_words_become_a_chip_and_the_line_waits_for_the_next(form: FormView, bridge: Bridge) -> None:
    found = phrases(form)
    before = len(found.chips)
    found.open_line()

    type_text(found.line, "теңіз көлігі")
    press(found.line, Qt.Key.Key_Return)

    assert bridge.draft.facts.programme[0].topics[-1] == {"kk": "теңіз көлігі"}
    assert len(found.chips) == before + 1
    assert found.line.hasFocus()
    assert found.line.text() == ""


def test_words_of_a_register_s_entry_become_the_entry_with_all_its_languages(form: FormView, bridge: Bridge) -> None:
    found = phrases(form, "headline.sectors")
    found.open_line()

    type_text(found.line, "туризм")
    press(found.line, Qt.Key.Key_Return)

    ref = bridge.draft.facts.headline.sectors[-1]
    assert isinstance(ref, Ref)
    assert bridge.draft.register[ref].text["en"] == "tourism"


def test_an_entry_is_chosen_from_what_is_offered(form: FormView, bridge: Bridge) -> None:
    found = phrases(form, "headline.sectors")
    found.open_line()

    type_text(found.line, "тури")
    press(found.line, Qt.Key.Key_Down)
    press(found.line, Qt.Key.Key_Return)

    assert isinstance(bridge.draft.facts.headline.sectors[-1], Ref)


def test_left_and_right_walk_among_chips_and_del_removes_one(form: FormView, bridge: Bridge) -> None:
    found = phrases(form)
    before = [chip.text for chip in found.chips]
    found.chips[0].setFocus()

    press(found.chips[0], Qt.Key.Key_Right)
    assert found.chips[1].hasFocus()
    press(found.chips[1], Qt.Key.Key_Delete)

    assert [chip.text for chip in found.chips] == [before[0], *before[2:]]
    assert found.chips[1].hasFocus()


def test_all_chips_of_a_field_are_one_tab_stop(form: FormView) -> None:
    found = phrases(form)

    stops = [chip for chip in found.chips if chip.focusPolicy() & Qt.FocusPolicy.TabFocus]

    assert len(found.chips) > 1
    assert len(stops) == 1


def test_alt_and_an_arrow_move_a_chip(form: FormView, bridge: Bridge) -> None:
    found = phrases(form)
    before = bridge.draft.facts.programme[0].topics
    found.chips[0].setFocus()

    press(found.chips[0], Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)

    after = bridge.draft.facts.programme[0].topics
    assert after[:2] == (before[1], before[0])
    assert found.chips[1].hasFocus()


def test_a_chip_opens_its_languages_and_editing_keeps_the_others(form: FormView, bridge: Bridge) -> None:
    found = phrases(form)
    english = bridge.draft.text_of(bridge.draft.facts.programme[0].topics[0])["en"]

    found.chips[0].clicked.emit()
    popover = form.findChild(WordsPopover)
    assert popover is not None
    popover.grid.cell("kk").selectAll()
    type_text(popover.grid.cell("kk"), "өндіріс")
    bridge.settle()

    phrase = bridge.draft.facts.programme[0].topics[0]
    assert not isinstance(phrase, Ref)
    assert (phrase["kk"], phrase["en"]) == ("өндіріс", english)
    assert found.chips[0].text == "өндіріс"


def test_escape_closes_the_languages_and_gives_the_focus_back(form: FormView) -> None:
    found = phrases(form)
    found.chips[0].setFocus()
    found.chips[0].clicked.emit()
    popover = form.findChild(WordsPopover)
    assert popover is not None

    press(focused(popover.window()), Qt.Key.Key_Escape)  # type: ignore[arg-type]

    assert not popover.isVisible()
    assert found.chips[0].hasFocus()


def test_a_chip_whose_words_are_underlined_in_the_text_is_marked(form: FormView, bridge: Bridge) -> None:
    from pressdesk.model.findings import Finding, Kind, Severity
    from pressdesk.text.spans import Span

    found = phrases(form)
    path = "programme[0].topics[1]"
    finding = Finding(
        "b2", Span(0, 3), "гыл", "kk.spelling", Kind.SPELLING, Severity.ERROR, "…", field=path, language="kk"
    )

    bridge.findings["kk"] = (finding,)
    bridge.findings_ready.emit("kk", (finding,))

    assert [chip.property("tone") for chip in found.chips][:2] == ["", "error"]
    bridge.findings["kk"] = ()
    bridge.findings_ready.emit("kk", ())
    assert found.chips[1].property("tone") == ""


def test_companies_visited_are_chips_of_organisations(form: FormView, bridge: Bridge) -> None:
    number = next(n for n, s in enumerate(bridge.draft.facts.programme) if s.sites)
    path = f"programme[{number}].sites"
    before = bridge.draft.facts.programme[number].sites
    found = editor(form, path)
    assert isinstance(found, ChipsField)
    assert len(found.chips) == len(before)

    found.chips[0].setFocus()
    press(found.chips[0], Qt.Key.Key_Delete)

    assert fact(bridge, path) == before[1:]


def test_a_phrase_that_lacks_a_language_says_so_on_its_chip(make_bridge: BridgeMaker, qtbot: object) -> None:
    draft: Draft = sample("guimaraes")
    steps = (dataclasses.replace(draft.facts.programme[0], topics=({"kk": "теңіз"},)),)
    bridge = make_bridge(draft.with_facts(dataclasses.replace(draft.facts, programme=steps)))
    form = FormView(bridge)
    qtbot.addWidget(form)  # type: ignore[attr-defined]

    found = phrases(form)

    told = found.chips[0].accessibleDescription()
    assert all(tag in told for tag in ("ru", "en", "pt"))
    assert "kk" not in told


def test_a_chip_opened_from_the_text_has_the_cursor_in_the_language_of_the_text(form: FormView, bridge: Bridge) -> None:
    bridge.put("purposes[0]", {"kk": "сауда", "en": "trade"}, typing=False)

    form.open_field("purposes[0]", "en")

    popover = form.window().findChild(WordsPopover)
    assert popover is not None
    assert popover.grid.cell("en").hasFocus()


def test_a_click_on_an_underlined_chip_of_the_text_opens_no_second_box(form: FormView, bridge: Bridge) -> None:
    path = "purposes[0]"
    words = "экономикалық дипломатияны ілгерілету"
    slip = Finding("lead", Span(0, len(words)), words, "kk.spelling", Kind.SPELLING, Severity.ERROR, "…", field=path,
                   language="kk")  # fmt: skip
    bridge.findings["kk"] = (slip,)
    bridge.findings_ready.emit("kk", (slip,))

    form.open_field(path, "kk")

    assert form.window().findChild(WordsPopover) is None
    form.open_field("purposes[1]", "kk")
    assert form.window().findChild(WordsPopover) is not None
