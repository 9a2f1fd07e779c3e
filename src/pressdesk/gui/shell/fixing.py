"""Mending many signs of the draft at once: what is offered, the sheet, and the one step that does it. See `Fixing`."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from pressdesk.app.fixes import Fix, Mended, in_draft, plan_draft
from pressdesk.gui.jobs import Lane
from pressdesk.gui.shell.banner import OK
from pressdesk.gui.shell.fix_sheet import FixSheet
from pressdesk.model.draft import Draft
from pressdesk.model.release import Release
from pressdesk.render.render import render

if TYPE_CHECKING:
    from pressdesk.gui.bridge import Bridge
    from pressdesk.gui.main_window import MainWindow


class Fixing(QObject):
    """Belongs to a window; the texts are made anew in a thread, for every mend may change all of them."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._lane = Lane(0, self)
        self._lane.result.connect(self._take)
        self._of: Draft | None = None

    def sheet(self) -> FixSheet | None:
        """The sheet of what can be mended now; None, and a word on it, where there is nothing."""
        window, bridge = self._window, self._window.bridge
        if bridge is None:
            return None
        fixes = plan_draft(bridge.draft, bridge.releases, [f for some in bridge.findings.values() for f in some])
        if not fixes:
            window.banner.say(window.ui.say("fix.nothing"), tone=OK)
            return None
        sheet = FixSheet(window, window.make, window.ui, fixes)
        sheet.chosen.connect(self._mend)
        return sheet

    def _mend(self, fixes: tuple[Fix, ...]) -> None:
        bridge = self._window.bridge
        if bridge is None:
            return
        draft, house = bridge.draft, bridge.desk.house
        self._of = draft

        def made(of: Draft, language: str) -> Release:
            return render(of, language, house)

        def work() -> Iterator[object]:
            yield in_draft(draft, fixes, made)

        self._lane.ask(work, at_once=True)

    def _take(self, mended: object) -> None:
        window, bridge = self._window, self._window.bridge
        if not isinstance(mended, Mended) or bridge is None:
            return
        if bridge.draft is not self._of:  # somebody typed on: what was shown is not what would change
            window.banner.say(window.ui.say("fix.moved_on"))
            return
        if mended.done:
            bridge.change(mended.draft, window.ui.say("fix.step", n=len(mended.done)))
        self._tell(bridge, mended)

    def _tell(self, bridge: "Bridge", mended: Mended) -> None:
        say = self._window.ui.say
        words = say("fix.done", n=len(mended.done))
        if mended.left:
            words += " " + say("fix.left", n=len(mended.left))
        self._window.banner.say(words, say("shell.undo"), bridge.undo, OK)
