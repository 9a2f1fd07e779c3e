"""The checklist by itself, with the final releases that there were."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from pressdesk.app.checklist.words import record_lines, title
from pressdesk.gui.bridge import Bridge
from pressdesk.gui.kit.widgets import column
from pressdesk.gui.shell.checklist_panel import ChecklistPanel, Signing
from pressdesk.gui.shell.sheet import Sheet


class ChecklistSheet(Sheet):
    """Every item of the checklist, and below it the draft's record.

    Signals:
        go_wanted(Item, Point): show where an item stands; the sheet closes itself before.
    """

    go_wanted = Signal(object, object)

    def __init__(self, host: QWidget, bridge: Bridge, signing: Signing) -> None:
        make, ui = bridge.make, bridge.ui
        super().__init__(host, make, ui.say("checklist.title"), 656, ui.say("shell.close"))
        self.panel = ChecklistPanel(bridge, signing, lambda: (), everything=True)
        self.panel.changed.connect(self.refit)
        self.panel.go_wanted.connect(self._go)
        self.record = _record(bridge, signing)
        label = make.label(ui.say("checklist.record.title"), "label", "text2")
        self.fill(column(self.panel, 8, label, self.record, spacing=4))
        self.close_button = make.button(ui.say("shell.close"), clicked=self.accept)
        self.foot.addStretch(1)
        self.foot.addWidget(self.close_button)

    @property
    def first(self) -> QWidget:
        """What gets the focus: the first item, else the way out."""
        rows = self.panel.rows()
        return rows[0] if rows else self.close_button

    def _go(self, item: object, point: object) -> None:
        self.reject()
        self.go_wanted.emit(item, point)


def _record(bridge: Bridge, signing: Signing) -> QFrame:
    """The final releases, the newest first."""
    make, ui = bridge.make, bridge.ui
    titles = {item.id: title(item, ui) for item in signing.items}
    labels = []
    for release in reversed(bridge.draft.record):
        first, *rest = record_lines(release, titles, ui)
        labels.append(make.label(first, "strong", wrap=True))
        labels += [make.label(line, "small", "text2", wrap=True) for line in rest]
    if labels:
        labels.append(make.label(ui.say("checklist.record.kept"), "caption", "text3", wrap=True))
    else:
        labels.append(make.label(ui.say("checklist.record.none"), "small", "text2", wrap=True))
    return make.frame(column(*labels, spacing=4, margins=(12, 8, 12, 8)), sunken=True)
