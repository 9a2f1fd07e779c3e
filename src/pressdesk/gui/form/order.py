"""The order of Tab: Qt puts what is made later at the end of the window, so who makes widgets late says where."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget


def chain(widgets: Iterable[QWidget]) -> None:
    """Tab goes through these one after the other."""
    before: QWidget | None = None
    for widget in widgets:
        if before is not None:
            QWidget.setTabOrder(before, widget)
        before = widget


def stops(root: QWidget) -> list[QWidget]:
    """Where Tab can stop within a widget, in reading order.

    Qt's own chain is not asked: PySide makes the widget that `nextInFocusChain` gives a child of the one it was asked
    of, and when that one goes, half the window's wrappers go with it.
    """

    def place(widget: QWidget) -> tuple[int, int]:
        corner = widget.mapTo(root, QPoint(0, 0))
        return corner.y(), corner.x()

    here = root.window()  # the list of a combo box is a window of its own
    inside = [w for w in root.findChildren(QWidget) if w.window() is here]
    found = [w for w in inside if w.focusProxy() is None and _wants_focus(w)]
    return sorted(found, key=place)


def _wants_focus(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & (Qt.FocusPolicy.TabFocus | Qt.FocusPolicy.ClickFocus))
