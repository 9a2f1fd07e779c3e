"""`register`: the user's own register from the command line: list, show, forms, export, import, choose, approve."""

import argparse
import dataclasses
import datetime as dt
import json
import sys
from pathlib import Path

from pressdesk.app.places import Places
from pressdesk.app.register.exchange import export, take_in
from pressdesk.app.register.forms import tables
from pressdesk.app.register.layers import Layers
from pressdesk.app.register.merge import Conflict, Merged, Take, chosen, differences, merge
from pressdesk.app.register.own import OwnRegister
from pressdesk.errors import FactsError
from pressdesk.model.register import Book, Checked, Record
from pressdesk.store.register_file import to_json

Commands = argparse._SubParsersAction  # the type that add_subparsers returns has no public name
DONE, FOUND = 0, 1
_SHOWN = ("kk", "ru", "en", "pt")
_CHOICES = ("mine", "theirs", "both")


def add(commands: "Commands[argparse.ArgumentParser]") -> None:
    """Adds the verb with its own verbs."""
    verb = commands.add_parser("register", help="your register of people, organisations, places, phrases and contacts")
    inner = verb.add_subparsers(dest="act", metavar="ACT", required=True)

    listed = inner.add_parser("list", help="what you keep; with --all what is shipped too")
    listed.add_argument("query", nargs="?", default="", metavar="WORDS", help="only what these words find")
    listed.add_argument(
        "--kind", metavar="KIND", help="person, organisation, country, place, contact, topic, role, ..."
    )
    listed.add_argument("--all", action="store_true", help="what is shipped too")
    listed.add_argument("--conflicts", action="store_true", help="only what waits for a choice; exit 1 where any does")
    listed.add_argument("--format", choices=("text", "json"), default="text")
    listed.set_defaults(run=run_list)

    for name, run, words in (("show", run_show, "one entry, whole"), ("forms", run_forms, "all its case forms")):
        one = inner.add_parser(name, help=words)
        one.add_argument("id", metavar="ID")
        one.set_defaults(run=run)

    out = inner.add_parser("export", help="your register into a file")
    out.add_argument("file", metavar="FILE", help=".json (everything), .csv (everything), .vcf (contacts)")
    out.add_argument(
        "--excel", action="store_true", help=".csv that Excel opens by itself: byte order mark, semicolons"
    )
    out.add_argument(
        "--vcard", type=int, choices=(3, 4), default=4, help="version of the vCards; 4 holds all languages"
    )
    out.set_defaults(run=run_export)

    taken = inner.add_parser("import", help="a colleague's file into your register; nothing of either side is lost")
    taken.add_argument("file", metavar="FILE", help=".json, .csv or .vcf")
    taken.add_argument(
        "--take", choices=_CHOICES, help="what differs: keep mine, take theirs, keep both as two entries"
    )
    taken.set_defaults(run=run_import)

    choice = inner.add_parser("choose", help="settle an entry of which two versions wait")
    choice.add_argument("id", metavar="ID")
    choice.add_argument("take", choices=_CHOICES)
    choice.set_defaults(run=run_choose)

    approval = inner.add_parser("approve", help="say that somebody has checked an entry in all its forms")
    approval.add_argument("id", metavar="ID")
    approval.add_argument("--by", required=True, metavar="NAME")
    approval.set_defaults(run=run_approve)


def run_list(arguments: argparse.Namespace) -> int:
    """Lists records: id, kind, name, who checked it; tabs between."""
    layers = _layers(arguments)
    kinds = (arguments.kind,) if arguments.kind else ()
    records = [r for r in layers.find(arguments.query, kinds) if arguments.all or layers.is_own(r.id)]
    if arguments.conflicts:
        records = [record for record in records if record.id in layers.own.rivals]
    if arguments.format == "json":
        print(json.dumps([to_json(record) for record in records], ensure_ascii=False, indent=1))
    else:
        for record in records:
            print("\t".join((record.id, record.kind, _name(record), _mark(record, layers))).rstrip())
    return FOUND if arguments.conflicts and records else DONE


def run_show(arguments: argparse.Namespace) -> int:
    """Shows one record as JSON, and what the version that waits says differently."""
    layers = _layers(arguments)
    record = _record(layers, arguments.id)
    print(json.dumps(to_json(record), ensure_ascii=False, indent=1))
    rival = layers.own.rivals.get(record.id)
    if rival is None:
        return DONE
    print(f"Another version waits, from {rival.origin}:")
    _print_differences(Conflict(record, rival.record, tuple(differences(record, rival.record))))
    return FOUND


def run_forms(arguments: argparse.Namespace) -> int:
    """The table of case forms: language, case, form, `?` for a guess; tabs between."""
    for tag, rows in tables(_record(_layers(arguments), arguments.id)).items():
        for row in rows:
            print("\t".join((tag, row.case, row.form.text, "?" if row.form.guessed else "")).rstrip())
    return DONE


def run_export(arguments: argparse.Namespace) -> int:
    """Writes the user's own register; what is shipped stays out."""
    book = _own(arguments).book()
    count = export(book, Path(arguments.file), excel=arguments.excel, version=arguments.vcard)
    print(f"{arguments.file}\t{count}")
    return DONE


def run_import(arguments: argparse.Namespace) -> int:
    """Merges a file; exit 1 where something waits for a choice."""
    path = Path(arguments.file)
    theirs = take_in(path, dt.date.today())
    take = Take(arguments.take) if arguments.take else Take.LATER
    merged = Merged(Book())

    def change(mine: Book) -> Book:
        nonlocal merged
        merged = merge(mine, theirs, path.name, take)
        return merged.book

    _own(arguments).change(change)
    counts = (("new", merged.added), ("same", merged.same), ("differs", merged.conflicts))
    print("\n".join(f"{what}\t{len(items)}" for what, items in counts))
    for conflict in merged.conflicts:
        _print_differences(conflict)
    if merged.conflicts and take is Take.LATER:
        print(
            "pressdesk: both versions are kept; choose with “pressdesk register choose ID mine|theirs|both”, or import "
            "again with --take.",
            file=sys.stderr,
        )
        return FOUND
    return DONE


def run_choose(arguments: argparse.Namespace) -> int:
    """Settles a record of which two versions wait."""

    def change(book: Book) -> Book:
        if arguments.id not in book.rivals:
            raise FactsError(f"{arguments.id}: no other version of this entry waits; see “register list --conflicts”.")
        return chosen(book, arguments.id, Take(arguments.take))

    _own(arguments).change(change)
    return DONE


def run_approve(arguments: argparse.Namespace) -> int:
    """Marks a record as checked today; a shipped one becomes the user's own by it."""
    if not arguments.by.strip():
        raise FactsError("--by: say who has checked it.")
    mark = Checked(by=arguments.by.strip(), on=dt.date.today())

    def change(book: Book) -> Book:
        return book.with_record(dataclasses.replace(_record(Layers(book), arguments.id), checked=mark))

    _own(arguments).change(change)
    return DONE


def _own(arguments: argparse.Namespace) -> OwnRegister:
    return OwnRegister(Places.at(arguments.home))


def _layers(arguments: argparse.Namespace) -> Layers:
    return Layers(_own(arguments).book())


def _record(layers: Layers, record_id: str) -> Record:
    record = layers.record(record_id)
    if record is None:
        raise FactsError(f"{record_id}: there is no such entry; “pressdesk register list --all” names every one.")
    return record


def _name(record: Record) -> str:
    names = record.names
    return next((names[tag] for tag in (*_SHOWN, *names) if names.get(tag)), "")


def _mark(record: Record, layers: Layers) -> str:
    if record.id in layers.own.rivals:
        return "two versions"
    if not record.checked.by:
        return "" if layers.is_own(record.id) else "shipped"
    return f"checked by {record.checked.by}" + (f", {record.checked.on}" if record.checked.on else "")


def _print_differences(conflict: Conflict) -> None:
    for place, mine, theirs in conflict.differences:
        print(f"{conflict.mine.id}\t{place}\tmine: {mine or '–'}\ttheirs: {theirs or '–'}")
