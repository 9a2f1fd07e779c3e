"""The yellow banner: a checker that cannot work now, why, and one button that mends it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from pressdesk.app.own_words import WORDS
from pressdesk.errors import ProoferUnavailable
from pressdesk.gui.bridge import Bridge
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


class Notices(QWidget):
    """What could not be checked in the text on the page, a banner each.

    Attributes:
        shown: the banners.
    Signals:
        mend_wanted(ProoferUnavailable): a checker's files are to be set up.
    """

    mend_wanted = Signal(object)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.shown: list[Notice] = []
        px = bridge.theme.px
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(px(8), 0, px(8), px(4))
        self._lines.setSpacing(px(4))

    def show_those_of(self, language: str) -> bool:
        """Shows the notices of a language; False where they are shown already."""
        notices = self._bridge.away.get(language, ())
        if [notice.notice for notice in self.shown] == list(notices):
            return False
        for old in self.shown:
            self._lines.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.shown = []
        for notice in notices:
            made = Notice(self._bridge.make, self._bridge.ui, language, notice)
            made.setFixedHeight(self._bridge.theme.px(32))
            made.mend_wanted.connect(self.mend_wanted)
            made.again_wanted.connect(self._bridge.recheck)
            self._lines.addWidget(made)
            self.shown.append(made)
        return True

    def height_of_all(self) -> int:
        """The height that they need; 0 without any."""
        px = self._bridge.theme.px
        return len(self.shown) * px(36) + px(4) if self.shown else 0


def sentence(ui: Messages, language: str, notice: ProoferUnavailable) -> str:
    """One sentence in the window's language: not set up, or not at work; the checker's own words are the tooltip."""
    if notice.proofer == WORDS:
        return notice.why
    if notice.proofer == STYLE:  # the language is checked all the same
        return ui.say("style_file.faulty", why=notice.why)
    key = f"findings.{'away' if SETUP in notice.mend else 'stopped'}.tag_{language}"
    return ui.say(key) if ui.has(key) else str(notice)
