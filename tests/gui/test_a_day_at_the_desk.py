"""A day at the desk, nothing faked but the questions: a secretary writes, mends, exports, closes and opens again."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.gui.conftest import FakeAsker, press, settled, type_text

from pressdesk.app.places import Places
from pressdesk.app.proofing import Proofing
from pressdesk.gui.main_window import MainWindow
from pressdesk.gui.shell.export_sheet import ExportSheet
from pressdesk.gui.shell.start_page import StartPage
from pressdesk.model.facts import Organisation, Person, Step, Title
from pressdesk.model.findings import Finding
from pressdesk.model.paths import get

pytestmark = pytest.mark.slow

WindowMaker = Callable[..., MainWindow]


@pytest.fixture
def checker(places: Places) -> Iterator[Proofing]:
    made = Proofing(places, "kk")
    yield made
    made.close()


def write(window: MainWindow, path: str, text: str, language: str = "kk") -> None:
    """Opens a field as a click on its word would, and types."""
    assert window.bridge is not None
    assert window.desk_view is not None
    window.desk_view.form.open_field(path, language)
    field = window.focusWidget()
    assert isinstance(field, QWidget)
    type_text(field, text)
    assert get(window.bridge.draft.facts, f"{path}.{language}") == text


def lead(window: MainWindow, language: str = "kk") -> str:
    assert window.bridge is not None
    return window.bridge.releases[language].lead.replace("\u00a0", " ")


def spelling(window: MainWindow) -> list[Finding]:
    assert window.bridge is not None
    return [f for f in window.bridge.findings.get("kk", ()) if f.rule == "kk.spelling"]


def test_a_visit_is_written_mended_exported_closed_and_opened_again(
    make_window: WindowMaker, checker: Proofing, asker: FakeAsker, qtbot: QtBot, tmp_path: Path
) -> None:
    window = make_window(checker=checker)

    # she begins a new release: the sentence is there, with holes that ask
    page = window.findChild(StartPage)
    assert page is not None
    page.new_wanted.emit("working_visit")
    settled(qtbot, window)
    bridge = window.bridge
    assert bridge is not None
    assert "⟦қай қалаға⟧ жұмыс сапармен барды" in lead(window)

    # she writes the facts, in the nominative; the endings come by themselves
    write(window, "event.place.name", "Порту")
    post = Title(role="ambassador", of="kz")
    bridge.insert("people[0]", Person(id="amb", gender="f", title=post))
    write(window, "people[0].given", "Мәлика")
    write(window, "people[0].family", "Серікқызы")
    bridge.insert("organisations[0]", Organisation(id="hall"))
    write(window, "organisations[0].name", "Порту мэриясы")
    mayor = Person(id="mayor", gender="m", title=Title(org="hall", text={"kk": "басшы"}))
    bridge.insert("people[1]", mayor)
    write(window, "people[1].given", "Жуан")
    write(window, "people[1].family", "Перейра")
    bridge.insert("programme[0]", Step(kind="meeting", with_="mayor", topics=({"kk": "гылым"}, {"kk": "туризм"})))
    settled(qtbot, window)

    assert "Елшісі Мәлика Серікқызы Порту қаласына жұмыс сапармен барды" in lead(window)
    meeting = next(b.text for b in bridge.releases["kk"].blocks if "кездесуде" in b.text)
    assert meeting.startswith("Порту мэриясының басшысы Жуан Перейрамен кездесуде гылым және туризм салаларындағы")

    # what is misspelt is underlined, and leads to its field
    qtbot.waitUntil(lambda: [f.text for f in spelling(window)] == ["гылым"], timeout=20000)
    (slip,) = spelling(window)
    assert slip.field == "programme[0].topics[0]"
    assert "ғылым" in [s.text for s in slip.suggestions]

    # one click mends it in the form and in the text; undo brings it back, redo mends it again
    assert bridge.apply(slip, "ғылым")
    assert get(bridge.draft.facts, "programme[0].topics[0].kk") == "ғылым"
    window.run("undo")
    assert get(bridge.draft.facts, "programme[0].topics[0].kk") == "гылым"
    window.run("redo")
    settled(qtbot, window)
    qtbot.waitUntil(lambda: spelling(window) == [], timeout=20000)

    # she saves it and hands a Word file and a page to the press officer
    asker.path = tmp_path / "Порту сапары"
    window.run("save")
    window.run("export")
    sheet = window.findChild(ExportSheet)
    assert sheet is not None
    sheet.folder = tmp_path / "out"
    for one in sheet.lines:
        one.tick.setChecked(one.tag == "kk")
    for name, card in sheet.formats.items():
        card.button.setChecked(name in ("docx", "html"))
    with qtbot.waitSignal(sheet.written, timeout=20000):
        qtbot.mouseClick(sheet.go, Qt.MouseButton.LeftButton)
    text = bridge.releases["kk"].plain()
    files = sorted((tmp_path / "out").iterdir(), key=lambda p: p.suffix)
    assert [p.suffix for p in files] == [".docx", ".html"]
    words = "\n".join(p.text for p in Document(str(files[0])).paragraphs)
    assert all(line in words for line in text.splitlines())
    assert "Жуан Перейрамен" in files[1].read_text(encoding="utf-8")

    # she closes, and finds everything again
    press(sheet, Qt.Key.Key_Escape)
    window.run("home")
    assert window.bridge is None
    assert asker.asked == ["save " + asker.asked[0].removeprefix("save ")], "a saved draft closes without a question"
    assert window.open_path(tmp_path / "Порту сапары.pressdesk")
    settled(qtbot, window)
    assert window.bridge is not None
    assert window.bridge.releases["kk"].plain() == text
