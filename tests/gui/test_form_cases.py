"""All cases of a name: what the grammar knows, what it guesses, and how a person says it better."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.gui.conftest import BridgeMaker, press, type_text

from pressdesk.app.samples import sample
from pressdesk.gui.bridge import Bridge
from pressdesk.gui.form.cases import CASES, CasesPopover
from pressdesk.gui.form.grid import TextGrid
from pressdesk.gui.form.traces import base_of, grammar_traits, guesses, owner_of, slips, spot, stands
from pressdesk.gui.form.view import FormView
from pressdesk.model import paths
from pressdesk.model.draft import Draft
from pressdesk.model.findings import Finding, Kind, Severity
from pressdesk.render.render import render
from pressdesk.text.spans import Span


def undecided() -> Draft:
    """The model release with a president whose name is in no lexicon, and its harmony undecided."""
    draft = sample("guimaraes")
    facts = paths.put(draft.facts, "people[1].kk.harmony", "")
    return draft.with_facts(paths.put(facts, "people[1].family.kk", "Тамбуру"))


@pytest.fixture
def bridge(make_bridge: BridgeMaker) -> Bridge:
    return make_bridge(undecided())


@pytest.fixture
def popover(bridge: Bridge, qtbot: QtBot) -> CasesPopover:
    form = FormView(bridge)
    qtbot.addWidget(form)
    form.resize(600, 900)
    form.show()
    form.activateWindow()
    bridge.start()
    qtbot.waitUntil(lambda: not bridge.busy, timeout=10_000)
    form.open_field("people[1].given", "kk")
    grid = next(g for g in form.findChildren(TextGrid) if g.path == "people[1].given")
    assert grid.in_text is not None
    grid.in_text.all_cases.click()
    QApplication.processEvents()
    found = form.findChild(CasesPopover)
    assert found is not None
    return found


def test_every_case_has_its_form(popover: CasesPopover) -> None:
    forms = {feature: popover._lines[feature].text() for feature in CASES[1:]}

    assert all(form.startswith("Рикарду Тамбуру") for form in forms.values())
    assert forms["INS"] == "Рикарду Тамбурумен"
    assert len(set(forms.values())) == 6


def test_a_guess_says_that_it_is_one_and_a_rule_that_it_is_a_rule(popover: CasesPopover, bridge: Bridge) -> None:
    say = bridge.ui.say

    assert popover._marks["GEN"].text() == say("form.how.guessed")
    assert popover._marks["INS"].text() == say("form.how.rule")


def test_one_answer_decides_all_cases_and_is_stored_with_the_name(popover: CasesPopover, bridge: Bridge) -> None:
    back = popover._choices.button(0)
    assert popover._harmony_box.isVisible()

    back.click()

    assert bridge.draft.facts.people[1].kk.harmony == "back"
    assert popover._lines["DAT"].text() == "Рикарду Тамбуруға"
    assert popover._marks["DAT"].text() != bridge.ui.say("form.how.guessed")
    popover._choices.button(1).click()
    assert bridge.draft.facts.people[1].kk.harmony == "front"
    assert popover._lines["DAT"].text() == "Рикарду Тамбуруге"


def test_a_second_click_takes_the_answer_back(popover: CasesPopover, bridge: Bridge) -> None:
    popover._choices.button(0).click()

    popover._choices.button(0).click()

    assert bridge.draft.facts.people[1].kk.harmony == ""


def test_a_typed_form_beats_the_grammar_in_the_text_too(popover: CasesPopover, bridge: Bridge) -> None:
    line = popover._lines["INS"]
    line.setFocus()
    line.end(False)

    type_text(line, "ен")

    assert bridge.draft.facts.people[1].kk.forms["INS"] == "Рикарду Тамбуруменен"
    assert popover._marks["INS"].text() == bridge.ui.say("form.how.typed")
    assert "Рикарду Тамбуруменен" in render(bridge.draft, "kk").plain()


def test_an_emptied_form_gives_the_word_back_to_the_grammar(popover: CasesPopover, bridge: Bridge) -> None:
    line = popover._lines["INS"]
    line.setFocus()
    type_text(line, "х")

    line.selectAll()
    press(line, Qt.Key.Key_Backspace)

    assert "INS" not in bridge.draft.facts.people[1].kk.forms
    assert line.placeholderText() == "Рикарду Тамбурумен"


def test_undo_is_seen_in_the_open_table(popover: CasesPopover, bridge: Bridge) -> None:
    popover._choices.button(0).click()

    bridge.undo()

    assert not popover._choices.button(0).isChecked()
    assert popover._marks["DAT"].text() == bridge.ui.say("form.how.guessed")


def test_a_table_of_somebody_who_is_gone_closes(popover: CasesPopover, bridge: Bridge) -> None:
    for _ in range(3):
        bridge.remove("people[1]")

    assert not popover.isVisible()


def test_a_part_of_a_name_stands_as_the_whole_name() -> None:
    draft = undecided()

    standing = stands(render(draft, "kk"), "people[1].given")

    assert standing is not None
    assert (standing.stem, standing.ending) == ("Рикарду Тамбуру", "мен")


def test_a_capital_at_the_beginning_of_a_sentence_is_no_ending() -> None:
    draft = sample("vila-serena")

    standing = stands(render(draft, "kk"), "purposes[0]")

    assert standing is not None
    assert standing.stem.startswith("Сауда-экономикалық")
    assert standing.ending == ""


def test_what_is_not_in_the_text_does_not_stand_there() -> None:
    draft = undecided()

    assert stands(render(draft, "kk"), "people[9].given") is None
    assert stands(None, "people[1].given") is None
    assert guesses(render(draft, "kk"), "people[9]") == ""


def test_a_slip_in_the_text_is_found_in_the_fact_that_knows_no_endings() -> None:
    assert spot("гылыми-техникалық", "гылыми-техникалық") == Span(0, 17)
    assert spot("Рикарду Тамбуру", "Тамбурумен") == Span(8, 15)
    assert spot("туризм саласы", "туризмнің") == Span(0, 6)
    assert spot('"Жасыл астана"', "«Жасыл\u00a0астана»") == Span(0, 14)
    assert spot("бай қор , бай жер", " ", 7) == Span(7, 8)
    assert spot("бай қор , бай жер", "бай", 9) == Span(10, 13)
    assert spot("туризм", "көлік") is None
    assert spot("туризм", "") is None


def test_what_a_language_lacks_is_no_slip() -> None:
    gap = Finding("b", Span(0, 3), "⟦кім⟧", "facts.gap", Kind.FACTS, Severity.ERROR, "…", field="people[1]")
    slip = Finding("b", Span(0, 3), "Тамбуру", "kk.spelling", Kind.SPELLING, Severity.ERROR, "…", field="people[1]")

    assert slips([gap, slip], "people[1].family") == [slip]
    assert slips([gap, slip], "people[2].family") == []


def test_only_names_have_an_owner_whose_cases_can_be_asked_for() -> None:
    facts = undecided().facts

    assert owner_of(facts, "people[1].given") == "people[1]"
    assert owner_of(facts, "organisations[0].name") == "organisations[0]"
    assert owner_of(facts, "event.place.name") == "event.place"
    assert owner_of(facts, "headline.text") == ""
    assert owner_of(facts, "people[1].title.text") == ""


def test_the_grammar_is_given_the_name_as_it_is_said() -> None:
    facts = paths.put(undecided().facts, "people[1].name_order", "family_first")

    assert base_of(facts, "people[1]", "kk") == "Тамбуру Рикарду"
    assert grammar_traits(facts, "people[1]")["given"] == "Рикарду"


def test_a_table_whose_card_is_gone_closes_without_a_word(popover: CasesPopover, bridge: Bridge) -> None:
    window = popover.window()
    popover.anchor.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()

    window.resize(700, 800)

    assert not any(p.isVisible() for p in window.findChildren(CasesPopover))
