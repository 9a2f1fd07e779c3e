"""The program as it is started: one process, one window."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QRect, QTranslator
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from pressdesk.app.places import Places
from pressdesk.app.samples import sample
from pressdesk.app.settings import Settings, settings_file
from pressdesk.gui.jobs import Lane
from pressdesk.gui.shell.failure import Hook
from pressdesk.gui.start import Dresser, window_language, within
from pressdesk.store.draft_file import save_draft

# opens the window as the command does and closes it once the first draft (or, without one, the window) is there
PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from pressdesk.app.places import Places
from pressdesk.gui import start
from pressdesk.gui.main_window import MainWindow
made = MainWindow.__init__
def watched(self, *args):
    made(self, *args)
    def end(*_):
        print("title:", self.windowTitle(), "| told:", self.banner.text, flush=True)
        QTimer.singleShot(50, self.close)
    self.draft_opened.connect(end)
    if len(sys.argv) < 3:
        QTimer.singleShot(0, self, end)
    else:
        QTimer.singleShot(4000, self, end)
MainWindow.__init__ = watched
path = Path(sys.argv[2]) if len(sys.argv) > 2 else None
sys.exit(start.run_desk(path, Places.at(sys.argv[1]), "kk"))
"""


def run(*arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([sys.executable, "-c", PROGRAM, *arguments], capture_output=True, text=True, timeout=60)


def test_the_program_opens_a_draft_in_the_language_asked_for_and_ends_well(tmp_path: Path) -> None:
    path = tmp_path / "visit.pressdesk"
    save_draft(sample("guimaraes"), path)
    done = run(str(tmp_path / "home"), str(path))

    assert done.returncode == 0, done.stderr
    assert "Гимарайнш – жұмыс сапары" in done.stdout
    assert str(path) in settings_file(Places.at(tmp_path / "home")).read_text(encoding="utf-8")


def test_the_program_starts_with_broken_settings_and_says_so(tmp_path: Path) -> None:
    file = settings_file(Places.at(tmp_path))
    file.parent.mkdir(parents=True)
    file.write_text("theme = = dark", encoding="utf-8")
    done = run(str(tmp_path))

    assert done.returncode == 0, done.stderr
    assert "the defaults are used" in done.stdout


@pytest.mark.parametrize(
    ("wish", "setting", "language"), [("ru", "kk", "ru"), (None, "kk", "kk"), ("fr", "kk", "kk"), ("fr", "", "en")]
)
def test_the_command_line_beats_the_settings_and_the_settings_beat_the_system(
    monkeypatch: pytest.MonkeyPatch, wish: str | None, setting: str, language: str
) -> None:
    monkeypatch.setattr(QLocale, "system", staticmethod(lambda: QLocale("fr_FR")))

    assert window_language(Settings(language=setting), wish) == language


@pytest.fixture
def restored(qapp: QApplication) -> Iterator[None]:
    sheet, palette, font, locale = qapp.styleSheet(), qapp.palette(), qapp.font(), QLocale()
    yield
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)
    qapp.setFont(font)
    QLocale.setDefault(locale)
    for catalogue in qapp.findChildren(QTranslator):
        qapp.removeTranslator(catalogue)


def test_qts_own_words_follow_the_window(qapp: QApplication, tmp_path: Path, restored: None, qtbot: QtBot) -> None:
    tag = ["ru"]
    dresser = Dresser(qapp, Places.at(tmp_path), lambda _: tag[0])
    words = []
    for tag[0] in ("ru", "en"):
        dresser.dress(Settings())
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        qtbot.addWidget(box)
        words.append(box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", ""))

    assert words == ["Отмена", "Cancel"]


@pytest.mark.parametrize(("language", "own"), [("kk", "Қайда қарау:"), ("ru", "Перейти к:"), ("en", "Look in:")])
def test_qt_s_own_file_dialog_speaks_the_window_s_language(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot, restored: None, language: str, own: str
) -> None:
    Dresser(qapp, Places.at(tmp_path), lambda _: language).dress(Settings())
    dialog = QFileDialog(None, "…", str(tmp_path))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    labels = [label.text().replace("&", "") for label in dialog.findChildren(QLabel)]

    assert own in labels
    assert language == "en" or not any("type" in label or "name" in label for label in labels)


def test_what_qt_lacks_in_kazakh_it_says_in_russian(qapp: QApplication, tmp_path: Path, restored: None) -> None:
    Dresser(qapp, Places.at(tmp_path), lambda _: "kk").dress(Settings())

    assert QCoreApplication.translate("QFileDialog", "My Computer") == "Мой компьютер"
    assert QCoreApplication.translate("QFileDialog", "a word that Qt does not say") == "a word that Qt does not say"


def test_a_window_with_its_frame_fits_into_the_work_area() -> None:
    room = QRect(0, 30, 1440, 870)

    assert within(QRect(100, 100, 800, 600), room) == QRect(100, 100, 800, 600)
    assert within(QRect(0, 0, 1440, 900), room) == room
    assert within(QRect(-20, 10, 800, 600), room) == QRect(0, 30, 800, 600)
    assert within(QRect(1000, 700, 800, 600), room) == QRect(640, 300, 800, 600)


def test_text_size_and_colours_of_the_settings_are_worn(qapp: QApplication, tmp_path: Path, restored: None) -> None:
    dresser = Dresser(qapp, Places.at(tmp_path), lambda _: "kk")
    theme, _ = dresser.dress(Settings(theme="dark", text_size=150))

    assert theme.dark
    assert qapp.font().pixelSize() == 21
    assert theme.hex("card") in qapp.styleSheet()


def test_a_mistake_in_a_worker_thread_reaches_the_window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    hook = Hook()
    threads: list[int] = []
    hook.broke.connect(lambda *_: threads.append(threading.get_ident()))
    monkeypatch.setattr(sys, "excepthook", hook.hook)
    lane = Lane(0)

    def wrong() -> Iterator[object]:
        yield 1 / 0

    with qtbot.waitSignal(hook.broke, timeout=5000) as told:
        lane.ask(wrong, at_once=True)
    lane.drop()

    assert told.args is not None
    assert told.args[0] == "ZeroDivisionError: division by zero"
    assert "in wrong" in told.args[1]
    assert threads == [threading.get_ident()]
