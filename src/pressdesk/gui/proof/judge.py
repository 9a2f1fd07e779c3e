"""What one decides about a finding of a text beyond the text itself, each with its undo. Start at `TextJudge`."""

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from pressdesk.app import style_file
from pressdesk.app.own_words import OwnWords, dictionary_form
from pressdesk.app.register.layers import Layers
from pressdesk.app.register.own import OwnRegister
from pressdesk.app.register.pick import pick_name
from pressdesk.errors import PressDeskError
from pressdesk.gui.findings.choices import REGISTER, RULE, WHY, WORD
from pressdesk.gui.shell.banner import OK
from pressdesk.model.findings import Finding
from pressdesk.model.register import Book

if TYPE_CHECKING:
    from pressdesk.gui.main_window import MainWindow

Act = Callable[[], object]


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
        words, tag, word = OwnWords(self._window.places), finding.language, ""

        def do() -> None:
            nonlocal word
            word = dictionary_form(finding.text, tag)
            words.add(tag, word)

        return self._done(do, lambda: words.remove(tag, word), lambda: ("findings.step.word", {"text": word}))

    def add_to_register(self, finding: Finding) -> bool:
        """Brings the name into the user's register, as a person for somebody to complete, and shows it there."""
        own = OwnRegister(self._window.places)
        step: list[tuple[Book, Book]] = []
        made = ""

        def do() -> None:
            def grown(book: Book) -> Book:
                nonlocal made
                after, record = pick_name(finding.text, finding.language, Layers(book), dt.date.today())
                made = record.id
                step[:] = [(book, after)]
                return after

            own.change(grown)

        done = self._done(
            do,
            lambda: own.change(lambda now: now.taken_back(*step[0])),
            lambda: ("findings.step.register", {"text": finding.text}),
        )
        if done:
            self._window.register.open(made)
        return done

    def switch_off(self, rule: str, *, on: bool = False) -> bool:
        """Switches a rule off for all texts, or on again."""
        places = self._window.places
        return self._done(
            lambda: style_file.switch_off(places, rule, on=on),
            lambda: style_file.switch_off(places, rule, on=not on),
            lambda: ("findings.step.rule_on" if on else "findings.step.rule_off", {"rule": rule}),
            anew=False,
        )

    def rules_off(self) -> tuple[str, ...]:
        """The rules that are switched off, as findings name them."""
        return style_file.switched_off(self._window.places)

    def _done(self, do: Act, undo: Act, step: Callable[[], tuple[str, dict[str, str]]], *, anew: bool = True) -> bool:
        """Does it, has the text checked again and offers to take it back; False where it failed, and that is told."""
        window = self._window

        def tried(act: Act) -> bool:
            try:
                act()
            except PressDeskError as error:
                window.tell(error)
                return False
            self._check(anew)
            return True

        if not tried(do):
            return False
        key, said = step()
        words = window.ui.say(key, **said)
        window.banner.say(f"{words[:1].upper()}{words[1:]}", window.ui.say("shell.undo"), lambda: tried(undo), OK)
        return True
