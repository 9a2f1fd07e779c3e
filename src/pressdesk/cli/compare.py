"""`check A B`: whether files say the same, in whatever languages they are. Start at `run`."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from pressdesk.app import style_file
from pressdesk.app.agreeing import Agreeing
from pressdesk.app.places import Places
from pressdesk.app.register.layers import Layers
from pressdesk.cli.drafts import load
from pressdesk.cli.styles import style_of
from pressdesk.data import languages
from pressdesk.errors import FactsError
from pressdesk.model.draft import Draft
from pressdesk.model.findings import Finding
from pressdesk.model.house import House
from pressdesk.model.passage import Passage, place_in
from pressdesk.proof.agreement.versions import Version, credit_of, of_passages, of_release
from pressdesk.proof.telling.telling import teller
from pressdesk.render.render import render
from pressdesk.store.draft_file import SUFFIX
from pressdesk.store.foreign import read_passages

AGREE, DIFFER = 0, 1


def run(arguments: argparse.Namespace, manners: House, places: Places, ui: str) -> int:
    """Compares; exit 1 where the files say something otherwise. FactsError for languages that do not fit the files."""
    files = [arguments.file, *arguments.others]
    tags = [tag.strip() for tag in arguments.langs.split(",")] if arguments.langs else []
    if arguments.lang:
        raise FactsError("--lang is for one file; name the languages of several in their order: --langs kk,ru.")
    if tags and len(tags) != len(files):
        raise FactsError(f"--langs: there are {len(files)} files and {len(tags)} languages; name one for each file.")
    for tag in tags:
        if tag not in languages():
            raise FactsError(f"--langs {tag}: PressDesk has no such language; choose {', '.join(languages())}.")
    drafts: list[Draft] = []
    versions: list[Version] = []
    lines: dict[str, list[Passage]] = {}
    for number, file in enumerate(files):
        tag = tags[number] if tags else ""
        if file.lower().endswith((SUFFIX, ".json")):
            drafts.append(load(file, arguments.home))
            versions += _of_draft(drafts[-1], file, tag, manners)
        else:
            lines[file] = read_passages(Path(file))
            versions.append(_of_file(file, tag, lines[file]))
    draft = drafts[0] if drafts else None
    chosen = style_file.choose(style_file.style_file(places, style_of(arguments)))
    differing = Agreeing().by_version(versions, ui, draft, Layers.at(places))
    found = [[finding for finding in own if finding.rule not in chosen.style.off] for own in differing]
    told = [(version, finding) for version, own in zip(versions, found, strict=True) for finding in own]
    if arguments.format == "json":
        print(json.dumps({"findings": [_row(*one) for one in told]}, ensure_ascii=False, indent=1))
    for version, finding in told if arguments.format == "text" else ():
        print(_line(version, finding, lines.get(version.source, ())))
    if chosen.complaint:
        print(f"pressdesk: {chosen.complaint}", file=sys.stderr)
    return DIFFER if any(found) else AGREE


def _of_draft(draft: Draft, file: str, only: str, manners: House) -> list[Version]:
    """The releases of a draft; in one language alone where it was named."""
    return [of_release(render(draft, tag, manners), file) for tag in ([only] if only else draft.facts.languages)]


def _of_file(file: str, language: str, every: Sequence[Passage]) -> Version:
    """The text of a file, without paragraphs in another language than most of it and what stands beside the text."""
    passages = [passage for passage in every if passage.text.strip() and not passage.beside]
    if not passages:
        raise FactsError(f"{file}: there is no text in it to compare.")
    if not language:
        tags = teller().languages_of([p.text for p in passages], [p.language for p in passages], {})
        weight = {tag: sum(len(p.text) for p, own in zip(passages, tags, strict=True) if own == tag) for tag in tags}
        language = max((tag for tag in weight if tag), key=lambda tag: weight[tag], default="")
        if language not in languages():
            raise FactsError(f"{file}: its language cannot be told; name it, for example --langs kk,ru.")
        passages = [p for p, own in zip(passages, tags, strict=True) if own in ("", language)]
    return of_passages(language, file, passages, credit_of(language))


def elsewhere(finding: Finding) -> list[dict[str, object]]:
    """The other places that a finding names, for JSON."""
    return [
        {
            "language": place.language,
            "file": place.source,
            "block": place.block,
            "start": place.span.start,
            "end": place.span.end,
            "text": place.text,
        }
        for place in finding.elsewhere
    ]


def _row(version: Version, finding: Finding) -> dict[str, object]:
    return {
        "file": version.source,
        "block": finding.block,
        "start": finding.span.start,
        "end": finding.span.end,
        "text": finding.text,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "suggestions": [suggestion.text for suggestion in finding.suggestions],
        "language": finding.language,
        "elsewhere": elsewhere(finding),
    }


def _line(version: Version, finding: Finding, lines: Sequence[Passage]) -> str:
    place = finding.block or place_in(lines, finding.span.start)
    where = ":".join(part for part in (version.source, version.language, place) if part)
    mend = f" → {', '.join(s.text for s in finding.suggestions)}" if finding.suggestions else ""
    return f"{where}: {finding.severity.value}: {finding.message} “{finding.text}”{mend} [{finding.rule}]"
