"""Fields of one line: a string, a number, a time, a choice."""

import typing
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QPushButton

from pressdesk.gui.form.cells import FieldLine, is_command
from pressdesk.gui.form.context import FormContext
from pressdesk.gui.form.describe import figure
from pressdesk.gui.form.editor import Editor
from pressdesk.gui.form.typed import read_number, read_time
from pressdesk.gui.kit.widgets import row, set_state
from pressdesk.model import paths
from pressdesk.model.check import Problem
from pressdesk.model.codec import keys
from pressdesk.model.draft import Draft
from pressdesk.model.facts import Facts
from pressdesk.model.fields import FieldSpec
from pressdesk.model.findings import Severity

SEGMENTS = 3  # so many answers stand side by side; more go into a list


class LineField(Editor):
    """One string, the same in every language."""

    def __init__(self, context: FormContext, spec: FieldSpec, base: str = "") -> None:
        super().__init__(context, spec, base)
        self.line = FieldLine(context, self.name)
        self.line.setPlaceholderText(context.ui.pick(spec.hint))
        self.line.textEdited.connect(self.typed)
        self.line.entered.connect(self._entered)
        self.line.left.connect(self.left)
        self._problem, self._wrong = False, ""
        self._row = row(self.line)
        self.setLayout(self._row)
        self.setFocusProxy(self.line)
        self.refresh(context.draft)

    def refresh(self, draft: Draft) -> None:
        value = paths.get(draft.facts, self.path)
        if self._wrong and value is None:
            return  # what was typed is no fact yet: it stays
        self._wrong = ""
        if not self.line.hasFocus() or self.read(self.line.text()) != value:
            self.line.show_text(self.shown(value))
        self._edge()

    def shown(self, value: object) -> str:
        """The fact as words."""
        return "" if value is None else str(value)

    def read(self, text: str) -> object:
        """The fact that was typed; None for none or for what cannot be one."""
        return text

    def sentence(self, text: str) -> str:
        """What is wrong with a text that is no fact, and how to mend it."""
        return ""

    def typed(self, text: str) -> None:
        """Somebody typed."""
        value = self.read(text)
        self._wrong = text if value is None and text.strip() else ""
        if value != paths.get(self.context.draft.facts, self.path):
            self.context.put(self.path, value)
        self._edge()

    def left(self) -> None:
        """The focus is gone: what was understood is written out in full."""
        if self.retired:
            return
        self.context.bridge.seal()
        if not self._wrong:
            self.line.show_text(self.shown(paths.get(self.context.draft.facts, self.path)))
        self._edge()
        self.complaints.emit()

    def complaint(self) -> str:
        return self.sentence(self._wrong) if self._wrong and not self.line.hasFocus() else ""

    def mark(self, problems: Sequence[Problem]) -> None:
        self._problem = any(p.severity is Severity.ERROR for p in problems)
        self._edge()

    def _edge(self) -> None:
        self.line.set_error(bool(self.complaint()) or self._problem)

    def _entered(self) -> None:
        self.context.bridge.focus_field(self.path)
        self.complaints.emit()

    def set_flat(self) -> None:
        self.line.setProperty("cell", True)

    def focus_on(self, path: str, language: str = "") -> bool:
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        return True


class NumberField(LineField):
    """A number; whole where the facts want a whole one."""

    def __init__(self, context: FormContext, spec: FieldSpec, base: str = "") -> None:
        self._whole = float not in _kinds(context, spec, base)
        super().__init__(context, spec, base)
        self.line.setMaximumWidth(context.theme.px(160))
        self._row.setAlignment(self.line, Qt.AlignmentFlag.AlignLeft)

    def shown(self, value: object) -> str:
        return "" if value is None else figure(value, self.context.ui.language)

    def read(self, text: str) -> object:
        return read_number(text, self._whole)

    def sentence(self, text: str) -> str:
        return self.context.say("wrong.whole" if self._whole else "wrong.number", text=text)


class TimeField(LineField):
    """A time of day."""

    def shown(self, value: object) -> str:
        return value.strftime("%H:%M") if hasattr(value, "strftime") else ""

    def read(self, text: str) -> object:
        return read_time(text)

    def sentence(self, text: str) -> str:
        return self.context.say("wrong.time", text=text)


def _kinds(context: FormContext, spec: FieldSpec, base: str) -> tuple[type, ...]:
    """The types that the facts allow at a field."""
    owner_path, _, last = (f"{base}.{spec.path}" if base else spec.path).rpartition(".")
    owner = paths.get(context.draft.facts, owner_path) if owner_path else context.draft.facts
    hint = keys(type(owner if owner is not None else Facts())).get(last, ("", object))[1]
    return typing.get_args(hint) or (hint,)


class ChoiceField(Editor):
    """One of a few answers: side by side, or as a list where there are more."""

    def __init__(self, context: FormContext, spec: FieldSpec, base: str = "") -> None:
        super().__init__(context, spec, base)
        self.values = [option.value for option in spec.options]
        labels = [context.ui.pick(option.label) for option in spec.options]
        short = len(labels) <= SEGMENTS and sum(map(len, labels)) <= 36
        self._look = _Segments(self, labels) if short else _List(self, labels)
        self.refresh(context.draft)

    def refresh(self, draft: Draft) -> None:
        value = paths.get(draft.facts, self.path) or ""
        self._look.show_value(value)

    def choose(self, value: str) -> None:
        """Somebody chose an answer, "" for none."""
        if value != (paths.get(self.context.draft.facts, self.path) or ""):
            self.context.put(self.path, value, typing=False)

    def set_flat(self) -> None:
        if isinstance(self._look, QComboBox):
            self._look.setProperty("cell", True)

    def entered(self) -> None:
        """The focus came."""
        self.context.bridge.focus_field(self.path)

    def mark(self, problems: Sequence[Problem]) -> None:
        self._look.set_error(any(p.severity is Severity.ERROR for p in problems))

    def focus_on(self, path: str, language: str = "") -> bool:
        self._look.take_focus()
        return True


class _Segments:
    """Answers side by side. Arrows walk, a second click on the answer takes it back where none is needed."""

    def __init__(self, field: ChoiceField, labels: Sequence[str]) -> None:
        self._field = field
        self._buttons: list[QPushButton] = []
        self._group = QButtonGroup(field)
        self._group.setExclusive(False)
        for number, label in enumerate(labels):
            button = field.context.make.button(label, "seg", clicked=partial(self._clicked, number))
            button.setCheckable(True)
            button.setAccessibleName(f"{field.name}: {label}")
            button.installEventFilter(_Walk(button, self._buttons, field.entered))
            self._group.addButton(button)
            self._buttons.append(button)
        self._frame = field.context.make.frame(row(*self._buttons, spacing=0, margins=(2, 2, 2, 2)), segments=True)
        field.setLayout(row(self._frame, None))

    def show_value(self, value: str) -> None:
        for number, button in enumerate(self._buttons):
            button.setChecked(self._field.values[number] == value)

    def set_error(self, on: bool) -> None:
        set_state(self._frame, "error" if on else "")

    def take_focus(self) -> None:
        chosen = next((b for b in self._buttons if b.isChecked()), self._buttons[0])
        chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clicked(self, number: int) -> None:
        on = self._buttons[number].isChecked()
        required = self._field.spec.required
        self._field.choose(self._field.values[number] if on or required else "")
        self._field.refresh(self._field.context.draft)


class _Walk(QObject):
    """Left and right walk among buttons; the focus is told."""

    def __init__(self, parent: QPushButton, buttons: list[QPushButton], entered: object) -> None:
        super().__init__(parent)
        self._buttons, self._entered = buttons, entered

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and callable(self._entered):
            self._entered()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
            if by:
                at = self._buttons.index(watched) + by  # type: ignore[arg-type]
                self._buttons[at % len(self._buttons)].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False


class _List(QComboBox):
    """Answers as a list; the wheel scrolls the form unless the list has the focus."""

    def __init__(self, field: ChoiceField, labels: Sequence[str]) -> None:
        super().__init__()
        self._field = field
        self.setFont(field.context.theme.font("body"))
        self.setAccessibleName(field.name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.addItem(field.context.say("none"), "")
        for value, label in zip(field.values, labels, strict=True):
            self.addItem(label, value)
        self.activated.connect(lambda _: field.choose(self.currentData() or ""))
        field.setLayout(row(self))
        field.setFocusProxy(self)

    def show_value(self, value: str) -> None:
        at = self.findData(value)
        if at < 0:  # a value of somebody's own: kept and shown, never dropped
            self.addItem(value, value)
            at = self.count() - 1
        self.setCurrentIndex(at)

    def set_error(self, on: bool) -> None:
        set_state(self, "error" if on else "")

    def take_focus(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._field.entered()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_command(event):
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
