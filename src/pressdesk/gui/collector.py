"""Python's garbage is collected in the window's own thread alone.

A cycle that holds a Qt object may be found by the collector in whatever thread happens to allocate; the object would
then be destroyed outside the thread it lives in, which Qt forbids and which ends the process. So the automatic
collector is off while the window is open, and a timer does its work between two events.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 1000  # milliseconds; a release leaves a few hundred cycles a second behind at the most


class Collector(QObject):
    """Collects by the interpreter's own thresholds, in the thread that made it, as long as it lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        self._frozen = False
        gc.disable()
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.step)
        self._timer.start()

    def step(self) -> None:
        """Collects the oldest generation that is due, and nothing where none is."""
        counts = gc.get_count()
        for generation in (2, 1, 0):
            if counts[generation] > self._thresholds[generation]:
                gc.collect(generation)
                if generation == 2 and not self._frozen:
                    gc.freeze()  # the grammar's tables need not be walked through again; once, or later garbage stays
                    self._frozen = True
                return

    def stop(self) -> None:
        """Gives the work back to the interpreter."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
