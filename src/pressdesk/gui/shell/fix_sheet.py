"""Mending many signs at once: the sheet that shows what will change, place by place, with a tick each. See `FixSheet`.

The sheet decides nothing and changes nothing: it says which fixes the user wants (`fixing.py` does them).
"""

import html
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from pressdesk.app.fixes import Fix
from pressdesk.gui.kit.widgets import Make, column
from pressdesk.gui.shell.sheet import Sheet
from pressdesk.gui.shell.titles import language_name
from pressdesk.text.messages import Messages

WIDTH = 720
MOST_SHOWN = 200  # rows; the rest is counted, and a second time shows it
TOP = Qt.AlignmentFlag.AlignTop


class FixRow(QObject):
    """One place: a tick, before → after, and what the finding says; without a tick where it cannot be done."""

    def __init__(self, make: Make, ui: Messages, fix: Fix) -> None:
        super().__init__()
        self.fix = fix
        self.tick = QCheckBox()
        self.tick.setChecked(fix.possible)
        self.tick.setEnabled(fix.possible)
        self.words = QLabel(_preview(make, fix))
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.words.setFont(make.theme.font("body"))
        self.words.setWordWrap(True)
        why = "" if fix.possible else ui.say(f"fix.not.{fix.why.value}")
        self.about = make.label(why or fix.finding.message, "caption", "text3" if fix.possible else "warn", wrap=True)
        spoken = ui.say("fix.row", before=f"{fix.left}{fix.old}{fix.right}", after=f"{fix.left}{fix.new}{fix.right}")
        self.tick.setAccessibleName(spoken)
        self.tick.setAccessibleDescription(self.about.text())
        self.words.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # a label is a larger target than a tick
        released = event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent)
        if released and self.tick.isEnabled():
            self.tick.toggle()
        return super().eventFilter(watched, event)


class FixSheet(Sheet):
    """Every place that can be mended, by language, and those that cannot with the reason.

    Signals:
        chosen(tuple of Fix): these are to be mended.
    """

    chosen = Signal(object)

    def __init__(self, host: QWidget, make: Make, ui: Messages, fixes: Sequence[Fix]) -> None:
        super().__init__(host, make, ui.say("fix.title"), WIDTH, ui.say("shell.close"))
        self._ui = ui
        shown = fixes[:MOST_SHOWN]
        self.rows = [FixRow(make, ui, fix) for fix in shown]
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for tag in dict.fromkeys(row.fix.finding.language for row in self.rows):
            heading = make.label(language_name(tag, ui), "label", "text2")
            heading.setFont(make.theme.font("label", 600))
            grid.addLayout(column(8, heading, 2, spacing=0), grid.rowCount(), 0, 1, 2)
            for row in self.rows:
                if row.fix.finding.language == tag:
                    self._place_row(grid, row)
        more = len(fixes) - len(shown)
        self.more = make.label(ui.say("fix.more", n=more) if more else "", "small", "text2", wrap=True)
        self.more.setVisible(bool(more))
        self.fill(column(make.label(ui.say("fix.what"), "small", "text2", wrap=True), 8, grid, self.more, spacing=4))
        self.count = make.label("", "small", "text2")
        self.all = make.button(ui.say("fix.all"), "ghost", clicked=self._turn_all)
        self.go = make.button(ui.say("fix.go"), "primary", clicked=self._go)
        self.foot.addWidget(self.all)
        self.foot.addWidget(self.count)
        self.foot.addStretch(1)
        self.foot.addWidget(make.button(ui.say("shell.cancel"), clicked=self.reject))
        self.foot.addWidget(self.go)
        for row in self.rows:
            row.tick.toggled.connect(lambda _: self._say_count())
        self._say_count()

    @property
    def wanted(self) -> tuple[Fix, ...]:
        """The fixes that are ticked, in the texts' order."""
        return tuple(row.fix for row in self.rows if row.tick.isChecked())

    def _place_row(self, grid: QGridLayout, row: FixRow) -> None:
        at = grid.rowCount()
        grid.addWidget(row.tick, at, 0, TOP)
        grid.addLayout(column(row.words, row.about, 6, spacing=1), at, 1)

    def _turn_all(self) -> None:
        possible = [row for row in self.rows if row.tick.isEnabled()]
        on = not all(row.tick.isChecked() for row in possible)
        for row in possible:
            row.tick.setChecked(on)

    def _say_count(self) -> None:
        say, wanted = self._ui.say, len(self.wanted)
        possible = sum(row.tick.isEnabled() for row in self.rows)
        self.count.setText(say("fix.count", n=wanted, all=possible))
        self.all.setText(say("fix.none" if wanted == possible and possible else "fix.all"))
        self.go.setText(say("fix.go" if wanted == possible else "fix.go_some", n=wanted))
        self.go.setEnabled(wanted > 0)
        self.go.setToolTip("" if wanted else say("fix.nothing_ticked"))

    def _go(self) -> None:
        wanted = self.wanted
        self.accept()
        self.chosen.emit(wanted)


def _preview(make: Make, fix: Fix) -> str:
    """Before → after in one line: what goes is struck through and what comes is bold, not told by colour alone."""
    hue = make.theme.hex

    def piece(text: str, color: str, style: str = "") -> str:
        return f'<span style="color:{hue(color)};{style}">{html.escape(text).replace(" ", "&#32;")}</span>'

    old = piece(fix.old if fix.old.strip() else fix.old.replace(" ", "␣"), "error", "text-decoration:line-through;")
    new = piece(fix.new if fix.new.strip() else fix.new.replace(" ", "␣"), "ok", "font-weight:600;")
    left, right = piece(fix.left, "text2"), piece(fix.right, "text2")
    return f"{left}{old}{piece(' → ', 'text3')}{new}{right}"
