"""Garbage is collected in the window's thread and nowhere else."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication

from pressdesk.gui.collector import Collector


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
