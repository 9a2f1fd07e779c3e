"""`check`: every finding of a draft, a text or a Word file."""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from pressdesk.app.places import Places
from pressdesk.app.problems import all_problems
from pressdesk.app.proofing import Proofing
from pressdesk.app.register.layers import Layers
from pressdesk.app.text_check import TextCheck
from pressdesk.cli import compare
from pressdesk.cli.drafts import house_of, load
from pressdesk.cli.styles import style_of
from pressdesk.errors import FactsError, ProoferUnavailable
from pressdesk.language.language import languages
from pressdesk.model.check import Problem
from pressdesk.model.draft import Draft
from pressdesk.model.findings import Finding
from pressdesk.model.house import House
from pressdesk.model.passage import Passage, lines_of, place_in
from pressdesk.proof.languagetool.proofer import MORE_LOCALES
from pressdesk.proof.overlaps import settled
from pressdesk.render.pack import load_type, pack_folder
from pressdesk.render.render import render
from pressdesk.store.draft_file import SUFFIX
from pressdesk.store.foreign import read_passages, streamed
from pressdesk.text.messages import Messages, ui_language
from pressdesk.text.spans import Span

Commands = argparse._SubParsersAction  # the type that add_subparsers returns has no public name
Texts = dict[str | None, list[tuple[str, int, str]]]
"""By block: (language, "" for any; where the text starts, in code points; the text). What a bare space stands in."""
DONE, FOUND, FAILED = 0, 1, 3
SHOWN = str.maketrans({"\u00a0": "⍽", "\u202f": "⍽"})  # a no-break space, as the tables of typography write it
AROUND = 12  # code points of the text on each side of a space, for nobody finds one by itself
STANDARD_INPUT = "-"


def add(commands: "Commands[argparse.ArgumentParser]") -> None:
    """Adds the verb."""
    verb = commands.add_parser("check", help="every finding of a draft, a text file, a Word file or a page")
    verb.add_argument("file", metavar="FILE", help="a draft, facts (.json), .txt, .docx or .html; - for standard input")
    verb.add_argument("others", metavar="OTHER", nargs="*", help="more files: whether they say the same as the first")
    verb.add_argument("--langs", metavar="TAGS", help="the languages of several files in their order: kk,ru")
    verb.add_argument("--lang", metavar="TAG", help="a draft: only this language; another file: all in it")
    verb.add_argument("--house", metavar="FILE", help="the ministry's house file, in place of the one in the settings")
    verb.add_argument("--style", metavar="FILE", help="the ministry's style file, in place of the one in the settings")
    verb.add_argument("--format", choices=("text", "json"), default="text")
    verb.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Checks; exit 1 with findings, 3 where a checker could not look and nothing else was found."""
    known = dict.fromkeys(languages() if _is_draft(arguments.file) else (*languages(), *MORE_LOCALES))
    if arguments.lang and arguments.lang not in known:
        raise FactsError(f"--lang {arguments.lang}: PressDesk has no such language; choose {', '.join(known)}.")
    manners = house_of(arguments)
    ui = ui_language(arguments.ui_lang, os.environ)
    places = Places.at(arguments.home)
    if arguments.others:
        return compare.run(arguments, manners, places, ui)
    if arguments.langs:
        raise FactsError("--langs is for several files; name the language of one with --lang kk.")
    proofing = Proofing(places, ui, style_of(arguments))
    texts: Texts = {}
    passages: list[Passage] = []
    try:
        if _is_draft(arguments.file):
            found, away = _draft(load(arguments.file, arguments.home), arguments.lang, manners, proofing, ui, texts)
            away += _register(places)
        else:
            passages = _passages(arguments.file)
            checked = TextCheck(proofing, ui, manners).check(passages, arguments.lang or "")
            found, away = list(checked.findings), list(checked.notices)
            for passage in (told.passage for told in checked.told):
                texts.setdefault(passage.id, []).append(("", passage.offset, passage.text))
    finally:
        proofing.close()
    _show(found, texts, passages, arguments.format, Messages(ui))
    for notice in away:
        print(f"pressdesk: {notice}", file=sys.stderr)
    if found:
        return FOUND
    return FAILED if away else DONE


def _is_draft(name: str) -> bool:
    return name.lower().endswith((SUFFIX, ".json"))


def _passages(name: str) -> list[Passage]:
    """The paragraphs of a file, or of standard input."""
    if name == STANDARD_INPUT:
        if sys.stdin is None:
            raise FactsError("standard input is closed; name a file.")
        return lines_of(streamed(sys.stdin.buffer, "standard input"))
    return read_passages(Path(name))


def _draft(
    draft: Draft, only: str | None, manners: House, proofing: Proofing, ui: str, texts: Texts
) -> tuple[list[Finding | Problem], list[ProoferUnavailable]]:
    found: list[Finding | Problem] = list(all_problems(draft, load_type(pack_folder(draft.facts.type))))
    away: list[ProoferUnavailable] = []
    releases = [render(draft, language, manners) for language in ([only] if only else draft.facts.languages)]
    agreed = proofing.agree(draft, releases, ui)
    for release in releases:
        proofed = proofing.proof(draft, release, ui)
        both = [*proofed.findings, *agreed[release.language].findings]
        found += settled(both, [block.id for block in release.blocks])
        away += proofed.notices
        for block in release.blocks:
            texts.setdefault(block.id, []).append((release.language, 0, block.text))
    return found, list({str(notice): notice for notice in away}.values())


def _register(places: Places) -> list[ProoferUnavailable]:
    """That names could not be compared with the user's own register, where it cannot be read."""
    complaint = Layers.at(places).complaint
    return [ProoferUnavailable("register", str(complaint).rstrip("."), "")] if complaint is not None else []


def _row(item: Finding | Problem, ui: Messages) -> dict[str, object]:
    if isinstance(item, Problem):
        args = {k: ui.pick(v) if isinstance(v, dict) else v for k, v in item.args.items()}
        return {
            "block": None,
            "start": 0,
            "end": 0,
            "text": "",
            "rule": item.key,
            "severity": item.severity.value,
            "message": ui.say(item.key, **args),
            "suggestions": [item.suggestion] if item.suggestion else [],
            "field": item.path,
            "language": item.language,
            "elsewhere": [],
        }
    return {
        "block": item.block,
        "start": item.span.start,
        "end": item.span.end,
        "text": item.text,
        "rule": item.rule,
        "severity": item.severity.value,
        "message": item.message,
        "suggestions": [s.text for s in item.suggestions],
        "field": item.field,
        "language": item.language,
        "elsewhere": compare.elsewhere(item),
    }


def _show(
    found: Sequence[Finding | Problem], texts: Texts, passages: Sequence[Passage], form: str, ui: Messages
) -> None:
    rows = [_row(item, ui) for item in found]
    if form == "json":
        print(json.dumps({"findings": rows}, ensure_ascii=False, indent=1))
        return
    for item, row in zip(found, rows, strict=True):
        line = place_in(passages, item.span.start) if isinstance(item, Finding) and item.block is None else ""
        place = row["field"] or row["block"] or line
        where = ":".join(str(part) for part in (row["language"], place) if part)
        text, *offers = _told_apart(_words(item, texts))
        mend = f" → {', '.join(offers)}" if any(offers) else ""
        quoted = f" “{text}”" if text else ""
        print(f"{where}: {row['severity']}: {row['message']}{quoted}{mend} [{row['rule']}]")


def _told_apart(words: list[str]) -> list[str]:
    """The words, with no-break spaces to be seen where they alone tell two of them apart."""
    alike = {word.translate(SHOWN).replace("⍽", " ") for word in words}
    return [word.translate(SHOWN) for word in words] if len(alike) < len(set(words)) else words


def _words(item: Finding | Problem, texts: Texts) -> list[str]:
    """What stands there, "" for nothing, and what may stand in its place. A bare space has the words beside it."""
    if isinstance(item, Problem):
        return ["", item.suggestion] if item.suggestion else [""]
    words = [item.text, *(s.text for s in item.suggestions)]
    if item.text and not item.text.strip():
        for language, start, text in texts.get(item.block, ()):
            here = Span(item.span.start - start, item.span.end - start) if item.span.start >= start else None
            if here is not None and here.end <= len(text) and language in ("", item.language):
                before, after = _beside(text[: here.start][::-1])[::-1], _beside(text[here.end :])
                return [before + word + after for word in words]
    return words


def _beside(text: str) -> str:
    """The beginning of a text, up to the space that ends a word."""
    some = text[:AROUND]
    return some if len(text) <= AROUND else some.rpartition(" ")[0] or some
