"""The yellow banner: a checker that cannot work now, why, and one button that mends it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from pressdesk.errors import ProoferUnavailable
from pressdesk.gui.kit.icons import Icons
from pressdesk.gui.kit.widgets import Make
from pressdesk.text.messages import Messages


class Notice(QFrame):
    """One checker that is away.

    Signals:
        mend_wanted(ProoferUnavailable): the button was pressed.
    """

    mend_wanted = Signal(object)

    def __init__(
        self, make: Make, icons: Icons, ui: Messages, notice: ProoferUnavailable, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.notice = notice
        self.setObjectName("notice")
        px = make.theme.px
        words = make.label(sentence(ui, notice), "small", "text", elide=True)
        words.setToolTip(str(notice))
        button = make.button(ui.say("findings.setup"), "link", clicked=lambda: self.mend_wanted.emit(notice))
        button.setToolTip(notice.mend)
        button.setAccessibleName(f"{ui.say('findings.setup')}. {notice.mend}")
        line = QHBoxLayout(self)
        line.setContentsMargins(px(12), px(2), px(8), px(2))
        line.setSpacing(px(8))
        line.addWidget(make.icon_label("triangle-alert", "warn", 16))
        line.addWidget(words, 1)
        line.addWidget(button)
        self.setAccessibleName(f"{words.text()} {notice.mend}")


def sentence(ui: Messages, notice: ProoferUnavailable) -> str:
    """One sentence in the window's language where the checker is known, else the checker's own words."""
    key = f"findings.away.{notice.proofer}"
    return ui.say(key) if ui.has(key) else f"{notice.proofer}: {notice.why}."
