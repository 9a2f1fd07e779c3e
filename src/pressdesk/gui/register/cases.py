"""The table of an entry's case forms, each beside a word that asks for it; rule or guess; a form typed beats both."""

from functools import partial
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLineEdit, QWidget

from pressdesk.app.register.forms import KAZAKH, Row, table, with_form, with_harmony
from pressdesk.app.register.inuse import Shown, beside
from pressdesk.gui.kit.widgets import Make, column, row
from pressdesk.model.forms import How
from pressdesk.model.register import Card, Record
from pressdesk.text.messages import Messages

_TONES = {How.GUESSED: "warn", How.TYPED: "person", How.RULE: "ok", How.LEXICON: "ok"}
_HARMONIES = ("back", "front")


class CaseTable(QFrame):
    """All forms in one language.

    Signals:
        changed(Record): a form was typed or dropped.
    """

    changed = Signal(object)

    def __init__(self, make: Make, ui: Messages, record: Record, tag: str, rows: tuple[Row, ...]) -> None:
        super().__init__()
        self._make, self._ui, self._record, self._tag = make, ui, record, tag
        self.setProperty("card", True)
        self.pencils: dict[str, QWidget] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        for number, line in enumerate(rows):
            self._add(grid, number, line, last=number == len(rows) - 1)

    def _add(self, grid: QGridLayout, number: int, line: Row, *, last: bool) -> None:
        make, px, form = self._make, self._make.theme.px, line.form
        name = self._ui.say(f"form.case.{line.case}")
        shown = make.label("", "body", wrap=True)
        shown.setTextFormat(Qt.TextFormat.RichText)
        shown.setText(self._rich(beside(self._record, self._tag, line.case, form.text)))
        shown.setToolTip(self._ui.reason(form.note) if form.note else "")
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        edit = QLineEdit(form.text)
        edit.setProperty("cell", True)
        edit.setFont(make.theme.font("body"))
        edit.setAccessibleName(name)
        edit.hide()
        cells = column(shown, edit, spacing=0)
        badge = make.label(self._ui.say(f"form.how.{form.how.value}"), "caption")
        badge.setProperty("badge", True)
        badge.setProperty("tone", _TONES[form.how])
        badge.setToolTip(shown.toolTip())
        pencil = make.icon_button(
            "pencil",
            f"{self._ui.say('register.edit_form')}: {name}",
            partial(self._open, shown, edit),
            size=26,
            icon_size=14,
        )
        stored = f"{line.case}" in self._stored()
        if stored:
            pencil.set_icon("undo-2")
            pencil.set_tip(self._ui.say("register.forget_form"))
            pencil.clicked.disconnect()
            pencil.clicked.connect(lambda: self.changed.emit(with_form(self._record, self._tag, line.case, "")))
        policy = pencil.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        pencil.setSizePolicy(policy)
        pencil.setVisible(line.case != "NOM")
        self.pencils[line.case] = pencil
        edit.editingFinished.connect(partial(self._typed, line.case, shown, edit, form.text))
        label = make.label(name, "small", "text2")
        names = (self._ui.say(f"form.case.{case}") for case in KAZAKH)
        label.setFixedWidth(max(map(label.fontMetrics().horizontalAdvance, names)) + px(6))
        layout = row(label, cells, badge, pencil, spacing=8, margins=(px(14), px(2), px(8), px(2)))
        layout.setStretchFactor(cells, 1)
        frame = make.frame(layout, row="last" if last else True)
        frame.setMinimumHeight(px(32))
        frame.setAccessibleName(f"{name}: {form.text}, {badge.text()}")
        grid.addWidget(frame, number, 0, 1, 3)

    def _stored(self) -> set[str]:
        what = self._record.what
        if isinstance(what, Card):
            return set()
        return set((what.kk if self._tag == "kk" else what.ru).forms)

    def _rich(self, shown: Shown) -> str:
        """The ending in the accent's colour, the words around it in grey."""
        grey, accent = self._make.theme.hex("text2"), self._make.theme.hex("accent")
        pieces = []
        for stem, ending in endings(self._record.names.get(self._tag, ""), shown.form):
            marked = f'<b style="color:{accent}">{escape(ending)}</b>' if ending else ""
            pieces.append(f"{escape(stem)}{marked}")
        before, after = (f'<span style="color:{grey}">{escape(part)}</span>' for part in (shown.before, shown.after))
        return f"{before}{' '.join(pieces)}{after}"

    def _open(self, shown: QLabel, edit: QLineEdit) -> None:
        shown.hide()
        edit.show()
        edit.setFocus(Qt.FocusReason.OtherFocusReason)
        edit.end(False)

    def _typed(self, case: str, shown: QLabel, edit: QLineEdit, before: str) -> None:
        words = " ".join(edit.text().split())
        if words and words != before:
            self.changed.emit(with_form(self._record, self._tag, case, words))
        else:
            edit.setText(before)
            edit.hide()
            shown.show()


def endings(base: str, form: str) -> list[tuple[str, str]]:
    """A form word by word, each as what its base has too and what it has not: («министрлігі», «нің»)."""
    bases, forms = base.split(" "), form.split(" ")
    if len(bases) != len(forms):
        bases, forms = [base], [form]
    made = []
    for old, new in zip(bases, forms, strict=True):
        same = 0
        while same < min(len(old), len(new)) and old[same] == new[same]:
            same += 1
        made.append((new[:same], new[same:]))
    return made


class HarmonyBox(QFrame):
    """One question that fixes every form: back or front endings?

    Signals:
        changed(Record): somebody answered.
    """

    changed = Signal(object)

    def __init__(self, make: Make, ui: Messages, record: Record) -> None:
        super().__init__()
        self.setObjectName("harmony")
        base = record.names.get("kk", "")
        name = base.split()[-1] if base else ""
        title = make.label(ui.say("register.harmony", name=name), "strong")
        more = make.label(ui.say("register.harmony_more"), "small", "text2", wrap=True)
        buttons = []
        for harmony in _HARMONIES:
            rows = {line.case: line.form.text for line in table(with_harmony(record, harmony), "kk")}
            examples = ", ".join(rows[case].split()[-1] for case in ("DAT", "GEN") if case in rows)
            button = make.button(f"{ui.say(f'form.harmony_{harmony}')}: {examples}", "")
            button.setAccessibleName(button.text())
            button.clicked.connect(partial(self._answer, record, harmony))
            buttons.append(button)
        self.first = buttons[0]
        head = row(make.icon_label("triangle-alert", "warn", 16), title, None)
        self.setLayout(column(head, more, row(*buttons, None), spacing=6, margins=(14, 10, 14, 12)))
        self.setAccessibleName(title.text())

    def _answer(self, record: Record, harmony: str, _on: bool = False) -> None:
        self.changed.emit(with_harmony(record, harmony))


def asks_harmony(record: Record, rows: tuple[Row, ...]) -> bool:
    """Whether forms were guessed that an answer would settle."""
    if isinstance(record.what, Card) or record.what.kk.harmony or not any(line.form.guessed for line in rows):
        return False
    ways = [tuple(line.form.text for line in table(with_harmony(record, harmony), "kk")) for harmony in _HARMONIES]
    return ways[0] != ways[1]
