"""The settings while the program runs: one value, changed by replacing it, written at every change."""

import dataclasses
from typing import Any

from PySide6.QtCore import QObject, Signal

from pressdesk.app.places import Places
from pressdesk.app.settings import Settings, save
from pressdesk.errors import PressDeskError


class Preferences(QObject):
    """Holds the settings.

    Signals:
        changed(Settings): after every change.
        failed(PressDeskError): they could not be written; they hold until the program ends.
    """

    changed = Signal(object)
    failed = Signal(object)

    def __init__(self, places: Places, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places = places
        self.settings = settings

    def change(self, **changes: Any) -> None:
        """Replaces single values: `change(theme="dark")`."""
        self.take(dataclasses.replace(self.settings, **changes))

    def take(self, settings: Settings) -> None:
        """Replaces all of them. Nothing is written where nothing changed."""
        if settings == self.settings:
            return
        self.settings = settings
        try:
            save(settings, self._places)
        except OSError as error:
            why = f"{self._places.config}: the settings cannot be written ({error.strerror}); they hold until you quit."
            self.failed.emit(PressDeskError(why))
        self.changed.emit(settings)
