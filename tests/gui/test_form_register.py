"""The register within the form: names offered while typing, whole records that come, «Add to the register»."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.gui.conftest import BridgeMaker, press, type_text

from pressdesk.app.places import Places
from pressdesk.app.register.layers import Layers
from pressdesk.app.register.own import OwnRegister
from pressdesk.app.samples import sample, start
from pressdesk.gui.bridge import Bridge
from pressdesk.gui.form.editor import Editor
from pressdesk.gui.form.entities import PartyField
from pressdesk.gui.form.grid import TextGrid
from pressdesk.gui.form.lists import ListField
from pressdesk.gui.form.registered import KeepButton
from pressdesk.gui.form.view import FormView
from pressdesk.model.facts import Entry, Organisation, Person, Title
from pressdesk.model.register import Book, Post, of

MAYOR = of(
    Person(
        given={"kk": "Рикарду", "ru": "Рикарду", "en": "Ricardo", "pt": "Ricardo"},
        family={"kk": "Араужу", "ru": "Араужу", "en": "Araújo", "pt": "Araújo"},
        gender="m",
    ),
    "araujo",
    posts=(Post(title=Title(role="president", org="chamber"), from_=dt.date(2021, 1, 1)),),
)
CHAMBER = of(
    Organisation(name={"kk": "Гимарайнш муниципалдық палатасы", "en": "Guimarães Municipal Chamber"}), "chamber"
)
CREDIT = of(Entry(kind="credit", text={"kk": "Ақорда", "ru": "Акорда", "en": "Akorda"}), "credit.akorda")


@pytest.fixture
def kept(places: Places) -> Book:
    def fill(book: Book) -> Book:
        for record in (MAYOR, CHAMBER, CREDIT):
            book = book.with_record(record)
        return book

    return OwnRegister(places).change(fill)


@pytest.fixture
def form(kept: Book, make_bridge: BridgeMaker, qtbot: QtBot) -> tuple[FormView, Bridge]:
    bridge = make_bridge(start("working_visit"))
    view = FormView(bridge)
    qtbot.addWidget(view)
    view.resize(640, 900)
    view.show()
    return view, bridge


def editor(view: FormView, path: str) -> object:
    view.open_field(path)
    return next(e for e in view.findChildren(Editor) if e.path == path)


@pytest.mark.usefixtures("kept")
def test_a_person_of_the_register_is_chosen_by_a_few_letters_and_comes_whole(
    make_bridge: BridgeMaker, qtbot: QtBot
) -> None:
    bridge = make_bridge(start("bilateral_meeting"))
    view = FormView(bridge)
    qtbot.addWidget(view)
    field = editor(view, "counterpart")
    assert isinstance(field, PartyField)
    offered = [offer for offer in field.offered("arauj") if not offer.new]
    assert [offer.text for offer in offered] == ["Рикарду Араужу"]
    assert "Гимарайнш" in offered[0].note
    before = bridge.draft
    offered[0].choose()
    facts = bridge.draft.facts
    assert facts.people[0].family == MAYOR.person.family  # type: ignore[union-attr]
    assert facts.people[0].title == Title(role="president", org="chamber")
    assert facts.organisations[0].name == CHAMBER.organisation.name  # type: ignore[union-attr]
    assert facts.counterpart == "araujo"
    bridge.undo()
    assert bridge.draft == before
    bridge.redo()
    assert [offer.text for offer in field.offered("arauj") if not offer.new] == []


def test_somebody_whose_name_is_typed_into_a_card_is_offered_and_fills_the_card(
    form: tuple[FormView, Bridge],
) -> None:
    view, bridge = form
    people = editor(view, "people")
    assert isinstance(people, ListField)
    people.add_here()
    bridge.put("people[0].gender", "f", typing=False)
    grid = next(e for e in people.rows[0].card.editors if isinstance(e, TextGrid))  # type: ignore[union-attr]
    edit = grid.cell("kk", 1)
    edit.setFocus(Qt.FocusReason.OtherFocusReason)
    type_text(edit, "Арау")
    assert bridge.draft.facts.people[0].family == {"kk": "Арау"}
    press(edit, Qt.Key.Key_Down)
    press(edit, Qt.Key.Key_Return)
    person = bridge.draft.facts.people[0]
    assert (person.id, person.gender) == ("p1", "m")
    assert person.given["pt"] == "Ricardo"
    assert person.title.org == "chamber"


def test_one_letter_offers_nothing_and_what_is_typed_stays_without_a_choice(form: tuple[FormView, Bridge]) -> None:
    view, bridge = form
    grid = editor(view, "photo.credit")
    assert isinstance(grid, TextGrid)
    edit = grid.cell("kk")
    edit.setFocus(Qt.FocusReason.OtherFocusReason)
    type_text(edit, "А")
    type_text(edit, "қо")
    press(edit, Qt.Key.Key_Return)
    assert bridge.draft.facts.photo.credit == {"kk": "Ақо"}


def test_a_photo_credit_and_a_city_come_in_all_languages(form: tuple[FormView, Bridge]) -> None:
    view, bridge = form
    for path, words in (("photo.credit", "Ақор"), ("event.place.name", "Лисса")):
        grid = editor(view, path)
        assert isinstance(grid, TextGrid)
        edit = grid.cell("kk")
        edit.setFocus(Qt.FocusReason.OtherFocusReason)
        type_text(edit, words)
        press(edit, Qt.Key.Key_Down)
        press(edit, Qt.Key.Key_Return)
    assert bridge.draft.facts.photo.credit == CREDIT.phrase.text  # type: ignore[union-attr]
    place = bridge.draft.facts.event.place
    assert place.name["pt"] == "Lisboa"
    assert place.type == "city"
    assert place.country in {country.id for country in bridge.draft.facts.countries}


def keep_button(view: FormView, path: str) -> KeepButton:
    view.open_field(path)
    return next(button for button in view.findChildren(KeepButton) if button._path() == path.rpartition(".")[0])


def test_a_person_of_the_draft_is_added_to_the_register_from_the_card(
    places: Places, make_bridge: BridgeMaker, qtbot: QtBot
) -> None:
    bridge = make_bridge(sample("guimaraes"), "en")
    view = FormView(bridge)
    qtbot.addWidget(view)
    view.show()
    button = keep_button(view, "people[1].family")
    assert button.text() == "Add to the register"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (button.text(), button.isEnabled()) == ("In the register", False)
    names = [record.names["en"] for record in Layers.at(places).own if record.kind == "person"]
    assert names == ["Ricardo Araújo"]

    bridge.put("people[1].family.pt", "Araujo")
    qtbot.waitUntil(lambda: button.text() == "Update the register", timeout=2000)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    record = next(r for r in Layers.at(places).own if r.kind == "person")
    assert record.names["pt"].endswith("Araujo")


def test_a_damaged_register_is_told_once_and_the_shipped_one_still_offers(
    places: Places, make_bridge: BridgeMaker, qtbot: QtBot
) -> None:
    places.register.parent.mkdir(parents=True)
    places.register.write_text("{", encoding="utf-8")
    bridge = make_bridge(start("working_visit"))
    told: list[str] = []
    bridge.failed.connect(lambda error: told.append(str(error)))
    view = FormView(bridge)
    qtbot.addWidget(view)
    field = editor(view, "partner")
    assert isinstance(field, PartyField)
    assert any(offer.text == "Португалия" for offer in field.offered("Порт"))
    field.offered("Порту")
    assert len(told) == 1
    assert "damaged" in told[0]
