"""The order of Tab: Qt puts what is made later at the end of the window, so who makes widgets late says where."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def chain(widgets: Iterable[QWidget]) -> None:
    """Tab goes through these one after the other."""
    before: QWidget | None = None
    for widget in widgets:
        if before is not None:
            QWidget.setTabOrder(before, widget)
        before = widget


def stops(root: QWidget) -> list[QWidget]:
    """Where Tab can stop within a widget, in the order of Tab: the chain as it is, cut to what lies within."""
    found: list[QWidget] = []
    widget = root.nextInFocusChain()
    while widget is not None and widget is not root:
        if root.isAncestorOf(widget) and widget.focusProxy() is None and _wants_focus(widget):
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def _wants_focus(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & (Qt.FocusPolicy.TabFocus | Qt.FocusPolicy.ClickFocus))
