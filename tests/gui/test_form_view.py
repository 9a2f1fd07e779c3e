"""The form as a whole: made from the release type, told of problems, opened at a field."""

import dataclasses
import datetime as dt

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tests.gui.conftest import BridgeMaker, type_text

from pressdesk.app.desk import Desk
from pressdesk.app.samples import sample
from pressdesk.gui.bridge import Bridge
from pressdesk.gui.form.editor import Editor, FieldBox
from pressdesk.gui.form.grid import TextGrid
from pressdesk.gui.form.lists import ListField
from pressdesk.gui.form.stem import Stem
from pressdesk.gui.form.view import FormView
from pressdesk.gui.kit.icons import Icons
from pressdesk.gui.kit.theme import Theme
from pressdesk.model import paths
from pressdesk.model.check import problems
from pressdesk.model.draft import Draft
from pressdesk.model.facts import Facts
from pressdesk.model.fields import FieldKind, FieldSpec, ReleaseType, Section
from pressdesk.text.messages import UI_LANGUAGES, Messages


def show(bridge: Bridge, qtbot: QtBot, width: int = 552) -> FormView:
    form = FormView(bridge)
    qtbot.addWidget(form)
    form.resize(width, 900)
    form.show()
    form.activateWindow()
    QApplication.processEvents()
    return form


@pytest.fixture
def bridge(make_bridge: BridgeMaker) -> Bridge:
    return make_bridge(sample("guimaraes"))


@pytest.fixture
def form(bridge: Bridge, qtbot: QtBot) -> FormView:
    return show(bridge, qtbot)


def editors(form: FormView) -> list[Editor]:
    return [editor for view in form.sections for editor in view.editors]


def box(form: FormView, path: str) -> FieldBox:
    boxes = [b for b in form.findChildren(FieldBox) if b.editor.covers(path)]
    return max(boxes, key=lambda b: len(b.editor.path))


def settle(bridge: Bridge, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not bridge.busy, timeout=10_000)


def test_every_field_of_the_release_type_has_an_editor_in_its_order(form: FormView, bridge: Bridge) -> None:
    assert [e.spec.path for e in editors(form)] == [f.path for f in bridge.kind.fields()]


class _Odd(Desk):
    """A desk whose release type is none of the shipped ones."""

    @property
    def kind(self) -> ReleaseType:
        word = {"kk": "сөз", "ru": "слово", "en": "word"}
        fields = tuple(
            FieldSpec(path=path, kind=kind, label=word)
            for path, kind in (
                ("event.time", FieldKind.TIME),
                ("own", FieldKind.COUNTRY),
                ("issuer.site", FieldKind.LINE),
                ("agreement.signatories", FieldKind.PARTIES),
                ("audience", FieldKind.TEXT),
            )
        )
        section = Section(id="only", icon="flag", label=word, fields=fields)
        return ReleaseType(id="odd", label=word, languages=("kk", "en"), sections=(section,))


def test_a_release_type_that_nobody_foresaw_gets_its_form(theme: Theme, bridge: Bridge, qtbot: QtBot) -> None:
    desk = _Odd(bridge.desk.places, Draft(facts=Facts(type="working_visit")))
    odd = Bridge(desk, Messages("en"), theme, Icons(theme))
    form = show(odd, qtbot)

    form.open_field("event.time")
    type_text(form.focusWidget(), "15.30")  # type: ignore[arg-type]
    form.open_field("audience", "en")
    type_text(form.focusWidget(), "all")  # type: ignore[arg-type]
    form.open_field("issuer.site")
    type_text(form.focusWidget(), "gov.kz")  # type: ignore[arg-type]

    facts = odd.draft.facts
    assert (facts.event.time, facts.audience, facts.issuer.site) == (dt.time(15, 30), {"en": "all"}, "gov.kz")
    odd.close()


def test_a_path_opens_the_card_and_the_language_picks_the_row(form: FormView) -> None:
    form.open_field("people[3].given", "pt")

    cell = form.focusWidget()
    assert isinstance(cell, QPlainTextEdit)
    assert cell.accessibleName().endswith("pt")
    assert "Raul" in cell.toPlainText()


def test_a_path_with_the_language_at_its_end_picks_the_row_too(form: FormView) -> None:
    form.open_field("people[3].given.ru")

    assert form.focusWidget().accessibleName().endswith("ru")  # type: ignore[union-attr]


def test_a_path_without_a_field_of_its_own_opens_the_nearest(form: FormView) -> None:
    form.open_field("event.place.type")

    grid = next(e for e in editors(form) if e.path == "event.place.name")
    assert isinstance(grid, TextGrid)
    assert grid.cell(grid.languages[0]).hasFocus()


def test_a_path_that_leads_nowhere_moves_nothing(form: FormView) -> None:
    form.open_field("event.date")
    before = form.focusWidget()

    form.open_field("nowhere.at.all")

    assert form.focusWidget() is before


def test_errors_are_listed_in_the_order_of_the_form(make_bridge: BridgeMaker, qtbot: QtBot) -> None:
    bridge = empty_bridge(make_bridge)
    form = show(bridge, qtbot)
    form.set_problems(list(reversed(problems(bridge.draft, bridge.kind))))

    form.show_errors()

    order = [field.path for field in bridge.kind.fields()]
    listed = [order.index(link.path) for link in form.summary.links]
    assert listed == sorted(listed)
    assert len(listed) > 3


def test_scrolling_to_a_section_leaves_the_focus_alone(form: FormView) -> None:
    form.open_field("event.date")
    before = form.focusWidget()

    form.scroll_to_section("photo")

    assert form.focusWidget() is before


def test_scrolling_to_a_section_tells_that_it_is_in_view(form: FormView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.section_in_view, check_params_cb=lambda name: name == "photo", timeout=3000):
        form.scroll_to_section("photo")


def test_the_section_of_the_focused_field_is_the_one_in_view(form: FormView, qtbot: QtBot) -> None:
    told: list[str] = []
    form.section_in_view.connect(told.append)

    form.open_field("programme[0].topics[0]")
    qtbot.wait(1)
    form.open_field("people[1].given")
    qtbot.wait(1)

    assert told[-2:] == ["programme", "people"]


def test_a_hand_on_the_scroll_bar_says_which_section_is_looked_at(form: FormView) -> None:
    told: list[str] = []
    form.section_in_view.connect(told.append)
    bar = form._area.verticalScrollBar()

    bar.triggerAction(QAbstractSlider.SliderAction.SliderToMaximum)
    assert told[-1] == "attribution"
    bar.triggerAction(QAbstractSlider.SliderAction.SliderToMinimum)

    assert told[-1] == "event"


# --- problems --------------------------------------------------------------------------------------------------------


def empty_bridge(make_bridge: BridgeMaker, language: str = "kk") -> Bridge:
    facts = Facts(type="working_visit", languages=("kk", "ru", "en", "pt"))
    return make_bridge(Draft(facts=facts), language)


def test_an_empty_draft_does_not_shout(make_bridge: BridgeMaker, qtbot: QtBot) -> None:
    bridge = empty_bridge(make_bridge)
    form = show(bridge, qtbot)

    form.set_problems(problems(bridge.draft, bridge.kind))

    assert form.summary.isHidden()
    assert all(b.message.text == "" for b in form.findChildren(FieldBox))


def test_a_failed_export_lists_the_errors_and_each_leads_to_its_field(make_bridge: BridgeMaker, qtbot: QtBot) -> None:
    bridge = empty_bridge(make_bridge)
    form = show(bridge, qtbot)
    found = problems(bridge.draft, bridge.kind)
    form.set_problems(found)

    form.show_errors()

    listed = [link.path for link in form.summary.links]
    assert sorted(listed) == sorted(p.path for p in found if p.severity.value == "error")
    assert form.summary.buttons[0].hasFocus()
    for button, path in zip(form.summary.buttons, listed, strict=True):
        button.click()
        focus = form.focusWidget()
        assert focus is not None
        editor = box(form, path).editor
        rows = isinstance(editor, ListField) and focus is editor.add_button  # the section's heading holds it
        assert rows or box(form, path).isAncestorOf(focus), path


def test_the_list_and_the_field_say_the_same(make_bridge: BridgeMaker, qtbot: QtBot) -> None:
    bridge = empty_bridge(make_bridge, "ru")
    form = show(bridge, qtbot)
    form.set_problems(problems(bridge.draft, bridge.kind))

    form.show_errors()

    said = box(form, "own").message.text
    assert said
    assert any(button.text().endswith(said) for button in form.summary.buttons)


def test_a_mended_error_leaves_the_list(make_bridge: BridgeMaker, qtbot: QtBot) -> None:
    bridge = empty_bridge(make_bridge)
    form = show(bridge, qtbot)
    form.set_problems(problems(bridge.draft, bridge.kind))
    form.show_errors()
    before = len(form.summary.buttons)

    bridge.put("event.date", dt.date(2025, 12, 22), typing=False)
    form.set_problems(problems(bridge.draft, bridge.kind))

    assert len(form.summary.buttons) == before - 1


def test_latin_letters_within_a_kazakh_word_are_marked_at_once(form: FormView, bridge: Bridge, qtbot: QtBot) -> None:
    form.open_field("people[1].given", "kk")
    cell = form.focusWidget()
    assert isinstance(cell, QPlainTextEdit)

    type_text(cell, "a")  # a Latin letter before «Рикарду»
    settle(bridge, qtbot)

    grid = box(form, "people[1].given").editor
    assert isinstance(grid, TextGrid)
    messages = [m.text for m in grid._messages.values() if m.text]
    assert len(messages) == 1
    assert "aРикарду" in messages[0]
    assert cell.parentWidget().property("state") == "error"
    assert cell.hasFocus()


def test_a_language_that_lacks_a_name_is_an_error_that_leads_to_its_cell(
    make_bridge: BridgeMaker, qtbot: QtBot
) -> None:
    draft = sample("guimaraes")
    facts = paths.put(draft.facts, "people[3].family.en", "")
    facts = paths.put(facts, "people[3].given.en", "")
    bridge = make_bridge(draft.with_facts(facts))
    form = show(bridge, qtbot)
    bridge.start()
    settle(bridge, qtbot)

    form.show_errors()

    links = [b for b in form.summary.buttons if "Рауль Фангейру" in b.text()]
    assert len(links) == 1
    assert "ағылшынша" in links[0].text()
    links[0].click()
    focus = form.focusWidget()
    assert focus is not None
    assert focus.accessibleName().endswith("en")


def test_closing_the_list_makes_the_form_quiet_again(make_bridge: BridgeMaker, qtbot: QtBot) -> None:
    bridge = empty_bridge(make_bridge)
    form = show(bridge, qtbot)
    form.set_problems(problems(bridge.draft, bridge.kind))
    form.show_errors()

    form.summary.closed.emit()

    assert form.summary.isHidden()
    assert all(b.message.text == "" for b in form.findChildren(FieldBox))


# --- the text --------------------------------------------------------------------------------------------------------


def test_a_name_s_card_says_how_it_stands_in_the_text(form: FormView, bridge: Bridge, qtbot: QtBot) -> None:
    bridge.start()
    settle(bridge, qtbot)

    form.open_field("people[1].family", "kk")

    grid = box(form, "people[1].given").editor
    assert isinstance(grid, TextGrid)
    assert grid.in_text is not None
    assert grid.in_text.isVisible()
    assert grid.in_text.words.accessibleName() == "Рикарду Араужумен"


def test_the_line_follows_the_language_of_the_text(form: FormView, bridge: Bridge, qtbot: QtBot) -> None:
    bridge.start()
    settle(bridge, qtbot)
    form.open_field("people[1].family", "kk")

    bridge.show_language("en")

    grid = box(form, "people[1].given").editor
    assert isinstance(grid, TextGrid)
    assert grid.in_text is not None
    assert grid.in_text.words.accessibleName() == "Ricardo Araújo"


def test_a_date_says_beside_its_label_how_it_stands_in_the_text(make_bridge: BridgeMaker, qtbot: QtBot) -> None:
    bridge = make_bridge(sample("vila-serena"))
    form = show(bridge, qtbot)
    bridge.start()
    settle(bridge, qtbot)
    before = box(form, "event.date").editor.y()

    form.open_field("event.date")
    QApplication.processEvents()

    stem = box(form, "event.date").findChild(Stem)
    assert stem is not None
    assert stem.isVisible()
    assert stem.accessibleName().replace("\u00a0", " ") == "21 сәуірде"
    assert box(form, "event.date").editor.y() == before
    form.open_field("attribution.position")
    assert not stem.isVisible()


# --- languages, names, widths ----------------------------------------------------------------------------------------


def test_another_set_of_languages_makes_other_rows(form: FormView, bridge: Bridge) -> None:
    facts = dataclasses.replace(bridge.draft.facts, languages=("kk", "en"))

    bridge.change(bridge.draft.with_facts(facts), "languages")
    form.open_field("event.place.name")

    grid = box(form, "event.place.name").editor
    assert isinstance(grid, TextGrid)
    assert grid.languages == ("kk", "en")


@pytest.mark.parametrize("language", UI_LANGUAGES)
def test_everything_that_takes_the_focus_has_a_name(make_bridge: BridgeMaker, qtbot: QtBot, language: str) -> None:
    form = show(make_bridge(sample("guimaraes"), language), qtbot)
    form.open_field("people[0].given")
    form.open_field("programme[0].topics")
    form.open_field("facts[0].value")

    nameless = [
        w
        for w in form.findChildren(QWidget)
        if w.focusPolicy() & Qt.FocusPolicy.TabFocus
        and isinstance(w, QAbstractButton | QLineEdit | QPlainTextEdit | QComboBox)
        and not (w.accessibleName() or (isinstance(w, QAbstractButton) and w.text()))
    ]

    assert nameless == []


def test_tab_goes_through_the_form_in_the_order_of_reading(form: FormView) -> None:
    form.open_field("people[1].given", "kk")
    seen: list[str] = []
    for _ in range(12):
        widget = form.focusWidget()
        assert widget is not None
        seen.append(widget.accessibleName())
        form.focusNextPrevChild(True)

    assert seen == [f"{name}, {tag}" for tag in ("kk", "ru", "en", "pt") for name in ("Аты", "Тегі", "Лауазымы")]


@pytest.mark.parametrize("width", [400, 432, 552, 680])
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_nothing_is_wider_than_the_form(make_bridge: BridgeMaker, qtbot: QtBot, width: int, language: str) -> None:
    draft = sample("guimaraes")
    facts = paths.put(draft.facts, "organisations[0].kk.possessed", False)
    bridge = make_bridge(draft.with_facts(facts), language)
    form = show(bridge, qtbot, width)
    bridge.start()
    settle(bridge, qtbot)
    for path in ("people[1].given", "programme[0].topics", "organisations[0].name", "outcomes", "event.place.name"):
        form.open_field(path)
        QApplication.processEvents()
        body = form.findChild(QWidget, "formbody")
        assert body is not None
        assert body.minimumSizeHint().width() <= width - 12, path


def test_every_sentence_of_the_form_speaks_all_three_languages() -> None:
    import tomllib

    from pressdesk import data

    raw = tomllib.loads(data.resources("ui", "strings_form.toml").read_text(encoding="utf-8"))

    def entries(table: dict[str, object]) -> list[dict[str, object]]:
        if "en" in table:
            return [table]
        return [entry for inner in table.values() if isinstance(inner, dict) for entry in entries(inner)]

    found = entries(raw)
    assert len(found) > 60
    assert all(set(entry) == set(UI_LANGUAGES) for entry in found)


def test_a_form_that_is_gone_hears_nothing_more(bridge: Bridge) -> None:
    form = FormView(bridge)
    form.open_field("people[1].given")
    form.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    bridge.put("attribution.position", "after_2", typing=False)

    assert bridge.draft.facts.attribution.position == "after_2"
