"""Makes the pictures of docs/pictures from the sample draft, in a real window without a screen.

    python docs/screenshots.py [NAME ...]

Every picture is made by a process of its own, because Qt reads the screen's scale once. The checkers of this machine
are used as they are: where LanguageTool is not set up, the pictures say so.
"""

import dataclasses
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "pictures"
PATIENCE = 60  # seconds until texts and checks must be there


@dataclasses.dataclass(frozen=True)
class Picture:
    """One picture: the window's language, colours, logical size, the screen's scale, and what is done in it."""

    language: str
    theme: str
    size: tuple[int, int]
    scale: int
    act: str


PICTURES = {
    "desk-kk-light": Picture("kk", "light", (1440, 900), 1, "desk"),
    "desk-kk-dark": Picture("kk", "dark", (1440, 900), 1, "popover"),
    "desk-kk-1024": Picture("kk", "light", (1024, 640), 1, "desk"),
    "desk-kk-200": Picture("kk", "light", (720, 450), 2, "desk"),
    "start": Picture("kk", "light", (1280, 800), 1, "start"),
    "export": Picture("kk", "light", (1440, 900), 1, "export"),
    "register-kk": Picture("kk", "light", (1440, 900), 1, "register"),
    "errors-ru": Picture("ru", "light", (1440, 900), 1, "errors"),
    "form-credentials": Picture("kk", "light", (1440, 900), 1, "form:salvania-credentials:counterpart"),
    "form-business-forum": Picture("kk", "dark", (1440, 900), 1, "form:salvania-forum:facts"),
    "form-consular-notice": Picture("kk", "light", (1440, 900), 1, "form:salvania-closed:notice.from"),
    "rewrite-kk": Picture("kk", "light", (1440, 900), 1, "rewrite:vila-serena"),
    "findings-kk": Picture("kk", "light", (1440, 900), 1, "findings"),
    "findings-kk-dark": Picture("kk", "dark", (1440, 900), 1, "findings-popover"),
    "findings-kk-200": Picture("kk", "light", (720, 520), 2, "findings"),
    "findings-kk-other-version": Picture("kk", "light", (1440, 900), 1, "findings-elsewhere"),
    "why-kk": Picture("kk", "light", (1440, 900), 1, "findings-why"),
    "fix-kk": Picture("kk", "light", (1440, 900), 1, "fix:vila-serena"),
    "fix-kk-dark": Picture("kk", "dark", (1440, 900), 1, "fix:vila-serena"),
    "fix-kk-200": Picture("kk", "light", (720, 520), 2, "fix:vila-serena"),
    "checklist-kk": Picture("kk", "light", (1440, 900), 1, "checklist:salvania-water"),
    "checklist-kk-200": Picture("kk", "light", (720, 450), 2, "checklist:salvania-water"),
    "checklist-forced-kk-dark": Picture("kk", "dark", (1024, 640), 1, "forced:salvania-water"),
    "text-kk": Picture("kk", "light", (1440, 900), 1, "text"),
    "text-kk-dark": Picture("kk", "dark", (1024, 640), 1, "text"),
    "text-kk-200": Picture("kk", "light", (720, 450), 2, "text"),
    "stale-kk-dark": Picture("kk", "dark", (1440, 900), 1, "stale:vila-serena"),
}


def main() -> int:
    """Makes all pictures, or those named."""
    names = sys.argv[1:] or list(PICTURES)
    FOLDER.mkdir(exist_ok=True)
    for name in names:
        if name not in PICTURES:
            print(f"There is no picture “{name}”; there are {', '.join(PICTURES)}.", file=sys.stderr)
            return 2
        surroundings = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "QT_SCALE_FACTOR": str(PICTURES[name].scale),
            "PRESSDESK_PICTURE": name,
        }
        subprocess.run([sys.executable, __file__], env=surroundings, check=True)
        print(FOLDER / f"{name}.png")
    return 0


def draw(name: str) -> None:
    """Makes one picture, in this process."""
    from PySide6.QtWidgets import QApplication

    from pressdesk.app.places import Places
    from pressdesk.app.settings import Settings
    from pressdesk.gui.kit.theme import load_fonts
    from pressdesk.gui.main_window import MainWindow, Surroundings
    from pressdesk.gui.start import CheckerOwner, Dresser

    picture = PICTURES[name]
    app = QApplication([])
    app.setStyle("Fusion")
    load_fonts()
    with tempfile.TemporaryDirectory() as home:
        places = Places.at(home)
        own = Places.at().languagetool
        if own.is_dir():
            places.data.mkdir(parents=True)
            places.languagetool.symlink_to(own)
        settings = Settings(theme=picture.theme)
        if picture.act == "start":
            settings = dataclasses.replace(settings, recent=_yesterday(places, Path(home)))
        checker = CheckerOwner(places)
        around = Surroundings(
            places=places,
            dress=Dresser(app, places, lambda _: picture.language).dress,
            language=lambda _: picture.language,
            checker=lambda: checker.get(picture.language),
        )
        window = MainWindow(around, settings)
        window.resize(*picture.size)
        window.show()
        window.activateWindow()
        _spin(app, 0.5)
        if picture.act == "text":
            _write_a_text(app, window)
        elif picture.act != "start":
            _act(app, window, picture.act)
        window.grab().save(str(FOLDER / f"{name}.png"))
        if window.autosave is not None and window.bridge is not None:
            window.autosave.close()
            window.bridge.close()
        checker.close()
    os._exit(0)


TEXT = """Елші Вила-Серена қаласына барды

Елші Айгерім Сапарова қала әкімімен кездесіп, екі жақты ынтымактастықты дамыту жолдарын талқылады. Кездесуде "Жасыл \
астана" жобасы таныстырылды.

Министр «Мы будем развивать сотрудничиство во всех сферах.» деді. Solmar компаниясы гылыми бағыттарға қызығушылық \
танытты.

В посольстве состоялась встречча с представителями деловых кругов. Стороны обсудил вопросы торговли.

The embasador met the the mayor and visited the university.

O embaixador foi recebidoo pelo presidente da câmara municipal e visitou a universidade.
"""


def _write_a_text(app: object, window: object) -> None:
    """The window of any text, with slips in four languages, at the second finding."""
    from pressdesk.gui.main_window import MainWindow

    assert isinstance(window, MainWindow)
    window.run("text")
    view = window.text.view
    assert view is not None
    view.show_text(TEXT)
    checking = view.checking
    assert checking is not None
    _wait(app, lambda: not checking.busy)
    _spin(app, 0.5)
    view.step(1)
    view.step(1)
    _spin(app, 0.3)


def _act(app: object, window: object, act: str) -> None:
    from pressdesk.gui.main_window import MainWindow

    assert isinstance(window, MainWindow)
    what, _, of = act.partition(":")
    name, _, field = of.partition(":")
    window.bring_sample(name or "guimaraes")
    bridge, view = window.bridge, window.desk_view
    assert bridge is not None
    assert view is not None
    _wait(app, lambda: not bridge.busy)
    if what in ("rewrite", "stale"):
        _rewrite(app, window, stale=what == "stale")
    elif what == "fix":
        _write_rudely(bridge)
    elif what == "form":
        view.open_field(field, "")
    elif act == "errors":
        bridge.put("event.place.name", {})
        bridge.put("people[3].family.en", "")
        bridge.put("photo.alt.ru", "")
        bridge.put("event.date", None)
    elif what.startswith("findings"):
        _plant_of_every_kind(bridge)
    elif what not in ("checklist", "forced"):
        _plant_a_slip(bridge)
        view.open_field("people[1].family", "kk")
    if act == "export":
        bridge.put("people[3].family.en", "")
    _spin(app, 0.5)
    _wait(app, lambda: not bridge.busy)
    _spin(app, 1.0)
    if act == "register":
        _keep_people(window)
    if what in ("checklist", "forced"):
        _look_over(app, window, forced=what == "forced")
    if act in ("export", "errors"):
        window.run(act)
    if what == "fix":
        window.run("fix_all")
    if what.startswith("findings"):
        _show_findings(app, window, act)
    if act == "popover":
        finding = next((f for f in bridge.findings["kk"] if f.text.startswith("гылыми")), None)
        view.findings.select(finding)
        view.page.show_finding(finding, popover=True)
    _spin(app, 0.6)


def _write_rudely(bridge: object) -> None:
    """Two paragraphs written by hand as on a typewriter, in two languages."""
    from pressdesk.app.amending import living, take_up, write
    from pressdesk.gui.bridge import Bridge
    from pressdesk.model.amendments import Piece
    from pressdesk.render.render import render

    assert isinstance(bridge, Bridge)
    draft = bridge.draft
    rude = {
        "kk": "Көрме 17 - 18 тамызда өтті, 2.5 млн теңге жиналды , деп хабарлайды баспасөз қызметі . "
        "«Біз дайынбыз» – деді Елші, сұрақтар press @ mfa.kz мекенжайына",
        "ru": "Выставка прошла 17 - 18 августа, собрано 2.5 млн тенге , сообщает пресс-служба .",
    }
    for tag, text in rude.items():
        block = next(b for b in render(draft, tag).blocks if b.id == "lead")
        taken = take_up(draft, render(draft, tag), block, living(draft, tag))
        draft = write(draft, taken, [Piece(text=text)])
    bridge.change(draft, "")


def _rewrite(app: object, window: object, *, stale: bool) -> None:
    """A paragraph that somebody writes by hand; or one whose facts have changed since, with its popover."""
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    from pressdesk.app.amending import STALE
    from pressdesk.gui.main_window import MainWindow

    assert isinstance(window, MainWindow)
    bridge, view = window.bridge, window.desk_view
    assert bridge is not None
    assert view is not None
    page = view.page
    page.rewriting.open(page.columns[0], 3)
    sheet = page.rewriting.sheet
    assert sheet is not None
    if stale:
        sheet.text.selectAll()
    words = "Қала кеңесінде ауыл шаруашылығы, энергетика және логистика сөз болды, қонақтарды @Нун"
    for letter in words if stale else " Кездесуге @Нун":
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(sheet.text, event)
    sheet.text.choose(0)
    _spin(app, 0.3)
    if not stale:
        return
    sheet.text.insertPlainText(" күтіп алды.")
    page.rewriting.finish()
    bridge.put("programme[0].topics[0]", {"kk": "балық шаруашылығы"})
    _spin(app, 0.5)
    _wait(app, lambda: not bridge.busy)
    _spin(app, 0.5)
    finding = next((f for f in bridge.findings["kk"] if f.rule == STALE), None)
    view.findings.select(finding)
    page.show_finding(finding, popover=True)


def _look_over(app: object, window: object, *, forced: bool) -> None:
    """The checklist with a tick, and one that has lapsed; or a release that is about to be forced."""
    from pressdesk.app.checklist.checklist import ticked
    from pressdesk.gui.main_window import MainWindow
    from pressdesk.gui.shell.checklist_panel import ChecklistPanel, Signing
    from pressdesk.gui.shell.export_sheet import ExportSheet

    assert isinstance(window, MainWindow)
    bridge = window.bridge
    assert bridge is not None
    window.preferences.change(reviewer="Г. Ержанова")
    if forced:
        window.run("export")
        sheet = window.findChild(ExportSheet)
        assert sheet is not None
        sheet.force.link.click()
        sheet.force.reason.setText("Министр хатшылығының тапсырмасы")
    else:
        seen = Signing.of(window.preferences, bridge).look(bridge)
        for row in seen.rows:
            if row.item.by == "person":
                now = datetime.now().astimezone()
                bridge.note(ticked(bridge.draft, row.item, row.open[:1], "Г. Ержанова", now), "tick")
        bridge.put("quote.text.pt", "A água não conhece fronteiras.")
        _spin(app, 1.0)
        _wait(app, lambda: not bridge.busy)
        window.run("checklist")
        panel = window.findChild(ChecklistPanel)
        assert panel is not None
        shown = next(row for row in panel.rows() if row.shown.item.id == "partner")
        _spin(app, 0.5)
        list(shown.buttons.values())[-1].setFocus()
    _spin(app, 0.5)


def _keep_people(window: object) -> None:
    """The people of the draft in the register, one of them checked; the register is opened at another."""
    from datetime import date

    from pressdesk.app.register.layers import Layers
    from pressdesk.app.register.learn import learn
    from pressdesk.app.register.own import OwnRegister
    from pressdesk.gui.main_window import MainWindow
    from pressdesk.model.register import Book, Checked

    assert isinstance(window, MainWindow)
    assert window.bridge is not None
    draft, own = window.bridge.draft, OwnRegister(window.places)

    def keep(book: Book) -> Book:
        for number in range(len(draft.facts.people)):
            book, record = learn(draft, f"people[{number}]", Layers(book), date.today())
            if number == 0:
                book = book.with_record(dataclasses.replace(record, checked=Checked(by="А. С.", on=date.today())))
        asked = book.records["ricardo-araujo"]
        assert asked.person is not None
        bare = dataclasses.replace(asked.person, kk=dataclasses.replace(asked.person.kk, harmony=""))
        return book.with_record(asked.with_what(bare))

    own.change(keep)
    window.register.open("ricardo-araujo")


def _plant_of_every_kind(bridge: object) -> None:
    """Slips of each severity and kind, in the words of the form."""
    from pressdesk.gui.bridge import Bridge

    assert isinstance(bridge, Bridge)
    _plant_a_slip(bridge)
    interest = dict(bridge.draft.text_of(bridge.draft.facts.programme[3].what))
    interest["kk"] = (
        '"Жасыл қала" жобасына 2027 жылда дейін бөлінетін бай бай қор , АҚШ-дың NATO аясындағы тәжірибесі, '
        "агроөнеркәсіп пен экспорттык әлеует, тажірибе мен максат, сондай-ақ карқынды нарық пен шалғай ауылар"
    )
    bridge.put("programme[3].what", interest)
    bridge.put("people[3].family.kk", "")


def _show_findings(app: object, window: object, act: str) -> None:
    """The list with one finding set aside; the popover of another, or the page of a rule."""
    from pressdesk.gui.main_window import MainWindow

    assert isinstance(window, MainWindow)
    bridge, view = window.bridge, window.desk_view
    assert bridge is not None
    assert view is not None
    hint = next(f for f in bridge.findings["kk"] if f.rule.startswith("style."))
    bridge.judge.ignore(hint)
    _spin(app, 0.5)
    _wait(app, lambda: not bridge.busy)
    if view.panes.pane:
        from pressdesk.gui.shell.panes import TEXT

        view.panes.show_pane(TEXT)
    view.findings.set_collapsed(False)
    slip = next(f for f in bridge.findings["kk"] if f.text.startswith("гылыми"))
    if act == "findings-elsewhere":
        slip = next(f for f in bridge.findings["kk"] if f.elsewhere)
    view.findings.select(slip)
    view.page.show_finding(slip, popover=act in ("findings-popover", "findings-elsewhere"))
    if act == "findings-why":
        bridge.judge.explain(next(f for f in bridge.findings["kk"] if f.rule == "kk.government"))


def _plant_a_slip(bridge: object) -> None:
    from pressdesk.gui.bridge import Bridge

    assert isinstance(bridge, Bridge)
    topic = dict(bridge.draft.text_of(bridge.draft.facts.programme[0].topics[1]))
    topic["kk"] = topic["kk"].replace("ғылыми", "гылыми")
    bridge.put("programme[0].topics[1]", topic)


def _yesterday(places: object, home: Path) -> tuple[str, ...]:
    """Two drafts used before, and one that a crash left behind."""
    from pressdesk.app.places import Places
    from pressdesk.app.recovery import Journal, Note
    from pressdesk.app.samples import names, sample
    from pressdesk.model.paths import put
    from pressdesk.store.draft_file import save_draft

    assert isinstance(places, Places)
    paths = []
    for name in names()[:2]:
        draft = sample(name)
        if name != "guimaraes":
            draft = draft.with_facts(put(draft.facts, "event.place.name.pt", ""))
        path = home / f"{name}.pressdesk"
        save_draft(draft, path)
        paths.append(str(path))
    journal = Journal(places)
    evening = datetime.now().replace(hour=18, minute=5) - timedelta(days=1)
    journal.write(sample("guimaraes"), Note("", "", "working_visit", 212, evening))
    journal.abandon()
    return tuple(paths)


def _spin(app: object, seconds: float) -> None:
    until = time.monotonic() + seconds
    _wait(app, lambda: time.monotonic() > until)


def _wait(app: object, done: Callable[[], bool]) -> None:
    from PySide6.QtWidgets import QApplication

    until = time.monotonic() + PATIENCE
    while not done():
        QApplication.processEvents()
        time.sleep(0.005)
        if time.monotonic() > until:
            raise SystemExit("the texts did not come in time")


if __name__ == "__main__":
    if os.environ.get("PRESSDESK_PICTURE"):
        draw(os.environ["PRESSDESK_PICTURE"])
    sys.exit(main())
