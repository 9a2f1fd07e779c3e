"""«Мәтінде Рикарду Араужу|мен»: how a name stands in the text, whether its form was guessed, the way to all forms."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from pressdesk.gui.form.cases import CasesPopover
from pressdesk.gui.form.context import FormContext
from pressdesk.gui.form.stem import Stem
from pressdesk.gui.form.traces import GRAMMAR, Standing, base_of, guesses, owner_of, stands
from pressdesk.model.draft import Draft

_ROOMY = 380


class InText(QWidget):
    """The line below a grid; hidden where the text does not hold the words (yet)."""

    def __init__(self, context: FormContext, path: str) -> None:
        super().__init__()
        self._context, self._path, self._owner = context, path, ""
        self._wanted = False
        self._standing: Standing | None = None
        make, say = context.make, context.say
        self._caption = make.label(say("in_text"), "caption", "text3")
        self.words = Stem(context)
        self.guessed = make.chip(say("guessed"), tone="warn", height=20)
        self.guessed.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.all_cases = make.button(say("all_cases"), "ghost", clicked=self.open_cases)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(context.theme.px(8), 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._caption)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.guessed)
        layout.addWidget(self.all_cases)
        self.hide()

    def set_wanted(self, wanted: bool) -> None:
        """Whether there is room for the line at all."""
        self._wanted = wanted
        self.refresh(self._context.draft)

    def follow(self, path: str) -> None:
        """Speaks of another field: the focused one, or the same after its row has moved."""
        self._path = path
        self.refresh(self._context.draft)

    def refresh(self, draft: Draft) -> None:
        """Looks again into the latest texts."""
        context = self._context
        releases = context.releases
        self._owner = owner_of(draft.facts, self._path)
        standing = stands(releases.get(context.bridge.language), self._path)
        known = bool(self._owner) and bool(base_of(draft.facts, self._owner, GRAMMAR))
        named = known and GRAMMAR in context.languages
        self.words.show_standing(standing)
        self._standing = standing
        self._make_room()
        guessed = guesses(releases.get(GRAMMAR), self._owner) if named else ""
        self.guessed.setVisible(bool(guessed))
        self.guessed.setToolTip(context.reason(guessed))
        self.all_cases.setVisible(named)
        self.setVisible(self._wanted and (standing is not None or named))

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(hint.width() - self._caption.sizeHint().width(), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Where the room is short the words matter more than what they are called."""
        roomy = self.width() >= self._context.theme.px(_ROOMY)
        self._caption.setVisible(self._standing is not None and roomy)

    def open_cases(self) -> None:
        """Shows all cases of the name."""
        if self._owner:
            CasesPopover(self._context, self._owner, self.all_cases).open()
