"""What one decides about a finding of a draft, each a step of undo. Start at `Judge`."""

import dataclasses
import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from pressdesk.app import style_file
from pressdesk.app.deeds import enter, keep_word, switch_rule
from pressdesk.app.desk import Deed
from pressdesk.app.own_words import dictionary_form
from pressdesk.app.places import Places
from pressdesk.app.register.layers import Layers
from pressdesk.app.register.pick import pick
from pressdesk.app.rule_name import rule_name
from pressdesk.errors import PressDeskError
from pressdesk.model import asides
from pressdesk.model.findings import Finding, Kind
from pressdesk.model.register import Book, Record
from pressdesk.text.messages import Messages

if TYPE_CHECKING:
    from pressdesk.gui.bridge import Bridge


class Judge:
    """The decisions about findings of one open draft."""

    def __init__(self, bridge: "Bridge") -> None:
        self._bridge = bridge

    def do(self, choice: str, finding: Finding) -> bool:
        """Carries a Choice out, by its id. False where it could not be done, and the window has told why."""
        deeds: dict[str, Callable[[Finding], bool]] = {
            "here": self.ignore,
            "everywhere": self.ignore_everywhere,
            "word": self.add_word,
            "register": self.add_to_register,
            "rule": lambda f: self.switch_off(f.rule),
            "why": self.explain,
        }
        return deeds[choice](finding)

    # --- in the draft --------------------------------------------------------------------------------------------

    def ignore(self, finding: Finding) -> bool:
        """Sets a finding aside at its place alone."""
        release = self._bridge.releases.get(finding.language or self._bridge.language)
        text = next((b.text for b in release.blocks if b.id == finding.block), "") if release is not None else ""
        return self._set_aside(asides.here(finding, text), "shell.step.ignore")

    def ignore_everywhere(self, finding: Finding) -> bool:
        """Sets these words aside wherever this rule finds them in the draft."""
        return self._set_aside(asides.everywhere(finding), "findings.step.everywhere")

    def restore(self, aside: asides.Aside) -> bool:
        """Shows again what was set aside."""
        draft = self._bridge.draft
        if aside not in draft.ignored:
            return False
        ignored = list(draft.ignored)
        ignored.remove(aside)
        step = self._bridge.ui.say("findings.step.restore", text=aside.text)
        self._bridge.change(dataclasses.replace(draft, ignored=tuple(ignored)), step)
        return True

    def _set_aside(self, aside: asides.Aside, step: str) -> bool:
        draft, say = self._bridge.draft, self._bridge.ui.say
        changed = dataclasses.replace(draft, ignored=(*draft.ignored, aside))
        self._bridge.change(changed, say(step, text=aside.text))
        return True

    # --- outside the draft ---------------------------------------------------------------------------------------

    def add_word(self, finding: Finding) -> bool:
        """Keeps the underlined word among the user's own, in its dictionary form."""
        if finding.kind is not Kind.SPELLING:
            return False
        tag = finding.language or self._bridge.language
        try:
            word = dictionary_form(self._base(finding), tag)
        except PressDeskError as error:
            self._bridge.failed.emit(error)
            return False
        deed = keep_word(self._bridge.desk.places, word, tag)
        about = (Kind.SPELLING, finding.language, finding.text.lower())
        return self._settle(
            deed,
            self._bridge.ui.say("findings.step.word", text=word),
            lambda f: (f.kind, f.language, f.text.lower()) == about,
        )

    def _settle(self, deed: Deed, step: str, gone: Callable[[Finding], bool]) -> bool:
        """A deed outside the draft that settles some findings: they go at once, before the next check says so too."""
        self._bridge.forget(gone)
        if self._bridge.act(deed, step):
            return True
        self._bridge.recheck()
        return False

    def _base(self, finding: Finding) -> str:
        """The word as its fact stores it, where the text has it in a case; else the very words."""
        release = self._bridge.releases.get(finding.language or self._bridge.language)
        block = next((b for b in release.blocks if b.id == finding.block), None) if release is not None else None
        origin = block.origin_at(finding.span.start) if block is not None else None
        if block is None or origin is None or not origin.base:
            return finding.text
        shown, stored = origin.span.of(block.text).split(), origin.base.split()
        place = len(block.text[origin.span.start : finding.span.start].split())
        same = len(shown) == len(stored) and place < len(shown) and shown[place] == finding.text
        return stored[place] if same else finding.text

    def add_to_register(self, finding: Finding) -> bool:
        """Brings the named person, body or place into the user's register and shows it there, to be completed."""
        bridge = self._bridge

        def grow(layers: Layers) -> tuple[Book, Record]:
            return pick(bridge.draft, finding.field, finding.text, finding.language, layers, dt.date.today())

        deed, made = enter(bridge.desk.places, grow)
        if not bridge.act(deed, bridge.ui.say("findings.step.register", text=finding.text)):
            return False
        bridge.register_wanted.emit(made())
        return True

    def switch_off(self, rule: str, *, on: bool = False) -> bool:
        """Switches a rule off for all texts, or on again."""
        places, ui = self._bridge.desk.places, self._bridge.ui
        deed, name = switch_rule(places, rule, on=on), rule_name(rule, ui.language, places)
        step = ui.say("findings.step.rule_on" if on else "findings.step.rule_off", rule=name)
        done = self._settle(deed, step, lambda f: f.rule == rule and not on)
        if done:
            self._bridge.told.emit(switched(ui, places, name, on=on))
        return done

    def rules_off(self) -> tuple[str, ...]:
        """The rules that are switched off, as findings name them; the file is read anew only where it has changed."""
        return style_file.switched_off(self._bridge.desk.places)

    def explain(self, finding: Finding) -> bool:
        """Shows the page of the finding's rule."""
        self._bridge.why_wanted.emit(finding)
        return True


def switched(ui: Messages, places: Places, name: str, *, on: bool) -> str:
    """The sentence that a rule, by its name, was switched off or on, and in which file that stands now."""
    path = style_file.style_file(places) or places.config / style_file.NAME
    return ui.say("findings.switched.on" if on else "findings.switched.off", rule=name, file=path)
