"""A page on which paragraphs are rewritten, for the tests of that: opening it, the field, what stands there."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.conftest import BridgeMaker, type_text
from tests.gui.page_samples import Proofed

from pressdesk.app.amending import findings
from pressdesk.app.samples import sample
from pressdesk.gui.bridge import Bridge
from pressdesk.gui.page.hand_text import HandText
from pressdesk.gui.page.view import PageView
from pressdesk.model.draft import Draft
from pressdesk.model.release import Release

Opener = Callable[..., tuple[Bridge, PageView]]
MET = "paragraph-1"  # Вила-Серена қалалық кеңесінің төрағасы Мартинью Салданамен кездесуде …


class OnlyStale:
    """A checker that reports stale blocks alone."""

    def proof(self, draft: Draft, release: Release, ui_language: str) -> Proofed:
        return Proofed(tuple(findings(release, ui_language)))


def opener(make_bridge: BridgeMaker, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Opener:
    """`desk()`: a page in a window beside a line to move the keyboard to, its texts rendered and checked."""
    kept: list[QWidget] = []  # qtbot alone would let the window go
    monkeypatch.setattr("pressdesk.gui.bridge.RENDER_QUIET", 0)
    monkeypatch.setattr("pressdesk.gui.bridge.PROOF_QUIET", 0)

    def open_pane(draft: Draft | None = None, size: tuple[int, int] = (700, 700)) -> tuple[Bridge, PageView]:
        bridge = make_bridge(draft or sample("vila-serena"), "kk", OnlyStale())
        window = QWidget()
        qtbot.addWidget(window)
        kept.append(window)
        view, layout = PageView(bridge), QVBoxLayout(window)
        layout.addWidget(view)
        layout.addWidget(QLineEdit())
        window.resize(*size)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        bridge.start()
        qtbot.waitUntil(lambda: not bridge.busy, timeout=20_000)
        return bridge, view

    return open_pane


def rest(qtbot: QtBot, bridge: Bridge) -> None:
    qtbot.waitUntil(lambda: not bridge.busy, timeout=20_000)


def index_of(view: PageView, name: str) -> int:
    release = view.paper.release
    assert release is not None
    return next(i for i, b in enumerate(release.blocks) if b.id == name)


def shown(view: PageView, name: str) -> str:
    release = view.paper.release
    assert release is not None
    return release.blocks[index_of(view, name)].text.replace("\u00a0", " ")


def opened(view: PageView, name: str = MET) -> HandText:
    view.rewriting.open(view.columns[0], index_of(view, name))
    return field(view)


def field(view: PageView) -> HandText:
    assert view.rewriting.sheet is not None
    return view.rewriting.sheet.text


def at_end(text: HandText) -> None:
    cursor = text.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    text.setTextCursor(cursor)


def select_all_and_type(text: HandText, words: str) -> None:
    text.selectAll()
    type_text(text, words)
