"""Python's garbage is collected in the window's own thread alone, and while nobody types.

A cycle that holds a Qt object may be found by the collector in whatever thread happens to allocate; the object would
then be destroyed outside the thread it lives in, which Qt forbids and which ends the process. So the automatic
collector is off while the window is open, and a timer does its work between two events.
"""

import gc
import time

from PySide6.QtCore import QObject, QTimer

EVERY = 1000  # milliseconds; a release leaves a few hundred cycles a second behind at the most
LONGEST = 10.0  # seconds for which typing without a rest may put the work off
MANY = 20_000  # new objects since the last time: tables were loaded, not letters typed
FREEZES = 3  # the grammar's tables, the register's, a second language's; more often, and later garbage would stay


class Collector(QObject):
    """Collects by the interpreter's own thresholds, in the thread that made it, as long as it lives.

    Walking through the tables of the grammar and the register takes a tenth of a second. It is done once, after they
    were loaded, and `hold` keeps that and everything else out of the way of whoever types.
    """

    def __init__(self, parent: QObject, every: int = EVERY) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        self._freezes = FREEZES
        self._stepped = time.monotonic()
        gc.disable()
        self._timer = QTimer(self, interval=every)
        self._timer.timeout.connect(self.step)
        self._timer.start()

    def hold(self) -> None:
        """Somebody pressed a key: the next step comes when no key was pressed for `every` ms, or after LONGEST s."""
        if time.monotonic() - self._stepped < LONGEST:
            self._timer.start()

    def step(self) -> None:
        """Collects the oldest generation that is due, and nothing where none is."""
        self._stepped = time.monotonic()
        counts = gc.get_count()
        if counts[0] > MANY and self._freezes:
            gc.collect()
            gc.freeze()  # what was loaded lives as long as the program and need not be walked through again
            self._freezes -= 1
            return
        for generation in (2, 1, 0):
            if counts[generation] > self._thresholds[generation]:
                gc.collect(generation)
                return

    def stop(self) -> None:
        """Gives the work back to the interpreter."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
