"""How the window of any text is opened over the start page or the desk, filled from files, and left again.

Start at `TextDoor`. Nothing typed is lost: what is not saved is asked for before it goes, and kept against a crash.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from pressdesk.app.kept_asides import KeptAsides
from pressdesk.app.rule_name import rule_name
from pressdesk.errors import PressDeskError
from pressdesk.gui.jobs import Lane
from pressdesk.gui.proof.judge import TextJudge
from pressdesk.gui.shell.asker import Answer
from pressdesk.gui.shell.banner import OK
from pressdesk.gui.shell.letters import turn_before_cursor

if TYPE_CHECKING:
    from pressdesk.app.kept_text import KeptText
    from pressdesk.app.text_check import TextCheck
    from pressdesk.gui.main_window import MainWindow
    from pressdesk.gui.proof.view import ProofView
    from pressdesk.gui.shell.fix_sheet import FixSheet
    from pressdesk.model.asides import Aside
    from pressdesk.model.house import House

TEXTS = (".docx", ".docm", ".doc", ".html", ".htm", ".xhtml", ".txt")
DRAFTS = (".pressdesk", ".json")
KEPT_AFTER = 1000  # milliseconds of quiet before the text is kept against a crash
WITHOUT_DRAFT = frozenset(("save", "save_as", "home", "palette", "finding_next", "finding_back", "panes", "panes_back"))
WITHOUT_DRAFT |= {"fix_all", "undo", "redo", "turn_letter", "finding_popover"}
_AS_EVER = ("settings", "keys", "setup", "quit", "palette", "register", "fix_all")
AskFile = Callable[[QWidget, bool, str], Path | None]
"""Asks for a file: over which window, whether to save, and the name suggested."""


@runtime_checkable
class ChecksTexts(Protocol):
    """A checker that checks texts too, which are no drafts; `pressdesk.app.beside.checkers.Checkers` does."""

    def text_check(self, ui_language: str, manners: "House | None") -> "TextCheck":
        """The checkers on such texts. Called in a worker thread."""
        ...


@dataclass(frozen=True, slots=True)
class _State:
    """A text that is taken off one window and put into another."""

    text: str
    chosen: dict[int, str]
    modified: bool
    path: Path | None
    asides: "tuple[Aside, ...]"


class TextDoor(QObject):
    """The text of one window.

    Attributes:
        view: the view while it is shown, else None.
        ask_file: asks for a file; tests answer themselves.
    """

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.view: ProofView | None = None
        self.ask_file: AskFile = self._file_dialog
        self._before: QWidget | None = None
        self._focus: QWidget | None = None
        self._path: Path | None = None
        self._kept: KeptText | None = None
        self._asides = KeptAsides(window.places)
        self.judge = TextJudge(window, lambda anew: self.check_anew(answers=anew))
        self._lane = Lane(0, self)
        self._lane.failed.connect(window.tell)
        self._later = QTimer(self, singleShot=True, interval=KEPT_AFTER)
        self._later.timeout.connect(self._keep)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    # --- opening and leaving -----------------------------------------------------------------------------------------

    def open(self) -> None:
        """Shows the text, with what an earlier run left behind where there is something."""
        if self.view is None:
            self._build()
            kept = self._kept.read() if self._kept is not None else ""
            if kept.strip() and self.view is not None:
                self.view.answers.set_asides(self._asides.of(None))
                self.view.show_text(kept)
                self.view.editor.document().setModified(True)
                words = self._window.ui.say("proof.recovered", n=len(kept.split()))
                self._window.banner.say(words, tone=OK)
        if self.view is not None:
            self.view.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_file(self, path: Path) -> bool:
        """Shows the text of a file in the place of what is there; False where it cannot be read or that stays."""
        from pressdesk.store.foreign import read_passages

        try:
            passages = read_passages(path)
        except PressDeskError as error:
            self._window.tell(error)
            return False
        if self.view is not None and not self._may_go():
            return False
        if self.view is None:
            self._build()
        if self.view is None:
            return False
        # a plain text keeps its empty lines; of other files each paragraph is a line
        plain = bool(passages) and passages[0].id is None
        lines = _lines_of(path) if plain else [" ".join(passage.text.split("\n")) for passage in passages]
        self._path = path
        self.view.answers.set_asides(self._asides.of(path))
        self.view.show_text("\n".join(lines), title=path.name)
        self.view.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def leave(self, *, asked: bool = False) -> bool:
        """Back to where one was; False where the text stays. `asked`: it was asked for already."""
        view = self.view
        if view is None:
            return True
        if not asked and not self._may_go():
            return False
        self._drop()
        if self._focus is not None and self._focus.isVisible():
            self._focus.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def may_close(self) -> bool:
        """Whether the window may close: the text is saved, or nobody wants it."""
        return self.leave()

    def detach(self) -> "_State | None":
        """Takes the view off, for the window is built anew; `attach` brings the text back."""
        if self.view is None:
            return None
        editor = self.view.editor
        modified = editor.document().isModified()
        state = _State(editor.text(), editor.chosen(), modified, self._path, self.view.answers.asides)
        self._drop(kept=True)
        return state

    def attach(self, state: "_State | None") -> None:
        """The text that `detach` took off."""
        if state is None:
            return
        self._path = state.path
        self._build()
        if self.view is not None:
            self.view.answers.set_asides(state.asides)
            self.view.show_text(state.text, state.chosen, self._path.name if self._path is not None else "")
            self.view.editor.document().setModified(state.modified)

    @property
    def is_shown(self) -> bool:
        """Whether the text is what the window shows."""
        return self.view is not None and self._window.stack.currentWidget() is self.view

    def takes(self, name: str) -> bool:
        """Whether a command of the window is the text's now."""
        view = self.view
        if view is None or not self.is_shown:
            return False
        here = view.editor.here() if name == "keys" else None
        if here is not None:
            self.judge.do("why", here[1])
            return True
        if name in _AS_EVER:
            return False
        own: dict[str, Callable[[], object]] = {
            "open": self._choose_file,
            "save": self.save,
            "save_as": self.save,
            "home": self.leave,
            "finding_next": lambda: view.step(1),
            "finding_back": lambda: view.step(-1),
            "finding_popover": view.menu_here,
            "panes": view.pane,
            "panes_back": view.pane,
            "turn_letter": lambda: turn_before_cursor(view.editor),
            "undo": view.editor.undo,
            "redo": view.editor.redo,
            "text": view.editor.setFocus,
        }
        act = own.get(name)
        if act is not None:
            act()
        elif name == "new":
            return not self.leave()
        return True

    def takes_file(self, path: Path) -> bool:
        """Whether a file is a text and was shown, or could not be."""
        if path.suffix.lower() not in TEXTS:
            return False
        self.open_file(path)
        return True

    # --- files -------------------------------------------------------------------------------------------------------

    def save(self) -> bool:
        """Writes the text where somebody says; False where that was called off or failed."""
        from pressdesk.app.kept_text import save

        view, say = self.view, self._window.ui.say
        if view is None:
            return False
        name = f"{self._path.stem if self._path is not None else say('proof.unsaved_name')}.txt"
        path = self.ask_file(self._window, True, name)
        if path is None:
            return False
        try:
            save(path, view.editor.text())
        except PressDeskError as error:
            self._window.tell(error)
            return False
        self._path = path
        self._keep_asides()
        view.editor.document().setModified(False)
        view.title.setText(path.name)
        self._later.stop()
        if self._kept is not None:
            self._kept.clear()
            self._asides.keep(None, ())
        self._window.banner.say(say("proof.saved", path=path), tone=OK)
        return True

    def _choose_file(self) -> None:
        path = self.ask_file(self._window, False, "")
        if path is not None:
            self._window.open_path(path)

    def _file_dialog(self, host: QWidget, saving: bool, name: str) -> Path | None:
        say, folder = self._window.ui.say, self._window.drafts.folder(None)
        if saving:
            start = (self._path.parent if self._path is not None else folder) / name
            chosen, _ = QFileDialog.getSaveFileName(host, say("proof.save"), str(start), say("proof.save_filter"))
            path = Path(chosen) if chosen else None
            return path.with_name(path.name + ".txt") if path is not None and not path.suffix else path
        chosen, _ = QFileDialog.getOpenFileName(host, say("proof.file"), str(folder), say("proof.file_filter"))
        return Path(chosen) if chosen else None

    def _may_go(self) -> bool:
        """Whether the text may be given up now."""
        view = self.view
        if view is None or not view.editor.document().isModified() or not view.editor.text().strip():
            return True
        answer = self._window.asker.unsaved(self._window, view.title.text(), text=True)
        if answer is Answer.SAVE:
            return self.save()
        return answer is Answer.DISCARD

    # --- the view ----------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        from pressdesk.app.kept_text import KeptText
        from pressdesk.gui.proof.view import ProofView

        window = self._window
        if self._kept is None:
            self._kept = KeptText(window.places)
        view = ProofView(window.make, window.ui, self._checks())
        view.back_wanted.connect(self.leave)
        view.open_wanted.connect(self._choose_file)
        view.save_wanted.connect(self.save)
        view.file_dropped.connect(lambda path: window.open_path(Path(path)))
        view.told.connect(self._tell)
        view.failed.connect(window.tell)
        view.setup_wanted.connect(lambda: window.run("setup"))
        view.decided.connect(self.judge.do)
        view.rule_wanted.connect(lambda rule: self.judge.switch_off(rule, on=True))
        view.asides_changed.connect(self._keep_asides)
        view.fix_wanted.connect(lambda: window.run("fix_all"))
        view.findings.languages.named = lambda rule: rule_name(rule, window.ui.language, window.places)
        view.findings.show_rules(self.judge.rules_off())
        view.touched.connect(self._later.start)
        view.editor.history.failed.connect(window.tell)
        view.editor.history.done.connect(window.banner.pass_over)
        self._before, self._focus = window.stack.currentWidget(), QApplication.focusWidget()
        self.view = view
        window.stack.addWidget(view)
        window.stack.setCurrentWidget(view)
        if window.commands is not None:
            window.commands.also = WITHOUT_DRAFT

    def _drop(self, *, kept: bool = False) -> None:
        """Takes the view off the window; `kept`: the text comes back."""
        view, self.view = self.view, None
        if view is None:
            return
        self._later.stop()
        self._lane.finish()
        view.close_view()
        (window := self._window).banner.pass_over()
        if self._kept is not None and not kept:
            self._kept.clear()
            if self._kept.owns:
                self._asides.keep(None, ())
            self._kept.close()
            self._kept = None
            self._path = None
        if window.commands is not None:
            window.commands.also = frozenset()
        stack = window.stack
        if stack.currentWidget() is view and self._before is not None and stack.indexOf(self._before) >= 0:
            stack.setCurrentWidget(self._before)
        stack.removeWidget(view)
        view.deleteLater()

    def _checks(self) -> "Callable[[], TextCheck] | None":
        from pressdesk.app import house

        window = self._window
        checker = window.checker()
        if not isinstance(checker, ChecksTexts):
            return None
        language = window.ui.language
        manners = house.choose(window.places, window.preferences.settings.house).house
        return lambda: checker.text_check(language, manners)

    def _keep(self) -> None:
        """Keeps the text against a crash."""
        view, kept = self.view, self._kept
        if view is None or kept is None or not view.editor.document().isModified():
            return
        text = view.editor.text()

        def work() -> Iterator[object]:
            if text.strip():
                kept.write(text)
            else:
                kept.clear()
            yield None

        self._lane.ask(work, at_once=True)

    # --- findings ----------------------------------------------------------------------------------------------------

    def _tell(self, words: str, undo: object) -> None:
        if callable(undo):
            self._window.banner.say(words, self._window.ui.say("shell.undo"), undo, OK)
        else:
            self._window.banner.say(words, tone=OK)

    def _keep_asides(self) -> None:
        """Remembers what is ignored: with the file, and with the copy kept against a crash."""
        view = self.view
        if view is None:
            return
        if self._path is not None:
            self._asides.keep(self._path, view.answers.asides)
        if self._kept is not None and self._kept.owns:
            self._asides.keep(None, view.answers.asides)

    def check_anew(self, *, answers: bool = True) -> None:
        """Checks the text again: a checker has come, a rule was switched (`answers` False), words or names changed."""
        if self.view is not None:
            self.view.findings.show_rules(self.judge.rules_off())
            self.view.check_anew(answers=answers)

    def fix_sheet(self) -> "FixSheet | None":
        """The sheet of the signs that can be mended together; None, and a word on it, where there are none."""
        from pressdesk.gui.proof.fixing import sheet

        made = sheet(self._window, self.view, self._tell) if self.view is not None else None
        if made is None:
            self._window.banner.say(self._window.ui.say("fix.nothing"), tone=OK)
        return made

    # --- dropped files -----------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and isinstance(event, QDragEnterEvent | QDropEvent):
            urls = event.mimeData().urls()
            paths = [url.toLocalFile() for url in urls if url.toLocalFile().lower().endswith((*TEXTS, *DRAFTS))]
            if paths:
                event.acceptProposedAction()
                if event.type() == QEvent.Type.Drop:
                    path = Path(paths[0])
                    QTimer.singleShot(0, self._window, lambda: self._window.open_path(path))
                return True
        return False


def _lines_of(path: Path) -> list[str]:
    from pressdesk.store.foreign import read_paragraphs

    return [line.rstrip("\r") for line in read_paragraphs(path)[0][1].split("\n")]
