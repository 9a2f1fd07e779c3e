"""`checklist`: what must be in order before a release, who looked at what, and the final releases there were."""

import argparse
import datetime as dt
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from pressdesk.app.checklist.checklist import Row, ticked
from pressdesk.app.checklist.points import Item, Point, State
from pressdesk.app.checklist.words import note, point_words, record_lines, state_words, title
from pressdesk.cli.drafts import house_of, load
from pressdesk.cli.finals import Seen, inspect, save_over, who
from pressdesk.errors import FactsError
from pressdesk.model.signoff import Issued
from pressdesk.text.messages import Messages, ui_language

Commands = argparse._SubParsersAction  # the type that add_subparsers returns has no public name
DONE, OPEN = 0, 1
MARKS = {State.FINE: "[x]", State.TICKED: "[x]", State.LAPSED: "[!]", State.OPEN: "[ ]"}


def add(commands: "Commands[argparse.ArgumentParser]") -> None:
    """Adds the verb."""
    verb = commands.add_parser("checklist", help="what must be in order before a release, and who looked at what")
    verb.add_argument("draft", metavar="DRAFT", help="a draft, or a facts file that ends in .json")
    verb.add_argument("--lang", metavar="TAG", action="append", default=[], help="only this language goes out")
    verb.add_argument(
        "--tick", metavar="ITEM", action="append", default=[], help="you have looked at what is open there"
    )
    verb.add_argument("--by", metavar="NAME", help="whose tick it is; the reviewer of the settings unless told")
    verb.add_argument("--house", metavar="FILE", help="the ministry's house file, in place of the one in the settings")
    verb.add_argument("--format", choices=("text", "json"), default="text")
    verb.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Shows the checklist; exit 1 while anything on it is open."""
    manners = house_of(arguments)
    draft = load(arguments.draft, arguments.home)
    for tag in arguments.lang:
        if tag not in draft.facts.languages:
            known = ", ".join(draft.facts.languages)
            raise FactsError(f"--lang {tag}: the draft has no such language; it has {known}.")
    seen = inspect(draft, arguments, manners, arguments.lang)
    if arguments.tick:
        seen = _ticked(seen, arguments)
    ui = Messages(ui_language(arguments.ui_lang, os.environ))
    _show(seen, arguments.format, ui)
    for notice in seen.away:
        print(f"pressdesk: {notice}", file=sys.stderr)
    return OPEN if seen.checklist.open else DONE


def _ticked(seen: Seen, arguments: argparse.Namespace) -> Seen:
    """The draft with the named items ticked, saved. FactsError where an item is not there or cannot be ticked."""
    if arguments.draft.lower().endswith(".json"):
        raise FactsError(
            f"{arguments.draft}: a facts file cannot keep ticks; make a draft of it with `pressdesk new --facts`."
        )
    draft, now = seen.known.draft, dt.datetime.now().astimezone()
    for name in arguments.tick:
        row = seen.checklist.row(name)
        if row is None:
            known = ", ".join(row.item.id for row in seen.checklist.rows)
            raise FactsError(f"--tick {name}: this draft has no such item; there are {known}.")
        draft = ticked(draft, row.item, row.open, who(arguments), now)
    save_over(seen.known.draft, draft, Path(arguments.draft))
    return seen.with_ticks(draft)


def _show(seen: Seen, form: str, ui: Messages) -> None:
    titles = {item.id: title(item, ui) for item in seen.items}
    if form == "json":
        print(json.dumps(_json(seen, ui), ensure_ascii=False, indent=1))
        return
    for row in seen.checklist.rows:
        told = "" if row.item.required else f" ({ui.say('checklist.advised')})"
        print(f"{MARKS[row.state]} {row.item.id}: {title(row.item, ui)}{told} – {state_words(row, ui)}")
        for point in _told(row):
            if words := point_words(point, ui):
                print(f"    {words}")
    if seen.known.draft.record:
        print(f"\n{ui.say('checklist.record.title')}")
    for issued in seen.known.draft.record:
        first, *rest = record_lines(issued, titles, ui)
        print("\n    ".join([first, *rest]))


def _told(row: Row) -> Sequence[Point]:
    """The points of a row that are worth a line: what is open, or what people ticked one by one."""
    return row.open or [point for point in row.points if point.tick is not None or point.note]


def _json(seen: Seen, ui: Messages) -> dict[str, object]:
    return {
        "ready": not seen.checklist.blocking,
        "items": [_row(row, row.item, ui) for row in seen.checklist.rows],
        "record": [_issued(issued) for issued in seen.known.draft.record],
    }


def _row(row: Row, item: Item, ui: Messages) -> dict[str, object]:
    return {
        "item": item.id,
        "title": title(item, ui),
        "level": item.level,
        "state": row.state.value,
        "points": [_point(point, ui) for point in row.points],
    }


def _point(point: Point, ui: Messages) -> dict[str, object]:
    tick = point.tick
    return {
        "about": point.about,
        "language": point.language,
        "state": point.state.value,
        "label": ui.pick(point.label),
        "note": note(point, ui),
        "field": point.field,
        "by": tick.by if tick else "",
        "at": tick.at.isoformat() if tick and tick.at else "",
    }


def _issued(issued: Issued) -> dict[str, object]:
    return {
        "by": issued.by,
        "at": issued.at.isoformat() if issued.at else "",
        "languages": list(issued.languages),
        "formats": list(issued.formats),
        "forced": issued.forced,
        "reason": issued.reason,
        "open": [{"item": u.item, "about": u.about, "language": u.language, "text": u.text} for u in issued.unmet],
    }
