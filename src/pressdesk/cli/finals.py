"""Final releases on the command line: the checklist is looked at first, and the record goes into the draft's file."""

import argparse
import dataclasses
import datetime as dt
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pressdesk.app import house as houses
from pressdesk.app import settings
from pressdesk.app.checklist.checklist import Checklist, issued, look, recorded
from pressdesk.app.checklist.items import load as load_items
from pressdesk.app.checklist.points import Item, Known
from pressdesk.app.checklist.signer import signer
from pressdesk.app.checklist.words import point_words, title
from pressdesk.app.places import Places
from pressdesk.app.problems import all_problems
from pressdesk.app.proofing import Proofing
from pressdesk.app.register.layers import Layers
from pressdesk.errors import FactsError, PressDeskError, ProoferUnavailable
from pressdesk.model.draft import Draft
from pressdesk.model.findings import Finding
from pressdesk.model.house import House
from pressdesk.proof.overlaps import settled
from pressdesk.render.pack import load_type, pack_folder
from pressdesk.render.render import render
from pressdesk.store.draft_file import open_draft, save_draft
from pressdesk.text.messages import Messages, ui_language


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of a draft, its checklist, the items asked for, and which checkers could not look."""

    known: Known
    checklist: Checklist
    items: tuple[Item, ...]
    away: tuple[ProoferUnavailable, ...]

    def with_ticks(self, draft: Draft) -> "Seen":
        """The same with the ticks of another draft, of which every text is the same."""
        known = dataclasses.replace(self.known, draft=draft)
        return dataclasses.replace(self, known=known, checklist=look(self.items, known))


def items_of(arguments: argparse.Namespace) -> tuple[Item, ...]:
    """The checklist's items by --house, else by the settings. HouseError names file and line."""
    places = Places.at(arguments.home)
    if arguments.house:
        return load_items(Path(arguments.house).expanduser().absolute())
    return load_items(houses.house_file(places, settings.load(places).settings.house))


def inspect(draft: Draft, arguments: argparse.Namespace, manners: House, only: Sequence[str] = ()) -> Seen:
    """Renders and checks a draft in all its languages, and looks how it stands with the checklist.

    `only` are the languages that are to go out; all where there is none.
    """
    places, ui = Places.at(arguments.home), ui_language(arguments.ui_lang, os.environ)
    items, kind = items_of(arguments), load_type(pack_folder(draft.facts.type))
    tags = dict.fromkeys((*draft.facts.languages, *only))
    releases = {tag: render(draft, tag, manners) for tag in tags}
    findings: dict[str, tuple[Finding, ...]] = {}
    away: dict[str, tuple[ProoferUnavailable, ...]] = {}
    proofing = Proofing(places, ui)
    try:
        for tag in only or tags:
            proofed = proofing.proof(draft, releases[tag], ui)
            findings[tag], away[tag] = proofed.findings, proofed.notices
        for tag, agreed in proofing.agree(draft, list(releases.values()), ui).items():
            both = [*findings.get(tag, ()), *agreed.findings]
            findings[tag] = tuple(settled(both, [block.id for block in releases[tag].blocks]))
    finally:
        proofing.close()
    known = Known(
        draft=draft, kind=kind, releases=releases, findings=findings, problems=all_problems(draft, kind),
        unchecked=frozenset(tag for tag, notices in away.items() if notices), layers=Layers.at(places),
        now=dt.datetime.now().astimezone(), only=frozenset(only),
    )  # fmt: skip
    told = {str(notice): notice for notices in away.values() for notice in notices}
    return Seen(known, look(items, known), items, tuple(told.values()))


def who(arguments: argparse.Namespace) -> str:
    """Whose name goes into the draft: --by, else the reviewer of the settings, else the user of this machine."""
    named = signer(arguments.by or "", settings.load(Places.at(arguments.home)).settings.reviewer)
    if not named:
        raise FactsError("Nobody is named: write --by and your name.")
    return named


@dataclass(frozen=True, slots=True)
class Final:
    """A draft made final, still to be written.

    Attributes:
        path: its file.
        looked_at: as it was read and checked.
        draft: with the new entry of its record.
        away: which checkers could not look.
    """

    path: Path
    looked_at: Draft
    draft: Draft
    away: tuple[ProoferUnavailable, ...]

    def issue(self, write: Callable[[Draft], object]) -> None:
        """Keeps the record, then writes the release with `write`; where that fails, the draft's file is as it was.

        Raises whatever saving or writing raises: nothing goes out without its record, and no record without its files.
        FactsError where the draft was saved anew since it was read.
        """
        save_over(self.looked_at, self.draft, self.path)
        try:
            write(self.draft)
        except (PressDeskError, OSError):
            save_over(self.draft, self.looked_at, self.path)
            raise


def save_over(looked_at: Draft, draft: Draft, path: Path) -> None:
    """Saves a draft where its file still is as it was looked at; to look takes a while, in which somebody may write on.

    FactsError where it is not.
    """
    if open_draft(path) != looked_at:
        raise FactsError(f"{path}: the draft was saved by somebody else while it was checked; do the same again.")
    save_draft(draft, path)


def made_final(path: str, draft: Draft, arguments: argparse.Namespace, manners: House, formats: Sequence[str]) -> Final:
    """The draft made final. FactsError in one sentence where an item is open and no reason is given.

    Facts files are refused: they have no place for a record.
    """
    if path.lower().endswith(".json"):
        raise FactsError(
            f"{path}: a facts file cannot keep the record of a final release; make a draft of it with `pressdesk new`."
        )
    reason = arguments.force
    if reason is not None and not reason.strip():
        raise FactsError('--force: write the reason, for example --force "the Minister\'s office asked for it".')
    if reason is not None:
        _named(arguments)
    only = [] if arguments.all else [arguments.lang]
    seen = inspect(draft, arguments, manners, only)
    if reason is None and seen.checklist.blocking:
        raise FactsError(_refusal(path, seen, Messages(ui_language(arguments.ui_lang, os.environ))))
    now = dt.datetime.now().astimezone()
    made = issued(seen.checklist, who(arguments), now, only or draft.facts.languages, formats, reason or "")
    return Final(Path(path), draft, recorded(draft, made), seen.away)


def _named(arguments: argparse.Namespace) -> None:
    """Refuses to force a release under the name of the machine's user: somebody answers for it, as in the window."""
    reviewer = settings.load(Places.at(arguments.home)).settings.reviewer
    if not (arguments.by or "").strip() and not reviewer.strip():
        raise FactsError('--force: somebody answers for it; write your name, for example --by "G. Yerzhanova".')


def _refusal(path: str, seen: Seen, ui: Messages) -> str:
    rows = seen.checklist.blocking
    words = point_words(rows[0].blocking[0], ui).rstrip(".")
    first = f"“{title(rows[0].item, ui)}”" + (f" ({words})" if words else "")
    more = "" if len(rows) == 1 else f", the first of {len(rows)} items"
    return (
        f"{path}: this cannot be final while {first} is open{more}; `pressdesk checklist` names all, "
        "--force with a reason makes it final all the same."
    )
