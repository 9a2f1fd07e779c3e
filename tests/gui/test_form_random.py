"""Hands that do anything at any time: whatever they do, the form shows what the draft says, and nothing breaks."""

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from tests.gui.conftest import BridgeMaker, press, type_text

from pressdesk.app.samples import sample
from pressdesk.gui.bridge import Bridge
from pressdesk.gui.form.chips import ChipsField
from pressdesk.gui.form.grid import TextGrid
from pressdesk.gui.form.lists import ListField
from pressdesk.gui.form.view import FormView
from pressdesk.model import paths

pytestmark = pytest.mark.slow

Key = Qt.Key
CTRL, ALT, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
KEYS = [
    (Key.Key_Delete, CTRL, ""), (Key.Key_Return, CTRL, ""), (Key.Key_Up, ALT, ""), (Key.Key_Down, ALT, ""),
    (Key.Key_Return, NONE, "\r"), (Key.Key_Escape, NONE, ""), (Key.Key_Backspace, NONE, ""), (Key.Key_Delete, NONE, ""),
    (Key.Key_Space, NONE, " "), (Key.Key_F4, NONE, ""), (Key.Key_Left, NONE, ""), (Key.Key_Right, NONE, ""),
    (Key.Key_Right, ALT, ""),
]  # fmt: skip


def places(bridge: Bridge, dice: random.Random) -> str:
    """A path that some field of the form edits."""
    found = [field.path for field in bridge.kind.fields()]
    for field in bridge.kind.fields():
        rows = paths.get(bridge.draft.facts, field.path)
        if isinstance(rows, tuple) and (field.fields or field.steps):
            inner = [f.path for f in field.fields] or [f.path for step in field.steps for f in step.fields]
            found += [f"{field.path}[{n}].{dice.choice(inner)}" for n in range(len(rows))]
    return dice.choice(found)


def act(form: FormView, bridge: Bridge, dice: random.Random) -> None:
    """One thing that a person may do."""

    def typed() -> None:
        widget = form.focusWidget()
        if widget is not None:
            type_text(widget, dice.choice(["а", "Ри ", "туризм", "22.12.2025", "ab"]))

    def pressed() -> None:
        widget = form.focusWidget()
        if widget is not None:
            press(widget, *dice.choice(KEYS))

    does: list[Callable[[], object]] = [
        lambda: form.open_field(places(bridge, dice), dice.choice(["kk", "ru", "en", "pt", ""])),
        typed, typed, pressed, pressed, pressed, bridge.undo, bridge.redo,
        lambda: form.show_errors(dice.random() < 0.5), lambda: form.focusNextPrevChild(dice.random() < 0.7),
        lambda: QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value),
    ]  # fmt: skip
    dice.choice(does)()
    for menu in form.findChildren(QMenu):
        if menu.isVisible() and menu.actions():
            dice.choice(menu.actions()).trigger()
            menu.close()
    QApplication.processEvents()


def shown(form: FormView) -> dict[str, object]:
    """What the form shows, by path: rows, chips, words."""
    seen: dict[str, object] = {}
    for editor in (e for view in form.sections for e in view.editors):
        if isinstance(editor, ListField):
            seen[editor.path] = [line.head.words for line in editor.rows]
        elif isinstance(editor, ChipsField):
            seen[editor.path] = [chip.text for chip in editor.chips]
        elif isinstance(editor, TextGrid):
            seen[editor.path] = editor.cell(editor.languages[0]).text
    return seen


@pytest.mark.parametrize("seed", [12, 16])
def test_whatever_is_done_the_form_shows_what_the_draft_says(make_bridge: BridgeMaker, qtbot: QtBot, seed: int) -> None:
    bridge = make_bridge(sample("guimaraes"))
    form = FormView(bridge)
    qtbot.addWidget(form)
    form.resize(552, 900)
    form.show()
    form.activateWindow()
    dice = random.Random(seed)

    for _ in range(180):
        act(form, bridge, dice)
    form.open_field("event.date")
    fresh = FormView(bridge)
    qtbot.addWidget(fresh)

    assert shown(form) == shown(fresh)
    while bridge.desk.undo_step is not None:
        bridge.undo()
    assert bridge.draft.facts == sample("guimaraes").facts
