"""The pieces of the export sheet: a line of a language, a card of a format, a card of a stage."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QFrame, QLabel, QRadioButton, QVBoxLayout

from pressdesk.app.hindrances import Hindrances, hindrances
from pressdesk.gui.bridge import Bridge
from pressdesk.gui.kit.marks import Completeness, Mark
from pressdesk.gui.kit.widgets import Make, column, restyle, row
from pressdesk.gui.naming import place_name
from pressdesk.gui.shell.titles import language_name

WORDS_SHOWN = 2  # how many hindrances are named before it is only their number


class LanguageLine(QFrame):
    """A language: a tick, its name, what hinders it, and a link to mend that.

    Signals:
        mend_wanted(tag): the link was pressed.
        toggled(): the tick was changed.
    """

    mend_wanted = Signal(str)
    toggled = Signal()

    def __init__(self, bridge: Bridge, tag: str, last: bool) -> None:
        super().__init__()
        self._bridge, self.tag = bridge, tag
        make = bridge.make
        self.setProperty("row", "last" if last else "true")
        name = language_name(tag, bridge.ui)
        self.tick = QCheckBox(name)
        self.tick.setFont(make.theme.font("body", 500))
        self.tick.setFixedWidth(make.theme.px(140))
        self.tick.toggled.connect(lambda _: self.toggled.emit())
        self._mark = Mark(make.theme, Completeness.PART, 16)
        self._words = make.label("", "small", "text2", elide=True)
        self._link = make.button("", "link", clicked=lambda: self.mend_wanted.emit(tag))
        layout = row(self.tick, self._mark, self._words, self._link, spacing=8, margins=(12, 4, 8, 4))
        layout.setStretchFactor(self._words, 1)
        self.setLayout(layout)
        self.setMinimumHeight(make.theme.px(36))
        self.refresh()

    @property
    def ready(self) -> bool:
        """Whether nothing hinders a final release in this language, as far as is known."""
        return self._bridge.releases.get(self.tag) is not None and not hindrances(self._bridge, self.tag)

    @property
    def waiting(self) -> bool:
        """Whether the check of this language is still to come."""
        return self._bridge.checker is not None and self._bridge.busy

    @property
    def unchecked(self) -> bool:
        """Whether the language's checker cannot work here, or broke off."""
        return bool(self._bridge.away.get(self.tag)) or self.tag not in self._bridge.findings

    def refresh(self) -> None:
        """Says what hinders now."""
        say, found = self._bridge.ui.say, hindrances(self._bridge, self.tag)
        self._link.setVisible(bool(found))
        self._link.setText(say("shell.export.mend" if found.errors else "shell.export.fill"))
        self._link.setAccessibleName(f"{self.tick.text()}: {self._link.text()}")
        if found:
            self._mark.set_state(Completeness.ERROR if found.errors else Completeness.PART)
            self._words.setText(_what(found, self._bridge))
        elif self.waiting:
            self._mark.set_state(Completeness.EMPTY)
            self._words.setText(say("shell.export.checking"))
        else:
            self._mark.set_state(Completeness.PART if self.unchecked else Completeness.FULL)
            self._words.setText(say("shell.export.unchecked" if self.unchecked else "shell.export.ready"))
        self.tick.setAccessibleDescription(self._words.text())


def _what(found: Hindrances, bridge: Bridge) -> str:
    """«1 қате: «гылыми-техникалық»», «2 олқылық: Адамдар 3, Адамдар 4»."""
    parts = []
    for items, key in ((found.errors, "errors"), (found.gaps, "gaps")):
        if not items:
            continue
        words = bridge.ui.say(f"shell.export.{key}", n=len(items))
        named = [text if key == "errors" and text else place_name(bridge.kind, path, bridge.ui) for path, text in items]
        named = list(dict.fromkeys(named))
        parts.append(f"{words}: {', '.join(named)}" if len(named) <= WORDS_SHOWN else words)
    return "; ".join(parts)


class ChoiceCard(QFrame):
    """A tick or a radio button with an icon, a name and a second line. A click anywhere on it chooses."""

    def __init__(self, make: Make, button: QAbstractButton, title: str, more: str, icon: str = "") -> None:
        super().__init__()
        self.button = button
        self.setProperty("choice", True)
        button.setAccessibleName(title)
        button.setAccessibleDescription(more)
        self._title = make.label(title, "strong")
        self.more = make.label(more, "small", "text2", wrap=True)
        words: QVBoxLayout = column(self._title, self.more, spacing=0)
        parts: list[QLabel] = [make.icon_label(icon, "accent", 20)] if icon else []
        layout = row(button, *parts, words, spacing=8, margins=(12, 8, 12, 8))
        layout.setStretchFactor(words, 1)
        self.setLayout(layout)
        for label in self.findChildren(QLabel):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        button.toggled.connect(self._show)
        self._show(button.isChecked())

    def set_more(self, words: str) -> None:
        """Another second line."""
        self.more.setText(words)
        self.button.setAccessibleDescription(words)

    def set_enabled(self, enabled: bool) -> None:
        """Whether it can be chosen; the second line says why not."""
        self.button.setEnabled(enabled)
        self._title.setProperty("tone", "text" if enabled else "text3")
        restyle(self._title)

    def mouseReleaseEvent(self, event: object) -> None:
        if self.button.isEnabled():
            self.button.click()

    def _show(self, checked: bool) -> None:
        self.setProperty("chosen", checked and isinstance(self.button, QRadioButton))
        restyle(self)
