"""Entries of menus."""

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu


def add_switch(menu: QMenu, words: str, switch: Callable[[], object], *, on: bool) -> QAction:
    """An entry with a tick where it is on."""
    action = menu.addAction(words, switch)
    action.setCheckable(True)
    action.setChecked(on)
    return action
