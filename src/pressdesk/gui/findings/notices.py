"""The yellow banner: a checker that cannot work now, why, and one button that mends it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from pressdesk.errors import ProoferUnavailable
from pressdesk.gui.kit.widgets import Make
from pressdesk.proof.style import STYLE
from pressdesk.text.messages import Messages

SETUP = "pressdesk setup"  # the command that a mend names in every language


class Notice(QFrame):
    """One checker that is away for one language.

    Signals:
        mend_wanted(ProoferUnavailable): its files are to be set up.
        again_wanted(): the check is to be tried again.
    """

    mend_wanted = Signal(object)
    again_wanted = Signal()

    def __init__(
        self, make: Make, ui: Messages, language: str, notice: ProoferUnavailable, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.notice = notice
        self.setObjectName("notice")
        px = make.theme.px
        words = make.label(sentence(ui, language, notice), "small", "text", elide=True)
        setup = SETUP in notice.mend
        wanted = (lambda: self.mend_wanted.emit(notice)) if setup else self.again_wanted.emit
        self.button = make.button(ui.say("findings.setup" if setup else "findings.again"), "link", clicked=wanted)
        self.button.setToolTip(notice.mend)
        self.button.setAccessibleName(f"{self.button.text()}. {notice.mend}")
        line = QHBoxLayout(self)
        line.setContentsMargins(px(12), px(2), px(8), px(2))
        line.setSpacing(px(8))
        line.addWidget(make.icon_label("triangle-alert", "warn", 16))
        line.addWidget(words, 1)
        line.addWidget(self.button)
        self.setToolTip(str(notice))
        self.setAccessibleName(f"{words.text()} {notice}")


def sentence(ui: Messages, language: str, notice: ProoferUnavailable) -> str:
    """One sentence in the window's language: not set up, or not at work; the checker's own words are the tooltip."""
    if notice.proofer == STYLE:  # the language is checked all the same
        return ui.say("style_file.faulty", why=notice.why)
    key = f"findings.{'away' if SETUP in notice.mend else 'stopped'}.tag_{language}"
    return ui.say(key) if ui.has(key) else str(notice)
