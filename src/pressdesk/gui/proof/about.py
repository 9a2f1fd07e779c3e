"""What is said of one finding of a text, whole, what to write instead, and what else may be done. Start at `About`."""

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QWidget

from pressdesk.gui.findings.choices import HERE, REGISTER, WORD, choices
from pressdesk.gui.kit.widgets import FlowLayout, Make, column
from pressdesk.model.findings import Finding
from pressdesk.text.messages import Messages

MOST_OFFERS = 5  # suggestions with a button


class About(QFrame):
    """The finding of the row that is chosen. Hidden where none is.

    Signals:
        applied(int, Finding, str): a suggestion was chosen.
        decided(str, int, Finding): one of the Choices, by its id.
        more_wanted(int, Finding, QPoint): all that may be done, as a menu at a place of the screen.
    """

    applied = Signal(int, object, str)
    decided = Signal(str, int, object)
    more_wanted = Signal(int, object, QPoint)

    def __init__(self, make: Make, ui: Messages) -> None:
        super().__init__()
        self.setObjectName("proofAbout")
        self._make, self._ui = make, ui
        self._shown: tuple[int, Finding] | None = None
        px = make.theme.px
        self.words = make.label("", "small", "text", wrap=True)
        self.offers, self.deeds = FlowLayout(px(6)), FlowLayout(px(2))
        self.setLayout(
            column(self.words, self.offers, self.deeds, spacing=px(8), margins=(px(20), px(10), px(16), px(10)))
        )
        self.hide()

    def show_row(self, item: tuple[int, Finding] | None) -> None:
        """Speaks of a row: (paragraph's number, finding)."""
        if item == self._shown:
            return
        self._shown = item
        for line in (self.offers, self.deeds):
            while (child := line.takeAt(0)) is not None:
                widget = child.widget()
                if widget is not None:
                    widget.hide()
                    widget.deleteLater()
        self.setVisible(item is not None)
        if item is not None:
            self._fill(*item)

    def _fill(self, number: int, finding: Finding) -> None:
        make, say = self._make, self._ui.say
        self.words.setText(finding.message)
        for suggestion in finding.suggestions[:MOST_OFFERS]:
            words = suggestion.text
            button = make.button(words or say("popover.remove"))
            button.setAccessibleName(say("popover.apply", text=words))
            button.clicked.connect(partial(self._apply, number, finding, words))
            self.offers.addWidget(button)
        offered = choices(finding)
        first = REGISTER if REGISTER in offered else WORD  # the others stand behind the «…»
        for choice in (first, HERE):
            if choice in offered:
                act = make.button(say(choice.words), "quiet", choice.icon)
                act.setToolTip(f"{say(choice.words)}  {choice.keys}")
                act.clicked.connect(partial(self._decide, choice.id, number, finding))
                self.deeds.addWidget(act)
        more = make.icon_button("ellipsis", say("popover.more"), size=28)
        more.clicked.connect(lambda: self._more(number, finding, more))
        self.deeds.addWidget(more)

    def _more(self, number: int, finding: Finding, button: QWidget) -> None:
        self.more_wanted.emit(number, finding, button.mapToGlobal(QPoint(0, button.height())))

    def _apply(self, number: int, finding: Finding, words: str, _checked: bool = False) -> None:
        self.applied.emit(number, finding, words)

    def _decide(self, choice: str, number: int, finding: Finding, _checked: bool = False) -> None:
        self.decided.emit(choice, number, finding)
