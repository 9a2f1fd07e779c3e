"""The settings as a sheet: language, colours, text size, letters, the files. They hold when it is accepted."""

import dataclasses

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QWidget

from pressdesk.app.places import Places
from pressdesk.app.settings import TEXT_SIZES, THEMES, Settings
from pressdesk.gui.house_row import HouseRow, StyleRow
from pressdesk.gui.kit.widgets import Make
from pressdesk.gui.shell.asker import Asker
from pressdesk.gui.shell.sheet import Sheet
from pressdesk.gui.shell.titles import language_name
from pressdesk.text.messages import UI_LANGUAGES, Messages

TOP = Qt.AlignmentFlag.AlignTop


class SettingsView(Sheet):
    """The settings. `chosen` is what stands in the fields."""

    def __init__(
        self, host: QWidget, make: Make, ui: Messages, settings: Settings, places: Places, asker: Asker
    ) -> None:
        super().__init__(host, make, ui.say("shell.settings"), 520, ui.say("shell.close"))
        self._settings = settings
        system = ui.say("shell.set.theme_system")
        self.language = self._choice(
            [("", system), *((tag, language_name(tag, ui)) for tag in UI_LANGUAGES)], settings.language
        )
        self.theme = self._choice([(name, ui.say(f"shell.set.theme_{name}")) for name in THEMES], settings.theme)
        sizes = sorted({*TEXT_SIZES, settings.text_size})
        self.text_size = self._choice([(size, f"{size}\u00a0%") for size in sizes], settings.text_size)
        self.letters = QCheckBox(ui.say("shell.set.letters"))
        self.letters.setFont(make.theme.font("body"))
        self.letters.setChecked(settings.letters)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        rows = (("language", self.language), ("theme", self.theme), ("size", self.text_size))
        for row, (key, choice) in enumerate(rows):
            words = ui.say(f"shell.set.{key}")
            grid.addWidget(make.label(words, "label", "text2"), row, 0)
            grid.addWidget(choice, row, 1)
            choice.setAccessibleName(words)
        grid.addWidget(self.letters, len(rows), 1)
        self.house = HouseRow(make, ui, places, settings.house, asker)
        self.house.changed.connect(self.refit)
        grid.addWidget(make.label(ui.say("shell.house.title"), "label", "text2"), len(rows) + 1, 0, TOP)
        grid.addWidget(self.house, len(rows) + 1, 1)
        self.style_rules = StyleRow(make, ui, places, settings.style, asker)
        self.style_rules.changed.connect(self.refit)
        grid.addWidget(make.label(ui.say("style_file.title"), "label", "text2"), len(rows) + 2, 0, TOP)
        grid.addWidget(self.style_rules, len(rows) + 2, 1)
        self.fill(grid)
        self.foot.addStretch(1)
        self.foot.addWidget(make.button(ui.say("shell.cancel"), clicked=self.reject))
        self.save = make.button(ui.say("shell.save"), "primary", clicked=self.accept)
        self.foot.addWidget(self.save)

    @property
    def chosen(self) -> Settings:
        """The settings as the fields say."""
        return dataclasses.replace(
            self._settings,
            language=self.language.currentData(),
            theme=self.theme.currentData(),
            text_size=self.text_size.currentData(),
            letters=self.letters.isChecked(),
            house=self.house.named,
            style=self.style_rules.named,
        )

    def done(self, result: int) -> None:
        """Ends the sheet."""
        self.house.close_lane()
        self.style_rules.close_lane()
        super().done(result)

    def _choice(self, options: list[tuple[object, str]], now: object) -> QComboBox:
        box = QComboBox()
        box.setFont(self.make.theme.font("body"))
        for value, words in options:
            box.addItem(words, value)
        box.setCurrentIndex(next((i for i, (value, _) in enumerate(options) if value == now), 0))
        return box
