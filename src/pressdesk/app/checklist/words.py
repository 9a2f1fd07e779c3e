"""What the checklist and the record of final releases say, in the window's language. Start at `point_words`."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from pressdesk.app.checklist.checklist import Row
from pressdesk.app.checklist.points import Item, Point, State
from pressdesk.model.signoff import Issued, Tick
from pressdesk.text.messages import Messages

LONGEST = 90  # code points of a quotation that a line shows


def title(item: Item, ui: Messages) -> str:
    """What an item is called."""
    return ui.pick(item.title) or item.id


def point_words(point: Point, ui: Messages) -> str:
    """What is to be said of a point: its label, what was found, who ticked it. "" where there is nothing to say."""
    parts = [shortened(ui.pick(point.label)), note(point, ui)]
    if point.tick is not None:
        parts.append(tick_words(point.tick, point.state, ui))
    said = " · ".join(part for part in parts if part)
    return f"{point.language}: {said}" if point.language and said else said


def note(point: Point, ui: Messages) -> str:
    """The sentence on what was found or is missing, "" for none."""
    if point.finding is not None:
        return point.finding.message
    return ui.say(point.note, **{key: _picked(value, ui) for key, value in point.args.items()}) if point.note else ""


def _picked(value: object, ui: Messages) -> object:
    if isinstance(value, Mapping):
        return ui.pick(value)
    if isinstance(value, tuple):
        return ", ".join(str(_picked(part, ui)) for part in value)
    return value


def tick_words(tick: Tick, state: State, ui: Messages) -> str:
    """Who looked at it and when, and whether it has changed since."""
    key = "ticked" if state is State.TICKED else "lapsed"
    return ui.say(f"checklist.state.{key}", by=tick.by, when=moment(tick.at))


def state_words(row: Row, ui: Messages) -> str:
    """The state of an item in a word or two; who ticked it is told at its points."""
    words = {State.FINE: "fine", State.TICKED: "done", State.LAPSED: "changed", State.OPEN: "open"}
    return ui.say(f"checklist.state.{words[row.state]}")


def blocking_words(rows: Sequence[Row], ui: Messages) -> str:
    """What a final release waits for: the first items by name, the rest as a number."""
    named = ", ".join(title(row.item, ui) for row in rows[:2])
    return f"{named} {ui.say('checklist.more', n=len(rows) - 2)}" if len(rows) > 2 else named


def record_lines(issued: Issued, titles: Mapping[str, str], ui: Messages) -> Iterator[str]:
    """A final release in one to three lines. `titles`: the items' by id; one that is gone shows its id."""
    yield ui.say(
        "checklist.record.line", when=moment(issued.at), by=issued.by,
        languages=", ".join(issued.languages), formats=", ".join(issued.formats),
    )  # fmt: skip
    if issued.forced:
        yield ui.say("checklist.record.forced", reason=issued.reason)
        counted: dict[str, int] = {}
        for unmet in issued.unmet:
            counted[unmet.item] = counted.get(unmet.item, 0) + 1
        what = (f"{titles.get(key, key)} ({n})" if n > 1 else titles.get(key, key) for key, n in counted.items())
        yield ui.say("checklist.record.unmet", what=", ".join(what))


def moment(when: dt.datetime | None) -> str:
    """A moment in the zone in which it was written: 24.11.2026 09:30."""
    return f"{when:%d.%m.%Y %H:%M}" if when is not None else ""


def shortened(words: str) -> str:
    """The words on one line, cut where they are long."""
    plain = " ".join(words.split())
    return plain if len(plain) <= LONGEST else plain[: LONGEST - 1].rstrip() + "…"
