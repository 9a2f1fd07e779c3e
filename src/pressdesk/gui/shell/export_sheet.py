"""The export dialog: languages and what hinders each, formats, the checklist, draft or final, the folder, the files."""

import dataclasses
import datetime as dt
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QProgressBar, QRadioButton, QWidget

from pressdesk.app.checklist.checklist import issued
from pressdesk.app.checklist.signer import signer
from pressdesk.app.hindrances import hindrances
from pressdesk.app.settings import Settings
from pressdesk.errors import FactsError
from pressdesk.gui.bridge import Bridge
from pressdesk.gui.jobs import Lane
from pressdesk.gui.kit.widgets import Make, column, row
from pressdesk.gui.shell.asker import Asker
from pressdesk.gui.shell.checklist_force import ForceBox
from pressdesk.gui.shell.checklist_panel import ChecklistPanel, Signing
from pressdesk.gui.shell.export_rows import ChoiceCard, LanguageLine
from pressdesk.gui.shell.exporting import Order, Written, files_of, write
from pressdesk.gui.shell.sheet import Sheet
from pressdesk.gui.shell.titles import hindrance_words, language_name
from pressdesk.text.messages import Messages

FORMATS = (("docx", "file-text"), ("html", "file-code"), ("txt", "mail"))
FILES_SHOWN = 3
NAMED = 2  # open items that the final card names


class ExportSheet(Sheet):
    """The export dialog.

    Signals:
        mend_wanted(tag): go to what hinders this language; the sheet closes itself before.
        written(list of Path, Order): all files are there. A file that could not be written is told in the sheet.
        go_wanted(Item, Point): show where an item of the checklist stands; the sheet closes itself before.
    """

    mend_wanted = Signal(str)
    written = Signal(object, object)
    go_wanted = Signal(object, object)

    def __init__(
        self, host: QWidget, bridge: Bridge, settings: Settings, asker: Asker, folder: Path, signing: Signing
    ) -> None:
        make, ui = bridge.make, bridge.ui
        super().__init__(host, make, ui.say("shell.export.title"), 656, ui.say("shell.close"))
        self._bridge, self._asker = bridge, asker
        self._done: list[Path] = []
        self._ordered: Order | None = None
        self.folder = folder
        self._lane = Lane(0, self)
        self._lane.result.connect(self._take)
        self._lane.failed.connect(self._fail)
        self._lane.finished.connect(self._finished)
        self.lines = [LanguageLine(bridge, tag, tag == bridge.languages[-1]) for tag in bridge.languages]
        self.formats = {name: self._format(make, ui, name, icon) for name, icon in FORMATS}
        self.draft = ChoiceCard(make, QRadioButton(), ui.say("shell.export.draft"), ui.say("shell.export.draft_more"))
        self.final = ChoiceCard(make, QRadioButton(), ui.say("shell.export.final"), "")
        self._stages = QButtonGroup(self)
        for card in (self.draft, self.final):
            self._stages.addButton(card.button)
        for line in self.lines:
            line.tick.setChecked(line.ready or line.tag == bridge.language)
        for name, card in self.formats.items():
            card.button.setChecked(name in settings.export_formats)
        (self.final if bridge.draft.final else self.draft).button.setChecked(True)
        self.panel = ChecklistPanel(bridge, signing, lambda: [line.tag for line in self._ticked], everything=False)
        self.force = ForceBox(make, ui)
        self._folder_button = make.button("", "ghost", "folder-open", self._choose_folder)
        self._error = make.label("", "small", "error", wrap=True)
        self._error.hide()
        self._files = column(spacing=4, margins=(12, 8, 12, 8))
        self._build(make, ui)
        self._listen()
        self._refresh()

    def _format(self, make: Make, ui: Messages, name: str, icon: str) -> ChoiceCard:
        return ChoiceCard(make, QCheckBox(), ui.say(f"shell.export.{name}"), ui.say(f"shell.export.{name}_more"), icon)

    def _build(self, make: Make, ui: Messages) -> None:
        def label(key: str) -> QWidget:
            return make.label(ui.say(f"shell.export.{key}"), "label", "text2")

        table = make.frame(column(*self.lines, spacing=0, margins=(1, 1, 1, 1)), card=True)
        formats = row(*self.formats.values(), spacing=8)
        stages = row(self.draft, self.final, spacing=8)
        files = make.frame(self._files, sunken=True)
        content = column(
            label("languages"), table, 8, label("formats"), formats, 8, self.panel, 8, label("stage"),
            stages, self.force, 8, row(label("files"), None, self._folder_button), files, self._error, spacing=4,
        )  # fmt: skip
        self.fill(content)
        self._progress = QProgressBar(textVisible=False)
        self._progress.setAccessibleName(ui.say("shell.export.title"))
        self._progress.hide()
        self._cancel = make.button(ui.say("shell.cancel"), clicked=self.reject)
        self.go = make.button("", "primary", "download", self.export)
        self.foot.addWidget(self._progress, 1)
        self.foot.addStretch(1)
        self.foot.addWidget(self._cancel)
        self.foot.addWidget(self.go)

    def _listen(self) -> None:
        for line in self.lines:
            line.toggled.connect(self._refresh)
            line.mend_wanted.connect(self._mend)
        for card in (*self.formats.values(), self.draft, self.final):
            card.button.toggled.connect(lambda _: self._refresh())
        self.panel.changed.connect(self._refresh)
        self.panel.name.textChanged.connect(lambda _: self._refresh())
        self.panel.go_wanted.connect(self._go)
        self.force.changed.connect(self._forced)
        for signal in (self._bridge.findings_ready, self._bridge.release_ready, self._bridge.problems_changed):
            signal.connect(self._refresh_lines)
        self._bridge.checking.connect(self._refresh_lines)

    # --- what is chosen ----------------------------------------------------------------------------------------

    @property
    def _ticked(self) -> list[LanguageLine]:
        return [line for line in self.lines if line.tick.isChecked()]

    @property
    def order(self) -> Order:
        """What would be written now."""
        return Order(
            languages=tuple(line.tag for line in self._ticked),
            formats=tuple(name for name, card in self.formats.items() if card.button.isChecked()),
            final=self.final.button.isChecked(),
            folder=self.folder,
            house=self._bridge.desk.house,
        )

    def _refresh_lines(self, *_: object) -> None:
        for line in self.lines:
            line.refresh()
        self._refresh()

    def _refresh(self) -> None:
        say = self._bridge.ui.say
        self.panel.refresh()
        self._refresh_final()
        order = self.order
        paths = files_of(self._bridge.draft, order, self._bridge.releases)
        self._folder_button.setText(_short(order.folder))
        self._folder_button.setToolTip(f"{say('shell.export.folder')}: {order.folder}")
        self._show_files(paths)
        self.go.setText(say("shell.export.go", n=len(paths)) if paths else say("shell.export_"))
        self.go.setEnabled(bool(paths) and not self._lane.busy)
        self.go.setToolTip("" if paths else say("shell.export.nothing"))
        self.refit()

    def _refresh_final(self) -> None:
        ticked = self._ticked
        waiting = any(line.waiting for line in ticked)
        blocking = bool(self.panel.checklist.blocking)
        self.force.offer(bool(ticked) and blocking and not waiting)
        forced = bool(self.force.given and self.panel.name.text().strip())
        possible = bool(ticked) and not waiting and (forced or not blocking)
        if not possible and self.final.button.isChecked():
            self.draft.button.setChecked(True)
        self.final.set_enabled(possible)
        self.final.set_more(self._about_final(ticked, waiting))

    def _forced(self) -> None:
        """Whoever gives a reason to force the release wants it final."""
        self._refresh()
        if self.force.given and self.final.button.isEnabled():
            self.final.button.setChecked(True)

    def _about_final(self, ticked: list[LanguageLine], waiting: bool) -> str:
        """The second line of the final card: what it waits for, or what it is."""
        say, ui = self._bridge.ui.say, self._bridge.ui
        if self.force.opened:
            given = self.force.given and self.panel.name.text().strip()
            return say("checklist.final.kept" if given else "checklist.final.reason_needed")
        unchecked = [language_name(line.tag, ui) for line in ticked if line.unchecked]
        found = [self._found(line.tag) for line in ticked if not line.ready]
        words = [hindrance_words(sum(e for e, _ in found), sum(g for _, g in found), ui), *self.panel.blocking_names]
        if self.panel.checklist.blocking:
            named = [word for word in words if word]
            rest = [say("checklist.more", n=len(named) - NAMED)] if len(named) > NAMED else []
            return say("checklist.final.blocked", what=", ".join(named[:NAMED] + rest))
        if waiting:
            return say("shell.export.final_checking")
        if unchecked:
            return say("shell.export.final_unchecked", what=", ".join(unchecked))
        return say("shell.export.final_ready")

    def _found(self, tag: str) -> tuple[int, int]:
        found = hindrances(self._bridge, tag)
        return len(found.errors), len(found.gaps)

    def _show_files(self, paths: list[Path]) -> None:
        make, say = self._bridge.make, self._bridge.ui.say
        while (item := self._files.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for path in paths[:FILES_SHOWN]:
            note = say("shell.export.replaces") if path.exists() else ""
            self._files.addWidget(_file_line(make, path.name, note))
        if len(paths) > FILES_SHOWN:
            rest = say("shell.export.more_files", n=len(paths) - FILES_SHOWN)
            self._files.addWidget(_file_line(make, rest, ""))
        if not paths:
            self._files.addWidget(_file_line(make, say("shell.export.nothing"), ""))

    # --- what is done ------------------------------------------------------------------------------------------

    def export(self) -> None:
        """Writes the files in the background; the sheet closes when all are there."""
        order, draft = self._signed(self.order), self._bridge.draft
        if order is None:
            return
        self._done, self._ordered = [], order
        self._progress.setMaximum(len(order.languages) * len(order.formats))
        self._progress.setValue(0)
        self._progress.show()
        self._error.hide()
        self._lane.ask(lambda: iter(write(draft, order)), at_once=True)
        self._refresh()

    def _signed(self, order: Order) -> Order | None:
        """The order with what the draft will remember of it; None where a final release may not go out so."""
        if not order.final:
            return order
        self.panel.keep_name()
        name = signer(self.panel.name.text())
        now = dt.datetime.now().astimezone()
        try:
            made = issued(self.panel.checklist, name, now, order.languages, order.formats, self.force.given)
        except FactsError as error:
            self._fail(error)
            return None
        return dataclasses.replace(order, issued=made)

    def done(self, result: int) -> None:
        self._lane.drop()
        super().done(result)

    def _take(self, thing: object) -> None:
        if isinstance(thing, Written):
            self._done.append(thing.path)
            self._progress.setValue(len(self._done))

    def _finished(self) -> None:
        self._progress.hide()
        if self._ordered is not None and len(self._done) == self._progress.maximum():
            order, paths = self._ordered, self._done
            self.accept()
            self.written.emit(paths, order)
        else:
            self._refresh()

    def _fail(self, error: object) -> None:
        self._error.setText(str(error))
        self._error.show()

    def _mend(self, tag: str) -> None:
        self.reject()
        self.mend_wanted.emit(tag)

    def _go(self, item: object, point: object) -> None:
        self.reject()
        self.go_wanted.emit(item, point)

    def _choose_folder(self) -> None:
        chosen = self._asker.folder(self, self.folder)
        if chosen is not None:
            self.folder = chosen
            self._refresh()


def _short(folder: Path) -> str:
    """The last three parts of a folder: «Құжаттар / Релиздер / 2025-12»."""
    return " / ".join(part for part in folder.parts[-3:] if part != folder.anchor) or str(folder)


def _file_line(make: Make, name: str, note: str) -> QWidget:
    icon = "file-code" if name.endswith(".html") else "file-text"
    words = make.label(name, "small", "text2", elide=True)
    layout = row(make.icon_label(icon, "text3", 14), words, make.label(note, "caption", "warn"), spacing=8)
    layout.setStretchFactor(words, 1)
    line = QWidget()
    line.setLayout(layout)
    line.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
    return line
