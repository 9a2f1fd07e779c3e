"""What the popover says of a rewritten block whose facts have moved on: both texts, their difference, what to do."""

from collections.abc import Callable
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from pressdesk.gui.bridge import Bridge
from pressdesk.gui.kit.widgets import column, holder, row
from pressdesk.model.findings import Finding
from pressdesk.model.release import Block
from pressdesk.text.difference import difference

LINES = {5: 600, 3: 420, 1: 200}  # code points of each text that are shown, by how much room the popover has
AROUND = 60  # code points kept around a change where a text is cut


def both_texts(bridge: Bridge, block: Block, most: int) -> list[QWidget]:
    """The words written by hand and the generated ones, each with what the other has not.

    `most` is the popover's measure of its room: 5, 3 or 1.
    """
    say, hand = bridge.ui.say, block.hand
    now = hand.generated.text if hand is not None and hand.generated is not None else ""
    parts = difference(block.text, now)
    mine = "".join(_marked(bridge, p.old.of(block.text), "error", strike=True, same=p.same) for p in parts)
    new = "".join(_marked(bridge, p.new.of(now), "ok", strike=False, same=p.same) for p in parts)
    if max(len(block.text), len(now)) > LINES.get(most, 200):
        mine, new = _short(bridge, block.text, hand.was if hand else "", now)
    rows = [_text(bridge, say("amend.stale.mine"), mine)]
    rows.append(_text(bridge, say("amend.stale.new"), new if now else escape(say("amend.stale.none"))))
    return rows


def _short(bridge: Bridge, mine: str, was: str, now: str) -> tuple[str, str]:
    """Where there is little room: how my text begins, and the places where the facts changed the generated one."""
    places = []
    for part in difference(was, now):
        if not part.same:
            before = now[max(0, part.new.start - AROUND) : part.new.start]
            after = now[part.new.end : part.new.end + AROUND]
            word = _marked(bridge, part.new.of(now), "ok", strike=False, same=False)
            places.append(f"…{escape(before)}{word}{escape(after)}…")
    return escape(mine[: 2 * AROUND]) + ("…" if len(mine) > 2 * AROUND else ""), "<br>".join(places[:2])


def _marked(bridge: Bridge, words: str, token: str, *, strike: bool, same: bool) -> str:
    if same or not words:
        return escape(words)
    line = "line-through" if strike else "underline"
    return f'<span style="color: {bridge.theme.hex(token)}; text-decoration: {line}">{escape(words)}</span>'


def _text(bridge: Bridge, title: str, words: str) -> QWidget:
    make = bridge.make
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setFont(bridge.theme.font("small"))
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    inner = column(make.label(title, "caption", "text2"), label, spacing=2, margins=(12, 6, 12, 8))
    return make.frame(inner, sunken=True)


def choices(
    bridge: Bridge, finding: Finding, take: Callable[[Finding], object], keep: Callable[[Finding], object],
    edit: Callable[[Finding], object],
) -> tuple[QWidget, list[QPushButton]]:  # fmt: skip
    """The three buttons, the first of which Enter presses: take the new text, keep mine, edit."""
    make, say = bridge.make, bridge.ui.say
    buttons: list[QPushButton] = [
        make.button(say("amend.stale.take"), "", "check", lambda: take(finding)),
        make.button(say("amend.stale.keep"), "", "", lambda: keep(finding)),
        make.button(say("amend.stale.edit"), "ghost", "pencil", lambda: edit(finding)),
    ]
    for button in buttons:
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return holder(row(*buttons, None, spacing=bridge.theme.px(6))), buttons
