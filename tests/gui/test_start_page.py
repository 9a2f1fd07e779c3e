from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from tests.gui.conftest import press, settled

from pressdesk.app.places import Places
from pressdesk.app.recovery import Journal, Note
from pressdesk.app.samples import names, sample
from pressdesk.app.settings import Settings
from pressdesk.gui.main_window import MainWindow
from pressdesk.gui.shell.start_cards import DraftRow, KindCard
from pressdesk.gui.shell.start_page import StartPage
from pressdesk.render.pack import packs
from pressdesk.store.draft_file import save_draft

WindowMaker = Callable[..., MainWindow]


def page_of(window: MainWindow) -> StartPage:
    assert window.start_page is not None
    return window.start_page


def words_of(page: StartPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel))


def test_a_new_release_begins_with_a_click_on_its_kind(make_window: WindowMaker, qtbot: QtBot) -> None:
    window = make_window()
    card = page_of(window).findChild(KindCard)
    assert card is not None
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)

    assert window.bridge is not None
    assert window.bridge.draft.facts.type == "working_visit"
    assert not window.touched


@pytest.mark.slow
def test_every_kind_and_every_sample_opens_on_the_desk(make_window: WindowMaker) -> None:
    window = make_window()
    page = page_of(window)
    for kind in packs():
        page.new_wanted.emit(kind.id)
        assert window.bridge is not None
        assert window.bridge.draft.facts.type == kind.id
    for name in names():
        window.bring_sample(name)
        assert window.bridge is not None
        groups = [section.group for section in window.bridge.kind.sections]
        assert groups == sorted(groups, key=lambda group: group != "facts"), name


def test_a_kind_shows_its_first_sentence_with_holes(make_window: WindowMaker, qtbot: QtBot) -> None:
    card = page_of(make_window()).findChild(KindCard)
    assert card is not None
    qtbot.waitUntil(lambda: "қай қалаға" in card.sentence.text(), timeout=10000)
    assert "⟦" not in card.sentence.text()


def test_every_sample_can_be_opened_by_keyboard_alone(make_window: WindowMaker, qtbot: QtBot) -> None:
    window = make_window()
    page = page_of(window)
    for _ in range(20):
        now = QApplication.focusWidget()
        assert now is not None
        if isinstance(now, DraftRow):
            break
        press(now, Qt.Key.Key_Down)
    assert isinstance(now, DraftRow)
    assert len(page.findChildren(DraftRow)) == len(names())
    press(now, Qt.Key.Key_Space, text=" ")

    assert window.bridge is not None


def test_recent_drafts_are_read_in_the_background_with_what_their_languages_lack(
    make_window: WindowMaker, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "visit.pressdesk"
    save_draft(sample("guimaraes"), path)
    page = page_of(make_window(settings=Settings(recent=(str(path),))))
    qtbot.waitUntil(lambda: "Гимарайнш" in words_of(page) and "visit.pressdesk" in words_of(page), timeout=10000)
    assert "✓" in words_of(page)


@pytest.mark.parametrize("content", [None, b"no draft at all"])
def test_a_recent_draft_that_is_gone_or_damaged_is_still_listed_and_says_so(
    make_window: WindowMaker, qtbot: QtBot, tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "visit.pressdesk"
    if content is not None:
        path.write_bytes(content)
    window = make_window(settings=Settings(recent=(str(path),)))
    page = page_of(window)
    said = "файл табылмады" if content is None else "файл бүлінген"
    qtbot.waitUntil(lambda: said in words_of(page), timeout=10000)
    assert window.bridge is None


def test_a_draft_that_is_gone_can_be_taken_off_the_list(make_window: WindowMaker, qtbot: QtBot, tmp_path: Path) -> None:
    gone = str(tmp_path / "gone.pressdesk")
    window = make_window(settings=Settings(recent=(gone,)))
    page_of(window).forget_wanted.emit(gone)

    assert window.preferences.settings.recent == ()
    assert "gone" not in words_of(page_of(window))


def crash(places: Places, words: int = 212) -> Journal:
    """What a killed program leaves: a journal whose lock nobody holds."""
    journal = Journal(places)
    note = Note("Гимарайнш", "", "working_visit", words, datetime(2026, 5, 1, 18, 5))
    journal.write(sample("guimaraes"), note)
    journal.abandon()
    return journal


def test_what_a_crash_left_is_offered_first_and_brought_back(
    make_window: WindowMaker, qtbot: QtBot, places: Places
) -> None:
    crash(places)
    window = make_window(language="ru")
    page = page_of(window)
    assert "Восстановлено 212 слов" in words_of(page)
    look = next(b for b in page.findChildren(QPushButton) if b.text() == "Посмотреть")
    qtbot.mouseClick(look, Qt.MouseButton.LeftButton)

    settled(qtbot, window)
    assert window.bridge is not None
    assert window.bridge.draft == sample("guimaraes")
    assert window.touched  # it is in no file yet, so closing must ask


def test_what_a_crash_left_is_removed_only_on_purpose(make_window: WindowMaker, qtbot: QtBot, places: Places) -> None:
    journal = crash(places)
    window = make_window()
    assert journal.file.exists()
    away = next(b for b in page_of(window).findChildren(QPushButton) if b.text() == "Қажет емес")
    qtbot.mouseClick(away, Qt.MouseButton.LeftButton)

    assert not journal.file.exists()
    assert "212" not in words_of(page_of(window))


def test_a_damaged_journal_gives_one_sentence_and_stays(make_window: WindowMaker, qtbot: QtBot, places: Places) -> None:
    journal = crash(places)
    journal.file.write_bytes(b"torn")
    window = make_window()
    look = next(b for b in page_of(window).findChildren(QPushButton) if b.text() == "Қарау")
    qtbot.mouseClick(look, Qt.MouseButton.LeftButton)

    assert window.bridge is None
    assert window.banner.isVisible()
    assert journal.file.read_bytes() == b"torn"
