"""The base of all editors, and the frame that gives one its label, its message and its hint."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from pressdesk.gui.form.context import FormContext
from pressdesk.gui.form.stem import Stem
from pressdesk.gui.form.traces import stands
from pressdesk.gui.kit.marks import Glyph
from pressdesk.gui.kit.widgets import column, holder, restyle, row
from pressdesk.model.check import Problem
from pressdesk.model.draft import Draft
from pressdesk.model.fields import FieldSpec
from pressdesk.model.findings import Severity

_ORDER = tuple(Severity)
_TONES = {Severity.ERROR: "error", Severity.WARNING: "warn", Severity.HINT: "hint"}


def below(path: str, place: str) -> bool:
    """Whether `path` is the place or lies within it: people[1].given is within people[1], people[12] is not."""
    return path == place or path.startswith((place + ".", place + "["))


class Editor(QWidget):
    """The editor of one fact.

    Attributes:
        spec: what is edited.
        base: the path of the row that the field belongs to, "" at the top.
        retired: the fact is gone; its path may by now be somebody else's, so nothing is written any more.

    Signals:
        complaints: what `complaint` says may have changed.
    """

    complaints = Signal()

    def __init__(self, context: FormContext, spec: FieldSpec, base: str = "") -> None:
        super().__init__()
        self.context, self.spec, self.base = context, spec, base
        self.name = context.ui.pick(spec.label)
        self.retired = False

    @property
    def path(self) -> str:
        """Where the fact stands now."""
        return f"{self.base}.{self.spec.path}" if self.base else self.spec.path

    def rebase(self, base: str) -> None:
        """The row has moved: the same fact stands at another path."""
        self.base = base

    def retire(self) -> None:
        """The row has gone from the draft: what is still to be left must not write into its successor."""
        self.retired = True

    def set_flat(self) -> None:
        """Looks like the cells around it, as in a card."""

    def refresh(self, draft: Draft) -> None:
        """Shows the draft's value. What is being typed, its cursor and the focus stay."""
        raise NotImplementedError

    def mark(self, problems: Sequence[Problem]) -> None:
        """Shows problems of this fact (edges, glyphs); the sentence is shown by the FieldBox around."""

    def restate(self) -> None:
        """New texts or findings have come: shows what they say of this fact."""

    def own_messages(self) -> bool:
        """Whether the editor shows the sentences itself, beside the very part they belong to."""
        return False

    def complaint(self) -> str:
        """What is wrong with what was typed, where it could not become a fact; "" where nothing is."""
        return ""

    def covers(self, path: str) -> bool:
        """Whether a path lies within this field."""
        return below(path, self.path)

    def focus_on(self, path: str, language: str = "") -> bool:
        """Gives the focus to the part that shows `path`. False where there is nothing to focus."""
        raise NotImplementedError


class Message(QWidget):
    """A problem's sentence with its glyph; hidden, and hardly anything, where there is none."""

    def __init__(self, context: FormContext) -> None:
        super().__init__()
        self._context = context
        self._glyphs: dict[Severity, Glyph] = {}
        self._label: QLabel | None = None
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown, "" for none."""
        return self._label.text() if self._label is not None and not self.isHidden() else ""

    def show_text(self, text: str, severity: Severity = Severity.ERROR) -> None:
        """Shows a sentence, or nothing for ""."""
        if text:
            label = self._label or self._build()
            for known, glyph in self._glyphs.items():
                glyph.setVisible(known is severity)
            tone = _TONES.get(severity, "text2")
            if label.property("tone") != tone:
                label.setProperty("tone", tone)
                restyle(label)
            label.setText(text)
        self.setVisible(bool(text))

    def _build(self) -> QLabel:
        make, px = self._context.make, self._context.theme.px
        self._glyphs = {s: Glyph(self._context.theme, s, 9) for s in Severity}
        label = make.label("", "small", "", wrap=True)
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        signs = column(*self._glyphs.values(), None, spacing=0, margins=(0, px(4), 0, 0))
        line = row(signs, label, spacing=6)
        line.setStretchFactor(label, 1)
        self.setLayout(line)
        self._label = label
        return label


def worst(problems: Sequence[Problem]) -> Problem | None:
    """The problem to show where there is room for one."""
    return min(problems, key=lambda p: _ORDER.index(p.severity), default=None)


class FieldBox(QFrame):
    """Label, message and editor. `beside` puts the label to the left, as in cards; `bare` leaves it out."""

    def __init__(
        self,
        context: FormContext,
        editor: Editor,
        *,
        beside: int = 0,
        bare: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.editor, self._context, self._beside = editor, context, beside
        spec = editor.spec
        self.label = self._label()
        self.message = Message(context)
        self._standing: tuple[QLabel, Stem] | None = None
        hint = context.ui.pick(spec.hint)
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        inner = QVBoxLayout()
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(4)
        inner.addWidget(self.message)
        inner.addWidget(editor)
        self._layout.addWidget(self.label)
        self._layout.addLayout(inner, 1)
        editor.setAccessibleDescription(hint)
        self._shown: Sequence[Problem] = ()
        editor.complaints.connect(lambda: self.show_problems(self._shown))
        self.label.setVisible(not bare)
        self.set_beside(beside)

    def _label(self) -> QWidget:
        make = self._context.make
        words = make.label(self.editor.name, "label", "text2", wrap=bool(self._beside))
        words.setBuddy(self.editor)
        parts: list[QLabel] = [words]
        if self.editor.spec.required:
            star = make.label("*", "label", "accent")
            star.setToolTip(self._context.say("required"))
            star.setAccessibleName(self._context.say("required"))
            parts.append(star)
        self._label_row = row(*parts, None, spacing=3)
        for part in parts:
            self._label_row.setAlignment(part, Qt.AlignmentFlag.AlignTop)
        return holder(self._label_row)

    def show_standing(self, path: str) -> None:
        """Says beside the label how the fact at a path stands in the text; "" says nothing.

        The label's line is there anyway, so nothing moves. Cards have their own line for names, and no room for others.
        """
        release = self._context.releases.get(self._context.bridge.language)
        standing = stands(release, path) if path and not self._beside else None
        if self._standing is None and standing is not None:
            stem = Stem(self._context)
            stem.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
            caption = self._context.make.label(self._context.say("in_text"), "caption", "text3")
            caption.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
            self._label_row.addWidget(caption)
            self._label_row.addWidget(stem)
            self._standing = (caption, stem)
        for widget in self._standing or ():
            widget.setVisible(standing is not None)
        if self._standing is not None:
            self._standing[1].show_standing(standing)

    def set_beside(self, width: int) -> None:
        """The label stands to the left, `width` pixels wide, or above for 0."""
        self._beside = width
        if width:
            self._layout.setDirection(QBoxLayout.Direction.LeftToRight)
            self._layout.setSpacing(8)
            self.label.setFixedWidth(width)
            self.label.setContentsMargins(0, self._context.theme.px(6), 0, 0)
            self._layout.setAlignment(self.label, Qt.AlignmentFlag.AlignTop)
        else:
            self._layout.setDirection(QBoxLayout.Direction.TopToBottom)
            self._layout.setSpacing(4)
            self.label.setMinimumWidth(0)
            self.label.setMaximumWidth(16777215)
            self.label.setContentsMargins(0, 0, 0, 0)
            self._layout.setAlignment(self.label, Qt.AlignmentFlag(0))

    def _told(self, typed: str, first: Problem | None) -> str:
        """What a screen reader says after the field's name: what is wrong, else the hint."""
        if typed or first is None:
            return typed or self._context.ui.pick(self.editor.spec.hint)
        return self._context.sentence(first)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Marks the editor and says the worst problem above it."""
        own = [p for p in problems if self.editor.covers(p.path)]
        self._shown = own
        self.editor.mark(own)
        typed = self.editor.complaint()
        first = None if self.editor.own_messages() else worst(own)
        (self.editor.focusProxy() or self.editor).setAccessibleDescription(self._told(typed, first))
        if typed:
            self.message.show_text(typed)
        elif first:
            self.message.show_text(self._context.sentence(first), first.severity)
        else:
            self.message.show_text("")
