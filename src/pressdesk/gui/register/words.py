"""The words of an entry, languages side by side: a row a language, a column a field. Start at `WordsCard`."""

import dataclasses
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QFrame, QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from pressdesk.gui.kit.widgets import Make, column, row
from pressdesk.model.facts import Country, Entry, Organisation, Person, Place
from pressdesk.model.register import Card, Record, Subject
from pressdesk.text.messages import Messages

TAGS = ("kk", "ru", "en", "pt")
COLUMNS: Mapping[type, tuple[str, ...]] = {
    Person: ("given", "family"),
    Organisation: ("name", "short", "abbreviation"),
    Country: ("name", "official", "adjective", "capital"),
    Place: ("name",),
    Entry: ("text",),
    Card: ("name", "organisation", "post"),
}
LINES: Mapping[type, tuple[str, ...]] = {Card: ("emails", "phones", "address", "site", "note"), Organisation: ("site",)}
_SEVERAL = ("emails", "phones")


class Words(QPlainTextEdit):
    """Words on as many lines as they need.

    Signals:
        edited(str): somebody typed.
        left: the focus went.
    """

    edited = Signal(str)
    left = Signal()

    def __init__(self, name: str, text: str) -> None:
        super().__init__(text)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._changed)
        self._fit()

    def _changed(self) -> None:
        self._fit()
        self.edited.emit(" ".join(self.toPlainText().split()))

    def _fit(self) -> None:
        lines = max(1, round(self.document().size().height()))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 22)

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()

    def show_text(self, text: str) -> None:
        """Shows other words; nobody has typed them."""
        blocked = self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(blocked)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class WordsCard(QFrame):
    """The words of one record.

    Signals:
        edited(Record): the record as it is being typed.
        finished: a field was left: what was typed is to be kept.
    """

    edited = Signal(object)
    finished = Signal()

    def __init__(self, make: Make, ui: Messages, record: Record) -> None:
        super().__init__()
        self._make, self._ui, self.record = make, ui, record
        self.setProperty("card", True)
        self.fields: dict[str, QWidget] = {}
        self.setLayout(column(self._grid(), *self._lines(), *self._person(), spacing=8, margins=(16, 12, 16, 14)))

    def _grid(self) -> QWidget:
        what, frame = self.record.what, QFrame()
        grid = QGridLayout(frame)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        columns = COLUMNS[type(what)]
        for number, name in enumerate(columns):
            head = self._make.label(self._say(f"column.{name}"), "caption", "text2")
            grid.addWidget(head, 0, number + 1)
            grid.setColumnStretch(number + 1, 2 if number == 0 and len(columns) > 2 else 1)
        for at, tag in enumerate(TAGS, start=1):
            grid.addWidget(self._make.label(tag, "caption", "text3"), at, 0)
            for number, name in enumerate(columns):
                text = getattr(what, name).get(tag, "")
                label = f"{self._say(f'column.{name}')}, {tag}"
                grid.addWidget(
                    self._field(f"{name}.{tag}", label, text, partial(self._word, name, tag)), at, number + 1
                )
        return frame

    def _field(self, key: str, name: str, text: str, typed: Callable[[str], None]) -> QWidget:
        field: Words | QLineEdit
        what = self.record.what
        if isinstance(what, Entry) or (isinstance(what, Organisation) and key.startswith("name.")):
            field = Words(name, text)
            field.edited.connect(typed)
            field.left.connect(self.finished)
        else:
            field = QLineEdit(text)
            field.setProperty("cell", True)
            field.setAccessibleName(name)
            field.setCursorPosition(0)
            field.textEdited.connect(lambda words: typed(" ".join(words.split())))
            field.editingFinished.connect(self.finished)
        field.setFont(self._make.theme.font("body"))
        self.fields[key] = field
        return field

    def _lines(self) -> list[QWidget]:
        """What is the same in every language: addresses, telephones, a site; and where the spelling comes from."""
        what, made = self.record.what, QFrame()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        lines = [(name, self._say(f"column.{name}")) for name in LINES.get(type(what), ())]
        for at, (name, label) in enumerate([*lines, ("source", self._say("source"))]):
            value = self.record.source if name == "source" else getattr(what, name)
            text = ", ".join(value) if isinstance(value, tuple) else value
            grid.addWidget(self._make.label(label, "small", "text2"), at, 0)
            field = QLineEdit(text)
            field.setProperty("cell", True)
            field.setAccessibleName(label)
            field.setFont(self._make.theme.font("body"))
            field.textEdited.connect(partial(self._line, name))
            field.editingFinished.connect(self.finished)
            self.fields[name] = field
            grid.addWidget(field, at, 1)
        return [made]

    def _person(self) -> list[QWidget]:
        what = self.record.what
        if not isinstance(what, Person):
            return []
        group = QButtonGroup(self)
        group.setExclusive(True)
        buttons: list[QWidget] = []
        for value, key in (("m", "male"), ("f", "female")):
            button = self._make.button(self._say(key), "seg")
            button.setCheckable(True)
            button.setChecked(what.gender == value)
            button.setAccessibleName(f"{self._say('gender')}: {self._say(key)}")
            button.clicked.connect(partial(self._set_now, "gender", value))
            group.addButton(button)
            buttons.append(button)
        first = QCheckBox(self._say("family_first"))
        first.setFont(self._make.theme.font("small"))
        first.setChecked(what.name_order == "family_first")
        first.clicked.connect(lambda on: self._set_now("name_order", "family_first" if on else ""))
        segments = self._make.frame(row(*buttons, spacing=0, margins=(2, 2, 2, 2)), segments=True)
        line = row(self._make.label(self._say("gender"), "small", "text2"), segments, 12, first, None)
        return [self._make.frame(line)]

    def refresh(self, record: Record) -> None:
        """Shows the record as it is now (undo, another window); what is just being typed says the same and stays."""
        self.record = record
        for key, field in self.fields.items():
            name, _, tag = key.partition(".")
            value: Any = record.source if name == "source" else getattr(record.what, name)
            text = value.get(tag, "") if tag else ", ".join(value) if isinstance(value, tuple) else value
            if isinstance(field, Words) and " ".join(field.toPlainText().split()) != text:
                field.show_text(text)
            elif isinstance(field, QLineEdit) and " ".join(field.text().split()) != text:
                field.setText(text)

    # --- what is typed -------------------------------------------------------------------------------------------

    def _word(self, name: str, tag: str, words: str) -> None:
        what = self.record.what
        text = {key: value for key, value in getattr(what, name).items() if key != tag}
        if words:
            text[tag] = words
        order = [t for t in (*TAGS, *text) if t in text]
        self._take(_with(what, name, {key: text[key] for key in dict.fromkeys(order)}))

    def _line(self, name: str, words: str) -> None:
        plain = " ".join(words.split())
        if name == "source":
            self.record = dataclasses.replace(self.record, source=plain)
            self.edited.emit(self.record)
            return
        value = tuple(filter(None, map(str.strip, plain.split(",")))) if name in _SEVERAL else plain
        self._take(_with(self.record.what, name, value))

    def _set_now(self, name: str, value: str, _on: bool = False) -> None:
        self._take(_with(self.record.what, name, value))
        self.finished.emit()

    def _take(self, what: Subject) -> None:
        self.record = self.record.with_what(what)
        self.edited.emit(self.record)

    def _say(self, key: str) -> str:
        return self._ui.say(f"register.{key}")


def _with(what: Subject, name: str, value: object) -> Subject:
    changes: dict[str, object] = {name: value}
    return dataclasses.replace(what, **changes)  # type: ignore[arg-type]
