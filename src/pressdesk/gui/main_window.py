"""The window: the start page or the desk, the sheets over them, and what the commands do. Start at `MainWindow`.

Another language, colour scheme or text size builds the window's inside anew around the same draft; nothing is lost.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QStackedWidget, QWidget

from pressdesk.app.places import Places
from pressdesk.app.recovery import Journal, Leftover, left_behind
from pressdesk.app.settings import Settings
from pressdesk.errors import DraftFileError, PressDeskError
from pressdesk.gui.actions import Actions, DigitKeys
from pressdesk.gui.drafts import Drafts
from pressdesk.gui.kit.icons import Icons
from pressdesk.gui.kit.theme import Theme
from pressdesk.gui.kit.widgets import Make, column
from pressdesk.gui.proof.door import TextDoor
from pressdesk.gui.register.door import Door
from pressdesk.gui.sheets import Sheets
from pressdesk.gui.shell.asker import Asker, DialogAsker
from pressdesk.gui.shell.banner import OK, Banner
from pressdesk.gui.shell.preferences import Preferences
from pressdesk.gui.shell.start_page import StartPage
from pressdesk.gui.style_watch import StyleWatch
from pressdesk.text.messages import Messages

if TYPE_CHECKING:  # the desk is built after the start page is on the screen, and so are its modules imported
    from pressdesk.app.desk import Desk
    from pressdesk.gui.bridge import Bridge, Checker
    from pressdesk.gui.desk_view import DeskView
    from pressdesk.gui.shell.autosave import Autosave

SMALLEST = (640, 360)
LINES_TOLD = 3  # a facts file may have dozens of faults


@dataclass(frozen=True)
class Surroundings:
    """What the window is given from outside.

    Attributes:
        places: the user's folders.
        dress: makes the application look as the settings say and returns the theme and the screen's pixel ratio.
        language: the window's language for settings (a wish from the command line beats them).
        checker: makes the checker when the first draft is opened; None checks nothing.
        asker: answers questions; None asks the person.
        platform: Qt's platform name, for scan codes.
    """

    places: Places
    dress: "Callable[[Settings], tuple[Theme, float]]"
    language: "Callable[[Settings], str]"
    checker: "Callable[[], Checker] | None" = None
    asker: Asker | None = None
    platform: str = ""


class MainWindow(QMainWindow):
    """PressDesk's window.

    Signals:
        draft_opened(Bridge): a draft is on the desk.
    """

    draft_opened = Signal(object)

    def __init__(self, around: Surroundings, settings: Settings) -> None:
        super().__init__()
        self._around = around
        self.places = around.places
        self.preferences = Preferences(around.places, settings, self)
        self.preferences.failed.connect(self.tell)
        self.bridge: Bridge | None = None
        self.desk_view: DeskView | None = None
        self.autosave: Autosave | None = None
        self._checker: Checker | None = None
        self._recovered = False
        self._saved_at: datetime | None = None
        self.sheets = Sheets(self)
        self.register = Door(self)
        self.text = TextDoor(self)
        self._leftovers = left_behind(around.places)
        self.start_page: StartPage | None = None
        self.commands: Actions | None = None
        self.drafts = Drafts(around.places, self.preferences)
        self.setMinimumSize(*SMALLEST)
        self._style_watch = StyleWatch(around.places, self)
        self._style_watch.changed.connect(self.sheets.check_style)
        self.digit_keys = DigitKeys(self, around.platform, self._go_to_section)
        self._dress()

    # --- building ----------------------------------------------------------------------------------------------

    def _dress(self) -> None:
        """Builds the window's inside as the settings say."""
        settings = self.preferences.settings
        self.theme, ratio = self._around.dress(settings)
        self.ui = Messages(self._around.language(settings))
        self.icons = Icons(self.theme, ratio)
        self.make = Make(self.theme, self.icons)
        self.asker: Asker = self._around.asker or DialogAsker(self.make, self.ui, self.sheets.run)
        if self.commands is not None:
            self.commands.remove_from(self)
        self.commands = Actions(self, self.ui, self.run)
        self.stack = QStackedWidget()
        central = QWidget()
        central.setLayout(column(self.stack, spacing=0))
        self.banner = Banner(self.make, self.ui, central)
        self.setCentralWidget(central)
        self.show_start()

    def show_start(self) -> None:
        """Shows the start page, made anew."""
        if self.start_page is not None:
            self.start_page.close_lane()
            self.stack.removeWidget(self.start_page)
            self.start_page.deleteLater()
        recent = self.preferences.settings.recent
        page = StartPage(self.make, self.ui, self.places, recent, self._leftovers)
        page.new_wanted.connect(lambda kind: self._bring(lambda: self.drafts.new(kind)))
        page.sample_wanted.connect(self.bring_sample)
        page.path_wanted.connect(lambda path: self.open_path(Path(path)))
        page.open_wanted.connect(lambda: self.run("open"))
        page.facts_wanted.connect(self._open_facts)
        page.settings_wanted.connect(lambda: self.run("settings"))
        page.register_wanted.connect(lambda: self.run("register"))
        page.setup_wanted.connect(lambda: self.run("setup"))
        page.text_wanted.connect(self.text.open)
        page.recover_wanted.connect(self._recover)
        page.discard_wanted.connect(self._discard)
        page.forget_wanted.connect(self._forget)
        self.start_page = page
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        self._title()
        page.focus_first()

    def show_desk(self, desk: "Desk", journal: Journal | None = None) -> None:
        """Puts a draft on the desk."""
        from pressdesk.app import house
        from pressdesk.gui.bridge import Bridge
        from pressdesk.gui.desk_view import DeskView
        from pressdesk.gui.shell.autosave import Autosave

        chosen = house.choose(self.places, self.preferences.settings.house)
        desk.house = chosen.house
        if chosen.complaint:
            self.tell(PressDeskError(chosen.complaint))
        bridge = Bridge(desk, self.ui, self.theme, self.icons, self.checker(), self)
        view = DeskView(bridge)
        autosave = Autosave(bridge, journal or Journal(self.places), self)
        bridge.failed.connect(self.tell)
        bridge.register_wanted.connect(self.register.open)
        bridge.why_wanted.connect(self.sheets.why)
        bridge.told.connect(lambda words: self.banner.say(words, self.ui.say("shell.undo"), bridge.undo, OK))
        bridge.saved.connect(self._note_saved)
        bridge.draft_settled.connect(lambda _: self._title())
        autosave.failed.connect(self.tell)
        autosave.kept.connect(lambda when: view.bar.show_state(self._saved_at, when))
        view.command.connect(self.run)
        view.letters_closed.connect(lambda: self.preferences.change(letters=False))
        view.letters_closed.connect(lambda: view.letters.setVisible(False))
        view.border_moved.connect(lambda width: self.preferences.change(form_width=width))
        view.rail.menu_wanted.connect(self._more_menu)
        view.letters.setVisible(self.preferences.settings.letters)
        view.panes.choose_width(self.preferences.settings.form_width)
        view.bar.show_state(self._saved_at, None)
        self.bridge, self.desk_view, self.autosave = bridge, view, autosave
        self.stack.addWidget(view)
        self.stack.setCurrentWidget(view)
        if self.commands is not None:
            self.commands.with_draft = True
        self._title()
        bridge.start()
        view.start()
        self.draft_opened.emit(bridge)

    def checker(self) -> "Checker | None":
        """The checkers, made when they are first asked for; None where nothing is checked."""
        if self._checker is None and self._around.checker is not None:
            self._checker = self._around.checker()
        return self._checker

    def _drop_desk(self) -> "tuple[Desk, Journal] | None":
        """Takes the desk off the window; the draft and its journal live on."""
        if self.bridge is None or self.desk_view is None or self.autosave is None:
            return None
        kept = self.bridge.desk, self.autosave.detach()
        self.bridge.close()
        self.stack.removeWidget(self.desk_view)
        for thing in (self.desk_view, self.autosave, self.bridge):
            thing.deleteLater()
        self.bridge = self.desk_view = self.autosave = None
        if self.commands is not None:
            self.commands.with_draft = False
        return kept

    # --- drafts ------------------------------------------------------------------------------------------------

    def open_path(self, path: Path) -> bool:
        """Opens a draft's file; a file that cannot be opened gives one sentence, and what is open stays open."""
        return self.text.takes_file(path) or self._bring(lambda: self.drafts.open(path, self.ui))

    def bring_sample(self, name: str) -> bool:
        """Puts a shipped sample on the desk, as a draft without a file."""
        return self._bring(lambda: self.drafts.sample(name))

    def _bring(self, get: "Callable[[], Desk]", journal: Journal | None = None) -> bool:
        try:
            desk = get()
        except PressDeskError as error:
            self.tell(error)
            return False
        if not self.text.leave() or not self.close_draft():
            return False
        self.banner.hide()
        self._saved_at = _saved_at(desk.path)
        self.show_desk(desk, journal)
        return True

    @property
    def touched(self) -> bool:
        """Whether something would be lost if the draft were closed now."""
        desk = self.bridge.desk if self.bridge else None
        done = desk is not None and (desk.undo_step is not None or desk.owes_record or self._recovered)
        return done and desk is not None and desk.modified

    def close_draft(self) -> bool:
        """Closes the draft, asking where something would be lost. False where it stays open."""
        if self.bridge is None or self.autosave is None:
            return True
        if not self.drafts.may_close(self.bridge, self.asker, self, touched=self.touched):
            return False
        self.autosave.close()
        self._drop_desk()
        self._recovered = False
        return True

    def _recover(self, leftover: Leftover) -> None:
        journal = Journal(self.places)
        if self._bring(lambda: self.drafts.recover(leftover), journal):
            journal.take_over(leftover)
            self._recovered = True
            self._leftovers = [other for other in self._leftovers if other is not leftover]

    def _discard(self, leftover: Leftover) -> None:
        leftover.discard()
        self._leftovers = [other for other in self._leftovers if other is not leftover]
        self.show_start()

    def _forget(self, path: str) -> None:
        self.preferences.take(self.preferences.settings.without_recent(path))
        self.show_start()

    def _open_facts(self) -> None:
        path = self.asker.open_path(self, self.drafts.folder(None), facts=True)
        if path is not None:
            self._bring(lambda: self.drafts.facts(path))

    def _note_saved(self) -> None:
        self._saved_at = datetime.now()
        self._recovered = False
        self.banner.hide()  # whatever it said of a failed save is over
        if self.desk_view is not None:
            self.desk_view.bar.show_state(self._saved_at, None)
        self._title()

    # --- commands ----------------------------------------------------------------------------------------------

    def run(self, name: str) -> None:
        """Does one of the commands of actions.py."""
        if name in ("undo", "redo"):
            self.banner.pass_over()
        if self.register.takes(name) or self.text.takes(name):
            return
        own: Mapping[str, Callable[[], object]] = {
            "new": self._new,
            "open": self._open,
            "save": self._save,
            "save_as": lambda: self._save(elsewhere=True),
            "home": self._home,
            "export": self.sheets.export,
            "checklist": self.sheets.checklist,
            "fix_all": self.sheets.fix_all,
            "palette": self.sheets.palette,
            "letters": self._toggle_letters,
            "register": self.register.open,
            "text": self.text.open,
            "settings": self.sheets.settings,
            "keys": self.sheets.keys,
            "setup": self.sheets.setup,
            "quit": self.close,
        }
        act = own.get(name)
        if act is None and self.desk_view is not None:
            act = self.desk_view.commands().get(name)
        if act is not None:
            act()

    def _new(self) -> None:
        self._home()

    def _home(self) -> None:
        if self.close_draft():
            self.banner.hide()
            self.show_start()

    def _open(self) -> None:
        path = self.asker.open_path(self, self.drafts.folder(self.bridge.desk if self.bridge else None))
        if path is not None:
            self.open_path(path)

    def _save(self, *, elsewhere: bool = False) -> bool:
        return self.bridge is not None and self.drafts.save(self.bridge, self.asker, self, elsewhere=elsewhere)

    def _toggle_letters(self) -> None:
        shown = not self.preferences.settings.letters
        self.preferences.change(letters=shown)
        if self.desk_view is not None:
            self.desk_view.letters.setVisible(shown)

    def rebuild(self) -> None:
        """Builds the window anew in another language, colour scheme or text size, around the same draft."""
        language = self.bridge.language if self.bridge else ""
        focused = self.bridge.focused if self.bridge else ""
        shown, text = self.register.leave(), self.text.detach()
        kept = self._drop_desk()
        self._dress()
        if kept is not None:
            self.show_desk(*kept)
            if self.bridge is not None and self.desk_view is not None:
                self.bridge.show_language(language)
                if focused:
                    self.desk_view.open_field(focused)
        self.text.attach(text)
        if shown:
            self.register.open(shown.strip())

    def _go_to_section(self, number: int) -> None:
        if self.desk_view is not None and self.commands is not None and not self.commands.paused:
            self.desk_view.rail.go(number)

    def _more_menu(self, where: object) -> None:
        if self.commands is None:
            return
        menu = QMenu(self)
        for name in ("save", "save_as", "checklist", "register", "letters", "white_paper", "settings", "keys"):
            menu.addAction(self.commands.action(name))
        menu.popup(where)  # type: ignore[arg-type]  # a QPoint, through a signal

    # --- telling -----------------------------------------------------------------------------------------------

    def tell(self, error: PressDeskError) -> None:
        """One plain sentence across the window; a draft that could not be saved can be saved elsewhere at once."""
        lines = str(error).splitlines() or [type(error).__name__]
        if len(lines) > LINES_TOLD:
            lines = [*lines[:LINES_TOLD], self.ui.say("shell.error.more", n=len(lines) - LINES_TOLD)]
        words = "\n".join(lines)
        if isinstance(error, DraftFileError) and self.touched:
            self.banner.say(words, self.ui.say("shell.failure.elsewhere"), lambda: self._save(elsewhere=True))
        else:
            self.banner.say(words)

    def _title(self) -> None:
        if self.bridge is None:
            self.setWindowModified(False)
            self.setWindowTitle("PressDesk")
            return
        from pressdesk.gui.shell.titles import draft_title

        title = draft_title(self.bridge.draft, self.bridge.kind, self.ui)
        self.setWindowTitle(f"{title}[*] – PressDesk")
        self.setWindowModified(self.touched)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.register.leave()
        if not self.text.leave() or not self.close_draft():
            event.ignore()
            return
        if self.start_page is not None:
            self.start_page.close_lane()
        for leftover in self._leftovers:
            leftover.release()
        size = "max" if self.isMaximized() else f"{self.width()}x{self.height()}"
        self.preferences.change(window=size)
        event.accept()


def _saved_at(path: Path | None) -> datetime | None:
    return datetime.fromtimestamp(path.stat().st_mtime) if path is not None and path.exists() else None
