"""What may be done about a finding, as entries of a menu: of the page, of the list, and behind the popover's «…»."""

import dataclasses
from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from pressdesk.data import resources
from pressdesk.gui.bridge import Bridge
from pressdesk.gui.findings.choices import Choice, choices
from pressdesk.language.settings import read
from pressdesk.model.findings import Elsewhere, Finding
from pressdesk.model.mend import Outcome, outcome
from pressdesk.model.release import Release
from pressdesk.text.spans import Span

MOST = 5  # suggestions
LONGEST = 48  # code points of other words in an entry


def fill(
    menu: QMenu,
    bridge: Bridge,
    finding: Finding,
    go: Callable[[Finding, Elsewhere], object],
    done: Callable[[str], object] = lambda _: None,
) -> None:
    """Suggestions, the other places that the finding speaks of, and every choice that there is.

    Args:
        go: takes the reader to another place.
        done: is told the id of the choice that was carried out.
    """
    menu.setToolTipsVisible(True)
    add_suggestions(menu, bridge, finding)
    for place in finding.elsewhere:
        action = menu.addAction(there(bridge, place))
        action.setEnabled(reachable(bridge, place))
        action.triggered.connect(lambda _=False, p=place: go(finding, p))
    if finding.elsewhere:
        menu.addSeparator()
    for choice in choices(finding):
        add_choice(menu, bridge, finding, choice, done)


def add_suggestions(menu: QMenu, bridge: Bridge, finding: Finding) -> None:
    """The suggestions; one that no fact can take says why in its tooltip."""
    say, release = bridge.ui.say, bridge.releases.get(finding.language or bridge.language)
    for number, suggestion in enumerate(finding.suggestions[:MOST]):
        action = menu.addAction(_plain(suggestion.text or say("popover.remove")))
        way = outcome(bridge.draft, release, finding, suggestion.text) if release is not None else Outcome.STALE
        action.setEnabled(way is Outcome.FIELD)
        if way is not Outcome.FIELD:
            action.setToolTip(say(f"shell.mend.{way.value}", text=finding.text))
        font = action.font()
        font.setBold(number == 0 and action.isEnabled())
        action.setFont(font)
        action.triggered.connect(lambda _=False, text=suggestion.text: bridge.apply(finding, text))
    if finding.suggestions:
        menu.addSeparator()


def add_choice(
    menu: QMenu, bridge: Bridge, finding: Finding, choice: Choice, done: Callable[[str], object] = lambda _: None
) -> QAction:
    """One thing to do, with its key."""

    def act() -> None:
        bridge.judge.do(choice.id, finding)
        done(choice.id)

    words = bridge.ui.say(choice.words)
    action = menu.addAction(f"{words}\t{choice.keys}" if choice.keys else words)
    action.setData(choice.id)
    if choice.icon:
        action.setIcon(bridge.icons.icon(choice.icon, "text2", 16))
    action.triggered.connect(lambda _=False: act())
    return action


def there(bridge: Bridge, place: Elsewhere) -> str:
    """«Орысша: “20 декабря”»: another place in words."""
    key = f"findings.there.tag_{place.language}"
    language = bridge.ui.say(key) if bridge.ui.has(key) else read(resources(place.language, "language.toml")).name
    where = f"{language} ({place.source})" if place.source else language
    words = place.text if len(place.text) <= LONGEST else f"{place.text[: LONGEST - 1].rstrip()}…"
    return bridge.ui.say("findings.here_says" if words else "findings.not_there", where=where, text=words)


def as_finding(finding: Finding, place: Elsewhere, release: Release | None) -> Finding:
    """The other place as if it were found there, so that the page can set it off.

    Where something is missing it is the whole paragraph in front of it.
    """
    span, text = place.span, place.text
    if not text and release is not None:
        text = next((block.text for block in release.blocks if block.id == place.block), "")
        span = Span(0, len(text))
    return dataclasses.replace(finding, block=place.block, span=span, text=text, language=place.language, elsewhere=())


def reachable(bridge: Bridge, place: Elsewhere) -> bool:
    """Whether the window can go there: to another version of the same draft."""
    return not place.source and place.language in bridge.languages


def _plain(text: str) -> str:
    return text.replace("&", "&&")
