"""How it stands with every item of the checklist, ticking, and the record of a final release. Start at `look`.

A tick counts as long as the text that it was about is, letter for letter, what it was. Nothing here keeps state: a
draft goes in and a draft comes out.
"""

import dataclasses
import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pressdesk.app.checklist.checks import CHECKS, SILENT_IS_FINE
from pressdesk.app.checklist.points import Item, Known, Point, State
from pressdesk.errors import FactsError
from pressdesk.model.draft import Draft
from pressdesk.model.signoff import Issued, Tick, Unmet, digest

RANK = (State.FINE, State.TICKED, State.LAPSED, State.OPEN)  # the worst last


@dataclass(frozen=True, slots=True)
class Row:
    """An item with its points, and how it stands with it: as with the worst of them."""

    item: Item
    points: tuple[Point, ...]

    @property
    def state(self) -> State:
        """The worst state of the points."""
        return max((point.state for point in self.points), key=RANK.index, default=State.FINE)

    @property
    def open(self) -> tuple[Point, ...]:
        """The points that stand open, those included of which the tick has lapsed."""
        return tuple(p for p in self.points if p.state in (State.OPEN, State.LAPSED))

    @property
    def blocking(self) -> tuple[Point, ...]:
        """The open points that keep the release from being final."""
        return tuple(point for point in self.open if point.blocks) if self.item.required else ()


@dataclass(frozen=True, slots=True)
class Checklist:
    """The items that concern a draft, in order; an item that does not concern it is not among them."""

    rows: tuple[Row, ...]

    @property
    def open(self) -> tuple[Row, ...]:
        """The items that stand open, required or not."""
        return tuple(row for row in self.rows if row.open)

    @property
    def blocking(self) -> tuple[Row, ...]:
        """The items that keep the release from being final."""
        return tuple(row for row in self.rows if row.blocking)

    def row(self, item_id: str) -> Row | None:
        """An item by its name, None where the draft is not concerned by it."""
        return next((row for row in self.rows if row.item.id == item_id), None)


def look(items: Sequence[Item], known: Known) -> Checklist:
    """How it stands with every item that concerns the draft."""
    wanted = [item for item in items if item.wanted(known.kind.id)]
    told = (rule for item in wanted for rule in (*item.rules, *(item.fields if item.check == "photo" else ())))
    known = dataclasses.replace(known, told=tuple(told))
    ticks = {(tick.item, tick.about): tick for tick in known.draft.ticks}
    rows = []
    for item in wanted:
        points = tuple(_with_state(item, p, ticks.get((item.id, p.about))) for p in CHECKS[item.check](item, known))
        if points or item.check in SILENT_IS_FINE:
            rows.append(Row(item, points))
    return Checklist(tuple(rows))


def _with_state(item: Item, point: Point, tick: Tick | None) -> Point:
    fine = point.fine and item.by != "person"
    if fine or tick is None or item.by == "program":
        return dataclasses.replace(point, state=State.FINE if fine else State.OPEN)
    state = State.TICKED if tick.digest == digest(point.text) else State.LAPSED
    return dataclasses.replace(point, state=state, tick=tick)


# --- ticking ---------------------------------------------------------------------------------------------------------


def ticked(draft: Draft, item: Item, points: Sequence[Point], by: str, at: dt.datetime) -> Draft:
    """The draft with points looked at and found right. FactsError without a name, or where nobody can tick the item."""
    name = " ".join(by.split())
    if item.by == "program":
        raise FactsError(f"{item.id}: nobody can tick this; mend what it tells.")
    if not name:
        raise FactsError(f"{item.id}: a tick needs the name of whoever looked at it.")
    made = [
        Tick(item=item.id, about=p.about, digest=digest(p.text), text=p.text, by=name, at=_whole(at)) for p in points
    ]
    return dataclasses.replace(draft, ticks=(*_others(draft, item, points), *made))


def unticked(draft: Draft, item: Item, points: Sequence[Point]) -> Draft:
    """The draft without the ticks of these points."""
    return dataclasses.replace(draft, ticks=tuple(_others(draft, item, points)))


def _others(draft: Draft, item: Item, points: Sequence[Point]) -> Iterator[Tick]:
    names = {(item.id, point.about) for point in points}
    return (tick for tick in draft.ticks if (tick.item, tick.about) not in names)


def _whole(at: dt.datetime) -> dt.datetime:
    """A moment to the second, with the zone of this machine where it has none."""
    return (at if at.tzinfo else at.astimezone()).replace(microsecond=0)


# --- the record ------------------------------------------------------------------------------------------------------


def issued(
    checklist: Checklist, by: str, at: dt.datetime, languages: Sequence[str], formats: Sequence[str], reason: str = ""
) -> Issued:
    """What is recorded of a final release. FactsError without a name, or if something is open and no reason given."""
    unmet = tuple(_unmet(row.item, point) for row in checklist.blocking for point in row.blocking)
    name, why = " ".join(by.split()), reason.strip()
    if not name:
        raise FactsError("A final release needs the name of whoever makes it.")
    if unmet and not why:
        raise FactsError("Something stands open: a final release needs a reason.")
    return Issued(
        by=name, at=_whole(at), languages=tuple(languages), formats=tuple(formats),
        reason=why if unmet else "", unmet=unmet,
    )  # fmt: skip


def _unmet(item: Item, point: Point) -> Unmet:
    words = next(iter(point.label.values()), "") or (point.finding.text if point.finding else "")
    return Unmet(item=item.id, about=point.about, language=point.language, text=words)


def recorded(draft: Draft, release: Issued) -> Draft:
    """The draft with one more final release in its record, made final."""
    return dataclasses.replace(draft, record=(*draft.record, release), final=True)
