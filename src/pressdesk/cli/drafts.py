"""`sample`, `kinds`, `new`, `render`: from facts to a draft and from a draft to a finished release."""

import argparse
import io
import json
import os
import sys
from collections import Counter
from pathlib import Path

from pressdesk.app import house, samples, settings
from pressdesk.app.places import Places
from pressdesk.app.register import lacking
from pressdesk.app.register.layers import Layers
from pressdesk.app.trace import shares, trace
from pressdesk.errors import DraftFileError, FactsError
from pressdesk.export.exporter import EXPORTERS, Exporter, ExportOptions, file_name
from pressdesk.model.draft import Draft
from pressdesk.model.house import House
from pressdesk.model.release import AMENDED, Gap, Release
from pressdesk.render.pack import packs
from pressdesk.render.render import render
from pressdesk.store import atomic
from pressdesk.store.draft_file import SUFFIX, open_draft, save_draft
from pressdesk.text.messages import Messages, ui_language

Commands = argparse._SubParsersAction  # the type that add_subparsers returns has no public name


def add(commands: "Commands[argparse.ArgumentParser]") -> None:
    """Adds the verbs."""
    verb = commands.add_parser("sample", help="the shipped samples, or one of them as a draft")
    verb.add_argument("name", nargs="?", metavar="NAME", help="guimaraes is the model release")
    verb.add_argument("-o", dest="output", metavar="DRAFT", help="where to write it; NAME.pressdesk unless told")
    verb.set_defaults(run=run_sample)

    verb = commands.add_parser("kinds", help="the release types, with their languages")
    verb.add_argument("--format", choices=("text", "json"), default="text")
    verb.set_defaults(run=run_kinds)

    verb = commands.add_parser("new", help="a draft, empty or from a facts file")
    what = verb.add_mutually_exclusive_group(required=True)
    what.add_argument("--kind", metavar="KIND", help="an empty draft of this release type")
    what.add_argument("--facts", metavar="FACTS.json", help="a draft of these facts")
    verb.add_argument("-o", dest="output", metavar="DRAFT", required=True)
    verb.set_defaults(run=run_new)

    verb = commands.add_parser("render", help="the finished release of a draft or a facts file")
    verb.add_argument("draft", nargs="+", metavar="DRAFT", help="a draft, or a facts file that ends in .json")
    verb.add_argument("--lang", metavar="TAG", help="kk, ru, en or pt")
    verb.add_argument("--to", default="txt", choices=sorted(EXPORTERS))
    verb.add_argument("-o", dest="output", metavar="FILE", help="with --all a folder; txt goes to standard output")
    verb.add_argument("--all", action="store_true", help="every language and format, into the folder of -o")
    verb.add_argument("--house", metavar="FILE", help="the ministry's house file, in place of the one in the settings")
    verb.add_argument("--trace", action="store_true", help="where each word comes from, and the shares")
    verb.add_argument(
        "--final", action="store_true", help="without the draft mark; refused while the checklist is open"
    )
    verb.add_argument(
        "--force", metavar="REASON", help="with --final and a name: all the same, for a reason that the draft keeps"
    )
    verb.add_argument("--by", metavar="NAME", help="with --final: who makes it final; the reviewer of the settings")
    verb.set_defaults(run=run_render)


def house_of(arguments: argparse.Namespace) -> House:
    """The house of --house, a path from here on, else the one of the settings. HouseError names file and line."""
    places = Places.at(arguments.home)
    if arguments.house:
        return house.load(places, str(Path(arguments.house).expanduser().absolute()))
    return house.load(places, settings.load(places).settings.house)


def load(path: str, home: str | None = None) -> Draft:
    """The draft of a file: a draft, or facts where the name ends in .json, with the register of the user at `home`."""
    if path.lower().endswith(".json"):
        return samples.from_facts_file(Path(path), Layers.at(Places.at(home)))
    return open_draft(Path(path))


def run_sample(arguments: argparse.Namespace) -> int:
    """Lists the samples, or writes one as a draft."""
    if not arguments.name:
        print("\n".join(samples.names()))
        return 0
    draft = samples.sample(arguments.name)
    target = Path(arguments.output or f"{arguments.name}{SUFFIX}")
    save_draft(draft, target)
    print(target)
    return 0


def run_kinds(arguments: argparse.Namespace) -> int:
    """Lists the release types."""
    if arguments.format == "json":
        rows = [{"kind": p.id, "title": dict(p.label), "languages": list(p.languages)} for p in packs()]
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return 0
    for pack in packs():
        print(f"{pack.id}\t{', '.join(pack.languages)}\t{pack.label.get('en', '')}")
    return 0


def run_new(arguments: argparse.Namespace) -> int:
    """Makes a draft. An existing file is never written over."""
    target = Path(arguments.output)
    if target.exists():
        raise DraftFileError(f"{target}: there is already a file of this name; choose another with -o.")
    if arguments.facts:
        draft = samples.from_facts_file(Path(arguments.facts), Layers.at(Places.at(arguments.home)))
    else:
        draft = samples.start(arguments.kind)
    save_draft(draft, target)
    print(target)
    return 0


def run_render(arguments: argparse.Namespace) -> int:
    """Renders; gaps and guesses go to standard error."""
    if not arguments.all and not arguments.lang:
        raise FactsError("--lang is missing: say which language, for example --lang kk, or --all for every one.")
    if arguments.all and not arguments.output:
        raise FactsError("-o is missing: with --all say into which folder, for example -o release.")
    if len(arguments.draft) > 1 and not arguments.all:
        raise FactsError("Several drafts go together with --all and a folder after -o.")
    given = {Path(path).resolve() for path in arguments.draft}
    if arguments.output and Path(arguments.output).resolve() in given:
        raise FactsError(f"{arguments.output}: this is the draft itself; give the release another name with -o.")
    manners = house_of(arguments)
    if arguments.final or arguments.force is not None or arguments.by is not None:
        return _run_final(arguments, manners)
    written: set[Path] = set()
    for path in arguments.draft:
        _write(load(path, arguments.home), arguments, written, manners)
    return 0


def _run_final(arguments: argparse.Namespace, manners: House) -> int:
    """Final releases: every draft is looked at before the first file is written."""
    from pressdesk.cli import finals  # with it come the checkers, which whoever only renders does not wait for

    if not arguments.final:
        raise FactsError("--force and --by go together with --final.")
    if arguments.trace:
        raise FactsError("--trace shows where words come from and writes no release; leave out --final or --trace.")
    formats = sorted(EXPORTERS) if arguments.all else [arguments.to]
    drafts = [(path, load(path, arguments.home)) for path in arguments.draft]
    made = [finals.made_final(path, draft, arguments, manners, formats) for path, draft in drafts]
    written: set[Path] = set()
    for final in made:
        for notice in final.away:
            print(f"pressdesk: {notice}", file=sys.stderr)
        final.issue(lambda draft: _write(draft, arguments, written, manners))
    return 0


def _write(draft: Draft, arguments: argparse.Namespace, written: set[Path], manners: House) -> None:
    if arguments.all:
        _write_all(draft, arguments, written, manners)
    else:
        _write_one(draft, arguments, manners)


def _write_all(draft: Draft, arguments: argparse.Namespace, written: set[Path], manners: House) -> None:
    """Every language and format; a file that another draft of the same call wrote is never written over."""
    folder = Path(arguments.output)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DraftFileError(f"{folder}: the folder cannot be made ({error.strerror}); choose another.") from None
    for language in draft.facts.languages:
        release = render(draft, language, manners)
        _warn(draft, release, arguments)
        for exporter in EXPORTERS.values():
            target = folder / file_name(release, exporter.suffix)
            if target in written:
                raise DraftFileError(f"{target}: another of these drafts has this name too; render them one by one.")
            written.add(target)
            atomic.write(target, _bytes(exporter, release, tuple(draft.facts.languages)))
            print(target)


def _write_one(draft: Draft, arguments: argparse.Namespace, manners: House) -> None:
    release = render(draft, arguments.lang, manners)
    _warn(draft, release, arguments)
    if arguments.trace:
        _print_trace(release)
        return
    exporter = EXPORTERS[arguments.to]
    content = _bytes(exporter, release)
    if arguments.output:
        atomic.write(Path(arguments.output), content)
        print(arguments.output)
    elif exporter.name in ("txt", "html"):
        sys.stdout.write(content.decode("utf-8"))
        sys.stdout.flush()  # whether it could be written decides whether it is kept as gone out
    else:
        target = Path(file_name(release, exporter.suffix))
        atomic.write(target, content)
        print(target)


def _bytes(exporter: Exporter, release: Release, siblings: tuple[str, ...] = ()) -> bytes:
    """The file's bytes; `siblings` are the languages whose pages lie beside it."""
    out = io.BytesIO()
    exporter.write(release, out, ExportOptions(siblings=siblings))
    return out.getvalue()


def _warn(draft: Draft, release: Release, arguments: argparse.Namespace) -> None:
    """What is missing and what was guessed, on standard error, one line each."""
    messages = Messages(ui_language(arguments.ui_lang, os.environ))
    layers = Layers.at(Places.at(arguments.home))
    for gap in release.gaps:
        known = lacking.offers(draft, gap.field, gap.language, layers)
        offer = "".join(f"; the register has “{words}”" for words in known[:1])
        print(f"{release.language}: {_gap(gap)}{offer}", file=sys.stderr)
    for block in release.blocks:
        for origin in block.origins:
            if origin.guessed:
                shown = origin.span.of(block.text)
                why = messages.reason(origin.guessed)
                line = messages.say("guess.in-text", where=origin.field, shown=shown, why=why)
                print(f"{release.language}: {line}", file=sys.stderr)


def _gap(gap: Gap) -> str:
    if gap.fallback:
        return f"{gap.field}: the name is missing in this language; its Latin spelling “{gap.shown}” stands there"
    return f"{gap.field}: the text is missing in this language; {gap.shown} stands there"


def _print_trace(release: Release) -> None:
    words = trace(release)
    for word in words:
        origin = "\t".join((word.field, word.features)) if word.field else word.line
        if word.field and word.line == AMENDED:
            origin = f"{origin}\t{AMENDED}"
        print(f"{word.block}\t{word.word}\t{word.source.value}\t{origin}".rstrip())
    print()
    for source, share in shares(words).items():
        print(f"{source.value}\t{share:.1f} %")
    print(f"words\t{len(words)}")
    print()
    counts = Counter((c.rule, c.old, c.new) for block in release.blocks for c in block.corrected)
    for (rule, old, new), count in sorted(counts.items()):
        print(f"house typography\t{rule}\t{_sign(old)} → {_sign(new)}\t{count}")


def _sign(sign: str) -> str:
    return {" ": "space", "\u00a0": "no-break space"}.get(sign, sign)
