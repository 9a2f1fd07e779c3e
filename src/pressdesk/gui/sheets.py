"""The sheets and the palette over the window: what opens them, and what follows when they close."""

import dataclasses
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from pressdesk.gui.shell.banner import OK

if TYPE_CHECKING:
    from pressdesk.app.checklist.points import Item, Point
    from pressdesk.gui.main_window import MainWindow
    from pressdesk.gui.shell.exporting import Order
    from pressdesk.gui.shell.fixing import Fixing
    from pressdesk.gui.shell.sheet import Sheet
    from pressdesk.model.findings import Finding


class Sheets:
    """Opens sheets over a window. While one is open, no command runs."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._open = 0
        self._fixing: Fixing | None = None

    def export(self) -> None:
        """The export dialog."""
        from pressdesk.gui.shell.checklist_panel import Signing
        from pressdesk.gui.shell.export_sheet import ExportSheet

        window = self._window
        if window.bridge is None or window.desk_view is None:
            return
        settings = window.preferences.settings
        chosen = Path(settings.export_folder) if settings.export_folder else None
        folder = chosen if chosen and chosen.is_dir() else window.drafts.folder(window.bridge.desk)
        signing = Signing.of(window.preferences, window.bridge)
        sheet = ExportSheet(window, window.bridge, settings, window.asker, folder, signing)
        sheet.go_wanted.connect(self._show_point)
        sheet.mend_wanted.connect(window.desk_view.mend)
        sheet.written.connect(self._exported)
        self._present(sheet, sheet.go)

    def _exported(self, paths: list[Path], order: "Order") -> None:
        window = self._window
        if window.bridge is None:
            return
        window.preferences.change(export_folder=str(order.folder), export_formats=order.formats)
        draft = window.bridge.draft
        if draft.final != order.final:
            stage = window.ui.say("shell.final" if order.final else "shell.draft")
            window.bridge.change(dataclasses.replace(draft, final=order.final), stage)
        if order.issued is not None:
            window.bridge.record(order.issued)
            if window.bridge.desk.path is None or not window.bridge.save():
                words = window.ui.say("checklist.final.not_kept")
                window.banner.say(words, window.ui.say("shell.save"), partial(window.run, "save"))
                return
        words = window.ui.say("shell.export.done", n=len(paths), folder=order.folder)
        folder = QUrl.fromLocalFile(str(order.folder))
        show = window.ui.say("shell.export.open_folder")
        window.banner.say(words, show, lambda: QDesktopServices.openUrl(folder), OK)

    def fix_all(self) -> None:
        """What signs can be mended together, place by place."""
        from pressdesk.gui.shell.fixing import Fixing

        if self._fixing is None:
            self._fixing = Fixing(self._window)
        text = self._window.text
        sheet = text.fix_sheet() if text.is_shown else self._fixing.sheet()
        if sheet is not None:
            self._present(sheet, sheet.go)

    def checklist(self) -> None:
        """What must be in order before a release, and the final releases there were."""
        from pressdesk.gui.shell.checklist_panel import Signing
        from pressdesk.gui.shell.checklist_sheet import ChecklistSheet

        window = self._window
        if window.bridge is None:
            return
        sheet = ChecklistSheet(window, window.bridge, Signing.of(window.preferences, window.bridge))
        sheet.go_wanted.connect(self._show_point)
        self._present(sheet, sheet.first)

    def _show_point(self, item: "Item", point: "Point") -> None:
        """Where an item of the checklist stands: its finding, its field, the register, or the text in its language."""
        window = self._window
        view = window.desk_view
        if window.bridge is None or view is None:
            return
        if point.language:
            window.bridge.show_language(point.language)
        if point.finding is not None:
            view.findings.select(point.finding)
            view.findings.finding_wanted.emit(point.finding)
        elif point.field:
            view.open_field(point.field, point.language)
        elif item.check == "register":
            window.run("register")
        else:
            view.to_text()

    def palette(self) -> None:
        """Everything one can do or go to."""
        from pressdesk.gui.shell.palette import Offer, Palette, offers_of

        window = self._window
        if window.commands is None:
            return
        what = window.ui.say("shell.palette.command")
        offers = [
            Offer(words, what, keys, sought, partial(window.run, command.id))
            for command, words, keys, sought in window.commands.listed()
        ]
        if window.bridge is not None and window.desk_view is not None and window.text.view is None:
            offers += offers_of(window.bridge, window.desk_view.open_field, window.desk_view.open_section)
        Palette(window, window.make, window.ui, offers)

    def settings(self) -> None:
        """The settings; what was chosen builds the window anew."""
        from pressdesk.gui.settings_view import SettingsView

        window = self._window
        sheet = SettingsView(window, window.make, window.ui, window.preferences.settings, window.places, window.asker)

        def take() -> None:
            window.preferences.take(sheet.chosen)
            QTimer.singleShot(0, window, window.rebuild)

        sheet.accepted.connect(take)
        self._present(sheet, sheet.language)

    def keys(self) -> None:
        """Help at this place: the rule of the finding that the page's ring is on, else all keys."""
        from pressdesk.gui.shell.keys_sheet import KeysSheet

        finding = self._window.desk_view.page.finding_here() if self._window.desk_view is not None else None
        if finding is not None:
            self.why(finding)
            return
        sheet = KeysSheet(self._window, self._window.make, self._window.ui)
        self._present(sheet, sheet.close_button)

    def why(self, finding: "Finding") -> None:
        """The page of a finding's rule."""
        from pressdesk.app import style_file
        from pressdesk.app.why import page
        from pressdesk.gui.shell.rule_sheet import RuleSheet

        window = self._window
        found = page(finding.rule, window.ui.language, window.places)
        if found is None:
            window.banner.say(window.ui.say("why_page.nothing"))
            return
        is_off = finding.rule in style_file.switched_off(window.places)
        sheet = RuleSheet(window, window.make, window.ui, found, finding.message, is_off=is_off)
        of_draft = window.bridge.judge if window.bridge is not None and not window.text.is_shown else None
        switch = of_draft.switch_off if of_draft is not None else window.text.judge.switch_off
        sheet.switch_wanted.connect(lambda rule, on: switch(rule, on=on))
        self._present(sheet, sheet.close_button)

    def setup(self) -> None:
        """Brings the checkers that are away."""
        from pressdesk.gui.shell.setup_sheet import SetupSheet

        sheet = SetupSheet(self._window, self._window.make, self._window.ui, self._window.places)
        sheet.installed.connect(self._installed)
        self._present(sheet, sheet.go)

    def _installed(self) -> None:
        window = self._window
        window.banner.say(window.ui.say("shell.setup.done"), tone=OK)
        window.text.check_anew()
        if window.bridge is not None:
            window.bridge.recheck()
        elif window.text.view is None:
            window.show_start()

    def check_style(self) -> None:
        """Another style file holds: whatever is open is checked by it, every paragraph."""
        self._window.text.check_anew(answers=False)
        if self._window.bridge is not None:
            self._window.bridge.recheck()

    def failure(self, what: str, report: str) -> None:
        """The program made a mistake. The draft is kept against the worst first."""
        from pressdesk.gui.shell.failure import FailureSheet

        window = self._window
        if window.autosave is not None and window.touched:
            window.autosave.keep()
        save_copy = partial(window.run, "save_as") if window.bridge is not None else None
        sheet = FailureSheet(window, window.make, window.ui, what, report, save_copy)
        self._present(sheet, sheet.go_on)

    def run(self, sheet: "Sheet", first: QWidget) -> int:
        """Shows a sheet and waits for its end: 1 accepted, 0 not."""
        self._opened(sheet)
        return sheet.run(first)

    def _present(self, sheet: "Sheet", first: QWidget) -> None:
        self._opened(sheet)
        sheet.present(first)

    def _opened(self, sheet: "Sheet") -> None:
        self._open += 1
        self._pause()
        sheet.finished.connect(self._closed)

    def _closed(self) -> None:
        self._open -= 1
        self._pause()

    def _pause(self) -> None:
        if self._window.commands is not None:
            self._window.commands.paused = self._open > 0
