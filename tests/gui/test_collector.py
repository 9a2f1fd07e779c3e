"""Garbage is collected in the window's thread and nowhere else."""

import gc
import threading
import time
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from pressdesk.gui.actions import DigitKeys
from pressdesk.gui.collector import MANY, Collector


class Knot:
    """Holds itself: only the collector can free it."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def collector(qapp: QCoreApplication) -> Iterator[Collector]:
    made = Collector(qapp)
    yield made
    made.stop()
    assert gc.isenabled()


def test_a_worker_that_allocates_collects_nothing(collector: Collector) -> None:
    gone = weakref.ref(Knot())

    worker = threading.Thread(target=lambda: [Knot() for _ in range(20_000)])
    worker.start()
    worker.join()

    assert gone() is not None


def test_the_window_s_own_step_collects_what_is_due(collector: Collector) -> None:
    gone = weakref.ref(Knot())
    for _ in range(30):
        [Knot() for _ in range(2_000)]
        collector.step()

    assert gone() is None


def test_nothing_is_collected_between_two_keystrokes_and_all_of_it_at_the_next_rest(qapp: QCoreApplication) -> None:
    window = QWidget()
    keys = DigitKeys(window, "", lambda _: None)
    collector = Collector(qapp, every=30)
    keys.pressed.connect(collector.hold)
    try:
        gone = weakref.ref(Knot())
        knots = [Knot() for _ in range(2_000)]
        for _ in range(10):
            time.sleep(0.02)
            press(keys, window)
            qapp.processEvents()
        assert gone() is not None

        until = time.monotonic() + 20
        while gone() is not None and time.monotonic() < until:
            qapp.processEvents()
            time.sleep(0.005)
        assert gone() is None
        assert len(knots) == 2_000
    finally:
        collector.stop()


def test_tables_once_loaded_are_not_walked_through_again(collector: Collector) -> None:
    tables = [Knot() for _ in range(MANY + 1)]
    collector.step()

    assert gc.get_freeze_count() > len(tables)


def press(keys: DigitKeys, on: QObject) -> None:
    """One letter, as the application's filter sees it."""
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
    assert not keys.eventFilter(on, event)
