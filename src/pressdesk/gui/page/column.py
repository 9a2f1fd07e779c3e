"""One language of the release: its tabs and its paper, one below the other. Two of them stand side by side."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pressdesk.gui.bridge import Bridge
from pressdesk.gui.findings.standing import Standing, blockers
from pressdesk.gui.naming import full_name
from pressdesk.gui.page.leads import lead
from pressdesk.gui.page.paper import Paper
from pressdesk.gui.page.spots import spots_of
from pressdesk.gui.page.tabs import LanguageTabs, own_name
from pressdesk.model.release import AMENDED, Origin, Source


class Column(QWidget):
    """Shows one language of the bridge's releases.

    Attributes:
        head: the row above the paper; tools may be put to the right of the tabs.
        paper: the page.
        language: the language shown.
    Signals:
        language_wanted: another tab was chosen, its language.
    """

    language_wanted = Signal(str)

    def __init__(self, bridge: Bridge, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._standing = Standing(bridge, self)
        self.language = language
        self.tabs = LanguageTabs(bridge.theme, bridge.ui)
        self.tabs.language_wanted.connect(self.language_wanted)
        self.paper = Paper(bridge.theme)
        self.paper.explain = self._explain
        bar = QWidget()
        bar.setObjectName("pageHead")
        self.head = QHBoxLayout(bar)
        self.head.setContentsMargins(bridge.theme.px(10), 0, bridge.theme.px(12), 0)
        self.head.setSpacing(bridge.theme.px(8))
        self.head.addWidget(self.tabs, 1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(bar)
        lines.addWidget(self.paper, 1)
        self.set_language(language)

    def set_language(self, language: str) -> None:
        """Shows another language, at the paragraph that the reader was at."""
        self.language = language
        self.tabs.set_languages(self._languages())
        self.tabs.set_language(language)
        self.paper.setAccessibleName(f"{self._bridge.ui.say('page.name')}: {own_name(language)}")
        for tag in self.tabs.languages:
            self.count(tag)
        self.take_release()
        self.light_up(scroll=False)

    def take_release(self) -> None:
        """Shows the newest text of the language, and what is known of it."""
        release = self._bridge.releases.get(self.language)
        if release is not None:
            self.paper.show_release(release)
            self.take_findings()
            self.light_up(scroll=False)

    def take_findings(self) -> None:
        """Underlines what stands of the newest findings."""
        self.paper.show_findings(self._standing.of(self.language))

    def light_up(self, *, scroll: bool) -> None:
        """Tints the words of the field that has the focus."""
        release = self.paper.release
        if release is not None:
            self.paper.light_up(spots_of(release, self._bridge.draft, self._bridge.focused), scroll=scroll)

    def count(self, tag: str) -> None:
        """Writes at a tab what blocks its language."""
        release = self._bridge.releases.get(tag)
        if release is not None:
            self.tabs.set_blocked(tag, *blockers(release, self._standing.of(tag)))

    def _languages(self) -> tuple[str, ...]:
        wanted = self._bridge.draft.facts.languages
        known = tuple(tag for tag in self._bridge.languages if not wanted or tag in wanted)
        return known or self._bridge.languages

    def follow_draft(self) -> None:
        """The draft has changed: its languages may have, and what the user has set aside."""
        self.tabs.set_languages(self._languages())
        for tag in self.tabs.languages:
            self.count(tag)
        self.take_findings()

    def _explain(self, origin: Origin) -> str:
        """Where words come from, in two or three short lines."""
        say = self._bridge.ui.say
        asked = lead(self._bridge.draft, self._bridge.kind, origin.field)
        lines = [full_name(self._bridge.kind, asked, self._bridge.ui) if asked else say("page.no_field")]
        if origin.source is Source.GAP:
            lines.append(say("page.origin.gap"))
        elif origin.source is Source.REGISTER:
            lines.append(say("page.origin.register"))
        elif origin.source is Source.FREE:
            lines.append(say("page.origin.free"))
        if origin.line == AMENDED:
            lines.append(say("amend.by_hand"))
        if origin.source is Source.INFLECTED and origin.base:
            lines.append(say("page.origin.inflected", base=origin.base))
        if origin.guessed:
            lines.append(say("page.origin.guessed", why=self._bridge.ui.reason(origin.guessed)))
        return "\n".join(lines)
