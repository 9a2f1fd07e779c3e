"""What one decides about a finding of a text beyond the text itself, each with its undo. Start at `TextJudge`."""

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from pressdesk.app import style_file
from pressdesk.app.deeds import enter, keep_word, switch_rule
from pressdesk.app.desk import Deed
from pressdesk.app.own_words import dictionary_form
from pressdesk.app.register.first_form import first_form
from pressdesk.app.register.layers import Layers
from pressdesk.app.register.pick import pick_name
from pressdesk.app.rule_name import rule_name
from pressdesk.errors import PressDeskError
from pressdesk.gui.findings.choices import REGISTER, RULE, WHY, WORD
from pressdesk.gui.findings.judge import switched
from pressdesk.gui.shell.banner import OK
from pressdesk.model.findings import Finding
from pressdesk.model.register import Book, Record
from pressdesk.text.messages import Messages

if TYPE_CHECKING:
    from pressdesk.gui.main_window import MainWindow


def entered(ui: Messages, finding: Finding) -> str:
    """What is said of a name that went into the register, and that it stood in a case where it did."""
    named = first_form(finding.text, finding.language).text
    if named == finding.text:
        return ui.say("findings.step.register", text=named)
    return ui.say("findings.step.register_form", text=named, found=finding.text)


class TextJudge:
    """The user's words, register and style file, as the window of any text changes them."""

    def __init__(self, window: "MainWindow", check: Callable[[bool], object]) -> None:
        """`check` has the text checked again; True where what was found before no longer holds."""
        self._window, self._check = window, check

    def do(self, choice: str, finding: Finding) -> None:
        """Carries a Choice out, by its id."""
        deeds: dict[str, Callable[[Finding], object]] = {
            WORD.id: self.add_word,
            REGISTER.id: self.add_to_register,
            RULE.id: lambda f: self.switch_off(f.rule),
            WHY.id: lambda f: self._window.sheets.why(f),
        }
        deeds[choice](finding)

    def add_word(self, finding: Finding) -> bool:
        """Keeps a word among the user's own, in its dictionary form."""
        try:
            word = dictionary_form(finding.text, finding.language)
        except PressDeskError as error:
            self._window.tell(error)
            return False
        deed = keep_word(self._window.places, word, finding.language)
        return self._done(deed, self._window.ui.say("findings.step.word", text=word), _same_word(finding))

    def add_to_register(self, finding: Finding) -> bool:
        """Brings the name into the user's register, as a person for somebody to complete, and shows it there."""

        def grow(layers: Layers) -> tuple[Book, Record]:
            return pick_name(finding.text, finding.language, layers, dt.date.today())

        deed, made = enter(self._window.places, grow)
        words = entered(self._window.ui, finding)
        if not self._done(deed, words, _same_word(finding)):
            return False
        self._window.register.open(made())
        return True

    def switch_off(self, rule: str, *, on: bool = False) -> bool:
        """Switches a rule off for all texts, or on again."""
        places, ui = self._window.places, self._window.ui
        words = switched(ui, places, rule_name(rule, ui.language, places), on=on)
        return self._done(switch_rule(places, rule, on=on), words, lambda f: f.rule == rule and not on, anew=False)

    def rules_off(self) -> tuple[str, ...]:
        """The rules that are switched off, as findings name them."""
        return style_file.switched_off(self._window.places)

    def _done(self, deed: Deed, words: str, gone: Callable[[Finding], bool], *, anew: bool = True) -> bool:
        """Does it as a step of the text's undo and offers to take it back; False where it failed, and that is told.

        `gone` tells the findings that it settles: they go at once, and the text is checked again.
        """
        window, view = self._window, self._window.text.view
        if view is None:
            return False

        def do() -> None:
            deed.do()
            view.drop(gone)
            self._check(anew)

        def undo() -> None:
            deed.undo()
            self._check(anew)

        try:
            view.editor.history.act(Deed(do, undo))
        except PressDeskError as error:
            window.tell(error)
            return False
        window.banner.say(f"{words[:1].upper()}{words[1:]}", window.ui.say("shell.undo"), view.editor.undo, OK)
        return True


def _same_word(finding: Finding) -> Callable[[Finding], bool]:
    about = (finding.kind, finding.language, finding.text.lower())
    return lambda other: (other.kind, other.language, other.text.lower()) == about
