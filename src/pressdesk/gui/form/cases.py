"""All cases of a name, made by the Kazakh grammar: what is certain, what was guessed, and where to say it better.

Choosing back or front harmony is stored with the name (`kk.harmony`), a form typed here in `kk.forms`: both beat every
rule, and whoever opens the draft next sees the same.
"""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QFrame, QGridLayout, QLabel, QPushButton, QWidget

from pressdesk.errors import PressDeskError
from pressdesk.gui.form.cells import FieldLine
from pressdesk.gui.form.context import FormContext
from pressdesk.gui.form.popover import Popover
from pressdesk.gui.form.traces import GRAMMAR, base_of, grammar_traits
from pressdesk.gui.kit.widgets import column, row
from pressdesk.language.language import load
from pressdesk.model import paths
from pressdesk.model.draft import Draft
from pressdesk.model.forms import Form, How

CASES = ("NOM", "GEN", "DAT", "ACC", "LOC", "ABL", "INS")
_HARMONIES = ("back", "front")
_TONES = {How.GUESSED: "warn", How.TYPED: "person", How.RULE: "ok", How.LEXICON: "ok"}


def form_of(base: str, feature: str, traits: Mapping[str, str]) -> Form:
    """The form of a name; the nominative is the name itself."""
    if feature == "NOM":
        return Form(base, How.TYPED)
    return load(GRAMMAR).inflector.form(base, feature, traits)


class CasesPopover(Popover):
    """The table of cases of one name."""

    def __init__(self, context: FormContext, owner: str, anchor: QWidget) -> None:
        super().__init__(context, anchor, 420)
        self._owner = owner
        self._lines: dict[str, FieldLine] = {}
        self._marks: dict[str, QLabel] = {}
        self._choices = QButtonGroup(self)
        title = context.make.label(context.say("all_cases"), "strong")
        close = context.make.icon_button("x", context.say("close"), self.leave, keys="Esc", size=26, icon_size=14)
        layout = column(
            row(title, None, close), self._table(), self._harmony(), self._owned(), spacing=8, margins=(16, 12, 12, 12)
        )
        self.setLayout(layout)
        self.setAccessibleName(context.say("all_cases"))
        self.show_draft(context.draft)
        context.bridge.draft_changed.connect(self.show_draft)

    def _table(self) -> QWidget:
        make, say, px = self.context.make, self.context.say, self.context.theme.px
        frame = QFrame()
        grid = QGridLayout(frame)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for number, feature in enumerate(CASES):
            name = say(f"case.{feature}")
            grid.addWidget(make.label(name, "small", "text2"), number, 0)
            if feature == "NOM":
                self._marks[feature] = make.label("", "body")
                self._marks[feature].setContentsMargins(px(8), px(3), 0, px(3))
                grid.addWidget(self._marks[feature], number, 1)
                continue
            line = FieldLine(self.context, f"{name}")
            line.setProperty("cell", True)
            line.textEdited.connect(partial(self._typed, feature))
            line.left.connect(self.context.bridge.seal)
            mark = make.label("", "caption")
            mark.setProperty("badge", True)
            mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._lines[feature], self._marks[feature] = line, mark
            grid.addWidget(line, number, 1)
            grid.addWidget(mark, number, 2)
        return frame

    def _harmony(self) -> QWidget:
        make, say = self.context.make, self.context.say
        buttons: list[QPushButton] = []
        for number, harmony in enumerate(_HARMONIES):
            button = make.button("", "seg")
            button.setCheckable(True)
            button.clicked.connect(partial(self._chosen, harmony))
            self._choices.addButton(button, number)
            buttons.append(button)
        self._choices.setExclusive(False)
        line = row(*buttons, spacing=0, margins=(2, 2, 2, 2))
        segments = make.frame(line, segments=True)
        self._harmony_box = make.frame(
            column(make.label(say("harmony"), "small", "text2", wrap=True), row(segments, None), spacing=4)
        )
        return self._harmony_box

    def _owned(self) -> QWidget:
        """Whether the name ends in a possessive, where the letters alone do not say so (палатасы: палатасының)."""
        self._possessed = QCheckBox()
        self._possessed.setFont(self.context.theme.font("small"))
        self._possessed.clicked.connect(
            lambda on: self.context.put(f"{self._owner}.{GRAMMAR}.possessed", on, typing=False)
        )
        return self._possessed

    def first_focus(self) -> None:
        guessed = [f for f in self._lines if self._marks[f].property("tone") == "warn"]
        self._lines[(guessed or list(self._lines))[0]].setFocus(Qt.FocusReason.PopupFocusReason)

    def show_draft(self, draft: Draft) -> None:
        """Makes all forms anew from the name as it stands."""
        facts = draft.facts
        if paths.get(facts, self._owner) is None:
            self.leave()
            return
        base, traits = base_of(facts, self._owner, GRAMMAR), grammar_traits(facts, self._owner)
        self._marks["NOM"].setText(base)
        if not base:
            return
        try:
            for feature, line in self._lines.items():
                self._show_form(feature, line, form_of(base, feature, traits))
            self._show_harmony(base, traits)
            self._show_owned(base, traits)
        except PressDeskError as error:
            self.context.fail(error)

    def _show_form(self, feature: str, line: FieldLine, form: Form) -> None:
        # an emptied line is somebody about to type: the grammar's answer waits as a placeholder
        if line.hasFocus() and not line.text():
            line.setPlaceholderText(form.text)
        else:
            line.show_text(form.text)
            if not line.hasFocus():
                line.end(False)  # of a long name the ending is what matters
        mark = self._marks[feature]
        mark.setText(self.context.say(f"how.{form.how.value}"))
        mark.setToolTip(self.context.reason(form.note))
        if mark.property("tone") != _TONES[form.how]:
            mark.setProperty("tone", _TONES[form.how])
            mark.style().polish(mark)

    def _show_harmony(self, base: str, traits: Mapping[str, str]) -> None:
        bare = {k: v for k, v in traits.items() if not k.startswith("form:")}
        ways = [form_of(base, "DAT", {**bare, "harmony": harmony}).text for harmony in _HARMONIES]
        asked = bool(traits.get("harmony")) or any(form_of(base, case, bare).guessed for case in CASES)
        self._harmony_box.setVisible(asked and len(set(ways)) > 1)
        for number, (harmony, example) in enumerate(zip(_HARMONIES, ways, strict=True)):
            button = self._choices.button(number)
            button.setText(f"{self.context.say(f'harmony_{harmony}')}: {example.split()[-1]}")
            button.setAccessibleName(button.text())
            button.setChecked(traits.get("harmony") == harmony)

    def _show_owned(self, base: str, traits: Mapping[str, str]) -> None:
        bare = {k: v for k, v in traits.items() if not k.startswith("form:") and k != "possessed"}
        owned = form_of(base, "GEN", {**bare, "possessed": ""})
        open_question = form_of(base, "GEN", bare).guessed and not owned.guessed
        self._possessed.setVisible("possessed" in traits or open_question)
        self._possessed.setChecked("possessed" in traits)
        self._possessed.setText(self.context.say("possessed", example=owned.text.split()[-1]))

    def _typed(self, feature: str, words: str) -> None:
        self.context.put(f"{self._owner}.{GRAMMAR}.forms.{feature}", words.strip())

    def _chosen(self, harmony: str, _checked: bool = False) -> None:
        now = paths.get(self.context.draft.facts, f"{self._owner}.{GRAMMAR}.harmony")
        self.context.put(f"{self._owner}.{GRAMMAR}.harmony", "" if now == harmony else harmony, typing=False)
